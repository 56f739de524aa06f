"""The roll call: one key a seat, votes as they fall, and the result with the number needed and why.

Votes are public, so this screen belongs to everybody and shows nothing secret; it waits for a key after each
result.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Static

from game.prose import league, organs
from game.prose.minutes import question
from game.prose.names import official, short
from game.rules.ballots import Regime
from game.rules.bodies import Nature
from game.rules.refusals import Refusal
from game.screens.hall.declared import Declared, banner, explained
from game.screens.hall.running import Running
from game.screens.pieces.counting import SILENT, Terms, in_numbers, in_words, standing, terms_of
from game.screens.pieces.literal import literally, words
from game.screens.pieces.panels import draft_title
from game.screens.pieces.seating import guests, middle, sitters
from game.screens.pieces.sheet import Sheet, stands
from game.screens.pieces.table import Table
from game.screens.usher import PACES
from game.session.actions import CastBallot
from game.session.events import BallotCast, Event, QuestionPut, ResultDeclared
from game.session.scenario import Scenario
from game.session.state import Ballot, Chamber, Phase

if TYPE_CHECKING:
    from game.screens.usher import Usher

ROOMY = 30
"""Rows of a window from which the President's own words stand under the result."""
KEYS = (
    (CastBallot("", "yes"), "Y yes"),
    (CastBallot("", "no"), "N no"),
    (CastBallot("", "abstain"), "A abstain"),
    (CastBallot("", "not_participating"), "P take no part"),
    (CastBallot("", "pass"), "K pass for now"),
    (CastBallot("", "yes", rights=True), "Shift+Y or Shift+N with rights to explain"),
)
"""What each key of a roll call does; it is told where the house knows such a vote."""
FIRST = "E explain first"
SILENCE = "Y no objection   N object"
QUESTIONS = {
    "amendment": "V12",
    "part": "CB7",
    "agenda": "AG5",
    "invitation": "IN6",
    "challenge": "CB5",
    "consent": "EV3",
    "statement": "EV4",
    "assembly": "GA1",
    "second_degree": "MU8",
    "directive": "MU5",
}
"""The rule that tells most of a kind of question; drafts, motions and preliminary questions differ."""


LEAGUE_GUIDE = (
    "The members are called one by one. The delegation named votes with one key: Y yes, N no, A abstains, P "
    "takes no part; E gives its explanation first. Nobody has a veto, for anybody's no prevents what needs "
    "unanimity; the article decides whether the parties to the dispute count. Who abstains or is absent is "
    "left out. On procedure a majority of those represented decides. ? reads the rule."
)


