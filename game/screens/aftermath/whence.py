"""Why it came about: a question chosen from a list, and beside it the walk back over the record.

It draws what `prose.causes` found and adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.prose.causes import Cause, Why
from game.prose.names import day
from game.screens.pieces.literal import literally

NOTHING = "Nothing in the record led to it: it came with its date, or it never moved."
_KINDS = {"ending": "How it ended", "track": "The measures", "happening": "What happened"}


class Leads(Static):
    """Lines that lead to their questions when they are clicked: one question for each line."""

    class Asked(Message):
        """A line was clicked: which question it leads to."""

        def __init__(self, kind: str, id: str) -> None:
            """Carry the question's kind and id."""
            super().__init__()
            self.kind, self.id = kind, id

    def __init__(self, shown: Content, asks: Sequence[tuple[str, str]], classes: str) -> None:
        """Show lines; `asks` are kind and id of each line's question, the last for all lines below it."""
        super().__init__(shown, classes=classes, markup=False)
        self._asks = tuple(asks)

    def on_click(self, event: Click) -> None:
        """Ask what the clicked line leads to."""
        if self._asks:
            self.post_message(self.Asked(*self._asks[min(event.y, len(self._asks) - 1)]))


class Whence(Container):
    """Questions, and the answer to the one under the cursor."""

    def __init__(self, asked: Sequence[Why]) -> None:
        """Take all that may be asked."""
        super().__init__(id="whence")
        self._asked = {f"{x.kind}-{place}": x for place, x in enumerate(asked)}

    def compose(self) -> ComposeResult:
        """Yield the list and the room for the answer."""
        yield OptionList(*self._options(), id="why-list", markup=False)
        with VerticalScroll(id="why-page"):
            yield Static("", classes="leaf", markup=False)

    def _options(self) -> Iterator[Option]:
        """Yield the questions, with a heading before each kind."""
        before = ""
        for id, x in self._asked.items():
            if x.kind != before:
                before = x.kind
                yield Option(Content.styled(_KINDS[x.kind], "bold $primary"), disabled=True)
            yield Option(Content(literally(x.question)), id=id)

    def ask(self, kind: str, id: str) -> None:
        """Put the cursor on a question, if it is there."""
        wanted = (key for key, x in self._asked.items() if (x.kind, x.id) == (kind, id))
        key = next(wanted, "")
        if key:
            listed = self.query_one("#why-list", OptionList)
            listed.highlighted = listed.get_option_index(key)

    async def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Answer the question under the cursor."""
        event.stop()
        chosen = self._asked.get(event.option_id or "")
        if chosen is None:
            return
        page = self.query_one("#why-page", VerticalScroll)
        await page.remove_children()
        await page.mount_all(answer(chosen))
        page.scroll_home(animate=False)


def answer(asked: Why) -> Iterator[Static]:
    """Yield an answer line by line: the question, what it comes to, and every step back, indented."""
    yield Static(Content.styled(literally(asked.question), "bold $primary"), classes="leaf", markup=False)
    yield Static(Content(literally(asked.answer)), classes="leaf", markup=False)
    if not asked.causes:
        yield Static(Content.styled(NOTHING, "$quiet"), classes="leaf", markup=False)
    for depth, cause in walked(asked.causes):
        step = Static(told(cause, depth), classes="cause", markup=False)
        step.styles.padding = (0, 0, 0, 2 * depth)
        yield step


def walked(causes: Sequence[Cause], depth: int = 0) -> Iterator[tuple[int, Cause]]:
    """Yield every step of a walk with its depth, each before what led to it."""
    for cause in causes:
        yield depth, cause
        yield from walked(cause.causes, depth + 1)


def told(cause: Cause, depth: int) -> Content:
    """Return one step: how far it moved the measure, what it was, and when."""
    sign = "• " if not depth else "↳ "
    amount = f"{cause.amount:+g} ".replace("-", "−") if cause.amount else ""
    date = f" ({day(cause.date)})" if cause.date else ""
    date += " ↑ see above" if cause.again else ""
    return Content.assemble(
        (sign, "$accent"), (amount, "bold"), literally(cause.sentence), (literally(date), "$quiet")
    )
