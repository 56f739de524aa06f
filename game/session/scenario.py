"""What a compiled pack hands over: one crisis as frozen values, parted into what all may know and what is
sealed.

Nothing here reads files or judges; `packs` makes scenarios, the rest of the house only reads them.
`Scenario.open` may
be shown to every delegation; `Scenario.sealed` must reach a delegation only through `session.views`.
"""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from game.session.briefs import Absence, Brief, Instruction, Position, RedLine, ScriptLine
from game.session.calendar import Stage, StageCard, Wire
from game.session.deeds import Deed
from game.session.electorate import Assembly, Electorate
from game.session.expectations import Expectations
from game.session.library import Choice, Clause, ClauseKind, Parameter, Roll, StoredDraft
from game.session.teaching import Doubt, Question, Source
from game.session.words import Words
from game.world.blocs import Elector
from game.world.conditions import Condition
from game.world.outside import Effect, Track, drifting
from game.world.security import SecurityModel
from game.world.story import Ending, Happening

__all__ = [
    "Absence",
    "AgendaItem",
    "Assembly",
    "Brief",
    "Choice",
    "Clause",
    "ClauseKind",
    "Deed",
    "Doubt",
    "Electorate",
    "Expectations",
    "Instruction",
    "Issue",
    "Parameter",
    "Party",
    "PledgeKind",
    "Position",
    "Prospectus",
    "Question",
    "RedLine",
    "Roll",
    "Scenario",
    "ScriptLine",
    "Sealed",
    "Seat",
    "Source",
    "Stage",
    "StageCard",
    "StoredDraft",
    "Wire",
]


class Seat(Struct, frozen=True):
    """A member's place at the table.

    `code` is the stable three-letter code of the data (RUS for the USSR too); `name` the official name of
    the date, which
    fixes the English alphabetical order (PR1); `short` the everyday name; `representative` who sat there.
    """

    code: str
    name: str
    short: str
    representative: str = ""
    permanent: bool = False
    about: str = ""
    """A public paragraph: who this member is and what everybody knows of it."""
    sources: tuple[str, ...] = ()
    disputed: str = ""
    thin: str = ""


class Party(Struct, frozen=True):
    """A State or authority outside the Council that the crisis concerns.

    `member` says whether it is a Member of the United Nations; `admits` names the rule an invitation rests
    on (IN1-IN3);
    `heard` is what its representative says when first heard.
    """

    code: str
    name: str
    short: str
    member: bool = False
    admits: str = "IN3"
    about: str = ""
    heard: str = ""
    issues: dict[str, float] = {}
    """How an invitation bears on issues: weight -3 to 3, as a clause's."""
    sources: tuple[str, ...] = ()
    disputed: str = ""
    thin: str = ""


class Issue(Struct, frozen=True):
    """A question on which delegations take positions from -3 (against) to 3 (for)."""

    id: str
    title: str
    about: str = ""
    poles: tuple[str, ...] = ()
    """Two seats, one against and one for, as everybody knows: the table counts on it before a word is said,
    and a seat without positions is placed by its nearness to them."""


class AgendaItem(Struct, frozen=True):
    """A matter that a member may ask to have put on the agenda beside the main item (AG2)."""

    id: str
    title: str
    about: str = ""
    brought_by: tuple[str, ...] = ()
    """Seats that may bring it; none named: any."""
    sources: tuple[str, ...] = ()
    disputed: str = ""
    thin: str = ""


class PledgeKind(Struct, frozen=True):
    """Something a delegation can promise: troops, funds, compliance with sanctions."""

    id: str
    title: str
    unit: str = ""
    after: int = 1
    """Stages until it arrives: there are no forces under Article 43."""
    after_from: dict[str, int] = {}
    """Stages until it arrives from seats that are nearer or farther than the others."""
    effects: tuple[Effect, ...] = ()
    """Effects of one hundred units; `by` is scaled to the amount."""
    offered: Condition | None = None
    about: str = ""


