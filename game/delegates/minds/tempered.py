"""A delegation with a bent: steadfast, but for what it does on the floor, how it votes and what it bargains.

Script, sponsorship and duty come before any bent, and a promise before most. It must never be seated itself:
`Broker`, `Spoiler` and `Idealist` say what the bent is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.delegates.counsel import conduct, script, usage, voting
from game.delegates.knowledge.occasion import Occasion
from game.delegates.levels import NOVICE
from game.delegates.minds.steadfast import Steadfast
from game.session import actions as a
from game.session.chance import Stream
from game.session.state import Ballot, Phase
from game.session.views import View

if TYPE_CHECKING:
    from game.session.legal import Docket


class Tempered(Steadfast):
    """Steadfast with a bent."""

    __slots__ = ()

    def resolve(self, view: View, docket: Docket, chance: Stream) -> a.Action:
        """Return the act the seat takes now, its bent considered."""
        if view.brief is None:
            return super().resolve(view, docket, chance)
        if view.chamber.phase is Phase.DEBATE and self.level != NOVICE:
            return self._on_the_floor(view, docket, chance)
        act = super().resolve(view, docket, chance)
        if isinstance(act, a.CastBallot) and view.chamber.ballot is not None:
            o = self.occasion(view, docket)
            return self._on_the_question(o, view.chamber.ballot, act)
        return self.bargain(self.occasion(view, docket), act)

    def _on_the_floor(self, view: View, docket: Docket, chance: Stream) -> a.Action:
        """The script first; then the bent; then what any delegation would do."""
        o = self.occasion(view, docket)
        scripted = bool(script.remaining(o, script.ON_THE_FLOOR))
        own = None if scripted else self.advise(o)
        if own is not None:
            return own
        act = super().resolve(view, docket, chance)
        if scripted and isinstance(act, a.Yield):
            return self.advise(o) or act
        return act

    def _on_the_question(self, o: Occasion, ballot: Ballot, act: a.CastBallot) -> a.CastBallot:
        if ballot.kind not in ("draft", "assembly") or conduct.duty(o, ballot) or voting.stands_by(o, ballot):
            return act
        if voting.promised(o, ballot) is not None:
            own = self.go_back(o, ballot, act)
        else:
            own = None if voting.scripted(o, ballot) else self.vote(o, ballot, act)
        return act if own is None else usage.fit(o, own)

    def advise(self, o: Occasion) -> a.Action | None:
        """Return what the bent would do with the floor, if anything."""
        return None

    def vote(self, o: Occasion, ballot: Ballot, act: a.CastBallot) -> a.CastBallot | None:
        """Return another ballot on a text than the seat's own, if the bent would have one."""
        return None

    def go_back(self, o: Occasion, ballot: Ballot, act: a.CastBallot) -> a.CastBallot | None:
        """Return another ballot than the seat has promised, if the bent would break its word."""
        return None

    def bargain(self, o: Occasion, act: a.Action) -> a.Action:
        """Return what the bent makes of an act in consultations."""
        return act
