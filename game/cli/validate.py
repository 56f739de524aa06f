"""`horseshoe author validate`: everything that is wrong with a crisis, each with its place and its remedy."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from game.cli import saying
from game.cli.near import did_you_mean, shown
from game.cli.trouble import Misuse, Trouble

if TYPE_CHECKING:
    from game.author.validate import Validation


def run(asked: Namespace) -> int:
    """Report, or explain one code; 1 if the pack has errors."""
    if asked.explain:
        return _explain(asked.explain)
    if not asked.pack:
        raise Misuse("Say which crisis, or which code to explain. See 'horseshoe author validate --help'.")
    from game.author.validate import validate
    from game.packs import PackError
    from game.places import PlaceError

    try:
        found = validate(asked.pack)
    except PackError as fault:
        raise Misuse(fault.sentence()) from None
    except PlaceError as fault:
        raise Trouble(str(fault)) from None
    if asked.json:
        from msgspec import to_builtins

        saying.hand_over(json.dumps(to_builtins(found), indent=2, ensure_ascii=False))
    else:
        for line in _lines(found):
            saying.say(line)
    return 1 if found.count("error") else 0


def _lines(found: Validation) -> list[str]:
    told = [str(finding) for finding in found.findings]
    counts = [
        f"{n} {level}{'s' if n != 1 else ''}" for level in ("error", "warning") if (n := found.count(level))
    ]
    if not counts:
        return [f"{found.pack}: nothing to mend."]
    codes = sorted({finding.code for finding in found.findings})
    about = f"'horseshoe author validate --explain {codes[0]}' tells more of [{codes[0]}]."
    return [*told, f"{found.pack}: {', '.join(counts)}.", about]


def _explain(code: str) -> int:
    from game.author.validate import manual

    pages = manual()
    if code not in pages:
        near = did_you_mean(code, pages)
        raise Misuse(
            f"There is no manual page for {shown(code)}; there are {', '.join(sorted(pages))}.{near}"
        )
    saying.say(pages[code])
    return 0
