"""The notation: what is written is read back, at every step of play at random and by hand."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.session.conduct import Conduct
from game.session.legal import Docket
from game.session.notation import NotationError, read, write
from game.session.scenario import Clause
from game.session.state import Ballot, Phase, State
from game.session.table import turn
from tests.session.council import SCENARIO, at
from tests.session.dice import at_random


def bare(state: State) -> State:
    """A state without what the notation leaves out."""

    def mute(ballot: Ballot | None) -> Ballot | None:
        return replace(ballot, reasons={}) if ballot else None

    c = state.chamber
    drafts = {k: replace(d, title="", order=i) for i, (k, d) in enumerate(c.drafts.items())}
    meeting = c.meeting and replace(c.meeting, number=0)
    chamber = replace(
        c, holders={}, absent=dict.fromkeys(sorted(c.absent), ""), meetings=0, documents=0, resolution=0,
        meeting=meeting, drafts=drafts, stances={}, positions={}, pledges={}, last_result="", subjects={},
        adopted=frozenset(), passed=frozenset(), vetoed=frozenset(), failed=frozenset(), assembly=False,
        seized=True, ballot=mute(c.ballot), interrupted=mute(c.interrupted), resolutions=(),
        plenary=None, conduct=Conduct(),
    )  # fmt: skip
    return replace(state, chamber=chamber, papers={}, world=SCENARIO, deals=0)


@pytest.mark.parametrize("regime", ["rule_30", "san_francisco"])
@given(seed=st.integers(0, 10**6))
@settings(max_examples=6, deadline=None)
def test_every_state_of_play_is_written_and_read_back(regime: str, seed: int) -> None:
    dice = random.Random(seed)
    for state, _, _ in at_random(seed, preliminary=regime):
        if dice.random() < 0.7:
            continue
        text = write(state)
        again = read(SCENARIO, text)
        assert write(again) == text
        assert bare(again) == bare(state), text
        assert turn(again) == turn(state)


@pytest.mark.parametrize(
    "text",
    [
        "- interval",
        "june recess | away RUS | floor - | notice USA",
        "june debate | away - | chair IND | floor USA* GBR IND | spoke NOR | round 2 | taken 3",
        "june chair | away RUS | chair NOR | drafts S/1=USA,NOR:breach+cessation(who=both)!rev1!parts0,1",
        'june debate | away RUS | chair IND | floor CUB | drafts S/2=CUB:relief"a~cup%3a.~1"!whole!voted',
        "july consultations | away NOR RUS | chair GBR | floor FRA | suspended yes",
        "july chair | away - | chair NOR | drafts S/1501=USA:@s-1501!of-june!adopted82 S/9=CUB:relief!failed",
        "june chair | away RUS | chair IND | drafts S/1=USA:breach | amendments S/2=CUB>S/1:add@-1+relief"
        " | vote amendment S/2 by CUB [ynax]",
        "june chair | away - | chair IND | drafts S/1=USA:breach+relief!parts1!voted | vote part S/1#2",
        "june debate | away RUS | chair IND | floor USA | motions refer=CUB priority=FRA>S/2 | excluded CHN",
        "june debate | away - | chair IND | floor USA | point order USA by CUB upheld | vote challenge order"
        " by USA [yy]",
        "june ended | away RUS | ending halted",
    ],
)
def test_a_text_that_says_all_reads_back_as_itself(text: str) -> None:
    written = write(at(text))
    assert write(at(written)) == written
    for field in text.split(" | "):
        told = field.removesuffix(" by CUB [ynax]").removesuffix(" by USA").removesuffix(" by USA [yy]")
        assert told in written, written


def test_what_is_not_said_is_as_at_the_opening_of_the_phase() -> None:
    debate = at("june debate")
    assert turn(debate) == ("NOR",), "from the President's right"
    assert debate.chamber.meeting is not None
    assert debate.chamber.meeting.president == "IND"
    assert set(debate.chamber.absent) == {"RUS"}
    assert at("august chair | away -").chamber.meeting.president == "RUS"
    assert at("june recess").chamber.consulting == debate.chamber.members


def test_free_words_survive_whatever_is_in_them() -> None:
    words = 'Peace | "now" + (all) = 100% ~ S/1:2!'
    state = at("june debate")
    draft = at("june debate | drafts S/1=USA:relief").chamber.drafts["S/1"]
    state = replace(
        state,
        chamber=replace(
            state.chamber, drafts={"S/1": replace(draft, clauses=(Clause("relief", {}, words),))}
        ),
    )
    assert read(SCENARIO, write(state)).chamber.drafts["S/1"].clauses[0].words == words


def test_a_state_read_can_be_played() -> None:
    state = at("june chair | drafts S/1501=USA:@s-1501 | vote draft S/1501 [yyyyyyyyy]")
    assert state.chamber.phase is Phase.BALLOT
    assert turn(state) == ("YUG",)
    assert len(Docket(state, "YUG")) == 4


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("june", "begins with a stage and a phase"),
        ("june ballot", "begins with a stage and a phase"),
        ("may debate", "no stage called 'may'"),
        ("june debate | flor USA", "no field 'flor'"),
        ("june debate | drafts S/1=USA:nonsense", "'nonsense' is no clause"),
        ("june debate | drafts S/1", "has no ="),
        ("june debate | drafts S/1=USA:@s-9", "s-9"),
        ("june debate | drafts S/1=USA:breach!odd", "no mark !odd"),
        ("june debate | amendments S/2=CUB", "is no amendment"),
        ("june debate | amendments S/2=CUB>S/1:add@0+relief", "S/1"),
        ("june debate | point order USA", "unpack"),
        ("june debate | point order USA of CUB", "is no point of order"),
        ("june chair | vote draft S/1", "S/1"),
        ("june debate | taken many", "many"),
    ],
)
def test_a_bad_text_is_told_of_in_a_sentence(text: str, told: str) -> None:
    with pytest.raises(NotationError, match=told):
        at(text)


def test_a_sponsor_by_another_word_is_not_lost() -> None:
    state = at("june debate | floor USA | drafts S/1=USA,NOR,CUB:relief")
    assert state.chamber.drafts["S/1"].sponsors == ("USA", "NOR", "CUB")
