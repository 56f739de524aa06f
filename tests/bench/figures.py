"""What a figure is, and how times are taken: interleaved and by the median, for the machine is noisy."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the benchmark: `ratio` is what to look at, `said` what stands behind it.

    `most` is the ratio that should not be passed (0: there is none).
    """

    name: str
    ratio: float
    said: str
    most: float = 0.0

    @property
    def kept(self) -> bool:
        """Whether the ratio is within its bound."""
        return not self.most or self.ratio <= self.most


def seconds(act: Callable[[], object]) -> float:
    """Return how long one call takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def compared(one: Callable[[], object], other: Callable[[], object], times: int) -> tuple[float, float]:
    """Return the median times of two calls made by turns, so that the machine's moods touch both alike."""
    taken = [(seconds(one), seconds(other)) for _ in range(times)]
    return median(x for x, _ in taken), median(x for _, x in taken)


def micro(taken: float) -> str:
    """Say a time in microseconds."""
    return f"{taken * 1e6:.0f} µs"
