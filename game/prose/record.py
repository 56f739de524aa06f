"""The verbatim record as values: meetings with their entries, and what passed between them.

Only what was public goes in: notes, deals, capitals' answers, secret dispatches, what was said in private
meetings and the director's marks do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from game.plain import clean
from game.prose import assembly, minutes, organs
from game.prose.footers import in_english_order
from game.prose.names import clause_title, day, issue, ordinal, sentence, short, speaks_itself, the, told_of
from game.prose.votes import SILENT, Clerk, Put
from game.session import events as happened
from game.session.events import PRIVATE, Event
from game.session.scenario import Scenario


class Entry(Struct, frozen=True, omit_defaults=True):
    """One paragraph: narrative, speech, dispatch, vote or heading; a vote lists members by what they did."""

    kind: str
    text: str
    speaker: str = ""
    votes: dict[str, tuple[str, ...]] = {}


class Chapter(Struct, frozen=True, omit_defaults=True):
    """One meeting (`symbol` S/PV.n), or an interval between meetings (no symbol, no number)."""

    heading: str
    date: str
    symbol: str = ""
    number: int = 0
    president: str = ""
    members: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()


class Record(Struct, frozen=True):
    """A whole sitting as its verbatim record."""

    title: str
    body: str
    chapters: tuple[Chapter, ...]


def record(events: Iterable[Event], scenario: Scenario) -> Record:
    """Return the public record of a sitting."""
    reporter = _Reporter(scenario)
    for event in events:
        reporter.hear(event)
    return Record(clean(scenario.open.title), scenario.open.body, tuple(reporter.chapters()))


_UNREPORTED: tuple[type[Event], ...] = (
    *PRIVATE,
    happened.DealAccepted,
    happened.DealRefused,
    happened.DealSettled,
    happened.MomentMarked,
    happened.SeatHandedOver,
    happened.ResolutionAdopted,
    happened.DraftFailed,
    happened.AssemblyVoted,
    happened.SpeakersListSigned,
    happened.WorldMoved,
    happened.SecurityMeasured,
)
_LISTS = (
    ("yes", "In favour"),
    ("no", "Against"),
    ("abstain", "Abstaining"),
    ("not_participating", "Not participating"),
    ("absent", "Absent"),
)


class _Reporter:
    """Writes the record event by event."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.clerk = Clerk(scenario)
        self.away: set[str] = {a.seat for a in scenario.sealed.absences}
        self._done: list[Chapter] = []
        self._now: Chapter | None = None
        self._entries: list[Entry] = []

    def chapters(self) -> list[Chapter]:
        """What has been written, the chapter now open included."""
        return self._done + ([replace(self._now, entries=tuple(self._entries))] if self._now else [])

    def hear(self, event: Event) -> None:
        """Write down an event, if it is public."""
        put = self.clerk.hear(event)
        match event:
            case happened.HappeningOccurred() if event.secret_to:
                return
            case happened.StageOpened():
                self._wire(event)
            case happened.MeetingOpened():
                self._begin(self._meeting(event))
            case happened.SeatLeft() | happened.SeatReturned():
                self._attend(event)
            case happened.AssemblyConvened():
                organ = organs.assembly(self.scenario.open.body, self.scenario.open.words)
                self._begin(Chapter(assembly.heading(event, organ), day(self.clerk.date)))
                self._entries.append(Entry("heading", assembly.called_to(event)))
        self._write(event, put)
        if isinstance(event, happened.AssemblyAdjourned):
            organ = organs.assembly(self.scenario.open.body, self.scenario.open.words)
            self._begin(Chapter(f"After the session of the {organ}", day(self.clerk.date)))
        if isinstance(event, happened.MeetingRose):
            self._begin(Chapter(f"After the {ordinal(self.clerk.meeting)} meeting", day(self.clerk.date)))

    def _wire(self, e: happened.StageOpened) -> None:
        """Open the interval before a stage's meeting with what the delegations read."""
        found = next((stage for stage in self.scenario.sealed.stages if stage.id == e.stage), None)
        self._begin(Chapter(f"Before the meeting: {clean(found.title) if found else e.stage}", day(e.date)))
        for dispatch in found.wire if found else ():
            self._entries.append(Entry("dispatch", clean(dispatch.text), clean(dispatch.place) or "The wire"))

    def _attend(self, event: happened.SeatLeft | happened.SeatReturned) -> None:
        if isinstance(event, happened.SeatLeft):
            self.away.add(event.seat)
        else:
            self.away.discard(event.seat)

    def _begin(self, chapter: Chapter) -> None:
        if self._now is not None and (self._entries or self._now.number):
            self._done = self.chapters()
        self._now, self._entries = chapter, []

    def _meeting(self, e: happened.MeetingOpened) -> Chapter:
        s = self.scenario
        order = in_english_order(s, self.clerk.members)
        return Chapter(
            f"{ordinal(e.number)} meeting",
            day(self.clerk.date),
            organs.record(s.open.body, e.number),
            e.number,
            _sitting(s, e.president),
            tuple(_sitting(s, seat) for seat in order if seat != e.president and seat not in self.away),
            tuple(short(s, seat) for seat in order if seat in self.away),
        )

    def _write(self, event: Event, put: Put | None) -> None:
        s, enter = self.scenario, self._entries.append
        match event:
            case happened.StageOpened() | happened.BallotCast():
                return
            case happened.SpokeTo() | happened.StatementMade() | happened.VoteExplained() if event.heard_by:
                return
            case happened.VoteExplained() if speaks_itself(s, event.seat, event.words):
                words = sentence(event.words)
                enter(Entry("speech", words, f"{_sitting(s, event.seat)}, in explanation of vote"))
            case happened.StatementMade() if speaks_itself(s, event.seat, event.words):
                enter(Entry("speech", _speech(event, s), self._speaker(event.seat)))
            case happened.AgendaAdopted():
                enter(Entry("heading", clean(event.item) or "Agenda"))
                enter(
                    Entry("narrative", f"The agenda is adopted{' after a vote' if event.objected else ''}.")
                )
            case happened.ResultDeclared() if put is not None:
                self._vote(put, minutes.line(event, s) or "")
            case happened.HappeningOccurred() if event.happening in s.happening:
                news = s.happening[event.happening]
                head = f"{day(news.date)}, {clean(news.title)}" if news.date else clean(news.title)
                enter(Entry("dispatch", clean(news.wire) or sentence(news.title), head))
            case happened.ComplianceDecided():
                does = "complies" if event.complied else "does not comply"
                told = f"{the(s, event.party)} {does} with {clause_title(s, event.clause)}"
                enter(Entry("narrative", sentence(told)))
            case _ if not isinstance(event, _UNREPORTED) and (said := minutes.line(event, s)):
                enter(Entry("narrative", said))

    def _vote(self, put: Put, said: str) -> None:
        s, enter = self.scenario, self._entries.append
        if put.votes and put.kind not in SILENT:
            whole = replace(put, votes=put.votes | put.others)
            lists = {title: in_english_order(s, whole.who(vote)) for vote, title in _LISTS}
            named = {
                title: tuple(short(s, seat) for seat in seats) for title, seats in lists.items() if seats
            }
            enter(Entry("vote", "A vote is taken.", votes=named))
            for group, count in assembly.groups(s, put.date, whole.votes if put.others else {}).items():
                enter(Entry("narrative", sentence(assembly.group_line(group, count))))
        enter(Entry("speech", clean(put.formula) or said, self._speaker(self.clerk.president)))
        if put.reason:
            enter(Entry("narrative", f"{sentence(put.reason)}{f' ({put.rule})' if put.rule else ''}"))
        for seat, reason in put.reasons.items():
            if speaks_itself(s, seat, reason):
                enter(Entry("speech", sentence(reason), f"{_sitting(s, seat)}, in explanation of vote"))
            else:
                enter(Entry("narrative", sentence(told_of(s, seat, "", reason))))

    def _speaker(self, seat: str) -> str:
        return "The President" if seat == self.clerk.president else _sitting(self.scenario, seat)


_NOTE = re.compile(r"[;(\[]")


def _sitting(scenario: Scenario, code: str) -> str:
    """Who sits where: `Warren R. Austin (United States)`, or the member alone; the pack's notes stay out."""
    seat = scenario.seat.get(code)
    person = _NOTE.split(clean(seat.representative))[0].strip() if seat else ""
    return f"{person} ({short(scenario, code)})" if person else short(scenario, code)


def _speech(e: happened.StatementMade, s: Scenario) -> str:
    """What was said; without words, the position taken."""
    if e.words:
        return clean(e.words)
    if not e.issue:
        return "made a statement."
    stance = {"for": "in favour of", "against": "against"}.get(e.stance, "on")
    return f"spoke {stance} {issue(s, e.issue)}."
