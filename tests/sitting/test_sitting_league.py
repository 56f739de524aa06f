"""The League as played: famous votes as sittings of real acts, saved in the middle, and sittings at random.

Facts: the cases of the League and section 1 of the reference on procedure. A roll marked constructed is not
history's.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.packs import load
from game.rules.covenant_texts import MAJORITY_REPORT
from game.rules.house_league import LEAGUE
from game.session import actions as a
from game.session import events as e
from game.session.scenario import Scenario
from game.session.state import Phase
from game.session.table import month_president
from game.sitting import Sitting
from tests.sitting.chairs import one_act
from tests.sitting.test_sitting_chains import Chain, Halved, tally

LEAGUES = ("manchuria-1931", "lytton-1933", "expulsion-1939")
PACKS = Path(__file__).parents[1] / "data" / "packs"


def trust(c: Chain) -> float:
    """The one track of these packs."""
    return c.sitting.state.world.tracks["trust"]


def put(c: Chain, mover: str, stored: str) -> str:
    """Table a text of the pack, and put it to the vote; its symbol."""
    c.floor_to(mover)
    c.does(a.TableDraft(mover, stored=stored))
    symbol = list(c.chamber.drafts)[-1]
    c.to_the_chair()
    c.does(a.PutToVote(c.president, symbol))
    return symbol


# -- the votes of history --------------------------------------------------------------------------
def manchuria(c: Chain) -> None:
    """24 October 1931: thirteen say yes, Japan's no prevents it, and nobody calls that a veto (L4)."""
    c.opens()
    assert c.president == "FRA"
    assert c.sitting.state.house == LEAGUE
    symbol = put(c, "FRA", "evacuation-24-october")
    assert symbol == "C.733.1931.VII"
    result = c.votes(JPN="no")
    assert (result.verdict, result.rule, tally(result)) == ("not_adopted_no_unanimity", "L4", (13, 1, 0))
    assert result.blocked_by == ("JPN",)
    assert not result.vetoed_by
    assert c.chamber.drafts[symbol].status == "failed"
    assert trust(c) == 40.0
    assert not c.heard("veto")
    assert c.chamber.plenary.lost[0].symbol == symbol, "what unanimity lost the Assembly may take up"


def commission(c: Chain) -> None:
    """Procedure is carried over a party's no, an inquiry and an invitation among it (L7; constructed)."""
    c.opens()
    put(c, "GBR", "commission-of-inquiry")
    result = c.votes(JPN="no", CHN="abstain")
    assert (result.verdict, result.rule, result.needed) == ("adopted", "L7", 8)
    c.does(a.ContinueDebate(c.president))
    c.floor_to("GBR")
    c.does(a.ProposeInvitation("GBR", "USA"))
    assert c.votes(JPN="no").verdict == "adopted"
    assert "USA" in c.chamber.invited


def of_a_majority(c: Chain) -> None:
    """A report that one besides the parties opposes stands, with half its weight (L5; constructed)."""
    c.opens()
    symbol = put(c, "GBR", "report-on-the-dispute")
    result = c.votes(JPN="no", ITA="no")
    assert (result.verdict, result.rule) == ("adopted_majority_only", "L5")
    assert c.chamber.drafts[symbol].weight == MAJORITY_REPORT
    assert trust(c) == 55.0


def unanimous(c: Chain) -> None:
    """A report that only the parties oppose has all its weight (L5; constructed)."""
    c.opens()
    symbol = put(c, "GBR", "report-on-the-dispute")
    result = c.votes(JPN="no", CHN="no")
    assert result.verdict == "adopted_unanimous_excl_parties"
    assert c.chamber.drafts[symbol].weight == 1.0
    assert trust(c) == 60.0
    assert c.chamber.plenary.lost[0].symbol == symbol, "the Assembly may concur"


def by_consent(c: Chain) -> None:
    """A report to which nobody objects is adopted as one, and the Assembly may concur (EV3; constructed)."""
    c.opens()
    c.floor_to("GBR")
    c.does(a.TableDraft("GBR", stored="report-on-the-dispute"))
    c.to_the_chair()
    symbol = next(iter(c.chamber.drafts))
    c.does(a.AskConsent(c.president, symbol))
    result = c.votes()
    assert (result.verdict, result.blocked_by) == ("adopted", ())
    assert c.chamber.plenary.lost[0].symbol == symbol


