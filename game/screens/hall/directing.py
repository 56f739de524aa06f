"""The director's desk: let something happen, hand a seat over, mark a moment, take the last act back.

It lies behind a curtain of its own, for it tells what is in store. It is taken away before anybody else sits
down, and every delegation then comes back by its own curtain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static

from game.prose import acts
from game.prose.minutes import line
from game.prose.names import short
from game.rules.refusals import Refusal
from game.screens.pieces.asking import Asking
from game.screens.pieces.fields import Choices
from game.screens.pieces.literal import literally
from game.screens.pieces.locks import DIRECTOR
from game.screens.pieces.sheet import Sheet
from game.screens.pieces.speech import Speech
from game.session.actions import Action, AnswerCrisisNote, HandOver, Inject, Mark

if TYPE_CHECKING:
    from game.screens.usher import Usher

ERRANDS = (
    ("back", "Back to the table"),
    ("inject", "Let something happen …"),
    ("orders", "Answer a crisis note …"),
    ("hand", "Hand a seat over …"),
    ("mark", "Mark this moment for the debrief …"),
    ("undo", "Take the last act back …"),
)
LATEST = 12
"""Entries of the whole record that lie on the desk."""


class DirectorsDesk(Sheet[None]):
    """What the director alone may do and see."""

    CSS_PATH = "directing.tcss"
    GUIDE: ClassVar[str] = (
        "The director lets a happening of the crisis occur at once, hands a seat to another person (its PIN "
        "is then no longer asked for) or to a scripted delegate, marks a moment for the debrief, and takes "
        "back the last act of anybody. Each is kept in the record. Escape goes back to the table; the "
        "delegation in turn comes back by its curtain."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back to the table")]
    AUTO_FOCUS = "#errands"

    def __init__(self, usher: Usher) -> None:
        """Sit down at the desk."""
        super().__init__()
        self._usher = usher
        self._council = usher.council

    def compose(self) -> ComposeResult:
        """Yield the errands, what was done, and the latest of the whole record."""
        yield Static(Content(" The director · nobody else looks"), id="heading", markup=False)
        with Horizontal(id="desk"):
            yield Choices("What do you do?", ERRANDS, id="errands")
            with VerticalScroll(id="whole") as whole:
                whole.border_title = "The whole record"
                yield Static(id="latest", markup=False)
        yield Static(id="done", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Lay out the record."""
        super().on_mount()
        self._tell("")

    def _tell(self, done: str) -> None:
        """Say what was done, and show the record as it is now."""
        said = [line(event, self._council.scenario) for event in self._council.record[-LATEST * 6 :]]
        rows = [f"· {literally(text)}" for text in said if text][-LATEST:]
        self.query_one("#latest", Static).update(Content("\n".join(rows)))
        self.query_one("#done", Static).update(Content(literally(done)))
        self.query_one("#whole", VerticalScroll).scroll_end(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Run an errand."""
        event.stop()
        errand = ERRANDS[event.option_index][0]
        {
            "back": self.action_leave, "inject": self._inject, "hand": self._hand, "mark": self._mark,
            "undo": self._undo, "orders": self._orders,
        }[errand]()  # fmt: skip

    # -- errands -----------------------------------------------------------------------------------------
    def _do(self, *actions: Action) -> None:
        for action in actions:
            refusal = self._usher.direct(action)
            if refusal is not None:
                self._refuse(refusal)
                return
        self._tell("Done. It is kept in the record.")

    def _refuse(self, refusal: Refusal) -> None:
        self._tell(f"Not done: {refusal.reason}")
        self._usher.app.say_refused(refusal)

    def _inject(self) -> None:
        """Choose a happening; it is public, or known to those it names, as the crisis has it."""
        names = self._council.scenario.names
        offers = [a for a in self._council.docket(DIRECTOR).of(Inject) if isinstance(a, Inject)]
        rows: list[tuple[str, str]] = []
        for offer in offers:
            known = self._council.scenario.happening[offer.happening]
            secret = ", ".join(names.get(seat, seat) for seat in known.secret_to)
            rows.append((offer.happening, f"{known.title}{f' (only {secret} will know)' if secret else ''}"))
        if not rows:
            self._tell("Nothing more of this crisis can happen now.")
            return

        def chosen(happening: str | None) -> None:
            if happening:
                self._do(Inject(DIRECTOR, happening))

        self.app.push_screen(Asking("Let something happen", "What happens now?", rows), chosen)

    def _orders(self) -> None:
        """Choose a crisis note that waits, whether it is granted, and what is answered (MU5)."""
        docket = self._council.docket(DIRECTOR)
        offers = [x for x in docket.of(AnswerCrisisNote) if isinstance(x, AnswerCrisisNote)]
        scenario, state = self._council.scenario, self._council.view("")
        rows = [(str(i), acts.title(x, scenario, state)) for i, x in enumerate(offers)]
        if not rows:
            self._tell("No crisis note waits for an answer.")
            return

        def chosen(at: str | None) -> None:
            if at is not None:
                self._answer(offers[int(at)])

        self.app.push_screen(Asking("Crisis notes", "The record beside tells what they say.", rows), chosen)

    def _answer(self, offer: AnswerCrisisNote) -> None:
        def given(text: str | None) -> None:
            if text is not None:
                self._do(replace(offer, words=text or offer.words))

        said = "granted" if offer.granted else "refused"
        self.app.push_screen(Speech(f"Note {offer.number} is {said}. What do you answer?", "Answer"), given)

    def _hand(self) -> None:
        """Choose a seat, then who is to hold it."""
        scenario = self._council.scenario
        chamber = self._council.view("").chamber
        rows = [
            (seat, f"{short(scenario, seat)} (now: {chamber.holders.get(seat, '')})")
            for seat in chamber.members
        ]

        def chosen(seat: str | None) -> None:
            if seat:
                self._hand_to(seat, chamber.holders.get(seat, "") == "person")

        self.app.push_screen(Asking("Hand a seat over", "Which seat?", rows), chosen)

    def _hand_to(self, seat: str, held: bool) -> None:
        own = self._council.scenario.sealed.briefs[seat].temperament
        rows = [
            ("person", "to another person; no PIN is asked for any more" if held else "to a person"),
            (own, f"to a scripted delegate ({own})"),
        ]

        def chosen(holder: str | None) -> None:
            if holder == "person" and held:
                self._do(HandOver(DIRECTOR, seat, own), HandOver(DIRECTOR, seat, holder))
            elif holder:
                self._do(HandOver(DIRECTOR, seat, holder))

        self.app.push_screen(Asking(short(self._council.scenario, seat), "To whom?", rows), chosen)

    def _mark(self) -> None:
        def given(text: str | None) -> None:
            if text:
                self._do(Mark(DIRECTOR, text))

        self.app.push_screen(Speech("What should the debrief remember of this moment?", "Mark"), given)

    def _undo(self) -> None:
        """Ask once more, then take the last act back."""

        def chosen(answer: str | None) -> None:
            if answer == "yes":
                outcome = self._usher.undo(by_director=True)
                if isinstance(outcome, Refusal):
                    self._refuse(outcome)
                else:
                    self._tell(outcome)

        answers = [("no", "No, let it stand"), ("yes", "Yes, take the last act back")]
        self.app.push_screen(Asking("Undo", "The last entry of the record is withdrawn.", answers), chosen)

    def action_leave(self) -> None:
        """Leave the desk."""
        self.dismiss(None)
