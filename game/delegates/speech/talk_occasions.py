"""What a delegation says on an occasion of its own, once: its seat taken again, a text carried against it, a
veto announced.

A pack's sentence goes first, else one of the house's; each is said beside a statement, and never a second
time in a sitting. Nothing here decides what is done.
"""

from __future__ import annotations

from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.delegates.language import talk_forms as forms
from game.delegates.language.talk_forms import Speaker, seed
from game.plain.names import with_article
from game.session.state import Draft

HERE_AGAIN = "what is decided here concerns it"
RETURNED = (
    "{me} has taken its place again, and means to be heard",
    "the chair of {me} is filled again, and {me} reserves its view of what was done while it was empty",
    "{me} is back at this table, because what is decided here concerns it",
)
WARNED = (
    "{me} gives fair warning: as long as {text} says “{clause}”, its vote will be no",
    "those who would have {text} put to the vote with “{clause}” in it know how {me} will vote",
    "{me} has said what it will do if {text} is put with “{clause}” in it, and means it",
    "with “{clause}” in it {text} will meet the no of {me}; there is still time for other words",
)
WARNED_PLAINLY = (
    "{me} gives fair warning: as it stands {text} will meet its no",
    "those who would have {text} put to the vote as it stands know how {me} will vote",
)
"""A no that alone defeats a text, announced to it."""
PROTESTED = (
    "{me} voted against {text}, and does not hold “{clause}” wiser for having been carried",
    "{text} was carried over the no of {me}, which has not changed its mind on “{clause}”",
    "{me} protests that “{clause}” in {text} was carried against its vote",
)
PROTESTED_PLAINLY = (
    "{text} was carried over the no of {me}, which holds to its objection",
    "{me} protests that {text} was carried against its vote",
)
"""A text carried over one's objection."""


def due(o: Occasion, me: Speaker) -> str:
    """Return what the moment asks the seat to say beside its statement; empty where it asks for nothing."""
    return _returned(o, me) or _warned(o, me) or _protested(o, me)


def voted(o: Occasion, draft: Draft) -> str:
    """Return how the seat voted on a text that is decided; empty where it did not or nobody can tell."""
    subject = draft.stored or next((c.kind for c in draft.clauses), "")
    return o.chamber.subjects.get(subject, {}).get(o.seat, "")


def _returned(o: Occasion, me: Speaker) -> str:
    """The first word of a seat that was away and has come back at this date."""
    if not o.memory.is_spent("return", "") or o.seat in o.chamber.absent:
        return ""
    packs_own = o.lexicon.open.words.said("return", seed(o.seat), seat=me.name, reason=HERE_AGAIN)
    return _once(o, packs_own, RETURNED, me, seed(o.seat, "return"))


def _warned(o: Occasion, me: Speaker) -> str:
    """The no that was announced to a text and would alone defeat it."""
    if o.seat not in o.lexicon.blocking:
        return ""
    for draft, w in o.dossier.texts():
        told = o.chamber.stances.get(draft.symbol, {})
        if told.get(o.seat) != "no" or draft.nature == "procedural" or w.vote != "no":
            continue
        said = warning(o, me, draft)
        if said:
            return said
    return ""


def warning(o: Occasion, me: Speaker, draft: Draft) -> str:
    """Return what a seat says of a text on which its no is announced; empty when it has said so."""
    w = o.weigh(draft)
    title = o.lexicon.title(draft.clauses[w.place]) if 0 <= w.place < len(draft.clauses) else ""
    start, fields = seed(o.seat, draft.symbol, "warn"), (("text", draft.symbol), ("clause", title))
    clause = f"“{title}”" if title else draft.symbol
    packs_own = o.lexicon.open.words.said("warn_veto", start, seat=me.name, text=draft.symbol, clause=clause)
    return _once(o, packs_own, WARNED if title else WARNED_PLAINLY, me, start, *fields)


def _protested(o: Occasion, me: Speaker) -> str:
    """The last text that was carried over the no of the seat."""
    for draft in reversed(o.chamber.drafts.values()):
        if draft.status != "adopted" or o.seat in draft.sponsors or voted(o, draft) != "no":
            continue
        if any(draft.symbol in said and "carried" in said for said in o.memory.uttered):
            return ""
        start, mover = seed(o.seat, draft.symbol, "protest"), draft.sponsors[0] if draft.sponsors else ""
        packs_own = o.lexicon.open.words.said(
            "protest",
            start,
            seat=me.name,
            other=with_article(o.lexicon.names.get(mover, mover)),
            reason=f"{draft.symbol} was carried over its no",
        )
        title = _minds(o, draft)
        kinds = PROTESTED if title else PROTESTED_PLAINLY
        return _once(o, packs_own, kinds, me, start, ("text", draft.symbol), ("clause", title))
    return ""


def _minds(o: Occasion, draft: Draft) -> str:
    """The title of the clause a seat minds most in a text, if it minds any."""
    stands = [o.mandate.stand(c) for c in draft.clauses]
    worst = min(stands, key=lambda s: s.contribution, default=None)
    minded = worst is not None and reasons.holds(worst.attitude) in ("objects to", "rejects")
    return worst.title if worst is not None and minded else ""


def _once(
    o: Occasion, packs_own: str, kinds: tuple[str, ...], me: Speaker, start: int, *fields: tuple[str, str]
) -> str:
    """Return the pack's sentence or else a form of the house's, unless one of them has been said."""
    said = o.memory.uttered
    if packs_own:
        return packs_own if said.isdisjoint(forms.sentences(packs_own)) else ""
    if any(not said.isdisjoint((forms.formed(kind, me.name, *fields),)) for kind in kinds):
        return ""
    return forms.formed(kinds[start % len(kinds)], me.name, *fields)
