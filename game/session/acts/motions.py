"""Motions: which a house knows, when one is in order, how it is seconded, debated and decided, what it does.

One law for every house: the list, the precedence, the majority and what the mover must state are the
house's own. In the Council nobody seconds, and a debatable motion waits for the end of the round (CB9).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations

from game.plain import clean
from game.rules.abstention import refuse_declaration
from game.rules.agenda import refuse_removal
from game.rules.book import RULES
from game.rules.house import House, HouseMotion, Needed, refuse_motion
from game.rules.motions import refuse_foreign
from game.rules.refusals import Refusal
from game.rules.texts import refuse_priority
from game.session import actions as a
from game.session import events as e
from game.session.acts.law import TABLE, Law, Who, unknown
from game.session.acts.speaking import time_of
from game.session.assembly import refuse_call
from game.session.calling import begin, debate_motion, others
from game.session.minutes import Minutes
from game.session.putting import carry, led, put, put_motions
from game.session.stages import Trigger
from game.session.state import Ballot, PendingMotion, Phase, State
from game.session.table import waiting

TIMES = {"total": (60, 7_200), "each": (10, 600)}
"""The least and the most seconds a mover may state."""
LONGEST_TOPIC = 160
MOST_CAUCUSES = 3
"""Caucuses in one meeting (H2)."""
MOST_EXTENSIONS = 1
SAMPLES = {"total": 600, "each": 60}
_TOPIC = "The question before the Council"
_ITS_TIME = {"total": "the whole time", "each": "the time of each speaker"}


def page(entry: HouseMotion) -> str:
    """Return the rule of the book that explains a motion of a house."""
    return entry.spec if entry.spec in RULES else "CB9"


# -- when a motion is in order ---------------------------------------------------------------------
def _refusal(s: State, act: a.MoveMotion) -> Refusal | None:
    meeting, house = s.chamber.meeting, s.house
    entry = house.motion.get(act.motion)
    if entry is None or act.motion not in house.movable or meeting is None:
        return refuse_foreign(act.motion) or unknown(f"motion called {act.motion}", house.movable)
    if f"motion:{act.motion}" in meeting.tried:
        return Refusal("H8", "That motion has been put in this round already.")
    if s.chamber.phase is Phase.CHAIR and entry.debated and not any(entry.speakers):
        return Refusal("CB9", "A debatable motion is moved with the floor, while the debate is open.")
    refused = refuse_motion(house, act.motion, [x.motion for x in meeting.motions])
    return refused or _stated(entry, act) or _itself(s, act, entry)


def _stated(entry: HouseMotion, act: a.MoveMotion) -> Refusal | None:
    """Say what the mover has not stated, or not sensibly."""
    for asked in ("total", "each"):
        least, most = TIMES[asked]
        if asked in entry.asks and not least <= getattr(act, asked) <= most:
            what = f"The mover states {_ITS_TIME[asked]}: {least} to {most} seconds."
            return Refusal(page(entry), what)
    if "total" in entry.asks and "each" in entry.asks and act.each > act.total:
        return Refusal(page(entry), "The time of each speaker is longer than the whole.")
    if "topic" in entry.asks and not clean(act.topic).strip():
        return Refusal(page(entry), "The mover states what is to be spoken about.")
    return None


def _itself(s: State, act: a.MoveMotion, entry: HouseMotion) -> Refusal | None:
    judge = _OWN.get(entry.does)
    return judge(s, act) if judge is not None else None


def _suspend(s: State, act: a.MoveMotion) -> Refusal | None:
    if "total" in s.house.motion[act.motion].asks:
        return _caucus(s, act)
    if s.chamber.meeting is not None and s.chamber.meeting.suspended:
        return Refusal("H8", "The meeting has been suspended once already; the consultations are over.")
    return None


def _priority(s: State, act: a.MoveMotion) -> Refusal | None:
    return refuse_priority(act.draft, [d.symbol for d in waiting(s)])


def _private(s: State, act: a.MoveMotion) -> Refusal | None:
    return Refusal("PB3", "The Council meets in private already.") if s.chamber.conduct.private else None


def _dispute(s: State, act: a.MoveMotion) -> Refusal | None:
    known = (*s.scenario.seat, *s.scenario.party)
    if strange := [x for x in act.seats if x not in known]:
        return unknown(f"party called {strange[0]}", known)
    return refuse_declaration(
        enforced=s.abstention == "enforce",
        declared=bool(s.chamber.conduct.parties),
        parties=act.seats,
        members=s.chamber.members,
    )


def _remove(s: State, act: a.MoveMotion) -> Refusal | None:
    return refuse_removal(seized=s.chamber.seized)


def _caucus(s: State, act: a.MoveMotion) -> Refusal | None:
    if s.chamber.phase is not Phase.DEBATE:
        return Refusal(page(s.house.motion[act.motion]), "That is moved while the debate is open.")
    if s.chamber.usage.caucuses >= MOST_CAUCUSES:
        return Refusal("H2", f"At most {MOST_CAUCUSES} caucuses are held in one meeting.")
    return None


def _close(s: State, act: a.MoveMotion) -> Refusal | None:
    if s.chamber.phase is not Phase.DEBATE:
        return Refusal("MU2", "The debate has been closed already.")
    return None


def _tabled(s: State, act: a.MoveMotion) -> Refusal | None:
    tabled = [d.symbol for d in waiting(s)]
    return None if act.draft in tabled else unknown(f"draft {act.draft} on the table", tabled)


def _set_aside(s: State, act: a.MoveMotion) -> Refusal | None:
    if "draft" in s.house.motion[act.motion].asks:
        return _tabled(s, act)
    return None if waiting(s) else Refusal("MU2", "There is no draft on the table to be laid aside.")


def _set_time(s: State, act: a.MoveMotion) -> Refusal | None:
    return Refusal("H8", "That is the speaking time already.") if act.each == time_of(s) else None


def _list(s: State, act: a.MoveMotion) -> Refusal | None:
    shut = s.chamber.usage.closed_list
    reopens = s.house.motion[act.motion].does == "open_list"
    if reopens and not shut:
        return Refusal("MU2", "The speakers' list is open.")
    if shut and not reopens and s.house.doing("open_list") is not None:
        return Refusal("MU2", "The speakers' list has been closed already.")
    return None


def _extend(s: State, act: a.MoveMotion) -> Refusal | None:
    if s.chamber.usage.extended >= MOST_EXTENSIONS:
        return Refusal("H2", "The debate has been extended already.")
    return None


def lost_drafts(s: State) -> tuple[str, ...]:
    """Return the drafts that may be considered again: lost or laid aside at this stage, and not vetoed."""
    here = (d for d in s.chamber.drafts.values() if d.stage == s.chamber.stage_id)
    again = s.chamber.usage.reconsidered
    return tuple(d.symbol for d in here if d.status in ("failed", "set_aside") and d.symbol not in again)


def _reconsider(s: State, act: a.MoveMotion) -> Refusal | None:
    lost = lost_drafts(s)
    return None if act.draft in lost else unknown(f"draft {act.draft} to consider again", lost)


def _divide(s: State, act: a.MoveMotion) -> Refusal | None:
    if refused := _tabled(s, act):
        return refused
    draft = s.chamber.drafts[act.draft]
    if draft.voted:
        return Refusal("CB11", "Voting on that draft has begun.")
    if not 0 <= act.place < len(draft.clauses):
        return unknown(f"clause {act.place + 1} in that draft")
    if act.place in draft.divided:
        return Refusal("H8", "That clause is to be voted apart already.")
    return None


def _roll_call(s: State, act: a.MoveMotion) -> Refusal | None:
    if act.draft in s.chamber.usage.roll_calls:
        return Refusal("H8", "That draft is to be voted by roll call already.")
    return _tabled(s, act)


def _directives(s: State, act: a.MoveMotion) -> Refusal | None:
    if any(d.form == "directive" for d in waiting(s)):
        return None
    return Refusal("MU5", "There is no directive on the floor.")


_OWN: dict[str, Callable[[State, a.MoveMotion], Refusal | None]] = {
    "suspend": _suspend,
    "priority": _priority,
    "ess": lambda s, act: refuse_call(s, sits=False),
    "to_assembly": lambda s, act: refuse_call(s, sits=True),
    "private_meeting": _private,
    "declare_dispute": _dispute,
    "remove_item": _remove,
    "caucus_free": _caucus,
    "caucus_led": _caucus,
    "close_debate": _close,
    "set_aside": _set_aside,
    "set_time": _set_time,
    "close_list": _list,
    "open_list": _list,
    "extend": _extend,
    "reconsider": _reconsider,
    "divide": _divide,
    "roll_call": _roll_call,
    "vote_directives": _directives,
}


# -- what may be moved -----------------------------------------------------------------------------
def _offers(s: State, seat: str) -> Iterable[a.MoveMotion]:
    for id in s.house.movable:
        yield from _forms(s, seat, s.house.motion[id])


def _forms(s: State, seat: str, entry: HouseMotion) -> Iterable[a.MoveMotion]:
    """Samples of one motion: for each draft, clause or party it may be about, with usual times."""
    asks = entry.asks
    total, each = (SAMPLES[x] if x in asks else 0 for x in ("total", "each"))
    topic = _TOPIC if "topic" in asks else ""
    if entry.does == "declare_dispute":
        if s.abstention == "enforce":
            pairs = (*combinations(s.chamber.members, 1), *combinations(s.chamber.members, 2))
            yield from (a.MoveMotion(seat, entry.id, seats=seats) for seats in pairs)
    elif "place" in asks:
        for d in waiting(s):
            yield from (a.MoveMotion(seat, entry.id, d.symbol, place=i) for i in range(len(d.clauses)))
    elif "draft" in asks:
        symbols = lost_drafts(s) if entry.does == "reconsider" else [d.symbol for d in waiting(s)]
        yield from (a.MoveMotion(seat, entry.id, symbol) for symbol in symbols)
    else:
        yield a.MoveMotion(seat, entry.id, total=total, each=each, topic=topic)


# -- moving, seconding, deciding -------------------------------------------------------------------
def words_of(house: House, id: str) -> str:
    """Return what a motion asks where the house has its own words; empty where the Council's table has."""
    entry = house.motion.get(id)
    return "" if entry is None or entry.rule else entry.question


