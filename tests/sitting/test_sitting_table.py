"""A sitting as it is played: who is awaited, who steps, what is undone, who knows what."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.delegates import take_seat
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.decide import before
from game.session.fold import fold_all
from game.session.notation import read, write
from game.session.state import Phase
from game.session.views import may_know
from game.sitting import Replay, Sitting, SittingError
from tests.session.council import OF_1950, SCENARIO
from tests.sitting.chairs import EVERYBODY, crisis, one_act, play_out

SOLO = {"USA": "person"}


def until_awaited(sitting: Sitting) -> Sitting:
    """Let the others act until the person is awaited."""
    sitting.run()
    assert sitting.awaits == "USA"
    return sitting


# -- beginning ------------------------------------------------------------
def test_seats_not_named_are_held_as_their_briefs_say() -> None:
    sitting = Sitting.begin(crisis("tiny"), {"USA": "person", "FRA": "aimless"}, seed=1)
    holders = sitting.state.chamber.holders
    assert (holders["USA"], holders["FRA"], holders["CHN"], holders["NOR"]) == (
        "person",
        "aimless",
        "follower",
        "steadfast",
    )
    assert sitting.persons == ("USA",)
    assert sitting.path is None


@pytest.mark.parametrize(
    ("holders", "told"),
    [
        ({"ZZZ": "person"}, "no seat ZZZ"),
        ({"BRA": "person"}, "no seat BRA"),
        ({"USA": "stubborn"}, "stubborn"),
    ],
)
def test_a_seat_or_holder_that_is_not_there_is_refused_in_a_sentence(
    holders: dict[str, str], told: str, tmp_path: Path
) -> None:
    with pytest.raises(SittingError, match=told):
        Sitting.begin(SCENARIO, holders, seed=1, folder=tmp_path / "saves")
    assert not (tmp_path / "saves").exists(), "no save is begun"


# -- playing ------------------------------------------------------------
def test_the_sitting_waits_for_a_person_and_for_nobody_else() -> None:
    sitting = until_awaited(Sitting.begin(crisis("tiny"), SOLO, seed=1))
    assert sitting.step() == ()
    assert sitting.run() == 0
    assert not sitting.finished
    assert sitting.submit(a.CallToOrder("USA")).rule == "H1"
    assert sitting.submit(a.Yield("USA"))
    assert sitting.last_sat("USA") == len(sitting.record)
    assert sitting.last_sat("YUG") < len(sitting.record)


def test_a_sitting_without_persons_runs_to_its_ending() -> None:
    sitting = Sitting.begin(crisis("tiny"), seed=1)
    sitting.run()
    assert sitting.finished
    assert (sitting.awaits, sitting.step(), sitting.refusals) == ("", (), 0)
    assert sitting.submit(a.Yield("USA")).rule == "H3"
    assert isinstance(sitting.record[-1], e.CrisisEnded)


def test_a_run_can_be_bounded() -> None:
    sitting = Sitting.begin(crisis("tiny"), seed=1)
    assert sitting.run(7) == 7
    assert len(sitting.acts) == 8


@given(seed=st.integers(0, 10**6))
@settings(max_examples=3, deadline=None)
def test_two_sittings_of_a_seed_are_the_same_and_state_follows_from_the_record(seed: int) -> None:
    one, two = (play_out(Sitting.begin(SCENARIO, SOLO, seed=seed)) for _ in range(2))
    assert one.record == two.record
    assert fold_all(before(SCENARIO), one.record) == one.state
    assert one.refusals == 0


def test_a_seat_can_change_hands_in_the_middle() -> None:
    sitting = Sitting.begin(crisis("tiny"), seed=1, director=True)
    sitting.run(10)
    for seat in OF_1950:
        assert not isinstance(sitting.submit(a.HandOver("", seat, "person")), Refusal)
    assert sitting.awaits
    for seat in OF_1950:
        assert not isinstance(sitting.submit(a.HandOver("", seat, "steadfast")), Refusal)
    sitting.run()
    assert sitting.finished
    assert sitting.refusals == 0


def test_a_seat_is_not_handed_to_nobody() -> None:
    sitting = Sitting.begin(crisis("tiny"), seed=1, director=True)
    refused = sitting.submit(a.HandOver("", "FRA", "stubborn"))
    assert isinstance(refused, Refusal)
    assert refused.rule == "H5"
    with pytest.raises(ValueError, match="stubborn"):
        take_seat("stubborn", "FRA")


# -- undoing ------------------------------------------------------------
def test_h9_alone_one_takes_back_ones_own_last_act_and_what_followed(tmp_path: Path) -> None:
    sitting = until_awaited(Sitting.begin(crisis("tiny"), SOLO, seed=1, folder=tmp_path))
    state, record, acts = sitting.state, list(sitting.record), list(sitting.acts)
    sitting.submit(a.Yield("USA"))
    until_awaited(sitting)
    withdrawn, longest = len(sitting.acts) - len(acts), len(sitting.record)
    assert sitting.undo() == f"{withdrawn} acts withdrawn."
    assert (sitting.state, sitting.record, sitting.acts) == (state, record, acts)
    assert sitting.awaits == "USA"
    sitting.submit(a.SendNote("USA", "GBR", "On second thoughts."))
    played = play_out(sitting)
    played.close()
    again, reading = Sitting.resume(sitting.path, sitting.scenario)
    assert again.record == played.record
    assert reading.entries == longest - len(record) + 1 + len(played.record), (
        "the undo is a fact among others"
    )
    again.close()


def test_h9_the_same_act_after_an_undo_has_the_same_consequences() -> None:
    sitting = until_awaited(Sitting.begin(crisis("tiny"), SOLO, seed=1))
    sitting.submit(a.Yield("USA"))
    first = play_out(sitting, 30)
    record = list(first.record)
    while len(sitting.acts) > 1 and not isinstance(sitting.undo(), Refusal):
        pass
    again = play_out(until_awaited(Sitting.begin(crisis("tiny"), SOLO, seed=1)), 0)
    assert sitting.record == again.record[: len(sitting.record)]
    until_awaited(sitting).submit(a.Yield("USA"))
    assert play_out(sitting, 30).record[: len(record)] == record[: len(sitting.record)]


def test_h9_several_persons_cannot_undo_and_nothing_cannot_be_undone() -> None:
    two = Sitting.begin(crisis("tiny"), {"USA": "person", "FRA": "person"}, seed=1)
    two.run()
    refused = two.undo()
    assert isinstance(refused, Refusal)
    assert refused.rule == "H9"
    one = until_awaited(Sitting.begin(crisis("tiny"), SOLO, seed=1))
    assert one.undo().rule == "H9", "the person has done nothing yet"
    nobody = Sitting.begin(crisis("tiny"), seed=1)
    nobody.run(5)
    assert nobody.undo().rule == "H9"


def test_h9_the_director_takes_back_anybodys_act_one_by_one() -> None:
    sitting = Sitting.begin(SCENARIO, EVERYBODY, seed=8, director=True)
    states = [sitting.state]
    for _ in range(25):
        one_act(sitting)
        states.append(sitting.state)
    while len(states) > 1:
        states.pop()
        assert sitting.undo() == "1 act withdrawn."
        assert sitting.state == states[-1]
    assert sitting.undo().rule == "H9", "the opening stands"


@given(seed=st.integers(0, 10**6))
@settings(max_examples=3, deadline=None)
def test_undone_and_saved_and_taken_up_the_record_is_the_same(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    dice = random.Random(seed)
    folder = tmp_path_factory.mktemp("saves")
    sitting = Sitting.begin(SCENARIO, EVERYBODY, seed=seed, director=True, folder=folder)
    for _ in range(60):
        play_out(sitting, dice.randrange(1, 4))
        if dice.random() < 0.3:
            sitting.undo()
            sitting.submit(a.Mark("", f"{dice.random()}"))
    sitting.close()
    again, _ = Sitting.resume(sitting.path, SCENARIO)
    assert (again.record, again.acts, again.state) == (sitting.record, sitting.acts, sitting.state)
    again.close()


# -- looking back ------------------------------------------------------------
def test_a_replay_shows_what_straight_folding_shows_forward_and_back() -> None:
    sitting = play_out(Sitting.begin(SCENARIO, seed=5), 400)
    replay = Replay(SCENARIO, sitting.record)
    states = [before(SCENARIO)]
    for x in sitting.record:
        states.append(fold_all(states[-1], [x]))
    dice = random.Random(1)
    numbers = [*range(0, len(states), 7), *reversed(range(len(states))), 64, 128, 63, 65]
    dice.shuffle(numbers)
    for number in numbers:
        assert replay.at(number) == states[number]
    assert replay.at(10**9) == states[-1] == sitting.state
    assert replay.at(-5) == states[0]


def test_a_replay_of_nothing_is_the_state_before_the_opening() -> None:
    assert Replay(SCENARIO, []).at(3) == before(SCENARIO)


@given(seed=st.integers(0, 10**6))
@settings(max_examples=3, deadline=None)
def test_a_seats_record_hides_what_is_between_others(seed: int) -> None:
    sitting = play_out(Sitting.begin(SCENARIO, seed=seed), 500)
    for seat in ("", "USA", "FRA", "RUS"):
        told = sitting.record_for(seat)
        assert told == [x for x in sitting.record if may_know(sitting.state, seat, x)]
        notes = [x for x in told if isinstance(x, e.NoteSent)]
        assert all(seat in (x.seat, x.to) for x in notes)
        assert not any(isinstance(x, e.ConsequencesSet) for x in told)
        assert sitting.record_for(seat, 50) == [x for x in sitting.record[50:] if x in told]
        assert sitting.view(seat).seat == seat
    assert sitting.record_for("", len(sitting.record)) == []


def test_the_docket_of_a_sitting_is_what_may_be_submitted() -> None:
    sitting = until_awaited(Sitting.begin(crisis("tiny"), SOLO, seed=1))
    assert sitting.state.chamber.phase is Phase.RECESS
    for act in sitting.docket("USA"):
        trial = until_awaited(Sitting.begin(crisis("tiny"), SOLO, seed=1))
        assert not isinstance(trial.submit(act), Refusal)


# -- delegates who do not behave ------------------------------------------------------------
class Unruly:
    """A delegate who asks for what is never in order, and interrupts whatever it is asked about."""

    heeds = frozenset({e.StatementMade})
    heeds_own: frozenset[type[e.Event]] = frozenset()

    def __init__(self, seat: str, interruption: type[a.Challenge] | type[a.Yield]) -> None:
        self.seat = seat
        self.interruption = interruption
        self.heard: list[e.Event] = []

    def hear(self, event: e.Event) -> None:
        self.heard.append(event)

    def choose(self, view: object, docket: object, chance: object) -> a.Action:
        return a.Speak(self.seat, "nowhere")

    def interpose(self, view: object, docket: object, chance: object) -> a.Action | None:
        return self.interruption(self.seat)


def test_a_delegate_out_of_order_is_counted_and_does_the_least(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.sitting.table.take_seat", lambda _, seat, *rest: Unruly(seat, a.Challenge))
    sitting = Sitting.begin(SCENARIO, seed=1)
    sitting.run()
    assert sitting.finished
    assert sitting.refusals > 50
    assert not any(isinstance(x, e.StatementMade) for x in sitting.record)


@pytest.mark.parametrize("interruption", [a.Challenge, a.Yield])
def test_a_ruling_may_be_challenged_out_of_turn(
    interruption: type[a.Challenge] | type[a.Yield], monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = Sitting.begin(SCENARIO, dict.fromkeys(OF_1950[:-1], "person"), seed=1)
    monkeypatch.setattr("game.sitting.table.take_seat", lambda _, seat, *rest: Unruly(seat, interruption))
    sitting.step()
    while sitting.state.chamber.phase is not Phase.DEBATE:
        seat = sitting.awaits
        if seat:
            calls = seat not in sitting.state.chamber.consulting
            sitting.submit(a.CallToOrder(seat) if calls else a.Yield(seat))
        else:
            sitting.step()
    speaker, other = sitting.awaits, "CHN"
    sitting.submit(a.RaisePoint(other, "order", speaker))
    sitting.submit(a.Rule("IND", True))
    assert sitting.awaits == speaker
    refusals = sitting.refusals
    done = sitting.step()
    if interruption is a.Challenge:
        assert isinstance(done[0], e.RulingChallenged), "before the loser accepts it"
        assert sitting.state.chamber.ballot.mover == "YUG"
    else:
        assert (done, sitting.refusals) == ((), refusals + 1), "to yield is no interruption"


@pytest.mark.parametrize("pack", ["tiny", "korea-1950"])
def test_every_state_of_a_packs_sitting_has_its_notation(pack: str) -> None:
    scenario = crisis(pack)
    sitting = Sitting.begin(scenario, seed=3)
    while not sitting.finished:
        sitting.run(5)
        text = write(sitting.state)
        assert write(read(scenario, text)) == text


def test_what_was_thought_out_happens_unless_something_else_has_happened_meanwhile() -> None:
    straight, slow = (Sitting.begin(SCENARIO, {}, seed=3, director=True) for _ in range(2))
    for _ in range(40):
        assert slow.heed(slow.ponder()) == straight.step()
    thought = slow.ponder()
    assert thought is not None
    before = len(slow.record)
    slow.submit(a.Mark("", "Somebody was quicker."))
    assert slow.heed(thought) == ()
    assert len(slow.record) == before + 1
    straight.submit(a.Mark("", "Somebody was quicker."))
    while not straight.finished:
        assert slow.heed(slow.ponder()) == straight.step()
    assert slow.record == straight.record
    assert slow.ponder() is None
    assert slow.heed(None) == ()
