"""The shelf of saves: told from both ends of a file, whatever else lies in the folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.journal import Header, Journal, JournalError, peek, shelf
from game.session.events import CrisisEnded, MomentMarked, StatementMade

SAID = StatementMade("FRA", words="peace")


def save_of(folder: Path, *acts: list[Any], **header: Any) -> Path:
    about = {"pack": "korea-1950", "pack_digest": "", "seed": 1, "title": "Korea", **header}
    with Journal.create(folder, Header(**about)) as journal:
        for act in acts:
            journal.append(act)
    return journal.path


def test_no_folder_is_an_empty_shelf(tmp_path: Path) -> None:
    assert shelf(tmp_path / "none") == []
    assert shelf(tmp_path) == []


def test_a_shelf_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(JournalError, match="cannot be listed"):
        shelf(tmp_path / "file")


def test_a_save_shows_its_acts_and_its_title(tmp_path: Path) -> None:
    path = save_of(tmp_path, [SAID, SAID], [SAID])
    saved = peek(path)
    assert saved.header is not None
    assert (saved.header.title, saved.acts, saved.finished, saved.trouble) == ("Korea", 2, False, None)
    assert saved.last_at >= saved.header.begun


def test_a_save_just_begun_was_last_touched_when_it_began(tmp_path: Path) -> None:
    saved = peek(save_of(tmp_path, begun="2020-02-02T00:00:00+00:00"))
    assert (saved.acts, saved.last_at) == (0, "2020-02-02T00:00:00+00:00")


def test_a_long_save_is_told_from_its_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save_of(tmp_path, *[[SAID] * 50] * 40, [CrisisEnded("armistice")])
    assert path.stat().st_size > 3 * 64 * 1024
    size = path.stat().st_size
    read = 0
    real = Path.open

    def counted(self: Path, *args: Any) -> Any:
        file = real(self, *args)
        taken = file.read

        class Counted:
            def __enter__(self) -> Counted:
                return self

            def __exit__(self, *_: object) -> None:
                file.close()

            def read(self, *size: int) -> bytes:
                nonlocal read
                data = taken(*size)
                read += len(data)
                return bytes(data)

            seek = file.seek

        return Counted()

    monkeypatch.setattr(Path, "open", counted)
    saved = peek(path)
    assert (saved.acts, saved.finished) == (41, True)
    assert read <= 2 * 64 * 1024 < size


def test_acts_undone_do_not_count(tmp_path: Path) -> None:
    path = save_of(tmp_path, [SAID], [SAID, SAID], [CrisisEnded("armistice")])
    assert (peek(path).acts, peek(path).finished) == (3, True)
    journal, _ = Journal.open(path)
    with journal:
        journal.undo(3)
        assert (peek(path).acts, peek(path).finished) == (2, False)
        journal.append([CrisisEnded("stalemate")])
        journal.append([MomentMarked("the end")])
        assert (peek(path).acts, peek(path).finished) == (4, True)
        journal.undo(journal.acts[-2])
        assert (peek(path).acts, peek(path).finished) == (3, True)
        assert peek(path, ended=()).finished is False


def test_a_torn_end_is_not_counted(tmp_path: Path) -> None:
    path = save_of(tmp_path, [SAID], [SAID, SAID])
    data = path.read_bytes()
    path.write_bytes(data[:-5])
    assert (peek(path).acts, peek(path).trouble) == (1, None)
    path.write_bytes(data[: data.rindex(b'{"h"')])
    assert (peek(path).acts, peek(path).trouble) == (1, None)


def test_the_latest_sitting_comes_first_and_the_unreadable_last(tmp_path: Path) -> None:
    old = save_of(tmp_path, begun="2020-01-01T00:00:00+00:00")
    new = save_of(tmp_path, begun="2021-01-01T00:00:00+00:00")
    (tmp_path / "bad.sitting.jsonl").write_bytes(b"\x00\xffgarbage")
    (tmp_path / "folder.sitting.jsonl").mkdir()
    (tmp_path / "gone.sitting.jsonl").symlink_to(tmp_path / "nowhere")
    (tmp_path / "notes.txt").write_text("not ours", "utf-8")
    saves = shelf(tmp_path)
    assert [saved.path for saved in saves[:2]] == [new, old]
    told = {saved.path.name: str(saved.trouble) for saved in saves[2:]}
    assert set(told) == {"bad.sitting.jsonl", "folder.sitting.jsonl", "gone.sitting.jsonl"}
    assert "is not a sitting of Horseshoe" in told["bad.sitting.jsonl"]
    assert "is not a file" in told["folder.sitting.jsonl"]
    assert "cannot be read" in told["gone.sitting.jsonl"]
    assert all(saved.header is None for saved in saves[2:])


def test_damage_near_the_end_is_told(tmp_path: Path) -> None:
    path = save_of(tmp_path, [SAID], [SAID])
    for junk in [b"junk\n", b'{"h":1}\n', b'{"h":"","n":3,"at":"","act":3,"e":[]}\n', b"\xff\n"]:
        with path.open("r+b") as file:
            file.seek(0, 2)
            end = file.tell()
            file.write(junk)
        saved = peek(path)
        assert saved.header is not None
        assert str(saved.trouble).endswith("is damaged near its end.")
        with path.open("r+b") as file:
            file.truncate(end)
    assert peek(path).acts == 2
