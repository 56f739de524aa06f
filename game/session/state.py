"""A sitting at one moment, frozen; only `fold` makes the next one.

`Chamber` is what everybody present may see; `Papers` are one seat's own; the world and the scenario's
sealed part are
nobody's. Nothing here grows without bound but linked lists, so an act costs the same at any hour.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from game.rules.house import UNSC, House
from game.session.actions import Term
from game.session.conduct import Conduct
from game.session.plenary import Plenary
from game.session.scenario import Clause, Scenario, Stage
from game.session.usage import Order, Usage
from game.session.usage import PendingMotion as PendingMotion
from game.world.outside import World


class Phase(StrEnum):
    """Where a sitting stands."""

    INTERVAL = "interval"
    """The world is due; no seat acts."""
    RECESS = "recess"
    """Between meetings: the wire is read, delegations consult in turn."""
    AGENDA = "agenda"
    DEBATE = "debate"
    CHAIR = "chair"
    """Nobody else wishes to speak; the President leads."""
    CONSULTATIONS = "consultations"
    """The meeting is suspended."""
    RULING = "ruling"
    """A point of order awaits the President's ruling."""
    RULED = "ruled"
    """A ruling has been stated and may be challenged."""
    BALLOT = "ballot"
    CALL = "call"
    """Delegations are called one by one for something short: to second, to speak to a motion, in a caucus."""
    PLENARY = "plenary"
    """The General Assembly debates in an emergency special session."""
    ENDED = "ended"


class Draft(Struct, frozen=True):
    """A text before the Council.

    `status` is tabled, adopted, failed, vetoed, withdrawn or lapsed, or of a statement issued or blocked; in
    some houses circulating (not yet signed by enough) or set_aside. `order` is its place in the order of
    submission.
    """

    symbol: str
    sponsors: tuple[str, ...]
    clauses: tuple[Clause, ...]
    order: int
    title: str = ""
    stored: str = ""
    nature: str = "substantive"
    status: str = "tabled"
    revision: int = 0
    divided: tuple[int, ...] = ()
    """Places of clauses for which a separate vote was asked."""
    whole: bool = False
    """Whether the mover objected to separate votes."""
    voted: bool = False
    """Whether any vote has been taken on it (CB8)."""
    resolution: int = 0
    stage: str = ""
    weight: float = 1.0
    """What it does of what it says: less than all for a report of the League by a majority only (L5)."""
    form: str = "resolution"
    """resolution, statement (of the President, EV4), press (EV5), directive, communique or press_release
    (MU5), or assembly."""
    guest: bool = False
    """Whether a guest of the Council tabled it (rule 38, IN5)."""
    asked: str = ""
    """The member that asked for a vote on a guest's draft."""


class Amendment(Struct, frozen=True):
    """A change moved to a draft; `change` is add, delete or replace."""

    symbol: str
    seat: str
    draft: str
    change: str
    place: int = -1
    clause: Clause | None = None
    target: Clause | None = None
    """The clause to be deleted or replaced, as it stood when the amendment was moved."""


class Ballot(Struct, frozen=True):
    """A question being put: what, by whom it is to be voted, and the votes fallen so far."""

    kind: str
    subject: str
    nature: str
    voters: tuple[str, ...]
    back: Phase
    """The phase from which it was put."""
    draft: str = ""
    place: int = -1
    mover: str = ""
    votes: dict[str, str] = {}
    reasons: dict[str, str] = {}
    named: str = ""
    """What a motion asks, in a house that has words of its own."""


class Point(Struct, frozen=True):
    """A point of order under decision."""

    seat: str
    subject: str
    target: str
    back: Phase
    upheld: bool | None = None
    """The President's ruling, once stated."""


class Meeting(Struct, frozen=True):
    """A meeting in being."""

    number: int
    president: str
    queue: tuple[str, ...] = ()
    """Seats still to be called this round, the first has the floor."""
    signed: tuple[str, ...] = ()
    """Those in the queue who signed the speakers' list."""
    round: int = 1
    spoke: frozenset[str] = frozenset()
    """Seats that made a statement this round (H8)."""
    settled: frozenset[str] = frozenset()
    """Points of order settled and chairs ceded this meeting, as `subject:target`."""
    motions: tuple[PendingMotion, ...] = ()
    tried: frozenset[str] = frozenset()
    """Questions put once this round already, as `kind:subject` (H8)."""
    priority: str = ""
    suspended: bool = False
    """Whether it has been suspended once already."""
    excluded: frozenset[str] = frozenset()
    """Seats whose representative was ruled out (RC4)."""
    open: bool = True


