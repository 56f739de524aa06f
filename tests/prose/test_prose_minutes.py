"""The running record: a sentence for every kind of event, plain whatever people and packs wrote."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from msgspec.structs import fields

from game.prose.minutes import LINES, line
from game.session import events as happened
from game.session.actions import Term
from game.session.events import Event
from game.session.scenario import Clause, Scenario
from game.world.outside import Moves

HOSTILE = Path(__file__).parent.parent / "data" / "hostile_strings.json"
KINDS = sorted(Event.__subclasses__(), key=lambda kind: kind.__name__)
QUIET = {
    happened.ConsequencesSet,
    happened.ConsequencesFellDue,
    happened.FloorYielded,
    happened.CallPassed,
    happened.CallEnded,
    happened.ReplyGranted,
    happened.DirectivesSettled,
}


def texts(found: Any) -> list[str]:
    """All strings in a JSON value."""
    if isinstance(found, str):
        return [found]
    inner = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    return [text for value in inner for text in texts(value)]


def value(kind: Any, text: str) -> Any:
    """A value of an annotated type, every string in it being `text`."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind is str:
        return text
    if origin is tuple:
        return (value(inner[0], text),)
    if origin is dict:
        return {value(inner[0], text): value(inner[1], text)}
    if kind in (int, float, bool):
        return kind(1)
    if kind is Term:
        return Term("vote", text, "yes")
    if kind is Moves:
        return Moves({text: 5.0}, {text: -1.0})
    return Clause(text, {text: text}, text) if kind in (Clause, Clause | None) else None


def sample(kind: type[Event], text: str = "FRA") -> Event:
    """An event of a kind with something in every field."""
    hints = get_type_hints(kind)
    return (
        kind(**{f.name: value(hints[f.name], text) for f in fields(kind) if f.name != "pending"})
        if (kind is not happened.ConsequencesSet)
        else happened.ConsequencesSet(())
    )


def test_every_kind_of_event_has_its_line() -> None:
    assert set(LINES) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_line_is_one_sentence(kind: type[Event], tiny: Scenario) -> None:
    said = line(sample(kind), tiny)
    if kind in QUIET:
        assert said is None
        return
    assert said is not None
    assert said[0].isupper() or not said[0].isalpha()
    assert said.rstrip("”")[-1] in ".!?…"
    assert "the the" not in said.lower()
    assert "  " not in said


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_line_is_plain_whatever_is_in_the_event(kind: type[Event], tiny: Scenario) -> None:
    for text in texts(json.loads(HOSTILE.read_text(encoding="utf-8"))):
        said = line(sample(kind, text), tiny) or ""
        assert not [c for c in said if unicodedata.category(c) in ("Cc", "Cf", "Cs")]


def test_names_take_their_article(tiny: Scenario) -> None:
    assert line(happened.SeatReturned("RUS"), tiny) == "The USSR takes its seat again."
    assert line(happened.SeatReturned("FRA"), tiny) == "France takes its seat again."
    joined = happened.DraftTabled("S/1", ("FRA", "USA"), (), "a text")
    assert line(joined, tiny) == "France and the United States table draft S/1: a text."


def test_v4_a_veto_is_named(tiny: Scenario) -> None:
    vetoed = happened.ResultDeclared(
        "vetoed", "draft", "S/1653", 9, 1, 1, 0, 0, 7, "V4", "", "", "chair", vetoed_by=("RUS",)
    )
    assert line(vetoed, tiny) == (
        "Draft S/1653: not carried, because a permanent member voted no (veto: the USSR); "
        "9 in favour, 1 against, 1 abstaining; 7 needed."
    )


def test_cb7_a_part_is_named_by_its_place(tiny: Scenario) -> None:
    put = happened.QuestionPut("part", "S/1501#2", "substantive", ("FRA",), "ballot", "S/1501", 1)
    assert line(put, tiny) == "Clause 2 of draft S/1501 is put to the vote as a substantive question."


def test_cb10_an_amendment_is_withdrawn_or_falls(tiny: Scenario) -> None:
    assert line(happened.AmendmentWithdrawn("S/2", "FRA"), tiny) == "Amendment S/2 is withdrawn by France."
    assert line(happened.AmendmentWithdrawn("S/2", ""), tiny) == "Amendment S/2 falls."


def test_a_point_of_order_names_what_it_is_aimed_at(tiny: Scenario) -> None:
    raised = happened.PointRaised("RUS", "nature", "adjourn_to", "ruling")
    assert line(raised, tiny) == (
        "The USSR raises a point of order: the question put is one of substance "
        "(to adjourn the meeting to a certain day or hour)."
    )


def test_v8_not_participating_is_no_abstention(tiny: Scenario) -> None:
    assert line(happened.BallotCast("EGY", "not_participating"), tiny) == (
        "Egypt does not participate in the vote."
    )


def test_a_whole_sitting_reads_as_minutes(history: Any) -> None:
    said = [text for event in history.events if (text := line(event, history.scenario))]
    assert said[0] == "The delegations take their places for Two Days in June."
    assert "The 473rd meeting is called to order, with India in the chair." in said
    assert "Draft S/1501 is adopted as resolution 82." in said
    assert said[-1] == "The sitting is over: The attack is met."


def test_words_that_tell_of_the_seat_are_not_told_twice(tiny: Scenario) -> None:
    reason = "the United Kingdom votes yes: it seeks a truce"
    assert line(happened.BallotCast("GBR", "yes", reason), tiny) == (
        "The United Kingdom votes yes: it seeks a truce."
    )
    bare = happened.BallotCast("GBR", "yes", "United Kingdom votes yes: it seeks a truce")
    assert line(bare, tiny) == "The United Kingdom votes yes: it seeks a truce."
    own = happened.BallotCast("FRA", "no", "We cannot follow the sponsors.")
    assert line(own, tiny) == "France votes no: We cannot follow the sponsors."
    spoken = happened.StatementMade("FRA", "truce", "for", "France speaks for a truce.")
    assert line(spoken, tiny) == "France speaks for a truce."
