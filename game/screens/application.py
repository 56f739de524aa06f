"""The application: themes, the keys that work everywhere, and the way from screen to screen.

The title is on the screen before packs, pydantic or the rules are imported; everything else is imported when
it is first opened. The command palette and the window's title never name anything secret.
"""

from __future__ import annotations

import gc
import os
from asyncio import Future
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from game.screens import Start
from game.screens.habits import Habits, keep, read
from game.screens.pieces.literal import Literal
from game.screens.pieces.themes import PLAIN, THEMES

if TYPE_CHECKING:
    from game.rules.refusals import Refusal
    from game.screens.council import Council
    from game.screens.hall.chamber import Chamber
    from game.screens.loading import Plan
    from game.screens.usher import Usher
    from game.session.scenario import Scenario

GUIDE = (
    "Arrows and Enter choose, Tab moves on, Escape goes back. ? opens the book of rules at what the cursor "
    "is on or at what was refused, F1 explains what you see. F2 changes the colours, Ctrl+P lists all "
    "commands, Ctrl+Q leaves. Every act is kept the moment it is taken."
)
STANDS = 10.0
"""Seconds for which the notice of a refusal stands, and `?` opens its rule."""


BROKEN_OFF = ("Chamber", "RollCall", "AssemblyRoll", "Curtain", "WireRoom", "Briefing", "Digest")
"""Screens on which a sitting may be broken off without losing what somebody is writing."""


