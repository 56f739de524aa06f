"""The follower: votes as the member it looks to votes or says it will, and is steadfast in all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.delegates import reasons, usage, voting
from game.delegates.steadfast import Steadfast
from game.plain.names import with_article
from game.session.actions import Action, CastBallot
from game.session.chance import Stream
from game.session.state import Phase
from game.session.views import View

if TYPE_CHECKING:
    from game.session.legal import Docket


class Follower(Steadfast):
    """Goes with its patron."""

    __slots__ = ()

    def choose(self, view: View, docket: Docket, chance: Stream) -> Action:
        """Return the patron's vote where it is known, unless the seat's own text or word is at stake."""
        ballot = view.chamber.ballot
        if ballot is None or view.chamber.phase is not Phase.BALLOT or view.brief is None:
            return super().choose(view, docket, chance)
        o = self.occasion(view, docket)
        patron, vote = voting.patron_vote(o, ballot)
        if not patron or voting.beyond_doubt(o, ballot) is not None:
            return super().choose(view, docket, chance)
        name = with_article(o.lexicon.names.get(patron, patron))
        words = reasons.said(o.name, vote, f"it votes with {name}")
        return usage.fit(o, CastBallot(self.seat, vote, words))
