"""Acts of the President: opening, putting to the vote, asking consent, ceding the chair, closing."""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.house import Needed
from game.rules.records import MeetingNumber, next_meeting
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.acts.conduct import open_agenda
from game.session.acts.conduct_statements import ask_silence, silence_refusal
from game.session.acts.law import Law, Who, unknown
from game.session.acts.papers import veto_caucus
from game.session.covenant import governs
from game.session.minutes import Minutes
from game.session.putting import led, put, put_draft, rise
from game.session.stages import Trigger
from game.session.state import Draft, Phase, State
from game.session.table import AGREED, body, next_in_chair, present, presiding, rounds_allowed, waiting


def _call_refusal(s: State, act: a.CallToOrder) -> Refusal | None:
    if s.chamber.consulting:
        return Refusal("H1", "Delegations are still to have their turn before the meeting opens.")
    return None


def _call(m: Minutes, act: a.CallToOrder) -> None:
    c = m.state.chamber
    following = next_meeting(MeetingNumber(c.meetings), adjourned=True).number
    number = max(following, m.state.stage.meeting)
    m.note(e.MeetingOpened(number, presiding(m.state), led(c.phase, Trigger.CALL_TO_ORDER)))
    open_agenda(m)


def _continue_refusal(s: State, act: a.ContinueDebate) -> Refusal | None:
    meeting = s.chamber.meeting
    if s.chamber.conduct.closed:
        return Refusal("CB1", "The Council has decided to proceed to the vote.")
    if meeting is not None and meeting.round >= rounds_allowed(s):
        return Refusal(
            "H2", "The time for debate is spent; put the drafts to the vote or let the meeting rise."
        )
    return None


def _continue(m: Minutes, act: a.ContinueDebate) -> None:
    m.note(e.DebateContinued(led(m.phase, Trigger.CONTINUE_DEBATE)))


def _put_refusal(s: State, act: a.PutToVote | a.AskConsent) -> Refusal | None:
    drafts = waiting(s)
    statement = s.chamber.drafts.get(act.draft)
    if statement is not None and statement.status == "tabled" and statement.form in AGREED:
        return silence_refusal(s, act)
    if act.draft not in {d.symbol for d in drafts}:
        return unknown(f"draft {act.draft} to be voted on", (d.symbol for d in drafts))
    if act.draft != drafts[0].symbol:
        return Refusal("CB6", f"Drafts are put in the order of submission; {drafts[0].symbol} comes first.")
    return None


def _put(m: Minutes, act: a.PutToVote) -> None:
    if not veto_caucus(m, act.draft):
        put_draft(m, act.draft)


def _consent_refusal(s: State, act: a.AskConsent) -> Refusal | None:
    meeting = s.chamber.meeting
    if meeting is not None and f"consent:{act.draft}" in meeting.tried:
        return Refusal("EV3", "An objection has been heard; the draft must be voted on.")
    draft = s.chamber.drafts.get(act.draft)
    if (
        draft is not None
        and draft.form not in AGREED
        and (draft.divided or any(x.draft == act.draft for x in s.chamber.amendments.values()))
    ):
        return Refusal("EV3", "There are amendments or parts to be voted on first.")
    return _put_refusal(s, act) or _too_few(s, draft)


def _too_few(s: State, draft: Draft | None) -> Refusal | None:
    """Say why silence cannot adopt a draft: fewer are present than must say yes in a vote (V1)."""
    fixed = s.house.substance is Needed.NINE and not governs(s.scenario)
    if draft is None or draft.form in AGREED or not fixed or len(present(s.chamber)) >= body(s).needed:
        return None
    return Refusal("V1", f"A decision needs {body(s).needed} members who are for it; fewer are present.")


def _consent(m: Minutes, act: a.AskConsent) -> None:
    draft = m.state.chamber.drafts[act.draft]
    if draft.form in AGREED:
        ask_silence(m, draft)
        return
    put(m, "consent", act.draft, draft.nature, draft=act.draft)


def _waiting_offers(s: State, seat: str, kind: type[a.PutToVote] | type[a.AskConsent]) -> Iterable[a.Action]:
    yield from (kind(seat, d.symbol) for d in waiting(s)[:1])
    if kind is a.AskConsent:
        drafts = s.chamber.drafts.values()
        yield from (kind(seat, d.symbol) for d in drafts if d.form in AGREED and d.status == "tabled")


def _cede_refusal(s: State, act: a.CedeChair) -> Refusal | None:
    meeting = s.chamber.meeting
    if meeting is not None and f"chair:{act.seat}" in meeting.settled:
        return Refusal("PR5", "The chair has come round; it is held for this question.")
    if len(present(s.chamber)) < 2:
        return Refusal("PR5", "There is nobody to take the chair.")
    return None


def cede(m: Minutes, seat: str) -> None:
    """Let the chair pass to the next member present in the English alphabetical order (PR5, PR6)."""
    here = tuple(s for s in present(m.state.chamber) if s != seat)
    m.note(e.ChairCeded(next_in_chair(m.state.chamber.members, seat, here)))


def _cede(m: Minutes, act: a.CedeChair) -> None:
    cede(m, act.seat)


def _close_refusal(s: State, act: a.CloseMeeting) -> Refusal | None:
    drafts = waiting(s)
    if drafts:
        named = ", ".join(d.symbol for d in drafts)
        return Refusal("CB6", f"Drafts still wait to be put to the vote: {named}.")
    return None


def _close(m: Minutes, act: a.CloseMeeting) -> None:
    rise(m)


CHAIR = frozenset({Phase.CHAIR})
_LEADS = "The President does this when nobody else wishes to speak."

LAWS = (
    Law(
        a.CallToOrder,
        frozenset({Phase.RECESS}),
        Who.PRESIDENT,
        "PR4",
        "There is no meeting to be opened now.",
        lambda s, seat: (a.CallToOrder(seat),),
        _call,
        _call_refusal,
        ends=True,
    ),
    Law(
        a.ContinueDebate,
        CHAIR,
        Who.PRESIDENT,
        "CB1",
        _LEADS,
        lambda s, seat: (a.ContinueDebate(seat),),
        _continue,
        _continue_refusal,
        ends=True,
    ),
    Law(
        a.PutToVote,
        CHAIR,
        Who.PRESIDENT,
        "CB6",
        _LEADS,
        lambda s, seat: _waiting_offers(s, seat, a.PutToVote),
        _put,
        _put_refusal,
        ends=True,
    ),
    Law(
        a.AskConsent,
        CHAIR,
        Who.PRESIDENT,
        "EV3",
        _LEADS,
        lambda s, seat: _waiting_offers(s, seat, a.AskConsent),
        _consent,
        _consent_refusal,
        ends=True,
    ),
    Law(
        a.CedeChair,
        frozenset({Phase.DEBATE}) | CHAIR,
        Who.PRESIDENT,
        "PR5",
        "The chair is ceded during a meeting, not during a vote.",
        lambda s, seat: (a.CedeChair(seat),),
        _cede,
        _cede_refusal,
        ends=True,
    ),
    Law(
        a.CloseMeeting,
        CHAIR,
        Who.PRESIDENT,
        "MT1",
        _LEADS,
        lambda s, seat: (a.CloseMeeting(seat),),
        _close,
        _close_refusal,
        ends=True,
    ),
)
