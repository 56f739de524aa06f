"""What a clause may rest on: articles of the Charter and of the Covenant, and what each of them can carry.

A table: for each basis its chapter, whether it binds, which kinds of clause it bears, which it has been
strained to bear, what it presumes, and whether a party to the dispute must abstain. `articles` reads drafts
by it. It holds no article's text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """What a clause does that not every article can carry; the values are those of a clause's character."""

    FORCE = "force"
    SANCTIONS = "sanctions"
    DETERMINATION = "determination"
    DUTIES = "duties"
    COMMISSION = "commission"
    INQUIRY = "inquiry"
    CESSATION = "cessation"
    METHODS = "good_offices"
    TERMS = "terms"
    COURT = "court"
    REGIONAL = "regional"
    SELF_DEFENCE = "self_defence"
    CONSULTATION = "consultation"
    OPINION = "opinion"
    JUDGMENT = "judgment"
    REFERRAL = "referral"
    DOMESTIC = "domestic"


class Asked(StrEnum):
    """How a text that rests on an article of the Covenant is put to the vote (L2 to L7)."""

    UNANIMITY = "unanimity"
    REPORT = "report"
    MEASURES = "measures"
    EXPULSION = "expulsion"
    PROCEDURE = "procedure"


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
    besides plain ones, `strains` those that practice or doctrine has argued for and others have denied;
    `party_abstains` whether a party to a dispute must abstain (V10); `presumes` what must be so before it
    can be used; `rule` its id in the book. Articles of the Covenant say in `asked` how a text resting on them
    is put; only where that is unanimity do the votes of the parties to the dispute count (L4, L5). Those of
    the Charter leave it empty.
    """

    id: str
    title: str
    chapter: str
    binding: Binding
    rule: str
    carries: frozenset[Kind] = frozenset()
    party_abstains: bool = False
    strains: frozenset[Kind] = frozenset()
    presumes: str = ""
    asked: Asked | None = None

    @property
    def of_the_covenant(self) -> bool:
        """Whether it is an article of the League's Covenant."""
        return self.asked is not None


_NONE, _ASKS, _WILLING, _BINDS = Binding.NONE, Binding.RECOMMENDATION, Binding.CONSENT, Binding.BINDING
_F, _S, _D, _O, _I = Kind.FORCE, Kind.SANCTIONS, Kind.DUTIES, Kind.COMMISSION, Kind.INQUIRY
_FINDS, _CEASE, _METHODS, _TERMS = Kind.DETERMINATION, Kind.CESSATION, Kind.METHODS, Kind.TERMS
_COURT, _REGION, _REFERS = Kind.COURT, Kind.REGIONAL, Kind.REFERRAL

_FOUND = "a determination under Article 39"
_ENDANGERS = "a dispute or situation likely to endanger peace"
_DEADLOCK = "that the permanent members are not unanimous"
_FAILED = "that the parties have failed to settle it and that to go on would endanger peace"


def _of(*kinds: Kind) -> frozenset[Kind]:
    return frozenset(kinds)


