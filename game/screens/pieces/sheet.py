"""What every screen of the house shares: a guide under `?`, a smallest size, and text that stays text."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Middle
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

SMALLEST = (60, 18)
"""Columns and rows below which a screen asks for a larger window."""

Answer = TypeVar("Answer")


class Larger(Middle):
    """The notice shown instead of everything else when the window is too small; what is behind it keeps its
    state.
    """

    DEFAULT_CSS = """
    Larger { display: none; align: center middle; text-align: center; }
    Larger Static { width: 100%; text-align: center; }
    """

    def compose(self) -> ComposeResult:
        """Yield the sentence."""
        columns, rows = SMALLEST
        yield Static(
            f"Please make the window larger\n(at least {columns} by {rows}).\nNothing is lost.", markup=False
        )


class Sized:
    """What a screen needs to give way to the notice when the window is too small."""

    GUIDE: ClassVar[str] = ""
    """What one sees here and what one may do, for `?`."""

    def rules(self) -> tuple[str, ...]:
        """Return the ids of the rules that govern what is on the screen now."""
        return ()

    def pointed(self) -> str:
        """Return the rule that `?` opens: that of what the cursor is on, empty where there is none."""
        return ""


def cramped(screen: Screen[Answer]) -> bool:
    """Say whether the window is too small to show a screen."""
    size = screen.app.size
    return bool(size.width) and (size.width < SMALLEST[0] or size.height < SMALLEST[1])


def stands(screen: Screen[Answer]) -> bool:
    """Say whether a screen is up with all its parts: not yet to be composed, not being taken away."""
    return screen.is_mounted and screen.is_running and bool(screen.children)


class Sheet(Sized, Screen[Answer]):
    """A screen of the house."""

    def on_mount(self) -> None:
        """Add the notice for small windows, and say to the stylesheets whether there are colours."""
        self.set_class(self.app.no_color, "-colourless")
        self.mount(Larger())
        self.call_after_refresh(self.refresh_bindings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nobody act on what cannot be seen, or is still being laid out."""
        return stands(self) and not cramped(self)


class Slip(Sized, ModalScreen[Answer]):
    """A sheet laid over another one: a question, a document, a list; Escape takes it away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back"),
        Binding("question_mark", "app.book", show=False),
        Binding("f1", "app.guide", show=False),
    ]

    def on_mount(self) -> None:
        """Add the notice for small windows, and say to the stylesheets whether there are colours."""
        self.set_class(self.app.no_color, "-colourless")
        self.mount(Larger())
        self.call_after_refresh(self.refresh_bindings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nobody act on what cannot be seen, or is still being laid out."""
        return stands(self) and not cramped(self)

    def action_leave(self) -> None:
        """Take the slip away without an answer."""
        self.dismiss(None)
