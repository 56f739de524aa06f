"""What delegations say on occasions of their own: an offer, thanks, a protest, a veto announced, a return."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from game.delegates.knowledge.dossier import Dossier
from game.delegates.knowledge.memory import Memory
from game.delegates.knowledge.occasion import Occasion
from game.delegates.speech import talk_deals
from game.delegates.speech.talk_statements import called
from game.packs import load
from game.session import actions as a
from game.session import events as e
from game.session.legal import Docket
from game.session.scenario import Scenario
from game.session.state import Draft, Phase, State
from game.session.views import view
from game.session.words import Words
from game.sitting import Sitting

KOREA = Path(__file__).parents[2] / "crises" / "korea-1950"
YES = a.Term("vote", "res-82", "yes")
TROOPS = a.Term("pledge", "troops")
OWN = {
    "offer_deal": ("{seat} has an offer for {other} on {text}.",),
    "warn_veto": ("{seat} warns of {clause} in {text}.",),
    "thank": ("{seat} thanks {other}.",),
    "protest": ("{seat} protests to {other}: {reason}.",),
    "return": ("{seat} sits again, for {reason}.",),
}


def worded(scenario: Scenario) -> Scenario:
    return Scenario(replace(scenario.open, words=Words(speeches=OWN)), scenario.sealed)


def recess(sit, scenario: Scenario | None = None) -> State:
    """Before a meeting, with a person for China."""
    sitting: Sitting = sit(scenario, CHN="person")
    while sitting.state.chamber.phase is not Phase.RECESS:
        assert sitting.step()
    state = sitting.state
    return replace(state, chamber=replace(state.chamber, consulting=("NOR",)))


def moment(state: State, seat: str = "NOR", memory: Memory | None = None) -> Occasion:
    seen = view(state, seat)
    return Occasion(seen, Docket(state, seat), memory or Memory(seat), Dossier(seen))


# -- notes -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("give", "want", "told"),
    [
        (TROOPS, YES, ("its pledge of “Troops”", "your vote for “")),
        (a.Term("sponsor", "res-82"), YES, ("its name under “",)),
        (a.Term("amendment", "res-82", clause="observe"), YES, ("without “",)),
        (a.Term("statement", "breach", "for"), YES, ("its word for “",)),
    ],
)
def test_h7_an_offer_to_a_person_is_put_in_words_once_and_then_made(sit, give, want, told) -> None:
    state, memory = recess(sit), Memory("NOR")
    act = a.OfferDeal("NOR", "CHN", give, want)
    note = talk_deals.offered(moment(state, memory=memory), act)
    assert isinstance(note, a.SendNote)
    assert all(words in note.words for words in told), note.words
    memory.hear(e.NoteSent("NOR", "CHN", note.words))
    assert talk_deals.offered(moment(state, memory=memory), act) == act


def test_an_offer_among_scripted_delegations_needs_no_words(sit) -> None:
    act = a.OfferDeal("NOR", "FRA", TROOPS, YES)
    assert talk_deals.offered(moment(recess(sit)), act) == act


@pytest.mark.parametrize(("kept", "told"), [(True, "thank"), (False, "was not kept")])
def test_a_person_hears_once_that_its_word_was_kept_or_broken(sit, kept: bool, told: str) -> None:
    state, memory = recess(sit), Memory("NOR")
    memory.hear(e.DealSettled(3, "CHN", kept))
    memory.hear(e.DealSettled(4, "FRA", kept))
    note = talk_deals.settled(moment(state, memory=memory))
    assert isinstance(note, a.SendNote)
    assert note.to == "CHN"
    assert "No. 3" in note.words
    assert told in note.words or "obliged" in note.words or "kept your word" in note.words
    memory.hear(e.NoteSent("NOR", "CHN", note.words))
    assert talk_deals.settled(moment(state, memory=memory)) is None


def _with_text(state: State) -> State:
    text = state.scenario.draft["s-1500"]
    draft = Draft("S/1500", ("CHN",), text.clauses, 1, text.title, "s-1500", stage="june25")
    chamber = replace(state.chamber, drafts={"S/1500": draft})
    return replace(state, chamber=chamber)


def test_a_person_is_told_of_a_veto_before_it_is_announced(sit) -> None:
    state, memory = _with_text(recess(sit)), Memory("USA")
    act = a.DeclareStance("USA", "S/1500", "no")
    state = replace(state, chamber=replace(state.chamber, consulting=("USA",)))
    note = talk_deals.warned(moment(state, "USA", memory), act)
    assert isinstance(note, a.SendNote)
    assert "“" in note.words
    assert "S/1500" in note.words
    memory.hear(e.NoteSent("USA", "CHN", note.words))
    assert talk_deals.warned(moment(state, "USA", memory), act) == act


def test_notes_are_in_the_packs_words_first(convene, sit) -> None:
    state, memory = recess(sit, worded(convene())), Memory("NOR")
    offer = talk_deals.offered(moment(state), a.OfferDeal("NOR", "CHN", TROOPS, YES))
    assert isinstance(offer, a.SendNote)
    assert offer.words == "Norway has an offer for China on res-82."
    memory.hear(e.DealSettled(3, "CHN", kept=False))
    protest = talk_deals.settled(moment(state, memory=memory))
    assert isinstance(protest, a.SendNote)
    assert protest.words == (
        "Norway protests to China: what was agreed under No. 3 was not kept. (Offer No. 3.)"
    )
    stance = a.DeclareStance("NOR", "S/1500", "no")
    warned = talk_deals.warned(moment(_with_text(state)), stance)
    assert isinstance(warned, a.SendNote)
    assert warned.words.startswith("Norway warns of “")


def test_a_seat_that_kept_its_word_is_not_taken_for_one_that_broke_it() -> None:
    memory = Memory("NOR")
    memory.hear(e.DealSettled(3, "CHN", kept=True))
    assert memory.settled == [("CHN", 3, True)]
    assert not memory.breakers


# -- statements ------------------------------------------------------------------------------------
def statements(scenario: Scenario) -> list[tuple[str, str]]:
    sitting = Sitting.begin(scenario, seed=1)
    sitting.run(20_000)
    assert sitting.refusals == 0
    return [(x.seat, x.words) for x in sitting.record if isinstance(x, e.StatementMade)]


def test_a_return_a_veto_to_come_and_a_text_carried_against_one_are_spoken_of_once() -> None:
    said = statements(load(KOREA))
    back = [w for seat, w in said if seat == "RUS" and ("its place again" in w or "filled again" in w)]
    assert len(back) == 1
    warned = [(seat, w) for seat, w in said if "fair warning" in w or "will meet the no of" in w]
    assert warned
    assert {seat for seat, _ in warned} <= {"CHN", "FRA", "GBR", "RUS", "USA"}
    assert len(warned) == len({(seat, w.partition("S/")[2][:6]) for seat, w in warned})
    protests = [(seat, w) for seat, w in said if "carried" in w and ("no of" in w or "against" in w)]
    assert protests
    assert len(protests) == len({(seat, w.partition("S/")[2][:6]) for seat, w in protests})


def test_statements_on_occasions_are_the_packs_first() -> None:
    said = statements(worded(load(KOREA)))
    words = [w for _, w in said]
    assert any("sits again, for what is decided here concerns it." in w for w in words)
    assert any(" warns of “" in w for w in words)
    assert any(" protests to " in w and " was carried over its no." in w for w in words)
    assert not any("fair warning" in w for w in words)


def test_an_issue_stands_in_a_sentence_in_its_own_marks() -> None:
    """A title may be a sentence itself, and to be for a breach of the peace is not what anybody means."""
    assert called("A breach of the peace by North Korea") == "“A breach of the peace by North Korea”"
    assert called("The Assembly may act") == "“The Assembly may act”"
