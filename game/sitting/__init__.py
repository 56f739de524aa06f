"""One Council in being: the only room with a loop. State, journal and delegates meet here and nowhere else.

Developers: `table.py` takes acts and steps, `midway.py` begins at a later stage, `replay.py` looks back,
`courses.py` plays many, `choices.py` tells why scripted delegations did what they did. Screens and the
author's toolkit both come in by `Sitting`.
"""

from __future__ import annotations

from game.sitting.courses import Courses
from game.sitting.midway import begin_at, members_at
from game.sitting.replay import Replay
from game.sitting.table import OBSERVER, PERSON, Sitting, SittingError

__all__ = ["OBSERVER", "PERSON", "Courses", "Replay", "Sitting", "SittingError", "begin_at", "members_at"]