_ALL = (
    Basis("art_11", "Questions referred by the Assembly", "IV", _NONE, "CH3"),
    Basis("art_20", "Special sessions of the Assembly", "IV", _ASKS, "CH15", _of(_REFERS)),
    Basis("ga_377", "Uniting for Peace", "", _ASKS, "GA6", _of(_REFERS), presumes=_DEADLOCK),
    Basis("art_24", "Primary responsibility for peace", "V", _BINDS, "CH15", _of(_D, _CEASE),
          strains=_of(_S, _FINDS)),
    Basis("art_25", "Decisions to be carried out", "V", _BINDS, "CH15", _of(_D, _CEASE),
          strains=_of(_S, _FINDS)),
    Basis("art_29", "Subsidiary organs", "V", _NONE, "CH15", _of(_O, _I, _METHODS)),
    Basis("chapter_vi", "Pacific settlement of disputes", "VI", _ASKS, "CH1",
          _of(_O, _I, _CEASE, _METHODS, _TERMS, _COURT, _REGION), True),
    Basis("art_33", "Parties to settle by peaceful means", "VI", _ASKS, "CH1",
          _of(_CEASE, _METHODS, _COURT, _REGION), True),
    Basis("art_34", "Investigation", "VI", _ASKS, "CH2", _of(_O, _I), True,
          presumes="a dispute, or a situation that might lead to one"),
    Basis("art_35", "Disputes brought by States", "VI", _NONE, "CH3", _of(), True),
    Basis("art_36", "Procedures or methods of adjustment", "VI", _ASKS, "CH4",
          _of(_O, _CEASE, _METHODS, _COURT), True, presumes=_ENDANGERS),
    Basis("art_37", "Terms of settlement", "VI", _ASKS, "CH7", _of(_CEASE, _METHODS, _TERMS), True,
          presumes=_FAILED),
    Basis("art_38", "Settlement at the request of all parties", "VI", _ASKS, "CH8",
          _of(_CEASE, _METHODS, _TERMS), True, presumes="that all the parties ask for it"),
    Basis("chapter_vii", "Action with respect to threats to the peace", "VII", _BINDS, "CH9",
          _of(_F, _S, _D, _O, _I, _FINDS, _CEASE, _METHODS, _TERMS, _COURT, _REGION, Kind.SELF_DEFENCE),
          presumes=_FOUND),
    Basis("art_39", "Determination and recommendations", "VII", _ASKS, "CH9",
          _of(_FINDS, _F, _S, _CEASE, _METHODS, _TERMS, _COURT), strains=_of(_D)),
    Basis("art_40", "Provisional measures", "VII", _BINDS, "CH9b", _of(_D, _O, _CEASE, _METHODS),
          strains=_of(_F, _S, _FINDS), presumes=_FOUND),
    Basis("art_41", "Measures not involving armed force", "VII", _BINDS, "CH10", _of(_S, _D, _O),
          strains=_of(_FINDS), presumes=_FOUND),
    Basis("art_42", "Action by air, sea or land forces", "VII", _BINDS, "CH11", _of(_F, _S, _D, _O),
          strains=_of(_FINDS), presumes=_FOUND),
    Basis("art_43", "Special agreements on forces", "VII", _ASKS, "CH12", _of(_F),
          presumes="an agreement with the State, and none was ever made"),
    Basis("art_48", "Who carries out decisions", "VII", _BINDS, "CH12", _of(_F, _S, _D),
          strains=_of(_FINDS), presumes=_FOUND),
    Basis("art_49", "Mutual assistance", "VII", _BINDS, "CH12", _of(_D), strains=_of(_F, _S),
          presumes=_FOUND),
    Basis("art_50", "Special economic problems", "VII", _NONE, "CH12", _of(Kind.CONSULTATION),
          presumes="that enforcement measures hurt a State"),
    Basis("art_51", "Self-defence", "VII", _NONE, "CH14", _of(Kind.SELF_DEFENCE),
          strains=_of(_F, _S, _FINDS), presumes="an armed attack which the Council has not yet met itself"),
    Basis("art_52", "Settlement through regional bodies", "VIII", _ASKS, "CH13",
          _of(_CEASE, _METHODS, _REGION), True),
    Basis("art_53", "Enforcement by regional bodies", "VIII", _BINDS, "CH13", _of(_F, _S, _REGION),
          strains=_of(_D, _FINDS), presumes="that the Council authorises it beforehand"),
    Basis("art_54", "Regional bodies keep the Council informed", "VIII", _NONE, "CH13", _of(_REGION)),
    Basis("art_94", "Judgments of the Court", "XIV", _BINDS, "CH15", _of(_D, Kind.JUDGMENT),
          strains=_of(_S), presumes="that a party to the judgment asks for it"),
    Basis("art_96", "Advisory opinions", "XIV", _ASKS, "CH15", _of(Kind.OPINION)),
    Basis("consent", "Peacekeeping by consent", "", _WILLING, "CH16", _of(_F, _O, _I, _CEASE, _METHODS),
          presumes="the consent of the parties"),
)  # fmt: skip

_RUPTURE = "a dispute likely to lead to a rupture"
_WAR = "that a Member has gone to war in breach of the Covenant"