def _move(m: Minutes, act: a.MoveMotion) -> None:
    entry = m.state.house.motion[act.motion]
    topic = clean(act.topic, limit=LONGEST_TOPIC).strip()
    m.note(
        e.MotionMoved(
            act.seat, act.motion, act.draft, act.seats, act.place, act.total, act.each, topic,
            words_of(m.state.house, act.motion),
        )
    )  # fmt: skip
    moved = PendingMotion(act.seat, act.motion, act.draft, act.seats, act.place, act.total, act.each, topic)
    if entry.seconds:
        queue = others(m, act.seat)
        about = {"subject": act.motion, "mover": act.seat, "draft": act.draft, "left": entry.seconds}
        if not begin(m, "second", queue, **about):
            fall(m, act.motion)
    else:
        after_seconds(m, moved)


def fall(m: Minutes, motion: str, why: str = "second") -> None:
    """Let a motion fall without a vote."""
    m.note(e.MotionFell(motion, words_of(m.state.house, motion), why))


def after_seconds(m: Minutes, moved: PendingMotion) -> None:
    """Take up a motion that has its seconds; one that is not put at once waits for the end of the round."""
    if m.state.house.motion[moved.motion].at_once or m.phase is not Phase.DEBATE:
        take_up(m, moved)


def take_up(m: Minutes, moved: PendingMotion) -> None:
    """Call speakers for and against a motion if it has any, then decide it."""
    if not debate_motion(m, moved):
        decide(m, moved)


