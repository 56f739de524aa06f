"""The debrief: your line beside history's, each divergence named, no score for closeness."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import msgspec
from msgspec.structs import replace

from game.prose.chronicle import compare, follow
from game.prose.debrief import debrief
from game.prose.divergence import in_history
from game.prose.drafts import texts
from game.prose.votes import questions
from game.session import events as happened
from game.session.scenario import Absence, Roll, Scenario
from game.world.security import TERMS


def told(played: Any) -> Any:
    """The debrief of a played sitting."""
    return debrief(played.events, played.state, played.scenario)


def apart(played: Any) -> list[str]:
    """All divergences of a sitting."""
    return [text for stage in told(played).stages for text in stage.divergences]


def test_historys_own_line_has_no_divergence(history: Any) -> None:
    assert apart(history) == []
    found = told(history)
    assert found.finished
    assert found.ending is not None
    assert found.ending.historical
    assert [d.yours.count for stage in found.stages for d in stage.drafts] == ["9-0-1", "7-1-0"]


def test_a_text_that_fails_here_is_named_with_what_history_did(blocked: Any) -> None:
    assert (
        "S/1508/Rev.1 (Assistance to the Republic of Korea) was not adopted (6-1-3) here; "
        "in history it was adopted (7-1-0)."
    ) in apart(blocked)
    found = told(blocked)
    assert found.ending is not None
    assert not found.ending.historical
    assert [ending.title for ending in found.history] == ["The attack is met"]


def test_the_same_outcome_by_other_votes_is_a_divergence(tiny: Scenario, play_tiny: Any) -> None:
    played = play_tiny({"s-1501": {"IND": "abstain"}})
    assert apart(played)[0].endswith(
        "was adopted (8-0-2) here, as in history, but India abstained (in history: yes)."
    )


def test_a_text_never_tabled_is_missed(history: Any) -> None:
    silent = [e for e in history.events if not isinstance(e, happened.DraftTabled | happened.ResultDeclared)]
    stages = compare(follow(silent, history.scenario), history.scenario)
    assert stages[0].divergences[0] == (
        "S/1501 (Breach of the peace and cessation of hostilities) was not tabled here; "
        "in history it was adopted (9-0-1)."
    )


def test_a_text_tabled_and_never_put_is_named(history: Any) -> None:
    unput = [e for e in history.events if not isinstance(e, happened.ResultDeclared)]
    stages = compare(follow(unput, history.scenario), history.scenario)
    assert "was tabled here and never put to the vote" in stages[0].divergences[0]


def test_happenings_part_both_ways(history: Any, tiny: Scenario) -> None:
    quiet = [e for e in history.events if not isinstance(e, happened.HappeningOccurred)]
    stages = compare(follow(quiet, tiny), tiny)
    assert stages[1].divergences == (
        "It happened in history (27 June 1950) and not here: The capital falls.",
    )
    invented = dataclasses.replace(tiny.sealed.happenings[0], historical=False)
    other = replace(tiny, sealed=replace(tiny.sealed, happenings=(invented,)))
    stages = compare(follow(history.events, other), other)
    assert stages[1].divergences == ("It happened here and not in history: The capital falls.",)


def test_a_boycott_ended_early_is_named(history: Any, tiny: Scenario) -> None:
    assert tiny.sealed.absences[0].seat == "RUS"
    early = [*history.events[:4], happened.SeatReturned("RUS"), *history.events[4:]]
    apart = [text for stage in compare(follow(early, tiny), tiny) for text in stage.divergences]
    assert apart == ["The USSR took its seat again at “The first meeting” here; in history it stayed away."]
    due = replace(tiny, sealed=replace(tiny.sealed, absences=(Absence("RUS", "", until="assistance"),)))
    apart = [text for stage in compare(follow(history.events, due), due) for text in stage.divergences]
    assert apart == ["The USSR stayed away here; in history it came back at “The second meeting”."]


def test_stages_not_reached_part_from_nothing(history: Any, tiny: Scenario) -> None:
    stages = compare(follow(history.events[:1], tiny), tiny)
    assert not any(stage.played or stage.divergences for stage in stages)


def test_no_score_for_closeness_anywhere(history: Any) -> None:
    names: set[str] = set()

    def gather(value: Any) -> None:
        if isinstance(value, dict):
            names.update(value)
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            gather(inner)

    gather(json.loads(msgspec.json.encode(told(history))))
    assert not [name for name in names if any(w in name for w in ("score", "close", "match", "similar"))]


def test_eight_terms_stand_beside_historys(history: Any) -> None:
    terms = told(history).terms
    assert tuple(term.id for term in terms) == TERMS
    attribution = terms[1]
    assert attribution.history == 0.8
    assert attribution.yours == history.state.world.terms["attribution"]
    assert terms[0].history is None
    assert all(term.claim and term.source for term in terms)


def test_tracks_are_those_the_delegations_found(history: Any) -> None:
    first, second = told(history).stages
    assert {t.id: (t.yours, t.history) for t in first.tracks} == {
        "front": (80, 80),
        "resolve": (80, 80),
        "opinion": (50, 60),
    }
    assert {t.id: t.yours for t in second.tracks}["front"] == history.state.world.tracks["front"]


def test_every_delegation_is_told_how_it_fared(history: Any) -> None:
    fared = {seat.seat: seat for seat in told(history).delegations}
    assert set(fared) == set(history.scenario.seat)
    assert fared["USA"].drafts == 2
    assert fared["EGY"].votes == {"yes": 1, "not_participating": 1}
    assert fared["RUS"].votes == {}
    assert fared["RUS"].name == "USSR"
    assert all(seat.objectives and seat.history for seat in fared.values())


def test_deals_are_counted_by_who_kept_them(history: Any) -> None:
    settled = [happened.DealSettled(1, "FRA", True), happened.DealSettled(1, "USA", False)]
    found = debrief([*history.events, *settled], history.state, history.scenario)
    fared = {seat.seat: seat for seat in found.delegations}
    assert (fared["FRA"].deals_kept, fared["USA"].deals_broken) == (1, 1)


def test_marked_moments_come_back(history: Any) -> None:
    marked = [*history.events, happened.MomentMarked("the vote of India")]
    assert debrief(marked, history.state, history.scenario).moments == ("the vote of India",)


def test_a_roll_without_counts_is_counted_and_one_without_votes_says_so() -> None:
    assert in_history(Roll("adopted", {"FRA": "yes", "IND": "abstain"})).count == "1-0-1"
    assert in_history(Roll("vetoed", yes=9, no=1)).count == "9-1-?"
    assert in_history(Roll("not_adopted", yes=2, no=3, abstain=6)).outcome == "failed"


def test_the_clerk_keeps_who_was_away(history: Any) -> None:
    first, second = questions(history.events, history.scenario)
    assert first.who("absent") == ("RUS",)
    assert second.who("not_participating") == ("EGY", "IND")
    assert (first.resolution, second.resolution) == (82, 83)
    assert (first.meeting, second.meeting) == (473, 474)


def test_texts_keep_revisions_sponsors_and_fates(history: Any) -> None:
    later = [
        *history.events,
        happened.DraftTabled("S/9", ("FRA",), ()),
        happened.SponsorJoined("IND", "S/9"),
        happened.SponsorLeft("FRA", "S/9"),
        happened.DraftRevised("S/9", ()),
        happened.DraftFailed("S/9", True),
        happened.DraftTabled("S/10", ("FRA",), ()),
        happened.DraftWithdrawn("S/10", "FRA"),
    ]
    found = texts(later)
    assert list(found) == ["S/1501", "S/1508/Rev.1", "S/9", "S/10"]
    assert found["S/1501"].resolution == 82
    assert (found["S/9"].sponsors, found["S/9"].revision, found["S/9"].status) == (("IND",), 1, "vetoed")
    assert found["S/10"].status == "withdrawn"
