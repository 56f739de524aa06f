"""What things are called in a sentence: members with their article, drafts, dates, numbers, lists.

Small words only; it must never look at what happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from game.plain import clean
from game.plain.names import with_article, without_article
from game.session.actions import Term
from game.session.scenario import Scenario

_TOLD = re.compile(r" (votes|abstains|speaks|does not|objects)\b")
_ENDED = re.compile(r"[.!?…]”?$")
_BALLOTS = {
    "yes": "votes yes",
    "no": "votes no",
    "abstain": "abstains",
    "not_participating": "does not participate in the vote",
    "absent": "is absent",
}
_WOULD = {
    "yes": "would vote for",
    "no": "would vote against",
    "abstain": "would abstain on",
    "not_participating": "would not participate in the vote on",
}


def the(scenario: Scenario, code: str) -> str:
    """A member's or party's everyday name with its article: `France`, `the USSR`; an unknown code stays."""
    return with_article(clean(scenario.names.get(code, code)))


def short(scenario: Scenario, code: str) -> str:
    """A member's or party's everyday name without article."""
    return without_article(clean(scenario.names.get(code, code)))


def told_of(scenario: Scenario, code: str, does: str, words: str) -> str:
    """What a seat does and the words it gives; the words alone when they tell of it themselves."""
    rest = _after_name(scenario, code, words)
    return f"{the(scenario, code)}{rest or f' {does}{after_colon(words)}'}"


def speaks_itself(scenario: Scenario, code: str, words: str) -> bool:
    """Say whether words are a seat's own, and do not tell of it by its name."""
    return not _after_name(scenario, code, words)


def _after_name(scenario: Scenario, code: str, words: str) -> str:
    """What follows a seat's name in words that tell of it; empty for its own words."""
    rest = without_article(clean(words)).removeprefix(short(scenario, code))
    return rest if _TOLD.match(rest) else ""


def official(scenario: Scenario, code: str) -> str:
    """A member's official name, as documents print it."""
    seat = scenario.seat.get(code)
    return clean(seat.name) if seat else short(scenario, code)


def everyone(scenario: Scenario, codes: Iterable[str]) -> str:
    """Several members in one sentence: `France, the USSR and India`."""
    return listed([the(scenario, code) for code in codes])


def listed(words: Iterable[str]) -> str:
    """Words as a list: `a`, `a and b`, `a, b and c`."""
    all_words = list(words)
    if len(all_words) < 2:
        return "".join(all_words)
    return f"{', '.join(all_words[:-1])} and {all_words[-1]}"


def sentence(text: str) -> str:
    """A text with a capital at its head and a full stop at its end, in one plain line."""
    text = clean(text)
    text = text[:1].upper() + text[1:]
    return text if not text or _ENDED.search(text) else f"{text}."


def after_colon(text: str) -> str:
    """Somebody's words to follow a statement of fact, or nothing."""
    text = clean(text)
    return f": {text}" if text else ""


def day(iso: str) -> str:
    """A date as documents print it: `25 June 1950`; what is no ISO date stands as it is."""
    try:
        then = date.fromisoformat(iso)
    except ValueError:
        return clean(iso)
    return f"{then.day} {_MONTHS[then.month - 1]} {then.year}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def year(iso: str) -> int:
    """The year of an ISO date, 0 when there is none."""
    return int(iso[:4]) if iso[:4].isdigit() else 0


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `473rd`, `11th`."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number and its noun: `1 vote`, `3 votes`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def ballot(vote: str) -> str:
    """What a seat does in the vote: `votes yes`, `abstains`."""
    return _BALLOTS.get(vote, f"votes {clean(vote)}")


def would(vote: str) -> str:
    """What a seat announces: `would vote against`."""
    return _WOULD.get(vote, f"would vote {clean(vote)} on")


def issue(scenario: Scenario, id: str) -> str:
    """An issue's title in quotation marks."""
    return next((f"“{clean(i.title)}”" for i in scenario.open.issues if i.id == id), f"“{clean(id)}”")


def clause_title(scenario: Scenario, kind: str) -> str:
    """The title of a kind of clause in quotation marks."""
    found = scenario.clause.get(kind)
    return f"“{clean(found.title if found else kind)}”"


def pledge(scenario: Scenario, kind: str) -> str:
    """What a kind of pledge is called inside a sentence."""
    found = scenario.pledge.get(kind)
    return lowered(clean(found.title)) if found else clean(kind)


def promised(scenario: Scenario, kind: str, units: float) -> str:
    """A pledge with its amount: `ground troops (2 battalions)`."""
    found = scenario.pledge.get(kind)
    unit = f" {clean(found.unit)}" if found and found.unit else ""
    return f"{pledge(scenario, kind)} ({units:g}{unit})"


def lowered(text: str) -> str:
    """A title as it goes on inside a sentence; acronyms keep their capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def term(scenario: Scenario, side: Term) -> str:
    """One side of a deal: `a vote for S/1501`, `sponsoring S/1501`, `a pledge of ground troops`,
    `speaking for “Relief”`, `an amendment on “Relief” in S/1501`."""
    if side.kind == "vote":
        vote = {"yes": "a vote for", "no": "a vote against", "abstain": "an abstention on"}
        return f"{vote.get(side.vote, 'non-participation on')} {clean(side.subject)}"
    if side.kind == "sponsor":
        return f"sponsoring {clean(side.subject)}"
    if side.kind == "statement":
        side_taken = {"for": "for", "against": "against"}.get(side.vote, "on")
        return f"speaking {side_taken} {issue(scenario, side.subject)}"
    if side.kind == "amendment":
        return f"an amendment on {clause_title(scenario, side.clause)} in {clean(side.subject)}"
    return f"a pledge of {pledge(scenario, side.subject)}"
