"""House rules in plain words: what each parameter means, and what each motion of a house needs.

One sentence each, fit to be read out before a conference opens. It only says what the record holds; it
decides nothing and must never know one house from another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.rules.house import MOVES, House, HouseMotion, Needed, Veto
from game.rules.sentences import counted, listed

MEANINGS: Mapping[str, str] = {
    "format": "The format number of the file: 1.",
    "title": "What the house is called.",
    "about": "One or two sentences on how it works.",
    "base": "The house this one is laid over: an id, none, or any for an addition to every house.",
    "without": "Motions of the base that this house does not know.",
    "motions": "The motions and other acts the house knows, by id; those of the base stay unless rewritten.",
    "procedure": "What carries a question of procedure that is no motion of the list.",
    "veto": "What a permanent member's no does to a draft: strict, none, house_abstain_to_pass or p5_caucus.",
    "abstain_on_procedure": "Whether one may abstain on a question of procedure.",
    "attendance": "Whether delegations may answer present and voting, and then may not abstain.",
    "signatories": "The share of the members (0 to 1) that must sign a draft before it is introduced.",
    "amendment_signatories": "The share of the members (0 to 1) that must sign an amendment before its vote.",
    "directive_signatories": "The share of the members (0 to 1) that must sign a directive.",
    "friendly": "Who takes an amendment into a text without a vote: its mover, all sponsors, or nobody.",
    "amendment_order": "Which amendment is voted first: furthest (from the text) or receipt (as received).",
    "amendments_at_once": "Whether an amendment is voted as soon as it is moved.",
    "prewritten": "Whether drafts come written; otherwise a text is built up clause by clause.",
    "yields": "To whom a speaker may leave the rest of its time: delegate, questions, chair.",
    "speaking_time": "Seconds for a statement, which limit its words; 0 for no limit.",
    "passing": "Whether one may pass once in a roll call and must then vote yes or no.",
    "rights": "Whether a vote may be cast with rights, and is explained afterwards.",
    "crisis_veto": "Whether a permanent member's no stops a directive.",
    "name": "What the motion is called.",
    "does": "What it does when it is carried, or the act it stands for.",
    "needed": "What carries it.",
    "precedence": "Its rank: lower is taken first.",
    "debated": "Whether it may be spoken to before it is decided.",
    "speakers": "How many may speak for it and how many against; [0, 0] is the general debate.",
    "seconds": "How many other delegations must second it.",
    "objection": "What it needs once somebody has objected to consensus.",
    "at_once": "Whether it is put as soon as it is moved, and not at the end of the round.",
    "asks": "What the mover must state: total and each (seconds), topic, draft, place (of a clause), seats.",
    "vetoable": "Whether a permanent member's no defeats it.",
    "rule": "The rule of procedure it comes from.",
    "spec": "The rule of the game's book that explains it.",
    "put_as": "The words after “the motion”, when it is put to the vote.",
    "effect": "What it brings about, in a few words.",
}
"""What each key of a file of house rules means."""

_NEEDED: Mapping[Needed, str] = {
    Needed.NINE: "the votes that the body's own law asks for",
    Needed.SAME_AS_TEXT: "the majority of the text it belongs to",
    Needed.MAJORITY: "a majority of those voting yes or no",
    Needed.TWO_THIRDS: "two thirds of those voting yes or no",
    Needed.MAJORITY_SEATS: "a majority of all members",
    Needed.TWO_THIRDS_SEATS: "two thirds of all members",
    Needed.CONSENSUS: "nobody's objection",
    Needed.REQUEST: "nothing but the request",
    Needed.CHAIR: "the President's decision",
    Needed.NONE: "nobody's consent",
}
_VETOES: Mapping[Veto, str] = {
    Veto.STRICT: "A permanent member's no defeats a draft that has the votes.",
    Veto.NONE: "Nobody has a veto: a permanent member's no is an ordinary no.",
    Veto.ABSTAIN_TO_PASS: (
        "Before a veto falls, whoever would cast it is asked once whether it would rather abstain."
    ),
    Veto.P5_CAUCUS: "Before a vote on which a veto has been announced the meeting is suspended once.",
}


def needs(needed: Needed) -> str:
    """Return what carries a question, as words to follow `needs`."""
    return _NEEDED[needed]


@dataclass(frozen=True, slots=True)
class Line:
    """One parameter in words: its key, the rule that explains it, its value as written, and a sentence."""

    key: str
    rule: str
    value: str
    sentence: str


def _share(what: str) -> Callable[[House, object], str]:
    def said(house: House, value: object) -> str:
        if not value:
            return f"No signatures are asked for {what}."
        return f"{what[0].upper()}{what[1:]} needs the names of {_percent(value)} of the members."

    return said


def _percent(value: object) -> str:
    return f"{float(str(value)) * 100:g} per cent"


def _either(yes: str, no: str) -> Callable[[House, object], str]:
    return lambda house, value: yes if value else no


def _yields(house: House, value: object) -> str:
    if not house.yields:
        return "A speaker cannot yield its time; what is left of it lapses."
    to = {"delegate": "another delegation", "questions": "questions", "chair": "the chair"}
    return f"A speaker may yield the rest of its time to {listed(to[x] for x in house.yields)}."


def _appeal(house: House) -> str:
    if house.doing("appeal") is None:
        return "A ruling of the President is final: there is no appeal."
    return f"To overrule the President takes {needs(house.appeal)}."


_FRIENDLY = {
    "mover": "An amendment is taken into a text when the text's mover accepts it.",
    "sponsors": "An amendment is taken into a text when every sponsor accepts it.",
    "nobody": "Every amendment is voted on; none is taken in by agreement.",
}
_ORDERS = {
    "furthest": "The amendment furthest removed from the text is voted first.",
    "receipt": "Amendments are voted in the order in which they came in.",
}

_PARAMETERS: tuple[tuple[str, str, Callable[[House, object], str]], ...] = (
    ("substance", "MU10", lambda h, v: f"A draft needs {needs(h.substance)}."),
    ("procedure", "MU10", lambda h, v: f"A question of procedure needs {needs(h.procedure)}."),
    ("appeal", "MU11", lambda h, v: _appeal(h)),
    ("amendment", "MU8", lambda h, v: f"An amendment needs {needs(h.amendment)}."),
    ("veto", "MU9", lambda h, v: _VETOES[h.veto]),
    (
        "abstain_on_procedure",
        "MU4",
        _either("One may abstain on procedure.", "On procedure one votes yes or no."),
    ),
    (
        "attendance",
        "MU3",
        _either(
            "Delegations answer the roll present, or present and voting: then they may not abstain.",
            "No roll of attendance is called; everybody at the table may abstain.",
        ),
    ),
    ("signatories", "MU2", _share("a draft")),
    ("amendment_signatories", "MU8", _share("an amendment")),
    ("directive_signatories", "MU5", _share("a directive")),
    ("friendly", "MU8", lambda h, v: _FRIENDLY[h.friendly]),
    ("amendment_order", "MU8", lambda h, v: _ORDERS[h.amendment_order]),
    (
        "amendments_at_once",
        "MU4",
        _either(
            "An amendment is voted as soon as it is moved.",
            "Amendments wait until their text is put to the vote.",
        ),
    ),
    (
        "prewritten",
        "MU4",
        _either(
            "Drafts come written.", "No draft comes written: a text is opened and built up clause by clause."
        ),
    ),
    ("yields", "MU3", _yields),
    (
        "speaking_time",
        "MU3",
        lambda h, v: (
            f"A statement may last {counted(h.speaking_time, 'second')}."
            if h.speaking_time
            else "Statements have no time limit."
        ),
    ),
    (
        "passing",
        "MU6",
        _either("One may pass once, and must then vote yes or no.", "Nobody may pass in a roll call."),
    ),
    (
        "rights",
        "MU6",
        _either(
            "One may vote with rights, and explains the vote afterwards.", "There is no vote with rights."
        ),
    ),
    ("points", "MU7", lambda h, v: f"Points that may be raised: {listed(h.points) or 'none'}."),
    (
        "crisis_veto",
        "MU5",
        _either("A permanent member's no stops a directive.", "Nobody can veto a directive."),
    ),
)


def explained(house: House) -> tuple[Line, ...]:
    """Return every parameter of a house in words, in the order of the book (MU1 to MU11)."""
    told = []
    for key, rule, say in _PARAMETERS:
        value = getattr(house, key)
        told.append(Line(key, rule, _written(value), say(house, value)))
    return tuple(told)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return str(value)


def motion_in_words(house: House, entry: HouseMotion) -> str:
    """Return in plain words how a motion of a house is moved, debated and decided, and what it does."""
    parts = [_moved(entry), _debate(entry), _decided(house, entry)]
    if entry.effect:
        parts.append(f"Effect: {entry.effect}.")
    return " ".join(part for part in parts if part)


_ASKED = {
    "total": "the whole time",
    "each": "the time of each speaker",
    "topic": "a topic",
    "draft": "a draft",
    "place": "the clause",
    "seats": "the delegations meant",
}


def _moved(entry: HouseMotion) -> str:
    states = f"The mover states {listed(_ASKED[x] for x in entry.asks)}." if entry.asks else ""
    if not entry.seconds:
        return states
    others = "one other delegation" if entry.seconds == 1 else f"{entry.seconds} other delegations"
    return f"{states} It must be seconded by {others}.".strip()


def _debate(entry: HouseMotion) -> str:
    if not entry.debated:
        return "It is not debated."
    if not any(entry.speakers):
        return "It may be spoken to in the debate."
    for_, against = entry.speakers
    parts = [f"{n or 'nobody'} {word}" for n, word in ((for_, "for it"), (against, "against it"))]
    return f"Speakers: {listed(parts)}."


def _decided(house: House, entry: HouseMotion) -> str:
    text = f"It needs {needs(entry.needed)}"
    if entry.objection is not None:
        text += f"; if anybody objects, {needs(entry.objection)}"
    veto = ""
    if entry.vetoable and house.veto is not Veto.NONE:
        veto = ", and a permanent member's no defeats it"
        if entry.does == "directive" and not house.crisis_veto:
            veto = ""
    later = "" if entry.at_once or entry.does not in MOVES else " It is put at the end of the round."
    return f"{text}{veto}.{later}"
