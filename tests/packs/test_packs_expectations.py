"""What an author expects of a crisis: a file that may be left out, sealed, its names checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.packs import inspect, load
from game.session.expectations import Acceptance, Bounds, Correlation, Expectations

WHOLE = """
endings: {repelled: {at_least: 0.05, at_most: 0.7, why: History.}}
happenings: {seoul-falls: {at_least: 0.1}}
seats: {USA: 0.05, "*": 0.01}
reading: 10
correlations: [{tracks: [front, resolve], at_most: 0.95}]
accepts: [{code: sources, at: pack.seats.USA, why: Told in the dossier.}]
"""


def test_a_pack_without_the_file_expects_nothing(tiny: Path) -> None:
    (tiny / "expectations.yaml").unlink(missing_ok=True)
    assert load(tiny).sealed.expectations == Expectations()


def test_what_is_expected_is_sealed(lay: Callable[[str, str], Path]) -> None:
    scenario = load(lay("expectations.yaml", WHOLE))
    assert scenario.sealed.expectations == Expectations(
        endings={"repelled": Bounds(0.05, 0.7, "History.")},
        happenings={"seoul-falls": Bounds(0.1)},
        seats={"USA": 0.05, "*": 0.01},
        reading=10,
        correlations=(Correlation(("front", "resolve"), 0.95),),
        accepts=(Acceptance("Told in the dossier.", "sources", "pack.seats.USA"),),
    )
    assert not hasattr(scenario.shown, "expectations")


@pytest.mark.parametrize(
    ("piece", "code", "says"),
    [
        ("endings: {repeled: {at_least: 0.1}}", "references", "Did you mean repelled?"),
        ("happenings: {seoul-fals: {}}", "references", "Did you mean seoul-falls?"),
        ("seats: {USB: 0.1}", "references", "no seat or * called USB"),
        ("correlations: [{tracks: [front, frnt], at_most: 0.9}]", "references", "Did you mean front?"),
        ("endings: {repelled: {at_least: 5}}", "range", "should be at most 1"),
        ("accepts: [{code: sources}]", "missing", "why is missing"),
        ('accepts: [{code: sources, why: ""}]', "length", "is empty"),
        ("correlations: [{tracks: [front], at_most: 0.9}]", "missing", "too few items"),
    ],
)
def test_what_cannot_be_expected_is_told(tiny: Path, piece: str, code: str, says: str) -> None:
    (tiny / "expectations.yaml").write_text(piece, "utf-8")
    _, problems = inspect(tiny)
    found = [p for p in problems if p.file == "expectations.yaml"]
    assert [p.code for p in found] == [code]
    assert says in str(found[0])
    assert found[0].line == 1
