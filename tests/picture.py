"""The README's picture, drawn by the program itself: `python -m tests.picture .github/chamber.svg`.

It plays Korea to the vote of 27 June 1950 with a person in the last seat to be called, and exports the
screen when that seat is asked.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from game.delegates.counsel.passing import passing
from game.packs import load
from game.rules.refusals import Refusal
from game.screens import Start
from game.screens.application import Horseshoe
from game.sitting import Sitting

SEAT, TEXT = "YUG", "s-1508"
SIZE = (120, 40)
TITLE = "horseshoe play korea-1950 --seat YUG"


def sitting() -> Sitting:
    """A sitting at the moment when the text is put to the vote."""
    made = Sitting.begin(load("korea-1950"), {SEAT: "person"}, seed=1950)
    while not _put(made):
        if not made.step():
            done = made.submit(passing(SEAT, made.docket(SEAT)))
            if isinstance(done, Refusal) or made.finished:
                raise RuntimeError(f"the vote on {TEXT} never came: {done}")
    return made


def _put(made: Sitting) -> bool:
    ballot = made.state.chamber.ballot
    draft = made.state.chamber.drafts.get(ballot.draft) if ballot is not None else None
    return draft is not None and draft.stored == TEXT


async def picture() -> str:
    """Return the roll call as SVG."""
    with tempfile.TemporaryDirectory() as saves:
        app = Horseshoe(Start(saves=Path(saves)))
        async with app.run_test(size=SIZE) as pilot:
            played = sitting()
            app.take_places(played, {})
            for _ in range(400):
                await pilot.pause(0.02)
                name = type(app.screen).__name__
                if name in ("WireRoom", "Briefing", "Digest", "Curtain"):
                    await pilot.press("enter")
                elif name == "RollCall" and played.awaits == SEAT:
                    await pilot.pause(0.5)
                    return app.export_screenshot(title=TITLE)
    raise RuntimeError("the roll call was never shown")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(asyncio.run(picture()), encoding="utf-8")
