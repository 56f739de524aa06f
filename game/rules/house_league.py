"""The Council of the League as it worked, as a house: what could be moved in Geneva, and on what terms.

The same law plays it as every other house. What it leaves out the League did not know: no veto, no question
of whether a matter is procedural, no emergency session, no list of matters of which it is seized.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.rules.bodies import Body, Law
from game.rules.house import UNSC, House, HouseMotion, Needed, Veto
from game.rules.motions import MOTIONS

ARTICLE = "Article 5(2) of the Covenant"
_MOVED = ("suspend", "adjourn", "adjourn_to", "refer", "postpone", "priority", "private_meeting")
_DONE = {
    "point_of_order": "point", "challenge": "appeal", "amendment": "amend", "draft": "draft",
    "separate_vote": "part", "withdraw": "withdraw", "adopt_agenda": "agenda", "invite": "invite",
    "request_meeting": "request_meeting", "cede_chair": "cede_chair",
}  # fmt: skip
_NEEDED = {
    "amendment": Needed.SAME_AS_TEXT,
    "separate_vote": Needed.SAME_AS_TEXT,
    "point_of_order": Needed.CHAIR,
    "withdraw": Needed.NONE,
    "request_meeting": Needed.REQUEST,
    "cede_chair": Needed.NONE,
}
_SPEC = {"draft": "L2", "amendment": "L2", "separate_vote": "L2", "cede_chair": "L10"}


def _of_geneva(id: str) -> HouseMotion:
    known = MOTIONS[id]
    return HouseMotion(
        id=id,
        name=known.name,
        does=_DONE.get(id, id),
        needed=_NEEDED.get(id, Needed.NINE),
        precedence=known.precedence,
        debated=known.debatable,
        at_once=not known.debatable,
        asks=("draft",) if id == "priority" else (),
        rule=ARTICLE,
        spec=_SPEC.get(id, "L7"),
        put_as=known.put_as,
    )


REFERENCE = HouseMotion(
    id="to_assembly",
    name="Refer the dispute to the Assembly",
    does="to_assembly",
    precedence=MOTIONS["refer"].precedence,
    spec="L8",
    put_as="to refer the dispute to the Assembly of the League",
    effect="The Assembly deals with the dispute in the Council's place (Article 15(9)).",
)
LEAGUE = House(
    id="league",
    title="The Council of the League as it worked",
    about="The Covenant and the usage of Geneva: unanimity on substance, a majority on procedure, no veto.",
    motions=(*(_of_geneva(id) for id in _MOVED), REFERENCE, *(_of_geneva(id) for id in _DONE)),
    veto=Veto.NONE,
)
OWN: Mapping[Law, House] = MappingProxyType({Law.CHARTER: UNSC, Law.COVENANT: LEAGUE})
"""The house each body keeps if nobody chooses another."""


_PAGES = (
    *(("V6", "L3"), ("V7", "L3"), ("V8", "L3"), ("V3", "L7"), ("V", "L2"), ("PR", "L10"), ("PB", "L10")),
    *(("EV", "L2"), ("GA", "L8"), ("CB", "L7"), ("AG", "L7"), ("MT", "L7"), ("IN", "L7"), ("RC", "L7")),
    *(("M1", "L7"), ("P", "L7"), ("SP", "L9"), ("CH", "L6")),
)


def page_for(rule: str) -> str:
    """Return the page of the League that stands for one of the Security Council's; others stay as they are.

    The Council of the League had few written rules: what they leave open was procedure, for a majority (L7).
    """
    for known, page in _PAGES:
        if rule.startswith(known) and (rule == known or rule[len(known) :].isdigit()):
            return page
    return rule


def own_house(body: Body) -> House:
    """Return the house a body keeps if nobody chooses another."""
    return OWN[body.law]


def house_for(body: Body, chosen: House | None) -> House:
    """Return the house of a sitting: the one chosen; for none, or the Security Council's, the body's own."""
    return own_house(body) if chosen is None or chosen in OWN.values() else chosen
