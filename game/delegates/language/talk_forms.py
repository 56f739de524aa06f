"""The forms of speech from which delegations' sentences are built, and how one is taken that is not yet used.

Each form is one sentence without its capital and its stop. The speaker is spoken of as *it*, as the reasons
in packs do: `{me}` is any way to name it, `{name}` its name. Nothing here looks at a sitting.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from game.plain.names import with_article
from game.rules.bodies import BODIES, Law

LEAGUE, EARLY, LATE = "league", "early", "late"
"""How one speaks at Geneva, in the first years of the United Nations, and later."""
LATER_FROM = "1970"
_SELVES = {
    LEAGUE: ("my Government", "{0}", "the delegation of {0}", "my delegation"),
    EARLY: ("my delegation", "{0}", "my Government", "the delegation of {0}"),
    LATE: ("my delegation", "{0}", "the delegation of {0}", "my country"),
}


WHAT_WOULD_IT_TAKE = "What would it take for you to vote for"
"""How a note asks for a delegation's price; the symbol of the draft and a question mark end it."""


def asks(words: str) -> bool:
    """Say whether a note asks what it would take."""
    return "what would it take" in words.lower()


class Speaker(NamedTuple):
    """Who speaks: its name with its article, and what it calls itself.

    `named` are the ways that bear its name, for what others might say in the same words; `brief` are for what
    is said beside the matter.
    """

    name: str
    selves: tuple[str, ...]
    named: tuple[str, ...]
    brief: tuple[str, ...]
    era: str

    @property
    def charter(self) -> str:
        """What binds the members of its organisation."""
        return "Covenant" if self.era == LEAGUE else "Charter"

    @property
    def chair(self) -> str:
        """How the chair is spoken to, where it is spoken to by a title."""
        return "" if self.era == LATE else "Mr. President, "


@lru_cache(maxsize=512)
def speaker(short: str, body: str, day: str) -> Speaker:
    """Return how a member of this everyday name speaks of itself, in a body (`BODIES`) on a day (ISO)."""
    name = with_article(short)
    era = EARLY if day < LATER_FROM else LATE
    if BODIES[body].law is Law.COVENANT:
        era = LEAGUE
    selves = tuple([form.format(name) for form in _SELVES[era]])
    return Speaker(name, selves, tuple([x for x in selves if name in x]), (name, "my delegation"), era)


_END = re.compile(r"(?<!\bMr\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bNo\.)(?<=[.!?])\s+")


@lru_cache(maxsize=4096)
def sentences(words: str) -> tuple[str, ...]:
    """Return words as their sentences."""
    return tuple([s for s in _END.split(words.strip()) if s])


def seed(*parts: str) -> int:
    """Return a number that stands for these words, the same on every machine."""
    return crc32("|".join(parts).encode())


STRIDE = 7
"""From the forms of one speaker to those of the next: to another form, and another way to name itself."""


def finished(words: str) -> str:
    """Return a sentence with its capital and its stop."""
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "!", "?")) else f"{words}."


def instructed(line: str) -> str:
    """Return the text of a red line as it stands in a sentence."""
    text = line.strip().rstrip(".")
    return text[:1].lower() + text[1:] if text.startswith(("No ", "Nothing ", "Not ", "Never ")) else text


