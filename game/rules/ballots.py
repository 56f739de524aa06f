"""Counting a vote, deciding what it means, and watching it while the votes fall.

The heart of the law: the bar is tested before the veto (V5), abstention and absence are never noes (V6 to
V9), on procedure a permanent member's no is an ordinary no (V3). Pure arithmetic over seats and votes; it
must never know why a seat voted as it did, nor what the text says. Simulations call `decide` in their inner
loop: keep it quick.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from game.rules import sentences
from game.rules.bodies import Body, Nature, Vote
from game.rules.results import NO_TALLY, Result, Tally, Verdict
from game.rules.sentences import NO_NAMES, president_formula

__all__ = [
    "NO_TALLY",
    "Outlook",
    "Question",
    "Regime",
    "Result",
    "Tally",
    "Verdict",
    "count",
    "decide",
    "outlook",
    "president_formula",
]


class Question(StrEnum):
    """What is being put to the Council.

    An amendment, or a part voted separately, is put as the question of the proposal it belongs to (V12, CB7).
    """

    SUBSTANTIVE = "substantive"
    PROCEDURAL = "procedural"
    PRELIMINARY = "preliminary"
    CHALLENGE = "challenge"
    UPHOLD = "uphold"
    ELECTION = "election"
    REVIEW = "review"
    TENTH_SESSION_REVIEW = "tenth_session_review"

    @classmethod
    def of(cls, nature: Nature) -> Question:
        """The question by which a proposal of this nature, its amendments and its parts are put."""
        return cls.SUBSTANTIVE if nature == Nature.SUBSTANTIVE else cls.PROCEDURAL


class Regime(StrEnum):
    """How a preliminary question is decided: with the double veto (P3) or without it (P4)."""

    RULE_30 = "rule_30"
    SAN_FRANCISCO = "san_francisco"


TENTH_SESSION_VOTES = 7
# Article 109(1) asked for any seven members until its amendment came into force, two years after that of 27.
REVIEW_AMENDED = date(1968, 6, 12)


@dataclass(frozen=True, slots=True)
class _Ballot:
    body: Body
    votes: Mapping[str, Vote]
    tally: Tally
    names: Mapping[str, str]
    voided: tuple[str, ...]
    day: date | None = None

    @property
    def permanent_noes(self) -> tuple[str, ...]:
        votes = self.votes
        return tuple(seat for seat in self.body.permanent if votes.get(seat) == Vote.NO)

    def result(self, verdict: Verdict, rule: str, reason: str, **more: tuple[str, ...]) -> Result:
        if self.voided:
            reason += sentences.voided_votes(self.voided, self.names)
        tally, needed = self.tally, self.body.needed
        vetoed_by, blocked_by = more.get("vetoed_by", ()), more.get("blocked_by", ())
        return Result(verdict, tally, needed, vetoed_by, self.voided, rule, reason, blocked_by, had=tally.yes)


def count(votes: Mapping[str, Vote], seats: int = 0) -> Tally:
    """Count votes by kind; with `seats` given, a seat that is not among the votes counts as absent.

    Raises ValueError when more votes are given than there are seats.
    """
    cast = list(votes.values())
    missing = seats - len(cast) if seats else 0
    if missing < 0:
        raise ValueError(f"{len(cast)} votes were given for {seats} seats; one vote each (V1).")
    return Tally(
        cast.count(Vote.YES),
        cast.count(Vote.NO),
        cast.count(Vote.ABSTAIN),
        cast.count(Vote.ABSENT) + missing,
        cast.count(Vote.NOT_PARTICIPATING),
    )


def decide(
    body: Body,
    question: Question,
    votes: Mapping[str, Vote],
    *,
    names: Mapping[str, str] = NO_NAMES,
    parties: Collection[str] = (),
    enforce_abstention: bool = False,
    regime: str = Regime.RULE_30,
    day: date | None = None,
) -> Result:
    """Decide one question put to the Council.

    `votes` maps seats to votes; a seat left out is absent. With `enforce_abstention`, a yes or no cast on
    substance by one of the `parties` is void and counts as an abstention (V10; `abstention.must_abstain` says
    when that holds). `regime` matters to a preliminary question only, `day` to a review of the Charter only
    (SP4). Raises ValueError for more votes than seats.
    """
    voided: tuple[str, ...] = ()
    if enforce_abstention and parties and question == Question.SUBSTANTIVE:
        voided = tuple(sorted(p for p in parties if votes.get(p) in (Vote.YES, Vote.NO)))
        votes = {seat: Vote.ABSTAIN if seat in voided else vote for seat, vote in votes.items()}
    ballot = _Ballot(body, votes, count(votes, body.size), names, voided, day)
    if question == Question.PRELIMINARY and regime == Regime.SAN_FRANCISCO:
        return _preliminary_with_veto(ballot)
    return _QUESTIONS[question](ballot)


def _substantive(ballot: _Ballot) -> Result:
    body, tally, noes = ballot.body, ballot.tally, ballot.permanent_noes
    if tally.yes < body.needed:
        reason = sentences.shortfall(body.needed, tally, noes)
        return ballot.result(Verdict.REJECTED_INSUFFICIENT, "V5" if noes else "V2", reason)
    if noes:
        reason = sentences.veto(body.needed, tally, noes, ballot.names)
        return ballot.result(Verdict.VETOED, "V4", reason, vetoed_by=noes)
    votes = ballot.votes
    aside = {seat: v for seat in body.permanent if (v := votes.get(seat, Vote.ABSENT)) != Vote.YES}
    reason = sentences.carried_on_substance(body.needed, tally, aside, ballot.names)
    return ballot.result(Verdict.ADOPTED, _adoption_rule(aside, len(body.permanent)), reason)


def _adoption_rule(aside: Mapping[str, Vote], permanent: int) -> str:
    if len(aside) == permanent:
        return "V9"
    states = aside.values()
    for vote, rule in ((Vote.ABSENT, "V7"), (Vote.NOT_PARTICIPATING, "V8"), (Vote.ABSTAIN, "V6")):
        if vote in states:
            return rule
    return "V2"


def _procedural(ballot: _Ballot) -> Result:
    needed, tally = ballot.body.needed, ballot.tally
    if tally.yes < needed:
        return ballot.result(Verdict.REJECTED_INSUFFICIENT, "V3", sentences.shortfall(needed, tally, ()))
    reason = sentences.carried_on_procedure(needed, tally, ballot.permanent_noes, ballot.names)
    return ballot.result(Verdict.ADOPTED, "V3", reason)


def _preliminary(ballot: _Ballot) -> Result:
    needed, tally = ballot.body.needed, ballot.tally
    if tally.yes < needed:
        reason = f"{sentences.shortfall(needed, tally, ())} The matter is not declared procedural."
        return ballot.result(Verdict.DEEMED_SUBSTANTIVE, "P4", reason)
    reason = sentences.carried_on_procedure(needed, tally, ballot.permanent_noes, ballot.names)
    return ballot.result(Verdict.DEEMED_PROCEDURAL, "P4", reason)


def _preliminary_with_veto(ballot: _Ballot) -> Result:
    needed, tally, noes = ballot.body.needed, ballot.tally, ballot.permanent_noes
    bar = sentences.needed_and_cast(needed, tally.yes)
    if tally.yes < needed:
        reason = f"{sentences.shortfall(needed, tally, noes)} The matter is not declared procedural."
        return ballot.result(Verdict.DEEMED_SUBSTANTIVE, "P3", reason, blocked_by=noes)
    if noes:
        who = sentences.listed(noes, ballot.names)
        reason = (
            f"{bar} But on the preliminary question the no of a permanent member makes it substantive: {who}."
        )
        return ballot.result(Verdict.DEEMED_SUBSTANTIVE, "P3", reason, blocked_by=noes)
    return ballot.result(
        Verdict.DEEMED_PROCEDURAL, "P3", f"{bar} No permanent member voted no; it is procedural."
    )


def _challenge(ballot: _Ballot) -> Result:
    needed, tally = ballot.body.needed, ballot.tally
    text = f"{needed} votes are needed to overrule the President; {tally.yes} {_were(tally.yes)} cast."
    if tally.yes < needed:
        return ballot.result(Verdict.RULING_STANDS, "CB5", f"{text} The ruling stands unless overruled.")
    return ballot.result(Verdict.RULING_OVERRULED, "CB5", f"{text} There is no veto on a ruling.")


def _uphold(ballot: _Ballot) -> Result:
    needed, tally = ballot.body.needed, ballot.tally
    text = f"Only {needed} votes against a ruling overrule it; {tally.no} {_were(tally.no)} cast."
    verdict, why = Verdict.RULING_OVERRULED, "There is no veto on a ruling."
    if tally.no < needed:
        verdict, why = Verdict.RULING_STANDS, "The ruling stands unless overruled."
    return replace(ballot.result(verdict, "CB5", f"{text} {why}"), had=tally.no)


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _without_concurrence(ballot: _Ballot, needed: int, won: Verdict, lost: Verdict, rule: str) -> Result:
    verdict = won if ballot.tally.yes >= needed else lost
    reason = f"{sentences.needed_and_cast(needed, ballot.tally.yes)} Permanent members have no veto here."
    return Result(verdict, ballot.tally, needed, (), (), rule, reason, had=ballot.tally.yes)


def _election(ballot: _Ballot) -> Result:
    majority = ballot.body.absolute_majority
    return _without_concurrence(ballot, majority, Verdict.ELECTED, Verdict.NOT_ELECTED, "SP1")


def _review(ballot: _Ballot) -> Result:
    unamended = ballot.day is not None and ballot.day < REVIEW_AMENDED
    needed = TENTH_SESSION_VOTES if unamended else ballot.body.needed
    return _without_concurrence(ballot, needed, Verdict.ADOPTED, Verdict.REJECTED_INSUFFICIENT, "SP4")


def _tenth_session_review(ballot: _Ballot) -> Result:
    lost = Verdict.REJECTED_INSUFFICIENT
    return _without_concurrence(ballot, TENTH_SESSION_VOTES, Verdict.ADOPTED, lost, "SP4")


_QUESTIONS: Mapping[Question, Callable[[_Ballot], Result]] = {
    Question.SUBSTANTIVE: _substantive,
    Question.PROCEDURAL: _procedural,
    Question.PRELIMINARY: _preliminary,
    Question.CHALLENGE: _challenge,
    Question.UPHOLD: _uphold,
    Question.ELECTION: _election,
    Question.REVIEW: _review,
    Question.TENTH_SESSION_REVIEW: _tenth_session_review,
}


@dataclass(frozen=True, slots=True)
class Outlook:
    """A vote while it is being taken.

    `needed` affirmative votes in all, `still_needed` of them missing, `can_pass` and `can_fail` whether the
    votes to come may still bring either end, `veto_cast_by` the permanent noes already cast on a question
    of substance (they only become a veto once the bar is reached, V5).
    """

    needed: int
    still_needed: int
    can_pass: bool
    can_fail: bool
    veto_cast_by: tuple[str, ...]


def outlook(
    body: Body,
    nature: Nature,
    votes_so_far: Mapping[str, Vote],
    remaining: Iterable[str],
    *,
    void: Collection[str] = (),
) -> Outlook:
    """Say where a vote stands: how many more are needed and whether it can still carry or fail.

    `remaining` are the seats that have yet to vote; seats in neither argument are taken as absent. `void`
    are parties whose vote on substance counts as an abstention, however they cast it (V10 enforced).
    """
    substantive = nature == Nature.SUBSTANTIVE
    if void and substantive:
        votes_so_far = {seat: vote for seat, vote in votes_so_far.items() if seat not in void}
        remaining = set(remaining) - set(void)
    waiting = set(remaining) - votes_so_far.keys()
    yes = count(votes_so_far).yes
    permanent = body.permanent if substantive else ()
    noes = tuple(seat for seat in permanent if votes_so_far.get(seat) == Vote.NO)
    missing = max(0, body.needed - yes)
    threatened = any(seat in waiting for seat in permanent)
    return Outlook(
        needed=body.needed,
        still_needed=missing,
        can_pass=missing <= len(waiting) and not noes,
        can_fail=missing > 0 or bool(noes) or threatened,
        veto_cast_by=noes,
    )
