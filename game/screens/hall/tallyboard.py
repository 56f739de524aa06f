"""The tally board of the General Assembly as lines: a strip for each group of Members, all, and the bar.

Drawing only: which vote has fallen is told to it, and each is shown by a sign as well as by a colour. It must
never ask a sitting anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from game.screens.pieces.board import fitted
from game.screens.pieces.literal import literally
from game.world.blocs import GROUPS, Elector

SIGNS = {
    "yes": ("█", "$success", "Y"),
    "abstain": ("▒", "$warning", "A"),
    "no": ("▚", "$error", "N"),
    "absent": ("·", "$quiet", "–"),
    "not_participating": ("·", "$quiet", "–"),
    "": ("─", "$quiet", ""),
}
"""A vote's block, colour and letter; the empty vote has not fallen yet."""
ORDER = ("yes", "abstain", "no", "not_participating", "absent", "")
LEGEND = (("yes", "yes"), ("abstain", "abstains"), ("no", "no"), ("absent", "absent"), ("", "not yet"))
LONG_NAME = 27
NARROW = 48
"""Cells below which the bar has its numbers alone."""
MOST_BLOCKS = 3
"""Blocks a Member takes at most, where there is much room."""
CODES = 6
"""Cells a Member's code and its sign take where all Members are named."""


@dataclass(frozen=True, slots=True)
class Hall:
    """What the board shows: the Members, the votes that have fallen by code, whose turn it is, and words.

    `about` says what is before the Assembly; `told` is a sentence for the foot of the board.
    """

    title: str
    electors: tuple[Elector, ...]
    votes: Mapping[str, str]
    called: str = ""
    about: str = ""
    told: str = ""
    majority: bool = False
    """Whether a majority of those voting is the mark, and not two-thirds of them."""

    @property
    def groups(self) -> dict[str, tuple[Elector, ...]]:
        """The Members by group, in the order of the board."""
        found: dict[str, list[Elector]] = {}
        for elector in self.electors:
            found.setdefault(elector.group, []).append(elector)
        order = [g for g in GROUPS if g in found] + sorted(found.keys() - set(GROUPS))
        return {group: tuple(found[group]) for group in order}

    def count(self, vote: str, among: Sequence[Elector] | None = None) -> int:
        """How many have cast a vote; the empty one: how many have not yet voted."""
        electors = self.electors if among is None else among
        return sum(self.votes.get(e.code, "") == vote for e in electors)


def board(hall: Hall, width: int, height: int) -> Content:
    """Draw the board into so many cells; what matters least gives way first."""
    rows = list(_groups(hall, width))
    total = _strip(hall, "All Members", hall.electors, width, _names(hall, width))
    bar = [_bar(hall, width)] if hall.count("yes") + hall.count("no") else []
    head = [_title(hall, width)]
    words = [
        _words(text, width, style) for text, style in ((hall.about, "bold"), (hall.told, "$quiet")) if text
    ]
    codes = _codes(hall, width)
    if height >= len(head) + len(words) + len(rows) + len(codes) + len(bar) + 6:
        named = [
            line
            for group, row in zip(hall.groups, rows, strict=True)
            for line in (row, *codes_of(codes, group))
        ]
        lines = [*head, *words, EMPTY, *named, EMPTY, total, *bar, EMPTY, _legend(width)]
    elif height >= len(rows) + len(words) + len(bar) + 5:
        lines = [*head, *words, EMPTY, *rows, total, *bar, EMPTY, _legend(width)]
    else:
        room = height - len(rows) - 1 - len(bar)
        lines = [*[*head, *words][: max(0, room)], *rows, total, *bar]
    return Content("\n").join(lines[:height] if height else lines)


EMPTY = Content("")


def _title(hall: Hall, width: int) -> Content:
    left, right = literally(hall.title), f"{len(hall.electors)} Members"
    gap = width - cell_len(left) - len(right)
    if gap < 2:
        return Content.styled(left[:width], "bold $primary")
    return Content.assemble((left, "bold $primary"), " " * gap, (right, "$quiet"))


def _words(text: str, width: int, style: str) -> Content:
    text = literally(text)
    return Content.styled(text if cell_len(text) <= width else f"{text[: width - 1]}…", style)


