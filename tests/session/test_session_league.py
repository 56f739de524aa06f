"""Questions put under the Covenant inside a sitting: the Assembly's counts, referral, and other houses."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.packs import houses, load
from game.rules.bases import Asked
from game.rules.house_league import LEAGUE
from game.session import covenant
from game.session import events as e
from game.session.assembly import referred, refuse_call, session_of
from game.session.plenary import Plenary
from game.session.scenario import Clause, Scenario
from game.session.state import Ballot, Draft, Phase, State
from game.sitting import Sitting

PACKS = Path(__file__).parents[1] / "data" / "packs"


@cache
def crisis(pack: str) -> Scenario:
    return load(PACKS / pack)


def opened(pack: str) -> State:
    """A sitting whose first stage is open."""
    scenario = crisis(pack)
    sitting = Sitting.begin(scenario, dict.fromkeys(scenario.sealed.stages[0].members, "person"), seed=1)
    sitting.run()
    return sitting.state


def text(kind: str) -> Draft:
    return Draft("A.1.1939.VII", (), (Clause(kind),), 0, form="assembly")


def among(state: State, **votes: str) -> dict[str, str]:
    """The votes of all Members, yes unless told otherwise."""
    electors = state.scenario.electors(state.chamber.date)
    return {x.code: votes.get(x.code, "yes") for x in electors}


def test_l8_a_report_needs_the_whole_council_but_the_parties_and_most_of_the_others() -> None:
    state = opened("manchuria-1931")
    found = covenant.assembly_result(state, text("report"), among(state, JPN="no"))
    assert (found.verdict, found.rule) == ("adopted_unanimous_excl_parties", "L8")
    found = covenant.assembly_result(state, text("report"), among(state, JPN="no", POL="no"))
    assert found.verdict == "adopted_majority_only"
    found = covenant.assembly_result(state, text("report"), among(state, SWE="no", CHE="no"))
    assert found.verdict == "adopted_unanimous_excl_parties", (
        "those not on the Council only weigh as a majority"
    )


def test_l2_other_texts_are_put_in_the_assembly_as_in_the_council() -> None:
    state = opened("manchuria-1931")
    found = covenant.assembly_result(state, text("evacuation"), among(state, CHE="no"))
    assert (found.verdict, found.blocked_by) == ("not_adopted_no_unanimity", ("CHE",))
    state = opened("expulsion-1939")
    found = covenant.assembly_result(state, text("embargo"), among(state, CHE="no"))
    assert (found.verdict, found.rule) == ("adopted", "L6")


def test_l8_the_council_refers_a_dispute_and_nothing_else() -> None:
    state = opened("manchuria-1931")
    assert refuse_call(state, sits=True) is None
    assert referred(state) == "reference"
    no_dispute = replace(state.scenario.open, disputants=())
    quiet = replace(state, scenario=Scenario(no_dispute, state.scenario.sealed))
    refused = refuse_call(quiet, sits=True)
    assert refused is not None
    assert refused.rule == "L8"
    called = replace(state, chamber=replace(state.chamber, plenary=Plenary(called=True, kind="reference")))
    assert refuse_call(called, sits=True) is not None
    assert session_of(called).title == "twelfth session"


def test_l8_only_a_party_may_ask_and_once() -> None:
    state = opened("manchuria-1931")
    assert covenant.refuse_of_party(state, "CHN") is None
    assert covenant.refuse_of_party(state, "GBR") is not None
    met = replace(state, chamber=replace(state.chamber, plenary=Plenary(session="League 12")))
    assert covenant.refuse_of_party(met, "CHN") is not None


def test_l8_the_assembly_only_concurs_in_what_the_council_adopted() -> None:
    state = opened("manchuria-1931")
    draft = text("report")
    adopted = replace(draft, symbol="C.734.1931.VII", status="adopted", form="resolution")
    there = replace(state.chamber, drafts={adopted.symbol: adopted}, resolutions=(adopted.symbol,))
    assert covenant.stands(there, draft)
    assert not covenant.stands(state.chamber, draft)


def test_v12_amendments_and_parts_are_put_as_their_text_and_motions_as_procedure() -> None:
    state = opened("manchuria-1931")
    draft = replace(text("report"), form="resolution")
    there = replace(state.chamber, drafts={draft.symbol: draft})

    def way(kind: str) -> Asked:
        return covenant.way(
            state.scenario, there, Ballot(kind, "x", "substantive", (), Phase.DEBATE, draft.symbol)
        )

    assert {way(kind) for kind in ("draft", "amendment", "part", "consent")} == {Asked.REPORT}
    assert {way(kind) for kind in ("motion", "challenge", "invitation", "agenda")} == {Asked.PROCEDURE}


@pytest.mark.parametrize("name", houses.choices())
def test_mu1_any_house_can_be_kept_before_the_league(name: str) -> None:
    scenario = crisis("lytton-1933")
    aimless = dict.fromkeys(scenario.sealed.stages[0].members, "aimless")
    sitting = Sitting.begin(scenario, aimless, seed=3, house=houses.house(name))
    assert (sitting.state.house == LEAGUE) is (name == "unsc")
    sitting.run(30_000)
    assert sitting.finished
    assert sitting.refusals == 0
    assert not [x for x in sitting.record if isinstance(x, e.ResultDeclared) and x.vetoed_by]
