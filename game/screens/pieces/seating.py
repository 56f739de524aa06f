"""From a view to the table: who sits where and what is to be seen of each, and the words in the table's
middle.
"""

from __future__ import annotations

import re

from game.prose import organs
from game.prose.calls import call_in_words
from game.prose.names import day, listed, short
from game.rules.bodies import BODIES
from game.screens.pieces.canvas import shortened
from game.screens.pieces.counting import Terms, in_short, standing
from game.screens.pieces.horseshoe import Sitter
from game.session.scenario import Scenario
from game.session.state import Ballot, Chamber, Draft, Phase
from game.session.table import month_president, next_in_chair, present, to_be_put
from game.session.views import View
from game.session.words import NONE, Words

PHASES = {
    Phase.INTERVAL: "The world moves on",
    Phase.RECESS: "Between meetings",
    Phase.AGENDA: "The agenda",
    Phase.DEBATE: "Debate",
    Phase.CHAIR: "The President leads",
    Phase.CONSULTATIONS: "Consultations",
    Phase.RULING: "Point of order",
    Phase.RULED: "Ruling stated",
    Phase.BALLOT: "Roll call",
    Phase.CALL: "Called in turn",
    Phase.PLENARY: "The General Assembly",
    Phase.ENDED: "The crisis is over",
}


def now(phase: Phase, body: str, words: Words = NONE) -> str:
    """Return what is going on, before a body: the Assembly beside the League's Council is its own."""
    return f"The {organs.assembly(body, words)}" if phase is Phase.PLENARY else PHASES[phase]


def doing(view: View, scenario: Scenario) -> str:
    """Return what is going on, with what delegations are called for, and informal debate by its name."""
    usage, phase = view.chamber.usage, view.chamber.phase
    if phase is Phase.CALL and usage.call is not None:
        return ": ".join(part for part in call_in_words(usage.call, view.house, scenario) if part)
    if phase is Phase.CONSULTATIONS and usage.caucus:
        return INFORMAL
    return now(phase, view.open.body, view.open.words)


INFORMAL = "Informal debate"
PLAIN_NAME = re.compile(r" *[(\[;,]")
"""Where a representative's name ends and remarks on it begin."""
Middle = tuple[tuple[str, str], ...]


def masthead(view: View, scenario: Scenario, seat: str, width: int) -> str:
    """Return the head of the chamber in one line: the meeting, its day, what goes on, and who looks on."""
    c, meeting = view.chamber, view.chamber.meeting
    parts = [view.open.title]
    if meeting is not None and meeting.open:
        parts = [organs.record(view.open.body, meeting.number)]
    if view.stage is not None:
        parts.append(day(c.date))
    debated = f", round {meeting.round}" if meeting and c.phase is Phase.DEBATE else ""
    parts.append(doing(view, scenario) + debated)
    if c.conduct.private:
        parts.append("in private")
    if view.stage is not None and width >= 100:
        parts.append(view.stage.item or view.stage.title)
    who = short(scenario, seat) if seat else "public gallery"
    left = shortened(" · ".join(parts), width - len(who) - 5)
    return f" {left}{' ' * max(1, width - len(left) - len(who) - 2)}{who} "


def president(view: View, scenario: Scenario) -> str:
    """Return who presides, or an empty text before the first stage."""
    c = view.chamber
    if c.meeting is not None and c.meeting.open:
        return c.meeting.president
    if c.stage < 0 or not c.members:
        return ""
    due = month_president(scenario, c.stage)
    here = present(c)
    return due if due in here or not here else next_in_chair(c.members, due, here)


def has_floor(chamber: Chamber) -> str:
    """Return the seat that is speaking, or an empty text."""
    if chamber.phase is Phase.DEBATE and chamber.meeting is not None and chamber.meeting.queue:
        return chamber.meeting.queue[0]
    if chamber.phase is Phase.CALL and chamber.usage.call is not None:
        return next(iter(chamber.usage.call.queue), "")
    return ""


