"""Which sheet of paper each kind of act is composed on.

The sheets give back the act; the chamber hands it in. A draft not handed in stays on the desk of
the delegation that wrote it, where no other can see it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

from game.screens.pieces.literal import literally
from game.session import actions as act
from game.session.actions import Action
from game.session.views import View

if TYPE_CHECKING:
    from game.screens.usher import Usher

COMPOSED: tuple[type[Action], ...] = (
    act.Speak,
    act.SendNote,
    act.OfferDeal,
    act.Pledge,
    act.AskCapital,
    act.MoveAmendment,
    act.RequestMeeting,
    act.ExplainVote,
    act.SpeakTo,
    act.SendCrisisNote,
)
"""Acts for which a sheet is laid down at once; a draft of one's own is offered beside the pack's."""


def composed(kind: type[Action], view: View | None) -> bool:
    """Say whether acts of a kind are written on a sheet: motions only where movers state times or topics."""
    if kind is act.MoveMotion and view is not None:
        return any({"total", "each", "topic"} & set(m.asks) for m in view.house.motions)
    return kind in COMPOSED


def sheet_for(kind: type[Action], usher: Usher, seat: str, draft: str = "") -> Screen[Action]:
    """Return the sheet on which a seat composes an act of a kind; KeyError for kinds that need none.

    `draft` is the symbol of the draft to amend.
    """
    if kind is act.MoveAmendment:
        from game.screens.drafting.amending import AmendingTable

        return AmendingTable(usher.council, seat, draft)
    if kind is act.TableDraft:
        from game.screens.drafting.drafting import DraftingTable
        from game.screens.drafting.manuscript import Manuscript

        return DraftingTable(usher.council, seat, usher.desks.setdefault(seat, Manuscript()))
    from game.screens.lobbying.deals import DealSheet
    from game.screens.lobbying.notes import NoteSheet
    from game.screens.papers.called import CrisisNoteSheet, WordSheet
    from game.screens.papers.capital import CapitalSheet
    from game.screens.papers.moving import MotionSheet
    from game.screens.papers.pledging import PledgeSheet
    from game.screens.papers.requests import ExplanationSheet, RequestSheet
    from game.screens.papers.statements import StatementSheet

    sheets: dict[type[Action], Callable[[], Screen[Action]]] = {
        act.Speak: lambda: StatementSheet(usher.council, seat),
        act.SendNote: lambda: NoteSheet(usher.council, seat),
        act.OfferDeal: lambda: DealSheet(usher.council, seat),
        act.Pledge: lambda: PledgeSheet(usher.council, seat),
        act.AskCapital: lambda: CapitalSheet(usher.council, seat),
        act.RequestMeeting: lambda: RequestSheet(usher.council, seat),
        act.ExplainVote: lambda: ExplanationSheet(usher.council, seat),
        act.SpeakTo: lambda: WordSheet(usher.council, seat),
        act.SendCrisisNote: lambda: CrisisNoteSheet(usher.council, seat),
        act.MoveMotion: lambda: MotionSheet(usher.council, seat),
    }
    return sheets[kind]()


def amendable(usher: Usher, seat: str) -> list[tuple[str, str]]:
    """Return the drafts that a seat may move to amend: symbol, and symbol with title."""
    from game.screens.pieces.panels import draft_title

    samples = usher.council.docket(seat).of(act.MoveAmendment)
    symbols = dict.fromkeys(sample.draft for sample in samples if isinstance(sample, act.MoveAmendment))
    drafts = usher.council.view(seat).chamber.drafts
    titled = {s: draft_title(drafts[s], usher.council.scenario) for s in symbols if s in drafts}
    return [
        (symbol, literally(f"{symbol}: {title}" if title else symbol)) for symbol, title in titled.items()
    ]