def decide(m: Minutes, moved: PendingMotion) -> None:
    """Decide a motion as its house says: by a vote, on request, by nobody's objection or by the President."""
    match m.state.house.motion[moved.motion].needed:
        case Needed.REQUEST | Needed.NONE:
            granted(m, moved, "request")
        case Needed.CHAIR:
            to_the_chair(m, moved.seat, moved.motion)
        case Needed.CONSENSUS:
            _put(m, "unopposed", moved)
        case _:
            _put(m, "motion", moved)


def _put(m: Minutes, kind: str, moved: PendingMotion) -> None:
    named = words_of(m.state.house, moved.motion)
    put(m, kind, moved.motion, "procedural", draft=moved.draft, mover=moved.seat, named=named)


def to_the_chair(m: Minutes, seat: str, motion: str) -> None:
    """Ask the President to decide on a motion; the ruling may be challenged like any other."""
    m.note(e.PointRaised(seat, "motion", motion, led(m.phase, Trigger.RAISE_POINT)))


def granted(m: Minutes, moved: PendingMotion, how: str) -> None:
    """Let a motion be carried without a vote."""
    m.note(e.MotionCarried(moved.motion, words_of(m.state.house, moved.motion), how))
    carry(
        m,
        Ballot("motion", moved.motion, "procedural", (), m.phase, moved.draft, moved.place, moved.seat),
    )
    put_motions(m)


# -- withdrawing -----------------------------------------------------------------------------------
def _mine(s: State, seat: str) -> list[str]:
    """Motions of a seat that wait to be put; one being seconded or debated is being decided already."""
    waiting_ = s.chamber.meeting.motions if s.chamber.meeting is not None else ()
    return [x.motion for x in waiting_ if x.seat == seat]


def _withdraw_refusal(s: State, act: a.WithdrawMotion) -> Refusal | None:
    if act.motion in _mine(s, act.seat):
        return None
    return Refusal("CB8", "Only its mover withdraws a motion, while it waits to be put.")


def _withdraw(m: Minutes, act: a.WithdrawMotion) -> None:
    m.note(e.MotionFell(act.motion, m.state.house.motion[act.motion].question, "withdrawn", act.seat))


LAWS = (
    Law(
        a.WithdrawMotion,
        frozenset({Phase.DEBATE}),
        Who.PRESENT,
        "CB8",
        "A motion is withdrawn during the debate, before it is put.",
        lambda s, seat: (a.WithdrawMotion(seat, x) for x in _mine(s, seat)),
        _withdraw,
        _withdraw_refusal,
        ends=True,
    ),
    Law(
        a.MoveMotion,
        TABLE,
        Who.TURN,
        "CB9",
        "This is done with the floor, in debate.",
        _offers,
        _move,
        _refusal,
    ),
)
