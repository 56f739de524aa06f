"""Acts of order: points of order, the President's ruling, the challenge to it; and coming and going."""

from __future__ import annotations

from collections.abc import Iterable

from game.plain import clean
from game.rules.bodies import Nature
from game.rules.credentials import refuse_credentials_challenge
from game.rules.floor import refuse_challenge, refuse_point_of_order
from game.rules.matters import (
    matter_of_clause,
    matter_of_motion,
    nature_of_text,
    refuse_preliminary,
    refuse_preliminary_on,
)
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.acts import points
from game.session.acts.chair import cede
from game.session.acts.law import CONFERRING, TABLE, Law, Who, unknown
from game.session.acts.yielding import resume
from game.session.consequences import let, take_measure
from game.session.minutes import Minutes
from game.session.putting import led, put, settle
from game.session.sequence import order_of_amendments
from game.session.stages import Trigger
from game.session.state import Phase, State
from game.session.table import present, presiding
from game.session.texts import operative
from game.world.outside import Effect

SUBJECTS = ("nature", "relevance", "credentials", "order", "amendments", "method", *points.SUBJECTS)
LEAVING_COSTS = 3.0
"""Standing lost by walking out."""
_CONTESTABLE = ("invitation", "motion", "draft")


# -- points of order -------------------------------------------------------------------------------
def _point_refusal(s: State, act: a.RaisePoint) -> Refusal | None:
    meeting = s.chamber.meeting
    if act.subject not in SUBJECTS or meeting is None:
        return unknown(f"point of order on {act.subject}", SUBJECTS)
    if act.subject not in points.SUBJECTS and s.house.doing("point") is None:
        return Refusal("MU2", "This house knows no points of order.")
    if act.subject != "credentials" and f"{act.subject}:{act.target}" in meeting.settled:
        return Refusal("CB4", "That point has been settled in this meeting.")
    about = act.subject in ("nature", "method")
    voting = s.chamber.phase is Phase.BALLOT
    if about and not voting and s.chamber.conduct.contest is None:
        return Refusal("CB11", "That point is about a vote, and no vote is being taken.")
    refused = refuse_point_of_order(voting=voting, about_the_voting=about)
    return refused or _TARGETS[act.subject](s, act)


def _nature_target(s: State, act: a.RaisePoint) -> Refusal | None:
    if s.house.doing("preliminary") is None:
        return Refusal("MU1", "This house does not contest the nature of a question.")
    ballot, contest = s.chamber.ballot, s.chamber.conduct.contest
    if ballot is None and contest is not None:
        if contest.subject != act.target or act.seat not in contest.seats:
            return Refusal("P6", "Only a permanent member that voted no contests what was carried.")
        return _settled_nature(s, "invitation", contest.subject)
    if ballot is None or ballot.kind not in _CONTESTABLE or ballot.subject != act.target:
        return unknown(f"question {act.target} whose nature is in doubt")
    if ballot.nature != "procedural" or ballot.subject in ("suspend", "adjourn"):
        return Refusal(
            "M3", "That question is not being treated as one of procedure, or is one beyond doubt."
        )
    return _settled_nature(s, ballot.kind, ballot.draft if ballot.kind == "draft" else ballot.subject)


def _settled_nature(s: State, kind: str, subject: str) -> Refusal | None:
    """Say why practice leaves no doubt any more that a question is one of procedure (M1, P5)."""
    year = int(s.chamber.date[:4])
    if kind == "invitation":
        return refuse_preliminary("invitation", year=year)
    if kind == "motion":
        matter = matter_of_motion(subject)
        return refuse_preliminary(matter, year=year) if matter else None
    clauses = operative(s.scenario, s.chamber.drafts[subject].clauses)
    kinds = [s.scenario.clause[c.kind] for c in clauses]
    matters = [matter_of_clause(k.character, k.basis) for k in kinds]
    if nature_of_text(matters) != Nature.PROCEDURAL:
        return None
    return refuse_preliminary_on(matters, year=year)


def _relevance_target(s: State, act: a.RaisePoint) -> Refusal | None:
    return None if act.target in s.chamber.amendments else unknown(f"amendment {act.target}")


