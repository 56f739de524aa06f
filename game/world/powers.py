"""What a pack says of the powers of the world and of collective security among them, as frozen values.

Shares of power and trade are data (`crises/data/state_power.csv`); the qualities of groups are the pack's
judgements and must name their reasons. Nothing here reckons: `terms` does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from game.world.conditions import Condition
from game.world.patrons import Patron

REST = "*"
"""In `Group.states`: every state of the year that no other group names."""


@dataclass(frozen=True, slots=True)
class Nation:
    """A state's share (0-1) of the world's capabilities and trade in the pack's year (Correlates of War).

    `code` is the table's, not the Council's: GBR is `UKG`, and in 1950 `CHN` is Peking and `TAW` the
    Nationalists.
    """

    code: str
    name: str
    power: float
    trade: float


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A value moves by `by`, or is set to `to`, while `when` holds.

    `what` names the quality or term that moves; it may be left out where there is one only (`inside`,
    `base`). `note` says why in one sentence. The board shows the notes of adjustments that hold, and of those
    that would raise a term, so a note gives no secret away.
    """

    when: Condition
    what: str = ""
    by: float = 0.0
    to: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """States that behave alike in this crisis: a great power by itself, a bloc, everybody else.

    Four qualities from 0 to 1, each open to `adjust`: `renounces` (accepts the status quo and uses force for
    defence only), `observes` (applies measures short of force), `willing` (puts its power behind
    enforcement), `backs` (shelters or arms the aggressor; 1 is the aggressor itself). What a group gives the
    aggressor it takes from the other three.

    `seat` is its code at the Council's table: what that seat pledges counts here, wholly from `commitment`
    units on. `dealings` is how many times more its trade weighs with the aggressor than its share of world
    trade says. `power` and `trade` are filled from the table of the year unless the pack gives them.
    """

    id: str
    title: str
    states: tuple[str, ...] = ()
    seat: str = ""
    renounces: float = 0.5
    observes: float = 0.5
    willing: float = 0.0
    backs: float = 0.0
    dealings: float = 1.0
    commitment: float = 100.0
    power: float | None = None
    trade: float | None = None
    adjust: tuple[Adjustment, ...] = ()
    why: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A determination of who broke the peace, and how much attribution (0-1) its word is worth.

    `id` is a clause kind, a stored draft, a flag or a happening. `majority` (0-1) is used where no roll call
    of the Council is known, as for the Assembly's findings.
    """

    id: str
    word: str
    value: float
    majority: float = 1.0


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of self-defence (Article 51) that contests who broke the peace: raised once `when` holds.

    `by` is the party or seat that raises it, `word` what it says in a line; `credit` (0-1) how far it is
    believed, of which the part `left` remains once it has been `answered`.
    """

    id: str
    by: str
    word: str
    when: Condition
    credit: float = 0.3
    answered: Condition | None = None
    left: float = 0.5
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """How clearly the aggressor is named: the best finding, its majority, the evidence, the denial.

    `unfound` is what the world's own eyes are worth without a finding, `vetoed` the part a finding keeps when
    the majority was there and a veto defeated it. `evidence` and `denial` (0-1, the credit given to a claim
    of self-defence) are open to `adjust` by those names. Of `claims` that stand, the one most believed counts
    where it is believed more than the denial.
    """

    findings: tuple[Finding, ...] = ()
    unfound: float = 0.15
    vetoed: float = 0.3
    evidence: float = 0.5
    denial: float = 0.3
    claims: tuple[Claim, ...] = ()
    adjust: tuple[Adjustment, ...] = ()


@dataclass(frozen=True, slots=True)
class Willingness:
    """What is pledged against what enforcement needs, and by how much of the world.

    `counts` gives the worth of one unit of each kind of pledge, `given` units that come from outside the
    Council, `needed` the units enforcement takes; the last two are open to `adjust`. `breadth` is the part of
    the term that asks how widely the burden is shared (by power) and not how much is given.
    """

    counts: dict[str, float] = field(default_factory=dict)
    needed: float = 100.0
    given: float = 0.0
    breadth: float = 0.3
    adjust: tuple[Adjustment, ...] = ()


