"""What a clause weighs: whether it would bind, and on whom.

Reads the verb and the article together (CH18), since neither decides alone. It never says whether a text
will be obeyed, and where the law is disputed it says the usual answer and that there are exceptions.
"""

from __future__ import annotations

from enum import StrEnum

from game.rules.bases import BASES, Binding, Kind, basis
from game.rules.clauses import ACTING_RANK, ENFORCEMENT, ClauseFacts, asked, preambular, resting_on
from game.rules.verbs import BINDING_RANK, DECIDING_RANK

_CALLING_RANK = 7
_OWN_BUSINESS = frozenset({Kind.COMMISSION, Kind.INQUIRY, Kind.REFERRAL, Kind.OPINION})


class Weight(StrEnum):
    """What a clause can ask of those it addresses."""

    BINDING = "binding"
    DECISION = "decision"
    UNRIPE = "unripe"
    FINDING = "finding"
    AUTHORISATION = "authorisation"
    CONSENTED = "consented"
    OWN_BUSINESS = "own_business"
    POLITICAL = "political"
    CALL = "call"
    RECOMMENDATION = "recommendation"
    STATEMENT = "statement"
    GROUND = "ground"


def binds(basis_id: str, rank: int, *, determined: bool) -> bool:
    """Whether a clause is a decision that Members must carry out (Articles 25 and 48, CH18).

    It takes a verb of decision or demand (rank 9 or 10), an article that can bind, and in Chapter VII a
    determination under Article 39. Wording like "calls upon" binds only by exception, which this does not
    guess.
    """
    known = basis(basis_id)
    return (
        rank >= BINDING_RANK and known.binding == Binding.BINDING and (determined or known.chapter != "VII")
    )


def weight(clause: ClauseFacts, *, determined: bool) -> Weight:
    """What a clause can ask of those it addresses (CH18).

    `determined` is whether the determination of Article 39 has been made, here or earlier. A clause of
    enforcement that names no article is read as one of Chapter VII. Raises ValueError for a basis the
    Charter does not offer.
    """
    if Kind.DETERMINATION in clause.kinds:
        return Weight.FINDING
    if preambular(clause):
        return Weight.GROUND
    if clause.rank < ACTING_RANK:
        return Weight.STATEMENT
    if clause.rank < BINDING_RANK:
        return _asking(clause)
    return _deciding(clause, determined)


def _asking(clause: ClauseFacts) -> Weight:
    rests = resting_on(clause)
    calls = clause.rank >= _CALLING_RANK and rests is not None and rests.chapter in ("V", "VII")
    return Weight.CALL if calls else Weight.RECOMMENDATION


def _deciding(clause: ClauseFacts, determined: bool) -> Weight:
    rests, wanted = resting_on(clause), asked(clause)
    if rests is None and wanted & ENFORCEMENT:
        rests = BASES["chapter_vii"]
    if rests is not None and rests.binding is Binding.CONSENT:
        return Weight.CONSENTED
    if clause.rank >= DECIDING_RANK and wanted <= _OWN_BUSINESS and (wanted or rests is None):
        return Weight.OWN_BUSINESS
    if clause.verb == "Authorizes" and (determined or rests is None or rests.chapter != "VII"):
        return Weight.AUTHORISATION
    if rests is None or rests.binding is not Binding.BINDING:
        return Weight.POLITICAL
    if not binds(rests.id, clause.rank, determined=determined):
        return Weight.UNRIPE
    return Weight.BINDING if wanted or clause.rank < DECIDING_RANK else Weight.DECISION
