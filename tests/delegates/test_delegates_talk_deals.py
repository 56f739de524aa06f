"""Deals offered by a person are answered in words before they are taken or refused (H7)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from game.delegates import take_seat
from game.delegates.knowledge.dossier import Dossier
from game.delegates.knowledge.memory import Memory
from game.delegates.knowledge.occasion import Occasion
from game.delegates.speech.talk_deals import asked_for, ground
from game.session import actions as a
from game.session import events as e
from game.session.chance import Chance
from game.session.legal import Docket
from game.session.scenario import RedLine
from game.session.state import Deal, Phase, State
from game.session.views import view
from game.session.words import Words
from game.sitting import Sitting

YES = a.Term("vote", "res-82", "yes")
TROOPS = a.Term("pledge", "troops")


def answered(sit, give: a.Term, want: a.Term) -> list[e.Event]:
    """All that came of an offer of China's to Norway, until the meeting."""
    sitting: Sitting = sit(CHN="person")
    while not (sitting.awaits == "CHN" and sitting.state.chamber.phase is Phase.RECESS):
        assert sitting.step()
    assert isinstance(sitting.submit(a.OfferDeal("CHN", "NOR", give, want)), tuple)
    begun = len(sitting.record)
    sitting.submit(a.Yield("CHN"))
    while not (sitting.awaits == "CHN" and sitting.state.chamber.phase is Phase.DEBATE):
        assert sitting.step()
    assert sitting.refusals == 0
    return sitting.record[begun:]


@pytest.mark.parametrize(
    ("give", "want", "kind", "told"),
    [
        (YES, TROOPS, e.DealRefused, "it has nothing of that kind to give"),
        (a.Term("vote", "res-82", "no"), YES, e.DealRefused, "what you offer moves nothing"),
        (YES, a.Term("vote", "res-84", "no"), e.DealRefused, "a vote against res-84 would cost it more"),
        (TROOPS, a.Term("sponsor", "res-82"), e.DealAccepted, ""),
    ],
)
def test_h7_a_person_is_told_why_before_the_deal_is_settled(
    sit, give: a.Term, want: a.Term, kind: type[e.Event], told: str
) -> None:
    record = answered(sit, give, want)
    notes = [x for x in record if isinstance(x, e.NoteSent) and (x.seat, x.to) == ("NOR", "CHN")]
    settled = [x for x in record if isinstance(x, e.DealRefused | e.DealAccepted)]
    assert len(notes) == 1
    assert "No. 1" in notes[0].words
    assert told in notes[0].words
    assert [type(x) for x in settled] == [kind]
    assert record.index(notes[0]) < record.index(settled[0])


def test_scripted_delegations_need_no_words_among_themselves(sit) -> None:
    sitting = sit()
    while sitting.state.chamber.phase is not Phase.RECESS:
        assert sitting.step()
    deal = Deal(1, "CHN", "NOR", YES, TROOPS)
    held = {seat: replace(sitting.state.papers[seat], deals={1: deal}) for seat in ("CHN", "NOR")}
    chamber = replace(sitting.state.chamber, consulting=("NOR",))
    state = replace(sitting.state, chamber=chamber, papers={**sitting.state.papers, **held})
    act = take_seat("steadfast", "NOR").choose(
        view(state, "NOR"), Docket(state, "NOR"), Chance(1, 1).stream("t")
    )
    assert act == a.RefuseDeal("NOR", 1)


def moment(state: State, seat: str, memory: Memory | None = None) -> Occasion:
    seen = view(state, seat)
    return Occasion(seen, Docket(state, seat), memory or Memory(seat), Dossier(seen))


def test_the_ground_of_a_refusal_is_the_seats_own(korea, convene, sit) -> None:
    line = RedLine("never", "No arms for anybody.", ("assist",))
    brief = replace(korea.briefs["NOR"], red_lines=(line,))
    state = sit(convene({"NOR": brief})).state
    asks = Deal(1, "CHN", "NOR", YES, a.Term("vote", "res-83", "yes"))
    assert "(no arms for anybody)" in ground(moment(state, "NOR"), asks)
    broken = Memory("NOR")
    held = replace(state.papers["NOR"], deals={7: Deal(7, "CHN", "NOR", YES, YES, "broken")})
    after = replace(state, papers={**state.papers, "NOR": held})
    broken.hear(e.DealSettled(7, "CHN", kept=False))
    assert ground(moment(after, "NOR", broken), asks) == "what was agreed with you before was not kept"


def test_an_offer_for_a_text_that_is_decided_is_refused_for_that(sit) -> None:
    asks = Deal(1, "CHN", "NOR", YES, a.Term("vote", "S/9", "yes"))
    assert ground(moment(sit().state, "NOR"), asks) == "S/9 is no longer before the Council"


def test_an_idealist_says_that_it_does_not_trade_votes(sit) -> None:
    state = sit(NOR="idealist").state
    asks = Deal(1, "CHN", "NOR", YES, a.Term("vote", "res-83", "yes"))
    assert ground(moment(state, "NOR"), asks) == "it does not trade votes"


def test_a_mover_is_asked_in_the_packs_words_first(korea, convene, sit) -> None:
    scenario = convene()
    usual = asked_for(moment(sit(scenario).state, "GBR"), "USA", "S/1", "Do so")
    assert "the United Kingdom" in usual or usual.startswith("The United Kingdom")
    assert "“Do so”" in usual
    assert "S/1" in usual
    words = Words(speeches={"ask_amendment": ("{seat} asks {other} to leave {clause} out of {text}.",)})
    own = type(scenario)(replace(scenario.open, words=words), scenario.sealed)
    told = asked_for(moment(sit(own).state, "GBR"), "YUG", "S/1", "Do so")
    assert told == "The United Kingdom asks Yugoslavia to leave “Do so” out of S/1."
