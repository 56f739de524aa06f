"""The workshop: the crises there are to work on, those of the game and one's own, and the way to a new one.

Each opens on the author's desk. It changes no file by itself.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from game.packs import PackCard, PackError
from game.places import PlaceError
from game.screens.author.toolkit import Toolkit
from game.screens.pieces.literal import literally
from game.screens.pieces.sheet import Sheet


class Workshop(Sheet[None]):
    """The crises to work on."""

    CSS_PATH = "workshop.tcss"
    GUIDE: ClassVar[str] = (
        "For those who write crises. Enter opens the author's desk for the one under the cursor: what is "
        "wrong with it, how it reads, how it plays. N begins a crisis of your own with five questions, C "
        "with a copy of the one under the cursor; F opens any other folder. Your own crises lie in a "
        "folder of yours, which is named here; "
        "their files are plain text, to be changed in any editor."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open"),
        Binding("n", "new", "New"),
        Binding("c", "copy", "Copy"),
        Binding("f", "folder", "Folder"),
        Binding("escape", "leave", "Back"),
    ]
    AUTO_FOCUS = "#crises"

    class Shelved(Message):
        """The shelf has been looked through."""

        def __init__(self, cards: list[PackCard], own: str, trouble: str = "") -> None:
            """Carry the crises, the folder of one's own, and a sentence about what went wrong."""
            super().__init__()
            self.cards, self.own, self.trouble = cards, own, trouble

    def __init__(self, toolkit: Toolkit, folder: str = "", pane: str = "") -> None:
        """Open with these tools, and go on to the crisis in a folder, at a page, if one is named."""
        super().__init__()
        self._toolkit, self._first, self._pane = toolkit, folder, pane
        self._cards: tuple[PackCard, ...] = ()
        self._own, self._wanted = "", ""

    def compose(self) -> ComposeResult:
        """Yield the list, and what is known of the crisis under the cursor."""
        yield Static(Content(" The workshop: crises to work on"), id="heading", markup=False)
        with Horizontal(id="shelves"):
            yield OptionList(id="crises", markup=False)
            with VerticalScroll(id="about", can_focus=False) as about:
                about.border_title = "The crisis"
                yield Static("Looking for crises …", id="told", markup=False)
        yield Static(id="own", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Name the list."""
        super().on_mount()
        crises = self.query_one("#crises")
        crises.border_title, crises.border_subtitle = "Crises", "Enter: open"
        if self._first:
            self.call_after_refresh(self.open, self._first, self._pane)

    def on_screen_resume(self) -> None:
        """Look through the shelf, also on coming back."""
        self.look()

    def on_unmount(self) -> None:
        """Put the tools away."""
        self._toolkit.close()

    @work(thread=True, exclusive=True, group="shelf")
    def look(self) -> None:
        """Look through the shelf beside the screen."""
        from game.packs import shelf
        from game.places import own_crises

        try:
            self.post_message(self.Shelved(shelf(), str(own_crises())))
        except PlaceError as fault:
            self.post_message(self.Shelved([], "", str(fault)))

    def on_workshop_shelved(self, event: Shelved) -> None:
        """Show what lies on the shelf; the cursor goes to what was wanted, else stays."""
        crises = self.query_one("#crises", OptionList)
        folders = [card.folder for card in event.cards]
        at = crises.highlighted or 0
        self._cards, self._own = tuple(event.cards), event.own
        crises.clear_options()
        crises.add_options([Option(_row(card, self._is_own(card))) for card in self._cards])
        if self._cards:
            at = folders.index(self._wanted) if self._wanted in folders else min(at, len(folders) - 1)
            crises.highlighted = at
        else:
            self._tell(Content(literally(event.trouble or "There is no crisis on the shelf.")))
        where = f" Your own crises: {literally(event.own)}" if event.own else ""
        self.query_one("#own", Static).update(Content(where))

    def _is_own(self, card: PackCard) -> bool:
        return bool(self._own) and Path(card.folder).parent == Path(self._own)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell about a crisis."""
        event.stop()
        if event.option_index < len(self._cards):
            self._tell(_about(self._cards[event.option_index]))

    def _tell(self, text: Content) -> None:
        self.query_one("#told", Static).update(text)

    # -- what a person does ------------------------------------------------------------------------------
    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a crisis."""
        event.stop()
        if event.option_index < len(self._cards):
            self.open(self._cards[event.option_index].folder)

    def action_open(self) -> None:
        """Open the crisis under the cursor."""
        self.query_one("#crises", OptionList).action_select()

    def open(self, folder: str, pane: str = "") -> None:
        """Open the author's desk for a folder, at its first page if no other is named."""
        from game.screens.author.authoring import AuthorsDesk

        self._wanted = folder
        self.app.push_screen(AuthorsDesk(self._toolkit, folder, pane))

    def action_new(self) -> None:
        """Begin a crisis of one's own, then open it."""
        from game.screens.author.sketching import Sketch

        def written(folder: Path | None) -> None:
            if folder is not None:
                self.open(str(folder))

        self.app.push_screen(Sketch(self._toolkit), written)

    def action_copy(self) -> None:
        """Begin a crisis of one's own with a copy of the one under the cursor, then open it."""
        from game.screens.pieces.speech import Speech

        at = self.query_one("#crises", OptionList).highlighted
        if at is None or at >= len(self._cards):
            return
        card = self._cards[at]

        def named(id: str | None) -> None:
            if id:
                self.copy(card.folder, id)

        question = f"A copy of {literally(card.title)}, to be changed as you like. What is its name? "
        self.app.push_screen(Speech(question + "Small letters, digits and -.", "Its name"), named)

    @work(exclusive=True, group="copy")
    async def copy(self, folder: str, id: str) -> None:
        """Copy a crisis beside the screen; say why it cannot be done."""
        try:
            copied = await asyncio.to_thread(self._toolkit.copy, folder, id)
        except (ValueError, PackError, PlaceError) as fault:
            self.notify(literally(str(fault)), severity="warning", markup=False)
            return
        self.open(str(copied))

    def action_folder(self) -> None:
        """Open a folder that is not on the shelf."""
        from game.screens.pieces.speech import Speech

        def named(text: str | None) -> None:
            if text:
                self._open_named(text)

        self.app.push_screen(Speech("Which folder? It holds a pack.yaml.", "Another folder"), named)

    def _open_named(self, name: str) -> None:
        try:
            folder = Path(name).expanduser().absolute()
            there = folder.is_dir()
        except (OSError, RuntimeError, ValueError):
            there = False
        if there:
            self.open(str(folder))
        else:
            self.notify(f"There is no folder {literally(name)}.", severity="warning", markup=False)

    def action_leave(self) -> None:
        """Leave the workshop."""
        self.dismiss(None)


def _row(card: PackCard, own: bool) -> Content:
    mark = "! " if card.problem else ""
    whose = "your own" if own else "the game's"
    return Content.assemble(
        (f"{mark}{literally(card.title)}", "bold"), (f"\n{literally(card.id)} · {whose}", "dim")
    )


def _about(card: PackCard) -> Content:
    head = Content.assemble(
        (literally(card.title), "bold $primary"),
        f"\n{literally(card.dates)} · {len(card.seats)} seats" if card.seats else "",
        (f"\n{literally(card.folder)}", "$quiet"),
    )
    if card.problem:
        wrong = Content.assemble(("It cannot be played: ", "bold $warning"), literally(card.problem))
        return Content("\n\n").join([head, wrong, Content("Enter lists everything that is wrong.")])
    return Content("\n\n").join([head, Content(literally(card.summary))])
