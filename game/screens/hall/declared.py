"""A result once it is declared: the banner in the table's middle, and why it came out so in one sentence.

The verdict is the law's; only its words are made here. A veto names who cast it, a shortfall is never called
one, and a permanent member that stood aside is named where its no would have changed the end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textual.content import Content

from game.prose.names import everyone
from game.rules.book import RULES
from game.screens.pieces.literal import literally
from game.session.events import ResultDeclared
from game.session.scenario import Scenario

VERDICTS = {
    "adopted": ("ADOPTED", "carried"),
    "rejected": ("NOT ADOPTED", "lost"),
    "rejected_insufficient": ("NOT ADOPTED", "lost"),
    "rejected_two_thirds": ("NOT ADOPTED", "lost"),
    "vetoed": ("VETOED", "lost"),
    "not_adopted_no_unanimity": ("NOT ADOPTED", "lost"),
    "adopted_unanimous_excl_parties": ("REPORT ADOPTED", "carried"),
    "adopted_majority_only": ("REPORT OF A MAJORITY", "carried"),
}
"""What the banner says of a verdict; others are named as the rules name them."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A result, the ballots that led to it by seat, and the members that had a seat to vote from."""

    result: ResultDeclared
    cast: Mapping[str, str]
    members: tuple[str, ...]
    scenario: Scenario

    def permanent(self, vote: str) -> tuple[str, ...]:
        """Return the permanent members that did this; those of whom no ballot is known were absent."""
        seats = self.scenario.seat
        return tuple(
            s
            for s in self.members
            if s in seats and seats[s].permanent and self.cast.get(s, "absent") == vote
        )

    def named(self, codes: tuple[str, ...]) -> str:
        """Return seats as a list of everyday names."""
        return everyone(self.scenario, codes)


def verdict(result: ResultDeclared) -> tuple[str, str]:
    """Return what the banner says, and whether that is carried, lost or neither."""
    return VERDICTS.get(result.verdict, (result.verdict.replace("_", " ").upper(), "said"))


def banner(result: ResultDeclared) -> tuple[tuple[str, str], ...]:
    """Return the lines for the middle of the table."""
    title, _ = verdict(result)
    lines = [(f"══  {title}  ══", "tally"), (f"Y {result.yes}   N {result.no}   A {result.abstain}", "said")]
    return (*lines, (f"{result.needed} needed", "quiet")) if result.needed else tuple(lines)


def explained(told: Declared, *, formula: bool = True) -> tuple[Content, Content]:
    """Return the result in words: the verdict with its numbers, then why, by which rule, and what the
    President says of it.
    """
    result = told.result
    title, style = verdict(result)
    colour = {"carried": "bold $success", "lost": "bold $error"}.get(style, "bold")
    by = f" by {told.named(result.vetoed_by)}" if result.vetoed_by else ""
    aside = f", {result.absent} absent" if result.absent else ""
    aside += f", {result.not_participating} not participating" if result.not_participating else ""
    needed = f"; {result.needed} needed" if result.needed else ""
    who = Content.assemble(
        (literally(f"{title}{by}"), colour),
        f" — {result.yes} yes, {result.no} no, {result.abstain} abstaining{aside}{needed}.",
    )
    rule = RULES.get(result.rule)
    law = f"\n{rule.id} · {rule.title}; ? reads it.  " if rule else "\n"
    said = literally(result.formula) if formula else ""
    how = Content.assemble(literally(sentence(told)), (law, "bold $primary"), (said, "italic $quiet"))
    return who, how


def sentence(told: Declared) -> str:
    """Return in one sentence why a question came out as it did; the law's own words where none fit."""
    own = told.result.rule.startswith(LEAGUE)
    found = None if own else SAYS.get(told.result.verdict)
    said = found(told) if found is not None else ""
    if not said:
        return told.result.reason
    if told.result.voided:
        said += f", the vote of {told.named(told.result.voided)}, a party to the dispute, not being counted"
    return f"{said}."


LEAGUE = "L"
"""How the rules of the League begin: there the law's own words tell best who had to agree."""


