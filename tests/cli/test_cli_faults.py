"""Hands that do harm: papers over saves, full disks, signals at every moment, crises that lie elsewhere."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli import leaving, main
from game.packs import load
from game.sitting import Sitting

Said = Callable[..., tuple[int, str, str]]
COMMAND = (sys.executable, "-m", "game")
TOP = Path(__file__).resolve().parents[2]


def test_a_paper_never_goes_over_a_save(said: Said, save: Path) -> None:
    before = save.read_bytes()
    for name in (str(save), str(save.parent / "new.sitting.jsonl")):
        code, out, err = said("export", "tiny", "-o", name)
        assert (code, out) == (2, "")
        assert "is the name of a save, and papers never go over one" in err
    assert save.read_bytes() == before
    assert list(save.parent.iterdir()) == [save]


def test_a_link_to_a_save_is_no_way_round(said: Said, save: Path, tmp_path: Path) -> None:
    (tmp_path / "record.md").symlink_to(save)
    before = save.read_bytes()
    assert said("export", "tiny", "-o", str(tmp_path / "record.md"))[0] == 2
    assert save.read_bytes() == before


def test_a_paper_that_does_not_fit_leaves_the_old_one(house: Path, tmp_path: Path) -> None:
    paper = tmp_path / "papers" / "record.md"
    paper.parent.mkdir()
    paper.write_text("the old record", encoding="utf-8")
    done = subprocess.run(
        [*COMMAND, "export", "tiny", "-o", str(paper)],
        cwd=TOP,
        capture_output=True,
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500)),
    )
    assert done.returncode == 1
    assert b"cannot be written (File too large); choose another file." in done.stderr
    assert paper.read_text(encoding="utf-8") == "the old record"
    assert list(paper.parent.iterdir()) == [paper]


def test_a_paper_keeps_the_rights_of_the_one_it_replaces(said: Said, tmp_path: Path) -> None:
    paper = tmp_path / "record.md"
    paper.write_text("old", encoding="utf-8")
    paper.chmod(0o640)
    assert said("export", "tiny", "-o", str(paper)) == (0, "", "")
    assert paper.stat().st_mode & 0o777 == 0o640
    assert paper.read_text(encoding="utf-8").startswith("# Two Days in June")


def test_a_file_of_that_name_does_not_hide_a_save(
    said: Said, save: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tiny").write_text("a record of mine", encoding="utf-8")
    assert said("verify", "tiny")[0] == 0
    shutil.copy(save, tmp_path / "mine")
    assert said("verify", "mine")[0] == 0


def test_the_folder_one_stands_in_is_gone(
    said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    code, _, err = said("saves", "--saves", "here")
    assert code == 1
    assert "the folder the game was started from is gone" in err


def test_a_name_too_long_for_a_folder_is_told_with_what_to_do(said: Said) -> None:
    code, _, err = said("saves", "--saves", "/" + "a" * 5_000)
    assert code == 1
    assert err.endswith("name another one with --saves or HORSESHOE_SAVES.\n")


def test_a_sitting_that_never_opened_is_told(said: Said, save: Path) -> None:
    save.write_bytes(save.read_bytes().split(b"\n")[0] + b"\n")
    code, out, err = said("verify", "tiny")
    assert (code, err) == (0, "")
    assert "the game stopped before the sitting had opened: begin a new one." in out
    code, out, err = said("export", "tiny")
    assert (code, out) == (1, "")
    assert "there is nothing to export" in err


def test_packs_tell_all_that_is_wrong(said: Said, house: Path) -> None:
    shelf = house / "data" / "horseshoe" / "crises"
    shutil.copytree(shelf / "tiny", shelf / "broken")
    (shelf / "broken" / "clauses.yaml").write_text("- 1\n", encoding="utf-8")
    (shelf / "broken" / "drafts.yaml").write_text("- 1\n", encoding="utf-8")
    code, out, err = said("packs")
    assert (code, err) == (0, "")
    assert "  cannot be played: clauses.yaml:1:1: " in out
    assert "\n  drafts.yaml:1:1: " in out
    assert '"file": "drafts.yaml"' in said("packs", "--json")[1]


# -- crises off the shelf ----------------------------------------------------------------------------------


@pytest.fixture
def afield(house: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A pack in a folder off the shelf, and a save of a sitting played with it."""
    pack = tmp_path / "afield" / "far"
    shutil.copytree(TOP / "tests" / "data" / "packs" / "tiny", pack)
    text = (pack / "pack.yaml").read_text(encoding="utf-8")
    (pack / "pack.yaml").write_text(text.replace("id: tiny", "id: far", 1), encoding="utf-8")
    sitting = Sitting.begin(load(pack), seed=3, folder=house / "saves")
    sitting.run(50)
    sitting.close()
    assert sitting.path is not None
    return pack, sitting.path


