"""Packs and saves read beside the screen, in a thread, and what follows once they are there.

All that can go wrong on the way, such as a broken pack, a foreign save or a full disk, ends in a slip with
sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.screens.pieces.locks import DIRECTOR, LOCKS, LONGEST, locks_for

if TYPE_CHECKING:
    from textual.app import App

    from game.journal import Saved
    from game.packs import PackCard
    from game.rules.house import House
    from game.screens.application import Horseshoe
    from game.screens.council import Council
    from game.session.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Plan:
    """A sitting as the lobby arranged it: who holds each seat, the people's numbers, its length."""

    scenario: Scenario
    holders: Mapping[str, str]
    seed: int
    length: str = "full"
    director: bool = False
    pins: Mapping[str, str] = field(default_factory=dict)
    house: House | None = None
    preliminary: str = "rule_30"
    """Who decides whether a question is procedural (P3, P4)."""
    abstention: str = "as_cast"
    """Whether parties to a dispute are held to abstain (V10, V11)."""
    level: str = "seasoned"
    """How skilled the scripted delegates are."""
    stage: str = ""
    """The stage at which it is begun, by its id; empty for the first."""
    levels: Mapping[str, str] = field(default_factory=dict)
    """Seat -> level, where it is another."""
    tries: int = 1
    """Seeds that are tried until the stage is reached; more than one where nobody chose the seed."""
    advice: str = ""
    """Who is given estimates and hints: see `canvassing.ADVISED`."""


BY_LOT = 20
"""Seeds that are tried where nobody chose one."""


def saves_folder(app: App[Any]) -> Path:
    """Return where sittings are kept; raises PlaceError if there can be no such folder."""
    from game.places import saves

    start = getattr(app, "start", None)
    return start.saves if start is not None and start.saves is not None else saves()


def on_the_shelf(app: App[Any]) -> tuple[list[PackCard], list[Saved], str]:
    """Return the crises and the unfinished sittings there are, and what went wrong in looking, in one
    sentence.
    """
    from game.journal import JournalError
    from game.journal import shelf as saves_shelf
    from game.packs import shelf
    from game.places import PlaceError

    try:
        cards = shelf()
    except PlaceError as fault:
        return [], [], str(fault)
    try:
        saved = [s for s in saves_shelf(saves_folder(app)) if not s.finished and not s.trouble]
    except (PlaceError, JournalError):
        saved = []
    return cards, saved, ""


def load_pack(app: Horseshoe, pack: str, *, lobby: bool = False) -> None:
    """Load a pack, then open its lobby; or begin at once if the start says who plays."""
    start = app.start

    def ready(scenario: Scenario) -> None:
        if lobby or not (start.seats or start.watch):
            app.open_lobby(scenario, "" if lobby else start.stage)
        else:
            app.begin(plan_of(start, scenario))

    _beside(app, lambda: _loaded(pack), ready, "The crisis cannot be opened")


def _loaded(pack: str) -> Scenario:
    from game.packs import load

    return load(pack)


def tell_in(app: Horseshoe, scenario: Scenario, language: str, then: Callable[[Scenario], object]) -> None:
    """Read a crisis again as it is told in another of its languages, then go on with it."""
    from game.packs import kept, load_again
    from game.packs.whence import LANGUAGE

    options = {**kept(scenario), LANGUAGE: language}
    _beside(
        app, lambda: load_again(scenario.open.id, options), then, "The crisis cannot be told in this language"
    )


def plan_of(start: Any, scenario: Scenario) -> Plan:
    """Return the sitting that the command line asked for."""
    holders: dict[str, str] = {**start.temperaments, **dict.fromkeys(start.seats, "person")}
    seed = new_seed() if start.seed is None else start.seed
    return Plan(
        scenario,
        holders,
        seed,
        start.length,
        start.director,
        house=start.house,
        preliminary=start.preliminary,
        abstention=start.abstention,
        level=start.level,
        levels=start.levels,
        stage=start.stage,
        tries=1 if start.seed is not None else BY_LOT,
    )


