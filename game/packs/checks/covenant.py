"""Before the League a pack speaks the Covenant's language, and before the Security Council the Charter's.

`disputants` are the parties to a dispute before the League: seats that vote, and whose votes the articles
count or leave out. A clause rests on the articles of its own body's law: `cov_11` or `cov_16` in Geneva,
`art_39` in New York. Nothing is so clear in the United Nations, where parties are named in debate.

PASS
    # clauses.yaml
    breach: {basis: art_39}

FAIL
    # clauses.yaml
    breach: {basis: cov_15}

FAIL
    # delegations.yaml
    disputants: [IND, USA]
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.walk import Fault, Pack
from game.rules.bases import BASES, label
from game.rules.bodies import Law

_PATH = ("disputants",)


def check(pack: Pack) -> Iterator[Fault]:
    """Yield articles of another law than the body's, and parties to a dispute that are no seats."""
    league = pack.body.law is Law.COVENANT
    seats = {s.code for s in pack.scenario.open.seats}
    told = pack.scenario.open.disputants
    if told and not league:
        what = "Only a pack before the League names the parties to the dispute."
        yield Fault("delegations.yaml", _PATH, what, "Take disputants: out.", key=True)
    for place, seat in enumerate(told if league else ()):
        if seat not in seats:
            what = f"There is no seat {seat}, so it cannot be a party with a vote."
            yield Fault("delegations.yaml", (*_PATH, place), what, "Add it to the seats, with a brief.")
    for kind in pack.scenario.open.clauses:
        for id in kind.basis:
            if BASES[id].of_the_covenant is not league:
                law = "the Covenant" if league else "the Charter"
                what = f"{kind.id} rests on {label(BASES[id])}, and the body sits under {law}."
                yield Fault("clauses.yaml", (kind.id, "basis"), what, f"Name an article of {law}.")
