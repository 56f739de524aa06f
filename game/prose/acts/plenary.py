"""What a delegation may do on the way to the General Assembly."""

from __future__ import annotations

from collections.abc import Mapping

from game.prose.acts.label import Label, fixed
from game.session import actions as act
from game.session.actions import Action

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
