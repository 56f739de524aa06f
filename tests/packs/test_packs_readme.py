"""The page for authors is true: its examples are one crisis that can be played, and it names every field."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from game.author.hindcast import hindcast
from game.packs import inspect, load
from game.packs.records import HIDDEN, Field, Shape, fields_of, files, key_of
from game.sitting import Sitting
from game.world.powers import Nation

PAGE = (Path(__file__).parents[2] / "crises" / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
OTHERS = ("CHN", "CUB", "ECU", "EGY", "FRA", "IND", "NOR", "RUS", "GBR", "YUG")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The crisis of the page, written out as it tells: ten more briefs in four lines each."""
    folder = tmp_path / "june-1950"
    (folder / "briefs").mkdir(parents=True)
    for name, text in BLOCKS:
        (folder / name).write_text(text, "utf-8")
    for code in OTHERS:
        brief = (
            "summary: A seat.\n"
            "positions: {breach: [2, 2], help: [1, 1]}\n"
            "objectives: {named: {text: See the attack named., when: {adopted: breach}}}\n"
            "sources: res\n"
        )
        (folder / "briefs" / f"{code}.yaml").write_text(brief, "utf-8")
    return folder


def test_the_examples_are_a_whole_crisis_without_a_complaint(small: Path) -> None:
    assert len(BLOCKS) == len(re.findall(r"^```yaml$", PAGE, re.MULTILINE)) == len({n for n, _ in BLOCKS})
    scenario, problems = inspect(small)
    told = [p for p in problems if p.level != "note"]  # notes are about its size: it is an example
    assert not told, "\n".join(map(str, told))
    assert scenario is not None


@pytest.mark.parametrize("length", ["full", "short"])
def test_the_examples_can_be_played(small: Path, length: str) -> None:
    sitting = Sitting.begin(load(small), seed=1, length=length)
    sitting.run(5_000)
    assert sitting.finished
    assert sitting.refusals == 0


def test_the_examples_vote_as_history_did_where_the_page_gives_the_roll(small: Path) -> None:
    for code in OTHERS:  # a reader may simply copy the one brief that is shown
        shutil.copy(small / "briefs" / "USA.yaml", small / "briefs" / f"{code}.yaml")
    assert hindcast(load(small)).agreement >= 0.9


def named(shape: Shape, found: set[str], met: set[type]) -> None:
    """Gather the names of the fields a shape can hold."""
    if shape.kind in {"record", "keyed"} and shape.of not in met:
        met.add(shape.of)
        for field in fields_of(shape.of):
            if field.name not in HIDDEN and field.name != key_of(shape.of) and shape.of is not Nation:
                found.add(field.name)
                named(field.shape, found, met)
    elif shape.kind in {"list", "mapping"}:
        named(shape.of, found, met)
    elif shape.kind == "pair":
        for part in shape.of:
            named(part, found, met)


def test_every_field_of_a_pack_is_named() -> None:
    found: set[str] = set()
    met: set[type] = set()
    for holds in files().values():
        for field in (holds,) if isinstance(holds, Field) else holds:
            found |= set() if isinstance(holds, Field) else {field.name}
            named(field.shape, found, met)
    in_lists = {"position", "salience"}  # written as the first two of a list
    words = set(re.findall(r"[a-z_]+", PAGE))
    assert len(found) > 100
    assert found - words - in_lists == set()


def test_every_field_of_a_table_exists() -> None:
    every = set()
    met: set[type] = set()
    for holds in files().values():
        for field in (holds,) if isinstance(holds, Field) else holds:
            every.add(field.name)
            named(field.shape, every, met)
    rows = re.findall(r"^\| ((?:`[a-z_]+`,? ?)+)", PAGE, re.MULTILINE)
    told = {word for row in rows for word in re.findall(r"`([a-z_]+)`", row)} - {"always"}
    assert len(told) > 20
    assert told - every - {"format"} == set()


def keyed(shape: Shape, name: str, found: set[str], met: set[type]) -> None:
    """Gather the names of fields that are mappings from a name to the rest."""
    if shape.kind == "keyed" and name not in HIDDEN:
        found.add(name)
    if shape.kind in {"record", "keyed"} and shape.of not in met:
        met.add(shape.of)
        for field in fields_of(shape.of):
            keyed(field.shape, field.name, found, met)
    elif shape.kind in {"list", "mapping"}:
        keyed(shape.of, "", found, met)


def test_the_one_rule_names_every_mapping() -> None:
    found: set[str] = set()
    for holds in files().values():
        for field in (holds,) if isinstance(holds, Field) else holds:
            keyed(field.shape, field.name, found, set())
    sentence = PAGE.partition("**The one rule:**")[2].partition("Everything else")[0]
    assert set(re.findall(r"`([a-z_]+)`", sentence)) == found - {"briefs"}


def test_clauses_of_the_house_are_taken_as_the_page_shows(small: Path) -> None:
    text = PAGE.partition("place of any of its:")[2].partition("Two rules of thumb")[0]
    piece = "\n".join(line.removeprefix("    ") for line in text.splitlines())
    with (small / "clauses.yaml").open("a", encoding="utf-8") as file:
        file.write(piece)
    assert {"seized", "appeal"} <= {c.id for c in load(small).open.clauses}


def test_a_text_is_given_in_languages_as_the_page_shows(small: Path) -> None:
    text = PAGE.partition("by their two-letter codes:")[2].partition("`en` must be among")[0]
    piece = "".join(f"{line[2:]}\n" for line in text.splitlines() if line)
    path = small / "stages.yaml"
    stages = path.read_text("utf-8").replace("  title: The attack\n", piece)
    stages = stages.replace("  history: The Council found a breach of the peace by nine votes.\n", "")
    path.write_text(stages, "utf-8")
    assert load(small, "fr").sealed.stages[0].title == "L'attaque"
    assert load(small, "fr").sealed.stages[0].history.startswith("Le Conseil constata")
    assert load(small, "en").sealed.stages[0].title == "The attack"