def _credentials_target(s: State, act: a.RaisePoint) -> Refusal | None:
    meeting = s.chamber.meeting
    decided = meeting is not None and f"credentials:{act.target}" in meeting.settled
    if refused := refuse_credentials_challenge(act.seat, act.target, s.chamber.members, decided=decided):
        return refused
    if act.target not in s.scenario.sealed.contested or act.target not in present(s.chamber):
        return Refusal("RC4", "Nobody contests the credentials of that representative.")
    if act.target == act.seat:
        return Refusal("RC4", "A delegation does not contest its own credentials.")
    return None


def _order_target(s: State, act: a.RaisePoint) -> Refusal | None:
    meeting = s.chamber.meeting
    if meeting is None or s.chamber.phase is not Phase.DEBATE or meeting.queue[:1] != (act.target,):
        return Refusal("CB3", "That delegation does not have the floor.")
    if act.target == act.seat:
        return Refusal("CB3", "A delegation does not call itself to order.")
    return None


def _amendments_target(s: State, act: a.RaisePoint) -> Refusal | None:
    change = s.chamber.amendments.get(act.target)
    if change is None:
        return unknown(f"amendment {act.target}", s.chamber.amendments)
    if order_of_amendments(s, change.draft)[:1] == (act.target,):
        return Refusal("CB10", "That amendment is put first as it is.")
    return None


def _method_target(s: State, act: a.RaisePoint) -> Refusal | None:
    """A double veto may itself be called out of order, before the vote it was cast for begins (P3)."""
    ballot, meeting = s.chamber.ballot, s.chamber.meeting
    settled = meeting.settled if meeting is not None else frozenset[str]()
    if ballot is None or ballot.subject != act.target or f"nature:{act.target}" not in settled:
        return Refusal("P3", "No preliminary question has just been answered on that.")
    if s.preliminary != "san_francisco" or ballot.nature != "substantive" or ballot.votes:
        return Refusal("P3", "That question was not made one of substance by a permanent member's no alone.")
    return None


_TARGETS = {
    **points.TARGETS,
    "method": _method_target,
    "amendments": _amendments_target,
    "nature": _nature_target,
    "relevance": _relevance_target,
    "credentials": _credentials_target,
    "order": _order_target,
}


def _point_offers(s: State, seat: str) -> Iterable[a.RaisePoint]:
    if s.chamber.ballot is not None:
        yield a.RaisePoint(seat, "nature", s.chamber.ballot.subject)
        yield a.RaisePoint(seat, "method", s.chamber.ballot.subject)
        return
    if s.chamber.conduct.contest is not None:
        yield a.RaisePoint(seat, "nature", s.chamber.conduct.contest.subject)
    yield from (a.RaisePoint(seat, "relevance", x) for x in s.chamber.amendments)
    yield from (a.RaisePoint(seat, "amendments", x) for x in s.chamber.amendments)
    yield from (a.RaisePoint(seat, "credentials", x) for x in s.scenario.sealed.contested)
    if s.chamber.meeting is not None:
        yield from (a.RaisePoint(seat, "order", x) for x in s.chamber.meeting.queue[:1])
    yield from points.offers(s, seat)


def _point(m: Minutes, act: a.RaisePoint) -> None:
    if act.subject == "nature" and m.state.preliminary == "san_francisco":
        put(m, "preliminary", act.target, "procedural", mover=act.seat)
        return
    to = led(m.phase, Trigger.RAISE_POINT)
    m.note(e.PointRaised(act.seat, act.subject, act.target, to))


def _rule(m: Minutes, act: a.Rule) -> None:
    m.note(e.RulingStated(act.seat, act.uphold, led(m.phase, Trigger.RULE)))


def _preliminary_refusal(s: State, act: a.PutPreliminary) -> Refusal | None:
    point = s.chamber.point
    if point is None or point.subject != "nature":
        return Refusal("P2", "Only whether a matter is procedural is a preliminary question.")
    return None


def _preliminary(m: Minutes, act: a.PutPreliminary) -> None:
    point = m.state.chamber.point
    if point is not None:
        m.note(e.NatureReferred(act.seat))
        put(m, "preliminary", point.target, "procedural", mover=point.seat)


def _challenge_refusal(s: State, act: a.Challenge) -> Refusal | None:
    if s.house.doing("appeal") is None:
        return Refusal("MU11", "In this house a ruling of the President is final.")
    return refuse_challenge(ruling_just_given=s.chamber.point is not None)


