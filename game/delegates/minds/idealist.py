"""The idealist: the Charter and its own convictions before any patron; it never trades a vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from game.delegates.counsel.passing import passing
from game.delegates.interests.circumstances import unfounded
from game.delegates.interests.weighing import OPPOSES
from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.delegates.minds.tempered import Tempered
from game.session import actions as a
from game.session.scenario import Brief
from game.session.state import Ballot
from game.session.views import View

if TYPE_CHECKING:
    from game.session.legal import Docket


class Idealist(Tempered):
    """Holds to principle."""

    __slots__ = ("_own", "_told")

    def __init__(self, seat: str, level: str = "seasoned") -> None:
        """Take a seat, with nothing heard yet."""
        super().__init__(seat, level)
        self._told: Brief | None = None
        self._own: Brief | None = None

    def occasion(self, view: View, docket: Docket) -> Occasion:
        """Return this moment as one sees it who looks to no patron."""
        if view.brief is not None and view.brief.patrons:
            if view.brief is not self._told:
                self._told, self._own = view.brief, replace(view.brief, patrons=())
            view = replace(view, brief=self._own)
        return super().occasion(view, docket)

    def vote(self, o: Occasion, ballot: Ballot, act: a.CastBallot) -> a.CastBallot | None:
        """Vote no on what it opposes though a no be dear; no yes to enforcement that rests on no finding."""
        draft = o.chamber.drafts[ballot.draft]
        w = o.weigh(draft)
        if act.vote == "yes" and unfounded(o.mandate, draft.clauses, o.dossier.around(draft)):
            words = "measures should rest on a finding under Article 39, and none has been made"
            return a.CastBallot(o.seat, "abstain", reasons.said(o.name, "abstain", words))
        if act.vote in ("abstain", "not_participating") and not w.line and w.score <= OPPOSES:
            words = w.reason.partition(": ")[2].rstrip(".") + ", and votes so whatever its no may cost"
            return a.CastBallot(o.seat, "no", reasons.said(o.name, "no", words))
        return None

    def bargain(self, o: Occasion, act: a.Action) -> a.Action:
        """Refuse any deal in which a vote is given or asked; offer none."""
        if isinstance(act, a.OfferDeal) and "vote" in (act.give.kind, act.want.kind):
            return passing(o.seat, o.docket)
        if isinstance(act, a.AcceptDeal):
            deal = o.view.papers.deals[act.deal]
            refuse = a.RefuseDeal(o.seat, act.deal)
            if "vote" in (deal.give.kind, deal.want.kind) and o.lawful(refuse):
                return refuse
        return act
