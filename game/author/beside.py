"""A replay of history's line beside what the dossier says: ending, results, terms and tracks.

It reckons nothing but differences; `history` replays, `game.prose.debrief` compares.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from game.author.history import line, replayed
from game.prose.debrief import Debrief, debrief
from game.prose.divergence import UNCOUNTED
from game.session.scenario import Scenario
from game.session.views import board

FAR = 0.15
"""A term this far from the dossier's score asks for its reason."""
LONG_WAY = 25.0
"""A track this far from the dossier's value is named."""


class TermBeside(Struct, frozen=True):
    """One of the eight terms (0-1): reckoned on history's line, scored in the dossier, and why each is so."""

    id: str
    title: str
    line: float
    dossier: float
    apart: float
    here: str
    there: str


class TrackBeside(Struct, frozen=True):
    """A track (0-100) as a stage's delegations found it, on history's line and in the dossier."""

    stage: str
    track: str
    line: float
    dossier: float


class ResultBeside(Struct, frozen=True):
    """A text's fate on the line and in history."""

    draft: str
    line: str
    history: str

    @property
    def agrees(self) -> bool:
        """Whether the two are the same."""
        return self.line == self.history


class Line(Struct, frozen=True):
    """History's own line, replayed: `historical` says whether it ended as history did."""

    pack: str
    ending: str
    historical: bool
    results: tuple[ResultBeside, ...]
    terms: tuple[TermBeside, ...]
    tracks: tuple[TrackBeside, ...]
    credibility: float
    missing: tuple[str, ...]
    """Happenings of history that did not happen on the line."""


def beside(scenario: Scenario) -> Line:
    """Replay history's line of a crisis and compare."""
    sitting = replayed(scenario)
    told = debrief(sitting.record, sitting.state, scenario)
    why = {x.term: x.sentence for x in board(sitting.state)}
    happened = sitting.state.world.happened
    return Line(
        pack=scenario.open.id,
        ending=told.ending.title if told.ending else "",
        historical=bool(told.ending and told.ending.historical),
        results=tuple(_results(scenario, told)),
        terms=tuple(
            TermBeside(
                x.id, x.title, x.yours, x.history, round(x.yours - x.history, 3), why.get(x.id, ""), x.why
            )
            for x in told.terms
            if x.yours is not None and x.history is not None
        ),
        tracks=tuple(
            TrackBeside(stage.id, x.id, x.yours, x.history)
            for stage in told.stages
            for x in stage.tracks
            if x.yours is not None and x.history is not None
        ),
        credibility=told.credibility,
        missing=tuple(h.id for h in scenario.sealed.happenings if h.historical and h.id not in happened),
    )


def _results(scenario: Scenario, told: Debrief) -> Iterator[ResultBeside]:
    put = {question.draft.id for moment in line(scenario) for question in moment.questions}
    for draft in (x for stage in told.stages for x in stage.drafts if x.id in put):
        yours = f"{draft.yours.outcome} {draft.yours.count}" if draft.yours else "not put"
        there = draft.history
        known = there is not None and there.count != UNCOUNTED and "?" not in there.count
        count = there.count if there and known else yours.partition(" ")[2]
        yield ResultBeside(draft.id, yours, f"{there.outcome} {count}" if there else "")


def lines(scenario: Scenario, found: Line) -> Iterator[str]:
    """Yield the report as lines of plain text."""
    yield f"{scenario.open.title}: history's own line, replayed by recorded delegates"
    end = "as history ended" if found.historical else "which is not how history ended"
    yield from ("", f"It ends with “{found.ending}”, {end}. Credibility {found.credibility:.2f}.", "")
    width = max((len(x.draft) for x in found.results), default=0)
    for x in found.results:
        yield f"  {x.draft.ljust(width)}  {x.line}{'' if x.agrees else f'  (in history: {x.history})'}"
    if found.missing:
        yield from ("", f"Of what happened, these did not happen here: {', '.join(found.missing)}.")
    yield from ("", "  Term            line  dossier  apart")
    for term in found.terms:
        yield f"  {term.title:<14}  {term.line:.2f}  {term.dossier:>7.2f}  {term.apart:>+5.2f}"
    far = [x for x in found.terms if abs(x.apart) > FAR]
    if far:
        yield from ("", f"More than {FAR:.2f} apart:")
    for term in far:
        yield f"  {term.title}: the model says “{term.here}” The dossier says “{term.there}”"
    off = [x for x in found.tracks if abs(x.line - x.dossier) > LONG_WAY]
    yield ""
    yield f"Tracks: {len(found.tracks) - len(off)} of {len(found.tracks)} within {LONG_WAY:g} points."
    yield from (f"  {x.stage} {x.track}: {x.line:g}, dossier {x.dossier:g}" for x in off)
