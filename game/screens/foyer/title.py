"""The title and the gallery of crises: the first frame, drawn before anything else of the game is imported.

Packs and saves are looked up in a thread afterwards; this module's own imports must stay those of Textual and
of the drawing, for start-up depends on them.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from game.screens import Start
from game.screens.pieces.literal import literally
from game.screens.pieces.sheet import Larger, Sheet

if TYPE_CHECKING:
    from pathlib import Path

    from game.journal import Saved
    from game.packs import PackCard
    from game.screens.application import Horseshoe

ARCH = """\
   ▄▄▄███████▄▄▄
 ▄███▀▀     ▀▀███▄
███▀           ▀███
███             ███
▀██▄           ▄██▀
  ██▄         ▄██"""
NAME = "H O R S E S H O E"
SAYS = "A crisis of the Security Council, under the Council's own rules."
ASKS = "When does collective security work?"
WORKSHOP = Content.assemble(("The workshop", "bold"), "\nfor those who write crises")
ABOUT_WORKSHOP = Content.assemble(
    ("The workshop", "bold $primary"),
    "\n\nFor teachers and others who write a crisis or change one: it lists everything that is wrong and "
    "what to do, reads the crisis again whenever a file is saved, shows it as a reader sees it, plays it "
    "many times over, and begins a sitting at any stage.",
)
RECENT = 3
"""Unfinished sittings offered above the crises."""
STILL = 3.0
"""Seconds after which the title shows itself, should no screen of a sitting come up."""


class Title(Sheet[None]):
    """The title of the game, and what there is to play."""

    GUIDE: ClassVar[str] = (
        "Choose a crisis with the arrows and press Enter: the lobby lets you say who plays which seat. A "
        "sitting that was interrupted stands above the crises and goes on where it was left. R opens the "
        "book of rules: every rule in plain words, with its source and a case from history. W opens the "
        "workshop, for those who write crises."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Open", show=False),
        Binding("a", "archive", "Archive"),
        Binding("w", "workshop", "Workshop"),
        Binding("r", "rules", "Rules"),
        Binding("q", "leave", "Leave"),
    ]
    AUTO_FOCUS = "#gallery"

    class Shelved(Message):
        """Packs and saves have been looked up."""

        def __init__(self, cards: list[PackCard], saved: list[Saved], trouble: str = "") -> None:
            """Carry what was found."""
            super().__init__()
            self.cards, self.saved, self.trouble = cards, saved, trouble

    def __init__(self) -> None:
        """Begin with an empty gallery."""
        super().__init__()
        self.cards: dict[str, PackCard] = {}
        self.saved: dict[str, Saved] = {}
        self._left = False
        self._held = ExitStack()

    def compose(self) -> ComposeResult:
        """Yield the name and the gallery."""
        with Horizontal(id="banner"):
            yield Static(ARCH, id="arch", markup=False)
            yield Static(Content.assemble("\n", (NAME, "bold $primary"), f"\n\n{SAYS}\n{ASKS}"), id="name")
        if self._passed_through:
            yield Static("Opening the Council's chamber …", id="opening")
            return
        with Horizontal(id="choice"):
            gallery = OptionList(id="gallery", markup=False)
            gallery.border_title, gallery.border_subtitle = "Crises", "Enter: open"
            yield gallery
            with VerticalScroll(id="about", can_focus=False):
                yield Static("Looking for crises …", id="summary", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Look for packs and saves once the title is on the screen, unless it is only passed through."""
        super().on_mount()
        if not self._passed_through:
            self.call_after_refresh(self.look)

    @property
    def _passed_through(self) -> bool:
        """Whether the command line asked for a sitting, which is being opened."""
        start = getattr(self.app, "start", None)
        return not self._left and start is not None and bool(start.resume or start.pack)

    @property
    def _sitting_led(self) -> bool:
        """Whether a sitting is led: then the title comes up only between two of its screens."""
        return getattr(self.app, "usher", None) is not None

    async def on_screen_resume(self) -> None:
        """Look again when somebody comes back: a sitting may have been begun or ended. Between two screens of
        a sitting the picture stands still instead.
        """
        if self._sitting_led:
            self._stand_still()
        elif self._left:
            if not self.query("#gallery"):
                await self.recompose()
                await self.mount(Larger())
                self.query_one("#gallery").focus()
            self.look()

    def _stand_still(self) -> None:
        """Leave on the terminal what was painted last, until the next screen comes up; not where people share
        the keyboard, for it may be one delegation's own.
        """
        usher = cast("Horseshoe", self.app).usher
        if usher is not None and not usher.shared:
            self._held.enter_context(self.app.batch_update())
            self.set_timer(STILL, self._held.close)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing between two screens of a sitting, and no gallery while one is being opened."""
        if self._sitting_led:
            return False
        if action in {"choose", "archive", "workshop"} and not self.query("#gallery"):
            return False
        if action == "workshop" and getattr(self.app, "start", Start()).toolkit is None:
            return False
        return super().check_action(action, parameters)

    def on_screen_suspend(self) -> None:
        """Remember that another screen was up."""
        self._left = True
        self._held.close()

    @work(thread=True, exclusive=True, group="gallery")
    def look(self) -> None:
        """Look for packs and saves beside the screen."""
        from game.screens.loading import on_the_shelf

        self.post_message(self.Shelved(*on_the_shelf(self.app)))

    def on_title_shelved(self, event: Shelved) -> None:
        """Fill the gallery."""
        self.cards = {card.folder: card for card in event.cards}
        self.saved = {str(s.path): s for s in event.saved[:RECENT]}
        gallery = self.query_one("#gallery", OptionList)
        at = gallery.highlighted
        gallery.clear_options()
        gallery.add_options([Option(_saved(s), f"save:{path}") for path, s in self.saved.items()])
        gallery.add_options([Option(_card(c), f"pack:{folder}") for folder, c in self.cards.items()])
        if self.check_action("workshop", ()):
            gallery.add_option(Option(WORKSHOP, "workshop:"))
        gallery.highlighted = min(at or 0, gallery.option_count - 1) if gallery.option_count else None
        if event.trouble or not gallery.option_count:
            said = event.trouble or "There is no crisis to play: install Horseshoe again."
            self.query_one("#summary", Static).update(Content(literally(said)))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell about the crisis or the save under the cursor."""
        kind, _, key = (event.option_id or "").partition(":")
        if kind == "pack":
            self.query_one("#summary", Static).update(_about(self.cards[key]))
        elif kind == "save":
            self.query_one("#summary", Static).update(_about_save(self.saved[key]))
        elif kind == "workshop":
            self.query_one("#summary", Static).update(ABOUT_WORKSHOP)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the lobby of a crisis, or go on with a sitting."""
        if self._sitting_led:
            return
        from game.screens.loading import load_pack, load_save

        kind, _, key = (event.option_id or "").partition(":")
        if kind == "pack" and not self.cards[key].problem:
            load_pack(cast("Horseshoe", self.app), key, lobby=True)
        elif kind == "save":
            load_save(cast("Horseshoe", self.app), self.saved[key].path)
        elif kind == "workshop":
            self.action_workshop()

    def action_choose(self) -> None:
        """Open what is under the cursor."""
        self.query_one("#gallery", OptionList).action_select()

    def action_archive(self) -> None:
        """Open the archive of saved sittings."""
        from game.places import PlaceError
        from game.screens.aftermath.archive import Archive
        from game.screens.loading import load_save, saves_folder, show_trouble

        app = cast("Horseshoe", self.app)
        try:
            folder = saves_folder(app)
        except PlaceError as fault:
            show_trouble(app, "The archive cannot be opened", [str(fault)])
            return

        def chosen(path: Path | None) -> None:
            if path is not None:
                load_save(app, path)

        app.push_screen(Archive(folder), chosen)

    def action_workshop(self) -> None:
        """Open the workshop, for those who write crises."""
        cast("Horseshoe", self.app).open_workshop()

    async def action_leave(self) -> None:
        """Close Horseshoe."""
        await self.app.action_quit()

    def action_rules(self) -> None:
        """Open the book of rules."""
        from game.screens.book.rulebook import Rulebook

        self.app.push_screen(Rulebook())


def _card(card: PackCard) -> Content:
    mark = "! " if card.problem else ""
    return Content.assemble((f"{mark}{literally(card.title)}", "bold"), f"\n{literally(card.dates)}")


def _saved(saved: Saved) -> Content:
    title = saved.header.title if saved.header else saved.path.stem
    return Content.assemble((f"▶ go on: {literally(title)}", "bold"), f"\n{_when(saved)}")


def _when(saved: Saved) -> str:
    when = literally(saved.last_at[:16].replace("T", " "))
    return f"{saved.acts} acts, last {when} UTC"


def _about_save(saved: Saved) -> Content:
    title = saved.header.title if saved.header else saved.path.stem
    return Content.assemble(
        (literally(title), "bold $primary"),
        f"\n\n{_when(saved)}\n\n",
        (literally(str(saved.path)), "$quiet"),
        "\n\nEnter: take your places again where you left them.",
    )


def _about(card: PackCard) -> Content:
    if card.problem:
        return Content.assemble(
            (literally(card.title), "bold"),
            ("\n\nThis crisis cannot be played: ", "bold $warning"),
            literally(card.problem),
        )
    return Content.assemble(
        (literally(card.title), "bold $primary"),
        f"\n{literally(card.subtitle)}" if card.subtitle else "",
        (
            f"\n\n{literally(card.dates)} · {len(card.seats)} seats · about {card.minutes} minutes alone",
            "$quiet",
        ),
        f"\n\n{literally(card.summary)}",
    )
