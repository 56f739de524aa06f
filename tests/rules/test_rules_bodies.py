"""The bodies and their eras, and refusals as values."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from game.rules.bodies import BODIES, UNSC_11, UNSC_15, Body, body_on
from game.rules.refusals import Refusal


@pytest.mark.parametrize(
    ("day", "body"),
    [
        (date(1946, 1, 17), UNSC_11),
        (date(1965, 8, 31), UNSC_11),
        (date(1965, 12, 31), UNSC_11),
        (date(1966, 1, 1), UNSC_15),
        (date(2022, 2, 25), UNSC_15),
    ],
)
def test_x18_fifteen_members_sat_from_1_january_1966(day: date, body: Body) -> None:
    assert body_on(day) is body


def test_x18_there_was_no_council_before_17_january_1946() -> None:
    with pytest.raises(ValueError, match="1946-01-16 is before"):
        body_on(date(1946, 1, 16))


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_v1_seats_and_numbers_of_a_body(body: Body) -> None:
    assert len(body.permanent) == 5
    assert body.absolute_majority == body.size // 2 + 1 < body.needed < body.size


def test_a_refusal_reads_as_a_sentence_with_its_rule() -> None:
    refusal = Refusal("CB9", "Suspension is decided without debate.")
    assert str(refusal) == "Suspension is decided without debate. (CB9)"
    with pytest.raises(FrozenInstanceError):
        refusal.rule = "V4"  # type: ignore[misc]
