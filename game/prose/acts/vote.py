"""What a delegation may do when a question is put."""

from __future__ import annotations

from collections.abc import Mapping

from game.prose.acts.conduct import VOID, bound
from game.prose.acts.label import Label, Where
from game.prose.minutes import question
from game.rules.bodies import PERMANENT
from game.session import actions as act
from game.session.actions import Action
from game.session.scenario import Scenario

_TITLES = {"yes": "Yes", "no": "No", "abstain": "Abstain", "not_participating": "Do not participate"}
_SILENT = ("consent", "statement")
_NO_VETO = ("challenge", *_SILENT)
_SENDS = "One objection sends the text to the vote."


def _veto(a: act.CastBallot, s: Scenario, w: Where) -> bool:
    """Whether this ballot would defeat a text that has the votes (V4)."""
    ballot = w.chamber.ballot
    seat = s.seat.get(a.seat)
    on_substance = ballot is not None and ballot.nature == "substantive" and ballot.kind not in _NO_VETO
    return a.vote == "no" and seat is not None and seat.permanent and on_substance and not bound(w, s, a.seat)


def _title(a: act.CastBallot, s: Scenario, w: Where) -> str:
    if w.chamber.ballot is not None and w.chamber.ballot.kind in _SILENT:
        return "No objection" if a.vote == "yes" else "Object"
    return _TITLES.get(a.vote, a.vote) + (" (a veto)" if _veto(a, s, w) else "")


def _sentence(a: act.CastBallot, s: Scenario, w: Where) -> str:
    ballot = w.chamber.ballot
    what = question(ballot.kind, ballot.subject, s) if ballot else "the question put"
    if ballot is not None and ballot.kind in _SILENT:
        blocks = "Your objection alone blocks the statement." if ballot.kind == "statement" else _SENDS
        return "Silence is consent." if a.vote == "yes" else blocks
    if a.vote in ("yes", "no") and bound(w, s, a.seat):
        return VOID
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
    return {"abstain": "V6", "not_participating": "V8"}.get(a.vote, "V1")


LABELS: Mapping[type[Action], Label] = {act.CastBallot: Label(_title, _sentence, _rule)}
