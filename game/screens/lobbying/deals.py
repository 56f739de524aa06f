"""A deal being offered to another delegation: what one gives against what one wants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from game.prose.names import lowered
from game.screens.council import Council
from game.screens.pieces.composer import Composer, chosen, seats
from game.screens.pieces.fields import Choices
from game.session.actions import Action, OfferDeal, Term
from game.session.scenario import ClauseKind, Scenario
from game.session.views import View

VOTES = ("yes", "no", "abstain", "not_participating")
WORDS = {
    "yes": "a vote for it",
    "no": "a vote against it",
    "abstain": "an abstention on it",
    "not_participating": "no part in the vote on it",
}


class DealSheet(Composer):
    """A deal being composed; gives back an OfferDeal."""

    HEADING = "Offer a deal"
    HAND_IN = "Offer the deal"
    GUIDE: ClassVar[str] = (
        "A deal is a private promise: a vote, a sponsorship, an amendment, a pledge or a statement of yours "
        "against one of theirs. The other delegation answers in its own turn. Whether a deal is kept shows "
        "when the vote is cast or the deed done; broken deals are remembered."
    )

    def __init__(self, council: Council, seat: str, to: str = "") -> None:
        """Take a sheet of paper, perhaps with the other delegation chosen already."""
        super().__init__(council, seat)
        self._to = to

    def fields(self) -> ComposeResult:
        """Yield the other side and both terms."""
        rows = seats(self.council, self.seat)
        at = next((i for i, (code, _) in enumerate(rows) if code == self._to), 0)
        mine = list(terms(self.view, self.scenario, own=True))
        theirs = list(terms(self.view, self.scenario, own=False))
        with Horizontal(classes="fields"):
            yield Choices("With", rows, chosen=at, id="to")
            yield Choices("You give", mine, chosen=len(VOTES), id="give")
            yield Choices("You get", theirs, id="want")

    def on_mount(self) -> None:
        """Go on to the terms where the sheet is addressed already."""
        super().on_mount()
        if self._to:
            self.query_one("#give", Choices).focus()

    def act(self) -> Action | None:
        """Return the offer."""
        to, give, want = chosen(self, "to"), chosen(self, "give"), chosen(self, "want")
        if isinstance(to, str) and isinstance(give, Term) and isinstance(want, Term):
            return OfferDeal(self.seat, to, give, want)
        return None

    def said(self, action: Action) -> tuple[str, str]:
        """Return the offer in words, with the symbols of texts that are not tabled yet."""
        title, sentence = super().said(action)
        for side in (action.give, action.want) if isinstance(action, OfferDeal) else ():
            symbol = printed_symbol(self.scenario, side.subject)
            title, sentence = title.replace(side.subject, symbol), sentence.replace(side.subject, symbol)
        return title, sentence

    def wanting(self) -> str:
        """Say what is missing."""
        return "There is nothing to deal in yet: no text is known, and nothing can be pledged."


def terms(view: View, scenario: Scenario, *, own: bool) -> Iterator[tuple[Term | None, str]]:
    """Go through what may stand on one side of a deal, each with its words.

    Each text is named once, in a heading (a row without a term); texts are those before the Council and the
    known ones of
    this stage. One's `own` pledges are those of one's brief.
    """
    for subject, title in _texts(view, scenario):
        yield None, f"{printed_symbol(scenario, subject)} {title}"
        for vote in VOTES:
            yield Term("vote", subject, vote), WORDS[vote]
        yield Term("sponsor", subject), "to sponsor it"
        for clause in _operative(view, subject):
            yield Term("amendment", subject, clause=clause.id), f"to have “{clause.title}” struck out"
    kinds = [k for k in view.open.pledges if not own or (view.brief and view.brief.capacity.get(k.id))]
    if kinds:
        yield None, "Pledges"
    for kind in kinds:
        yield Term("pledge", kind.id), f"a pledge of {lowered(kind.title)}"
    yield None, "Statements"
    for issue in view.open.issues:
        for side in ("for", "against"):
            yield Term("statement", issue.id, side), f"to speak {side} “{issue.title}”"


def _operative(view: View, subject: str) -> Iterator[ClauseKind]:
    """Go through what a text decides, on the table or still to come."""
    draft = view.chamber.drafts.get(subject)
    stored = next((d for d in view.open.drafts if d.id == subject), None)
    clauses = draft.clauses if draft is not None else stored.clauses if stored is not None else ()
    kinds = {kind.id: kind for kind in view.open.clauses}
    return (kinds[c.kind] for c in clauses if kinds[c.kind].part == "operative")


def printed_symbol(scenario: Scenario, subject: str) -> str:
    """Return what a text is called in print, whether it is tabled or only known."""
    stored = scenario.draft.get(subject)
    return subject if stored is None else stored.symbol or stored.title


def _texts(view: View, scenario: Scenario) -> Iterator[tuple[str, str]]:
    c = view.chamber
    for draft in c.drafts.values():
        if draft.status == "tabled":
            yield draft.symbol, draft.title
    known = {d.stored for d in c.drafts.values()}
    for stored in view.open.drafts:
        if stored.stage == c.stage_id and stored.id not in known:
            yield stored.id, stored.title
