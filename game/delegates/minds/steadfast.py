"""The steadfast delegate: script first, then interests, a reason for each vote. The room's copy-me.

It draws no chance: what it sees and has heard decides what it does. To write another temperament, copy this
file and change `resolve`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from game.delegates.counsel import asking, chair, conduct, consulting, floor, plenary, script, usage, voting
from game.delegates.counsel.passing import passing
from game.delegates.knowledge.dossier import Dossier
from game.delegates.knowledge.memory import HEARD, OWN, Memory
from game.delegates.knowledge.occasion import Occasion
from game.delegates.levels import NOVICE, SEASONED, VETERAN
from game.delegates.minds import novice, veteran
from game.delegates.speech import talk, talk_deals
from game.session import actions as a
from game.session.chance import Stream
from game.session.events import Event
from game.session.state import Phase
from game.session.views import View

if TYPE_CHECKING:
    from game.session.legal import Docket


class Steadfast:
    """Keeps its instructions and its word."""

    __slots__ = ("_counsels", "_dossier", "_moment", "level", "memory", "seat")
    heeds = frozenset(HEARD)
    heeds_own = frozenset(OWN)

    def __init__(self, seat: str, level: str = SEASONED) -> None:
        """Take a seat, with nothing heard yet."""
        self.seat = seat
        self.level = level
        self._counsels = _CRAFT[level]
        self.memory = Memory(seat)
        self._dossier: Dossier | None = None
        self._moment: Occasion | None = None

    def hear(self, event: Event) -> None:
        """Take note of something that happened."""
        self.memory.hear(event)

    def occasion(self, view: View, docket: Docket) -> Occasion:
        """Return this moment as the seat sees it."""
        last = self._moment
        if last is not None and last.view is view and last.docket is docket:
            return last
        if self._dossier is None:
            self._dossier = Dossier(view)
        else:
            self._dossier.turn_to(view)
        self._moment = Occasion(view, docket, self.memory, self._dossier)
        return self._moment

    def choose(self, view: View, docket: Docket, chance: Stream) -> a.Action:
        """Return the act the seat takes now, in its own words; a question asked of it is answered first."""
        if view.brief is None:
            return passing(self.seat, docket)
        due = self.memory.asked or self.memory.settled
        if due and view.chamber.phase in (Phase.RECESS, Phase.CONSULTATIONS):
            o = self.occasion(view, docket)
            note = asking.answer(o) or talk_deals.settled(o)
            if note is not None:
                return note
        act = self.resolve(view, docket, chance)
        if type(act) not in talk.SPOKEN:
            return act
        o = self.occasion(view, docket)
        return talk.voiced(o, asking.kept(o, act) if self.memory.told else act)

    def resolve(self, view: View, docket: Docket, chance: Stream) -> a.Action:
        """Return the act the seat would take now, with its reasons in plain words."""
        counsel = self._counsels.get(view.chamber.phase)
        if counsel is None or view.brief is None:
            return passing(self.seat, docket)
        o = self.occasion(view, docket)
        return (self._nature(o) if view.chamber.phase is Phase.BALLOT else None) or counsel(o)

    def interpose(self, view: View, docket: Docket, chance: Stream) -> a.Action | None:
        """Return a challenge to a ruling, or the point that a question is one of substance; mostly None."""
        phase = view.chamber.phase
        carried = phase is Phase.DEBATE and view.chamber.conduct.contest is not None
        if view.brief is None or (phase not in (Phase.RULED, Phase.BALLOT) and not carried):
            return None
        if self.level == NOVICE and not any(line.act == "point" for line in view.script):
            return None
        o = self.occasion(view, docket)
        if carried:
            return conduct.contest(o)
        if phase is Phase.RULED:
            return None if self.level == NOVICE else self._challenge(o)
        return self._nature(o)

    def _challenge(self, o: Occasion) -> a.Action | None:
        """Challenge a ruling that touches the seat itself; others' quarrels are theirs."""
        point = o.chamber.point
        if point is None or self.seat not in (point.seat, point.target):
            return None
        act = chair.answer(o)
        return act if isinstance(act, a.Challenge) and o.lawful(act) else None

    def _nature(self, o: Occasion) -> a.Action | None:
        """Say that a question put as procedural is substantive, so that the seat's no is a veto (P2).

        It does so when its script says so, or, but for a novice, once when a text across a red line is likely
        to pass.
        """
        ballot = o.chamber.ballot
        if ballot is None or ballot.votes or ballot.nature != "procedural" or ballot.kind != "draft":
            return None
        if self.seat not in o.lexicon.permanent:
            return None
        draft = o.chamber.drafts[ballot.draft]
        w = o.weigh(draft)
        forced = self.level != NOVICE and w.line and self.memory.nearly and not self.memory.contested
        told = {line.what for line in script.remaining(o, script.POINTS)}
        named = {"nature", f"nature:{draft.symbol}", f"nature:{draft.stored}"}
        point = a.RaisePoint(self.seat, "nature", ballot.subject)
        return point if w.vote == "no" and (forced or told & named) and o.lawful(point) else None


_SEASONED: dict[Phase, Callable[[Occasion], a.Action]] = {
    Phase.BALLOT: voting.cast,
    Phase.DEBATE: floor.counsel,
    Phase.CHAIR: chair.preside,
    Phase.RULING: chair.rule,
    Phase.RULED: chair.answer,
    Phase.RECESS: consulting.counsel,
    Phase.CONSULTATIONS: consulting.counsel,
    Phase.PLENARY: plenary.counsel,
    Phase.CALL: usage.answer,
}
_CRAFT: dict[str, Mapping[Phase, Callable[[Occasion], a.Action]]] = {
    NOVICE: novice.PHASES,
    SEASONED: _SEASONED,
    VETERAN: veteran.PHASES,
}
"""What is asked of a delegation in each phase, by its level."""
