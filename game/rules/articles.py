"""The articles of the Charter applied to a text: what binds, who abstains, what a draft lacks.

The drafting table's adviser. Checks each operative clause against the article it rests on, and the text as a
whole for the determination and the chapter that enforcement needs (CH17). Some findings refuse the text,
others only raise a doubt; both are values. It changes no text, never weighs whether it is wise, and never
forbids what the Council did in history: before 1990 a text that names no chapter raises a doubt and no more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from game.rules.bases import BASES, Basis, Binding, Kind, basis
from game.rules.bodies import Nature
from game.rules.refusals import Refusal
from game.rules.verbs import BINDING_RANK, DECIDING_RANK, VERBS, Part, Verb, verb

__all__ = [
    "BASES",
    "VERBS",
    "Basis",
    "Binding",
    "Clause",
    "ClauseFacts",
    "Finding",
    "Kind",
    "Part",
    "Severity",
    "Verb",
    "basis",
    "binds",
    "can_rest_on",
    "check_text",
    "must_abstain",
    "offers",
    "verb",
]

CHAPTER_NAMED_SINCE = 1990
_ENFORCEMENT = frozenset({Kind.FORCE, Kind.SANCTIONS})
_OUTSIDE_ENFORCEMENT = ("consent", "art_51")
_KINDS = frozenset(Kind)


def can_rest_on(kinds: Collection[str]) -> tuple[str, ...]:
    """The ids of all bases that can carry a clause of these kinds, in the order of the Charter."""
    wanted = _KINDS & set(kinds) - {Kind.DOMESTIC}
    return tuple(b.id for b in BASES.values() if wanted <= b.carries)


def must_abstain(nature: Nature, bases: Iterable[str], *, dispute: bool) -> bool:
    """Whether a party to the matter has to abstain (Article 27(3), V10).

    Only on substance, only in a dispute (not a mere situation), and only when the text rests on Chapter VI
    or Article 52(3) and on nothing in Chapter VII nor Article 53 (X5). Which bases a text names is what
    counts (CH19).
    """
    named = [basis(id) for id in bases]
    if nature == Nature.PROCEDURAL or not dispute or not named:
        return False
    if any(b.chapter == "VII" or b.id == "art_53" for b in named):
        return False
    return any(b.party_abstains for b in named)


def binds(basis_id: str, rank: int, *, determined: bool) -> bool:
    """Whether a clause is a decision that Members must carry out (Articles 25 and 48, CH18).

    It takes a verb of decision or demand (rank 9 or 10), an article that can bind, and in Chapter VII a
    determination under Article 39. Wording like "calls upon" binds only by exception, which this does not
    guess.
    """
    known = basis(basis_id)
    return rank >= 9 and known.binding == Binding.BINDING and (determined or known.chapter != "VII")


class Severity(StrEnum):
    """Whether a finding keeps the text from being tabled, or only warns its drafter."""

    REFUSED = "refused"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a reader of the draft would object to; `clause` counts from 0, None means the whole text."""

    severity: Severity
    rule: str
    reason: str
    clause: int | None = None

    @property
    def refusal(self) -> Refusal | None:
        """The refusal this finding amounts to, if it is more than a doubt."""
        return Refusal(self.rule, self.reason) if self.severity is Severity.REFUSED else None


