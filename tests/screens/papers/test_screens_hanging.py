"""Lists whose rows hang beside a sign, at every width."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from game.screens.pieces.hanging import HangingList, Row

LONG = "Ask the Secretary-General and the agencies for relief to the civilians of Korea"


class Leaf(Screen[None]):
    """A list and nothing else."""

    def compose(self) -> ComposeResult:
        yield HangingList(id="rows")

    def on_mount(self) -> None:
        rows = [Row(Content(""), Content("RELIEF"), open=False), Row(Content("10 "), Content(LONG))]
        self.query_one(HangingList).hang(rows, 1)


async def test_rows_hang_beside_their_sign_and_follow_the_width(stage: Any) -> None:
    sheet = Leaf()
    async with stage(sheet, (40, 12)) as pilot:
        await pilot.pause()
        rows = pilot.app.shown().split("\n")
        first = next(i for i, row in enumerate(rows) if "10 Ask" in row)
        beside = rows[first].index("Ask")
        assert rows[first + 1][:beside].strip("▊▎ ") == ""
        assert rows[first + 1][beside] != " "
        await pilot.resize_terminal(120, 12)
        await pilot.pause()
        assert f"10 {LONG}" in pilot.app.shown()
        assert sheet.query_one(HangingList).highlighted == 1


async def test_a_heading_cannot_be_chosen(stage: Any) -> None:
    sheet = Leaf()
    async with stage(sheet, (60, 12)) as pilot:
        await pilot.press("up", "up")
        assert sheet.query_one(HangingList).highlighted == 1
