"""What a sitting declares, held against the pseudocode of the specification, written anew beside the law.

`need = 9 if era15 else 7; yes < need -> rejected_insufficient; procedural -> adopted; p5_no -> vetoed; else
adopted`; a challenge and a preliminary question by CB5 and P3.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.session import actions as a
from game.session import events as e
from game.session.state import Ballot
from tests.session.council import PERMANENT
from tests.session.dice import at_random

NEED = 7
"""The hand-made crisis has the Council of eleven."""
UNCOUNTED = ("consent", "statement", "unopposed", "assembly")


def declared(seed: int, regime: str) -> Iterator[tuple[Ballot, dict[str, str], e.ResultDeclared]]:
    """Each question counted in a sitting at random: how it was put, the votes, what was declared."""
    for state, act, decision in at_random(seed, preliminary=regime):
        ballot = state.chamber.ballot
        if ballot is None or not isinstance(act, a.CastBallot):
            continue
        for result in decision.events:
            if isinstance(result, e.ResultDeclared) and result.kind not in UNCOUNTED:
                yield ballot, {**ballot.votes, act.seat: act.vote}, result


def expected(ballot: Ballot, votes: dict[str, str], regime: str) -> str:
    """The verdict by the pseudocode."""
    enough = sum(vote == "yes" for vote in votes.values()) >= NEED
    stopped = any(votes.get(seat) == "no" for seat in PERMANENT)
    if ballot.kind == "challenge":
        return "ruling_overruled" if enough else "ruling_stands"
    if ballot.kind == "preliminary":
        free = regime == "rule_30" or not stopped
        return "deemed_procedural" if enough and free else "deemed_substantive"
    if not enough:
        return "rejected_insufficient"
    return "vetoed" if stopped and ballot.nature == "substantive" else "adopted"


@pytest.mark.parametrize("regime", ["rule_30", "san_francisco"])
@given(seed=st.integers(0, 10**6))
@settings(max_examples=8, deadline=None)
def test_v2_v3_v5_p3_cb5_every_result_is_that_of_the_specification(regime: str, seed: int) -> None:
    for ballot, votes, result in declared(seed, regime):
        assert result.verdict == expected(ballot, votes, regime), (ballot, votes)
        against = {seat for seat in PERMANENT if votes.get(seat) == "no"}
        assert set(result.vetoed_by) == (against if result.verdict == "vetoed" else set())
        cast = (result.yes, result.no, result.abstain, result.absent, result.not_participating)
        assert sum(cast) == 11, "whoever is not there is counted absent (V7)"
