"""How all tests are run: what Python does between them is told here once, and nothing of what they prove.

It must never make anything that a test looks at; what a room's tests share stands in the room's own conftest.

A test that plays whole sittings again and again for what comes of them is marked `no_cover`: watched line by
line it takes three times as long, and the lines are those that one sitting played elsewhere passes too.
"""

from __future__ import annotations

import gc

import pytest


def pytest_collection_finish(session: pytest.Session) -> None:
    """Let the collector of garbage come seldom, and leave what is loaded alone.

    Drawn screens and sittings played whole make millions of small things; at Python's own pace the collector
    goes through all that is loaded again and again, and half the time of a test of screens is spent so.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
