"""The archive: every sitting that was saved, to be gone on with, replayed, or looked back on.

A damaged save is shown with the sentence that says what is wrong with it. Nothing is changed here; gives
back the path
of the sitting to go on with, or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
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

from game.journal import JournalError, Saved, shelf
from game.packs import load_again
from game.screens.aftermath.recording import Finder, Recording, opened, told
from game.screens.pieces.literal import literally, words
from game.screens.pieces.sheet import Sheet

ON_SAVES = ("open", "replay", "debrief")
"""What is done with the save under the cursor."""


class Archive(Sheet[Path]):
    """The saves in a folder."""

    CSS_PATH = "archive.tcss"
    GUIDE: ClassVar[str] = (
        "Every sitting that was saved, the latest first. Enter goes on with a sitting, or opens the debrief "
        "of a finished "
        "one; R replays it as the public gallery saw it, forward and back. A save that is damaged says what "
        "is wrong: what "
        "was sound in it can still be replayed."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open"),
        Binding("r", "replay", "Replay"),
        Binding("d", "debrief", "Debrief"),
        Binding("escape", "leave", "Back"),
    ]
    AUTO_FOCUS = "#saves"

    class Shelved(Message):
        """The folder has been looked through."""

        def __init__(self, saved: Sequence[Saved], trouble: str) -> None:
            """Carry the saves, and a sentence if the folder could not be listed."""
            super().__init__()
            self.saved, self.trouble = tuple(saved), trouble

    class Opened(Message):
        """A save has been opened to be looked at."""

        def __init__(self, outcome: Recording | str, wanted: str) -> None:
            """Carry the recording, or why there is none, and what was wanted of it."""
            super().__init__()
            self.outcome, self.wanted = outcome, wanted

    def __init__(self, folder: Path, find: Finder = load_again) -> None:
        """Open the archive of a folder; `find` gives the crisis of a save."""
        super().__init__()
        self._folder, self._find = folder, find
        self._saved: tuple[Saved, ...] = ()
        self._busy = False

    def compose(self) -> ComposeResult:
        """Yield the list, and what is known of the save under the cursor."""
        yield Static(Content(" Archive"), id="heading", markup=False)
        with Horizontal(id="shelves"):
            yield OptionList(id="saves", markup=False)
            with VerticalScroll(id="about", can_focus=False) as about:
                about.border_title = "The sitting"
                yield Static("Looking through the saves …", id="told", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Look through the folder beside the screen."""
        super().on_mount()
        saves = self.query_one("#saves")
        saves.border_title, saves.border_subtitle = "Saved sittings", "Enter: open"
        self.look()

    @work(thread=True, group="shelf")
    def look(self) -> None:
        """Look through the folder."""
        try:
            self.post_message(self.Shelved(shelf(self._folder), ""))
        except JournalError as fault:
            self.post_message(self.Shelved((), str(fault)))

    def on_archive_shelved(self, event: Shelved) -> None:
        """Show what lies on the shelf."""
        self._saved = event.saved
        menu = self.query_one("#saves", OptionList)
        menu.clear_options()
        menu.add_options([Option(_row(saved)) for saved in self._saved])
        if self._saved:
            menu.highlighted = 0
        else:
            where = f"No sitting has been saved in {self._folder} yet."
            self._tell(words(event.trouble or where))
        self.refresh_bindings()

    @property
    def chosen(self) -> Saved | None:
        """The save under the cursor."""
        at = self.query_one("#saves", OptionList).highlighted
        return self._saved[at] if at is not None and at < len(self._saved) else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what is known of a save."""
        event.stop()
        if event.option_index < len(self._saved):
            self._tell(_about(self._saved[event.option_index]))
        self.refresh_bindings()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a save."""
        event.stop()
        self.action_open()

    def _tell(self, text: Content) -> None:
        self.query_one("#told", Static).update(text)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the save under the cursor."""
        if action in ON_SAVES:
            saved = self.chosen if self.is_mounted else None
            closed = action == "debrief" and saved is not None and not saved.finished
            if saved is None or saved.header is None or closed:
                return False
        return super().check_action(action, parameters)

    # -- what a person does ----------------------------------------------------------------------------------
    def action_open(self) -> None:
        """Go on with an open sitting; look back on a finished one."""
        saved = self.chosen
        if saved is None or saved.header is None:
            self.app.bell()
        elif saved.finished:
            self.action_debrief()
        else:
            self.dismiss(saved.path)

    def action_replay(self) -> None:
        """Replay a sitting."""
        self._open("replay")

    def action_debrief(self) -> None:
        """Open the debrief of a finished sitting."""
        self._open("debrief")

    def _open(self, wanted: str) -> None:
        if self.chosen is not None and not self._busy:
            self._busy = True
            self.query_one("#about").border_subtitle = "opening …"
            self.open(self.chosen.path, wanted)

    @work(thread=True, group="open")
    def open(self, path: Path, wanted: str) -> None:
        """Open a save beside the screen."""
        self.post_message(self.Opened(opened(path, self._find), wanted))

    def on_archive_opened(self, event: Opened) -> None:
        """Show what was opened, or say why it cannot be."""
        from game.screens.aftermath.debriefing import Debriefing
        from game.screens.aftermath.replaying import ReplayRoom

        self._busy = False
        self.query_one("#about").border_subtitle = ""
        outcome = event.outcome
        if isinstance(outcome, str):
            self._tell(Content.assemble(("! ", "bold $warning"), literally(outcome)))
        elif event.wanted == "debrief" and outcome.finished:
            self.app.push_screen(Debriefing(outcome))
        else:
            self.app.push_screen(ReplayRoom(outcome))

    def action_leave(self) -> None:
        """Close the archive."""
        self.dismiss(None)


def _row(saved: Saved) -> Content:
    """A save in two lines; its sign says how it stands (no colour, for the row may lie under the cursor)."""
    title = saved.header.title if saved.header else saved.path.name
    mark = "!" if saved.trouble else "■" if saved.finished else "▶"
    return Content.assemble((f"{mark} {literally(title)}", "bold"), (f"\n  {told(saved)}", "dim"))


def _about(saved: Saved) -> Content:
    parts: list[str | tuple[str, str]] = []
    if saved.header is not None:
        parts += [
            (literally(saved.header.title or saved.header.pack), "bold $primary"),
            f"\n{told(saved)}\n\nCrisis: {literally(saved.header.pack)}\nSeed: {saved.header.seed}",
        ]
    parts.append(("\n\n" if parts else "") + literally(str(saved.path)))
    if saved.trouble:
        parts += [("\n\n! ", "bold $warning"), literally(saved.trouble)]
        if saved.header is not None:
            parts.append("\nR shows what of it is sound.")
    return Content.assemble(*parts)
