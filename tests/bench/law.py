"""What the law costs: a tally decided, an act judged, and everything a seat may do listed.

Each is set beside the plainest work that could stand in its place, so that the ratio speaks on any machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from game.packs import load
from game.rules.ballots import Question, decide
from game.rules.bodies import UNSC_15, Vote
from game.session import actions as a
from game.session.legal import Docket, legal, refusal_of
from game.session.state import Phase, State
from game.session.table import turn
from game.sitting import Sitting
from tests.bench.figures import Figure, compared, micro

TIMES = 300
_SEATS = (*UNSC_15.permanent, *(f"E{n:02}" for n in range(10)))
_CAST = dict(zip(_SEATS, (Vote.YES, Vote.ABSTAIN, Vote.NO, *(Vote.YES,) * 12), strict=True))


def figures() -> Iterator[Figure]:
    """Take all figures of this room."""
    yield a_tally()
    yield from (listing(phase) for phase in (Phase.DEBATE, Phase.BALLOT, Phase.RECESS))
    yield judging()


def _many(act: Callable[[], object], times: int = 100) -> Callable[[], None]:
    def done() -> None:
        for _ in range(times):
            act()

    return done


def a_tally() -> Figure:
    """Decide a vote of fifteen on substance, against adding its votes up."""
    ours, bare = compared(
        _many(lambda: decide(UNSC_15, Question.SUBSTANTIVE, _CAST)),
        _many(lambda: [list(_CAST.values()).count(vote) for vote in Vote]),
        TIMES,
    )
    return Figure(
        "a tally", ours / bare, f"{micro(ours / 100)} decided, {micro(bare / 100)} to add the votes up", 12.0
    )


@cache
def _moment(phase: Phase) -> State:
    """Return the first moment of a scripted sitting of Korea in a phase, some texts into it."""
    sitting = Sitting.begin(load("korea-1950"), seed=1)
    while sitting.state.chamber.phase is not phase or len(sitting.state.chamber.resolutions) < 1:
        sitting.step()
    return sitting.state


def listing(phase: Phase) -> Figure:
    """List all that the seat in turn may do, against judging as many acts one by one."""
    state = _moment(phase)
    seat = turn(state)[0]
    acts = legal(state, seat)
    ours, bare = compared(
        lambda: legal(state, seat), lambda: [refusal_of(state, act) for act in acts], TIMES // 3
    )
    said = f"{micro(ours)} for {len(acts)} acts, {micro(ours / max(1, len(acts)))} each"
    return Figure(f"legal in {phase.value}", ours / bare, said, 8.0)


def judging() -> Figure:
    """Judge a pass, as every delegate does at every turn, against asking which kinds are open."""
    state = _moment(Phase.DEBATE)
    seat = turn(state)[0]
    ours, bare = compared(
        _many(lambda: refusal_of(state, a.Yield(seat))), _many(lambda: Docket(state, seat).kinds), TIMES
    )
    return Figure("an act judged", ours / bare, f"{micro(ours / 100)} judged", 3.0)
