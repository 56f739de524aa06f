"""What the words of an expectation mean: aspects of a ruling, and whether they hold by these words.

For each aspect two patterns: words by which it does not hold, tried first, and words by which it does. It
must never know which ruling is right.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_SENSES: Mapping[str, tuple[str, str]] = {
    "rules at once": (
        r"out of order|may not interrupt|not in order|must wait",
        r"rules? (immediately|at once)|immediate|in order",
    ),
    "debate": (
        r"no debate|without debate|undebat|not (be )?debat|immediate vote|at once",
        r"may be debated|is debat|debatable|debate (is )?(allowed|open)|speakers",
    ),
    "withdrawn": (
        r"withdrawal (is )?(out of order|refused|not)|not withdrawn|cannot|may not|stays|remains|\bkept\b",
        r"withdrawn|may (be )?withdraw|withdrawal (is )?(allowed|in order)",
    ),
    "vote": (
        r"no vote|not (be )?(put|voted)|without a vote|needs? no vote",
        r"put to the vote|is voted|are voted|must be voted|vote (is )?(taken|follows|needed|required)",
    ),
    "put as a whole": (
        r"whole.{0,30}(reject|falls|fails|not)|nothing (is )?(left|put)|rejected",
        r"(voted|put|adopted).{0,20}whole",
    ),
    "separate": (
        r"no separate|not (be )?(voted )?(separate|divided)|as a whole|refused|denied|blocked",
        r"voted separately|separate vote|divided|part by part",
    ),
    "in order": (
        r"out of order|not in order|refused|may not|no vote|cannot|not (be )?(entertained|counted)",
        r"in order|allowed",
    ),
    "meeting": (r"need not|no meeting|not (be )?(called|held)|refuse", r"must|shall|call|is held"),
    "changed": (
        r"not (be )?changed|stands|refused|out of order|cannot|may not|final|no change",
        r"is changed|may (be )?change",
    ),
    "issued": (r"not issued|blocked|no statement|cannot", r"issued|read out"),
}


def sense_of(expected: str) -> dict[str, bool]:
    """The aspects of which words speak, and whether they hold by them."""
    plain, sense = expected.casefold(), {}
    for aspect, (fails, holds) in _SENSES.items():
        if re.search(fails, plain):
            sense[aspect] = False
        elif re.search(holds, plain):
            sense[aspect] = True
    return sense
