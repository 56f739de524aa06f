"""Would the delegates have voted as their countries did? History's texts put to their interests alone.

Each member's vote on each of history's drafts is what its brief makes of the text, with the instructions that
had arrived by then and without its script. Nothing is played; the pack is only read.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from game.delegates import weigh
from game.session.scenario import Brief, RedLine, Scenario

_READ_AS = {"not_participating": "abstain"}
"""A member that took no part did not vote either way."""


class Vote(Struct, frozen=True):
    """One member's vote on one draft, as it was and as its delegate would give it."""

    draft: str
    member: str
    actual: str
    predicted: str
    reason: str

    @property
    def agrees(self) -> bool:
        """Whether the two are the same; not participating counts as an abstention."""
        return _READ_AS.get(self.actual, self.actual) == _READ_AS.get(self.predicted, self.predicted)


class Hindcast(Struct, frozen=True):
    """All votes compared; agreements are shares (0-1), and contested are drafts that were not unanimous.

    `always_yes` and `contested_always_yes` are what a delegate would score that says yes to everything;
    `first_orders` and `contested_first_orders` what the briefs score without any instruction that came later,
    so that nobody need believe that a position was changed for one vote. `without_lone` and
    `contested_without_lone` are what they score when each red line is taken out that one recorded vote alone
    meets: no line need be believed either.
    """

    pack: str
    votes: tuple[Vote, ...]
    agreement: float
    contested_agreement: float
    always_yes: float
    contested_always_yes: float
    contested: tuple[str, ...]
    first_orders: float = 0.0
    contested_first_orders: float = 0.0
    without_lone: float = 0.0
    contested_without_lone: float = 0.0


def hindcast(scenario: Scenario) -> Hindcast:
    """Compare every known vote of history with the delegate's; members absent that day are left out."""
    votes = tuple(_votes(scenario))
    contested = _contested(votes)
    disputed = tuple(v for v in votes if v.draft in contested)
    early = tuple(_votes(scenario, later=False))
    plain = tuple(_votes(_without_lone_lines(scenario)))
    return Hindcast(
        pack=scenario.open.id,
        votes=votes,
        agreement=_share(votes),
        contested_agreement=_share(disputed),
        always_yes=_share(votes, "yes"),
        contested_always_yes=_share(disputed, "yes"),
        contested=contested,
        first_orders=_share(early),
        contested_first_orders=_share(tuple(v for v in early if v.draft in contested)),
        without_lone=_share(plain),
        contested_without_lone=_share(tuple(v for v in plain if v.draft in contested)),
    )


def _votes(scenario: Scenario, *, later: bool = True) -> Iterator[Vote]:
    """Every known vote and the delegate's; without `later`, by the instructions of the first stage alone."""
    places = {stage.id: place for place, stage in enumerate(scenario.sealed.stages)}
    for draft in scenario.open.drafts:
        for member, actual in (draft.roll.votes if draft.roll is not None else {}).items():
            brief = scenario.sealed.briefs.get(member)
            if brief is None or actual == "absent":
                continue
            now = places.get(draft.stage, 0) if later else 0
            weighing = weigh(scenario.open, _at(brief, now, places), draft.clauses, draft.sponsors)
            yield Vote(draft.id, member, actual, weighing.vote, weighing.reason)


def _at(brief: Brief, now: int, places: dict[str, int]) -> Brief:
    """The brief with the instructions that had arrived by a stage."""
    return replace(brief, instructions=tuple(x for x in brief.instructions if places[x.stage] <= now))


def _without_lone_lines(scenario: Scenario) -> Scenario:
    """The crisis without the red lines whose clauses stand in no more than one text whose vote is known."""
    met: dict[str, set[str]] = {}
    for draft in scenario.open.drafts:
        for clause in draft.clauses if draft.roll is not None and draft.roll.votes else ():
            met.setdefault(clause.kind, set()).add(draft.id)

    def tried(line: RedLine) -> bool:
        return bool(line.issue) or len(set().union(*(met.get(kind, ()) for kind in line.clauses))) > 1

    briefs = {
        seat: replace(brief, red_lines=tuple(line for line in brief.red_lines if tried(line)))
        for seat, brief in scenario.sealed.briefs.items()
    }
    return Scenario(scenario.open, replace(scenario.sealed, briefs=briefs))


def _contested(votes: tuple[Vote, ...]) -> tuple[str, ...]:
    given: dict[str, set[str]] = {}
    for vote in votes:
        given.setdefault(vote.draft, set()).add(vote.actual)
    return tuple(draft for draft, kinds in given.items() if len(kinds) > 1)


def _share(votes: tuple[Vote, ...], always: str = "") -> float:
    """The share of votes that agree, rounded; with `always`, of those that were cast so."""
    if not votes:
        return 0.0
    agree = sum((v.actual == always) if always else v.agrees for v in votes)
    return round(agree / len(votes), 4)
