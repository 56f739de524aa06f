"""Majorities as Model UN houses count them: of those voting or of all members, with a veto or none (MU10).

The Council's own bar is `ballots.decide`; here a tie is lost, an abstention counts for neither side, and
every sentence says what was needed of whom. Pure arithmetic over seats and votes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from math import ceil

from game.rules.ballots import Outlook, count
from game.rules.bodies import Vote
from game.rules.house import Needed
from game.rules.results import Result, Tally, Verdict
from game.rules.sentences import NO_NAMES, counted, listed

RELATIVE = frozenset(
    {
        Needed.MAJORITY,
        Needed.TWO_THIRDS,
        Needed.MAJORITY_SEATS,
        Needed.TWO_THIRDS_SEATS,
        Needed.CONSENSUS,
    }
)
"""Bars that this module counts."""
WORDS_PER_SECOND = 2
"""Words of a statement that fit into a second of speaking time: a calm 120 words a minute."""


def words_allowed(seconds: int) -> int:
    """Return how many words fit into a speaking time in seconds; 0 seconds set no limit and give 0."""
    return seconds * WORDS_PER_SECOND


def share_of(share: float, members: int) -> int:
    """Return how many members a share of them is, rounded up and at least one."""
    return max(1, ceil(round(share * members, 6)))


def bar(needed: Needed, tally: Tally) -> int:
    """Return the fewest affirmative votes that carry a question, the other votes being as counted."""
    voting = tally.yes + tally.no
    match needed:
        case Needed.MAJORITY:
            return voting // 2 + 1
        case Needed.TWO_THIRDS:
            return max(1, -(-2 * voting // 3))
        case Needed.MAJORITY_SEATS:
            return tally.seats // 2 + 1
        case Needed.TWO_THIRDS_SEATS:
            return -(-2 * tally.seats // 3)
        case Needed.CONSENSUS:
            return 0
        case _:
            raise ValueError(
                f"{needed.value} is not counted as a majority; the Council's own law decides it."
            )


def _carried(needed: Needed, tally: Tally) -> bool:
    if needed is Needed.CONSENSUS:
        return tally.no == 0
    return tally.yes >= bar(needed, tally)


_OF = {
    Needed.MAJORITY: "A majority of those voting yes or no",
    Needed.TWO_THIRDS: "Two thirds of those voting yes or no",
    Needed.MAJORITY_SEATS: "A majority of all members",
    Needed.TWO_THIRDS_SEATS: "Two thirds of all members",
}
_LOST = {Needed.TWO_THIRDS: Verdict.REJECTED_TWO_THIRDS, Needed.MAJORITY: Verdict.REJECTED}


def _reason(needed: Needed, tally: Tally) -> str:
    if needed is Needed.CONSENSUS:
        if not tally.no:
            return "Nobody objected."
        return f"Consensus means that nobody objects; {counted(tally.no, 'member')} did."
    voting = tally.yes + tally.no
    of = f" of {voting}" if needed in (Needed.MAJORITY, Needed.TWO_THIRDS) else f" of {tally.seats}"
    cast = f"{tally.yes} {'was' if tally.yes == 1 else 'were'} cast"
    text = f"{_OF[needed]} is needed, {bar(needed, tally)}{of}; {cast}."
    if needed is Needed.TWO_THIRDS:
        text = text.replace("is needed", "are needed")
    if tally.yes == tally.no and needed is Needed.MAJORITY:
        return f"{text} A tie is lost."
    aside = needed in (Needed.MAJORITY, Needed.TWO_THIRDS) and tally.abstain
    return f"{text} Abstentions count for neither side." if aside else text


def decide(
    needed: Needed,
    votes: Mapping[str, Vote],
    seats: int,
    *,
    vetoers: Collection[str] = (),
    names: Mapping[str, str] = NO_NAMES,
    won: Verdict = Verdict.ADOPTED,
    lost: Verdict | None = None,
) -> Result:
    """Decide a question by a relative majority (MU10), a no of one of the `vetoers` defeating it (MU9).

    The veto counts only where the majority is reached (V5). `won` and `lost` are the verdicts the question
    has of its own; without `lost` it is the one that fits the majority. Raises ValueError for a bar of the
    Council's own and for more votes than seats.
    """
    tally = count(votes, seats)
    text, number = _reason(needed, tally), bar(needed, tally)
    noes = tuple(sorted(seat for seat in vetoers if votes.get(seat) == Vote.NO))
    if not _carried(needed, tally):
        verdict = lost or _LOST.get(needed, Verdict.REJECTED_INSUFFICIENT)
        if noes:
            text += " A permanent member's no is no veto where the majority is missing."
        return Result(verdict, tally, number, (), (), "MU10", text, had=tally.yes)
    if noes:
        who = "a permanent member" if len(noes) == 1 else "permanent members"
        reason = f"{text} But {who} voted no: {listed(noes, names)}."
        return Result(Verdict.VETOED, tally, number, noes, (), "MU9", reason, had=tally.yes)
    return Result(won, tally, number, (), (), "MU10", text, had=tally.yes)


def outlook(
    needed: Needed,
    votes_so_far: Mapping[str, Vote],
    remaining: Iterable[str],
    seats: int,
    vetoers: Collection[str] = (),
) -> Outlook:
    """Say where a vote by a relative majority stands; `needed` is the bar as the votes stand now.

    `still_needed` is how many more must vote yes if nobody else votes no.
    """
    waiting = set(remaining) - votes_so_far.keys()
    tally = count(votes_so_far, seats)
    noes = tuple(seat for seat in vetoers if votes_so_far.get(seat) == Vote.NO)
    missing = next(
        (n for n in range(len(waiting) + 1) if _carried(needed, _with(tally, yes=n))), len(waiting) + 1
    )
    worst = _with(tally, no=len(waiting))
    return Outlook(
        needed=tally.yes + missing,
        still_needed=missing,
        can_pass=missing <= len(waiting) and not noes,
        can_fail=not _carried(needed, worst) or bool(noes) or any(seat in waiting for seat in vetoers),
        veto_cast_by=noes,
    )


def _with(tally: Tally, *, yes: int = 0, no: int = 0) -> Tally:
    absent = tally.absent - yes - no
    return Tally(tally.yes + yes, tally.no + no, tally.abstain, absent, tally.not_participating)
