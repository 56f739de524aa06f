"""Persons for the tests of a sitting: whoever is awaited draws its act from the seed and the hour alone.

So the same sitting played straight, or taken up from its save at any point, meets the same acts.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from game.packs import load
from game.rules.refusals import Refusal
from game.session.scenario import Scenario
from game.sitting import Sitting
from tests.session.council import OF_1950, SCENARIO
from tests.session.dice import drawn

ROOT = Path(__file__).parents[2]
PACKS = {"tiny": ROOT / "tests" / "data" / "packs" / "tiny", "korea-1950": ROOT / "crises" / "korea-1950"}
EVERYBODY = dict.fromkeys(OF_1950, "person")


def crisis(name: str) -> Scenario:
    """A crisis by name: the hand-made one, or a pack."""
    return SCENARIO if name == "middle" else load(PACKS[name])


def one_act(sitting: Sitting) -> None:
    """Let one act be taken, by a person if one is awaited."""
    if not sitting.awaits:
        assert sitting.step()
        return
    dice = random.Random(f"{sitting.state.seed}/{len(sitting.record)}")
    done = sitting.submit(drawn(sitting.state, dice))
    assert not isinstance(done, Refusal), done


def play_out(sitting: Sitting, most: int = 100_000) -> Sitting:
    """Play to the ending, or so many acts."""
    for _ in range(most):
        if sitting.finished:
            break
        one_act(sitting)
    return sitting


def main(folder: str, name: str, seed: str) -> None:
    """Play a sitting of persons, telling of every act that is saved: how many events, whether in a vote."""
    sitting = Sitting.begin(crisis(name), EVERYBODY, seed=int(seed), folder=Path(folder))
    while not sitting.finished:
        one_act(sitting)
        ballot = sitting.state.chamber.ballot
        print(len(sitting.record), "vote" if ballot and len(ballot.votes) > 2 else "-", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
