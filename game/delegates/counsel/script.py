"""The lines a pack gives a seat, as acts: each is done once, when it is first lawful, in the order written.

Only the seat's own lines for this stage reach a delegate. A line whose act is not lawful waits; a line that
names something unknown is passed over. Votes are read by `voting`.
"""

from __future__ import annotations

from collections.abc import Callable

from game.delegates.counsel import amending
from game.delegates.knowledge.occasion import Occasion
from game.session import actions as a
from game.session.scenario import Clause, ScriptLine

ANY_TIME = frozenset({"return", "note", "object", "pledge", "request"})
"""What is done between meetings and in consultations; the rest waits for the floor."""
ON_THE_FLOOR = frozenset(
    {"table", "amend", "withdraw", "sponsor", "invite", "point", "speak", "pledge", "refer", "leave"}
)

PLAIN = frozenset({"withdraw", "sponsor", "speak", "pledge", "leave"})
"""What of it takes no craft; motions, points, invitations, changes and texts of one's own do."""
AT_HAND = frozenset({"return", "note", "pledge"})

SPEAKING = frozenset({"speak"})
POINTS = frozenset({"point"})
TABLING = frozenset({"table"})
VOTING = frozenset({"vote"})


def next_act(o: Occasion, acts: frozenset[str]) -> a.Action | None:
    """Return the first act of the script that is not yet done and lawful now, and hold it for done."""
    spent, stage = o.memory.spent, o.memory.stage
    for line, kind, mark in o.dossier.lines(acts):
        if (stage, kind, mark) in spent:
            continue
        act = _ACTS[kind](o, line)
        if act is not None and o.lawful(act):
            o.memory.spend(kind, mark)
            return act
    return None


def remaining(o: Occasion, acts: frozenset[str]) -> list[ScriptLine]:
    """Return the lines of these acts that are not yet done at this stage."""
    return [x.line for x in o.dossier.lines(acts) if not o.memory.is_spent(x.act, x.mark)]


def stance(position: float) -> str:
    """Return a position as what a statement declares."""
    if position > 0:
        return "for"
    return "against" if position < 0 else "neutral"


def _table(o: Occasion, line: ScriptLine) -> a.Action | None:
    return a.TableDraft(o.seat, stored=line.what) if line.what in o.lexicon.drafts else None


def _sponsor(o: Occasion, line: ScriptLine) -> a.Action | None:
    draft = o.draft_called(line.what)
    return a.Sponsor(o.seat, draft.symbol) if draft else None


def _withdraw(o: Occasion, line: ScriptLine) -> a.Action | None:
    draft = o.draft_called(line.what)
    return a.WithdrawDraft(o.seat, draft.symbol) if draft else None


def _speak(o: Occasion, line: ScriptLine) -> a.Action | None:
    issue = line.what if line.what in o.lexicon.issues else ""
    says = stance(o.mandate.position(issue).position) if issue else ""
    return a.Speak(o.seat, issue, says, line.words)


def _pledge(o: Occasion, line: ScriptLine) -> a.Action | None:
    """`what` is a kind of pledge, or `kind:share`."""
    kind, _, share = line.what.partition(":")
    try:
        return a.Pledge(o.seat, kind, float(share) if share else 1.0)
    except ValueError:
        return None


def _point(o: Occasion, line: ScriptLine) -> a.Action | None:
    """`what` is the subject of a point of order, or `subject:target`."""
    subject, _, target = line.what.partition(":")
    if target:
        return a.RaisePoint(o.seat, subject, target)
    return next((p for p in o.docket.of(a.RaisePoint) if p.subject == subject), None)


def _amend(o: Occasion, line: ScriptLine) -> a.Action | None:
    """`what` is a draft, to change as the seat would, or `draft:clause`, struck out or else added."""
    name, _, kind = line.what.partition(":")
    draft = o.draft_called(name)
    if draft is None or (kind and kind not in o.lexicon.kinds):
        return None
    if not kind:
        return None if draft.symbol in o.memory.moved else amending.proposal(o, draft)
    for place, clause in enumerate(draft.clauses):
        if clause.kind == kind:
            return a.MoveAmendment(o.seat, draft.symbol, "delete", place)
    return a.MoveAmendment(o.seat, draft.symbol, "add", len(draft.clauses), Clause(kind))


OF_RIGHT = "request"
"""What a line that turns to the Assembly names when it asks for it outright, and moves no motion."""


def _refer(o: Occasion, line: ScriptLine) -> a.Action | None:
    """`what` is the motion (`ess` if none is named), or `request` of all Members, or of right (L8)."""
    return a.RequestSession(o.seat) if line.what == OF_RIGHT else a.MoveMotion(o.seat, line.what or "ess")


_ACTS: dict[str, Callable[[Occasion, ScriptLine], a.Action | None]] = {
    "table": _table,
    "sponsor": _sponsor,
    "withdraw": _withdraw,
    "speak": _speak,
    "pledge": _pledge,
    "point": _point,
    "amend": _amend,
    "invite": lambda o, line: a.ProposeInvitation(o.seat, line.what),
    "refer": _refer,
    "leave": lambda o, line: None if remaining(o, SPEAKING) else a.WalkOut(o.seat, line.words),
    "return": lambda o, line: a.Return(o.seat),
    "object": lambda o, line: a.GiveNotice(o.seat, line.what),
    "request": lambda o, line: a.RequestMeeting(o.seat, line.what),
    "note": lambda o, line: a.SendNote(o.seat, line.what, line.words),
}
