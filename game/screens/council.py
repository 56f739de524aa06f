"""The face of a sitting as the screens see it: what they may ask of it, and nothing more.

`game.sitting.Sitting` has this face; so has any stand-in of the tests. The screens never touch a state.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from game.rules.refusals import Refusal
from game.session.actions import Action
from game.session.events import Event
from game.session.scenario import Scenario
from game.session.views import View


class Docket(Protocol):
    """A seat's lawful acts at this moment."""

    @property
    def kinds(self) -> frozenset[type[Action]]:
        """The kinds of acts that are lawful now."""

    def of(self, kind: type[Action]) -> Sequence[Action]:
        """Return the lawful acts of one kind."""

    def __iter__(self) -> Iterator[Action]:
        """Go through all of them."""


class Council(Protocol):
    """One Council in being."""

    @property
    def scenario(self) -> Scenario:
        """The crisis."""

    @property
    def awaits(self) -> str:
        """The seat of the person who is awaited, or an empty text."""

    @property
    def finished(self) -> bool:
        """Whether the crisis has ended."""

    @property
    def record(self) -> Sequence[Event]:
        """All that happened."""

    @property
    def path(self) -> Path | None:
        """Where the sitting is kept, if it is."""

    @property
    def options(self) -> Mapping[str, Any]:
        """What the screens keep in the save's header."""

    def last_sat(self, seat: str) -> int:
        """Return how long the record was when a seat last acted; 0 if it never did."""

    def view(self, seat: str) -> View:
        """Return what a seat may know; an empty seat is the public gallery."""

    def docket(self, seat: str) -> Docket:
        """Return a seat's lawful acts."""

    def submit(self, action: Action) -> tuple[Event, ...] | Refusal:
        """Take a person's act, or say which rule refuses it."""

    def step(self) -> tuple[Event, ...]:
        """Let a scripted delegation or the world act once; nothing when a person is awaited."""

    def ponder(self) -> Any:
        """Find out what comes next while nothing happens yet; it may be asked in a thread."""

    def heed(self, thought: Any) -> tuple[Event, ...]:
        """Let happen what was found out; nothing if something else has happened meanwhile."""

    def record_for(self, seat: str, since: int = 0) -> Sequence[Event]:
        """Return what a seat may know of the record from a place in it on."""

    def undo(self) -> str | Refusal:
        """Take back the last act, or say why not."""
