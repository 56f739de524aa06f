"""The plain reasons of delegates: why they vote and what they say, in one neutral sentence each.

Words are put together from titles and reasons the pack gives; `talk` makes a delegation's own speech of them,
and knows them by their beginning: who votes how, a colon, and the ground. Nothing here weighs or chooses.
"""

from __future__ import annotations

from game.delegates.language.talk_forms import finished, seed
from game.delegates.language.talk_forms import instructed as instructed_line
from game.plain.names import with_article

VOTES = {
    "yes": "votes yes",
    "no": "votes no",
    "abstain": "abstains",
    "not_participating": "does not take part in the vote",
}
_HOLDS = (
    (2.0, "seeks"),
    (0.75, "supports"),
    (0.5, "accepts"),
    (-0.25, "takes no side on"),
    (-1.5, "has reservations about"),
    (-2.5, "objects to"),
    (-9.0, "rejects"),
)

ACCEPTS = 0.5
"""From here on an attitude alone does not explain an abstention."""


def does(vote: str) -> str:
    """Return a vote as a verb."""
    return VOTES.get(vote, "abstains")


def one(ways: tuple[str, ...], *of: str) -> str:
    """Return one of several ways to give the same reason: another for another seat or question."""
    return ways[seed(*of) % len(ways)]


def would(vote: str) -> str:
    """Return a vote to come as a clause."""
    return {"yes": "it would vote yes", "no": "it would vote no"}.get(vote, "it would stand aside")


def holds(attitude: float) -> str:
    """Return an attitude (-3 to 3) as a verb."""
    return next(verb for bar, verb in _HOLDS if attitude >= bar)


def because(why: str) -> str:
    """Return a reason in parentheses, or nothing when none is given."""
    return f" ({why})" if why else ""


def decided(
    name: str, vote: str, title: str, attitude: float, why: str, also: tuple[str, float] | None = None
) -> str:
    """Return why a seat votes as it does: the clause that decided, the interest behind it, and a second
    clause: of the same side, or one that spoke against the vote."""
    told = f"{name} {does(vote)}: it {holds(attitude)} the clause “{title}”{because(why)}"
    if vote == "abstain" and attitude >= ACCEPTS:
        return f"{told}, but finds too little in the text to vote for it."
    if also is None:
        return f"{told}."
    joined = "and" if (also[1] > 0) == (attitude > 0) and vote != "abstain" else "though"
    return f"{told}, {joined} it {holds(also[1])} “{also[0]}”."


def line_crossed(name: str, vote: str, title: str, line: str) -> str:
    """Return the reason when a text crosses a red line."""
    text = line.strip().rstrip(".")
    return f"{name} {does(vote)}: the clause “{title}” crosses a line it may not cross ({text})."


def crossing(title: str, line: str) -> str:
    """Return as a clause of reason that a clause that would come in crosses a red line."""
    return f"“{title}” crosses a line that it may not cross ({instructed_line(line)})"


def no_instructions(name: str, vote: str) -> str:
    """Return the reason when nothing in a text touches the seat's instructions."""
    return f"{name} {does(vote)}: it has no instructions on this question."


def would_need(name: str, symbol: str, title: str) -> str:
    """Return what a seat tells the mover of a text it could vote for if one clause were gone."""
    form = _NEEDS[seed(name, symbol, title) % len(_NEEDS)]
    return finished(form.format(me=with_article(name), text=symbol, clause=title))


_NEEDS = (
    "{me} could vote for {text} if “{clause}” were struck out",
    "without “{clause}”, {text} could have the vote of {me}",
    "what stands between {me} and {text} is “{clause}”; if it were struck out, nothing else would",
    "if “{clause}” were left out of {text}, {me} could give it its vote",
)


def sponsors(name: str, vote: str) -> str:
    """Return the reason of a sponsor."""
    return f"{name} {does(vote)}: it is a sponsor of this text and stands by it."


_PROMISED = (
    "it keeps to what it undertook in consultations",
    "it does here what it agreed to in consultations",
    "it undertook as much in consultations, and stands by that",
)


def promised(name: str, vote: str) -> str:
    """Return the reason when a vote was promised; with whom stays private."""
    return f"{name} {does(vote)}: {one(_PROMISED, name, vote)}."


def unsaid(name: str, vote: str, ground: str) -> str:
    """Return the reason when a promised vote is not given; to whom it was promised stays private."""
    return f"{name} {does(vote)}: whatever was said in consultations, {ground}."


def instructed(name: str, vote: str) -> str:
    """Return the reason when the capital settled the vote."""
    return f"{name} {does(vote)}: its Government instructs it so."


def with_patron(name: str, vote: str, patron: str) -> str:
    """Return the reason when a seat goes with the member it looks to."""
    return f"{name} {does(vote)}: it goes with {patron} on a question where its own view is open."


def said(name: str, vote: str, because_of: str) -> str:
    """Return any other reason; `because_of` is a clause without its full stop."""
    return f"{name} {does(vote)}: {because_of}."


def statement(name: str, stance: str, issue: str, why: str) -> str:
    """Return what a delegation says on an issue."""
    verb = {"for": "speaks for", "against": "speaks against"}.get(stance, "takes no side on")
    return f"{name} {verb} “{issue}”{because(why)}."
