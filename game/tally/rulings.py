"""Rulings on events that a table of cases describes: the law is asked, and its answer told in a sentence.

For each rule one function reads what matters in the event, asks `rules`, and answers with a sentence and its
sense: aspects that hold or do not (a vote is taken, a text is withdrawn), the one that matters most first.
`senses` looks for the same aspects in what a file expects. To add a rule, add its function and its aspects.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.rules.amendments import refuse_acceptance
from game.rules.consent import presidential_statement, without_a_vote
from game.rules.floor import refuse_change_of_vote, refuse_point_of_order
from game.rules.invitations import Guest, GuestAct, invitation, refuse_guest, refuse_guest_draft_vote
from game.rules.motions import MOTIONS, refuse_debate
from game.rules.refusals import Refusal
from game.rules.texts import refuse_separate_vote, refuse_whole, refuse_withdrawal
from game.tally.phrases import motion_of


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the law says of an event: the rule, a sentence, and its sense by aspect."""

    rule: str
    words: str
    sense: Mapping[str, bool]


def _says(pattern: str, event: str) -> bool:
    return re.search(pattern, event) is not None


def _answer(rule: str, aspect: str, refusal: Refusal | None, otherwise: str, **more: bool) -> Ruling:
    """A ruling whose one aspect holds unless the law refuses it."""
    if refusal is not None:
        return Ruling(refusal.rule, refusal.reason, {aspect: False})
    return Ruling(rule, otherwise, {aspect: True, **more})


def _point(event: str) -> Ruling:
    about = not _says(r"not about the voting|unrelated to the vot|not on the voting", event)
    voting = _says(r"(while|during|once|after).{0,40}\b(vote|voting|ballot)\b", event)
    refusal = refuse_point_of_order(voting=voting, about_the_voting=about)
    words = (
        "The President rules at once; a challenge is put to the Council at once, without debate, and the "
        "ruling stands unless 9 (before 1966: 7) vote to overrule it."
    )
    return _answer(
        "CB3", "rules at once", refusal, words, **{"stands unless overruled": True, "debate": False}
    )


def _motion(event: str) -> Ruling | None:
    moved = motion_of(event)
    if not moved:
        return None
    refusal = refuse_debate(moved)
    name = MOTIONS[moved].name
    return _answer("CB9", "debate", refusal, f"This motion may be debated before it is put: {name}.")


_VOTED = r"(after|once|when).{0,60}\bvot(e|ed|es|ing)\b|vote (has been|was|had been) taken"
_ALONE = r"(one|some) (of|sponsor).{0,60}(other|rest|remaining).{0,40}(object|disagree|refuse|not agree)"
_UNSECONDED = r"(nobody|no one|no-one|not|never|without).{0,20}second"
_KEPT_ALIVE = r"seconder.{0,40}(ask|require|want|request|insist|vote)"


def _withdrawal(event: str) -> Ruling:
    taken = _says(_VOTED, event) and not _says(r"before (any|a|the) vot", event)
    sponsors = ("mover", "other") if _says(_ALONE, event) else ("mover",)
    refusal = refuse_withdrawal("mover", sponsors, vote_taken=taken)
    if refusal is None and _says(_KEPT_ALIVE, event) and not _says(_UNSECONDED, event):
        words = "The seconder may require that it be put to the vote, with the same precedence."
        return Ruling("CB8", words, {"withdrawn": False, "vote": True})
    return _answer("CB8", "withdrawn", refusal, "It is withdrawn, and no vote is taken.", vote=False)