def _challenge(m: Minutes, act: a.Challenge) -> None:
    point = m.state.chamber.point
    m.note(e.RulingChallenged(act.seat))
    put(m, "challenge", point.subject if point else "", "procedural", mover=act.seat)


def _accept(m: Minutes, act: a.AcceptRuling) -> None:
    point = m.state.chamber.point
    stand_or_fall(m, upheld=bool(point and point.upheld))


def stand_or_fall(m: Minutes, *, upheld: bool) -> None:
    """Settle the point, and let the chair pass if its holder has just been ruled out."""
    settle(m, upheld=upheld)
    keep_a_president(m)


def keep_a_president(m: Minutes) -> None:
    """Let the chair pass when its holder is no longer at the table (PR6)."""
    meeting = m.state.chamber.meeting
    if meeting is not None and meeting.open and meeting.president not in present(m.state.chamber):
        cede(m, meeting.president)


# -- coming and going ------------------------------------------------------------------------------
def _leave_refusal(s: State, act: a.WalkOut) -> Refusal | None:
    if len(present(s.chamber)) <= 1:
        return Refusal("V1", "The last member at the table cannot leave: there would be no meeting.")
    return None


def _leave(m: Minutes, act: a.WalkOut) -> None:
    held = presiding(m.state) == act.seat
    m.note(e.SeatLeft(act.seat, clean(act.words, limit=200).strip()))
    let(m, (Effect(seat=act.seat, standing=-LEAVING_COSTS),), f"seat:{act.seat}")
    if held and m.state.chamber.meeting is not None and m.state.chamber.meeting.open:
        cede(m, act.seat)
    resume(m)
    take_measure(m)


def _return_refusal(s: State, act: a.Return) -> Refusal | None:
    if act.seat not in s.chamber.absent:
        return Refusal("V7", "This delegation is in its seat.")
    return None


def _return(m: Minutes, act: a.Return) -> None:
    m.note(e.SeatReturned(act.seat))
    for absence in m.state.scenario.sealed.absences:
        if absence.seat == act.seat and _early(m.state, absence.until):
            let(m, absence.early, f"seat:{act.seat}")
    take_measure(m)


def _early(s: State, until: str) -> bool:
    stages = [x.id for x in s.scenario.sealed.stages]
    return until in stages and s.chamber.stage < stages.index(until)


LAWS = (
    Law(
        a.RaisePoint,
        TABLE | {Phase.BALLOT},
        Who.PRESENT,
        "CB3",
        "Points of order are raised during a meeting, one at a time.",
        _point_offers,
        _point,
        _point_refusal,
    ),
    Law(
        a.Rule,
        frozenset({Phase.RULING}),
        Who.PRESIDENT,
        "CB3",
        "No point of order awaits a ruling.",
        lambda s, seat: (a.Rule(seat, True), a.Rule(seat, False)),
        _rule,
        ends=True,
    ),
    Law(
        a.PutPreliminary,
        frozenset({Phase.RULING}),
        Who.PRESIDENT,
        "P4",
        "No point of order on the nature of a question awaits a ruling.",
        lambda s, seat: (a.PutPreliminary(seat),),
        _preliminary,
        _preliminary_refusal,
        ends=True,
    ),
    Law(
        a.Challenge,
        frozenset({Phase.RULED}),
        Who.PRESENT,
        "CB4",
        "There is no ruling to challenge; a challenge follows the ruling at once.",
        lambda s, seat: (a.Challenge(seat),),
        _challenge,
        _challenge_refusal,
        ends=True,
    ),
    Law(
        a.AcceptRuling,
        frozenset({Phase.RULED}),
        Who.TURN,
        "CB4",
        "There is no ruling to accept.",
        lambda s, seat: (a.AcceptRuling(seat),),
        _accept,
        ends=True,
    ),
    Law(
        a.WalkOut,
        TABLE | CONFERRING,
        Who.PRESENT,
        "V7",
        "A delegation may leave in debate or between meetings; in a vote it may refuse to take part.",
        lambda s, seat: (a.WalkOut(seat),),
        _leave,
        _leave_refusal,
        ends=True,
    ),
    Law(
        a.Return,
        frozenset({Phase.RECESS}),
        Who.TURN,
        "V7",
        "A delegation takes its seat again between meetings, in its turn.",
        lambda s, seat: (a.Return(seat),),
        _return,
        _return_refusal,
        ends=True,
    ),
)
