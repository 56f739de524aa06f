"""A veto that is courted: a text put though it is sure to be stopped, because the seat gains by who stops it.

What it gains is reckoned from what packs openly say follows from a veto, from the standing that a veto costs,
and from the Assembly, which may then act. It must never be the way of a delegation whose bent is to carry
what it can with others.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from game.delegates.interests.footings import REFERRED, Footing, lost
from game.delegates.interests.weighing import weighed
from game.delegates.knowledge.occasion import Occasion
from game.delegates.knowledge.prospects import PROMISING, Outlook
from game.delegates.knowledge.reckoning import said
from game.delegates.language import reasons
from game.delegates.language.talk_forms import seed
from game.rules.bodies import BODIES, Law
from game.session import actions as a
from game.session.facts import ASSEMBLY, ASSEMBLY_ADOPTED, ASSEMBLY_CALLED
from game.session.scenario import Clause
from game.session.state import Ballot, Draft

SURE = 0.6
"""How likely a no that alone defeats a text must be for a veto to be called sure."""
UNWILLING = frozenset({"follower", "broker"})
"""Temperaments that court no veto."""
COSTS = 3.0
"""What a veto costs in standing, as everybody knows."""
UNITING = "1950-11-03"
"""From when the Assembly may act where a veto keeps the Council from it: 377 A (V)."""
AWARE = (
    "it knows what awaits {}, and would have it seen who stops it",
    "if {} is to be stopped, let it be stopped before everybody and by a vote that has a name to it",
    "it would rather have {} lost in the open than kept from the vote to spare others an answer",
)


def gain(o: Occasion, look: Outlook, clauses: tuple[Clause, ...], stored: str, symbol: str = "") -> float:
    """Return what a sure veto of a text is worth to the seat, in objectives; 0 where none is sure."""
    if not look.aims.bearing or o.chamber.holders.get(o.seat) in UNWILLING or o.lexicon.procedural(clauses):
        return 0.0
    draft = o.chamber.drafts.get(symbol)
    told = {**(said(o, draft) if draft is not None else {}), o.seat: "yes"}
    count = look.reckoning.count(o, clauses, told)
    if count.barred < SURE:
        return 0.0
    fallen = lost(look.facts, look.aims.purport(clauses, stored), count.votes, vetoed=True)
    standing = dict(fallen.standing)
    for seat in _barring(o, look, clauses, told):
        standing[seat] = standing.get(seat, 0.0) - COSTS
    after = replace(fallen, standing=standing)
    if o.chamber.date >= UNITING and BODIES[o.lexicon.open.body].law is not Law.COVENANT:
        after = replace(after, flags=assembled(after, [c.kind for c in clauses]))
    return look.worth(after)


def _barring(o: Occasion, look: Outlook, clauses: tuple[Clause, ...], told: Mapping[str, str]) -> list[str]:
    """Who is likely to stop a text alone."""
    others = [s for s in look.reckoning.there if s in o.lexicon.blocking]
    return [
        s
        for s in others
        if told.get(s) == "no" or (s not in told and look.reckoning.chance(s, clauses)[1] >= SURE)
    ]


def assembled(f: Footing, kinds: list[str]) -> dict[str, float]:
    """Return the flags as they may be once the Assembly has been turned to on these clauses."""
    flags = {**f.flags, ASSEMBLY_CALLED: 1.0}
    for name in (ASSEMBLY_ADOPTED, *(f"{ASSEMBLY}{kind}" for kind in kinds)):
        flags[name] = max(REFERRED, flags.get(name, 0.0))
    return flags


def court(o: Occasion, look: Outlook) -> a.Action | None:
    """Return the text of the moment that the seat puts for the sake of its veto, if nothing else of its own
    was moved at this date; mostly None.
    """
    if not look.aims.bearing or o.memory.ventures:
        return None
    here = {d.stored for d in o.chamber.drafts.values()}
    best: tuple[float, a.Action] | None = None
    for text in o.lexicon.drafts.values():
        if text.id in here or text.stage not in (o.chamber.stage_id, "") or text.roll is not None:
            continue
        if weighed(o.mandate, text.clauses).vote != "yes":
            continue
        worth, act = gain(o, look, text.clauses, text.id), a.TableDraft(o.seat, stored=text.id)
        if worth >= PROMISING and (best is None or worth > best[0]) and o.lawful(act):
            best = worth, act
    return best[1] if best is not None else None


def courts(o: Occasion, look: Outlook, draft: Draft) -> bool:
    """Say whether the seat means its own text to be stopped rather than softened."""
    if draft.sponsors[:1] != (o.seat,) or draft.form != "resolution":
        return False
    promised = look.of_draft(o, draft, "yes")
    return promised.odds < SURE and gain(o, look, draft.clauses, draft.stored, draft.symbol) >= PROMISING


def explained(o: Occasion, look: Outlook, ballot: Ballot, usual: str) -> str:
    """Return the plain reason of a yes on a text that is put for its veto; empty where it is not, or where
    the usual words are a script's.
    """
    draft = o.chamber.drafts.get(ballot.draft)
    if ballot.kind != "draft" or draft is None or usual != reasons.sponsors(o.name, "yes"):
        return ""
    if not courts(o, look, draft):
        return ""
    return reasons.said(o.name, "yes", AWARE[seed(o.seat, draft.symbol) % len(AWARE)].format(draft.symbol))
