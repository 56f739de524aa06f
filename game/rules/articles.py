"""The articles of the Charter applied to a text: what a draft lacks, and where practice would frown.

The drafting table's adviser. Checks each operative clause against the article it rests on, and the text as a
whole for the determination and the chapter that enforcement needs (CH17). What the Charter makes impossible
is refused; whatever the Council has done at least once, or members would only dispute, is a doubt. Both are
values. It changes no text, never weighs whether it is wise, and never guesses at facts nobody has stated.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from game.rules import bases
from game.rules.abstention import must_abstain
from game.rules.bases import BASES, Basis, Binding, Kind, basis, label
from game.rules.binding import Weight, binds, weight
from game.rules.clauses import ENFORCEMENT, Clause, ClauseFacts, acts, asked, known_kinds, resting_on
from game.rules.reading import explain_clause, explain_text
from game.rules.refusals import Refusal
from game.rules.verbs import BINDING_RANK, DECIDING_RANK, VERBS, Part, Verb, verb

__all__ = [
    "BASES",
    "NOTHING_KNOWN",
    "VERBS",
    "Basis",
    "Binding",
    "Circumstances",
    "Clause",
    "ClauseFacts",
    "Finding",
    "Kind",
    "Part",
    "Severity",
    "Verb",
    "Weight",
    "basis",
    "binds",
    "check_text",
    "explain_clause",
    "explain_text",
    "must_abstain",
    "offers",
    "verb",
    "weight",
]

CHAPTER_NAMED_SINCE = 1990
_OUTSIDE_ENFORCEMENT = ("consent", "art_51")
_HARD = ENFORCEMENT | {Kind.DETERMINATION, Kind.DUTIES}
_AUTHORISING = ("Authorizes", "Decides")


class Severity(StrEnum):
    """Whether a finding keeps the text from being tabled, or only warns its drafter."""

    REFUSED = "refused"
    DOUBT = "doubt"


_REFUSED, _DOUBT = Severity.REFUSED, Severity.DOUBT


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


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of the case besides the text; None where nobody has said.

    `measures_taken` whether an earlier resolution took enforcement measures (CH12, CH14); `parties` to the
    dispute and those `asking` for a settlement, as seat codes (CH8); `means_failed` whether the parties
    have tried to settle and failed (CH7); `procedure_chosen` whether they have agreed on a procedure (CH5);
    `court_accepted` whether they accept the Court's jurisdiction (CH6); `judgment_asked` whether a party
    asks that a judgment be carried out (CH15); `host_consents` whether the State where a force would stand
    consents (CH16).
    """

    measures_taken: bool | None = None
    parties: frozenset[str] = frozenset()
    asking: frozenset[str] | None = None
    means_failed: bool | None = None
    procedure_chosen: bool | None = None
    court_accepted: bool | None = None
    judgment_asked: bool | None = None
    host_consents: bool | None = None


NOTHING_KNOWN = Circumstances()


@dataclass(frozen=True, slots=True)
class _Text:
    """A draft under scrutiny, with what is known around it."""

    clauses: tuple[ClauseFacts, ...]
    determined: bool
    year: int
    known: Circumstances

    @property
    def names_chapter(self) -> bool:
        return any(c.verb == "Acting" for c in self.clauses)

    @property
    def enforces(self) -> bool:
        return any(acts(c) and ENFORCEMENT & set(c.kinds) for c in self.clauses)


_Told = tuple[Severity, str, str]


def offers(kinds: Collection[str]) -> str:
    """A sentence naming the articles on which a clause of these kinds could rest."""
    names = [label(known) for known in bases.can_rest_on(known_kinds(kinds))]
    return f"It could rest on: {', '.join(names)}." if names else "No article carries it."


def check_text(
    clauses: Sequence[ClauseFacts],
    earlier_determination: bool = False,
    *,
    year: int = CHAPTER_NAMED_SINCE,
    known: Circumstances = NOTHING_KNOWN,
) -> tuple[Finding, ...]:
    """Find what a draft lacks, clause by clause and then as a whole (CH1 to CH20, CH17 above all).

    `clauses` in the order of the text, preamble included; `earlier_determination` whether an earlier
    resolution on the item made the determination of Article 39; `year` what practice the reader expects
    (until 1990 texts seldom named the chapter); `known` the circumstances, as far as they are known. Raises
    ValueError for a basis the Charter does not offer.
    """
    determined = earlier_determination or any(Kind.DETERMINATION in c.kinds for c in clauses)
    text = _Text(tuple(clauses), determined, year, known)
    found = [
        Finding(severity, rule, reason, number)
        for number, clause in enumerate(text.clauses)
        for severity, rule, reason in _on_clause(text, clause)
    ]
    return (*found, *(Finding(*told) for told in _on_chapter(text)))


