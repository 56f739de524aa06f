"""Hints for beginners at the drafting table: how others seem to take a clause, and one with another verb.

Made of announced votes, refusals in notes and estimates, all as one delegation can know them. A hint compares
a clause with its neighbour in force on the same issue; it never says what ought to be written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textual.content import Content

from game.delegates.knowledge.estimating import UNKNOWN
from game.prose.names import lowered, the
from game.screens.lobbying.canvassing import Teller
from game.screens.pieces.literal import literally
from game.session.scenario import Clause, ClauseKind, Scenario

PROCEDURE = ("invitation", "deferral", "removal", "credentials")
"""What clauses do that can stand in no other clause's place: they are about the Council's own business."""
MOST = 2
"""Hints given at once."""
BETTER = {"no": 0, "abstain": 2, "": 3, "yes": 4}
"""How welcome a vote is to whoever writes the text."""
VETO = -2
"""What it takes from that when the no would defeat the text alone."""


class Reading(NamedTuple):
    """How a seat seems to take a text with a clause: its vote, on what ground, and how welcome that is."""

    vote: str
    ground: str
    """says, wrote, thinks, or empty for nothing known."""
    veto: bool

    @property
    def welcome(self) -> int:
        """How welcome it is; the higher the better."""
        return BETTER[self.vote] + (VETO if self.veto else 0)


def hints(
    teller: Teller, scenario: Scenario, kinds: Iterable[ClauseKind], text: tuple[Clause, ...], clause: Clause
) -> list[Content]:
    """Return what to know of a clause of a text, or about to be written into it; `kinds` may be written."""
    rest = tuple(c for c in text if c is not clause)
    kind = scenario.clause[clause.kind]
    found: list[tuple[int, Content]] = []
    for other in neighbours(kind, [k for k in kinds if all(c.kind != k.id for c in rest)]):
        for seat in _others(teller):
            now = reading(teller, (*rest, clause), clause, seat)
            then = reading(teller, (*rest, Clause(other.id)), Clause(other.id), seat)
            gain = then.welcome - now.welcome
            milder = other.rank < kind.rank
            if (gain > 0 and milder) or (gain < 0 and not milder):
                weight = abs(gain) + 2 * (now.ground in ("says", "wrote")) + (now.veto or then.veto) + milder
                said = _sentence(scenario, (kind, now), (other, then), seat, charter=teller.charter)
                found.append((weight, said))
    found.sort(key=lambda pair: -pair[0])
    return [said for _, said in found[:MOST]]


def _others(teller: Teller) -> list[str]:
    c = teller.view.chamber
    return [s for s in c.members if s not in c.absent and s != teller.view.seat]


def neighbours(kind: ClauseKind, kinds: Iterable[ClauseKind]) -> Iterator[ClauseKind]:
    """Yield the next milder and the next sharper kind that is mainly about the same, the same way."""
    main, side = _main(kind)
    procedure = kind.character in PROCEDURE
    alike = [k for k in kinds if k.part == kind.part and (k.character in PROCEDURE) is procedure]
    like = [k for k in alike if k.verb != kind.verb and _main(k) == (main, side)]
    milder = [k for k in like if k.rank < kind.rank]
    sharper = [k for k in like if k.rank > kind.rank]
    if main and milder:
        yield max(milder, key=lambda k: k.rank)
    if main and sharper:
        yield min(sharper, key=lambda k: k.rank)


def _main(kind: ClauseKind) -> tuple[str, bool]:
    """The issue a kind bears on most, and whether for it."""
    issue = max(kind.issues, key=lambda i: abs(kind.issues[i]), default="")
    return issue, kind.issues.get(issue, 0.0) > 0


def reading(teller: Teller, text: tuple[Clause, ...], clause: Clause, seat: str) -> Reading:
    """Return how a seat seems to take a text in which a clause stands."""
    vote, ground = _announced(teller, clause, seat), "says"
    if not vote and teller.refuses(seat, clause.kind):
        vote, ground = "no", "wrote"
    if not vote:
        guess = teller.guess(text, seat)
        vote, ground = (guess.vote, "thinks") if guess.sure >= UNKNOWN else ("", "")
    vote = vote if vote in BETTER else "abstain"
    return Reading(vote, ground, vote == "no" and seat in teller.blocking)


def _announced(teller: Teller, clause: Clause, seat: str) -> str:
    """The vote a seat announced last on a text in which such a clause stands."""
    chamber = teller.view.chamber
    told = [
        votes[seat]
        for symbol, votes in chamber.stances.items()
        if seat in votes and symbol in chamber.drafts
        if any(c.kind == clause.kind for c in chamber.drafts[symbol].clauses)
    ]
    return told[-1] if told else ""


def _sentence(
    scenario: Scenario,
    one: tuple[ClauseKind, Reading],
    other: tuple[ClauseKind, Reading],
    seat: str,
    *,
    charter: bool,
) -> Content:
    (kind, now), (like, then) = one, other
    who = literally(the(scenario, seat))
    return Content.assemble(
        ("Hint: ", "bold $accent"),
        "with ",
        (literally(lowered(kind.verb)), "italic"),
        f" {who} {_does(now, charter=charter)}; with ",
        (literally(lowered(like.verb)), "italic"),
        (literally(f" (“{like.title}”)"), "$quiet"),
        f" it {'has not said, and ' if then.ground == 'thinks' else ''}{_does(then, charter=charter)}.",
    )


def _does(read: Reading, *, charter: bool) -> str:
    """Say what a seat does, as it goes on from its name."""
    if not read.ground:
        return "has not said"
    no = "veto" if read.veto and charter else "vote no"
    act = {"yes": "vote yes", "no": no, "abstain": "abstain"}[read.vote]
    if read.ground == "wrote":
        return f"has written to you that it cannot vote for it, and may {act}"
    return f"says it would {act}" if read.ground == "says" else f"would {act}, as we guess"
