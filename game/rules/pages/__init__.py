"""The pages of the book of rules, one module for each part of the law.

Every page is a tuple of `Rule` in the order of its ids. Sentences are our own and plain enough to be read out
in class; sources name the Charter, the provisional rules of procedure or the practice. To add a rule, add it
to its page; `book` collects them all.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a stable id, a short title, one or two plain sentences, and where it comes from."""

    id: str
    title: str
    text: str
    source: str
