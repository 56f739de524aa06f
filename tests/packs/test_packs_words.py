"""A pack's own words: clauses taken from the house and changed, names of bodies, sentences for occasions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.packs import inspect, library, load
from game.packs.checks.verbs import verb
from game.prose import organs
from game.prose.document import body
from game.session.library import Clause
from game.session.words import NONE, OCCASIONS, Words

Lay = Callable[[str, str], Path]


def test_a_clause_of_the_house_is_taken_with_the_packs_meaning(lay: Lay) -> None:
    scenario = load(lay("clauses.yaml", "seized: {house: remain_seized, issues: {truce: 0.2}}"))
    clause, house = scenario.clause["seized"], library.clauses()["remain_seized"]
    assert (clause.verb, clause.text, clause.rank) == (house["verb"], house["text"], house["rank"])
    assert clause.issues == {"truce": 0.2}


def test_the_packs_words_go_before_the_houses(lay: Lay) -> None:
    piece = (
        "seized: {house: remain_seized, verb: Declares, text: that it will not rest, issues: {truce: 0.2}}"
    )
    clause = load(lay("clauses.yaml", piece)).clause["seized"]
    assert (clause.verb, clause.text) == ("Declares", "that it will not rest")
    assert clause.title == library.clauses()["remain_seized"]["title"]


def test_a_clause_the_house_has_not_is_told_the_nearest(tiny: Path) -> None:
    path = tiny / "clauses.yaml"
    path.write_text(path.read_text("utf-8") + "\nseized: {house: remain_seised}\n", "utf-8")
    (problem,) = [p for p in inspect(tiny)[1] if p.grave]
    assert "Did you mean remain_seized?" in str(problem)
    assert (problem.file, problem.code) == ("clauses.yaml", "house-clause")
    assert problem.line == len(path.read_text("utf-8").splitlines())


@pytest.mark.parametrize("name", sorted(library.clauses()))
def test_the_houses_own_clauses_are_sound(lay: Lay, name: str) -> None:
    folder = lay("clauses.yaml", f"taken: {{house: {name}, issues: {{truce: 0.2}}}}")
    told = [p for p in inspect(folder)[1] if p.level != "note" and p.file == "clauses.yaml"]
    assert not told, "\n".join(map(str, told))
    clause = load(folder).clause["taken"]
    assert verb(clause.verb).rank == clause.rank
    assert not clause.text.endswith(".")


def test_a_pack_without_words_has_the_houses(tiny: Path) -> None:
    assert load(tiny).open.words == NONE
    assert organs.council("unsc_11") == "Security Council"
    assert organs.organisation("league_council") == "League of Nations"


def test_bodies_are_called_on_papers_as_the_pack_says(lay: Lay) -> None:
    folder = lay("words.yaml", "terms: {council: Council of Eleven, assembly: Hall of All}")
    scenario = load(folder)
    words = scenario.open.words
    assert organs.council("unsc_11", words) == "Council of Eleven"
    assert organs.assembly("unsc_11", words) == "Hall of All"
    assert organs.organisation("unsc_11", words) == "United Nations"
    page = body(scenario, (Clause("breach"),), 1950)
    assert "".join(span.text for span in page[0].spans) == "The Council of Eleven,"


def test_sentences_are_said_in_turn_with_their_places_filled(lay: Lay) -> None:
    folder = lay(
        "words.yaml",
        'speeches: {veto: ["{seat} cannot accept {clause}.", "No, says {seat}."], thank: "Thanks."}',
    )
    words = load(folder).open.words
    said = [words.said("veto", turn, seat="France", clause="the third clause") for turn in range(3)]
    assert said == ["France cannot accept the third clause.", "No, says France.", said[0]]
    assert words.said("thank", 5) == "Thanks."
    assert words.said("opening", 0, seat="France") == ""


def test_a_sentence_begins_with_a_capital() -> None:
    words = Words(speeches={"leave": ("{seat} leaves the room.",)})
    assert words.said("leave", 0, seat="the United States") == "The United States leaves the room."


def test_a_place_for_which_nothing_is_given_leaves_no_gap() -> None:
    assert (
        Words(speeches={"veto": ("{seat} will not. {reason}",)}).said("veto", 0, seat="Cuba")
        == "Cuba will not."
    )


def test_every_occasion_and_place_is_accepted(lay: Lay) -> None:
    lines = "\n".join(
        f"  {name}: '{' '.join('{' + p + '}' for p in places)}'" for name, places in OCCASIONS.items()
    )
    folder = lay("words.yaml", f"speeches:\n{lines}")
    assert not [p for p in inspect(folder)[1] if p.code == "words"]
    assert set(load(folder).open.words.speeches) == set(OCCASIONS)


def test_words_are_given_in_several_languages(lay: Lay) -> None:
    folder = lay(
        "words.yaml",
        "terms: {council: {en: The Eleven, fr: Les Onze}}\nspeeches: {thank: [{en: Thanks., fr: Merci.}]}",
    )
    words = load(folder, "fr").open.words
    assert words.terms["council"] == "Les Onze"
    assert words.said("thank", 0) == "Merci."
