"""A house of its own for each test of a command: its own saves, cache and shelf."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli import main
from game.packs import load
from game.sitting import Sitting

TOP = Path(__file__).resolve().parents[2]
TINY = TOP / "tests" / "data" / "packs" / "tiny"
Done = subprocess.CompletedProcess[bytes]


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a shelf (`data`), a cache, and saves: one sitting that is over."""
    top = tmp_path_factory.mktemp("house")
    shutil.copytree(TINY, top / "data" / "horseshoe" / "crises" / "tiny")
    (top / "saves").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        for name, where in surroundings(top).items():
            patch.setenv(name, where)
        sitting = Sitting.begin(load("tiny"), seed=7, folder=top / "saves")
        sitting.run()
        assert sitting.finished
        sitting.close()
        assert main(["packs"]) == 0
    return top


@pytest.fixture
def house(furnished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The furnished folder, copied, with the environment that leads to it."""
    top = tmp_path / "house"
    shutil.copytree(furnished, top)
    for name, where in surroundings(top).items():
        monkeypatch.setenv(name, where)
    return top


def surroundings(top: Path) -> dict[str, str]:
    """The environment in which the game uses a house."""
    return {
        "XDG_DATA_HOME": str(top / "data"),
        "HORSESHOE_SAVES": str(top / "saves"),
        "HORSESHOE_CACHE": str(top / "cache"),
        "PYTHONPATH": str(TOP),
    }


@pytest.fixture
def save(house: Path) -> Path:
    """The one save there is."""
    return next((house / "saves").iterdir())


@pytest.fixture
def said(house: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Give a command in this process; returns exit code, output and error output."""

    def give(*argv: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(argv)
        out = capsys.readouterr()
        return code, out.out, out.err

    return give


@pytest.fixture
def run(house: Path, tmp_path: Path) -> Callable[..., Done]:
    """Give a command in a process of its own, from an empty folder."""

    def give(*argv: str, **more: str) -> Done:
        empty = tmp_path / "empty"
        empty.mkdir(exist_ok=True)
        return subprocess.run(
            [sys.executable, "-m", "game", *argv],
            cwd=empty,
            env={**os.environ, **surroundings(house), **more},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )

    return give