def acting(view: View, scenario: Scenario) -> str:
    """Return the seat whose act is awaited, as far as everybody can see; empty where nobody's is."""
    c = view.chamber
    turn = c.consulting[:1] if c.phase in (Phase.RECESS, Phase.CONSULTATIONS, Phase.PLENARY) else ()
    return has_floor(c) or called(c) or next(iter(turn), "") or president(view, scenario)


def before_the_council(view: View) -> Draft | None:
    """Return the draft that people look at now: the one in vote, or the first to be put to it (CB6)."""
    c = view.chamber
    if c.ballot is not None and c.ballot.draft in c.drafts:
        return c.drafts[c.ballot.draft]
    return next(iter(to_be_put(c)), None)


def called(chamber: Chamber) -> str:
    """Return the seat the roll call has come to."""
    ballot = chamber.ballot
    if chamber.phase is not Phase.BALLOT or ballot is None or len(ballot.votes) >= len(ballot.voters):
        return ""
    return ballot.voters[len(ballot.votes)]


def sitters(view: View, scenario: Scenario, chosen: str = "") -> tuple[Sitter, ...]:
    """Return the places at the table from the President round."""
    c = view.chamber
    head = president(view, scenario)
    order = c.members or tuple(s.code for s in view.open.seats)
    if head in order:
        at = order.index(head)
        order = (*order[at:], *order[:at])
    draft = before_the_council(view)
    stances = c.stances.get(draft.symbol, {}) if draft else {}
    votes = c.ballot.votes if c.phase is Phase.BALLOT and c.ballot else {}
    here, floor, next_voter = present(c) if c.members else order, has_floor(c), called(c)
    permanent = BODIES[view.open.body].permanent
    return tuple(
        Sitter(
            code=code,
            name=scenario.seat[code].short.removeprefix("the "),
            representative=PLAIN_NAME.split(scenario.seat[code].representative)[0],
            permanent=code in permanent,
            presides=code == head,
            floor=code == floor,
            absent=code not in here,
            sponsor=draft is not None and code in draft.sponsors,
            stance="" if code in votes else stances.get(code, ""),
            vote=votes.get(code, ""),
            called=code == next_voter,
            mine=bool(view.seat) and code == view.seat,
            chosen=code == chosen,
        )
        for code in order
    )


def middle(view: View, scenario: Scenario, terms: Terms | None = None) -> Middle:
    """Return the lines in the table's open middle, most important first, with their styles; without `terms`
    a vote is counted by the view's own house.
    """
    c = view.chamber
    informal = c.phase is Phase.CONSULTATIONS and c.usage.caucus
    title = INFORMAL if informal else now(c.phase, view.open.body, view.open.words)
    lines: list[tuple[str, str]] = [(title.upper(), "phase")]
    if c.phase is Phase.BALLOT and c.ballot is not None and c.ballot.kind != "assembly":
        lines += _vote(view, scenario, terms or Terms(house=view.house))
    elif c.phase is Phase.DEBATE and c.meeting is not None and c.meeting.queue:
        lines.append((f"▶ {short(scenario, c.meeting.queue[0])}", "said"))
        if len(c.meeting.queue) > 1:
            lines.append(("then " + ", ".join(short(scenario, s) for s in c.meeting.queue[1:4]), "quiet"))
    elif c.phase is Phase.CALL and c.usage.call is not None:
        about, left = call_in_words(c.usage.call, view.house, scenario)
        lines += [(about, "said"), (left, "quiet")]
    elif c.date:
        lines.append((day(c.date), "said"))
    draft = before_the_council(view)
    if c.ballot is not None and c.phase is Phase.BALLOT and not c.ballot.draft:
        draft = None  # the vote is on no text, and none may seem to be voted on
    if draft is not None:
        lines += _text(draft, scenario, named=c.phase is not Phase.BALLOT)
    return tuple(lines)


