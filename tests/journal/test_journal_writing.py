"""Writing saves: an act is on the disk before anybody hears of it, or it never was."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from game.journal import Header, Journal, JournalError, read
from game.journal.lines import Entry, entry_lines
from game.places import PlaceError

TOP = Path(__file__).resolve().parents[2]


class Said(Struct, frozen=True, tag=True):
    words: str


HEADER = Header(pack="korea-1950", pack_digest="cd" * 32, seed=1, begun="2026-01-02T03:04:05+00:00")


def words(path: Path) -> str:
    found = read(path, Said)
    assert found.trouble is None
    assert found.dropped is None
    return "".join(event.words for event in found.events)


@pytest.fixture
def journal(tmp_path: Path) -> Any:
    with Journal.create(tmp_path / "saves", HEADER) as journal:
        journal.append([Said("a"), Said("b")])
        yield journal


def test_saves_are_named_by_pack_date_and_counter(tmp_path: Path) -> None:
    names = []
    for _ in range(2):
        with Journal.create(tmp_path, HEADER) as journal:
            names.append(journal.path.name)
    assert names == ["korea-1950-2026-01-02-1.sitting.jsonl", "korea-1950-2026-01-02-2.sitting.jsonl"]


@pytest.mark.parametrize(
    ("pack", "begun", "name"),
    [
        ("../../Etc/Passwd", "2026-01-02", "etc-passwd-2026-01-02-1"),
        ("대한민국", "soon", "sitting-undated-1"),
        ("x" * 500, "../..", "x" * 60 + "-undated-1"),
    ],
)
def test_no_pack_names_a_file_outside_the_folder(tmp_path: Path, pack: str, begun: str, name: str) -> None:
    header = Header(pack=pack, pack_digest="", seed=1, begun=begun)
    with Journal.create(tmp_path, header) as journal:
        assert journal.path == tmp_path / f"{name}.sitting.jsonl"


def test_a_header_tells_the_game_and_the_time() -> None:
    header = Header(pack="p", pack_digest="", seed=1)
    assert header.format == 1
    assert header.game
    assert header.begun.endswith("+00:00")


def test_an_act_is_readable_as_soon_as_append_returns(journal: Journal[Said]) -> None:
    assert words(journal.path) == "ab"
    journal.append([Said("c")])
    assert words(journal.path) == "abc"
    journal.append([])
    assert list(journal.acts) == read(journal.path, Said).acts == [2, 3]


def test_one_act_is_one_write_and_one_fsync(journal: Journal[Said], monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    write, fsync = os.write, os.fsync
    monkeypatch.setattr(os, "write", lambda *a: (calls.append("write"), write(*a))[1])
    monkeypatch.setattr(os, "fsync", lambda *a: (calls.append("fsync"), fsync(*a))[1])
    journal.append([Said("c"), Said("d"), Said("e")])
    assert calls == ["write", "fsync"]


def test_a_save_goes_on_where_it_stopped(journal: Journal[Said]) -> None:
    journal.close()
    again, found = Journal.open(journal.path, Said)
    with again:
        assert [event.words for event in found.events] == ["a", "b"]
        again.append([Said("c")])
        again.undo(2)
        again.append([Said("d")])
    assert words(journal.path) == "abd"
    assert again.header == HEADER


def test_an_undo_is_a_fact_and_erases_nothing(journal: Journal[Said]) -> None:
    journal.append([Said("c")])
    before = journal.path.read_bytes()
    journal.undo(2)
    assert journal.path.read_bytes().startswith(before)
    assert words(journal.path) == "ab"
    journal.append([Said("d")])
    assert (words(journal.path), list(journal.acts)) == ("abd", [2, 5])
    journal.undo(0)
    assert (words(journal.path), list(journal.acts)) == ("", [])
    assert read(journal.path, Said).entries == 6


def test_an_undo_takes_only_the_end_of_a_standing_act(journal: Journal[Said]) -> None:
    journal.append([Said("c")])
    journal.undo(2)
    before = journal.path.read_bytes()
    for number in (1, 3, 4, 99, -1):
        with pytest.raises(ValueError, match=f"no standing act ends with entry {number}"):
            journal.undo(number)
    assert journal.path.read_bytes() == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(steps=st.lists(st.one_of(st.integers(1, 3), st.just("undo"), st.just("reopen")), max_size=12))
def test_any_sitting_reads_back_as_it_was_played(tmp_path: Path, steps: list[int | str]) -> None:
    journal: Journal[Said] = Journal.create(tmp_path, HEADER)
    played: list[list[Said]] = []
    for number, step in enumerate(steps):
        if step == "reopen":
            journal.close()
            journal, _ = Journal.open(journal.path, Said)
        elif isinstance(step, int):
            played.append([Said(f"{number}.{place}") for place in range(step)])
            journal.append(played[-1])
        else:
            played = played[: number % (len(played) + 1)]
            journal.undo(journal.acts[len(played) - 1] if played else 0)
        found = read(journal.path, Said)
        assert found.events == [event for act in played for event in act]
        assert found.acts == list(journal.acts)
        assert (found.trouble, found.dropped) == (None, None)
    journal.close()


# -- the disk refuses ----------------------------------------
def refusing(number: int, after: int = 0) -> Callable[..., int]:
    """An os.write that puts `after` bytes down and then refuses."""
    real = os.write

    def write(descriptor: int, data: bytes) -> int:
        if after:
            real(descriptor, bytes(data)[:after])
        raise OSError(number, os.strerror(number))

    return write


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "the disk is full: make room and try again."),
        (errno.EROFS, "it may only be read there: choose another folder with --saves."),
        (errno.EACCES, "you may not write there: choose another folder with --saves."),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
@pytest.mark.parametrize("after", [0, 40, 150])
def test_a_refused_act_leaves_the_good_part_usable(
    journal: Journal[Said], monkeypatch: pytest.MonkeyPatch, number: int, sentence: str, after: int
) -> None:
    before = journal.path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", refusing(number, after))
        with pytest.raises(JournalError) as told:
            journal.append([Said("c"), Said("d")])
    assert sentence in str(told.value)
    assert str(journal.path) in str(told.value)
    assert journal.path.read_bytes() == before
    journal.append([Said("e")])
    assert words(journal.path) == "abe"


def test_a_refused_fsync_takes_the_act_back(journal: Journal[Said], monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.EIO, "Input/output error")))
        with pytest.raises(JournalError, match="The act could not be saved"):
            journal.append([Said("c")])
        with pytest.raises(JournalError, match="The act could not be saved"):
            journal.undo(0)
    assert words(journal.path) == "ab"
    journal.append([Said("d")])
    assert words(journal.path) == "abd"


def test_even_if_the_cut_is_refused_the_next_act_is_whole(
    journal: Journal[Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", refusing(errno.ENOSPC, after=550))
        patch.setattr(os, "ftruncate", lambda *_: (_ for _ in ()).throw(OSError(errno.EIO, "no")))
        with pytest.raises(JournalError, match="the disk is full"):
            journal.append([Said("c" * 400), Said("d")])
    journal.append([Said("e")])
    assert words(journal.path) == "abe"


def test_a_save_deleted_during_play_is_put_back_whole(journal: Journal[Said]) -> None:
    journal.path.unlink()
    journal.append([Said("c")])
    journal.undo(0)
    journal.append([Said("d")])
    assert words(journal.path) == "d"
    journal.path.unlink()
    journal.path.parent.rmdir()
    journal.append([Said("e")])
    assert words(journal.path) == "de"
    with pytest.raises(JournalError, match="open in another game"):
        Journal.open(journal.path, Said)


def test_a_deleted_save_that_cannot_be_put_back_is_told(
    journal: Journal[Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.path.unlink()
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", refusing(errno.ENOSPC, after=100))
        with pytest.raises(JournalError, match=r"The act could not be saved in .*: the disk is full"):
            journal.append([Said("c")])
    assert not list(journal.path.parent.iterdir())
    journal.path.parent.rmdir()
    journal.path.parent.write_text("a file", encoding="utf-8")
    with pytest.raises(JournalError, match="a file stands where a folder is needed"):
        journal.append([Said("c")])
    journal.path.parent.unlink()
    journal.append([Said("d")])
    assert words(journal.path) == "abd"


def test_a_save_moved_during_play_goes_on_where_it_is(journal: Journal[Said]) -> None:
    moved = journal.path.with_name("moved.sitting.jsonl")
    journal.path.rename(moved)
    journal.append([Said("c")])
    assert words(moved) == "abc"


def test_a_save_cut_short_by_another_program_gets_no_hole(journal: Journal[Said]) -> None:
    os.truncate(journal.path, 100)
    with pytest.raises(JournalError, match="another program has cut the save short"):
        journal.append([Said("c")])
    assert journal.path.stat().st_size == 100


def test_an_act_that_cannot_be_encoded_writes_nothing(journal: Journal[Any]) -> None:
    with pytest.raises(TypeError):
        journal.append([Said("c"), object()])
    journal.append([Said("d")])
    assert words(journal.path) == "abd"


def test_a_short_write_is_finished(journal: Journal[Said], monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data)[:7]))
    journal.append([Said("c"), Said("d")])
    assert words(journal.path) == "abcd"


@pytest.mark.parametrize("call", ["write", "fsync", "open"])
def test_a_save_that_cannot_be_begun_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("game.journal.writing.furnish", lambda folder: folder)
        patch.setattr(os, call, refuse)
        with pytest.raises(JournalError, match="cannot be begun: the disk is full"):
            Journal.create(tmp_path, HEADER)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_used_is_a_matter_of_places(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(PlaceError, match="a file stands where a folder is needed"):
        Journal.create(tmp_path / "file", HEADER)


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
def test_a_save_on_a_read_only_disk_is_read_but_not_continued(
    journal: Journal[Said], monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    journal.close()
    real = os.open

    def refuse(path: object, flags: int, *rest: Any) -> int:
        if flags & os.O_RDWR:
            raise OSError(number, os.strerror(number))
        return real(path, flags, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(JournalError, match="can be read but not continued"):
        Journal.open(journal.path, Said)
    assert words(journal.path) == "ab"


# -- taking up a damaged save ----------------------------------------
def test_a_torn_end_is_cut_off_when_the_sitting_goes_on(journal: Journal[Said]) -> None:
    journal.close()
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole + b'{"h":"0123456789ab","n":3,"at"')
    again, found = Journal.open(journal.path, Said)
    with again:
        assert found.dropped
        assert journal.path.read_bytes() == whole
        again.append([Said("c")])
    assert words(journal.path) == "abc"
    assert [path.name for path in journal.path.parent.iterdir()] == [journal.path.name]


def test_a_half_written_act_is_cut_off_whole(journal: Journal[Said]) -> None:
    journal.append([Said("c"), Said("d")])
    journal.close()
    half = journal.path.read_bytes()[: journal.path.read_bytes().rindex(b'{"h"')]
    journal.path.write_bytes(half)
    again, found = Journal.open(journal.path, Said)
    with again:
        assert [event.words for event in found.events] == ["a", "b"]
        again.append([Said("e")])
    assert words(journal.path) == "abe"


def test_a_damaged_save_is_set_aside_before_it_is_cut(journal: Journal[Said]) -> None:
    journal.append([Said("c")])
    journal.append([Said("d")])
    journal.close()
    for number in (1, 2):
        damaged = journal.path.read_bytes().replace(b'"words":"c"', b'"words":"x"')
        damaged += entry_lines([Entry("", 9, "", 9, e=Said("z"))], "0" * 12)[0]
        journal.path.write_bytes(damaged)
        again, found = Journal.open(journal.path, Said)
        again.close()
        assert "was changed after it was written" in str(found.trouble)
        assert Path(f"{journal.path}.damaged-{number}").read_bytes() == damaged
    assert words(journal.path) == "ab"


def test_a_copy_that_cannot_be_set_aside_leaves_the_save_as_it_is(
    journal: Journal[Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.close()
    damaged = journal.path.read_bytes().replace(b'"words":"b"', b'"words":"x"')
    journal.path.write_bytes(damaged)
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
    with pytest.raises(JournalError, match="can be read but not continued: the disk is full"):
        Journal.open(journal.path, Said)
    assert journal.path.read_bytes() == damaged


# -- two games, a closed journal, a killed game ----------------------------------------
def test_two_games_cannot_hold_one_save(journal: Journal[Said]) -> None:
    with pytest.raises(JournalError, match=r"is open in another game: close that one first\.$"):
        Journal.open(journal.path, Said)
    assert words(journal.path) == "ab"
    journal.close()
    again, _ = Journal.open(journal.path, Said)
    again.close()


def test_where_the_disk_knows_no_locks_the_game_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("game.journal.writing.fcntl.flock", refuse)
    with Journal.create(tmp_path, HEADER) as journal:
        journal.append([Said("a")])
    assert words(journal.path) == "a"


def test_a_closed_journal_says_so(journal: Journal[Said]) -> None:
    journal.close()
    journal.close()
    with pytest.raises(JournalError, match="was closed: nothing more can be saved in it"):
        journal.append([Said("c")])
    assert words(journal.path) == "ab"


def test_opening_what_is_no_save_tells_what_reading_tells(tmp_path: Path) -> None:
    path = tmp_path / "foreign.sitting.jsonl"
    path.write_text('{"name": "other"}\n', "utf-8")
    with pytest.raises(JournalError, match="is not a sitting of Horseshoe"):
        Journal.open(path, Said)
    with pytest.raises(JournalError, match="is not a file"):
        Journal.open(tmp_path, Said)
    assert path.read_text("utf-8") == '{"name": "other"}\n'


CHILD = """
import sys
from itertools import count
from pathlib import Path
from msgspec import Struct
from game.journal import Header, Journal

class Said(Struct, frozen=True, tag=True):
    words: str

with Journal.create(Path(sys.argv[1]), Header(pack="p", pack_digest="", seed=1)) as journal:
    print(journal.path, flush=True)
    for act in count(1):
        journal.append([Said(f"{act}.{place}") for place in range(5)])
        print(act, flush=True)
"""


@pytest.mark.parametrize("acts", [1, 20, 150])
def test_a_killed_game_loses_nothing_acknowledged(tmp_path: Path, acts: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(TOP)},
    ) as child:
        assert child.stdout is not None
        path = Path(child.stdout.readline().strip())
        while int(child.stdout.readline()) < acts:
            pass
        child.send_signal(signal.SIGKILL)
        acknowledged = max([acts, *(int(line) for line in child.stdout if line.endswith("\n"))])
    found = read(path, Said)
    assert found.trouble is None
    assert len(found.acts) >= acknowledged
    assert [event.words for event in found.events] == [
        f"{act}.{place}" for act in range(1, len(found.acts) + 1) for place in range(5)
    ]
    again, _ = Journal.open(path, Said)
    with again:
        again.append([Said("resumed")])
    assert read(path, Said).events[-1] == Said("resumed")
