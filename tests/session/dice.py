"""Play at random over the hand-made crisis: lawful acts of those awaited, now and then of others."""

from __future__ import annotations

import random
from collections.abc import Iterator

from game.rules.refusals import Refusal
from game.session import actions as a
from game.session.chance import Chance
from game.session.decide import Decision, decide, due, open_sitting
from game.session.events import Event, SittingOpened
from game.session.fold import fold_all
from game.session.legal import legal
from game.session.state import Phase, State
from game.session.table import turn
from tests.session.council import OF_1950, SCENARIO

Step = tuple[State, "a.Action | None", Decision]


def opened(seed: int, *, director: bool = False, preliminary: str = "rule_30") -> Decision:
    """A sitting just opened, everybody aimless."""
    holders = dict.fromkeys(OF_1950, "aimless")
    return open_sitting(
        SCENARIO, SittingOpened(holders, seed=seed, director=director, preliminary=preliminary)
    )


def at_random(seed: int, *, most: int = 4000, preliminary: str = "rule_30") -> Iterator[Step]:
    """Play lawful acts at random, now and then out of turn: state before, act (None: the world's), decision.

    The kinds of acts are drawn first, so that rare ones are not drowned by the many forms of common ones.
    """
    dice = random.Random(seed)
    decision = opened(seed, director=bool(seed % 2), preliminary=preliminary)
    length = len(decision.events)
    for _ in range(most):
        state = decision.state
        if state.chamber.phase is Phase.ENDED:
            return
        act: a.Action | None = None
        if state.chamber.phase is Phase.INTERVAL:
            decision = due(state, Chance(seed, length))
        else:
            act = drawn(state, dice)
            decided = decide(state, act, Chance(seed, length))
            assert not isinstance(decided, Refusal), (act, decided)
            decision = decided
        length += len(decision.events)
        yield state, act, decision
    raise AssertionError(f"seed {seed}: the sitting does not end")


def drawn(state: State, dice: random.Random) -> a.Action:
    """A lawful act of whoever is awaited, or now and then of another."""
    awaited = turn(state)
    assert awaited, f"nobody is awaited in {state.chamber.phase}"
    if dice.random() < 0.15:
        other = dice.choice((*state.chamber.members, *([""] if state.director else [])))
        acts = legal(state, other)
        if acts:
            return _by_kind(acts, dice)
    acts = legal(state, awaited[0])
    assert acts, f"{awaited[0]} has no lawful act in {state.chamber.phase}"
    return _by_kind(acts, dice)


_WEIGHTS = {
    "WalkOut": 0.02,
    "GiveNotice": 0.02,
    "AskCapital": 0.2,
    "SendNote": 0.2,
    "Return": 0.2,
    "RaisePoint": 0.3,
    "CedeChair": 0.3,
    "OfferDeal": 3.0,
}
_VOTES = {"yes": 8.0, "no": 0.8, "abstain": 0.6, "not_participating": 0.6, "pass": 1.0}


def _by_kind(acts: tuple[a.Action, ...], dice: random.Random) -> a.Action:
    """Draw a kind, then an act of it; votes lean to yes, or nothing would ever be adopted."""
    kinds = sorted({type(x).__name__ for x in acts})
    kind = dice.choices(kinds, [_WEIGHTS.get(k, 1.0) for k in kinds])[0]
    forms = [x for x in acts if type(x).__name__ == kind]
    weights = [_VOTES[x.vote] if isinstance(x, a.CastBallot) else 1.0 for x in forms]
    return dice.choices(forms, weights)[0]


def refold(start: State, events: tuple[Event, ...]) -> State:
    """The state that events alone lead to."""
    return fold_all(start, events)
