"""What names in a pack stand for: which field names which kind of thing, and which things there are.

Tables for the checks; no check of its own. Kinds are joined with | where a name may be one of several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from game.packs.walk import Pack
from game.session.expectations import Correlation, Expectations
from game.session.scenario import (
    Absence,
    AgendaItem,
    Assembly,
    Brief,
    Choice,
    Clause,
    ClauseKind,
    Deed,
    Doubt,
    Instruction,
    Issue,
    Party,
    PledgeKind,
    Question,
    RedLine,
    Roll,
    ScriptLine,
    Seat,
    Stage,
    StoredDraft,
    Wire,
)
from game.world.compliance import Demand
from game.world.outside import Effect, Track
from game.world.patrons import Patron, Reaction
from game.world.powers import (
    Claim,
    Finding,
    GreatPower,
    Group,
    Impartiality,
    Measure,
    Observance,
    SecurityModel,
    Speed,
    Willingness,
)
from game.world.security import TERMS
from game.world.story import Ending, Happening

SOURCED = (
    Seat, Party, AgendaItem, ClauseKind, Roll, StoredDraft, Wire, Stage, Doubt, Instruction, ScriptLine,
    Brief, Absence, Track, Group, Measure, SecurityModel, Happening, Ending, Assembly, Reaction, Deed, Claim,
)  # fmt: skip
"""Records with a list of sources."""

_WHATEVER = "clause|draft|flag|happening"

BY_FIELD: Mapping[tuple[type, str], str] = {
    **{(record, "sources"): "source" for record in SOURCED},
    (Party, "issues"): "issue",
    (AgendaItem, "brought_by"): "seat",
    (Choice, "bears"): "issue",
    (ClauseKind, "issues"): "issue",
    (ClauseKind, "invites"): "party",
    (ClauseKind, "lifts"): "clause",
    (Clause, "kind"): "clause",
    (Roll, "votes"): "seat",
    (StoredDraft, "sponsors"): "seat",
    (StoredDraft, "stage"): "stage",
    (Stage, "members"): "seat",
    (Stage, "invited"): "party",
    (Question, "stage"): "stage",
    (Issue, "poles"): "seat",
    (RedLine, "clauses"): "clause",
    (RedLine, "issue"): "issue",
    (Instruction, "stage"): "stage",
    (Instruction, "positions"): "issue",
    (ScriptLine, "stage"): "stage",
    (Brief, "positions"): "issue",
    (Brief, "patrons"): "seat",
    (Brief, "capacity"): "pledge",
    (Assembly, "leanings"): "issue",
    (Absence, "seat"): "seat",
    (Absence, "until"): "stage",
    (Effect, "track"): "track",
    (Effect, "seat"): "seat",
    (Effect, "borne_by"): "measure",
    (Measure, "id"): "clause|pledge",
    (Measure, "shares"): "group",
    (Demand, "party"): "party|seat",
    (Demand, "resolve"): "track",
    (Happening, "secret_to"): "seat",
    (Group, "seat"): "seat",
    (GreatPower, "seat"): "seat",
    (Finding, "id"): _WHATEVER,
    (Willingness, "counts"): "pledge",
    (Observance, "counts"): "pledge",
    (Speed, "biting"): _WHATEVER,
    (Impartiality, "track"): "track",
    (Deed, "stage"): "stage",
    (Deed, "seats"): "seat",
    (Deed, "votes"): "seat",
    (Claim, "by"): "party|seat",
    (Patron, "id"): "group",
    (Patron, "client"): "party|seat",
    (PledgeKind, "after_from"): "seat",
    (SecurityModel, "weights"): "term",
    (SecurityModel, "why"): "term",
    (Expectations, "endings"): "ending",
    (Expectations, "happenings"): "happening",
    (Expectations, "seats"): "seat|*",
    (Correlation, "tracks"): "track",
}
"""Record and field -> the kinds of thing its text, its list of texts or its keys name."""

BY_CONDITION: Mapping[str, str] = {
    "track": "track",
    "term": "term|credibility",
    "stage": "stage",
    "adopted": "clause|draft",
    "vetoed": "clause|draft",
    "failed": "clause|draft",
    "lapsed": "clause",
    "agreed": "clause|draft",
    "absent": "seat",
    "invited": "party",
    "happened": "happening",
    "standing": "seat",
}
"""Kind of condition -> the kinds of thing it names; flags have a check of their own."""


def things_of(pack: Pack) -> dict[str, frozenset[str]]:
    """All names there are, by kind of thing; names of entries whose form is wrong count too."""
    opened, sealed = pack.scenario.open, pack.scenario.sealed
    compiled: dict[str, set[str]] = {
        "seat": {x.code for x in opened.seats},
        "party": {x.code for x in opened.parties},
        "issue": {x.id for x in opened.issues},
        "item": {x.id for x in opened.items},
        "track": {x.id for x in opened.tracks},
        "clause": {x.id for x in opened.clauses},
        "draft": {x.id for x in opened.drafts},
        "pledge": {x.id for x in opened.pledges},
        "group": {x.id for x in sealed.security.groups},
        "measure": {x.id for x in sealed.security.measures},
        "source": {x.id for x in opened.sources},
        "stage": {x.id for x in sealed.stages},
        "happening": {x.id for x in sealed.happenings},
        "ending": {x.id for x in sealed.endings},
        "*": {"*"},
        "flag": {e.record.set_flag for e in pack.of(Effect)} - {""},
        "term": set(TERMS),
        "credibility": {"credibility"},
    }
    return {kind: frozenset(names | _written(pack, kind)) for kind, names in compiled.items()}


_WRITTEN: Mapping[str, tuple[str, ...]] = {
    "seat": ("delegations.yaml", "seats"),
    "party": ("delegations.yaml", "parties"),
    "issue": ("pack.yaml", "issues"),
    "item": ("pack.yaml", "items"),
    "track": ("pack.yaml", "tracks"),
    "pledge": ("pack.yaml", "pledges"),
    "group": ("security.yaml", "groups"),
    "measure": ("security.yaml", "measures"),
    "source": ("sources.yaml",),
    "clause": ("clauses.yaml",),
    "draft": ("drafts.yaml",),
    "stage": ("stages.yaml",),
    "happening": ("happenings.yaml",),
    "ending": ("endings.yaml",),
}
"""Where the names of a kind are written: a file, and a key at its top."""


def _written(pack: Pack, kind: str) -> set[str]:
    """The names of a kind as they stand in the files."""
    if kind == "flag":
        return {f for sheet in pack.sheets.values() for f in _flags(sheet.data)}
    file, *keys = _WRITTEN.get(kind, ("",))
    sheet = pack.sheets.get(file)
    data = sheet.data if sheet else None
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return set(data) if isinstance(data, dict) else set()


def _flags(data: Any) -> Iterator[str]:
    """Every text that stands after a key `set_flag`, however deep."""
    if isinstance(data, dict):
        flag = data.get("set_flag")
        if isinstance(flag, str):
            yield flag
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _flags(inner)
