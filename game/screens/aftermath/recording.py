"""A save opened to be looked at: its crisis, and as many of its events as still make sense.

Whatever is wrong with a save or its pack becomes a sentence; nothing is thrown at the screens, and no file
is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.journal import JournalError, Saved, read
from game.packs import PackError, load_again
from game.places import PlaceError
from game.plain import clean
from game.prose.minutes import line
from game.screens.pieces.panels import drafts_panel
from game.screens.pieces.seating import guests, middle, sitters
from game.session.decide import before
from game.session.events import CrisisEnded, Event
from game.session.fold import fold
from game.session.scenario import Scenario
from game.session.views import view

Finder = Callable[[str, Mapping[str, Any]], Scenario]
"""What gives a crisis by its id and the options of a save's header."""
MISFIT = (LookupError, ValueError, TypeError, AttributeError)


@dataclass(frozen=True)
class Recording:
    """A saved sitting as it can be shown; `remarks` are sentences on what is amiss with it."""

    scenario: Scenario
    record: tuple[Event, ...]
    path: Path | None = None
    title: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether the crisis has ended in it."""
        return any(isinstance(event, CrisisEnded) for event in self.record)


def opened(path: Path, find: Finder = load_again) -> Recording | str:
    """Return a save as a recording, or why it cannot be shown; `find` gives the crisis of its header."""
    try:
        reading = read(path)
        scenario = find(reading.header.pack, reading.header.options)
    except JournalError as fault:
        return clean(str(fault))
    except (PackError, PlaceError) as fault:
        return clean(f"The crisis of this sitting cannot be opened. {fault}")
    except OSError as fault:
        return clean(f"{path} cannot be read ({fault.strerror or fault}).")
    remarks = [said for said in (reading.dropped, reading.trouble) if said]
    if reading.header.pack_digest != scenario.open.digest:
        remarks.append("The crisis has been changed since this sitting was played.")
    events = tuple(reading.events)
    sound = sensible(scenario, events)
    if sound < len(events):
        remarks.append(
            f"Event {sound + 1} does not fit the crisis as it is now; what comes after it is left out."
        )
    if not sound:
        return clean(" ".join(["Nothing of this sitting can be shown.", *remarks]))
    title = reading.header.title or scenario.open.title
    return Recording(scenario, events[:sound], path, clean(title), tuple(clean(said) for said in remarks))


def sensible(scenario: Scenario, events: Sequence[Event]) -> int:
    """Return how many events, from the first on, fit the crisis and can be told and shown."""
    state = before(scenario)
    for number, event in enumerate(events):
        try:
            state = fold(state, event)
            line(event, scenario)
            seen = view(state)
            sitters(seen, scenario)
            middle(seen, scenario)
            guests(seen, scenario)
            drafts_panel(seen, scenario)
        except MISFIT:
            return number
    return len(events)


def told(saved: Saved) -> str:
    """Return one line on a save: how far it went and when it was last played."""
    if saved.header is None:
        return "not a sitting that can be opened"
    how = "finished" if saved.finished else "open"
    when = saved.last_at[:16].replace("T", " ")
    return f"{how} · {saved.acts} acts{f' · {when} UTC' if when else ''}"