def new_seed() -> int:
    """Return a seed nobody chose."""
    from secrets import randbelow

    return randbelow(1_000_000)


def begin(app: Horseshoe, plan: Plan) -> None:
    """Open a sitting as planned, kept in the saves' folder from its first event on; a director is asked for a
    number first.
    """
    if plan.director and DIRECTOR not in plan.pins:
        _ask_director(app, plan)
        return

    def opened() -> Council:
        from game.places import furnish
        from game.screens.lobbying.canvassing import ADVICE
        from game.sitting import begin_at

        folder = furnish(saves_folder(app))
        return begin_at(
            plan.scenario,
            plan.stage or plan.scenario.sealed.stages[0].id,
            plan.holders,
            seed=plan.seed,
            tries=plan.tries,
            length=plan.length,
            director=plan.director,
            folder=folder,
            options={LOCKS: locks_for(plan.pins), ADVICE: plan.advice},
            house=plan.house,
            preliminary=plan.preliminary,
            abstention=plan.abstention,
            level=plan.level,
            levels=plan.levels,
        )

    _beside(app, opened, lambda council: app.take_places(council, {}), "The sitting cannot be opened")


def _ask_director(app: Horseshoe, plan: Plan) -> None:
    """Ask for the director's own number; nothing typed means that none is wanted, Escape goes back."""
    from game.screens.pieces.speech import Speech

    def given(number: str | None) -> None:
        if number is not None:
            begin(app, replace(plan, pins={**plan.pins, DIRECTOR: number[:LONGEST]}))

    question = (
        "The director (F4) lets things happen, hands seats over and takes acts back. Choose a number or word "
        "that opens the director's desk, or press Enter alone for none."
    )
    app.push_screen(Speech(question, "The director's PIN", hidden=True), given)


def load_save(app: Horseshoe, path: Path) -> None:
    """Read a save and its pack, then take the sitting up."""

    def taken_up() -> Council:
        from game.journal import JournalError, peek
        from game.packs import load_again
        from game.sitting import Sitting

        saved = peek(path)
        if saved.header is None:
            raise JournalError(saved.trouble or f"{path}: this is no save of Horseshoe.")
        scenario = load_again(saved.header.pack, saved.header.options)
        sitting, reading = Sitting.resume(path, scenario)
        remarks.extend(
            note for note in (sitting.caution, reading.dropped or "", reading.trouble or "") if note
        )
        return sitting

    remarks: list[str] = []
    _beside(app, taken_up, lambda council: app.take_places(council, {}, remarks), "The save cannot be opened")


def _beside(app: Horseshoe, job: Callable[[], Any], then: Callable[[Any], object], title: str) -> None:
    """Do a job in a thread; go on with what it gives, or show its trouble."""

    def work() -> None:
        try:
            done = job()
        except Exception as fault:
            sentences = explained(fault)
            if sentences is None:
                raise
            app.call_from_thread(show_trouble, app, title, sentences)
            return
        app.call_from_thread(then, done)

    app.run_worker(work, thread=True, exclusive=True, group="loading", exit_on_error=True)


def explained(fault: BaseException) -> list[str] | None:
    """Return the sentences of an expected trouble, or None for a fault of the program itself."""
    from game.journal import JournalError
    from game.packs import PackError
    from game.places import PlaceError
    from game.sitting import SittingError

    if isinstance(fault, PackError):
        return [str(problem) for problem in fault.problems] or [str(fault)]
    if isinstance(fault, PlaceError | JournalError | SittingError | OSError):
        return [str(fault)]
    return None


def show_trouble(app: Horseshoe, title: str, sentences: list[str]) -> None:
    """Show a trouble as a slip."""
    from game.screens.pieces.trouble import Trouble

    app.push_screen(Trouble(title, sentences))
