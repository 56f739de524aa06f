"""What a seat may do: one legality, three faces. `refusal_of` says why not, `Docket` and `legal` what,
`decide` does it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import TypeVar

from game.rules.agenda import refuse_business, refuse_decision_outside
from game.rules.credentials import refuse_unseated, who_sits
from game.rules.floor import refuse_change_of_vote, refuse_explanation
from game.rules.house_league import page_for
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session.actions import Action, CastBallot
from game.session.acts import LAWS
from game.session.acts.conduct_guests import OPEN_TO_GUESTS, refuse_outsider
from game.session.acts.drafting import refusal_of_clause
from game.session.acts.law import MOST_ACTS, TABLE, Law, Who
from game.session.covenant import governs
from game.session.scenario import Clause
from game.session.state import Chamber, Phase, State
from game.session.table import present, presiding, turn

A = TypeVar("A", bound=Action)
DECIDING = frozenset({a.PutToVote, a.AskConsent, a.CastBallot, a.MoveMotion, a.ProposeInvitation})
"""What asks the Council for a decision, which only a meeting can take (MT6)."""
BUSINESS = frozenset(
    {a.Speak, a.MoveMotion, a.TableDraft, a.MoveAmendment, a.WithdrawDraft, a.WithdrawAmendment, a.PutToVote}
    | {a.RequestSeparateVote, a.ProposeInvitation, a.AskConsent, a.CloseMeeting, a.ContinueDebate}
)
"""What goes on at the table and waits while a question is decided."""
_TURN, _PRESIDENT, _PRESENT, _DIRECTOR = Who


def _out_of_phase(state: State, law: Law) -> Refusal:
    if state.chamber.phase is Phase.ENDED:
        return Refusal("H3", "The sitting is over.")
    refused: Refusal | None = None
    match state.chamber.phase:
        case Phase.RECESS if law.phases & TABLE:
            refused = refuse_business(agenda_adopted=False)
        case Phase.CONSULTATIONS if law.kind in DECIDING:
            refused = refuse_decision_outside(formal=False)
        case Phase.BALLOT if law.kind in BUSINESS:
            refused = Refusal("CB11", "A vote is being taken; only a point of order about it interrupts it.")
        case Phase.BALLOT if law.kind is a.ExplainVote:
            refused = refuse_explanation(voting=True)
        case Phase.RULING | Phase.RULED if law.kind in BUSINESS:
            refused = Refusal("CB4", "A ruling is settled at once, without debate; this must wait.")
    if law.kind is CastBallot and refused is None:
        refused = refuse_change_of_vote(declared=state.chamber.conduct.declared is not None)
    return refused or Refusal(law.rule, law.sentence)


def _out_of_place(state: State, law: Law, seat: str) -> Refusal | None:
    """Say why this seat may not take that kind of act now, whatever it says."""
    who, c = law.who, state.chamber
    if who is _DIRECTOR:
        return None if state.director and not seat else Refusal("H9", "Only the director may do this.")
    if seat not in c.members:
        return refuse_outsider(state, law, seat)
    if who is _PRESENT:
        return None if seat in present(c) else _away(c, seat)
    awaited = presiding(state) if who is _PRESIDENT else (turn(state) or ("",))[0]
    if seat != awaited:
        named = state.scenario.names.get(awaited, awaited)
        return Refusal("H1", f"This is for {named} to do now." if named else "Nobody is awaited now.")
    if c.taken >= MOST_ACTS and not law.ends and c.phase is not Phase.CHAIR:
        return Refusal("H2", "This turn's time is spent; yield.")
    return None


def _away(c: Chamber, seat: str) -> Refusal | None:
    """Say why a member who is not at the table may not act: it was ruled out of its seat, or has left it."""
    if c.meeting is None or seat not in c.meeting.excluded:
        return Refusal("V7", "This delegation is not at the table.")
    return refuse_unseated(holder=who_sits(seat, rejected=True).holder, speaker=seat)


class _Judged:
    """The act judged last, and of which state: an act is mostly taken as soon as it is found lawful."""

    state: State | None = None
    action: Action | None = None
    refused: Refusal | None = None


def refusal_of(state: State, action: Action) -> Refusal | None:
    """Return why an act is refused, with its rule; None when it is in order."""
    if action is not _Judged.action or state is not _Judged.state:
        found = _judged(state, action)
        if found is not None and governs(state.scenario):
            found = Refusal(page_for(found.rule), found.reason)
        _Judged.refused = found
        _Judged.state, _Judged.action = state, action
    return _Judged.refused


def _judged(state: State, action: Action) -> Refusal | None:
    law = LAWS.get(type(action))
    if law is None:
        return Refusal("H5", "There is no such act.")
    if state.chamber.phase not in law.phases:
        return _out_of_phase(state, law)
    return _out_of_place(state, law, action.seat) or law.refusal(state, action)


_STANDINGS = tuple({(law.who, law.ends): law for law in LAWS.values()}.values())
"""One law of each standing: whose an act is, and whether it ends a turn, decide whether it is in place."""


@cache
def _kinds_open(phase: Phase, standing: tuple[bool, ...]) -> frozenset[type[Action]]:
    """Return the kinds of acts open in a phase to a seat that stands so; there are few answers, all kept."""
    place = {(law.who, law.ends): yes for law, yes in zip(_STANDINGS, standing, strict=True)}
    return frozenset(k for k, law in LAWS.items() if phase in law.phases and place[law.who, law.ends])


class Docket:
    """The acts open to a seat now, listed only as far as they are asked for.

    Acts with free content (own drafts, words) are represented by samples; `refusal_of` judges any other.
    """

    __slots__ = ("__dict__", "seat", "state")

    def __init__(self, state: State, seat: str) -> None:
        """Open the docket of a seat; the director's seat is the empty one."""
        self.state = state
        self.seat = seat

    @cached_property
    def kinds(self) -> frozenset[type[Action]]:
        """Kinds of acts that are this seat's to take now; of some there may yet be none to take."""
        state, seat, phase = self.state, self.seat, self.state.chamber.phase
        if seat in state.chamber.conduct.guests:
            laws = (LAWS[kind] for kind in OPEN_TO_GUESTS if phase in LAWS[kind].phases)
            return frozenset(law.kind for law in laws if refuse_outsider(state, law, seat) is None)
        standing = tuple(_out_of_place(state, law, seat) is None for law in _STANDINGS)
        return _kinds_open(phase, standing)

    def writable(self, clause: str) -> bool:
        """Say whether a kind of clause may be written at this point of the crisis."""
        return refusal_of_clause(self.state, Clause(clause)) is None

    def of(self, kind: type[A]) -> tuple[A, ...]:
        """Return the lawful acts of one kind, in a settled order."""
        if kind not in self.kinds:
            return ()
        law = LAWS[kind]
        offered = law.offers(self.state, self.seat)
        return tuple([act for act in offered if law.refusal(self.state, act) is None])

    @cached_property
    def listed(self) -> tuple[Action, ...]:
        """All lawful acts, kind by kind."""
        return tuple([act for kind in LAWS if kind in self.kinds for act in self.of(kind)])

    def __iter__(self) -> Iterator[Action]:
        """Go through all lawful acts."""
        return iter(self.listed)

    def __len__(self) -> int:
        """Count all lawful acts."""
        return len(self.listed)

    def __bool__(self) -> bool:
        """Say whether there is any lawful act."""
        return any(self.of(kind) for kind in LAWS)

    def __contains__(self, action: object) -> bool:
        """Say whether an act is lawful, listed or not."""
        if not isinstance(action, Action) or action.seat != self.seat:
            return False
        return refusal_of(self.state, action) is None


def legal(state: State, seat: str) -> tuple[Action, ...]:
    """Return all listed lawful acts of a seat, in a settled order."""
    return Docket(state, seat).listed
