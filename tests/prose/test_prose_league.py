"""A sitting of the League in words: menus, minutes and papers speak of Geneva, and nobody is said to veto."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.packs import load
from game.prose import acts as words
from game.prose import organs
from game.prose.document import printed, resolution
from game.prose.exports import export
from game.prose.league import effect_of, prospect, warning
from game.prose.minutes import line
from game.prose.paper import Line
from game.prose.votes import questions
from game.rules.ballots import Outlook
from game.rules.bases import Asked
from game.rules.bodies import Vote
from game.rules.book import RULES
from game.rules.covenant_texts import Prospect, outlook
from game.session import actions as a
from game.session.legal import legal
from game.session.scenario import Scenario
from game.session.state import Ballot
from game.session.table import turn
from game.sitting import Sitting
from tests.session.dice import drawn

PACKS = Path(__file__).parents[1] / "data" / "packs"
LEAGUES = ("manchuria-1931", "lytton-1933", "expulsion-1939")
FOREIGN = re.compile(
    r"Security Council|Charter|United Nations|General Assembly|S/PV|S/RES|S/\d|two-thirds|permanent member"
)
"""What belongs to the other organisation."""
NOBODYS = ("nobody has a veto", "none with a veto", "none a veto", "Nobody has a veto")


@cache
def crisis(pack: str) -> Scenario:
    return load(PACKS / pack)


def foreign(text: str) -> bool:
    """Whether a text speaks of the United Nations, or of a veto that somebody has."""
    for said in NOBODYS:
        text = text.replace(said, "")
    return bool(FOREIGN.search(text)) or "veto" in text


@pytest.mark.parametrize("pack", LEAGUES)
def test_l2_menus_and_minutes_speak_of_geneva(pack: str) -> None:
    scenario = crisis(pack)
    sitting = Sitting.begin(scenario, dict.fromkeys(scenario.sealed.stages[0].members, "person"), seed=1)
    for _ in range(5_000):
        if sitting.finished:
            break
        if not sitting.awaits:
            sitting.step()
            continue
        state = sitting.state
        for act in legal(state, turn(state)[0]):
            assert not foreign(words.title(act, scenario, state)), act
            assert not foreign(words.sentence(act, scenario, state)), act
            assert words.rule(act, state)[0] in "LH", act
            assert words.rule(act, state) in RULES
        sitting.submit(drawn(state, random.Random(f"1/{len(sitting.record)}")))
    assert sitting.finished
    assert not [text for x in sitting.record if (text := line(x, scenario)) and foreign(text)]
    for paper in ("record", "resolutions", "votes"):
        assert not foreign(export(sitting.record, sitting.state, scenario, paper, "md"))


def on_paper(lines: list[Line]) -> str:
    return "\n".join(x.text for x in lines)


def test_l5_a_report_is_printed_as_one_with_the_name_of_the_league() -> None:
    scenario = crisis("manchuria-1931")
    people = dict.fromkeys(scenario.sealed.stages[0].members, "person")
    sitting = Sitting.begin(scenario, people, seed=1)
    sitting.run()
    done = ""
    for act in _to_the_report(sitting):
        done = type(sitting.submit(act)).__name__
        sitting.run()
    assert done == "tuple"
    draft = next(d for d in sitting.state.chamber.drafts.values() if d.status == "adopted")
    page = on_paper(printed(scenario, draft))
    assert "LEAGUE OF NATIONS" in page
    assert "The Council of the League of Nations," in page
    put = next(q for q in questions(sitting.record, scenario) if q.kind == "draft")
    assert on_paper(resolution(scenario, draft, put)).startswith("Report of 24 October 1931")


def _to_the_report(sitting: Sitting):  # type: ignore[no-untyped-def]
    """The acts that lead to the adoption of the report, each drawn when the one before it is done."""
    while sitting.state.chamber.consulting:
        yield a.Yield(sitting.state.chamber.consulting[0])
    yield a.CallToOrder("FRA")
    while turn(sitting.state) != ("GBR",):
        yield a.Yield(turn(sitting.state)[0])
    yield a.TableDraft("GBR", stored="report-on-the-dispute")
    while sitting.state.chamber.phase.value == "debate":
        yield a.Yield(turn(sitting.state)[0])
    yield a.PutToVote("FRA", next(iter(sitting.state.chamber.drafts)))
    while (ballot := sitting.state.chamber.ballot) is not None:
        seat = ballot.voters[len(ballot.votes)]
        yield a.CastBallot(seat, "no" if seat == "JPN" else "yes")


# -- a roll call in words --------------------------------------------------------------------------
NAMES = crisis("manchuria-1931")
WON, LOST = "it is carried", "it is lost"


def told(way: Asked, votes: dict[str, str], waiting: tuple[str, ...] = ("GBR", "ITA")) -> str:
    seen = outlook(way, {s: Vote(v) for s, v in votes.items()}, waiting, NAMES.open.disputants)
    return prospect(seen, NAMES, WON, LOST)


@pytest.mark.parametrize(
    ("way", "votes", "said"),
    [
        (Asked.UNANIMITY, {"JPN": "no"}, "The no of Japan prevents unanimity: it is lost."),
        (Asked.UNANIMITY, {"FRA": "yes"}, "If nobody says no, it is carried; one no prevents it."),
        (Asked.EXPULSION, {"FRA": "yes"}, "If nobody says no, it is carried; one no prevents it."),
        (Asked.EXPULSION, {"JPN": "no", "FRA": "yes"}, "If nobody but the parties says no, it is carried"),
        (Asked.REPORT, {"JPN": "no"}, "If none but the parties says no it has full force"),
        (Asked.REPORT, {"POL": "no"}, "The no of Poland prevents unanimity; by a majority it stands"),
        (Asked.MEASURES, {"POL": "no"}, "each decides for itself"),
        (Asked.PROCEDURE, {"JPN": "no"}, "With 2 more it is carried; nobody's no alone prevents it."),
    ],
)
def test_l2_to_l7_what_may_come_of_a_roll_call(way: Asked, votes: dict[str, str], said: str) -> None:
    assert said in told(way, votes)


def test_l2_to_l7_a_roll_call_that_is_decided() -> None:
    assert told(Asked.UNANIMITY, {"FRA": "yes"}, ()) == "All who count have agreed: it is carried."
    assert told(Asked.MEASURES, {"FRA": "no"}, ()) == "Too few are for it: it is lost."
    assert "is reached" in told(Asked.PROCEDURE, {"FRA": "yes"}, ())
    assert "cannot be reached" in told(Asked.PROCEDURE, {"FRA": "no", "GBR": "no"}, ("ITA",))


def test_l2_whoever_is_called_is_told_what_its_no_would_do() -> None:
    possible = Outlook(3, 1, can_pass=True, can_fail=True, veto_cast_by=())
    assert "alone prevents it" in warning(Prospect(Asked.UNANIMITY, possible), "FRA")
    assert "left out" in warning(Prospect(Asked.REPORT, possible, (), ("JPN",)), "JPN")
    assert "report of the majority" in warning(Prospect(Asked.REPORT, possible), "FRA")
    assert not warning(Prospect(Asked.REPORT, possible, ("POL",)), "FRA")
    assert not warning(Prospect(Asked.PROCEDURE, possible), "FRA")


def test_l3_to_l6_what_a_ballot_does() -> None:
    assert "Your no alone prevents it." in effect_of("no", Asked.UNANIMITY, "it", party=True)
    assert "does not prevent it" in effect_of("no", Asked.REPORT, "it", party=True)
    assert "report of the majority" in effect_of("no", Asked.REPORT, "it", party=False)
    assert "will apply it" in effect_of("yes", Asked.MEASURES, "it", party=False)
    assert "left out of account" in effect_of("abstain", Asked.UNANIMITY, "it", party=False)
    assert "You are represented" in effect_of("abstain", Asked.PROCEDURE, "it", party=False)


def test_names_of_the_bodies_and_their_papers() -> None:
    assert organs.record("league_council", 20) == "Minutes, 20th meeting"
    assert organs.record("unsc_11", 474) == "S/PV.474"
    assert (organs.unnumbered("league_council"), organs.unnumbered("unsc_15")) == ("C.…", "S/…")
    assert organs.assembly("league_council") == "Assembly of the League"


def test_a_ballot_of_the_league_is_no_veto_in_the_menu() -> None:
    scenario = crisis("manchuria-1931")
    sitting = Sitting.begin(scenario, {}, seed=1)
    state = sitting.state
    ballot = Ballot("motion", "suspend", "procedural", ("JPN",), state.chamber.phase)
    there = replace(state, chamber=replace(state.chamber, ballot=ballot))
    act = a.CastBallot("JPN", "no")
    assert words.title(act, scenario, there) == "No"
    assert words.rule(act, there) == "L2"
