"""What a vote came to: the tally, the verdict, and the sentence that explains it.

Plain frozen values, ready to be written into the record. Nothing here counts or decides; `ballots` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """The outcome of a question put, named as the record names it."""

    ADOPTED = "adopted"
    REJECTED_INSUFFICIENT = "rejected_insufficient"
    VETOED = "vetoed"
    DEEMED_PROCEDURAL = "deemed_procedural"
    DEEMED_SUBSTANTIVE = "deemed_substantive"
    RULING_STANDS = "ruling_stands"
    RULING_OVERRULED = "ruling_overruled"
    ELECTED = "elected"
    NOT_ELECTED = "not_elected"
    MUST_VOTE = "must_vote"
    ISSUED = "issued"
    BLOCKED = "blocked"
    REJECTED = "rejected"
    REJECTED_TWO_THIRDS = "rejected_two_thirds"
    TIE_SECOND_VOTE = "tie_second_vote"
    NO_QUORUM = "no_quorum"
    CONVENED = "convened"
    NOT_CONVENED = "not_convened"
    NOT_ADOPTED_NO_UNANIMITY = "not_adopted_no_unanimity"
    ADOPTED_UNANIMOUS_EXCL_PARTIES = "adopted_unanimous_excl_parties"
    ADOPTED_MAJORITY_ONLY = "adopted_majority_only"


CARRIED = frozenset(
    {
        Verdict.ADOPTED,
        Verdict.DEEMED_PROCEDURAL,
        Verdict.RULING_OVERRULED,
        Verdict.ELECTED,
        Verdict.ISSUED,
        Verdict.CONVENED,
        Verdict.ADOPTED_UNANIMOUS_EXCL_PARTIES,
        Verdict.ADOPTED_MAJORITY_ONLY,
    }
)
"""The verdicts by which a question was answered yes (for a challenge: the ruling is overruled)."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Seats counted by what they did; the five numbers add up to the seats of the body."""

    yes: int = 0
    no: int = 0
    abstain: int = 0
    absent: int = 0
    not_participating: int = 0

    @property
    def seats(self) -> int:
        """All seats counted."""
        return self.yes + self.no + self.abstain + self.absent + self.not_participating

    @property
    def unanimous(self) -> bool:
        """Whether every seat of the body voted yes."""
        return self.yes > 0 and self.yes == self.seats


NO_TALLY = Tally()


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one question put.

    `needed` is the number of votes the question had to win (0 where none was asked for) and `had` how many
    counted towards it, `vetoed_by` the permanent members whose no defeated it, `voided` the parties to the
    dispute whose vote was void (V10), `rule` the id the outcome turns on, `reason` the sentence for the
    banner, `blocked_by` those whose no or objection blocked a question without being a veto (preliminary
    question, adoption without a vote, unanimity of the League). Seats are codes, sorted.
    """

    verdict: Verdict
    tally: Tally
    needed: int
    vetoed_by: tuple[str, ...]
    voided: tuple[str, ...]
    rule: str
    reason: str
    blocked_by: tuple[str, ...] = ()
    had: int = 0

    @property
    def carried(self) -> bool:
        """Whether the question was answered yes (for a challenge: the ruling is overruled)."""
        return self.verdict in CARRIED
