"""The habits of the house that a machine can see: what lies where, how large it is, what it is called."""

from __future__ import annotations

import ast
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
MODULES = sorted((TOP / "game").rglob("*.py"))
PURE_ROOMS = ("rules", "world", "session", "plain")
PURE = [path for room in PURE_ROOMS for path in sorted((TOP / "game" / room).rglob("*.py"))]

ALLOWED = {"pyproject.toml", "README.md", "LICENSE", "game", "crises", "saves", "tests"}
USUAL_DOTFILES = {".ci", ".editorconfig", ".git", ".gitattributes", ".github", ".gitignore"}
LINES_A_FILE = 400
LINES_A_FUNCTION = 50
FOREIGN = re.compile(r"manager|handler|helper|utils?$", re.IGNORECASE)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def offences(found: Callable[[Path], object], modules: Iterable[Path] = MODULES) -> dict[str, object]:
    """What `found` finds wrong in each module, by the module's path; modules without fault are left out."""
    return {str(path.relative_to(TOP)): wrong for path in modules if (wrong := found(path))}


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function) -> int:
    """Lines of a function from `def` to its end, without its docstring."""
    first = function.body[0]
    documented = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def kept_files() -> list[str]:
    """The files of the repository that are not ignored; without git, what lies open at its top."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(listing, cwd=TOP, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return [path.name for path in TOP.iterdir() if not path.name.startswith((".", "__"))]
    return [name for name in done.stdout.split("\0") if name and (TOP / name).exists()]


def test_the_top_level_is_exactly_what_the_house_says() -> None:
    names = {name.partition("/")[0] for name in kept_files()}
    assert names - USUAL_DOTFILES <= ALLOWED
    assert {"pyproject.toml", "LICENSE", "game", "crises", "saves", "tests"} <= names


def test_saves_holds_nothing_but_its_own_gitignore() -> None:
    assert [name for name in kept_files() if name.startswith("saves/")] in (["saves/.gitignore"], [])


def test_every_file_is_short_enough_to_read() -> None:
    def found(path: Path) -> int:
        lines = len(path.read_text("utf-8").splitlines())
        return lines if lines > LINES_A_FILE else 0

    assert offences(found) == {}


def test_every_function_is_short_enough_to_read() -> None:
    def found(path: Path) -> list[str]:
        return [f.name for f in functions(tree_of(path)) if length(f) > LINES_A_FUNCTION]

    assert offences(found) == {}


def test_every_module_says_what_it_is_for() -> None:
    assert offences(lambda path: ast.get_docstring(tree_of(path)) is None) == {}


def test_names_come_from_the_council() -> None:
    def found(path: Path) -> list[str]:
        kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        names = [node.name for node in ast.walk(tree_of(path)) if isinstance(node, kinds)]
        return [name for name in [path.stem, *names] if FOREIGN.search(name)]

    assert offences(found) == {}


def test_nothing_is_left_for_later() -> None:
    left = re.compile(r"TODO|FIXME|NotImplementedError")
    assert offences(lambda path: left.findall(path.read_text("utf-8"))) == {}


def test_pure_rooms_ask_no_clock_and_touch_no_terminal() -> None:
    def found(path: Path) -> set[str]:
        calls = [node.func for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)]
        bare = {func.id for func in calls if isinstance(func, ast.Name)}
        methods = {func.attr for func in calls if isinstance(func, ast.Attribute)}
        barred = {"open", "print", "input", "eval", "exec", "__import__", "breakpoint"}
        return bare & barred | methods & {"now", "utcnow", "today", "fromtimestamp"}

    assert PURE
    assert offences(found, PURE) == {}


def test_test_files_have_names_of_their_own() -> None:
    names = Counter(path.name for path in (TOP / "tests").rglob("test_*.py"))
    assert [name for name, times in names.items() if times > 1] == []
