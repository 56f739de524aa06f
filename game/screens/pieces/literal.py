"""Text shown as it is: the last line of defence between packs, people and the terminal.

Every widget of this room takes its text as `Content` or with markup off. Should a control character come
through all the same, `Literal` takes it out of the line just before it is drawn, and every link with it.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter

_ALLOWED = {"Zs", "Mn", "Mc", "Me", "Co"}


@lru_cache(4096)
def literally(text: str) -> str:
    """Return a text without anything that a terminal could obey; line feeds become spaces."""
    if text.isprintable():
        return text
    return "".join(sign if _shown(sign) else " " if sign in "\n\t" else "" for sign in text)


def _shown(sign: str) -> bool:
    return sign.isprintable() or unicodedata.category(sign) in _ALLOWED


def words(text: str, style: str = "") -> Content:
    """Return text of a pack or a person as content that is never read as markup, line feeds kept."""
    return Content.styled("\n".join(literally(line) for line in text.split("\n")), style)


def titled(text: str) -> Content:
    """Return text for a border's title: one line, never markup, never empty."""
    return Content(literally(text.strip()) or " ")


class Literal(LineFilter):
    """Take control, bidirectional and invisible characters, and links, out of every line drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments as they may be sent to a terminal."""
        if all(text.isprintable() and (style is None or style.link is None) for text, style, _ in segments):
            return segments
        return [
            Segment(literally(text), style.update_link(None) if style and style.link else style, control)
            for text, style, control in segments
        ]
