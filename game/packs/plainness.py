"""How plainly a text is written: its sentences, words and syllables, and the school grade that it asks for.

The grade is that of Flesch and Kincaid: 0.39 times words a sentence plus 11.8 times syllables a word, less
15.59. Syllables are estimated from the groups of vowels, so a grade is good to about one year. It measures
English only, and never says whether a text is true or well put.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SENTENCE = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\bMrs)[.!?]+[\"'”’)]*(?=\s+[\"'“‘(]?[A-Z0-9]|\s*\Z)")
_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:['’][A-Za-z]+)?")
_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")
_SILENT = re.compile(r"(?:[^aeiouyl]|[aeiouy]l)e\Z|[^aeiouydt]ed\Z|[^aeiouyscxz]es\Z")


def sentences(text: str) -> int:
    """How many sentences a text has; a text without a full stop has one, an empty one none."""
    return max(1, len(_SENTENCE.findall(text.strip()))) if text.strip() else 0


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """About how many syllables an English word has, at least one."""
    plain = word.lower()
    groups = len(_VOWELS.findall(plain))
    return max(1, groups - bool(_SILENT.search(plain)))


def words(text: str) -> list[str]:
    """The words of a text; figures and signs are none."""
    return _WORD.findall(text)


def grade(text: str) -> float:
    """The school grade a text asks for, to one decimal; 0 for a text without words, and at least 0."""
    said = words(text)
    if not said:
        return 0.0
    spoken = sum(map(syllables, said))
    found = 0.39 * len(said) / max(1, sentences(text)) + 11.8 * spoken / len(said) - 15.59
    return round(max(0.0, found), 1)
