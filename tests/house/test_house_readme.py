"""The README's promises: its commands are commands, its picture is there and was drawn by the program."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from game.cli.desk import desk

TOP = Path(__file__).parents[2]
README = (TOP / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.S)
COMMANDS = [
    line.split("#")[0].strip()
    for block in BLOCKS
    for line in block.splitlines()
    if line.startswith("horseshoe ")
]


def test_the_first_command_installs_and_opens_and_the_second_is_the_gate() -> None:
    assert BLOCKS[0].strip() == ("python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/horseshoe")
    assert BLOCKS[1].strip() == ".ci/run"
    assert (TOP / ".ci" / "run").stat().st_mode & 0o111


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_readme_is_understood(command: str) -> None:
    asked = desk().parse_args(shlex.split(command)[1:])
    assert asked.run


def test_there_are_three_doors() -> None:
    assert re.findall(r"^## (.*)$", README, re.M) == ["Play it", "Write a crisis", "Work on it"]


def test_the_picture_was_drawn_by_the_program() -> None:
    (link,) = re.findall(r"!\[[^]]*\]\(([^)]*)\)", README)
    drawn = (TOP / link).read_text("utf-8")
    assert drawn.startswith("<svg")
    assert "Yugoslavia" in drawn
    assert "ROLL&#160;CALL" in drawn


def test_every_page_it_links_to_is_there() -> None:
    pages = [x for x in re.findall(r"\]\(([^)]*)\)", README) if "://" not in x]
    assert pages
    assert all((TOP / page).is_file() for page in pages)
