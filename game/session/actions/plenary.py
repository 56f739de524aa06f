"""Acts on the way to the General Assembly; in it, delegations speak, table, sponsor and vote as in the
Council."""

from __future__ import annotations

from game.session.actions.base import Action


class RequestSession(Action, frozen=True):
    """Ask the Members of the United Nations to call the Assembly: a majority of them must concur (GA6)."""
