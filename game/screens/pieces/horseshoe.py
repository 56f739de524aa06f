"""The Council's table drawn on a canvas: the horseshoe, a name plate for each seat, a lamp for each vote.

The President sits at the head, the others follow in the English alphabetical order to the right and round.
Geometry only: who holds the floor, who is absent and how a seat voted are told to it, and every one of these
facts is shown by a sign as well as by a style. It must never ask a sitting anything.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import copysign, cos, hypot, pi, sin

from rich.cells import cell_len

from game.screens.pieces.canvas import Canvas, shortened

LETTERS = {"yes": "Y", "no": "N", "abstain": "A", "not_participating": "·", "absent": "–"}
"""The letter of each vote; colour only repeats it."""


@dataclass(frozen=True, slots=True)
class Sitter:
    """One place at the table as it is to be shown; `stance` and `vote` are ballots or empty."""

    code: str
    name: str
    representative: str = ""
    permanent: bool = False
    presides: bool = False
    floor: bool = False
    absent: bool = False
    sponsor: bool = False
    stance: str = ""
    vote: str = ""
    called: bool = False
    """The roll call has come to it."""
    mine: bool = False
    """The delegation now at the keyboard."""
    chosen: bool = False
    """The place under the cursor."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How much of each delegation is written: `lines` per plate of at most `width` cells."""

    width: int
    lines: int
    codes: bool
    lamp: int


SMALL, MIDDLE, LARGE = Scale(8, 1, True, 3), Scale(17, 1, False, 3), Scale(26, 2, False, 5)


def scale_for(width: int, height: int) -> Scale:
    """Choose what fits a sheet of so many cells."""
    if width >= 110 and height >= 26:
        return LARGE
    return MIDDLE if width >= 66 and height >= 13 else SMALL


def draw(
    width: int,
    height: int,
    sitters: Sequence[Sitter],
    middle: Sequence[tuple[str, str]],
    guests: Sequence[str] = (),
) -> Canvas:
    """Draw the table: `sitters` from the President round, `middle` lines as (text, style), `guests` at the
    open end.
    """
    canvas = Canvas(max(1, width), max(1, height))
    scale = scale_for(width, height)
    arch = Arch.fit(width, height, scale)
    arch.fill(canvas)
    for sitter, turn in zip(sitters, _turns(arch, len(sitters)), strict=True):
        _seat(canvas, arch, scale, sitter, turn)
    _write_middle(canvas, arch, middle[:FEW] if scale.codes else middle)
    if guests:
        line = shortened("at the table: " + ", ".join(guests), canvas.width - 4)
        canvas.write(round(arch.x - cell_len(line) / 2), height - 1, line, "guest")
    return canvas


