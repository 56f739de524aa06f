"""A small crisis to begin with: the real Council of a day, and placeholders for what an author must write.

What is data and what is a placeholder is said in every file. It must never write over anything, and never
pass off a placeholder as a fact: each says "Write here", or stands under a source that says so.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from msgspec import Struct

from game import places
from game.author.leanings import sides
from game.author.roster import Roster, State, roster, state
from game.author.sheets import Design, sheets
from game.packs import assembly, shelf
from game.packs.cards import SHARED
from game.plain import clean

DAY = date(1960, 6, 1)
"""The day of a crisis when none is named."""
NORTH = State("NORTHLAND", "Northland", "Northland", False, "", 0.01, 0.01, None)
SOUTH = State("SOUTHLAND", "Southland", "Southland", False, "", 0.01, 0.01, None)
"""Invented States, for an author who has not yet said which."""
MATTER = "an armed attack"
COUNCILS = ("security_council", "unsc_11", "unsc_15")
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,47}\Z")
_TITLE, _MATTER = 100, 80


class Wish(Struct, frozen=True):
    """What an author wishes for; what is left empty is filled in.

    `day` is ISO; `accused` and `applicant` are three-letter codes of the State complained of and the one that
    complains.
    """

    id: str
    day: str = ""
    body: str = ""
    title: str = ""
    accused: str = ""
    applicant: str = ""
    matter: str = ""


class Begun(Struct, frozen=True):
    """A crisis that has been written: its folder, and what its author should know."""

    folder: Path
    roster: Roster
    accused: State
    applicant: State

    @property
    def unfound(self) -> tuple[State, ...]:
        """States that are in no table of power; the game counts them as without any."""
        real = [x for x in (self.accused, self.applicant) if x not in (NORTH, SOUTH) and not x.cow]
        return (*self.roster.unfound, *(x for x in real if x.code not in self.roster.codes))


def begin(wish: Wish, into: Path | None = None) -> Begun:
    """Write a small crisis that can be played into a new folder of `into`, by default the player's own.

    Raises ValueError, in a sentence, for a wish that cannot be met, PlaceError when nothing can be written.
    """
    home = places.own_crises() if into is None else into
    folder = home / named(wish.id, home, own=into is None)
    council = council_of(wish.day, wish.body)
    accused, applicant = parties(wish, council)
    points = [elector.ideal for elector in assembly.electors(council.day)]
    design = Design(
        id=wish.id,
        title=_line(wish.title, _TITLE) or f"Crisis of {council.day.year}",
        matter=_line(wish.matter, _MATTER) or MATTER,
        council=council,
        sides=sides(accused, applicant, points),
    )
    places.furnish(home)
    write(folder, sheets(design))
    lay_schemas(home)
    return Begun(folder, council, accused, applicant)


def named(id: str, home: Path, *, own: bool = False) -> str:
    """Return the name of a new crisis in a folder; ValueError when it cannot be had."""
    if not _ID.match(id) or id in SHARED:
        raise ValueError(
            f"{clean(id, limit=60) or 'Nothing'} cannot be a crisis's name; take small letters, digits and -."
        )
    if os.path.lexists(home / id):
        raise ValueError(
            f"There is something at {home / id} already; nothing is written over. Take another name."
        )
    if own and any(card.id == id for card in shelf()):
        raise ValueError(f"There is a crisis called {id} on the shelf; take another name.")
    return id


def council_of(day: str, body: str = "") -> Roster:
    """Return the Council of a day as an author types it (1956-10-30, or 1956); ValueError for none."""
    text = day.strip()
    try:
        when = date(int(text), DAY.month, DAY.day) if re.fullmatch(r"[0-9]{4}", text) else None
        when = when or (date.fromisoformat(text) if text else DAY)
    except ValueError:
        shown = clean(text, limit=40)
        raise ValueError(f"{shown} is no day; write it as 1956-10-30, or the year alone.") from None
    if body and body not in COUNCILS:
        raise ValueError(
            f"No crisis can be made for {clean(body, limit=40)}: only the United Nations' Council can be "
            f"made so; write one of {', '.join(COUNCILS)}. For the League's look at a crisis of the League."
        )
    found = roster(when)
    if body not in ("", "security_council", found.body):
        raise ValueError(f"On {when.isoformat()} the Council was {found.body}, not {body}; leave --body out.")
    return found


def parties(wish: Wish, council: Roster) -> tuple[State, State]:
    """Return the State complained of and the one that complains; ValueError if it is one."""
    codes = (wish.accused.strip().upper(), wish.applicant.strip().upper())
    if codes[0] and codes[0] == codes[1]:
        raise ValueError(f"{clean(codes[0], limit=40)} cannot complain of itself; name another State.")
    accused = state(clean(codes[0], limit=40), council.day) if codes[0] else NORTH
    applicant = state(clean(codes[1], limit=40), council.day) if codes[1] else SOUTH
    if accused.cow and accused.cow == applicant.cow:
        raise ValueError(f"{codes[0]} and {codes[1]} are one State of {council.day.year}; name another.")
    return accused, applicant


def _line(text: str, most: int) -> str:
    return " ".join(clean(text, limit=most).split())


def lay_schemas(home: Path) -> None:
    """Put the schemas that editors look for beside the crisis, if no folder of that name is there."""
    with suppress(OSError):  # an editor can do without them
        if not os.path.lexists(home / "schemas"):
            shutil.copytree(places.crises()[0] / "schemas", home / "schemas")


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write all files of a new crisis, or none: they come to their place together.

    Raises ValueError if something is there already, PlaceError when nothing can be written.
    """
    try:
        made = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
        try:
            for name, text in files.items():
                (made / name).parent.mkdir(exist_ok=True)
                (made / name).write_text(text, encoding="utf-8", newline="\n")
            made.chmod(0o755)
            if os.path.lexists(folder):
                raise ValueError(f"There is something at {folder} already; nothing is written over.")
            made.rename(folder)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
    except OSError as trouble:
        why = trouble.strerror or str(trouble)
        raise places.PlaceError(
            f"{folder}: it cannot be written ({why}); choose another folder."
        ) from trouble
