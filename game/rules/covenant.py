"""The League of Nations: unanimity and its exceptions, in the Council and in the Assembly.

Articles 1, 4, 5, 6, 10, 11, 15 and 16 of the Covenant. Absence and abstention are left out of account, so
unanimity means no counted no and at least one yes (L2, L3). Nobody here has a veto of its own: any Member
represented can prevent unanimity, and no permanent member weighs more. It must never know the Charter.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from game.rules.assembly import majority, two_thirds
from game.rules.ballots import count
from game.rules.bodies import Vote
from game.rules.results import Result, Tally, Verdict
from game.rules.sentences import NO_NAMES, listed

# The first day of each enlargement, and the seats of the Council from then on: (at least, at most) (L1).
_SIZES = (
    (date(1920, 1, 16), (8, 8)),
    (date(1922, 9, 25), (10, 10)),
    (date(1926, 9, 8), (14, 14)),
    (date(1933, 10, 9), (14, 15)),
)


def council_seats(day: date) -> tuple[int, int]:
    """The least and the most seats of the League Council on `day`, guests of Article 4(5) apart (L1).

    Raises ValueError before the first meeting, 16 January 1920.
    """
    sizes = [size for since, size in _SIZES if since <= day]
    if not sizes:
        raise ValueError(
            f"The League Council first met on 16 January 1920; {day.isoformat()} is before that."
        )
    return sizes[-1]


def _noes(votes: Mapping[str, Vote], without: Collection[str] = ()) -> tuple[str, ...]:
    return tuple(sorted(s for s, vote in votes.items() if vote == Vote.NO and s not in without))


def _who(seats: Collection[str], names: Mapping[str, str]) -> str:
    return f": {listed(seats, names)}" if seats else ""


def _counted(number: int) -> str:
    return f"Of {number} votes that count, all {number} must be yes"


def unanimity(tally: Tally, against: Collection[str] = (), *, names: Mapping[str, str] = NO_NAMES) -> Result:
    """Decide a question that needs all Members represented, the parties among them (Article 5(1), L2 to L4).

    `against` are the seats known to have voted no; they are named, not counted.
    """
    return _unanimous(tally, tally, tuple(sorted(against)), names, "L4" if tally.no else "L2")


def _unanimous(
    whole: Tally, counted: Tally, against: tuple[str, ...], names: Mapping[str, str], rule: str
) -> Result:
    needed = counted.yes + counted.no
    text = f"{_counted(needed)}; {counted.yes} are."
    if counted.no:
        verdict, why = Verdict.NOT_ADOPTED_NO_UNANIMITY, f"Unanimity is prevented{_who(against, names)}."
    elif counted.yes:
        verdict, why = Verdict.ADOPTED, "Absent and abstaining Members are left out of account."
    else:
        return Result(
            Verdict.REJECTED_INSUFFICIENT,
            whole,
            1,
            (),
            (),
            "L3",
            "At least one yes is needed; none was cast.",
        )
    return Result(verdict, whole, needed, (), (), rule, f"{text} {why}", against, counted.yes)


def report(
    votes: Mapping[str, Vote], parties: Collection[str], *, names: Mapping[str, str] = NO_NAMES
) -> Result:
    """Decide a report of the Council on a dispute (Article 15(4), (6) and (7), L5).

    Agreed by all but the parties it binds Members not to go to war with one that complies; by a majority
    only, parties counted, it leaves them free.
    """
    tally, others = count(votes), count({s: v for s, v in votes.items() if s not in parties})
    against, counting = _noes(votes, parties), others.yes + others.no
    text = f"{_counted(counting)}, the parties left out; {others.yes} are."
    if others.yes and not against:
        verdict = Verdict.ADOPTED_UNANIMOUS_EXCL_PARTIES
        return Result(verdict, tally, counting, (), (), "L5", text, had=others.yes)
    return _by_majority(tally, against, text, names, Verdict.REJECTED_INSUFFICIENT, "L5")


def _by_majority(
    tally: Tally, against: tuple[str, ...], text: str, names: Mapping[str, str], lost: Verdict, rule: str
) -> Result:
    """A report that lacks unanimity: it stands if most of the votes are for it, else it falls."""
    needed = majority(tally.yes + tally.no)
    carried = tally.yes >= needed
    why = f"Unanimity is prevented{_who(against, names)}. " if against else ""
    bar = f"A majority is {needed}; {tally.yes} said yes, and the report {'stands' if carried else 'falls'}."
    verdict = Verdict.ADOPTED_MAJORITY_ONLY if carried else lost
    return Result(verdict, tally, needed, (), (), rule, f"{text} {why}{bar}", against, tally.yes)


def expulsion(
    votes: Mapping[str, Vote], concerned: Collection[str], *, names: Mapping[str, str] = NO_NAMES
) -> Result:
    """Declare a Member to be no longer one: all others represented must concur (Article 16(4), L6).

    `concerned` are the Member itself and whoever else is left out of account as a party.
    """
    others = count({s: v for s, v in votes.items() if s not in concerned})
    return _unanimous(count(votes), others, _noes(votes, concerned), names, "L6")


def measures(
    votes: Mapping[str, Vote], parties: Collection[str], *, names: Mapping[str, str] = NO_NAMES
) -> Result:
    """Put measures of Article 16 to the governments: most of those voting, the parties left out, are for it.

    The duty is each Member's own, and each judges for itself whether it has arisen; so nobody is bound by
    the vote, and nobody's no keeps another from acting (Article 16(1) to (3), L6).
    """
    tally, others = count(votes), count({s: v for s, v in votes.items() if s not in parties})
    needed = majority(others.yes + others.no)
    bar = f"A majority of those voting, the parties left out, is {needed}; {others.yes} said yes."
    if others.yes < needed:
        return Result(Verdict.REJECTED, tally, needed, (), (), "L6", bar, had=others.yes)
    text = f"{bar} It goes to the governments and binds those that accept it."
    against = _noes(votes, parties)
    if against:
        text = f"{text} Not applied{_who(against, names)}."
    return Result(Verdict.ADOPTED, tally, needed, (), (), "L6", text, had=others.yes)


def procedure(tally: Tally) -> Result:
    """Decide a matter of procedure, a committee of inquiry among them: a majority of those represented (L7).

    Who abstains or takes no part is represented and counts in the number of which a majority is needed.
    """
    represented = tally.seats - tally.absent
    needed = majority(represented)
    verdict = Verdict.ADOPTED if tally.yes >= needed else Verdict.REJECTED_INSUFFICIENT
    reason = f"A majority of the {represented} Members represented is {needed}; {tally.yes} said yes."
    return Result(verdict, tally, needed, (), (), "L7", reason, had=tally.yes)


def assembly_report(
    tally: Tally,
    against: Collection[str],
    parties: Collection[str],
    council_against: Collection[str] = (),
    *,
    names: Mapping[str, str] = NO_NAMES,
) -> Result:
    """Decide a report of the Assembly on a dispute referred to it (Article 15(9) and (10), L8).

    It has the force of a unanimous report of the Council if every Member on the Council concurs and so does
    a majority of the others, parties left out of both. `against` are the Members known to have voted no,
    `council_against` those of them on the Council. How many of the yes votes came from the Council is not
    asked: among the others, those known to be for it are set against those known to be against.
    """
    blocking = tuple(sorted(set(council_against) - set(parties)))
    noes = tally.no - len(set(against) & set(parties))
    needed = majority(tally.yes + noes)
    text = f"Without the parties {noes} voted against it, {len(blocking)} of them on the Council."
    if not blocking and tally.yes >= needed:
        verdict = Verdict.ADOPTED_UNANIMOUS_EXCL_PARTIES
        return Result(verdict, tally, needed, (), (), "L8", text, had=tally.yes)
    return _by_majority(tally, blocking, text, names, Verdict.REJECTED, "L8")


def admission(tally: Tally) -> Result:
    """Admit a State to the League: two-thirds of the Assembly, of those voting (Article 1(2), L9)."""
    voting = tally.yes + tally.no
    needed = max(1, -(-2 * voting // 3))
    verdict = Verdict.ADOPTED if two_thirds(tally.yes, tally.no) else Verdict.REJECTED_TWO_THIRDS
    reason = f"Two-thirds of the {voting} voting is {needed}; {tally.yes} said yes."
    return Result(verdict, tally, needed, (), (), "L9", reason, had=tally.yes)


def with_the_assembly(in_council: Result, in_assembly: Tally) -> bool:
    """Whether Council and a majority of the Assembly agree, as for a Secretary-General or a new seat.

    Articles 4(2) and 6(2), L9: the Council's decision, and more yes than no in the Assembly.
    """
    return in_council.carried and in_assembly.yes > in_assembly.no
