"""What would it take? A delegation answers with a change or an honest no, and votes by it (H7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace

from game.delegates import TEMPERAMENTS, take_seat
from game.delegates.counsel import asking
from game.delegates.interests.weighing import weighed
from game.delegates.knowledge.dossier import Dossier
from game.delegates.knowledge.memory import Memory
from game.delegates.knowledge.occasion import Occasion
from game.session import actions as a
from game.session import events as e
from game.session.chance import Chance
from game.session.decide import Decision, decide
from game.session.legal import Docket
from game.session.scenario import Clause, RedLine, ScriptLine
from game.session.state import Ballot, Draft, Note, Phase, State
from game.session.views import view
from game.sitting import Sitting

TEXTS = ("res-82", "res-83", "res-84", "s-1894")
SYMBOL = "S/1"


@pytest.fixture(scope="module")
def debate(convene, sit) -> Sitting:
    sitting = sit(convene(absent=()))
    while sitting.state.chamber.phase is not Phase.DEBATE:
        sitting.step()
    return sitting


@pytest.fixture
def before(debate, korea) -> Callable[..., State]:
    """A text before the Council, at any moment."""

    def put(clauses: tuple[Clause, ...], phase: Phase = Phase.CONSULTATIONS, **chamber: object) -> State:
        draft = Draft(SYMBOL, ("CUB",), clauses, 1, stage="june25")
        members = debate.state.chamber.members
        now = {"drafts": {SYMBOL: draft}, "phase": phase, "consulting": members} | chamber
        return replace(debate.state, chamber=replace(debate.state.chamber, **now))

    return put


def asked(state: State, seat: str, temperament: str = "steadfast", level: str = "seasoned") -> str:
    """The note with which a seat answers a question about the text."""
    delegate = take_seat(temperament, seat, level)
    delegate.hear(e.NoteSent("CUB", seat, asking.question(SYMBOL)))
    mine = replace(state, chamber=replace(state.chamber, consulting=(seat,)))
    act = delegate.choose(view(mine, seat), Docket(mine, seat), Chance(1, 1).stream("t"))
    assert isinstance(act, a.SendNote)
    assert act.to == "CUB"
    return act.words


def voted(state: State, seat: str, answer: str, temperament: str = "steadfast") -> str:
    """The vote of a seat that has answered so, on the text as it reads now."""
    delegate = take_seat(temperament, seat)
    delegate.hear(e.NoteSent("CUB", seat, asking.question(SYMBOL)))
    delegate.hear(e.NoteSent(seat, "CUB", answer))
    members = state.chamber.members
    ballot = Ballot("draft", SYMBOL, "substantive", members, Phase.CHAIR, SYMBOL)
    put = replace(state, chamber=replace(state.chamber, phase=Phase.BALLOT, ballot=ballot, consulting=()))
    act = delegate.choose(view(put, seat), Docket(put, seat), Chance(1, 1).stream("t"))
    assert isinstance(act, a.CastBallot)
    return act.vote


def moment(state: State, seat: str) -> Occasion:
    seen = view(state, seat)
    return Occasion(seen, Docket(state, seat), Memory(seat), Dossier(seen))


def moves(draft: Draft, change: asking.Change, seat: str) -> a.MoveAmendment:
    if change.gone is None:
        return a.MoveAmendment(seat, SYMBOL, "add", len(draft.clauses), change.come)
    place = next(i for i, c in enumerate(draft.clauses) if c is change.gone)
    return a.MoveAmendment(seat, SYMBOL, "replace" if change.come else "delete", place, change.come)


def cases(korea) -> Iterator[tuple[str, str]]:
    yield from ((seat, text) for seat in korea.briefs if seat != "CUB" for text in TEXTS)


def test_h7_the_question_is_known_by_its_words() -> None:
    assert asking.question("S/1501") == f"{asking.WHAT_WOULD_IT_TAKE} S/1501?"
    delegate = take_seat("steadfast", "NOR")
    delegate.hear(e.NoteSent("CUB", "NOR", "Let us speak before the vote."))
    assert not delegate.memory.asked
    delegate.hear(e.NoteSent("CUB", "NOR", asking.question("S/1501")))
    assert delegate.memory.asked == [("CUB", asking.question("S/1501"))]
    delegate.hear(e.NoteSent("NOR", "CUB", "My delegation would vote for S/1501 as it stands."))
    assert not delegate.memory.asked


def test_an_answer_is_true_of_every_text_for_every_seat(korea, before) -> None:
    """The change it names wins its vote and may be moved; as it stands or not at all, it votes as it told."""
    kinds = set()
    for seat, text in cases(korea):
        state = before(korea.clauses[text])
        answer = asked(state, seat)
        draft = state.chamber.drafts[SYMBOL]
        o = moment(state, seat)
        if " as it stands" in answer:
            kinds.add("yes")
            assert voted(state, seat, answer) == "yes", (seat, text)
        elif "could vote for" in answer:
            wanted = asking.least(o, draft)
            kinds.add(f"{len(wanted)} changes")
            now = wanted[0].text
            for change in wanted[1:]:
                now = asking._after(now, change)
            assert voted(state, seat, answer) != "yes", (seat, text)
            assert voted(before(now), seat, answer) == "yes", (seat, text, answer)
            floor = before(draft.clauses, Phase.DEBATE, consulting=())
            mover = floor.chamber.meeting.queue[0]
            for change in wanted:
                assert isinstance(decide(floor, moves(draft, change, mover), Chance(1, 1)), Decision), answer
        else:
            kinds.add("no")
            assert answer.startswith(f"No change to {SYMBOL} would win the vote of ")
            assert voted(state, seat, answer) != "yes", (seat, text)
            for gone in [c for c in draft.clauses if c not in asking.purpose(o, draft.clauses)]:
                left = tuple(c for c in draft.clauses if c is not gone)
                assert weighed(o.mandate, left, o.dossier.around(draft)).vote != "yes"
    assert {"yes", "1 changes", "no"} <= kinds


@pytest.mark.parametrize("temperament", sorted(set(TEMPERAMENTS) - {"aimless", "recorded"}))
def test_any_temperament_votes_yes_where_it_told_that_it_would(korea, before, temperament: str) -> None:
    held = 0
    for seat in ("NOR", "EGY", "IND", "GBR"):
        state = before(korea.clauses["res-82"])
        answer = asked(state, seat, temperament)
        if " as it stands" in answer:
            held += 1
            assert voted(state, seat, answer, temperament) == "yes"
    assert held


def test_h6_a_line_that_no_change_avoids_is_named(korea, convene, sit) -> None:
    line = RedLine("never", "No arms for anybody.", ("assist",))
    brief = replace(korea.briefs["NOR"], red_lines=(line,), positions={})
    sitting = sit(convene({"NOR": brief}))
    while sitting.state.chamber.phase is not Phase.DEBATE:
        sitting.step()
    draft = Draft(SYMBOL, ("CUB",), (Clause("assist"),), 1)
    c = replace(sitting.state.chamber, phase=Phase.CONSULTATIONS, drafts={SYMBOL: draft})
    answer = asked(replace(sitting.state, chamber=c), "NOR")
    assert answer.startswith(f"No change to {SYMBOL} would win")
    assert "crosses a line that it may not cross" in answer
    assert answer.endswith("(no arms for anybody).")


def test_a_vote_that_the_capital_settled_is_told_as_settled(convene, sit) -> None:
    script = (ScriptLine("june25", "vote", "", "no", "No words of ours."),)
    sitting = sit(convene(scripts={"NOR": script}))
    while sitting.state.chamber.phase is not Phase.DEBATE:
        sitting.step()
    draft = Draft(SYMBOL, ("CUB",), (Clause("assist"),), 1)
    c = replace(sitting.state.chamber, phase=Phase.CONSULTATIONS, drafts={SYMBOL: draft})
    answer = asked(replace(sitting.state, chamber=c), "NOR")
    assert answer.endswith("its Government has settled its vote.")


def test_without_a_symbol_it_answers_on_the_one_text_or_asks_which(korea, before) -> None:
    one = before(korea.clauses["res-82"])
    o = moment(one, "NOR")
    assert SYMBOL in asking._answered(o, "What would it take?")
    other = replace(one.chamber.drafts[SYMBOL], symbol="S/2", order=2)
    two = replace(one, chamber=replace(one.chamber, drafts={**one.chamber.drafts, "S/2": other}))
    assert asking._answered(moment(two, "NOR"), "what would it take?").endswith("S/1 or S/2?")
    assert "S/2" in asking._answered(moment(two, "NOR"), asking.question("S/2"))
    none = replace(one, chamber=replace(one.chamber, drafts={}))
    assert asking._answered(moment(none, "NOR"), "What would it take?").startswith("No text is before")


def test_h7_a_person_that_asks_has_an_answer_before_the_next_meeting(sit) -> None:
    """Between meetings, in the seat's next turn, and once."""
    sitting = sit(CHN="person")
    while not (sitting.awaits == "CHN" and sitting.state.chamber.phase is Phase.RECESS):
        assert sitting.step()
    assert isinstance(sitting.submit(a.SendNote("CHN", "NOR", asking.question("S/1"))), tuple)
    sitting.submit(a.Yield("CHN"))
    while sitting.state.chamber.phase is Phase.RECESS:
        assert sitting.step()
    notes: list[Note] = []
    note = sitting.view("CHN").papers.notes
    while note is not None:
        notes.append(note)
        note = note.before
    answers = [n.words for n in notes if n.seat == "NOR"]
    assert len(answers) == 1
    assert answers[0].startswith("S/1 is not before the Council now")


