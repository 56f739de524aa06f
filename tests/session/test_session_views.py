"""What one seat may know: its own papers and brief, the open record, and nothing of anybody else's."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.packs import load
from game.session import actions as a
from game.session import events as e
from game.session.decide import open_sitting
from game.session.events import Event
from game.session.fold import fold, fold_all
from game.session.state import State
from game.session.views import INDIFFERENT, may_know, view
from tests.session.council import OF_1950, OF_1951, SCENARIO, at, take, world
from tests.session.dice import at_random, opened

EVERYBODY = tuple(dict.fromkeys((*OF_1950, *OF_1951)))
TROOPS = a.Term("pledge", "troops")
_TALK = (a.SendNote, a.OfferDeal, a.AcceptDeal, a.RefuseDeal, a.AskCapital)


def marked(state: State) -> State:
    """A state in which every note ever passed says between whom it was."""
    papers = dict(state.papers)
    for seat, own in papers.items():
        note, kept = own.notes, []
        while note is not None:
            kept.append(note)
            note = note.before
        chain = None
        for x in reversed(kept):
            chain = replace(x, words=f"note-{x.seat}-{x.to}", before=chain)
        papers[seat] = replace(own, notes=chain)
    return replace(state, papers=papers)


def leaks(text: str, seat: str) -> list[str]:
    """What of others' secrets stands in a text that only `seat` should read."""
    others = (x for x in EVERYBODY if x != seat)
    found = [x for x in others if f"secret-of-{x}" in text]
    return found + [
        f"{x}-{y}" for x in EVERYBODY for y in EVERYBODY if seat not in (x, y) and f"note-{x}-{y}" in text
    ]


@given(seed=st.integers(0, 10**6))
@settings(max_examples=4, deadline=None)
def test_a_view_never_holds_what_is_anothers(seed: int) -> None:
    dice = random.Random(seed)
    for state, act, _ in at_random(seed):
        if dice.random() < (0.5 if isinstance(act, _TALK) else 0.97):
            continue
        noted = marked(state)
        for seat in ("", dice.choice(state.chamber.members), "USA"):
            seen = view(noted, seat)
            text = msgspec.json.encode(seen).decode()
            assert not leaks(text, seat)
            assert (f"secret-of-{seat}" in text) is bool(seat)
            assert '"pending"' not in text
            assert seen.papers == (noted.papers[seat] if seat else type(seen.papers)())


@given(seed=st.integers(0, 10**6))
@settings(max_examples=4, deadline=None)
def test_a_record_never_holds_what_is_between_others(seed: int) -> None:
    state, record = opened(seed).state, list(opened(seed).events)
    for _, _, decision in at_random(seed):
        record += decision.events
        state = decision.state
    for seat in (*EVERYBODY, ""):
        for x in record:
            if not may_know(state, seat, x):
                continue
            match x:
                case e.NoteSent() | e.DealOffered():
                    assert seat in (x.seat, x.to)
                case e.CapitalAnswered() | e.InstructionsArrived():
                    assert seat == x.seat
                case e.DealAccepted() | e.DealRefused() | e.DealSettled():
                    assert x.number in state.papers[seat].deals
                case e.HappeningOccurred():
                    assert not x.secret_to or seat in x.secret_to
                case e.ConsequencesSet() | e.ConsequencesFellDue():
                    raise AssertionError("what is still to come is nobody's to know")
                case e.WorldMoved() if x.cause == "happening:whisper":
                    assert seat in ("GBR", "USA")


@pytest.mark.parametrize(
    ("event", "knowing"),
    [
        (e.NoteSent("USA", "GBR", "x"), {"USA", "GBR"}),
        (
            e.DealOffered(1, "USA", "GBR", a.Term("pledge", "troops"), a.Term("pledge", "troops")),
            {"USA", "GBR"},
        ),
        (e.DealAccepted(1), {"USA", "GBR"}),
        (e.DealSettled(1, "USA", True), {"USA", "GBR"}),
        (e.CapitalAnswered("FRA", "soft-FRA", True, 0.5), {"FRA"}),
        (e.InstructionsArrived("FRA", (0,)), {"FRA"}),
        (e.HappeningOccurred("whisper", ("GBR", "USA")), {"GBR", "USA"}),
        (e.HappeningOccurred("seoul"), {*OF_1950, ""}),
        (e.StatementMade("USA", "help", "for"), {*OF_1950, ""}),
    ],
)
def test_who_may_know_of_an_event(event: Event, knowing: set[str]) -> None:
    state = fold(at("june recess"), e.DealOffered(1, "USA", "GBR", TROOPS, TROOPS))
    assert {seat for seat in (*OF_1950, "") if may_know(state, seat, event)} == knowing


def test_a_seat_reads_its_brief_without_what_has_not_arrived() -> None:
    june = view(at("june recess"), "FRA")
    assert june.brief.instructions == ()
    assert (june.brief.script, june.brief.history) == ((), "")
    assert [x.words for x in june.script] == ["secret-of-FRA: script"]
    assert june.position("help").position == -1.0
    assert june.position("harvest") == INDIFFERENT
    assert view(at("june recess")).position("help") == INDIFFERENT
    july = view(world(at("june interval | drafts S/1=USA:breach!adopted82")).state, "FRA")
    assert july.brief.instructions[0].text == "secret-of-FRA: instruction"
    assert july.position("help").position == 3.0
    assert july.script == ()


def test_a_red_line_loosened_binds_no_more() -> None:
    state = fold(at("june recess"), e.CapitalAnswered("FRA", "soft-FRA", True, 0.5))
    assert [x.id for x in view(state, "FRA").brief.red_lines] == ["firm-FRA"]
    assert len(view(state, "USA").brief.red_lines) == 2


def test_a_secret_dispatch_is_read_by_those_it_is_for() -> None:
    state = world(at("june interval")).state
    assert "whisper" in view(state, "USA").happened
    assert "whisper" not in view(state, "FRA").happened
    assert "whisper" not in view(state).happened


def test_the_public_part_of_a_stage_is_all_that_is_shown_of_it() -> None:
    assert view(at("- interval")).stage is None
    card = view(at("july recess"), "FRA").stage
    assert (card.id, card.number, card.of) == ("july", 2, len(SCENARIO.sealed.stages))
    text = msgspec.json.encode(view(at("july recess"), "FRA")).decode()
    assert "The chair of August" not in text, "what is to come"
    assert '"endings"' not in text


def test_a_note_is_seen_by_two() -> None:
    state = take(at("june recess | floor USA"), a.SendNote("USA", "GBR", "Between us."))
    seeing = {
        seat for seat in (*OF_1950, "") if "Between us." in msgspec.json.encode(view(state, seat)).decode()
    }
    assert seeing == {"USA", "GBR"}


def test_a_view_of_a_long_exchange_can_be_written() -> None:
    many = [e.NoteSent("USA", "GBR", str(n)) for n in range(300)]
    assert msgspec.json.encode(view(fold_all(at("june recess"), many), "USA"))


def test_nobody_reads_how_history_voted_before_the_debrief() -> None:
    korea = load("korea-1950")
    holders = dict.fromkeys(korea.sealed.stages[0].members, "aimless")
    state = open_sitting(korea, e.SittingOpened(holders=holders)).state
    voted = [d.roll for d in view(state, "IND").open.drafts if d.roll is not None]
    assert {(roll.result, len(roll.votes), roll.resolution) for roll in voted} == {("sealed", 0, 0)}
    assert any(d.roll and d.roll.votes for d in korea.open.drafts)
