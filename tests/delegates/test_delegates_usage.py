"""Scripted delegations by house rules: what they answer when called, and what they move, sign and build."""

from __future__ import annotations

from dataclasses import replace as replaced

import pytest
from msgspec.structs import replace

from game.delegates import take_seat
from game.packs import load
from game.packs.houses import house
from game.rules.house import Veto
from game.session import actions as a
from game.session.chance import Chance
from game.session.events import AmendmentMoved, DraftTabled, MotionMoved, PaperSigned, SpokeTo, VoteChanged
from game.session.legal import Docket
from game.session.state import Phase, State
from game.session.views import view
from game.sitting import Sitting

KOREA = load("korea-1950")


def choice(state: State, seat: str) -> a.Action:
    """What a steadfast delegation does now, if it is lawful."""
    docket = Docket(state, seat)
    act = take_seat("steadfast", seat).choose(view(state, seat), docket, Chance(1, 1).stream("test"))
    assert act in docket
    return act


def until(name: str, kind: str, **changes: object) -> State:
    """A moment at which delegations are called for something."""
    sitting = Sitting.begin(KOREA, seed=1, house=replaced(house(name), **changes))  # type: ignore[arg-type]
    for _ in range(3_000):
        call = sitting.state.chamber.usage.call
        if call is not None and call.kind == kind:
            return sitting.state
        if not sitting.step():
            break
    raise AssertionError(f"nobody is ever called for {kind} in {name}")


@pytest.mark.parametrize(
    ("name", "kind", "acts"),
    [
        ("una_usa", "attendance", (a.AnswerRoll,)),
        ("una_usa", "caucus", (a.SpeakTo,)),
        ("una_usa", "debate", (a.SpeakTo, a.Yield)),
        ("thimun", "second", (a.Second, a.Yield)),
        ("thimun", "debate", (a.SpeakTo, a.Yield)),
    ],
)
def test_whoever_is_called_answers_lawfully(name: str, kind: str, acts: tuple[type, ...]) -> None:
    state = until(name, kind)
    call = state.chamber.usage.call
    assert call is not None
    for seat in call.queue:
        now = replace(call, queue=(seat,))
        chamber = replace(state.chamber, usage=replace(state.chamber.usage, call=now))
        assert isinstance(choice(replace(state, chamber=chamber), seat), acts)


def test_mu9_a_red_line_is_held_and_mere_dislike_gives_way() -> None:
    sitting = Sitting.begin(KOREA, seed=1, house=replaced(house("nmun"), veto=Veto.ABSTAIN_TO_PASS))
    sitting.run()
    changed = [x for x in sitting.record if isinstance(x, VoteChanged)]
    held = [x for x in sitting.record if type(x).__name__ == "NoHeld"]
    assert held
    assert len(changed) < len(held)


def test_mu2_others_sign_a_paper_they_would_not_vote_down() -> None:
    sitting = Sitting.begin(KOREA, seed=1, house=house("nmun"))
    sitting.run()
    tabled = {x.symbol: x.sponsors for x in sitting.record if isinstance(x, DraftTabled)}
    signed = [x for x in sitting.record if isinstance(x, PaperSigned)]
    assert signed
    assert all(x.seat not in tabled[x.paper] for x in signed if x.paper in tabled)


def test_mu4_a_text_of_history_is_built_clause_by_clause_what_it_decides_first() -> None:
    sitting = Sitting.begin(KOREA, seed=1, house=house("thimun"))
    sitting.run()
    opened = next(x for x in sitting.record if isinstance(x, DraftTabled))
    moved = [x for x in sitting.record if isinstance(x, AmendmentMoved) and x.draft == opened.symbol]
    stored = next(d for d in KOREA.open.drafts if d.title == opened.title)
    written = [x.clause for x in moved if x.change == "add" and x.seat == opened.sponsors[0]]
    assert set(map(repr, written)) <= set(map(repr, stored.clauses))
    assert KOREA.clause[written[0].kind].part == "operative"  # type: ignore[union-attr]


def test_motions_are_moved_once_a_date_and_spoken_to_within_the_time() -> None:
    sitting = Sitting.begin(KOREA, seed=1, house=house("una_usa"))
    sitting.run()
    stage, seen = "", set()
    for event in sitting.record:
        stage = getattr(event, "stage", stage) if type(event).__name__ == "StageOpened" else stage
        if isinstance(event, MotionMoved):
            assert (stage, event.seat, event.motion) not in seen
            seen.add((stage, event.seat, event.motion))
        if isinstance(event, SpokeTo):
            assert len(event.words.split()) <= 120
    assert seen


def test_mu1_in_the_councils_own_house_nothing_of_it_is_done() -> None:
    sitting = Sitting.begin(KOREA, seed=1)
    sitting.run()
    kinds = {type(x).__name__ for x in sitting.record}
    assert not kinds & {"CallBegun", "PaperSigned", "SpokeTo", "CaucusOpened", "DirectiveAdopted"}
    assert sitting.state.chamber.phase is Phase.ENDED
