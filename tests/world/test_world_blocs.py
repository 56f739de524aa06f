"""How the Assembly votes: neighbours, groups, leanings, chance, reasons, and the board by group."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.world.blocs import ABSENT, GROUPS, Count, Elector, assembly_votes, by_group, why

EAST, WEST, SOUTH = "Eastern European", "Western", "Asian"
USA = Elector("USA", "United States", WEST, 2.0)
GBR = Elector("GBR", "United Kingdom", WEST, 1.8)
NOR = Elector("NOR", "Norway", WEST, 1.5)
IND = Elector("IND", "India", SOUTH, -0.6)
MMR = Elector("MMR", "Burma", SOUTH, -0.5)
IDN = Elector("IDN", "Indonesia", SOUTH, -0.4)
RUS = Elector("RUS", "Union of Soviet Socialist Republics", EAST, -2.4)
POL = Elector("POL", "Poland", EAST, -2.3)
ZAF = Elector("ZAF", "South Africa", "No group", 1.9, seated=False)
ALL = (USA, GBR, NOR, IND, MMR, IDN, RUS, POL, ZAF)
SPLIT = {"USA": "yes", "GBR": "yes", "IND": "abstain", "RUS": "no"}

RANK = {"no": 0, "abstain": 1, "yes": 2}
casts = st.dictionaries(st.sampled_from([e.code for e in ALL[:8]]), st.sampled_from(sorted(RANK)), max_size=6)
draws = st.floats(0.0, 1.0, exclude_max=True)
present = st.floats(0.0, 1.0 - ABSENT, exclude_max=True)


def middling(code: str) -> float:
    return 0.5


def test_ga6_each_member_votes_with_its_neighbours() -> None:
    votes = assembly_votes(ALL, SPLIT, draw=middling)
    assert votes == {"NOR": "yes", "MMR": "abstain", "IDN": "abstain", "POL": "no", "ZAF": "absent"}


def test_a_member_without_neighbours_goes_with_its_group_and_the_habit_of_saying_yes() -> None:
    far = Elector("MNG", "Mongolia", "Asian", -9.0)
    free = far._replace(group="No group")
    cast = {"USA": "no", "IND": "no"}
    assert assembly_votes([*ALL, free], cast, draw=middling)["MNG"] == "yes"
    assert assembly_votes([*ALL, far], cast, draw=middling)["MNG"] == "abstain"


@given(casts, st.dictionaries(st.sampled_from([e.code for e in ALL]), draws))
def test_every_other_member_has_a_vote_and_nobody_two(cast: dict[str, str], drawn: dict[str, float]) -> None:
    votes = assembly_votes(ALL, cast, draw=lambda code: drawn.get(code, 0.5))
    assert list(votes) == [e.code for e in ALL if e.code not in cast]
    assert set(votes.values()) <= {"yes", "no", "abstain", "absent"}


@given(casts, st.sampled_from([e.code for e in ALL[:8]]), present)
def test_another_yes_at_the_table_never_loses_a_yes_elsewhere(
    cast: dict[str, str], mover: str, drawn: float
) -> None:
    rows = [assembly_votes(ALL, {**cast, mover: vote}, draw=lambda code: drawn) for vote in RANK]
    for less, more in pairwise(rows):
        assert all(RANK[less[code]] <= RANK[more[code]] for code in less if code != "ZAF")


@given(casts, present, st.floats(-1, 1), st.floats(-1, 1))
def test_a_stronger_leaning_to_yes_never_loses_the_yes(
    cast: dict[str, str], drawn: float, one: float, other: float
) -> None:
    low, high = sorted((one, other))
    cast = {code: vote for code, vote in cast.items() if code != "IDN"}
    votes = [assembly_votes(ALL, cast, {"IDN": lean}, draw=lambda code: drawn)["IDN"] for lean in (low, high)]
    assert RANK[votes[0]] <= RANK[votes[1]]


@given(casts, draws)
def test_a_full_leaning_decides_and_is_never_absent(cast: dict[str, str], drawn: float) -> None:
    for leaning, vote in ((1.0, "yes"), (-1.0, "no"), (7.0, "yes")):
        votes = assembly_votes(ALL, cast, {e.code: leaning for e in ALL}, draw=lambda code: drawn)
        assert {votes[code] for code in votes if code != "ZAF"} <= {vote}


def test_a_leaning_of_its_own_goes_before_that_of_the_group() -> None:
    leanings = {"Asian": -1.0, "IDN": 1.0}
    votes = assembly_votes(ALL, SPLIT, leanings, draw=middling)
    assert (votes["MMR"], votes["IDN"]) == ("no", "yes")


@pytest.mark.parametrize("silent", ["absent", "not_participating"])
def test_v8_who_takes_no_part_sways_nobody(silent: str) -> None:
    without = {code: vote for code, vote in SPLIT.items() if code != "RUS"}
    with_silence = assembly_votes(ALL, {**without, "RUS": silent}, draw=middling)
    assert with_silence == {
        k: v for k, v in assembly_votes(ALL, without, draw=middling).items() if k != "RUS"
    }


def test_a_code_of_no_member_is_passed_over() -> None:
    assert assembly_votes(ALL, {**SPLIT, "ITA": "no"}, draw=middling) == assembly_votes(
        ALL, SPLIT, draw=middling
    )


def test_chance_is_asked_once_for_each_seated_member_that_has_not_voted() -> None:
    asked: list[str] = []

    def draw(code: str) -> float:
        asked.append(code)
        return 0.5

    assembly_votes(ALL, SPLIT, draw=draw)
    assert asked == ["NOR", "MMR", "IDN", "POL"]


def test_the_highest_draws_stay_away_more_often_in_a_large_assembly() -> None:
    many = [Elector(f"{n:03}", f"Member {n}", "African", 0.0) for n in range(193)]
    assert assembly_votes(many, {}, draw=lambda code: 0.99)["000"] == "absent"
    assert assembly_votes(many, {}, draw=lambda code: 0.92)["000"] == "yes"
    assert assembly_votes(many[:60], {}, draw=lambda code: 0.99)["000"] == "yes"


@given(casts)
def test_the_higher_the_draw_the_nearer_to_yes(cast: dict[str, str]) -> None:
    low = assembly_votes(ALL, cast, draw=lambda code: 0.05)
    high = assembly_votes(ALL, cast, draw=lambda code: 0.9)
    assert all(RANK[low[code]] <= RANK[high[code]] for code in low if code != "ZAF")


def said(elector: Elector, vote: str, cast: dict[str, str], leanings: dict[str, float] | None = None) -> str:
    return why(elector, vote, ALL, cast, leanings or {})


def test_the_reason_names_the_nearest_first() -> None:
    assert said(NOR, "yes", SPLIT) == "Votes with its neighbours: United Kingdom, United States."
    assert said(MMR, "abstain", SPLIT) == "Votes with its neighbours: India."


def test_the_reason_names_three_at_most() -> None:
    crowd = [Elector(f"A{n}", f"State {n}", WEST, 1.0 + n / 10) for n in range(5)]
    cast = {e.code: "no" for e in crowd}
    assert why(NOR, "no", crowd, cast) == "Votes with its neighbours: State 4, State 3, State 2."


def test_the_reason_of_one_in_between_names_both_sides() -> None:
    cast = {"IND": "yes", "IDN": "no", "USA": "no"}
    assert said(MMR, "abstain", cast) == "Stands between its neighbours: India said yes, Indonesia said no."


def test_the_reason_of_the_wayward_names_whom_it_leaves() -> None:
    cast = {"IND": "abstain"}
    whom = "India, its nearest neighbour, abstained."
    assert said(MMR, "yes", cast) == f"Goes its own way; {whom}"
    assert said(MMR, "yes", cast, {"MMR": 0.3}) == f"Has reasons of its own; {whom}"


def test_a_strong_leaning_is_the_reason() -> None:
    assert said(POL, "no", SPLIT, {"POL": -0.8}) == "Has reasons of its own in this question."


@pytest.mark.parametrize("vote", ["yes", "no", "abstain"])
def test_without_neighbours_there_is_a_reason_too(vote: str) -> None:
    assert said(POL, vote, {"USA": "no"}).startswith("No neighbour has voted; ")


def test_who_is_away_gives_no_reason_but_the_fact() -> None:
    assert said(NOR, "absent", SPLIT) == "Takes no part in the vote."
    assert said(ZAF, "absent", SPLIT) == "May not take part in the Assembly's work."


@given(casts, st.dictionaries(st.sampled_from([e.code for e in ALL]), draws), st.floats(-1, 1))
def test_every_vote_has_a_reason_of_one_line(
    cast: dict[str, str], drawn: dict[str, float], leaning: float
) -> None:
    leanings = {"IDN": leaning, EAST: -leaning}
    votes = assembly_votes(ALL, cast, leanings, draw=lambda code: drawn.get(code, 0.5))
    for elector in ALL:
        if elector.code in votes:
            sentence = why(elector, votes[elector.code], ALL, cast, leanings)
            assert sentence.endswith(".")
            assert "\n" not in sentence


def test_the_board_counts_each_group_in_the_settled_order() -> None:
    votes = {**SPLIT, **assembly_votes(ALL, SPLIT, draw=middling)}
    board = by_group(ALL, votes)
    assert list(board) == ["Eastern European", "Asian", "Western", "No group"]
    assert board[EAST] == Count(no=2)
    assert board[SOUTH] == Count(abstain=3)
    assert board[WEST] == Count(yes=3)
    assert board["No group"] == Count(absent=1)


def test_the_board_takes_a_member_without_a_vote_for_absent_and_a_strange_group_last() -> None:
    board = by_group([USA, USA._replace(code="XXA", group="Antarctic")], {"USA": "not_participating"})
    assert board == {"Western": Count(not_participating=1), "Antarctic": Count(absent=1)}
    assert list(board)[-1] == "Antarctic"


def test_the_board_refuses_a_vote_of_another_word() -> None:
    with pytest.raises(ValueError, match="No vote is called 'maybe'"):
        by_group([USA], {"USA": "maybe"})


def test_the_five_groups_come_first_in_the_order_of_the_board() -> None:
    assert len(set(GROUPS)) == len(GROUPS)
    assert GROUPS[:5] == (
        "African",
        "Asia-Pacific",
        "Eastern European",
        "Latin American and Caribbean",
        "Western European and others",
    )
