"""What a pack marks as doubtful is found, wherever it is told, with its reason and sources."""

from __future__ import annotations

from dataclasses import replace as changed
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.packs import load
from game.prose.exports import export
from game.session.claims import Claim, claims
from game.session.library import Roll
from game.session.scenario import Scenario
from game.sitting import Sitting

PACKS = Path(__file__).parent.parent / "data" / "packs"


@pytest.fixture
def marked() -> Scenario:
    """The tiny pack with a mark on one record of each kind that may have one."""
    tiny = load(PACKS / "tiny")
    opened, sealed = tiny.open, tiny.sealed
    seat, *seats = opened.seats
    party, *parties = opened.parties
    draft, *drafts = opened.drafts
    clause, *clauses = opened.clauses
    stage, *stages = sealed.stages
    happening, *happenings = sealed.happenings
    absence, *absences = sealed.absences
    wire = (replace(stage.wire[0], thin="A wire."), *stage.wire[1:])
    brief = replace(sealed.briefs["USA"], disputed="A brief.")
    return Scenario(
        replace(
            opened,
            seats=(replace(seat, thin="A seat."), *seats),
            parties=(replace(party, disputed="A party."), *parties),
            drafts=(
                replace(draft, thin="A draft.", roll=Roll("adopted", yes=9, disputed="A roll.")),
                *drafts,
            ),
            clauses=(replace(clause, thin="A clause."), *clauses),
        ),
        replace(
            sealed,
            stages=(replace(stage, wire=wire, disputed="A stage."), *stages),
            happenings=(changed(happening, disputed="A happening.", thin="And little of it."), *happenings),
            absences=(replace(absence, thin="An absence."), *absences),
            briefs={**sealed.briefs, "USA": brief},
        ),
    )


def test_every_mark_is_found(marked: Scenario) -> None:
    found = {c.reason: c.mark for c in claims(marked)}
    assert found == {
        "A seat.": "thin", "A party.": "disputed", "A draft.": "thin", "A roll.": "disputed",
        "A clause.": "thin", "A stage.": "disputed", "A wire.": "thin", "A happening.": "disputed",
        "And little of it.": "thin", "An absence.": "thin", "A brief.": "disputed",
    }  # fmt: skip


def test_a_claim_says_what_is_told_and_where_from(marked: Scenario) -> None:
    by_reason = {c.reason: c for c in claims(marked)}
    seat = marked.open.seats[0]
    assert by_reason["A seat."] == Claim(seat.short, seat.about, "thin", "A seat.", seat.sources)
    assert by_reason["A roll."].text == "The vote: 9-?-?."
    assert by_reason["A stage."].text == marked.sealed.stages[0].history


def test_a_roll_without_numbers_tells_its_doubt() -> None:
    tiny = load(PACKS / "tiny")
    roll = Roll("failed", doubt="No roll was found.", thin="Nobody wrote it down.")
    drafts = (replace(tiny.open.drafts[0], roll=roll), *tiny.open.drafts[1:])
    assert claims(Scenario(replace(tiny.open, drafts=drafts), tiny.sealed))[0].text == "No roll was found."


def test_a_pack_without_marks_claims_nothing() -> None:
    assert claims(load(PACKS / "greece-1947")) == []


def test_the_debrief_shows_the_mark_and_its_reason(marked: Scenario) -> None:
    sitting = Sitting.begin(marked, seed=1)
    page = export(sitting.record, sitting.state, marked, "debrief", "md")
    section = page.partition("## Claims that are disputed")[2]
    for claim in claims(marked):
        assert claim.reason in section
    assert section.count("*Disputed*") == 5
    assert section.count("*Thin*") == 6


def test_a_debrief_without_marks_has_no_such_section() -> None:
    plain = load(PACKS / "greece-1947")
    sitting = Sitting.begin(plain, seed=1)
    assert "rest on little" not in export(sitting.record, sitting.state, plain, "debrief", "md")
