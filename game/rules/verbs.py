"""The verbs of a resolution: how strongly each speaks, and in which part of the text it stands.

Operative verbs rank from 1 (takes note) to 10 (decides), preambular ones from 1 to 5. A rank says how much
a verb asks for, never whether it binds: that also turns on the article (CH18).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType


class Part(StrEnum):
    """The part of the text in which a verb stands."""

    PREAMBLE = "preamble"
    OPERATIVE = "operative"


class Tone(StrEnum):
    """Whether a verb is even, approves or disapproves."""

    EVEN = "even"
    APPROVING = "approving"
    DISAPPROVING = "disapproving"


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb as it is printed: its part, its rank in that part, its tone."""

    text: str
    part: Part
    rank: int
    tone: Tone


_EVEN, _FOR, _AGAINST = Tone.EVEN, Tone.APPROVING, Tone.DISAPPROVING

_PREAMBLE: tuple[tuple[int, Tone, str], ...] = (
    (1, _EVEN, "Noting; Taking note of; Having considered; Having heard; Having examined; Having received"),
    (1, _EVEN, "Bearing in mind; Mindful of; Cognizant of; Conscious of; Taking into account"),
    (1, _FOR, "Noting with interest; Noting with appreciation"),
    (1, _AGAINST, "Concerned; Regretting"),
    (2, _EVEN, "Recalling; Considering; Recognizing; Acknowledging; Aware; Reminding; Desiring"),
    (2, _FOR, "Welcoming; Commending"),
    (2, _AGAINST, "Noting with concern; Expressing concern"),
    (3, _EVEN, "Reaffirming; Affirming; Reiterating; Emphasizing; Underlining; Underscoring; Stressing"),
    (3, _FOR, "Expressing appreciation; Expressing gratitude"),
    (3, _AGAINST, "Deeply concerned; Expressing grave concern; Gravely concerned"),
    (4, _EVEN, "Convinced; Firmly believing; Guided by; Reaffirming its commitment; Resolved; Fulfilling"),
    (4, _FOR, "Warmly welcoming"),
    (4, _AGAINST, "Deploring; Disturbed; Alarmed; Expressing its outrage"),
    (5, _EVEN, "Determining; Having determined; Acting; Determined"),
    (5, _FOR, "Paying tribute"),
    (5, _AGAINST, "Condemning; Strongly condemning"),
)

_OPERATIVE: tuple[tuple[int, Tone, str], ...] = (
    (1, _EVEN, "Takes note of; Notes; Has considered"),
    (2, _FOR, "Notes with interest; Notes with satisfaction; Takes note with appreciation; Welcomes"),
    (2, _FOR, "Warmly welcomes; Commends; Pays tribute to; Expresses appreciation"),
    (2, _AGAINST, "Regrets; Expresses concern"),
    (3, _EVEN, "Recognizes; Acknowledges; Recalls; Affirms; Reminds"),
    (3, _AGAINST, "Expresses grave concern; Deplores"),
    (4, _EVEN, "Reaffirms; Reiterates; Emphasizes; Stresses; Underlines; Underscores"),
    (4, _AGAINST, "Strongly deplores; Condemns; Warns"),
    (5, _EVEN, "Encourages; Invites; Appeals to"),
    (5, _AGAINST, "Strongly condemns; Condemns in the strongest terms; Solemnly warns"),
    (6, _EVEN, "Requests; Recommends; Expresses its intention; Expresses its readiness"),
    (7, _EVEN, "Calls for; Calls upon; Urges"),
    (8, _EVEN, "Strongly urges; Insists"),
    (9, _EVEN, "Demands"),
    (10, _EVEN, "Decides; Declares; Determines; Endorses; Authorizes; Imposes; Orders"),
)


def _table() -> dict[str, Verb]:
    rows = [(Part.PREAMBLE, row) for row in _PREAMBLE] + [(Part.OPERATIVE, row) for row in _OPERATIVE]
    return {
        text: Verb(text, part, rank, tone) for part, (rank, tone, verbs) in rows for text in verbs.split("; ")
    }


VERBS: Mapping[str, Verb] = MappingProxyType(_table())

BINDING_RANK = 9
DECIDING_RANK = 10

# Rising scales along which a drafter softens or sharpens one sentence.
DISAPPROVAL = (
    "Regrets",
    "Expresses concern",
    "Expresses grave concern",
    "Deplores",
    "Strongly deplores",
    "Condemns",
    "Strongly condemns",
    "Condemns in the strongest terms",
)
APPROVAL = (
    "Notes",
    "Takes note with appreciation",
    "Welcomes",
    "Warmly welcomes",
    "Commends",
    "Pays tribute to",
)
WARNING = ("Reminds", "Warns", "Solemnly warns", "Expresses its intention", "Decides")


def verb(text: str) -> Verb:
    """The verb a clause opens with: the longest one known that begins `text`.

    Case does not matter. Raises ValueError when the text opens with none.
    """
    opening = text.casefold()
    known = [v for v in VERBS if opening == v.casefold() or opening.startswith(f"{v.casefold()} ")]
    if not known:
        raise ValueError(f"No resolution verb opens {text[:40]!r}; take one from the list of verbs.")
    return VERBS[max(known, key=len)]


@lru_cache(maxsize=1024)
def part_of(text: str) -> Part | None:
    """The part of the text to which a clause's verb belongs, None when it is no known verb."""
    try:
        return verb(text).part
    except ValueError:
        return None
