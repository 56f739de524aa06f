"""What is procedural and what is substantive, as practice has settled it or left it open.

Each kind of matter has its nature and the precedent behind it. What nobody has classified is substantive
(M3). Motions and clauses are matters too, and a text is procedural only when all of it is. This module
decides no vote: where a nature is contested, the preliminary question does (`ballots`, P2 to P4).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.rules.bodies import Nature
from game.rules.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Matter:
    """One kind of matter: its nature, whether that has been contested, the rule, and a precedent."""

    id: str
    title: str
    nature: Nature
    contested: bool
    rule: str
    precedent: str


_P, _S = Nature.PROCEDURAL, Nature.SUBSTANTIVE

_ALL = (
    Matter("agenda", "Inclusion of items, adoption of the agenda", _P, False, "M1", "31 January 2022"),
    Matter("order_of_items", "Order of items", _P, False, "M1", "rules 6 to 12"),
    Matter("deferral", "Deferring an item", _P, False, "M1", "19 October 1951"),
    Matter("removal", "Removing an item from the list", _P, False, "M1", "resolution 34 (1947)"),
    Matter("ruling", "A ruling of the President", _P, False, "M1", "1 August 1950"),
    Matter("suspension", "Suspension of a meeting", _P, False, "M1", "rule 33"),
    Matter("adjournment", "Adjournment of a meeting", _P, False, "M1", "rule 33"),
    Matter("invitation", "Invitation to participate", _P, False, "M1", "resolution 87 (1950)"),
    Matter("conduct", "Conduct of business", _P, False, "M1", "13 December 1955"),
    Matter("emergency_session", "Calling an emergency session", _P, False, "M1", "resolution 119 (1956)"),
    Matter("credentials", "Credentials", _P, False, "M1", "13 January 1950"),
    Matter("place", "Place of meetings", _P, False, "M1", "Article 28(3), rule 5"),
    Matter("rules_of_procedure", "Rules of procedure", _P, False, "M1", "Article 30"),
    Matter("report", "Reports to the Assembly", _P, False, "M1", "Articles 15 and 24(3)"),
    Matter("special_session", "Request for a special session", _P, False, "M1", "Article 20"),
    Matter("declaration", "Declaring a dispute and its parties", _P, False, "V11", "Article 27(3)"),
    Matter("subsidiary_organ", "Setting up a subsidiary organ", _S, True, "M2", "1948 against 1959"),
    Matter("retention", "Keeping an item on the list", _S, True, "M2", "26 June 1946"),
    Matter("request_assembly", "Asking the Assembly to recommend", _S, True, "M2", "15 September 1947"),
    Matter("investigation", "Investigation", _S, True, "M2", "Article 34"),
    Matter("measures", "Findings, recommendations and measures", _S, False, "M3", "Article 24"),
    Matter("pacific_settlement", "Pacific settlement", _S, False, "M3", "Chapter VI"),
    Matter("enforcement", "Action to keep the peace", _S, False, "M3", "Chapter VII"),
    Matter("regional_action", "Action through regional bodies", _S, False, "M3", "Chapter VIII"),
    Matter("admission", "Admission of a Member", _S, False, "SP3", "Article 4(2)"),
    Matter("suspension_of_rights", "Suspending a Member's rights", _S, False, "SP5", "Article 5"),
    Matter("expulsion", "Expulsion of a Member", _S, False, "SP5", "Article 6"),
    Matter("secretary_general", "Recommending a Secretary-General", _S, False, "SP2", "Article 97"),
    Matter("judgment", "Giving effect to a judgment", _S, False, "M3", "Article 94(2)"),
    Matter("advisory_opinion", "Request for an advisory opinion", _S, False, "M3", "Article 96(1)"),
)  # fmt: skip

MATTERS: Mapping[str, Matter] = MappingProxyType({matter.id: matter for matter in _ALL})


def nature_of(matter: str) -> Nature:
    """The nature practice gives a matter; whatever is not classified is substantive (M3)."""
    known = MATTERS.get(matter)
    return known.nature if known else Nature.SUBSTANTIVE


def contestable(matter: str) -> bool:
    """Whether a preliminary question is open: the nature was contested before, or never classified."""
    known = MATTERS.get(matter)
    return known.contested if known else True


LAST_PRELIMINARY_QUESTION = 1959
"""The last year in which the Council voted on a preliminary question (P5)."""


def refuse_preliminary(matter: str, *, year: int = LAST_PRELIMINARY_QUESTION + 1) -> Refusal | None:
    """Why the preliminary question is not put: practice has settled the matter (P1, M1, M3).

    Until 1959 nothing was settled beyond dispute: an invitation was contested in 1950 though others had been
    voted as procedure before, so in those years the question is always open (P5).
    """
    if year <= LAST_PRELIMINARY_QUESTION or contestable(matter):
        return None
    known = MATTERS[matter]
    return Refusal(known.rule, f"Practice has settled that this is {known.nature}: {known.title.lower()}.")


# -- motions and clauses as matters ----------------------------------------------------------------
_MOTIONS: Mapping[str, str] = MappingProxyType(
    {
        "challenge": "ruling",
        "point_of_order": "ruling",
        "suspend": "suspension",
        "adjourn": "adjournment",
        "adjourn_to": "adjournment",
        "refer": "conduct",
        "postpone": "deferral",
        "priority": "conduct",
        "separate_vote": "conduct",
        "withdraw": "conduct",
        "vote_now": "conduct",
        "private_meeting": "conduct",
        "request_meeting": "conduct",
        "cede_chair": "conduct",
        "adopt_agenda": "agenda",
        "invite": "invitation",
        "ess": "emergency_session",
        "to_assembly": "emergency_session",
        "remove_item": "removal",
        "declare_dispute": "declaration",
    }
)

_CHARACTERS: Mapping[str, str] = MappingProxyType(
    {
        "determination": "enforcement",
        "force": "enforcement",
        "sanctions": "enforcement",
        "duties": "enforcement",
        "cessation": "enforcement",
        "command": "enforcement",
        "commission": "subsidiary_organ",
        "inquiry": "investigation",
        "good_offices": "pacific_settlement",
        "terms": "pacific_settlement",
        "court": "pacific_settlement",
        "regional": "regional_action",
        "opinion": "advisory_opinion",
        "judgment": "judgment",
        "invitation": "invitation",
        "deferral": "deferral",
        "removal": "removal",
        "credentials": "credentials",
    }
)

_REFERRALS: Mapping[str, str] = MappingProxyType({"ga_377": "emergency_session", "art_20": "special_session"})


def matter_of_motion(motion: str, *, decides_substance: bool = False) -> str:
    """The matter a motion raises; empty for a draft, an amendment or the preliminary question itself.

    `decides_substance` is for a referral whose terms of reference settle the substance, such as an inquiry:
    that has been held to be no mere procedure (M2).
    """
    if motion == "refer" and decides_substance:
        return "investigation"
    return _MOTIONS.get(motion, "")


def matter_of_clause(character: str, bases: Iterable[str] = ()) -> str:
    """The matter a clause raises, by what it does and the bases it names.

    A referral to the Assembly is a session called (M1) when it names the ground of one, otherwise a request
    to recommend, whose nature is contested (M2). Whatever else a clause does is a measure (M3).
    """
    if character == "referral":
        return next((_REFERRALS[id] for id in bases if id in _REFERRALS), "request_assembly")
    return _CHARACTERS.get(character, "measures")


def nature_of_text(matters: Iterable[str]) -> Nature:
    """Procedural when every matter in a text is; otherwise, and when it raises none, substantive (M3)."""
    natures = {nature_of(matter) for matter in matters}
    return Nature.PROCEDURAL if natures == {Nature.PROCEDURAL} else Nature.SUBSTANTIVE


def refuse_preliminary_on(
    matters: Iterable[str], *, year: int = LAST_PRELIMINARY_QUESTION + 1
) -> Refusal | None:
    """Why the preliminary question is not put on a text: a part of it has its nature settled (P1, M3).

    One part that is settled as substance settles the whole; if all are procedure, or none is contested, the
    first of them gives the reason.
    """
    found = tuple(dict.fromkeys(matters))
    refusals = [(matter, refuse_preliminary(matter, year=year)) for matter in found]
    settled = [refusal for matter, refusal in refusals if refusal and nature_of(matter) == Nature.SUBSTANTIVE]
    if settled:
        return settled[0]
    return refusals[0][1] if found and all(refusal for _, refusal in refusals) else None
