"""Plain English for motions, drafts and amendments, as tables of cases describe them.

Patterns only: the first that fits wins. It must never know what the law makes of what it finds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.rules.amendments import Change

_MOTIONS = (
    (r"point of order", "point_of_order"),
    (r"challeng|appeal", "challenge"),
    (r"suspen", "suspend"),
    (r"adjourn\w*\b.*\b(debate|discussion|question|item)\b", "postpone"),
    (r"adjourn.*\b(certain|until|till|to|fixed|specified|day|hour)\b", "adjourn_to"),
    (r"adjourn", "adjourn"),
    (r"\brefer", "refer"),
    (r"postpon|defer", "postpone"),
    (r"priority|later draft", "priority"),
    (r"amend", "amendment"),
    (r"emergency special session", "ess"),
    (r"draft|principal motion|resolution|proposal", "draft"),
)
_ADDS = re.compile(r"\b(adds?|adding|addition|inserts?|inserting|insertion|new paragraph)\b")
_DELETES = re.compile(r"\b(deletes?|deleting|deletion|strikes?|omits?|removes|removing)\b")
_DISTANCES = (
    (r"distance (\d+)", None),
    (r"\b(closest|nearest|least|last)\b", 1.0),
    (r"\b(next|second)\b", 3.0),
    (r"\b(furthest|farthest|most removed|most remote|most distant)\b", 4.0),
    (r"\b(close|closer|near|nearer|less|minor|slight|drafting|small)\b", 2.0),
    (r"\b(further|farther|far|substantial|radical)\b", 3.0),
)
_TIME = re.compile(r"\b(\d{1,2})[:.h](\d{2})\b|\b(\d{4}-\d{2}-\d{2})\b")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def motion_of(words: str) -> str:
    """The id in `motions.MOTIONS` of the motion these words describe; empty if none is recognised."""
    plain = words.casefold()
    return next((id for pattern, id in _MOTIONS if re.search(pattern, plain)), "")


def submitted(words: str) -> int | None:
    """When a draft was submitted, as a number that grows with time; None if the words do not say."""
    plain = words.casefold()
    if found := _TIME.search(plain):
        return int(found[3].replace("-", "")) if found[3] else int(found[1]) * 60 + int(found[2])
    return _ordinal(plain, _ORDINALS)


def _ordinal(plain: str, ordinals: Sequence[str]) -> int | None:
    return next((n for n, word in enumerate(ordinals) if re.search(rf"\b{word}\b", plain)), None)


def priority_of(words: str) -> bool:
    """Whether a draft has been given priority by the Council."""
    return bool(re.search(r"\bpriority\b(?!.*\b(refused|rejected|not carried|fails?)\b)", words.casefold()))


def change_of(words: str) -> Change:
    """What an amendment does to the text."""
    plain = words.casefold()
    if _DELETES.search(plain):
        return Change.DELETE
    return Change.ADD if _ADDS.search(plain) else Change.REPLACE


def distance_of(words: str) -> float:
    """How far an amendment is removed in substance, as far as the words say: 0 where they do not."""
    plain = words.casefold()
    for pattern, distance in _DISTANCES:
        if found := re.search(pattern, plain):
            return float(found[1]) if distance is None else distance
    return 0.0
