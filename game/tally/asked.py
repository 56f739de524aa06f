"""A question typed at the prompt, as a case like those of a file.

Each kind of vote is typed as numbers and names with commas between: `USA,2`. Members that are only counted
are taken for elected ones; the finding says what would change if a permanent member were among them. It
answers with a complaint (what, remedy) instead of a case when the question cannot be. It must never print.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from game.plain import clean
from game.rules.ballots import Regime
from game.rules.bodies import ENLARGED, ERAS, PERMANENT_WORDS, Era, Nature, Vote, body_on, seat_of
from game.rules.questions import QUESTIONS, Asks, Kind, Put
from game.rules.results import Tally
from game.tally.cases import Case
from game.tally.pages import MOST_MEMBERS, meant
from game.tally.seats import Complaint, in_assembly, is_known, league_complaint, sat, titled, words_of

BODIES = (*ERAS, "unsc", "league")
_USUAL = {"unga": "ga_important", "league_council": "league_unanimity", "league_assembly": "league_unanimity"}
_NUMERIC = re.compile(r"[-+.]?\d[\d.]*\Z")
_MEMBERS_TODAY = 193
_BEYOND = MOST_MEMBERS + 1
_OF_ALL = frozenset({"ga_icj_election", "ess_request_by_members"})


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: each field as it stood on the command line, empty or 0 where nothing did."""

    votes: Mapping[Vote, str] = field(default_factory=dict)
    body: str = ""
    question: str = ""
    nature: str = ""
    regime: str = ""
    parties: str = ""
    enforce: bool = False
    day: str = ""
    members: int = 0
    ballot: int = 1


def question(typed: Typed) -> Case | Complaint:
    """The question as a case, or why it cannot be put."""
    day = _day(typed.day)
    if isinstance(day, tuple):
        return day
    era = _era(typed.body, day)
    if isinstance(era, tuple):
        return era
    kind = _kind(typed, era)
    if isinstance(kind, tuple):
        return kind
    named: dict[str, Vote] = {}
    counted: dict[str, int] = {}
    for vote, text in typed.votes.items():
        names, number = _read(text)
        if number > MOST_MEMBERS:
            return f"No body ever had more than {MOST_MEMBERS:,} members.", "Correct the number of votes."
        counted[vote.value] = number
        for name in names:
            if name in named:
                return f"{name} is named twice.", "Give each member one vote (V1)."
            named[name] = vote
    if wrong := _wrong_names(named, era, day):
        return wrong
    return _put(typed, kind, era, day, named, Tally(**counted))


def _day(text: str) -> date | Complaint | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return f"{clean(text, limit=40)} is no date.", "Write a date like 1950-06-27."


def _era(body: str, day: date | None) -> Era | Complaint:
    """The body in the form it had on that day; without a day, as it is now."""
    try:
        id = {"unsc": "", "": "", "league": "league_council"}.get(body, body)
        era = ERAS[id or body_on(day or ENLARGED).id]
    except ValueError as fault:
        return str(fault), "Name another date, or --body league_council."
    if day is not None and not era.sat_on(day):
        return f"On {day} there was no {era.title}.", "Name another date or body (X18: fifteen from 1966)."
    return era


def _kind(typed: Typed, era: Era) -> Kind | Complaint:
    """The type of question; a nature alone is one."""
    of_nature = typed.nature if era.body and not typed.question else ""
    kind = QUESTIONS[typed.question or of_nature or _USUAL.get(era.id, "substantive")]
    if kind.fits(era):
        return kind
    fitting = [id for id, other in QUESTIONS.items() if other.fits(era)]
    return f"The {era.title} is never asked {kind.id}.", meant(kind.id, fitting)


def _read(text: str) -> tuple[list[str], int]:
    """Names, and the sum of the numbers among them."""
    parts = [clean(part) for part in text.split(",") if part.strip()]
    numbers = [min(int(part[:9]), _BEYOND) for part in parts if part.isdecimal()]
    return [part for part in parts if not part.isdecimal()], sum(numbers)


