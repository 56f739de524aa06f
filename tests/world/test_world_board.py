"""The board: every term explained from the same numbers, with its source, its shares and its remedies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.world.board import GROUNDS, percent
from game.world.conditions import Condition, Facts
from game.world.powers import Adjustment, SecurityModel
from game.world.security import TERMS, explain, measure


def test_every_term_has_its_ground_in_the_documents() -> None:
    assert tuple(GROUNDS) == TERMS
    for ground in GROUNDS.values():
        assert ground.claim.endswith(".")
        assert ground.source.startswith(("001", "003"))


@pytest.mark.parametrize("term", TERMS)
def test_an_explanation_shows_the_measured_value(term: str, model: SecurityModel, june: Facts) -> None:
    found = explain(model, term, june)
    assert found.term == term
    assert found.value == measure(model, june)[term]
    assert found.sentence.endswith(".")
    assert (found.title, found.claim, found.source) == GROUNDS[term]


@pytest.mark.parametrize("term", TERMS)
def test_an_empty_model_can_still_be_explained(term: str) -> None:
    empty = SecurityModel()
    facts = Facts({}, {})
    found = explain(empty, term, facts)
    assert found.value == measure(empty, facts)[term]
    assert found.sentence


@pytest.mark.parametrize("term", ["renunciation", "observance"])
def test_groups_shares_make_the_term(term: str, model: SecurityModel, june: Facts) -> None:
    asked = replace(june, adopted=frozenset({"embargo"}))
    found = explain(model, term, asked)
    assert sum(p.weight for p in found.parts) == pytest.approx(1.0, abs=0.01)
    assert sum(p.weight * p.value for p in found.parts) == pytest.approx(found.value, abs=0.01)
    assert {p.label for p in found.parts} == {g.title for g in model.groups}
    assert "Poland" in next(p for p in found.parts if p.label == "Soviet bloc").states


def test_renunciation_names_those_who_could_add_most(model: SecurityModel, june: Facts) -> None:
    assert explain(model, "renunciation", june).remedies[0] == "United States could add 11% of the power."


def test_attribution_says_what_was_found_and_what_would_be_worth_more(
    model: SecurityModel, june: Facts
) -> None:
    assert (
        explain(model, "attribution", june).sentence
        == "Nobody has been named in a finding that carries weight."
    )
    breach = replace(june, adopted=frozenset({"breach"}), votes={"breach": {"USA": "yes", "YUG": "abstain"}})
    found = explain(model, "attribution", breach)
    assert found.sentence == "Breach of the peace: found, with 50% of the votes."
    assert "A finding of “act of aggression” would be worth up to 1.00." in found.remedies
    vetoed = replace(june, vetoed=frozenset({"aggression"}))
    assert explain(model, "attribution", vetoed).sentence.startswith(
        "Act of aggression: voted for and vetoed"
    )


def test_willingness_counts_units_and_names_the_need(model: SecurityModel, june: Facts) -> None:
    pledged = replace(june, pledged={"troops": 60.0, "troops:USA": 60.0, "funds": 20.0})
    found = explain(model, "willingness", pledged)
    assert found.sentence == "70 units are pledged or given; enforcement needs 100."
    assert [p[:4] for p in found.parts[:2]] == [
        ("troops", 0.6, 1.0, "60 of 100 units"),
        ("funds", 0.1, 1.0, "10 of 100 units"),
    ]
    assert found.remedies[0] == "30 more units would meet the need."
    enough = replace(june, pledged={"troops": 200.0})
    assert "units" not in explain(model, "willingness", enough).remedies[0]


def test_willingness_shows_the_notes_that_hold_and_those_that_would_help(
    model: SecurityModel, june: Facts
) -> None:
    note = "Forces in Japan are ordered to Korea."
    assert f"Not yet: {note}" in explain(model, "willingness", june).remedies
    ordered = explain(model, "willingness", replace(june, adopted=frozenset({"assistance"})))
    assert f"Not yet: {note}" not in ordered.remedies
    assert next(p.note for p in ordered.parts if p.label == "United States") == note


def test_what_would_only_harm_is_no_remedy(model: SecurityModel, june: Facts) -> None:
    for term in TERMS:
        remedies = explain(model, term, june).remedies
        assert not [x for x in remedies if "Chinese armies" in x or "The fleet bars" in x]


def test_observance_says_when_nobody_has_asked(model: SecurityModel, june: Facts) -> None:
    assert "nobody has asked" in explain(model, "observance", june).sentence
    asked = explain(model, "observance", replace(june, adopted=frozenset({"embargo"})))
    assert asked.sentence.endswith("is denied the aggressor.")


def test_preponderance_names_a_giant_adversary_and_both_sides(model: SecurityModel, june: Facts) -> None:
    entered = replace(june, happened=frozenset({"china-enters"}))
    found = explain(model, "preponderance", entered)
    assert "more than 10%" in found.sentence
    sides = {p.label: p.note for p in found.parts}
    assert sides["China (Peking)"] == "with the aggressor"
    assert sides["United States"] == "with the Council"


def test_universality_marks_the_absent_and_asks_for_their_return(model: SecurityModel, june: Facts) -> None:
    found = explain(model, "universality", june)
    assert next(p for p in found.parts if p.label == "Soviet Union").note == "absent"
    assert found.remedies == ("Soviet Union returns to the table.", "Not yet: Peking sits.")


def test_speed_counts_the_stages_lost(model: SecurityModel, june: Facts) -> None:
    said = [explain(model, "speed", replace(june, stage=n)).sentence for n in (1, 2, 4)]
    assert said == [
        "No stages have passed since the breach without a measure that bites.",
        "1 stage has passed since the breach without a measure that bites.",
        "3 stages have passed since the breach without a measure that bites.",
    ]
    bitten = replace(june, adopted=frozenset({"assistance"}))
    assert explain(model, "speed", bitten).sentence == "A measure bites, and the clock has stopped."


def test_impartiality_gives_the_packs_reasons(model: SecurityModel, june: Facts) -> None:
    found = explain(model, "impartiality", june)
    assert found.why == "Sixteen flags, one alliance's war."
    assert [p.label for p in found.parts] == ["the same act, whoever does it", "trust of the small states"]
    barred = explain(model, "impartiality", replace(june, happened=frozenset({"formosa"})))
    assert barred.sentence == "The fleet bars the strait."


def test_notes_on_whole_terms_are_shown(june: Facts) -> None:
    when = Condition("flag", "warned")
    model = SecurityModel(adjust=(Adjustment(when, "speed", by=-0.1, note="Warnings cost time."),))
    assert explain(model, "speed", june).why == ""
    assert explain(model, "speed", replace(june, flags=frozenset({"warned"}))).why == "Warnings cost time."


def test_a_term_the_documents_do_not_know_is_an_error(model: SecurityModel, june: Facts) -> None:
    with pytest.raises(KeyError):
        explain(model, "luck", june)


def test_small_shares_keep_a_decimal() -> None:
    assert [percent(x) for x in (0.0, 0.003, 0.0996, 0.284443, 1.0)] == ["0%", "0.3%", "10%", "28%", "100%"]
