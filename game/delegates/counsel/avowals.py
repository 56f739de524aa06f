"""What a delegation avows of a vote it gives for its objectives: what in the text bears it out.

Objectives are in a seat's brief and are never named before others; what is said instead is true as far as it
goes. Nothing here chooses a vote.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.delegates.interests.changes import reads
from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.delegates.language.talk_forms import seed
from game.session.scenario import Clause
from game.session.state import Ballot

BORNE_OUT: Mapping[str, tuple[str, ...]] = {
    "yes": (
        "it would have “{0}” said, whatever else the text says",
        "a text that says “{0}” is worth more to it than none",
        "it would not see “{0}” lost for the sake of the rest",
    ),
    "no": (
        "it cannot answer at home for “{0}”",
        "for the sake of what is good in the text it will not swallow “{0}”",
        "“{0}” is more than it will help to carry",
    ),
    "abstain": (
        "it will neither carry “{0}” nor stand in its way",
        "with “{0}” in it the text must find its votes elsewhere",
    ),
}
"""A vote on a text, by a clause that bears it out."""
ON_THE_WHOLE: Mapping[str, tuple[str, ...]] = {
    "yes": ("on the whole it would rather have this text than none", "its Government would see this carried"),
    "no": (
        "on the whole it would rather have no text than this",
        "its Government would not see this carried",
    ),
    "abstain": (
        "its Government would neither help nor hinder it",
        "it leaves the decision to those who asked for it",
    ),
}
ON_A_CHANGE: Mapping[str, tuple[str, ...]] = {
    "yes": ("the text would do more of what it should", "so changed, it could stand by more of the text"),
    "no": ("it would have the text as it stands or not at all", "the text would do less of what it should"),
    "abstain": ("it does not mind which way the text is put",),
}
ON_A_HEARING: Mapping[str, tuple[str, ...]] = {
    "yes": ("whoever is spoken of should be heard",),
    "no": ("it does not think that a hearing would help now",),
    "abstain": ("it does not press for a hearing",),
}

_OTHERWISE = {"amendment": ON_A_CHANGE, "invitation": ON_A_HEARING}


def ground(o: Occasion, ballot: Ballot, vote: str) -> str:
    """Return the plain reason that a seat gives for a vote on the question put."""
    start = seed(o.seat, ballot.subject, vote)
    kinds = _OTHERWISE.get(ballot.kind, ON_THE_WHOLE)
    title = _clause(o, ballot, vote)
    told = vote if vote in kinds else "abstain"
    ways = BORNE_OUT[told] if title else kinds[told]
    return reasons.said(o.name, vote, ways[start % len(ways)].format(title))


def _clause(o: Occasion, ballot: Ballot, vote: str) -> str:
    """The title of the clause that bears a vote on a text out best; empty where none does."""
    draft = o.chamber.drafts.get(ballot.draft)
    if draft is None or ballot.kind not in ("draft", "assembly", "consent", "amendment"):
        return ""
    clauses: tuple[Clause, ...] = draft.clauses
    if ballot.kind == "amendment":
        after = reads(draft, o.chamber.amendments[ballot.subject])
        clauses = tuple([c for c in after if c not in draft.clauses]) if vote != "abstain" else ()
    stands = sorted((o.mandate.stand(c) for c in clauses), key=lambda s: (s.attitude, s.title))
    if vote == "yes":
        return stands[-1].title if stands and stands[-1].attitude >= reasons.ACCEPTS else ""
    return stands[0].title if stands and stands[0].attitude < -reasons.ACCEPTS else ""
