"""The screens: the only room where Textual lives, and where people meet the Council.

Screens hold no law: what may be done comes from the sitting's docket, words from `prose.acts` and
`prose.minutes`, rules from `rules.book`. Text of packs and people is shown literally, never as markup.
Nothing secret stays where the next delegation could read it: a delegation's screen is thrown away, not
covered, when the curtain falls.

Where to look:

- `application`  the application: themes, keys that work everywhere, the way from screen to screen
- `usher`        who plays next: scripted play in slices, the roll call, the hand-over; it draws nothing
- `thinking`     what scripted delegations think of beside the screen; `habits` what people are used to
- `council`      the face of a sitting as the screens see it; `loading` packs and saves read in a thread
- `foyer`        before the sitting: the title, the lobby
- `hall`         the chamber, the roll call, the Assembly, and what stands between two delegations (copy me:
`wire.py` is the shortest screen)
- `lobbying`     heads counted, notes and deals; `papers` and `drafting` what acts and texts are written on
- `aftermath`    ending, debrief, archive, replay
- `author`       the workshop and the author's desk; `toolkit` is the face of the tools that the command line
hands in
- `book`         the book of rules under `?`; `pieces` what all of them are made of, the table first

This package's own module imports nothing of Textual, so that the command line may ask for `Start` cheaply.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.rules.house import House
    from game.screens.author.toolkit import Toolkit


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
