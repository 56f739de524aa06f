"""What the counts of many sittings say, figure by figure, under names that do not change.

It must never play a sitting or read a pack's files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from shlex import quote
from typing import TypedDict

from msgspec import Struct

from game.author.casting import AIMLESS, AS_ASKED, Cast, Terms, first
from game.author.counting import BROKEN, MILLION, OWN, Tally
from game.author.expected import Verdict, judged
from game.author.shares import Interval, median, wilson
from game.author.varied import Level, Matter, Skill, by_count, each_met, levels, matters, met, skills
from game.session.covenant import governs
from game.session.scenario import Scenario


class Margins(Struct, frozen=True):
    """By how much votes on texts were won or lost: yes minus needed, a veto left out of account.

    `narrowest` is the one nearest to nothing, on `text` in the sitting of `seed`.
    """

    votes: int
    median: float
    narrowest: int
    text: str
    seed: int


class DraftMargins(Struct, frozen=True):
    """By how much votes on one of the pack's drafts were won or lost: yes minus needed."""

    votes: int
    median: float
    lowest: int
    highest: int


class Pair(Struct, frozen=True):
    """Two tracks and their `correlation` (-1 to 1) over the ends of all stages played."""

    tracks: tuple[str, str]
    correlation: float


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

    `reopen` is the command that shows the sitting; `seat`, `temperament` and `level` say who played it, where
    that was not as asked.
    """

    kind: str
    seed: int
    what: str
    reopen: str = ""
    seat: str = ""
    temperament: str = ""
    level: str = ""


class Outcome(Struct, frozen=True):
    """What `runs` sittings from seed `seed` on came to, of `asked` that were wanted.

    `endings`, `happenings`, `clauses` (kinds adopted), `tabled`, `adopted`, `failed` and `vetoed` (the pack's
    drafts; statements agreed to are adopted) and `recommended` (those that the Assembly adopted) count by id
    what was seen; `own_texts` what became of texts that delegations wrote themselves;
    `unseen` names the rest, of which each occurs in less than the share `upper_bound` of sittings (95 %).
    `intervals` are Wilson's, of endings, 95 %. `vetoes` counts by permanent member, `noes` by member of the
    League that prevented unanimity. `objectives` gives for each seat the share of sittings in which it met
    each; `met` their mean; `scores` in how many sittings it met none, one, two ... of them. `correlations`
    are of all pairs of tracks. `matters` are seats played aimlessly, `temperaments` otherwise, `skills` in
    each way.
    `acts` and `refusals` are totals (a scripted delegate's refused act is a fault); `credibility` is the mean
    at the end (0-1); `broken` holds seeds of sittings that did not come to an end, and why. `cut_short` says
    what ended the play early, if anything did.
    """

    pack: str
    title: str
    runs: int
    asked: int
    interrupted: bool
    cut_short: str
    seed: int
    length: str
    level: str
    jobs: int
    seconds: float
    sittings_per_second: float
    endings: dict[str, int]
    intervals: dict[str, Interval]
    expectations: tuple[Verdict, ...]
    acts: int
    refusals: int
    credibility: float
    happenings: dict[str, int]
    clauses: dict[str, int]
    tabled: dict[str, int]
    adopted: dict[str, int]
    failed: dict[str, int]
    vetoed: dict[str, int]
    recommended: dict[str, int]
    own_texts: dict[str, int]
    unseen: dict[str, tuple[str, ...]]
    upper_bound: float
    margins: Margins | None
    draft_margins: dict[str, DraftMargins]
    vetoes: dict[str, int]
    noes: dict[str, int]
    objectives: dict[str, dict[str, float]]
    met: dict[str, float]
    scores: dict[str, tuple[int, ...]]
    correlations: tuple[Pair, ...]
    lengths: Lengths | None
    slowest: Slowest | None
    matters: tuple[Matter, ...]
    temperaments: tuple[Matter, ...]
    levels: tuple[Level, ...]
    skills: tuple[Skill, ...]
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
    terms: Terms
    jobs: int
    cut_short: str = ""


def outcome(scenario: Scenario, asked: Asked, totals: Mapping[Cast, Tally], seconds: float) -> Outcome:
    """Return what the tallies say: of the sittings asked for, and of those in which something was varied."""
    total, played = totals[AS_ASKED], sum(tally.runs for tally in totals.values())
    opened, ends = scenario.open, by_count(total.endings)
    others, league = tuple(matters(scenario, totals)), governs(scenario)
    return Outcome(
        pack=opened.id,
        title=opened.title,
        runs=total.runs,
        asked=asked.runs,
        interrupted=bool(asked.cut_short),
        cut_short=asked.cut_short,
        seed=asked.seed,
        length=asked.terms.length,
        level=asked.terms.level,
        jobs=asked.jobs,
        seconds=round(seconds, 3),
        sittings_per_second=round(played / seconds, 1) if seconds else 0.0,
        endings=ends,
        intervals={ending: wilson(hits, total.runs) for ending, hits in ends.items()},
        expectations=tuple(judged(scenario, totals)),
        acts=total.acts,
        refusals=total.refusals,
        credibility=round(total.credibility / MILLION / total.ended, 3) if total.ended else 0.0,
        happenings=by_count(total.happenings),
        clauses=by_count(total.clauses),
        **_texts(total),
        own_texts={what: getattr(total, what)[OWN] for what in _BECAME},
        unseen=_unseen(scenario, total),
        upper_bound=round(min(1.0, 3 / total.runs), 4) if total.runs else 1.0,
        margins=_margins(total),
        draft_margins=_draft_margins(total),
        vetoes={s.code: total.vetoes[s.code] for s in opened.seats if s.permanent and not league},
        noes=by_count(total.noes) if league else {},
        objectives=each_met(scenario, total),
        met=met(scenario, total),
        scores=_scores(scenario, total),
        correlations=tuple(Pair((a, b), r) for a, b, r in total.tracks.correlations()),
        lengths=_lengths(total),
        slowest=Slowest(total.slowest.value, total.slowest.seed) if total.slowest else None,
        matters=tuple(m for m in others if m.temperament == AIMLESS),
        temperaments=tuple(m for m in others if m.temperament != AIMLESS),
        levels=tuple(levels(scenario, asked.terms, totals)),
        skills=tuple(skills(scenario, asked.terms, totals)),
        anomalies=tuple(_anomalies(scenario, asked, totals)),
        broken=total.broken,
        **_titles(scenario),
    )


class _Texts(TypedDict):
    """What became of the pack's own drafts."""

    tabled: dict[str, int]
    adopted: dict[str, int]
    failed: dict[str, int]
    vetoed: dict[str, int]
    recommended: dict[str, int]


_BECAME = tuple(_Texts.__annotations__)


def _texts(total: Tally) -> _Texts:
    return _Texts(
        tabled=_stored(total.tabled),
        adopted=_stored(total.adopted),
        failed=_stored(total.failed),
        vetoed=_stored(total.vetoed),
        recommended=_stored(total.recommended),
    )


def _stored(counts: Counter[str]) -> dict[str, int]:
    return {text: times for text, times in by_count(counts).items() if text != OWN}


class _Titles(TypedDict):
    """The names that people read."""

    ending_titles: dict[str, str]
    draft_titles: dict[str, str]
    happening_titles: dict[str, str]
    clause_titles: dict[str, str]


def _titles(scenario: Scenario) -> _Titles:
    opened, sealed = scenario.open, scenario.sealed
    return _Titles(
        ending_titles={x.id: x.title for x in sealed.endings},
        draft_titles={x.id: x.title for x in opened.drafts},
        happening_titles={x.id: x.title for x in sealed.happenings},
        clause_titles={x.id: x.title for x in opened.clauses},
    )


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


def _draft_margins(total: Tally) -> dict[str, DraftMargins]:
    """By draft, the most often voted first."""
    drafts: dict[str, Counter[int]] = {}
    for key, times in total.draft_margins.items():
        text, _, margin = key.rpartition(":")
        drafts.setdefault(text, Counter())[int(margin)] += times
    votes = by_count({text: found.total() for text, found in drafts.items() if text != OWN})
    return {
        text: DraftMargins(times, median(drafts[text]), min(drafts[text]), max(drafts[text]))
        for text, times in votes.items()
    }


def _scores(scenario: Scenario, total: Tally) -> dict[str, tuple[int, ...]]:
    """By seat, in how many sittings it met none of its objectives, one, and so on."""
    return {
        seat: tuple(total.scores[f"{seat}:{met}"] for met in range(len(brief.objectives) + 1))
        for seat, brief in scenario.sealed.briefs.items()
        if brief.objectives
    }


def _anomalies(scenario: Scenario, asked: Asked, totals: Mapping[Cast, Tally]) -> Iterator[Anomaly]:
    """What went wrong, in the order of seeds; what is counted beyond those kept by name is not told."""
    for cast, tally in totals.items():
        found = [
            ("stalled" if why.startswith("it stood still") else BROKEN, seed, why)
            for seed, why in tally.broken.items()
        ]
        found += [("refused", seed, f"{n} act{'s' * (n != 1)} refused.") for seed, n in tally.refused.items()]
        for kind, seed, what in sorted(found, key=lambda a: (a[1], a[0])):
            yield Anomaly(kind, seed, what, _reopened(scenario, asked, cast, seed), *cast)


def _reopened(scenario: Scenario, asked: Asked, cast: Cast, seed: int) -> str:
    """The command that shows a sitting."""
    how = cast.temperament or cast.level
    seats = (cast.seat,) if cast.seat else first(scenario) if cast.level else ()
    short = " --length short" if asked.terms.length == "short" else ""
    skill = f" --level {asked.terms.level}" if asked.terms.level != Terms().level else ""
    others = f" --delegate {','.join(f'{seat}={how}' for seat in seats)}" if seats else ""
    return f"horseshoe play {quote(asked.pack)} --watch --seed {seed}{short}{skill}{others}"
