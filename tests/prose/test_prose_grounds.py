"""Each kind of condition that held, and each kind of cause, in its sentence; and what was not so."""

from __future__ import annotations

from functools import cache

import pytest

from game.author.history import replayed
from game.packs import load
from game.prose.causes import Walk
from game.prose.grounds import bounds, ground, lacking
from game.prose.origins import origin, spoken_of
from game.prose.trail import Trail
from game.session import events as happened
from game.session.events import Event
from game.world.conditions import Condition, Facts

SYMBOL, KIND = "S/1501", "determine_breach"
KNOWN = Facts(
    tracks={"coalition": 50.0},
    terms={"willingness": 0.4, "credibility": 0.3},
    pledged={"ground": 5.0, "ground:USA": 5.0},
    arrived={"ground": 3.0},
    standing={"IND": 3.0},
)


@cache
def trail(pack: str, *later: Event) -> Trail:
    """The trail of history's own line, with more behind its last event."""
    scenario = load(pack)
    return Trail([*replayed(scenario).record, *later], scenario)


def said(pack: str, c: Condition, *later: Event) -> str:
    found = trail(pack, *later)
    told = ground(found, c, len(found.events), KNOWN)
    return told.sentence if told is not None else ""


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (Condition("term", "willingness", at_least=0.3), "Willingness was measured at 0.40; 0.3 or more"),
        (Condition("term", "credibility", at_most=0.5), "Credibility was measured at 0.30; 0.5 or less"),
        (Condition("track", "coalition", 40, 60), "stood at 50; from 40 to 60 was asked."),
        (Condition("stage", "command"), "The time had come: “"),
        (Condition("stage", at_least=4), ""),
        (Condition("adopted", "s-1501"), "82 (S/1501) was adopted (9-0-1; abstaining: Yugoslavia)."),
        (Condition("agreed", KIND), "with the clause “Determine a breach of the peace”."),
        (Condition("adopted", "nothing"), ""),
        (Condition("vetoed", "s-1653"), "S/1653 was vetoed (9-1-1"),
        (Condition("failed", "s-1500"), "S/1500 was not adopted (1-6-3"),
        (Condition("absent", "RUS"), "The Soviet Union stayed away."),
        (Condition("invited", "ROK"), "had been invited."),
        (Condition("happened", "inchon"), "The landing at Inchon."),
        (Condition("voted", "s-1501:YUG:abstain"), "On S/1501 (S/1501) Yugoslavia abstains."),
        (Condition("voted", f"{KIND}:USA:yes"), "the United States votes yes."),
        (Condition("pledged", "ground:USA", at_least=1), "The United States had pledged ground troops (5"),
        (Condition("arrived", "ground", at_least=1), "The members together had there ground troops (3"),
        (Condition("pledged", "medical", at_most=1), ""),
        (Condition("standing", "IND", at_least=1), "The standing of India was 3; 1 or more was asked."),
        (Condition("standing", "EGY", at_most=1), "The standing of Egypt was 0"),
        (Condition("flag", "nothing-of-the-kind"), ""),
        (Condition("lapsed", "nothing"), ""),
        (Condition("always"), ""),
    ],
    ids=str,
)  # fmt: skip
def test_each_kind_of_condition_is_told_where_it_held(condition: Condition, sentence: str) -> None:
    told = said("korea-1950", condition)
    assert sentence in told
    assert bool(told) is bool(sentence)


def test_ev4_ga6_what_the_council_and_the_assembly_did_beside_resolutions_is_told() -> None:
    ukraine = "ukraine-2022"
    assert "was issued as a statement of the President" in said(ukraine, Condition("agreed", "support_sg"))
    called = said(ukraine, Condition("flag", "assembly_called"))
    assert called == "The General Assembly had been called."
    found = trail(ukraine)
    clause = min(next(found.texts[x] for x in found.texts if found.last("recommended", x) is not None))
    assert "by the General Assembly" in said(ukraine, Condition("flag", f"assembly:{clause}"))
    removed = said("korea-1950", Condition("flag", "item_removed"), happened.ItemRemoved())
    assert removed == "The Council was seized of the matter no more."


