"""What a delegation may do on the way to the General Assembly."""

from __future__ import annotations

from collections.abc import Mapping

from game.prose.acts.label import Label, fixed
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


LABELS: Mapping[type[Action], Label] = {
    act.RequestSession: Label(
        fixed("Ask the Members to call the General Assembly"),
        fixed(
            "Goes past the Council: if more than half of all Members concur, the Assembly meets when the "
            "Council has risen. It can only recommend, by two-thirds, and there is no veto in it."
        ),
        "GA6",
    ),
}
