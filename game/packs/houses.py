"""House rules as teachers write them: a YAML file in, a `House` or a list of complaints out.

The shelf has the houses that came with the game and a player's own, `houses/*.yaml` beside the crises; a file
may also be named by its path. A house is laid over its `base`, and an addition (`base: any`) over any other:
`nmun+crisis`. Reading costs pydantic and YAML; the Council's own house needs neither. What a value means in
play is for `rules.house` and `session`; this module must never know one house from another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from game import places
from game.packs.folder import ordinary
from game.packs.problems import Level, PackError, Problem
from game.packs.reading import Sheet, read
from game.plain import clean
from game.rules.house import ASKS, DOES, PAPERS, UNSC, House, HouseMotion, Needed, Veto

FOLDER = "houses"
NOTHING, ANY = "none", "any"
_ENUMS: dict[str, type[Needed] | type[Veto]] = {
    "needed": Needed, "objection": Needed, "procedure": Needed, "veto": Veto,
}  # fmt: skip
MUST_ASK: Mapping[str, tuple[str, ...]] = {
    "caucus_free": ("total",),
    "caucus_led": ("total", "each", "topic"),
    "set_time": ("each",),
    "divide": ("draft", "place"),
    "priority": ("draft",),
    "reconsider": ("draft",),
    "roll_call": ("draft",),
}
"""What a mover must state for a motion to mean anything."""
_COUNTED = ("nine", "majority", "two_thirds", "majority_seats", "two_thirds_seats")
_COUNTS = ("draft", "appeal", "agenda", "invite", *PAPERS)
_LIKE_TEXT = ("amend", "second_degree")


class HouseError(PackError):
    """House rules that cannot be played by; `problems` are all that is wrong with their files."""

    def sentence(self) -> str:
        """Say the first problem, and how many more there are."""
        grave = [p for p in self.problems if p.grave]
        if grave[0].code == "no-house":
            return f"{grave[0].what} {grave[0].remedy}"
        more = f" (and {len(grave) - 1} more)" if len(grave) > 1 else ""
        return f"The house {self.pack} cannot be played by: {grave[0]}{more}"


@dataclass(slots=True)
class Reading:
    """A file of house rules as read: what it is laid over, what it writes, and what is wrong with it."""

    id: str
    sheet: Sheet
    base: str = UNSC.id
    without: tuple[str, ...] = ()
    fields: dict[str, Any] = field(default_factory=dict)
    motions: dict[str, dict[str, Any]] = field(default_factory=dict)

    def complain(
        self,
        path: tuple[str | int, ...],
        code: str,
        what: str,
        remedy: str,
        *,
        level: Level = "error",
        key: bool = False,
    ) -> None:
        """Note a problem at a path."""
        mark = self.sheet.mark(path, key=key)
        self.sheet.problems.append(Problem(self.sheet.file, *mark, code, what, remedy, level))


# -- the shelf -------------------------------------------------------------------------------------
def shelf() -> dict[str, Path | None]:
    """Return the houses there are by id, with their files; the Council's own has none."""
    found: dict[str, Path | None] = {UNSC.id: None}
    for home in places.crises():
        folder = home / FOLDER
        if folder.is_dir():
            found.update({path.stem: path for path in sorted(folder.glob("*.yaml"))})
    return found


def choices() -> tuple[str, ...]:
    """Return what may be chosen for a sitting: every house, and every addition laid over each of them."""
    known = shelf()
    read_ = {id: _opened(id, known)[0] for id in known}
    added = [id for id, reading in read_.items() if reading is not None and reading.base == ANY]
    whole = [id for id in known if id not in added]
    return tuple(choice for id in whole for choice in (id, *(f"{id}+{x}" for x in added)))


def house(name: str) -> House:
    """Return a house by its id, its file, or several laid one over the other with `+`.

    Raises HouseError with every complaint when there is no such house or it cannot be played by.
    """
    made, problems = inspect(name)
    if made is None or any(p.grave for p in problems):
        raise HouseError(clean(name, limit=80), problems)
    return made


def inspect(name: str) -> tuple[House | None, list[Problem]]:
    """Return a house and all that is wrong with its files; None when too little is left of it."""
    known, problems = shelf(), []
    made: House | None = None
    for part in name.split("+"):
        reading, wrong = _opened(part.strip(), known)
        problems += wrong
        if reading is None:
            if wrong:
                return None, problems
            made = UNSC
            continue
        made = _built(reading, made, known, ())
        problems += reading.sheet.problems
        if made is None:
            return None, problems
    return made, problems


