"""Texts of drafts: their nature, their kinds of clauses, and what an amendment or a lost part makes of them.

Pure questions about clauses; whether a change is in order is judged in `acts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.rules import covenant_texts
from game.rules.articles import Finding, check_text
from game.rules.bodies import BODIES, Law
from game.session.scenario import Clause, ClauseKind, Scenario
from game.session.state import Amendment

LONGEST_WORDS = 600
MOST_CLAUSES = 24


def operative(scenario: Scenario, clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """Return the operative clauses of a text."""
    kinds = scenario.clause
    return tuple([c for c in clauses if kinds[c.kind].part == "operative"])


def nature(scenario: Scenario, clauses: Iterable[Clause]) -> str:
    """Return `procedural` when every operative clause is procedural by its kind (M1), else `substantive`
    (M3)."""
    kinds = [scenario.clause[c.kind].nature for c in operative(scenario, clauses)]
    return "procedural" if kinds and all(k == "procedural" for k in kinds) else "substantive"


def in_order(scenario: Scenario, clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """Return clauses with the preamble before the operative part, each in the order given."""
    kinds = scenario.clause
    return tuple(sorted(clauses, key=lambda c: kinds[c.kind].part == "operative"))


def amended(scenario: Scenario, clauses: tuple[Clause, ...], change: Amendment) -> tuple[Clause, ...] | None:
    """Return a text as an amendment would make it (CB10).

    None when the clause it would change is gone, or what it would write stands in the text already.
    """
    if change.clause is not None and change.clause in clauses:
        return None
    if change.change == "add":
        if change.clause is None:
            return None
        at = change.place if 0 <= change.place <= len(clauses) else len(clauses)
        return in_order(scenario, (*clauses[:at], change.clause, *clauses[at:]))
    if change.target is None or change.target not in clauses:
        return None
    at = clauses.index(change.target)
    put = (change.clause,) if change.change == "replace" and change.clause is not None else ()
    return in_order(scenario, (*clauses[:at], *put, *clauses[at + 1 :]))


@dataclass(frozen=True, slots=True)
class _Written:
    """A clause as the law of texts sees it (CH17)."""

    verb: str
    rank: int
    basis: tuple[str, ...]
    kinds: tuple[str, ...]


def findings(
    scenario: Scenario, clauses: Iterable[Clause], adopted: Iterable[str], year: int
) -> tuple[Finding, ...]:
    """Return what a reader versed in the body's law would object to in a text (CH1 to CH20, L2 to L7).

    `adopted` are the kinds of clauses in earlier resolutions: a determination among them serves this too.
    """
    listed = tuple(clauses)
    texts = written(scenario.clause, listed)
    if BODIES[scenario.open.body].law is Law.COVENANT:
        return covenant_texts.findings(texts, nature(scenario, listed))
    determined = any(scenario.clause[k].character == "determination" for k in adopted)
    return check_text(texts, determined, year=year)


def written(kinds: Mapping[str, ClauseKind], clauses: Iterable[Clause]) -> tuple[_Written, ...]:
    """Return clauses as the law reads them."""
    known = [kinds[c.kind] for c in clauses]
    return tuple(_Written(k.verb, k.rank, k.basis, (k.character,) if k.character else ()) for k in known)


def issues(scenario: Scenario, clauses: Iterable[Clause]) -> frozenset[str]:
    """Return the issues on which a text bears."""
    kinds = scenario.clause
    return frozenset().union(*[kinds[c.kind].issues for c in clauses])


def followed(divided: Iterable[int], old: tuple[Clause, ...], new: tuple[Clause, ...]) -> tuple[int, ...]:
    """Return the places in a new text of the clauses that stood at places of the old one; lost clauses drop
    out, and one that was replaced is voted apart as it now reads."""
    written, gone = [c for c in new if c not in old], [c for c in old if c not in new]
    instead = dict(zip(map(repr, gone), written, strict=True)) if len(written) == len(gone) else {}
    now = (instead.get(repr(old[p]), old[p]) for p in divided if p < len(old))
    return tuple(sorted(new.index(c) for c in now if c in new))
