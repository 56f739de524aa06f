"""What a pack has delegations say when they first speak goes before the house's own, once at a meeting."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from msgspec.structs import replace

from game.packs import load
from game.session.events import StatementMade
from game.session.scenario import Scenario
from game.session.words import Words
from game.sitting import Sitting

TINY = Path(__file__).parent.parent / "data" / "packs" / "tiny"
OPENING = ("{seat} takes the floor on {issue}.", "On {issue} {seat} will be brief.")


def spoken(scenario: Scenario) -> list[tuple[str, str]]:
    """Who said what in a whole sitting, in order."""
    sitting = Sitting.begin(scenario, seed=2)
    sitting.run(2_000)
    return [(e.seat, e.words) for e in sitting.record if isinstance(e, StatementMade)]


def test_a_delegation_opens_with_the_packs_sentence_and_goes_on_with_its_own() -> None:
    tiny = load(TINY)
    worded = Scenario(replace(tiny.open, words=Words(speeches={"opening": OPENING})), tiny.sealed)
    usual, own = spoken(tiny), spoken(worded)
    assert [seat for seat, _ in usual] == [seat for seat, _ in own]
    changed = [(seat, words) for (seat, words), was in zip(own, usual, strict=True) if words != was[1]]
    assert changed
    meetings = len(tiny.sealed.stages)
    assert max(Counter(seat for seat, _ in changed).values()) <= meetings
    assert all("takes the floor on" in words or "will be brief" in words for _, words in changed)
    assert all("{" not in words and words[0].isupper() for _, words in changed)
