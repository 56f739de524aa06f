"""The Council of a day, out of the shared tables: who sat, who presided, with what power, on which side.

Facts only, for any day since the Security Council first met. It must never guess a membership, and it writes
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from msgspec import Struct

from game.packs import assembly, tables
from game.rules.bodies import FIRST_MEETING, PERMANENT, body_on
from game.rules.presidency import english_order, presides, turn

ANCHORS = (
    ("AUS", date(1946, 1, 17)),
    ("BFA", date(1984, 10, 1)),
    ("CHN", date(1984, 11, 1)),
    ("YEM", date(1990, 3, 1)),
    ("ETH", date(1990, 4, 1)),
    ("COD", date(1991, 1, 5)),
)
"""Members known to have presided. From each the rotation is counted until the next one's turn.

Where a member changed its name within a year the table has one name only, and the turn after it needs an
anchor: Upper Volta presided in August 1984, and as Burkina Faso again in October (inferred from the rule and
from those who presided in 1985); Democratic Yemen presided in March 1990, and as Yemen again in December.
"""
LAST_TRADE = 2014
"""The last year for which there are shares of trade."""
PEKING = (date(1949, 10, 1), date(1971, 10, 25))
"""From and until when the seat of China was held by the Government on Taiwan."""

_DIFFERENT = (
    "AGO:ANG ARE:UAE ATG:AAB AUS:AUL AUT:AUS BDI:BUI BFA:BFO BGD:BNG BGR:BUL BHR:BAH BHS:BHM BIH:BOS BRB:BAR "
    "BRN:BRU BTN:BHU BWA:BOT CAF:CEN CHE:SWZ CIV:CDI CMR:CAO COD:DRC COG:CON CPV:CAP CRI:COS CSK:CZE CZE:CZR "
    "DDR:GDR DEU:GMY DNK:DEN DZA:ALG EAZ:ZAN ESP:SPN FJI:FIJ FRA:FRN GBR:UKG GEO:GRG GIN:GUI GMB:GAM GNQ:EQG "
    "GRD:GRN GTM:GUA HND:HON HRV:CRO HTI:HAI IDN:INS IRL:IRE ISL:ICE KAZ:KZK KGZ:KYR KHM:CAM KNA:SKN KOR:ROK "
    "KWT:KUW LBN:LEB LBY:LIB LCA:SLU LKA:SRI LSO:LES LTU:LIT LVA:LAT MAR:MOR MCO:MNC MDA:MLD MDG:MAG MDV:MAD "
    "MHL:MSI MKD:MAC MMR:MYA MNE:MNG MNG:MON MOZ:MZM MRT:MAA MUS:MAS MWI:MAW MYS:MAL NER:NIR NGA:NIG NLD:NTH "
    "NPL:NEP NRU:NAU NZL:NEW OMN:OMA PHL:PHI PLW:PAL PRT:POR PRY:PAR ROU:ROM SDN:SUD SGP:SIN SLB:SOL SLE:SIE "
    "SLV:SAL SMR:SNM SRB:YUG SVK:SLO SVN:SLV SWE:SWD SWZ:SWA SYC:SEY TCD:CHA TGO:TOG THA:THI TJK:TAJ TLS:ETM "
    "TTO:TRI TZA:TAZ URY:URU VCT:SVG VNM:DRV VUT:VAN ZAF:SAF ZMB:ZAM ZWE:ZIM"
)
_COW = dict(pair.split(":") for pair in _DIFFERENT.split())
"""Codes of the Council and the Assembly -> those of the tables of power, where the two differ."""

_SHORT = {
    "Byelorussian Soviet Socialist Republic": "Byelorussian SSR",
    "Democratic People's Republic of Korea": "North Korea",
    "Democratic Republic of the Congo": "DR Congo",
    "Federal Republic of Germany": "West Germany",
    "Federated States of Micronesia": "Micronesia",
    "German Democratic Republic": "East Germany",
    "Germany, Federal Republic of": "West Germany",
    "Lao People's Democratic Republic": "Laos",
    "Saint Christopher and Nevis": "Saint Kitts and Nevis",
    "Saint Vincent and the Grenadines": "Saint Vincent",
    "St. Vincent and the Grenadines": "Saint Vincent",
    "The former Yugoslav Republic of Macedonia": "FYR Macedonia",
    "Ukrainian Soviet Socialist Republic": "Ukrainian SSR",
    "Union of Soviet Socialist Republics": "Soviet Union",
    "United Republic of Cameroon": "Cameroon",
    "United Republic of Tanganyika and Zanzibar": "Tanzania",
    "United Republic of Tanzania": "Tanzania",
}
"""What States are called for short whose names are too long for a plate at the table (24 letters)."""


class State(Struct, frozen=True):
    """A State on a day: its name in full and in short, its place in the tables.

    `cow` is its code in the table of power, empty when it is not found there; `power` and `trade` are shares
    (0-1, of the table's year), `ideal` is its ideal point in the Assembly, None when it has none.
    """

    code: str
    name: str
    short: str
    member: bool
    cow: str
    power: float
    trade: float
    ideal: float | None


class Roster(Struct, frozen=True):
    """The Council of a day: its body, its members in English alphabetical order, its President."""

    day: date
    body: str
    president: str
    members: tuple[State, ...]
    year: int
    """The year of the shares of power."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The members' codes."""
        return tuple(state.code for state in self.members)

    @property
    def unfound(self) -> tuple[State, ...]:
        """Members that the table of power does not have."""
        return tuple(state for state in self.members if not state.cow)


def roster(day: date) -> Roster:
    """Return the Council of a day; ValueError, in a sentence, where there is none or no table of it."""
    if day < FIRST_MEETING:
        raise ValueError(
            f"On {day.isoformat()} there was no Security Council: it first met on 17 January 1946, and only "
            "the United Nations' Council can be made so. For the League's look at a crisis of the League."
        )
    names = tables.members(day.year)
    if not names:
        raise ValueError(f"The members of {day.year} are not in the table; take an earlier year.")
    members = tuple(_state(code, names[code], day) for code in english_order(names))
    return Roster(day, body_on(day).id, president(day), members, year_of_power(day))


def president(day: date) -> str:
    """Return who presided on a day, counted from the last known President before it (PR1 to PR3)."""
    anchor = [a for a in ANCHORS if turn(a[1]) <= turn(day)][-1]
    members = {year: tables.members(year) for year in range(anchor[1].year, day.year + 1)}
    return presides(day, anchor, members)


def year_of_power(day: date) -> int:
    """The year whose shares of power serve for a day: its own, or the last there is."""
    return min(day.year, tables.years()[-1])


def state(code: str, day: date) -> State:
    """Return a State of a day by its three-letter code; ValueError, with the nearest code, for none."""
    known = {x.code: x.name for x in assembly.electors(day)} | tables.members(day.year)
    code = code if code in known else next((c for c, cow in _COW.items() if cow == code and c in known), code)
    if code in known:
        return _state(code, known[code], day)
    there = {nation.code: nation.name for nation in tables.nations(year_of_power(day))}
    if (cow := _COW.get(code, code)) in there:
        return _state(code, there[cow], day)
    near = _meant(code, known)
    hint = f" Did you mean {near[0]} ({known[near[0]]})?" if near else ""
    raise ValueError(f"No State of {day.year} has the code {code}.{hint} Codes are those of assembly.csv.")


def _meant(code: str, known: Mapping[str, str]) -> list[str]:
    """The code that may have been meant: by the initials of a name, by likeness, by a part of a name."""
    initials = {c: "".join(re.findall(r"\b[A-Z]", name)) for c, name in known.items()}
    short = [c for c, letters in initials.items() if len(code) > 1 and letters.startswith(code)]
    by_initials = sorted(short, key=lambda c: (c not in PERMANENT, not c.startswith(code)))
    by_name = [c for c, name in known.items() if code.title() in name]
    return (by_initials or get_close_matches(code, known, 1, 0.5) or by_name)[:1]


def _state(code: str, name: str, day: date) -> State:
    shares = {nation.code: nation for nation in tables.nations(year_of_power(day))}
    traded = {nation.code: nation for nation in tables.nations(min(day.year, LAST_TRADE))}
    cow = cow_code(code, day)
    power = shares[cow].power if cow in shares else 0.0
    trade = traded[cow].trade if cow in traded else 0.0
    members = {x.code: x for x in assembly.electors(day)}
    plain = re.sub(r" \(.*\)", "", name)
    ideal = members[code].ideal if code in members else None
    return State(
        code,
        name,
        _SHORT.get(plain, plain),
        code in members,
        cow if cow in shares else "",
        power,
        trade,
        ideal,
    )


def cow_code(code: str, day: date) -> str:
    """Return a State's code in the table of power on a day (`SOURCES.md` says how they differ)."""
    if code == "CHN":
        return "TAW" if PEKING[0] <= day < PEKING[1] else "CHN"
    if code == "DEU" and day.year < 1990:
        return "GFR"
    if code == "YEM" and day.year < 1990:
        return "YPR"
    return _COW.get(code, code)


def permanent(code: str) -> bool:
    """Whether a member is a permanent one."""
    return code in PERMANENT
