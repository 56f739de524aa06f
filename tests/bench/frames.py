"""Figures of the screens: how long until the first frame, and from a key to the frame it brings.

Every program runs in a terminal of its own, from an empty folder, as a user would start it, and is compared
with a bare Textual application run by turns with it. Install the wheel first: a checkout starts slower.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench.figures import Figure

BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("BARE")

Bare().run()
"""
_CODES = re.compile(rb"\x1b\[[0-9;?<>=]*[A-Za-z]|\x1b[()][A-B0-2]|\x1b[=>]|\x1bP.*?\x1b\\", re.S)
PATIENCE = 30.0


class Terminal:
    """A program in a terminal of its own; `bytes` is what it has drawn so far."""

    def __init__(self, command: list[str], columns: int, rows: int, folder: Path) -> None:
        """Start a command and the clock."""
        parent, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONUTF8": "1"}
        environment.pop("NO_COLOR", None)
        environment.pop("PYTHONPATH", None)
        self.begun = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=child,
            stdout=child,
            stderr=child,
            cwd=folder,
            env=environment,
            start_new_session=True,
        )
        os.close(child)
        self.descriptor = parent
        self.bytes = b""

    def until(self, words: str) -> float:
        """Read until words have been drawn; return the seconds since the start (or the last `press`)."""
        wanted = words.encode()
        while wanted not in _CODES.sub(b"", self.bytes):
            self._read(PATIENCE)
        return time.perf_counter() - self.begun

    def press(self, keys: bytes) -> float:
        """Send keys and return the seconds until the frame they bring begins."""
        while select.select([self.descriptor], [], [], 0.3)[0]:
            self._read(1.0)
        self.begun = time.perf_counter()
        os.write(self.descriptor, keys)
        self._read(PATIENCE)
        return time.perf_counter() - self.begun

    def _read(self, patience: float) -> None:
        if not select.select([self.descriptor], [], [], patience)[0]:
            raise TimeoutError(f"nothing was drawn; the last was {self.bytes[-300:]!r}")
        self.bytes += os.read(self.descriptor, 65536)

    def end(self) -> None:
        """Kill the program."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.descriptor)


@contextmanager
def shown(command: list[str], folder: Path, columns: int = 80, rows: int = 24) -> Iterator[Terminal]:
    """A program in a terminal, killed at the end."""
    terminal = Terminal(command, columns, rows, folder)
    try:
        yield terminal
    finally:
        terminal.end()


def first_frame(command: list[str], words: str, folder: Path, columns: int = 80, rows: int = 24) -> float:
    """Return the seconds from starting a command to the words of its first frame."""
    with shown(command, folder, columns, rows) as terminal:
        return terminal.until(words)


def figures(times: int = 7) -> Iterator[Figure]:
    """Take the figures of the screens; `times` is how often each program is started."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        saves = folder / "saves"
        game = [sys.executable, "-m", "game", "--saves", str(saves)]
        bare = [sys.executable, "-c", BARE]
        save = _a_save(game, saves, folder)
        wanted = {
            "bare": (bare, "BARE"),
            "title": (game, "H O R S E S H O E"),
            "resumed": ([*game, "play", "--resume", str(save)], "To the table"),
        }
        taken: dict[str, list[float]] = {key: [] for key in wanted}
        for turn in range(times + 1):
            for key, (command, words) in wanted.items():
                seconds = first_frame(command, words, folder)
                if turn:
                    taken[key].append(seconds)
        base = median(taken["bare"])
        for key, most in (("title", 1.5), ("resumed", 3.0)):
            mine = median(taken[key])
            said = f"{mine * 1000:.0f} ms against {base * 1000:.0f} ms of a bare application"
            yield Figure(f"first frame, {key}", mine / base, said, most)
        yield _key_to_frame([*game, "play", "--resume", str(save)], folder)


def _a_save(game: list[str], saves: Path, folder: Path) -> Path:
    """Begin a sitting of one person, leave it in the chamber, and return its save."""
    with shown([*game, "play", "korea-1950", "--seat", "USA", "--seed", "1"], folder, 120, 40) as terminal:
        terminal.until("The wire")
        terminal.press(b"\r")
        terminal.until("Your instructions")
        terminal.press(b"\r")
        terminal.until("what do you do")
    return next(saves.glob("*.sitting.jsonl"))


def _key_to_frame(command: list[str], folder: Path) -> Figure:
    """Press the cursor keys in a full chamber and return the median time to the frame."""
    with shown(command, folder, 120, 40) as terminal:
        terminal.until("To the table")
        for _ in range(3):
            terminal.press(b"\r")
            if b"what do you do" in _CODES.sub(b"", terminal.bytes):
                break
        taken = [terminal.press(key) for _ in range(15) for key in (b"\x1b[B", b"\x1b[A")]
    return Figure("key to frame (ms)", median(taken) * 1000, f"{max(taken) * 1000:.0f} ms at most, 120x40")