def _opened(name: str, known: Mapping[str, Path | None]) -> tuple[Reading | None, list[Problem]]:
    """Read one house; (None, nothing wrong) is the Council's own."""
    if name == UNSC.id and known.get(name) is None:
        return None, []
    path = known.get(name)
    if path is None:
        path = Path(name)
        if path.suffix not in (".yaml", ".yml") or not name.strip():
            return None, [_no_house(name, known)]
    try:
        raw = ordinary(path)
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        what = f"The file cannot be read: {why}."
        return None, [Problem(clean(path.name, limit=60), 0, 0, "unreadable", what, "Name another file.")]
    reading = Reading(path.stem, read(clean(path.name, limit=60), raw))
    if not reading.sheet.problems:
        _form(reading)
    if reading.sheet.problems:
        return None, reading.sheet.problems
    return reading, []


def _no_house(name: str, known: Mapping[str, Path | None]) -> Problem:
    shown = clean(name, limit=60) or "(nothing)"
    near = get_close_matches(name, known, 1, 0.5)
    remedy = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}; or name a .yaml file."
    return Problem("", 0, 0, "no-house", f"There is no house called {shown}.", remedy)


# -- the form --------------------------------------------------------------------------------------
@cache
def form() -> Any:
    """Return what validates a file of house rules: every key may be left out, none may be unknown."""
    from game.packs.house_form import model

    return model()


def _form(reading: Reading) -> None:
    from pydantic import ValidationError

    from game.packs.complaints import complaints
    from game.packs.records import HOUSE

    try:
        value = form().model_validate(reading.sheet.data if reading.sheet.data is not None else {})
    except ValidationError as error:
        reading.sheet.problems += complaints(reading.sheet, HOUSE, error)
        return
    written = {name: getattr(value, name) for name in value.model_fields_set}
    written.pop("format", None)
    reading.base = written.pop("base", UNSC.id)
    reading.without = tuple(written.pop("without", ()))
    for id, entry in (written.pop("motions", None) or {}).items():
        reading.motions[id] = _meant({name: getattr(entry, name) for name in entry.model_fields_set})
    reading.fields = _meant(written)


def _meant(written: dict[str, Any]) -> dict[str, Any]:
    """Give words their meaning where the game has a kind of its own for them."""
    return {k: _ENUMS[k](v) if k in _ENUMS and v is not None else v for k, v in written.items()}


# -- laying one house over another -----------------------------------------------------------------
def _built(
    reading: Reading, under: House | None, known: Mapping[str, Path | None], above: tuple[str, ...]
) -> House | None:
    """Lay a house over the one under it, or over its own base."""
    base = _base(reading, known, above) if under is None else under
    if base is None:
        return None
    kept = {m.id: m for m in base.motions}
    for place, id in enumerate(reading.without):
        if kept.pop(id, None) is None:
            remedy = f"The base has: {', '.join(m.id for m in base.motions) or 'none'}."
            reading.complain(("without", place), "unknown-motion", f"The base has no motion {id}.", remedy)
    for id, written in reading.motions.items():
        missing = [name for name in ("name", "does") if name not in written and id not in kept]
        for name in missing:
            what = f"{name} is missing in motions.{id}."
            reading.complain(("motions", id), "missing", what, f"Add {name}: with its value.", key=True)
        if not missing:
            old = kept.get(id)
            kept[id] = replace(old, **written) if old is not None else HouseMotion(id=id, **written)
    bare = House(id=NOTHING, title="") if base.id == NOTHING else base
    named = reading.id if under is None else f"{under.id}+{reading.id}"
    fields = dict(reading.fields)
    if under is not None and reading.base == ANY:
        fields["title"] = f"{under.title}, with {reading.fields.get('title', reading.id).lower()}"
        fields["about"] = " ".join(x for x in (under.about, reading.fields.get("about", "")) if x)
    made = replace(bare, **{"id": named, "title": reading.id, **fields, "motions": tuple(kept.values())})
    _judge(reading, made)
    return made


def _base(reading: Reading, known: Mapping[str, Path | None], above: tuple[str, ...]) -> House | None:
    if reading.base == NOTHING:
        return House(id=NOTHING, title="")
    wanted = UNSC.id if reading.base == ANY else reading.base
    if wanted == reading.id or wanted in above:
        what = f"{reading.id} is laid over {wanted}, which is laid over it."
        reading.complain(("base",), "circle", what, "Take another base, or none.")
        return None
    if wanted == UNSC.id and known.get(wanted) is None:
        return UNSC
    under, wrong = _opened(wanted, known)
    if under is None:
        told = wrong[0] if wrong else _no_house(wanted, known)
        what = f"The base {clean(wanted, limit=60)} cannot be used. {told.what}"
        reading.complain(("base",), "base", what, told.remedy)
        return None
    made = _built(under, None, known, (*above, reading.id))
    if made is None or any(p.grave for p in under.sheet.problems):
        what = f"The base {clean(wanted, limit=60)} has mistakes of its own."
        reading.complain(("base",), "base", what, f"See 'horseshoe houses {wanted}'.")
    return made


