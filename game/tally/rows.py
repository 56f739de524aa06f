"""A CSV file of votes of the Security Council, one a row, as `council_votes.csv` has them.

A row does not say whether its question was procedural: it is taken as substantive, and a resolution that was
adopted over the no of a permanent member can only have been procedural. Members may be named all, some or not
at all. What a row does not say stays open; it must never be filled in from the result it claims.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from game.packs.problems import Problem
from game.plain import clean
from game.rules.bodies import Body, Vote, body_on, seat_of
from game.rules.questions import Put
from game.rules.results import NO_TALLY, Tally, Verdict
from game.rules.sentences import listed
from game.tally.cases import Case, Docket, Told
from game.tally.doubts import doubt
from game.tally.pages import in_place, meant, quoted
from game.tally.seats import council_complaint, slip, words_of

SIZE = 8_000_000
MOST_PROBLEMS = 20

NUMBERS = {vote: vote.value for vote in Vote}
CODES = {
    Vote.YES: "yes_codes",
    Vote.NO: "no_codes",
    Vote.ABSTAIN: "abstain_codes",
    Vote.ABSENT: "absent_codes",
    Vote.NOT_PARTICIPATING: "np_codes",
}
COLUMNS = ("vote_id", "date", *NUMBERS.values(), "council_size", *CODES.values())
RESULTS = {
    "adopted": Verdict.ADOPTED,
    "vetoed": Verdict.VETOED,
    "not_adopted": Verdict.REJECTED_INSUFFICIENT,
}
BY_CONSENT = ("without_vote", "consensus", "acclamation")
UNTOLD = ("in_parts", "no_details")
_HOW = ("vote", "unanimous", *BY_CONSENT, *UNTOLD)
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NAME = re.compile(r"[\s,;]+")


@dataclass(slots=True)
class _Table:
    """The file being read: its name, its columns, and what is wrong with it so far."""

    file: str
    columns: list[str]
    problems: list[Problem] = field(default_factory=list)

    def complain(self, line: int, column: str, code: str, what: str, remedy: str) -> None:
        place = self.columns.index(column) + 1 if column in self.columns else 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(self.file, line, place, code, what, remedy))


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its line, its values by column, and the table to complain to."""

    table: _Table
    line: int
    values: dict[str, str]

    def complain(self, column: str, code: str, what: str, remedy: str) -> None:
        self.table.complain(self.line, column, code, f"{self.text('vote_id') or 'This row'}: {what}", remedy)

    def text(self, column: str) -> str:
        return clean(self.values.get(column, ""))

    def word(self, column: str, words: tuple[str, ...]) -> str:
        """One of a few words, or nothing."""
        typed = self.text(column)
        if typed and typed not in words:
            what = f"{column} is {quoted(typed)}, and there is no such word."
            self.complain(column, "unknown-word", what, meant(typed, words))
            return ""
        return typed

    def number(self, column: str) -> int | None:
        """A whole number, or None for nothing."""
        typed = self.text(column)
        if not typed:
            return None
        if re.fullmatch(r"[0-9]{1,3}", typed):
            return int(typed)
        what = f"{column} is {quoted(typed)}, not a number of votes."
        self.complain(column, "wrong-type", what, "Write a whole number, or nothing if it is not known.")
        return None

    def names(self, column: str) -> tuple[str, ...]:
        return tuple(clean(name) for name in _NAME.split(self.values.get(column, "")) if name)


def docket(file: str, raw: bytes) -> Docket:
    """Read a file of votes; `file` is what it is called in complaints."""
    table = _Table(file, [])
    cases = list(_cases(table, raw))
    if not cases and not table.problems:
        table.complain(1, "", "no-cases", "The file has no votes.", "Give it a row for each vote.")
    return Docket(file, tuple(cases), in_place(table.problems))