@dataclass(frozen=True, slots=True)
class Arch:
    """The horseshoe in half-cells: centre, outer half-axes, thickness; it is open below `foot`."""

    x: float
    y: float
    across: float
    down: float
    thick: float
    foot: float

    @classmethod
    def fit(cls, width: int, height: int, scale: Scale) -> Arch:
        """Fit the arch into a sheet, leaving room for plates above and on both sides."""
        top = scale.lines * 2
        height -= 1
        across = max(6.0, min((width - 2 * scale.width) / 2 - 2, height * 2.6))
        down = max(4.0, (height * 2 - top) / 1.66)
        thick = min(5.0, max(2.4, height / 6))
        return cls((width - 1) / 2, top + down, across, down, thick, top + down * 1.66 - 1)

    def on(self, x: float, y: float) -> bool:
        """Say whether a half-cell belongs to the table's top."""
        if y > self.foot:
            return False
        dx, dy = abs(x - self.x), abs(y - self.y)
        inner_across, inner_down = max(1.0, self.across - self.thick * 1.35), max(1.0, self.down - self.thick)
        outside = _round(dx / self.across, dy / self.down) > 1
        return not outside and _round(dx / inner_across, dy / inner_down) > 1

    def fill(self, canvas: Canvas) -> None:
        """Draw the table's top in half blocks."""
        for y in range(canvas.height):
            for x in range(canvas.width):
                upper, lower = self.on(x, 2 * y), self.on(x, 2 * y + 1)
                if upper or lower:
                    canvas.write(x, y, "█" if upper and lower else "▀" if upper else "▄", "wood")

    def rim(self, x: int) -> int:
        """Return the first row in which the table fills a column, or the centre's row where it does not."""
        return next((y // 2 for y in range(int(self.foot)) if self.on(x, y)), int(self.y) // 2)

    def span(self, row: int) -> tuple[int, int]:
        """Return the first and last column that the table fills in a row; the centre twice where there is
        none.
        """
        reach = [x for x in range(int(2 * self.x) + 2) if self.on(x, 2 * row) or self.on(x, 2 * row + 1)]
        return (reach[0], reach[-1]) if reach else (int(self.x), int(self.x))

    def at(self, turn: float, out: float) -> tuple[float, float]:
        """Return a point at an angle (0 at the head, growing to the right), `out` half-cells outside the
        middle line.
        """
        across, down = self.across - self.thick * 0.68 + out * 1.2, self.down - self.thick / 2 + out
        s, c = sin(turn), cos(turn)
        power = 2 / POWER
        return self.x + across * copysign(abs(s) ** power, s), self.y - down * copysign(abs(c) ** power, c)


POWER = 2.35
SPREAD = 0.665 * pi
"""How far round the last places sit, from the head."""
FINE = 400
FEW = 4
"""Lines in the middle of a small table."""
AT_THE_HEAD = 0.5
"""Places nearer to the middle than this part of the table's half width have their plates above it."""


def _round(u: float, v: float) -> float:
    return float(u**POWER + v**POWER)


def _turns(arch: Arch, count: int) -> list[float]:
    """Return the places' angles, the head first, then clockwise round to the left, at equal steps along the
    table.
    """
    fine = [SPREAD * i / FINE for i in range(FINE + 1)]
    points = [arch.at(turn, 0) for turn in fine]
    lengths = [0.0]
    for (x, y), (to_x, to_y) in pairwise(points):
        lengths.append(lengths[-1] + hypot(to_x - x, to_y - y))
    steps = count // 2 or 1
    right = [fine[min(FINE, bisect_left(lengths, lengths[-1] * i / steps))] for i in range(steps + 1)]
    left = [-turn for turn in reversed(right[1:])]
    return [*right, *left][:count] if count % 2 or not count else [*right, *left[1:]]


def _seat(canvas: Canvas, arch: Arch, scale: Scale, sitter: Sitter, turn: float) -> None:
    """Put a seat's lamp on the table and its plate outside, as near as there is room."""
    lamp_x, lamp_y = arch.at(turn, 0)
    row = min(canvas.height - 1, round((lamp_y - 0.5) / 2))
    column = round(lamp_x - (scale.lamp - 1) / 2)
    plate = _plate(sitter, scale)
    wide = max(cell_len(text) for text, _ in plate)
    lean = (lamp_x - arch.x) / arch.across
    if abs(lean) < AT_THE_HEAD:
        middle = round(lamp_x - (wide - 1) / 2)
        x = middle if abs(lean) < 0.05 else round(lamp_x) - 1 if lean > 0 else round(lamp_x) + 2 - wide
        y = min(arch.rim(i) for i in range(x, x + wide)) - len(plate)
    else:
        y = max(0, row - (len(plate) - 1) // 2)
        near, far = zip(*(arch.span(y + i) for i in range(len(plate))), strict=True)
        x = max(far) + 2 if lean > 0 else min(near) - 1 - wide
    x, y = _settle(canvas, x, y, wide, len(plate), 1 if lean > 0 else -1)
    for i, (text, style) in enumerate(plate):
        spare = wide - cell_len(text)
        indent = spare // 2 if abs(lean) < 0.05 else 0 if lean > 0 else spare
        canvas.write(x + indent, y + i, text, style, sitter.code)
    canvas.write(column, row, _lamp(sitter).center(scale.lamp), _lamp_style(sitter), sitter.code)


def _settle(canvas: Canvas, x: int, y: int, wide: int, rows: int, side: int) -> tuple[int, int]:
    """Find the nearest free place for a plate: outwards, down or up."""
    x = max(0, min(x, canvas.width - wide))
    for far in range(40):
        for spot in ((x + far * side, y), (x, y + far), (x, y - far)):
            if all(canvas.free(spot[0], spot[1] + i, wide) for i in range(rows)):
                return spot
    return x, max(0, y)


def _lamp(sitter: Sitter) -> str:
    if sitter.vote:
        return LETTERS[sitter.vote]
    if sitter.called:
        return "?"
    if sitter.absent:
        return LETTERS["absent"]
    return "▶" if sitter.floor else "◆" if sitter.presides else "○"


def _lamp_style(sitter: Sitter) -> str:
    if sitter.vote:
        return f"vote-{sitter.vote.replace('_', '-')}"
    return "called" if sitter.called or sitter.floor else "lamp"


def _plate(sitter: Sitter, scale: Scale) -> list[tuple[str, str]]:
    """Return a plate's lines with their styles; every mark is a sign of its own."""
    name = sitter.code if scale.codes else sitter.name
    marks = "".join(
        sign
        for sign, there in (
            ("*", sitter.permanent),
            ("§", sitter.sponsor),
            (f" {LETTERS[sitter.stance].lower()}?" if sitter.stance else "", bool(sitter.stance)),
        )
        if there
    )
    room = scale.width - cell_len(marks) - 2 * sitter.absent - 2 * sitter.presides - 2 * sitter.floor
    name = shortened(name, max(3, room))
    name = f"({name})" if sitter.absent else name
    lead = ("▶ " if sitter.floor else "") + ("◆ " if sitter.presides else "")
    style = _plate_style(sitter)
    rows = [(f"{lead}{name}{marks}", style)]
    if scale.lines > 1 and sitter.representative and not sitter.absent:
        rows.append((shortened(sitter.representative, scale.width), "person"))
    return rows


def _plate_style(sitter: Sitter) -> str:
    if sitter.chosen:
        return "chosen"
    if sitter.floor or sitter.called:
        return "floor"
    if sitter.absent:
        return "absent"
    return "mine" if sitter.mine else "president" if sitter.presides else "plate"


def _write_middle(canvas: Canvas, arch: Arch, lines: Sequence[tuple[str, str]]) -> None:
    """Write what is before the Council into the open middle of the table."""
    room = int(2 * (arch.across - arch.thick * 1.4)) - 4
    first = int(arch.y - arch.down + arch.thick) // 2 + 1
    rows = max(0, canvas.height - 1 - first)
    start = first + max(0, (rows - len(lines)) // 2)
    for i, (text, style) in enumerate(lines[:rows]):
        line = shortened(text, room)
        canvas.write(round(arch.x - cell_len(line) / 2 + 0.5), start + i, line, style)
