"""A YAML file of cases: votes, chains of votes, orderings and presidencies, as `voting_cases.yaml` has them.

Every entry that can be read is kept; what cannot is a problem with its place. Fields the law does not ask for
(sources, reasons) are passed over.
"""

from __future__ import annotations

import re
from dataclasses import replace

from game.packs.reading import MOST_PROBLEMS, Sheet, read
from game.rules.ballots import Regime
from game.rules.bases import BASES
from game.rules.bodies import ERAS, Nature, Vote, body_on, seat_of
from game.rules.questions import QUESTIONS, Asks, Put
from game.rules.results import NO_TALLY, Tally, Verdict
from game.tally.cases import Case, Chain, Docket, Entry, Ordering, Told, Turn
from game.tally.pages import MOST_MEMBERS, VOTES, Page, in_place
from game.tally.seats import (
    Complaint,
    council_complaint,
    in_assembly,
    league_complaint,
    left_over,
    slip,
    words_of,
)

_LISTS = ("cases", "chains", "ordering_cases", "presidency_cases")
_BODIES = {"UNSC": ("unsc_11", "unsc_15"), "UNGA": ("unga",), "LEAGUE": ("league_council", "league_assembly")}
_TALLY_ALSO = ("not_voting", "membership", "present")
_NEVER = re.compile(r"(?!)")
_PUT_OTHERWISE = {"challenge_to_ruling": ("ruling_upheld", re.compile(r"uph[eo]ld|sustain|confirm"))}
_ARTICLE = re.compile(r"(?:article|art)[ _.]*(\d+)")
_CHAPTER = re.compile(r"chapter[ _]*([ivx]+)\b")


def docket(file: str, raw: bytes) -> Docket:
    """Read a file of cases; `file` is what it is called in complaints."""
    sheet = read(file, raw)
    if sheet.problems:
        return Docket(file, (), tuple(sheet.problems))
    if not isinstance(sheet.data, dict) or not any(name in sheet.data for name in _LISTS):
        what = "The file has no cases." if sheet.data is not None else "The file is empty."
        remedy = "Give it a list called cases, chains, ordering_cases or presidency_cases."
        sheet.complain((1, 1), "no-cases", what, remedy)
        return Docket(file, (), in_place(sheet.problems))
    page = Page(sheet, raw.decode("utf-8-sig").split("\n"), (), sheet.data)
    entries = _entries(page)
    _twice(sheet, entries)
    if not entries and not sheet.problems:
        sheet.complain((1, 1), "no-cases", "The file has no cases.", "Write at least one under cases.")
    return Docket(file, tuple(entry for _, entry in entries), in_place(sheet.problems))


def _entries(page: Page) -> list[tuple[Page, Entry]]:
    """All entries that could be read, with where they stand."""
    kinds = ((_LISTS[0], _case), (_LISTS[1], _chain), (_LISTS[2], _ordering), (_LISTS[3], _turn))
    found: list[tuple[Page, Entry]] = []
    for name, make in kinds:
        for part in page.parts(name):
            if (before := len(page.sheet.problems)) >= MOST_PROBLEMS:
                return found
            entry = make(part)
            if entry is not None and len(page.sheet.problems) == before:
                found.append((part, entry))
    return found


def _twice(sheet: Sheet, entries: list[tuple[Page, Entry]]) -> None:
    seen: set[str] = set()
    for page, entry in entries:
        if entry.id in seen:
            what = f"The id {entry.id} is used twice."
            page.complain("id", "duplicate-id", what, "Give every entry an id of its own.")
        seen.add(entry.id)