def _on_clause(text: _Text, clause: ClauseFacts) -> Iterator[_Told]:
    rests = resting_on(clause)
    yield from _on_determination(text, clause, rests)
    yield from _on_regional(clause, rests)
    if Kind.DOMESTIC in clause.kinds and not (rests and rests.chapter == "VII"):
        yield (
            _DOUBT,
            "CH20",
            "Matters of domestic jurisdiction are left alone, save for enforcement under Chapter VII.",
        )
    if rests is None:
        return
    yield from _on_carrying(clause, rests)
    yield from _on_tone(text, clause, rests)
    if acts(clause) and rests.id in _CONDITIONS:
        yield from _CONDITIONS[rests.id](text, clause)


# -- what the article can carry --------------------------------------------------------------------
def _on_carrying(clause: ClauseFacts, rests: Basis) -> Iterator[_Told]:
    """Refuse what the article cannot carry at all; doubt what it has been strained to carry (CH1 to CH17)."""
    lacking = asked(clause) - rests.carries
    if not lacking:
        return
    if lacking == {Kind.SANCTIONS} and clause.rank < BINDING_RANK:
        reason = f"{label(rests)} carries no sanctions; they are only recommended, and no State is bound."
        yield _DOUBT, rests.rule, reason
        return
    better = offers(asked(clause))
    if impossible := lacking & _HARD - rests.strains:
        rule = "CH17" if rests.chapter == "VI" else rests.rule
        yield _REFUSED, rule, f"{label(rests)} cannot carry {_listed_kinds(impossible)}. {better}"
    else:
        yield _DOUBT, rests.rule, f"{label(rests)} hardly carries {_listed_kinds(lacking)}. {better}"


def _on_tone(text: _Text, clause: ClauseFacts, rests: Basis) -> Iterator[_Told]:
    """Doubt a verb that claims more than the article gives (CH9, CH9b, CH16, CH17)."""
    kinds = set(clause.kinds)
    if clause.verb == "Demands" and rests.chapter not in ("VII", "V"):
        yield _DOUBT, "CH17", "A demand outside Chapter VII carries political weight but does not bind."
    elif rests.id == "consent" and Kind.FORCE in kinds and acts(clause):
        reason = "Forces sent with consent use force only in defence of themselves and their mandate."
        yield _DOUBT, "CH16", reason
    elif rests.id == "art_39" and clause.rank >= DECIDING_RANK and ENFORCEMENT & kinds:
        reason = "Article 39 supports recommendations; a decision needs Article 41 or 42."
        yield _DOUBT, rests.rule, reason
    elif weight(clause, determined=text.determined) is Weight.UNRIPE and not _needs_determination(clause):
        reason = f"{label(rests)} binds after a determination under Article 39, and none has been made."
        yield _DOUBT, rests.rule, reason


# -- what enforcement needs ------------------------------------------------------------------------
def _needs_determination(clause: ClauseFacts) -> bool:
    rests = resting_on(clause)
    if not acts(clause) or (rests and rests.id in _OUTSIDE_ENFORCEMENT):
        return False
    return Kind.FORCE in clause.kinds or (Kind.SANCTIONS in clause.kinds and clause.rank >= BINDING_RANK)


def _on_determination(text: _Text, clause: ClauseFacts, rests: Basis | None) -> Iterator[_Told]:
    """Refuse enforcement that nobody has found a reason for; sanctions under the chapter's name are doubted.

    The Council has imposed embargoes under Chapter VII without saying what threatened the peace (resolution
    1160 of 1998), never by a text that names neither.
    """
    if text.determined or not _needs_determination(clause):
        return
    if Kind.FORCE not in clause.kinds and text.names_chapter:
        reason = "The text acts under Chapter VII without a finding of a threat, a breach or an aggression."
        yield _DOUBT, "CH17", reason
        return
    reason = "Enforcement first needs a finding of a threat, a breach or an aggression (Article 39)."
    yield _REFUSED, "CH17", reason


def _on_chapter(text: _Text) -> Iterator[_Told]:
    """Doubt enforcement that names no chapter, and the chapter named without a finding (CH17)."""
    if text.names_chapter:
        if not text.determined and not any(_needs_determination(c) for c in text.clauses):
            reason = "The text acts under Chapter VII, but neither it nor an earlier one makes a finding."
            yield _DOUBT, "CH17", reason
        return
    enforcing = (c for c in text.clauses if ENFORCEMENT & set(c.kinds) and c.rank >= BINDING_RANK)
    rests = [resting_on(c) for c in enforcing if acts(c)]
    if all(b is not None and b.id in (*_OUTSIDE_ENFORCEMENT, "art_53") for b in rests):
        return
    if text.year >= CHAPTER_NAMED_SINCE:
        reason = 'Practice writes "Acting under Chapter VII of the Charter" before sanctions or force.'
        yield _DOUBT, "CH17", f"{reason} Without it, many will say that the text does not bind."
    else:
        yield _DOUBT, "CH17", "The text names no chapter; its opponents may say that it does not bind."


