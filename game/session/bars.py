"""What a question needs in this house: its majority, and who may veto it.

It reads the house and the question and nothing else; counting is for `rules.ballots` and
`rules.majorities`. Screens that watch a vote ask `outlook`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.rules import ballots, majorities
from game.rules.ballots import Outlook
from game.rules.bodies import Body, Nature, Vote
from game.rules.house import PAPERS, House, Needed, Veto
from game.rules.majorities import RELATIVE
from game.rules.refusals import Refusal
from game.rules.results import Result, Verdict
from game.session.state import Ballot, Chamber

TEXTS = ("draft", "part", "amendment", "consent", "second_degree")
ON_TEXTS = (*TEXTS, "directive", "assembly")
"""Kinds of questions on texts and changes to them; all others are of procedure."""


def needed(house: House, ballot: Ballot, chamber: Chamber) -> Needed:
    """Return what carries the question put."""
    match ballot.kind:
        case "motion" | "unopposed":
            entry = house.motion.get(ballot.subject)
            if entry is None:
                return house.procedure
            if entry.needed is Needed.CONSENSUS and ballot.kind == "motion":
                return entry.objection or Needed.MAJORITY
            return entry.needed
        case "amendment" | "second_degree":
            own = house.amendment
            if ballot.kind == "second_degree":
                own = house.need("second_degree", own)
            return _text(house, ballot, chamber) if own is Needed.SAME_AS_TEXT else own
        case "challenge":
            return house.appeal
        case "agenda":
            return house.need("agenda", house.procedure)
        case "invitation":
            return house.need("invite", house.procedure)
        case "preliminary":
            return Needed.NINE
        case _:
            return _text(house, ballot, chamber)


def _text(house: House, ballot: Ballot, chamber: Chamber) -> Needed:
    form = _form(ballot, chamber)
    return house.need(form, Needed.MAJORITY) if form in PAPERS else house.substance


def _form(ballot: Ballot, chamber: Chamber) -> str:
    draft = chamber.drafts.get(ballot.draft)
    return draft.form if draft is not None else ""


def vetoers(house: House, ballot: Ballot, chamber: Chamber, body: Body) -> tuple[str, ...]:
    """Return whose no defeats the question even with the votes (V4, MU9)."""
    if house.veto is Veto.NONE or ballot.nature != Nature.SUBSTANTIVE:
        return ()
    form = _form(ballot, chamber)
    if form in PAPERS:
        return body.permanent if house.crisis_veto and form == "directive" else ()
    if ballot.kind in ("amendment", "second_degree"):
        amend = house.doing("amend")
        return body.permanent if amend is None or amend.vetoable else ()
    if ballot.kind not in TEXTS:
        return () if needed(house, ballot, chamber) in RELATIVE else body.permanent
    draft = house.doing("draft")
    return body.permanent if draft is None or draft.vetoable else ()


def relative(
    house: House,
    ballot: Ballot,
    chamber: Chamber,
    body: Body,
    votes: Mapping[str, Vote],
    names: Mapping[str, str],
) -> Result | None:
    """Return the result of a question that goes by a relative majority, None where the Council's own law
    decides (MU10)."""
    bar = needed(house, ballot, chamber)
    if bar not in RELATIVE:
        return None
    may = vetoers(house, ballot, chamber, body)
    if ballot.kind == "challenge":
        won, lost = Verdict.RULING_OVERRULED, Verdict.RULING_STANDS
        return majorities.decide(bar, votes, body.size, names=names, won=won, lost=lost)
    return majorities.decide(bar, votes, body.size, vetoers=may, names=names)


def body_for(house: House, ballot: Ballot, chamber: Chamber, body: Body) -> Body:
    """Return the body as it votes on this question: without permanent members where nobody has a veto."""
    if ballot.nature != Nature.SUBSTANTIVE or ballot.kind in ("preliminary", "challenge"):
        return body
    return body if vetoers(house, ballot, chamber, body) else replace(body, permanent=())


def outlook(house: House, ballot: Ballot, chamber: Chamber, body: Body) -> Outlook:
    """Say where the roll call stands: what is needed, what is missing, whether it can still pass or fail."""
    votes = {seat: Vote(vote) for seat, vote in ballot.votes.items()}
    rest = [seat for seat in ballot.voters if seat not in votes]
    bar = needed(house, ballot, chamber)
    if bar in RELATIVE:
        may = vetoers(house, ballot, chamber, body)
        return majorities.outlook(bar, votes, rest, body.size, may)
    return ballots.outlook(body_for(house, ballot, chamber, body), Nature(ballot.nature), votes, rest)


def must_choose(house: House, chamber: Chamber, ballot: Ballot, seat: str) -> Refusal | None:
    """Say why a seat may not stand back from this vote: it must vote yes or no (MU3, MU4, MU6)."""
    usage = chamber.usage
    if seat in usage.passed:
        return Refusal("MU6", "After having passed one votes yes or no.")
    if seat in usage.voting:
        return Refusal("MU3", "This delegation answered present and voting; it may not abstain.")
    if ballot.draft in usage.recounts and ballot.kind == "draft":
        return Refusal("MU4", "When the house is divided nobody abstains.")
    if not house.abstain_on_procedure and ballot.kind not in ON_TEXTS:
        return Refusal("MU4", "On procedure one votes yes or no.")
    return None
