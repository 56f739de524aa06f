"""Words for a result: why it came out so, and what the President says from the chair.

Every sentence names the number that was needed. Names are whatever the caller hands in; they are only ever
listed, never inflected, so that any name fits. Nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from game.rules.bodies import Vote
from game.rules.results import Result, Tally, Verdict

NO_NAMES: Mapping[str, str] = MappingProxyType({})

_WORDS = (
    *("none", "one", "two", "three", "four", "five", "six", "seven"),
    *("eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
)
_STATES = {Vote.ABSTAIN: "abstaining", Vote.ABSENT: "absent", Vote.NOT_PARTICIPATING: "not participating"}


def spelled(number: int) -> str:
    """A small number as a word, a larger one in figures."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else str(number)


def counted(number: int, noun: str) -> str:
    """A number and its noun in the right form: `1 abstention`, `3 abstentions`."""
    if noun.startswith("vote"):
        return f"{number} {noun.replace('vote', 'votes', 1) if number != 1 else noun}"
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(seats: Iterable[str], names: Mapping[str, str] = NO_NAMES) -> str:
    """Seats as a list in words: `China`, `China and France`, `China, France and United States`."""
    words = [names.get(seat, seat) for seat in seats]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def needed_and_cast(needed: int, yes: int) -> str:
    """The bar and what was reached: `7 affirmative votes were needed; 6 were cast.`"""
    return f"{needed} affirmative votes were needed; {yes} {'was' if yes == 1 else 'were'} cast."


def shortfall(needed: int, tally: Tally, permanent_noes: Sequence[str]) -> str:
    """Why a question failed for want of votes (V5 before V4, X3)."""
    text = needed_and_cast(needed, tally.yes)
    if permanent_noes:
        return f"{text} A permanent member's no is no veto when the {spelled(needed)} are missing."
    if tally.yes > tally.no:
        return f"{text} Abstentions and absences do not lower the bar."
    return text


def veto(needed: int, tally: Tally, vetoed_by: Sequence[str], names: Mapping[str, str]) -> str:
    """Why a question failed though it had the votes, and by whom (V4)."""
    who = "a permanent member" if len(vetoed_by) == 1 else f"{spelled(len(vetoed_by))} permanent members"
    return f"{needed_and_cast(needed, tally.yes)} But {who} voted no: {listed(vetoed_by, names)}."


def carried_on_substance(
    needed: int, tally: Tally, aside: Mapping[str, Vote], names: Mapping[str, str]
) -> str:
    """Why a substantive question carried; `aside` are the permanent members not voting yes (V6 to V9)."""
    text = f"{needed_and_cast(needed, tally.yes)} No permanent member voted no."
    if not aside:
        return text
    parts = [
        f"{listed(seats, names)} {word}"
        for state, word in _STATES.items()
        if (seats := [seat for seat, vote in aside.items() if vote == state])
    ]
    return (
        f"{text} A permanent member that abstains or is away does not prevent adoption ({'; '.join(parts)})."
    )


def carried_on_procedure(
    needed: int, tally: Tally, permanent_noes: Sequence[str], names: Mapping[str, str]
) -> str:
    """Why a procedural question carried, over permanent noes if there were any (V3)."""
    text = needed_and_cast(needed, tally.yes)
    if not permanent_noes:
        return f"{text} The question was procedural."
    return f"{text} On procedure a permanent member's no is no veto: {listed(permanent_noes, names)}."


def voided_votes(voided: Sequence[str], names: Mapping[str, str]) -> str:
    """The sentence added when parties to a dispute had to abstain (V10)."""
    return f" A party to the dispute must abstain; its vote is void: {listed(voided, names)}."


_FAILED = {
    Verdict.REJECTED_INSUFFICIENT: ", having failed to obtain the required number of votes",
    Verdict.REJECTED: "",
    Verdict.REJECTED_TWO_THIRDS: ", having failed to obtain a two-thirds majority",
    Verdict.NOT_ADOPTED_NO_UNANIMITY: ", for want of unanimity",
}
_DECLARED = {
    Verdict.DEEMED_PROCEDURAL: "The Council has decided that the matter is one of procedure.",
    Verdict.DEEMED_SUBSTANTIVE: "The matter is therefore not one of procedure.",
    Verdict.RULING_STANDS: "The ruling of the President stands.",
    Verdict.RULING_OVERRULED: "The ruling of the President has been overruled.",
    Verdict.ISSUED: "As there is no objection, the statement will be issued on behalf of the Council.",
    Verdict.BLOCKED: "There is no agreement among the members; no statement will be issued.",
    Verdict.TIE_SECOND_VOTE: "The votes are equally divided; a second vote follows within forty-eight hours.",
    Verdict.NO_QUORUM: "A majority of the members is not present; no decision can be taken.",
    Verdict.CONVENED: "The Assembly will meet in emergency special session within twenty-four hours.",
    Verdict.NOT_CONVENED: "The request has not been concurred in by a majority of the Members.",
    Verdict.ADOPTED_UNANIMOUS_EXCL_PARTIES: (
        "The report has been adopted unanimously, the votes of the parties not being counted."
    ),
    Verdict.ADOPTED_MAJORITY_ONLY: "The report has been adopted by a majority; Members remain free to act.",
}


def president_formula(result: Result, what: str, named: str = "") -> str:
    """What the President says when the result is declared (form of the verbatim records).

    `what` is the thing put to the vote without its article (`draft resolution`, `provisional agenda`);
    `named` is what it becomes when adopted (`resolution 2334 (2016)`). Returns two sentences, or one where
    no vote was taken.
    """
    tally = result.tally
    if not tally.seats:
        return _outcome(result, what, named)
    if result.verdict is Verdict.ADOPTED and tally.unanimous:
        become = f" as {named}" if named else ""
        return (
            f"The {what} received {counted(tally.yes, 'vote')} in favour. "
            f"The {what} has been adopted unanimously{become}."
        )
    if result.carried or result.verdict not in (*_FAILED, Verdict.VETOED):
        verb = "was" if tally.yes == 1 else "were"
        return f"There {verb} {_numbers(tally)}. {_outcome(result, what, named)}"
    return f"The {what} received {_numbers(tally)}. {_outcome(result, what, named)}"


def _numbers(tally: Tally) -> str:
    parts = [counted(tally.yes, "vote in favour")]
    if tally.no:
        parts.append(counted(tally.no, "vote against"))
    if tally.abstain:
        parts.append(counted(tally.abstain, "abstention"))
    if tally.not_participating:
        parts.append(f"{counted(tally.not_participating, 'member')} not participating in the voting")
    if tally.absent:
        parts.append(f"{counted(tally.absent, 'member')} absent")
    return listed(parts)


def _outcome(result: Result, what: str, named: str) -> str:
    if result.verdict is Verdict.ADOPTED:
        return f"The {what} has been adopted{f' as {named}' if named else ''}."
    if result.verdict is Verdict.VETOED:
        count = len(result.vetoed_by)
        whose = "a permanent member" if count == 1 else f"{spelled(count)} permanent members"
        return f"The {what} has not been adopted, owing to the negative vote of {whose} of the Council."
    if result.verdict is Verdict.MUST_VOTE:
        return f"As there is an objection, the {what} will be put to the vote."
    if result.verdict in _FAILED:
        return f"The {what} has not been adopted{_FAILED[result.verdict]}."
    if result.verdict in (Verdict.ELECTED, Verdict.NOT_ELECTED):
        has = "has" if result.verdict is Verdict.ELECTED else "has not"
        return f"The {what} {has} obtained the required majority."
    return _DECLARED[result.verdict]
