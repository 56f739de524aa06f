"""Names must be unmistakable: a pack is called as its folder, and no two things share a name.

A condition such as `{adopted: x}` may mean a kind of clause or a stored draft, and a seat or a party may be
spoken of by its code; so the same word may not be both.

PASS
    # pack.yaml
    id: tiny

FAIL
    # pack.yaml
    id: another

FAIL
    # delegations.yaml
    parties:
      IND: {name: Another India, short: the other, about: Not the seat., sources: dossier}

FAIL
    # drafts.yaml
    s-1508: {symbol: S/1501}

FAIL
    # drafts.yaml
    breach: {title: A draft named like a clause, sponsors: USA, clauses: [breach], sources: dossier}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.walk import Fault, Pack


def check(pack: Pack) -> Iterator[Fault]:
    """Yield names that may be mistaken for another."""
    opened = pack.scenario.open
    if pack.folder and opened.id != pack.folder:
        what = f"The pack is called {opened.id}, but its folder is called {pack.folder}."
        yield Fault("pack.yaml", ("id",), what, "Give both the same name.")
    seats = {s.code for s in opened.seats}
    for party in opened.parties:
        if party.code in seats:
            what = f"{party.code} is a seat and a party."
            yield Fault(
                "delegations.yaml", ("parties", party.code), what, "Give the party another code.", key=True
            )
    clauses = {c.id for c in opened.clauses}
    for draft in opened.drafts:
        if draft.id in clauses:
            what = f"{draft.id} is a draft and a kind of clause."
            yield Fault("drafts.yaml", (draft.id,), what, "Give the draft another id.", key=True)
    yield from _symbols(pack)


def _symbols(pack: Pack) -> Iterator[Fault]:
    owner: dict[str, str] = {}
    for draft in pack.scenario.open.drafts:
        if draft.symbol and owner.setdefault(draft.symbol, draft.id) != draft.id:
            what = f"{draft.symbol} is the symbol of {owner[draft.symbol]} and of {draft.id}."
            yield Fault("drafts.yaml", (draft.id, "symbol"), what, "Look the symbols up again.")
