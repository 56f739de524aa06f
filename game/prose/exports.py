"""What a sitting leaves on paper: record, resolutions, votes and debrief, as Markdown or JSON.

One door: `export`. It must never write a file; whoever asked does. Jinja is imported when Markdown is asked
for. Every text of people and packs is escaped on its way into Markdown, so that it is shown and does
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from game.prose import assembly, document, paper
from game.prose.choices import Motives
from game.prose.debrief import Debrief, debrief
from game.prose.divergence import Voted
from game.prose.drafts import texts
from game.prose.footers import in_english_order
from game.prose.minutes import question, verdict
from game.prose.names import day, everyone, ordinal, short
from game.prose.paper import Line
from game.prose.plainly import plainly
from game.prose.record import record
from game.prose.votes import MARKS, SILENT, Put, questions
from game.session.events import Event
from game.session.scenario import Scenario
from game.session.state import State

FORMATS = ("md", "json")


class Adopted(Struct, frozen=True):
    """An adopted text as a printed document."""

    number: int
    symbol: str
    title: str
    date: str
    page: tuple[Line, ...]


class Fallen(Struct, frozen=True):
    """A text that was not adopted, and what became of it."""

    symbol: str
    title: str
    fate: str
    page: tuple[Line, ...]


class Resolutions(Struct, frozen=True):
    """The texts of a sitting."""

    title: str
    adopted: tuple[Adopted, ...]
    others: tuple[Fallen, ...]


class Row(Struct, frozen=True):
    """One question of the voting table; `marks` are those of `votes.MARKS`: Y, N, A, x, n."""

    question: str
    date: str
    meeting: int
    nature: str
    verdict: str
    needed: int
    marks: dict[str, str]
    votes: dict[str, str]
    reasons: dict[str, str]
    vetoed_by: tuple[str, ...]
    groups: dict[str, tuple[int, ...]] = {}
    """In the General Assembly: group -> yes, no, abstaining, absent, not participating, of all Members."""


class Votes(Struct, frozen=True):
    """The voting table: members in the English alphabetical order, questions in order."""

    title: str
    members: dict[str, str]
    rows: tuple[Row, ...]


def export(
    events: Sequence[Event],
    state: State,
    scenario: Scenario,
    what: str,
    fmt: str,
    motives: Motives | None = None,
) -> str:
    """Return one of the papers of a sitting.

    `events` is its whole record, `state` what it led to; `what` is one of `PAPERS` (record, resolutions,
    votes, debrief), `fmt` one of `FORMATS` (md, json). Raises ValueError with a sentence for anything else.
    `motives` are appended to the debrief: why scripted delegations did what they did.
    The debrief opens what was sealed; the others hold only what was public.
    """
    if what not in PAPERS:
        raise ValueError(f"There is no export called {what!r}; there are {', '.join(PAPERS)}.")
    if fmt not in FORMATS:
        raise ValueError(f"There is no format called {fmt!r}; there are {', '.join(FORMATS)}.")
    made = PAPERS[what](events, state, scenario)
    if motives is not None and isinstance(made, Debrief):
        made = replace(made, motives=motives)
    value = plainly(made)
    if fmt == "json":
        return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
    return _markdown(what, value, scenario)


def resolutions(events: Sequence[Event], scenario: Scenario) -> Resolutions:
    """Return the texts of a sitting as printed documents, adopted ones first."""
    last = {put.subject: put for put in questions(events, scenario) if put.kind in ("draft", *SILENT)}
    adopted, others = [], []
    for symbol, draft in texts(events).items():
        put = last.get(symbol)
        if draft.status == "adopted" and put is not None:
            page = tuple(document.resolution(scenario, draft, put))
            number = put.resolution or draft.resolution
            adopted.append(Adopted(number, draft.symbol, draft.title, put.date, page))
        else:
            page = tuple(document.printed(scenario, draft))
            others.append(Fallen(draft.symbol, draft.title, _fate(draft.status, put, scenario), page))
    return Resolutions(scenario.open.title, tuple(adopted), tuple(others))


def votes(events: Sequence[Event], scenario: Scenario) -> Votes:
    """Return the voting table of a sitting."""
    puts = [put for put in questions(events, scenario) if put.votes and put.kind not in SILENT]
    members = in_english_order(scenario, {seat for put in puts for seat in put.votes})
    rows = tuple(_row(put, scenario) for put in puts)
    return Votes(scenario.open.title, {seat: short(scenario, seat) for seat in members}, rows)


def _row(put: Put, scenario: Scenario) -> Row:
    what = question(put.kind, put.subject, scenario, put.named)
    what = what[:1].upper() + what[1:]
    marks = {seat: MARKS.get(vote, "?") for seat, vote in put.votes.items()}
    told = (what, put.date, put.meeting, put.nature, _became(put, scenario), put.needed)
    groups = assembly.groups(scenario, put.date, put.votes | put.others if put.others else {})
    counts = {group: tuple(count) for group, count in groups.items()}
    return Row(*told, marks, put.votes, put.reasons, put.vetoed_by, counts)


def _became(put: Put, scenario: Scenario) -> str:
    """What became of a question, in a few words."""
    if put.resolution:
        return f"adopted as resolution {put.resolution}"
    if put.vetoed_by:
        return f"not carried: veto of {everyone(scenario, put.vetoed_by)}"
    return verdict(put.verdict)


_UNVOTED = {
    "withdrawn": "withdrawn",
    "carried": "adopted by the committee",
    "set_aside": "laid aside",
    "circulating": "not signed by enough",
}
"""What became of texts that no vote on a draft resolution decided."""


def _fate(status: str, put: Put | None, scenario: Scenario) -> str:
    if put is None:
        return _UNVOTED.get(status, "not put to the vote")
    return _became(put, scenario)


PAPERS: Mapping[str, Callable[[Sequence[Event], State, Scenario], Any]] = {
    "record": lambda events, state, scenario: record(events, scenario),
    "resolutions": lambda events, state, scenario: resolutions(events, scenario),
    "votes": lambda events, state, scenario: votes(events, scenario),
    "debrief": debrief,
}
"""Every paper that can be exported, and what makes it."""


class Written(str):
    """Text that is Markdown already."""

    __slots__ = ()


def _markdown(what: str, value: Struct, scenario: Scenario) -> str:
    """Fill the template of a paper; whatever it shows is escaped unless it is Markdown already."""
    import jinja2

    shelf = jinja2.Environment(
        loader=jinja2.PackageLoader("game.prose"),
        finalize=lambda shown: shown if isinstance(shown, Written) else paper.escaped(str(shown), lines=True),
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    shelf.filters |= {"day": day, "ordinal": ordinal, "page": lambda lines: Written(paper.marked(lines))}
    shelf.filters |= {
        "figure": _figure,
        "cell": lambda text: Written(paper.escaped(str(text))),
        "outcome": _outcome,
    }
    shelf.filters |= {"raw": Written, "inside": lambda text: Written(paper.inside(str(text)))}
    text: str = shelf.get_template(f"{what}.md.j2").render(paper=value)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _outcome(vote: Voted | None) -> str:
    """How a vote went, for a table."""
    if vote is None:
        return "not put to the vote"
    return f"{'not adopted' if vote.outcome == 'failed' else vote.outcome} ({vote.count})"


def _figure(number: float | None) -> str:
    """A number for a table, a word where there is none."""
    return "none" if number is None else f"{number:g}"
