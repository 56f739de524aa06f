"""Files of votes as people write them: a table of facts in the native form, and short files to try things."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml

from game.rules.bodies import PERMANENT
from game.tally import Docket, Finding, judge, read

DATA = Path(__file__).parents[1] / "data"
BODY = {"unsc_11": "UNSC", "unsc_15": "UNSC", "unga": "UNGA"}
NAMES = {"CHN": "China", "FRA": "France", "GBR": "United Kingdom", "RUS": "USSR", "USA": "United States"}
assert set(NAMES) == set(PERMANENT)


def native(case: dict[str, Any]) -> dict[str, Any]:
    """A case of tests/data in the form of the files that are judged: a vote for each name."""
    made = {**case, "body": BODY.get(case["era"], "LEAGUE")}
    if "seats" in case:
        made["seats"] = {NAMES.get(s, s): vote for vote, seats in case["seats"].items() for s in seats}
    expected = dict(case["expected"])
    for key in ("vetoed_by", "blocked_by"):
        if key in expected:
            expected[key] = sorted(NAMES.get(seat, seat) for seat in expected[key])
    made["expected"] = expected
    made["parties_to_dispute"] = [NAMES.get(s, s) for s in case.get("parties_to_dispute", [])]
    return made


@pytest.fixture(scope="session")
def cases_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All cases of tests/data, with their chains and presidencies, as one file."""
    facts = yaml.safe_load((DATA / "voting_cases.yaml").read_text("utf-8"))
    whole = {
        "meta": {"title": "facts"},
        "cases": [native(case) for case in facts["cases"]],
        "chains": facts["chains"],
        "presidency_cases": facts["presidency"],
    }
    path = tmp_path_factory.mktemp("tally") / "cases.yaml"
    path.write_text(yaml.dump(whole, Dumper=_Plain, sort_keys=False, allow_unicode=True), "utf-8")
    return path


class _Plain(yaml.SafeDumper):
    """A dumper that writes a list out again rather than point to it."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Docket]:
    """Read a short file; `name` tells what it is."""

    def write(text: str | bytes, name: str = "votes.yaml") -> Docket:
        path = tmp_path / name
        path.write_bytes(dedent(text).encode() if isinstance(text, str) else text)
        return read(path)

    return write


@pytest.fixture
def findings(file: Callable[..., Docket]) -> Callable[..., dict[str, Finding]]:
    """Judge a short file without problems; findings by id."""

    def judged(text: str | bytes, name: str = "votes.yaml") -> dict[str, Finding]:
        docket = file(text, name)
        assert [str(problem) for problem in docket.problems] == []
        return {finding.id: finding for finding in judge([docket])}

    return judged


@pytest.fixture
def told(file: Callable[..., Docket]) -> Callable[..., list[str]]:
    """What is wrong with a short file, each problem in one line."""

    def problems(text: str | bytes, name: str = "votes.yaml") -> list[str]:
        return [str(problem) for problem in file(text, name).problems]

    return problems
