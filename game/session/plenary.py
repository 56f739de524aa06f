"""The General Assembly in its emergency special session, as it stands.

Records only; `acts.plenary` has their law.
"""

from __future__ import annotations

from msgspec import Struct


class Plenary(Struct, frozen=True):
    """An emergency special session, or the Assembly then sitting."""