class Prospectus(Struct, frozen=True):
    """What every delegation and the public may know of the crisis."""

    id: str
    title: str
    subtitle: str
    summary: str
    body: str
    """Id of the body in `rules.bodies.BODIES`."""
    digest: str
    seats: tuple[Seat, ...]
    parties: tuple[Party, ...]
    issues: tuple[Issue, ...]
    tracks: tuple[Track, ...]
    clauses: tuple[ClauseKind, ...]
    drafts: tuple[StoredDraft, ...]
    pledges: tuple[PledgeKind, ...]
    resolution: int
    """The number of the last resolution before the crisis."""
    presides: tuple[str, str]
    """An anchor of the presidency: a seat and an ISO date in its month (PR1)."""
    opens: str = ""
    minutes: int = 45
    """About how long a full sitting takes one person, in minutes."""
    language: str = "en"
    """The language in which it is told (ISO 639-1)."""
    languages: tuple[str, ...] = ("en",)
    """The languages in which the pack gives texts, its own first; the house fills it in."""
    sources: tuple[Source, ...] = ()
    electorates: tuple[Electorate, ...] = ()
    """The Assembly's Members at the dates of the crisis, from the shared tables; the house fills it in."""
    disputants: tuple[str, ...] = ()
    """Before the League: seats that are parties to the dispute. They sit and vote though no members of the
    Council; whether their votes count is for the article invoked (L1, L4, L5)."""
    items: tuple[AgendaItem, ...] = ()
    """Matters that members may ask to have put on the agenda beside the main item."""
    words: Words = Words()
    """The pack's own words in place of the house's."""