class ClauseFacts(Protocol):
    """What the adviser asks of a clause.

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


def _asked(clause: ClauseFacts) -> set[Kind]:
    """The kinds an article must carry for this clause to rest on it."""
    return {Kind(kind) for kind in clause.kinds if kind in _KINDS} - {Kind.DOMESTIC}


def _resting_on(clause: ClauseFacts) -> Basis | None:
    """The basis that serves the clause best: the first that carries it, else the first named."""
    named = (clause.basis,) if isinstance(clause.basis, str) else clause.basis
    known = [basis(id) for id in named if id]
    asked = _asked(clause)
    return next((b for b in known if asked <= b.carries), known[0] if known else None)


def check_text(
    clauses: Sequence[ClauseFacts],
    earlier_determination: bool = False,
    *,
    year: int = CHAPTER_NAMED_SINCE,
) -> tuple[Finding, ...]:
    """Find what a draft lacks, clause by clause and then as a whole (CH1 to CH20, CH17 above all).

    `clauses` in the order of the text, preamble included; `earlier_determination` whether an earlier
    resolution on the item made the determination of Article 39; `year` decides whether a missing Chapter
    VII refuses or only raises a doubt. Raises ValueError for a basis the Charter does not offer.
    """
    determined = earlier_determination or any(Kind.DETERMINATION in c.kinds for c in clauses)
    found: list[Finding] = []
    for number, clause in enumerate(clauses):
        found += _check_clause(number, clause, determined)
    return (*found, *_check_chapter(clauses, year))


def _check_clause(number: int, clause: ClauseFacts, determined: bool) -> list[Finding]:
    found: list[Finding] = []
    known = _resting_on(clause)
    if known:
        found += _check_carrying(number, clause, known)
        found += _check_tone(number, clause, known)
    if Kind.DOMESTIC in clause.kinds and not (known and known.chapter == "VII"):
        reason = "Matters of domestic jurisdiction are left alone, save for enforcement under Chapter VII."
        found.append(Finding(Severity.DOUBT, "CH20", reason, number))
    if not determined and _needs_determination(clause, known):
        reason = "Enforcement first needs a finding of a threat, a breach or an aggression (Article 39)."
        found.append(Finding(Severity.REFUSED, "CH17", reason, number))
    return found


def _needs_determination(clause: ClauseFacts, known: Basis | None) -> bool:
    if known and known.id in _OUTSIDE_ENFORCEMENT:
        return False
    return Kind.FORCE in clause.kinds or (Kind.SANCTIONS in clause.kinds and clause.rank >= BINDING_RANK)


def _check_carrying(number: int, clause: ClauseFacts, known: Basis) -> list[Finding]:
    asked = _asked(clause) - known.carries
    if not asked:
        return []
    if known.chapter == "VI" and asked == {Kind.SANCTIONS} and clause.rank < BINDING_RANK:
        reason = "Under Chapter VI such measures are only recommended; no State is bound to apply them."
        return [Finding(Severity.DOUBT, known.rule, reason, number)]
    rule = "CH17" if known.chapter == "VI" and asked & {*_ENFORCEMENT, Kind.DUTIES} else known.rule
    what = _listed_kinds(asked)
    return [Finding(Severity.REFUSED, rule, f"{_label(known)} cannot carry {what}.", number)]


def _check_tone(number: int, clause: ClauseFacts, known: Basis) -> list[Finding]:
    if clause.verb == "Demands" and known.chapter not in ("VII", "V"):
        reason = "A demand outside Chapter VII carries political weight but does not bind."
        return [Finding(Severity.DOUBT, "CH17", reason, number)]
    if known.binding is Binding.CONSENT and Kind.FORCE in clause.kinds:
        reason = "Forces sent with consent use force only in defence of themselves and their mandate."
        return [Finding(Severity.DOUBT, "CH16", reason, number)]
    if known.id in ("art_39", "art_43") and clause.rank >= DECIDING_RANK and _ENFORCEMENT & set(clause.kinds):
        reason = f"{_label(known)} supports recommendations; a decision needs Article 41 or 42."
        return [Finding(Severity.DOUBT, known.rule, reason, number)]
    return []


def _check_chapter(clauses: Sequence[ClauseFacts], year: int) -> list[Finding]:
    bases = [_resting_on(c) for c in clauses if _ENFORCEMENT & set(c.kinds) and c.rank >= BINDING_RANK]
    if not any(b is None or b.id not in (*_OUTSIDE_ENFORCEMENT, "art_53") for b in bases):
        return []
    if any(c.verb == "Acting" for c in clauses):
        return []
    if year >= CHAPTER_NAMED_SINCE:
        reason = 'Sanctions and force need the line "Acting under Chapter VII of the Charter".'
        return [Finding(Severity.REFUSED, "CH17", reason)]
    reason = "The text names no chapter; its opponents may say that it does not bind."
    return [Finding(Severity.DOUBT, "CH17", reason)]


_KIND_WORDS = {
    Kind.FORCE: "the use of force",
    Kind.SANCTIONS: "sanctions",
    Kind.DETERMINATION: "a determination of a threat, breach or aggression",
    Kind.DUTIES: "a decision that lays duties on States",
    Kind.COMMISSION: "the setting up of a commission",
    Kind.INQUIRY: "an inquiry",
}


def _listed_kinds(kinds: Collection[Kind]) -> str:
    return " or ".join(words for kind, words in _KIND_WORDS.items() if kind in kinds)


def _label(known: Basis) -> str:
    if known.id.startswith("art_"):
        return f"Article {known.id.removeprefix('art_')}"
    if known.id.startswith("chapter_"):
        return f"Chapter {known.chapter}"
    return known.title


def offers(kinds: Collection[str]) -> str:
    """A sentence naming the articles on which a clause of these kinds could rest."""
    names = [_label(basis(id)) for id in can_rest_on(kinds)]
    return f"It could rest on: {', '.join(names)}." if names else "No article carries it."
