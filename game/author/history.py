"""History's own line of a crisis, replayed: texts tabled, votes cast and deeds done as they were.

Every seat is held by a recorded delegate, and where the game would draw, chance falls as it fell: what
happened happens when its condition holds, what did not does not, and nobody addressed complies. So one replay
is the line. It asks whether a pack's rules and effects lead where history went; it never says that history
had to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from game.delegates import Recorded
from game.session import actions as a
from game.session.acts.drafting import MOST_DRAFTS
from game.session.chance import Chance, Stream
from game.session.deeds import Deed
from game.session.scenario import Scenario, StoredDraft
from game.session.table import month_president, speaking_order
from game.sitting import Sitting
from game.sitting.delegations import Delegations

SEED = 1
"""Nothing of the line is drawn; what is drawn beside it (who of many Members is away) is drawn from this."""


@dataclass(frozen=True, slots=True)
class Question:
    """A text that was really put: who tables it, the draft, and the ballot of each member then present."""

    mover: str
    draft: StoredDraft
    ballots: Mapping[str, str]

    @property
    def spoken(self) -> bool:
        """Whether it was a statement of the President, to which nobody objected."""
        return self.draft.form == "statement"


@dataclass(frozen=True, slots=True)
class Moment:
    """One stage of the line: who is called, in which order, what they did, and what was put."""

    stage: str
    order: tuple[str, ...]
    president: str
    deeds: tuple[Deed, ...]
    questions: tuple[Question, ...]


def line(scenario: Scenario) -> tuple[Moment, ...]:
    """Return history's line by stages: every text whose ballots are known, in the order of submission."""
    away = {x.seat for x in scenario.sealed.absences}
    back = {x.seat: x.until for x in scenario.sealed.absences}
    moments = []
    for index, stage in enumerate(scenario.sealed.stages):
        deeds = tuple(x for x in scenario.sealed.deeds if x.stage == stage.id)
        returning = {seat for seat in away if back.get(seat) == stage.id}
        returning |= {seat for x in deeds if x.act == "return" for seat in x.seats}
        leaving = {seat for x in deeds if x.act == "leave" for seat in x.seats}
        away = (away - returning) | leaving
        early = tuple(Deed(stage.id, "return", (seat,)) for seat in sorted(returning) if seat in back)
        here = tuple(m for m in stage.members if m not in away)
        due = month_president(scenario, index)
        president = due if due in here else here[0]
        order = speaking_order(stage.members, here, president)
        put = _put(scenario, stage.id, order, deeds)
        moments.append(Moment(stage.id, order, president, early + deeds, put))
    return tuple(moments)


def _put(
    scenario: Scenario, stage: str, order: tuple[str, ...], deeds: tuple[Deed, ...]
) -> tuple[Question, ...]:
    """The stage's texts of which every ballot is known; of more by one mover than may wait, the first."""
    texts: dict[str, list[Question]] = defaultdict(list)
    for draft in scenario.open.drafts:
        mover = next((seat for seat in draft.sponsors if seat in order), "")
        ballots = ballots_of(draft, order, deeds)
        if draft.stage == stage and mover and ballots and len(texts[mover]) < MOST_DRAFTS:
            texts[mover].append(Question(mover, draft, ballots))
    return tuple(question for seat in order for question in texts[seat])


def ballots_of(draft: StoredDraft, order: tuple[str, ...], deeds: tuple[Deed, ...] = ()) -> Mapping[str, str]:
    """Return how each of those present voted on a text; nothing unless all of it is known."""
    agreed = next((x for x in deeds if x.act == "agreed" and x.what == draft.id), None)
    if agreed is not None:
        return {seat: agreed.votes.get(seat, "yes") for seat in order}
    if draft.roll is None or draft.roll.result not in ("adopted", "failed", "vetoed"):
        return {}
    if draft.form == "statement":
        return dict.fromkeys(order, "yes")
    known = draft.roll.votes
    return {seat: known[seat] for seat in order} if set(order) <= set(known) else {}