def _case(page: Page) -> Case | None:
    before = len(page.sheet.problems)
    id, question = page.text("id", needed=True), page.word("question_type", QUESTIONS, needed=True)
    era, seats, tally = _era(page), page.part("seats"), page.part("tally")
    if not id or not question or not era:
        return None
    kind = QUESTIONS[_as_put(question, page.text("proposition"))]
    if era not in kind.eras:
        what = f"{id}: {question} is not a question of the {ERAS[era].title}."
        page.complain("question_type", "wrong-body", what, "Name another question_type, or another era.")
        return None
    numbers = tally.numbers(_TALLY_ALSO) if tally else {}
    roll = seats.votes() if seats else dict.fromkeys(page.names("no_votes_by") or (), Vote.NO)
    case = Case(
        id=id,
        question=kind.id,
        put=_put(page, era, numbers),
        where=page.where,
        title=page.text("subject") or kind.title,
        symbol=page.text("symbol"),
        words={seat_of(word): word for word in page.names("objections") or ()},
        numbers={name: number for name, number in numbers.items() if name in VOTES},
        told=_told(page),
    )
    if kind.asks is Asks.OBJECTIONS or len(page.sheet.problems) > before:
        return case
    if kind.asks is Asks.REQUEST:
        if not case.put.members or "concurring" not in page.data:
            page.complain("", "missing", "concurring or membership is missing here.", "Add both numbers.")
        elif case.put.concurring > case.put.members:
            what = f"{case.put.concurring} of {case.put.members} Members cannot concur."
            page.complain("concurring", "too-many", what, "Correct the one or the other.")
        return case
    if seats is None and tally is None:
        page.complain("", "missing", f"{id} has no votes.", "Add seats, or a tally.")
        return None
    return _with_votes(page, seats, roll, case, numbers)


def _as_put(question: str, proposition: str) -> str:
    """The type of a question by the words in which it was put: a ruling may be put to be upheld (CB5)."""
    other, words = _PUT_OTHERWISE.get(question, (question, _NEVER))
    return other if words.search(proposition.casefold()) else question


def _with_votes(
    page: Page, seats: Page | None, roll: dict[str, Vote], case: Case, numbers: dict[str, int]
) -> Case | None:
    """A case with its roll, and the votes that are numbers only; None if they do not fit the body."""
    words, complaint = words_of(roll)
    votes = {seat_of(name): vote for name, vote in roll.items()}
    body = ERAS[case.put.era].body
    unnamed = NO_TALLY
    if seats is None or sum(case.numbers.values()) > len(votes):
        rest = left_over(numbers, votes)
        if rest is None:
            complaint = ("More votes are named than the tally has.", "Correct the tally or the names.")
        unnamed = rest or NO_TALLY
    if body is not None and seats is None and (away := body.size - len(votes) - unnamed.seats) > 0:
        unnamed = replace(unnamed, absent=unnamed.absent + away)
    if body is not None and unnamed.seats:
        complaint = complaint or slip(roll)
    if complaint := complaint or _misfit(case.put, votes, unnamed, numbers):
        what = f"{case.id}: {complaint[0]}"
        page.complain("seats" if seats else "tally", "wrong-votes", what, complaint[1])
        return None
    put = replace(case.put, votes=votes, names=words)
    if body is not None:
        return replace(case, put=put, words=words, unnamed=unnamed)
    away = max(numbers.get("not_voting", 0), put.members - len(votes) - unnamed.seats)
    put = in_assembly(put, unnamed, away, roll=QUESTIONS[case.question].asks is Asks.ROLL)
    return replace(case, put=put, words=words)


def _misfit(put: Put, votes: dict[str, Vote], unnamed: Tally, numbers: dict[str, int]) -> Complaint | None:
    """What keeps votes from being those of their body on that day."""
    body = ERAS[put.era].body
    if body is not None:
        return council_complaint(body, votes, unnamed.seats, put.day)
    if put.era == "league_council":
        return league_complaint(votes, put.day)
    if put.members and len(votes) + unnamed.seats + numbers.get("not_voting", 0) > put.members:
        return "The tally has more votes than there are members.", "Correct tally or membership."
    return None


def _era(page: Page) -> str:
    """The era a case says it belongs to, or the one its body and date lead to."""
    era, day = page.word("era", ERAS), page.day("date")
    body = page.text("body").upper()
    if not era and "era" not in page.data:
        if body == "UNSC" and day is not None:
            era = _council_era(page)
        elif len(choice := _BODIES.get(body, ())) == 1:
            era = choice[0]
        else:
            page.complain("", "missing", "era is missing here.", "Add era, or a body and a date.")
    if era and day and not ERAS[era].sat_on(day):
        what = f"era is {era}, but on {day} there was no {ERAS[era].title}."
        page.complain("era", "wrong-era", what, "Correct the era or the date (X18: fifteen from 1966).")
        return ""
    if era and body and era not in _BODIES.get(body, (era,)):
        page.complain("body", "wrong-body", f"body is {body}, but era is {era}.", "Correct one of the two.")
        return ""
    return era


