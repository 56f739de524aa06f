"""Text from people, packs and saves made plain, so that a terminal shows it and does nothing else.

Letters of every script, digits, punctuation, symbols and ordinary accents pass. Control characters,
bidirectional and other invisible formatting, unassigned code points and towers of accents do not: `clean`
takes them out of what people type, `trouble` names the first of them so that a pack can be refused. Markup is
left as it is: showing it literally is the screens' business. This room must never print, read a file, or know
what the text is about.
"""

from __future__ import annotations

import re
import unicodedata

MARKS_IN_A_ROW = 3
"""How many combining marks one letter may carry; ordinary text of the living scripts needs no more."""

# Letters, marks and symbols that show nothing, although Unicode does not count them as formatting: the
# grapheme joiner, Hangul and Khmer fillers, variation selectors, the blank Braille cell.
_hidden = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
_breaks = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_spaces = re.compile(r"[^\S\n]+")
_replacement = "\N{REPLACEMENT CHARACTER}"

_NAMES = {
    "\0": "NULL",
    "\a": "BELL",
    "\b": "BACKSPACE",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}
_KINDS = {
    "Cc": "CONTROL CHARACTER",
    "Cs": "HALF OF A SURROGATE PAIR",
    "Co": "PRIVATE USE CHARACTER",
    "Cn": "UNASSIGNED CHARACTER",
}


class _Sieve(dict[int, str | None]):
    """What `clean` makes of a code point (itself, nothing, U+FFFD), worked out when it first turns up."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        category = unicodedata.category(character)
        fate: str | None = character
        if (category in {"Cc", "Cf"} and not character.isspace()) or _hidden.match(character):
            fate = None
        elif category in {"Cs", "Co", "Cn"}:
            fate = _replacement
        self[code] = fate
        return fate


_sieve = _Sieve()
_harmless: set[str] = set()
_letters: set[str] = set()
"""Characters of clean texts that print and stand on their own: a text of these alone needs no second look."""


def clean(text: str, *, lines: bool = False, limit: int | None = None) -> str:
    """Make a text plain: what is left is safe to show, print and save.

    Control and invisible characters go, code points without a meaning become U+FFFD, white space becomes
    single spaces, accents beyond MARKS_IN_A_ROW or with no letter under them go, and the rest is in Unicode's
    form NFC. With `lines`, line breaks stay as newlines, with at most one empty line between two others.
    `limit` is the greatest length in characters; a text that is cut ends in an ellipsis. Cleaning a clean
    text changes nothing.
    """
    if text.isascii() and text.isprintable():
        pass
    elif set(text) <= _letters:
        text = unicodedata.normalize("NFC", text)
    else:
        text = _breaks.sub("\n" if lines else " ", text)
        text = unicodedata.normalize("NFC", text.translate(_sieve))
        text = _lowered(text)
        _letters.update(c for c in set(text) if c.isprintable() and not _is_mark(c))
    text = _spaces.sub(" ", text)
    if lines:
        text = re.sub(" ?\n ?", "\n", text)
        text = re.sub("\n{3,}", "\n\n", text)
    text = text.strip()
    if limit is not None and len(text) > limit:
        text = text[: limit - 1].rstrip() + "…" if limit > 0 else ""
    return text


def trouble(text: str) -> str | None:
    """Name the first character that a pack may not use and its place from 1; None if all are allowed.

    For instance "U+202E RIGHT-TO-LEFT OVERRIDE at character 4". Spaces of every width, tabs and line feeds
    (also after a carriage return) are allowed, since `clean` evens them out.
    """
    new = set(text) - _harmless
    _harmless.update(character for character in new if not _is_refused(character) and not _is_mark(character))
    if new <= _harmless:
        return None
    row = MARKS_IN_A_ROW
    for place, character in enumerate(text, start=1):
        row = _row(character, row)
        if _is_refused(character) and text[place - 1 : place + 1] != "\r\n":
            return f"{_name(character)} at character {place}"
        if row > MARKS_IN_A_ROW:
            return f"{_name(character)} at character {place} (no letter to stand on, or one accent too many)"
    return None


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Me"}


def _is_refused(character: str) -> bool:
    """Whether a pack may not use this character: all that `clean` drops, and line breaks of other kinds."""
    if character in "\t\n":
        return False
    return _sieve[ord(character)] != character or unicodedata.category(character) in {"Cc", "Zl", "Zp"}


def _row(character: str, before: int) -> int:
    """How many marks stand in a row once `character` follows a row of `before`.

    At the start and after a space there is nothing to stand on: there the row counts as full.
    """
    if _is_mark(character):
        return before + 1
    return MARKS_IN_A_ROW if character.isspace() else 0


def _lowered(text: str) -> str:
    """The text without the marks that have no letter to stand on or make a letter's tower too high."""
    kept: list[str] = []
    row = MARKS_IN_A_ROW
    for character in text:
        row = _row(character, row)
        if row <= MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)


def _name(character: str) -> str:
    """The code point and its Unicode name, in words where Unicode has none."""
    kind = _KINDS.get(unicodedata.category(character), "CHARACTER")
    return f"U+{ord(character):04X} " + unicodedata.name(character, _NAMES.get(character, kind))
