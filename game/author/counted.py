"""The report of a simulation as lines of plain text: what an author reads to see how a crisis plays.

It must never reckon: every figure is one of the outcome's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.author.figures import Outcome

_TELL = 10
"""Anomalies told one by one; the outcome as JSON has more."""
_UNSEEN = {"endings": "endings", "happenings": "happenings", "clauses": "clauses adopted", "drafts": "texts"}
Row = tuple[str, ...]


def counted(told: Outcome) -> Iterator[str]:
    """Yield the lines of the report."""
    last = told.seed + told.runs - 1
    yield f"{told.title}: {told.runs} sittings, seeds {told.seed} to {last}"
    if told.interrupted:
        yield f"Interrupted: {told.runs} of {told.asked} were played, and are counted here."
    yield from _endings(told)
    yield from _hits("Happenings", told.happenings, told.runs, told.happening_titles)
    yield from _texts(told)
    yield from _hits("Clauses adopted", told.clauses, told.runs, told.clause_titles)
    yield from _never(told)
    yield from _votes(told)
    yield from _objectives(told)
    yield from _matters(told)
    yield from _course(told)
    yield from _anomalies(told)


def _endings(told: Outcome) -> Iterator[str]:
    rows = []
    for ending, hits in told.endings.items():
        low, high = told.intervals[ending]
        between = f"({100 * low:.1f} to {100 * high:.1f})"
        title = told.ending_titles.get(ending, "")
        rows.append((ending, f"{hits:>6}", f"{_share(hits, told.runs):>7}", f"{between:>15}", title))
    if rows:
        yield from ("", "How they ended (in brackets: 95 % interval of the share)", *_columns(rows))


def _hits(head: str, counts: Mapping[str, int], runs: int, titles: Mapping[str, str]) -> Iterator[str]:
    rows = [(x, f"{n:>6}", f"{_share(n, runs):>7}", titles.get(x, "")) for x, n in counts.items()]
    if rows:
        yield from ("", head, *_columns(rows))


def _texts(told: Outcome) -> Iterator[str]:
    counts = (told.tabled, told.adopted, told.failed, told.vetoed)
    rows = [
        (text, *(f"{kind.get(text, 0):>7}" for kind in counts), told.draft_titles.get(text, ""))
        for text in told.tabled
    ]
    if rows:
        heads = ("", *(f"{word:>7}" for word in ("tabled", "adopted", "failed", "vetoed")), "")
        yield from ("", "Texts", *_columns([heads, *rows]))


def _never(told: Outcome) -> Iterator[str]:
    """What was not seen at all, with the rule of three: 3 in N is the upper bound of its share."""
    named = [(kind, names) for kind, names in told.unseen.items() if names]
    if named:
        bound = f"{100 * told.upper_bound:.1f} %"
        yield from ("", f"Never seen in {told.runs} sittings (so in less than {bound} of them, 95 %)")
        yield from (f"  {_UNSEEN.get(kind, kind)}: {', '.join(names)}" for kind, names in named)


def _votes(told: Outcome) -> Iterator[str]:
    yield ""
    if told.margins is not None:
        m = told.margins
        yield (
            f"Votes on texts: {m.votes}; yes minus needed: median {m.median:+g}, "
            f"narrowest {m.narrowest:+d} ({m.text}, seed {m.seed})"
        )
    if told.vetoes:
        yield f"Vetoes: {', '.join(f'{seat} {times}' for seat, times in told.vetoes.items())}"


def _objectives(told: Outcome) -> Iterator[str]:
    rows = []
    for seat, share in sorted(told.met.items(), key=lambda row: (-row[1], row[0])):
        each = ", ".join(f"{name} {100 * met:.0f}" for name, met in told.objectives[seat].items())
        rows.append((seat, f"{100 * share:5.1f} %", each))
    if rows:
        yield from ("", "Objectives met (on average, and each in per cent of sittings)", *_columns(rows))


def _matters(told: Outcome) -> Iterator[str]:
    rows = [
        (m.seat, f"{m.distance:5.2f}", f"(chance alone: {m.by_chance:.2f})")
        for m in sorted(told.matters, key=lambda m: (m.by_chance - m.distance, m.seat))
    ]
    if rows:
        few = max(m.runs for m in told.matters)
        yield ""
        yield "How much each seat matters: how far the endings move (0 to 1) when it acts without aim,"
        yield f"in {few} sittings; no more than chance alone is no difference"
        yield from _columns(rows)


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
        where = f" ({anomaly.seat} without aim)" if anomaly.seat else ""
        yield f"  {anomaly.kind}, seed {anomaly.seed}{where}: {anomaly.what}"
        if anomaly.reopen:
            yield f"    {anomaly.reopen}"
    if (more := len(told.anomalies) - _TELL) > 0:
        yield f"  and {more} more; --json names them"


def _share(hits: int, runs: int) -> str:
    return f"{100 * hits / runs:.1f} %" if runs else ""


def _columns(rows: Sequence[Row]) -> Iterator[str]:
    """Rows set in by two, their columns as wide as their widest."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        yield ("  " + "  ".join(x.ljust(width) for x, width in zip(row, widths, strict=True))).rstrip()
