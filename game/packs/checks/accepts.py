"""Advice that an author has weighed and does not follow is accepted, with the reason.

`accepts` in `expectations.yaml` names the check, the place and why: `{code: lengths, at: endings.repelled,
why: ...}`. The place is the file without `.yaml` and the keys below it, as far down as one likes; without one
it is the whole pack. What is accepted is counted, and told only when asked for. An error cannot be accepted,
since nothing can be played with it; an acceptance that hides nothing has outlived what it was for.

PASS
    # expectations.yaml
    accepts: [{code: divisions, at: pack.issues, why: All agree on relief and quarrel about who leads it.}]
    # pack.yaml
    issues: {relief: {title: Relief for the civilians}}
    # briefs/IND.yaml
    positions: {relief: [2, 2]}

FAIL
    # expectations.yaml
    accepts: [{code: divisions, at: pack.issues, why: All agree.}]

FAIL
    # expectations.yaml
    accepts: [{code: divisons, why: All agree.}]

FAIL
    # expectations.yaml
    accepts: [{code: endings, at: endings, why: It shall go on for ever.}]
    # endings.yaml
    unanswered: {when: {flag: seoul-lost}}
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from game.packs.walk import Fault, Pack
from game.session.expectations import Acceptance


def check(pack: Pack) -> Iterator[Fault]:
    """Yield nothing by itself: what is idle is known when all checks have spoken (`idle`)."""
    yield from ()


def place(fault: Fault) -> str:
    """The place of a fault as an acceptance names it: `endings.general_war.when`."""
    file = fault.file.removesuffix(".yaml").replace("/", ".")
    return ".".join([file, *(str(p + 1) if isinstance(p, int) else p for p in fault.path)])


def reason(pack: Pack, code: str, fault: Fault) -> str:
    """The author's reason for leaving a fault as it is; empty for an error and for what is not accepted."""
    told = pack.scenario.sealed.expectations.accepts
    return next((a.why for a in told if _hides(a, code, fault)), "")


def _hides(accepted: Acceptance, code: str, fault: Fault) -> bool:
    at = place(fault)
    within = not accepted.at or at == accepted.at or at.startswith(f"{accepted.at}.")
    return fault.level != "error" and accepted.code == code and within


def idle(pack: Pack, found: Collection[tuple[str, Fault]], codes: Collection[str]) -> Iterator[Fault]:
    """Yield acceptances that hide none of the faults found; `codes` are those of all checks."""
    for number, accepted in enumerate(pack.scenario.sealed.expectations.accepts):
        if any(_hides(accepted, code, fault) for code, fault in found):
            continue
        path = ("accepts", number)
        if accepted.code not in codes:
            near = get_close_matches(accepted.code, codes, 1, 0.5)
            what = f"No check is called {accepted.code}."
            remedy = f"Did you mean {near[0]}?" if near else "Write the word in brackets after the complaint."
        else:
            where = f" at {accepted.at}" if accepted.at else ""
            what = f"{accepted.code} gives no advice{where}, so there is nothing to accept."
            remedy = "Take the acceptance out, or look at its place; an error cannot be accepted."
        yield Fault("expectations.yaml", path, what, remedy, level="warning")
