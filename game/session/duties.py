"""Who must abstain on a question because it is party to the dispute (Article 27(3), V10).

Read off the chamber, nothing is changed; `rules.abstention` has the law.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.rules.abstention import duty_to_abstain, invoked
from game.rules.bodies import Nature
from game.session.library import ClauseKind
from game.session.state import Ballot, Chamber


@dataclass(frozen=True, slots=True)
class _Written:
    """A clause as the law of abstention reads it."""

    verb: str
    rank: int
    basis: tuple[str, ...]
    kinds: tuple[str, ...]


def bound_to_abstain(
    clauses: Mapping[str, ClauseKind], chamber: Chamber, ballot: Ballot | None
) -> tuple[str, ...]:
    """Return the members whose yes or no on a question is void; none unless a dispute was declared.

    `clauses` are the crisis's kinds of clauses by id. An amendment or a part is a question of the same kind
    as its draft (V12). The duty is the Council's: in the Assembly nobody has it.
    """
    parties = chamber.conduct.parties
    if not parties or ballot is None or ballot.kind == "assembly" or ballot.draft not in chamber.drafts:
        return ()
    kinds = [clauses[c.kind] for c in chamber.drafts[ballot.draft].clauses]
    written = [_Written(k.verb, k.rank, k.basis, (k.character,) if k.character else ()) for k in kinds]
    nature = Nature(ballot.nature)
    duty = duty_to_abstain(nature, invoked(written), dispute=True, parties=parties, members=chamber.members)
    return duty.seats
