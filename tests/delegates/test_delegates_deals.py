"""Deals, consultations and the chair: arithmetic, promises, warnings, pleas, rulings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.delegates import take_seat
from game.delegates.knowledge import bargains
from game.delegates.speech import talk_deals
from game.packs import load
from game.session import actions as a
from game.session import events as e
from game.session.chance import Chance
from game.session.legal import Docket
from game.session.scenario import RedLine, ScriptLine
from game.session.state import Deal, Phase, Point, State
from game.session.views import view
from game.sitting import Sitting

CRISES = Path(__file__).parents[2] / "crises"


def choice(state: State, seat: str, heard: tuple[e.Event, ...] = ()) -> a.Action:
    delegate = take_seat("steadfast", seat)
    for event in heard:
        delegate.hear(event)
    return delegate.choose(view(state, seat), Docket(state, seat), Chance(1, 1).stream("test"))


def until(sitting: Sitting, met: Callable[[Sitting], bool]) -> Sitting:
    for _ in range(4000):
        if met(sitting):
            return sitting
        assert sitting.step(), "the sitting waits or is over"
    raise AssertionError("it never comes to that")


def played(sitting: Sitting, most: int = 6000) -> list[e.Event]:
    sitting.run(most)
    assert sitting.finished
    assert sitting.refusals == 0
    return sitting.record


def told(record: list[e.Event], kind: type[e.Event], seat: str) -> list[e.Event]:
    return [x for x in record if isinstance(x, kind) and getattr(x, "seat", seat) == seat]


# -- deals ---------------------------------------------------------------------------------------
def offered(sit, give: a.Term, want: a.Term, to: str = "NOR") -> Sitting:
    sitting = sit(CHN="person")
    until(sitting, lambda s: s.awaits == "CHN" and s.state.chamber.phase is Phase.RECESS)
    events = sitting.submit(a.OfferDeal("CHN", to, give, want))
    assert isinstance(events, tuple), events
    sitting.submit(a.Yield("CHN"))
    until(sitting, lambda s: s.awaits == "CHN" and s.state.chamber.phase is Phase.DEBATE)
    return sitting


@pytest.mark.parametrize(
    ("give", "want", "accepted"),
    [
        (a.Term("vote", "res-82", "yes"), a.Term("vote", "res-83", "yes"), True),
        (a.Term("vote", "res-82", "no"), a.Term("vote", "res-83", "yes"), False),
        (a.Term("vote", "res-82", "yes"), a.Term("vote", "res-84", "no"), False),
        (a.Term("vote", "res-82", "yes"), a.Term("pledge", "troops"), False),
        (a.Term("pledge", "troops"), a.Term("sponsor", "res-82"), True),
        (a.Term("vote", "res-82", "abstain"), a.Term("vote", "res-83", "no"), False),
        (a.Term("sponsor", "res-82"), a.Term("vote", "res-83", "abstain"), False),
    ],
)
def test_h7_a_deal_is_answered_by_arithmetic(
    convene, sit, give: a.Term, want: a.Term, accepted: bool
) -> None:
    if "s-1679" in (give.subject, want.subject):
        give, want = replace(give, subject="res-82"), replace(want, subject="s-1500", vote="no")
        want = replace(want, subject="res-84", vote="no")
    sitting = offered(sit, give, want)
    status = sitting.state.papers["NOR"].deals[1].status
    assert (status in ("accepted", "kept")) is accepted


def test_h7_a_promise_to_sponsor_is_kept_with_the_floor(sit) -> None:
    sitting = offered(sit, a.Term("vote", "res-82", "yes"), a.Term("sponsor", "res-83"), to="IND")
    deal = sitting.state.papers["IND"].deals[1]
    assert deal.status == "accepted"
    while not sitting.finished:
        if sitting.awaits:
            docket = sitting.docket("CHN")
            act = a.CastBallot("CHN", "yes") if sitting.state.chamber.ballot else docket.of(a.Yield)[0]
            assert isinstance(sitting.submit(act), tuple)
        sitting.step()
    joined = [x.draft for x in told(sitting.record, e.SponsorJoined, "IND")]
    assert "S/1511" in joined
    assert sitting.state.papers["IND"].deals[1].status == "kept"


@pytest.mark.parametrize(("temperament", "kept"), [("steadfast", True), ("spoiler", False)])
def test_h7_a_word_broken_in_a_sitting_is_remembered(
    korea, convene, sit, temperament: str, kept: bool
) -> None:
    """Norway, against armed help, promises its vote for it; once China has paid, a spoiler forgets."""
    stands = korea.briefs["NOR"].positions
    against = {**stands, "assistance": replace(stands["assistance"], position=-1.7, salience=3.0)}
    brief = replace(korea.briefs["NOR"], positions=against, patrons=())
    give, want = a.Term("vote", "res-82", "yes"), a.Term("vote", "res-83", "yes")
    sitting = sit(convene({"NOR": brief}), CHN="person", NOR=temperament)
    until(sitting, lambda s: s.awaits == "CHN" and s.state.chamber.phase is Phase.RECESS)
    assert isinstance(sitting.submit(a.OfferDeal("CHN", "NOR", give, want)), tuple)
    while sitting.state.papers["CHN"].deals[1].status != "broken" and not sitting.finished:
        if sitting.awaits:
            docket = sitting.docket("CHN")
            act = a.CastBallot("CHN", "yes") if sitting.state.chamber.ballot else docket.of(a.Yield)[0]
            assert isinstance(sitting.submit(act), tuple)
        sitting.step()
    deal = sitting.state.papers["CHN"].deals[1]
    assert "CHN" in deal.kept
    assert deal.status == ("kept" if kept else "broken")
    told = take_seat("steadfast", "CHN")
    for event in sitting.record_for("CHN"):
        told.hear(event)
    now = told.occasion(view(sitting.state, "CHN"), Docket(sitting.state, "CHN"))
    assert bargains.faithless(now, "NOR") is not kept


@pytest.mark.parametrize(("status", "taken"), [("accepted", False), ("offered", False), ("broken", True)])
def test_h7_nobody_promises_one_vote_two_ways(korea, convene, sit, status: str, taken: bool) -> None:
    """Norway has promised, or offers, its yes on a text; to promise another its no would break one word."""
    stands = korea.briefs["NOR"].positions
    mild = {**stands, "assistance": replace(stands["assistance"], position=0.5)}
    sitting = sit(convene({"NOR": replace(korea.briefs["NOR"], positions=mild)}))
    until(sitting, lambda s: s.state.chamber.phase is Phase.DEBATE)
    own = view(sitting.state, "NOR")
    yes, no = a.Term("vote", "res-83", "yes"), a.Term("vote", "res-83", "no")
    pays = a.Term("vote", "res-82", "yes")
    deals = {1: Deal(1, "NOR", "IND", yes, pays, status), 2: Deal(2, "CHN", "NOR", pays, no)}
    delegate = take_seat("steadfast", "NOR")
    if status == "broken":
        delegate.hear(e.DealSettled(1, "IND", kept=False))
    seen = replace(own, papers=replace(own.papers, deals=deals))
    o = delegate.occasion(seen, Docket(sitting.state, "NOR"))
    assert (bargains.cost(o, no) < bargains.IMPOSSIBLE) is taken
    assert bargains.cost(o, yes) < bargains.IMPOSSIBLE
    assert (talk_deals.ground(o, deals[2]) == "its word on res-83 is given already") is not taken


def test_h7_scripted_delegations_break_no_word_among_themselves() -> None:
    """Veterans bargain most; each keeps its word, and none promises what it cannot keep."""
    sitting = Sitting.begin(load(CRISES / "kuwait-1990"), {}, seed=2, level="veteran")
    record = played(sitting, 20_000)
    settled = [x.kept for x in record if isinstance(x, e.DealSettled)]
    assert len(settled) > 5
    assert all(settled)


def consulting(sitting: Sitting, seat: str) -> State:
    """The state with the meeting suspended and a seat in turn."""
    until(sitting, lambda s: s.state.chamber.phase is Phase.CHAIR)
    c = sitting.state.chamber
    return replace(sitting.state, chamber=replace(c, phase=Phase.CONSULTATIONS, consulting=(seat, "IND")))


def test_h7_in_consultations_a_mover_offers_a_vote_for_a_vote_once(korea, convene, sit) -> None:
    stands = korea.briefs["USA"].positions
    mild = {**stands, "hear_north": replace(stands["hear_north"], position=0.5)}
    state = consulting(sit(convene({"USA": replace(korea.briefs["USA"], positions=mild)})), "USA")
    act = choice(state, "USA")
    assert act == a.OfferDeal("USA", "YUG", a.Term("vote", "S/1500", "yes"), a.Term("vote", "S/1501", "yes"))
    heard = (e.StageOpened(0, "june25", "1950-06-25"), e.DealOffered(1, "USA", "YUG", act.give, act.want))
    assert choice(state, "USA", heard) == a.Yield("USA")


def test_h7_who_broke_a_deal_is_not_dealt_with_again(korea, convene, sit) -> None:
    stands = korea.briefs["USA"].positions
    mild = {**stands, "hear_north": replace(stands["hear_north"], position=0.5)}
    state = consulting(sit(convene({"USA": replace(korea.briefs["USA"], positions=mild)})), "USA")
    term = a.Term("vote", "S/1501", "yes")
    papers = replace(state.papers["USA"], deals={7: Deal(7, "USA", "YUG", term, term, "broken")})
    state = replace(state, papers={**state.papers, "USA": papers})
    heard = (e.DealSettled(7, "YUG", kept=False),)
    assert choice(state, "USA", heard) == a.Yield("USA")


def test_v4_a_veto_is_announced_before_the_vote(convene, sit) -> None:
    scenario = convene(absent=())
    state = consulting(sit(scenario), "RUS")
    assert choice(state, "RUS") == a.DeclareStance("RUS", "S/1501", "no")
    debated = until(sit(scenario), lambda s: s.state.chamber.phase is Phase.BALLOT)
    assert debated.state.chamber.stances == {"S/1501": {"RUS": "no"}}


def test_a_capital_is_asked_when_a_soft_line_keeps_the_seat_from_a_text_it_favours(
    korea, convene, sit
) -> None:
    line = RedLine("observe", "No observers", clauses=("observe",), vote="abstain", firm=False)
    state = consulting(sit(convene({"FRA": replace(korea.briefs["FRA"], red_lines=(line,))})), "FRA")
    assert choice(state, "FRA") == a.AskCapital("FRA", "observe")


# -- the chair -----------------------------------------------------------------------------------
def test_cb1_the_president_hears_another_round_only_while_there_is_business(sit) -> None:
    record = played(sit())
    rounds = opened = 0
    for event in record:
        opened += isinstance(event, e.MeetingOpened)
        rounds += isinstance(event, e.DebateContinued)
    assert 0 < rounds <= opened


def test_cb6_drafts_are_put_in_the_order_of_submission(sit) -> None:
    record = played(sit())
    tabled = [x.symbol for x in record if isinstance(x, e.DraftTabled)]
    put = [x.subject for x in record if isinstance(x, e.QuestionPut) and x.kind == "draft"]
    assert put == tabled


@pytest.mark.parametrize(("seat", "upheld"), [("YUG", True), ("IND", True), ("NOR", False), ("USA", False)])
def test_rc3_credentials_are_judged_by_what_a_seat_thinks_of_who_should_sit(
    korea, convene, sit, seat: str, upheld: bool
) -> None:
    """Where the pack has a clause that would settle who sits, the attitude to it decides."""
    settles = replace(korea.open.clauses[0], id="who", part="operative", character="credentials")
    settles = replace(settles, issues={"peking": 3.0})
    scenario = convene()
    open = replace(korea.open, clauses=(*korea.open.clauses, settles))
    sitting = until(
        sit(type(scenario)(open, scenario.sealed)), lambda s: s.state.chamber.phase is Phase.CHAIR
    )
    point = Point("EGY", "credentials", "CHN", Phase.CHAIR)
    meeting = replace(sitting.state.chamber.meeting, president=seat)
    chamber = replace(sitting.state.chamber, phase=Phase.RULING, point=point, meeting=meeting)
    assert choice(replace(sitting.state, chamber=chamber), seat) == a.Rule(seat, upheld)


@pytest.mark.parametrize(("raiser", "uphold"), [("EGY", False), ("IND", True)])
def test_cb3_the_president_rules_by_law_and_by_its_own_point(sit, raiser: str, uphold: bool) -> None:
    sitting = until(sit(), lambda s: s.state.chamber.phase is Phase.CHAIR)
    point = Point(raiser, "credentials", "CHN", Phase.CHAIR)
    state = replace(sitting.state, chamber=replace(sitting.state.chamber, phase=Phase.RULING, point=point))
    assert choice(state, "IND") == a.Rule("IND", uphold)


def test_cb4_whom_a_ruling_touches_challenges_it(sit) -> None:
    sitting = until(sit(), lambda s: s.state.chamber.phase is Phase.CHAIR)
    point = Point("IND", "credentials", "CHN", Phase.CHAIR, True)
    state = replace(sitting.state, chamber=replace(sitting.state.chamber, phase=Phase.RULED, point=point))
    assert choice(state, "CHN") == a.Challenge("CHN")
    rejected = replace(state, chamber=replace(state.chamber, point=replace(point, seat="EGY", upheld=False)))
    assert choice(rejected, "EGY") == a.Challenge("EGY")
    bystander = take_seat("steadfast", "NOR")
    stream = Chance(1, 1).stream("test")
    assert bystander.interpose(view(state, "NOR"), Docket(state, "NOR"), stream) is None
    own = take_seat("steadfast", "CHN")
    assert own.interpose(view(state, "CHN"), Docket(state, "CHN"), stream) == a.Challenge("CHN")


def test_p2_a_script_may_call_a_question_substantive(convene, sit) -> None:
    line = ScriptLine("june25", "point", "nature")
    record = played(sit(convene(scripts={"CHN": (line,), "YUG": (line,)})))
    raised = [(x.seat, x.subject, x.target) for x in record if isinstance(x, e.PointRaised)]
    assert raised == [("CHN", "nature", "S/1500")]


def test_p2_a_red_line_is_defended_so_once_and_only_when_the_text_may_pass(korea, convene, sit) -> None:
    line = RedLine("north", "No hearing for the North", clauses=("hear_north",))
    sitting = sit(convene({"USA": replace(korea.briefs["USA"], red_lines=(line,))}))
    until(sitting, lambda s: s.state.chamber.ballot is not None and s.state.chamber.ballot.draft == "S/1500")
    state = sitting.state
    near = e.ResultDeclared("adopted", "draft", "S/0", 6, 3, 2, 0, 0, 7, "V3", "", "", "chair")
    point = a.RaisePoint("USA", "nature", "S/1500")
    raised = e.PointRaised("USA", "nature", "S/1500", "ruling")
    stream = Chance(1, 1).stream("test")
    for heard, expected in (((), None), ((near,), point), ((near, raised), None)):
        delegate = take_seat("steadfast", "USA")
        for event in heard:
            delegate.hear(event)
        assert delegate.interpose(view(state, "USA"), Docket(state, "USA"), stream) == expected


@pytest.mark.parametrize(("level", "unbidden"), [("novice", False), ("seasoned", True)])
def test_p2_a_novice_raises_the_points_of_its_script_and_no_other(
    korea, convene, sit, level: str, unbidden: bool
) -> None:
    line = RedLine("north", "No hearing for the North", clauses=("hear_north",))
    brief = replace(korea.briefs["USA"], red_lines=(line,))
    near = e.ResultDeclared("adopted", "draft", "S/0", 6, 3, 2, 0, 0, 7, "V3", "", "", "chair")
    point, raised = a.RaisePoint("USA", "nature", "S/1500"), []
    for script in ((), (ScriptLine("june25", "point", "nature"),)):
        sitting = sit(convene({"USA": brief}, {"USA": script}))
        until(sitting, lambda s: (b := s.state.chamber.ballot) is not None and b.draft == "S/1500")
        delegate = take_seat("steadfast", "USA", level)
        delegate.hear(near)
        state = replace(sitting.state, chamber=replace(sitting.state.chamber, point=None))
        stream = Chance(1, 1).stream("test")
        raised.append(delegate.interpose(view(state, "USA"), Docket(state, "USA"), stream) == point)
    assert raised == [unbidden, True]


def test_a_script_may_leave_the_amendment_to_the_seat_itself(korea, convene, sit) -> None:
    line = RedLine("observe", "No observers", clauses=("observe",), vote="abstain")
    briefs = {"FRA": replace(korea.briefs["FRA"], red_lines=(line,))}
    record = played(sit(convene(briefs, {"FRA": (ScriptLine("june25", "amend", "res-82"),)})))
    moved = told(record, e.AmendmentMoved, "FRA")
    assert [(x.change, x.target.kind) for x in moved if x.target] == [("delete", "observe")]
