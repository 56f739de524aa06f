"""The finer points of the checks that reason: when they speak, at which level, and when they are silent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.packs import inspect, load
from game.packs.checks import prospects
from game.packs.outlook import outlook
from game.packs.problems import Problem, pressing
from game.packs.walk import Pack
from game.rules.bases import Asked
from game.session.covenant import way_of
from game.session.scenario import RedLine
from game.session.texts import nature

Lay = Callable[[str, str], Path]
FORCE = "red_lines: {no-force: {text: No armed help., clauses: assistance}}"


def found(folder: Path, code: str) -> list[Problem]:
    scenario, problems = inspect(folder)
    assert scenario is not None, [str(p) for p in problems]
    return [p for p in problems if p.code == code]


def test_a_draft_that_too_few_may_vote_for_can_never_carry(lay: Lay) -> None:
    for seat in ("CUB", "ECU", "EGY", "IND"):
        folder = lay(f"briefs/{seat}.yaml", FORCE)
    told = found(folder, "prospects")
    assert [(p.file, p.level) for p in told] == [("drafts.yaml", "warning")]
    assert "6 members are free to vote for it, and it needs 7" in told[0].what  # YUG has that line already


def test_a_veto_that_a_text_never_put_would_meet_is_a_note(lay: Lay) -> None:
    lay("briefs/FRA.yaml", FORCE)
    lay("drafts.yaml", "s-1508: {roll: }")
    folder = lay(
        "drafts.yaml", "plea: {title: A plea, sponsors: USA, clauses: [assistance], sources: dossier}"
    )
    assert {p.level for p in found(folder, "prospects")} == {"note"}


@pytest.mark.parametrize(
    "roll", ["{result: vetoed, yes: 7, no: 1}", "{result: withdrawn}", "{result: not_put}"]
)
def test_a_text_that_history_lost_needs_no_prospect(lay: Lay, roll: str) -> None:
    lay("briefs/FRA.yaml", FORCE)
    lay("drafts.yaml", "s-1508: {roll: }")
    assert not found(lay("drafts.yaml", f"s-1508: {{roll: {roll}}}"), "prospects")


@pytest.mark.parametrize("line", ["firm: false", "until: {flag: halted}", "vote: abstain"])
def test_a_red_line_that_leaves_a_way_stands_against_nothing(lay: Lay, line: str) -> None:
    lay("briefs/FRA.yaml", f"red_lines: {{no-force: {{text: No help., clauses: assistance, {line}}}}}")
    folder = lay("briefs/FRA.yaml", "objectives: {heard: {when: {adopted: assistance}}}")
    assert not found(folder, "at_odds")
    assert not found(folder, "prospects")


def test_a_stage_is_asked_for_before_it_opens(lay: Lay) -> None:
    folder = lay("stages.yaml", "assistance: {when: {any: [{stage: invasion}, {flag: halted}]}}")
    assert not found(folder, "stages")
    told = found(folder, "conditions")
    assert [(p.level, p.what) for p in told] == [("warning", "This holds always, whatever is done.")]
    hastened = lay("stages.yaml", "assistance: {when: , hastened: {stage: assistance}}")
    assert [p.what for p in found(hastened, "conditions")] == [
        "This can never hold: no such stage is held then."
    ]


def test_a_meeting_that_can_decide_nothing_is_told(lay: Lay) -> None:
    for kind in ("recalling", "breach", "cessation", "assistance"):
        lay("clauses.yaml", f"{kind}: {{offered: {{stage: assistance}}}}")
    told = found(lay("drafts.yaml", "s-1501: {stage: assistance, roll: {result: not_put}}"), "stages")
    assert [p.what for p in told] == ["At invasion no clause can be written and no text of history tabled."]


@pytest.mark.parametrize(
    ("more", "lapses"), [("", False), ("lapses: 1", True), ("until: {flag: halted}", True)]
)
def test_only_a_clause_with_an_end_lapses(lay: Lay, more: str, lapses: bool) -> None:
    lay("clauses.yaml", f"breach: {{{more}}}")
    folder = lay("briefs/IND.yaml", "objectives: {front: {when: {lapsed: breach}}}")
    assert [p.what for p in found(folder, "conditions")] == ["This can never hold: breach never lapses."] * (
        not lapses
    )


def test_what_follows_from_what_cannot_be_cannot_be(lay: Lay) -> None:
    lay("happenings.yaml", "seoul-falls: {when: {track: front, at_most: 30}}")
    folder = lay("endings.yaml", "repelled: {when: {flag: seoul-lost}}")
    told = {p.code: p.what for p in inspect(folder)[1] if p.level == "warning"}
    assert told["happenings"] == "seoul-falls can never happen: front stays between 60 and 100."
    assert told["outcomes"] == (
        "repelled can never be reached: nothing that can come about sets the flag seoul-lost."
    )


def test_endings_are_weighed_by_their_priority(lay: Lay) -> None:
    lay("endings.yaml", "unanswered: ")
    lay("endings.yaml", "half: {title: Words, text: Words alone., when: {adopted: assistance}, priority: 2}")
    folder = lay("endings.yaml", "nothing: {title: Nothing, text: Nothing was done., when: always}")
    assert [p.what for p in found(folder, "outcomes")] == [
        "Whenever repelled would be reached, one that goes before it is."
    ]


def test_before_the_league_nothing_is_ever_vetoed() -> None:
    view = outlook(Pack(load("abyssinia-1935")))
    kinds = view.pack.scenario.open.clauses
    assert not any(view.true("vetoed", kind.id) for kind in kinds)
    assert any(view.true("failed", kind.id) for kind in kinds)


def test_a_track_that_drifts_moves(lay: Lay) -> None:
    still = lay("pack.yaml", "tracks: {prices: {title: Prices, start: 50}}")
    assert [p.code for p in pressing(inspect(still)[1])] == ["tracks"]
    assert not found(lay("pack.yaml", "tracks: {prices: {drift: 2, most: 60}}"), "tracks")


def test_an_acceptance_reaches_as_far_as_its_place(lay: Lay) -> None:
    lay("briefs/IND.yaml", "objectives: {front: {secret: false}}")
    lay("briefs/NOR.yaml", "objectives: {front: {secret: false}}")
    folder = lay("expectations.yaml", "accepts: [{code: aims, at: briefs.IND, why: An open book.}]")
    told = {p.file: p.accepted for p in found(folder, "aims")}
    assert told == {"briefs/IND.yaml": "An open book.", "briefs/NOR.yaml": ""}
    assert not found(folder, "accepts")
    wide = lay("expectations.yaml", "accepts: [{code: aims, why: They hide nothing.}]")
    assert all(p.accepted for p in found(wide, "aims"))


def test_a_reading_level_asked_for_makes_a_hard_text_a_warning(lay: Lay) -> None:
    hard = (
        "Notwithstanding universally acknowledged obligations, international organisation demonstrated "
        "comprehensive institutional incapacity."
    )
    folder = lay("happenings.yaml", f"seoul-falls: {{wire: {hard} It was noted.}}")
    assert [p.level for p in found(folder, "plain_words")] == ["note"]
    assert [p.level for p in found(lay("expectations.yaml", "reading: 9"), "plain_words")] == ["warning"]


def test_before_the_league_one_red_line_stops_what_asks_for_unanimity() -> None:
    scenario = load("abyssinia-1935")
    told: dict[Asked, list[str]] = {}
    for draft in scenario.open.drafts:
        if draft.roll is not None and draft.roll.result != "adopted":
            continue
        way = way_of(scenario, draft.clauses, nature(scenario, draft.clauses))
        line = RedLine("never", "Not that.", clauses=tuple(c.kind for c in draft.clauses))
        brief = replace(scenario.sealed.briefs["PRT"], red_lines=(line,))
        sealed = replace(scenario.sealed, briefs={**scenario.sealed.briefs, "PRT": brief})
        faults = prospects.check(Pack(replace(scenario, sealed=sealed)))
        mine = [f.what for f in faults if f.path == (draft.id,)]
        told.setdefault(way, []).extend(mine or [""])
    assert told[Asked.UNANIMITY]
    assert all("red lines make PRT vote no" in what for what in told[Asked.UNANIMITY])
    assert not any(what for way, whats in told.items() if way is not Asked.UNANIMITY for what in whats)
