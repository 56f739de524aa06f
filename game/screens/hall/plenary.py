"""The General Assembly on screen: the hall with its tally board, its roll call, and all Members by group.

In the Assembly the board takes the place of the horseshoe. Votes are public: nothing here is secret.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from game.prose import organs
from game.prose.names import listed, short
from game.screens.hall import tallyboard
from game.screens.hall.rollcall import RollCall
from game.screens.hall.running import Running
from game.screens.hall.tallyboard import SIGNS
from game.screens.pieces.literal import literally, words
from game.screens.pieces.panels import draft_title
from game.screens.pieces.sheet import Slip, stands
from game.session.assembly import text_to_be_put
from game.session.scenario import Scenario
from game.session.state import Chamber, Draft, Phase
from game.session.views import View
from game.world.blocs import Elector, why


def electors(view: View, scenario: Scenario) -> tuple[Elector, ...]:
    """Return the Members of the day; where a crisis knows none, those at the table."""
    c = view.chamber
    known = scenario.electors(c.date)
    return known or tuple(Elector(x, scenario.names.get(x, x), "No group", 0.0) for x in c.members)


def votes_fallen(c: Chamber) -> dict[str, str]:
    """Return the votes on the text that is before the Assembly, or was last: by code."""
    if c.ballot is not None and c.ballot.kind == "assembly":
        return dict(c.ballot.votes)
    if c.plenary is None or c.phase is Phase.PLENARY or not c.plenary.done:
        return {}
    return c.plenary.done[-1].votes


def in_the_assembly(c: Chamber) -> bool:
    """Say whether the Assembly meets: it debates, or votes."""
    return c.phase is Phase.PLENARY or (c.ballot is not None and c.ballot.kind == "assembly")


LEAGUE_BAR = (
    "A report has full force if all on the Council and a majority of the others agree, the parties left out."
)


def hall(view: View, scenario: Scenario, called: str = "") -> tallyboard.Hall:
    """Return the board as it stands now."""
    c = view.chamber
    title = c.plenary.title if c.plenary is not None else ""
    draft = c.drafts.get(c.ballot.draft) if c.ballot is not None else text_to_be_put(c)
    votes = votes_fallen(c)
    league = organs.of_the_league(view.open.body)
    organ = organs.assembly(view.open.body, view.open.words).upper()
    told = (
        ""
        if votes
        else LEAGUE_BAR
        if league
        else "Each Member has one vote, and none a veto. It recommends, by two-thirds of those voting."
    )
    return tallyboard.Hall(
        title=f"{organ} · {title}" if title else organ,
        majority=league,
        electors=electors(view, scenario),
        votes=votes,
        called=called,
        about=_about(draft, scenario),
        told=told,
    )


def _about(draft: Draft | None, scenario: Scenario) -> str:
    """The text before the Assembly in one line: symbol, title, and its sponsors."""
    if draft is None:
        return ""
    title = draft_title(draft, scenario)
    names = [short(scenario, seat) for seat in draft.sponsors]
    by = listed([*names[:3], f"{len(names) - 3} more"] if len(names) > 4 else names)
    return f"{draft.symbol}{f': {title}' if title else ''}{f' (by {by})' if by else ''}"


class TallyBoard(Static, can_focus=True):
    """The tally board as a widget; Enter lists the Members."""

    DEFAULT_CSS = """
    TallyBoard { width: 1fr; height: 100%; padding: 0 1; }
    TallyBoard:focus { background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", "Members", show=False)]

    def __init__(self, *, id: str | None = None) -> None:
        """Begin with an empty hall, out of sight until the Assembly meets."""
        super().__init__(id=id, markup=False)
        self.display = False
        self._hall: tallyboard.Hall | None = None
        self._view: View | None = None
        self._scenario: Scenario | None = None

    def show(self, view: View, scenario: Scenario, called: str = "") -> None:
        """Show the Assembly as it is now; nothing is drawn again when nothing changed."""
        now = hall(view, scenario, called)
        self._view, self._scenario = view, scenario
        if now != self._hall:
            self._hall = now
            self.draw()

    def on_resize(self) -> None:
        """Fit the board to its size."""
        self.draw()

    def draw(self) -> None:
        """Draw the board anew."""
        if self._hall is not None and self.content_size.width:
            self.update(tallyboard.board(self._hall, self.content_size.width, self.content_size.height))

    def action_open(self) -> None:
        """List the Members by group."""
        if self._view is not None and self._scenario is not None:
            self.app.push_screen(Members(self._view, self._scenario))


class Members(Slip[None]):
    """All Members by group, with their votes and why they voted so."""

    CSS_PATH = "plenary.tcss"
    GUIDE: ClassVar[str] = (
        "Every Member on this day, by regional group. Those at the table vote first; "
        "every other votes with the nearest of them on the line that the roll calls of the year give."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("l", "leave", "Back", show=False)]
    AUTO_FOCUS = "#members"

    def __init__(self, view: View, scenario: Scenario) -> None:
        """List them as a view has them."""
        super().__init__()
        self._view, self._scenario = view, scenario

    def compose(self) -> ComposeResult:
        """Yield the list."""
        with VerticalScroll(id="members", classes="slip tall") as page:
            page.border_title = "The Members by group"
            page.border_subtitle = "Escape: back"
            yield Static(Content("\n").join(self.lines()), markup=False)

    def lines(self) -> list[Content]:
        """Return the list, line by line."""
        now = hall(self._view, self._scenario)
        seats = self._view.chamber.members
        cast = {seat: now.votes[seat] for seat in seats if seat in now.votes}
        lines: list[Content] = []
        for group, among in now.groups.items():
            lines += [Content.styled(literally(group), "bold $primary")]
            lines += [self._line(e, now, cast, e.code in seats) for e in among]
            lines += [Content("")]
        return lines

    def _line(self, e: Elector, now: tallyboard.Hall, cast: dict[str, str], here: bool) -> Content:
        vote = now.votes.get(e.code, "")
        sign, colour, letter = SIGNS[vote]
        said = ""
        if vote and not here:
            said = why(e, vote, now.electors, cast)
        elif here:
            said = "Sits at the table."
        return Content.assemble(
            (f" {letter or sign} ", f"bold {colour}"), literally(e.name), (f"  {literally(said)}", "$quiet")
        )


class AssemblyRoll(RollCall):
    """The Assembly's vote: the table is called first, then all other Members vote at once."""

    CSS_PATH = "plenary.tcss"
    GUIDE: ClassVar[str] = (
        "The Members at the table are called one by one, as in the Council: Y yes, N no, A abstains, P takes "
        "no part; E gives an explanation first. When the last has voted all other Members vote, each with "
        "its neighbours. Two-thirds of those who say yes or no carry the text; nobody has a veto. L lists "
        "all Members."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("l", "members", "Members")]

    def compose(self) -> ComposeResult:
        """Yield the question, the board, the call and the explanations."""
        yield Static(id="question", markup=False)
        board = TallyBoard(id="hall")
        board.can_focus, board.display = False, True
        yield board
        with Vertical(id="call"):
            yield Static(id="who", markup=False)
            yield Static(id="standing", markup=False)
            yield Static(id="how", markup=False)
        yield Running(self._council.scenario, id="reasons")
        yield Footer(show_command_palette=False)

    def rules(self) -> tuple[str, ...]:
        """Return the rules of the Assembly's vote."""
        own = ("L8", "L2", "L3") if self._league else ("GA1", "GA2", "GA5", "GA6")
        return tuple(dict.fromkeys(id for id in (self.pointed(), *own) if id))

    def _show(self) -> None:
        if not stands(self) or len(self.query("#question, #hall, #who, #standing, #how")) < 5:
            return
        view, scenario = self._council.view(""), self._council.scenario
        self.query_one(TallyBoard).show(view, scenario, self._asked)
        self.query_one("#question", Static).update(words(self._put))
        who, how = self._call()
        self.query_one("#standing", Static).update(self._stands())
        self.query_one("#who", Static).update(who)
        self.query_one("#how", Static).update(how)
        self.query_one("#call").set_class(self._result is not None, "-result")
        self.refresh_bindings()

    def action_members(self) -> None:
        """List all Members by group."""
        self.app.push_screen(Members(self._council.view(""), self._council.scenario))
