"""What names in a pack stand for: which field names which kind of thing, and which things there are.

Tables for the checks; no check of its own. Kinds are joined with | where a name may be one of several.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.packs.walk import Pack
from game.session.scenario import (
    Absence,
    Brief,
    Choice,
    Clause,
    ClauseKind,
    Doubt,
    Instruction,
    Party,
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
from game.world.powers import (
    Finding,
    GreatPower,
    Group,
    Impartiality,
    Observance,
    SecurityModel,
    Speed,
    Willingness,
)
from game.world.security import TERMS
from game.world.story import Ending, Happening

SOURCED = (
    Seat, Party, ClauseKind, Roll, StoredDraft, Wire, Stage, Doubt, Instruction, ScriptLine, Brief, Absence,
    Track, Group, SecurityModel, Happening, Ending,
)  # fmt: skip
"""Records with a list of sources."""

_WHATEVER = "clause|draft|flag|happening"

BY_FIELD: Mapping[tuple[type, str], str] = {
    **{(record, "sources"): "source" for record in SOURCED},
    (Party, "issues"): "issue",
    (Choice, "bears"): "issue",
    (ClauseKind, "issues"): "issue",
    (ClauseKind, "invites"): "party",
    (Clause, "kind"): "clause",
    (Roll, "votes"): "seat",
    (StoredDraft, "sponsors"): "seat",
    (StoredDraft, "stage"): "stage",
    (Stage, "members"): "seat",
    (Stage, "invited"): "party",
    (Question, "stage"): "stage",
    (RedLine, "clauses"): "clause",
    (RedLine, "issue"): "issue",
    (Instruction, "stage"): "stage",
    (Instruction, "positions"): "issue",
    (ScriptLine, "stage"): "stage",
    (Brief, "positions"): "issue",
    (Brief, "patrons"): "seat",
    (Brief, "capacity"): "pledge",
    (Absence, "seat"): "seat",
    (Absence, "until"): "stage",
    (Effect, "track"): "track",
    (Effect, "seat"): "seat",
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
    (SecurityModel, "weights"): "term",
    (SecurityModel, "why"): "term",
}
"""Record and field -> the kinds of thing its text, its list of texts or its keys name."""

BY_CONDITION: Mapping[str, str] = {
    "track": "track",
    "term": "term|credibility",
    "stage": "stage",
    "adopted": "clause|draft",
    "vetoed": "clause|draft",
    "failed": "clause|draft",
    "absent": "seat",
    "invited": "party",
    "happened": "happening",
    "standing": "seat",
}
"""Kind of condition -> the kinds of thing it names; flags have a check of their own."""


def things_of(pack: Pack) -> dict[str, frozenset[str]]:
    """All names there are, by kind of thing."""
    opened, sealed = pack.scenario.open, pack.scenario.sealed
    return {
        "seat": frozenset(x.code for x in opened.seats),
        "party": frozenset(x.code for x in opened.parties),
        "issue": frozenset(x.id for x in opened.issues),
        "track": frozenset(x.id for x in opened.tracks),
        "clause": frozenset(x.id for x in opened.clauses),
        "draft": frozenset(x.id for x in opened.drafts),
        "pledge": frozenset(x.id for x in opened.pledges),
        "source": frozenset(x.id for x in opened.sources),
        "stage": frozenset(x.id for x in sealed.stages),
        "happening": frozenset(x.id for x in sealed.happenings),
        "flag": frozenset(e.record.set_flag for e in pack.of(Effect)) - {""},
        "term": frozenset(TERMS),
        "credibility": frozenset({"credibility"}),
    }
