"""Levels: what a novice leaves alone, what a seasoned mover does for its text, how far a veteran sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from game.delegates import LEVELS, take_seat
from game.delegates.counsel import planning
from game.delegates.interests.aims import Aims
from game.delegates.interests.footings import Purport, adopted, footing
from game.delegates.interests.lexicon import Lexicon, lexicon
from game.delegates.knowledge import bargains
from game.delegates.knowledge.dossier import Dossier
from game.delegates.knowledge.memory import Memory
from game.delegates.knowledge.occasion import Occasion
from game.delegates.knowledge.prospects import outlook
from game.session import actions as a
from game.session import events as e
from game.session.chance import Chance
from game.session.legal import Docket
from game.session.scenario import Clause, RedLine
from game.session.state import Draft, Phase, State
from game.session.table import turn
from game.session.views import view
from game.sitting import Sitting
from game.world.conditions import Condition
from game.world.outside import Effect
from game.world.story import Objective

Until = Callable[[Sitting], bool]


def until(sitting: Sitting, met: Until) -> Sitting:
    for _ in range(4000):
        if met(sitting):
            return sitting
        assert sitting.step(), "the sitting is over"
    raise AssertionError("it never comes to that")


def occasion(state: State, seat: str, *heard: e.Event) -> Occasion:
    memory, seen = Memory(seat), view(state, seat)
    for event in heard:
        memory.hear(event)
    return Occasion(seen, Docket(state, seat), memory, Dossier(seen))


def choice(state: State, seat: str, level: str, *heard: e.Event) -> a.Action:
    delegate = take_seat("steadfast", seat, level)
    for event in heard:
        delegate.hear(event)
    return delegate.choose(view(state, seat), Docket(state, seat), Chance(1, 1).stream("test"))


def floor(sitting: Sitting, seat: str) -> State:
    """The state in which a seat first has the floor."""
    at = until(sitting, lambda s: s.state.chamber.phase is Phase.DEBATE and turn(s.state) == (seat,))
    return at.state


def tabled(seat: str, stored: str) -> tuple[e.Event, ...]:
    """What a seat has heard once it has tabled its own text of the first date."""
    return e.StageOpened(0, "june25", "1950-06-25"), e.DraftTabled("S/0", (seat,), (), "", stored)


def sent_for(brief: Any, *whens: Condition) -> Any:
    goals = tuple(Objective(f"goal{i}", "A goal.", when) for i, when in enumerate(whens))
    return replace(brief, objectives=goals)


def fate(kind: str) -> Condition:
    """An objective met once a clause has been put, whatever becomes of it."""
    return Condition("any", of=tuple(Condition(x, kind) for x in ("adopted", "failed", "vetoed")))


# -- all -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("level", LEVELS)
def test_every_vote_has_its_reason_and_a_sponsor_stands_by_its_text(sit, level: str) -> None:
    sitting, sponsors = sit(level=level, seed=2), 0
    for _ in range(4000):
        c = sitting.state.chamber
        events = sitting.step()
        for event in events:
            if isinstance(event, e.BallotCast):
                assert event.reason
                draft = c.drafts.get(c.ballot.draft) if c.ballot is not None else None
                on_text = draft is not None and c.ballot is not None and c.ballot.kind == "draft"
                if on_text and draft is not None and event.seat in draft.sponsors and not draft.revision:
                    assert event.vote == "yes"
                    sponsors += 1
        if not events:
            break
    assert sitting.finished
    assert sponsors > 0


# -- novices -------------------------------------------------------------------------------------
LEFT_ALONE = (e.AmendmentMoved, e.PledgeMade, e.DealOffered, e.StanceDeclared, e.SponsorJoined, e.MotionMoved)


def test_a_novice_changes_no_text_and_begins_no_bargain(sit) -> None:
    sitting = sit(level="novice")
    sitting.run(4000)
    assert not [x for x in sitting.record if isinstance(x, LEFT_ALONE)]
    assert any(isinstance(x, e.DraftTabled) for x in sitting.record)


def test_a_novice_speaks_once_a_date_at_most_and_never_says_the_same_again(sit) -> None:
    novice, seasoned = sit(level="novice"), sit()
    at, spoken, by_date = "", set(), Counter()
    for sitting in (novice, seasoned):
        sitting.run(4000)
    for event in novice.record:
        if isinstance(event, e.StageOpened):
            at = event.stage
        if isinstance(event, e.StatementMade):
            said = event.seat, event.issue, event.stance
            assert said not in spoken
            spoken.add(said)
            by_date[at, event.seat] += 1
    assert set(by_date.values()) == {1}
    assert len(novice.acts) < 0.75 * len(seasoned.acts)


def test_a_novice_answers_the_deal_that_is_put_to_it(sit) -> None:
    sitting = sit(level="novice", USA="person")
    until(sitting, lambda s: s.awaits == "USA" and s.state.chamber.phase is Phase.RECESS)
    bought = a.OfferDeal("USA", "YUG", a.Term("pledge", "troops"), a.Term("vote", "s-1500", "yes"))
    assert isinstance(sitting.submit(bought), tuple)
    sitting.submit(a.Yield("USA"))
    until(sitting, lambda s: any(isinstance(x, e.DealAccepted) for x in s.record))


# -- seasoned ------------------------------------------------------------------------------------
def test_v5_a_seasoned_mover_asks_for_talks_while_the_count_on_its_open_text_is_short(korea, sit) -> None:
    state = floor(sit(), "YUG")
    clauses = (Clause("mediate"), Clause("hear_north"))
    draft = Draft("S/1", ("YUG",), clauses, 1, stage="june25")
    told = {"hear_north": "against", "ceasefire": "neutral", "assistance": "for"}
    spoken = dict.fromkeys((x for x in state.chamber.members if x != "YUG"), told)
    chamber = replace(state.chamber, drafts={"S/1": draft}, positions=spoken)
    act = choice(replace(state, chamber=chamber), "YUG", "seasoned", *tabled("YUG", "s-1500"))
    assert act == a.MoveMotion("YUG", "suspend")
    assert choice(replace(state, chamber=chamber), "YUG", "novice", *tabled("YUG", "s-1500")) != act


def test_v4_a_seasoned_mover_softens_what_a_veto_is_announced_on(korea, convene, sit) -> None:
    state = floor(sit(convene(absent=())), "USA")
    draft = Draft("S/1", ("USA",), (Clause("cease"), Clause("observe")), 1, stage="june25")
    others = {"name_china": "for", "ceasefire": "for", "breach": "for"}
    spoken = dict.fromkeys(state.chamber.members, others)
    spoken["RUS"] = {"name_china": "against", "ceasefire": "for", "breach": "against"}
    told = {"S/1": {"RUS": "no"}}
    chamber = replace(state.chamber, drafts={"S/1": draft}, positions=spoken, stances=told)
    act = choice(replace(state, chamber=chamber), "USA", "seasoned", *tabled("USA", "res-82"))
    assert act == a.MoveAmendment("USA", "S/1", "delete", 1)


def test_h7_words_and_amendments_have_their_price(korea, sit) -> None:
    state = floor(sit(), "NOR")
    draft = Draft("S/1501", ("USA",), (Clause("hear_north"), Clause("determine_breach")), 1)
    o = occasion(replace(state, chamber=replace(state.chamber, drafts={"S/1501": draft})), "NOR")
    believed, denied = (a.Term("statement", "breach", side) for side in ("for", "against"))
    assert bargains.gain(o, believed) > 0 > bargains.gain(o, denied)
    assert bargains.cost(o, denied) > bargains.cost(o, believed) > 0
    spoils = a.Term("amendment", "S/1501", clause="determine_breach")
    assert bargains.gain(o, spoils) < 0 < bargains.cost(o, spoils)
    nowhere = a.Term("amendment", "S/9", clause="determine_breach")
    assert bargains.cost(o, nowhere) == bargains.IMPOSSIBLE


def test_h7_a_promised_statement_is_made(korea, sit) -> None:
    sitting = sit(USA="person")
    until(sitting, lambda s: s.awaits == "USA" and s.state.chamber.phase is Phase.RECESS)
    asked = a.Term("statement", "breach", "for")
    sitting.submit(a.OfferDeal("USA", "YUG", a.Term("pledge", "troops"), asked))
    sitting.submit(a.Yield("USA"))
    until(sitting, lambda s: s.awaits == "USA" and s.state.chamber.phase is Phase.DEBATE)
    sitting.submit(a.Yield("USA"))
    until(sitting, lambda s: any(isinstance(x, e.DealSettled) and x.seat == "YUG" for x in s.record))
    assert any(isinstance(x, e.StatementMade) and x.seat == "YUG" for x in sitting.record)


# -- veterans ------------------------------------------------------------------------------------
def test_a_veteran_brings_before_the_council_what_it_was_sent_for(korea, convene) -> None:
    scenario = convene({"EGY": sent_for(korea.briefs["EGY"], fate("mediate"), fate("localise"))})
    met = {}
    for level in LEVELS:
        sitting = Sitting.begin(scenario, seed=3, levels={"EGY": level})
        sitting.run(4000)
        put = sitting.state.chamber.subjects
        met[level] = sum(kind in put for kind in ("mediate", "localise"))
        assert sitting.refusals == 0
    assert met["veteran"] > met["novice"]


def test_only_a_novice_casts_the_vote_it_was_told_not_to_cast(korea, convene) -> None:
    never = Condition("none", of=(Condition("voted", "s-1501:NOR:yes"), Condition("voted", "assist:NOR:yes")))
    scenario = convene({"NOR": sent_for(korea.briefs["NOR"], never)})
    votes = {}
    for level in LEVELS:
        sitting = Sitting.begin(scenario, seed=3, levels={"NOR": level})
        sitting.run(4000)
        votes[level] = sitting.state.chamber.subjects["assist"]["NOR"]
    assert votes["novice"] == "yes"
    assert votes["seasoned"] != "yes"
    assert votes["veteran"] != "yes"


def test_a_veteran_keeps_its_firm_line_whatever_it_would_gain(korea, convene, sit) -> None:
    line = RedLine("line", "No force.", clauses=("assist",), vote="no")
    wants = Condition("adopted", "assist")
    brief = replace(sent_for(korea.briefs["EGY"], wants), red_lines=(line,))
    sitting = Sitting.begin(convene({"EGY": brief}), seed=3, levels={"EGY": "veteran"})
    sitting.run(4000)
    assert sitting.state.chamber.subjects["assist"]["EGY"] == "no"
    assert not any(isinstance(x, e.SponsorJoined) and x.seat == "EGY" for x in sitting.record)


def test_a_veteran_pledges_nothing_that_its_objectives_forbid(korea, convene) -> None:
    none = Condition("pledged", "troops:GBR", at_most=0.0)
    scenario = convene({"GBR": sent_for(korea.briefs["GBR"], none)})
    pledged = {}
    for level in LEVELS:
        sitting = Sitting.begin(scenario, seed=3, levels={"GBR": level})
        sitting.run(4000)
        pledged[level] = sitting.state.chamber.pledges.get("GBR", {})
    assert pledged["seasoned"]
    assert not pledged["veteran"]


def test_a_veteran_waits_for_what_others_are_known_to_bring(korea, convene, sit) -> None:
    o = occasion(floor(sit(convene()), "NOR"), "NOR", e.StageOpened(0, "june25", "1950-06-25"))
    coming = planning.awaited(o)
    assert {"assist", "refrain"} <= coming
    assert "mediate" not in coming


def test_the_quick_count_goes_by_what_is_said_of_the_text(korea, convene, sit) -> None:
    o = occasion(floor(sit(convene(absent=())), "NOR"), "NOR")
    look, text = outlook(o), (Clause("relief"),)
    everybody = dict.fromkeys(look.reckoning.there, "yes")
    for_it = look.reckoning.count(o, text, everybody)
    assert for_it.odds > 0.9
    vetoed = look.reckoning.count(o, text, everybody | {"RUS": "no"})
    assert vetoed.odds < 0.1 < 0.9 < vetoed.barred
    short = look.reckoning.count(o, text, dict.fromkeys(look.reckoning.there, "abstain"))
    assert short.odds < 0.1
    assert short.barred < 0.1


def test_an_outlook_holds_until_something_of_it_changes(korea, convene, sit) -> None:
    sitting = sit(convene({"NOR": sent_for(korea.briefs["NOR"], fate("frontier"))}))
    state = floor(sitting, "NOR")
    o = occasion(state, "NOR")
    look = outlook(o)
    assert outlook(o) is look
    changed = replace(state, chamber=replace(state.chamber, adopted=frozenset({"frontier"})))
    assert not look.holds(occasion(changed, "NOR"))
    assert look.stake((Clause("frontier"),)) > 0.5
    assert look.stake((Clause("cease"),)) == 0.0


def test_nearness_to_an_objective_rises_with_what_brings_it_about(korea, sit) -> None:
    seen = view(floor(sit(), "NOR"), "NOR")
    words = lexicon(seen.open)
    both = Condition("all", of=(Condition("adopted", "cease"), Condition("adopted", "assist")))
    front = Condition("track", "front", at_least=50.0)
    aims = Aims(words, sent_for(korea.briefs["NOR"], both, front, Condition("invited", "PRK")))
    now = footing(seen, words.kinds, aims.asked)
    first = adopted(now, Purport((words.kinds["cease"],), "", aims.asked), {})
    second = adopted(first, Purport((words.kinds["assist"],), "", aims.asked), {})
    values = [aims.value(x, {0}) for x in (now, first, second)]
    assert values[0] == 0.0 < values[1] < 0.5
    assert values[2] == 1.0
    pushed = replace(now, tracks={"front": 70.0})
    assert aims.value(now, {1}) < aims.value(pushed, {1}) == 1.0
    assert aims.parties == {"PRK"}
    assert aims.touched((Clause("cease"),)) == {0}


def test_a_seasoned_seat_brings_one_modest_text_for_an_objective_when_the_table_is_clear(
    korea, convene, sit
) -> None:
    wants = sent_for(korea.briefs["EGY"], Condition("adopted", "mediate"))
    state = floor(sit(convene({"EGY": wants})), "EGY")
    words, at = lexicon(view(state, "EGY").open), state.chamber.stage_id
    known = [x for x in words.drafts.values() if x.stage == at]
    done = {
        f"S/{n}": Draft(f"S/{n}", ("USA",), x.clauses, 1, stage=at, stored=x.id, status="failed")
        for n, x in enumerate(known)
    }
    told = {
        issue: "for" if bears > 0 else "against" for issue, bears in words.kinds["mediate"].issues.items()
    }
    spoken = dict.fromkeys((x for x in state.chamber.members if x != "EGY"), told)
    clear = replace(state, chamber=replace(state.chamber, drafts=done, positions=spoken))
    text = a.TableDraft("EGY", clauses=(Clause("mediate"),))
    assert choice(clear, "EGY", "seasoned") == text
    assert choice(clear, "EGY", "novice") != text
    open_texts = {f"S/{n}": Draft(f"S/{n}", ("IND",), (Clause("cease"),), 1, stage=at) for n in (90, 91)}
    busy = replace(state, chamber=replace(state.chamber, drafts={**done, **open_texts}, positions=spoken))
    assert choice(busy, "EGY", "seasoned") != text


def test_a_seasoned_seat_gives_the_vote_it_was_sent_to_give_and_a_novice_its_interests(
    korea, convene
) -> None:
    votes = {}
    for level in ("novice", "seasoned"):
        scenario = convene({"EGY": sent_for(korea.briefs["EGY"], Condition("voted", "assist:EGY:no"))})
        sitting = Sitting.begin(scenario, seed=3, levels={"EGY": level})
        sitting.run(4000)
        votes[level] = sitting.state.chamber.subjects["assist"]["EGY"]
    assert votes["novice"] != "no"
    assert votes["seasoned"] == "no"


def test_flags_that_a_clause_openly_raises_bear_on_an_objective(korea, sit) -> None:
    seen = view(sit().state, "EGY")
    words = lexicon(seen.open)
    raising = replace(words.kinds["mediate"], effects=(Effect(set_flag="talks"), Effect(track="", by=0.0)))
    named = Lexicon(replace(seen.open, clauses=(raising,)))
    aims = Aims(named, sent_for(korea.briefs["EGY"], Condition("flag", "talks")))
    now = footing(seen, named.kinds, aims.asked)
    then = adopted(now, Purport((raising,), "", aims.asked), {})
    assert aims.touched((Clause("mediate"),)) == {0}
    assert (aims.value(now, {0}), aims.value(then, {0})) == (0.0, 1.0)