def _names(hall: Hall, width: int) -> int:
    longest = max((cell_len(g) for g in (*hall.groups, "All Members")), default=0)
    return max(8, min(longest, LONG_NAME, max(11, width // 3), width - 18))


def _groups(hall: Hall, width: int) -> Iterator[Content]:
    names = _names(hall, width)
    for group, among in hall.groups.items():
        yield _strip(hall, group, among, width, names)


def _strip(hall: Hall, name: str, among: Sequence[Elector], width: int, names: int) -> Content:
    """One line: name, a strip with a block for each Member (or a share of them), the numbers."""
    numbers = _numbers(hall, among)
    told = fitted(name, names)
    room = max(0, width - names - cell_len(numbers.plain) - 2)
    return Content.assemble(
        told + " " * (names - cell_len(told) + 1), *_blocks(hall, among, room), " ", numbers
    )


def _blocks(hall: Hall, among: Sequence[Elector], room: int) -> list[tuple[str, str]]:
    """The strip itself: a block or more a Member where there is room, else blocks by largest remainder."""
    most = len(among) if len(among) == len(hall.electors) else max(map(len, hall.groups.values()))
    scale = float(min(MOST_BLOCKS, room // most)) if room >= most else room / most
    counts = {vote: hall.count(vote, among) * scale for vote in ORDER}
    cells = {vote: int(share) for vote, share in counts.items()}
    spare = round(sum(counts.values())) - sum(cells.values())
    for vote in sorted(ORDER, key=lambda v: cells[v] - counts[v])[: max(0, spare)]:
        cells[vote] += 1
    drawn = [(SIGNS[vote][0] * n, SIGNS[vote][1]) for vote, n in cells.items() if n]
    return [*drawn, (" " * max(0, room - sum(cells.values())), "")]


def _numbers(hall: Hall, among: Sequence[Elector]) -> Content:
    """The numbers of a line, or how many there are while nobody has voted."""
    if not any(e.code in hall.votes for e in hall.electors):
        return Content.styled(f"{len(among):>3}", "$quiet")
    away = hall.count("absent", among) + hall.count("not_participating", among)
    shown = {vote: hall.count(vote, among) for vote in ("yes", "no", "abstain")} | {"absent": away}
    parts: list[tuple[str, str]] = []
    for vote, n in shown.items():
        _, colour, letter = SIGNS[vote]
        parts.append((f"{n:>3}{letter}", colour if n else "$quiet"))
    return Content.assemble(*parts)


def _bar(hall: Hall, width: int) -> Content:
    """The share of yes among those voting, with a mark at two-thirds (GA2), or in the League at half (L8)."""
    yes, no = hall.count("yes"), hall.count("no")
    voting = yes + no
    needed = voting // 2 + 1 if hall.majority else max(1, -(-2 * voting // 3))
    words = f" {yes} of {voting} voting · {needed} are {'a majority' if hall.majority else 'two-thirds'}"
    if width < NARROW:
        words = f" {yes} of {voting} · {needed}"
    room = max(8, width - cell_len(words))
    filled, mark = round(room * yes / voting), round(room / 2 if hall.majority else room * 2 / 3)
    signs = ["━" if i < filled else "╌" for i in range(room)]
    carried = yes >= needed
    colour = "$success" if carried else "$error"
    return Content.assemble(
        ("".join(signs[:mark]), colour), ("┃", "bold"), ("".join(signs[mark + 1 :]), colour), (words, "bold")
    )


def _legend(width: int) -> Content:
    parts: list[tuple[str, str] | str] = []
    for vote, word in LEGEND:
        parts += [(SIGNS[vote][0], SIGNS[vote][1]), (f" {word}   ", "$quiet")]
    legend = Content.assemble(*parts)
    return legend if cell_len(legend.plain) <= width else EMPTY


def _codes(hall: Hall, width: int) -> list[tuple[str, Content]]:
    """Every Member by its code with its vote's letter, in lines by group."""
    each = max(1, (width - 2) // CODES)
    lines: list[tuple[str, Content]] = []
    for group, among in hall.groups.items():
        for at in range(0, len(among), each):
            parts: list[tuple[str, str] | str] = ["  "]
            for elector in among[at : at + each]:
                _, colour, letter = SIGNS[hall.votes.get(elector.code, "")]
                style = "bold reverse" if elector.code == hall.called else colour
                parts += [(f"{elector.code} {letter or ' '}", style), " "]
            lines.append((group, Content.assemble(*parts)))
    return lines


def codes_of(codes: Sequence[tuple[str, Content]], group: str) -> list[Content]:
    """Return the lines of codes of one group."""
    return [line for of, line in codes if of == group]
