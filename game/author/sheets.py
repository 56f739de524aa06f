"""The files of a small crisis: the blank forms of `blank/` with a Council and two parties in them.

Every text that comes from outside is quoted. It must never touch the disk but to read the forms.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.resources import files
from string import Template

from msgspec import Struct

from game.author.leanings import Sides
from game.author.roster import LAST_TRADE, PEKING, Roster, State, permanent
from game.plain.names import with_article
from game.rules.bodies import body_on

_FORMS = (
    "pack", "delegations", "sources", "stages", "clauses", "drafts", "happenings", "endings", "security",
    "debrief",
)  # fmt: skip
_BETWEEN = timedelta(days=9)
_MOST_OBSERVERS = 40
_AGAINST = -2.0
"""Who stands so on measures, or lower, has a red line against them."""
_MOVED_IN = date(1952, 1, 1)
"""From here on a crisis is set at Headquarters in New York; before that the Council had several homes."""


class Design(Struct, frozen=True):
    """A crisis as it is to be written."""

    id: str
    title: str
    matter: str
    council: Roster
    sides: Sides

    @property
    def outside(self) -> tuple[State, ...]:
        """The parties that do not sit on the Council."""
        both = (self.sides.applicant, self.sides.accused)
        return tuple(party for party in both if party.code not in self.council.codes)

    @property
    def refusing(self) -> frozenset[str]:
        """Those most against measures, who cannot vote for them; never so many that none could pass."""
        sides, members = self.sides, self.council.members
        against = [m for m in members if sides.on_measures(m) <= _AGAINST]
        spared = len(members) - body_on(self.council.day).needed
        order = sorted(against, key=lambda m: (m.code != sides.accused.code, sides.lean(m), m.code))
        return frozenset(m.code for m in order[:spared])


def sheets(design: Design) -> dict[str, str]:
    """Return the text of every file by its path inside the crisis's folder."""
    filled = {**_opening(design), **_texts(design), **_world(design)}
    made = {f"{form}.yaml": _form(form).substitute(filled) for form in _FORMS}
    chosen = sponsors(design)
    for member in design.council.members:
        made[f"briefs/{member.code}.yaml"] = _brief(design, member, chosen)
    return made


def sponsors(design: Design) -> tuple[str, str]:
    """Return who tables the text of a truce, nearest to the middle, and who that of a breach of the peace."""
    among = [m for m in design.council.members if m.code != design.sides.accused.code]
    advocate = max(among, key=lambda m: (design.sides.lean(m), m.power)).code
    others = [m for m in among if m.code != advocate]
    return min(others, key=lambda m: (abs(design.sides.lean(m)), m.code)).code, advocate


def _form(name: str) -> Template:
    return Template(files("game.author").joinpath("blank", f"{name}.yaml").read_text("utf-8"))


def _q(text: str) -> str:
    """A text between quotation marks, as YAML reads it."""
    return json.dumps(text, ensure_ascii=False)


def _opening(design: Design) -> dict[str, str]:
    """What the crisis is, when, and who sits and speaks."""
    day = design.council.day
    second = min(day + _BETWEEN, date(day.year, 12, 31))
    seats = "fifteen" if len(design.council.members) > 11 else "eleven"
    spoken = f"{day.day} {day:%B %Y}"
    guests = [_party(design, party) for party in design.outside]
    return {
        "id": design.id,
        "heading": design.title,
        "title": _q(design.title),
        "subtitle": _q(f"The Council of {seats}, {spoken}"),
        "day": spoken,
        "first": day.isoformat(),
        "second": second.isoformat(),
        "body": design.council.body,
        "president": design.council.president,
        "seats": "\n".join(_seat(design, member) for member in design.council.members),
        "parties": "\n".join(["parties:", *guests]) if guests else "parties: {}",
        "invited": ", ".join(party.code for party in design.outside),
        "place": "New York" if day >= _MOVED_IN else _q("Write here where the Council met"),
        "mediator": sponsors(design)[0],
        "advocate": sponsors(design)[1],
    }


def _seat(design: Design, member: State) -> str:
    standing = "permanent: true, " if permanent(member.code) else ""
    lead = " It presides." if member.code == design.council.president else ""
    about = "A permanent member." if standing else "An elected member."
    names = f"name: {_q(member.name)}, short: {_q(member.short)}"
    return f"  {member.code}: {{{names}, {standing}about: {_q(about + lead)}, sources: members}}"


def _party(design: Design, party: State) -> str:
    complains = party.code == design.sides.applicant.code
    heard = "Write here what it asks the Council for." if complains else "Write here what it answers."
    lines = [
        f"  {party.code}:",
        f"    name: {_q(party.name)}",
        f"    short: {_q(party.short)}",
        *(["    member: true"] if party.member else []),
        "    admits: IN1 # a party to the dispute",
        f"    about: {_q('Write here what everybody knows of it.')}",
        f"    heard: {_q(heard)}",
        f"    issues: {{blame: {0.3 if complains else -0.3}}}",
        "    sources: placeholder",
    ]
    return "\n".join(lines)