def _covenant(
    number: str,
    title: str,
    binding: Binding,
    rule: str,
    asked: Asked,
    carries: frozenset[Kind] = frozenset(),
    presumes: str = "",
) -> Basis:
    return Basis(f"cov_{number}", title, "", binding, rule, carries, presumes=presumes, asked=asked)


_OF_THE_COVENANT = (
    _covenant("4_5", "A Member specially concerned sits", _NONE, "L1", Asked.PROCEDURE),
    _covenant("5_2", "Procedure and committees of inquiry", _NONE, "L7", Asked.PROCEDURE,
              _of(_O, _I, _METHODS)),
    _covenant("10", "Territory and independence preserved", _ASKS, "L4", Asked.UNANIMITY,
              _of(_FINDS, _CEASE, _METHODS)),
    _covenant("11", "War or threat of war", _ASKS, "L4", Asked.UNANIMITY,
              _of(_CEASE, _METHODS, _O, _I, _TERMS)),
    _covenant("12", "No war before peaceful settlement", _ASKS, "L5", Asked.REPORT, _of(_FINDS, _CEASE)),
    _covenant("13", "Arbitration and judicial settlement", _ASKS, "L4", Asked.UNANIMITY,
              _of(_METHODS, _COURT, Kind.JUDGMENT)),
    _covenant("14", "Advisory opinions of the Permanent Court", _ASKS, "L2", Asked.UNANIMITY,
              _of(Kind.OPINION)),
    _covenant("15", "Report on a dispute", _ASKS, "L5", Asked.REPORT,
              _of(_FINDS, _CEASE, _METHODS, _TERMS, _O, _I), _RUPTURE),
    _covenant("15_8", "A matter of domestic jurisdiction", _NONE, "L5", Asked.REPORT, _of(Kind.DOMESTIC)),
    _covenant("15_9", "Reference to the Assembly", _NONE, "L8", Asked.PROCEDURE, _of(_REFERS), _RUPTURE),
    _covenant("16", "Trade and finance cut off", _WILLING, "L6", Asked.MEASURES, _of(_S, _FINDS, _O), _WAR),
    _covenant("16_2", "Armed forces recommended", _ASKS, "L6", Asked.MEASURES, _of(_F, _S), _WAR),
    _covenant("16_3", "Mutual support", _WILLING, "L6", Asked.MEASURES, _of(_S, _F), _WAR),
    _covenant("16_4", "A Member declared to be one no longer", _BINDS, "L6", Asked.EXPULSION,
              presumes="that the Member has violated the Covenant"),
    _covenant("17", "Disputes with States outside the League", _ASKS, "L2", Asked.UNANIMITY,
              _of(_CEASE, _METHODS, _I)),
    _covenant("19", "Treaties reconsidered", _ASKS, "L2", Asked.UNANIMITY, _of(_TERMS)),
)  # fmt: skip

BASES: Mapping[str, Basis] = MappingProxyType({basis.id: basis for basis in (*_ALL, *_OF_THE_COVENANT)})


def basis(id: str) -> Basis:
    """The basis of that id; raises ValueError for an id that neither treaty offers."""
    if id not in BASES:
        raise ValueError(f"No article is known as {id!r}; known are: {', '.join(BASES)}.")
    return BASES[id]


def label(known: Basis) -> str:
    """What a basis is called in a sentence: `Article 41`, `Chapter VII`, `Article 16(4) of the Covenant`."""
    if known.of_the_covenant:
        article, _, paragraph = known.id.removeprefix("cov_").partition("_")
        return f"Article {article}{f'({paragraph})' if paragraph else ''} of the Covenant"
    if known.id.startswith("art_"):
        return f"Article {known.id.removeprefix('art_')}"
    if known.id.startswith("chapter_"):
        return f"Chapter {known.chapter}"
    return known.title


def can_rest_on(kinds: frozenset[Kind], *, covenant: bool = False) -> tuple[Basis, ...]:
    """The bases that can carry a clause of all these kinds, in the order of the Charter or the Covenant."""
    return tuple(x for x in BASES.values() if kinds <= x.carries and x.of_the_covenant is covenant)
