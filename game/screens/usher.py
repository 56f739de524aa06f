"""The usher: who is to play next, whose screen is up, and how fast scripted delegations go on.

It asks the sitting and calls the screens; it draws nothing and judges nothing. Scripted play runs in short
slices of the application's own loop, so that keys are answered meanwhile; delegates that may think longer
think beside it, and whoever breaks in meanwhile is heard first. With several people at one keyboard
every hand-over passes through the curtain; the roll call does not, because votes are public.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING

from game.journal import JournalError
from game.prose.assembly import opening
from game.prose.minutes import line
from game.rules.refusals import Refusal
from game.screens.council import Council
from game.screens.pieces.locks import DIRECTOR, locked, locks_in, unlocked
from game.screens.thinking import Thinking
from game.session import events as happened
from game.session.actions import Action, RaisePoint
from game.session.events import Event
from game.session.state import Phase

if TYPE_CHECKING:
    from game.screens.application import Horseshoe
    from game.screens.drafting.manuscript import Manuscript
    from game.screens.hall.chamber import Chamber

PACES = (("slow", 1.6), ("normal", 0.5), ("fast", 0.0))
"""How long a scripted act that is worth reading stays before the next, in seconds."""
READING = (0.15, 0.04, 0.0)
"""How much longer it stays for each word that is spoken."""
THINKERS = "veteran"
"""The level of delegates that search: one of their acts may take a tenth of a second."""
SLICE = 0.02
"""How long scripted play may keep the screen waiting, in seconds."""
APART = (Phase.INTERVAL, Phase.BALLOT, Phase.ENDED)
"""Phases that are not played in the chamber: the world's own step, the roll call, the end."""
QUIET = (
    happened.FloorYielded,
    happened.WorldMoved,
    happened.ConsequencesSet,
    happened.ConsequencesFellDue,
    happened.SecurityMeasured,
    happened.InstructionsArrived,
)
"""What needs no time to be read."""


