"""A clause as the law sees it: its verb, its rank, the articles it names, what it does.

The one place where a clause is read for what it asks of an article; `articles`, `binding` and `abstention`
build on it. It judges nothing and never looks at a clause's wording.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple, Protocol

from game.rules.bases import Basis, Kind, basis
from game.rules.verbs import Part, part_of

ENFORCEMENT = frozenset({Kind.FORCE, Kind.SANCTIONS})
KINDS = frozenset(Kind)

# A verb of this rank or stronger asks that something be done; a weaker one says what the Council thinks.
ACTING_RANK = 5

# Verbs that lay a duty on those addressed, and the kinds of clause that address States rather than organs.
_LAYING = ("Decides", "Imposes", "Orders")
_ADDRESSED = frozenset({Kind.CESSATION, Kind.TERMS, Kind.COURT})


class ClauseFacts(Protocol):
    """What the law asks of a clause.

    `basis` is a basis id, or several of which any one will do, or empty; `kinds` are values of `Kind`,
    and a kind that is none of those needs no particular article.
    """

    @property
    def verb(self) -> str: ...

    @property
    def rank(self) -> int: ...

    @property
    def basis(self) -> str | tuple[str, ...]: ...

    @property
    def kinds(self) -> Collection[str]: ...


class Clause(NamedTuple):
    """The plainest thing that has a clause's facts."""

    verb: str
    rank: int
    basis: str | tuple[str, ...] = ""
    kinds: frozenset[str] = frozenset()


def preambular(clause: ClauseFacts) -> bool:
    """Whether the clause opens with a verb of the preamble."""
    return part_of(clause.verb) is Part.PREAMBLE


def acts(clause: ClauseFacts) -> bool:
    """Whether the clause asks that something be done, rather than say what the Council thinks."""
    return clause.rank >= ACTING_RANK and not preambular(clause)


def known_kinds(kinds: Collection[str]) -> frozenset[Kind]:
    """Those of the kinds that need an article, domestic jurisdiction apart (CH20)."""
    return frozenset(Kind(kind) for kind in kinds if kind in KINDS) - {Kind.DOMESTIC}


def asked(clause: ClauseFacts) -> frozenset[Kind]:
    """The kinds an article must carry for this clause to rest on it.

    A clause that only says what the Council thinks asks for none, unless it determines. One that decides
    what the parties shall do lays duties on them besides.
    """
    kinds = known_kinds(clause.kinds)
    if not acts(clause):
        return kinds & {Kind.DETERMINATION}
    if clause.verb.startswith(_LAYING) and kinds & _ADDRESSED:
        return kinds | {Kind.DUTIES}
    return kinds


def named(clause: ClauseFacts) -> tuple[Basis, ...]:
    """The bases a clause names; raises ValueError for one the Charter does not offer."""
    ids = (clause.basis,) if isinstance(clause.basis, str) else clause.basis
    return tuple(basis(id) for id in ids if id)


def resting_on(clause: ClauseFacts) -> Basis | None:
    """The basis that serves the clause best: the first that carries it, else the first it names."""
    known, wanted = named(clause), asked(clause)
    return next((b for b in known if wanted <= b.carries), known[0] if known else None)
