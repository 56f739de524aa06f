"""The General Assembly: its majorities, its quorum, and the road to it past a divided Council.

Articles 11, 12, 18 and 20, and resolution 377 A (V), Uniting for Peace. Works on numbers, not on 193 names;
it never knows a veto, for there is none in the Assembly.
"""

from __future__ import annotations

from datetime import date

from game.rules.refusals import Refusal
from game.rules.results import NO_TALLY, Result, Tally, Verdict

UNITING_FOR_PEACE = date(1950, 11, 3)
VETOES_DEBATED = date(2022, 4, 26)


def two_thirds(yes: int, no: int) -> bool:
    """Whether yes makes two-thirds of the members present and voting; abstainers do not vote (GA2)."""
    return yes > 0 and 3 * yes >= 2 * (yes + no)


def debates_vetoes(day: date) -> bool:
    """Whether the Assembly meets within ten working days of any veto to debate it; it does not vote (GA9)."""
    return day >= VETOES_DEBATED


def majority(members: int) -> int:
    """The smallest number that is more than half of the members."""
    return members // 2 + 1


def decide_assembly(
    tally: Tally, *, important: bool, ballot: int = 1, present: int | None = None, plenary: bool = True
) -> Result:
    """Decide a vote of the Assembly (GA1 to GA5).

    `tally` covers all members; those that did nothing are `absent`. `important` questions need two-thirds
    of those present and voting, others a majority. `ballot` is 2 for the second vote after a tie. `present`
    is how many sat in the hall, where that is known; else all but the absent did. In a committee (not
    `plenary`) a tie rejects at once (rule 133).
    """
    here = tally.seats - tally.absent if present is None else present
    if here < (quorum := majority(tally.seats)):
        reason = f"{quorum} members must be present for any decision; {here} are."
        return Result(Verdict.NO_QUORUM, tally, quorum, (), (), "GA5", reason, had=here)
    return _important(tally) if important else _ordinary(tally, ballot if plenary else 2)


def _important(tally: Tally) -> Result:
    voting = tally.yes + tally.no
    needed = max(1, -(-2 * voting // 3))
    carried = two_thirds(tally.yes, tally.no)
    reason = f"Two-thirds of the {voting} voting is {needed}; {tally.yes} said yes. Abstentions do not count."
    verdict = Verdict.ADOPTED if carried else Verdict.REJECTED_TWO_THIRDS
    return Result(verdict, tally, needed, (), (), "GA2" if voting else "GA1", reason, had=tally.yes)


def _ordinary(tally: Tally, ballot: int) -> Result:
    yes, voting = tally.yes, tally.yes + tally.no
    needed = majority(voting)
    reason = f"A majority of the {voting} voting is {needed}; {yes} voted yes."
    verdict, rule = (Verdict.ADOPTED if yes > tally.no else Verdict.REJECTED), "GA3"
    if voting and yes == tally.no:
        rule = "GA4"
        if ballot > 1:
            reason += " This tie rejects."
        else:
            verdict = Verdict.TIE_SECOND_VOTE
            reason += " The votes are equally divided, so a second vote follows within 48 hours."
    return Result(verdict, tally, needed, (), (), rule, reason, had=yes)


def elect_judge(tally: Tally) -> Result:
    """The Assembly's side of an election to the Court: an absolute majority of the electors (SP1)."""
    needed = majority(tally.seats)
    verdict = Verdict.ELECTED if tally.yes >= needed else Verdict.NOT_ELECTED
    reason = (
        f"An absolute majority of {tally.seats} electors is {needed}; {tally.yes} were cast for this one."
    )
    return Result(verdict, tally, needed, (), (), "SP1", reason, had=tally.yes)


def elected(in_council: Result, in_assembly: Result) -> bool:
    """Whether a candidate has won a seat on the Court: both organs, voting apart, gave the majority (SP1)."""
    return in_council.verdict is in_assembly.verdict is Verdict.ELECTED


def request_by_members(concurring: int, members: int) -> Result:
    """Whether Members have called an emergency special session: more than half must concur (GA6)."""
    if not 0 <= concurring <= members:
        raise ValueError(f"{concurring} of {members} Members cannot concur.")
    needed = majority(members)
    verdict = Verdict.CONVENED if concurring >= needed else Verdict.NOT_CONVENED
    reason = f"A majority of {members} Members is {needed}; {concurring} concur in the request."
    return Result(verdict, NO_TALLY, needed, (), (), "GA6", reason, had=concurring)


def uniting_for_peace(
    day: date, *, lack_of_unanimity: bool, threat: bool = True, in_session: bool = False
) -> Refusal | None:
    """Why the Council may not call an emergency special session (GA6).

    `lack_of_unanimity`: a permanent member's no has kept the Council from acting; `threat`: there appears
    to be a threat to the peace, a breach of it or an act of aggression; `in_session`: the Assembly is
    meeting anyway. The call itself is then a procedural vote, seven or nine, without a veto.
    """
    if day < UNITING_FOR_PEACE:
        return Refusal("GA6", "Uniting for Peace was adopted only on 3 November 1950.")
    if not threat:
        return Refusal("GA6", "There must appear to be a threat to the peace, a breach or an aggression.")
    if not lack_of_unanimity:
        return Refusal(
            "GA6", "The Council must first have failed to act because its permanent members disagree."
        )
    if in_session:
        return Refusal("GA6", "The Assembly is in session; refer the matter to it instead.")
    return None