class Deal(Struct, frozen=True):
    """A deal between two delegations; `status` is offered, accepted, refused, kept or broken."""

    number: int
    seat: str
    to: str
    give: Term
    want: Term
    status: str = "offered"
    kept: frozenset[str] = frozenset()


class Note(Struct, frozen=True):
    """A private note, linked to the one before it."""

    seat: str
    to: str
    words: str
    before: Note | None = None


class Papers(Struct, frozen=True):
    """What one seat alone may see beside its brief: notes, deals, its capital's answers, secret
    dispatches."""

    notes: Note | None = None
    deals: dict[int, Deal] = {}
    loosened: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    """Red lines its capital would not loosen."""
    instructions: tuple[int, ...] = ()
    """Places in the brief's list of the instructions that have arrived."""
    dispatches: tuple[str, ...] = ()
    """Secret happenings it has read."""
    orders: dict[int, Order] = {}
    """Crisis notes it sent or is named in, by number (MU5)."""


class Chamber(Struct, frozen=True):
    """What everybody at the table may see."""

    phase: Phase
    holders: dict[str, str]
    """Who holds each seat: `person`, `observer` or a temperament."""
    length: str
    level: str = "seasoned"
    """How skilled scripted delegations are."""
    levels: dict[str, str] = {}
    """Seats whose delegation is more or less skilled than that."""
    members: tuple[str, ...] = ()
    """The Council of the day, in the English alphabetical order."""
    stage: int = -1
    """Index of the stage, -1 before the first."""
    stage_id: str = ""
    date: str = ""
    absent: dict[str, str] = {}
    """Seats that stay away, with the reason."""
    meeting: Meeting | None = None
    meetings: int = 0
    """Number of the last meeting held."""
    drafts: dict[str, Draft] = {}
    """Drafts of this stage and all adopted, by symbol."""
    amendments: dict[str, Amendment] = {}
    documents: int = 0
    """Last document number given."""
    ballot: Ballot | None = None
    point: Point | None = None
    resolutions: tuple[str, ...] = ()
    """Symbols of the drafts adopted, in order."""
    resolution: int = 0
    """Number of the last resolution."""
    invited: frozenset[str] = frozenset()
    stances: dict[str, dict[str, str]] = {}
    """What seats announced they would vote: draft -> seat -> vote."""
    positions: dict[str, dict[str, str]] = {}
    """What seats have said in public: seat -> issue -> stance."""
    pledges: dict[str, dict[str, float]] = {}
    """Seat -> kind of pledge -> units."""
    notices: frozenset[str] = frozenset()
    last_result: str = ""
    assembly: bool = False
    """Whether an emergency special session has been called."""
    seized: bool = True
    ending: str = ""
    consulting: tuple[str, ...] = ()
    """Seats still to have their turn in consultations or between meetings; the first is in turn."""
    taken: int = 0
    """Acts the seat in turn has taken, against the time it has (H2)."""
    interrupted: Ballot | None = None
    """A vote that waits while a challenged ruling about it is decided."""
    subjects: dict[str, dict[str, str]] = {}
    """Votes on each clause kind and stored draft last put: subject -> seat -> vote."""
    adopted: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()
    vetoed: frozenset[str] = frozenset()
    failed: frozenset[str] = frozenset()
    conduct: Conduct = Conduct()
    usage: Usage = Usage()
    plenary: Plenary | None = None


class State(Struct, frozen=True):
    """A whole sitting at one moment: the scenario, the chamber, every seat's papers, the world, what is
    sealed."""

    scenario: Scenario
    chamber: Chamber
    papers: dict[str, Papers]
    world: World
    seed: int = 0
    director: bool = False
    rounds: int = 0
    preliminary: str = "rule_30"
    deals: int = 0
    orders: int = 0
    """Number of the last crisis note."""
    house: House = UNSC
    abstention: str = "as_cast"
    """Whether parties to a dispute are held to abstain: as_cast or enforce (V10, V11)."""

    @property
    def stage(self) -> Stage:
        """The stage of the crisis now before the Council; LookupError before the first is open."""
        if self.chamber.stage < 0:
            raise LookupError("no stage of the crisis is open yet")
        return self.scenario.sealed.stages[self.chamber.stage]