def lytton(c: Chain) -> None:
    """24 February 1933: at China's request the Assembly reports, Japan alone against it (L8)."""
    c.opens()
    c.floor_to("JPN")
    c.does(a.Yield("JPN"))
    c.floor_to("ESP")
    assert c.refused(a.RequestSession("ESP")) == "L8"
    c.floor_to("CHN")
    c.does(a.RequestSession("CHN"))
    assert c.refused(a.RequestSession("CHN")) == "L8"
    c.to_the_chair()
    c.does(a.CloseMeeting(c.president))
    assert c.chamber.phase is Phase.PLENARY
    while c.chamber.consulting[0] != "ESP":
        c.does(a.Yield(c.chamber.consulting[0]))
    c.does(a.TableDraft("ESP", stored="report-of-nineteen"))
    while c.chamber.phase is Phase.PLENARY:
        c.does(a.Yield(c.chamber.consulting[0]))
    result = c.votes(JPN="no")
    votes = c.chamber.plenary.done[0].votes
    assert (result.verdict, result.rule) == ("adopted_unanimous_excl_parties", "L8")
    assert [x for x, vote in votes.items() if vote == "no"] == ["JPN"]
    assert votes["THA"] == "abstain"
    assert len(votes) == 57
    assert "reported" in c.sitting.state.world.flags, "it has the force of a unanimous report of the Council"


def expulsion(c: Chain) -> None:
    """14 December 1939: seven votes put the USSR out; four abstain and three are away (L3, L6)."""
    c.opens()
    assert c.president == "BEL"
    symbol = put(c, "GBR", "exclusion-14-december")
    result = c.votes(CHN="abstain", FIN="abstain", GRC="abstain", YUG="abstain")
    assert (result.verdict, result.rule) == ("adopted", "L6")
    assert (*tally(result), result.absent) == (7, 0, 4, 3)
    assert c.chamber.drafts[symbol].status == "adopted"


def one_no(c: Chain) -> None:
    """One no of another Member, and nobody is put out (L6; constructed)."""
    c.opens()
    put(c, "GBR", "exclusion-14-december")
    result = c.votes(GRC="no", FIN="no")
    assert result.verdict == "not_adopted_no_unanimity"
    assert result.blocked_by == ("GRC",), "Finland's no is a party's"


def oil(c: Chain) -> None:
    """Measures of Article 16 go to the governments though some will not apply them (L6; constructed)."""
    c.opens()
    put(c, "FRA", "oil")
    result = c.votes(GRC="no", YUG="no", FIN="yes")
    assert (result.verdict, result.rule) == ("adopted", "L6")
    assert "binds those that accept it" in result.reason
    assert trust(c) == 66.2, "5 for the help, and 20 by the share of oil kept back: 0.5 and 0.3 of 0.2"


def oil_without_britain(c: Chain) -> None:
    """The same text bites little when who sells most does not apply it (L6; constructed)."""
    c.opens()
    put(c, "FRA", "oil")
    assert c.votes(GBR="abstain").verdict == "adopted"
    assert trust(c) == 56.2


PLAYED: dict[str, tuple[str, Callable[[Chain], None]]] = {
    "manchuria": ("manchuria-1931", manchuria),
    "commission": ("manchuria-1931", commission),
    "of_a_majority": ("manchuria-1931", of_a_majority),
    "unanimous": ("manchuria-1931", unanimous),
    "by_consent": ("manchuria-1931", by_consent),
    "lytton": ("lytton-1933", lytton),
    "expulsion": ("expulsion-1939", expulsion),
    "one_no": ("expulsion-1939", one_no),
    "oil": ("expulsion-1939", oil),
    "oil_without_britain": ("expulsion-1939", oil_without_britain),
}


