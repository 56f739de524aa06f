"""Voting: one ballot a member, in the order of the roll call."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.acts.casting import refuse_pass, refuse_vote
from game.session.acts.conduct_statements import silence
from game.session.acts.floor import remark
from game.session.acts.law import Law, Who, unknown
from game.session.acts.order import keep_a_president
from game.session.acts.usage import explain_rights, unopposed
from game.session.consequences import settle_votes
from game.session.minutes import Minutes
from game.session.putting import consent, declare
from game.session.state import Ballot, Phase, State
from game.session.table import heard_by

VOTES = ("yes", "no", "abstain", "not_participating")
PASS = "pass"
CONSENT = ("yes", "no")
SILENT: dict[str, Callable[[Minutes, Ballot], None]] = {
    "consent": consent,
    "statement": silence,
    "unopposed": unopposed,
}
"""Kinds of questions that ask only whether anybody objects, and what follows."""
_OBJECTION = {"statement": "EV4", "unopposed": "MU4"}


def _cast_refusal(s: State, act: a.CastBallot) -> Refusal | None:
    ballot = s.chamber.ballot
    if ballot is None:
        return unknown("question", ())
    if ballot.kind in SILENT:
        if act.vote in CONSENT and not act.rights:
            return None
        what = "The question is only whether anybody objects: yes is silence, no is an objection."
        return Refusal(_OBJECTION.get(ballot.kind, "EV3"), what)
    if act.vote == PASS:
        return refuse_pass(s, act, ballot)
    return refuse_vote(s, act, ballot) if act.vote in VOTES else unknown(f"vote called {act.vote}", VOTES)


def _cast_offers(s: State, seat: str) -> Iterable[a.CastBallot]:
    ballot = s.chamber.ballot
    if ballot is not None and ballot.kind in SILENT:
        return [a.CastBallot(seat, vote) for vote in CONSENT]
    cast = [a.CastBallot(seat, vote) for vote in VOTES]
    if s.house.passing:
        cast.append(a.CastBallot(seat, PASS))
    if s.house.rights:
        cast += [a.CastBallot(seat, vote, rights=True) for vote in CONSENT]
    return cast


def _cast(m: Minutes, act: a.CastBallot) -> None:
    if act.vote == PASS:
        m.note(e.VotePassed(act.seat))
        return
    reason, hearing = remark(act.words), heard_by(m.state.chamber)
    m.note(e.BallotCast(act.seat, act.vote, "" if hearing else reason, act.after, act.rights))
    ballot = m.state.chamber.ballot
    if ballot is None:
        return
    if hearing and reason:
        m.note(e.VoteExplained(act.seat, ballot.draft, reason, hearing))
    if ballot.kind in SILENT:
        if act.vote == "no" or len(ballot.votes) == len(ballot.voters):
            SILENT[ballot.kind](m, ballot)
        return
    if ballot.kind in ("draft", "directive"):
        settle_votes(m, act.seat, ballot.draft, act.vote)
    if len(ballot.votes) == len(ballot.voters):
        declare(m)
        keep_a_president(m)
        explain_rights(m)


LAWS = (
    Law(
        a.CastBallot,
        frozenset({Phase.BALLOT}),
        Who.TURN,
        "V13",
        "No question is put to the vote.",
        _cast_offers,
        _cast,
        _cast_refusal,
        ends=True,
    ),
)