# -- what single articles presume ------------------------------------------------------------------
def _on_regional(clause: ClauseFacts, rests: Basis | None) -> Iterator[_Told]:
    """Doubt enforcement by a regional body that the clause does not authorise (Article 53, CH13)."""
    kinds = set(clause.kinds)
    if not ENFORCEMENT & kinds or not (Kind.REGIONAL in kinds or (rests and rests.id == "art_53")):
        return
    if not acts(clause):
        reason = "This speaks of regional enforcement afterwards; Article 53 wants it authorised beforehand."
        yield _DOUBT, "CH13", reason
    elif not clause.verb.startswith(_AUTHORISING):
        reason = "A regional body enforces only with the Council's authorisation, and this verb gives none."
        yield _DOUBT, "CH13", reason
    elif rests is None:
        yield _DOUBT, "CH13", "The clause authorises a regional body without resting on Article 53."


def _brings_only(text: _Text, clause: ClauseFacts) -> Iterator[_Told]:
    yield _DOUBT, "CH3", "That article brings matters to the Council; it carries no clause of its own."


def _adjustment(text: _Text, clause: ClauseFacts) -> Iterator[_Told]:
    if text.known.procedure_chosen and Kind.METHODS in clause.kinds:
        yield _DOUBT, "CH5", "The parties have agreed on a procedure, which the Council should consider."
    if Kind.COURT in clause.kinds:
        if clause.rank >= BINDING_RANK:
            reason = "The Council recommends that the parties go to the Court; it cannot send them there."
            yield _DOUBT, "CH6", reason
        if text.known.court_accepted is False:
            reason = "Not all parties accept the Court's jurisdiction; a recommendation does not give it."
            yield _DOUBT, "CH6", reason


def _terms(text: _Text, clause: ClauseFacts) -> Iterator[_Told]:
    if text.known.means_failed is False:
        yield _DOUBT, "CH7", "The parties have not yet failed to settle it by means of their own choice."


def _at_request(text: _Text, clause: ClauseFacts) -> Iterator[_Told]:
    asking, parties = text.known.asking, text.known.parties
    if asking is not None and not (parties and parties <= asking):
        reason = "Article 38 opens only when all parties to the dispute ask; it could rest on Article 37."
        yield _REFUSED, "CH8", reason


def _agreements(text: _Text, clause: ClauseFacts) -> Iterator[_Told]:
    reason = "No agreement on forces was ever made under Article 43; States can be asked or authorised."
    yield _DOUBT, "CH12", reason


def _hardship(text: _Text, clause: ClauseFacts) -> Iterator[_Told]:
    if text.known.measures_taken is not True and not text.enforces:
        reason = "Article 50 is for States hurt by enforcement measures, and this text takes none."
        yield _DOUBT, "CH12", reason


def _defence(text: _Text, clause: ClauseFacts) -> Iterator[_Told]:
    if clause.rank >= BINDING_RANK:
        reason = "Self-defence is an inherent right that nobody authorises; recall or affirm it."
        yield _DOUBT, "CH14", reason
    if text.known.measures_taken:
        reason = "The Council has taken measures; members will dispute whether the right still runs."
        yield _DOUBT, "CH14", reason


def _judgment(text: _Text, clause: ClauseFacts) -> Iterator[_Told]:
    if text.known.judgment_asked is False:
        reason = "The Council gives effect to a judgment when a party to it asks, and none has."
        yield _DOUBT, "CH15", reason


def _consent(text: _Text, clause: ClauseFacts) -> Iterator[_Told]:
    if text.known.host_consents is False:
        reason = "The State concerned does not consent; without consent it takes Chapter VII."
        yield _DOUBT, "CH16", reason


_CONDITIONS: Mapping[str, Callable[[_Text, ClauseFacts], Iterable[_Told]]] = {
    "art_11": _brings_only,
    "art_35": _brings_only,
    "chapter_vi": _adjustment,
    "art_33": _adjustment,
    "art_36": _adjustment,
    "art_37": _terms,
    "art_38": _at_request,
    "art_43": _agreements,
    "art_50": _hardship,
    "art_51": _defence,
    "art_94": _judgment,
    "consent": _consent,
}

_KIND_WORDS = {
    Kind.FORCE: "the use of force",
    Kind.SANCTIONS: "sanctions",
    Kind.DETERMINATION: "a determination of a threat, breach or aggression",
    Kind.DUTIES: "a decision that lays duties on States",
    Kind.COMMISSION: "the setting up of a commission",
    Kind.INQUIRY: "an inquiry",
    Kind.CESSATION: "a cease-fire or a withdrawal",
    Kind.METHODS: "good offices or another procedure of settlement",
    Kind.TERMS: "terms of settlement",
    Kind.COURT: "a referral to the International Court",
    Kind.REGIONAL: "action through a regional body",
    Kind.SELF_DEFENCE: "a word on self-defence",
    Kind.CONSULTATION: "consultation with States in economic difficulty",
    Kind.OPINION: "a request for an advisory opinion",
    Kind.JUDGMENT: "measures to give effect to a judgment",
    Kind.REFERRAL: "a call on the Assembly",
}


def _listed_kinds(kinds: Collection[Kind]) -> str:
    return " or ".join(words for kind, words in _KIND_WORDS.items() if kind in kinds)