def acts(scenario: Scenario) -> dict[str, list[a.Action]]:
    """Return every seat's acts on history's line, in order."""
    done: dict[str, list[a.Action]] = defaultdict(list)
    for absence in scenario.sealed.absences:
        waits = 0
        for moment in line(scenario):
            if moment.stage == absence.until:
                break
            waits += 1
        done[absence.seat] += [a.Yield(absence.seat)] * waits
    for moment in line(scenario):
        _do(moment, done)
        for question in moment.questions:
            done[question.mover].append(a.TableDraft(question.mover, stored=question.draft.id))
        _vote(moment, done)
    return done


def _do(moment: Moment, done: dict[str, list[a.Action]]) -> None:
    for deed in moment.deeds:
        for seat in deed.seats:
            match deed.act:
                case "pledge":
                    done[seat].append(a.Pledge(seat, deed.what, deed.share))
                case "leave":
                    done[seat].append(a.WalkOut(seat))
                case "return":
                    done[seat].append(a.Return(seat))
                case "notice":
                    done[seat].append(a.GiveNotice(seat))


def _vote(moment: Moment, done: dict[str, list[a.Action]]) -> None:
    """Add the ballots of a stage: on the agenda, on each text, in the Assembly."""
    for deed in (x for x in moment.deeds if x.act == "agenda"):
        _cast(moment.order, deed.votes, done)
    for question in moment.questions:
        if question.spoken:
            symbol = question.draft.symbol
            done[moment.president].append(a.AskConsent(moment.president, symbol))
        _cast(moment.order, question.ballots, done)
    for deed in (x for x in moment.deeds if x.act == "assembly"):
        _cast(moment.order, deed.votes, done)


def _cast(order: tuple[str, ...], votes: Mapping[str, str], done: dict[str, list[a.Action]]) -> None:
    for seat in order:
        vote = votes.get(seat, "yes")
        if vote != "absent":
            done[seat].append(a.CastBallot(seat, vote))


class _Fallen(Stream):
    """A stream of history: what is rolled for falls as it fell."""

    __slots__ = ("_fell",)

    def __init__(self, fell: bool, *key: Any) -> None:
        super().__init__(*key)
        self._fell = fell

    def roll(self, probability: float) -> bool:
        """Say whether it came about."""
        return self._fell


class _Past(Chance):
    """Chance as it fell: see `fell`."""

    __slots__ = ("_scenario",)

    def __init__(self, scenario: Scenario, seed: int, moment: int) -> None:
        super().__init__(seed, moment)
        self._scenario = scenario

    def stream(self, purpose: str) -> Stream:
        """Return the stream of a purpose, on which nothing of the world is left to luck."""
        came = fell(self._scenario, purpose)
        if came is None:
            return super().stream(purpose)
        return _Fallen(came, self._seed, self._moment, purpose)


def fell(scenario: Scenario, purpose: str) -> bool | None:
    """Say how a draw of the world fell in history; None for one that is not the world's."""
    kind, _, name = purpose.partition(":")
    if kind == "happening":
        return scenario.happening[name].historical
    if kind == "patron":
        group, _, reaction = name.partition("/")
        patrons = (p for p in scenario.sealed.security.patrons if p.id == group)
        return any(r.historical for p in patrons for r in p.reactions if r.id == reaction)
    return False if kind == "comply" else None


class Reenactment(Sitting):
    """A sitting in which every delegation does what it did, and chance falls as it fell."""

    def recall(self, deeds: Mapping[str, list[a.Action]]) -> None:
        """Give every delegate its acts; nobody has sat down yet."""
        self._delegates = Delegations(lambda _, seat, level: Recorded(seat, deeds.get(seat, ())))

    @property
    def left(self) -> dict[str, a.Action]:
        """The acts that were never lawful: by seat, the first of those still to come."""
        seated = self._delegates.seated.items()
        return {seat: x.next for seat, x in seated if isinstance(x, Recorded) and x.next is not None}

    def _chance(self) -> Chance:
        return _Past(self.scenario, self.state.seed, len(self.record))


def replayed(scenario: Scenario, seed: int = SEED) -> Reenactment:
    """Return the sitting of history's own line, played to its end."""
    sitting = Reenactment.begin(scenario, {}, seed=seed)
    assert isinstance(sitting, Reenactment)
    sitting.recall(acts(scenario))
    sitting.run()
    return sitting
