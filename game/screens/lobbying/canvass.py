"""The canvass: where each member stands on a text, what was said in public, what was told to you alone.

A delegation's own paper: it holds its notes and deals, so it is thrown away with its screen. What it guesses
is told apart from what is on record, and is left out where the sitting gives no estimates.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static

from game.prose.document import printed
from game.prose.names import official, short
from game.prose.paper import Line
from game.rules.bodies import BODIES
from game.screens.council import Council
from game.screens.lobbying import correspondence as post
from game.screens.lobbying.canvassing import (
    LIKELY,
    OPEN,
    OWN,
    SURE,
    Count,
    Head,
    Teller,
    advised,
    degree,
    grounds,
    in_line,
    in_question,
    needed,
    outlook,
    told,
)
from game.screens.pieces.canvas import shortened
from game.screens.pieces.hanging import HangingList, Row
from game.screens.pieces.literal import literally
from game.screens.pieces.page import Page
from game.screens.pieces.panels import draft_title
from game.screens.pieces.sheet import Sheet
from game.session import actions as act
from game.session.scenario import Clause, Scenario
from game.session.state import Draft
from game.session.views import View

if TYPE_CHECKING:
    from game.screens.application import Horseshoe
    from game.screens.hall.chamber import Chamber

MARKS = {SURE: "●", LIKELY: "◐", OPEN: "○", OWN: "◇"}
"""How a vote is known, by a sign of its own."""
VOTES = {"yes": "yes", "no": "no", "abstain": "abstains", "": "open"}
COLOURS = {"yes": "$success", "no": "$error", "abstain": "$accent", "": "$quiet"}
NAME, WIDE_NAME, VOTE = 17, 26, 9
"""Cells for a name, for one where there is room, and for a vote."""
ROOMY = 80
"""Cells of a row in which there is room."""


class Text(NamedTuple):
    """A text that members are canvassed on; without a symbol it is not before the Council yet."""

    symbol: str
    title: str
    clauses: tuple[Clause, ...]
    lines: Sequence[Line]
    form: str = "resolution"


def texts_of(view: View, scenario: Scenario) -> tuple[Text, ...]:
    """Return the texts before the Council, the next to be voted on first."""
    return tuple(
        Text(d.symbol, draft_title(d, scenario), d.clauses, printed(scenario, d, view.chamber.date), d.form)
        for d in in_question(view)
    )


def count_for(council: Council, seat: str, action: act.Action) -> Content | None:
    """Return the count on the text that an act would bring to the vote, as the seat can know it; None for
    other acts and for a seat without instructions."""
    view = council.view(seat)
    draft = _to_be_voted(view, action)
    if draft is None or view.brief is None:
        return None
    guessing = advised(council)
    count = Teller(council, seat).count(draft.clauses, guessing=guessing, form=draft.form)
    said, colour = outlook(count)
    return Content.assemble(
        (literally(f"{draft.symbol}: "), "bold $primary"),
        literally(in_line(count, council.scenario)),
        (literally(f" — {needed(count)}: "), "$quiet"),
        (literally(said), f"bold {colour}"),
    )


def _to_be_voted(view: View, action: act.Action) -> Draft | None:
    """Return the text that an act would bring to the vote, now or next."""
    if isinstance(action, act.PutToVote | act.AskConsent | act.AskVote):
        return view.chamber.drafts.get(action.draft)
    if isinstance(action, act.MoveMotion):
        motion = view.house.motion.get(action.motion)
        if motion is not None and motion.does in ("vote_now", "close_debate", "priority"):
            return view.chamber.drafts.get(action.draft) or next(iter(in_question(view)), None)
    return None


class Canvass(Sheet[None]):
    """Heads counted by one delegation before a vote."""

    CSS_PATH = "canvass.tcss"
    GUIDE: ClassVar[str] = (
        "Who stands where on a text, as your delegation can know it. ● on record: a sponsor, an announced "
        "vote, a promise to you, a vote on the same text; ◐ an estimate made from what everybody has said "
        "and done; ○ nothing known; ◇ your own vote. Under the list stand what the member under the cursor "
        "has said in public, what it has told you alone, and the estimate with its reason. An estimate may "
        "be wrong, and nobody is bound by it: E puts estimates away.\n"
        "The arrows left and right go to another text, T prints it. While notes may be passed, N writes to "
        "the member, O offers it a deal, and W asks what it would take to have its vote."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "estimates", "Estimates"),
        Binding("left", "turn(-1)", "Text before", show=False),
        Binding("right", "turn(1)", "Next", key_display="→"),
        Binding("t", "print", "Text"),
        Binding("w", "ask", "What it takes"),
        Binding("n", "note", "Note"),
        Binding("o", "deal", "Deal"),
        Binding("escape,k", "leave", "Back", key_display="Esc"),
    ]
    AUTO_FOCUS = "#heads"

    def __init__(
        self, council: Council, seat: str, texts: Sequence[Text], chamber: Chamber | None = None, at: int = 0
    ) -> None:
        """Lay the texts out; with a chamber one may write to the members from here."""
        super().__init__()
        self._council, self._seat, self._texts, self._chamber = council, seat, tuple(texts), chamber
        self._scenario = council.scenario
        self._teller = Teller(council, seat)
        self._at = at
        self._count: Count | None = None
        self._may = advised(council)

    def compose(self) -> ComposeResult:
        """Yield the heads, what is known of one, the text, and the count."""
        yield Static(id="heading", markup=False)
        with Horizontal(id="paper"):
            with Vertical(id="known"):
                yield HangingList(id="heads")
                with VerticalScroll(id="about", can_focus=False):
                    yield Static(id="card", markup=False)
            with VerticalScroll(id="leaf"):
                yield Page(id="page")
        yield Static(id="count", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the first text."""
        super().on_mount()
        self.query_one("#leaf").border_title = "The text"
        self.call_after_refresh(self._show)

    @property
    def guessing(self) -> bool:
        """Whether estimates are shown."""
        return self._may and cast("Horseshoe", self.app).estimates

    @property
    def text(self) -> Text:
        """The text in question."""
        return self._texts[self._at]

    # -- showing -----------------------------------------------------------------------------------------
    def _show(self) -> None:
        if not self.is_attached:
            return
        text, heads = self.text, self.query_one(HangingList)
        self._count = self._teller.count(text.clauses, guessing=self.guessing, form=text.form)
        at = heads.highlighted or 0
        heads.hang([self._row(h) for h in self._count.heads], at if self._count.heads else None)
        self.query_one(Page).lay_out(text.lines)
        self.query_one("#leaf").scroll_home(animate=False)
        self._head()
        self._tally(self._count)
        self._tell(at)
        self.refresh_bindings()

    def _head(self) -> None:
        symbol, title = self.text.symbol, self.text.title
        named = (title if symbol in title else f"{symbol} {title}").strip() or "the text being written"
        more = f" ({self._at + 1} of {len(self._texts)})" if len(self._texts) > 1 else ""
        who = short(self._scenario, self._seat)
        left = shortened(literally(f"Canvass{more} · {named}"), max(10, self.app.size.width - len(who) - 4))
        gap = " " * max(1, self.app.size.width - len(left) - len(who) - 2)
        self.query_one("#heading", Static).update(Content(f" {left}{gap}{literally(who)} "))
        estimates = "with estimates" if self.guessing else "on record"
        self.query_one("#heads").border_title = f"Where they stand, {estimates}"

    def _tally(self, count: Count) -> None:
        said, colour = outlook(count)
        away = f" · away: {', '.join(short(self._scenario, s) for s in count.away)}" if count.away else ""
        self.query_one("#count", Static).update(
            Content.assemble(
                ("As you can know: ", "bold $primary"),
                literally(in_line(count, self._scenario) + away),
                "\n",
                literally(f"{needed(count)}: "),
                (literally(said), f"bold {colour}"),
            )
        )

    def _row(self, head: Head) -> Row:
        permanent = "*" if head.seat in BODIES[self._scenario.open.body].permanent else ""
        wide = self.query_one("#heads").size.width
        cells = WIDE_NAME if wide >= ROOMY else NAME
        name = shortened(literally(short(self._scenario, head.seat)), cells - 1) + permanent
        veto = self._count is not None and self._count.vetoes(head)
        vote = "your own" if head.how == OWN else "veto" if veto else VOTES[head.vote]
        why = "; ".join((*head.private, *head.public)) or (
            grounds(head.guess).removeprefix("of ") if head.guess and head.how == LIKELY else ""
        )
        room = wide - cells - VOTE - 7
        return Row(
            Content.styled(f"{MARKS[head.how]} ", COLOURS[head.vote]),
            Content.assemble(
                f"{name:<{cells}} ",
                (f"{vote:<{VOTE}}", f"bold {COLOURS[head.vote]}" if head.vote else "$quiet"),
                shortened(literally(why), room) if why and room > 8 else "",
            ),
        )

    def _tell(self, place: int) -> None:
        """Tell what is known of the member under the cursor."""
        if self._count is None or not 0 <= place < len(self._count.heads):
            return
        head = self._count.heads[place]
        lines = [Content.styled(literally(official(self._scenario, head.seat)), "bold")]
        lines.append(_said("In public it ", head.public, "Nothing on this text is said in public."))
        if head.seat != self._seat:
            lines.append(_said("To you alone: it ", head.private, "It has told you nothing in private."))
        if head.guess is not None and head.how != SURE:
            lines.append(self._guessed(head))
        self.query_one("#card", Static).update(Content("\n").join(lines))
        self.query_one("#about").scroll_home(animate=False)

    def _guessed(self, head: Head) -> Content:
        guess = head.guess
        if guess is None:
            return Content("")
        vote = {"yes": "yes", "no": "no"}.get(guess.vote, "an abstention")
        if head.seat == self._seat:
            return Content.assemble(("Your instructions point to: ", "$quiet"), vote)
        return Content.assemble(
            ("Estimate: ", "$quiet"),
            f"{vote}, {degree(guess)}",
            (f"{', because ' if told(guess) else '; '}{literally(grounds(guess))}.", "$quiet"),
        )

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell about the member under the cursor."""
        event.stop()
        self._tell(event.option_index)

    def on_resize(self) -> None:
        """Fit heading and rows to the width."""
        if self._count is not None:
            self.call_after_refresh(self._show)

    # -- what a person does ------------------------------------------------------------------------------
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show the keys that mean something: estimates where they are given, letters while notes pass."""
        if action == "estimates":
            return self._may and super().check_action(action, parameters)
        if action == "turn":
            return len(self._texts) > 1 and super().check_action(action, parameters)
        if action in ("note", "ask", "deal"):
            wanted = act.OfferDeal if action == "deal" else act.SendNote
            tabled = action != "ask" or bool(self._texts and self.text.symbol)
            return tabled and self._may_write(wanted) and super().check_action(action, parameters)
        return super().check_action(action, parameters)

    def _may_write(self, kind: type[act.Action]) -> bool:
        return self._chamber is not None and post.may_write(self._chamber, kind)

    @property
    def _pointed(self) -> str:
        """The member under the cursor, empty for one's own delegation."""
        at = self.query_one("#heads", OptionList).highlighted
        seat = self._count.heads[at].seat if self._count is not None and at is not None else ""
        return seat if seat != self._seat else ""

    def action_estimates(self) -> None:
        """Show estimates, or put them away."""
        app = cast("Horseshoe", self.app)
        app.estimates = not app.estimates
        app.keep_habits()
        self._show()

    def action_turn(self, by: int) -> None:
        """Go to another text."""
        self._at = (self._at + by) % len(self._texts)
        self._show()

    def action_print(self) -> None:
        """Lay the text out on a page of its own."""
        from game.screens.pieces.printed import Printed

        self.app.push_screen(Printed(self.text.lines, self.text.symbol or "The text"))

    def action_note(self) -> None:
        """Write to the member under the cursor."""
        self._write(act.SendNote)

    def action_deal(self) -> None:
        """Offer a deal to the member under the cursor."""
        self._write(act.OfferDeal)

    def _write(self, kind: type[act.Action]) -> None:
        if self._chamber is not None and self._pointed:
            post.write_to(self._chamber, kind, self._pointed, self._anew)

    def action_ask(self) -> None:
        """Ask the member under the cursor what it would take to have its vote on the text."""
        if self._chamber is not None and self._pointed:
            post.ask(self._chamber, self._pointed, self.text.symbol)
            self._anew()

    def _anew(self) -> None:
        """Count again after something was written."""
        self._teller = Teller(self._council, self._seat)
        self._show()

    def action_leave(self) -> None:
        """Put the canvass away."""
        self.dismiss(None)


def _said(lead: str, lines: Sequence[str], nothing: str) -> Content:
    if not lines:
        return Content.styled(nothing, "$quiet")
    said = "; ".join(lines)
    stop = "" if said.endswith((".”", "?”", "!”")) else "."
    return Content.assemble((lead, "$quiet"), literally(said), stop)
