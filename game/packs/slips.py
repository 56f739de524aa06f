"""The slips of the pen that make a file unreadable, told in an author's words, with place and remedy.

The parser's own error says only where it stumbled, which is often a line after the slip; the text round that
place, and the last value that was read, say which slip it was. It must never guess at an author's meaning:
where no slip is recognised it says what the parser said.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Mark = tuple[int, int]
Slip = tuple[Mark, str, str]
"""A mark (line and column, both from 1), what is wrong, and the remedy."""

LOOK = "Look for a missing quote, bracket or colon, or a wrong indent, here or just above."
ALIGN = (
    "Lines that belong together begin under one another, two spaces further in than the line they belong to."
)
QUOTE = 'Put the whole text in "quotes".'
_GLUED = re.compile(r"\s*(?:- )?[\w.-]+:(?=\S)")
_ENTRY = re.compile(r"""["'\[{]|[\w.-]+:\s""")


def slip(text: str, error: Any, last: Any) -> Slip:
    """The slip behind a YAML error; `last` is the last event the parser gave, or None."""
    scene = _Scene.of(text, error, last)
    for recognise in _SLIPS:
        if found := recognise(scene):
            return found
    return scene.at, f"The file cannot be read from here on: {scene.problem or 'it is not YAML'}.", LOOK


@dataclass(frozen=True, slots=True)
class _Scene:
    """Where the parser stumbled and what it had in hand: `since` is where the thing it was reading began."""

    lines: list[str]
    at: Mark
    since: Mark
    problem: str
    context: str
    began: Mark
    ended: Mark
    style: str

    @classmethod
    def of(cls, text: str, error: Any, last: Any) -> _Scene:
        known = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        at = _mark(known)
        since = _mark(getattr(error, "context_mark", None) or known)
        began, ended = (_mark(getattr(last, "start_mark", None)), _mark(getattr(last, "end_mark", None)))
        style = (getattr(last, "style", None) or "plain") if hasattr(last, "value") else ""
        problem, context = (getattr(error, name, None) or "" for name in ("problem", "context"))
        return cls(text.splitlines(), at, since, problem, context, began, ended, style)

    def line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def indent(self, number: int) -> int:
        line = self.line(number)
        return len(line) - len(line.lstrip())

    @property
    def rest(self) -> str:
        """The line from the place of the stumble on."""
        return self.line(self.at[0])[self.at[1] - 1 :]

    @property
    def before(self) -> str:
        """What stands on the line before that place, without the indent."""
        return self.line(self.at[0])[: self.at[1] - 1].strip()

    @property
    def start(self) -> Mark:
        """Where the writing on the line of the stumble begins."""
        return (self.at[0], self.indent(self.at[0]) + 1)


def _mark(mark: Any) -> Mark:
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _tab(scene: _Scene) -> Slip | None:
    line = scene.line(scene.at[0])
    column = line[: scene.indent(scene.at[0])].find("\t") + 1
    remedy = "Indent with spaces, two for each step."
    return ((scene.at[0], column), "The line is indented with a tab.", remedy) if column else None


def _sign(scene: _Scene) -> Slip | None:
    """A text that begins with a sign that YAML keeps for itself."""
    if "cannot start any token" in scene.problem:
        return scene.at, f"A text cannot begin with {scene.rest[:1]} here.", QUOTE
    if "node content" in scene.problem and scene.rest[:1] in set(",]}"):
        what = f"There is a {scene.rest[:1]} too many, or a text that begins with it."
        return scene.at, what, 'Take it out, or put the text in "quotes".'
    return None


def _quote(scene: _Scene) -> Slip | None:
    """A quoted text that is closed too late, too early or never."""
    if "quoted scalar" in scene.context:
        if "end of stream" in scene.problem:
            return (
                scene.since,
                "The quotation mark that opens here is never closed.",
                "Close it where the text ends.",
            )
        remedy = "Write it twice, or put the text in 'single quotes'."
        return scene.at, "A backslash stands inside double quotes.", remedy
    between = scene.line(scene.at[0])[scene.ended[1] - 1 : scene.at[1] - 1]
    if scene.style not in {'"', "'"} or scene.ended[0] != scene.at[0] or between.strip():
        return None
    if scene.began[0] < scene.ended[0]:
        what = f"The quotation mark that opens here is closed only on line {scene.ended[0]}."
        return scene.began, what, "Close it where the text ends."
    if "flow" in scene.context and _ENTRY.match(scene.rest):
        return None  # a comma is missing
    remedy = 'If it has quotation marks inside, write \\" for each of them.'
    if scene.style == "'":
        remedy = 'If it has an apostrophe inside, put the whole text in "double quotes".'
    return scene.at, "The text goes on after its closing quotation mark.", remedy


