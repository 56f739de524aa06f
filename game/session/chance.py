"""Chance, by one door: one seed, a named stream per purpose, and the moment at which it is asked.

A draw is a hash of seed, purpose, moment and running number, so nothing has to be remembered: a sitting
resumed from its
log draws what it would have drawn. Outcomes are written into events; nothing is drawn on replay.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")
_SPAN = 1 << 64


class Stream:
    """Draws for one purpose at one moment."""

    __slots__ = ("_key", "_n")

    def __init__(self, *key: object) -> None:
        """Open the stream of a key: what names seed, moment and purpose."""
        self._key = key
        self._n = 0

    def random(self) -> float:
        """Return the next number from 0 up to, not including, 1."""
        self._n += 1
        key = "/".join(map(str, (*self._key, self._n)))
        digest = blake2b(key.encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") / _SPAN

    def roll(self, probability: float) -> bool:
        """Say whether something of this probability (0-1) happens."""
        return self.random() < probability

    def below(self, n: int) -> int:
        """Return a whole number from 0 to n - 1; ValueError when n is not positive."""
        if n < 1:
            raise ValueError(f"cannot draw below {n}")
        return int(self.random() * n)

    def choice(self, options: Sequence[T]) -> T:
        """Return one of the options, each as likely; ValueError when there is none."""
        return options[self.below(len(options))]


class Chance:
    """The chance of one sitting at one moment (the number of events so far)."""

    __slots__ = ("_moment", "_seed")

    def __init__(self, seed: int, moment: int) -> None:
        """Open chance for a seed at a moment."""
        self._seed = seed
        self._moment = moment

    def stream(self, purpose: str) -> Stream:
        """Return the stream of a purpose, from its beginning at this moment."""
        return Stream(self._seed, self._moment, purpose)
