"""Texts in several languages: the one asked for is told, English otherwise, and a save keeps to its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.packs import inspect, kept, languages, load, load_again, speak
from game.packs.cards import card
from game.packs.languages import usual
from game.packs.telling import READ
from game.sitting import Sitting

BOTH = Path(__file__).parent.parent / "data" / "packs" / "greece-1947"
VARIABLES = ("HORSESHOE_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test begins in an environment that asks for none, and leaves none behind."""
    for variable in VARIABLES:
        monkeypatch.setenv(variable, "")


def test_a_pack_is_told_in_the_language_asked_for() -> None:
    french, english = load(BOTH, "fr"), load(BOTH, "en")
    assert (french.open.title, english.open.title) == ("Rayée de la liste", "Off the list")
    assert french.open.language == "fr"
    assert french.open.languages == english.open.languages == ("en", "fr")
    assert french.open.clauses[0].verb == "Prie"
    assert french.sealed.briefs["USA"].line == "Ce que dit l'essai."
    assert french.sealed.stages[0].history.startswith("Un vote préliminaire")
    assert french.open.digest == english.open.digest


def test_what_is_not_translated_is_told_in_english() -> None:
    assert load(BOTH, "fr").open.seats[0].about == "An elected member."
    assert load(BOTH, "de").open.title == "Off the list"
    assert load(BOTH, "de").open.language == "en"


def test_the_environment_chooses_where_nobody_does(monkeypatch: pytest.MonkeyPatch) -> None:
    for value, code in [
        ("fr_CA.UTF-8", "fr"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("de", "de"),
        ("xx_YY", "en"),
    ]:
        monkeypatch.setenv("LANG", value)
        assert usual() == code
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert load(BOTH).open.language == "fr"
    monkeypatch.setenv("LANGUAGE", "es:fr")
    assert usual() == "es"


def test_the_choice_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    speak(" FR ")
    assert load(BOTH).open.language == "fr"
    assert card(BOTH).title == "Rayée de la liste"
    speak("en")
    assert card(BOTH).title == "Off the list"
    with pytest.raises(ValueError, match="no code of a language"):
        speak("french")
    with pytest.raises(ValueError, match="Nothing is no code"):
        speak("")


def test_a_save_keeps_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    french = load(BOTH, "fr")
    options = kept(french)
    assert options["language"] == "fr"
    assert load_again("greece-1947", options).open.language == "fr"
    assert "language" not in kept(load(BOTH, "en"))
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    folder = {k: v for k, v in options.items() if k != "language"}
    assert load_again("greece-1947", folder).open.language == "en"
    assert load_again("greece-1947", {**folder, "language": 7}).open.language == "en"


def test_a_sitting_in_french_is_the_same_sitting() -> None:
    told = [Sitting.begin(load(BOTH, code), seed=3) for code in ("en", "fr")]
    for sitting in told:
        sitting.run(2_000)
    assert [type(e) for e in told[0].record] == [type(e) for e in told[1].record]


def test_every_place_for_a_text_takes_languages(lay: Callable[[str, str], Path]) -> None:
    lay("pack.yaml", "title: {en: Two days, fr: Deux jours}")
    lay("delegations.yaml", "contested: {CHN: {en: Claimed., fr: Revendiqué.}}")
    lay("stages.yaml", "invasion: {wire: [{en: News., fr: Nouvelles.}, {text: {en: More., fr: Encore.}}]}")
    lay(
        "briefs/USA.yaml",
        "interests: {en: Peace, fr: La paix}\npositions: {breach: [3, 3, {en: it is so, fr: c'est ainsi}]}",
    )
    folder = lay("debrief.yaml", "historical_why: {speed: {en: Two days., fr: Deux jours.}}")
    found = load(folder, "fr")
    assert found.open.title == "Deux jours"
    assert found.sealed.contested == {"CHN": "Revendiqué."}
    assert [w.text for w in found.sealed.stages[0].wire] == ["Nouvelles.", "Encore."]
    assert found.sealed.briefs["USA"].interests == ("La paix",)
    assert found.sealed.briefs["USA"].positions["breach"].why == "c'est ainsi"
    assert found.sealed.historical_why["speed"] == "Deux jours."


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("{fr: Deux jours}", "There is no text in en."),
        ("{en: Two days, frr: Deux jours}", "frr is no code of a language, such as fr"),
        ("{en: Two days, fr: 7}", "The text in fr is no text."),
        ('{en: Two days, fr: ""}', "The text in fr is no text."),
    ],
)
def test_what_is_wrong_with_languages_is_told(tiny: Path, title: str, says: str) -> None:
    text = (tiny / "pack.yaml").read_text("utf-8").replace("title: Two Days in June", f"title: {title}")
    (tiny / "pack.yaml").write_text(text, "utf-8")
    (problem,) = [p for p in inspect(tiny)[1] if p.grave]
    assert says in str(problem)
    assert problem.code == "language"
    assert problem.line == 1 + text.split("\n").index(f"title: {title}")


def test_a_mapping_where_no_text_is_read_stays_a_complaint(lay: Callable[[str, str], Path]) -> None:
    found = inspect(lay("stages.yaml", "invasion: {date: {en: 1950-06-25, fr: 1950-06-25}}"))[1]
    assert [p.code for p in found if p.grave] == ["not-text"]


def test_a_pack_may_be_written_in_another_language(lay: Callable[[str, str], Path]) -> None:
    folder = lay("pack.yaml", "language: fr\ntitle: {fr: Deux jours, en: Two days}")
    assert load(folder, "de").open.title == "Deux jours"
    assert load(folder, "en").open.title == "Two days"
    assert load(folder, "de").open.languages == ("fr", "en")
    (problem,) = [p for p in inspect(lay("pack.yaml", "language: xq"))[1] if p.code == "language" and p.grave]
    assert "xq is no code" in str(problem)


def test_errors_in_another_language_are_found(lay: Callable[[str, str], Path]) -> None:
    piece = (
        "cessation: {text: {en: 'the cessation of hostilities by {by_whom}', fr: 'la cessation {par_qui}'}}"
    )
    scenario, problems = inspect(lay("clauses.yaml", piece))
    assert scenario is None
    assert {p.code for p in problems if p.grave} == {"places"}


def test_what_is_left_untold_is_noted_once(tiny: Path) -> None:
    told = [p for p in inspect(BOTH)[1] if p.code == "language"]
    assert [p.level for p in told] == ["note"]
    assert "texts are given in fr" in told[0].what
    assert not [p for p in inspect(tiny)[1] if p.code == "language"]


def test_codes_are_of_two_letters_and_fields_exist() -> None:
    from game.packs.records import Field, Shape, fields_of, files

    assert all(len(code) == 2 and code.islower() for code in languages.CODES)
    names: set[str] = set()
    waiting: list[Shape] = []
    for whole in files().values():
        for field in (whole,) if isinstance(whole, Field) else whole:
            names.add(field.name)
            waiting.append(field.shape)
    met: set[type] = set()
    while waiting:
        shape = waiting.pop()
        if shape.kind in {"record", "keyed"} and shape.of not in met:
            met.add(shape.of)
            names |= {f.name for f in fields_of(shape.of)}
            waiting += [f.shape for f in fields_of(shape.of)]
        elif shape.kind in {"list", "mapping"}:
            waiting.append(shape.of)
    assert names >= READ
