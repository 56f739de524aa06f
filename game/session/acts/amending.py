"""Acts on amendments: moving, accepting, withdrawing."""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.amendments import admissible
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.acts.conduct_statements import binding
from game.session.acts.drafting import (
    TALKING,
    UNTIL_PUT,
    next_symbol,
    plain_clause,
    refusal_of_clause,
    unlawful,
    waiting_draft,
)
from game.session.acts.law import Law, Who, unknown
from game.session.acts.papers import accept, acceptance_refusal, own_amendment
from game.session.calling import debate_amendment
from game.session.consequences import settle_deeds
from game.session.minutes import Minutes
from game.session.putting import put
from game.session.scenario import Clause
from game.session.state import Amendment, Draft, Phase, State
from game.session.table import AGREED
from game.session.texts import MOST_CLAUSES, amended, issues, operative

MOST_AMENDMENTS = 4
"""Amendments to one draft that may wait at once (H2)."""
CHANGES = ("add", "delete", "replace")


def _move_refusal(s: State, act: a.MoveAmendment) -> Refusal | None:
    draft = waiting_draft(s, act.draft)
    if isinstance(draft, Refusal):
        return draft
    if act.change not in CHANGES:
        return unknown(f"change called {act.change}", CHANGES)
    if [x.draft for x in s.chamber.amendments.values()].count(act.draft) >= MOST_AMENDMENTS:
        return Refusal("H2", f"{MOST_AMENDMENTS} amendments to that draft wait already.")
    if act.change != "delete":
        refused = _clause_refusal(s, draft, act)
        if refused is not None:
            return refused
    there = 0 <= act.place < len(draft.clauses)
    after = amended(s.scenario, draft.clauses, _amendment(draft, act, ""))
    text = after if after is not None else draft.clauses
    opening = not draft.clauses and act.change == "add"
    if after is not None and (refused := _beyond(s, act, after)):
        return refused
    if draft.form in AGREED and (refused := binding(s, text)):
        return refused
    touched = s.scenario.clause[act.clause.kind].issues if act.clause else ()
    return admissible(
        act.change,
        touched,
        touched if opening else issues(s.scenario, draft.clauses),
        target_exists=there,
        voting_begun=draft.voted,
        clauses_left=1 if act.change == "add" else len(operative(s.scenario, text)),
    )


ENFORCING = ("force", "sanctions", "command")


def _beyond(s: State, act: a.MoveAmendment, after: tuple[Clause, ...]) -> Refusal | None:
    """Say why a text may not be amended so: it would order what no article of the law can carry (CH17)."""
    if act.clause is None or s.scenario.clause[act.clause.kind].character not in ENFORCING:
        return None
    return unlawful(s, after)


def _clause_refusal(s: State, draft: Draft, act: a.MoveAmendment) -> Refusal | None:
    if act.clause is None:
        return Refusal("H5", "The amendment says no clause to be written.")
    if act.clause in draft.clauses:
        return Refusal("CB10", "That clause stands in the text already.")
    if len(draft.clauses) >= MOST_CLAUSES:
        return Refusal("H5", f"A draft may have {MOST_CLAUSES} clauses at most.")
    return refusal_of_clause(s, act.clause)


def _amendment(draft: Draft, act: a.MoveAmendment, symbol: str) -> Amendment:
    target = draft.clauses[act.place] if act.change != "add" and 0 <= act.place < len(draft.clauses) else None
    clause = plain_clause(act.clause) if act.clause is not None and act.change != "delete" else None
    return Amendment(symbol, act.seat, act.draft, act.change, act.place, clause, target)


def _move_offers(s: State, seat: str) -> Iterable[a.MoveAmendment]:
    for draft in s.chamber.drafts.values():
        if draft.status == "tabled":
            present = {c.kind for c in draft.clauses}
            for place in range(len(draft.clauses)):
                yield a.MoveAmendment(seat, draft.symbol, "delete", place)
            for kind in s.scenario.open.clauses:
                if kind.id not in present:
                    yield a.MoveAmendment(seat, draft.symbol, "add", -1, Clause(kind.id))


def _move(m: Minutes, act: a.MoveAmendment) -> None:
    draft = m.state.chamber.drafts[act.draft]
    change = _amendment(draft, act, next_symbol(m.state))
    m.note(
        e.AmendmentMoved(
            change.symbol, act.seat, act.draft, act.change, change.place, change.clause, change.target
        )
    )
    _settle(m, act.seat, change)
    if not own_amendment(m, change) and m.state.house.amendments_at_once:
        _at_once(m, change)


def _at_once(m: Minutes, change: Amendment) -> None:
    """Let an amendment be debated and voted as soon as it is moved (MU4)."""
    if not debate_amendment(m, change.symbol, change.seat, change.draft):
        nature = m.state.chamber.drafts[change.draft].nature
        put(m, "amendment", change.symbol, nature, draft=change.draft, mover=change.seat)


def _accept_refusal(s: State, act: a.AcceptAmendment) -> Refusal | None:
    change = s.chamber.amendments.get(act.amendment)
    if change is None:
        return unknown(f"amendment {act.amendment}", s.chamber.amendments)
    draft = s.chamber.drafts[change.draft]
    if refused := acceptance_refusal(s, act.seat, draft, change.symbol):
        return refused
    if draft.voted:
        return Refusal("CB11", "Voting on that draft has begun.")
    after = amended(s.scenario, draft.clauses, change)
    if after is None:
        return Refusal("CB10", "The text no longer has what this would change, or says so already.")
    if not operative(s.scenario, after):
        return Refusal("CB10", "Nothing would be left to decide; withdraw the draft instead.")
    return None


def _accept(m: Minutes, act: a.AcceptAmendment) -> None:
    change = m.state.chamber.amendments[act.amendment]
    _settle(m, act.seat, change)
    accept(m, act.seat, change)


def _settle(m: Minutes, seat: str, change: Amendment) -> None:
    """Note the deals that a seat keeps by moving a change, or by taking it into its text."""
    for clause in (change.clause, change.target):
        if clause is not None:
            settle_deeds(m, seat, "amendment", change.draft, clause.kind)


def _withdraw_refusal(s: State, act: a.WithdrawAmendment) -> Refusal | None:
    change = s.chamber.amendments.get(act.amendment)
    if change is None:
        return unknown(f"amendment {act.amendment}", s.chamber.amendments)
    if change.seat != act.seat:
        return Refusal("CB8", "Only its mover may withdraw an amendment.")
    return None


def _withdraw(m: Minutes, act: a.WithdrawAmendment) -> None:
    m.note(e.AmendmentWithdrawn(act.amendment, act.seat))


_FLOOR = "This is done with the floor, in debate."
_TALKS = "This is done with the floor or in consultations, while a meeting is on."

LAWS = (
    Law(
        a.MoveAmendment,
        frozenset({Phase.DEBATE}),
        Who.TURN,
        "CB10",
        _FLOOR,
        _move_offers,
        _move,
        _move_refusal,
    ),
    Law(
        a.AcceptAmendment,
        TALKING,
        Who.TURN,
        "CB10",
        _TALKS,
        lambda s, seat: (a.AcceptAmendment(seat, x) for x in s.chamber.amendments),
        _accept,
        _accept_refusal,
    ),
    Law(
        a.WithdrawAmendment,
        UNTIL_PUT,
        Who.PRESENT,
        "CB8",
        "This is done while a meeting is on, until the amendment is put to the vote.",
        lambda s, seat: (a.WithdrawAmendment(seat, x) for x in s.chamber.amendments),
        _withdraw,
        _withdraw_refusal,
        ends=True,
    ),
)
