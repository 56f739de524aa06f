"""What an author expects of a crisis as a game: assertions on simulated sittings and on the texts.

They bind nobody who plays and are never shown to a seat. Nothing here plays or judges; the author's tools do.
"""

from __future__ import annotations

from msgspec import Struct


class Bounds(Struct, frozen=True):
    """The share of sittings, 0 to 1, in which something should be seen."""

    at_least: float = 0.0
    """The least share of sittings, 0 to 1, such as 0.05."""
    at_most: float = 1.0
    """The greatest share of sittings, 0 to 1, such as 0.7."""
    why: str = ""
    """Why it should be so, for whoever reads the report."""


class Correlation(Struct, frozen=True):
    """Two tracks that should not tell the same story: a bound on their correlation over all stages played."""

    tracks: tuple[str, str]
    """The two tracks' ids, such as [toll, escalation]."""
    at_most: float
    """The greatest correlation either way (absolute), 0 to 1, such as 0.95."""


class Acceptance(Struct, frozen=True):
    """Advice of a check that the author has weighed and does not follow, with the reason."""

    why: str
    """The reason, in a sentence; without one nothing is accepted."""
    code: str
    """The check whose advice it is: the word in brackets at the end of a complaint."""
    at: str = ""
    """The place meant: the file without `.yaml` and the keys below it, such as `endings.general_war`; left
    out, anywhere."""


class Expectations(Struct, frozen=True):
    """How the crisis should play, by ending, happening, seat and track, and how it should read."""

    endings: dict[str, Bounds] = {}
    """By ending: the share of sittings that should end so, such as {general_war: {at_most: 0.2}}."""
    happenings: dict[str, Bounds] = {}
    """By happening: the share of sittings in which it should occur, such as {talks: {at_least: 0.1}}."""
    seats: dict[str, float] = {}
    """By seat, or `*` for every seat: how far the endings, or what becomes of one text, must move (total
    variation, 0 to 1) when it plays without aim, such as {USA: 0.1, "*": 0.02}."""
    reading: int = 0
    """The highest school grade at which texts that players read may stand, such as 10; 0 asks nothing."""
    correlations: tuple[Correlation, ...] = ()
    """Pairs of tracks and the bound on their correlation, such as [{tracks: [a, b], at_most: 0.95}]."""
    accepts: tuple[Acceptance, ...] = ()
    """Advice of the checks that is not followed, each with its place and reason."""
