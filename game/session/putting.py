"""Putting questions to the vote and declaring results: the President's part that leaves no choice.

The order is the law's: motions by rule 33, drafts by submission, amendments before parts, parts before the
whole.
"""

from __future__ import annotations

from collections.abc import Callable

from game.rules import ballots
from game.rules.consent import without_a_vote
from game.rules.covenant_texts import share
from game.rules.house import PAPERS, Veto, in_order
from game.rules.majorities import share_of
from game.rules.results import Result, Verdict
from game.rules.texts import refuse_whole
from game.session import covenant
from game.session import events as e
from game.session.assembly import referred
from game.session.calling import begin, call_attendance, debate_amendment
from game.session.consequences import on_adoption, on_failure, settle_votes
from game.session.minutes import Minutes
from game.session.outcomes import resolution_number, result_of
from game.session.sequence import order_of_amendments
from game.session.stages import Trigger, after
from game.session.state import Amendment, Ballot, PendingMotion, Phase, Point, State
from game.session.table import present
from game.session.texts import amended, nature, operative
from game.session.usage import named

_CALLED = {
    "draft": "draft resolution",
    "consent": "draft resolution",
    "amendment": "amendment",
    "part": "part",
    "agenda": "provisional agenda",
    "invitation": "invitation",
    "motion": "motion",
    "assembly": "draft resolution",
}


def led(phase: Phase, trigger: Trigger, back: Phase | None = None) -> Phase:
    """Return where a trigger leads; LookupError when the table does not allow it."""
    to = after(phase, trigger, back)
    if to is None:
        raise LookupError(f"{trigger.value} is not in order in {phase.value}")
    return to


def put(
    m: Minutes,
    kind: str,
    subject: str,
    nature_: str,
    *,
    draft: str = "",
    place: int = -1,
    mover: str = "",
    named: str = "",
) -> None:
    """Put one question; every member present votes, in the English alphabetical order (V13)."""
    c = m.state.chamber
    m.note(
        e.QuestionPut(
            kind=kind,
            subject=subject,
            nature=nature_,
            voters=present(c),
            phase=led(c.phase, Trigger.PUT),
            draft=draft,
            place=place,
            mover=mover,
            named=named,
        )
    )


def put_draft(m: Minutes, symbol: str) -> None:
    """Put the next question about a draft: an amendment, a part, or the whole (CB7, CB10, CB11)."""
    for change in order_of_amendments(m.state, symbol):
        a = m.state.chamber.amendments[change]
        unsigned = not signed(m.state, change, (a.seat,), m.state.house.amendment_signatories)
        if unsigned or amended(m.state.scenario, m.state.chamber.drafts[symbol].clauses, a) is None:
            m.note(e.AmendmentWithdrawn(change, ""))
            continue
        draft = m.state.chamber.drafts[symbol]
        if debate_amendment(m, change, a.seat, symbol):
            return
        put(m, "amendment", change, draft.nature, draft=symbol, mover=a.seat)
        return
    draft = m.state.chamber.drafts[symbol]
    mover = draft.sponsors[0] if draft.sponsors else ""
    if draft.divided:
        at = draft.divided[0]
        put(m, "part", f"{symbol}#{at + 1}", draft.nature, draft=symbol, place=at, mover=mover)
    elif draft.form in PAPERS:
        put(m, "directive", symbol, draft.nature, draft=symbol, mover=mover)
    elif refuse_whole(len(operative(m.state.scenario, draft.clauses))) is None:
        put(m, "draft", symbol, draft.nature, draft=symbol, mover=mover)
    else:
        m.note(e.DraftFailed(symbol, vetoed=False))
        on_failure(m, draft, ())


def signed(state: State, paper: str, sponsors: tuple[str, ...], share: float) -> bool:
    """Say whether a paper has the names a house asks for, as a share of the members (MU2, MU8)."""
    if not share:
        return True
    return named(state.chamber.usage, paper, sponsors) >= share_of(share, len(state.chamber.members))


def put_motions(m: Minutes) -> None:
    """At the end of a round take up the motions that wait, in the order of rule 33 or of the house; with none
    left, the President leads."""
    meeting = m.state.chamber.meeting
    if meeting is None or meeting.queue or m.phase is not Phase.DEBATE:
        return
    waiting = {x.motion: x for x in reversed(meeting.motions)}
    if not waiting:
        m.note(e.DebateExhausted(led(m.phase, Trigger.EXHAUST_DEBATE)))
        return
    TAKE_UP["motion"](m, waiting[in_order(m.state.house, waiting)[0]])


def declare(m: Minutes) -> None:
    """Declare the result of a completed roll call, with all that follows from it at once."""
    ballot = m.state.chamber.ballot
    if ballot is None:
        raise LookupError("no question is put")
    own = RESULTS.get(ballot.kind)
    result = own(m, ballot) if own is not None else result_of(m.state, ballot)
    if result.verdict is Verdict.VETOED and asked_aside(m, ballot, result):
        return
    announce(m, ballot, result)
    FOLLOWS[ballot.kind](m, ballot, result)