def _wrong_names(names: Iterable[str], era: Era, day: date | None) -> Complaint | None:
    """What is wrong with names at the prompt: two for one seat, or no member of the Council."""
    words, twice = words_of(names)
    if twice or era.body is None:
        return twice
    for code, name in words.items():
        if _NUMERIC.match(name):
            return f"{name} is no number of votes.", "Write a whole number from 0 up, or names."
        if not is_known(name):
            return f"{name} never sat on the Security Council.", titled(
                meant(name, [*PERMANENT_WORDS, *sat()])
            )
        known = sat().get(name.casefold())
        if code in PERMANENT_WORDS.values() or known is None:
            continue
        if day is not None and day.year in range(1946, max(known[1]) + 1) and day.year not in known[1]:
            return f"{name} was no member of the Council in {day.year}.", "Correct the name or the date."
    return None


def _put(
    typed: Typed, kind: Kind, era: Era, day: date | None, named: dict[str, Vote], counted: Tally
) -> Case | Complaint:
    """The case, once every name is known to be one."""
    words, _ = words_of(named)
    votes = {seat_of(name): vote for name, vote in named.items()}
    everyone = len(votes) + counted.seats
    if era.body is not None and everyone > era.body.size:
        return (
            f"{everyone} votes were given, but the {era.title} has {era.body.size} members.",
            "Give each member one vote (V1).",
        )
    if era.body is not None and typed.members not in (0, era.body.size):
        return f"The {era.title} has {era.body.size} members.", "Leave --members out, or name another --body."
    members = typed.members or (era.body.size if era.body else 0) or _members(kind, everyone)
    if era.body is None and everyone > members:
        return f"{everyone} votes were given for {members} members.", "Correct the votes, or --members."
    if era.id == "league_council" and (wrong := league_complaint(votes, day)):
        return wrong
    if not everyone and kind.asks is not Asks.OBJECTIONS:
        return "No votes were given.", "Say at least --yes with a number or names."
    put = Put(
        era=era.id,
        day=day,
        votes=votes,
        names=words,
        main=Nature(typed.nature or Nature.SUBSTANTIVE),
        bases=("chapter_vi",) if typed.enforce else (),
        parties=tuple(seat_of(name) for name in _read(typed.parties)[0]),
        enforce=typed.enforce,
        regime=typed.regime or Regime.RULE_30,
        ballot=typed.ballot,
        members=members,
    )
    return _counted(Case("question", kind.id, put, title=kind.title, words=words), kind, era, counted)


def _members(kind: Kind, everyone: int) -> int:
    """How many members an Assembly is taken to have where nobody said: those spoken of.

    Where the majority is one of all members, not of those voting, it is taken to be today's.
    """
    return max(everyone, _MEMBERS_TODAY) if kind.id in _OF_ALL else everyone


def _note(put: Put, away: int) -> str:
    """What had to be taken for granted in a vote of the Council."""
    taken = []
    if away:
        taken.append(f"{away} member{' is' if away == 1 else 's are'} not spoken of and taken as absent")
    if put.enforce:
        taken.append("the text is taken to rest on Chapter VI")
    return "; ".join(taken)


def _counted(case: Case, kind: Kind, era: Era, counted: Tally) -> Case:
    """The case with the members that are only counted, each where its type of question looks for it."""
    put, away = case.put, case.put.members - len(case.put.votes) - counted.seats
    if kind.asks is Asks.REQUEST:
        named = sum(vote is Vote.YES for vote in put.votes.values())
        return replace(case, put=replace(put, concurring=named + counted.yes))
    if kind.asks is Asks.OBJECTIONS:
        put = in_assembly(put, counted, 0, roll=True)
        return replace(case, put=replace(put, objecting=put.noes))
    if era.body is not None:
        return replace(case, unnamed=replace(counted, absent=counted.absent + away), note=_note(put, away))
    return replace(case, put=in_assembly(put, counted, away, roll=kind.asks is Asks.ROLL))