def _bracket(scene: _Scene) -> Slip | None:
    """A bracket left open, or a comma left out between brackets."""
    if "flow" not in scene.context:
        return None
    if "node content" in scene.problem:
        return (
            scene.began,
            "A bracket that opens here or before is not closed.",
            "Close it where the list ends.",
        )
    opened = scene.line(scene.since[0])[scene.since[1] - 1 :][:1]
    closing = {"{": "}", "[": "]"}.get(opened, "bracket")
    later = scene.at[0] > scene.since[0] and scene.indent(scene.at[0]) <= scene.indent(scene.since[0])
    if later or scene.rest[:1] in {"}", "]"} or scene.at[0] > len(scene.lines):
        return (
            scene.since,
            f"The bracket {opened} that opens here is not closed.",
            f"Close it with {closing}.",
        )
    if scene.rest[:1] == ":":
        what = "A colon stands inside a text, or a comma is missing before this entry."
        return scene.at, what, 'Put a text that has a colon in "quotes", and commas between entries.'
    return scene.at, f"Here a comma is missing, or the closing {closing}.", "Put a comma between entries."


def _colon(scene: _Scene) -> Slip | None:
    """A colon too many, or one left out."""
    if "simple key" in scene.context:
        return _uncoloned(scene, scene.since)
    if "sequence entries" in scene.problem:
        what = "A hyphen stands behind the colon."
        return scene.at, what, 'Begin the list on the next line, or put the text in "quotes".'
    if "mapping values" not in scene.problem:
        return None
    if scene.began[0] == scene.at[0] or scene.style != "plain":
        return scene.at, "A colon with a space behind it stands inside a text.", QUOTE
    if scene.began[1] == scene.indent(scene.began[0]) + 1:
        return _uncoloned(scene, scene.began)
    return _under_a_value(scene)


def _uncoloned(scene: _Scene, mark: Mark) -> Slip:
    if glued := _GLUED.match(scene.line(mark[0])):
        return (mark[0], glued.end() + 1), "There is no space behind the colon.", "Write name: value."
    remedy = (
        "Write name: value. If the line goes on with the text above, indent it further than that one's name."
    )
    return mark, "The line has no colon behind its name.", remedy


def _under_a_value(scene: _Scene) -> Slip:
    what = "The line stands under one that has its value already."
    remedy = 'Indent it like that line. If it goes on with that line\'s text, put the text in "quotes".'
    return scene.start, what, remedy


def _hyphen(scene: _Scene) -> Slip | None:
    """Lines with and without a hyphen side by side, or a hyphen with nothing behind it."""
    if "node content" in scene.problem and not scene.before:
        return scene.start, "Nothing stands behind the hyphen above this line.", "Write the entry, indented."
    hyphen = scene.rest.startswith(("- ", "-\n")) or scene.rest == "-"
    if scene.before:
        return None
    if "block mapping" in scene.context and hyphen:
        what = "A line with a hyphen stands among lines of the form name: value."
        return scene.at, what, "Take the hyphen out, or indent the list under its own name."
    if "block collection" in scene.context or "block sequence" in scene.context:
        what = "A line without a hyphen, or with another indent, stands in a list."
        return scene.at, what, "Begin every entry with a hyphen, each under the one before."
    return None


def _indent(scene: _Scene) -> Slip | None:
    """A line that stands under none of those above it, or something behind a value that is complete."""
    if "block mapping" not in scene.context and "block collection" not in scene.context:
        return None
    if scene.before:
        what = f"Something stands behind a value that is complete: {scene.rest[:1]}"
        return scene.at, f"{what}.", "Take it out, or put the whole text in quotes."
    if scene.rest.startswith(":"):
        return scene.at, "A colon has no name before it.", "Write name: value."
    above = next((n for n in range(scene.at[0] - 1, 0, -1) if scene.line(n).split("#")[0].strip()), 0)
    if above and scene.indent(above) < scene.indent(scene.at[0]):
        return _under_a_value(scene)
    width = scene.indent(scene.at[0])
    steps = f"{width} space{'s' * (width != 1)}"
    return scene.start, f"The line is indented by {steps}, which fits no line above it.", ALIGN


def _folded(scene: _Scene) -> Slip | None:
    if "block scalar" not in scene.context:
        return None
    return scene.at, "The text begins on the line of its sign > or |.", "Begin it on the next line, indented."


_SLIPS: tuple[Callable[[_Scene], Slip | None], ...] = (
    _tab, _sign, _quote, _bracket, _colon, _hyphen, _indent, _folded,
)  # fmt: skip