class Usher:
    """The conduct of one sitting on the screens."""

    def __init__(
        self, app: Horseshoe, council: Council, pins: dict[str, str] | None = None, pace: int = 1
    ) -> None:
        """Take charge of a sitting; `pins` are seats' own numbers beside those the save has locks for; `pace`
        is a place in PACES.
        """
        self.app = app
        self.council = council
        self._locks = {**locks_in(council.options), **{s: locked(p) for s, p in (pins or {}).items()}}
        self._handed: frozenset[str] = frozenset()
        self.wrong: dict[str, int] = {}
        """How many wrong numbers in a row were given for a seat."""
        self.apart = ""
        """The person who takes a word out of turn."""
        self.pace = pace
        self.paused = False
        self.skipping = False
        self.seated = ""
        """The person whose own screen is up; empty for the public view."""
        self.heard: dict[str, int] = {}
        """Where in the record each person last sat."""
        self.desks: dict[str, Manuscript] = {}
        """The drafts that lie on each delegation's desk; no screen but its own may show them."""
        self.chamber: Chamber | None = None
        self._go_on = asyncio.Event()
        self._stages: list[int] = []
        self._told = monotonic()
        self._thinking = Thinking(council)
        self._just_in: list[str] = []
        self._count_handed()

    # -- what the screens ask ----------------------------------------------------------------------------
    @property
    def people(self) -> tuple[str, ...]:
        """The seats that people hold now."""
        holders = self.council.view("").chamber.holders
        return tuple(seat for seat, holder in holders.items() if holder == "person")

    @property
    def locks(self) -> dict[str, str]:
        """The locks of seats that have a number; a seat that was handed over has none any more."""
        return {seat: lock for seat, lock in self._locks.items() if seat not in self._handed}

    @property
    def directed(self) -> bool:
        """Whether a director leads this sitting and may act now."""
        return bool(self.council.docket(DIRECTOR).kinds)

    @property
    def interrupters(self) -> tuple[str, ...]:
        """The people who may do something now although their own screen does not wait for them."""
        return tuple(seat for seat in self.people if self._may_break_in(seat))

    def _may_break_in(self, seat: str) -> bool:
        docket = self.council.docket(seat)
        if seat != self.council.awaits:
            return bool(docket)
        return self.phase is Phase.BALLOT and bool(docket.of(RaisePoint))

    @property
    def shared(self) -> bool:
        """Whether several people share the keyboard, so that one's papers must be hidden from the next."""
        return len(self.people) > 1

    @property
    def phase(self) -> Phase:
        """Where the sitting stands."""
        return self.council.view("").chamber.phase

    def submit(self, action: Action) -> Refusal | None:
        """Hand in a person's act; when it is taken, the sitting goes on."""
        self._thinking.settle()
        try:
            outcome = self.council.submit(action)
        except JournalError as fault:
            return Refusal("", str(fault))
        if isinstance(outcome, Refusal):
            return outcome
        self.take(outcome)
        self.go_on()
        return None

    def go_on(self) -> None:
        """Let whoever waits go on: a person has acted, or wishes no more pause."""
        self._go_on.set()

    def skip(self) -> None:
        """Hurry to the next moment at which somebody is wanted."""
        self.paused = False
        self.skipping = True
        self.go_on()

    def pause(self) -> bool:
        """Hold scripted play, or let it go on; return whether it is held."""
        self.paused = not self.paused
        self.go_on()
        return self.paused

    def quicken(self, by: int) -> str:
        """Change the pace and return its name."""
        self.pace = self.app.pace = min(len(PACES) - 1, max(0, self.pace + by))
        self.app.keep_habits()
        self.go_on()
        return PACES[self.pace][0]

    def undo(self, *, by_director: bool = False) -> str | Refusal:
        """Take back the last act if that is allowed; the chamber shows the table as it was."""
        if self.directed and not by_director and (self.shared or DIRECTOR in self.locks):
            return Refusal("H9", "Only the director takes acts back: F4 opens the director's desk.")
        self._thinking.settle()
        outcome = self.council.undo()
        if not isinstance(outcome, Refusal):
            self._stages.clear()
            self._just_in.clear()
            self._count_handed()
            self.heard = {seat: min(at, len(self.council.record)) for seat, at in self.heard.items()}
            if self.chamber is not None:
                self.chamber.start_over()
            self.go_on()
        return outcome

    def direct(self, action: Action) -> Refusal | None:
        """Hand in an act of the director; public news is kept for everybody to read next."""
        self._thinking.settle()
        try:
            outcome = self.council.submit(action)
        except JournalError as fault:
            return Refusal("", str(fault))
        if isinstance(outcome, Refusal):
            return outcome
        self.take(outcome)
        self._count_handed()
        for event in outcome:
            if isinstance(event, happened.HappeningOccurred) and not event.secret_to:
                self._just_in.append(self._wired(event))
            elif isinstance(event, happened.SeatHandedOver):
                self.heard.pop(event.seat, None)
        return None

    def _wired(self, event: happened.HappeningOccurred) -> str:
        """Return public news as the record has it, with the dispatch that tells of it."""
        known = self.council.scenario.happening[event.happening]
        said = line(event, self.council.scenario) or known.title
        return f"{said} {known.wire}".strip() if known.wire not in said else said

    def _count_handed(self) -> None:
        self._handed = unlocked(self.council.record)

    # -- the conduct -------------------------------------------------------------------------------------
    async def conduct(self) -> None:
        """Lead the sitting to its end."""
        while not self.council.finished:
            if self._just_in:
                await self._news()
            elif self._stages:
                await self._wire()
            elif self.phase is Phase.BALLOT:
                await self._roll_call()
            elif self.council.awaits:
                await self._attend(self.council.awaits)
            elif self.phase is Phase.INTERVAL:
                await self.play_one()
            else:
                await self._play()
        await self._wire()
        await self.app.show_ending(self)

    async def _attend(self, seat: str) -> None:
        """Wait for one act of the person awaited, after handing over the keyboard if need be."""
        self.skipping = self.paused = False
        chamber = await self.seat(seat)
        self._go_on.clear()
        chamber.call_upon(seat)
        await self._go_on.wait()
        self.heard[seat] = len(self.council.record)

    async def seat(self, seat: str, *, behind: bool = False) -> Chamber:
        """Put up the chamber as a seat may see it; another person's is thrown away first. `behind` says that
        the curtain is up already.
        """
        if self.chamber is not None and self.seated == seat and self.chamber.is_attached:
            return self.chamber
        if seat and not behind and self.veiled(seat):
            await self.app.lower_curtain(self, seat)
        self.seated = seat
        with self.app.batch_update():
            self.chamber = await self.app.open_chamber(self, seat)
            reading = self.app.hand_papers(self, seat) if seat else None
        if reading is not None:
            await asyncio.shield(reading)
            self.heard.setdefault(seat, len(self.council.record))
        return self.chamber

    def veiled(self, seat: str) -> bool:
        """Say whether a seat's screen lies behind a curtain."""
        return seat in self.people and (self.shared or seat in self.locks)

    # -- interludes --------------------------------------------------------------------------------------
    async def clear(self) -> None:
        """Throw away what is up; nothing that was heard or is still to be read is forgotten."""
        self.seated, self.chamber, self.apart = "", None, ""
        await self.app.clear_table()

    async def call_director(self) -> None:
        """Let the director alone look, and do what a director does; then let the sitting go on."""
        await self.clear()
        if await self.app.lower_curtain(self, DIRECTOR):
            await self.app.open_directors_desk(self)
        await self.clear()

    async def interrupt(self) -> None:
        """Let a delegation act whose turn it is not; then let the sitting go on."""
        await self.clear()
        seats = self.interrupters
        seat = seats[0] if len(seats) == 1 else ""
        if len(seats) > 1:
            (await self.seat("")).look_on()
            seat = await self.app.ask_who(self, seats)
        if seat and (not self.veiled(seat) or await self.app.lower_curtain(self, seat, apart=True)):
            chamber = await self.seat(seat, behind=True)
            self.apart = seat
            self._go_on.clear()
            chamber.call_upon(seat)
            self.app.notify("You act out of turn. F3 goes back.", markup=False)
            await self._go_on.wait()
            self.heard[seat] = len(self.council.record)
        await self.clear()

    def come_in(self) -> None:
        """Have the wire read of the stage at whose opening a sitting is begun, if that is not the first."""
        chamber = self.council.view("").chamber
        if chamber.stage >= 0 and chamber.phase is Phase.RECESS and chamber.consulting == chamber.members:
            self._stages.append(chamber.stage)

    async def take_up(self, remarks: Sequence[str]) -> None:
        """Say where a sitting stands that is taken up again, and what is to be known of its save; a lone
        person reads what happened since it last sat, others do so behind their curtains.
        """
        self.heard = {seat: at for seat in self.people if (at := self.council.last_sat(seat))}
        alone = next((s for s in self.people if not self.veiled(s)), "")
        await self.app.tell_where_it_stands(self, alone, remarks)
        if alone in self.heard:
            self.heard[alone] = len(self.council.record)

    async def _news(self) -> None:
        """Show everybody what the director let happen."""
        await self._hide_papers()
        await self.app.tell_news(self, self._just_in)
        self._just_in.clear()

    async def seat_public(self) -> Chamber:
        """Put up what everybody may see: the only person's own chamber, or the public gallery."""
        people = self.people
        alone = people[0] if len(people) == 1 and people[0] not in self.locks else ""
        return await self.seat(alone)

    async def _play(self) -> None:
        """Let scripted delegations and the world act until a person or a page is wanted."""
        chamber = await self.seat_public()
        chamber.look_on()
        while self.phase not in APART and not self.council.awaits:
            await self.hold()
            await self.play_one()
        chamber.refresh_table()

    async def play_one(self) -> Sequence[Event]:
        """Let one scripted act happen and give people the time to read it."""
        try:
            occurred = await self._thinking.next_act() if self._at_length() else self.council.step()
        except JournalError as fault:
            await self.app.tell_trouble("The sitting cannot be kept", str(fault))
            return ()
        self.take(occurred)
        await self._breathe(occurred)
        return occurred

    def _at_length(self) -> bool:
        """Say whether the next act may take longer than the screen may be kept waiting."""
        chamber = self.council.view("").chamber
        searching = self._thinking.going_on or THINKERS in (chamber.level, *chamber.levels.values())
        return searching or (not self.skipping and bool(PACES[self.pace][1]))

    async def hold(self) -> None:
        """Wait as long as play is paused, or somebody reads the book of rules."""
        while self.paused:
            self._go_on.clear()
            if self.chamber is not None:
                self.chamber.call_upon(self.seated)
            await self._go_on.wait()
        while self.app.reading:
            await asyncio.sleep(SLICE)

    async def _breathe(self, occurred: Sequence[Event]) -> None:
        pause = PACES[self.pace][1]
        pause += READING[self.pace] * sum(len(getattr(e, "words", "").split()) for e in occurred)
        if self.skipping or not pause or all(isinstance(e, QUIET) for e in occurred):
            if monotonic() - self._told > SLICE:
                await asyncio.sleep(0)
                self._told = monotonic()
            return
        self._go_on.clear()
        try:
            await asyncio.wait_for(self._go_on.wait(), pause)
        except TimeoutError:
            return

    def take(self, occurred: Sequence[Event]) -> None:
        """Tell the screens what happened."""
        self._stages += [e.index for e in occurred if isinstance(e, happened.StageOpened)]
        for event in occurred:
            if isinstance(event, happened.AssemblyConvened) and self.people:
                self._just_in += opening(event)
        if self.chamber is not None:
            self.chamber.hear(occurred)

    async def _wire(self) -> None:
        if not self._stages:
            return
        await self._hide_papers()
        if self.people or not self.skipping:
            self.skipping = False
            await self.app.read_wire(self)
        self._stages.clear()

    async def _roll_call(self) -> None:
        await self._hide_papers()
        await self.app.call_the_roll(self)

    async def _hide_papers(self) -> None:
        """Take a delegation's own screen away before something everybody reads is put up."""
        if self.shared and self.seated:
            await self.seat("")

    def may_linger(self) -> bool:
        """Say whether a page may wait for a key: not while people who only watch hurry on."""
        return bool(self.people) or not (self.skipping or not PACES[self.pace][1])