class RollCall(Sheet[None]):
    """A vote being taken."""

    CSS_PATH = "rollcall.tcss"
    GUIDE: ClassVar[str] = (
        "The members are called one by one. The delegation named votes with one key: Y yes, N no, A "
        "abstains, P takes no part; E gives its explanation first. First the number of yes votes is counted; "
        "only when it is reached does a permanent member's no count as a veto, and only on questions of "
        "substance. Under the call stands how many are needed, still possible, or lost; ? reads the rule."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "vote('yes')", "Yes", show=False),
        Binding("n", "vote('no')", "No", show=False),
        Binding("a", "vote('abstain')", "Abstain", show=False),
        Binding("p", "vote('not_participating')", "No part", show=False),
        Binding("k", "vote('pass')", "Pass", show=False),
        Binding("Y", "vote('yes', True)", "Yes with rights", show=False),
        Binding("N", "vote('no', True)", "No with rights", show=False),
        Binding("e", "explain", "Explain", show=False),
        Binding("d", "drafts", "Drafts"),
        Binding("enter", "on", "Go on"),
        Binding("space", "skip", "Skip"),
        Binding("plus,equals_sign", "pace(1)", "Faster", show=False),
        Binding("minus", "pace(-1)", "Slower", show=False),
    ]
    AUTO_FOCUS = ""

    def __init__(self, usher: Usher) -> None:
        """Take the vote that is before the Council."""
        super().__init__()
        self._usher = usher
        self._council = usher.council
        self._cast: dict[str, str] = {}
        self._words: dict[str, str] = {}
        self._asked = ""
        self._result: ResultDeclared | None = None
        self._on = asyncio.Event()
        self._put = ""
        self._terms = terms_of(self._council.record)
        self._league = organs.of_the_league(self._council.scenario.open.body)
        if self._league:
            self.GUIDE = LEAGUE_GUIDE  # type: ignore[misc]

    def compose(self) -> ComposeResult:
        """Yield the question, the table, the call and the explanations."""
        yield Static(id="question", markup=False)
        yield Table(id="table")
        with Vertical(id="call"):
            yield Static(id="who", markup=False)
            yield Static(id="standing", markup=False)
            yield Static(id="how", markup=False)
        yield Running(self._council.scenario, id="reasons")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Leave all keys to the vote."""
        super().on_mount()
        for table in self.query(Table):
            table.can_focus = False
        self.query_one(Running).can_focus = False

    def rules(self) -> tuple[str, ...]:
        """Return the rules of the question, or of the result it had, then those of voting."""
        ballot = self._council.view("").chamber.ballot
        substantive = ballot is None or ballot.nature == Nature.SUBSTANTIVE
        rules = ("V2", "V4", "V5", "V6", "V7", "V8") if substantive else ("V3",)
        if self._league:
            rules = ("L2", "L3", "L4", "L5", "L6", "L7")
        return tuple(dict.fromkeys(id for id in (self.pointed(), *rules) if id))

    def pointed(self) -> str:
        """Return the rule a result rests on, else that of the question put."""
        ballot = self._council.view("").chamber.ballot
        if self._result is not None:
            return self._result.rule
        if ballot is not None and self._league:
            return league.rule_of(self._council.scenario, self._council.view("").chamber, ballot)
        return rule_of(ballot, self._terms) if ballot is not None else ""

    # -- the vote ----------------------------------------------------------------------------------------
    async def take(self) -> None:
        """Call the members until no question is before the Council any more."""
        self._read_question()
        for record in self.query(Running):
            record.hear(self._so_far())
        while self._usher.phase is Phase.BALLOT:
            since = len(self._council.record)
            self._asked = self._council.awaits
            self._show()
            if self._asked:
                await self._wait()
            else:
                await self._usher.hold()
                await self._usher.play_one()
            await self._hear(self._council.record_for("", since))
        self._asked = ""

    def _so_far(self) -> Sequence[Event]:
        """Return what has happened since the question was put, as when a sitting is taken up in a vote."""
        known = self._council.record_for("")
        puts = [i for i, event in enumerate(known) if isinstance(event, QuestionPut)]
        return known[puts[-1] :] if puts else ()

    async def _wait(self) -> None:
        self._on.clear()
        await self._on.wait()

    async def _hear(self, occurred: Sequence[Event]) -> None:
        for record in self.query(Running):
            record.hear(occurred)
        for event in occurred:
            if isinstance(event, BallotCast):
                self._cast[event.seat] = event.vote
            elif isinstance(event, ResultDeclared):
                await self._declare(event)
            elif isinstance(event, QuestionPut):
                self._read_question()

    async def _declare(self, result: ResultDeclared) -> None:
        self._result = result
        self._asked = ""
        self._usher.paused = False
        self._show()
        if self._usher.may_linger():
            self._usher.skipping = False
            await self._wait()
        self._result = None
        self._cast.clear()

    def _read_question(self) -> None:
        c = self._council.view("").chamber
        if c.ballot is not None:
            self._cast = dict(c.ballot.votes)
            self._put = put(c, self._council.scenario)

    # -- showing -----------------------------------------------------------------------------------------
    def _show(self) -> None:
        if not stands(self) or len(self.query("#question, #table, #who, #standing, #how")) < 5:
            return
        view, scenario = self._council.view(""), self._council.scenario
        places = sitters(view, scenario)
        lines = middle(view, scenario, self._terms)
        if self._result is not None:
            places = tuple(
                replace(s, vote=self._cast.get(s.code, ""), called=False, floor=False, stance="")
                for s in places
            )
            lines = banner(self._result)
        self.query_one(Table).show(places, lines, guests(view, scenario))
        self.query_one("#question", Static).update(words(self._put))
        who, how = self._call()
        self.query_one("#standing", Static).update(self._stands())
        self.query_one("#who", Static).update(who)
        self.query_one("#how", Static).update(how)
        self.query_one("#call").set_class(self._result is not None, "-result")
        self.refresh_bindings()

    def _call(self) -> tuple[Content, Content]:
        scenario = self._council.scenario
        if self._result is not None:
            members = self._council.view("").chamber.members
            told = Declared(self._result, self._cast, members, scenario)
            return explained(told, formula=self.app.size.height >= ROOMY)
        if self._asked:
            given = self._words.get(self._asked, "")
            hint = f"“{given}”" if given else self._keys()
            return words(f"▶ {official(scenario, self._asked)}: how do you vote?", "bold"), Content.assemble(
                literally(hint), self._warning()
            )
        return words("The roll is being called …"), Content.styled(
            f"Space: hurry on   + −: {PACES[self._usher.pace][0]} pace", "$quiet"
        )

    def _keys(self) -> str:
        """Return which keys mean something to the delegation that is called."""
        ballot, offered = (
            self._council.view("").chamber.ballot,
            self._council.docket(self._asked).of(CastBallot),
        )
        if ballot is not None and ballot.kind in SILENT:
            return f"{SILENCE}   {FIRST}"
        told = [name for vote, name in KEYS if msgspec.structs.replace(vote, seat=self._asked) in offered]
        return "   ".join([*told, FIRST])

    def _stands(self) -> Content:
        """Return how the vote stands: what is needed, what is still possible, what is lost."""
        view, scenario = self._council.view(""), self._council.scenario
        seen = standing(view, scenario, self._terms) if self._result is None else None
        if seen is None or view.chamber.ballot is None:
            return Content("")
        kind = view.chamber.ballot.kind
        colour = "$error" if seen.short or seen.outlook.veto_cast_by else "$success" if seen.reached else ""
        said = literally(in_words(seen, kind, scenario))
        return Content.assemble((in_numbers(seen, kind), "bold"), "\n", (said, colour))

    def _warning(self) -> tuple[str, str]:
        """Tell whoever is called what its no would do, where that is more than a no."""
        seen = standing(self._council.view(""), self._council.scenario, self._terms)
        if seen is None:
            return "", ""
        if told := seen.warned.get(self._asked, ""):
            return f"\n! {told}", "bold $accent"
        if self._asked in seen.void:
            return "\n! You are a party to the dispute: your yes or no will not count (V10).", "bold $accent"
        if self._asked not in seen.may_block:
            return "", ""
        if seen.short:
            told = "too few can still vote yes, so your no vetoes nothing (V5)."
        elif seen.reached:
            told = "the yes votes are there: your no is a veto (V4). An abstention lets it pass (V6)."
        else:
            told = (
                f"your no is a veto only if {seen.bar}; with fewer the text fails "
                "without it (V4, V5). An abstention lets it pass (V6)."
            )
        return f"\n! Permanent member: {told}", "bold $accent"

    # -- what a person does ------------------------------------------------------------------------------
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show the keys that mean something now."""
        if action in {"vote", "explain"}:
            known = action == "explain" or self._known(parameters)
            return bool(self._asked) and known and super().check_action(action, parameters)
        if action == "on":
            return self._result is not None and super().check_action(action, parameters)
        return super().check_action(action, parameters)

    def _known(self, parameters: tuple[object, ...]) -> bool:
        """Say whether this house knows such a vote: passing and rights are not for every roll call (MU6)."""
        if parameters[0] != "pass" and len(parameters) == 1:
            return True
        asked = CastBallot(self._asked, str(parameters[0]), rights=len(parameters) > 1)
        return asked in self._council.docket(self._asked).of(CastBallot) if self._asked else False

    def action_vote(self, vote: str, rights: bool = False) -> None:
        """Cast the ballot of the delegation that is called."""
        seat, self._asked = self._asked, ""
        refusal = self._usher.submit(CastBallot(seat, vote, self._words.pop(seat, ""), rights=rights))
        if refusal is None:
            self._on.set()
            return
        self._asked = seat
        self._say_refused(refusal)

    def _say_refused(self, refusal: Refusal) -> None:
        self._usher.app.say_refused(refusal)

    def action_explain(self) -> None:
        """Ask for an explanation before the vote."""
        from game.screens.pieces.speech import Speech

        seat = self._asked

        def given(text: str | None) -> None:
            if text:
                self._words[seat] = text
                self._show()

        who = short(self._council.scenario, seat)
        self.app.push_screen(Speech(f"How does your delegation explain its vote? ({literally(who)})"), given)

    def action_drafts(self) -> None:
        """Open the drafts as printed documents; they are public."""
        from game.screens.papers.documents import Documents

        view, known = self._council.view(""), self._council.record_for("")
        self.app.push_screen(Documents(view, self._council.scenario, known))

    def action_on(self) -> None:
        """Put the result away and go on."""
        self._on.set()

    def action_pace(self, by: int) -> None:
        """Make scripted votes fall faster or slower."""
        self._usher.quicken(by)
        self._show()

    def action_skip(self) -> None:
        """Hurry scripted votes on, or put the result away."""
        if self._result is not None:
            self._on.set()
        else:
            self._usher.skip()


def rule_of(ballot: Ballot, terms: Terms) -> str:
    """Return the rule that tells most of the question put."""
    if ballot.kind in ("motion", "unopposed") and ballot.subject in terms.house.motion:
        return terms.house.motion[ballot.subject].spec
    if ballot.kind == "preliminary":
        return "P3" if terms.regime == Regime.SAN_FRANCISCO else "P4"
    return QUESTIONS.get(ballot.kind, "V2" if ballot.nature == Nature.SUBSTANTIVE else "V3")


def put(chamber: Chamber, scenario: Scenario) -> str:
    """Return the question put to the vote: what it is, what the text is about, which kind of question."""
    ballot = chamber.ballot
    if ballot is None:
        return ""
    what = question(ballot.kind, ballot.subject, scenario, ballot.named)
    draft = chamber.drafts.get(ballot.draft)
    about = draft_title(draft, scenario) if draft is not None else ""
    return f"{what[:1].upper()}{what[1:]}{f' ({about})' if about else ''} · {ballot.nature}"
