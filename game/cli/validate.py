"""`horseshoe author validate`: everything that is wrong with a crisis, each with its place and its remedy."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from game.cli import saying
from game.cli.near import did_you_mean, shown
from game.cli.pack import see_beside
from game.cli.trouble import Misuse, Trouble

if TYPE_CHECKING:
    from game.author.validate import Validation


def run(asked: Namespace) -> int:
    """Report, or explain one code; 1 if the pack has errors, 0 if it has only warnings and notes."""
    if asked.explain:
        return _explain(asked.explain)
    if not asked.pack:
        raise Misuse("Say which crisis, or which code to explain. See 'horseshoe author validate --help'.")
    from game.author.validate import validate
    from game.packs import PackError
    from game.places import PlaceError

    see_beside(asked.pack)
    try:
        found = validate(asked.pack)
    except PackError as fault:
        raise Misuse(fault.sentence()) from None
    except PlaceError as fault:
        raise Trouble(str(fault)) from None
    if asked.json:
        from msgspec import to_builtins

        told = {**to_builtins(found), "counts": found.counts}
        saying.hand_over(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        _tell(found, asked.all)
    return 1 if found.count("error") else 0


def _tell(found: Validation, whole: bool) -> None:
    """Say what was found, if the `whole` is asked for also what is accepted, and how many there are."""
    for finding in (*found.findings, *(found.accepted if whole else ())):
        saying.say(str(finding), tint=finding.level)
    counts = [_counted(number, level) for level, number in found.counts.items() if number]
    counts = counts or ["nothing to mend"]
    if found.accepted:
        counts.append(f"{len(found.accepted)} accepted" + ("" if whole else " (see --all)"))
    saying.say(f"{found.pack}: {', '.join(counts)}.")
    if found.findings:
        code = min(found.findings, key=lambda finding: [*found.counts].index(finding.level)).code
        saying.say(f"'horseshoe author validate --explain {code}' tells more of [{code}].")


def _counted(number: int, level: str) -> str:
    return f"{number} {level}{'s' if number != 1 else ''}"


def _explain(code: str) -> int:
    from game.author.validate import manual

    pages = manual()
    if code not in pages:
        told = f"There is no manual page for {shown(code)}.{did_you_mean(code, pages)}"
        raise Misuse(f"{told} A complaint ends with its code in brackets.")
    saying.say(pages[code])
    return 0
