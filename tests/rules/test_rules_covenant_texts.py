"""Texts under the Covenant: which article decides how they are put, and what every vote then means."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules import covenant_texts as texts
from game.rules.articles import Severity
from game.rules.bases import BASES, Asked, basis, can_rest_on, label
from game.rules.bodies import BODIES, Nature, Vote
from game.rules.clauses import Clause
from game.rules.house_league import LEAGUE, house_for, own_house, page_for
from game.rules.results import Verdict

SEATS = ("FRA", "GBR", "ITA", "ETH", "POL", "ESP")
PARTIES = ("ITA", "ETH")
REPORT = Clause("Determines", 10, ("cov_12", "cov_15"), frozenset({"determination"}))
APPEAL = Clause("Calls upon", 7, ("cov_11",), frozenset({"cessation"}))
EMBARGO = Clause("Recommends", 6, ("cov_16",), frozenset({"sanctions"}))
OUT = Clause("Declares", 8, ("cov_16_4",))


def votes(default: Vote = Vote.YES, **given: Vote) -> dict[str, Vote]:
    return {seat: given.get(seat, default) for seat in SEATS}


@pytest.mark.parametrize(
    ("clauses", "way"),
    [
        ((APPEAL,), Asked.UNANIMITY),
        ((Clause("Requests", 5),), Asked.UNANIMITY),
        ((REPORT,), Asked.REPORT),
        ((REPORT, Clause("Requests", 5)), Asked.REPORT),
        ((REPORT, EMBARGO), Asked.REPORT),
        ((REPORT, APPEAL), Asked.UNANIMITY),
        ((EMBARGO,), Asked.MEASURES),
        ((EMBARGO, APPEAL), Asked.UNANIMITY),
        ((OUT, REPORT), Asked.EXPULSION),
        ((Clause("Recalling", 2, ("cov_11",)), REPORT), Asked.REPORT),
    ],
)
def test_l4_to_l6_the_article_decides_how_a_text_is_put(clauses: tuple[Clause, ...], way: Asked) -> None:
    assert texts.asked(clauses) is way


def test_l7_a_procedural_text_is_put_as_procedure_whatever_it_names() -> None:
    assert texts.asked((APPEAL,), Nature.PROCEDURAL) is Asked.PROCEDURE


def test_l4_one_party_prevents_a_text_on_a_threat_of_war() -> None:
    found = texts.decide(Asked.UNANIMITY, votes(ITA=Vote.NO), PARTIES)
    assert found.verdict is Verdict.NOT_ADOPTED_NO_UNANIMITY
    assert found.blocked_by == ("ITA",)
    assert not found.vetoed_by


def test_l5_a_party_does_not_prevent_a_report_and_another_makes_it_one_of_a_majority() -> None:
    alone = texts.decide(Asked.REPORT, votes(ITA=Vote.NO), PARTIES)
    assert alone.verdict is Verdict.ADOPTED_UNANIMOUS_EXCL_PARTIES
    assert texts.share(alone) == 1.0
    split = texts.decide(Asked.REPORT, votes(ITA=Vote.NO, POL=Vote.NO), PARTIES)
    assert split.verdict is Verdict.ADOPTED_MAJORITY_ONLY
    assert texts.share(split) == texts.MAJORITY_REPORT


def test_l6_measures_go_out_by_a_majority_and_bind_who_accepts_them() -> None:
    found = texts.decide(Asked.MEASURES, votes(ITA=Vote.NO, POL=Vote.NO), PARTIES)
    assert found.verdict is Verdict.ADOPTED
    assert (found.needed, found.had) == (3, 3)
    assert "binds those that accept it" in found.reason
    assert "POL" in found.reason
    lost = texts.decide(Asked.MEASURES, votes(Vote.NO, FRA=Vote.YES, ETH=Vote.YES), PARTIES)
    assert lost.verdict is Verdict.REJECTED
    assert lost.rule == "L6"


def test_l6_an_expulsion_needs_all_others() -> None:
    assert texts.decide(Asked.EXPULSION, votes(ITA=Vote.NO), PARTIES).carried
    assert not texts.decide(Asked.EXPULSION, votes(POL=Vote.NO), PARTIES).carried


def test_l7_procedure_is_carried_over_a_no() -> None:
    assert texts.decide(Asked.PROCEDURE, votes(JPN=Vote.NO), ()).carried


CAST = st.fixed_dictionaries({seat: st.sampled_from(list(Vote)) for seat in SEATS})


@given(CAST, st.sampled_from(list(Asked)), st.integers(0, len(SEATS)))
def test_l2_the_prospect_of_a_vote_agrees_with_its_end(
    cast: dict[str, Vote], way: Asked, fallen: int
) -> None:
    so_far = {seat: cast[seat] for seat in SEATS[:fallen]}
    seen = texts.outlook(way, so_far, SEATS[fallen:], PARTIES)
    final = texts.decide(way, cast, PARTIES)
    assert seen.outlook.can_pass if final.carried else seen.outlook.can_fail
    assert not seen.outlook.veto_cast_by
    closed = texts.outlook(way, cast, (), PARTIES)
    assert (closed.outlook.can_pass, closed.outlook.can_fail) == (final.carried, not final.carried)


@given(CAST, st.sampled_from(list(Asked)))
def test_x16_nothing_in_the_league_is_ever_vetoed(cast: dict[str, Vote], way: Asked) -> None:
    found = texts.decide(way, cast, PARTIES)
    assert found.verdict is not Verdict.VETOED
    assert not found.vetoed_by
    assert "veto" not in found.reason
    assert found.rule.startswith("L")


def test_l4_who_prevents_unanimity_is_named_while_the_roll_is_called() -> None:
    seen = texts.outlook(Asked.UNANIMITY, {"FRA": Vote.YES, "POL": Vote.NO}, ("ESP",), ())
    assert seen.against == ("POL",)
    assert not seen.outlook.can_pass
    seen = texts.outlook(Asked.REPORT, {"ITA": Vote.NO, "FRA": Vote.YES}, ("GBR",), PARTIES)
    assert seen.left_out == ("ITA",)
    assert not seen.against
    assert seen.outlook.can_pass


def told(*clauses: Clause) -> Mapping[str, str]:
    found = texts.findings(clauses)
    assert all(x.severity is Severity.DOUBT for x in found)
    return {x.rule: x.reason for x in found}


def test_l4_a_drafter_is_told_that_one_article_gives_the_parties_their_no_back() -> None:
    assert "agreement of all" in told(REPORT, APPEAL)["L4"]
    assert not told(REPORT)
    assert not told(Clause("Recalling", 2))


def test_l6_a_drafter_is_told_what_an_article_hardly_carries() -> None:
    force = Clause("Decides", 10, ("cov_16_2",), frozenset({"force"}))
    assert "only recommend" in told(force)["L6"]
    assert "hardly carries" in told(Clause("Recommends", 6, ("cov_15",), frozenset({"sanctions"})))["L5"]
    assert "the Charter's" in told(Clause("Decides", 9, ("art_41",), frozenset({"sanctions"})))["L2"]


def test_articles_of_the_covenant_are_named_as_such_and_kept_apart() -> None:
    assert label(basis("cov_16_4")) == "Article 16(4) of the Covenant"
    assert label(basis("cov_11")) == "Article 11 of the Covenant"
    league = [b for b in BASES.values() if b.of_the_covenant]
    assert {b.rule for b in league} <= {f"L{n}" for n in range(1, 11)}
    assert not any(b.party_abstains or b.chapter for b in league)
    assert all(b.of_the_covenant for b in can_rest_on(frozenset(), covenant=True))
    assert {b.asked for b in league} == set(Asked) == set(texts.WORDS)


def test_l2_the_house_of_geneva_knows_no_veto_and_no_emergency_session() -> None:
    league = BODIES["league_council"]
    assert own_house(league) is house_for(league, None) is LEAGUE
    assert house_for(league, own_house(BODIES["unsc_11"])) is LEAGUE
    assert LEAGUE.doing("to_assembly") is not None
    for unknown in ("ess", "preliminary", "remove_item", "declare_dispute"):
        assert LEAGUE.doing(unknown) is None
    assert {entry.spec for entry in LEAGUE.motions} <= {"L2", "L7", "L8", "L10"}


@pytest.mark.parametrize(
    ("rule", "page"),
    [
        *(
            ("V6", "L3"),
            ("V4", "L2"),
            ("V13", "L2"),
            ("CB9", "L7"),
            ("GA6", "L8"),
            ("PR5", "L10"),
            ("CH12", "L6"),
        ),
        *(("PB3", "L10"), ("P4", "L7"), ("H1", "H1"), ("L5", "L5"), ("MU10", "MU10")),
    ],
)
def test_l7_what_geneva_left_unwritten_has_a_page_of_the_league(rule: str, page: str) -> None:
    assert page_for(rule) == page
