"""Every question put in a sitting, with who voted how, gathered once from the events.

Nothing is judged here: the verdict is the one that was declared.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from game.session import events as happened
from game.session.events import Event
from game.session.scenario import Scenario

SILENT = ("consent", "statement")
"""Kinds of questions that ask only whether anybody objects; nothing is counted."""
MARKS = {"yes": "Y", "no": "N", "abstain": "A", "absent": "x", "not_participating": "n"}


class Put(Struct, frozen=True):
    """One question put to the Council and what became of it.

    `kind` and `subject` are those of `QuestionPut`; `votes` holds every member of the day, those away as
    `absent`. `verdict` is empty while no result is declared. `place` is the clause voted on, -1 for none.
    """

    kind: str
    subject: str
    nature: str
    stage: str
    date: str
    meeting: int
    draft: str = ""
    place: int = -1
    votes: dict[str, str] = {}
    reasons: dict[str, str] = {}
    verdict: str = ""
    needed: int = 0
    rule: str = ""
    reason: str = ""
    formula: str = ""
    vetoed_by: tuple[str, ...] = ()
    resolution: int = 0
    named: str = ""
    """What a motion asks, in a house that has words of its own."""
    others: dict[str, str] = {}
    """The votes of all who do not sit at the table, in the General Assembly."""

    def who(self, vote: str) -> tuple[str, ...]:
        """The codes of the members that voted so."""
        return tuple(seat for seat, cast in self.votes.items() if cast == vote)


class Clerk:
    """Reads events one by one and keeps the questions put, and where and when the sitting stands."""

    def __init__(self, scenario: Scenario) -> None:
        """Begin before the first event."""
        self.scenario = scenario
        self.stage = self.date = self.president = ""
        self.meeting = 0
        self.members: tuple[str, ...] = ()
        self.done: list[Put] = []
        self._open: list[Put] = []

    def hear(self, event: Event) -> Put | None:
        """Take note of an event; returns the question that it decided, if it decided one."""
        match event:
            case happened.StageOpened():
                self._stage(event)
            case happened.MeetingOpened():
                self.meeting, self.president = event.number, event.president
            case happened.ChairCeded():
                self.president = event.to
            case happened.QuestionPut():
                self._put(event)
            case happened.BallotCast() if self._open:
                put = self._open[-1]
                reasons = put.reasons | ({event.seat: event.reason} if event.reason else {})
                self._open[-1] = replace(put, votes=put.votes | {event.seat: event.vote}, reasons=reasons)
            case happened.AssemblyVoted() if self._open:
                self._open[-1] = replace(self._open[-1], others=event.votes)
            case happened.ResultDeclared():
                return self._result(event)
            case happened.ResolutionAdopted():
                self._number(event)
        return None

    def _stage(self, event: happened.StageOpened) -> None:
        self.stage, self.date = event.stage, event.date
        stages = self.scenario.sealed.stages
        if 0 <= event.index < len(stages) and stages[event.index].members:
            self.members = stages[event.index].members

    def _put(self, e: happened.QuestionPut) -> None:
        away = {seat: "absent" for seat in self.members if seat not in e.voters}
        put = Put(e.kind, e.subject, e.nature, self.stage, self.date, self.meeting, e.draft, e.place, away)
        self._open.append(put)

    def _result(self, e: happened.ResultDeclared) -> Put:
        if self._open and self._open[-1].kind == e.kind:
            put = self._open.pop()
        else:
            put = Put(e.kind, e.subject, "", self.stage, self.date, self.meeting)
        votes = {seat: put.votes[seat] for seat in self.members if seat in put.votes} | put.votes
        decided = replace(
            put,
            votes=votes,
            verdict=e.verdict,
            needed=e.needed,
            rule=e.rule,
            reason=e.reason,
            formula=e.formula,
            vetoed_by=e.vetoed_by,
            named=e.named,
        )
        self.done.append(decided)
        return decided

    def _number(self, e: happened.ResolutionAdopted) -> None:
        for at in range(len(self.done) - 1, -1, -1):
            if self.done[at].kind in ("draft", "consent") and self.done[at].subject == e.draft:
                self.done[at] = replace(self.done[at], resolution=e.number)
                return


def questions(events: Iterable[Event], scenario: Scenario) -> tuple[Put, ...]:
    """Return every question decided in a sitting, in order."""
    clerk = Clerk(scenario)
    for event in events:
        clerk.hear(event)
    return tuple(clerk.done)
