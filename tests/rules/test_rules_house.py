"""Houses and their majorities, by the ids of the Model UN rules (MU1 to MU11)."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.bodies import Vote
from game.rules.house import DEEDS, MOVES, UNSC, House, HouseMotion, Needed, Veto, in_order, refuse_motion
from game.rules.house_words import MEANINGS, explained, motion_in_words
from game.rules.majorities import RELATIVE, bar, decide, outlook, share_of, words_allowed
from game.rules.motions import MOTIONS
from game.rules.motions import in_order as in_council_order
from game.rules.results import Tally, Verdict

ELEVEN = tuple(f"M{n:02}" for n in range(11))
needs = st.sampled_from(sorted(RELATIVE))
cast = st.lists(st.sampled_from(list(Vote)), min_size=11, max_size=11)


def votes(yes: int, no: int, abstain: int = 0) -> dict[str, Vote]:
    words = [Vote.YES] * yes + [Vote.NO] * no + [Vote.ABSTAIN] * abstain
    return dict(zip(ELEVEN, words, strict=False))


# -- the real Council is a house too ---------------------------------------------------------------
def test_mu1_the_councils_own_house_knows_no_seconds_no_closure_and_no_caucus() -> None:
    does = {m.does for m in UNSC.motions}
    assert not does & {"caucus_free", "caucus_led", "close_debate", "roll_call", "reply", "directive"}
    assert all(m.seconds == 0 for m in UNSC.motions)
    assert (UNSC.substance, UNSC.procedure, UNSC.appeal) == (Needed.NINE,) * 3
    assert UNSC.veto is Veto.STRICT
    assert UNSC.points == ("order",)
    assert not any((UNSC.passing, UNSC.rights, UNSC.yields, UNSC.signatories))


def test_mu1_its_motions_keep_the_order_of_rule_33() -> None:
    ids = [id for id in UNSC.movable if id in MOTIONS]
    assert in_order(UNSC, ids) == in_council_order(ids)


@pytest.mark.parametrize(("first", "second"), [("suspend", "adjourn"), ("adjourn", "postpone")])
def test_cb9_a_stronger_motion_keeps_a_weaker_out(first: str, second: str) -> None:
    refused = refuse_motion(UNSC, second, (first,))
    assert refused is not None
    assert refused.rule == "CB9"
    assert refuse_motion(UNSC, first, (second,)) is None
    assert refuse_motion(UNSC, first, (first,)) is not None


def test_cb9_what_ranks_behind_amendments_keeps_nothing_out() -> None:
    assert refuse_motion(UNSC, "ess", ("priority",)) is None


def test_every_deed_is_told_apart_from_what_a_motion_does() -> None:
    assert not set(MOVES) & set(DEEDS)
    assert {m.does for m in UNSC.motions} <= {*MOVES, *DEEDS}


# -- majorities ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("needed", "yes", "no", "verdict", "number"),
    [
        (Needed.MAJORITY, 1, 0, Verdict.ADOPTED, 1),
        (Needed.MAJORITY, 3, 3, Verdict.REJECTED, 4),
        (Needed.MAJORITY, 4, 3, Verdict.ADOPTED, 4),
        (Needed.MAJORITY, 0, 0, Verdict.REJECTED, 1),
        (Needed.TWO_THIRDS, 2, 1, Verdict.ADOPTED, 2),
        (Needed.TWO_THIRDS, 6, 4, Verdict.REJECTED_TWO_THIRDS, 7),
        (Needed.TWO_THIRDS, 0, 0, Verdict.REJECTED_TWO_THIRDS, 1),
        (Needed.MAJORITY_SEATS, 5, 0, Verdict.REJECTED_INSUFFICIENT, 6),
        (Needed.MAJORITY_SEATS, 6, 5, Verdict.ADOPTED, 6),
        (Needed.TWO_THIRDS_SEATS, 7, 0, Verdict.REJECTED_INSUFFICIENT, 8),
        (Needed.TWO_THIRDS_SEATS, 8, 3, Verdict.ADOPTED, 8),
        (Needed.CONSENSUS, 0, 0, Verdict.ADOPTED, 0),
        (Needed.CONSENSUS, 9, 1, Verdict.REJECTED_INSUFFICIENT, 0),
    ],
)
def test_mu10_majorities_are_of_those_voting_or_of_all_members(
    needed: Needed, yes: int, no: int, verdict: Verdict, number: int
) -> None:
    result = decide(needed, votes(yes, no, 1 if yes + no < 11 else 0), 11)
    assert (result.verdict, result.needed, result.rule) == (verdict, number, "MU10")
    assert str(number) in result.reason or needed is Needed.CONSENSUS


@given(needed=needs, words=cast)
def test_mu10_a_yes_more_never_loses_a_question(needed: Needed, words: list[Vote]) -> None:
    ballots = dict(zip(ELEVEN, words, strict=True))
    won = decide(needed, ballots, 11).carried
    for seat in ELEVEN:
        better = decide(needed, {**ballots, seat: Vote.YES}, 11)
        assert better.carried or not won


@given(needed=needs, words=cast)
def test_mu10_abstentions_count_for_neither_side(needed: Needed, words: list[Vote]) -> None:
    ballots = dict(zip(ELEVEN, words, strict=True))
    away = {k: Vote.ABSENT if v is Vote.ABSTAIN else v for k, v in ballots.items()}
    assert decide(needed, ballots, 11).verdict == decide(needed, away, 11).verdict


@given(needed=needs, words=cast, vetoers=st.sets(st.sampled_from(ELEVEN), max_size=5))
def test_mu9_a_veto_names_who_and_needs_the_majority_first(
    needed: Needed, words: list[Vote], vetoers: set[str]
) -> None:
    ballots = dict(zip(ELEVEN, words, strict=True))
    result = decide(needed, ballots, 11, vetoers=vetoers)
    noes = sorted(v for v in vetoers if ballots[v] is Vote.NO)
    bare = decide(needed, ballots, 11)
    assert (result.verdict is Verdict.VETOED) == (bare.carried and bool(noes))
    assert list(result.vetoed_by) == (noes if bare.carried else [])
    if not bare.carried:
        assert "But" not in result.reason


@given(
    needed=needs,
    words=st.lists(st.sampled_from([Vote.YES, Vote.NO, Vote.ABSTAIN]), max_size=4),
    left=st.integers(0, 3),
    vetoes=st.booleans(),
)
def test_mu10_the_outlook_is_what_the_votes_to_come_can_bring(
    needed: Needed, words: list[Vote], left: int, vetoes: bool
) -> None:
    seats = ELEVEN[: len(words) + left]
    fallen = dict(zip(seats, words, strict=False))
    rest = seats[len(words) :]
    vetoers = seats[-1:] if vetoes else ()
    ends = {
        decide(needed, {**fallen, **dict(zip(rest, more, strict=True))}, len(seats), vetoers=vetoers).carried
        for more in product((Vote.YES, Vote.NO, Vote.ABSTAIN), repeat=left)
    }
    seen = outlook(needed, fallen, rest, len(seats), vetoers)
    assert seen.can_pass is (True in ends)
    assert seen.can_fail is (False in ends)


def test_mu10_the_councils_own_bar_is_not_counted_here() -> None:
    with pytest.raises(ValueError, match="Council's own law"):
        bar(Needed.NINE, Tally())


@pytest.mark.parametrize(
    ("share", "members", "names"), [(0.2, 11, 3), (0.2, 15, 3), (0.125, 11, 2), (0.2, 10, 2), (0.0, 15, 1)]
)
def test_mu2_a_share_of_the_members_is_rounded_up(share: float, members: int, names: int) -> None:
    assert share_of(share, members) == names


def test_mu3_a_minute_of_time_is_a_hundred_and_twenty_words() -> None:
    assert words_allowed(60) == 120
    assert words_allowed(0) == 0


# -- words -----------------------------------------------------------------------------------------
def test_every_key_of_a_house_has_its_meaning() -> None:
    keys = {*House.__dataclass_fields__, *HouseMotion.__dataclass_fields__} - {"id"}
    assert keys <= MEANINGS.keys()
    assert all(said.endswith(".") for said in MEANINGS.values())


def test_every_parameter_and_motion_is_explained_in_whole_sentences() -> None:
    strange = House(
        "x", "X", veto=Veto.NONE, attendance=True, signatories=0.2, yields=("chair",), speaking_time=30
    )
    for house in (UNSC, strange):
        for line in explained(house):
            assert line.sentence.endswith(".")
            assert line.rule.startswith("MU")
        for entry in house.motions:
            assert motion_in_words(house, entry).endswith(".")


def test_mu4_seconds_objections_and_speakers_are_told() -> None:
    entry = HouseMotion(
        "x", "X", "extend", Needed.CONSENSUS, debated=True, speakers=(1, 0), seconds=2, objection=Needed.CHAIR
    )
    said = motion_in_words(UNSC, entry)
    assert "seconded by 2 other delegations" in said
    assert "1 for it and nobody against it" in said
    assert "if anybody objects, the President's decision" in said


def test_mu1_the_council_adds_nothing_of_its_own_and_a_house_may() -> None:
    assert not UNSC.adds
    assert replace(UNSC, signatories=0.2).adds
    own = HouseMotion(id="gavel", name="To rise", does="adjourn")
    assert replace(UNSC, motions=(*UNSC.motions, own)).adds
