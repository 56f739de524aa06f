"""The command as a process: quick to start, plain in a pipe, quiet when cut off, clear without a screen."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli.ready import LEAST, see_screen
from game.cli.trouble import Trouble

Run = Callable[..., subprocess.CompletedProcess[bytes]]
COMMAND = (sys.executable, "-m", "game")
ROOMS = """
import json, sys
from game.cli import main
code = main(sys.argv[1:])
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules}),
                  sorted(name for name in sys.modules if name.startswith("game."))]), file=sys.stderr)
"""
HEAVY = {"textual", "rich", "yaml", "pydantic", "jinja2", "msgspec", "transitions", "platformdirs", "asyncio"}


def loaded(house: Path, *argv: str) -> tuple[int, set[str], set[str]]:
    """What a command loads: exit code, packages, rooms of the game."""
    done = subprocess.run(
        [sys.executable, "-c", ROOMS, *argv], cwd=house, capture_output=True, timeout=60, check=True
    )
    code, packages, rooms = json.loads(done.stderr.splitlines()[-1])
    return code, set(packages), {room.split(".")[1] for room in rooms}


@pytest.mark.parametrize("argv", [("--version",), ("--help",), ("play", "--help"), ("author", "--help")])
def test_the_parser_loads_no_room(house: Path, argv: tuple[str, ...]) -> None:
    code, packages, rooms = loaded(house, *argv)
    assert code == 0
    assert not HEAVY & packages
    assert rooms <= {"cli", "plain"}


def test_a_command_loads_the_rooms_it_needs_and_no_more(house: Path) -> None:
    loaded(house, "packs")  # draws the cards of packs that have changed
    _, packages, rooms = loaded(house, "packs")
    assert not {"textual", "rich", "jinja2", "pydantic", "yaml"} & packages
    assert not {"screens", "sitting", "delegates", "journal", "author"} & rooms
    _, packages, rooms = loaded(house, "saves")
    assert not {"textual", "rich", "jinja2", "pydantic", "yaml"} & packages
    assert not {"screens", "sitting", "delegates", "packs", "author"} & rooms
    _, packages, rooms = loaded(house, "verify", "tiny")
    assert not {"textual", "rich", "jinja2", "pydantic", "yaml"} & packages


@pytest.mark.parametrize(
    "argv",
    [
        ("packs",),
        ("saves",),
        ("verify", "tiny"),
        ("export", "tiny"),
        ("author", "simulate", "tiny", "--runs", "1"),
    ],
)
def test_a_pipe_gets_no_control_characters(run: Run, argv: tuple[str, ...]) -> None:
    done = run(*argv, PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode()
    assert text
    assert not [c for c in text if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"]


def test_commands_leave_the_folder_they_are_run_from_empty(run: Run, tmp_path: Path) -> None:
    run("packs")
    run("author", "simulate", "tiny", "--runs", "1")
    assert list((tmp_path / "empty").iterdir()) == []


def test_letters_that_the_output_cannot_show_break_nothing(run: Run) -> None:
    done = run("verify", "tiny", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"?The sitting is over: The attack is met.?" in done.stdout
    exported = run("export", "tiny", PYTHONIOENCODING="ascii")
    assert exported.returncode == 0
    assert "“" in exported.stdout.decode("utf-8")


def test_hostile_arguments_come_back_plain(run: Run) -> None:
    done = subprocess.run(
        [*COMMAND, "verify", b"\xff\x1b]0;title\x07\xe2\x80\xae"],
        env={**os.environ, "HORSESHOE_SAVES": "/nowhere"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    text = done.stderr.decode()
    assert text.startswith("horseshoe: There is no save called ")
    assert not [c for c in text[:-1] if unicodedata.category(c) in ("Cc", "Cf")]


@pytest.mark.parametrize("argv", [("packs", "--json"), ("--help",), ("export", "tiny", "--as", "debrief")])
def test_a_closed_pipe_is_quiet(house: Path, argv: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [*COMMAND, *argv],
            stdout=write,
            stderr=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
            timeout=60,
            check=False,
        )
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_is_told(house: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*COMMAND, "packs"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert b"No space left on device" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_an_interrupted_simulation_ends_at_once_and_quietly(house: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "author", "simulate", "tiny", "--runs", "1000000", "--jobs", "2"],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    try:
        while len(children.read_text().split()) < 2:
            assert process.poll() is None
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    assert (process.returncode, err) == (130, b"")
    assert out == b"" or b"Interrupted: " in out


def shown_in_a_terminal(
    argv: tuple[str, ...], size: tuple[int, int] = (80, 24), **surroundings: str
) -> tuple[int, str]:
    """Run a command in a terminal of `size` columns and rows; returns its exit code and all it wrote."""
    pid, screen = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.execve(COMMAND[0], [*COMMAND, *argv], {**os.environ, "TERM": "xterm", **surroundings})
    written = b""
    while select.select([screen], [], [], 60)[0]:
        try:
            piece = os.read(screen, 65536)
        except OSError:
            break
        if not piece:
            break
        written += piece
    os.close(screen)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), written.decode()


@pytest.mark.parametrize(
    ("size", "surroundings", "told"),
    [
        ((20, 5), {}, "The window is 20 by 5; the game needs at least 40 by 12"),
        ((80, 24), {"TERM": "dumb"}, "This terminal cannot draw screens (TERM is dumb)"),
        ((80, 24), {"TERM": ""}, "This terminal cannot draw screens (TERM is not set)"),
        ((80, 24), {"PYTHONIOENCODING": "ascii"}, "This terminal's letters are ascii, not UTF-8; set LC_ALL"),
    ],
    ids=["small", "dumb", "nameless", "ascii"],
)
@pytest.mark.parametrize("argv", [(), ("play", "tiny", "--watch")], ids=["title", "play"])
def test_where_no_screen_can_be_it_is_said_first(
    house: Path, argv: tuple[str, ...], size: tuple[int, int], surroundings: dict[str, str], told: str
) -> None:
    code, written = shown_in_a_terminal(argv, size, PYTHONPATH=str(Path(__file__).parents[2]), **surroundings)
    assert code == 1
    assert told in " ".join(written.split())
    assert "\x1b" not in written


def test_without_a_terminal_the_title_is_not_begun(run: Run) -> None:
    done = run()
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"horseshoe: The game needs a terminal, and its input goes elsewhere;")


def test_a_terminal_that_is_large_enough_is_let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        encoding = "UTF-8"

        def isatty(self) -> bool:
            return True

        def fileno(self) -> int:
            return 1

    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(os, "get_terminal_size", lambda descriptor: os.terminal_size(LEAST))
    see_screen()
    monkeypatch.setattr(os, "get_terminal_size", lambda descriptor: os.terminal_size((0, 0)))
    see_screen()
    monkeypatch.setattr(os, "get_terminal_size", lambda descriptor: os.terminal_size((39, 40)))
    with pytest.raises(Trouble, match="The window is 39 by 40"):
        see_screen()
