"""The pages of the book of rules, one module for each part of the law.

Every page is a tuple of `Rule` in the order of its ids. Sentences are our own and plain enough to be read out
in class; sources name the Charter, the Covenant, the provisional rules of procedure or the practice. An
example is a case of history that the references vouch for; where they know none there is none, and what is
not certain says so in words. To add a rule, add it to its page; `book` collects them all.
"""

from __future__ import annotations

from dataclasses import dataclass

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Example:
    """One case from history.

    `symbol` is the document or meeting, empty where the references give none; `date` is a day (`1950-06-27`)
    or, where no more is known, a month (`1948-10`); `words` is one sentence.
    """

    symbol: str
    date: str
    words: str

    @property
    def when(self) -> str:
        """The date in words: `27 June 1950`, `October 1948`."""
        year, month, *day = self.date.split("-")
        return " ".join((*(f"{int(d)}" for d in day), MONTHS[int(month) - 1], year))

    @property
    def where(self) -> str:
        """The symbol and the date: `S/RES/83 (1950), 27 June 1950`."""
        return f"{self.symbol}, {self.when}" if self.symbol else self.when


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a stable id, a short title, a few plain sentences, where the law stands, a case, its kin.

    `see` holds ids of related rules.
    """

    id: str
    title: str
    text: str
    source: str
    example: Example | None = None
    see: tuple[str, ...] = ()

    @property
    def brief(self) -> str:
        """The first sentence of the text, for where there is room for no more."""
        return self.text.partition(". ")[0].removesuffix(".") + "."
