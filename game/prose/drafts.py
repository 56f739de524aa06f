"""Every text that was before the Council in a sitting, as it last stood, gathered from the events.

The state forgets drafts that lapsed with their stage; papers do not.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from game.session import events as happened
from game.session.events import Event
from game.session.state import Draft


def texts(events: Iterable[Event]) -> dict[str, Draft]:
    """Return all drafts by symbol, in the order in which they were tabled."""
    known: dict[str, Draft] = {}
    stage = ""
    for event in events:
        match event:
            case happened.StageOpened():
                stage = event.stage
            case happened.DraftTabled():
                known[event.symbol] = _tabled(event, len(known), stage)
            case happened.TextBrought() if event.draft in known:
                text = replace(known[event.draft], symbol=event.symbol, order=len(known), resolution=0)
                known[event.symbol] = replace(text, status="tabled", form="assembly", stage=stage)
            case happened.RecommendationAdopted() if event.draft in known:
                known[event.draft] = replace(known[event.draft], status="recommended")
            case happened.RecommendationFailed() if event.draft in known:
                known[event.draft] = replace(known[event.draft], status="failed")
            case happened.ResolutionAdopted() if event.draft in known:
                text = known[event.draft]
                known[event.draft] = replace(text, status="adopted", resolution=event.number)
            case happened.StatementIssued() if event.draft in known:
                known[event.draft] = replace(known[event.draft], status="issued", symbol=event.symbol)
            case happened.StatementBlocked() if event.draft in known:
                known[event.draft] = replace(known[event.draft], status="blocked")
            case happened.DraftIntroduced() | happened.DraftReconsidered() | happened.RecountOrdered() if (
                event.draft in known
            ):
                known[event.draft] = replace(known[event.draft], status="tabled")
            case happened.DirectiveAdopted() if event.draft in known:
                known[event.draft] = replace(known[event.draft], status="carried")
            case happened.DraftsSetAside():
                aside = {x: replace(known[x], status="set_aside") for x in event.drafts if x in known}
                known.update(aside)
            case happened.SponsorJoined() | happened.SponsorLeft() if event.draft in known:
                known[event.draft] = _sponsored(known[event.draft], event)
            case happened.DraftRevised() if event.draft in known:
                text = known[event.draft]
                known[event.draft] = replace(text, clauses=event.clauses, revision=text.revision + 1)
            case happened.DraftWithdrawn() if event.draft in known:
                known[event.draft] = replace(known[event.draft], status="withdrawn")
            case happened.DraftFailed() if event.draft in known:
                status = "vetoed" if event.vetoed else "failed"
                known[event.draft] = replace(known[event.draft], status=status)
    return known


def _tabled(e: happened.DraftTabled, order: int, stage: str) -> Draft:
    status = "circulating" if e.signatures else "tabled"
    text = Draft(e.symbol, e.sponsors, e.clauses, order, e.title, e.stored, e.nature, status)
    return replace(text, stage=stage, form=e.form)


def _sponsored(text: Draft, e: happened.SponsorJoined | happened.SponsorLeft) -> Draft:
    others = tuple(seat for seat in text.sponsors if seat != e.seat)
    return replace(text, sponsors=(*others, e.seat) if isinstance(e, happened.SponsorJoined) else others)
