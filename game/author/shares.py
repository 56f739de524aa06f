"""The arithmetic of counts: shares with their intervals, how far two samples lie apart, what moves together.

Numbers in, numbers out. It must never know what was counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import atanh, pi, sqrt, tanh
from statistics import NormalDist

Interval = tuple[float, float]
_Z = 1.959964
"""How many standard errors either side hold 95 % of a normal distribution."""


@cache
def _errors(looks: int) -> float:
    """How many standard errors either side hold 95 % of so many looks at once, after Bonferroni."""
    return _Z if looks == 1 else NormalDist().inv_cdf(1 - 0.025 / looks)


def wilson(hits: int, of: int, looks: int = 1) -> Interval:
    """Return the 95 % interval (0-1) of a share of which `hits` were seen in `of`, after Wilson.

    With `looks` it is one of so many intervals that hold together in 95 % of cases.
    """
    if not of:
        return 0.0, 1.0
    share, z = hits / of, _errors(looks)
    square = z * z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return round(max(0.0, middle - half), 4), round(min(1.0, middle + half), 4)


def distance(ours: Mapping[str, int], theirs: Mapping[str, int]) -> tuple[float, float]:
    """Return how far two samples of endings lie apart (total variation, 0-1), and how far by chance alone.

    The second is half the sum of the differences expected between samples of these sizes from one and the
    same distribution, each taken as normal. Both are 0 for an empty sample.
    """
    many, few = sum(ours.values()), sum(theirs.values())
    if not many or not few:
        return 0.0, 0.0
    apart = chance = 0.0
    for ending in sorted({*ours, *theirs}):
        a, b = ours.get(ending, 0), theirs.get(ending, 0)
        pooled = (a + b) / (many + few)
        apart += abs(a / many - b / few) / 2
        chance += sqrt(2 / pi * pooled * (1 - pooled) * (1 / many + 1 / few)) / 2
    return round(apart, 4), round(chance, 4)


def between(ours: Mapping[str, int], theirs: Mapping[str, int], looks: int = 1) -> Interval:
    """Return the 95 % interval (0-1) of the distance of two samples; all of it for an empty sample.

    The distance is the difference of one share: that of all which is more frequent in the first sample. Its
    interval is Newcombe's, made of Wilson's; `looks` as in `wilson`.
    """
    many, few = sum(ours.values()), sum(theirs.values())
    if not many or not few:
        return 0.0, 1.0
    more = [x for x in ours if ours[x] * few > theirs.get(x, 0) * many]
    a, b = sum(ours[x] for x in more), sum(theirs.get(x, 0) for x in more)
    apart, (low, high), (least, most) = a / many - b / few, wilson(a, many, looks), wilson(b, few, looks)
    below = sqrt((a / many - low) ** 2 + (most - b / few) ** 2)
    above = sqrt((high - a / many) ** 2 + (b / few - least) ** 2)
    return round(max(0.0, apart - below), 4), round(min(1.0, apart + above), 4)


def about(counts: Mapping[float, int]) -> tuple[float, Interval]:
    """Return the mean of shares (0-1) given with how often each was seen, and its 95 % interval."""
    total = sum(counts.values())
    if not total:
        return 0.0, (0.0, 1.0)
    mean = sum(share * times for share, times in counts.items()) / total
    spread = sum((share - mean) ** 2 * times for share, times in counts.items()) / total
    half = _Z * sqrt(spread / total)
    return round(mean, 4), (round(max(0.0, mean - half), 4), round(min(1.0, mean + half), 4))


def median(counts: Mapping[int, int]) -> float:
    """Return the median of values given with how often each was seen; ValueError when there are none."""
    total = sum(counts.values())
    if not total:
        raise ValueError("Nothing was counted, so there is no median.")
    seen, lower = 0, None
    for value in sorted(counts):
        seen += counts[value]
        if lower is None and 2 * seen >= total:
            lower = value
        if 2 * seen > total:
            return (lower + value) / 2 if lower is not None else value
    raise ValueError("Counts must not be negative.")


def fisher(correlation: float, of: int) -> Interval:
    """Return the 95 % interval (0-1) of a correlation's size, seen in so many observations, after Fisher."""
    if of <= 3:
        return 0.0, 1.0
    middle, half = atanh(min(abs(correlation), 1 - 1e-12)), _Z / sqrt(of - 3)
    return round(max(0.0, tanh(middle - half)), 4), round(tanh(middle + half), 4)
