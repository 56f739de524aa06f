"""Votes: what comes before a seat's own weighing, and how it votes on everything that is not a draft."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from game.delegates import TRAITS, take_seat
from game.delegates.hindsight.arithmetic import as_it_stood
from game.delegates.knowledge.dossier import Dossier
from game.session.actions import CastBallot, Term
from game.session.chance import Chance
from game.session.events import Event, ResultDeclared
from game.session.legal import Docket
from game.session.scenario import Brief, Clause, Position, RedLine, Scenario, ScriptLine
from game.session.state import Amendment, Ballot, Chamber, Deal, Draft, Phase, Point, State
from game.session.views import view
from game.world.conditions import Condition
from game.world.story import Objective

Asked = Callable[..., CastBallot]


def choice(
    state: State, seat: str, temperament: str = "steadfast", heard: tuple[Event, ...] = ()
) -> CastBallot:
    delegate = take_seat(temperament, seat)
    for event in heard:
        delegate.hear(event)
    act = delegate.choose(view(state, seat), Docket(state, seat), Chance(1, 1).stream("test"))
    assert isinstance(act, CastBallot)
    return act


@pytest.fixture
def asked(korea, convene, sit) -> Asked:
    """Put a question to one seat: a draft of the pack, or whatever `ballot` says."""

    def put(
        seat: str,
        stored: str = "res-83",
        *,
        clauses: tuple[str, ...] = (),
        sponsors: tuple[str, ...] = ("USA",),
        revision: int = 0,
        ballot: Ballot | None = None,
        brief: Brief | None = None,
        script: tuple[ScriptLine, ...] = (),
        deal: Deal | None = None,
        temperament: str = "steadfast",
        **chamber: object,
    ) -> CastBallot:
        briefs = {seat: brief} if brief is not None else {}
        scenario: Scenario = convene(briefs, {seat: script})
        sitting = sit(scenario)
        while sitting.state.chamber.phase is not Phase.DEBATE:
            sitting.step()
        state = sitting.state
        text = tuple(Clause(k) for k in clauses) or korea.clauses[stored]
        draft = Draft("S/1", sponsors, text, 1, stored=stored, revision=revision)
        members = state.chamber.members
        question = ballot or Ballot("draft", "S/1", "substantive", members, Phase.CHAIR, "S/1")
        drafts = {"S/1": draft} | chamber.pop("drafts", {})  # type: ignore[operator]
        now: Chamber = replace(
            state.chamber, phase=Phase.BALLOT, ballot=question, **({"drafts": drafts} | chamber)
        )
        papers = replace(state.papers[seat], deals={1: deal} if deal else {})
        state = replace(state, chamber=now, papers={**state.papers, seat: papers})
        act = choice(state, seat, temperament)
        assert act.words.endswith((".", "!"))
        return act

    return put


def test_v2_it_votes_as_it_weighs_and_says_why(asked: Asked) -> None:
    act = asked("YUG")
    assert act.vote == "no"
    assert all(told in act.words for told in ("“Recommend armed help”", "S/1", "Yugoslavia"))


def test_a_vote_of_the_record_can_be_reckoned_again_from_its_moment(sit) -> None:
    """At each roll call on a draft, the arithmetic of the moment comes to the score that was weighed."""
    sitting = sit(seed=2)
    seen = 0
    while sitting.step():
        ballot = sitting.state.chamber.ballot
        if ballot is None or ballot.kind != "draft" or ballot.votes:
            continue
        draft = sitting.state.chamber.drafts[ballot.draft]
        for seat in ballot.voters:
            own = view(sitting.state, seat)
            told = as_it_stood(own, draft)
            w = Dossier(own).weigh(draft)
            assert len(told) == len(w.terms) + 2 + bool(w.line)
            assert (
                f"the mean is {w.score:+.2f}".replace("-", "−").replace("+0.00", "0.00") in told[len(w.terms)]
            )
            seen += 1
    assert seen > 30


def test_a_sponsor_never_votes_no_on_its_unchanged_text(asked: Asked) -> None:
    line = ScriptLine("june25", "vote", "res-83", "no")
    act = asked("YUG", sponsors=("USA", "YUG"), script=(line,))
    assert act.vote == "yes"
    assert asked("YUG", sponsors=("USA", "YUG"), revision=1).vote == "no"


def test_h7_a_promised_vote_is_kept(asked: Asked) -> None:
    want, give = Term("vote", "S/1", "abstain"), Term("vote", "S/2", "yes")
    for deal in (
        Deal(1, "USA", "YUG", give, want, "accepted"),
        Deal(1, "YUG", "USA", want, give, "accepted"),
        Deal(1, "USA", "YUG", give, Term("vote", "res-83", "abstain"), "accepted"),
    ):
        act = asked("YUG", deal=deal)
        assert act.vote == "abstain"
        assert "USA" not in act.words
        assert "United States" not in act.words


def test_h7_an_offer_or_a_broken_deal_binds_nobody(asked: Asked) -> None:
    want, give = Term("vote", "S/1", "abstain"), Term("vote", "S/2", "yes")
    for status in ("offered", "refused", "broken"):
        assert asked("YUG", deal=Deal(1, "USA", "YUG", give, want, status)).vote == "no"


@pytest.mark.parametrize(("firm", "vote"), [(True, "no"), (False, "yes")])
def test_h7_a_promise_gives_way_to_a_firm_red_line_alone(korea, asked: Asked, firm: bool, vote: str) -> None:
    line = RedLine("force", "No force", clauses=("assist",), firm=firm)
    brief = replace(korea.briefs["YUG"], red_lines=(line,))
    deal = Deal(1, "USA", "YUG", Term("vote", "S/2", "yes"), Term("vote", "S/1", "yes"), "accepted")
    assert asked("YUG", brief=brief, deal=deal).vote == vote


KEPT = ("steadfast", "broker", "idealist", "spoiler", "follower")
"""Temperaments that may be held to a promise."""


@pytest.mark.parametrize("temperament", KEPT)
def test_h7_a_promise_is_kept_as_the_temperament_declares(korea, asked: Asked, temperament: str) -> None:
    """Yugoslavia has promised a yes against its mind; the other has paid already, or its patron votes no."""
    brief = replace(korea.briefs["YUG"], patrons=("EGY",))
    deal = Deal(1, "USA", "YUG", Term("vote", "S/2", "yes"), Term("vote", "S/1", "yes"), "accepted")
    paid, led = replace(deal, kept=frozenset({"USA"})), {"stances": {"S/1": {"EGY": "no"}}}
    acts = {
        "owed": asked("YUG", brief=brief, deal=deal, temperament=temperament),
        "paid": asked("YUG", brief=brief, deal=paid, temperament=temperament),
        "led": asked("YUG", brief=brief, deal=deal, temperament=temperament, **led),
    }
    broken = {"always": (), "while_owed": ("paid",), "patron": ("led",)}[TRAITS[temperament].keeps]
    for so, act in acts.items():
        assert act.vote == ("no" if so in broken else "yes"), so
        assert ("whatever was said in consultations" in act.words) is (so in broken), so
        assert "United States" not in act.words


@pytest.mark.parametrize("temperament", KEPT)
def test_h7_nobody_breaks_its_word_on_what_it_can_bear(asked: Asked, temperament: str) -> None:
    deal = Deal(1, "USA", "NOR", Term("vote", "S/2", "yes"), Term("vote", "S/1", "yes"), "accepted")
    act = asked("NOR", deal=replace(deal, kept=frozenset({"USA"})), temperament=temperament)
    assert act.vote == "yes"
    assert "undertook" in act.words or "consult" in act.words


def test_the_capital_settles_a_vote_by_script(asked: Asked) -> None:
    line = ScriptLine("june25", "vote", "res-83", "not_participating", "No instructions have come.")
    act = asked("EGY", script=(line,))
    assert (act.vote, act.words) == ("not_participating", "No instructions have come.")
    silent = asked("EGY", script=(ScriptLine("june25", "vote", "res-83", "not_participating"),))
    assert "Egypt" in silent.words
    assert silent.words.endswith(": its Government instructs it so.")


def test_a_script_for_one_draft_is_no_script_for_another(asked: Asked) -> None:
    line = ScriptLine("june25", "vote", "res-84", "yes")
    assert asked("YUG", script=(line,)).vote == "no"


def test_a_bare_line_is_for_every_draft_and_a_named_one_goes_first(asked: Asked) -> None:
    bare, named = ScriptLine("june25", "vote", "", "abstain"), ScriptLine("june25", "vote", "res-83", "yes")
    assert asked("YUG", script=(bare,)).vote == "abstain"
    assert asked("YUG", script=(bare, named)).vote == "yes"
    part = Ballot("part", "S/1#2", "substantive", (), Phase.CHAIR, "S/1", 1)
    assert asked("YUG", ballot=part, script=(bare,)).vote == "no"
    assert asked("YUG", ballot=part, script=(ScriptLine("june25", "vote", "assist", "yes"),)).vote == "yes"


def test_a_seat_of_open_mind_goes_with_its_patron(korea, asked: Asked) -> None:
    looks_to = replace(korea.briefs["FRA"], patrons=("USA",))
    stances = {"S/1": {"USA": "no"}}
    text = {"clauses": ("hear_north",), "sponsors": ("YUG",), "stored": ""}
    assert asked("FRA", **text, stances=stances).vote == "abstain"
    act = asked("FRA", **text, stances=stances, brief=looks_to)
    assert act.vote == "no"
    assert "goes with the United States" in act.words
    assert asked("FRA", **text, stances={"S/1": {"USA": "yes"}}, brief=looks_to).vote == "abstain"


def test_a_vote_its_objectives_forbid_is_not_given_with_a_patron(korea, asked: Asked) -> None:
    never = Objective(
        "clean", "Never say no to it.", Condition("none", of=(Condition("voted", "hear_north:FRA:no"),))
    )
    looks_to = replace(korea.briefs["FRA"], patrons=("USA",), objectives=(never,))
    stances = {"S/1": {"USA": "no"}}
    act = asked("FRA", clauses=("hear_north",), sponsors=("YUG",), stored="", stances=stances, brief=looks_to)
    assert act.vote == "abstain"


def test_a_follower_goes_with_its_patron_against_its_own_mind(korea, asked: Asked) -> None:
    brief = replace(korea.briefs["YUG"], patrons=("RUS", "USA"))
    act = asked("YUG", brief=brief, temperament="follower", stances={"S/1": {"USA": "yes"}})
    assert act.vote == "yes"
    assert act.words.endswith(": it votes with the United States of America.")
    by_sponsoring = asked("YUG", brief=brief, temperament="follower")
    assert by_sponsoring.vote == "yes"
    alone = asked("YUG", brief=replace(brief, patrons=("RUS",)), temperament="follower")
    assert alone.vote == "no"


def test_a_follower_stands_by_its_own_text(korea, asked: Asked) -> None:
    brief = replace(korea.briefs["YUG"], patrons=("RUS",))
    stances = {"S/1": {"RUS": "no"}}
    assert asked("YUG", brief=brief, sponsors=("YUG",), temperament="follower", stances=stances).vote == "yes"


def _on_amendment(asked: Asked, seat: str, change: Amendment, **more: object) -> CastBallot:
    ballot = Ballot("amendment", "S/2", "substantive", (), Phase.CHAIR, "S/1", mover=change.seat)
    return asked(seat, "res-82", ballot=ballot, amendments={"S/2": change}, **more)


def test_cb10_an_amendment_is_worth_what_it_brings_less_what_it_strikes_out(asked: Asked) -> None:
    strike = Amendment("S/2", "YUG", "S/1", "delete", 1, None, Clause("determine_breach"))
    assert _on_amendment(asked, "NOR", strike).vote == "no"
    assert _on_amendment(asked, "YUG", strike).vote == "yes"
    assert _on_amendment(asked, "USA", strike).vote == "no"
    assert "“Determine a breach of the peace”, which" in _on_amendment(asked, "NOR", strike).words
    add = Amendment("S/2", "IND", "S/1", "add", 1, Clause("localise"))
    assert _on_amendment(asked, "EGY", add).vote == "yes"
    swap = Amendment("S/2", "YUG", "S/1", "replace", 1, Clause("hear_north"), Clause("determine_breach"))
    assert _on_amendment(asked, "NOR", swap).vote == "no"


def test_cb10_an_amendment_is_voted_by_the_text_it_leads_to(korea, asked: Asked) -> None:
    """Egypt hardly minds the new clause; but with the worse one gone it could vote for the text."""
    swap = Amendment("S/2", "IND", "S/1", "replace", 1, Clause("hear_north"), Clause("determine_breach"))
    brief = replace(
        korea.briefs["EGY"],
        positions={
            "breach": Position(-0.5, 3, "it would not judge"),
            "ceasefire": Position(3, 3, "it wants peace"),
            "hear_north": Position(0.6, 1, "who is judged should be heard"),
        },
    )
    act = _on_amendment(asked, "EGY", swap, brief=brief)
    assert act.vote == "yes"
    assert "and so amended it would vote yes" in act.words


def test_cb10_an_amendment_that_crosses_a_red_line_is_opposed(korea, asked: Asked) -> None:
    line = RedLine("spread", "No localising", clauses=("localise",))
    brief = replace(korea.briefs["EGY"], red_lines=(line,))
    add = Amendment("S/2", "IND", "S/1", "add", 1, Clause("localise"))
    assert _on_amendment(asked, "EGY", add, brief=brief).vote == "no"


def test_cb10_an_amendment_to_a_clause_that_is_gone_moves_nobody(asked: Asked) -> None:
    gone = Amendment("S/2", "YUG", "S/1", "delete", 1, None, Clause("flag"))
    assert _on_amendment(asked, "EGY", gone).vote == "abstain"


def test_cb7_a_part_is_voted_by_itself(asked: Asked) -> None:
    ballot = Ballot("part", "S/1#2", "substantive", (), Phase.CHAIR, "S/1", 1)
    assert asked("YUG", "res-82", ballot=ballot).vote == "abstain"
    assert asked("NOR", "res-82", ballot=ballot).vote == "yes"
    assert asked("RUS", "res-82", ballot=ballot).vote == "no"
    assert asked("YUG", "res-82", ballot=ballot, sponsors=("YUG",)).vote == "yes"


def test_ag5_who_gave_notice_votes_against_the_agenda(asked: Asked) -> None:
    ballot = Ballot("agenda", "agenda", "procedural", (), Phase.AGENDA, mover="EGY")
    assert asked("EGY", ballot=ballot, notices=frozenset({"EGY"})).vote == "no"
    assert asked("IND", ballot=ballot, notices=frozenset({"EGY"})).vote == "yes"


def test_in6_an_invitation_is_voted_by_what_hearing_the_party_means(asked: Asked) -> None:
    ballot = Ballot("invitation", "PRK", "procedural", (), Phase.DEBATE, mover="IND")
    votes = {s: asked(s, ballot=ballot).vote for s in ("YUG", "USA", "GBR", "EGY", "IND")}
    assert votes == {"YUG": "yes", "USA": "no", "GBR": "no", "EGY": "abstain", "IND": "yes"}


def test_cb9_motions_about_time_follow_the_texts_that_wait(asked: Asked) -> None:
    adjourn = Ballot("motion", "adjourn", "procedural", (), Phase.CHAIR, mover="RUS")
    votes = {s: asked(s, ballot=adjourn).vote for s in ("USA", "YUG", "EGY", "RUS")}
    assert votes == {"USA": "no", "YUG": "yes", "EGY": "abstain", "RUS": "yes"}
    suspend = Ballot("motion", "suspend", "procedural", (), Phase.CHAIR, mover="RUS")
    assert asked("USA", ballot=suspend).vote == "yes"
    priority = Ballot("motion", "priority", "procedural", (), Phase.CHAIR, "S/1", mover="RUS")
    assert asked("NOR", ballot=priority).vote == "yes"
    assert asked("YUG", ballot=priority).vote == "abstain"


def test_cb4_a_challenge_is_judged_by_law_and_one_s_own_standing(korea, asked: Asked) -> None:
    ballot = Ballot("challenge", "credentials", "procedural", (), Phase.RULED, mover="CHN")
    point = Point("RUS", "credentials", "CHN", Phase.DEBATE, True)
    looks_to = replace(korea.briefs["IND"], patrons=("RUS",))
    assert asked("NOR", ballot=ballot, point=point).vote == "yes"
    assert asked("CHN", ballot=ballot, point=point).vote == "yes"
    assert asked("RUS", ballot=ballot, point=point).vote == "no"
    assert asked("IND", ballot=ballot, point=point, brief=looks_to).vote == "no"
    line = ScriptLine("june25", "vote", "credentials:CHN", "no", "Peking speaks for China.")
    assert asked("YUG", ballot=ballot, point=point, script=(line,)).vote == "no"


def test_m1_relevance_asks_whether_text_and_amendment_share_an_issue(asked: Asked) -> None:
    ballot = Ballot("challenge", "relevance", "procedural", (), Phase.RULED, mover="YUG")
    point = Point("GBR", "relevance", "S/2", Phase.DEBATE, True)
    alien = {"S/2": Amendment("S/2", "YUG", "S/1", "add", -1, Clause("hear_peking"))}
    akin = {"S/2": Amendment("S/2", "YUG", "S/1", "add", -1, Clause("condemn"))}
    strikes = {"S/2": Amendment("S/2", "YUG", "S/1", "delete", 0, None, Clause("note_defiance"))}
    assert asked("NOR", ballot=ballot, point=point, amendments=alien).vote == "no"
    assert asked("NOR", ballot=ballot, point=point, amendments=akin).vote == "yes"
    assert asked("NOR", ballot=ballot, point=point, amendments=strikes).vote == "yes"
    assert asked("NOR", ballot=ballot, point=point, amendments={}).vote == "yes"


def test_p2_a_veto_is_saved_by_calling_a_question_substantive(korea, asked: Asked) -> None:
    ballot = Ballot("preliminary", "S/1", "procedural", (), Phase.BALLOT, mover="CHN")
    draft = {"S/3": Draft("S/3", ("ECU",), (Clause("hear_peking"),), 2, nature="procedural")}
    waits = Ballot("draft", "S/3", "procedural", (), Phase.CHAIR, "S/3")
    line = RedLine("peking", "No hearing for Peking", clauses=("hear_peking",))
    keeps_out = replace(korea.briefs["CHN"], red_lines=(line,))
    more = {"drafts": draft, "point": Point("USA", "nature", "S/3", Phase.BALLOT), "interrupted": waits}
    ballot = replace(ballot, draft="S/3")
    assert asked("CHN", ballot=ballot, brief=keeps_out, **more).vote == "no"
    assert asked("GBR", ballot=ballot, **more).vote == "yes"
    assert asked("IND", ballot=ballot, **(more | {"point": None})).vote == "abstain"


def test_ev3_only_a_no_breaks_consent(asked: Asked) -> None:
    ballot = Ballot("consent", "S/1", "substantive", (), Phase.CHAIR, "S/1")
    assert asked("YUG", ballot=ballot).vote == "no"
    assert asked("EGY", ballot=ballot).vote == "yes"
    assert asked("USA", ballot=ballot).vote == "yes"


def test_a_sponsor_never_votes_no_on_an_unchanged_draft_in_any_sitting(sit) -> None:
    """Consistency over whole sittings in which half the seats act at random."""
    checked = 0
    for seed in range(8):
        wild = dict.fromkeys(("CHN", "ECU", "FRA", "NOR", "USA"), "aimless")
        sitting = sit(seed=seed, **wild)
        for _ in range(4000):
            c = sitting.state.chamber
            events = sitting.step()
            for event in events:
                name = type(event).__name__
                if name == "BallotCast" and c.ballot is not None and c.ballot.kind == "draft":
                    draft = c.drafts[c.ballot.draft]
                    if c.holders[event.seat] == "steadfast":
                        assert event.reason
                        if event.seat in draft.sponsors and not draft.revision:
                            assert event.vote == "yes"
                            checked += 1
            if not events:
                break
        assert sitting.finished
    assert checked > 5


def test_ga6_calling_the_assembly_is_weighed_by_what_the_pack_says_of_it(korea, convene, sit) -> None:
    refers = replace(korea.open.clauses[0], id="refer", part="operative", character="referral")
    refers = replace(refers, title="Call the Assembly", issues={"assembly": 2.0})
    scenario = convene(absent=())
    scenario = Scenario(replace(korea.open, clauses=(*korea.open.clauses, refers)), scenario.sealed)
    state = sit(scenario).state
    ballot = Ballot("motion", "ess", "procedural", state.chamber.members, Phase.DEBATE, mover="NOR")
    state = replace(state, chamber=replace(state.chamber, phase=Phase.BALLOT, ballot=ballot))
    votes = {seat: choice(state, seat).vote for seat in ("USA", "IND", "RUS", "NOR")}
    assert votes == {"USA": "yes", "IND": "abstain", "RUS": "no", "NOR": "yes"}
    vetoed = ResultDeclared("vetoed", "draft", "S/1", 9, 1, 1, 0, 0, 7, "V4", "", "", "chair", ("GBR",))
    assert choice(state, "GBR").vote == "yes"
    assert choice(state, "GBR", heard=(vetoed,)).vote == "no"
