"""What members did on history's own line beside the texts and votes that are known: the acts of a replay.

The author's replay and the debrief's comparisons read it; nothing in a sitting does.
"""

from __future__ import annotations

from msgspec import Struct


class Deed(Struct, frozen=True):
    """Something done at a stage of history's line.

    `act` is one of: pledge (`what` the kind, `share` of what each of the `seats` can give), leave, return or
    notice by the `seats`; agenda, agreed or assembly, which give ballots: `votes` names those who did not
    vote yes. Agenda is the vote on whether to take the matter up, agreed the adoption of the stored draft
    `what` without a roll call, assembly the vote of the Council's members in the General Assembly.
    """

    stage: str
    act: str
    seats: tuple[str, ...] = ()
    what: str = ""
    share: float = 1.0
    votes: dict[str, str] = {}
    sources: tuple[str, ...] = ()
