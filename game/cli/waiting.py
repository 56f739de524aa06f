"""A line on standard error for whoever waits: a bar, how much is done, how fast, how long it will take.

It is drawn only where a person watches, and leaves nothing behind. It must never hold up what it tells of.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections import deque
from collections.abc import Callable

SELDOM = 0.1
"""Seconds between two drawings."""
_LATELY = 20.0
"""Seconds over which the rate is taken: what is played later may take longer."""
_BAR = 20


class Waiting:
    """A bar that fills as sittings are done."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Look whether anybody watches."""
        self.shown = 0
        self.watched = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._clock = clock
        self._lately = deque([(clock(), 0)])
        self._drawn = 0.0

    def tell(self, done: int, wanted: int) -> None:
        """Count on; drawn only now and then, and at the end."""
        if not self.watched:
            return
        now = self._clock()
        if now - self._drawn < SELDOM and done < wanted:
            return
        self._drawn = now
        while len(self._lately) > 2 and now - self._lately[1][0] > _LATELY:
            self._lately.popleft()
        since, before = self._lately[0]
        self._lately.append((now, done))
        self._write(line(done, wanted, (done - before) / (now - since) if now > since else 0.0))

    def clear(self) -> None:
        """Leave the line empty for what comes after."""
        if self.shown:
            self._write("")

    def _write(self, text: str) -> None:
        try:
            text = text[: shutil.get_terminal_size().columns - 1]
            back = "\r" if text else f"\r{' ' * self.shown}\r"
            sys.stderr.write(back + text.ljust(self.shown if text else 0))
            sys.stderr.flush()
        except (OSError, ValueError):
            self.watched = False
        self.shown = max(self.shown, len(text)) if text else 0


def line(done: int, wanted: int, rate: float) -> str:
    """Return what is shown after so many sittings of those wanted, at so many a second."""
    full = _BAR * done // wanted if wanted else _BAR
    told = f"[{'#' * full}{'.' * (_BAR - full)}] {done} of {wanted} sittings"
    if not rate:
        return told
    fast = f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}"
    return f"{told}, {fast} a second, {spell((wanted - done) / rate)} left"


def spell(seconds: float) -> str:
    """Return a span of time as people say it: 8 s, 2 min 05 s, 1 h 10 min."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02} min"
