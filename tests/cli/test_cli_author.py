"""The author's commands: what they print, and their exit codes."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli import desk, saying
from game.cli.waiting import Waiting, line, spell
from game.delegates import LEVELS
from game.sitting import Sitting

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


def test_validate_counts_by_level_and_fails_on_errors_only(said: Said, house: Path) -> None:
    pack = house / "data" / "horseshoe" / "crises" / "tiny"
    stages, briefs = pack / "stages.yaml", pack / "briefs" / "IND.yaml"
    stages.write_text(
        stages.read_text("utf-8").replace("effects:\n", "effects:\n    - {set_flag: idle}\n", 1), "utf-8"
    )
    briefs.write_text(briefs.read_text("utf-8").replace("secret: true", "secret: false"), "utf-8")
    code, out, _ = said("author", "validate", "tiny")
    assert code == 0
    assert "tiny: 1 warning, 1 note." in out.splitlines()
    assert "--explain flags'" in out
    assert json.loads(said("author", "validate", "tiny", "--json")[1])["counts"] == {
        "error": 0,
        "warning": 1,
        "note": 1,
    }
    (pack / "expectations.yaml").write_text("accepts: [{code: aims, why: It hides nothing.}]", "utf-8")
    out = said("author", "validate", "tiny")[1]
    assert "tiny: 1 warning, 1 accepted (see --all)." in out
    assert "It hides nothing." not in out
    assert "(accepted: It hides nothing.)" in said("author", "validate", "tiny", "--all")[1]


def test_levels_are_tinted_where_colours_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    shown: list[str] = []
    for name, value in (("TERM", "xterm"), ("TERM", "dumb"), ("NO_COLOR", "1")):
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setenv(name, value)
        monkeypatch.setattr("sys.stdout", out := Terminal())
        saying.say("a.yaml:1:1: error: An error.\x1b[2J", tint="error")
        shown.append(out.getvalue())
    assert shown[0] == "a.yaml:1:1: \x1b[1;31merror\x1b[0m: An error.[2J\n"
    assert shown[1] == shown[2] == "a.yaml:1:1: error: An error.[2J\n"


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


def test_a_folder_here_of_the_name_of_a_crisis_on_the_shelf_is_pointed_to(
    said: Said, house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelved = house / "data" / "horseshoe" / "crises" / "tiny"
    (tmp_path / "here").mkdir()
    shutil.copytree(shelved, tmp_path / "here" / "tiny")
    monkeypatch.chdir(tmp_path / "here")
    code, _, err = said("author", "validate", "tiny")
    assert code == 0
    assert f"tiny is the crisis in {shelved}; for the folder here write ./tiny." in err
    assert "write ./tiny" in said("author", "preview", "tiny")[2]
    assert said("author", "validate", "./tiny")[2] == ""
    monkeypatch.chdir(shelved.parent)
    assert said("author", "validate", "tiny")[2] == ""


def test_new_takes_what_is_usual_where_nobody_can_answer(said: Said, tmp_path: Path) -> None:
    code, out, err = said("author", "new", "mine", "--year", "1956")
    assert (code, err) == (0, "")
    assert "the 11 members of 1956" in out
    assert "Write here" in out
    code, out, err = said("author", "validate", "mine")
    assert (code, err) == (0, "")
    assert re.search(r"^mine: \d+ notes\.$", out, re.MULTILINE), out
    assert said("author", "new", "mine")[0] == 2
    assert said("author", "new", "other", "--into", str(tmp_path / "here"))[0] == 0
    assert (tmp_path / "here" / "other" / "pack.yaml").is_file()


@pytest.mark.parametrize(
    "words",
    [("--date", "1935-10-02"), ("--body", "league_council"), ("--complaint-of", "GRB"), ("--into", "")],
)
def test_new_asked_wrongly_says_so_and_writes_nothing(
    said: Said, house: Path, words: tuple[str, ...]
) -> None:
    code, out, err = said("author", "new", "mine", *words)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert not (house / "data" / "horseshoe" / "crises" / "mine").exists()


def test_new_asks_five_questions_at_a_terminal_and_asks_again(
    said: Said, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.cli.new._somebody", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("1935\n1956-10-30\nGRB\nGBR\ngbr\nEGY\nSuez\n\n"))
    code, out, err = said("author", "new", "suez")
    assert (code, err) == (0, "")
    assert out.count("] ") == 8
    assert "On 1935-06-01 there was no Security Council" in out
    assert "GBR cannot complain of itself" in out
    made = house / "data" / "horseshoe" / "crises" / "suez"
    assert 'title: "Suez"' in (made / "pack.yaml").read_text("utf-8")
    assert "  EGY:" in (made / "delegations.yaml").read_text("utf-8")


def test_new_asks_nothing_that_was_said(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.cli.new._somebody", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    words = ("--date", "1962-10-24", "--title", "Cuba", "--complaint-of", "RUS", "--brought-by", "USA")
    code, out, _ = said("author", "new", "cuba", *words, "--matter", "missiles")
    assert code == 0
    assert "] " not in out


def test_simulate_says_how_much_each_seat_matters(said: Said) -> None:
    code, out, err = said("author", "simulate", "tiny", "--runs", "10", "--vary", "seat")
    assert (code, err) == (0, "")
    assert "How much each seat matters" in out
    told = json.loads(said("author", "simulate", "tiny", "--runs", "2", "--json")[1])
    names = {"intervals", "happenings", "clauses", "tabled", "failed", "unseen", "upper_bound", "margins"}
    names |= {"vetoes", "objectives", "met", "lengths", "slowest", "matters", "anomalies", "interrupted"}
    assert names <= told.keys()


def test_simulate_interrupted_prints_what_is_done(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(Sitting):
        def run(self, most: int = 0) -> int:
            if self.state.seed == 3:
                raise KeyboardInterrupt
            return super().run(most)

    monkeypatch.setattr("game.author.playing.Sitting", Interrupted)
    code, out, err = said("author", "simulate", "tiny", "--runs", "9")
    assert (code, err) == (130, "")
    assert "Interrupted: 2 of 9 were played" in out


def test_simulate_counts_on_where_somebody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen, now = Screen(), iter(range(0, 100, 2))
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    bar = Waiting(lambda: float(next(now)))
    bar.tell(5, 10)
    bar.tell(10, 10)
    bar.clear()
    *_, first, last, blank, _ = screen.getvalue().split("\r")
    assert first == "[##########..........] 5 of 10 sittings, 2.5 a second, 2 s left"
    assert last.rstrip() == "[####################] 10 of 10 sittings, 2.5 a second, 0 s left"
    assert blank == " " * len(last)


def test_the_time_left_is_said_as_people_say_it() -> None:
    assert [spell(x) for x in (8.4, 125, 4200)] == ["8 s", "2 min 05 s", "1 h 10 min"]
    assert line(0, 10, 0) == "[....................] 0 of 10 sittings"


def test_nothing_is_drawn_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = io.StringIO()
    monkeypatch.setattr("sys.stderr", paper)
    bar = Waiting()
    bar.tell(10, 10)
    bar.clear()
    assert paper.getvalue() == ""


def test_simulate_may_vary_several_things_and_plays_on_a_level(said: Said) -> None:
    words = ("author", "simulate", "tiny", "--runs", "2", "--level", "novice", "--vary", "level,seat")
    told = json.loads(said(*words, "--json")[1])
    assert told["level"] == "novice"
    assert [x["level"] for x in told["levels"]] == list(LEVELS)
    assert len(told["matters"]) == 11
    code, out, err = said(*words, "--vary", "weather")
    assert (code, out) == (2, "")
    assert "weather is none of seat, level, temperament, skill." in err


def test_the_levels_of_the_command_are_those_of_the_delegates() -> None:
    assert tuple(LEVELS) == desk._LEVELS


def test_a_cluster_that_does_not_answer_is_told(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("game.author.cluster.PATIENCE", 0.2)
    code, out, err = said("author", "simulate", "tiny", "--cluster", "tcp://127.0.0.1:1")
    assert (code, out) == (1, "")
    assert "No Dask scheduler answers at tcp://127.0.0.1:1" in err
    assert err.count("\n") == 1


def test_a_cluster_without_dask_is_told_what_to_install(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    code, out, err = said("author", "simulate", "tiny", "--cluster", "tcp://127.0.0.1:1")
    assert (code, out) == (1, "")
    assert "pip install 'horseshoe[cluster]'" in err