@dataclass(frozen=True, slots=True)
class Observance:
    """Who applies measures short of force: `asked` says when the body has asked for them.

    Until then only the part `unbidden` of the willingness to observe is worth anything. `counts` names the
    kinds of pledges by which a seat binds itself to observe.
    """

    asked: Condition | None = None
    unbidden: float = 0.3
    counts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure that each State applies for itself, such as an embargo on one thing (Article 16, L6).

    `id` is the kind of clause that proposes it, or of pledge by which a seat binds itself. `shares`: group ->
    its share (0-1) of what the aggressor needs of that thing; without them a group counts by its trade.
    """

    id: str
    title: str = ""
    shares: dict[str, float] = field(default_factory=dict)
    why: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preponderance:
    """The rule of 10 and 90 per cent (003): `full` is the share of the contending power that overawes.

    `alone` is the share of world power above which one adversary cannot be overawed any more.
    """

    full: float = 0.9
    alone: float = 0.1


@dataclass(frozen=True, slots=True)
class GreatPower:
    """A great power the system cannot do without: `inside` (0-1, open to `adjust`) whether it belongs.

    `id` is its state's code in the table; `seat` its code at the table, whose absence counts; `power` its
    share, filled from the table unless given.
    """

    id: str
    title: str = ""
    seat: str = ""
    inside: float = 1.0
    power: float | None = None
    adjust: tuple[Adjustment, ...] = ()


@dataclass(frozen=True, slots=True)
class Universality:
    """The great powers, what one still counts when `absent`, how sharply gaps tell (`sharpness` >= 1)."""

    powers: tuple[GreatPower, ...] = ()
    absent: float = 0.25
    sharpness: float = 2.0


@dataclass(frozen=True, slots=True)
class Speed:
    """What delay costs: `values` after 0, 1, 2 ... stages without a measure since the stage of the `breach`.

    `biting` are the clause kinds, drafts, flags or happenings that count as a measure that bites; the first
    stops the clock.
    """

    biting: tuple[str, ...] = ()
    breach: int = 1
    values: tuple[float, ...] = (1.0, 0.9, 0.75, 0.55, 0.4, 0.3, 0.2)


@dataclass(frozen=True, slots=True)
class Impartiality:
    """Whether the same act would be judged the same way whoever did it: `base` (0-1), open to `adjust`.

    `trust` is the part of the term read off a track (0-100), `track`: the trust of the small states.
    """

    base: float = 0.5
    track: str = ""
    trust: float = 0.0
    adjust: tuple[Adjustment, ...] = ()


@dataclass(frozen=True, slots=True)
class SecurityModel:
    """A pack's collective-security model.

    `year` names the table's year; `nations` is that table, `groups` part the world without overlap. `weights`
    (default 1) say how much each term counts, `weakest` (0-1) which part of all weight the weakest term
    carries beside its own, and no term is taken below `floor`. `adjust` moves whole terms by name, `why`
    gives the pack's own word on a term.
    """

    year: int = 0
    groups: tuple[Group, ...] = ()
    attribution: Attribution = Attribution()
    willingness: Willingness = Willingness()
    observance: Observance = Observance()
    measures: tuple[Measure, ...] = ()
    preponderance: Preponderance = Preponderance()
    universality: Universality = Universality()
    speed: Speed = Speed()
    impartiality: Impartiality = Impartiality()
    adjust: tuple[Adjustment, ...] = ()
    weights: dict[str, float] = field(default_factory=dict)
    weakest: float = 0.25
    floor: float = 0.02
    why: dict[str, str] = field(default_factory=dict)
    nations: tuple[Nation, ...] = ()
    sources: tuple[str, ...] = ()
    patrons: tuple[Patron, ...] = ()


def peopled(model: SecurityModel, nations: Iterable[Nation]) -> SecurityModel:
    """Return the model with a year's table: `*` spelt out, shares of groups and great powers filled in.

    Shares a pack gives itself are kept. Raises KeyError for a state the table does not hold.
    """
    table = {n.code: n for n in nations}
    named = {code for g in model.groups for code in g.states}
    rest = tuple(code for code in table if code not in named)

    def filled(g: Group) -> Group:
        codes = tuple(c for s in g.states for c in (rest if s == REST else (s,)))
        members = [table[c] for c in codes]
        power = sum(n.power for n in members) if g.power is None else g.power
        trade = sum(n.trade for n in members) if g.trade is None else g.trade
        return replace(g, states=codes, power=round(power, 6), trade=round(trade, 6))

    def ranked(p: GreatPower) -> GreatPower:
        power = table[p.id].power if p.power is None else p.power
        return replace(p, title=p.title or (table[p.id].name if p.id in table else p.id), power=power)

    return replace(
        model,
        groups=tuple(filled(g) for g in model.groups),
        universality=replace(model.universality, powers=tuple(ranked(p) for p in model.universality.powers)),
        nations=tuple(table.values()),
    )
