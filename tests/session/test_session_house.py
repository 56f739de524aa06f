"""The house's own rules H1 to H9, each refused by its name."""

from __future__ import annotations

import pytest

from game.session import actions as a
from game.session.acts.law import MOST_ACTS
from game.session.legal import Docket
from tests.session.council import at, refused, take


@pytest.mark.parametrize(
    ("rule", "state", "act"),
    [
        ("H1", "june debate | floor USA GBR", a.Speak("GBR", "help", "for")),
        ("H1", "june recess", a.CallToOrder("IND")),
        ("H1", "june recess | floor -", a.Yield("IND")),
        ("H1", "june chair", a.ContinueDebate("USA")),
        ("H2", "june debate | floor USA | taken 12", a.Speak("USA", "help", "for")),
        ("H2", "june chair | round 9", a.ContinueDebate("IND")),
        ("H3", "june ended | ending halted", a.Speak("USA", "help", "for")),
        ("H4", "june debate | floor USA", a.TableDraft("USA")),
        ("H5", "june debate | floor USA", a.Speak("USA", "nowhere", "for")),
        ("H5", "june debate | floor USA", a.Speak("USA", "help", "sideways")),
        ("H5", "june debate | floor USA", a.Speak("USA", words=" \x1b ")),
        ("H5", "june debate | floor USA", a.MoveMotion("USA", "dance")),
        ("H5", "june debate | floor USA", a.Speak("ZZZ", "help", "for")),
        ("H6", "june debate | floor USA", a.TableDraft("USA", "s-1508")),
        ("H7", "june recess | floor USA", a.SendNote("USA", "USA", "Dear me.")),
        ("H7", "june recess | floor USA", a.SendNote("USA", "GBR", "\x00")),
        ("H7", "june debate | floor USA", a.SendNote("USA", "GBR", "Psst.")),
        ("H8", "june debate | floor USA | spoke USA", a.Speak("USA", "help", "for")),
        ("H9", "june debate", a.Mark("", "now")),
    ],
)
def test_house_rules(rule: str, state: str, act: a.Action) -> None:
    assert refused(at(state), act) == rule


def test_h2_a_turn_has_its_time_and_yielding_is_always_in_time() -> None:
    state = at("june recess | floor USA GBR")
    for number in range(MOST_ACTS):
        state = take(state, a.SendNote("USA", "GBR", f"Note {number}."))
    assert refused(state, a.SendNote("USA", "GBR", "One more.")) == "H2"
    assert {type(x) for x in Docket(state, "USA")} == {a.Yield, a.WalkOut}
    assert not refused(take(state, a.Yield("USA")), a.SendNote("GBR", "USA", "At last."))


def test_h1_the_docket_of_one_not_in_turn_has_only_what_is_open_to_all() -> None:
    state = at("june debate | floor USA GBR IND")
    assert {type(x) for x in Docket(state, "GBR")} == {a.SignSpeakersList, a.RaisePoint, a.WalkOut}
    assert {type(x) for x in Docket(state, "CUB")} == {a.RaisePoint, a.WalkOut}
    assert not Docket(state, "RUS"), "it stays away"
    assert not Docket(state, "BRA"), "it is no member yet"
    assert a.Yield("USA") in Docket(state, "USA")
    assert a.Yield("USA") not in Docket(state, "GBR"), "another's act"
    assert "yield" not in Docket(state, "USA")
