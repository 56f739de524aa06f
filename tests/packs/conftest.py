"""The tiny pack as this room's tests use it: copied to a folder of its own, pieces of YAML laid over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.packs.reading import read

TINY = Path(__file__).parent.parent / "data" / "packs" / "tiny"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test begins with an empty cache of its own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("HORSESHOE_CACHE", str(folder))
    return folder


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny pack that a test may spoil."""
    return Path(shutil.copytree(TINY, tmp_path / "packs" / "tiny"))


@pytest.fixture
def lay(tiny: Path) -> Callable[[str, str], Path]:
    """Lay a piece of YAML over a file of the tiny pack; empty keys are taken out, conditions replaced."""

    def over(file: str, piece: str) -> Path:
        path = tiny / file
        sheet = read(file, piece.encode())
        assert not sheet.problems, sheet.problems
        old = read(file, path.read_bytes()).data if path.exists() else {}
        path.write_text(
            yaml.safe_dump(_merged(old, sheet.data), sort_keys=False, allow_unicode=True), "utf-8"
        )
        return tiny

    return over


def _merged(old: Any, new: Any) -> Any:
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return new
    whole = dict(old)
    for key, value in new.items():
        if value is None:
            whole.pop(key, None)
        else:
            whole[key] = value if key in {"when", "offered"} else _merged(whole.get(key, {}), value)
    return whole