def test_a_clause_that_lapsed_is_told_with_what_lifted_it() -> None:
    event = happened.ClauseLapsed(KIND, SYMBOL, f"draft:S/1508/Rev.1:{KIND}")
    found = trail("korea-1950", event)
    told = ground(found, Condition("lapsed", KIND), len(found.events), KNOWN)
    assert told is not None
    assert told.at == len(found.events) - 1
    (cause,) = Walk(found).held(Condition("lapsed", KIND), len(found.events), KNOWN, 2)
    assert "Resolution 83" in cause.causes[0].sentence


@pytest.mark.parametrize(
    ("cause", "sentence"),
    [
        ("stage:command", "The stage “"),
        ("stage:nowhere", "The stage “nowhere” opened."),
        ("demand:S/1:nothing", "What S/1 asked, with the clause “nothing”."),
        ("draft:S/9:nothing", "S/9, with the clause “nothing”."),
        ("draft:S/1653", "S/1653 was vetoed by the Soviet Union"),
        ("failure:S/1500:x", "S/1500 was not adopted"),
        ("statement:S/PRST/1/1:x", "The President made the statement S/PRST/1/1, with the clause “x”."),
        ("assembly:S/9:x", "The Assembly adopted S/9, with the clause “x”."),
        ("pledge:IND:gold", "India had pledged gold."),
        ("happening:nothing", "Nothing."),
        ("patron:soviet_bloc:nothing", "Soviet Union and its allies: nothing."),
        ("seat:IND", "India acted."),
    ],
)
def test_a_cause_of_which_the_record_knows_little_is_still_told(cause: str, sentence: str) -> None:
    found = trail("korea-1950")
    assert sentence in origin(found, cause, len(found.events)).sentence


def test_ga5_a_text_the_assembly_refused_says_so() -> None:
    found = trail("korea-1950", happened.RecommendationFailed("S/9"))
    assert origin(found, "assembly:S/9", len(found.events)).sentence == "The General Assembly refused S/9."


def test_l2_a_text_that_one_voice_prevented_says_whose() -> None:
    lost = happened.ResultDeclared(
        "not_adopted_no_unanimity", "draft", "C.9", 13, 1, 0, 0, 0, 14, "L2", "", "", "debate",
        blocked_by=("ITA",),
    )  # fmt: skip
    found = trail("abyssinia-1935", lost, happened.DraftFailed("C.9", False, ("ITA",)))
    assert (
        "failed for want of unanimity: Italy said no"
        in origin(found, "failure:C.9:", len(found.events)).sentence
    )


def test_what_was_not_so_is_named_where_it_has_a_name() -> None:
    korea = trail("korea-1950")
    names = {
        Condition("happened", "inchon"): "“The landing at Inchon”",
        Condition("adopted", "s-1501"): "the adoption of S/1501",
        Condition("lapsed", KIND): "the adoption of “Determine a breach of the peace”",
        Condition("vetoed", "s-1501"): "a veto of S/1501",
        Condition("invited", "ROK"): "an invitation of ",
        Condition("flag", "anything"): "",
    }
    for condition, name in names.items():
        assert name in lacking(korea, condition)
        assert bool(lacking(korea, condition)) is bool(name)
    assert spoken_of(list("abcdef")) == "a, b, c, d and 2 more"
    assert bounds(Condition("track", "x")) == "nothing was asked of it"


def test_why_none_of_some_things_was_so() -> None:
    walk = Walk(trail("korea-1950"))
    beyond = Condition("track", "coalition", at_least=60), Condition("track", "coalition", at_most=40)
    none = Condition("none", of=(*beyond, Condition("absent", "RUS"), Condition("happened", "inchon")))
    told = [x.sentence for x in walk.held(none, 10**6, KNOWN, 1)]
    assert told == [
        "Strength of the coalition stood at 50; 60 or less was asked.",
        "Strength of the coalition stood at 50; 40 or more was asked.",
        "The Soviet Union was at the table.",
        "This had not come about: “The landing at Inchon”.",
    ]
    parts = Condition("all", of=(Condition("any", of=(Condition("flag", "x"), Condition("always"))),))
    assert list(walk.held(parts, 10**6, KNOWN, 1)) == []
