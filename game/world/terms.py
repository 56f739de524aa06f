"""The reckoning of the eight terms of collective security from a pack's model and the facts of a sitting.

Each term is a number from 0 to 1 and each formula is one sentence in its function's docstring. Nothing here
weighs the terms against each other (`security.credibility`) or puts them into words (`board`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from game.world.conditions import Facts, holds
from game.world.powers import Adjustment, Claim, Finding, GreatPower, Group, SecurityModel

QUALITIES = ("renounces", "observes", "willing", "backs")


class Stance(NamedTuple):
    """A group's qualities (0-1) now: adjusted, with its pledges, less what it gives the aggressor."""

    group: Group
    power: float
    trade: float
    renounces: float
    observes: float
    willing: float
    backs: float


def unit(value: float) -> float:
    """Return a value held between 0 and 1."""
    return 0.0 if value <= 0.0 else 1.0 if value >= 1.0 else value


def concerns(adjustment: Adjustment, what: str) -> bool:
    """Say whether an adjustment moves a quality: it names it, or names none where there is no other."""
    return adjustment.what in ("", what)


def adjusted(base: float, adjust: Iterable[Adjustment], what: str, facts: Facts) -> float:
    """Return a base value after the adjustments of that name that hold, in their order; unbounded."""
    for a in adjust:
        if concerns(a, what) and holds(a.when, facts):
            base = moved(base, a)
    return base


def moved(base: float, adjustment: Adjustment) -> float:
    """Return a value after one adjustment that holds and concerns it."""
    return (base if adjustment.to is None else adjustment.to) + adjustment.by


def occurred(name: str, facts: Facts) -> bool:
    """Say whether what is so named stands adopted (a clause kind or draft), is set (a flag) or happened."""
    return name in facts.adopted or name in facts.passed or name in facts.flags or name in facts.happened


class Standing:
    """A group of a model, and how it was last found to stand: most groups stand as they did."""

    __slots__ = ("_given", "_held", "_last", "_observing", "_willing", "group")

    def __init__(self, group: Group, model: SecurityModel) -> None:
        """Take a group that has not been judged yet."""
        self.group = group
        seat = group.seat
        self._willing = tuple(f"{kind}:{seat}" for kind in model.willingness.counts) if seat else ()
        self._observing = tuple(f"{kind}:{seat}" for kind in model.observance.counts) if seat else ()
        self._held: list[Adjustment] = []
        self._given: tuple[float, float] | None = None
        self._last: Stance

    def stance(self, facts: Facts) -> Stance:
        """Return how the group stands now; it is judged anew when its adjustments or pledges are others."""
        adjust = self.group.adjust
        held = [a for a in adjust if holds(a.when, facts)] if adjust else []
        given = _sum(self._willing, facts.pledged), _sum(self._observing, facts.pledged)
        if given != self._given or held != self._held:
            self._last = _judged(self.group, held, *given)
            self._held, self._given = held, given
        return self._last


def _sum(names: tuple[str, ...], pledged: Mapping[str, float]) -> float:
    """Return the units pledged under these names."""
    units = 0.0
    for name in names:
        if name in pledged:
            units += pledged[name]
    return units


def _judged(group: Group, held: Iterable[Adjustment], willing: float, observing: float) -> Stance:
    """Return how a group stands by the adjustments that hold and by the units its seat has pledged.

    What it gives the aggressor it takes from its other qualities.
    """
    now = {quality: getattr(group, quality) for quality in QUALITIES}
    for a in held:
        for quality in QUALITIES:
            if concerns(a, quality):
                now[quality] = moved(now[quality], a)
    backs = unit(now["backs"])
    rest = 1.0 - backs
    return Stance(
        group=group,
        power=group.power or 0.0,
        trade=(group.trade or 0.0) * group.dealings,
        renounces=unit(now["renounces"]) * rest,
        observes=unit(max(now["observes"], observing and observing / group.commitment)) * rest,
        willing=unit(max(now["willing"], willing and willing / group.commitment)) * rest,
        backs=backs,
    )


