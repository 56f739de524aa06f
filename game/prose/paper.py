"""A printed page as values: lines of spans with named styles, so that screens and exports show the same.

It knows nothing of the Council; `document` writes on it, screens colour it, `marked` turns it into Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from game.plain import clean

Style = Literal["plain", "italic", "bold", "small"]
Side = Literal["left", "centre", "right"]


class Span(Struct, frozen=True):
    """A stretch of text in one style: plain, italic, bold, or small (a footnote)."""

    text: str
    style: Style = "plain"


class Line(Struct, frozen=True):
    """One paragraph of a page; a line without spans is an empty line.

    `indent` counts steps from the margin; `clause` is the place (from 0) of the clause printed, -1 for none.
    """

    spans: tuple[Span, ...] = ()
    side: Side = "left"
    indent: int = 0
    clause: int = -1

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


EMPTY = Line()


def centred(text: str, style: Style = "plain") -> Line:
    """A line in the middle of the page."""
    return Line((Span(clean(text), style),), "centre")


def left(text: str, style: Style = "plain", indent: int = 0) -> Line:
    """A line from the left margin."""
    return Line((Span(clean(text), style),), indent=indent)


def right(text: str, style: Style = "plain") -> Line:
    """A line against the right margin."""
    return Line((Span(clean(text), style),), "right")


_INLINE = re.compile(r"([\\`*_\[\]<>|~&])")
_LINK = re.compile(r"(?<=[a-z]):(?=//)|(?<=www)\.(?=\w)|(?<=mailto):", re.IGNORECASE)
_HEAD = re.compile(r"^(#|=|[+-](?=[\s-]|$)|\d+[.)](?=\s|$))")
_MARKS = {"plain": "", "italic": "*", "bold": "**", "small": ""}


def escaped(text: str, *, lines: bool = False) -> str:
    """A text made plain and written so that Markdown shows it as it is: no markup, no HTML, no links."""
    return "\n".join(_headless(_inert(line)) for line in clean(text, lines=lines).split("\n"))


def inside(text: str) -> str:
    """A text escaped for the middle of a line; spaces at its edges stay."""
    before, after = " " * text.startswith(" "), " " * text.endswith(" ")
    return f"{before}{_inert(clean(text))}{after}"


def _inert(line: str) -> str:
    """A line in which nothing marks up, opens a tag or makes a link."""
    return _LINK.sub(lambda m: f"\\{m.group()}", _INLINE.sub(r"\\\1", line))


def _headless(line: str) -> str:
    """A line whose first characters would make a heading, a list or a rule is kept from it."""
    return _HEAD.sub(lambda m: f"{m.group()[:-1]}\\{m.group()[-1]}", line)


def marked(lines: Iterable[Line]) -> str:
    """A page as Markdown, one paragraph a line; where it stands on the page is not kept."""
    return "\n\n".join(_paragraph(line) for line in lines if line.text.strip())


def _paragraph(line: Line) -> str:
    """One line; spaces stay outside the marks, as Markdown asks."""
    return _headless("".join(_dressed(span) for span in line.spans).strip())


def _dressed(span: Span) -> str:
    core = span.text.strip()
    if not core:
        return " " if span.text else ""
    mark = _MARKS[span.style]
    before, after = span.text[: span.text.index(core)], span.text[span.text.index(core) + len(core) :]
    return f"{before and ' '}{mark}{_inert(clean(core))}{mark}{after and ' '}"
