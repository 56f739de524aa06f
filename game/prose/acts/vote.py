"""What a delegation may do when a question is put."""

from __future__ import annotations

from collections.abc import Mapping

from game.prose.acts.conduct import VOID, bound
from game.prose.acts.label import Label, Where
from game.prose.acts.plenary import assembly_vote
from game.prose.league import effect_of
from game.prose.minutes import question
from game.rules.bodies import BODIES, PERMANENT
from game.session import actions as act
from game.session.actions import Action
from game.session.bars import vetoers
from game.session.covenant import governs, way
from game.session.scenario import Scenario

_TITLES = {
    "pass": "Pass",
    "yes": "Yes",
    "no": "No",
    "abstain": "Abstain",
    "not_participating": "Do not participate",
}
_SILENT = ("consent", "statement", "unopposed")
_NO_VETO = ("challenge", *_SILENT)
_OBJECTING = {
    "consent": "One objection sends the text to the vote.",
    "statement": "Your objection alone blocks the statement.",
    "unopposed": "One objection, and silence does not carry the motion.",
}


def _veto(a: act.CastBallot, s: Scenario, w: Where) -> bool:
    """Whether this ballot would defeat a text that has the votes (V4)."""
    ballot = w.chamber.ballot
    seat = s.seat.get(a.seat)
    if ballot is None or a.vote != "no" or seat is None or not seat.permanent or ballot.kind in _NO_VETO:
        return False
    may = vetoers(w.house, ballot, w.chamber, BODIES[s.open.body])
    return a.seat in may and not bound(w, s, a.seat)


def _title(a: act.CastBallot, s: Scenario, w: Where) -> str:
    if w.chamber.ballot is not None and w.chamber.ballot.kind in _SILENT:
        return "No objection" if a.vote == "yes" else "Object"
    rights = " with rights" if a.rights else ""
    return _TITLES.get(a.vote, a.vote) + rights + (" (a veto)" if _veto(a, s, w) else "")


def _sentence(a: act.CastBallot, s: Scenario, w: Where) -> str:
    ballot = w.chamber.ballot
    what = question(ballot.kind, ballot.subject, s, ballot.named) if ballot else "the question put"
    if ballot is not None and ballot.kind in _SILENT:
        return "Silence is consent." if a.vote == "yes" else _OBJECTING[ballot.kind]
    if ballot is not None and governs(s) and a.vote != "pass" and not a.rights:
        party = a.seat in s.open.disputants
        return effect_of(a.vote, way(s, w.chamber, ballot), what, party=party)
    if a.vote in ("yes", "no") and bound(w, s, a.seat):
        return VOID
    if a.vote == "pass":
        return "You are called again at the end of the roll, and must then vote yes or no."
    if ballot is not None and ballot.kind == "assembly":
        return assembly_vote(a.vote, what)
    if a.rights:
        return f"Votes {a.vote} on {what}; you will be called to explain your vote."
    if _veto(a, s, w):
        return f"Votes against {what}. Your no alone defeats it, even if every other member votes yes."
    return {
        "yes": f"Votes for {what}.",
        "no": f"Votes against {what}.",
        "abstain": f"Takes no side on {what}. The number of votes needed stays; this is never a veto.",
        "not_participating": f"You are present and take no part in the vote on {what}; the record says so.",
    }.get(a.vote, f"Votes on {what}.")


def _rule(a: act.CastBallot) -> str:
    if a.vote == "no":
        return "V4" if a.seat in PERMANENT else "V1"
    if a.rights:
        return "MU6"
    return {"abstain": "V6", "not_participating": "V8", "pass": "MU6"}.get(a.vote, "V1")


LABELS: Mapping[type[Action], Label] = {act.CastBallot: Label(_title, _sentence, _rule)}
