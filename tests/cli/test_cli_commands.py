"""Every command: what it prints, its exit code, its one sentence when it cannot."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli.desk import PAPERS
from game.prose.exports import PAPERS as REAL_PAPERS
from game.screens import Start

Said = Callable[..., tuple[int, str, str]]
COMMANDS = (
    (),
    ("play",),
    ("packs",),
    ("houses",),
    ("saves",),
    ("verify",),
    ("export",),
    ("rule",),
    ("author",),
    ("author", "simulate"),
)


def one_sentence(err: str) -> str:
    """The complaint, seen to be one line without control characters."""
    assert err.startswith("horseshoe: ")
    assert err.endswith("\n")
    assert err.count("\n") == 1
    assert not [c for c in err[:-1] if unicodedata.category(c) in ("Cc", "Cf", "Cs")]
    return err.removeprefix("horseshoe: ").strip()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command) or "horseshoe")
def test_every_command_has_help_with_an_example(said: Said, command: tuple[str, ...]) -> None:
    code, out, err = said(*command, "--help")
    assert (code, err) == (0, "")
    assert f"example: horseshoe {' '.join(command)}".rstrip() in out
    assert out.startswith("usage: horseshoe")


def test_the_version_is_told(said: Said) -> None:
    assert said("--version") == (0, "horseshoe 0.1.0\n", "")


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (("pla",), "There is no command pla; there are play, packs, houses, saves, "),
        (("pla",), " Did you mean play?"),
        (("author",), "Say which tool, such as 'horseshoe author validate PACK'."),
        (
            ("author", "simulat", "tiny"),
            "Did you mean simulate?",
        ),
        (("--bogus",), "Unrecognized arguments: --bogus."),
        (("export",), "The following arguments are required: SAVE."),
        (("export", "x", "--as", "debreif"), "--as cannot be debreif;"),
        (("author", "simulate", "tiny", "--runs", "0"), "0 is not a whole number from 1 to 1000000"),
        (("author", "simulate", "tiny", "--jobs", "9999"), "9999 is not a whole number from 1 to 256"),
        (("author", "simulate", "tiny", "--runs", "-3"), "-3 is not a whole number from 1 to 1000000"),
        (("saves", "--saves", ""), "The folder after --saves has no name"),
        (("verify", "/"), "/ is a folder: 'horseshoe saves --saves DIR' lists the saves in one."),
        (("verify", "/no/such/save"), "There is no save at /no/such/save; 'horseshoe saves' lists"),
        (("verify", "~nobody-at-all/x"), "There is no save at ~nobody-at-all/x ("),
        (("verify", "./\0"), "There is no save at ./; "),
        (("export", "tiny", "-o", ""), "The name of the file is empty"),
        (("play", "tiny", "--seed", "-1"), "--seed: -1 is not a whole number from 0 up"),
        (("play", "tiny", "--seed", "1e3"), "1e3 is not a whole number from 0 up"),
        (("play", "tinny"), "Did you mean tiny?"),
        (("play", "tiny", "--seat", "FRX"), "There is no seat FRX at the opening; there are CHN, CUB"),
        (("play", "tiny", "--seat", "Frence"), "Did you mean FRA?"),
        (
            ("play", "tiny", "--from", "asistance"),
            "There is no stage asistance; there are invasion, assistance. Did you",
        ),
        (("play", "tiny", "--from", "assistance", "--seat", "FRX"), "There is no seat FRX at that stage"),
        (
            ("play", "tiny", "--watch", "--delegate", "FRX=novice"),
            "There is no seat FRX at the opening; there",
        ),
        (("play", "tiny", "--watch", "--delegate", "USA=aimles"), "Nobody is aimles; say USA= and one of"),
        (("play", "tiny", "--watch", "--delegate", "USA=aimles"), "Did you mean aimless?"),
        (("play", "tiny", "--delegate", "USA=aimless"), "--delegate goes with --seat or --watch"),
        (("play", "tiny", "--resume", "x", "--delegate", "USA=aimless"), "give --resume alone"),
        (("play", "--from", "assistance"), "Name the crisis before its seats"),
        (("play", "tiny", "--seat", "frx"), "Did you mean FRA?"),
        (("play", "tiny", "--seat", ""), "There is no seat (nothing) at the opening"),
        (("play", "--seat", "FRA", "tiny"), "Name the crisis before its seats"),
        (("play", "tiny", "--seat", "FRA", "--watch"), "leave out --seat or --watch"),
        (("play", "tiny", "--resume", "x"), "give --resume alone"),
        (("play", "--resume", "nothing"), "There is no save called nothing in"),
        (("verify", "tinx"), "Did you mean tiny"),
        (("author", "simulate", "tinny"), "Did you mean tiny?"),
        (("play", "\x1b[2Jtiny\u202e"), "There is no pack called [2Jtiny."),
    ],
)
def test_a_mistake_is_told_in_a_sentence_with_the_nearest_name(
    said: Said, argv: tuple[str, ...], told: str
) -> None:
    code, out, err = said(*argv)
    assert (code, out) == (2, "")
    assert told in one_sentence(err)


def test_packs_are_listed_for_people_and_as_json(said: Said) -> None:
    code, out, err = said("packs")
    assert (code, err) == (0, "")
    assert "tiny  Two Days in June: The Council of eleven, 25 and 27 June 1950" in out
    assert "  25 June 1950 to 27 June 1950, 11 seats, about 10 minutes" in out
    code, out, _ = said("packs", "--json")
    cards = {card["id"]: card for card in json.loads(out)}
    assert code == 0
    assert cards["tiny"]["problem"] == ""
    assert cards["tiny"]["seats"][0] == "CHN"


def test_a_broken_pack_is_listed_with_what_is_wrong(said: Said, house: Path) -> None:
    broken = house / "data" / "horseshoe" / "crises" / "broken"
    broken.mkdir()
    (broken / "pack.yaml").write_text("title: [\x07", encoding="utf-8")
    code, out, _ = said("packs")
    assert code == 0
    assert "broken\n  cannot be played: " in out
    code, _, err = said("author", "simulate", "broken")
    assert code == 1
    assert one_sentence(err).startswith("The pack broken cannot be played: pack.yaml:")
    assert one_sentence(err).endswith("; 'horseshoe author validate broken' tells all")


def test_saves_are_listed(said: Said, save: Path, tmp_path: Path) -> None:
    code, out, err = said("saves")
    assert (code, err) == (0, "")
    assert out.startswith(save.name.removesuffix(".sitting.jsonl") + "\n  Two Days in June, over after ")
    assert "seed 7" in out
    (save.parent / "other.sitting.jsonl").write_bytes(b"\x00\x1b[2J")
    assert "other\n  cannot be read: " in said("saves")[1]
    assert said("saves", "--saves", str(tmp_path / "none"))[1].startswith("There is no saved sitting in ")


def test_saves_may_be_named_before_or_after_the_command(said: Said, tmp_path: Path) -> None:
    none = str(tmp_path / "none")
    assert said("--saves", none, "saves") == said("saves", "--saves", none)


def test_a_file_in_place_of_the_folder_is_told(said: Said, save: Path) -> None:
    code, _, err = said("saves", "--saves", str(save))
    assert code == 1
    assert "is not a folder" in one_sentence(err)


def test_verify_replays_a_sound_save(said: Said, save: Path) -> None:
    for name in (str(save), save.name, save.name.removesuffix(".sitting.jsonl"), "tiny"):
        code, out, err = said("verify", name)
        assert (code, err) == (0, "")
        assert "crisis tiny, seed 7" in out
        assert "“The sitting is over: The attack is met.”" in out
        assert out.endswith("Sound: all that was acknowledged is there, and the sitting is over.\n")


def test_verify_names_the_bad_line(said: Said, save: Path) -> None:
    lines = save.read_bytes().split(b"\n")
    lines[40] = lines[40].replace(b'"h":"', b'"h":"0', 1)
    save.write_bytes(b"\n".join(lines))
    code, out, err = said("verify", "tiny")
    assert code == 1
    assert "last good event: " in out
    assert one_sentence(err).startswith("The save is damaged. Line 41 ")
    assert "Sound" not in out


def test_verify_tells_of_a_torn_last_line(said: Said, save: Path) -> None:
    save.write_bytes(save.read_bytes()[:-20])
    code, out, _ = said("verify", "tiny")
    assert code == 0
    assert "the sitting can go on" in out


def test_verify_of_another_edition_of_the_crisis(said: Said, save: Path, house: Path) -> None:
    pack = house / "data" / "horseshoe" / "crises" / "tiny"
    stages = (pack / "stages.yaml").read_text(encoding="utf-8")
    (pack / "stages.yaml").write_text(stages + "\n# another edition\n", encoding="utf-8")
    code, out, _ = said("verify", "tiny")
    assert code == 0
    assert "the crisis has been changed since this sitting was begun" in out


def test_verify_without_the_crisis_says_so(said: Said, house: Path, save: Path) -> None:
    (house / "data" / "horseshoe" / "crises" / "tiny").rename(house / "elsewhere")
    code, _, err = said("verify", str(save))
    assert code == 1
    assert one_sentence(err).startswith("The save could not be replayed: There is no pack called tiny on the")


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"{}\n", b'{"horseshoe": 99}\n', b"[" * 30_000])
def test_foreign_files_are_no_saves(said: Said, house: Path, content: bytes) -> None:
    other = house / "saves" / "other.sitting.jsonl"
    other.write_bytes(content)
    for argv in (("verify", "other"), ("export", "other"), ("play", "--resume", "other")):
        code, _, err = said(*argv)
        assert code == 1
        assert one_sentence(err)


def test_a_beginning_that_fits_several_saves_is_not_enough(said: Said, save: Path) -> None:
    (save.parent / f"2{save.name}").write_bytes(save.read_bytes())
    (save.parent / "tiny-other.sitting.jsonl").write_bytes(save.read_bytes())
    code, _, err = said("verify", "tiny")
    assert code == 2
    assert one_sentence(err).startswith("Several saves begin with tiny: ")


def test_the_papers_are_those_of_the_prose() -> None:
    assert tuple(REAL_PAPERS) == PAPERS


@pytest.mark.parametrize("paper", PAPERS)
def test_a_save_is_exported(said: Said, house: Path, paper: str) -> None:
    code, out, err = said("export", "tiny", "--as", paper)
    assert (code, err) == (0, "")
    assert out.startswith("# Two Days in June")
    file = house / f"{paper}.json"
    assert said("export", "tiny", "--as", paper, "--format", "json", "-o", str(file)) == (0, "", "")
    assert json.loads(file.read_text(encoding="utf-8"))["title"] == "Two Days in June"


def test_an_export_that_cannot_be_written_says_so(said: Said, house: Path) -> None:
    code, out, err = said("export", "tiny", "-o", str(house / "no" / "such" / "file.md"))
    assert (code, out) == (1, "")
    assert "cannot be written (No such file or directory)" in one_sentence(err)


def test_the_sound_part_of_a_damaged_save_is_exported(said: Said, save: Path) -> None:
    lines = save.read_bytes().split(b"\n")
    lines[40] = b"\x00 not a line"
    save.write_bytes(b"\n".join(lines))
    code, out, err = said("export", "tiny")
    assert code == 0
    assert "473rd meeting" in out
    assert one_sentence(err).startswith("Only the sound part of the save was exported:")


def test_simulate_counts_for_people(said: Said) -> None:
    code, out, err = said("author", "simulate", "tiny", "--runs", "2", "--seed", "3")
    assert (code, err) == (0, "")
    assert "Two Days in June: 2 sittings, seeds 3 to 4" in out
    assert "100.0 %" in out
    assert "0 of them refused" in out


def test_simulate_counts_as_json(said: Said) -> None:
    code, out, _ = said("author", "simulate", "tiny", "--runs", "2", "--json")
    told = json.loads(out)
    assert code == 0
    assert {"pack", "runs", "seed", "seconds", "sittings_per_second", "endings", "acts", "refusals"} <= set(
        told
    )
    assert (told["pack"], told["runs"], told["seed"], told["refusals"]) == ("tiny", 2, 1, 0)
    assert sum(told["endings"].values()) == 2


@pytest.mark.parametrize(
    ("argv", "start"),
    [
        ((), Start()),
        (("play",), Start()),
        (("play", "tiny", "--seat", "fra", "IND"), Start("tiny", ("FRA", "IND"))),
        (("play", "tiny", "--seat", "fra,france", "--seat", "the USSR"), Start("tiny", ("FRA", "RUS"))),
        (("play", "tiny", "--watch", "--seed", "4"), Start("tiny", seed=4, watch=True)),
        (("play", "tiny", "--length", "short"), Start("tiny", length="short")),
        (
            ("play", "tiny", "--watch", "--delegate", "usa=aimless,CHN=novice", "FRA=veteran"),
            Start(
                "tiny",
                watch=True,
                temperaments={"USA": "aimless"},
                levels={"CHN": "novice", "FRA": "veteran"},
            ),
        ),
        (("play", "tiny", "--from", "assistance"), Start("tiny", stage="assistance")),
    ],
)
def test_the_screens_are_opened_where_it_was_asked(
    said: Said, house: Path, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...], start: Start
) -> None:
    import dataclasses

    opened: list[Start] = []
    monkeypatch.setattr("game.cli.title.see_screen", lambda: None)
    monkeypatch.setattr("game.cli.play.see_screen", lambda: None)
    monkeypatch.setattr("game.screens.run", lambda asked: opened.append(asked) or 0)
    assert said(*argv) == (0, "", "")
    assert opened == [dataclasses.replace(start, saves=house / "saves")]


def test_a_save_is_taken_up_by_name(said: Said, save: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Start] = []
    monkeypatch.setattr("game.cli.play.see_screen", lambda: None)
    monkeypatch.setattr("game.screens.run", lambda asked: opened.append(asked) or 0)
    assert said("play", "--resume", "tiny")[0] == 0
    assert opened == [Start(resume=save, saves=save.parent)]


def test_an_interruption_is_quiet(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.author.simulate.simulate", interrupted)
    assert said("author", "simulate", "tiny") == (130, "", "")


def test_a_fault_of_our_own_is_told_without_a_traceback(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("\x1b[2Jbad")

    monkeypatch.setattr("game.packs.shelf", broken)
    code, out, err = said("packs")
    assert (code, out) == (1, "")
    assert "(RuntimeError: [2Jbad)" in one_sentence(err)
    monkeypatch.setitem(os.environ, "HORSESHOE_TRACE", "1")
    with pytest.raises(RuntimeError):
        said("packs")
