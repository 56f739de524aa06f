"""Every sheet of paper in a window far too small, and in one far too large, and shaken between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.screen import Screen

from game.screens.aftermath.archive import Archive
from game.screens.aftermath.debriefing import Debriefing
from game.screens.aftermath.recording import Recording
from game.screens.aftermath.replaying import ReplayRoom
from game.screens.drafting.amending import AmendingTable
from game.screens.drafting.drafting import DraftingTable
from game.screens.drafting.manuscript import Manuscript
from game.screens.drafting.wording import Wording
from game.screens.lobbying.deals import DealSheet
from game.screens.lobbying.notes import NoteSheet
from game.screens.papers.capital import CapitalSheet
from game.screens.papers.documents import Documents
from game.screens.papers.pledging import PledgeSheet
from game.screens.papers.statements import StatementSheet
from game.screens.pieces.asking import Asking
from game.session import actions as a
from game.session.scenario import Clause
from game.sitting import Sitting

Make = Callable[[Sitting], Screen[Any]]
TEXT = (Clause("recalling"), Clause("breach"), Clause("cessation", {"who": "north"}))
SCREENS: dict[str, Make] = {
    "drafting": lambda s: DraftingTable(s, "USA", Manuscript("", TEXT)),
    "amending": lambda s: AmendingTable(s, "USA", "S/1501"),
    "wording": lambda s: Wording(s.scenario, TEXT[2]),
    "note": lambda s: NoteSheet(s, "USA"),
    "deal": lambda s: DealSheet(s, "USA"),
    "statement": lambda s: StatementSheet(s, "USA"),
    "pledge": lambda s: PledgeSheet(s, "USA"),
    "capital": lambda s: CapitalSheet(s, "USA"),
    "asking": lambda s: Asking("A question", "What now?", [("a", "This"), ("b", "That")]),
    "documents": lambda s: Documents(s.view("USA"), s.scenario, s.record_for("USA")),
    "replay": lambda s: ReplayRoom(Recording(s.scenario, tuple(s.record))),
    "debrief": lambda s: Debriefing(s),
    "archive": lambda s: Archive(s.path.parent),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_no_size_breaks_it(begun: Callable[..., Sitting], stage: Any, name: str, tmp_path: Any) -> None:
    sitting = begun("debate", folder=tmp_path)
    sitting.submit(a.TableDraft("USA", stored="s-1501"))
    async with stage(SCREENS[name](sitting), (20, 5)) as pilot:
        assert "larger" in pilot.app.shown()
        for size in ((1, 1), (80, 24), (300, 90), (200, 4), (60, 18)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "larger" not in pilot.app.shown()
        assert all(line.isprintable() for line in pilot.app.shown().split("\n"))
    sitting.close()
