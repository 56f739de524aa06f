"""The rarer business of the Council as it stands: requests, items, private meetings, guests, disputes.

Records only; `acts.conduct` has their law.
"""

from __future__ import annotations

from msgspec import Struct


class Conduct(Struct, frozen=True):
    """What stands of the Council's rarer business."""
