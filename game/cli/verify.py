"""`horseshoe verify`: a save read, its seals checked, and every event replayed."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from game.cli import saying
from game.cli.pack import scenario_of_save
from game.cli.save import bare, find, folder, reading_of
from game.cli.trouble import Trouble

if TYPE_CHECKING:
    from game.journal import Reading
    from game.session.scenario import Scenario


def run(asked: Namespace) -> int:
    """Say what a save is and whether it is sound; 0 if it is, 1, with a complaint, if not."""
    path = find(asked.save, folder(asked.saves))
    reading = reading_of(path)
    head = reading.header
    saying.say(f"{bare(path)}: {head.title or head.pack}")
    saying.say(f"  crisis {head.pack}, seed {head.seed}, begun {head.begun} with Horseshoe {head.game}")
    saying.say(f"  {reading.entries} entries, {len(reading.events)} events that stand")
    try:
        scenario = scenario_of_save(head)
    except Trouble as fault:
        raise Trouble(f"The save could not be replayed: {fault}") from None
    if scenario.open.digest != head.pack_digest:
        saying.say("  the crisis has been changed since this sitting was begun")
    good, state = replayed(reading, scenario)
    saying.say(f"  last good event: {good}{_told(reading, scenario, good)}")
    if reading.dropped:
        saying.say(f"  {reading.dropped}")
    if good < len(reading.events):
        raise Trouble(
            f"Event {good + 1} does not fit the crisis as it is now; what comes after was not replayed: "
            "put the edition of the crisis back that the sitting was begun with."
        )
    if reading.trouble:
        raise Trouble(f"The save is damaged. {reading.trouble}")
    saying.say(f"Sound: all that was acknowledged is there, {_how_far(reading, state)}.")
    return 0


def _how_far(reading: Reading[Any], state: Any) -> str:
    """Where a sound sitting stands, to end a sentence with."""
    if not reading.events:
        return "but the game stopped before the sitting had opened: begin a new one"
    return "and the sitting is over" if state.chamber.ending else "and the sitting can go on"


def replayed(reading: Reading[Any], scenario: Scenario) -> tuple[int, Any]:
    """Replay a save's events; return how many fitted, and the state after them."""
    from game.session.decide import before
    from game.session.fold import fold

    state = before(scenario)
    for number, event in enumerate(reading.events):
        try:
            state = fold(state, event)
        except (LookupError, ValueError, TypeError, AttributeError):
            return number, state
    return len(reading.events), state


def _told(reading: Reading[Any], scenario: Scenario, good: int) -> str:
    """The last good event that says something, as the minutes have it."""
    from game.prose.minutes import line
    from game.session.events import PRIVATE

    for event in reversed(reading.events[:good]):
        if type(event) in PRIVATE:
            continue
        if said := line(event, scenario):
            return f", “{said}”"
    return ""
