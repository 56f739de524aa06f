"""The cache: quick when it can be, silent when it cannot, and never believed when damaged."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.packs import PackError, cache, load
from game.session.scenario import Scenario

KEEP = """
import sys
from game.packs import load, shelf
scenario = load(sys.argv[1])
shelf()
print(scenario.open.id, *sorted({"yaml", "pydantic", "textual", "rich"} & set(sys.modules)))
"""


def slots(folder: Path, kind: str = "scenario") -> list[Path]:
    return sorted(folder.glob(f"{kind}-*.msgpack"))


def test_a_second_start_needs_neither_yaml_nor_pydantic(tiny: Path, own_cache: Path) -> None:
    def started() -> str:
        told = subprocess.run(
            [sys.executable, "-c", KEEP, str(tiny)], capture_output=True, text=True, check=True, timeout=60
        )
        return told.stdout.strip()

    assert started() == "tiny pydantic yaml"
    assert started() == "tiny"
    assert len(slots(own_cache)) == 1


def test_what_is_recalled_is_what_was_compiled(
    tiny: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load(tiny)
    monkeypatch.setattr("game.packs.compile.compiled", lambda folder: pytest.fail("compiled again"))
    assert load(tiny) == first


def test_a_changed_file_is_compiled_anew(tiny: Path, own_cache: Path) -> None:
    before = load(tiny)
    text = (tiny / "pack.yaml").read_text("utf-8")
    (tiny / "pack.yaml").write_text(text.replace("minutes: 10", "minutes: 12"), "utf-8")
    assert load(tiny).open.minutes == before.open.minutes + 2
    assert len(slots(own_cache)) == 2


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped", "foreign", "folder"])
def test_a_damaged_slot_is_rebuilt_in_silence(tiny: Path, own_cache: Path, damage: str) -> None:
    first = load(tiny)
    (slot,) = slots(own_cache)
    raw = slot.read_bytes()
    slot.unlink()
    if damage == "folder":
        slot.mkdir()
    else:
        flipped = raw[:500] + bytes([raw[500] ^ 1]) + raw[501:]
        slot.write_bytes(
            {"empty": b"", "cut": raw[:-9], "flipped": flipped, "foreign": b"hello" * 99}[damage]
        )
    assert load(tiny) == first
    if damage != "folder":
        assert slot.read_bytes() == raw


def test_a_whole_slot_of_another_shape_is_not_believed(own_cache: Path) -> None:
    cache.keep("scenario", "k", {"open": 3})
    assert cache.recall("scenario", "k", Scenario) is None
    assert cache.recall("scenario", "k", dict) == {"open": 3}
    assert cache.recall("scenario", "other", dict) is None


def test_another_version_of_the_program_remembers_nothing(
    own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.keep("scenario", "k", [1])
    monkeypatch.setattr(cache, "_program", lambda: "another")
    assert cache.recall("scenario", "k", list) is None


def test_a_place_that_cannot_be_written_changes_nothing(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (tiny / "pack.yaml", tiny / "pack.yaml" / "below", Path("/proc/nowhere")):
        monkeypatch.setenv("HORSESHOE_CACHE", str(place))
        assert load(tiny).open.id == "tiny"


def test_a_full_disk_leaves_no_crumbs(tiny: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(old: object, new: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert load(tiny).open.id == "tiny"
    assert list(own_cache.iterdir()) == []


def test_the_cache_does_not_grow_for_ever(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST", 5)
    for number in range(9):
        cache.keep("card", str(number), number)
    assert len(slots(own_cache, "card")) == 5
    assert cache.recall("card", "8", int) == 8


def test_a_pack_with_a_problem_is_not_kept(tiny: Path, own_cache: Path) -> None:
    (tiny / "endings.yaml").write_text("a: 1\n")
    with pytest.raises(PackError):
        load(tiny)
    assert slots(own_cache) == []
