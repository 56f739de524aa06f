"""Acts of the Council's rarer business: meetings asked for, the agenda item by item, votes explained; and
what its rarer motions do."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.plain import clean
from game.rules.agenda import contested, refuse_listing, refuse_meeting
from game.rules.refusals import Refusal
from game.rules.results import Result, Verdict
from game.session import actions as a
from game.session import events as e
from game.session.acts.floor import remark
from game.session.acts.law import TABLE, Law, Who, unknown
from game.session.conduct import MAIN, MOST_MEETINGS
from game.session.minutes import Minutes
from game.session.putting import adopt_agenda, put, rise
from game.session.state import Ballot, Phase, State
from game.session.table import guests_here, heard_by, present

MOST_LISTED = 3
"""Items that may wait on the provisional agenda beside the main one (H2)."""
LONGEST_ITEM = 120


# -- asking for a meeting --------------------------------------------------------------------------
def _named(s: State, act: a.RequestMeeting) -> tuple[str, str]:
    """Return the id and the title of the item an act names; an item in a member's own words is its title."""
    known = s.scenario.item.get(act.item)
    if known is not None:
        return known.id, known.title
    own = clean(act.words, limit=LONGEST_ITEM).strip()
    return own, own


def _item_refusal(s: State, act: a.RequestMeeting) -> Refusal | None:
    known, conduct = s.scenario.item.get(act.item), s.chamber.conduct
    if act.item and known is None:
        return unknown(f"item {act.item}", s.scenario.item)
    if known is not None and known.brought_by and act.seat not in known.brought_by:
        return Refusal("AG2", "That item is not this delegation's to bring; nobody circulated it so.")
    item, title = _named(s, act)
    if refused := refuse_listing(circulated=bool(title)):
        return refused
    if item in conduct.taken_up or item in {x.id for x in conduct.listed} or title == s.stage.item:
        return Refusal("H8", "That item is before the Council already.")
    if len(conduct.listed) >= MOST_LISTED:
        return Refusal("H2", f"{MOST_LISTED} items wait on the provisional agenda already.")
    own = (x for x in conduct.listed if x.id not in s.scenario.item and x.seat == act.seat)
    return Refusal("H2", "A delegation asks for one item of its own.") if item == title and any(own) else None


def _request_refusal(s: State, act: a.RequestMeeting) -> Refusal | None:
    conduct, named = s.chamber.conduct, bool(act.item or clean(act.words).strip())
    if refused := refuse_meeting(act.seat, s.chamber.members):
        return refused
    if s.chamber.phase is Phase.RECESS:
        if not named:
            return Refusal("MT2", "A meeting is called for already; name what it should take up besides.")
        return _item_refusal(s, act)
    if conduct.met >= MOST_MEETINGS:
        return Refusal("H2", f"At most {MOST_MEETINGS} meetings are held at one date.")
    if conduct.further and not named:
        return Refusal("H8", "Another meeting at this date is set down already.")
    return _item_refusal(s, act) if named else None


def _request_offers(s: State, seat: str) -> Iterable[a.RequestMeeting]:
    yield a.RequestMeeting(seat)
    if s.chamber.phase is Phase.RECESS:
        yield a.RequestMeeting(seat, words="A matter that calls for the Council's attention")
    yield from (a.RequestMeeting(seat, item) for item in s.scenario.item)


def _request(m: Minutes, act: a.RequestMeeting) -> None:
    m.note(e.MeetingRequested(act.seat, *_named(m.state, act)))
    if m.phase is not Phase.RECESS and not m.state.chamber.conduct.further:
        m.note(e.MeetingSetDown())


# -- the agenda, item by item ----------------------------------------------------------------------
def open_agenda(m: Minutes) -> None:
    """Put the main item to the vote if anybody objects to it, else turn to the others (AG5)."""
    c = m.state.chamber
    objecting = [s for s in present(c) if s in c.notices]
    if objecting:
        put(m, "agenda", "agenda", "procedural", mover=objecting[0])
    else:
        _further_items(m)


def _further_items(m: Minutes) -> None:
    """Put each item to which somebody objects to the vote, and adopt the agenda when none is left."""
    c = m.state.chamber
    here = present(c)
    given = c.conduct.objections
    objecting = {x.id: [s for s in here if s in given.get(x.id, ())] for x in c.conduct.listed}
    for contest in contested(tuple(objecting), objecting):
        put(m, "agenda", contest.item, "procedural", mover=objecting[contest.item][0])
        return
    adopt_agenda(m, objected=any(s in c.notices for s in here))
    for item in c.conduct.listed:
        m.note(e.ItemAdopted(item.id, item.title))


