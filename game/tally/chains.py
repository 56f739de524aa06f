"""Votes that follow each other: whether each could follow the last, and how it all ended.

What a preliminary question found must be how the next vote is taken (P3, P4); an emergency session is called
only after a veto, and only since Uniting for Peace (GA6); of parts voted separately those that carry remain
(CB7). The end a file tells in free words is compared only where it uses a word of the law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from game.rules.assembly import UNITING_FOR_PEACE, uniting_for_peace
from game.rules.bodies import Nature
from game.rules.results import CARRIED, Verdict
from game.tally.cases import Case, Chain, Difference, Finding

_NATURE = {
    "substantive": Nature.SUBSTANTIVE,
    "admission": Nature.SUBSTANTIVE,
    "sg_recommendation": Nature.SUBSTANTIVE,
    "procedural": Nature.PROCEDURAL,
    "ess_convocation": Nature.PROCEDURAL,
}
_FOUND = {Verdict.DEEMED_SUBSTANTIVE: Nature.SUBSTANTIVE, Verdict.DEEMED_PROCEDURAL: Nature.PROCEDURAL}
_FAILS = re.compile(r"\b(not (adopted|convened|carried|elected)|rejected|vetoed)\b")
_CARRIES = re.compile(r"(?<!not )\b(adopted|convened|removed|established|carried|is the resolution)\b")


def judged(chain: Chain, cases: Mapping[str, Case], votes: Mapping[str, Finding]) -> Finding:
    """What a chain of votes came to."""
    steps = [(cases[id], votes[id]) for id in chain.steps if id in cases]
    missing = [id for id in chain.steps if id not in cases]
    last = _last(steps)
    rules = dict.fromkeys(rule for _, vote in steps for rule in vote.rules)
    differences = () if missing else (*_faults(steps), *_end_differs(chain, last))
    said = f"Step {', '.join(missing)} is in none of the files." if missing else ""
    return Finding(
        id=chain.id,
        kind="chain",
        result=last.result if last else None,
        title=chain.title,
        vetoed_by=last.vetoed_by if last else (),
        needed=last.needed if last else None,
        had=last.had if last else None,
        rules=tuple(rules),
        reason=f"In the file's words: {chain.final}." if chain.final else "",
        unknown=said,
        steps=tuple((id, votes[id].result if id in votes else None) for id in chain.steps),
        compared=bool(steps) and not missing,
        differences=differences,
        where=chain.where,
    )


def _last(steps: Sequence[tuple[Case, Finding]]) -> Finding | None:
    """The vote the chain ends with: the last one, or of parts voted separately one that carried (CB7)."""
    if not steps:
        return None
    if all(case.question == "separate_part" for case, _ in steps):
        kept = [vote for _, vote in steps if vote.result is Verdict.ADOPTED]
        return kept[-1] if kept else steps[-1][1]
    return steps[-1][1]


def _faults(steps: Sequence[tuple[Case, Finding]]) -> Iterator[Difference]:
    """Steps that could not follow those before them."""
    for (question, before), (case, _) in pairwise(steps):
        found, put = _FOUND.get(before.result or Verdict.ADOPTED), _NATURE.get(case.question)
        if found and put and found is not put and question.symbol == case.symbol:
            yield Difference(f"{case.id} is put", f"as {put.value}", f"found it {found.value} ({before.id})")
    for number, (case, _) in enumerate(steps):
        before_it = [vote.result for _, vote in steps[:number]]
        if case.question == "ess_convocation" and before_it:
            failed = any(result is not Verdict.ADOPTED for result in before_it)
            refusal = uniting_for_peace(case.put.day or UNITING_FOR_PEACE, lack_of_unanimity=failed)
            if refusal is not None:
                yield Difference(case.id, "the Council calls an emergency session", f"refuses it: {refusal}")


def _end_differs(chain: Chain, last: Finding | None) -> Iterator[Difference]:
    """Where the file's last word is a word of the law, and another than the law's."""
    if last is None or last.result is None:
        return
    told = chain.final.strip()
    if told in set(Verdict):
        if told != last.result:
            yield Difference("final", told, str(last.result))
        return
    fails, carries = _FAILS.search(told.casefold()), _CARRIES.search(told.casefold())
    if bool(fails) is not bool(carries) and bool(carries) is not (last.result in CARRIED):
        yield Difference("final", told, str(last.result))
