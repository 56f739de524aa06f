"""The running record in the General Assembly: called, convened, voting, adjourned.

A page of the table in `minutes`; its lines are as neutral, and look at nothing but the event.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.plain import clean
from game.prose import organs
from game.prose.names import counted, everyone, the
from game.session import events as happened
from game.session.events import Event
from game.session.scenario import Scenario


def _called(e: happened.AssemblyCalled, s: Scenario) -> str:
    if e.kind == "reference":
        return "the dispute is to come before the Assembly of the League"
    if e.kind == "regular":
        return "the question is referred to the General Assembly, which is in session"
    what = "a special session" if e.kind == "special" else "an emergency special session"
    if e.by == "members":
        return f"{what} of the General Assembly is called at the request of a majority of Members"
    return f"the Council calls {what} of the General Assembly"


def _requested(e: happened.SessionRequested, s: Scenario) -> str:
    if organs.of_the_league(s.open.body):
        return f"{the(s, e.seat)}, a party to the dispute, asks that it be referred to the Assembly"
    asks = f"{the(s, e.seat)} asks the Members of the United Nations for a session of the General Assembly"
    return f"{asks}: {e.concurring} of {e.members} concur, and {e.needed} are needed"


def _convened(e: happened.AssemblyConvened, s: Scenario) -> str:
    again = "meets again" if e.resumed else "meets"
    organ, many = organs.assembly(s.open.body, s.open.words), counted(e.members, "Member")
    return f"the {organ} {again} in its {clean(e.title)}, with {many}"


def votes_told(votes: Mapping[str, str]) -> str:
    """The votes of many in numbers: `21 yes, 3 no, 5 abstaining, 2 absent`."""
    words = (("yes", "yes"), ("no", "no"), ("abstain", "abstaining"), ("absent", "absent"))
    cast = list(votes.values())
    return ", ".join(f"{cast.count(vote)} {word}" for vote, word in words if vote in cast)


def _voted(e: happened.AssemblyVoted, s: Scenario) -> str | None:
    if not e.votes:
        return None
    return f"the other {counted(len(e.votes), 'Member')} vote on {clean(e.draft)}: {votes_told(e.votes)}"


def _kept(s: Scenario) -> str:
    """Why a text of the Council is before the Assembly."""
    return "the Council voted on" if organs.of_the_league(s.open.body) else "the veto kept from the Council"


def _made(e: happened.RecommendationAdopted, s: Scenario) -> str:
    """As what the Assembly adopted a text; in the League it is the text itself, a report or a wish."""
    return "" if organs.of_the_league(s.open.body) else f" as its recommendation {clean(e.symbol)}"


LINES: Mapping[type[Event], Callable[[Any, Scenario], str | None]] = {
    happened.AssemblyCalled: _called,
    happened.SessionRequested: _requested,
    happened.AssemblyConvened: _convened,
    happened.TextBrought: lambda e, s: (
        f"the text that {_kept(s)}, {clean(e.draft)}, is before the Assembly as {clean(e.symbol)}"
    ),
    happened.VetoAnswered: lambda e, s: (
        f"the General Assembly is to meet within ten working days and debate the veto of "
        f"{everyone(s, e.vetoed_by)} on draft {clean(e.draft)}"
    ),
    happened.AssemblyVoted: _voted,
    happened.RecommendationAdopted: lambda e, s: (
        f"the {organs.assembly(s.open.body, s.open.words)} adopts draft {clean(e.draft)}{_made(e, s)}"
    ),
    happened.RecommendationFailed: lambda e, s: (
        f"the {organs.assembly(s.open.body, s.open.words)} does not adopt draft {clean(e.draft)}"
    ),
    happened.AssemblyAdjourned: lambda e, s: f"the {organs.assembly(s.open.body, s.open.words)} adjourns",
}
"""What each kind of event in the Assembly says."""