def _agenda(m: Minutes, ballot: Ballot, result: Result) -> None:
    adopted = result.verdict is Verdict.ADOPTED
    item = next((x for x in m.state.chamber.conduct.listed if x.id == ballot.subject), None)
    if item is not None:
        m.note((e.ItemAdopted if adopted else e.ItemDropped)(item.id, item.title))
    elif not adopted:
        rise(m)
        return
    _further_items(m)


def notice_refusal(s: State, act: a.GiveNotice) -> Refusal | None:
    """Say why notice of objection cannot be given to an item (AG5)."""
    if act.seat in s.chamber.absent:
        return Refusal("AG5", "A delegation that stays away cannot object to the agenda.")
    if act.item != MAIN and act.item not in {x.id for x in s.chamber.conduct.listed}:
        return unknown(f"item {act.item} on the provisional agenda", (x.id for x in s.chamber.conduct.listed))
    given = s.chamber.notices if act.item == MAIN else s.chamber.conduct.objections.get(act.item, frozenset())
    return Refusal("H8", "Notice has been given already.") if act.seat in given else None


def notice_offers(s: State, seat: str) -> Iterable[a.GiveNotice]:
    """Offer an objection to each item of the provisional agenda."""
    yield a.GiveNotice(seat)
    yield from (a.GiveNotice(seat, x.id) for x in s.chamber.conduct.listed)


# -- explaining a vote -----------------------------------------------------------------------------
def _explain_refusal(s: State, act: a.ExplainVote) -> Refusal | None:
    declared = s.chamber.conduct.declared
    if declared is None:
        return Refusal("EV1", "No vote has just been taken that this delegation could explain.")
    if declared.votes.get(act.seat, "not_participating") == "not_participating":
        return Refusal("EV1", "This delegation took no part in the vote.")
    if act.seat in s.chamber.conduct.explained:
        return Refusal("EV1", "This delegation has explained its vote.")
    return None if remark(act.words).strip() else Refusal("H5", "An explanation of vote says something.")


def _explain(m: Minutes, act: a.ExplainVote) -> None:
    declared = m.state.chamber.conduct.declared
    draft = declared.draft if declared is not None else ""
    m.note(e.VoteExplained(act.seat, draft, remark(act.words).strip(), heard_by(m.state.chamber)))


# -- what the rarer motions do ---------------------------------------------------------------------
def _adjourn(m: Minutes, ballot: Ballot) -> None:
    rise(m, carried=True)


def _adjourn_to(m: Minutes, ballot: Ballot) -> None:
    """Meet again at this stage if a meeting is left to it, else at the next (AG6)."""
    conduct = m.state.chamber.conduct
    if conduct.met < MOST_MEETINGS and not conduct.further:
        m.note(e.MeetingSetDown())
    rise(m, carried=True)


def _stop(m: Minutes, ballot: Ballot) -> None:
    m.note(e.DiscussionStopped(ballot.subject))
    rise(m, carried=True)


def _private(m: Minutes, ballot: Ballot) -> None:
    m.note(e.MeetingMadePrivate(guests_here(m.state.chamber)))


def _close(m: Minutes, ballot: Ballot) -> None:
    m.note(e.DebateClosed())


def _declare_dispute(m: Minutes, ballot: Ballot) -> None:
    m.note(e.DisputeDeclared(m.state.chamber.conduct.claimed))


FOLLOWS: dict[str, Callable[[Minutes, Ballot, Result], None]] = {"agenda": _agenda}
CARRIED: dict[str, Callable[[Minutes, Ballot], None]] = {
    "adjourn": _adjourn,
    "adjourn_to": _adjourn_to,
    "refer": _stop,
    "postpone": _stop,
    "private_meeting": _private,
    "vote_now": _close,
    "declare_dispute": _declare_dispute,
}

LAWS = (
    Law(
        a.RequestMeeting,
        TABLE | {Phase.RECESS},
        Who.TURN,
        "MT2",
        "A meeting is asked for between meetings, or with the floor.",
        _request_offers,
        _request,
        _request_refusal,
    ),
    Law(
        a.ExplainVote,
        TABLE,
        Who.PRESENT,
        "EV1",
        "A vote is explained before it or after it, not while it is taken.",
        lambda s, seat: (a.ExplainVote(seat, "The delegation wishes to explain its vote."),),
        _explain,
        _explain_refusal,
        ends=True,
    ),
)
