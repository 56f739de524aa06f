"""The benchmark: `python -m tests.bench [--json]` takes the figures and prints their ratios.

A room with figures has a module here with `figures() -> Iterator[Figure]`, named in `ROOMS`.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from tests.bench import frames, law, sittings, toolkit

ROOMS = (sittings, toolkit, law, frames)


def main(arguments: list[str]) -> int:
    """Print every figure as it is taken; return 1 if one is past its bound."""
    kept = True
    for room in ROOMS:
        for figure in room.figures():
            kept = kept and figure.kept
            if "--json" in arguments:
                print(json.dumps(asdict(figure), ensure_ascii=False), flush=True)
            else:
                bound = f"at most {figure.most:g}" if figure.most else ""
                mark = " " if figure.kept else "!"
                print(f"{mark} {figure.name:24} {figure.ratio:6.2f}  {bound:12}  {figure.said}", flush=True)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
