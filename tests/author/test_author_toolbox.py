"""The toolkit in one piece: what it answers, its processes, and a play that is stopped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest

from game.author.toolbox import Toolbox
from game.packs import load

TINY = Path(__file__).parent.parent / "data" / "packs" / "tiny"


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    endings = folder / "endings.yaml"
    endings.write_text(endings.read_text("utf-8").replace("adopted: assistance", "flag: haltd"), "utf-8")
    return folder


@pytest.fixture
def toolbox() -> Iterator[Toolbox]:
    box = Toolbox(ThreadPoolExecutor)
    yield box
    box.close()


def test_a_process_of_its_own_reads_and_is_let_go(
    spoilt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HORSESHOE_CACHE", str(tmp_path / "cache"))
    box = Toolbox()
    problems = box.examine(str(spoilt))
    assert problems
    assert problems[0].grave
    assert [x.code for x in box.examine(str(spoilt / "nowhere"))] == ["no-pack"]
    assert not any(x.grave for x in box.examine(str(TINY)))
    box.close()
    box.close()


class Barred(ThreadPoolExecutor):
    """What stands for a computer that lets no process begin."""

    def submit(self, *task: object, **words: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")


def test_where_no_process_may_begin_a_crisis_is_read_all_the_same(spoilt: Path) -> None:
    box = Toolbox(Barred)
    assert [p.code for p in box.examine(str(spoilt))][:1] == ["flags"]
    with pytest.raises(RuntimeError, match="Nothing was played: work was lost"):
        box.play(
            str(TINY),
            lambda done, wanted: True,
            runs=2,
            seed=1,
            length="full",
            level="novice",
            vary="",
            jobs=1,
        )


def test_the_gravest_come_first_and_have_their_manual(toolbox: Toolbox, spoilt: Path) -> None:
    problems = toolbox.examine(str(spoilt))
    ranks = [("error", "warning", "note").index(x.level) for x in problems]
    assert ranks == sorted(ranks)
    assert any(toolbox.manual(x.code) for x in problems)
    assert toolbox.manual("no-such-check") == ""


def test_what_is_shown_of_a_crisis_comes_as_lines(toolbox: Toolbox) -> None:
    tiny = load(TINY)
    assert toolbox.preview(tiny, 60)[0].startswith("Two Days in June")
    assert toolbox.outline(tiny, 60)[0] == "Stages, in their order"
    assert "agree" in "\n".join(toolbox.hindcast(tiny))


def play(toolbox: Toolbox, until: int, runs: int = 60) -> tuple[list[int], list[str]]:
    heard: list[int] = []

    def hear(done: int, wanted: int) -> bool:
        assert wanted == runs
        heard.append(done)
        return done < until

    lines = toolbox.play(
        str(TINY), hear, runs=runs, seed=1, length="full", level="novice", vary="", jobs=1
    )  # fmt: skip
    return heard, list(lines)


def test_a_play_that_is_stopped_keeps_what_was_done(toolbox: Toolbox) -> None:
    heard, lines = play(toolbox, until=1)
    assert heard
    assert "of 60 were played" in "\n".join(lines)


def test_a_play_tells_how_far_it_is_to_the_end(toolbox: Toolbox) -> None:
    heard, lines = play(toolbox, until=1_000)
    assert heard == sorted(heard)
    assert heard[-1] == 60
    assert lines[0].startswith("Two Days in June: 60 sittings, seeds 1 to 60")


def test_a_crisis_that_is_no_crisis_is_not_begun(toolbox: Toolbox) -> None:
    with pytest.raises(ValueError, match="cannot be a crisis's name"):
        toolbox.begin({"id": "No Name!"})
