"""What may be written: kinds of clauses, clauses, and the texts and votes of history, as a compiled pack
holds them."""

from __future__ import annotations

from msgspec import Struct

from game.world.compliance import Demand
from game.world.conditions import Condition
from game.world.outside import Effect


class Choice(Struct, frozen=True):
    """One value a clause's parameter may take; `bears` shifts the clause's weight on issues."""

    id: str
    text: str
    bears: dict[str, float] = {}


class Parameter(Struct, frozen=True):
    """A named place in a clause's text; the first choice is the usual one."""

    id: str
    title: str
    choices: tuple[Choice, ...]


class ClauseKind(Struct, frozen=True):
    """A clause that may be written into a draft.

    `part` is preamble or operative; `verb` opens the clause; `rank` is its force 1-10 (document format, 5);
    `text` follows
    the verb and has `{parameter}` places; `issues` gives the weight (-3 to 3) with which it bears on
    issues; `basis` the
    articles it may rest on (CH ids' articles, as `rules.articles` names them); `character` what it does in
    law.
    """

    id: str
    title: str
    part: str
    verb: str
    text: str
    rank: int = 1
    nature: str = "substantive"
    """`procedural` for clauses such as an invitation or the removal of an item (M1)."""
    character: str = ""
    """One of: determination, cessation, force, command, sanctions, commission, relief, condemnation,
    referral,
    invitation, deferral, removal, good_offices, credentials, other."""
    issues: dict[str, float] = {}
    basis: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    offered: Condition | None = None
    """When the clause can be written at all (None: always)."""
    effects: tuple[Effect, ...] = ()
    if_vetoed: tuple[Effect, ...] = ()
    if_failed: tuple[Effect, ...] = ()
    demand: Demand | None = None
    """What is asked of a party, and what follows if it complies or defies."""
    invites: str = ""
    """Code of the party whose invitation the clause decides."""
    lifts: tuple[str, ...] = ()
    """Kinds of clauses that stand no more once this one is adopted."""
    lapses: int = 0
    """After how many stages the clause stands no more (0: it stands until it is lifted)."""
    until: Condition | None = None
    """The clause stands no more once this holds, as a stage opens."""
    about: str = ""
    sources: tuple[str, ...] = ()
    disputed: str = ""
    thin: str = ""


class Clause(Struct, frozen=True):
    """A clause as written in a draft: its kind, its parameters' choices, or free words under the kind's
    verb."""

    kind: str
    choices: dict[str, str] = {}
    words: str = ""


class Roll(Struct, frozen=True):
    """How a vote really went; `votes` may be incomplete, `doubt` says so."""

    result: str
    votes: dict[str, str] = {}
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    date: str = ""
    meeting: str = ""
    resolution: int = 0
    """The resolution's number, 0 when not adopted."""
    doubt: str = ""
    sources: tuple[str, ...] = ()
    disputed: str = ""
    thin: str = ""


class StoredDraft(Struct, frozen=True):
    """A text that really was tabled (or nearly), coded in the pack's clauses; a delegation may table it."""

    id: str
    title: str
    clauses: tuple[Clause, ...]
    sponsors: tuple[str, ...]
    symbol: str = ""
    stage: str = ""
    """The stage in which it was before the Council; it may be tabled from then on."""
    when: Condition | None = None
    roll: Roll | None = None
    form: str = "resolution"
    """The form it had: resolution, or statement (of the President, agreed without a vote, EV4)."""
    about: str = ""
    sources: tuple[str, ...] = ()
    disputed: str = ""
    thin: str = ""
