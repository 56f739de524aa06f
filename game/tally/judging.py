"""One question judged: the law's answer, what the record leaves open, and how both compare with the file.

The answer is the law's; where missing votes leave several possible and the file names one of them, that one
is taken and the others are told. It must never take the file's word for what the law excludes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from game.rules.bodies import ERAS, Vote
from game.rules.questions import QUESTIONS, Asks, Judgement, Put, judge
from game.rules.results import Result, Tally, Verdict
from game.rules.sentences import listed
from game.tally.blanks import rolls
from game.tally.cases import Case, Difference, Finding, Told


def judged(case: Case) -> Finding:
    """What the law makes of a case, and every difference from what the file says."""
    answers = _answers(case)
    told = case.told.result if case.told else None
    answer, put = answers[told] if told in answers else next(iter(answers.values()))
    result = answer.result
    open_ = tuple(verdict for verdict in answers if verdict is not result.verdict)
    found = Finding(
        id=case.id,
        kind="vote",
        result=result.verdict,
        title=case.title,
        vetoed_by=_words(case, result.vetoed_by),
        blocked_by=_words(case, result.blocked_by),
        voided=_words(case, result.voided),
        needed=result.needed,
        had=result.had,
        rules=answer.rules,
        reason=result.reason if not open_ else "",
        tally=result.tally if result.tally.seats else None,
        cast=put.counted if result.tally.seats else None,
        open=open_,
        unknown=_unknown(case, open_),
        note=case.note,
        doubt=case.doubt,
        compared=case.told is not None and case.told != Told(),
        where=case.where,
    )
    return _compared(found, case, result)


def _answers(case: Case) -> dict[Verdict, tuple[Judgement, Put]]:
    """Every result the record leaves possible, with a judgement and the votes that give it.

    The likeliest comes first.
    """
    body, kind = ERAS[case.put.era].body, QUESTIONS[case.question]
    if body is None or kind.asks is not Asks.ROLL:
        only = judge(case.question, case.put)
        return {only.result.verdict: (only, case.put)}
    answers: dict[Verdict, tuple[Judgement, Put]] = {}
    for votes in rolls(case, body):
        put = replace(case.put, votes=votes)
        answer = judge(case.question, put)
        answers.setdefault(answer.result.verdict, (answer, put))
    return answers


def _words(case: Case, seats: Iterable[str]) -> tuple[str, ...]:
    """Seats in the file's own words, sorted; those the file does not name are left out."""
    return tuple(sorted(case.words[seat] for seat in seats if seat in case.words))


def _unknown(case: Case, open_: tuple[Verdict, ...]) -> str:
    """What cannot be known from the record, in one sentence; empty if nothing is missing."""
    if not case.unnamed.seats and not case.unknown:
        return ""
    missing = []
    if case.unknown:
        missing.append(f"the votes of {case.unknown} seats are not given")
    elif case.unnamed.seats:
        missing.append(f"{case.unnamed.seats} votes are numbers without names")
    if open_ == (Verdict.VETOED,) and not case.unknown:
        missing.append("should a permanent member be among the noes not named, it is vetoed")
    elif open_:
        missing.append(f"it may also have been {' or '.join(_plain(verdict) for verdict in open_)}")
    text = "; ".join(missing)
    return f"{text[0].upper()}{text[1:]}."


def _plain(verdict: Verdict) -> str:
    return verdict.value.replace("_", " ")


def _compared(found: Finding, case: Case, result: Result) -> Finding:
    """The finding with every difference from what the file says, both sides in words."""
    return replace(found, differences=(*_roll_differs(case), *_told_differs(found, case.told, result)))


def _roll_differs(case: Case) -> Iterator[Difference]:
    """Where the file's roll does not add up to the numbers the file prints beside it."""
    if not case.numbers or case.unknown:
        return
    roll = case.put.counted
    for kind in Vote:
        cast = getattr(roll, kind) + getattr(case.unnamed, kind)
        told = case.numbers.get(kind)
        if told is not None and told != cast:
            yield Difference(f"votes {kind.value.replace('_', ' ')}", str(told), f"finds {cast} in its roll")


def _told_differs(found: Finding, told: Told | None, result: Result) -> Iterator[Difference]:
    if told is None:
        return
    if told.result is not None and told.result is not found.result:
        yield Difference("result", told.result.value, str(found.result))
    seats = (
        ("vetoed_by", told.vetoed_by, found.vetoed_by),
        ("blocked_by", told.blocked_by, found.blocked_by),
    )
    for what, theirs, ours in seats:
        if theirs is not None and tuple(sorted(theirs)) != ours:
            yield Difference(what, listed(sorted(theirs)) or "nobody", listed(ours) or "nobody")
    for what, number, counted in _numbers(told, result):
        if number is not None and number != counted:
            yield Difference(what, str(number), str(counted))


def _numbers(told: Told, result: Result) -> Iterator[tuple[str, int | None, int]]:
    yield "needed", told.needed, result.needed
    yield "had", told.had, result.had
    for kind, number in told.tally.items():
        yield f"effective {kind.replace('_', ' ')}", number, _of_kind(result.tally, kind)


def _of_kind(tally: Tally, kind: str) -> int:
    number: int = getattr(tally, kind)
    return number
