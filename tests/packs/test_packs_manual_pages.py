"""The manual page of every check is true: what it says passes does pass, and what it says fails does fail."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

import game.packs.checks
from game.packs import inspect
from game.packs.checks import ALL, code_of
from game.packs.checks.security import shares_named

Piece = tuple[str, str]


def pieces(check: ModuleType) -> Iterator[tuple[str, list[Piece]]]:
    """The examples of a manual page: PASS or FAIL, with the files and the YAML laid over them."""
    for verdict, block in re.findall(
        r"^(PASS|FAIL)\n((?:(?: {4}.*)?\n)+)", check.__doc__ or "", re.MULTILINE
    ):
        parts = re.split(r"^ {4}# (\S+)\n", block, flags=re.MULTILINE)[1:]
        yield verdict, list(zip(parts[::2], parts[1::2], strict=True))


EXAMPLES = [
    pytest.param(check, verdict, files, id=f"{code_of(check)}-{verdict}-{number}")
    for check in ALL
    for number, (verdict, files) in enumerate(pieces(check))
]


@pytest.mark.parametrize(("check", "verdict", "files"), EXAMPLES)
def test_a_manual_page_says_what_the_check_does(
    check: ModuleType, verdict: str, files: list[Piece], lay: Callable[[str, str], Path]
) -> None:
    for file, piece in files:
        folder = lay(file, "\n".join(line[4:] for line in piece.splitlines()))
    _, problems = inspect(folder)
    others = [p for p in problems if p.grave and p.code in {"syntax", "missing", "unknown-key", "form"}]
    assert not others, others
    found = [p for p in problems if p.code == code_of(check)]
    assert bool(found) == (verdict == "FAIL"), problems
    touched = {file for file, _ in files} | {"pack.yaml"}
    assert all(p.file in touched and p.line > 0 and p.what and p.remedy for p in found), found


@pytest.mark.parametrize("check", ALL, ids=code_of)
def test_every_check_shows_what_passes_and_what_fails(check: ModuleType) -> None:
    verdicts = {verdict for verdict, _ in pieces(check)}
    assert verdicts == {"PASS", "FAIL"}
    assert (check.__doc__ or "").splitlines()[0].endswith((".", "..."))


def test_no_check_is_forgotten() -> None:
    folder = Path(game.packs.checks.__file__ or "").parent
    modules = {p.stem for p in folder.glob("*.py")} - {"__init__", "things"}
    assert {code_of(check) for check in ALL} == modules


def test_the_tables_of_the_security_check_name_real_fields() -> None:
    assert shares_named()
