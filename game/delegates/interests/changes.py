"""What a change to a text is worth to a seat: amendments read as texts, and weighed by what they change.

Pure questions about clauses; whether an amendment is moved, taken or voted for is decided by the counsellors.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.delegates.interests.circumstances import PLAIN, Circumstances
from game.delegates.interests.lexicon import Lexicon
from game.delegates.interests.mandate import Mandate
from game.delegates.interests.weighing import Weighing, weighed
from game.delegates.language.reasons import holds, one
from game.session.scenario import Clause, ClauseKind
from game.session.state import Amendment, Draft


def struck(draft: Draft, change: Amendment) -> Clause | None:
    """Return the clause an amendment would strike out or replace, None when it adds or the clause is gone."""
    if change.change == "add":
        return None
    if change.target is not None:
        return change.target if change.target in draft.clauses else None
    return draft.clauses[change.place] if 0 <= change.place < len(draft.clauses) else None


def reads(draft: Draft, change: Amendment) -> tuple[Clause, ...]:
    """Return the draft's clauses as the amendment would make them; the order does not matter for weighing."""
    gone = struck(draft, change)
    left = list(draft.clauses)
    if gone is not None:
        left.remove(gone)
    return (*left, change.clause) if change.clause is not None else tuple(left)


def worth(mandate: Mandate, draft: Draft, change: Amendment) -> float:
    """Return what an amendment gives a seat: its attitude to what comes in less that to what goes out."""
    gone = struck(draft, change)
    gain = mandate.stand(change.clause).attitude if change.clause is not None else 0.0
    return gain - (mandate.stand(gone).attitude if gone is not None else 0.0)


def milder(words: Lexicon, kind: ClauseKind) -> Iterator[ClauseKind]:
    """Yield the kinds that bear on what a clause bears on, the same way and more mildly."""
    for other in words.open.clauses:
        shared = [i for i in kind.issues if kind.issues[i] * other.issues.get(i, 0.0) > 0]
        if other.part != kind.part or other.rank > kind.rank or not shared or other.id == kind.id:
            continue
        gaps = [abs(kind.issues[i]) - abs(other.issues[i]) for i in shared]
        if min(gaps) >= 0 and (other.rank < kind.rank or max(gaps) > 0):
            yield other


def leads(
    mandate: Mandate, draft: Draft, change: Amendment, about: Circumstances = PLAIN
) -> tuple[Weighing, Weighing]:
    """Return a seat's weighing of the text as it stands, and of the text the amendment leads to."""
    return weighed(mandate, draft.clauses, about), weighed(mandate, reads(draft, change), about)


COMES = (
    "the amendment would bring in “{0}”, which it {1}",
    "it {1} “{0}”, which the amendment would bring in",
    "with the amendment the text would say “{0}”, which it {1}",
    "what would come into the text is “{0}”, which it {1}",
)
GOES = (
    "the amendment would strike out “{0}”, which it {1}",
    "it {1} “{0}”, which the amendment would strike out",
    "without “{0}”, which it {1}, the text would not be the same",
)
FOR = (
    "the amendment would put “{0}”, which it {1}, in the place of “{2}”",
    "the text would say “{0}”, which it {1}, instead of “{2}”",
)
AT_THE_COST_OF = (
    "to make room for “{2}” the amendment would take out “{0}”, which it {1}",
    "it {1} “{0}”, which would have to give way to “{2}”",
)


def told(mandate: Mandate, draft: Draft, change: Amendment) -> str:
    """Return a clause of reason: what the amendment does, and how the seat holds what it minds most of it."""
    ways: tuple[str, ...] = COMES
    gone, other = struck(draft, change), ""
    minded = change.clause if change.clause is not None else gone
    if minded is None:
        return "the clause to be amended is gone"
    if change.clause is None:
        ways = GOES
    elif gone is not None:
        new, old = mandate.stand(change.clause), mandate.stand(gone)
        better = new.attitude >= old.attitude
        by_what_goes = old.attitude < 0.0 >= new.attitude if better else old.attitude > 0.0
        minded = gone if by_what_goes else change.clause
        ways, other = (AT_THE_COST_OF, new.title) if by_what_goes else (FOR, old.title)
    s = mandate.stand(minded)
    return one(ways, mandate.seat, change.symbol).format(s.title, _short(s.attitude), other)


def _short(attitude: float) -> str:
    verb = holds(attitude)
    return "leaves open" if verb == "takes no side on" else verb
