"""A motion of the house being moved, with the times and the topic its mover must state."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Horizontal

from game.prose import acts
from game.screens.pieces.composer import Composer, chosen
from game.screens.pieces.fields import Choices, Pen
from game.session.actions import Action, MoveMotion

MINUTES = (5, 10, 15, 20, 30)
SECONDS = (15, 30, 45, 60, 90, 120)
USUAL = (1, 3)
"""Which of the times lies under the cursor at first: ten minutes, sixty seconds."""


class MotionSheet(Composer):
    """A motion; gives back a MoveMotion."""

    HEADING = "A motion"
    HAND_IN = "Move it"
    GUIDE: ClassVar[str] = (
        "Choose what you move. Where the house asks for it, say how long it shall last, how long each "
        "speaker has, and what is to be spoken about; other motions leave these aside."
    )

    def fields(self) -> ComposeResult:
        """Yield the motions that are in order, the times and the topic."""
        moved = [x for x in self.council.docket(self.seat).of(MoveMotion) if isinstance(x, MoveMotion)]
        self._moved = {str(i): x for i, x in enumerate(moved)}
        motions = Choices("You move", [(k, self._named(x)) for k, x in self._moved.items()], id="motion")
        motions.styles.width = "2fr"
        with Horizontal(classes="fields"):
            yield motions
            yield Choices(
                "In all", [(str(m * 60), f"{m} minutes") for m in MINUTES], chosen=USUAL[0], id="total"
            )
            yield Choices("Each", [(str(s), f"{s} seconds") for s in SECONDS], chosen=USUAL[1], id="each")
        yield Pen("On what topic?", lines=False, limit=160, id="topic")

    def _named(self, motion: MoveMotion) -> str:
        return acts.title(replace(motion, total=0, each=0, topic=""), self.scenario, self.view)

    def weigh(self) -> None:
        """Show the fields that the motion under the cursor asks for, and weigh it."""
        if not self._ready:
            return
        motion = self._moved.get(str(chosen(self, "motion")))
        asks = self.view.house.motion[motion.motion].asks if motion is not None else ()
        for field in ("total", "each", "topic"):
            self.query_one(f"#{field}").display = field in asks
        super().weigh()

    def act(self) -> Action | None:
        """Return the motion with what the house asks its mover to state."""
        motion = self._moved.get(str(chosen(self, "motion")))
        if motion is None:
            return None
        asks = self.view.house.motion[motion.motion].asks
        topic = self.query_one("#topic", Pen).words
        return replace(
            motion,
            total=int(str(chosen(self, "total"))) if "total" in asks else 0,
            each=int(str(chosen(self, "each"))) if "each" in asks else 0,
            topic=topic if "topic" in asks else "",
        )

    def wanting(self) -> str:
        """Say what is missing."""
        return "No motion is in order now."
