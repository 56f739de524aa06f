"""The floor menu: what a delegation may do now, from the docket, each act with a sentence and its rule.

First the kinds of acts, then, where a kind has several, the acts themselves. The menu judges nothing and asks
nothing further: whoever owns it hears which act, or which kind that must still be composed, was chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static

from game.prose import acts as labels
from game.rules.book import RULES
from game.screens.council import Docket
from game.screens.papers.composing import composed
from game.screens.pieces.hanging import HangingList, Row
from game.screens.pieces.literal import literally, words
from game.session import actions as act
from game.session.actions import Action
from game.session.scenario import Scenario
from game.session.views import View

KINDS: dict[type[Action], str] = {
    act.CallToOrder: "Call the meeting to order",
    act.Rule: "Rule on the point of order",
    act.PutPreliminary: "Leave the question to the Council",
    act.AcceptRuling: "Let the ruling stand",
    act.Challenge: "Challenge the ruling",
    act.PutToVote: "Put a draft to the vote",
    act.ContinueDebate: "Call another round of speakers",
    act.CloseMeeting: "Let the meeting rise",
    act.AskConsent: "Ask for adoption without a vote",
    act.CastBallot: "Vote",
    act.Speak: "Make a statement",
    act.TableDraft: "Table a draft",
    act.Sponsor: "Sponsor a draft",
    act.MoveAmendment: "Move an amendment",
    act.AcceptAmendment: "Accept an amendment",
    act.AcceptDeal: "Accept a deal",
    act.RefuseDeal: "Refuse a deal",
    act.DeclareStance: "Announce how you would vote",
    act.SendNote: "Send a private note",
    act.OfferDeal: "Offer a deal",
    act.Pledge: "Pledge help",
    act.AskCapital: "Ask your capital to relent",
    act.MoveMotion: "Move a motion",
    act.RequestSession: "Ask for the Assembly",
    act.ProposeInvitation: "Propose an invitation",
    act.ObjectToSeparateVote: "Object to a separate vote",
    act.RequestSeparateVote: "Ask for a separate vote",
    act.AskVote: "Ask for a vote on a guest's draft",
    act.ExplainVote: "Explain your vote",
    act.RequestMeeting: "Ask for a meeting",
    act.AnswerRoll: "Answer the roll",
    act.Second: "Second the motion",
    act.SpeakTo: "Say a few words",
    act.AmendAmendment: "Amend the amendment",
    act.StandAside: "Abstain after all",
    act.HoldFast: "Hold to your no",
    act.SignPaper: "Sign a paper",
    act.Inquire: "Ask about the rules",
    act.SendCrisisNote: "Send a crisis note to the director",
    act.JoinCrisisNote: "Join a private directive",
    act.AnswerCrisisNote: "Answer a crisis note (director)",
    act.SignSpeakersList: "Sign the speakers' list",
    act.GiveNotice: "Object to the agenda",
    act.RaisePoint: "Raise a point of order",
    act.WithdrawAmendment: "Withdraw an amendment",
    act.WithdrawDraft: "Withdraw a draft",
    act.WithdrawMotion: "Withdraw a motion",
    act.Unsponsor: "Leave a draft's sponsors",
    act.CedeChair: "Leave the chair for this question",
    act.Return: "Return to the table",
    act.WalkOut: "Walk out",
    act.Inject: "Let something happen (director)",
    act.HandOver: "Hand a seat over (director)",
    act.Mark: "Mark this moment (director)",
    act.Yield: "Yield the floor, or pass",
}
"""What each kind of act is called in the menu, in the menu's order: what is likely first, what is rare late,
and to pass last of all.
"""


FREE = (act.SendNote, act.OfferDeal)
"""Acts of which the docket lists no samples: if the kind is lawful, some act of it is."""

ROOMY = 30
"""Rows of a window from which a rule's text is printed under the menu; `?` opens its page at any size."""


