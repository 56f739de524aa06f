"""The follower: votes as the member it looks to votes, says it will or surely would; else steadfast.

It promises in good faith, and goes back on a vote when its patron votes otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.delegates.counsel import conduct, usage, voting
from game.delegates.knowledge.estimating import estimate
from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.delegates.minds.steadfast import Steadfast
from game.plain.names import with_article
from game.session.actions import Action, CastBallot
from game.session.chance import Stream
from game.session.state import Ballot, Phase
from game.session.views import View

if TYPE_CHECKING:
    from game.session.legal import Docket


TRUSTS = 0.6
"""How sure it must be of a patron's vote to go with it before it is cast."""


class Follower(Steadfast):
    """Goes with its patron."""

    __slots__ = ()

    def resolve(self, view: View, docket: Docket, chance: Stream) -> Action:
        """Return the patron's vote where it is known, unless the seat's own text is at stake."""
        ballot = view.chamber.ballot
        if ballot is None or view.chamber.phase is not Phase.BALLOT or view.brief is None:
            return super().resolve(view, docket, chance)
        o = self.occasion(view, docket)
        patron, vote = voting.patron_vote(o, ballot)
        guessed = not patron
        if guessed:
            patron, vote = _expected(o, ballot)
        told = "as far as it can see, it votes with" if guessed else "it votes with"
        word = voting.promised(o, ballot)
        bound = conduct.duty(o, ballot) or voting.stands_by(o, ballot) or (word if guessed else None)
        if not patron or bound is not None or (word is not None and word[0] == vote):
            return super().resolve(view, docket, chance)
        ground = f"{told} {with_article(o.lexicon.names.get(patron, patron))}"
        say = reasons.said if word is None else reasons.unsaid
        words = say(o.name, vote, ground)
        return usage.fit(o, CastBallot(self.seat, vote, words))


def _expected(o: Occasion, ballot: Ballot) -> tuple[str, str]:
    """Return the first patron that has said nothing of a text, and the vote to be expected of it."""
    if o.view.brief is None or ballot.kind != "draft":
        return "", ""
    for patron in o.view.brief.patrons:
        if patron in ballot.voters:
            told = estimate(o, o.chamber.drafts[ballot.draft].clauses, patron)
            return (patron, told.vote) if told.sure >= TRUSTS else ("", "")
    return "", ""