def fresh(
    forms: tuple[str, ...], selves: tuple[str, ...], start: int, said: Set[str], *fields: tuple[str, str]
) -> str:
    """Return the first sentence from `start` on that is not said yet; empty when all have been.

    `fields` are what goes into the places of a form beside the speaker, by name.
    """
    many, ways = len(forms), len(selves)
    for i in range(start, start + many * ways):
        sentence = formed(forms[i % many], selves[i // many % ways], *fields)
        if sentence not in said:
            return sentence
    return ""


@lru_cache(maxsize=16384)
def formed(form: str, me: str, *fields: tuple[str, str]) -> str:
    """Return a form as a finished sentence, its places filled."""
    return finished(form.format(me=me, **dict(fields)))


# -- statements ------------------------------------------------------------------------------------
HELD: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("for", "firm"): (
        "{me} is for {issue}, and firmly so{why}",
        "{me} speaks for {issue} without reserve{why}",
        "{me} puts {issue} before all else{why}",
        "on {issue} {me} has no doubt that the answer is yes{why}",
        "{me} attaches the greatest weight to {issue}{why}",
        "nobody should be in doubt that {me} supports {issue}{why}",
    ),
    ("for", "plain"): (
        "{me} speaks for {issue}{why}",
        "{me} supports {issue}{why}",
        "on {issue} {me} is in favour{why}",
        "{me} counts itself among those who are for {issue}{why}",
        "to {issue} {me} says yes{why}",
        "{me} would see the Council go forward on {issue}{why}",
    ),
    ("for", "mild"): (
        "{me} could go along with {issue}{why}",
        "{me} sees more for {issue} than against it{why}",
        "on {issue} {me} is rather in favour{why}",
        "{me} is inclined to say yes to {issue}{why}",
        "{me} would not stand in the way of {issue}{why}",
    ),
    ("against", "firm"): (
        "{me} is against {issue}, and firmly so{why}",
        "{me} speaks against {issue} without reserve{why}",
        "on {issue} {me} has no doubt that the answer is no{why}",
        "{me} must object to {issue} in the plainest terms{why}",
        "nobody should be in doubt that {me} is opposed to {issue}{why}",
    ),
    ("against", "plain"): (
        "{me} speaks against {issue}{why}",
        "{me} is opposed to {issue}{why}",
        "on {issue} {me} cannot follow the others{why}",
        "{me} counts itself among those who are against {issue}{why}",
        "to {issue} {me} says no{why}",
    ),
    ("against", "mild"): (
        "{me} has its doubts about {issue}{why}",
        "{me} sees more against {issue} than for it{why}",
        "on {issue} {me} would rather go no further{why}",
        "{me} is not persuaded of {issue}{why}",
        "{me} asks the Council to think twice about {issue}{why}",
    ),
    ("neutral", "mild"): (
        "{me} takes no side on {issue}{why}",
        "on {issue} {me} keeps an open mind{why}",
        "{me} would hear more before it takes a side on {issue}{why}",
        "{me} leaves {issue} to those whom it concerns{why}",
        "there are two sides to {issue}, and {me} sees both{why}",
    ),
}
"""What a delegation holds on an issue, by side and strength, said for the first time."""

STILL = (
    "{me} holds to what it has said {side} {issue}",
    "on {issue} {me} has not changed its mind, and remains {side} it",
    "{me} has spoken {side} {issue} before, and does so again",
    "what {me} has said {side} {issue} still stands",
    "{me} repeats that it is {side} {issue}",
    "nothing has been said that would move {me}, which is {side} {issue}",
    "{me} comes back to {issue}, for it is {side} it today as it was before",
    "as to {issue}, {me} asks to be counted {side} it, as before",
    "{me} is {side} {issue}, and will go on saying so",
    "the Council knows that {me} is {side} {issue}; it may know it once more",
    "as before, {me} is {side} {issue}{why}",
    "{me} is still {side} {issue}{why}",
    "it will surprise nobody that {me} is {side} {issue}{why}",
)
"""The same, said again."""

OPEN_STILL = (
    "{me} still takes no side on {issue}",
    "on {issue} {me} keeps an open mind, as before",
    "{me} has still to be persuaded, one way or the other, on {issue}",
    "as before, {me} leaves {issue} to those whom it concerns",
    "{me} has heard both sides on {issue}, and takes neither",
)

DISAGREES = (
    "the representative of {other} has spoken {side} it; {me} has listened with care, and takes another view",
    "with the representative of {other}, who spoke {side} it, {me} cannot agree",
    "{me} has heard the representative of {other} speak {side} it, and is not persuaded",
    "what the representative of {other} has said {side} it {me} respects, and does not share",
    "to the representative of {other}, who is {side} it, {me} would say that the matter has another side",
    "on this the representative of {other} and {me} are not of one mind",
)
AGREES = (
    "{me} is glad to find the representative of {other} of the same mind",
    "{me} joins the representative of {other}, who has spoken {side} it",
    "the representative of {other} has said much of what {me} would have said",
    "in this {me} stands with the representative of {other}",
    "the words of the representative of {other} might have been those of {me}",
)
FINDS = (
    "{text} goes the way that {me} would go",
    "in {text} {me} finds much of what it asks for",
    "{me} reads {text} in that light, and likes what it reads",
    "{me} is content that {text} says so",
)
MISSES = (
    "{me} does not find its view in {text}",
    "{text} does not bring the Council nearer to what {me} asks for",
    "{me} has read {text} in that light, and has its difficulties with it",
    "as it stands {text} does not meet the concern of {me}",
)
CARRIED = (
    "the Council has adopted {text}, and {me} looks to what follows from it",
    "{me} takes it that {text}, once adopted, will be applied",
    "now that {text} is adopted, {me} would see the Council go on from there",
)
LOST = (
    "{text} was not adopted; for {me} the question remains",
    "the vote on {text} has settled nothing, as {me} sees it",
    "{me} has taken note of how the Council voted on {text}",
)
STOPPED = (
    "{text} has been stopped; {me} asks what the Council will do instead",
    "{text} has been stopped, and {me} regards the matter as still before us",
    "after what became of {text}, {me} would have the Council look for another way",
)
NEWS = (
    "{me} has read the news from {place} with attention",
    "the news from {place} is before {me} as it is before all of us",
    "{me} speaks with the reports from {place} in its hand",
    "{me} cannot pass over what is reported from {place}",
)
BROKEN = (
    "{me} has learned in these days that not all that is agreed is kept",
    "not everything that delegations agreed on has been kept, and {me} will remember it",
)
BENT: Mapping[str, tuple[str, ...]] = {
    "idealist": (
        "{me} goes by the {charter}, whoever is concerned",
        "the measure of {me} is the {charter}, and not the names of those whom it binds",
        "{me} asks of every proposal whether the {charter} would bear it",
    ),
    "broker": (
        "{me} will look for words that all can bear",
        "{me} would rather have a text that most can live with than one that pleases itself",
        "{me} is ready to sit down with either side",
    ),
    "spoiler": (
        "{me} sees no reason for haste",
        "{me} would have each word of this looked at, and looked at again",
        "{me} asks why all this must be settled today",
    ),
    "follower": (
        "{me} has listened above all to {patron}",
        "{me} would not easily part from {patron} in this",
    ),
}
"""What a temperament adds to what it says."""

# -- votes -----------------------------------------------------------------------------------------
VOTES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "yes": (
        ("votes yes", "votes yes on {0}"),
        ("votes in favour", "votes in favour of {0}"),
        ("says yes", "says yes to {0}"),
        ("gives its vote", "gives its vote to {0}"),
    ),
    "no": (
        ("votes no", "votes no on {0}"),
        ("votes against", "votes against {0}"),
        ("says no", "says no to {0}"),
        ("refuses its vote", "refuses its vote to {0}"),
    ),
    "abstain": (
        ("abstains", "abstains on {0}"),
        ("stands aside", "stands aside in the vote on {0}"),
        ("casts no vote on either side", "takes neither side in the vote on {0}"),
    ),
    "not_participating": (
        ("takes no part in the vote", "takes no part in the vote on {0}"),
        ("does not take part in the vote", "does not take part in the vote on {0}"),
    ),
}
"""What a seat does in a vote, alone and with what is voted on."""
FOR_A_REASON = (
    "{me} {votes}: {ground}",
    "on {question} {me} {alone}: {ground}",
    "in the vote on {question} {me} {alone}, and says why: {ground}",
    "{me} {votes}, for this reason: {ground}",
    "{me} {alone}: {ground}",
)
IN_SHORT = (
    "{me} speaks {side} {question}: {ground}",
    "{me} is {side} {question}: {ground}",
    "{me}, in short, is {side} {question}: {ground}",
    "on {question} {me} is to be counted {side}: {ground}",
)
"""A word on a motion or an amendment, when called."""
FOR_A_CLAUSE: Mapping[str, tuple[str, ...]] = {
    "yes": (
        "{me} votes for {text}, because it {holds} the words “{clause}”{why}",
        "what decides {me} is “{clause}”, which it {holds}; it votes for {text}{why}",
        "{me} finds in {text} the clause “{clause}”, which it {holds}, and votes for it{why}",
        "because {text} says “{clause}”, it has the vote of {me}{why}",
        "{me} {holds} “{clause}”, and so it votes for {text}{why}",
        "for the sake of “{clause}” {me} votes for {text}{why}",
    ),
    "no": (
        "{me} votes against {text}, because it {holds} the words “{clause}”{why}",
        "what decides {me} is “{clause}”, which it {holds}; it votes against {text}{why}",
        "{me} finds in {text} the clause “{clause}”, which it {holds}, and votes against it{why}",
        "because {text} says “{clause}”, it cannot have the vote of {me}{why}",
        "{me} {holds} “{clause}”, and so it votes against {text}{why}",
        "had {text} not said “{clause}”, {me} might have voted otherwise; it votes no{why}",
    ),
    "abstain": (
        "{me} abstains on {text}, because it {holds} the words “{clause}”{why}",
        "what keeps {me} from a vote for {text} is “{clause}”, which it {holds}; it abstains{why}",
        "{me} {holds} “{clause}”, and abstains on {text}{why}",
        "with “{clause}” in it, which {me} {holds}, {text} will find it among those who abstain{why}",
        "{me} reads “{clause}” in {text}, which it {holds}, and abstains{why}",
    ),
    "not_participating": (
        "{me} takes no part in the vote on {text}, because it {holds} the words “{clause}”{why}",
        "{me} {holds} “{clause}”, and takes no part in the vote on {text}{why}",
        "in a vote on {text} with “{clause}” in it, which it {holds}, {me} takes no part{why}",
    ),
}
"""A vote on a text, by the clause that decided it."""
ACROSS_A_LINE: Mapping[str, tuple[str, ...]] = {
    "no": (
        "{me} votes against {text}: “{clause}” crosses a line that it may not cross ({line})",
        "the instructions of {me} leave no room for “{clause}” ({line}), and it votes against {text}",
        "{line}: so {me} is instructed, and with “{clause}” in {text} it votes no",
        "{me} cannot vote for “{clause}” under the instructions it has ({line}); it votes against {text}",
    ),
    "abstain": (
        "{me} abstains on {text}: “{clause}” crosses a line that it may not cross ({line})",
        "the instructions of {me} leave no room for a yes to “{clause}” ({line}), and it abstains on {text}",
        "{line}: so {me} is instructed, and with “{clause}” in {text} it abstains",
        "{me} cannot vote for “{clause}” under the instructions it has ({line}); it abstains on {text}",
    ),
    "not_participating": (
        "{me} takes no part in the vote on {text}: “{clause}” crosses a line that it may not cross ({line})",
        "{line}: so {me} is instructed, and with “{clause}” in {text} it takes no part in the vote",
    ),
}
AS_SPONSOR = (
    "{text} bears the name of {me}, which stands by it",
    "{me} votes for {text}, of which it is a sponsor",
    "{me} put its name to {text} and stands by it today",
    "as a sponsor of {text}, {me} has said what it thinks of it, and votes yes",
)
BESIDES = (
    "{me} also {holds} “{clause}”",
    "nor does {me} overlook “{clause}”, which it {holds}",
    "besides, {me} {holds} “{clause}”",
    "and there is “{clause}”, which {me} {holds}",
    "{me} {holds} “{clause}” as well",
)
THOUGH = (
    "all the same, {me} {holds} “{clause}”",
    "this is not to say that {me} does not see “{clause}”, which it {holds}",
    "{me} would add that it {holds} “{clause}”",
    "{me} grants that it {holds} “{clause}”",
)
"""A second clause, of the same side or of the other."""
TOO_LITTLE = (
    "{me} {holds} “{clause}”, but finds too little in {text} to vote for it, and abstains",
    "“{clause}”, which {me} {holds}, is too little to win its vote for {text}; it abstains",
    "{me} has nothing against “{clause}”, and not enough for {text}: it abstains",
)
"""An abstention on what one does not mind."""
