"""Lines of the running record for the Council's rarer business; `minutes` has the table they belong to.

As there: plain, neutral, and nothing is judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from game.plain import clean
from game.prose import organs
from game.prose.names import after_colon, day, everyone, listed, ordinal, the, told_of
from game.session import events as happened
from game.session.events import Event
from game.session.scenario import Scenario


def item_title(scenario: Scenario, item: str) -> str:
    """What an item is called: its title in the pack, or the member's own words."""
    known = scenario.item.get(item)
    return clean(known.title if known else item)


def drafts_named(symbols: Iterable[str]) -> str:
    """Drafts by their symbols: `draft S/1`, `drafts S/1 and S/2`."""
    named = [clean(symbol) for symbol in symbols]
    return f"draft{'s' if len(named) > 1 else ''} {listed(named)}"


def rose(e: happened.MeetingRose, s: Scenario) -> str:
    """The end of a meeting, what stays before the Council, and whether it meets again (AG6)."""
    stay = "stays" if len(e.carried) == 1 else "stay"
    kept = f"; {drafts_named(e.carried)} {stay} before the Council" if e.carried else ""
    again = "; another meeting follows at this date" if e.phase == "recess" else ""
    return f"the meeting rises{kept}{again}"


def notice(e: happened.NoticeGiven, s: Scenario) -> str:
    """A notice of objection, to the agenda or to one item of it (AG5)."""
    what = f"the item “{item_title(s, e.item)}”" if e.item else "the agenda"
    return f"{the(s, e.seat)} gives notice that it will object to {what}"


def motion_parties(e: happened.MotionMoved, s: Scenario) -> str:
    """Those a motion names as parties to a dispute, as words to follow it."""
    return f": {everyone(s, e.seats)}" if e.seats else ""


def _requested(e: happened.MeetingRequested, s: Scenario) -> str:
    what = f", to take up “{clean(e.title)}”" if e.title else ""
    return f"{the(s, e.seat)} asks for a meeting{what}; the President shall call it"


def _private(e: happened.MeetingMadePrivate, s: Scenario) -> str:
    leave = "leaves" if len(e.guests) == 1 else "leave"
    gone = f"; {everyone(s, e.guests)} {leave} the table" if e.guests else ""
    return f"the public gallery is cleared, and the Council goes on in private{gone}"


def _communique(e: happened.CommuniqueIssued, s: Scenario) -> str:
    number = ordinal(e.number)
    decided = f" and adopted {drafts_named(e.decided)}" if e.decided else ""
    about = f" “{clean(e.item)}”" if e.item else " the item on its agenda"
    record = organs.record(s.open.body, e.number)
    return (
        f"communiqué {record}: at its {number} meeting, held in private on {day(e.date)}, the "
        f"{organs.council(s.open.body, s.open.words)} considered{about}{decided}"
    )


def _issued(e: happened.StatementIssued, s: Scenario) -> str:
    kind = "a statement to the press" if e.form == "press" else "a statement by the President"
    return f"{kind} is issued on behalf of all members as {clean(e.symbol)} (text of {clean(e.draft)})"


def _annulled(e: happened.ResultAnnulled, s: Scenario) -> str:
    what = f"the invitation of {the(s, e.subject)}" if e.kind == "invitation" else clean(e.subject)
    return f"{what} falls, because it is held to be a question of substance"


def _explained(e: happened.VoteExplained, s: Scenario) -> str:
    about = f" on {clean(e.draft)}" if e.draft else ""
    return told_of(s, e.seat, f"explains its vote{about}", e.words)


LINES: Mapping[type[Event], Callable[[Any, Scenario], str | None]] = {
    happened.MeetingRequested: _requested,
    happened.MeetingSetDown: lambda e, s: "another meeting is set down at this date",
    happened.ItemAdopted: lambda e, s: f"the item “{clean(e.title or e.item)}” is on the agenda",
    happened.ItemDropped: lambda e, s: f"the item “{clean(e.title or e.item)}” is not put on the agenda",
    happened.DiscussionStopped: lambda e, s: "the matter is not discussed again at this date",
    happened.DebateClosed: lambda e, s: "the debate is over, and the Council proceeds to the vote",
    happened.MeetingMadePrivate: _private,
    happened.CommuniqueIssued: _communique,
    happened.VoteAsked: lambda e, s: (
        f"{the(s, e.seat)} asks that draft {clean(e.draft)}, which a guest tabled, be put to the vote"
    ),
    happened.VoteExplained: _explained,
    happened.StatementIssued: _issued,
    happened.StatementBlocked: lambda e, s: (
        f"{the(s, e.seat)} does not agree, so no statement is made ({clean(e.draft)})"
    ),
    happened.DisputeDeclared: lambda e, s: (
        f"the Council declares that there is a dispute; parties{after_colon(everyone(s, e.parties))}"
    ),
    happened.NatureReferred: lambda e, s: (
        "the President leaves it to the Council whether the matter is one of procedure"
    ),
    happened.ResultAnnulled: _annulled,
}
"""What each kind of event says."""
