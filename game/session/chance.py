"""Chance, by one door: one seed, a named stream per purpose, and the moment at which it is asked.

A draw is a hash of seed, purpose, moment and running number, so nothing has to be remembered: a sitting
resumed from its
log draws what it would have drawn. Outcomes are written into events; nothing is drawn on replay.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
_SPAN = 1 << 64


def _number(*key: object) -> float:
    """Return the number, from 0 up to, not including, 1, that a key names."""
    digest = blake2b("/".join(map(str, key)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / _SPAN


class Stream:
    """Draws for one purpose at one moment."""

    __slots__ = ("_key", "_n")

    def __init__(self, *key: object) -> None:
        """Open the stream of a key: what names seed, moment and purpose."""
        self._key: tuple[Any, ...] = key
        self._n = 0

    def settle(self, use: Callable[[float], T]) -> T:
        """Return what is made of the next number, from 0 up to, not including, 1."""
        self._n += 1
        return use(_number(*self._key, self._n))

    def random(self) -> float:
        """Return the next number from 0 up to, not including, 1."""
        return self.settle(float)

    def roll(self, probability: float) -> bool:
        """Say whether something of this probability (0-1) happens."""
        return self.settle(lambda x: x < probability)

    def below(self, n: int) -> int:
        """Return a whole number from 0 to n - 1; ValueError when n is not positive."""
        if n < 1:
            raise ValueError(f"cannot draw below {n}")
        return self.settle(lambda x: int(x * n))

    def choice(self, options: Sequence[T]) -> T:
        """Return one of the options, each as likely; ValueError when there is none."""
        return options[self.below(len(options))]


class Draw(NamedTuple):
    """One draw as it was asked for: at which moment, for which purpose, the how manieth, and what was made of
    its number."""

    moment: int
    purpose: str
    n: int
    use: Callable[[float], Any]

    def falls(self, seed: int) -> Any:
        """Return what the draw comes to under a seed."""
        return self.use(_number(seed, self.moment, self.purpose, self.n))


class _Noted(Stream):
    """A stream whose draws are noted, each with what it came to."""

    __slots__ = ("_draws",)

    def __init__(self, draws: list[tuple[Draw, Any]], *key: Any) -> None:
        super().__init__(*key)
        self._draws = draws

    def settle(self, use: Callable[[float], T]) -> T:
        self._n += 1
        seed, moment, purpose = self._key
        draw = Draw(moment, purpose, self._n, use)
        fell: T = draw.falls(seed)
        self._draws.append((draw, fell))
        return fell


class Chance:
    """The chance of one sitting at one moment (the number of events so far)."""

    __slots__ = ("_draws", "_moment", "_seed")

    def __init__(self, seed: int, moment: int, draws: list[tuple[Draw, Any]] | None = None) -> None:
        """Open chance for a seed at a moment; what is drawn and how it fell is noted in `draws` if given."""
        self._seed = seed
        self._moment = moment
        self._draws = draws

    def stream(self, purpose: str) -> Stream:
        """Return the stream of a purpose, from its beginning at this moment."""
        if self._draws is None:
            return Stream(self._seed, self._moment, purpose)
        return _Noted(self._draws, self._seed, self._moment, purpose)
