"""A draft that is no draft of a defeat can carry: it can be tabled, and red lines leave it enough votes.

A text of history that failed, was vetoed, withdrawn or never put needs no prospect; its roll says so. Any
other should have one: a stage at which it can be tabled, no permanent member whose red line makes it vote no
for good (before the League: no member, where unanimity is asked), and enough members whose lines let them
vote yes. A text that was never put may be there to court a veto, so for that the veto is a note.

PASS
    # briefs/RUS.yaml
    red_lines: {no-force: {until: {flag: halted}}}

FAIL
    # drafts.yaml
    s-1508: {when: {track: front, at_most: 30}}

FAIL
    # briefs/FRA.yaml
    red_lines: {no-force: {text: No armed help., clauses: assistance}}
    # drafts.yaml
    s-1508: {title: Armed help}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.checks.at_odds import crosses, lasting
from game.packs.outlook import Outlook, outlook, tabled
from game.packs.problems import Level
from game.packs.walk import Fault, Pack
from game.rules.bases import Asked
from game.rules.bodies import Law
from game.session.covenant import way_of
from game.session.scenario import StoredDraft
from game.session.texts import nature


def check(pack: Pack) -> Iterator[Fault]:
    """Yield drafts that can never be tabled, or never carry."""
    view = outlook(pack)
    for site in pack.of(StoredDraft):
        draft: StoredDraft = site.record
        stages = tabled(view, draft)
        if not stages:
            what, remedy = f"{draft.id} can never be tabled.", "Look at its stage: and its when:."
            yield Fault(site.file, site.path, what, remedy, level="warning", key=True)
        elif draft.roll is None or draft.roll.result == "adopted":
            why, alone = _lost(view, draft, stages)
            level: Level = "note" if alone and draft.roll is None else "warning"
            what, remedy = f"{draft.id} can never carry: {why}.", "Look at the red lines, or change the text."
            if why:
                yield Fault(site.file, site.path, what, remedy, level=level, key=True)


def _lost(view: Outlook, draft: StoredDraft, stages: frozenset[int]) -> tuple[str, bool]:
    """Why a text cannot carry at any of these stages, or nothing; and whether it is for one no alone."""
    pack = view.pack
    if any(c.kind not in pack.scenario.clause for c in draft.clauses):
        return "", False
    against = set(_against(pack, draft))
    absent = {a.seat for a in pack.scenario.sealed.absences}
    why, alone = "", False
    for number in sorted(stages):
        members = set(pack.scenario.sealed.stages[number - 1].members)
        free = len(members - against)
        barred = sorted((against & _preventing(pack, draft, members)) - absent)
        if pack.body.law is not Law.COVENANT and free < pack.body.needed:
            why, alone = f"{free} members are free to vote for it, and it needs {pack.body.needed}", False
        elif barred:
            why, alone = f"red lines make {', '.join(barred)} vote no", True
        else:
            return "", False
    return why, alone


def _preventing(pack: Pack, draft: StoredDraft, members: set[str]) -> set[str]:
    """The members each of whom could prevent a text: by a veto, or where the League asks for unanimity."""
    kind = nature(pack.scenario, draft.clauses)
    if pack.body.law is Law.COVENANT:
        return members if way_of(pack.scenario, draft.clauses, kind) is Asked.UNANIMITY else set()
    return members & set(pack.body.permanent) if kind == "substantive" else set()


def _against(pack: Pack, draft: StoredDraft) -> Iterator[str]:
    """The seats whose red lines make them vote no on a text for good."""
    kinds = [pack.scenario.clause[c.kind] for c in draft.clauses]
    for seat, brief in pack.scenario.sealed.briefs.items():
        if any(lasting(line) and crosses(k, brief, line) for line in brief.red_lines for k in kinds):
            yield seat