def _texts(design: Design) -> dict[str, str]:
    """The sentences that name the parties and the matter."""
    accused, applicant = (with_article(x.short) for x in (design.sides.accused, design.sides.applicant))
    told = {
        "blame": f"A breach of the peace by {accused}",
        "against": f"Measures against {accused}",
        "resolve": f"Resolve of {accused}",
        "item": f"Complaint by {applicant} against {accused}: {design.matter}",
        "news": f"Write here what {applicant} says and {accused} answers.",
        "both_heard": f"the statements of {applicant} and of {accused}",
        "both_settle": f"{applicant} and {accused} to settle their dispute by negotiation",
        "breach": f"that the acts of {accused} complained of constitute a breach of the peace",
        "condemned": f"the acts of {accused} of which the Council has been told",
        "embargo": f"that all Members shall stop the supply of arms to {accused}",
    }
    return {name: _q(text) for name, text in told.items()} | {"accused": design.sides.accused.code}


def _world(design: Design) -> dict[str, str]:
    """Groups of States, one for each member and party, and the great Powers."""
    day, year = design.council.day, design.council.year
    states = {x.code: x for x in (*design.council.members, *design.outside)}
    trade = f"; trade {LAST_TRADE}, the last there is" if day.year > LAST_TRADE else ""
    rest = max(0.0, round(1 - sum(x.trade for x in states.values()), 3))
    others = f"trade: {rest}, " if day.year > LAST_TRADE else ""
    groups = [_group(design, x) for x in states.values()]
    stands = "renounces: 0.7, observes: 0.5, sources: power"
    groups.append(f'  others: {{title: All other States, states: ["*"], {others}{stands}}}')
    powers = [f"    {x.cow}: {{seat: {x.code}}}" for x in design.council.members if permanent(x.code)]
    if PEKING[0] <= day < PEKING[1]:
        powers = [line for line in powers if "seat: CHN" not in line]
        powers.append("    CHN: {title: China (Peking), inside: 0.0}")
    return {
        "year": str(year),
        "shares": f"Correlates of War, {year}{trade}",
        "groups": "\n".join(groups),
        "powers": "\n".join(powers),
    }


def _group(design: Design, of: State) -> str:
    lean = design.sides.lean(of)
    shares = f"# {100 * of.power:.1f} % of the world's power, {100 * of.trade:.1f} % of its trade"
    known = f"states: [{of.cow}]" if of.cow else f"states: [], power: {of.power}, trade: {of.trade}"
    if of.cow and design.council.day.year > LAST_TRADE:
        known += f", trade: {round(of.trade, 4)}"
    seat = f", seat: {of.code}, commitment: {_MOST_OBSERVERS}" if of.code in design.council.codes else ""
    if of.code == design.sides.accused.code:
        stands = "renounces: 0.1, observes: 0, backs: 1, dealings: 0"
    elif of.code == design.sides.applicant.code:
        stands = "renounces: 0.7, observes: 1, willing: 0.5"
    else:
        backs = f", backs: {round(-0.4 * lean, 2)}" if lean < -0.5 else ""
        stands = f"renounces: 0.7, observes: {round(0.6 + 0.3 * lean, 2)}{backs}"
        stands += f", willing: {round(0.2 * lean, 2)}" if lean > 0 else ""
    missing = "" if of.cow else " # not found in the table of power"
    title = f"title: {_q(of.short)}"
    note = missing if missing else f" {shares}"
    return f"  {of.code.lower()}: {{{title}, {known}{seat}, {stands}, sources: power}}{note}"


def _brief(design: Design, member: State, chosen: tuple[str, str]) -> str:
    sides = design.sides
    blame, reason = sides.position(member), sides.reason(member)
    truce = 1 if member.code == sides.accused.code else 2
    who = with_article(member.short)
    text = _q(f"No measures against {with_article(sides.accused.short)}.")
    line = f"  no_measures: {{text: {text}, clauses: [measures]}}"
    return _form("brief").substitute(
        heading=member.name,
        ideal="unknown" if member.ideal is None else f"{member.ideal:g}",
        summary=_q(f"Write here, in three sentences, what {who} wants in this crisis, and why."),
        blame=f"[{blame:g}, 2, {_q(reason)}]",
        truce=f"[{truce}, 2, {_q('fighting settles nothing')}]",
        measures=f"[{sides.on_measures(member):g}, 2, {_q(reason)}]",
        red_lines=f"red_lines:\n{line}\n" if member.code in design.refusing else "",
        objectives="\n".join(_objectives(blame)),
        capacity=min(_MOST_OBSERVERS, 10 + round(200 * member.power)),
        script=_script(member.code, chosen),
    )


def _objectives(blame: float) -> Iterator[str]:
    """Two that all may read and a secret one, by where the seat stands."""
    yield "  truce: {text: See the fighting stop., when: {flag: stopped}}"
    if blame > 0:
        yield "  named: {text: See the breach of the peace named., when: {adopted: breach}}"
        yield "  firm: {text: See the Council do more than speak., when: {adopted: measures}, secret: true}"
    else:
        yield "  fair: {text: See that nobody is condemned., when: {not: {adopted: condemn}}}"
        yield "  free: {text: See that no measures come., when: {not: {adopted: measures}}, secret: true}"


def _script(code: str, chosen: tuple[str, str]) -> str:
    texts = zip(chosen, (("complaint", "truce-text"), ("answer", "breach-text")), strict=True)
    lines = [
        f"  - {{stage: {stage}, act: table, what: {text}}}" for who, (stage, text) in texts if who == code
    ]
    return "script:\n" + "\n".join(lines) + "\n" if lines else ""
