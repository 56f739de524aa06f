"""Play at random under every house: legal acts are taken, wild ones refused by rule, states survive."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.packs.houses import choices, house
from game.rules.book import RULES
from game.rules.house import House, Veto
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session.chance import Chance
from game.session.decide import Decision, before, decide, due, open_sitting
from game.session.events import SittingOpened, decoder
from game.session.fold import fold_all
from game.session.legal import Docket, legal, refusal_of
from game.session.scenario import Clause
from game.session.state import Phase, State
from tests.session.council import OF_1950, SCENARIO
from tests.session.dice import drawn

MADE = {name: house(name) for name in choices()}
houses = st.builds(
    lambda name, veto: replace(MADE[name], veto=veto), st.sampled_from(sorted(MADE)), st.sampled_from(Veto)
)
seeds = st.integers(0, 10**6)


def at_random(made: House, seed: int, most: int = 6000) -> Iterator[tuple[State, Decision]]:
    """Play lawful acts at random under a house, now and then out of turn."""
    dice = random.Random(seed)
    holders = dict.fromkeys(OF_1950, "aimless")
    decision = open_sitting(SCENARIO, SittingOpened(holders, seed=seed, director=bool(seed % 2), house=made))
    length = len(decision.events)
    yield before(SCENARIO), decision
    for _ in range(most):
        state = decision.state
        if state.chamber.phase is Phase.ENDED:
            return
        if state.chamber.phase is Phase.INTERVAL:
            decision = due(state, Chance(seed, length))
        else:
            decided = decide(state, drawn(state, dice), Chance(seed, length))
            assert not isinstance(decided, Refusal)
            decision = decided
        length += len(decision.events)
        yield state, decision
    raise AssertionError(f"{made.id}, seed {seed}: the sitting does not end")


@given(made=houses, seed=seeds)
@settings(max_examples=12, deadline=None)
def test_every_house_plays_to_an_ending_and_its_events_fold_to_what_was_decided(
    made: House, seed: int
) -> None:
    kept = decoder()
    lines: list[bytes] = []
    last = None
    for state, decision in at_random(made, seed):
        assert decision.events
        assert fold_all(state, decision.events) == decision.state
        lines += [msgspec.json.encode(x) for x in decision.events]
        last = decision.state
    assert last is not None
    assert last.chamber.phase is Phase.ENDED
    assert fold_all(before(SCENARIO), [kept.decode(line) for line in lines]) == last
    assert last.house == made


@given(made=houses, seed=seeds)
@settings(max_examples=6, deadline=None)
def test_every_listed_act_is_lawful_and_every_wild_one_refused_by_a_rule(made: House, seed: int) -> None:
    dice = random.Random(seed)
    for state, _ in at_random(made, seed):
        if dice.random() < 0.9 or not state.papers:
            continue
        seat = dice.choice(state.chamber.members)
        listed = legal(state, seat)
        assert len(set(map(msgspec.json.encode, listed))) == len(listed)
        assert all(refusal_of(state, x) is None for x in listed)
        for wild in _wild(state, seat, dice):
            found = refusal_of(state, wild)
            if found is not None:
                assert found.rule in RULES, wild
                assert found.reason.endswith((".", "!", "?"))
                assert wild not in Docket(state, seat)


def _wild(state: State, seat: str, dice: random.Random) -> Iterator[a.Action]:
    paper = dice.choice((*state.chamber.drafts, *state.chamber.amendments, "S/0", ""))
    motion = dice.choice((*state.house.motion, "", "dance"))
    yield a.AnswerRoll(seat, True)
    yield a.Second(seat)
    yield a.SpeakTo(seat, dice.choice(("", "for", "against", "?")), "word " * dice.choice((1, 500)))
    yield a.StandAside(seat)
    yield a.HoldFast(seat)
    yield a.AmendAmendment(seat, paper, Clause(dice.choice(("breach", "nothing"))))
    yield a.SignPaper(seat, paper)
    yield a.Inquire(seat, motion)
    yield a.SendCrisisNote(seat, dice.choice(("", "Go.")), dice.choice(((), (seat,), ("USA", "GBR"))))
    yield a.JoinCrisisNote(seat, dice.randrange(3))
    yield a.AnswerCrisisNote(dice.choice(("", seat)), dice.randrange(3), True, "", "storm")
    yield a.MoveMotion(seat, motion, paper, place=dice.randrange(-2, 5), total=dice.choice((-1, 0, 10**12)))
    yield a.MoveMotion(seat, motion, paper, ("ZZZ",), 0, 600, 60, "x" * dice.choice((0, 9999)))
    yield a.Yield(seat, dice.choice(("chair", "questions", "USA", "ZZZ")))
    yield a.CastBallot(seat, dice.choice(("pass", "yes", "maybe")), rights=dice.random() < 0.5)
    yield a.RaisePoint(seat, dice.choice(("privilege", "reply", "recount", "motion")), paper or seat)
    yield a.TableDraft(seat, form=dice.choice(("directive", "communique", "press_release", "poem")))


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_house_is_data_and_the_default_is_the_councils_own(name: str) -> None:
    opened = open_sitting(SCENARIO, SittingOpened({}, house=MADE[name])).state
    assert opened.house == MADE[name]
    assert open_sitting(SCENARIO, SittingOpened({})).state.house.id == "unsc"
