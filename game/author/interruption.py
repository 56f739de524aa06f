"""What an interruption may not cut in two, and how the processes of a simulation end on one.

It must never swallow an interruption: what is held back comes right after.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from threading import Thread


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold an interruption back for a moment: a sitting half counted, or a process half begun, is neither."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_at_once() -> None:
    """Let an interruption end this process without a word; whoever asked for the work does the telling."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(asker: BaseProcess | None) -> None:
    """End this process once the one that asked for the work is gone, however it went."""
    if asker is not None:
        asker.join()
        os._exit(1)
