"""What the counts of many sittings say: shares with their intervals, and how much each seat matters.

Arithmetic only. It must never play a sitting or read a pack's files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from math import pi, sqrt
from shlex import quote

from msgspec import Struct

from game.author.counting import BROKEN, Tally
from game.session.scenario import Scenario

_Z = 1.959964
"""How many standard errors either side hold 95 % of a normal distribution."""


class Margins(Struct, frozen=True):
    """By how much votes on texts were won or lost: yes minus needed, a veto left out of account.

    `narrowest` is the one nearest to nothing, on `text` in the sitting of `seed`.
    """

    votes: int
    median: float
    narrowest: int
    text: str
    seed: int


class Lengths(Struct, frozen=True):
    """How many acts the sittings took that came to an end; `seed` is that of the longest."""

    median: float
    longest: int
    seed: int


class Slowest(Struct, frozen=True):
    """The sitting that took the most seconds."""

    seconds: float
    seed: int


class Anomaly(Struct, frozen=True):
    """Something that should not be: `kind` is broken, stalled or refused.

    `reopen` is the command that shows the sitting; empty where another delegate sat in `seat`, since no
    command seats one.
    """

    kind: str
    seed: int
    what: str
    reopen: str = ""
    seat: str = ""


class Matter(Struct, frozen=True):
    """How much a seat matters: what changes when it plays aimlessly.

    `distance` is the total variation distance (0-1) between the endings then, of `runs` sittings, and as they
    were; `by_chance` what samples of these sizes would differ by if the seat made no difference at all.
    """

    seat: str
    runs: int
    distance: float
    by_chance: float
    endings: dict[str, int]


class Outcome(Struct, frozen=True):
    """What `runs` sittings from seed `seed` on came to, of `asked` that were wanted.

    `endings`, `happenings`, `clauses` (kinds adopted), `tabled`, `adopted`, `failed` and `vetoed` (the pack's
    drafts) count by id what was seen; `unseen` names the rest, of which each occurs in less than the share
    `upper_bound` of sittings (95 %). `intervals` are Wilson's, of endings, 95 %. `vetoes` counts by permanent
    member. `objectives` gives for each seat the share of sittings in which it met each; `met` their mean.
    `acts` and `refusals` are totals (a scripted delegate's refused act is a fault); `credibility` is the mean
    at the end (0-1); `broken` holds seeds of sittings that did not come to an end, and why.
    """

    pack: str
    title: str
    runs: int
    asked: int
    interrupted: bool
    seed: int
    length: str
    jobs: int
    seconds: float
    sittings_per_second: float
    endings: dict[str, int]
    intervals: dict[str, tuple[float, float]]
    acts: int
    refusals: int
    credibility: float
    happenings: dict[str, int]
    clauses: dict[str, int]
    tabled: dict[str, int]
    adopted: dict[str, int]
    failed: dict[str, int]
    vetoed: dict[str, int]
    unseen: dict[str, tuple[str, ...]]
    upper_bound: float
    margins: Margins | None
    vetoes: dict[str, int]
    objectives: dict[str, dict[str, float]]
    met: dict[str, float]
    lengths: Lengths | None
    slowest: Slowest | None
    matters: tuple[Matter, ...]
    anomalies: tuple[Anomaly, ...]
    broken: dict[int, str]
    ending_titles: dict[str, str]
    draft_titles: dict[str, str]
    happening_titles: dict[str, str]
    clause_titles: dict[str, str]


class Asked(Struct, frozen=True):
    """What a simulation was asked for: the pack as it was named, how many sittings, and how."""

    pack: str
    runs: int
    seed: int
    length: str
    jobs: int


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval (0-1) of a share of which `hits` were seen in `of`, after Wilson."""
    if not of:
        return 0.0, 1.0
    share, square = hits / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return round(max(0.0, middle - half), 4), round(min(1.0, middle + half), 4)


def distance(ours: Mapping[str, int], theirs: Mapping[str, int]) -> tuple[float, float]:
    """Return how far two samples of endings lie apart (total variation, 0-1), and how far by chance alone.

    The second is half the sum of the differences expected between samples of these sizes from one and the
    same distribution, each taken as normal. Both are 0 for an empty sample.
    """
    many, few = sum(ours.values()), sum(theirs.values())
    if not many or not few:
        return 0.0, 0.0
    apart = chance = 0.0
    for ending in {*ours, *theirs}:
        a, b = ours.get(ending, 0), theirs.get(ending, 0)
        pooled = (a + b) / (many + few)
        apart += abs(a / many - b / few) / 2
        chance += sqrt(2 / pi * pooled * (1 - pooled) * (1 / many + 1 / few)) / 2
    return round(apart, 4), round(chance, 4)


def median(counts: Mapping[int, int]) -> float:
    """Return the median of values given with how often each was seen; ValueError when there are none."""
    total = sum(counts.values())
    if not total:
        raise ValueError("Nothing was counted, so there is no median.")
    seen, lower = 0, None
    for value in sorted(counts):
        seen += counts[value]
        if lower is None and 2 * seen >= total:
            lower = value
        if 2 * seen > total:
            return (lower + value) / 2 if lower is not None else value
    raise ValueError("Counts must not be negative.")


def outcome(
    scenario: Scenario, asked: Asked, totals: Mapping[str, Tally], seconds: float, interrupted: bool
) -> Outcome:
    """Return what the tallies say: that of all sittings under `""`, the others by the seat that played
    aimlessly."""
    total, played = totals[""], sum(tally.runs for tally in totals.values())
    opened, sealed = scenario.open, scenario.sealed
    return Outcome(
        pack=opened.id,
        title=opened.title,
        runs=total.runs,
        asked=asked.runs,
        interrupted=interrupted,
        seed=asked.seed,
        length=asked.length,
        jobs=asked.jobs,
        seconds=round(seconds, 3),
        sittings_per_second=round(played / seconds, 1) if seconds else 0.0,
        endings=_sorted(total.endings),
        intervals={ending: wilson(hits, total.runs) for ending, hits in _sorted(total.endings).items()},
        acts=total.acts,
        refusals=total.refusals,
        credibility=round(total.credibility / total.ended, 3) if total.ended else 0.0,
        happenings=_sorted(total.happenings),
        clauses=_sorted(total.clauses),
        tabled=_sorted(total.tabled),
        adopted=_sorted(total.adopted),
        failed=_sorted(total.failed),
        vetoed=_sorted(total.vetoed),
        unseen=_unseen(scenario, total),
        upper_bound=round(min(1.0, 3 / total.runs), 4) if total.runs else 1.0,
        margins=_margins(total),
        vetoes={s.code: total.vetoes[s.code] for s in opened.seats if s.permanent},
        objectives=_objectives(scenario, total),
        met={seat: round(sum(s.values()) / len(s), 4) for seat, s in _objectives(scenario, total).items()},
        lengths=_lengths(total),
        slowest=Slowest(total.slowest.value, total.slowest.seed) if total.slowest else None,
        matters=tuple(_matter(seat, total, tally) for seat, tally in totals.items() if seat),
        anomalies=tuple(a for seat, tally in totals.items() for a in _anomalies(asked, seat, tally)),
        broken=total.broken,
        ending_titles={x.id: x.title for x in sealed.endings},
        draft_titles={x.id: x.title for x in opened.drafts},
        happening_titles={x.id: x.title for x in sealed.happenings},
        clause_titles={x.id: x.title for x in opened.clauses},
    )


def _sorted(counts: Counter[str]) -> dict[str, int]:
    """Counts with the most frequent first, so that one process writes what several do."""
    return dict(sorted(((k, n) for k, n in counts.items() if n), key=lambda row: (-row[1], row[0])))


def _unseen(scenario: Scenario, total: Tally) -> dict[str, tuple[str, ...]]:
    opened, sealed = scenario.open, scenario.sealed
    there: tuple[tuple[str, Collection[str], Counter[str]], ...] = (
        ("endings", [x.id for x in sealed.endings], total.endings),
        ("happenings", [x.id for x in sealed.happenings], total.happenings),
        ("clauses", [x.id for x in opened.clauses], total.clauses),
        ("drafts", [x.id for x in opened.drafts], total.tabled),
    )
    return {kind: tuple(x for x in names if not seen[x]) for kind, names, seen in there}


def _margins(total: Tally) -> Margins | None:
    mark = total.narrowest
    if mark is None:
        return None
    votes = sum(total.margins.values())
    return Margins(votes, median(total.margins), int(mark.value), mark.what, mark.seed)


def _lengths(total: Tally) -> Lengths | None:
    mark = total.longest
    return None if mark is None else Lengths(median(total.lengths), int(mark.value), mark.seed)


def _objectives(scenario: Scenario, total: Tally) -> dict[str, dict[str, float]]:
    """Seats with their objectives, and the share of sittings that met each; seats without any left out."""
    ended = total.ended or 1
    return {
        seat: {o.id: round(total.objectives[f"{seat}:{o.id}"] / ended, 4) for o in brief.objectives}
        for seat, brief in scenario.sealed.briefs.items()
        if brief.objectives
    }


def _matter(seat: str, total: Tally, tally: Tally) -> Matter:
    return Matter(seat, tally.runs, *distance(total.endings, tally.endings), _sorted(tally.endings))


def _anomalies(asked: Asked, seat: str, tally: Tally) -> tuple[Anomaly, ...]:
    """What went wrong, in the order of seeds; what is counted beyond those kept by name is not told."""

    def told(kind: str, seed: int, what: str) -> Anomaly:
        short = " --length short" if asked.length == "short" else ""
        reopen = f"horseshoe play {quote(asked.pack)} --watch --seed {seed}{short}"
        return Anomaly(kind, seed, what, "" if seat else reopen, seat)

    found = [
        told("stalled" if why.startswith("it stood still") else BROKEN, seed, why)
        for seed, why in tally.broken.items()
    ]
    found += [told("refused", seed, f"{n} act{'s' * (n != 1)} refused.") for seed, n in tally.refused.items()]
    return tuple(sorted(found, key=lambda a: (a.seed, a.kind)))
