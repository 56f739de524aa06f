"""A pack's folder as it lies on disk: which files belong to it, their bytes, their digest, their fingerprint.

It reads ordinary files of a reasonable size and nothing else: a device, a pipe or a folder where a file
should be is a problem, not a wait. It never looks inside the YAML.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, field
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from game.packs.problems import Problem
from game.plain import clean

SIZE = 1_000_000
"""The most bytes one file may have."""
MOST_FILES = 80
"""The most files a pack may have."""
BRIEFS = "briefs"
REQUIRED = ("pack.yaml", "stages.yaml", "clauses.yaml", "drafts.yaml", "endings.yaml", "security.yaml")
SEATED = "delegations.yaml"
"""A file every pack of today's format has; older packs say the same in `pack.yaml`, so it is asked for when
they have been read."""
_BRIEF = re.compile(rf"{BRIEFS}/[A-Z]{{3}}\.yaml\Z")
_ENDINGS = re.compile(r"\.ya?ml(\.(txt|rtf|docx?|odt))?\Z", re.IGNORECASE)
"""How the files end that an author means for a pack; word processors and Windows may add an ending."""
OPTIONAL = ("sources.yaml", "happenings.yaml", "debrief.yaml", "expectations.yaml", "words.yaml")
"""Files a pack may do without."""


@dataclass(slots=True)
class Folder:
    """A pack's files: path inside the folder -> bytes, in sorted order, and what is wrong with the folder."""

    path: Path
    files: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The folder's own name, safe to show."""
        return clean(self.path.name, limit=60)

    @property
    def digest(self) -> str:
        """SHA-256 over the names and bytes of all files, in hexadecimal."""
        total = sha256()
        for name, raw in sorted(self.files.items()):
            total.update(f"{name}\0{len(raw)}\0".encode())
            total.update(raw)
        return total.hexdigest()

    def complain(self, file: str, code: str, what: str, remedy: str) -> None:
        """Note a problem with a whole file."""
        self.problems.append(Problem(clean(file, limit=60), 0, 0, code, what, remedy))

    def lacks(self, name: str) -> None:
        """Note that a file is missing."""
        what = f"The file {name} is missing."
        self.complain(name, "missing-file", what, "Write it; crises/README.md says how.")


def names_of(path: Path) -> list[str]:
    """The YAML files of a pack's folder, sorted, as paths inside it; OSError if it cannot be listed."""
    found = [e.name for e in os.scandir(path) if _is_yaml(e.name)]
    briefs = path / BRIEFS
    if briefs.is_dir():
        found += [f"{BRIEFS}/{e.name}" for e in os.scandir(briefs) if _is_yaml(e.name)]
    return sorted(found)


def _is_yaml(name: str) -> bool:
    return _ENDINGS.search(name) is not None and not name.startswith((".", "~"))


def fingerprint(path: Path) -> str:
    """A text that changes when a file of the folder does (name, size, time); OSError as `names_of`."""
    parts = []
    for name in names_of(path):
        status = (path / name).stat()
        parts.append(f"{name}:{status.st_size}:{status.st_mtime_ns}")
    return sha256("\n".join([str(path), *parts]).encode("utf-8", "surrogateescape")).hexdigest()


def collect(path: Path) -> Folder:
    """Read all files of a pack; what cannot be read is among the folder's problems."""
    folder = Folder(path)
    try:
        names = names_of(path)
    except OSError as trouble:
        why = trouble.strerror or "it cannot be listed"
        folder.complain(
            "", "no-folder", f"The folder {folder.name} cannot be opened: {why}.", "Name a pack's folder."
        )
        return folder
    if len(names) > MOST_FILES:
        what = f"There are {len(names)} YAML files in the folder."
        folder.complain("", "too-many-files", what, f"A pack has {MOST_FILES} at most; take the others out.")
        return folder
    if "pack.yaml" not in names:
        folder.complain(
            "pack.yaml", "missing-file", "The folder has no pack.yaml.", "Every pack begins with that file."
        )
    for name in names:
        _take(folder, name)
    for name in REQUIRED[1:]:
        if name not in names:
            folder.lacks(name)
    return folder


def _take(folder: Folder, name: str) -> None:
    if not _known(name):
        what = f"No file of a pack is called {clean(name, limit=60)}."
        folder.complain(name, "stray-file", what, _better(name))
        return
    try:
        raw = ordinary(folder.path / name)
    except OSError as trouble:
        why = trouble.strerror or str(trouble)
        folder.complain(
            name, "unreadable", f"The file cannot be read: {why}.", "Make it an ordinary, readable file."
        )
        return
    if len(raw) > SIZE:
        folder.complain(name, "too-large", f"The file has more than {SIZE:,} bytes.", "Make it shorter.")
        return
    folder.files[name] = raw


def _known(name: str) -> bool:
    """Whether a pack has a file of this name."""
    return name in {*REQUIRED, SEATED, *OPTIONAL} or _BRIEF.match(name) is not None


def _better(name: str) -> str:
    """What to do about a file that is none of a pack's."""
    plain = f"{_ENDINGS.split(name)[0]}.yaml"
    if _known(plain):
        return f"Call it {plain}; if it shows so already, your computer hides the end of names."
    if name.startswith(f"{BRIEFS}/"):
        return "A brief is called by its seat's code, such as briefs/IND.yaml."
    near = get_close_matches(name, (*REQUIRED, SEATED, *OPTIONAL), 1, 0.6)
    return f"Did you mean {near[0]}?" if near else "Move it out of the folder, or rename it."


def ordinary(path: Path) -> bytes:
    """The first `SIZE` + 1 bytes of an ordinary file; OSError for anything else."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(None, "it is not an ordinary file")
    with path.open("rb") as file:
        return file.read(SIZE + 1)
