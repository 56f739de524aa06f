"""Voting: one ballot a member, in the order of the roll call."""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.acts.conduct_statements import silence
from game.session.acts.floor import remark
from game.session.acts.law import Law, Who, unknown
from game.session.acts.order import keep_a_president
from game.session.consequences import settle_votes
from game.session.minutes import Minutes
from game.session.putting import consent, declare
from game.session.state import Phase, State
from game.session.table import heard_by

VOTES = ("yes", "no", "abstain", "not_participating")
CONSENT = ("yes", "no")
SILENT = ("consent", "statement")
"""Kinds of questions that ask only whether anybody objects."""


def _cast_refusal(s: State, act: a.CastBallot) -> Refusal | None:
    ballot = s.chamber.ballot
    known = CONSENT if ballot is not None and ballot.kind in SILENT else VOTES
    if act.vote in known:
        return None
    if known is CONSENT:
        return Refusal(
            "EV4" if ballot is not None and ballot.kind == "statement" else "EV3", "The question is only whether anybody objects: yes is silence, no is an objection."
        )
    return unknown(f"vote called {act.vote}", VOTES)


def _cast_offers(s: State, seat: str) -> Iterable[a.CastBallot]:
    ballot = s.chamber.ballot
    known = CONSENT if ballot is not None and ballot.kind in SILENT else VOTES
    return (a.CastBallot(seat, vote) for vote in known)


def _cast(m: Minutes, act: a.CastBallot) -> None:
    reason, hearing = remark(act.words), heard_by(m.state.chamber)
    m.note(e.BallotCast(act.seat, act.vote, "" if hearing else reason, act.after))
    ballot = m.state.chamber.ballot
    if ballot is None:
        return
    if hearing and reason:
        m.note(e.VoteExplained(act.seat, ballot.draft, reason, hearing))
    if ballot.kind in SILENT:
        if act.vote == "no" or len(ballot.votes) == len(ballot.voters):
            (consent if ballot.kind == "consent" else silence)(m, ballot)
        return
    if ballot.kind == "draft":
        settle_votes(m, act.seat, ballot.draft, act.vote)
    if len(ballot.votes) == len(ballot.voters):
        declare(m)
        keep_a_president(m)


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
