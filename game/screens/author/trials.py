"""A crisis tried out: played many times over with scripted delegates, and what came of it.

The sittings are played in other processes; here one says how many, sees how far it is, and stops it. What
was played until then is kept.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, ProgressBar, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from game.delegates import LEVELS
from game.packs import PackError
from game.screens.author.toolkit import Toolkit
from game.screens.pieces.literal import literally
from game.screens.pieces.report import Report
from game.screens.pieces.speech import Speech

RUNS = (20, 100, 400, 1_000)
LENGTHS = {"full": "every stage", "short": "the main stages"}
VARIED = {
    "": "nothing besides",
    "seat": "each seat without aim",
    "temperament": "each temperament",
    "level": "each level",
}
"""What is tried besides the crisis as it is."""
CORES = max(1, min(8, os.cpu_count() or 1))
OFTEN = 0.2
"""Seconds between two tellings of how far it is."""


@dataclass(frozen=True, slots=True)
class Trial:
    """How a crisis is to be tried."""

    runs: int = 100
    seed: int = 1
    level: str = "seasoned"
    length: str = "full"
    vary: str = ""
    jobs: int = 1


class Trials(Vertical):
    """The settings of a trial, how far it is, and its report."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "begin", "Start"),
        Binding("x", "stop", "Stop"),
    ]

    class Heard(Message):
        """So many sittings have been played."""

        def __init__(self, done: int, wanted: int) -> None:
            """Carry the counts."""
            super().__init__()
            self.done, self.wanted = done, wanted

    class Played(Message):
        """The trial is over."""

        def __init__(self, lines: Sequence[str], trouble: str = "") -> None:
            """Carry the report, or a sentence that says why there is none."""
            super().__init__()
            self.lines, self.trouble = lines, trouble

    def __init__(self, toolkit: Toolkit, folder: str, *, id: str | None = None) -> None:
        """Prepare to try the crisis in a folder."""
        super().__init__(id=id)
        self._toolkit, self._folder = toolkit, folder
        self.trial = Trial()
        self.sound = False
        """Whether the crisis can be played as it stands."""
        self.playing = False
        self._stopped = False

    def compose(self) -> ComposeResult:
        """Yield settings, progress and report."""
        with Horizontal(id="trial"):
            with Vertical(id="terms"):
                yield OptionList(*self._settings(), id="settings", markup=False)
                yield ProgressBar(id="progress", show_eta=True)
                yield Static(id="told", markup=False)
            yield Report(id="report")

    def on_mount(self) -> None:
        """Say what may be done."""
        settings, report = self.query_one("#settings"), self.query_one(Report)
        settings.border_title, settings.border_subtitle = "The trial", "Enter: change"
        report.border_title = "What came of it"
        report.say("S plays the crisis with scripted delegates in every seat, and counts what comes of it.")
        self.query_one("#progress").display = False

    def allow(self, sound: bool) -> None:
        """Say whether the crisis can be played as it stands."""
        self.sound = sound
        if not self.playing:
            self._tell("" if sound else "Errors must be mended before it can be played.")
        self.refresh_bindings()

    # -- settings ------------------------------------------------------------------------------------
    def _settings(self) -> list[Option]:
        trial = self.trial
        told = {
            "runs": ("Sittings", f"{trial.runs:,}"),
            "seed": ("First seed", str(trial.seed)),
            "level": ("Delegates", trial.level),
            "length": ("Length", f"{trial.length}: {LENGTHS[trial.length]}"),
            "vary": ("Tried too", VARIED[trial.vary]),
            "jobs": ("Processes", f"{trial.jobs} of {CORES}"),
            "begin": ("▶ Start", "or press S"),
        }
        return [
            Option(Content.assemble((f"{name:<11}", "bold"), says), id) for id, (name, says) in told.items()
        ]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change a setting, or begin."""
        event.stop()
        if event.option_id == "begin":
            self.action_begin()
        elif event.option_id == "seed":
            self._ask_seed()
        elif event.option_id:
            self._change(event.option_id)

    def _change(self, setting: str) -> None:
        circles: dict[str, Sequence[object]] = {
            "runs": RUNS,
            "level": list(LEVELS),
            "length": list(LENGTHS),
            "vary": list(VARIED),
            "jobs": range(1, CORES + 1),
        }
        circle, now = circles[setting], getattr(self.trial, setting)
        following = circle[(circle.index(now) + 1) % len(circle)] if now in circle else circle[0]
        self._settle(**{setting: following})

    def _settle(self, **setting: object) -> None:
        self.trial = replace(self.trial, **setting)  # type: ignore[arg-type]
        for option in self._settings():
            self.query_one("#settings", OptionList).replace_option_prompt(str(option.id), option.prompt)

    def _ask_seed(self) -> None:
        def given(text: str | None) -> None:
            if text and text.isascii() and text.isdigit():
                self._settle(seed=int(text[:9]))

        question = "From which seed on? The same seeds always make the same sittings."
        self.app.push_screen(Speech(question, "First seed"), given)

    # -- playing -------------------------------------------------------------------------------------
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to begin what can be played, and to stop what goes on."""
        if action == "begin":
            return self.sound and not self.playing
        return self.playing if action == "stop" else True

    def action_begin(self) -> None:
        """Play."""
        if not self.sound or self.playing:
            self.app.bell()
            return
        self.playing, self._stopped = True, False
        progress = self.query_one("#progress", ProgressBar)
        progress.display = True
        progress.update(total=None, progress=0)
        self._tell("The processes begin …")
        self.refresh_bindings()
        self.play(self.trial)

    def action_stop(self) -> None:
        """Let no other sitting begin."""
        if self.playing:
            self._stopped = True
            self._tell("It stops; what was played is kept.")

    def on_unmount(self) -> None:
        """Let no other sitting begin for a screen that is gone."""
        self._stopped = True

    @work(thread=True, exclusive=True, group="play")
    def play(self, trial: Trial) -> None:
        """Play beside the screen, telling now and then how far it is."""
        worker, told = get_current_worker(), 0.0

        def heard(done: int, wanted: int) -> bool:
            nonlocal told
            if monotonic() - told > OFTEN or done == wanted:
                told = monotonic()
                self.post_message(self.Heard(done, wanted))
            return not (self._stopped or worker.is_cancelled)

        try:
            lines = self._toolkit.play(
                self._folder, heard, runs=trial.runs, seed=trial.seed, length=trial.length,
                level=trial.level, vary=trial.vary, jobs=trial.jobs,
            )  # fmt: skip
            self.post_message(self.Played(lines))
        except (PackError, OSError, RuntimeError, ValueError) as fault:
            self.post_message(self.Played((), str(fault) or type(fault).__name__))

    def on_trials_heard(self, event: Heard) -> None:
        """Show how far it is."""
        self.query_one("#progress", ProgressBar).update(total=event.wanted, progress=event.done)
        if not self._stopped:
            self._tell(f"{event.done:,} of {event.wanted:,} sittings")

    def on_trials_played(self, event: Played) -> None:
        """Show the report."""
        self.playing = False
        self.query_one("#progress").display = False
        self._tell(event.trouble)
        if event.lines:
            self.query_one(Report).lay_out(event.lines)
            self.query_one(Report).focus()
        self.refresh_bindings()

    def _tell(self, text: str) -> None:
        self.query_one("#told", Static).update(Content(literally(text)))
        self.query_one("#told").display = bool(text)