class Floor(Vertical):
    """The menu and, under it, what the act under the cursor does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,left", "back", "Back", key_display="Esc"),
        Binding("0", "pick(0)", "Pass"),
        *(Binding(str(n), f"pick({n})", show=False) for n in range(1, 10)),
    ]

    class Asked(Message):
        """A person chose an act."""

        def __init__(self, action: Action) -> None:
            """Carry the act as the docket has it."""
            super().__init__()
            self.action = action

    class Composing(Message):
        """A person chose a kind of act that must be composed first."""

        def __init__(self, kind: type[Action]) -> None:
            """Name the kind."""
            super().__init__()
            self.kind = kind

    def __init__(self, scenario: Scenario, *, id: str | None = None) -> None:
        """Begin with nothing to choose."""
        super().__init__(id=id)
        self._scenario = scenario
        self._docket: Docket | None = None
        self._view: View | None = None
        self._rows: list[Action | type[Action]] = []
        self._kind: type[Action] | None = None
        self._count: Callable[[Action], Content | None] = lambda action: None

    def compose(self) -> ComposeResult:
        """Yield the list and the explanation."""
        yield HangingList(id="acts")
        yield Static(id="meaning", markup=False)

    def offer(
        self, docket: Docket, view: View, count: Callable[[Action], Content | None] = lambda action: None
    ) -> None:
        """Offer what is lawful now; `count` tells how a vote stands beside the act that brings it about."""
        self._docket, self._view, self._kind, self._count = docket, view, None, count
        self._fill(self._kinds(docket))

    def close(self, why: str = "") -> None:
        """Offer nothing; say why in one line."""
        self._docket = self._view = None
        self._rows = []
        self.refresh_bindings()
        self.query_one("#acts", HangingList).hang(())
        self.query_one("#meaning", Static).update(words(why))

    def tell(self, what: Content) -> None:
        """Say what goes on while nothing is offered."""
        if self._docket is None:
            self.query_one("#meaning", Static).update(what)

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that the acts on offer rest on, without repetition."""
        ids = (self._rule(row) for row in self._rows)
        return tuple(dict.fromkeys(rule for rule in ids if rule))

    @property
    def pointed(self) -> str:
        """The rule of the act under the cursor, empty where there is none."""
        at = self.query_one("#acts", OptionList).highlighted
        return self._rule(self._rows[at]) if at is not None and at < len(self._rows) else ""

    def _kinds(self, docket: Docket) -> list[Action | type[Action]]:
        rows: list[Action | type[Action]] = []
        for kind in KINDS:
            if kind in docket.kinds:
                lawful = docket.of(kind)
                own = kind is act.TableDraft or (composed(kind, self._view) and (lawful or kind in FREE))
                rows += [kind] if own or len(lawful) > 1 else lawful
                if kind is act.Yield and len(lawful) > 1:
                    rows += lawful[:1]
        if len(rows) == 1 and isinstance(only := rows[0], type) and self._plain(only):
            return [*docket.of(only)]
        return rows

    def _plain(self, kind: type[Action]) -> bool:
        """Say whether acts of a kind are chosen from a list, not written on a sheet."""
        return kind is not act.TableDraft and not composed(kind, self._view)

    def _fill(self, rows: Sequence[Action | type[Action]]) -> None:
        self._rows = list(rows)
        menu = self.query_one("#acts", HangingList)
        menu.hang([self._row(i, row) for i, row in enumerate(self._rows)], 0 if self._rows else None)
        self._explain(0)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show the key that passes where one may pass, for its row may be out of sight, and the one that
        leads back from the acts of one kind.
        """
        if action == "back":
            return self._kind is not None
        return action != "pick" or parameters != (0,) or any(isinstance(row, act.Yield) for row in self._rows)

    def _row(self, place: int, row: Action | type[Action]) -> Row:
        passes = isinstance(row, act.Yield)
        number = "0 " if passes else f"{place + 1} " if place < 9 else "  "
        return Row(Content.styled(number, "bold"), Content(literally(self.title(row))))

    def title(self, row: Action | type[Action]) -> str:
        """Return the label of an act or of a kind of acts."""
        if isinstance(row, type):
            if row is act.Yield:
                return "Yield your time to somebody …"
            return "Write a draft of your own …" if row is self._kind else f"{KINDS[row]} …"
        return labels.title(row, self._scenario, self._view) if self._view else ""

    def _rule(self, row: Action | type[Action]) -> str:
        if isinstance(row, type):
            some = self._docket.of(row)[:1] if self._docket else ()
            usual = labels.LABELS[row].rule
            return labels.rule(some[0], self._view) if some else usual if isinstance(usual, str) else ""
        return labels.rule(row, self._view)

    def _explain(self, place: int) -> None:
        note = self.query_one("#meaning", Static)
        if not 0 <= place < len(self._rows) or self._view is None:
            note.update("")
            return
        row = self._rows[place]
        rule = RULES.get(self._rule(row))
        law = (f"{rule.id} · {rule.title}. ", "bold $primary") if rule else ("", "")
        text = rule.brief if rule and self.app.size.height >= ROOMY else ""
        if isinstance(row, type):
            count = len(self._docket.of(row)) if self._docket and not composed(row, self._view) else 0
            said = (
                f"{count} to choose from. " if count and row is not self._kind else "You write it yourself. "
            )
        else:
            said = labels.sentence(row, self._scenario, self._view) + " "
        told = Content.assemble(literally(said), law, (text, "$quiet"))
        voted = None if isinstance(row, type) else self._count(row)
        note.update(told if voted is None else Content("\n").join([voted, told]))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Explain the act under the cursor."""
        event.stop()
        self._explain(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for the act, or open its kind."""
        event.stop()
        self._take(event.option_index)

    def _take(self, place: int) -> None:
        if self._docket is None or not 0 <= place < len(self._rows):
            return
        row = self._rows[place]
        if not isinstance(row, type):
            self.post_message(self.Asked(row))
        elif composed(row, self._view) or row is self._kind or not self._docket.of(row):
            self.post_message(self.Composing(row))
        else:
            self._kind = row
            own: list[Action | type[Action]] = [row] if row is act.TableDraft else []
            self._fill([*self._docket.of(row), *own])

    def action_pick(self, number: int) -> None:
        """Choose by the number shown; 0 is to pass, and nothing where nobody may pass."""
        passing = (i for i, row in enumerate(self._rows) if isinstance(row, act.Yield))
        self._take(number - 1 if number else next(passing, -1))

    def action_back(self) -> None:
        """Go back from the acts of one kind to the kinds."""
        if self._kind is not None and self._docket is not None:
            kind, self._kind = self._kind, None
            self._fill(self._kinds(self._docket))
            if kind in self._rows:
                self.query_one("#acts", OptionList).highlighted = self._rows.index(kind)
