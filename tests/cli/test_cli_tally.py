"""`horseshoe tally`: the table, the check, JSON, one question, and what cannot be judged."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.rules.results import Verdict

Said = Callable[..., tuple[int, str, str]]
TABLE = Path(__file__).parents[1] / "data" / "council_votes.csv"

CASES = """
cases:
- id: GOOD
  era: unsc_15
  question_type: substantive
  seats: {China: 'yes', France: 'yes', Russian Federation: 'no', United Kingdom: 'yes', United States: 'yes',
          A: 'yes', B: 'yes', C: 'yes', D: 'yes', E: 'yes', F: abstain, G: abstain, H: abstain, I: absent,
          J: 'yes'}
  expected: {result: RESULT, vetoed_by: [Russian Federation]}
- {id: OPEN, era: unsc_15, question_type: procedural, tally: {'yes': 9, 'no': 6}}
- {id: a-very-long-id-of-a-vote, era: unsc_15, question_type: consensus, objections: [A]}
chains:
- {id: CHAIN, steps: [GOOD, OPEN]}
ordering_cases:
- {id: ORDER, rule: CB9, given: [adjourn the meeting, suspend the meeting],
   expected_order: [suspend the meeting, adjourn the meeting]}
presidency_cases:
- {id: CHAIR, president: France, members: [China, France, United States], expected_chair: United States}
"""


@pytest.fixture
def cases(tmp_path: Path) -> Callable[[str], str]:
    """A file of cases that expects a result of its first vote."""

    def write(result: str) -> str:
        path = tmp_path / "cases.yaml"
        path.write_text(CASES.replace("RESULT", result), "utf-8")
        return str(path)

    return write


def test_v4_a_question_at_the_prompt(said: Said) -> None:
    code, out, err = said(
        *("tally", "--body", "unsc_15", "--yes", "9", "--no", "USA", "--abstain", "5"),
    )
    assert (code, err) == (0, "")
    assert "vetoed by USA" in out
    assert "9 needed, 9 had" in out
    assert "V4   The veto" in out


def test_a_question_as_json_is_a_list_of_one(said: Said) -> None:
    code, out, _ = said("tally", "--yes", "9", "--no", "2", "--abstain", "4", "--json")
    (told,) = json.loads(out)
    assert code == 0
    assert (told["id"], told["result"], told["certain"]) == ("question", "adopted", False)
    assert told["possible"] == ["adopted", "vetoed"]


def test_a_question_says_what_it_takes_for_granted(said: Said) -> None:
    _, out, _ = said("tally", "--yes", "9", "--no", "2", "--parties", "Chad", "--enforce")
    assert "adopted, or vetoed" in out
    assert "4 members are not spoken of and taken as absent; the text is taken to rest on" in out
    assert "14 votes" not in said("tally", "--yes", "14", "--no", "USA")[1]


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ((), "There is nothing to judge; name a file"),
        (("--yes", "16"), "16 votes were given, but the Security Council of fifteen has 15 members."),
        (("--yes", "9", "--check"), "has nothing to compare with"),
        (("--yes", "9", "cases.yaml"), "typed or read from files, not both"),
        (("--yes", "9", "--body", "unsc_14"), "--body cannot be unsc_14; there are league_council"),
        (("--yes", "9", "--question", "amendement"), "Did you mean amendment?"),
        (("--yes", "9", "--nature", "odd"), "--nature cannot be odd"),
        (("--yes", "9", "--members", "0"), "is not a whole number from 1 to"),
        (("nowhere.yaml",), "nowhere.yaml does not exist; name a YAML file of cases or a CSV file"),
        ((".",), ". is a folder, not a file"),
    ],
)
def test_a_question_asked_wrongly_is_answered_with_2(
    said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = said("tally", *argv)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("argv", [(), ("--yes", "16"), ("nowhere.yaml",), (".",), ("--yes", "x")])
def test_json_is_a_list_even_when_nothing_can_be_judged(
    said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = said("tally", *argv, "--json")
    assert (code, json.loads(out)) == (2, [])
    assert err.count("\n") == 1


def test_the_table_keeps_to_the_width_of_the_terminal(
    said: Said, cases: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns in ("60", "80", "200"):
        monkeypatch.setenv("COLUMNS", columns)
        code, out, err = said("tally", cases("vetoed"), "--check")
        assert (code, err) == (0, "")
        assert max(len(line) for line in out.splitlines()) <= max(int(columns), 61)


def test_the_check_says_that_all_agree(said: Said, cases: Callable[[str], str]) -> None:
    code, out, _ = said("tally", cases("vetoed"), "--check")
    lines = out.splitlines()
    assert code == 0
    assert lines[-1] == "4 cases agree, 0 disagree, 0 doubted, 2 not compared"
    assert any(line.startswith("  GOOD") and "vetoed by Russian Federation" in line for line in lines)
    assert any("→" in line and "CHAIN" in line for line in lines)
    assert any("suspend the meeting; adjourn" in line for line in lines)
    assert any(line.split()[-1] == "PR5" and "United States" in line for line in lines)


def test_a_mismatch_is_told_with_both_sides_and_1(said: Said, cases: Callable[[str], str]) -> None:
    code, out, _ = said("tally", cases("adopted"), "--check")
    assert code == 1
    assert "! GOOD" in out
    assert "  GOOD  result: the file says adopted, the law vetoed" in out
    assert out.splitlines()[-1] == "3 cases agree, 1 disagree, 0 doubted, 2 not compared"
    assert said("tally", cases("adopted"))[0] == 0


def test_without_check_nothing_is_compared(said: Said, cases: Callable[[str], str]) -> None:
    _, out, _ = said("tally", cases("adopted"))
    assert out.splitlines()[-1] == "3 votes, 1 chain, 1 ordering, 1 presidency"
    assert "Disagreements" not in out
    assert "! " not in out


def test_json_tells_every_entry(said: Said, cases: Callable[[str], str]) -> None:
    code, out, _ = said("tally", cases("vetoed"), "--json")
    told: dict[str, dict[str, Any]] = {entry["id"]: entry for entry in json.loads(out)}
    assert code == 0
    assert list(told)[:2] == ["GOOD", "OPEN"]
    good = told["GOOD"]
    assert {good[key] for key in ("result", "needed", "had")} == {"vetoed", 9, 10}
    assert (good["vetoed_by"], good["rules"]) == (["Russian Federation"], ["V2", "V4"])
    assert told["CHAIN"]["steps"][0] == {"id": "GOOD", "result": "vetoed"}
    assert (told["ORDER"]["result"], told["ORDER"]["words"][0]) == (None, "suspend the meeting")
    assert "standing" not in good


def test_json_with_check_tells_how_each_stands(said: Said, cases: Callable[[str], str]) -> None:
    code, out, _ = said("tally", cases("adopted"), "--json", "--check")
    told = {entry["id"]: entry for entry in json.loads(out)}
    assert code == 1
    assert (told["GOOD"]["standing"], told["GOOD"]["agrees"]) == ("disagrees", False)
    assert told["GOOD"]["differences"] == [{"what": "result", "told": "adopted", "found": "vetoed"}]
    assert told["OPEN"]["agrees"] is None


def test_the_record_of_eighty_years_is_checked(said: Said) -> None:
    code, out, err = said("tally", str(TABLE), "--check")
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "1802 cases agree, 0 disagree, 1 doubted"
    for words in ("it can only have been procedural", "S/5095  The table has yes and no the wrong way"):
        assert words in out
    assert "? S/5095" in out


def test_json_of_the_record_uses_the_words_of_the_law(said: Said) -> None:
    _, out, _ = said("tally", str(TABLE), "--json")
    told = json.loads(out)
    assert len(told) == 1803
    assert {entry["result"] for entry in told} <= set(Verdict)
    assert all(entry["rules"] and entry["needed"] for entry in told)


def test_what_is_wrong_with_a_file_is_told_beside_what_can_be_judged(said: Said, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(CASES.replace("RESULT", "vetoed") + "- {}\n" * 8, "utf-8")
    code, out, err = said("tally", str(path), "--json")
    assert code == 1
    assert len(json.loads(out)) == 6
    assert f"horseshoe: {path}:19:3: id is missing here. Add id." in err
    assert err.splitlines()[-1] == f"horseshoe: {path}: and 3 more."


@pytest.mark.parametrize("raw", [b"", b"\x00\xff", b"cases: [", b"[" * 20_000, b"vote_id,a\n1\n", b"\x1b[2J"])
def test_no_file_can_bring_it_down(said: Said, tmp_path: Path, raw: bytes) -> None:
    for name in ("a.yaml", "a.csv", "a.txt"):
        path = tmp_path / name
        path.write_bytes(raw)
        for more in ((), ("--json",)):
            code, out, err = said("tally", str(path), *more)
            assert code == 1
            assert out == ("[]\n" if more else "")
            assert err.startswith(f"horseshoe: {path}:")
            assert "Traceback" not in err
            assert "\x1b" not in err


def test_help_teaches_with_two_examples(said: Said) -> None:
    code, out, _ = said("tally", "--help")
    assert code == 0
    assert out.count("example: horseshoe tally ") == 2
    for word in ("--check", "--json", "--not-participating", "USA,2"):
        assert word in out
