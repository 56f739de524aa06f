"""What a clause may rest on: the articles of the Charter and what each of them can carry.

A table: for each basis its chapter, whether it binds, which kinds of clause it bears, and whether a party to
the dispute must abstain. `articles` reads drafts by it. It holds no article's text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """What a clause does that not every article can carry."""

    FORCE = "force"
    SANCTIONS = "sanctions"
    DETERMINATION = "determination"
    DUTIES = "duties"
    COMMISSION = "commission"
    INQUIRY = "inquiry"
    DOMESTIC = "domestic"


class Binding(StrEnum):
    """What a clause resting on an article can demand of States."""

    NONE = "none"
    RECOMMENDATION = "recommendation"
    CONSENT = "consent"
    BINDING = "binding"


@dataclass(frozen=True, slots=True)
class Basis:
    """One article or instrument a clause may rest on.

    `chapter` is the Charter's, in Roman figures, or empty; `carries` the kinds of clause it can bear
    besides plain ones; `party_abstains` whether a party to a dispute must abstain (V10); `rule` its id in
    the book.
    """

    id: str
    title: str
    chapter: str
    binding: Binding
    rule: str
    carries: frozenset[Kind] = frozenset()
    party_abstains: bool = False


_NONE, _ASKS, _WILLING, _BINDS = Binding.NONE, Binding.RECOMMENDATION, Binding.CONSENT, Binding.BINDING
_F, _S, _D, _O, _I = Kind.FORCE, Kind.SANCTIONS, Kind.DUTIES, Kind.COMMISSION, Kind.INQUIRY
_FINDS = Kind.DETERMINATION


def _of(*kinds: Kind) -> frozenset[Kind]:
    return frozenset(kinds)


_ALL = (
    Basis("art_11", "Questions referred by the Assembly", "IV", _NONE, "CH3"),
    Basis("art_20", "Special sessions of the Assembly", "IV", _ASKS, "CH15"),
    Basis("ga_377", "Uniting for Peace", "", _ASKS, "GA6"),
    Basis("art_24", "Primary responsibility for peace", "V", _BINDS, "CH15", _of(_D)),
    Basis("art_25", "Decisions to be carried out", "V", _BINDS, "CH15", _of(_D)),
    Basis("art_29", "Subsidiary organs", "V", _NONE, "CH15", _of(_O, _I)),
    Basis("chapter_vi", "Pacific settlement of disputes", "VI", _ASKS, "CH1", _of(_O, _I), True),
    Basis("art_33", "Parties to settle by peaceful means", "VI", _ASKS, "CH1", _of(), True),
    Basis("art_34", "Investigation", "VI", _ASKS, "CH2", _of(_O, _I), True),
    Basis("art_35", "Disputes brought by States", "VI", _NONE, "CH3", _of(), True),
    Basis("art_36", "Procedures or methods of adjustment", "VI", _ASKS, "CH4", _of(_O), True),
    Basis("art_37", "Terms of settlement", "VI", _ASKS, "CH7", _of(), True),
    Basis("art_38", "Settlement at the request of all parties", "VI", _ASKS, "CH8", _of(), True),
    Basis("chapter_vii", "Action with respect to threats to the peace", "VII", _BINDS, "CH9",
          _of(_F, _S, _D, _O, _I, _FINDS)),
    Basis("art_39", "Determination and recommendations", "VII", _ASKS, "CH9", _of(_FINDS, _F, _S)),
    Basis("art_40", "Provisional measures", "VII", _BINDS, "CH9b", _of(_D, _O)),
    Basis("art_41", "Measures not involving armed force", "VII", _BINDS, "CH10", _of(_S, _D, _O)),
    Basis("art_42", "Action by air, sea or land forces", "VII", _BINDS, "CH11", _of(_F, _S, _D, _O)),
    Basis("art_43", "Special agreements on forces", "VII", _ASKS, "CH12", _of(_F)),
    Basis("art_48", "Who carries out decisions", "VII", _BINDS, "CH12", _of(_F, _S, _D)),
    Basis("art_49", "Mutual assistance", "VII", _BINDS, "CH12", _of(_D)),
    Basis("art_50", "Special economic problems", "VII", _NONE, "CH12"),
    Basis("art_51", "Self-defence", "VII", _NONE, "CH14"),
    Basis("art_52", "Settlement through regional bodies", "VIII", _ASKS, "CH13", _of(), True),
    Basis("art_53", "Enforcement by regional bodies", "VIII", _BINDS, "CH13", _of(_F, _S)),
    Basis("art_54", "Regional bodies keep the Council informed", "VIII", _NONE, "CH13"),
    Basis("art_94", "Judgments of the Court", "XIV", _BINDS, "CH15", _of(_D)),
    Basis("art_96", "Advisory opinions", "XIV", _ASKS, "CH15"),
    Basis("consent", "Peacekeeping by consent", "", _WILLING, "CH16", _of(_F, _O, _I)),
)  # fmt: skip

BASES: Mapping[str, Basis] = MappingProxyType({basis.id: basis for basis in _ALL})


def basis(id: str) -> Basis:
    """The basis of that id; raises ValueError for an id the Charter does not offer."""
    if id not in BASES:
        raise ValueError(f"No article is known as {id!r}; known are: {', '.join(BASES)}.")
    return BASES[id]
