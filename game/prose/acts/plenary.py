"""What a delegation may do on the way to the General Assembly."""

from __future__ import annotations

from collections.abc import Mapping

from game.prose import organs
from game.prose.acts.label import Label
from game.session import actions as act
from game.session.actions import Action


def assembly_vote(vote: str, what: str) -> str:
    """What a vote in the Assembly does: two-thirds of those who say yes or no carry a text (GA2)."""
    return {
        "yes": f"Votes for {what}. It is carried by two-thirds of those who say yes or no.",
        "no": f"Votes against {what}. One no weighs as much as two yes, and nobody has a veto here.",
        "abstain": f"Takes no side on {what}. Who abstains is not counted among those voting.",
        "not_participating": f"You are present and take no part in the vote on {what}; the record says so.",
    }.get(vote, f"Votes on {what}.")


BY_MEMBERS = (
    "Goes past the Council: if more than half of all Members concur, the Assembly meets when the Council has "
    "risen. It can only recommend, by two-thirds, and there is no veto in it."
)
OF_RIGHT = (
    "A party's right, and no vote is taken. When the Council has risen the Assembly takes up the dispute. "
    "Its report has full force if all Members of the Council but the parties, and most of the others, agree."
)


LABELS: Mapping[type[Action], Label] = {
    act.RequestSession: Label(
        lambda a, s, w: (
            "Ask that the dispute be referred to the Assembly"
            if organs.of_the_league(s.open.body)
            else "Ask the Members to call the General Assembly"
        ),
        lambda a, s, w: OF_RIGHT if organs.of_the_league(s.open.body) else BY_MEMBERS,
        "GA6",
    ),
}
