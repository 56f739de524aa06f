"""Folds of the vote: the question put, ballots, results, resolutions and texts that failed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from game.rules.bodies import BODIES
from game.session import events as e
from game.session.conduct import Conduct, Contest, Declared
from game.session.fold.plenary import keeping
from game.session.state import Ballot, Chamber, Draft, Phase, State
from game.session.usage import Usage, after_question

NARROW = 2
"""Votes that may be missing from a draft for its vote to be close (MU4)."""


def question_put(s: State, x: e.QuestionPut) -> State:
    """Begin a roll call; a vote under way waits for the challenge of a ruling about it."""
    c = s.chamber
    interrupting = x.kind in ("challenge", "preliminary") and c.ballot is not None
    back = c.phase if c.phase is not Phase.BALLOT or c.ballot is None else c.ballot.back
    ballot = Ballot(
        kind=x.kind,
        subject=x.subject,
        nature=x.nature,
        voters=x.voters,
        back=Phase.BALLOT if interrupting and c.phase is Phase.BALLOT else back,
        draft=x.draft,
        place=x.place,
        mover=x.mover,
        named=x.named,
    )
    drafts = c.drafts
    if x.draft in drafts and _is_vote_on_it(s, x) and not drafts[x.draft].voted:
        drafts = {**drafts, x.draft: replace(drafts[x.draft], voted=True)}
    meeting, usage = c.meeting, c.usage
    if meeting is not None and x.kind in ("motion", "invitation", "consent", "unopposed"):
        left = tuple(m for m in meeting.motions if m.motion != x.subject)
        hand = next((m for m in meeting.motions if m.motion == x.subject), None)
        if hand is not None and (hand.says_more or x.kind == "unopposed"):
            usage = replace(usage, in_hand=hand)
        meeting = replace(meeting, motions=left, tried=meeting.tried | {f"{x.kind}:{x.subject}"})
    return replace(
        s,
        chamber=replace(
            c,
            phase=Phase(x.phase),
            ballot=ballot,
            interrupted=c.ballot if interrupting else c.interrupted,
            drafts=drafts,
            meeting=meeting,
            conduct=_begun(c.conduct, x.kind),
            usage=usage,
        ),
    )


def _is_vote_on_it(s: State, x: e.QuestionPut) -> bool:
    """Whether with this question the voting on a draft has begun (CB8); not with a motion about it, nor with
    an amendment in a house that votes each as it comes."""
    if x.kind in ("consent", "motion", "unopposed", "second_degree"):
        return False
    return x.kind != "amendment" or not s.house.amendments_at_once


def _begun(conduct: Conduct, kind: str) -> Conduct:
    """With a new question the last one is closed: nobody explains or contests it any more."""
    if kind in ("challenge", "preliminary") or (conduct.declared is None and conduct.contest is None):
        return conduct
    return replace(conduct, declared=None, contest=None)


def ballot_cast(s: State, x: e.BallotCast) -> State:
    """Let a vote fall."""
    b = s.chamber.ballot
    if b is None:
        raise LookupError("no question is put")
    votes = {**b.votes, x.seat: x.vote}
    reasons = {**b.reasons, x.seat: x.reason} if x.reason else b.reasons
    chamber = replace(s.chamber, ballot=replace(b, votes=votes, reasons=reasons))
    if x.rights:
        chamber = replace(chamber, usage=replace(chamber.usage, rights=(*chamber.usage.rights, x.seat)))
    return replace(s, chamber=chamber)


def result_declared(s: State, x: e.ResultDeclared) -> State:
    """Close the roll call and keep who voted how on each kind of clause and each stored draft."""
    c = s.chamber
    b = c.ballot
    waiting = c.interrupted if x.kind == "preliminary" else None
    chamber = replace(c, phase=Phase(x.phase), ballot=waiting, last_result=x.reason, usage=_usage_after(s, x))
    if x.kind == "preliminary":
        chamber = replace(chamber, interrupted=None)
    elif b is not None and x.kind == "part":
        d = c.drafts[b.draft]
        left = replace(d, divided=tuple(p for p in d.divided if p != b.place))
        chamber = replace(chamber, drafts={**c.drafts, d.symbol: left})
    elif b is not None and x.kind == "draft":
        votes = {**b.votes, **dict.fromkeys(x.voided, "abstain")} if x.voided else b.votes
        chamber = replace(
            chamber,
            subjects={**c.subjects, **_subjects(c.drafts[b.draft], votes)},
            conduct=replace(c.conduct, declared=Declared(b.draft, b.votes), explained=frozenset()),
        )
    elif b is not None and x.kind == "invitation":
        chamber = replace(chamber, conduct=replace(c.conduct, contest=_contest(s, b, x.verdict)))
    return replace(s, chamber=chamber)


def _usage_after(s: State, x: e.ResultDeclared) -> Usage:
    """Return what stands of the house's usage after a result: nobody is bound by having passed any more, and
    a draft lost by a narrow vote may be counted again where the house knows recounts."""
    usage = after_question(s.chamber.usage)
    if x.kind != "draft" or s.house.doing("recount") is None:
        return usage
    narrow = (
        x.verdict.startswith("rejected") and x.needed - x.yes <= NARROW and x.subject not in usage.recounts
    )
    return replace(usage, close=x.subject if narrow else "")


def _contest(s: State, b: Ballot, verdict: str) -> Contest | None:
    """Return who may contest the nature of an invitation just carried: permanent members who voted no."""
    permanent = BODIES[s.scenario.open.body].permanent
    noes = tuple(x for x, vote in b.votes.items() if vote == "no" and x in permanent)
    carried = verdict == "adopted" and b.nature == "procedural"
    return Contest(b.subject, noes) if carried and noes else None


def _subjects(draft: Draft, votes: dict[str, str]) -> dict[str, dict[str, str]]:
    told = {clause.kind: votes for clause in draft.clauses}
    if draft.stored:
        told[draft.stored] = votes
    return told


def resolution_adopted(s: State, x: e.ResolutionAdopted) -> State:
    """Let a draft stand as a resolution."""
    c = s.chamber
    d = replace(c.drafts[x.draft], status="adopted", resolution=x.number, weight=x.weight)
    return replace(
        s,
        chamber=_without_amendments(
            replace(
                c,
                drafts={**c.drafts, x.draft: d},
                resolutions=(*c.resolutions, x.draft),
                resolution=x.number,
                adopted=c.adopted | {clause.kind for clause in d.clauses},
                passed=c.passed | {d.stored} if d.stored else c.passed,
                plenary=keeping(c, d) if x.report else c.plenary,
            ),
            x.draft,
        ),
    )


def draft_failed(s: State, x: e.DraftFailed) -> State:
    """Let a draft be lost."""
    c = s.chamber
    d = replace(c.drafts[x.draft], status="vetoed" if x.vetoed else "failed")
    lost = {clause.kind for clause in d.clauses} | ({d.stored} if d.stored else set())
    chamber = replace(
        c,
        drafts={**c.drafts, x.draft: d},
        failed=c.failed | lost,
        vetoed=c.vetoed | lost if x.vetoed else c.vetoed,
        plenary=keeping(c, d) if x.vetoed or x.blocked else c.plenary,
        ballot=None,
    )
    return replace(s, chamber=_without_amendments(chamber, x.draft))


def _without_amendments(c: Chamber, draft: str) -> Chamber:
    if not c.amendments:
        return c
    return replace(c, amendments={k: a for k, a in c.amendments.items() if a.draft != draft})


def consent_broken(s: State, x: e.ConsentBroken) -> State:
    """Drop the request for consent; the vote follows."""
    c = s.chamber
    return replace(s, chamber=replace(c, ballot=None, phase=c.ballot.back if c.ballot else c.phase))


def ruling_challenged(s: State, x: e.RulingChallenged) -> State:
    """Nothing yet: the question of the challenge is put by the next event."""
    return s


FOLDS: dict[type[e.Event], Callable[[State, Any], State]] = {
    e.QuestionPut: question_put,
    e.BallotCast: ballot_cast,
    e.ResultDeclared: result_declared,
    e.ResolutionAdopted: resolution_adopted,
    e.DraftFailed: draft_failed,
    e.ConsentBroken: consent_broken,
    e.RulingChallenged: ruling_challenged,
}
