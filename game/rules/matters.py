"""What is procedural and what is substantive, as practice has settled it or left it open.

Each kind of matter has its nature and the precedent behind it. What nobody has classified is substantive
(M3). This module decides no vote: where a nature is contested, the preliminary question does (`ballots`, P2
to P4).
"""

from __future__ import annotations

from collections.abc import Mapping
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
    Matter("subsidiary_organ", "Setting up a subsidiary organ", _S, True, "M2", "1948 against 1959"),
    Matter("retention", "Keeping an item on the list", _S, True, "M2", "26 June 1946"),
    Matter("request_assembly", "Asking the Assembly to recommend", _S, True, "M2", "15 September 1947"),
    Matter("investigation", "Investigation", _S, True, "M2", "Article 34"),
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


def refuse_preliminary(matter: str) -> Refusal | None:
    """Why the preliminary question is not put: practice has settled the matter (P1, M1, M3)."""
    if contestable(matter):
        return None
    known = MATTERS[matter]
    return Refusal(known.rule, f"Practice has settled that this is {known.nature}: {known.title.lower()}.")
