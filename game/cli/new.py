"""`horseshoe author new`: a crisis of one's own is begun, with five questions where somebody can answer.

It must never ask where nobody sits at a terminal, and what is right is judged by `game.author.new`.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from game.cli import saying
from game.cli.trouble import Misuse, Trouble

if TYPE_CHECKING:
    from game.author.new import Begun, Wish


def run(asked: Namespace) -> int:
    """Ask what was not said, write the crisis, and say what to do next."""
    from game.author.new import begin, named
    from game.places import PlaceError, own_crises

    into = _folder(asked.into)
    try:
        named(asked.id, into or own_crises(), own=into is None)
        if asked.copy_of is not None:
            return _copy(asked, into)
        begun = begin(_wish(asked), into)
    except ValueError as fault:
        raise Misuse(str(fault)) from None
    except PlaceError as fault:
        raise Trouble(str(fault)) from None
    for line in _told(begun, asked.id if into is None else str(begun.folder)):
        saying.say(line)
    return 0


def _copy(asked: Namespace, into: Path | None) -> int:
    """Begin with a copy of another crisis, and say what to do next."""
    from game.author.copying import copied
    from game.packs import PackError

    try:
        folder = copied(asked.copy_of, asked.id, into)
    except PackError as fault:
        raise Misuse(fault.sentence()) from None
    saying.say(f"A copy that you may change lies in {folder}")
    for line in ("", *_next(asked.id if into is None else str(folder))):
        saying.say(line)
    return 0


def _folder(name: str | None) -> Path | None:
    if name is None:
        return None
    if not name or "\0" in name:
        raise Misuse("The folder after --into has no name.")
    try:
        return Path(name).expanduser().absolute()
    except (RuntimeError, OSError):
        raise Misuse("The folder after --into cannot be found; write its whole path.") from None


def _wish(asked: Namespace) -> Wish:
    """What was said on the command line, and the answers to what was not."""
    from game.author.new import DAY, MATTER, Wish, council_of, parties

    def day(text: str) -> None:
        council_of(text, asked.body)

    def accused(text: str) -> None:
        parties(Wish(asked.id, accused=text), council_of(when))

    def applicant(text: str) -> None:
        parties(Wish(asked.id, accused=of, applicant=text), council_of(when))

    said = asked.date if asked.date is not None else asked.year
    when = _answer(said, "On what day does it begin, or in what year?", DAY.isoformat(), day)
    day(when)
    of = _answer(asked.complaint_of, "Which State is complained of (a code such as GBR)?", "", accused)
    by = _answer(asked.brought_by, "Which State complains?", "", applicant)
    year = str(council_of(when).day.year)
    title = _answer(asked.title, "What is the crisis called?", f"Crisis of {year}")
    matter = _answer(asked.matter, "What is complained of?", MATTER)
    return Wish(asked.id, when, asked.body, title, of, by, matter)


def _answer(said: str | None, question: str, usual: str, right: Callable[[str], None] | None = None) -> str:
    """What was said already; else the answer to a question, asked again until it is right."""
    if said is not None or not _somebody():
        return usual if said is None else said
    while True:
        sys.stdout.write(f"{question} [{usual or 'an invented one'}] ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        answer = line.strip() or usual
        if not line or right is None:
            return answer
        try:
            right(answer)
        except ValueError as fault:
            saying.say(str(fault))
        else:
            return answer


def _somebody() -> bool:
    """Whether a person sits at a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _told(begun: Begun, name: str) -> list[str]:
    """What has been written, and what comes next."""
    council = begun.roster
    presides = next(x.short for x in council.members if x.code == council.president)
    lines = [
        f"A crisis has been begun in {begun.folder}",
        f"Of data: the {len(council.members)} members of {council.day.year}, the presidency ({presides}), "
        f"shares of power and trade ({council.year}), nearness in the Assembly's votes.",
        "Placeholders, for you to rewrite: every text that says 'Write here', and all numbers on tracks.",
    ]
    if begun.unfound:
        missing = ", ".join(x.short for x in begun.unfound)
        lines.append(f"Not found in the table of power, so counted as without any: {missing}.")
    return [*lines, "", *_next(name)]


def _next(name: str) -> list[str]:
    """What an author does with a new crisis."""
    tool = "horseshoe author"
    return [
        f"  {tool} validate {quote(name)}            says what is wrong with it",
        f"  {tool} simulate {quote(name)} --runs 50  plays it fifty times",
        f"  horseshoe play {quote(name)}",
    ]