def _votes(number: int) -> str:
    return f"{number or 'no'} yes vote{'' if number == 1 else 's'}"


def _adopted(told: Declared) -> str:
    result = told.result
    if not result.needed:
        return "Adopted without a vote, because nobody objected" if result.rule == "EV3" else ""
    if result.rule in SHARED:
        return f"Carried: {_shared(result)}"
    if result.rule not in ASIDE and result.rule != "V3":
        return _enough(result) + (", and no permanent member voted no" if result.rule == "V2" else "")
    noes = told.permanent("no")
    if result.rule == "V3":
        return _enough(result) + (
            f"; on procedure the no of {told.named(noes)} is no veto"
            if noes
            else "; the question was procedural"
        )
    return f"{_enough(result)}; {_stood_aside(told)}, and that is not a no"


def _enough(result: ResultDeclared) -> str:
    return f"Carried by {_votes(result.yes)}, where {result.needed} were needed"


ASIDE = {"V6": "abstain", "V7": "absent", "V8": "not_participating", "V9": ""}
"""The rules under which a text passes although permanent members did not vote for it."""
_DID = {"abstain": "abstained", "absent": "stayed away", "not_participating": "took no part"}


def _stood_aside(told: Declared) -> str:
    """Who of the permanent members stood aside, and how: `France abstained, China took no part`."""
    if told.result.rule == "V9":
        return "no permanent member voted yes, but none voted no either"
    parts = [f"{told.named(seats)} {did}" for vote, did in _DID.items() if (seats := told.permanent(vote))]
    return ", ".join(parts) or "a permanent member stood aside"


SHARED = ("GA1", "GA2", "GA3", "GA4")
"""The rules under which those voting yes or no are counted, and nobody else."""


def _shared(result: ResultDeclared) -> str:
    voting = result.yes + result.no
    return f"{result.yes} of the {voting} that voted yes or no said yes, where {result.needed} were needed"


def _outvoted(told: Declared) -> str:
    return f"Lost: {_shared(told.result)}" if told.result.needed else ""


def _short(told: Declared) -> str:
    result, noes = told.result, told.permanent("no")
    said = f"Lost for want of votes: {_votes(result.yes)}, where {result.needed} were needed"
    if noes and result.rule == "V5":
        return f"{said}, so that the no of {told.named(noes)} is not a veto"
    if result.yes > result.no and result.abstain + result.absent + result.not_participating:
        return f"{said}, and whoever abstains or stays away does not lower that number"
    return said


def _vetoed(told: Declared) -> str:
    result = told.result
    who = told.named(result.vetoed_by)
    members = "a permanent member" if len(result.vetoed_by) == 1 else "permanent members"
    bar = f"{_votes(result.yes)} would have been enough, where {result.needed} were needed"
    return f"Vetoed: {bar}, but {who}, {members}, voted no"


def _overruled(told: Declared) -> str:
    result = told.result
    return f"The ruling falls: {result.yes} voted to overrule it, where {result.needed} were needed"


def _stands(told: Declared) -> str:
    result = told.result
    return f"The ruling stands: {result.yes} voted to overrule it, where {result.needed} were needed"


def _procedural(told: Declared) -> str:
    result = told.result
    return f"It is procedural: {result.yes} said so, where {result.needed} were needed"


def _substantive(told: Declared) -> str:
    result, noes = told.result, told.permanent("no")
    said = f"It is one of substance: {result.yes} held it procedural, where {result.needed} were needed"
    if result.rule == "P3" and result.yes >= result.needed and noes:
        return f"{said}, but on this question the no of {told.named(noes)} decides"
    return said


SAYS: Mapping[str, Callable[[Declared], str]] = {
    "adopted": _adopted,
    "rejected_insufficient": _short,
    "rejected_two_thirds": _outvoted,
    "rejected": _outvoted,
    "vetoed": _vetoed,
    "ruling_overruled": _overruled,
    "ruling_stands": _stands,
    "deemed_procedural": _procedural,
    "deemed_substantive": _substantive,
}
"""The sentence for each verdict of the Council; what other bodies decide is told in the law's own words."""
