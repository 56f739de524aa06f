"""Reading saves: everything sound is kept, everything else is told in a sentence, nothing raises unawares."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from game.journal import Header, Journal, JournalError, Reading, read, reading, upgrades
from game.journal.lines import Entry, entry_lines, header_line, plain_line, seal_of
from game.session.events import CrisisEnded, StageOpened, StatementMade


class Said(Struct, frozen=True, tag=True):
    words: str


class Voted(Struct, frozen=True, tag=True):
    seat: str
    vote: str


KIND = Said | Voted
HEADER = Header(
    pack="korea-1950", pack_digest="ab" * 32, seed=7, title="Korea 1950", begun="2026-01-02T03:04:05+00:00"
)


def save_of(folder: Path, *acts: list[Any]) -> Path:
    with Journal.create(folder, HEADER) as journal:
        for act in acts:
            journal.append(act)
    return journal.path


@pytest.fixture
def save(tmp_path: Path) -> Path:
    """A save of three acts and five events."""
    return save_of(tmp_path, [Said("a"), Voted("FRA", "yes")], [Said("b")], [Said("c"), Said("d")])


def words(reading: Reading[Any]) -> str:
    return "".join(
        event.words if isinstance(event, Said) else event.vote[0].upper() for event in reading.events
    )


def test_a_save_is_the_header_and_one_line_an_event(save: Path) -> None:
    first, *rest = [json.loads(line) for line in save.read_text("utf-8").splitlines()]
    assert first["horseshoe"] == 1
    assert (first["pack"], first["seed"], first["game"]) == ("korea-1950", 7, HEADER.game)
    assert [entry["n"] for entry in rest] == [1, 2, 3, 4, 5]
    assert rest[1]["e"] == {"type": "Voted", "seat": "FRA", "vote": "yes"}
    assert all(len(entry["h"]) == 12 for entry in rest)


def test_a_whole_save_reads_back(save: Path) -> None:
    found = read(save, KIND)
    assert found.header == HEADER
    assert found.events == [Said("a"), Voted("FRA", "yes"), Said("b"), Said("c"), Said("d")]
    assert (found.numbers, found.acts, found.entries) == ([1, 2, 3, 4, 5], [2, 3, 5], 5)
    assert (found.dropped, found.trouble, found.length) == (None, None, save.stat().st_size)


def test_the_sessions_events_are_the_default(tmp_path: Path) -> None:
    events = [
        StageOpened(0, "25-june", "1950-06-25"),
        StatementMade("FRA", words="peace"),
        CrisisEnded("armistice"),
    ]
    assert read(save_of(tmp_path, events)).events == events


def test_every_torn_end_drops_the_last_act_and_tells(save: Path) -> None:
    data = save.read_bytes()
    start = data.index(b"\n") + 1
    kept_before = {2: "", 3: "aY", 5: "aYb"}
    ends = [i + 1 for i in range(start, len(data)) if data[i : i + 1] == b"\n"]
    for size in range(start, len(data)):
        save.write_bytes(data[:size])
        found = read(save, KIND)
        whole = sum(end <= size for end in ends)
        expected = next(kept_before[n] for n in (2, 3, 5) if whole < n)
        assert words(found) == expected
        assert found.trouble is None
        assert (found.dropped is None) == (size == found.length)
    assert "no act that was acknowledged is lost" in str(found.dropped)


def test_a_tail_of_zeros_is_a_torn_end(save: Path) -> None:
    with save.open("ab") as file:
        file.write(bytes(4096))
    found = read(save, KIND)
    assert words(found) == "aYbcd"
    assert found.dropped


def test_every_flipped_byte_is_noticed_and_names_its_line(save: Path) -> None:
    data = save.read_bytes()
    start = data.index(b"\n") + 1
    for place in range(start, len(data)):
        spoilt = data[:place] + bytes([data[place] ^ 0x01]) + data[place + 1 :]
        found = reading.reading_of(spoilt, save, KIND)
        line = data[:place].count(b"\n") + 1
        assert found.dropped or f"Line {line} " in str(found.trouble)
        assert words(found) == "aYbcd"[: {2: 0, 3: 0, 4: 2, 5: 3, 6: 3}[line]]


@pytest.mark.parametrize("change", ["lost", "doubled", "swapped"])
def test_lines_lost_doubled_or_swapped_are_noticed(save: Path, change: str) -> None:
    lines = save.read_bytes().splitlines(keepends=True)
    if change == "lost":
        del lines[3]
    elif change == "doubled":
        lines.insert(3, lines[3])
    else:
        lines[3:5] = [lines[4], lines[3]]
    save.write_bytes(b"".join(lines))
    found = read(save, KIND)
    assert "was changed after it was written, or a line before it is missing" in str(found.trouble)
    assert words(found) == ("aYb" if change == "doubled" else "aY")


def test_a_changed_header_breaks_the_chain(save: Path) -> None:
    save.write_bytes(save.read_bytes().replace(b'"seed":7', b'"seed":8'))
    found = read(save, KIND)
    assert found.events == []
    assert str(found.trouble).startswith("Line 2 was changed")


def forged(folder: Path, *entries: Entry[Any], more: bytes = b"") -> Path:
    """A save whose chain of seals is right, whatever its entries say."""
    path = folder / "forged.sitting.jsonl"
    line, seal = header_line(HEADER)
    path.write_bytes(line + entry_lines(entries, seal)[0] + more)
    return path


def entry(n: int, act: int, left: int = 0, **fact: Any) -> Entry[Any]:
    return Entry("", n, "2026-01-02T03:04:06+00:00", act, left, **fact)


@pytest.mark.parametrize(
    "entries",
    [
        [entry(2, 1, e=Said("number"))],
        [entry(1, 2, e=Said("act"))],
        [entry(1, 1, -1, e=Said("left"))],
        [entry(1, 1, 1, e=Said("part")), entry(2, 1, 1, e=Said("part"))],
        [entry(1, 0, undo=3)],
        [entry(1, 0)],
        [entry(1, 1, e=Said("a")), entry(2, 1, undo=0)],
        [entry(1, 1, 1, e=Said("a")), entry(2, 0, undo=0)],
    ],
)
def test_entries_that_do_not_follow_on_are_told(tmp_path: Path, entries: list[Entry[Any]]) -> None:
    found = read(forged(tmp_path, *entries), KIND)
    assert f"Line {len(entries) + 1} does not follow on from the line before it" in str(found.trouble)


def test_an_event_of_another_version_is_told(tmp_path: Path) -> None:
    path = forged(tmp_path, entry(1, 1, e=Said("a")), entry(2, 2, e={"type": "PeaceDeclared"}))
    found = read(path, KIND)
    assert words(found) == "a"
    assert "Line 3 tells of something this version of the game does not know" in str(found.trouble)


def test_a_sealed_line_that_is_no_json_is_told(tmp_path: Path) -> None:
    path = tmp_path / "sealed.sitting.jsonl"
    line, seal = header_line(HEADER)
    for rest in [b'"nonsense', b'","n":1,"at":"\xff"}', b'","x":' + b"[" * 100_000]:
        path.write_bytes(line + b'{"h":"' + seal_of(seal, rest).encode() + rest + b"\n")
        assert "Line 2 is not an entry of a sitting" in str(read(path, KIND).trouble)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty: no sitting was ever saved in it."),
        (b"\n\n", "is empty: no sitting was ever saved in it."),
        (b"\0" * 100, "is empty: no sitting was ever saved in it."),
        (b'{"horseshoe":1,"ga', "is not a sitting of Horseshoe or was cut off in its first line."),
        (header_line(HEADER)[0][:-1], "was cut off in its first line: no act was saved in it."),
        (b'{"name": "somebody else", "version": 3}\n', "is not a sitting of Horseshoe."),
        (b"[1, 2, 3]\n", "is not a sitting of Horseshoe."),
        (b'"\\ud800"\n', "is not a sitting of Horseshoe."),
        (b"[" * 100_000 + b"\n", "is not a sitting of Horseshoe."),
        (b'{"horseshoe":true}\n', "is not a sitting of Horseshoe."),
        (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "is not a sitting of Horseshoe."),
        (b'{"horseshoe":1,"pack":5}\n', "is not a sitting of Horseshoe: its first line is amiss ("),
        (b'{"horseshoe":99}\n', "It was written by a newer Horseshoe (save format 99; this version knows 1)"),
        (b'{"horseshoe":0}\n', "It names save format 0, which no Horseshoe has written."),
    ],
)
def test_files_that_are_no_save_are_told_in_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "foreign.sitting.jsonl"
    path.write_bytes(content)
    with pytest.raises(JournalError) as told:
        read(path, KIND)
    assert sentence in str(told.value)
    assert str(path) in str(told.value)


def test_a_folder_a_missing_file_and_a_huge_one_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(JournalError, match="is not a file: name a save"):
        read(tmp_path, KIND)
    with pytest.raises(JournalError, match="there is no such save"):
        read(tmp_path / "none", KIND)
    with pytest.raises(JournalError, match="cannot be read"):
        read(tmp_path / "nul\0", KIND)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(JournalError, match="is not a file"):
        read(tmp_path / "pipe", KIND)
    monkeypatch.setattr(reading, "LARGEST", 10)
    with pytest.raises(JournalError, match="is too large to be a sitting"):
        read(save_of(tmp_path), KIND)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.binary(max_size=300), st.integers(0, 400))
def test_whatever_the_bytes_reading_ends_in_words(tmp_path: Path, junk: bytes, place: int) -> None:
    good = header_line(HEADER)[0]
    data = good[:place] + junk
    if data.startswith(good):
        assert reading.reading_of(data, tmp_path, KIND).events == []
    else:
        with pytest.raises(JournalError):
            reading.reading_of(data, tmp_path, KIND)


def test_hostile_text_in_a_foreign_save_comes_out_plain(tmp_path: Path) -> None:
    nasty = "one\x1b[2J\u202etwo\x7f\u200b\nthree é"
    found = read(forged(tmp_path, entry(1, 1, e=Said(nasty)), entry(2, 2, e=Said("é ©"))), KIND)
    assert found.events == [Said("one[2Jtwo\nthree é"), Said("é ©")]
    header = msgspec.structs.replace(HEADER, title="\x9b2Jhello", options={"seats": ["\x07FRA", None, 3]})
    path = tmp_path / "titled.sitting.jsonl"
    path.write_bytes(header_line(header)[0])
    assert read(path, KIND).header.title == "2Jhello"
    assert read(path, KIND).header.options == {"seats": ["FRA", None, 3]}
    assert plain_line(b'{"a":"b"}') == b'{"a":"b"}'


def test_a_save_of_an_older_format_is_upgraded_on_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_of(tmp_path, [Said("a")])

    def step(line: dict[str, Any]) -> dict[str, Any]:
        if "e" in line:
            line["e"]["words"] += " (upgraded)"
        return line

    monkeypatch.setattr(upgrades, "FORMAT", 2)
    monkeypatch.setattr(upgrades, "STEPS", {1: step})
    monkeypatch.setattr(reading, "FORMAT", 2)
    monkeypatch.setattr("game.journal.writing.FORMAT", 2)
    found = read(path, KIND)
    assert found.events == [Said("a (upgraded)")]
    assert found.trouble is None
    with pytest.raises(JournalError, match="can be replayed, but not continued"):
        Journal.open(path, KIND)


def test_ten_thousand_events_read_quickly(tmp_path: Path) -> None:
    path = save_of(tmp_path, *[[Voted("FRA", "yes"), Said("the floor is yours")] * 50] * 100)
    best = min(_seconds(path) for _ in range(5))
    assert best < 0.4, f"{best:.3f} s"


def _seconds(path: Path) -> float:
    began = time.perf_counter()
    assert len(read(path, KIND).events) == 10_000
    return time.perf_counter() - began
