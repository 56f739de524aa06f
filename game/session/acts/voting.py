"""Voting: one ballot a member, in the order of the roll call."""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.acts.floor import remark
from game.session.acts.law import Law, Who, unknown
from game.session.acts.order import keep_a_president
from game.session.consequences import settle_votes
from game.session.minutes import Minutes
from game.session.putting import adopt, declare, led, put_draft, resolution_number
from game.session.stages import Trigger
from game.session.state import Ballot, Phase, State

VOTES = ("yes", "no", "abstain", "not_participating")
CONSENT = ("yes", "no")


def _cast_refusal(s: State, act: a.CastBallot) -> Refusal | None:
    ballot = s.chamber.ballot
    known = CONSENT if ballot is not None and ballot.kind == "consent" else VOTES
    if act.vote in known:
        return None
    if known is CONSENT:
        return Refusal(
            "EV3", "The question is only whether anybody objects: yes is silence, no is an objection."
        )
    return unknown(f"vote called {act.vote}", VOTES)


def _cast_offers(s: State, seat: str) -> Iterable[a.CastBallot]:
    ballot = s.chamber.ballot
    known = CONSENT if ballot is not None and ballot.kind == "consent" else VOTES
    return (a.CastBallot(seat, vote) for vote in known)


def _cast(m: Minutes, act: a.CastBallot) -> None:
    reason = remark(act.words)
    m.note(e.BallotCast(act.seat, act.vote, reason, act.after))
    ballot = m.state.chamber.ballot
    if ballot is None:
        return
    if ballot.kind == "consent":
        _consent(m, ballot, act)
        return
    if ballot.kind == "draft":
        settle_votes(m, act.seat, ballot.draft, act.vote)
    if len(ballot.votes) == len(ballot.voters):
        declare(m)
        keep_a_president(m)


def _consent(m: Minutes, ballot: Ballot, act: a.CastBallot) -> None:
    """Adopt without a vote when nobody objects; go to the vote at the first objection (EV3)."""
    if act.vote == "no":
        m.note(e.ConsentBroken(act.seat, ballot.draft))
        put_draft(m, ballot.draft)
    elif len(ballot.votes) == len(ballot.voters):
        number = resolution_number(m.state, ballot.draft)
        m.note(
            e.ResultDeclared(
                verdict="adopted",
                kind="consent",
                subject=ballot.subject,
                yes=0,
                no=0,
                abstain=0,
                absent=0,
                not_participating=0,
                needed=0,
                rule="EV3",
                reason="The President heard no objection; no vote was taken.",
                formula=f"There being no objection, the draft resolution is adopted as resolution {number}"
                f" ({m.state.chamber.date[:4]}) without a vote.",
                phase=led(m.phase, Trigger.DECLARE, ballot.back),
            )
        )
        adopt(m, ballot.draft)


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