def asked_aside(m: Minutes, ballot: Ballot, result: Result) -> bool:
    """Ask those who would veto a draft whether they would rather abstain, once and where a house does so
    (MU9); returns whether they are asked now."""
    asked = ballot.draft in m.state.chamber.usage.asked_aside
    if m.state.house.veto is not Veto.ABSTAIN_TO_PASS or ballot.kind != "draft" or asked:
        return False
    return begin(m, "stand_aside", result.vetoed_by, subject=ballot.subject, draft=ballot.draft)


def consent(m: Minutes, ballot: Ballot) -> None:
    """Adopt a draft to which nobody objected, or put it to the vote at the first objection (EV3)."""
    objecting = [seat for seat, vote in ballot.votes.items() if vote == "no"]
    result = without_a_vote(objecting, names=m.state.scenario.names)
    if result.verdict is Verdict.ADOPTED:
        announce(m, ballot, result)
        for seat in ballot.voters:
            settle_votes(m, seat, ballot.draft, "yes")
        adopt(m, ballot.draft, report=covenant.reports(m.state, ballot.draft))
    else:
        m.note(e.ConsentBroken(objecting[0], ballot.draft))
        put_draft(m, ballot.draft)


def announce(m: Minutes, ballot: Ballot, result: Result) -> None:
    """Note what the President says of a result."""
    named = ""
    number = resolution_number(m.state, ballot.draft) if ballot.kind in ("draft", "consent") else 0
    if number:
        named = f"resolution {number} ({m.state.chamber.date[:4]})"
    tally = result.tally
    m.note(
        e.ResultDeclared(
            verdict=result.verdict.value,
            kind=ballot.kind,
            subject=ballot.subject,
            yes=tally.yes,
            no=tally.no,
            abstain=tally.abstain,
            absent=tally.absent,
            not_participating=tally.not_participating,
            needed=result.needed,
            rule=result.rule,
            reason=result.reason,
            formula=ballots.president_formula(result, _CALLED.get(ballot.kind, "proposal"), named),
            phase=led(m.phase, Trigger.DECLARE, ballot.back),
            vetoed_by=result.vetoed_by,
            voided=result.voided,
            blocked_by=_blockers(result),
            named=ballot.named,
        )
    )


def _blockers(result: Result) -> tuple[str, ...]:
    """Return whose noes alone kept a text from adoption: a lost majority blames nobody (L2)."""
    return result.blocked_by if result.verdict is Verdict.NOT_ADOPTED_NO_UNANIMITY else ()


def adopt(m: Minutes, symbol: str, weight: float = 1.0, *, report: bool = False) -> None:
    """Let a draft become a resolution and work in the world, a report of a majority with less weight (L5)."""
    m.note(e.ResolutionAdopted(resolution_number(m.state, symbol), symbol, weight, report))
    on_adoption(m, m.state.chamber.drafts[symbol])


def _draft(m: Minutes, ballot: Ballot, result: Result) -> None:
    if result.carried:
        adopt(m, ballot.draft, share(result), report=covenant.reports(m.state, ballot.draft))
        return
    draft = m.state.chamber.drafts[ballot.draft]
    m.note(e.DraftFailed(ballot.draft, result.verdict is Verdict.VETOED, _blockers(result)))
    on_failure(m, draft, result.vetoed_by, _blockers(result))


def revise(m: Minutes, symbol: str, change: Amendment) -> None:
    """Write an accepted or carried amendment into a draft."""
    clauses = amended(m.state.scenario, m.state.chamber.drafts[symbol].clauses, change)
    if clauses is not None:
        m.note(e.DraftRevised(symbol, clauses, change.symbol, nature(m.state.scenario, clauses)))


def _amendment(m: Minutes, ballot: Ballot, result: Result) -> None:
    change = m.state.chamber.amendments[ballot.subject]
    if result.carried:
        revise(m, ballot.draft, change)
    if change.symbol in m.state.chamber.amendments:
        m.note(e.AmendmentWithdrawn(change.symbol, ""))
    if m.state.house.amendments_at_once:
        put_motions(m)
    else:
        put_draft(m, ballot.draft)


def _part(m: Minutes, ballot: Ballot, result: Result) -> None:
    if not result.carried:
        clauses = m.state.chamber.drafts[ballot.draft].clauses
        kept = (*clauses[: ballot.place], *clauses[ballot.place + 1 :])
        m.note(e.DraftRevised(ballot.draft, kept, "", nature(m.state.scenario, kept)))
    put_draft(m, ballot.draft)


def adopt_agenda(m: Minutes, *, objected: bool) -> None:
    """Adopt the agenda, begin the debate, invite those nobody objects to (AG5, IN6)."""
    stage = m.state.stage
    m.note(e.AgendaAdopted(stage.item, led(m.phase, Trigger.ADOPT_AGENDA), objected))
    for party in stage.invited:
        if party not in m.state.chamber.invited:
            m.note(e.PartyInvited(party, m.state.scenario.party[party].admits))
    call_attendance(m)


