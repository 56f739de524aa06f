"""What scripted delegations chose in a sitting, and why, found out afterwards from its record.

The record is lived through once more, event by event; at each act the delegation is asked, by its own papers
of that moment, why. Nothing is judged or drawn again. It opens briefs: for the debrief alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from game.delegates import ENVOY, take_seat
from game.delegates.hindsight.arithmetic import as_it_stood, as_it_would_read
from game.delegates.hindsight.motives import MOTIVES, motive
from game.delegates.hindsight.purposes import served
from game.delegates.minds.steadfast import Steadfast
from game.prose.choices import Choice, Motives, gathered
from game.prose.minutes import line, question
from game.prose.names import short
from game.session import events as e
from game.session.decide import before
from game.session.fold import fold
from game.session.legal import Docket
from game.session.scenario import Scenario
from game.session.state import Phase, State
from game.session.table import turn
from game.session.views import audience, view
from game.sitting.seating import OBSERVER, PERSON, actor_of

_UNMINDED = {
    "aimless": "It acts without aim: any lawful act, drawn by lot.",
    "recorded": "It does what it did in history.",
    ENVOY: "It says what the pack has it say when it is first heard.",
}
"""Why those act who weigh nothing."""
_TEXTS = ("draft", "consent", "statement", "assembly", "directive", "part")
"""Questions that are decided by weighing a text; an amendment is weighed by the text it leads to."""
_OWN_TURN = (e.DraftRevised, e.AmendmentWithdrawn, e.DraftWithdrawn, e.DealAccepted, e.DealRefused)
"""What may also merely follow from another's act, or from the date: a choice only in the seat's own turn."""
_WAITING = (Phase.DEBATE, Phase.RECESS, Phase.CONSULTATIONS)


def motives(scenario: Scenario, record: Sequence[e.Event]) -> Motives:
    """Return everything that scripted delegations chose in a sitting, each with its reason.

    Raises what `fold` raises for a record that does not fit the crisis.
    """
    past = _Past(scenario)
    after = (*record[1:], None)
    pairs = enumerate(zip(record, after, strict=True))
    choices = [choice for at, (event, then) in pairs for choice in past.live(at, event, then)]
    return gathered(choices, past.questions)


class _Past:
    """A sitting lived through again: the state, and the scripted delegates with what they heard."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.state: State = before(scenario)
        self.questions: dict[int, str] = {}
        self._heard: list[e.Event] = []
        self._seated: dict[str, Steadfast] = {}
        self._put: list[int] = []

    def live(self, at: int, event: e.Event, then: e.Event | None) -> Iterator[Choice]:
        """Yield what was chosen by an event, if it was, and let it be so; `then` is the event that follows.

        Where ballots are cast in private or by another usage, the reason is said right after.
        """
        told = event
        if isinstance(event, e.BallotCast) and isinstance(then, e.VoteExplained) and not event.reason:
            told = replace(event, reason=then.words if then.seat == event.seat else "")
        chosen = self._choice(at, told)
        if isinstance(event, e.QuestionPut):
            self._put.append(at)
            what = question(event.kind, event.subject, self.scenario, event.named)
            self.questions[at] = what[:1].upper() + what[1:]
        elif isinstance(event, e.ResultDeclared) and self._put:
            self._put.pop()
        self.state = fold(self.state, event)
        self._tell(event)
        if chosen is not None:
            yield chosen

    def _tell(self, event: e.Event) -> None:
        self._heard.append(event)
        if isinstance(event, e.SeatHandedOver):
            self._seated.clear()
        told = audience(self.state, event)
        for seat, delegate in self._seated.items():
            if told is None or seat in told:
                delegate.hear(event)

    def _choice(self, at: int, event: e.Event) -> Choice | None:
        seat = self._chooser(event)
        held = self.state.chamber.holders.get(seat, PERSON)
        if not seat or held in (PERSON, OBSERVER):
            return None
        reason = self._reason(seat, held, event)
        if not reason:
            return None
        c, vote = self.state.chamber, event.vote if isinstance(event, e.BallotCast) else ""
        return Choice(
            at=at,
            seat=seat,
            name=short(self.scenario, seat),
            stage=c.stage_id,
            date=c.date,
            done=line(event, self.scenario) or "",
            reason=reason,
            vote=vote,
            put=self._put[-1] if vote and self._put else -1,
            terms=self._terms(seat, held) if vote else (),
        )

    def _chooser(self, event: e.Event) -> str:
        """Return whose choice an event was; empty for nobody's."""
        if type(event) not in MOTIVES:
            return ""
        seat = actor_of(self.state, event)
        if isinstance(event, e.RulingSettled) and self.state.chamber.phase is not Phase.RULED:
            return ""
        if isinstance(event, _OWN_TURN):
            c = self.state.chamber
            if c.phase not in _WAITING or turn(self.state)[:1] != (seat,):
                return ""
        return seat

    def _reason(self, seat: str, held: str, event: e.Event) -> str:
        if held in _UNMINDED:
            kept = getattr(event, "reason", "")
            return kept or _UNMINDED[held]
        seen = view(self.state, seat)
        if seen.brief is None:
            return ""
        delegate = self._seated.get(seat) or self._sit_down(seat, held)
        return motive(delegate.occasion(seen, Docket(self.state, seat)), event)

    def _sit_down(self, seat: str, held: str) -> Steadfast:
        c = self.state.chamber
        delegate = take_seat(held, seat, c.levels.get(seat, c.level))
        assert isinstance(delegate, Steadfast)
        for event in self._heard:
            told = audience(self.state, event)
            if told is None or seat in told:
                delegate.hear(event)
        self._seated[seat] = delegate
        return delegate

    def _terms(self, seat: str, held: str) -> tuple[str, ...]:
        """Return the arithmetic of a vote on a text; none for other questions, or for who weighs nothing."""
        c = self.state.chamber
        ballot, seen = c.ballot, view(self.state, seat)
        if ballot is None or held in _UNMINDED or seen.brief is None or ballot.draft not in c.drafts:
            return ()
        draft, change = c.drafts[ballot.draft], c.amendments.get(ballot.subject)
        if change is not None:
            return as_it_would_read(seen, draft, change)
        if ballot.kind not in _TEXTS:
            return ()
        besides = served(self._seated[seat].occasion(seen, Docket(self.state, seat)), draft)
        return (*as_it_stood(seen, draft), *filter(None, [besides]))
