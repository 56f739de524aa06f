"""Temperaments do what they declare: counted over whole sittings, and put to the question one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from game.delegates import LEVELS, TEMPERAMENTS, TRAITS, Traits, take_seat
from game.delegates.interests.lexicon import Lexicon
from game.delegates.minds.broker import milder
from game.delegates.minds.spoiler import DILATORY
from game.delegates.minds.tempered import Tempered
from game.packs import limits
from game.packs.houses import house
from game.session import actions as a
from game.session import events as e
from game.session.chance import Chance
from game.session.legal import Docket
from game.session.scenario import Brief, Clause, Position
from game.session.state import Amendment, Ballot, Deal, Draft, Phase, State
from game.session.views import view
from game.sitting import Sitting

SKILLED = ("steadfast", "broker", "spoiler", "follower", "idealist")
SITTINGS = 20
SEAT = "YUG"


def _acts(sitting: Sitting, seat: str) -> Counter[str]:
    """What a seat did that tells of its temperament, counted."""
    sitting.run(8000)
    assert sitting.finished
    assert sitting.refusals == 0
    own = [x for x in sitting.record if getattr(x, "seat", "") == seat]
    return Counter(
        {
            "delays": sum(isinstance(x, e.MotionMoved) and x.motion in DILATORY for x in own),
            "divides": sum(isinstance(x, e.SeparateVoteRequested) for x in own),
            "changes": sum(isinstance(x, e.AmendmentMoved) for x in own),
            "trades": sum(isinstance(x, e.DealOffered) and "vote" in (x.give.kind, x.want.kind) for x in own),
        }
    )


@pytest.fixture(scope="module")
def counted(sit) -> Callable[[str], Counter[str]]:
    """Count what one seat does over twenty sittings with a temperament; each is played once."""
    known: dict[str, Counter[str]] = {}

    def count(temperament: str) -> Counter[str]:
        if temperament not in known:
            known[temperament] = sum(
                (_acts(sit(seed=seed, **{SEAT: temperament}), SEAT) for seed in range(SITTINGS)), Counter()
            )
        return known[temperament]

    return count


def test_there_are_seven_temperaments_and_each_declares_its_traits() -> None:
    assert set(TRAITS) == {*SKILLED, "aimless", "recorded"}
    assert {id: t.about for id, t in TRAITS.items()} == TEMPERAMENTS
    assert len({t.about for t in TRAITS.values()}) == len(TRAITS)
    assert {t.votes_by for t in TRAITS.values()} == {"interests", "patron", "principle", "chance", "record"}


@pytest.mark.parametrize("temperament", SKILLED)
def test_who_declares_to_delay_and_divide_does_and_nobody_else(counted, temperament: str) -> None:
    traits, acts = TRAITS[temperament], counted(temperament)
    assert (acts["delays"] > SITTINGS) is traits.delays
    assert (acts["divides"] >= SITTINGS) is traits.divides
    if not traits.delays:
        assert acts["delays"] == 0


def test_a_broker_authors_more_changes_than_a_steadfast_delegation(counted) -> None:
    assert counted("broker")["changes"] >= counted("steadfast")["changes"] + SITTINGS


@pytest.mark.parametrize("temperament", SKILLED)
def test_who_declares_not_to_trade_offers_no_vote(counted, temperament: str) -> None:
    if not TRAITS[temperament].trades:
        assert counted(temperament)["trades"] == 0


# -- put to the question -------------------------------------------------------------------------
@pytest.fixture
def asked(korea, convene, sit) -> Callable[..., a.CastBallot]:
    """Put a text to one seat of a temperament; `brief` and `chamber` say what else is so."""

    def put(
        temperament: str,
        kinds: tuple[str, ...],
        brief: Brief,
        revision: int = 0,
        characters: dict[str, str] | None = None,
        **chamber: object,
    ) -> a.CastBallot:
        scenario = convene({brief.seat: brief})
        if characters is not None:
            clauses = tuple(replace(k, character=characters.get(k.id, "")) for k in scenario.open.clauses)
            scenario = replace(scenario, open=replace(scenario.open, clauses=clauses))
        sitting = sit(scenario)
        while sitting.state.chamber.phase is not Phase.DEBATE:
            sitting.step()
        draft = Draft("S/1", ("USA",), tuple(Clause(k) for k in kinds), 1, revision=revision)
        members = sitting.state.chamber.members
        question = Ballot("draft", "S/1", "substantive", members, Phase.CHAIR, "S/1")
        now = replace(
            sitting.state.chamber, phase=Phase.BALLOT, ballot=question, drafts={"S/1": draft}, **chamber
        )
        state = replace(sitting.state, chamber=now)
        act = _choice(state, brief.seat, temperament)
        assert isinstance(act, a.CastBallot)
        assert act.words.endswith(".")
        return act

    return put


def _choice(state: State, seat: str, temperament: str) -> a.Action:
    delegate = take_seat(temperament, seat)
    return delegate.choose(view(state, seat), Docket(state, seat), Chance(1, 1).stream("test"))


def _brief(seat: str, patrons: tuple[str, ...] = (), **positions: tuple[float, float]) -> Brief:
    return Brief(seat, "", positions={i: Position(*p) for i, p in positions.items()}, patrons=patrons)


def _of(korea, kind: str) -> str:
    """The issue a kind of clause bears on most."""
    issues = next(k.issues for k in korea.open.clauses if k.id == kind)
    return max(issues, key=lambda i: abs(issues[i]))


def test_a_broker_votes_yes_on_a_compromise_where_others_abstain(korea, asked) -> None:
    brief = _brief("YUG", **{_of(korea, "assist"): (0.3, 2)})
    nobody = {"stances": {"S/1": dict.fromkeys(("USA", "GBR", "FRA", "CHN", "RUS", "IND", "EGY"), "yes")}}
    assert asked("steadfast", ("assist",), brief, revision=1, **nobody).vote == "abstain"
    act = asked("broker", ("assist",), brief, revision=1, **nobody)
    assert act.vote == "yes"
    assert "all can bear" in act.words


def test_a_broker_votes_no_where_it_opposes(korea, asked) -> None:
    brief = _brief("YUG", **{_of(korea, "assist"): (-2.5, 3)})
    assert asked("broker", ("assist",), brief, revision=1).vote == "no"


def test_a_spoiler_votes_no_where_others_abstain_and_vetoes_no_sooner(korea, asked) -> None:
    issue = _of(korea, "assist")
    assert asked("steadfast", ("assist",), _brief("YUG", **{issue: (-0.5, 2)})).vote == "abstain"
    assert asked("spoiler", ("assist",), _brief("YUG", **{issue: (-0.5, 2)})).vote == "no"
    assert asked("spoiler", ("assist",), _brief("FRA", **{issue: (-0.5, 2)})).vote == "abstain"


def test_a_follower_goes_with_a_patron_of_whose_vote_it_is_sure(korea, asked) -> None:
    """The United Kingdom votes after Norway; it has spoken for such help, or said nothing."""
    issue = _of(korea, "assist")
    brief = _brief("NOR", ("GBR",), **{issue: (-0.5, 2)})
    spoken = asked("follower", ("assist",), brief, positions={"GBR": {issue: "for"}})
    assert spoken.vote == "yes"
    assert spoken.words.endswith(": as far as it can see, it votes with the United Kingdom.")
    assert asked("follower", ("assist",), brief, positions={}).vote == "abstain"
    assert asked("steadfast", ("assist",), brief, positions={"GBR": {issue: "for"}}).vote == "abstain"


def test_an_idealist_looks_to_no_patron(korea, asked) -> None:
    brief = _brief("YUG", ("USA",), **{_of(korea, "assist"): (0.65, 2)})
    stances = {"S/1": {"USA": "yes"}}
    assert asked("steadfast", ("assist",), brief, stances=stances).vote == "yes"
    assert asked("idealist", ("assist",), brief, stances=stances).vote == "abstain"


def test_v4_an_idealist_votes_no_though_a_veto_be_dear(korea, asked) -> None:
    brief = _brief("FRA", **{_of(korea, "assist"): (-1.75, 3)})
    found = frozenset({"determine_breach"})
    assert asked("steadfast", ("assist",), brief, adopted=found).vote == "abstain"
    act = asked("idealist", ("assist",), brief, adopted=found)
    assert act.vote == "no"
    assert "objects to the clause “Recommend armed help”" in act.words
    assert act.words.endswith("and votes so whatever its no may cost.")


def test_ch17_an_idealist_wants_a_finding_before_force(korea, asked) -> None:
    brief = _brief("YUG", **{_of(korea, "assist"): (3, 3)})
    characters = {"assist": "force", "determine_breach": "determination"}
    assert asked("steadfast", ("assist",), brief, characters=characters).vote == "yes"
    act = asked("idealist", ("assist",), brief, characters=characters)
    assert (act.vote, "Article 39" in act.words) == ("abstain", True)
    found = frozenset({"determine_breach"})
    assert asked("idealist", ("assist",), brief, characters=characters, adopted=found).vote == "yes"


def test_h7_an_idealist_refuses_the_bargain_that_others_take(convene, sit) -> None:
    give, want = a.Term("vote", "res-82", "yes"), a.Term("vote", "res-83", "yes")
    for temperament, taken in (("steadfast", True), ("idealist", False)):
        sitting = sit(CHN="person", NOR=temperament)
        while not (sitting.awaits == "CHN" and sitting.state.chamber.phase is Phase.RECESS):
            sitting.step()
        sitting.submit(a.OfferDeal("CHN", "NOR", give, want))
        sitting.submit(a.Yield("CHN"))
        while not (sitting.awaits == "CHN" and sitting.state.chamber.phase is Phase.DEBATE):
            sitting.step()
        deal: Deal = sitting.state.papers["NOR"].deals[1]
        assert (deal.status != "refused") is taken


def _floor(korea, sitting: Sitting, temperament: str, **chamber: object) -> a.Action | None:
    """What the bent of a temperament would have Yugoslavia do now with the floor."""
    meeting = sitting.state.chamber.meeting
    assert meeting is not None
    queue = (SEAT, *(s for s in meeting.queue if s != SEAT))
    now = replace(sitting.state.chamber, meeting=replace(meeting, queue=queue), **chamber)
    state = replace(sitting.state, chamber=now)
    delegate = take_seat(temperament, SEAT)
    assert isinstance(delegate, Tempered)
    return delegate.advise(delegate.occasion(view(state, SEAT), Docket(state, SEAT)))


def test_cb10_a_spoiler_objects_once_to_what_others_would_mend(korea, convene, sit) -> None:
    assert [id for id, traits in TRAITS.items() if traits.objects] == ["spoiler"]
    brief = _brief(SEAT, **{_of(korea, "assist"): (-2.5, 3)})
    sitting = sit(convene({SEAT: brief}))
    while sitting.state.chamber.phase is not Phase.DEBATE:
        sitting.step()
    draft = Draft("S/1", ("USA",), (Clause("assist"), Clause("cease")), 1)
    change = Amendment("S/2", "IND", "S/1", "delete", 1, None, Clause("cease"))
    now = {"drafts": {"S/1": draft}, "amendments": {"S/2": change}}
    assert _floor(korea, sitting, "spoiler", **now) == a.RaisePoint(SEAT, "relevance", "S/2")
    own = {**now, "amendments": {"S/2": replace(change, seat=SEAT)}}
    assert not isinstance(_floor(korea, sitting, "spoiler", **own), a.RaisePoint)


def test_a_spoiler_loads_a_text_with_what_others_cannot_bear(korea, convene, sit) -> None:
    brief = _brief(SEAT, **{_of(korea, "assist"): (-2.5, 3)})
    sitting = sit(convene({SEAT: brief}))
    while sitting.state.chamber.phase is not Phase.DEBATE:
        sitting.step()
    draft = Draft("S/1", ("USA",), (Clause("assist"),), 1)
    told = {"assistance": "for", "breach": "against"}
    spoken = dict.fromkeys(sitting.state.chamber.members, told)
    act = _floor(korea, sitting, "spoiler", drafts={"S/1": draft}, positions=spoken, absent={})
    assert isinstance(act, a.MoveAmendment)
    assert (act.draft, act.change) == ("S/1", "add")
    assert act.clause == Clause("help_un")


def test_script_and_sponsorship_come_before_any_bent(korea, convene, sit) -> None:
    """A spoiler that sponsors a text votes for it."""
    for temperament in ("spoiler", "idealist", "broker"):
        sitting = sit(temperament=temperament, seed=1)
        sitting.run(8000)
        for x in sitting.record:
            if isinstance(x, e.BallotCast) and "is a sponsor of this text" in x.reason:
                assert x.vote == "yes"


@pytest.mark.parametrize("rules", ["thimun", "una_usa", "nmun", "crisis"])
@pytest.mark.parametrize("temperament", ["broker", "spoiler", "idealist"])
def test_it_plays_lawfully_under_the_rules_of_any_house(convene, temperament: str, rules: str) -> None:
    scenario = convene()
    held = dict.fromkeys(scenario.sealed.stages[0].members, temperament)
    sitting = Sitting.begin(scenario, held, seed=1, house=house(rules))
    sitting.run(20_000)
    assert sitting.finished
    assert sitting.refusals == 0


def test_milder_words_bear_the_same_way_and_no_harder(korea) -> None:
    words = Lexicon(korea.open)
    found = 0
    for kind in words.kinds.values():
        for other in milder(words, kind):
            found += 1
            assert other.id != kind.id
            assert other.rank <= kind.rank
            shared = [i for i in kind.issues if kind.issues[i] * other.issues.get(i, 0.0) > 0]
            assert shared
            assert all(abs(other.issues[i]) <= abs(kind.issues[i]) for i in shared)
    assert found > 5


def test_traits_are_values() -> None:
    assert Traits("X.") == Traits("X.")
    assert Traits("X.").trades


def test_a_pack_may_ask_for_every_temperament_but_a_record_and_for_every_level() -> None:
    assert set(limits.TEMPERAMENTS.words) == set(TEMPERAMENTS) - {"recorded"}
    assert limits.LEVELS.words == tuple(LEVELS)
