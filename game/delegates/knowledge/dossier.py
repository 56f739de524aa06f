"""What a delegation has ready when it is asked: its mandate, its script by acts, the texts before it weighed.

Views share whatever has not changed, so each of these is prepared anew only when the part of the view it is
made from is another object. A dossier must never say anything that a fresh one would not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.delegates.interests.aims import Aims
from game.delegates.interests.circumstances import Circumstances, around
from game.delegates.interests.lexicon import Lexicon, Line
from game.delegates.interests.mandate import Mandate, mandate
from game.delegates.interests.weighing import Weighing, weighed
from game.delegates.knowledge.memory import said
from game.delegates.knowledge.soundings import Soundings
from game.session.scenario import ScriptLine
from game.session.state import Draft
from game.session.views import View

if TYPE_CHECKING:
    from game.delegates.knowledge.prospects import Outlook
    from game.delegates.knowledge.reckoning import Reckoning


def mark(line: ScriptLine) -> str:
    """Return what tells a line from others of its act: its words where it speaks, else what it is about."""
    if line.act in ("speak", "note"):
        return said(line.words)
    if line.act == "refer":
        return line.what or "ess"
    if line.act in ("leave", "return"):
        return ""
    return line.what.partition(":")[0] if line.act in ("point", "pledge") else line.what


class _Footing(NamedTuple):
    """What was adopted and vetoed when it was last asked, and what follows for every text."""

    adopted: frozenset[str]
    lost: frozenset[str]
    founded: bool
    vetoed: bool


_MOST = 2000
"""Readings of scripts a lexicon keeps."""


class Dossier:
    """The papers of one delegation, as its last view had them."""

    __slots__ = (
        "_aims",
        "_before",
        "_drafts",
        "_outlook",
        "_setting",
        "_soundings",
        "_texts",
        "mandate",
        "outlook",
        "reckoning",
        "view",
    )

    view: View
    mandate: Mandate

    def __init__(self, view: View) -> None:
        """Prepare what a view gives."""
        self.mandate = mandate(view)
        self._drafts: dict[str, Draft] | None = None
        self._texts: tuple[tuple[Draft, Weighing], ...] = ()
        self._setting: _Footing | None = None
        self._soundings: Soundings | None = None
        self._aims: Aims | None = None
        self.reckoning: Reckoning | None = None
        """What the seat last reckoned with; kept by `reckoning`."""
        self.outlook: Outlook | None = None
        """How things stood when the seat last looked out for its aims; kept by `prospects`."""
        self.view = view

    def turn_to(self, view: View) -> None:
        """Prepare anew what has changed since the last view."""
        if view.brief is not self.view.brief:
            self.mandate = mandate(view, self.mandate)
            self._drafts, self._texts = None, ()
        self.view = view

    @property
    def lexicon(self) -> Lexicon:
        """What the pack's public words mean."""
        return self.mandate.lexicon

    def lines(self, acts: frozenset[str]) -> tuple[Line, ...]:
        """Return the lines of the script that are of these acts, in the order written."""
        script, kept = self.view.script, self.mandate.lexicon.lines
        if not script:
            return ()
        found = kept.get((id(script), acts))
        if found is None or found[0] is not script:
            if len(kept) >= _MOST:
                kept.clear()
            found = script, tuple([Line(x, x.act, mark(x)) for x in script if x.act in acts])
            kept[id(script), acts] = found
        return found[1]

    def texts(self) -> tuple[tuple[Draft, Weighing], ...]:
        """Return the drafts not yet voted on, in the order of submission, each weighed as it now reads."""
        drafts = self.view.chamber.drafts
        if drafts is not self._drafts:
            setting = self._setting
            known = {id(d): w for d, w in self._texts} if self._footing() is setting else {}
            tabled = [d for d in drafts.values() if d.status == "tabled"]
            self._texts = tuple([(d, known.get(id(d)) or self.weigh(d)) for d in tabled])
            self._before: frozenset[str] | None = None
            self._drafts = drafts
        return self._texts

    def weigh(self, draft: Draft) -> Weighing:
        """Weigh a draft as it now reads, with what surrounds it."""
        return weighed(self.mandate, draft.clauses, self.around(draft))

    def around(self, draft: Draft) -> Circumstances:
        """Return what surrounds a draft now: its sponsors, a finding to rest on, vetoes cast before."""
        footing = self._footing()
        return around(self.mandate, draft.sponsors, founded=footing.founded, vetoed=footing.vetoed)

    def _footing(self) -> _Footing:
        """What of the record all texts rest on; the same object while it is the same."""
        chamber, last = self.view.chamber, self._setting
        if last is None or last.adopted is not chamber.adopted or last.lost is not chamber.vetoed:
            needed = self.lexicon.determinations
            founded = not needed or not needed.isdisjoint(chamber.adopted)
            last = _Footing(chamber.adopted, chamber.vetoed, founded, self._has_vetoed())
            self._setting = last
        return last

    def _has_vetoed(self) -> bool:
        vetoed, seat = self.view.chamber.vetoed, self.mandate.seat
        if not vetoed or seat not in self.lexicon.blocking:
            return False
        votes = self.view.chamber.subjects
        return any(votes.get(subject, {}).get(seat) == "no" for subject in vetoed)

    def aims(self) -> Aims:
        """Return what the seat was sent for."""
        if self._aims is None:
            kept, brief = self.lexicon.aims, self.mandate.brief
            found = kept.get(brief.seat)
            if found is None or found.objectives is not brief.objectives:
                found = kept[brief.seat] = Aims(self.lexicon, brief)
            self._aims = found
        return self._aims

    def soundings(self) -> Soundings:
        """Return what the seat has gathered of the others."""
        if self._soundings is None or not self._soundings.holds(self.view, self.mandate):
            self._soundings = Soundings(self.view, self.mandate)
        return self._soundings

    def before_the_council(self) -> frozenset[str]:
        """Return the issues on which the drafts not yet voted on bear most, as the seat sees them."""
        texts = self.texts()
        if self._before is None:
            self._before = frozenset(self.mandate.stand(c).issue for d, _ in texts for c in d.clauses)
        return self._before