@pytest.mark.parametrize("name", PLAYED)
def test_l2_to_l8_the_vote_is_taken_as_the_covenant_has_it(name: str, tmp_path: Path) -> None:
    pack, acts = PLAYED[name]
    chain = Chain(pack, tmp_path)
    acts(chain)
    assert not [x for x in chain.said if "  " in x or "Charter" in x or "Security Council" in x]
    chain.sitting.close()


@pytest.mark.parametrize("name", ["manchuria", "lytton", "expulsion"])
def test_a_vote_of_the_league_taken_up_from_its_save_comes_out_the_same(name: str, tmp_path: Path) -> None:
    pack, acts = PLAYED[name]
    straight, halved = Chain(pack, tmp_path / "straight"), Halved(pack, tmp_path / "halved")
    acts(straight)
    acts(halved)
    assert halved.sitting.record == straight.sitting.record
    assert halved.sitting.state == straight.sitting.state
    straight.sitting.close()
    halved.sitting.close()


# -- scripted --------------------------------------------------------------------------------------
def test_l8_scripted_delegations_take_a_dispute_to_the_assembly_and_concur_there() -> None:
    scenario = load(PACKS / "lytton-1933")
    sitting = Sitting.begin(scenario, {}, seed=1)
    sitting.run()
    asked = [x.seat for x in sitting.record if isinstance(x, e.SessionRequested)]
    assert asked == ["CHN"]
    met = [x for x in sitting.record if isinstance(x, e.AssemblyConvened)]
    assert [(x.title, x.kind, x.members) for x in met] == [("special session", "reference", 57)]
    in_council, in_assembly = (
        x for x in sitting.record if isinstance(x, e.ResultDeclared) and x.kind in ("draft", "assembly")
    )
    assert (in_council.rule, in_assembly.rule) == ("L5", "L8")
    assert in_assembly.verdict == "adopted_unanimous_excl_parties"
    assert in_assembly.no == 1
    adopted = [x for x in sitting.record if isinstance(x, e.ResolutionAdopted)]
    assert [(x.number, x.weight, x.report) for x in adopted] == [(0, 1.0, True)]
    assert sitting.state.world.tracks["trust"] == 65.0, (
        "10 for the report, and half as much for the concurrence"
    )


# -- at random -------------------------------------------------------------------------------------
@pytest.mark.parametrize("pack", LEAGUES)
@pytest.mark.parametrize("holder", ["aimless", "steadfast"])
def test_x16_a_sitting_of_the_league_ends_and_nothing_in_it_is_vetoed(pack: str, holder: str) -> None:
    scenario = load(PACKS / pack)
    members = scenario.sealed.stages[0].members
    for seed in range(6 if holder == "aimless" else 1):
        sitting = Sitting.begin(scenario, dict.fromkeys(members, holder), seed=seed)
        sitting.run(30_000)
        assert sitting.finished
        assert sitting.refusals == 0
        declared = [x for x in sitting.record if isinstance(x, e.ResultDeclared)]
        assert not [x for x in declared if x.vetoed_by or not x.rule.startswith(("L", "E", "H"))]
        if holder == "steadfast":
            assert all(x.reason for x in sitting.record if isinstance(x, e.BallotCast))


@pytest.mark.parametrize("pack", LEAGUES)
def test_persons_at_random_bring_a_sitting_of_the_league_to_its_end(pack: str) -> None:
    scenario = load(PACKS / pack)
    people = dict.fromkeys(scenario.sealed.stages[0].members, "person")
    for seed in random.Random(pack).sample(range(1000), 2):
        sitting = Sitting.begin(scenario, people, seed=seed)
        for _ in range(20_000):
            if sitting.finished:
                break
            one_act(sitting)
        assert sitting.finished


def test_l10_the_chair_of_geneva_passes_on_with_the_session() -> None:
    scenario = load(PACKS / "lytton-1933")
    assert [month_president(scenario, stage) for stage in (0, 1)] == ["ITA", "ITA"]
    first, second = scenario.sealed.stages
    passed_on = replace(scenario.sealed, stages=(first, replace(second, president="JPN")))
    later = Scenario(scenario.open, passed_on)
    assert [month_president(later, stage) for stage in (0, 1)] == ["ITA", "JPN"]