def _council_era(page: Page) -> str:
    day = page.day("date")
    try:
        return body_on(day).id if day else ""
    except ValueError as fault:
        page.complain("date", "wrong-era", str(fault), "Correct the date.")
        return ""


def _put(page: Page, era: str, numbers: dict[str, int]) -> Put:
    """Everything about a question but its roll."""
    options = page.part("rule_options")
    enforce, regime = "", ""
    if options:
        enforce = options.word("obligatory_abstention", ("as_cast", "enforce"))
        regime = options.word("preliminary_regime", Regime)
    members = _counted(page, "membership") or numbers.get("membership") or 0
    present = _counted(page, "present")
    if members and present is not None and present > members:
        what = f"present is {present}, but there are {members} members."
        page.complain("present", "too-many", what, "Correct the one or the other.")
    return Put(
        era=era,
        day=page.day("date"),
        main=Nature(page.word("main_nature", Nature) or Nature.SUBSTANTIVE),
        bases=_bases(page),
        parties=_seats(page, "member_concerned") or _seats(page, "parties_to_dispute"),
        enforce=enforce == "enforce",
        regime=regime or Regime.RULE_30,
        ballot=page.number("ballot") or 1,
        plenary=page.data.get("plenary") is not False,
        present=numbers.get("present") if present is None else present,
        council_against=_seats(page, "council_members_voting_no"),
        objecting=_seats(page, "objections"),
        concurring=_counted(page, "concurring") or 0,
        members=members,
    )


def _counted(page: Page, name: str) -> int | None:
    """A number of members, which no body ever had by the thousand."""
    number = page.number(name)
    if number is not None and number > MOST_MEMBERS:
        what = f"{name} is {number}; no body ever had so many members."
        page.complain(name, "too-many", what, "Correct the number.")
    return number


def _seats(page: Page, name: str) -> tuple[str, ...]:
    return tuple(seat_of(word) for word in page.names(name) or ())


def _bases(page: Page) -> tuple[str, ...]:
    """What a text rests on, as the law calls it: `chapter_VI`, `article_52_3`, a list of these."""
    bases = []
    for word in page.names("legal_basis") or ():
        plain = word.casefold()
        chapter, article = _CHAPTER.search(plain), _ARTICLE.search(plain)
        basis = f"art_{article[1]}" if article else f"chapter_{chapter[1]}" if chapter else plain
        if basis in BASES:
            bases.append(basis)
        elif not article and not chapter:
            what = f"legal_basis is {word}, which no text rests on."
            page.complain("legal_basis", "unknown-word", what, "Write chapter_VI, chapter_VII or article_53.")
    return tuple(bases)


def _told(page: Page) -> Told | None:
    told = page.part("expected")
    if told is None:
        return None
    result = told.word("result", Verdict)
    effective = told.part("effective_tally")
    return Told(
        result=Verdict(result) if result else None,
        vetoed_by=told.names("vetoed_by"),
        blocked_by=told.names("blocked_by"),
        tally=effective.numbers() if effective else {},
        needed=told.number("needed"),
        had=told.number("had"),
    )


def _chain(page: Page) -> Chain | None:
    id, steps = page.text("id", needed=True), page.names("steps")
    if not steps:
        page.complain("steps", "missing", "The chain has no steps.", "List the ids of its cases under steps.")
        return None
    return Chain(id, steps, page.text("final"), page.text("title"), page.where)


def _ordering(page: Page) -> Ordering | None:
    id, given, event = page.text("id", needed=True), page.names("given") or (), page.text("event")
    if not given and not event:
        what = f"{id or 'The entry'} has nothing to order and no event."
        page.complain("", "missing", what, "Add given or event.")
        return None
    expected = page.text("expected") if not isinstance(page.data.get("expected"), list) else ""
    order = page.names("expected_order") or ()
    return Ordering(id, page.text("rule"), given, order, event, expected, page.where)


def _turn(page: Page) -> Turn | None:
    id, members = page.text("id", needed=True), page.names("members")
    checks, president = page.part("checks"), page.text("president")
    also = page.names("ceding") or page.names("ceded") or page.names("also_cede") or ()
    return Turn(
        id=id,
        members=members or (),
        year=page.number("year") or 0,
        order=page.names("order") or (),
        checks={month: checks.text(month) for month in checks.data} if checks else {},
        ceding=tuple(dict.fromkeys((*([president] if president else ()), *also))),
        expected_chair=page.text("expected_chair"),
        where=page.where,
    )