_MODELS = 8
_standings: dict[int, tuple[SecurityModel, tuple[Standing, ...]]] = {}
"""The groups of the last few models, by the model's identity."""


def stances(model: SecurityModel, facts: Facts) -> tuple[Stance, ...]:
    """Return how every group stands now, in the pack's order."""
    known = _standings.get(id(model))
    if known is None or known[0] is not model:
        if len(_standings) >= _MODELS:
            _standings.clear()
        known = _standings[id(model)] = model, tuple(Standing(g, model) for g in model.groups)
    return tuple([standing.stance(facts) for standing in known[1]])


def renunciation(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> float:
    """The share of power that renounces force and does not shelter the aggressor (001, condition 1)."""
    whole = sum([s.power for s in groups])
    return sum([s.power * s.renounces for s in groups]) / whole if whole else 0.0


def majority(finding: Finding, facts: Facts) -> float:
    """Return the share (0-1) of a finding's roll that said yes; without a roll, the pack's figure."""
    roll = facts.votes.get(finding.id)
    return sum(vote == "yes" for vote in roll.values()) / len(roll) if roll else finding.majority


def worth(finding: Finding, model: SecurityModel, facts: Facts) -> float:
    """Return what a finding is worth now: its word, up to half less without a majority; vetoed, a part."""
    if occurred(finding.id, facts):
        part = 1.0
    elif finding.id in facts.vetoed:
        part = model.attribution.vetoed
    else:
        return 0.0
    return finding.value * part * (0.5 + 0.5 * majority(finding, facts))


def credited(claim: Claim, facts: Facts) -> float:
    """Return how far (0-1) a claim of self-defence is believed now; nothing before it is raised."""
    if not holds(claim.when, facts):
        return 0.0
    answered = claim.answered is not None and holds(claim.answered, facts)
    return unit(claim.credit * (claim.left if answered else 1.0))


def denied_by(model: SecurityModel, facts: Facts) -> float:
    """Return the credit (0-1) that denial finds: the pack's figure, or that of the claim most believed."""
    a = model.attribution
    denial = unit(adjusted(a.denial, a.adjust, "denial", facts))
    return max([denial, *(credited(claim, facts) for claim in a.claims)])


def attribution(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> float:
    """The best finding, less up to half each for thin evidence and a denial believed (001, condition 2)."""
    a = model.attribution
    found = max((worth(f, model, facts) for f in a.findings), default=0.0)
    evidence = unit(adjusted(a.evidence, a.adjust, "evidence", facts))
    denial = denied_by(model, facts)
    return max(found, a.unfound) * (0.5 + 0.5 * evidence) * (1.0 - 0.5 * denial)


def units(model: SecurityModel, facts: Facts) -> tuple[float, float]:
    """Return the units pledged and given for enforcement, and the units it needs."""
    w = model.willingness
    given = adjusted(w.given, w.adjust, "given", facts)
    given += sum(weight * facts.pledged.get(kind, 0.0) for kind, weight in w.counts.items())
    return max(0.0, given), max(0.0, adjusted(w.needed, w.adjust, "needed", facts))


def willingness(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> float:
    """Units pledged over units needed, mixed with the share of power that is willing (001, condition 3)."""
    given, needed = units(model, facts)
    amount = min(1.0, given / needed) if needed else 1.0
    whole = sum([s.power for s in groups])
    share = sum([s.power * s.willing for s in groups]) / whole if whole else 0.0
    breadth = unit(model.willingness.breadth)
    return (1.0 - breadth) * amount + breadth * share


def denied(groups: tuple[Stance, ...]) -> float:
    """Return the share (0-1) of the trade that matters which the observing keep from the aggressor."""
    whole = sum([s.trade for s in groups])
    return sum([s.trade * s.observes for s in groups]) / whole if whole else 0.0


def asked(model: SecurityModel, facts: Facts) -> bool:
    """Say whether the body has asked for measures short of force."""
    return model.observance.asked is None or holds(model.observance.asked, facts)


def observance(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> float:
    """The share of trade denied the aggressor; a part of it while nobody has asked (001, condition 4)."""
    return denied(groups) * (1.0 if asked(model, facts) else model.observance.unbidden)


def balance(groups: tuple[Stance, ...]) -> tuple[float, float, float]:
    """Return the power of the willing, of the aggressor with its backers, and of the strongest of these."""
    willing = sum([s.power * s.willing for s in groups])
    against = [s.power * s.backs for s in groups]
    return willing, sum(against), max(against, default=0.0)


def preponderance(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> float:
    """The willing's share of contending power over nine tenths, squared, less a giant's surplus (003)."""
    p = model.preponderance
    willing, against, strongest = balance(groups)
    if willing <= 0.0:
        return 0.0
    share = min(1.0, willing / (willing + against) / p.full)
    return share * share * (1.0 - max(0.0, strongest - p.alone))


def presence(power: GreatPower, model: SecurityModel, facts: Facts) -> float:
    """Return how far (0-1) a great power is inside, present and voting."""
    inside = unit(adjusted(power.inside, power.adjust, "inside", facts))
    return inside * (model.universality.absent if power.seat in facts.absent else 1.0)


def gathered(model: SecurityModel, facts: Facts) -> float:
    """Return the share (0-1) of the great powers' joint power that is inside, present and voting."""
    powers = model.universality.powers
    whole = sum(p.power or 0.0 for p in powers)
    return sum((p.power or 0.0) * presence(p, model, facts) for p in powers) / whole if whole else 0.0


def universality(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> float:
    """The great powers' share that is inside, present and voting, raised to `sharpness` (000, 003)."""
    return float(gathered(model, facts) ** model.universality.sharpness)


def stopped(model: SecurityModel, facts: Facts) -> bool:
    """Say whether a measure bites, so that the clock has stopped."""
    return any(occurred(name, facts) for name in model.speed.biting)


def speed(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> float:
    """The worth of the stages lost before a measure; the first that bites stops the clock (003).

    The moment is not among the facts, so a stopped clock shows what was last measured, which is in
    `facts.terms`: a happening that bites as a stage opens is credited with the stage before.
    """
    s = model.speed
    if not s.values:
        return 1.0
    running = s.values[min(max(0, facts.stage - s.breach), len(s.values) - 1)]
    return facts.terms.get("speed", running) if stopped(model, facts) else running


def impartiality(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> float:
    """The pack's judgement, mixed with the trust of the small states as a track shows it (001, 003)."""
    i = model.impartiality
    judged = unit(adjusted(i.base, i.adjust, "base", facts))
    if not i.track:
        return judged
    return (1.0 - i.trust) * judged + i.trust * facts.tracks[i.track] / 100.0


RECKONINGS: Mapping[str, Callable[[SecurityModel, Facts, tuple[Stance, ...]], float]] = {
    "renunciation": renunciation,
    "attribution": attribution,
    "willingness": willingness,
    "observance": observance,
    "preponderance": preponderance,
    "universality": universality,
    "speed": speed,
    "impartiality": impartiality,
}

TERMS = tuple(RECKONINGS)
"""The eight terms in the order of the board."""


def measure(model: SecurityModel, facts: Facts) -> dict[str, float]:
    """Return the eight terms (0-1, three decimals) in the order of `TERMS`."""
    groups = stances(model, facts)
    terms = {t: reckon(model, facts, groups) for t, reckon in RECKONINGS.items()}
    if model.adjust:
        # A stopped clock shows a measured value, in which adjustments are already taken in.
        kept = {"speed"} if "speed" in facts.terms and stopped(model, facts) else set()
        for a in model.adjust:
            if holds(a.when, facts):
                terms |= {t: moved(terms[t], a) for t in TERMS if t not in kept and concerns(a, t)}
    return {t: round(unit(value), 3) for t, value in terms.items()}