def test_not_all_who_would_vote_yes_say_so_in_the_same_words(korea, before) -> None:
    state = before(korea.clauses["res-82"])
    told = {s: asked(state, s) for s in ("ECU", "EGY", "FRA", "GBR", "IND", "NOR", "USA")}
    yes = [words for words in told.values() if "as it stands" in words]
    assert len(yes) >= 4
    assert len(set(yes)) >= 3


def test_who_has_no_view_says_that_too_little_else_would_win_it(korea, before) -> None:
    answer = asked(before((Clause("hear_north"),)), "EGY")
    assert "takes no side on" in answer
    assert answer.endswith("and finds too little else in the text to win it over.")


@pytest.mark.parametrize("level", ["novice", "seasoned", "veteran"])
def test_every_level_answers_its_notes(korea, before, level: str) -> None:
    assert SYMBOL in asked(before(korea.clauses["res-83"]), "FRA", level=level)


def test_h7_who_is_asked_in_consultations_answers_before_they_end(sit) -> None:
    """Norway has had its turn when the United States, last of those who confer but one, writes to it."""
    sitting = sit(USA="person")
    suspend = a.MoveMotion("USA", "suspend")
    while not (sitting.awaits == "USA" and sitting.state.chamber.phase is Phase.CONSULTATIONS):
        if not sitting.awaits:
            assert sitting.step()
        elif sitting.state.chamber.ballot is not None:
            assert isinstance(sitting.submit(a.CastBallot("USA", "yes")), tuple)
        else:
            docket = sitting.docket("USA")
            act = suspend if suspend in docket and sitting.state.chamber.drafts else a.Yield("USA")
            assert isinstance(sitting.submit(act if act in docket else next(iter(docket))), tuple)
    waiting = [d.symbol for d in sitting.state.chamber.drafts.values() if d.status == "tabled"]
    assert "NOR" not in sitting.state.chamber.consulting
    assert isinstance(sitting.submit(a.SendNote("USA", "NOR", asking.question(waiting[0]))), tuple)
    assert sitting.state.chamber.consulting[-1] == "NOR"
    sitting.submit(a.Yield("USA"))
    sitting.run(50)
    assert sitting.awaits == "USA"
    assert sitting.state.chamber.phase is Phase.CONSULTATIONS
    answer = sitting.view("USA").papers.notes
    assert answer is not None
    assert answer.seat == "NOR"
    assert waiting[0] in answer.words
