"""Deciding: an act in, what came of it out; and the world's own step when no seat is awaited."""

from __future__ import annotations

from game.rules.refusals import Refusal
from game.session import events as e
from game.session.actions import Action
from game.session.acts import LAWS, plenary
from game.session.acts.direction import occur
from game.session.assembly import is_called
from game.session.chance import Chance
from game.session.consequences import answer_demands, arrive, expire, let, react, take_measure, work
from game.session.facts import facts
from game.session.legal import refusal_of
from game.session.minutes import Decision, Minutes
from game.session.putting import led
from game.session.scenario import Scenario
from game.session.stages import Trigger
from game.session.state import Chamber, Phase, State
from game.world.conditions import holds
from game.world.outside import Effect, fallen_due, opening
from game.world.verdict import reached

__all__ = ["Decision", "before", "decide", "due", "open_sitting"]


def decide(state: State, action: Action, chance: Chance) -> Decision | Refusal:
    """Return what comes of an act, or why it is refused."""
    refused = refusal_of(state, action)
    if refused is not None:
        return refused
    m = Minutes(state, chance)
    LAWS[type(action)].take(m, action)
    return m.decision()


def before(scenario: Scenario) -> State:
    """Return the state before a sitting opens."""
    first = scenario.sealed.stages[0]
    return State(
        scenario=scenario,
        chamber=Chamber(
            phase=Phase.INTERVAL,
            holders={},
            length="full",
            members=first.members,
            absent={x.seat: x.reason for x in scenario.sealed.absences},
            meetings=max(0, first.meeting - 1),
            documents=max(0, first.document - 1),
            resolution=scenario.open.resolution,
        ),
        papers={},
        world=opening(scenario.open.tracks),
    )


def open_sitting(scenario: Scenario, opened: e.SittingOpened) -> Decision:
    """Return the opening of a sitting; the world's first step follows."""
    m = Minutes(before(scenario), Chance(opened.seed, 0))
    m.note(opened)
    return m.decision()


def due(state: State, chance: Chance) -> Decision:
    """Return the world's step: demands answered, the next stage opened with its happenings, or the crisis
    ended.

    Gives no events when the world is not due.
    """
    m = Minutes(state, chance)
    if m.phase is not Phase.INTERVAL:
        return m.decision()
    if is_called(state.chamber):
        plenary.convene(m)
        return m.decision()
    if state.chamber.stage >= 0:
        answer_demands(m)
        plenary.answer_recommendations(m)
        take_measure(m)
        react(m)
    following = next_stage(m.state)
    if not _ended(m, calendar_over=following is None) and following is not None:
        _open_stage(m, following)
        _ended(m, calendar_over=False)
    return m.decision()


def next_stage(state: State) -> int | None:
    """Return the index of the next stage to be played, or None when the calendar is over.

    A stage whose haste has come opens before those that stand earlier in the calendar.
    """
    stages = state.scenario.sealed.stages
    to_come = [
        index
        for index in range(state.chamber.stage + 1, len(stages))
        if state.chamber.length == "full" or stages[index].short
    ]
    for index in to_come:
        hastened = stages[index].hastened
        if hastened is not None and holds(hastened, facts(state)) and _opens(state, index):
            return index
    return next((index for index in to_come if _opens(state, index)), None)


def _opens(state: State, index: int) -> bool:
    """Say whether a stage is not to be passed over as things stand."""
    when = state.scenario.sealed.stages[index].when
    return when is None or holds(when, facts(state))


def _ended(m: Minutes, *, calendar_over: bool) -> bool:
    """End the crisis if one of its endings is reached."""
    if m.state.chamber.stage < 0:
        return False
    ending = reached(m.state.scenario.sealed.endings, facts(m.state), calendar_over)
    if ending is None:
        return False
    led(m.phase, Trigger.END_CRISIS)
    m.note(e.CrisisEnded(ending.id, calendar_over))
    return True


def _open_stage(m: Minutes, index: int) -> None:
    stages = m.state.scenario.sealed.stages
    stage, first = stages[index], m.state.chamber.stage < 0
    led(m.phase, Trigger.OPEN_STAGE)
    succession = {
        k: v for s in stages[m.state.chamber.stage + 1 : index + 1] for k, v in s.succession.items()
    }
    m.note(e.StageOpened(index, stage.id, stage.date))
    if succession:
        m.note(e.CouncilRenewed(succession))
    expire(m)
    arrive(m, index + 1)
    _fall_due(m, index + 1)
    if not first:
        work(m, m.state.scenario.drift, "drift")
    let(m, stage.effects, f"stage:{stage.id}")
    known = facts(m.state)
    for happening in m.state.scenario.sealed.happenings:
        if happening.id in known.happened or not holds(happening.when, known):
            continue
        if happening.chance >= 1.0 or m.chance.stream(f"happening:{happening.id}").roll(happening.chance):
            occur(m, happening)
            known = facts(m.state)
    _instruct(m)
    take_measure(m)


def _fall_due(m: Minutes, number: int) -> None:
    pending, _ = fallen_due(m.state.world, number)
    for cause in dict.fromkeys(p.cause for p in pending):
        batch: tuple[Effect, ...] = tuple(p.effect for p in pending if p.cause == cause)
        work(m, batch, cause)
    if pending:
        m.note(e.ConsequencesFellDue(number))


def _instruct(m: Minutes) -> None:
    """Bring the capitals' instructions of this stage to their delegations."""
    stage, known = m.state.chamber.stage_id, facts(m.state)
    for seat in m.state.chamber.members:
        brief = m.state.scenario.sealed.briefs.get(seat)
        places = tuple(
            [
                i
                for i, x in enumerate(brief.instructions if brief else ())
                if x.stage == stage and (x.when is None or holds(x.when, known))
            ]
        )
        if places:
            m.note(e.InstructionsArrived(seat, places))