def _separate(event: str) -> Ruling:
    if _says(r"all (the )?operative (parts|paragraphs).{0,40}(reject|fall|fail|vot)", event):
        refusal = refuse_whole(0 if _says(r"reject|fall|fail|voted down|defeated", event) else 1)
        return _answer("CB7", "put as a whole", refusal, "What remains is put to the vote as a whole.")
    mover = _says(r"\b(mover|sponsor|submitter|author)s?\b.{0,30}(object|oppos|refus)", event)
    mover = mover or _says(r"(objection|opposition) (of|by|from) the (original )?(mover|sponsor)", event)
    other = _says(r"object|oppos", event)
    objecting = ["mover"] if mover else ["another"] if other else []
    refusal = refuse_separate_vote(True, objecting, ["mover"], names={"mover": "the mover"})
    words = "The parts are voted separately; the request itself is not put to the vote."
    return _answer("CB7", "separate", refusal, words)


def _guest(event: str) -> Ruling:
    guest = Guest.PERSON if _says(r"rule 39|secretariat|expert", event) else Guest.MEMBER_STATE
    ground = invitation(guest, party=True)
    if isinstance(ground, Refusal):  # pragma: no cover - a guest of these kinds can always be invited
        return _answer("IN5", "in order", ground, "")
    if _says(r"\b(moves|motion)\b", event):
        return _answer("IN5", "in order", refuse_guest(GuestAct.MOVE, ground), "")
    if _says(r"\bvotes?\b", event) and not _says(r"draft|propos|amendment", event):
        return _answer("IN5", "in order", refuse_guest(GuestAct.VOTE, ground), "")
    if refusal := refuse_guest(GuestAct.PROPOSE, ground):
        return _answer("IN5", "in order", refusal, "")
    nobody = _says(r"\b(no|nobody|none|without)\b.{0,40}(asks?|requests?)", event)
    asked = _says(r"(asks?|requests?)\b.{0,40}(vote|put)|at the request of a", event) and not nobody
    refusal = refuse_guest_draft_vote(asked_by_member=asked)
    return _answer("IN5", "vote", refusal, "It is put to the vote: a member of the Council asks for it.")


def _meeting(event: str) -> Ruling:
    words = "The President shall call a meeting at the request of any member; no majority is needed."
    return Ruling("MT2", words, {"meeting": True, "vote": False})


def _revised(event: str) -> Ruling:
    declines = _says(r"(not|one|does not|refuse).{0,20}(accept|agree)", event)
    accepts = _says(r"accept|agree", event) and not declines
    if refusal := refuse_acceptance(["sponsor"] if accepts else [], ["sponsor"]):
        return Ruling("CB10", refusal.reason, {"vote": True})
    return Ruling("CB10", "The text is revised, and no vote on the amendment is needed.", {"vote": False})


def _changed(event: str) -> Ruling:
    declared = not _says(r"before (the )?(result|president|announce|declar)", event)
    refusal = refuse_change_of_vote(declared=declared)
    return _answer("V14", "changed", refusal, "Before the result is declared a vote may still be changed.")


def _silent(event: str) -> Ruling:
    objecting = ["a member"] if _heard(event) else []
    result = without_a_vote(objecting)
    return Ruling("EV3", result.reason, {"vote": bool(objecting)})


def _stated(event: str) -> Ruling:
    result = presidential_statement(["a member"] if _heard(event) else [])
    return Ruling("EV4", result.reason, {"issued": result.carried})


def _heard(event: str) -> bool:
    objects = r"object|disagree|does not agree|oppos|blocks?\b|withholds|breaks? silence"
    return _says(objects, event) and not _says(
        r"(no|nobody|none|without|no member) (objection|objects?)", event
    )


_RULINGS: Mapping[str, Callable[[str], Ruling | None]] = {
    **dict.fromkeys(("CB3", "CB4", "CB5", "CB11"), _point),
    "CB7": _separate,
    "CB8": _withdrawal,
    "CB9": _motion,
    "CB10": _revised,
    "IN5": _guest,
    "MT2": _meeting,
    "V14": _changed,
    "EV3": _silent,
    "EV4": _stated,
}


def ruling_on(rule: str, event: str) -> Ruling | None:
    """The ruling on an event under the rule the file names; None if no law of the game speaks of it."""
    reader = _RULINGS.get(rule)
    return reader(event.casefold()) if reader else None
