"""What Model UN house rules add to a meeting, as it stands: calls, lists, times, signatures.

Records only; `acts.usage` has their law. In the Council's own house all of it stays empty.
"""

from __future__ import annotations

from msgspec import Struct


class Usage(Struct, frozen=True):
    """What stands of a house's own usage."""