def test_a_sitting_of_a_crisis_off_the_shelf_is_verified_and_exported(
    said: Said, afield: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = said("verify", "far")
    assert (code, err) == (0, "")
    assert "Sound" in out
    assert said("export", "far")[0] == 0


def test_a_crisis_off_the_shelf_that_is_gone_is_told(said: Said, afield: tuple[Path, Path]) -> None:
    pack, _ = afield
    pack.rename(pack.with_name("moved"))
    for argv in (("verify", "far"), ("export", "far"), ("play", "--resume", "far")):
        code, _, err = said(*argv)
        assert code == 1
        assert f"The crisis far of this sitting was played from {pack}, and is gone." in err
        assert "Put it back there, or into " in err


def test_a_crisis_put_on_the_shelf_is_found_again(said: Said, house: Path, afield: tuple[Path, Path]) -> None:
    pack, _ = afield
    pack.rename(house / "data" / "horseshoe" / "crises" / "far")
    assert said("verify", "far")[0] == 0


# -- signals -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", [0.0, 0.03, 0.06])
def test_an_interruption_while_reading_ends_on_the_spot(house: Path, moment: float) -> None:
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import game.cli as c; print('begun', flush=True); c.main(['export', 'tiny'])",
        ],
        cwd=TOP,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    time.sleep(0.02 + moment)
    process.send_signal(signal.SIGINT)
    err = process.communicate(timeout=60)[1]
    assert (process.returncode in (130, 0), err) == (True, b"")


def test_a_killed_simulation_leaves_no_process_behind(house: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "author", "simulate", "tiny", "--runs", "100000", "--jobs", "2"],
        cwd=TOP,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    try:
        while len(players := children.read_text().split()) < 2:
            assert process.poll() is None
        time.sleep(0.5)
    finally:
        process.kill()
        process.wait()
    until = time.monotonic() + 20
    while time.monotonic() < until and any(_runs(int(player)) for player in players):
        time.sleep(0.05)
    assert not [player for player in players if _runs(int(player))]


def _runs(pid: int) -> bool:
    """Whether a process is there and no mere entry in the list."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_screens_told_to_end_close_first(number: signal.Signals) -> None:
    closed: list[str] = []

    def screens() -> int:
        try:
            os.kill(os.getpid(), number)
            time.sleep(5)
        except KeyboardInterrupt:
            closed.append("closed")
        return 0

    with leaving.at_once():
        assert leaving.shown(screens) == 128 + number
    assert closed == ["closed"]
    assert signal.getsignal(number) is signal.SIG_DFL
    assert leaving.shown(lambda: 3) == 3


def test_the_answer_to_an_interruption_is_put_back(house: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    assert main(["--version"]) == 0
    assert signal.getsignal(signal.SIGINT) is before


def test_a_paper_may_go_through_a_pipe(house: Path) -> None:
    read, write = os.pipe()
    done = subprocess.run(
        [*COMMAND, "export", "tiny", "--as", "votes", "-o", f"/dev/fd/{write}"],
        cwd=TOP,
        pass_fds=(write,),
        capture_output=True,
        timeout=60,
        check=False,
    )
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        assert pipe.read().startswith(b"# Two Days in June")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_the_outputs_own_name_loses_nothing_written_before(house: Path, tmp_path: Path) -> None:
    papers = tmp_path / "papers.md"
    papers.write_text("before\n", encoding="utf-8")
    with papers.open("ab") as out:
        subprocess.run(
            [*COMMAND, "export", "tiny", "-o", "/dev/stdout"], cwd=TOP, stdout=out, timeout=60, check=True
        )
    assert papers.read_text(encoding="utf-8").startswith("before\n# Two Days in June")
