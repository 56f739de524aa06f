"""Each way of bargaining is met in whole sittings, not only where a test puts the question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.delegates.counsel import trading
from game.delegates.knowledge.dossier import Dossier
from game.delegates.knowledge.memory import Memory
from game.delegates.knowledge.occasion import Occasion
from game.delegates.minds.spoiler import DILATORY
from game.packs import load
from game.session import actions as a
from game.session import events as e
from game.session.legal import Docket
from game.session.scenario import Clause, Scenario, StoredDraft
from game.session.state import Draft, Phase
from game.session.table import turn
from game.session.views import view
from game.sitting import Sitting

CRISES = Path(__file__).parents[2] / "crises"
BENT = ("steadfast", "broker", "spoiler", "follower", "idealist")
MOST_STEPS = 20_000


def _ways(sitting: Sitting) -> Iterator[str]:
    """What was done that is bargaining, by its name in the design."""
    holders = sitting.state.chamber.holders
    texts: dict[str, str] = {}
    for x in sitting.record:
        match x:
            case e.DraftTabled():
                texts[x.symbol] = x.sponsors[0] if x.sponsors else ""
            case e.NoteSent() if "“" in x.words and any(t in x.words and texts[t] == x.to for t in texts):
                yield "asks"
            case e.DealOffered():
                yield from ("offers", f"wants {x.want.kind}", f"gives {x.give.kind}")
            case e.DealAccepted():
                yield "takes"
            case e.DealRefused():
                yield "refuses"
            case e.DealSettled():
                yield "keeps" if x.kept else "breaks"
            case e.AmendmentMoved():
                yield "softens" if texts.get(x.draft) == x.seat and x.change == "delete" else "amends"
            case e.DraftRevised() if x.by:
                yield "takes in"
            case e.StanceDeclared() if x.vote == "no":
                yield "warns"
            case e.MotionMoved() if x.motion in DILATORY and holders.get(x.seat) == "spoiler":
                yield "delays"
            case e.MotionMoved() if x.motion == "suspend":
                yield "seeks talks"
            case e.MotionMoved() if x.motion in ("ess", "to_assembly"):
                yield "goes to the Assembly"
            case e.PledgeMade():
                yield "pledges"
            case e.SeatLeft():
                yield "walks out"
            case e.CapitalAnswered():
                yield "asks its capital"


EVERY = {
    *(
        "asks",
        "offers",
        "takes",
        "refuses",
        "keeps",
        "gives vote",
        "gives amendment",
        "wants vote",
        "pledges",
    ),
    *("amends", "takes in", "softens", "warns", "delays", "seeks talks", "asks its capital"),
    *("goes to the Assembly", "walks out"),
}


def test_h7_tables_of_veterans_bargain_in_every_way() -> None:
    """Two tables of many bents; who walks out is Italy, by the script of the pack."""
    met: Counter[str] = Counter()
    for pack, seed in (("kuwait-1990", 1), ("abyssinia-1935", 2)):
        scenario = load(CRISES / pack)
        seats = dict(zip(scenario.sealed.stages[0].members, cycle(BENT), strict=False))
        sitting = Sitting.begin(scenario, seats, seed=seed, level="veteran")
        sitting.run(MOST_STEPS)
        assert sitting.finished
        met.update(_ways(sitting))
    assert not EVERY - met.keys()


@pytest.mark.parametrize("held", ["liked", "disliked"])
def test_cb2_a_rival_draft_is_brought_against_a_text_that_is_likely_to_carry(
    korea, convene, sit, held: str
) -> None:
    """Yugoslavia would vote no on armed help, which all others are for, and the pack holds a milder text."""
    scenario = convene()
    text = StoredDraft("mild", "Mediation", (Clause("mediate"),), (), "", "june25")
    scenario = replace_open(scenario, drafts=(*scenario.open.drafts, text))
    sitting = sit(scenario)
    while sitting.state.chamber.phase is not Phase.DEBATE or turn(sitting.state) != ("YUG",):
        assert sitting.step()
    members = sitting.state.chamber.members
    draft = Draft("S/9", ("USA",), (Clause("assist"),), 1, stage="june25")
    chamber = replace(
        sitting.state.chamber,
        drafts={"S/9": draft},
        stances={
            "S/9": dict.fromkeys((m for m in members if m != "YUG"), "no" if held == "disliked" else "yes")
        },
        positions={m: {"ceasefire": "for"} for m in members if m != "YUG"},
    )
    state = replace(sitting.state, chamber=chamber)
    seen = view(state, "YUG")
    o = Occasion(seen, Docket(state, "YUG"), Memory("YUG"), Dossier(seen))
    assert o.weigh(draft).vote == "no"
    act = a.TableDraft("YUG", stored="mild") if held == "liked" else None
    assert trading.rival(o) == act


def replace_open(scenario: Scenario, **changes: object) -> Scenario:
    return Scenario(replace(scenario.open, **changes), scenario.sealed)
