"""What moves a seat beside what a text says: the company it is in, its footing, the price of a veto.

Who sponsors it pulls a little; a measure of enforcement wants a finding under Article 39 to rest on; and a no
that alone defeats a text costs its author more than another's. It knows texts and who stands beside them, and
must never outweigh a red line.
"""

from __future__ import annotations

from typing import NamedTuple

from game.delegates.interests.mandate import Mandate
from game.session.scenario import Clause

PATRON, RIVAL = 0.15, -0.1
"""What a patron's name under a text adds to the attitude to it, and what a rival's takes away."""
FAR_END = 0.8
"""A rival stands so far off, of the whole length of the line of ideal points at the table."""
UNFOUNDED = -0.3
"""What a measure of enforcement loses where nothing has been determined (Article 39)."""
ENFORCES = frozenset({"force", "command", "sanctions"})
STANDING = 0.5
"""What a veto costs more than a no: the standing of who casts it. Before the League, of who stands alone."""
PRECEDENT = -0.1
"""What a veto already cast in the crisis takes off the price of the next."""
PATRONAGE = -0.1
"""What it takes off when the text asks something of a party the seat shelters, or of the seat itself."""
AGAINST_A_PATRON = 0.15
"""What it adds that a patron's text would fall."""
SHELTERS = 2.5
"""The attitude to hearing a party from which a seat is taken to shelter it."""


class Circumstances(NamedTuple):
    """What surrounds a text: the pull of its sponsors, its footing, whether the seat has vetoed before."""

    pull: float = 0.0
    patron: bool = False
    """Whether a patron is among the sponsors."""
    founded: bool = True
    """Whether the body has made a finding on which measures may rest."""
    vetoed: bool = False


PLAIN = Circumstances()
"""A text by itself, when nothing is known of what surrounds it."""


def around(
    mandate: Mandate, sponsors: tuple[str, ...], *, founded: bool = True, vetoed: bool = False
) -> Circumstances:
    """Return what surrounds a text of these sponsors; each is worked out once for a mandate."""
    key = (sponsors, founded, vetoed)
    found = mandate.circumstances.get(key)
    if not isinstance(found, Circumstances):
        patron = any(s in mandate.brief.patrons for s in sponsors)
        rival = not patron and bool(sponsors) and sponsors[0] in rivals(mandate)
        pull = PATRON * patron + RIVAL * rival
        found = mandate.circumstances[key] = Circumstances(pull, patron, founded, vetoed)
    return found


def rivals(mandate: Mandate) -> frozenset[str]:
    """Return the members at the other end of the line of ideal points as the crisis opens: a general fact."""
    found = mandate.circumstances.get("rivals")
    if not isinstance(found, frozenset):
        found = mandate.circumstances["rivals"] = _rivals(mandate)
    return found


def _rivals(mandate: Mandate) -> frozenset[str]:
    words = mandate.lexicon
    line = words.line(words.open.opens)
    at = {seat.code: line[seat.code] for seat in words.open.seats if seat.code in line}
    if mandate.seat not in at:
        return frozenset()
    far = FAR_END * (max(at.values()) - min(at.values()))
    return frozenset(s for s, place in at.items() if far and abs(place - at[mandate.seat]) >= far)


def price(mandate: Mandate, clauses: tuple[Clause, ...], about: Circumstances) -> float:
    """Return what a no that alone defeats a text costs more than another: standing, precedent, patronage."""
    return round(sum(cost for cost, _ in priced(mandate, clauses, about)), 3)


def priced(
    mandate: Mandate, clauses: tuple[Clause, ...], about: Circumstances
) -> tuple[tuple[float, str], ...]:
    """Return the pieces of that price, each with what it is for."""
    asked = {k.demand.party for c in clauses if (k := mandate.lexicon.kinds[c.kind]).demand is not None}
    pieces = [(STANDING, "its standing")]
    if about.vetoed:
        pieces.append((PRECEDENT, "a veto cast before"))
    if about.patron:
        pieces.append((AGAINST_A_PATRON, "a text of one it looks to"))
    if any(shelters(mandate, party) for party in asked):
        pieces.append((PATRONAGE, "one it shelters"))
    return tuple(pieces)


def shelters(mandate: Mandate, party: str) -> bool:
    """Say whether a seat stands up for a party: it is the party, or wants it heard above all."""
    known = mandate.lexicon.parties.get(party)
    if party == mandate.seat or known is None or not known.issues:
        return party == mandate.seat
    return mandate.about(known.short, known.issues).attitude >= SHELTERS


def unfounded(mandate: Mandate, clauses: tuple[Clause, ...], about: Circumstances) -> frozenset[int]:
    """Return the places of the clauses of enforcement that rest on no finding, here or before (CH17)."""
    if about.founded:
        return frozenset()
    characters = [mandate.lexicon.kinds[c.kind].character for c in clauses]
    if "determination" in characters:
        return frozenset()
    return frozenset(i for i, character in enumerate(characters) if character in ENFORCES)