# -- what must hold --------------------------------------------------------------------------------
def _judge(reading: Reading, made: House) -> None:
    for path, code, what, remedy, level in _faults(reading, made):
        reading.complain(path, code, what, remedy, level=level)


_Fault = tuple[tuple[str | int, ...], str, str, str, Level]


def _faults(reading: Reading, made: House) -> Iterator[_Fault]:
    """What a house may not say although each of its values has the right form."""
    ranks: dict[int, str] = {}
    for id in reading.motions:
        entry = made.motion.get(id)
        if entry is None:
            continue
        if entry.precedence is not None:
            first = ranks.setdefault(entry.precedence, id)
            if first != id:
                what = f"{id} has the precedence {entry.precedence}, which {first} has too."
                path = ("motions", id, "precedence")
                yield path, "precedence", what, "Give each motion a rank of its own.", "error"
        yield from _entry_faults(id, entry, reading.sheet)
    if not made.prewritten and made.doing("amend") is None:
        what = "Texts are built up clause by clause (prewritten: false), but the house knows no amendments."
        yield ("prewritten",), "amend", what, "List a motion that does: amend.", "error"
    if made.yields and made.doing("yield") is None and "yields" not in reading.fields:
        yield (
            ("motions",),
            "yields",
            "The base lets speakers yield.",
            "Write yields: [] if none may.",
            "warning",
        )
    if made.amendments_at_once and made.amendment_signatories:
        what = "An amendment cannot be voted at once and wait for signatures as well."
        remedy = "Drop amendments_at_once or amendment_signatories."
        yield ("amendment_signatories",), "amend", what, remedy, "error"


def _entry_faults(id: str, entry: HouseMotion, sheet: Sheet) -> Iterator[_Fault]:
    at = ("motions", id)
    lacking = [asked for asked in MUST_ASK.get(entry.does, ()) if asked not in entry.asks]
    if lacking:
        what = f"{id} does {entry.does}, which needs to be told: {', '.join(lacking)}."
        yield (*at, "asks"), "asks", what, f"Write asks: [{', '.join(MUST_ASK[entry.does])}].", "error"
    if any(entry.speakers) and not entry.debated:
        what = f"{id} has speakers for and against it, but is not debated."
        yield (*at, "speakers"), "debated", what, "Write debated: true, or take the speakers out.", "error"
    if entry.objection is not None and entry.needed is not Needed.CONSENSUS:
        what = f"{id} says what happens on objection, but does not need consensus."
        yield (*at, "objection"), "objection", what, "Write needed: consensus, or drop objection.", "error"
    if entry.needed is Needed.CONSENSUS and entry.objection is Needed.CONSENSUS:
        what = f"{id} needs consensus, and again on objection: one member could stop it for good."
        yield (*at, "objection"), "objection", what, "Write majority or chair.", "error"
    if entry.does in _LIKE_TEXT and entry.needed not in (*_COUNTED, Needed.SAME_AS_TEXT):
        what = f"{id} is put to the vote, and cannot be decided by {entry.needed.value}."
        remedy = f"Write one of: same_as_text, {', '.join(_COUNTED)}."
        yield (*at, "needed"), "needed", what, remedy, "error"
    if entry.does in _COUNTS and entry.needed not in _COUNTED:
        what = f"{id} is put to the vote, and cannot be decided by {entry.needed.value}."
        yield (*at, "needed"), "needed", what, f"Write one of: {', '.join(_COUNTED)}.", "error"
    if entry.needed is Needed.SAME_AS_TEXT and entry.does not in ("amend", "second_degree", "part", "divide"):
        what = f"{id} belongs to no text, whose majority it could have."
        yield (*at, "needed"), "needed", what, f"Write one of: {', '.join(_COUNTED)}.", "error"


def words_of(field: str) -> tuple[str, ...]:
    """Return the words a field may hold, or none when it is free."""
    return {
        "does": DOES,
        "asks": ASKS,
        "needed": tuple(Needed),
        "objection": tuple(Needed),
        "procedure": _COUNTED,
        "veto": tuple(Veto),
        "friendly": ("mover", "sponsors", "nobody"),
        "amendment_order": ("furthest", "receipt"),
        "yields": ("delegate", "questions", "chair"),
    }.get(field, ())
