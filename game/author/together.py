"""How far the tracks of a crisis tell the same story: sums over the stages of many sittings.

All sums are of whole numbers, so that they come out the same in whatever order sittings are added. It must
never keep a sitting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt
from operator import add

from msgspec import Struct, field

_FINE = 100
"""Parts into which a point of a track is divided."""


class Together(Struct):
    """Sums of the values of `tracks` and of their products, over so many `stages`.

    `products` are those of each track with itself and all after it, in order.
    """

    tracks: tuple[str, ...] = ()
    stages: int = 0
    sums: list[int] = field(default_factory=list)
    products: list[int] = field(default_factory=list)

    def see(self, values: Sequence[float]) -> None:
        """Add the values (0-100) that the tracks have as a stage ends, in their order."""
        whole = [round(value * _FINE) for value in values]
        products = [one * other for i, one in enumerate(whole) for other in whole[i:]]
        self.sums = list(map(add, self.sums, whole))
        self.products = list(map(add, self.products, products))
        self.stages += 1

    def add(self, other: Together, times: int = 1) -> None:
        """Add what was seen elsewhere of the same tracks, as if so many times."""
        if not other.tracks:
            return
        if not self.tracks:
            self.follow(other.tracks)
        self.stages += other.stages * times
        self.sums = [a + b * times for a, b in zip(self.sums, other.sums, strict=True)]
        self.products = [a + b * times for a, b in zip(self.products, other.products, strict=True)]

    def follow(self, tracks: tuple[str, ...]) -> None:
        """Begin with these tracks."""
        self.tracks = tracks
        self.sums = [0] * len(tracks)
        self.products = [0] * (len(tracks) * (len(tracks) + 1) // 2)

    def correlations(self) -> Iterator[tuple[str, str, float]]:
        """Yield each pair of tracks with its correlation (-1 to 1); 0 where one of them never moves."""
        n, last = self.stages, len(self.tracks)
        starts = [i * last - i * (i - 1) // 2 for i in range(last)]
        spread = [n * self.products[starts[i]] - self.sums[i] ** 2 for i in range(last)]
        for i in range(last):
            for j in range(i + 1, last):
                common = n * self.products[starts[i] + j - i] - self.sums[i] * self.sums[j]
                size = sqrt(spread[i]) * sqrt(spread[j])
                yield self.tracks[i], self.tracks[j], round(common / size, 4) if size else 0.0
