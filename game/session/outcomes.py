"""What a completed roll call means: the law asked by the body, the house and the duties of parties.

It reads the state and changes nothing; what follows from a result is `putting`'s.
"""

from __future__ import annotations

from game.rules import ballots
from game.rules.bodies import Nature, Vote
from game.rules.results import Result
from game.session import bars, covenant
from game.session.duties import bound_to_abstain
from game.session.state import Ballot, State
from game.session.table import body

_QUESTIONS = {"challenge": ballots.Question.CHALLENGE, "preliminary": ballots.Question.PRELIMINARY}
_VOTES = {vote.value: vote for vote in Vote}


def result_of(state: State, ballot: Ballot) -> Result:
    """Return what a completed roll call means in law."""
    question = _QUESTIONS.get(ballot.kind) or ballots.Question.of(Nature(ballot.nature))
    votes = {seat: _VOTES[vote] for seat, vote in ballot.votes.items()}
    for seat in state.chamber.members:
        votes.setdefault(seat, Vote.ABSENT)
    house, chamber = state.house, state.chamber
    own = bars.relative(house, ballot, chamber, body(state), votes, state.scenario.names)
    if own is not None:
        return own
    if covenant.governs(state.scenario):
        return covenant.result(state, ballot, votes)
    bound = bound_to_abstain(state.scenario.clause, state.chamber, ballot)
    return ballots.decide(
        bars.body_for(house, ballot, chamber, body(state)),
        question,
        votes,
        names=state.scenario.names,
        parties=bound,
        enforce_abstention=bool(bound),
        regime=state.preliminary,
    )


def resolution_number(state: State, symbol: str) -> int:
    """Return the number a draft would get: history's for a stored draft if it is still free, else the next;
    0 before the League, which gave none."""
    if covenant.governs(state.scenario):
        return 0
    last = state.chamber.resolution
    stored = state.chamber.drafts[symbol].stored
    roll = state.scenario.draft[stored].roll if stored else None
    return roll.resolution if roll is not None and roll.resolution > last else last + 1
