"""The collective-security board in words: how each term stands, whose shares count, and what would raise it.

It says what `terms` reckons and reckons nothing else. It shows no condition of the pack, only the notes the
pack wrote to be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from game.world import terms
from game.world.conditions import Facts, holds
from game.world.powers import Adjustment, SecurityModel
from game.world.terms import Stance


class Ground(NamedTuple):
    """What the documents say of a term: its title, their condition in one sentence, and where they say it."""

    title: str
    claim: str
    source: str


GROUNDS: Mapping[str, Ground] = {
    "renunciation": Ground(
        "Renunciation",
        "States accept the order as it is enough to use force in defence of their own borders only.",
        "001, condition 1",
    ),
    "attribution": Ground(
        "Attribution",
        "States agree what aggression is and who committed it, so that nobody may explain it away.",
        "001, condition 2; 003, “Mechanism” and “Challenges”; Charter, Articles 39 and 51",
    ),
    "willingness": Ground(
        "Willingness",
        "States, the great powers above all, commit forces and funds even far from their own interests.",
        "001, condition 3; 003, “Contribution” and “Challenges”; Charter, Articles 43 and 48",
    ),
    "observance": Ground(
        "Observance",
        "States let no breach of the sanctions help the outlaw.",
        "001, condition 4; 003, “Mechanism for Preventing Wars”",
    ),
    "preponderance": Ground(
        "Preponderance",
        "Power is spread so widely that nine tenths of it can be turned on anyone who holds one tenth.",
        "003, “Mechanism for Preventing Wars”; 001, premise 1",
    ),
    "universality": Ground(
        "Universality",
        "No great power is outside the system or away from it.",
        "003, “Mechanism for Preventing Wars”; 000, sections V and VI",
    ),
    "speed": Ground(
        "Speed",
        "Help arrives before the aggressor has reaped what the attack was for.",
        "003, “Challenges and Limitations”",
    ),
    "impartiality": Ground(
        "Impartiality",
        "The same act is judged the same way whoever does it, so that small states may trust the system.",
        "003, “Mechanism for Preventing Wars” and “Contribution”; 001",
    ),
}


class Part(NamedTuple):
    """One line of a reckoning: `weight` (0-1) is how much it speaks for, `value` (0-1) how much counts.

    `note` says why; `states` names the states of a group.
    """

    label: str
    weight: float
    value: float
    note: str = ""
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """A term as the board shows it.

    `value` is 0-1; `claim` is the documents' condition and `source` where it stands; `sentence` says how the
    term stands now, `parts` whose shares make it, `remedies` what would raise it; `why` is the pack's own
    word.
    """

    term: str
    title: str
    value: float
    claim: str
    source: str
    sentence: str
    parts: tuple[Part, ...] = ()
    remedies: tuple[str, ...] = ()
    why: str = ""


class Account(NamedTuple):
    """How a term stands, before its ground is added."""

    sentence: str
    parts: tuple[Part, ...] = ()
    remedies: tuple[str, ...] = ()


def percent(share: float) -> str:
    """Return a share (0-1) in per cent: whole, or with one decimal below ten."""
    value = 100.0 * share
    return f"{value:.0f}%" if value >= 9.95 or value == 0.0 else f"{value:.1f}%"


def standing_notes(adjust: Iterable[Adjustment], what: str, facts: Facts) -> str:
    """Return the notes of the adjustments of that name that hold now, as one text."""
    return " ".join(a.note for a in adjust if terms.concerns(a, what) and a.note and holds(a.when, facts))


def hopes(
    adjust: Iterable[Adjustment], what: str, base: float, facts: Facts, sign: int = 1
) -> tuple[str, ...]:
    """Return the notes of adjustments that do not hold and would move a value up (`sign` 1) or down (-1)."""
    return tuple(
        f"Not yet: {a.note}"
        for a in adjust
        if terms.concerns(a, what)
        and a.note
        and sign * ((base if a.to is None else a.to) + a.by - base) > 0.0
        and not holds(a.when, facts)
    )


def _missing(groups: tuple[Stance, ...], quality: str, weight: str, facts: Facts) -> tuple[str, ...]:
    """Name the three groups that would add most, and the notes of what would move any group."""
    whole = sum(getattr(s, weight) for s in groups) or 1.0
    gaps = sorted(
        ((getattr(s, weight) / whole * (1.0 - s.backs - getattr(s, quality)), s) for s in groups),
        key=lambda gap: -gap[0],
    )
    named = tuple(
        f"{s.group.title} could add {percent(gap)} of the {weight}." for gap, s in gaps[:3] if gap >= 0.01
    )
    notes = (note for s in groups for note in hopes(s.group.adjust, quality, getattr(s, quality), facts))
    backers = (note for s in groups for note in hopes(s.group.adjust, "backs", s.backs, facts, -1))
    return (*named, *dict.fromkeys((*notes, *backers)))


def _rows(
    model: SecurityModel, groups: tuple[Stance, ...], quality: str, weight: str, facts: Facts
) -> tuple[Part, ...]:
    """Return a line for each group: its share of the whole, how much counts, why, and which states."""
    whole = sum(getattr(s, weight) for s in groups) or 1.0
    names = {n.code: n.name for n in model.nations}
    return tuple(
        Part(
            s.group.title,
            round(getattr(s, weight) / whole, 4),
            round(getattr(s, quality), 3),
            standing_notes(s.group.adjust, quality, facts) or s.group.why,
            tuple(names.get(code, code) for code in s.group.states),
        )
        for s in groups
    )


def _renunciation(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> Account:
    share = terms.renunciation(model, facts, groups)
    return Account(
        f"States with {percent(share)} of the world's power renounce force and do not shelter the aggressor.",
        _rows(model, groups, "renounces", "power", facts),
        _missing(groups, "renounces", "power", facts),
    )


def _attribution(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> Account:
    a = model.attribution
    worths = {f: terms.worth(f, model, facts) for f in a.findings}
    best = max(worths, key=lambda f: worths[f], default=None)
    evidence = terms.unit(terms.adjusted(a.evidence, a.adjust, "evidence", facts))
    denial = terms.denied_by(model, facts)
    if best is None or worths[best] <= a.unfound:
        sentence = "Nobody has been named in a finding that carries weight."
    else:
        how = "found" if terms.occurred(best.id, facts) else "voted for and vetoed"
        word = best.word[:1].upper() + best.word[1:]
        sentence = f"{word}: {how}, with {percent(terms.majority(best, facts))} of the votes."
    parts = (
        *(Part(f.word, round(f.value, 3), round(w, 3)) for f, w in worths.items()),
        Part("evidence", 0.5, round(evidence, 3), standing_notes(a.adjust, "evidence", facts)),
        Part("denial believed", 0.5, round(denial, 3), standing_notes(a.adjust, "denial", facts)),
        *(
            Part("claim of self-defence", 0.5, round(terms.credited(c, facts), 3), c.word)
            for c in a.claims
            if holds(c.when, facts)
        ),
    )
    now = max([a.unfound, *worths.values()])
    better = (
        f"A finding of “{f.word}” would be worth up to {f.value:.2f}."
        for f, w in worths.items()
        if f.value > now > w
    )
    raised = hopes(a.adjust, "evidence", evidence, facts) + hopes(a.adjust, "denial", denial, facts, -1)
    return Account(sentence, parts, (*better, *raised))


def _willingness(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> Account:
    w = model.willingness
    given, needed = terms.units(model, facts)
    amounts = {kind: worth * facts.pledged.get(kind, 0.0) for kind, worth in w.counts.items()}
    amounts["from elsewhere"] = given - sum(amounts.values())
    pledges = tuple(
        Part(kind, round(min(1.0, amount / needed), 3), 1.0, f"{amount:.0f} of {needed:.0f} units")
        for kind, amount in amounts.items()
        if amount > 0.0 and needed > 0.0
    )
    short = needed - given
    missing = (f"{short:.0f} more units would meet the need.",) if short > 0.0 else ()
    return Account(
        f"{given:.0f} units are pledged or given; enforcement needs {needed:.0f}.",
        (*pledges, *_rows(model, groups, "willing", "power", facts)),
        (
            *missing,
            *_missing(groups, "willing", "power", facts),
            *hopes(w.adjust, "given", given, facts),
            *hopes(w.adjust, "needed", needed, facts, -1),
        ),
    )


def _observance(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> Account:
    asked = terms.asked(model, facts)
    tail = (
        "."
        if asked
        else f"; nobody has asked for it yet, so only {percent(model.observance.unbidden)} of that counts."
    )
    call = () if asked else ("A call for measures short of force would make all of it count.",)
    return Account(
        f"{percent(terms.denied(groups))} of the trade that matters is denied the aggressor{tail}",
        _rows(model, groups, "observes", "trade", facts),
        (*call, *_missing(groups, "observes", "trade", facts)),
    )


def _preponderance(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> Account:
    p = model.preponderance
    willing, against, strongest = terms.balance(groups)
    share = willing / (willing + against) if willing else 0.0
    sentence = f"The willing hold {percent(share)} of the contending power; {percent(p.full)} would overawe."
    if strongest > p.alone:
        sentence += (
            f" One adversary holds {percent(strongest)} of the world's power, more than {percent(p.alone)}."
        )
    against_rows = tuple(
        Part(s.group.title, round(s.power, 4), round(s.backs, 3), "with the aggressor")
        for s in groups
        if s.backs
    )
    willing_rows = tuple(
        Part(s.group.title, round(s.power, 4), round(s.willing, 3), "with the Council")
        for s in groups
        if s.willing
    )
    return Account(sentence, (*willing_rows, *against_rows), _missing(groups, "willing", "power", facts))


def _universality(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> Account:
    u = model.universality
    whole = sum(p.power or 0.0 for p in u.powers) or 1.0
    parts = tuple(
        Part(
            p.title,
            round((p.power or 0.0) / whole, 4),
            round(terms.presence(p, model, facts), 3),
            "absent" if p.seat in facts.absent else standing_notes(p.adjust, "inside", facts),
        )
        for p in u.powers
    )
    back = tuple(f"{p.label} returns to the table." for p in parts if p.note == "absent")
    inside = (
        note for p in u.powers for note in hopes(p.adjust, "inside", terms.presence(p, model, facts), facts)
    )
    return Account(
        f"{percent(terms.gathered(model, facts))} of the great powers' power is inside, present and voting.",
        parts,
        (*back, *inside),
    )


def _speed(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> Account:
    lost = max(0, facts.stage - model.speed.breach)
    if terms.stopped(model, facts):
        return Account("A measure bites, and the clock has stopped.")
    stages = "stage has" if lost == 1 else "stages have"
    return Account(
        f"{lost or 'No'} {stages} passed since the breach without a measure that bites.",
        remedies=("The first measure that bites stops the clock.",),
    )


def _impartiality(model: SecurityModel, facts: Facts, groups: tuple[Stance, ...]) -> Account:
    i = model.impartiality
    judged = terms.unit(terms.adjusted(i.base, i.adjust, "base", facts))
    parts = [Part("the same act, whoever does it", 1.0 - i.trust if i.track else 1.0, round(judged, 3))]
    if i.track:
        parts.append(Part("trust of the small states", i.trust, round(facts.tracks[i.track] / 100.0, 3)))
    return Account(
        standing_notes(i.adjust, "base", facts) or "The pack's judgement of this crisis.",
        tuple(parts),
        hopes(i.adjust, "base", judged, facts),
    )


ACCOUNTS: Mapping[str, Callable[[SecurityModel, Facts, tuple[Stance, ...]], Account]] = {
    "renunciation": _renunciation,
    "attribution": _attribution,
    "willingness": _willingness,
    "observance": _observance,
    "preponderance": _preponderance,
    "universality": _universality,
    "speed": _speed,
    "impartiality": _impartiality,
}


def explain(model: SecurityModel, term: str, facts: Facts) -> Explanation:
    """Return a term's explanation for the board; raises KeyError for a term that is none of `TERMS`."""
    ground = GROUNDS[term]
    value = terms.measure(model, facts)[term]
    account = ACCOUNTS[term](model, facts, terms.stances(model, facts))
    whole = hopes(model.adjust, term, value, facts)
    why = " ".join(x for x in (model.why.get(term, ""), standing_notes(model.adjust, term, facts)) if x)
    return Explanation(
        term=term,
        title=ground.title,
        value=value,
        claim=ground.claim,
        source=ground.source,
        sentence=account.sentence,
        parts=account.parts,
        remedies=(*account.remedies, *whole),
        why=why,
    )
