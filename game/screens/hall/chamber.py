"""The chamber: the table with all seats, the floor menu, the running record, what is before the Council."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static

from game.prose.names import short
from game.rules.refusals import Refusal
from game.screens.hall.floor import Floor
from game.screens.hall.pending import Pending, waiting
from game.screens.hall.plenary import TallyBoard, in_the_assembly
from game.screens.hall.running import KEPT, Running
from game.screens.papers.composing import amendable, sheet_for
from game.screens.pieces.board import Board
from game.screens.pieces.counting import terms_of
from game.screens.pieces.literal import literally, titled, words
from game.screens.pieces.panels import PANELS, TITLES, drafts_panel, speakers_panel
from game.screens.pieces.seating import acting, guests, masthead, middle, sitters
from game.screens.pieces.sheet import Sheet, stands
from game.screens.pieces.table import Table
from game.screens.usher import PACES
from game.session import actions as act
from game.session.events import Event
from game.session.views import View

if TYPE_CHECKING:
    from game.screens.usher import Usher

SPOKEN: dict[type[act.Action], str] = {
    act.WalkOut: "Do you say why you leave? You may leave it empty.",
    act.Mark: "What should the debrief remember of this moment?",
}
"""Acts that may carry a person's own words, and what is asked for them."""


class Chamber(Sheet[None]):
    """The Council in its chamber, as one seat (or the public gallery) sees it."""

    CSS_PATH = "chamber.tcss"
    GUIDE = (
        "The horseshoe table, from the President at its head round in the English alphabetical order. ◆ "
        "presides, ▶ has the floor, (brackets) stays away, * permanent member, § sponsor of the draft before "
        "the Council, y? n? a? has announced its vote. In a vote each place shows Y, N, A (abstains), · "
        "(takes no part), – (absent).\n"
        "When it is your turn, the floor menu lists every act that is in order, with what it does and its "
        "rule: choose with the arrows and Enter, or by number; Escape goes back. Tab moves between the menu, "
        "the record and the table; at the table the arrows choose a seat and Enter tells about it.\n"
        "K counts heads on the texts before the Council, as far as your delegation can know; the same count "
        "stands beside the act that puts a text to the vote.\n"
        "While scripted delegations act: Space hurries to your next turn, P pauses, + and - change the pace. "
        "While play is paused you may still do what is in order at any time, such as raise a point of order."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "papers", "Papers"),
        Binding("c", "corridor", "Notes"),
        Binding("d", "drafts", "Drafts"),
        Binding("k", "canvass", "Canvass"),
        Binding("v", "panel", "Panel", show=False),
        Binding("space", "skip", "Skip"),
        Binding("p", "pause", "Pause"),
        Binding("plus,equals_sign", "pace(1)", "Faster", show=False),
        Binding("minus", "pace(-1)", "Slower", show=False),
        Binding("u", "undo", "Undo"),
        *(Binding(str(n), f"pick({n})", show=False) for n in range(10)),
    ]
    AUTO_FOCUS = "#acts"

    def __init__(self, usher: Usher, seat: str) -> None:
        """Open the chamber for a seat; an empty seat is the public gallery."""
        super().__init__()
        self.usher = usher
        self.seat = seat
        self.council = usher.council
        self.awaited = ""
        """Whose act the floor menu offers."""
        self._read = max(0, len(self.council.record) - KEPT)
        self._due = False
        self._panel = 0
        self._news: list[Event] = []
        self._house = terms_of(self.council.record).house

    @property
    def secret(self) -> bool:
        """Whether what is shown is one delegation's own."""
        return bool(self.seat)

    def compose(self) -> ComposeResult:
        """Yield masthead, table, panels, menu and record."""
        scenario = self.council.scenario
        yield Static(id="masthead", markup=False)
        yield Pending(id="motions")
        with Horizontal(id="hall"):
            yield Table(id="table")
            yield TallyBoard(id="assembly")
            with VerticalScroll(id="side", can_focus=False):
                yield Static(id="speakers", classes="panel", markup=False)
                yield Static(id="drafts", classes="panel", markup=False)
                yield Board(id="tracks")
                yield Board(id="security", terms=True, tracks=False)
        with Horizontal(id="well"):
            yield Floor(scenario, id="floor")
            with Vertical(id="minutes"):
                yield Running(scenario, id="record")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Put titles on the panels and show the table as it is."""
        super().on_mount()
        for name in PANELS:
            panel = self.query_one(f"#{name}")
            panel.border_title = TITLES[name]
            panel.add_class("panel")
        self.query_one("#floor").border_title = "The floor"
        self.query_one("#minutes").border_title = "Record"
        self._show_panel()
        self._catch_up()

    # -- what the usher says -----------------------------------------------------------------------------
    def hear(self, occurred: Sequence[Event]) -> None:
        """Take note that something happened; the screen follows when the loop has a moment."""
        if occurred:
            self.refresh_table()

    def refresh_table(self) -> None:
        """Show the table as it is, once the loop has a moment."""
        if not self._due:
            self._due = True
            self.call_later(self._catch_up)

    def start_over(self) -> None:
        """Show the table and the record anew, as after an undo."""
        since = max(0, len(self.council.record) - KEPT)
        self._read = len(self.council.record)
        if stands(self):
            self.query_one(Running).start_over(self.council.record_for(self.seat, since))
        self.refresh_table()

    def call_upon(self, seat: str) -> None:
        """Offer a seat's lawful acts; an empty seat has none."""
        self.awaited = seat
        self.refresh_table()
        if stands(self):
            self._offer()
        else:
            self.call_after_refresh(self._offer)

    def look_on(self) -> None:
        """Offer nothing while scripted delegations act."""
        self.awaited = ""
        if stands(self):
            self._offer()

    # -- showing -----------------------------------------------------------------------------------------
    def _offer(self) -> None:
        if not stands(self):
            return
        self.refresh_bindings()
        floor = self.query_one(Floor)
        floor.border_title = "The floor"
        if not self.awaited:
            floor.close()
            floor.border_title = "The floor: others are acting"
            floor.tell(self._going_on(self.council.view(self.seat)))
            return
        view = self.council.view(self.awaited)
        who = short(self.council.scenario, self.awaited)
        floor.border_title = titled(f"{who}: what do you do?")
        floor.offer(self.council.docket(self.awaited), view, self._counted)
        acts = self.query_one("#acts", OptionList)
        if self.app.screen is self:
            acts.focus()

    def _counted(self, action: act.Action) -> Content | None:
        """Return the count as its own delegation can know it, for an act that brings a text to the vote."""
        from game.screens.lobbying.canvass import count_for

        return count_for(self.council, self.awaited, action) if self.awaited else None

    def _going_on(self, view: View) -> Content:
        """Say whose act is awaited, how fast play goes on, and by which keys."""
        seat = acting(view, self.council.scenario)
        who = literally(short(self.council.scenario, seat)) if seat else "The world"
        mine = "your next turn" if self.usher.people else "the next vote or page"
        pace = " ".join(f"[{name}]" if i == self.usher.pace else name for i, (name, _) in enumerate(PACES))
        return Content.assemble(
            ("▶ ", "bold $accent"),
            (who, "bold"),
            " considers …" if seat else " moves on …",
            (f"\n+ −  pace: {pace}\nP  pause\nSpace  skip to {mine}", "$quiet"),
        )

    def _catch_up(self) -> None:
        self._due = False
        if not stands(self):
            return
        view = self.council.view(self.seat)
        scenario = self.council.scenario
        self.query_one(Running).hear(self.council.record_for(self.seat, self._read))
        self._read = len(self.council.record)
        self._show_hall(view)
        self.query_one("#masthead", Static).update(
            words(masthead(view, scenario, self.seat, self.size.width))
        )
        self.query_one("#speakers", Static).update(speakers_panel(view, scenario))
        self.query_one("#drafts", Static).update(drafts_panel(view, scenario))
        self.query_one(Pending).list_all(waiting(view, scenario, self._house))
        for board in self.query(Board):
            board.show(view)
        if not self.awaited:
            self.query_one(Floor).tell(self._going_on(view))

    def _show_hall(self, view: View) -> None:
        """Show the Council's table, or the Assembly's board while the Assembly meets."""
        scenario, table, board = self.council.scenario, self.query_one(Table), self.query_one(TallyBoard)
        board.display = in_the_assembly(view.chamber)
        table.display = not board.display
        if board.display:
            board.show(view, scenario)
        else:
            table.show(sitters(view, scenario), middle(view, scenario), guests(view, scenario))

    def on_resize(self) -> None:
        """Fit the masthead to the width."""
        self.refresh_table()

    def _show_panel(self) -> None:
        for i, name in enumerate(PANELS):
            panel, up = self.query_one(f"#{name}"), i == self._panel
            panel.set_class(up, "-shown")
            panel.border_subtitle = "V: next" if up else ""

    def rules(self) -> tuple[str, ...]:
        """Return the rules of the acts on offer, and that of what waits to be decided."""
        waits = ("CB9",) if self.query_one(Pending).rows else ()
        return tuple(dict.fromkeys((*self.query_one(Floor).rules, *waits)))

    def pointed(self) -> str:
        """Return the rule of the act under the cursor."""
        return self.query_one(Floor).pointed

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show the keys of scripted play while it goes on, and undo only when somebody has the word."""
        acting = not self.awaited
        if action in {"skip", "pause"}:
            return (acting or self.usher.paused) and super().check_action(action, parameters)
        if action == "undo":
            return not acting and super().check_action(action, parameters)
        return super().check_action(action, parameters)

    # -- what a person does ------------------------------------------------------------------------------
    def on_floor_asked(self, event: Floor.Asked) -> None:
        """Do what was chosen, asking for words first where the act may carry them."""
        question = SPOKEN.get(type(event.action))
        if question is None:
            self.do(event.action)
            return
        from game.screens.pieces.speech import Speech

        action = event.action

        def spoken(text: str | None) -> None:
            if text is not None:
                self.do(replace(action, words=text))

        self.app.push_screen(Speech(question), spoken)

    def on_floor_composing(self, event: Floor.Composing) -> None:
        """Lay down the sheet on which the act is composed; an amendment needs to know of which draft."""
        if event.kind is not act.MoveAmendment:
            self.compose_act(event.kind)
            return
        drafts = amendable(self.usher, self.awaited)
        if len(drafts) == 1:
            self.compose_act(event.kind, drafts[0][0])
            return
        from game.screens.pieces.asking import Asking

        def answered(symbol: str | None) -> None:
            if symbol:
                self.compose_act(act.MoveAmendment, symbol)

        self.app.push_screen(Asking("An amendment", "Which draft do you wish to amend?", drafts), answered)

    def compose_act(self, kind: type[act.Action], draft: str = "") -> None:
        """Lay down the sheet for a kind of act and hand in what comes back."""

        def handed_in(action: act.Action | None) -> None:
            if action is not None:
                self.do(action)

        self.app.push_screen(sheet_for(kind, self.usher, self.awaited, draft), handed_in)

    def do(self, action: act.Action) -> None:
        """Hand in an act; a refusal is shown with its rule."""
        refusal = self.usher.submit(action)
        if refusal is not None:
            self.say_refused(refusal)

    def say_refused(self, refusal: Refusal) -> None:
        """Tell why an act was refused, and by which rule."""
        self.usher.app.say_refused(refusal)

    def on_table_chosen(self, event: Table.Chosen) -> None:
        """Tell what is known of a seat."""
        from game.screens.hall.seatcard import SeatCard

        self.app.push_screen(SeatCard(self.council.view(self.seat), self.council.scenario, event.seat))

    def action_papers(self) -> None:
        """Open the briefing."""
        from game.screens.hall.briefing import Briefing

        self.app.push_screen(Briefing(self.council, self.seat))

    def action_pick(self, number: int) -> None:
        """Choose an act by its number, wherever in the chamber the cursor is."""
        self.query_one(Floor).action_pick(number)

    def action_corridor(self) -> None:
        """Open notes and deals."""
        from game.screens.lobbying.corridor import Corridor

        if self.seat:
            self.app.push_screen(Corridor(self))
        else:
            self.notify("Notes and deals are a delegation's own papers.", markup=False)

    def action_canvass(self) -> None:
        """Count heads on the texts before the Council, as far as one can know."""
        from game.screens.lobbying.canvass import Canvass, texts_of

        texts = texts_of(self.council.view(self.seat), self.council.scenario) if self.seat else ()
        if texts:
            self.app.push_screen(Canvass(self.council, self.seat, texts, self))
        else:
            why = "No text is before the Council." if self.seat else "A canvass is a delegation's own paper."
            self.notify(why, markup=False)

    def action_drafts(self) -> None:
        """Open the drafts as printed documents."""
        from game.screens.papers.documents import Documents

        known = self.council.record_for(self.seat)
        self.app.push_screen(Documents(self.council.view(self.seat), self.council.scenario, known))

    def action_panel(self) -> None:
        """Show the next panel beside the table."""
        self._panel = (self._panel + 1) % len(PANELS)
        self._show_panel()
        self.query_one("#side").scroll_to_widget(
            self.query_one(f"#{PANELS[self._panel]}"), top=True, animate=False
        )

    def action_skip(self) -> None:
        """Hurry to the next moment at which a person is wanted."""
        self.usher.skip()

    def action_pause(self) -> None:
        """Hold scripted play, or let it go on."""
        held = self.usher.pause()
        self.query_one("#minutes").border_subtitle = "paused" if held else ""
        if not held and self.seat != self.council.awaits:
            self.look_on()

    def action_pace(self, by: int) -> None:
        """Make scripted play faster or slower."""
        self.query_one("#minutes").border_subtitle = self.usher.quicken(by)
        self.refresh_table()

    def action_undo(self) -> None:
        """Take back the last act, where that is allowed."""
        outcome = self.usher.undo()
        if isinstance(outcome, Refusal):
            self.say_refused(outcome)
        else:
            self.notify(literally(outcome) or "The last act is taken back.", markup=False)