def _text(draft: Draft, scenario: Scenario, *, named: bool) -> Middle:
    """Return a draft in short: its symbol, then each operative clause's title."""
    revised = (
        f" (revised {draft.revision} times)" if draft.revision > 1 else " (revised)" if draft.revision else ""
    )
    lines = [(f"before it: {draft.symbol}{revised}", "quiet"), ("", "")] if named else [("", "")]
    kinds = [scenario.clause[c.kind] for c in draft.clauses if c.kind in scenario.clause]
    operative = [kind for kind in kinds if kind.part == "operative"]
    lines += [(f"{i}. {kind.title}", "clause") for i, kind in enumerate(operative, start=1)]
    return tuple(lines)


def _vote(view: View, scenario: Scenario, terms: Terms) -> Middle:
    """Return a vote in short: what it is on, what has been cast, and what may come of it."""
    ballot, seen = view.chamber.ballot, standing(view, scenario, terms)
    if ballot is None or seen is None:
        return ()
    cast, voters = len(ballot.votes), len(ballot.voters)
    if seen.silent:
        told, way = f"{cast} of {voters} asked", ""
    else:
        told = f"Y {seen.yes}   N {seen.no}   A {list(ballot.votes.values()).count('abstain')}"
        needed = 0 if seen.words else seen.outlook.needed
        filled = min(seen.yes, needed)
        way = f"{'■' * filled}{'□' * (needed - filled)} {seen.yes} of {needed}" if needed else ""
    lines = [(_put(ballot, view, scenario), "said"), (told, "tally"), (way or f"{cast} of {voters}", "quiet")]
    lines = lines[:2] if seen.silent else lines
    hope = in_short(seen, ballot.kind)
    return (*lines, (hope, "quiet")) if hope else tuple(lines)


def _put(ballot: Ballot, view: View, scenario: Scenario) -> str:
    """Return what is put to the vote in a few words."""
    motion = view.house.motion.get(ballot.subject)
    if ballot.kind in ("motion", "unopposed") and motion is not None:
        name = motion.name.removeprefix("To ")
        return f"{name[:1].upper()}{name[1:]}"
    if ballot.kind == "invitation":
        return f"Invite {short(scenario, ballot.subject)}"
    if ballot.kind == "part":
        return f"{ballot.draft}, part {ballot.place + 1}"
    return PUT.get(ballot.kind, ballot.subject)


PUT = {"agenda": "The agenda", "challenge": "The ruling", "preliminary": "Is it procedural?"}
"""Questions that are not named by a document."""


def speakers(view: View, scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """Return who is still to speak this round: (name, mark), signed speakers marked."""
    meeting, turns = view.chamber.meeting, view.chamber.consulting
    if view.chamber.phase is Phase.PLENARY:
        return tuple((short(scenario, seat), " " if i else "▶") for i, seat in enumerate(turns))
    call = view.chamber.usage.call
    if view.chamber.phase is Phase.CALL and call is not None:
        return tuple((short(scenario, seat), " " if i else "▶") for i, seat in enumerate(call.queue))
    if meeting is None or view.chamber.phase not in (Phase.DEBATE, Phase.RULING, Phase.RULED):
        return ()
    return tuple(
        (short(scenario, seat), "▶" if i == 0 else "✓" if seat in meeting.signed else " ")
        for i, seat in enumerate(meeting.queue)
    )


def guests(view: View, scenario: Scenario) -> tuple[str, ...]:
    """Return the names of the parties invited to the table."""
    return tuple(short(scenario, p) for p in sorted(view.chamber.invited))


def away(view: View, scenario: Scenario) -> str:
    """Return who is absent and why, in one line, or an empty text."""
    c = view.chamber
    return listed(
        f"{short(scenario, s)} ({why})" if why else short(scenario, s) for s, why in c.absent.items()
    )
