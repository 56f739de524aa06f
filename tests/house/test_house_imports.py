"""Each lower room is imported in a process of its own: a static graph cannot see a deferred import."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
HEAVY = {"textual", "rich", "yaml", "pydantic", "jinja2", "click", "platformdirs"}
# What a room may not load, directly or through others, besides the heavy ones.
BARRED = {
    "rules": HEAVY | {"msgspec", "transitions"},
    "world": HEAVY | {"msgspec", "transitions"},
    "plain": HEAVY | {"msgspec", "transitions"},
    "places": HEAVY | {"msgspec", "transitions"},
    "session": HEAVY,
    "delegates": HEAVY,
    "journal": HEAVY,
    "sitting": HEAVY - {"platformdirs"},
}
LOAD = """
import importlib, json, pkgutil, sys
room = importlib.import_module("game." + sys.argv[1])
for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
    importlib.import_module(module.name)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


@pytest.mark.parametrize("room", [room for room in BARRED if (TOP / "game" / room / "__init__.py").exists()])
def test_a_lower_room_loads_nothing_from_upstairs(room: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOAD, room], cwd=TOP, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert BARRED[room] & set(json.loads(done.stdout)) == set()


def test_the_package_itself_loads_no_room() -> None:
    code = "import game, sys; print([name for name in sys.modules if name.startswith('game.')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