def _cases(table: _Table, raw: bytes) -> Iterator[Case]:
    text = _decoded(table, raw)
    if text is None:
        return
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    seen: set[str] = set()
    try:
        table.columns = [name.strip() for name in next(lines, [])]
        if not table.columns:
            table.complain(1, "", "no-cases", "The file is empty.", "Give it a first line with the columns.")
            return
        if not _has_columns(table):
            return
        for values in lines:
            if not values:
                continue
            if len(table.problems) >= MOST_PROBLEMS:
                return
            row = _Row(table, lines.line_num, dict(zip(table.columns, values, strict=False)))
            case = _case(row) if _fits(row, values, seen) else None
            if case is not None:
                yield case
    except csv.Error as fault:
        table.complain(lines.line_num, "", "syntax", f"The table breaks off: {fault}.", "Check the quotes.")


def _decoded(table: _Table, raw: bytes) -> str | None:
    if len(raw) > SIZE:
        table.complain(1, "", "too-large", f"The file has {len(raw):,} bytes.", f"Keep it under {SIZE:,}.")
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        line = raw[: bad.start].count(b"\n") + 1
        table.complain(line, "", "not-utf-8", "The file is not UTF-8 text.", "Save it as UTF-8.")
        return None
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        what = f"There is a control character, U+{ord(found[0]):04X}."
        table.complain(line, "", "hidden-character", what, "Delete it.")
        return None
    return text


def _has_columns(table: _Table) -> bool:
    for name in COLUMNS:
        if name not in table.columns:
            what = f"There is no column {name}."
            table.complain(1, "", "no-column", what, f"The table needs {', '.join(COLUMNS)}.")
            return False
    twice = next((name for name in table.columns if table.columns.count(name) > 1), None)
    if twice is not None:
        table.complain(1, twice, "duplicate", f"The column {twice} is there twice.", "Keep one of the two.")
    return twice is None


def _fits(row: _Row, values: list[str], seen: set[str]) -> bool:
    """Whether a row has as many values as the table has columns, and an id of its own."""
    if len(values) != len(row.table.columns):
        what = f"there are {len(values)} values for {len(row.table.columns)} columns."
        row.complain("", "wrong-row", what, "Check the commas and quotes of this row.")
        return False
    id = row.text("vote_id")
    if not id or id in seen:
        what = "the vote_id is used twice." if id else "there is no vote_id."
        code = "duplicate-id" if id else "missing"
        row.complain("vote_id", code, what, "Give every vote an id of its own.")
        return False
    seen.add(id)
    return True


def _case(row: _Row) -> Case | None:
    before = len(row.table.problems)
    body, day = _body(row)
    how = row.word("how", _HOW)
    told = row.word("result", tuple(RESULTS))
    counts = {kind.value: row.number(name) for kind, name in NUMBERS.items()}
    numbers = {kind: number for kind, number in counts.items() if number is not None}
    roll = _roll(row)
    if body is None or len(row.table.problems) > before:
        return None
    words, twice = words_of(roll)
    votes = {seat_of(name): vote for name, vote in roll.items()}
    case = Case(
        id=row.text("vote_id"),
        question="amendment" if row.text("kind") == "amendment" else "substantive",
        put=Put(era=body.id, day=day, votes=votes, names=words),
        where=f"{row.table.file}:{row.line}:1",
        title=row.text("topic"),
        symbol=row.text("draft"),
        words=words,
        numbers=numbers,
        told=Told(RESULTS[told], _vetoers(row, told)) if told else None,
    )
    if how in BY_CONSENT and not votes and not numbers:
        return replace(case, question="consensus", note=_CONSENT[how])
    if twice:
        row.complain("yes_codes", "wrong-votes", *twice)
        return None
    return _with_numbers(row, case, body, how)


_CONSENT = {
    "without_vote": "adopted without a vote",
    "consensus": "adopted by consensus",
    "acclamation": "adopted by acclamation",
}


def _vetoers(row: _Row, told: str) -> tuple[str, ...] | None:
    """Who vetoed as the row has it; None where it does not say."""
    names = row.names("vetoed_by")
    return names if names or (told != "vetoed" and "vetoed_by" in row.table.columns) else None


