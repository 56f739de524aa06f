"""A crisis must come to an end, whatever the Council does: the last ending holds always, and it alone.

Endings are asked in the pack's order and the first that holds is taken. So the last one needs `when: always`,
no other one may have it (what stands behind it could never be reached), and the last may not end the sitting
`at_once`.

PASS
    # endings.yaml
    repelled: {when: {adopted: assistance}}
    unanswered: {when: always}

FAIL
    # endings.yaml
    unanswered: {when: {flag: seoul-lost}}

FAIL
    # endings.yaml
    repelled: {when: always}

FAIL
    # endings.yaml
    unanswered: {when: always, at_once: true}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.walk import Fault, Pack

FILE = "endings.yaml"


def check(pack: Pack) -> Iterator[Fault]:
    """Yield what would keep a sitting from ending, or an ending from being reached."""
    *others, last = pack.scenario.sealed.endings
    if last.when.kind != "always":
        what = f"The last ending, {last.id}, does not hold always, so a sitting may have no end."
        yield Fault(FILE, (last.id, "when"), what, "Write when: always, or add an ending that has it.")
    if last.when.kind == "always" and last.at_once:
        what = f"The last ending, {last.id}, would stop the sitting at its first stage."
        yield Fault(FILE, (last.id, "at_once"), what, "Take at_once out.")
    for ending in others:
        if ending.when.kind == "always":
            what = f"The ending {ending.id} holds always, so those after it are never reached."
            yield Fault(FILE, (ending.id, "when"), what, "Give it a condition, or move it to the end.")
