"""Claims that a pack marks as doubtful stand among the doubts of the debrief, with mark and reason."""

from __future__ import annotations

from pathlib import Path

from game.packs import load
from game.prose.debrief import debrief
from game.screens.aftermath.comparing import doubts
from game.session.claims import claims
from game.sitting import Sitting

CRISES = Path(__file__).parents[3] / "crises"


def test_marked_claims_are_read_beside_the_doubts() -> None:
    korea = load(CRISES / "korea-1950")
    sitting = Sitting.begin(korea, seed=1)
    page = doubts(debrief(sitting.record, sitting.state, korea)).plain
    marked = claims(korea)
    assert {claim.mark for claim in marked} == {"disputed", "thin"}
    for claim in marked:
        assert f"{claim.mark.capitalize()}: {claim.reason}" in page
    assert page.index(korea.sealed.doubts[-1].statement) < page.index(marked[0].reason)
