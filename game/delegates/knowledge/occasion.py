"""One moment at which a delegation may act: what it sees, may do, remembers and is told to want.

The counsellors of a delegation (`script`, `floor`, `chair`, `voting`, `bargains`) read an occasion and
propose an act or none; they never change what they are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.delegates.interests.lexicon import Lexicon
from game.delegates.interests.mandate import Mandate
from game.delegates.interests.weighing import Weighing
from game.delegates.knowledge.dossier import Dossier
from game.delegates.knowledge.memory import Memory
from game.session.actions import Action
from game.session.scenario import Clause
from game.session.state import Chamber, Draft
from game.session.views import View

if TYPE_CHECKING:
    from game.session.legal import Docket


class Occasion:
    """A seat's view and docket now, with its memory, its mandate and what it has ready."""

    __slots__ = ("chamber", "docket", "dossier", "lexicon", "mandate", "memory", "seat", "view")

    def __init__(self, view: View, docket: Docket, memory: Memory, dossier: Dossier) -> None:
        """Look at a seat's situation; the dossier is that of this view."""
        self.view = view
        self.dossier = dossier
        self.docket = docket
        self.memory = memory
        self.seat = view.seat
        self.chamber: Chamber = view.chamber
        self.mandate: Mandate = dossier.mandate
        self.lexicon: Lexicon = self.mandate.lexicon
        memory.stage = view.chamber.stage_id

    @property
    def name(self) -> str:
        """The seat's everyday name."""
        return self.lexicon.names.get(self.seat, self.seat)

    def waiting(self) -> list[Draft]:
        """Return the drafts not yet voted on, in the order of submission."""
        return [draft for draft, _ in self.dossier.texts()]

    def weigh(self, draft: Draft) -> Weighing:
        """Weigh a draft as it now reads, with what surrounds it."""
        return self.dossier.weigh(draft)

    def lawful(self, action: Action) -> bool:
        """Say whether an act is lawful now."""
        return action in self.docket

    def first(self, *actions: Action) -> Action | None:
        """Return the first of the acts that is lawful now."""
        for action in actions:
            if action in self.docket:
                return action
        return None

    def draft_called(self, name: str) -> Draft | None:
        """Return the draft on the table that is called so, by its symbol or its id in the pack."""
        return next((d for d, _ in self.dossier.texts() if name in (d.symbol, d.stored)), None)

    def clauses_called(self, name: str) -> tuple[Clause, ...]:
        """Return the clauses of a text so called, on the table or still in the pack; none if unknown."""
        draft = self.draft_called(name)
        if draft is not None:
            return draft.clauses
        stored = self.lexicon.drafts.get(name)
        return stored.clauses if stored is not None else ()