def rise(m: Minutes, *, carried: bool = False) -> None:
    """Let the meeting rise; `carried` says that drafts not voted on stay before the Council (AG6).

    They do so too when another meeting at this stage is set down. A private meeting closes with its
    communiqué (PB4).
    """
    c = m.state.chamber
    if c.conduct.private and c.meeting is not None:
        decided = (d.symbol for d in c.drafts.values() if d.stage == c.stage_id and d.status == "adopted")
        m.note(e.CommuniqueIssued(c.meeting.number, c.date, m.state.stage.item, tuple(decided)))
    again = c.conduct.further
    kept = tuple(d.symbol for d in c.drafts.values() if d.status == "tabled") if carried or again else ()
    m.note(e.MeetingRose(led(c.phase, Trigger.MEET_AGAIN if again else Trigger.RISE), kept))


def _agenda(m: Minutes, ballot: Ballot, result: Result) -> None:
    if result.verdict is Verdict.ADOPTED:
        adopt_agenda(m, objected=True)
    else:
        rise(m)


def _invitation(m: Minutes, ballot: Ballot, result: Result) -> None:
    if result.verdict is Verdict.ADOPTED:
        m.note(e.PartyInvited(ballot.subject, m.state.scenario.party[ballot.subject].admits))
    put_motions(m)


def _motion(m: Minutes, ballot: Ballot, result: Result) -> None:
    if result.verdict is Verdict.ADOPTED:
        carry(m, ballot)
    put_motions(m)


def carry(m: Minutes, ballot: Ballot) -> None:
    """Let a motion do what its house says it does."""
    does = m.state.house.motion[ballot.subject].does
    CARRIED[does](m, ballot)


def _challenge(m: Minutes, ballot: Ballot, result: Result) -> None:
    point = m.state.chamber.point
    if point is not None:
        stands = result.verdict is not Verdict.RULING_OVERRULED
        settle(m, upheld=bool(point.upheld) is stands)


def _preliminary(m: Minutes, ballot: Ballot, result: Result) -> None:
    substantive = result.verdict is Verdict.DEEMED_SUBSTANTIVE
    point = m.state.chamber.point
    to = m.phase if point is None else led(m.phase, Trigger.SETTLE, point.back)
    m.note(e.RulingSettled("nature", ballot.subject, substantive, to))
    _annul(m, ballot.subject, substantive)


def _annul(m: Minutes, subject: str, substantive: bool) -> None:
    """Let an invitation fall that was carried as procedural and is now held to be one of substance (P6)."""
    contest = m.state.chamber.conduct.contest
    if substantive and contest is not None and contest.subject == subject:
        m.note(e.ResultAnnulled("invitation", subject))


def settle(m: Minutes, *, upheld: bool) -> None:
    """Settle the point of order under decision, with what follows if it is upheld (CB3 to CB5)."""
    point = m.state.chamber.point
    if point is None:
        raise LookupError("no point of order is under decision")
    m.note(e.RulingSettled(point.subject, point.target, upheld, led(m.phase, Trigger.SETTLE, point.back)))
    if point.subject in SETTLED:
        SETTLED[point.subject](m, point, upheld)
    if not upheld:
        return
    if point.subject == "nature":
        _annul(m, point.target, upheld)
    if point.subject == "relevance" and point.target in m.state.chamber.amendments:
        m.note(e.AmendmentWithdrawn(point.target, ""))
    elif point.subject == "order" and m.phase is Phase.DEBATE:
        m.note(e.FloorYielded(point.target))
    if point.subject in ("order", "credentials"):
        put_motions(m)


FOLLOWS: dict[str, Callable[[Minutes, Ballot, Result], None]] = {
    "draft": _draft,
    "amendment": _amendment,
    "part": _part,
    "agenda": _agenda,
    "invitation": _invitation,
    "motion": _motion,
    "challenge": _challenge,
    "preliminary": _preliminary,
}
"""What follows from the result of each kind of question; `acts` adds those of the rarer business."""

RESULTS: dict[str, Callable[[Minutes, Ballot], Result]] = {}
"""How the result is found where more votes fall than those of the roll call; filled by `acts`."""

TAKE_UP: dict[str, Callable[[Minutes, PendingMotion], None]] = {}
"""How a motion is taken up when its turn has come; filled by `acts`."""

SETTLED: dict[str, Callable[[Minutes, Point, bool], None]] = {}
"""What follows when points that only some houses know are settled; filled by `acts`."""

CARRIED: dict[str, Callable[[Minutes, Ballot], None]] = {
    "suspend": lambda m, ballot: m.note(e.MeetingSuspended(led(m.phase, Trigger.SUSPEND))),
    "ess": lambda m, ballot: m.note(e.AssemblyCalled()),
    "to_assembly": lambda m, ballot: m.note(e.AssemblyCalled(referred(m.state))),
    "remove_item": lambda m, ballot: m.note(e.ItemRemoved()),
    "priority": lambda m, ballot: m.note(e.PriorityDecided(ballot.draft)),
    **dict.fromkeys(("adjourn", "adjourn_to", "refer", "postpone"), lambda m, ballot: rise(m)),
}
"""What a motion does when it is carried, by what its house says it does (`rules.house.DOES`)."""
