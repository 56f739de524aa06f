"""Why it came about: the walk back from endings, tracks, flags and happenings over the record."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec.structs import replace

from game.author.history import replayed
from game.packs import load
from game.prose.causes import MOVERS, Cause, Why, why, whys
from game.prose.debrief import debrief
from game.prose.exports import export
from game.prose.grounds import TOLD as GROUNDS
from game.prose.origins import TOLD as ORIGINS
from game.prose.trail import Trail
from game.session import events as happened
from game.session.events import Event
from game.session.scenario import Scenario
from game.world.conditions import KINDS
from game.world.outside import Moves

PACKS = ("abyssinia-1935", "korea-1950", "kuwait-1990", "ukraine-2022")


@cache
def line(pack: str) -> tuple[tuple[Event, ...], Scenario]:
    """History's own line of a crisis: its record and the scenario."""
    scenario = load(pack)
    return tuple(replayed(scenario).record), scenario


@cache
def asked(pack: str) -> tuple[Why, ...]:
    return whys(*line(pack))


def every(causes: tuple[Cause, ...]) -> list[Cause]:
    """All causes of a walk, in order."""
    return [x for cause in causes for x in (cause, *every(cause.causes))]


# -- the question of the crisis ------------------------------------------------
def test_why_did_seoul_fall() -> None:
    events, korea = line("korea-1950")
    (fell,) = (x for x in asked("korea-1950") if x.kind == "happening" and "Seoul falls" in x.question)
    assert "7 July 1950" in fell.answer or "28 June 1950" in fell.answer
    before = why(events, korea, "happening", fell.id)
    assert before == fell.causes
    came = Trail(events, korea).last("happening", fell.id)
    assert came is not None
    assert all(x.at < came for x in every(before))


def test_the_armed_truce_is_walked_back_to_the_vote_of_27_june() -> None:
    found = every(why(*line("korea-1950"), "ending"))
    said = [x.sentence for x in found]
    assert any(
        x.startswith("Resolution 83 (S/1508/Rev.1) was adopted (7-1-0; against: Yugoslavia)") for x in said
    )
    assert "China enters the war." in said
    assert any("Strength of the coalition stood at" in x and "30 or more was asked" in x for x in said)


def test_kuwait_is_free_because_twelve_voted_for_all_necessary_means() -> None:
    first = why(*line("kuwait-1990"), "ending")[0]
    assert "(12-2-1; against: " in first.sentence
    assert first.date == "1990-11-29"


# -- what every walk keeps to ----------------------------------------------------
@pytest.mark.parametrize("pack", PACKS)
def test_the_ending_every_track_and_every_happening_can_be_asked_about(pack: str) -> None:
    events, scenario = line(pack)
    kinds = [x.kind for x in asked(pack)]
    came = sum(isinstance(x, happened.HappeningOccurred) for x in events)
    assert kinds == ["ending", *["track"] * len(scenario.open.tracks), *["happening"] * came]
    assert asked(pack)[0].causes


@pytest.mark.parametrize("pack", PACKS)
def test_every_cause_stands_in_the_record_before_what_it_led_to(pack: str) -> None:
    events, _ = line(pack)

    def earlier(causes: tuple[Cause, ...], end: int) -> None:
        for cause in causes:
            assert cause.at < end, cause
            earlier(cause.causes, cause.at if cause.at >= 0 else end)

    for question in asked(pack):
        earlier(question.causes, len(events))


@pytest.mark.parametrize("pack", PACKS)
def test_every_sentence_is_a_sentence_without_ids(pack: str) -> None:
    _, scenario = line(pack)
    ids = {h.id for h in scenario.sealed.happenings} | {c.id for c in scenario.open.clauses}
    for cause in (x for question in asked(pack) for x in every(question.causes)):
        assert cause.sentence[0].isupper() or not cause.sentence[0].isalpha()
        assert cause.sentence[-1] in ".!?”"
        assert not {word for word in cause.sentence.split() if "_" in word} & ids


@pytest.mark.parametrize("pack", PACKS)
def test_a_tracks_causes_are_its_largest_and_add_up_when_all_are_told(pack: str) -> None:
    events, scenario = line(pack)
    trail = Trail(events, scenario)
    for question in (x for x in asked(pack) if x.kind == "track"):
        moves = trail.tracks.get(question.id, [])
        whole = round(sum(m.by for m in moves), 1)
        start = next(t.start for t in scenario.open.tracks if t.id == question.id)
        assert whole == pytest.approx((moves[-1].after if moves else start) - start, abs=0.05)
        assert len(question.causes) <= MOVERS
        if len({m.cause for m in moves}) <= MOVERS:
            assert round(sum(x.amount for x in question.causes), 1) == pytest.approx(whole, abs=0.05)


