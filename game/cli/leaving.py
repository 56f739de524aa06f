"""What happens when somebody stops the program from outside: an interruption, an order to end, a hang-up.

While a command reads and prints, an interruption ends it on the spot: nothing is half done, and libraries
that are being loaded are not unwound. Where something must be put away first, such as screens or other
processes, `tidily` and `shown` see to it. It must never keep a program alive that was told to end.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

PATIENCE = 5
"""Seconds that screens have for closing before the program ends all the same."""
_ENDS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def _end(number: int, frame: FrameType | None) -> None:
    """End the program where it stands, as one that was interrupted."""
    os._exit(128 + number)


@contextmanager
def at_once() -> Iterator[None]:
    """Let an interruption end the program on the spot, if nobody has arranged otherwise."""
    with _heard(signal.SIGINT, _end, only=signal.default_int_handler):
        yield


@contextmanager
def tidily() -> Iterator[None]:
    """Let an interruption be a KeyboardInterrupt again, so that what was begun can be put away."""
    with _heard(signal.SIGINT, signal.default_int_handler, only=_end):
        yield


def shown(screens: Callable[[], int]) -> int:
    """Run screens and return their exit code; told to end, they close first and give the terminal back."""
    told: list[int] = []

    def close(number: int, frame: FrameType | None) -> None:
        told.append(number)
        if hasattr(signal, "alarm"):
            signal.alarm(PATIENCE)
        signal.raise_signal(signal.SIGINT)

    with _heard(_ENDS[0], close), _heard(_ENDS[-1], close), tidily():
        code = screens()
    if told and hasattr(signal, "alarm"):
        signal.alarm(0)
    return 128 + told[0] if told else code


@contextmanager
def _heard(number: int, answer: Any, only: Any = signal.SIG_DFL) -> Iterator[None]:
    """Answer a signal so for a while, where the answer until now is `only` and this is the main thread."""
    if threading.current_thread() is not threading.main_thread() or signal.getsignal(number) is not only:
        yield
        return
    signal.signal(number, answer)
    try:
        yield
    finally:
        signal.signal(number, only)