class Sealed(Struct, frozen=True):
    """What no delegation may read before the debrief, but for its own brief."""

    briefs: dict[str, Brief]
    stages: tuple[Stage, ...]
    happenings: tuple[Happening, ...]
    endings: tuple[Ending, ...]
    security: SecurityModel
    absences: tuple[Absence, ...] = ()
    contested: dict[str, str] = {}
    """Seats whose credentials are contested (RC3), and by which claim."""
    uniting_for_peace: Condition | None = None
    """When the Assembly's power under 377 A (V) exists (GA6)."""
    assembly_sits: Condition | None = None
    """When the Assembly is in session anyway, so that none need be called (GA6)."""
    assembly: Assembly | None = None
    questions: tuple[Question, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    historical_terms: dict[str, float] = {}
    historical_why: dict[str, str] = {}
    historical_tracks: dict[str, dict[str, float]] = {}
    """Track values of history's line by stage id, for the debrief: suggested numbers, not data."""
    deeds: tuple[Deed, ...] = ()
    """What members did on history's line beside the texts and votes that are known."""
    expectations: Expectations = Expectations()
    """How the crisis should play, for the author's tools; no seat is ever shown it."""


_NO_LINES: tuple[tuple[ScriptLine, ...], bool] = ((), False)


class Scenario(Struct, frozen=True, dict=True):
    """One crisis, compiled."""

    open: Prospectus
    sealed: Sealed

    @cached_property
    def seat(self) -> dict[str, Seat]:
        """Seats by code."""
        return {s.code: s for s in self.open.seats}

    @cached_property
    def party(self) -> dict[str, Party]:
        """Parties by code."""
        return {p.code: p for p in self.open.parties}

    @cached_property
    def issue(self) -> dict[str, Issue]:
        """Issues by id."""
        return {i.id: i for i in self.open.issues}

    @cached_property
    def clause(self) -> dict[str, ClauseKind]:
        """Kinds of clauses by id."""
        return {c.id: c for c in self.open.clauses}

    @cached_property
    def draft(self) -> dict[str, StoredDraft]:
        """Stored drafts by id."""
        return {d.id: d for d in self.open.drafts}

    @cached_property
    def item(self) -> dict[str, AgendaItem]:
        """Items that may be asked for, by id."""
        return {x.id: x for x in self.open.items}

    @cached_property
    def pledge(self) -> dict[str, PledgeKind]:
        """Kinds of pledges by id."""
        return {p.id: p for p in self.open.pledges}

    def electors(self, day: str) -> tuple[Elector, ...]:
        """Return the Members of the United Nations on a day (ISO); none where the crisis knows of none."""
        on = [x for x in self.open.electorates if x.since <= day]
        return on[-1].electors if on else ()

    @cached_property
    def names(self) -> dict[str, str]:
        """Everyday names of seats and parties by code, and of the other Members of the United Nations."""
        others = {x.code: x.name for members in self.open.electorates for x in members.electors}
        parties = {p.code: p.short for p in self.open.parties}
        return others | {s.code: s.short for s in self.open.seats} | parties

    @cached_property
    def shown(self) -> Prospectus:
        """The open part as delegations see it: that a text of history was voted on, and not how."""
        sealed = Roll("sealed")
        drafts = (replace(d, roll=sealed) if d.roll is not None else d for d in self.open.drafts)
        return replace(self.open, drafts=tuple(drafts))

    def script_at(self, seat: str, stage: str) -> tuple[tuple[ScriptLine, ...], bool]:
        """Return the lines of a seat's script for a stage, and whether any of them has a condition."""
        return self._scripts.get((seat, stage), _NO_LINES)

    def script_as(self, seat: str, stage: str, held: tuple[bool, ...]) -> tuple[ScriptLine, ...]:
        """Return those lines of a seat's script for a stage that apply, each time as one object."""
        found = self._applying.get((seat, stage, held))
        if found is None:
            lines = self.script_at(seat, stage)[0]
            found = tuple(line for line, applies in zip(lines, held, strict=True) if applies)
            self._applying[seat, stage, held] = found
        return found

    @cached_property
    def _applying(self) -> dict[tuple[str, str, tuple[bool, ...]], tuple[ScriptLine, ...]]:
        return {}

    @cached_property
    def _scripts(self) -> dict[tuple[str, str], tuple[tuple[ScriptLine, ...], bool]]:
        lines: dict[tuple[str, str], tuple[ScriptLine, ...]] = {}
        for seat, brief in self.sealed.briefs.items():
            for line in brief.script:
                lines[seat, line.stage] = (*lines.get((seat, line.stage), ()), line)
        return {at: (own, any(line.when is not None for line in own)) for at, own in lines.items()}

    def passing_lines(self, seat: str) -> tuple[RedLine, ...]:
        """Return a seat's red lines that fall away when something holds."""
        return self._passing[seat]

    @cached_property
    def _passing(self) -> dict[str, tuple[RedLine, ...]]:
        return {
            seat: tuple(r for r in brief.red_lines if r.until is not None)
            for seat, brief in self.sealed.briefs.items()
        }

    @cached_property
    def told(self) -> dict[tuple[str, tuple[int, ...], frozenset[str]], Brief]:
        """Briefs as seats have been told them so far, by seat, instructions arrived and lines loosened."""
        return {}

    @cached_property
    def drift(self) -> tuple[Effect, ...]:
        """What moves of itself as a stage opens."""
        return drifting(self.open.tracks)

    @cached_property
    def happening(self) -> dict[str, Happening]:
        """Happenings by id."""
        return {h.id: h for h in self.sealed.happenings}

    def public_among(self, happened: frozenset[str]) -> tuple[str, ...]:
        """Return those of the happenings that everybody may read, in the pack's order."""
        found = self._public.get(happened)
        if found is None:
            found = tuple(h.id for h in self.sealed.happenings if h.id in happened and not h.secret_to)
            self._public[happened] = found
        return found

    @cached_property
    def _public(self) -> dict[frozenset[str], tuple[str, ...]]:
        return {}

    @cached_property
    def cards(self) -> tuple[StageCard, ...]:
        """The public parts of the stages."""
        of = len(self.sealed.stages)
        return tuple(
            StageCard(s.id, s.title, s.date, s.place, s.item, s.wire, number, of)
            for number, s in enumerate(self.sealed.stages, start=1)
        )