@pytest.mark.parametrize("pack", PACKS)
def test_every_move_of_the_world_has_a_cause_that_can_be_told(pack: str) -> None:
    events, _ = line(pack)
    for event in events:
        if isinstance(event, happened.WorldMoved):
            assert event.cause.partition(":")[0] in ORIGINS, event.cause


def test_every_kind_of_condition_can_be_told() -> None:
    assert set(GROUNDS) == set(KINDS) - {"always", "all", "any", "none"}


# -- causes of all kinds -----------------------------------------------------------
def at_end(pack: str, *later: Event) -> tuple[list[Event], Scenario]:
    """A record with more behind its last event but the ending."""
    events, scenario = line(pack)
    return [*events[:-1], *later], scenario


def moved(cause: str, track: str = "opinion") -> happened.WorldMoved:
    return happened.WorldMoved(Moves(tracks={track: 1.0}), cause)


SYMBOL = "S/1501"
KIND = "determine_breach"


@pytest.mark.parametrize(
    ("led", "cause", "said"),
    [
        ((), "drift", "moves of itself"),
        ((), "seat:RUS", "The Soviet Union"),
        ((happened.SeatLeft("RUS"),), "seat:RUS", "left the chamber"),
        ((happened.PatronReacted("peking", "x", 0.4, True),), "patron:peking:x", "40 in a hundred"),
        ((happened.PledgeMade("USA", "ground", 5.0),), "pledge:USA:ground", "had pledged ground troops"),
        (
            (happened.ClauseLapsed(KIND, SYMBOL, "term"),),
            f"lapse:{SYMBOL}:{KIND}",
            "of resolution 82 (S/1501) stood no more",
        ),
        (
            (happened.ComplianceDecided("PRK", KIND, SYMBOL, 0.12, False),),
            f"demand:{SYMBOL}:{KIND}",
            "did not do what it was asked",
        ),
        ((), f"draft:{SYMBOL}", "Resolution 82 (S/1501) was adopted (9-0-1; abstaining: Yugoslavia)."),
        ((), "veto:S/1653:x", "was vetoed by the Soviet Union"),
        ((), "of an older game", "Of an older game."),
    ],
)
def test_each_kind_of_cause_is_told(led: tuple[Event, ...], cause: str, said: str) -> None:
    events, korea = at_end("korea-1950", *led, moved(cause))
    assert any(said in x.sentence for x in why(events, korea, "track", "opinion")), cause


def test_an_injected_happening_is_the_directors() -> None:
    events, korea = line("korea-1950")
    name = next(x.happening for x in events if isinstance(x, happened.HappeningOccurred))
    told = [
        replace(x, injected=True) if isinstance(x, happened.HappeningOccurred) and x.happening == name else x
        for x in events
    ]
    found = whys(told, korea)
    (question,) = (x for x in found if x.id == name)
    assert "the director brought it about" in question.answer


def test_a_record_of_an_older_game_is_walked_back_as_far_as_it_tells() -> None:
    events, korea = line("korea-1950")
    older: list[Event] = []
    for event in events:
        if isinstance(event, happened.WorldMoved):
            kind, _, rest = event.cause.partition(":")
            if kind in ("draft", "veto", "failure", "assembly"):
                event = replace(event, cause=f"draft:{rest.partition(':')[0]}")
        if not isinstance(event, happened.PledgeArrived | happened.PatronReacted):
            older.append(replace(event, due=0) if isinstance(event, happened.PledgeMade) else event)
    unity = [x.sentence for x in why(older, korea, "track", "unity")]
    assert "Resolution 83 (S/1508/Rev.1) was adopted (7-1-0; against: Yugoslavia)." in unity
    assert "S/1894 was vetoed by the Soviet Union (9-1-0)." in unity


def test_a_flag_is_walked_back_to_what_set_it() -> None:
    events, korea = line("korea-1950")
    flag = next(
        x.moves.flags_set[0] for x in events if isinstance(x, happened.WorldMoved) and x.moves.flags_set
    )
    (cause,) = why(events, korea, "flag", flag)
    assert cause.at >= 0
    assert why(events, korea, "flag", "nothing-of-the-kind") == ()


def test_what_never_came_about_has_no_causes() -> None:
    events, korea = line("korea-1950")
    assert why(events[:40], korea, "ending") == ()
    assert why(events, korea, "happening", "nothing-of-the-kind") == ()
    with pytest.raises(KeyError):
        why(events, korea, "weather")


# -- where it is shown ----------------------------------------------------------------
def test_the_debrief_answers_why_it_ended_so() -> None:
    sitting = replayed(load("korea-1950"))
    told = debrief(sitting.record, sitting.state, sitting.scenario)
    assert told.whys == asked("korea-1950")
    page = export(sitting.record, sitting.state, sitting.scenario, "debrief", "md")
    assert "## Why did it end with" in page
    assert "\n- China enters the war. (30 November 1950)\n" in page
    assert "## Why the measures stand where they do" in page
    assert "\n  - " in page