def _body(row: _Row) -> tuple[Body | None, date | None]:
    """The Council of the row's date, if it has as many seats as the row says (X18)."""
    try:
        day = date.fromisoformat(row.text("date"))
        body = body_on(day)
    except ValueError as fault:
        typed = quoted(row.text("date"))
        what = str(fault) if "Council" in str(fault) else f"date is {typed}, and there is no such day."
        row.complain("date", "wrong-type", what, "Write a date like 1950-06-27.")
        return None, None
    size = row.number("council_size")
    if size is not None and size != body.size:
        what = f"council_size is {size}, but on {day} the Council had {body.size} seats (X18)."
        row.complain("council_size", "wrong-era", what, "Correct the date or the size.")
    return body, day


def _roll(row: _Row) -> dict[str, Vote]:
    """The votes of the members named; those that are said to have vetoed voted no, named so or not."""
    roll: dict[str, Vote] = {}
    for vote, column in CODES.items():
        for name in row.names(column):
            if name in roll:
                what = f"{name} is in {CODES[roll[name]]} and in {column}."
                row.complain(column, "wrong-votes", what, "Leave it where it voted (V1).")
            roll[name] = vote
    seats = {seat_of(name) for name in roll}
    return roll | {name: Vote.NO for name in row.names("vetoed_by") if seat_of(name) not in seats}


def _with_numbers(row: _Row, case: Case, body: Body, how: str) -> Case | None:
    """A case with the votes that are numbers only, its doubts, and its nature if the result gives it away."""
    votes, numbers = case.put.votes, case.numbers
    unnamed, unknown = NO_TALLY, body.size - len(votes)
    known = doubt(case.id, numbers.get("yes"), numbers.get("no"), numbers.get("abstain"))
    if known is not None:
        away = body.size - known.better.seats
        unnamed, unknown = replace(known.better, absent=away), 0
        case = replace(case, doubt=known.reason, numbers={})
    elif unknown > 0 and all(kind in numbers for kind in ("yes", "no", "abstain")):
        cast = list(votes.values())
        rest = {kind.value: max(0, numbers.get(kind.value, 0) - cast.count(kind)) for kind in Vote}
        away = unknown - sum(rest.values())
        unnamed, unknown = replace(Tally(**rest), absent=rest["absent"] + max(0, away)), min(0, away)
    elif unknown > 0 and how == "unanimous":
        unnamed, unknown = Tally(yes=unknown), 0
    if unknown < 0:
        what = f"there are {body.size - unknown} votes for {body.size} seats."
        row.complain("yes", "wrong-votes", what, "Correct the numbers or the names.")
        return None
    open_ = unnamed.seats + unknown
    complaint = slip(case.words.values()) if open_ else None
    if complaint := complaint or council_complaint(body, votes, open_, case.put.day):
        row.complain("yes_codes", "wrong-votes", *complaint)
        return None
    if how in UNTOLD and unknown:
        case = replace(case, note="voted in parts" if how == "in_parts" else "no details of the vote")
    return _natured(row, replace(case, unnamed=unnamed, unknown=unknown), body)


def _natured(row: _Row, case: Case, body: Body) -> Case:
    """The case as procedural where a resolution passed over the no of a permanent member."""
    is_resolution = row.text("kind") == "resolution" or case.id.upper().startswith("S/RES/")
    adopted = case.told is None or case.told.result is Verdict.ADOPTED
    noes = [seat for seat in body.permanent if case.put.votes.get(seat) is Vote.NO]
    yes = sum(vote is Vote.YES for vote in case.put.votes.values()) + case.unnamed.yes
    if not (is_resolution and adopted and noes and yes >= body.needed):
        return case
    who = listed(sorted(case.words[seat] for seat in noes))
    note = f"adopted over the no of {who}: it can only have been procedural"
    return replace(case, question="procedural", note=note)
