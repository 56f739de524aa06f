"""The author's commands: what they print, and their exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Said = Callable[..., tuple[int, str, str]]


def test_validate_says_there_is_nothing_to_mend(said: Said) -> None:
    code, out, err = said("author", "validate", "tiny")
    assert (code, err) == (0, "")
    assert "nothing to mend" in out


def test_validate_tells_errors_and_exits_1(said: Said, house: Path) -> None:
    pack = house / "data" / "horseshoe" / "crises" / "tiny" / "endings.yaml"
    pack.write_text("[", "utf-8")
    code, out, err = said("author", "validate", "tiny", "--json")
    assert (code, err) == (1, "")
    told = json.loads(out)
    assert told["playable"] is False
    assert {f["level"] for f in told["findings"]} == {"error"}
    assert all({"file", "line", "column", "code", "what", "remedy"} <= f.keys() for f in told["findings"])
    assert said("author", "validate", "tiny")[0] == 1


@pytest.mark.parametrize("words", [("no-such",), ("--explain", "flag"), ()])
def test_validate_asked_wrongly_says_so(said: Said, words: tuple[str, ...]) -> None:
    code, out, err = said("author", "validate", *words)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


def test_validate_explains_a_code(said: Said) -> None:
    code, out, _ = said("author", "validate", "--explain", "flags")
    assert code == 0
    assert "PASS" in out


def test_hindcast_prints_the_shares_and_as_json_what_the_format_says(said: Said) -> None:
    code, out, _ = said("author", "hindcast", "korea-1950")
    assert code == 0
    assert "always yes" in out
    told = json.loads(said("author", "hindcast", "korea-1950", "--json")[1])
    assert {"pack", "votes", "agreement", "contested_agreement"} <= told.keys()
    assert {"draft", "member", "actual", "predicted", "reason"} == told["votes"][0].keys()


@pytest.mark.parametrize("form", ["mermaid", "dot"])
def test_graph_is_written_for_other_programs(said: Said, form: str) -> None:
    code, out, _ = said("author", "graph", "tiny", "--format", form)
    assert code == 0
    assert out.startswith("flowchart TD" if form == "mermaid" else "digraph")
    assert said("author", "graph", "--procedure")[0] == 0
    assert said("author", "graph")[0] == 2


def test_preview_and_schema_are_printed(said: Said) -> None:
    assert said("author", "preview", "tiny")[0] == 0
    assert json.loads(said("author", "schema")[1])["$schema"]
