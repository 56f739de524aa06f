"""The book of rules, laid open over whatever is on the screen: contents and search at the left, a page at
the right.

It reads and leads from rule to rule; it touches nothing of the sitting, and Escape closes it over the very
place from which it was opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from game.rules.book import CHAPTERS, RULES, Rule, chapter_of, found
from game.rules.house import UNSC, House
from game.screens.book.guide import house_rules, motions_in_order, what_you_see
from game.screens.pieces.hanging import HangingList, Row
from game.screens.pieces.sheet import Slip

SEEN, HOUSE, MOTIONS = "?", "§", "#"
"""What stands in the contents for the leaves of this sitting: the guide to the screen the book lies on, the
house's rules, its motions.
"""
LEAD = 5
"""Cells for the number of a rule before its title."""
ROOMY = 80
"""Columns of a window from which all keys are named."""
AIRY = 36
"""Rows of a window from which the chapters stand apart in the contents."""


class Rulebook(Slip[None]):
    """The book of rules, open at a page."""

    CSS_PATH = "rulebook.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,question_mark", "leave", "Back", show=False),
        Binding("backspace", "back", "The page before", show=False),
        Binding("slash", "seek", "Find", show=False),
        Binding("pagedown", "leaf(1)", "Further down the page", show=False, priority=True),
        Binding("pageup", "leaf(-1)", "Further up the page", show=False, priority=True),
    ]
    AUTO_FOCUS = "#pages"

    def __init__(self, at: str = "", guide: str = "", rules: Sequence[str] = (), house: House = UNSC) -> None:
        """Open at a rule, or at the guide to the screen below (`guide`), whose rules stand first; `house` is
        that of the sitting.
        """
        super().__init__()
        self._house = house
        self._guide = guide
        self._near = tuple(id for id in dict.fromkeys(rules) if id in RULES)
        self._begin = at if at in RULES else SEEN if guide else next(iter(RULES))
        self._rows: list[str] = []
        """For each row of the contents the rule it stands for, empty for a heading."""
        self._before: list[str] = []
        """The pages from which links were followed, the last one last."""
        self.open_at = ""
        """The page that is open: a rule's id, or SEEN."""

    def compose(self) -> ComposeResult:
        """Yield contents and page."""
        with Horizontal(id="book", classes="slip") as book:
            book.border_title = "The book of rules"
            with Vertical(id="contents"):
                yield Input(
                    placeholder="find: a number or words", id="seek", compact=True, select_on_focus=False
                )
                yield HangingList(id="pages")
            with VerticalScroll(id="leaf", can_focus=False):
                yield Static(id="page", markup=False)
                yield Static(id="case", markup=False)
                yield Static("See also", id="also", markup=False)
                yield HangingList(id="see")

    def on_mount(self) -> None:
        """Open the book where it was asked for."""
        super().on_mount()
        self._list(self._contents())
        self.turn_to(self._begin)

    # -- the contents ------------------------------------------------------------------------------------
    def _contents(self) -> Iterator[tuple[str, str]]:
        """Yield (rule, title) for every row; a heading has no rule."""
        if self._guide:
            yield "", "On this screen"
            yield SEEN, "What you see"
            yield from ((id, RULES[id].title) for id in self._near)
        yield "", "This house"
        yield HOUSE, "How it decides"
        yield MOTIONS, "Its motions in order"
        for chapter in CHAPTERS:
            yield "", chapter.title
            yield from ((page.id, page.title) for page in chapter.pages)

    def _list(self, rows: Iterator[tuple[str, str]]) -> None:
        told, airy = list(rows), self.app.size.height >= AIRY
        self._rows = [id for id, _ in told]
        self.query_one("#pages", HangingList).hang(
            [_row(id, f"\n{title}" if i and airy and not id else title) for i, (id, title) in enumerate(told)]
        )

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find while words are typed; without any, list the whole book again."""
        event.stop()
        asked = event.value.strip()
        if not asked:
            self._list(self._contents())
            self._point_at(self.open_at)
            return
        pages = found(asked)
        heading = f"{len(pages)} found" if pages else "Nothing found"
        self._list(iter([("", heading), *((page.id, page.title) for page in pages)]))
        if pages:
            self.turn_to(pages[0].id)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go from the words to what was found."""
        event.stop()
        self.set_focus(self.query_one("#pages"))

    def on_key(self, event: events.Key) -> None:
        """Let whoever types find at once, wherever the cursor is, and step from the words to the list."""
        seek, sign = self.query_one("#seek", Input), event.character or ""
        if self.focused is seek:
            if event.key == "down":
                event.stop()
                self.set_focus(self.query_one("#pages"))
            elif event.key == "backspace" and not seek.value:
                event.stop()
                self.action_back()
        elif event.is_printable and sign and sign not in ("?/" if seek.value else " ?/"):
            event.stop()
            self._write(seek.value + sign)

    def _write(self, words: str) -> None:
        """Look for other words; the way back ends where one begins to look."""
        self._before.clear()
        self.set_focus(self.query_one("#pages"))
        seek = self.query_one("#seek", Input)
        seek.value = words
        seek.cursor_position = len(words)

    # -- the page ----------------------------------------------------------------------------------------
    def turn_to(self, id: str) -> None:
        """Open a page and point at it in the contents."""
        self._show(id)
        if id not in self._rows:
            with self.prevent(Input.Changed):
                self.query_one("#seek", Input).value = ""
            self._list(self._contents())
        self._point_at(id)

    def _point_at(self, id: str) -> None:
        pages = self.query_one("#pages", HangingList)
        pages.highlighted = self._rows.index(id) if id in self._rows else None
        self.call_after_refresh(pages.scroll_to_highlight)

    def _show(self, id: str) -> None:
        if id == self.open_at:
            return
        self.open_at = id
        page = RULES.get(id)
        self.query_one("#page", Static).update(_text(page) if page else self._leaf(id))
        case, see = self.query_one("#case", Static), self.query_one("#see", HangingList)
        case.update(_case(page) if page else "")
        case.set_class(page is None or page.example is None, "-none")
        also = page.see if page else ()
        see.hang([_row(other, RULES[other].title) for other in also])
        for part in (see, self.query_one("#also")):
            part.set_class(not also, "-none")
        self.query_one("#leaf", VerticalScroll).scroll_home(animate=False)
        self.call_after_refresh(self._tell_keys)

    def _leaf(self, id: str) -> Content:
        if id == SEEN:
            return what_you_see(self._guide, self._near)
        return house_rules(self._house) if id == HOUSE else motions_in_order(self._house)

    def _tell_keys(self) -> None:
        """Name the keys that do something on this page."""
        keys = ["type to find"] if self.app.size.width >= ROOMY else []
        keys += ["Enter: see also"] if not self.query_one("#also").has_class("-none") else []
        keys += ["Backspace: back"] if self._before else []
        keys += ["PgDn: more"] if self.query_one("#leaf").max_scroll_y else []
        self.query_one("#book").border_subtitle = "   ".join((*keys, "Esc: close"))

    def on_resize(self) -> None:
        """Name the keys again for another size."""
        self.call_after_refresh(self._tell_keys)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the page under the cursor of the contents."""
        event.stop()
        if event.option_list.id != "pages" or event.option_list.highlighted != event.option_index:
            return  # the list has been written anew since
        if id := self._rows[event.option_index]:
            self._show(id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go over to the links of a page, or follow one."""
        event.stop()
        also = RULES[self.open_at].see if self.open_at in RULES else ()
        if event.option_list.id == "see":
            if event.option_index < len(also):
                self.follow(also[event.option_index])
        elif also:
            see = self.query_one("#see", HangingList)
            self.set_focus(see)
            see.highlighted = 0

    def follow(self, id: str) -> None:
        """Open a page to which another leads, and remember the way back."""
        self._before.append(self.open_at)
        self.set_focus(self.query_one("#pages"))
        self.turn_to(id)

    # -- keys --------------------------------------------------------------------------------------------
    def action_back(self) -> None:
        """Go back to the page from which a link was followed; where none was, take back a letter."""
        seek = self.query_one("#seek", Input)
        if self._before:
            self.set_focus(self.query_one("#pages"))
            self.turn_to(self._before.pop())
        elif seek.value:
            self._write(seek.value[:-1])

    def action_leaf(self, by: int) -> None:
        """Go down or up a long page."""
        leaf = self.query_one("#leaf", VerticalScroll)
        leaf.scroll_relative(y=by * max(1, leaf.size.height - 2), animate=False)

    def action_seek(self) -> None:
        """Go to the words one looks for; within words the key is a letter, as in `S/RES/83`."""
        seek = self.query_one("#seek", Input)
        if seek.value:
            self._write(seek.value + "/")
        else:
            self.set_focus(seek)


def _row(id: str, title: str) -> Row:
    if not id:
        return Row(Content(""), Content(title), open=False)
    return Row(Content.styled(id.ljust(LEAD), "bold"), Content(title))


def _text(page: Rule) -> Content:
    """A page as it is set: number and title, chapter and source, the text."""
    return Content.assemble(
        (f"{page.id}  {page.title}", "bold $primary"),
        (f"\n{chapter_of(page.id)} · {page.source}", "$quiet"),
        f"\n\n{page.text}",
    )


def _case(page: Rule) -> Content:
    """The case from history: where and when, then what happened."""
    if page.example is None:
        return Content("")
    return Content.assemble((f"{page.example.where}\n", "bold $accent"), page.example.words)