class Horseshoe(App[int]):
    """Horseshoe on the screen."""

    TITLE = "Horseshoe"
    CSS_PATH = ["application.tcss", "pieces/table.tcss", "foyer/title.tcss"]  # noqa: RUF012 - Textual declares it so
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-tiny"), (60, "-narrow"), (100, "-normal"), (160, "-wide"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-flat"), (18, "-low"), (36, "-middling"), (50, "-tall"),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "book", "Help", key_display="?"),
        Binding("f1", "guide", "Help", show=False),
        Binding("f2", "colours", "Colours", show=False),
        Binding("f3", "interlude('interrupt')", "Cut in", key_display="F3"),
        Binding("f4", "interlude('direct')", "Director", key_display="F4"),
        Binding("ctrl+q", "quit", "Leave", show=False, priority=True),
    ]

    def __init__(self, start: Start) -> None:
        """Prepare to open what `start` says; colours are chosen here, before anything is drawn."""
        colourless = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if colourless else None)
        self.start = start
        self.usher: Usher | None = None
        self.desk = ""
        """The folder of the crisis on whose desk the sitting was begun; whoever leaves it is led back."""
        for theme in (*THEMES, PLAIN):
            self.register_theme(theme)
        habits = read(start.saves)
        known = habits.colours if habits.colours in [theme.name for theme in THEMES] else THEMES[0].name
        self.theme = PLAIN.name if colourless else known
        self.pace = min(2, max(0, habits.pace))
        """How fast scripted delegations go on, as it was last chosen: a place in the usher's PACES."""
        self.estimates, self.hints = habits.estimates, habits.hints
        """Whether whoever may have them wants estimates of votes, and hints at the drafting table."""
        self._refused = ("", 0.0)
        """The rule that refused something last, and until when its notice stands."""

    def keep_habits(self) -> None:
        """Keep pace, colours, estimates and hints as they were last chosen, where sittings are kept."""
        colours = "" if self.theme == PLAIN.name else self.theme
        keep(self.start.saves, Habits(self.pace, colours, self.estimates, self.hints))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters with the house's own as the last."""
        return [*super().get_line_filters(), Literal()]

    def get_default_screen(self) -> Screen[Any]:
        """Return the title, the first thing drawn."""
        from game.screens.foyer.title import Title

        return Title()

    def on_mount(self) -> None:
        """Go on to what was asked for on the command line."""
        if self.start.resume is not None:
            self.call_after_refresh(self.resume, self.start.resume)
        elif self.start.pack:
            self.call_after_refresh(self.open_pack, self.start.pack)
        elif self.start.desk:
            self.call_after_refresh(self.open_workshop, self.start.desk)

    # -- from screen to screen ---------------------------------------------------------------------------
    def open_pack(self, pack: str) -> None:
        """Load a pack beside the screen and go on to its lobby, or straight to the sitting the start asks
        for.
        """
        from game.screens.loading import load_pack

        self.desk = ""
        load_pack(self, pack)

    def resume(self, path: Path) -> None:
        """Read a save beside the screen and take the sitting up again."""
        from game.screens.loading import load_save

        self.desk = ""
        load_save(self, path)

    def begin(self, plan: Plan) -> None:
        """Open a sitting as the lobby or the command line planned it."""
        from game.screens.loading import begin

        begin(self, plan)

    def take_places(
        self, council: Council, pins: dict[str, str], remarks: Sequence[str] | None = None
    ) -> None:
        """Begin to lead a sitting that has been opened; `remarks`, even none, go with one resumed."""
        self.hold_sitting(council, pins, remarks)

    def open_lobby(self, scenario: Scenario, stage: str = "", desk: str = "") -> None:
        """Open the lobby of a crisis, at one of its stages if it is not to be begun at the first; `desk` is
        the folder on whose desk it was asked for.
        """
        from game.screens.foyer.lobby import Lobby

        self.desk = desk
        self.push_screen(Lobby(scenario, stage))

    def open_workshop(self, folder: str = "", pane: str = "") -> None:
        """Open the authors' workshop, and the desk for the crisis in a folder, at a page, if one is named."""
        from game.screens.author.workshop import Workshop

        if self.start.toolkit is not None:
            self.push_screen(Workshop(self.start.toolkit, folder, pane))

    @work(exclusive=True, group="sitting")
    async def hold_sitting(
        self, council: Council, pins: dict[str, str] | None = None, remarks: Sequence[str] | None = None
    ) -> None:
        """Lead a sitting from where it stands to its end."""
        from game.screens.usher import Usher

        gc.freeze()  # what is loaded stays: the collector of garbage need not go through it while keys wait
        self.usher = usher = Usher(self, council, pins, self.pace)
        if remarks is None:
            usher.come_in()
        else:
            await self.clear_table()
            await usher.take_up(remarks)
        await usher.conduct()

    @work(exclusive=True, group="sitting")
    async def hold_interlude(self, usher: Usher, wanted: str) -> None:
        """Break off what goes on for the director or for a word out of turn, then lead the sitting on."""
        await (usher.call_director() if wanted == "direct" else usher.interrupt())
        await usher.conduct()

    async def clear_table(self) -> None:
        """Throw away every screen but the title, and whatever a delegation might have left behind."""
        self.clear_notifications()
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        if self.clipboard:
            self.copy_to_clipboard("")

    async def lower_curtain(self, usher: Usher, seat: str, *, apart: bool = False) -> bool:
        """Let the curtain fall and wait until the next delegation has taken the keyboard; return whether it
        has.
        """
        from game.screens.hall.curtain import Curtain

        await self.clear_table()
        lifted: bool | None = await self.push_screen_wait(Curtain(usher, seat, apart=apart))
        return bool(lifted)

    async def open_directors_desk(self, usher: Usher) -> None:
        """Let the director sit down at the desk, and wait until it is left."""
        from game.screens.hall.directing import DirectorsDesk

        await self.clear_table()
        await self.push_screen_wait(DirectorsDesk(usher))

    async def ask_who(self, usher: Usher, seats: Sequence[str]) -> str:
        """Ask everybody which delegation wants the word out of turn."""
        from game.prose.names import short
        from game.screens.pieces.asking import Asking

        rows = [(seat, short(usher.council.scenario, seat)) for seat in seats]
        return await self.push_screen_wait(Asking("Out of turn", "Who wants to act?", rows)) or ""

    async def tell_where_it_stands(self, usher: Usher, alone: str, remarks: Sequence[str]) -> None:
        """Show where a sitting stands that is taken up again."""
        from game.screens.hall.digest import Digest, latest, news_for, standing

        own = alone in usher.heard
        lines = (news_for(usher, alone) if own else latest(usher.council)) or latest(usher.council)
        title = f"{'Since you last sat' if own else 'Taken up again'} · {standing(usher.council)}"
        seat = alone if own else ""
        await self.push_screen_wait(Digest(usher.council, seat, lines, title=title, remarks=remarks))

    async def tell_news(self, usher: Usher, lines: Sequence[str]) -> None:
        """Show everybody what has just happened in the world."""
        from game.screens.hall.digest import Digest

        await self.push_screen_wait(Digest(usher.council, "", lines, title="The wire: news just in"))

    async def open_chamber(self, usher: Usher, seat: str) -> Chamber:
        """Throw away what is up and open the chamber for a seat."""
        from game.screens.hall.chamber import Chamber

        await self.clear_table()
        chamber = Chamber(usher, seat)
        await self.push_screen(chamber)
        return chamber

    def hand_papers(self, usher: Usher, seat: str) -> Future[None] | None:
        """Lay before a delegation its papers the first time, later what happened since it last sat; return
        what is done when it has read them, None where there is nothing to read.
        """
        from game.screens.hall.briefing import Briefing
        from game.screens.hall.digest import Digest, news_for

        if seat not in usher.heard:
            return self.push_screen(Briefing(usher.council, seat), wait_for_dismiss=True)
        lines = news_for(usher, seat)
        return self.push_screen(Digest(usher.council, seat, lines), wait_for_dismiss=True) if lines else None

    async def read_wire(self, usher: Usher) -> None:
        """Show everybody the news of a new stage, and wait until it is read."""
        from game.screens.hall.wire import WireRoom

        await self.push_screen_wait(WireRoom(usher.council))

    async def call_the_roll(self, usher: Usher) -> None:
        """Take a vote, and wait until its result has been read."""
        from game.screens.hall.rollcall import RollCall

        ballot = usher.council.view("").chamber.ballot
        if ballot is not None and ballot.kind == "assembly":
            from game.screens.hall.plenary import AssemblyRoll

            sheet: RollCall = AssemblyRoll(usher)
        else:
            sheet = RollCall(usher)
        await self.push_screen(sheet)
        await sheet.take()
        await sheet.dismiss()

    async def tell_trouble(self, title: str, sentence: str) -> None:
        """Show a trouble and wait until it has been read; what failed is then tried again."""
        from game.screens.pieces.trouble import Trouble

        await self.push_screen_wait(Trouble(title, (sentence, "", "Enter tries again; Ctrl+Q leaves.")))

    async def show_ending(self, usher: Usher) -> None:
        """Show how the crisis ended."""
        from game.screens.aftermath.ending import EndingSheet

        await self.clear_table()
        await self.push_screen(EndingSheet(usher.council))

    async def action_title(self) -> None:
        """Leave the sitting (it is kept) and go back to the title, or to the author's desk it came from."""
        self.workers.cancel_group(self, "sitting")
        self.usher = None
        gc.unfreeze()
        await self.clear_table()
        if self.desk:
            self.open_workshop(self.desk, "stages")

    # -- keys that work everywhere -----------------------------------------------------------------------
    def action_book(self, *, pointed: bool = True) -> None:
        """Open the book of rules: at what was just refused, at what the cursor is on, or at the guide."""
        from game.rules.house import UNSC
        from game.screens.book.rulebook import Rulebook
        from game.screens.pieces.counting import terms_of
        from game.screens.pieces.sheet import Sized

        screen = self.screen
        if isinstance(screen, Rulebook) or not isinstance(screen, Sized):
            return
        rule, until = self._refused
        self._refused = ("", 0.0)
        at = rule if monotonic() < until else screen.pointed() if pointed else ""
        near = (at, *screen.rules()) if at else screen.rules()
        house = terms_of(self.usher.council.record).house if self.usher is not None else UNSC
        self.push_screen(Rulebook(at, f"{screen.GUIDE}\n{GUIDE}" if screen.GUIDE else GUIDE, near, house))

    def action_guide(self) -> None:
        """Explain what is on the screen; while words are written, where `?` is a letter, open the book."""
        from textual.widgets import Input, TextArea

        self.action_book(pointed=isinstance(self.focused, Input | TextArea))

    @property
    def reading(self) -> bool:
        """Whether somebody reads the book of rules; scripted play waits so long."""
        return any(type(screen).__name__ == "Rulebook" for screen in self.screen_stack)

    def say_refused(self, refusal: Refusal) -> None:
        """Tell why something was refused, by which rule, and how to read it."""
        from game.screens.pieces.legality import refused

        title, why = refused(refusal)
        self._refused = (refusal.rule, monotonic() + STANDS)
        self.clear_notifications()
        self.notify(why, title=title, severity="warning", timeout=STANDS, markup=False)

    def action_colours(self) -> None:
        """Change to the next colours, unless the terminal wants none."""
        names = [theme.name for theme in THEMES]
        if self.theme in names:
            self._wear((names.index(self.theme) + 1) % len(names))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the director's desk and a word out of turn where a sitting can be broken off for them."""
        if action == "interlude":
            return self.may_break_off(str(parameters[0]))
        return super().check_action(action, parameters)

    def may_break_off(self, wanted: str, screen: Screen[Any] | None = None) -> bool:
        """Say whether the sitting may be broken off now for the director or for a word out of turn, with this
        screen up (none: the one that is).
        """
        usher, up = self.usher, type(screen or self.screen).__name__
        if usher is None or up not in BROKEN_OFF or usher.council.finished:
            return False
        if wanted == "direct":
            return usher.directed and not usher.apart
        table = ("Chamber", "RollCall", "AssemblyRoll", "Curtain")
        return bool(usher.apart or usher.interrupters) and up in table

    def action_interlude(self, wanted: str) -> None:
        """Break the sitting off for the director or for a word out of turn, or go back from one."""
        if self.usher is not None and self.may_break_off(wanted):
            if self.usher.apart:
                self.usher.go_on()
            else:
                self.hold_interlude(self.usher, wanted)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Yield the commands of the palette; none of them names anything that only some may know."""
        yield SystemCommand("Help", "Explain what is on the screen, and its rules", self.action_guide)
        yield SystemCommand("The book of rules", "Every rule, with its source and a case", self.action_book)
        if self.theme != PLAIN.name:
            yield SystemCommand("Colours: night", "United Nations blue on night", lambda: self._wear(0))
            yield SystemCommand("Colours: paper", "For bright rooms and projectors", lambda: self._wear(1))
            yield SystemCommand("Colours: high contrast", "Seven to one at least", lambda: self._wear(2))
        if self.may_break_off("interrupt", screen):
            yield SystemCommand(
                "Out of turn",
                "A delegation acts out of turn, or back",
                lambda: self.action_interlude("interrupt"),
            )
        if self.may_break_off("direct", screen):
            yield SystemCommand(
                "Director", "The director alone looks", lambda: self.action_interlude("direct")
            )
        if self.start.toolkit is not None and type(screen).__name__ == "Title":
            yield SystemCommand("The workshop", "For those who write crises", self.open_workshop)
        if self.usher is not None:
            back = "Back to the desk" if self.desk else "Back to the title"
            yield SystemCommand(back, "The sitting is kept", self.action_title)
        yield SystemCommand("Leave", "Close Horseshoe; the sitting is kept", self.action_quit)

    def _wear(self, place: int) -> None:
        self.theme = THEMES[place].name
        self.keep_habits()
