"""The report of a simulation as lines of plain text: what an author reads to see how a crisis plays.

It must never reckon: every figure is one of the outcome's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.author.expected import NOT_TRIED
from game.author.figures import Outcome
from game.author.lines import columns, folded, share
from game.author.tried import tried

_TELL = 10
"""Anomalies told one by one; the outcome as JSON has more."""
_ALIKE = 0.9
"""Correlation from which on two tracks are told to move together."""
_UNSEEN = {"endings": "endings", "happenings": "happenings", "clauses": "clauses adopted", "drafts": "texts"}


def counted(told: Outcome) -> Iterator[str]:
    """Yield the lines of the report."""
    last = told.seed + told.runs - 1
    level = "" if told.level == "seasoned" else f", all {told.level}"
    seeds = f"from seed {told.seed} on" if told.cut_short else f"seeds {told.seed} to {last}"
    yield f"{told.title}: {told.runs} sittings, {seeds}{level}"
    if told.cut_short:
        why = told.cut_short
        yield f"{why[:1].upper()}{why[1:]}: {told.runs} of {told.asked} were played, and are counted here."
    yield from _endings(told)
    yield from _expectations(told)
    yield from _hits("Happenings", told.happenings, told.runs, told.happening_titles)
    yield from _texts(told)
    yield from _hits("Clauses adopted", told.clauses, told.runs, told.clause_titles)
    yield from _never(told)
    yield from _votes(told)
    yield from _objectives(told)
    yield from tried(told)
    yield from _course(told)
    yield from _anomalies(told)


def _endings(told: Outcome) -> Iterator[str]:
    rows = []
    for ending, hits in told.endings.items():
        low, high = told.intervals[ending]
        between = f"({100 * low:.1f} to {100 * high:.1f})"
        title = told.ending_titles.get(ending, "")
        rows.append((ending, f"{hits:>6}", f"{share(hits, told.runs):>7}", f"{between:>15}", title))
    if rows:
        yield from ("", "How they ended (in brackets: 95 % interval of the share)", *columns(rows))


def _expectations(told: Outcome) -> Iterator[str]:
    """What the pack expects of itself, the missed first."""
    order = {"missed": 0, "open": 1, "met": 2}
    judged = [v for v in told.expectations if v.why != NOT_TRIED]
    rows = [
        (
            v.verdict,
            v.what,
            f"{100 * v.seen:.1f}",
            f"({100 * v.low:.1f} to {100 * v.high:.1f})",
            _bounds(*v.expected),
            v.why,
        )
        for v in sorted(judged, key=lambda v: order[v.verdict])
    ]
    if told.expectations:
        yield from ("", "What the pack expects (all in per cent; open: too few sittings to tell)")
        yield from columns(rows)
    if len(judged) < len(told.expectations):
        yield f"  open  {len(told.expectations) - len(judged)} seats are not tried: --vary seat tries them."


def _bounds(least: float, most: float) -> str:
    if most >= 1:
        return f"at least {100 * least:g}"
    return f"at most {100 * most:g}" if least <= 0 else f"{100 * least:g} to {100 * most:g}"


def _hits(head: str, counts: Mapping[str, int], runs: int, titles: Mapping[str, str]) -> Iterator[str]:
    rows = [(x, f"{n:>6}", f"{share(n, runs):>7}", titles.get(x, "")) for x, n in counts.items()]
    if rows:
        yield from ("", head, *columns(rows))


def _texts(told: Outcome) -> Iterator[str]:
    counts = {"tabled": told.tabled, "adopted": told.adopted, "failed": told.failed, "vetoed": told.vetoed}
    if told.recommended or told.own_texts["recommended"]:
        counts["recommended"] = told.recommended
    wide = max(len(head) for head in counts)
    rows = [
        (
            text,
            *(f"{kind.get(text, 0):>{wide}}" for kind in counts.values()),
            _margin(told, text),
            told.draft_titles.get(text, ""),
        )
        for text in told.tabled
    ]
    if any(told.own_texts.values()):
        own = (f"{told.own_texts[head]:>{wide}}" for head in counts)
        rows.append(("", *own, "", "(written in the sitting)"))
    if rows:
        heads = ("", *(f"{head:>{wide}}" for head in counts), "  margin", "")
        yield from ("", "Texts (margin: median of yes minus needed, and its range)", *columns([heads, *rows]))


def _margin(told: Outcome, text: str) -> str:
    m = told.draft_margins.get(text)
    return "" if m is None else f"{m.median:>+5g} ({m.lowest:+d} to {m.highest:+d})"


def _never(told: Outcome) -> Iterator[str]:
    """What was not seen at all, with the rule of three: 3 in N is the upper bound of its share."""
    named = [(kind, names) for kind, names in told.unseen.items() if names]
    if named:
        bound = f"{100 * told.upper_bound:.1f} %"
        yield from ("", f"Never seen in {told.runs} sittings (so in less than {bound} of them, 95 %)")
        for kind, names in named:
            yield from folded(f"{_UNSEEN.get(kind, kind)}: {', '.join(names)}")


def _votes(told: Outcome) -> Iterator[str]:
    yield ""
    if told.margins is not None:
        m = told.margins
        yield (
            f"Votes on texts: {m.votes}; yes minus needed: median {m.median:+g}, "
            f"narrowest {m.narrowest:+d} ({m.text}, seed {m.seed})"
        )
    if told.vetoes:
        yield f"Vetoes: {_each(told.vetoes)}"
    if told.noes:
        yield f"Noes that prevented unanimity: {_each(told.noes)}"
    alike = [p for p in told.correlations if abs(p.correlation) >= _ALIKE]
    if alike:
        pairs = ", ".join(f"{' and '.join(p.tracks)} {p.correlation:+.2f}" for p in alike)
        yield f"Tracks that move together: {pairs}"


def _each(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{seat} {times}" for seat, times in counts.items())


def _objectives(told: Outcome) -> Iterator[str]:
    rows = []
    for seat, mean in sorted(told.met.items(), key=lambda row: (-row[1], row[0])):
        many = " ".join(f"{share(n, sum(told.scores[seat]), places=0):>3}" for n in told.scores[seat])
        each = ", ".join(f"{name} {100 * met:.0f}" for name, met in told.objectives[seat].items())
        rows.append((seat, f"{100 * mean:5.1f} %", many, each))
    if rows:
        yield from ("", "Objectives met (on average; none, one, two ... of them and each, in per cent)")
        yield from columns(rows)


def _course(told: Outcome) -> Iterator[str]:
    yield ""
    yield f"Credibility at the end, on average: {told.credibility:.2f}"
    yield f"{told.acts} acts, {told.refusals} of them refused"
    if told.lengths is not None:
        n = told.lengths
        yield f"Length: median {n.median:g} acts, longest {n.longest} (seed {n.seed})"
    if told.slowest is not None:
        yield f"Slowest sitting: {told.slowest.seconds:.2f} s (seed {told.slowest.seed})"
    yield f"{told.seconds:.1f} s, {told.sittings_per_second:.1f} sittings a second, {told.jobs} at once"


def _anomalies(told: Outcome) -> Iterator[str]:
    if not told.anomalies:
        return
    yield from ("", "What should not be")
    for anomaly in told.anomalies[:_TELL]:
        who, how = anomaly.seat, anomaly.temperament or anomaly.level
        where = f" ({who or 'all'} {how})" if how else ""
        yield f"  {anomaly.kind}, seed {anomaly.seed}{where}: {anomaly.what}"
        yield f"    {anomaly.reopen}"
    if (more := len(told.anomalies) - _TELL) > 0:
        yield f"  and {more} more; --json names them"
