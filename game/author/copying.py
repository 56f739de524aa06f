"""A crisis of one's own that begins as the copy of another, under a name of its own.

Only the name is changed. It must never write over anything, and copies a pack's own files and nothing else
that lies beside them.
"""

from __future__ import annotations

import re
from pathlib import Path

from game import places
from game.author.new import lay_schemas, named, write
from game.packs.cards import find
from game.packs.folder import collect

_ID = re.compile(r"^id:.*$", re.MULTILINE)


def copied(pack: str, id: str, into: Path | None = None) -> Path:
    """Copy a pack, by its id or folder, under another id into `into`, by default the player's own crises.

    Returns the new folder. Raises PackError if there is no such pack, ValueError, in a sentence, when it
    cannot be copied under that name, PlaceError when nothing can be written.
    """
    home = places.own_crises() if into is None else into
    folder = home / named(id, home, own=into is None)
    source = collect(find(pack))
    try:
        files = {name: raw.decode("utf-8") for name, raw in source.files.items()}
    except UnicodeDecodeError:
        raise ValueError(f"A file of {source.name} is not UTF-8; save it so, then copy.") from None
    head = _ID.sub(f"id: {id}", files.get("pack.yaml", ""), count=1)
    if not _ID.search(head):
        raise ValueError(f"{source.name} does not say its id in pack.yaml; write it there, then copy.")
    places.furnish(home)
    write(folder, {**files, "pack.yaml": head})
    lay_schemas(home)
    return folder
