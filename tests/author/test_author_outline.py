"""A crisis as an outline in plain lines, and a hindcast as a report."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from game.author.compared import compared
from game.author.hindcast import hindcast
from game.author.outline import in_words, outline
from game.packs import load
from game.session.scenario import Scenario
from game.world.conditions import Condition


@pytest.fixture(scope="module")
def korea() -> Scenario:
    return load("korea-1950")


@pytest.mark.parametrize("width", [50, 80, 140])
def test_the_outline_names_everything_and_keeps_to_its_width(korea: Scenario, width: int) -> None:
    lines = list(outline(korea, width))
    text = "\n".join(lines)
    assert max(map(len, lines)) <= width
    for thing in (*korea.sealed.stages, *korea.sealed.happenings, *korea.sealed.endings):
        assert f"[{thing.id}]" in text
    assert sum(not line.startswith(" ") for line in lines if line) == 3


def test_a_condition_is_read_aloud() -> None:
    adopted = Condition("adopted", "truce")
    either = Condition("any", of=(Condition("flag", "stopped"), Condition("track", "front", at_most=20)))
    neither = Condition("none", of=(Condition("stage", "", at_least=3),))
    said = in_words(Condition("all", of=(adopted, either, neither)))
    assert said == "adopted truce and (flag stopped or track front at most 20) and not (stage at least 3)"


def test_what_a_pack_calls_things_is_made_plain(korea: Scenario) -> None:
    stage = replace(korea.sealed.stages[0], title="\x1b[31mRed\x07")
    spoilt = replace(korea, sealed=replace(korea.sealed, stages=(stage,)))
    assert all(line.isprintable() for line in outline(spoilt, 80))


def test_a_hindcast_is_reported_by_draft_with_the_reasons_of_what_was_missed(korea: Scenario) -> None:
    found = hindcast(korea)
    lines = list(compared(korea, found))
    missed = [vote for vote in found.votes if not vote.agrees]
    assert f"of {len(found.votes)} agree" in "\n".join(lines)
    assert sum(", really " in line for line in lines) == len(missed)
    assert list(compared(korea, replace(found, votes=()))) == [
        "Korea, 1950: no roll call of history is known, so nothing can be compared."
    ]
