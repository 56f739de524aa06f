"""Folders that are not as they should be: told in sentences, never waited for, never raised."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from game.packs import PackError, Problem, inspect, load
from game.packs.folder import MOST_FILES, OPTIONAL, REQUIRED, SEATED
from game.plain import trouble

HOSTILE = json.loads((Path(__file__).parent.parent / "data" / "hostile_strings.json").read_text("utf-8"))


def found(folder: Path) -> list[tuple[str, str]]:
    return [(p.file, p.code) for p in inspect(folder)[1]]


@pytest.mark.parametrize("name", REQUIRED)
def test_a_missing_file_is_named(tiny: Path, name: str) -> None:
    (tiny / name).unlink()
    assert (name, "missing-file") in found(tiny)
    with pytest.raises(PackError) as caught:
        load(tiny)
    assert name in str(caught.value)


@pytest.mark.parametrize("name", [*REQUIRED, SEATED, *OPTIONAL, "briefs/IND.yaml"])
@pytest.mark.parametrize("raw", [b"", b"\0\1\2\xff\xfe", b"- a\n- b\n", b"word\n", b"a: [", b"7\n"])
def test_a_spoilt_file_is_named_and_nothing_is_raised(tiny: Path, name: str, raw: bytes) -> None:
    (tiny / name).write_bytes(raw)
    scenario, problems = inspect(tiny)
    grave = [p for p in problems if p.grave]
    if raw == b"" and name in {*OPTIONAL, "security.yaml"}:
        assert scenario is not None or name in {"happenings.yaml", "sources.yaml"}
        return
    assert scenario is None
    assert name in {p.file for p in grave} or name == "drafts.yaml"


def test_every_file_cut_short_at_any_point_is_answered(tiny: Path) -> None:
    for name in (*REQUIRED, SEATED, "briefs/USA.yaml"):
        whole = (tiny / name).read_bytes()
        for cut in range(0, len(whole), max(1, len(whole) // 4)):
            (tiny / name).write_bytes(whole[:cut])
            scenario, problems = inspect(tiny)
            assert (scenario is None) == any(p.grave for p in problems)
        (tiny / name).write_bytes(whole)


def test_a_stray_file_is_told_the_name_it_may_have_meant(tiny: Path) -> None:
    (tiny / "stage.yaml").write_text("a: 1\n")
    (tiny / "pack.yml").write_text("a: 1\n")
    problems = {p.file: p for p in inspect(tiny)[1]}
    assert problems["stage.yaml"].code == "stray-file"
    assert problems["stage.yaml"].remedy == "Did you mean stages.yaml?"
    assert problems["pack.yml"].remedy.startswith("Call it pack.yaml;")


@pytest.mark.parametrize("ending", [".yml", ".yaml.txt", ".YAML", ".yaml.docx"])
def test_a_file_whose_name_has_an_ending_too_many_is_told_its_name(tiny: Path, ending: str) -> None:
    (tiny / "briefs/IND.yaml").rename(tiny / f"briefs/IND{ending}")
    told = {p.code: p for p in inspect(tiny)[1] if p.file == f"briefs/IND{ending}"}
    assert told["stray-file"].remedy.startswith("Call it briefs/IND.yaml;")


def test_a_pipe_a_folder_or_a_loop_in_a_files_place_is_no_wait(tiny: Path) -> None:
    for name, make in {
        "stages.yaml": os.mkfifo,
        "drafts.yaml": os.mkdir,
        "endings.yaml": lambda p: os.symlink(p, p),
        "clauses.yaml": lambda p: os.symlink("/dev/zero", p),
    }.items():
        (tiny / name).unlink()
        make(tiny / name)
    assert {f for f, code in found(tiny) if code == "unreadable"} >= {
        "stages.yaml",
        "drafts.yaml",
        "endings.yaml",
        "clauses.yaml",
    }


def test_a_file_too_large_and_too_many_files(tiny: Path) -> None:
    (tiny / "debrief.yaml").write_bytes(b"# " + b"x" * 1_000_001)
    assert ("debrief.yaml", "too-large") in found(tiny)
    for number in range(MOST_FILES):
        (tiny / "briefs" / f"X{number}.yaml").touch()
    assert found(tiny) == [("", "too-many-files")]


def test_a_folder_without_a_pack(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert found(tmp_path / "empty")[0] == ("pack.yaml", "missing-file")
    (tmp_path / "file").touch()
    with pytest.raises(PackError, match="There is no pack called"):
        load(tmp_path / "file")


@pytest.mark.parametrize("entry", HOSTILE, ids=lambda e: e["name"])
def test_a_hostile_title_is_refused_or_shown_literally(tiny: Path, entry: dict[str, str]) -> None:
    text = entry["text"]
    pack = (tiny / "pack.yaml").read_text("utf-8")
    line = "title: " + json.dumps(text)
    (tiny / "pack.yaml").write_text(pack.replace("title: Two Days in June", line), "utf-8", "surrogatepass")
    scenario, problems = inspect(tiny)
    assert all(str(p).isprintable() for p in problems)
    if scenario is not None:
        assert trouble(text) is None
        assert scenario.open.title == text
    else:
        assert trouble(text) is not None or not text or len(text) > 160


def test_one_error_and_its_sentence() -> None:
    problem = Problem("stages.yaml", 3, 5, "range", "That is too much.", "Write less.")
    error = PackError("tiny", [problem, problem])
    assert str(error) == (
        "The pack tiny cannot be played: stages.yaml:3:5: That is too much. Write less. [range] (and 1 more)"
    )
    assert str(PackError("tiny", [])) == "The pack tiny cannot be played."
    assert Problem("", 0, 0, "x", "y", "z").where == "the folder"
    assert Problem("pack.yaml", 0, 0, "x", "y", "z").where == "pack.yaml"
    assert str(Problem("a", 1, 2, "x", "Y.", "Z.", level="note")).endswith("(note)")


def test_names_of_files_and_folders_are_shown_safely(tiny: Path) -> None:
    odd = os.fsencode(tiny.parent) + b"/\x1b[2J\xff"
    shutil.copytree(os.fsencode(tiny), odd)
    folder = Path(os.fsdecode(odd))
    (folder / "a\x1b[31m.yaml").touch()
    (folder / "briefs" / "ind.yaml").touch()
    (folder / os.fsdecode(b"\xfe.yaml")).touch()
    problems = inspect(folder)[1]
    assert {p.code for p in problems} == {"stray-file"}
    assert all(str(p).isprintable() and str(p).encode() for p in problems)
    with pytest.raises(PackError) as caught:
        load(folder)
    assert str(caught.value).isprintable()


def test_a_copy_under_another_name_says_so(tiny: Path) -> None:
    other = Path(shutil.copytree(tiny, tiny.parent / "other"))
    assert found(other) == [("pack.yaml", "names")]
