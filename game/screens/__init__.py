"""The screens: the only room where Textual lives, and where people meet the Council.

Screens hold no law: what may be done comes from the sitting's docket, words from `prose.acts` and
`prose.minutes`, rules from `rules.book`. Text of packs and people is shown literally, never as markup.
Nothing secret stays where the next delegation could read it: a delegation's screen is thrown away, not
covered, when the curtain falls.

Where to look:

- `application`  the application: themes, keys that work everywhere, the way from screen to screen
- `usher`        who plays next: scripted play in slices, the roll call, the hand-over; it draws nothing;
  `thinking` lets delegations think beside the screen
- `habits`       pace, colours, estimates and hints as they were last chosen
- `curtain`, `locks`, `digest`, `directing`   what keeps delegations apart: the curtain, PINs as locks in
  the save, since you last sat, the director's desk
- `sheet`        what all screens share (copy me: `wire.py` is the shortest screen)
- `title`, `lobby` (its words: `terms`), `curtain`, `briefing`, `chamber`, `rollcall`, `wire`, `ending`   one
  screen each, its `.tcss` beside it
- `canvas`, `horseshoe`, `table`   the table: cells, geometry, widget
- `floor`, `running`, `panels`, `board`   the chamber's parts
- `composing`    which sheet each act is written on: `composer` and its sheets, `desk` and its two tables
- `rulebook`, `guide`, `legality`   the book of rules under `?`, and how a refusal is said
- `counting`, `declared`, `pending`   how a vote stands, why it came out so, what waits to be decided
- `workshop`, `authoring`   the author's desk: `complaints`, `trials`, `report`, `sketching`, `proof` are its
parts, and `toolkit` the face of the tools that the command line hands in
- `canvass`, `canvassing`, `canvass_hints`   heads counted before a vote, as far as one may know; `corridor`
and `correspondence`: notes and deals, a thread for each delegation
- `documents`, `archive`, `replaying`, `debriefing`   what can be read back

This package's own module imports nothing of Textual, so that the command line may ask for `Start` cheaply.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.rules.house import House
    from game.screens.toolkit import Toolkit


@dataclass(frozen=True, slots=True)
class Start:
    """What to open: nothing but the title; a crisis (`pack`) with its lobby settled; or a save (`resume`).

    `seats` are the codes that people take; with `watch` nobody does. `seed` None draws one from the clock.
    `saves` is the folder for sittings (None: the house's own).
    """

    pack: str = ""
    seats: tuple[str, ...] = ()
    seed: int | None = None
    length: str = "full"
    watch: bool = False
    director: bool = False
    resume: Path | None = None
    saves: Path | None = None
    temperaments: dict[str, str] = field(default_factory=dict)
    """Seat -> temperament, where the brief's own is not wanted."""
    house: House | None = None
    """The house rules to play by; None for the Council's own."""
    preliminary: str = "rule_30"
    """Who decides whether a question is procedural (P3, P4)."""
    abstention: str = "as_cast"
    """Whether parties to a dispute are held to abstain (V10, V11)."""
    level: str = "seasoned"
    """How skilled the scripted delegates are."""
    levels: dict[str, str] = field(default_factory=dict)
    """Seat -> level, where it is another."""
    stage: str = ""
    """The stage at which the sitting is begun, by its id; empty for the first."""
    desk: str = ""
    """The folder of the crisis that the author's desk is opened for; empty for none."""
    toolkit: Toolkit | None = field(default=None, compare=False)
    """The tools for authors; without them the workshop stays closed."""


def run(start: Start) -> int:
    """Open the screens and return the exit code; it comes back when the people leave."""
    from game.screens.application import Horseshoe

    return Horseshoe(start).run() or 0
