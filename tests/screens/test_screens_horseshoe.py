"""The drawing of the table: every seat, every sign, at every size."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.pieces.canvas import Canvas, shortened
from game.screens.pieces.horseshoe import LARGE, LETTERS, MIDDLE, SMALL, Sitter, draw, scale_for

CODES = (
    "IND",
    "NOR",
    "RUS",
    "GBR",
    "USA",
    "YUG",
    "CHN",
    "CUB",
    "ECU",
    "EGY",
    "FRA",
    "BRA",
    "NLD",
    "TUR",
    "JPN",
)
NAMES = (
    "India", "Norway", "USSR", "United Kingdom", "United States", "Yugoslavia", "China", "Cuba", "Ecuador",
    "Egypt", "France", "Brazil", "Netherlands", "Turkey", "Japan",
)  # fmt: skip


def council(seats: int) -> tuple[Sitter, ...]:
    return tuple(
        Sitter(code, name, f"Delegate of {code}", presides=i == 0)
        for i, (code, name) in enumerate(zip(CODES[:seats], NAMES[:seats], strict=True))
    )


@given(st.integers(1, 260), st.integers(1, 90), st.integers(0, 15))
def test_any_size_can_be_drawn(width: int, height: int, seats: int) -> None:
    picture = draw(width, height, council(seats), [("a line", "said")] * 9, ["a guest"])
    assert (picture.width, picture.height) == (width, height)
    assert all(len(line) <= width for line in picture.text().split("\n"))


@pytest.mark.parametrize("seats", [11, 14, 15])
@pytest.mark.parametrize(("width", "height"), [(50, 10), (52, 10), (76, 20), (120, 22), (136, 34), (196, 36)])
def test_every_plate_can_be_read(width: int, height: int, seats: int) -> None:
    text = draw(width, height, council(seats), [], []).text()
    small = scale_for(width, height) is SMALL
    for sitter in council(seats):
        assert (sitter.code if small else sitter.name) in text
        assert scale_for(width, height) is not LARGE or sitter.representative in text


@pytest.mark.parametrize(("width", "height"), [(50, 10), (76, 20), (136, 34)])
def test_every_vote_is_a_letter(width: int, height: int) -> None:
    votes = [*LETTERS, *LETTERS, "yes"]
    voted = tuple(replace(s, vote=v) for s, v in zip(council(11), votes, strict=True))
    picture = draw(width, height, voted, [], [])
    letters = [
        picture._signs[y][x]
        for y in range(height)
        for x in range(width)
        if picture._styles[y][x].startswith("vote-") and picture._signs[y][x] != " "
    ]
    assert sorted(letters) == sorted(LETTERS[v] for v in votes)


def test_the_president_sits_at_the_head_and_the_others_follow_to_the_right() -> None:
    picture = draw(76, 20, council(11), [], [])
    found = {s.code: _where(picture, s.code) for s in council(11)}
    head_x, head_y = found["IND"]
    assert head_y == min(y for _, y in found.values())
    assert all(found[code][0] > head_x for code in ("NOR", "RUS", "GBR", "USA", "YUG"))
    assert all(found[code][0] < head_x for code in ("CHN", "CUB", "ECU", "EGY", "FRA"))
    right = [found[code][1] for code in ("NOR", "RUS", "GBR", "USA", "YUG")]
    left = [found[code][1] for code in ("CHN", "CUB", "ECU", "EGY", "FRA")]
    assert right == sorted(right)
    assert left == sorted(left, reverse=True)


def _where(picture: Canvas, seat: str) -> tuple[int, int]:
    cells = [
        (x, y) for y in range(picture.height) for x in range(picture.width) if picture.seat_at(x, y) == seat
    ]
    return cells[0]


def test_signs_not_only_colours_tell_what_a_seat_is() -> None:
    plain = council(11)
    sitters = (
        replace(plain[0], floor=False),
        replace(plain[1], floor=True),
        replace(plain[2], absent=True, permanent=True),
        replace(plain[3], sponsor=True),
        replace(plain[4], stance="no"),
        *plain[5:],
    )
    text = draw(76, 20, sitters, [], ["South Korea"]).text()
    for sign in (
        "◆ India",
        "▶ Norway",
        "(USSR)*",
        "United Kingdom§",
        "United States n?",
        "at the table: South Korea",
    ):
        assert sign in text


def test_scales_follow_the_room() -> None:
    assert scale_for(50, 10) is SMALL
    assert scale_for(76, 20) is MIDDLE
    assert scale_for(136, 34) is LARGE


def test_a_long_name_is_cut_and_wide_letters_take_two_cells() -> None:
    assert shortened("Union of Soviet Socialist Republics", 10) == "Union of…"
    assert shortened("中華民國代表", 5) == "中華…"
    canvas = Canvas(6, 1)
    canvas.write(0, 0, "中a華b", "x")
    assert canvas.text() == "中a華b"
    assert not canvas.free(0, 0, 2)


@given(st.text(max_size=40), st.integers(0, 30))
def test_nothing_written_is_wider_than_it_may_be(text: str, width: int) -> None:
    from rich.cells import cell_len

    assert cell_len(shortened(text, width)) <= max(width, 0) or cell_len(text) <= width
