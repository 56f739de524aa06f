"""Figures of a sitting: one more act late and early, one more look, taking up a long save."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from game.rules.refusals import Refusal
from game.session import actions as a
from game.session.legal import Docket
from game.session.state import Phase
from game.session.table import turn
from game.sitting import Sitting
from tests.bench.figures import Figure, compared, micro
from tests.session.council import OF_1950, SCENARIO

LONG = 10_000
SHORT = 10


def debating(folder: Path | None = None) -> Sitting:
    """A sitting of persons in a debate that need not end."""
    sitting = Sitting.begin(SCENARIO, dict.fromkeys(OF_1950, "person"), seed=1, rounds=10**9, folder=folder)
    sitting.step()
    while sitting.state.chamber.phase is not Phase.DEBATE:
        speak(sitting)
    return sitting


def speak(sitting: Sitting) -> None:
    """Take the next act of an endless debate: a statement, the floor given up, another round."""
    seat = turn(sitting.state)[0]
    meeting = sitting.state.chamber.meeting
    act: a.Action = a.Yield(seat)
    if sitting.state.chamber.phase is Phase.CHAIR:
        act = a.ContinueDebate(seat)
    elif not sitting.state.chamber.consulting and sitting.state.chamber.phase is Phase.RECESS:
        act = a.CallToOrder(seat)
    elif sitting.state.chamber.phase is Phase.DEBATE and meeting is not None and seat not in meeting.spoke:
        act = a.Speak(seat, "breach", "for", "We have said so before.")
    done = sitting.submit(act)
    assert not isinstance(done, Refusal), done


def grown(events: int, folder: Path | None = None) -> Sitting:
    """A sitting whose record is so long."""
    sitting = debating(folder)
    while len(sitting.record) < events:
        speak(sitting)
    return sitting


def one_more_act(events: int = LONG, times: int = 400, folder: Path | None = None) -> Figure:
    """Compare one more act after many events with one after few."""
    late, early = grown(events, folder), [grown(SHORT, folder)]

    def soon() -> None:
        speak(early[0])

    def afresh() -> None:
        if len(early[0].record) > 20 * SHORT:
            early[0].close()
            early[0] = grown(SHORT, folder)

    taken_late, taken_early = compared(lambda: speak(late), _and_then(soon, afresh), times)
    late.close()
    early[0].close()
    kept = "saved" if folder else "not saved"
    said = f"{micro(taken_late)} at event {events}, {micro(taken_early)} at event {SHORT}, {kept}"
    return Figure("one more act", taken_late / taken_early, said, most=1.5)


def _and_then(act: Callable[[], None], after: Callable[[], None]) -> Callable[[], None]:
    """Return an act whose tidying is rare enough not to touch the median."""

    def both() -> None:
        act()
        after()

    return both


def one_more_look(events: int = LONG, times: int = 200) -> Figure:
    """Compare what a seat is shown, its view and its docket, after many events with after few."""
    late, early = grown(events), grown(SHORT)

    def look(sitting: Sitting) -> None:
        seat = turn(sitting.state)[0]
        sitting.view(seat)
        len(Docket(sitting.state, seat))

    taken_late, taken_early = compared(lambda: look(late), lambda: look(early), times)
    said = f"{micro(taken_late)} at event {events}, {micro(taken_early)} at event {SHORT}"
    return Figure("one more look", taken_late / taken_early, said, most=1.5)


def taking_up(events: int = LONG) -> Figure:
    """Compare taking up a long save with taking up a tenth of it, event for event."""
    with tempfile.TemporaryDirectory() as folder:
        saves = [grown(n, Path(folder)) for n in (events, events // 10)]
        for sitting in saves:
            sitting.close()
        whole, tenth = (sitting.path for sitting in saves)

        def resume(path: Path | None) -> None:
            assert path is not None
            Sitting.resume(path, SCENARIO)[0].close()

        long, short = compared(lambda: resume(whole), lambda: resume(tenth), 5)
    said = f"{long:.2f} s for {events} events, {micro(long / events)} each"
    return Figure("taking up a save", long / (10 * short), said, most=2.0)


def figures() -> Iterator[Figure]:
    """Take all figures of a sitting, one by one."""
    yield one_more_act()
    with tempfile.TemporaryDirectory() as folder:
        yield one_more_act(folder=Path(folder))
    yield one_more_look()
    yield taking_up()
