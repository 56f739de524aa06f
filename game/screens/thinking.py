"""What scripted delegations think of beside the screen, one thought at a time, while keys are answered.

A thought that somebody breaks in upon goes on, and is heeded only if nothing else has happened meanwhile; one
that nobody waits for any more holds nothing up, not even the end of the program. It must never let two acts
happen at once: whoever lets something else happen first asks it to `settle`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future, wait
from threading import Thread
from typing import Any

from game.screens.council import Council
from game.session.events import Event


class Thinking:
    """The thoughts of one Council's scripted delegations."""

    def __init__(self, council: Council) -> None:
        """Begin with nobody thinking."""
        self._council = council
        self._thought: Future[Any] | None = None

    @property
    def going_on(self) -> bool:
        """Whether there is a thought that has not been heeded yet."""
        return self._thought is not None

    async def next_act(self) -> Sequence[Event]:
        """Let the next act be thought out, and happen; a thought broken in upon is gone on with.

        Raises JournalError if the act cannot be kept: then nothing has happened.
        """
        resumed = self.going_on
        if self._thought is None:
            self._thought = self._begin()
        try:
            made = await asyncio.shield(asyncio.wrap_future(self._thought))
        except Exception:
            self._thought = None
            raise
        self._thought = None
        occurred = self._council.heed(made)
        return await self.next_act() if resumed and not occurred else occurred

    def settle(self) -> None:
        """Wait for the thought that goes on, if any, because something else is to happen first."""
        if self._thought is not None:
            wait((self._thought,))

    def _begin(self) -> Future[Any]:
        thought: Future[Any] = Future()

        def think() -> None:
            try:
                thought.set_result(self._council.ponder())
            except BaseException as fault:
                thought.set_exception(fault)

        Thread(target=think, name="delegates", daemon=True).start()
        return thought
