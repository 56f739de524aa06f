"""Statements of the President and to the press: agreed by silence, never voted, blocked by any one member
(EV4, EV5)."""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.ballots import president_formula
from game.rules.consent import presidential_statement
from game.rules.house import PAPERS
from game.rules.records import statement
from game.rules.refusals import Refusal
from game.rules.statements import refuse_in_statement
from game.session import actions as a
from game.session import events as e
from game.session.consequences import kinds_of, let, scaled, settle_votes, take_measure
from game.session.minutes import Minutes
from game.session.putting import led, put
from game.session.scenario import Clause
from game.session.stages import Trigger
from game.session.state import Ballot, Draft, State
from game.session.table import AGREED
from game.session.texts import written

STATEMENT_WEIGHT = 0.25
"""What a presidential statement's clauses do in the world, as a share of a resolution's (EV7); a press
statement does nothing but be heard."""
_CALLED = {"statement": "statement", "press": "statement to the press"}


def silence_refusal(s: State, act: a.PutToVote | a.AskConsent) -> Refusal | None:
    """Say why a statement is not put so: it is never voted on, only agreed to (EV4)."""
    if isinstance(act, a.PutToVote):
        return Refusal("EV4", "A statement is never voted on; ask whether anybody objects to it.")
    return None


def ask_silence(m: Minutes, draft: Draft) -> None:
    """Ask whether anybody objects to a statement; amendments its sponsor did not accept fall (EV4)."""
    for change in tuple(x.symbol for x in m.state.chamber.amendments.values() if x.draft == draft.symbol):
        m.note(e.AmendmentWithdrawn(change, ""))
    put(m, "statement", draft.symbol, draft.nature, draft=draft.symbol, mover=draft.sponsors[0])


def silence(m: Minutes, ballot: Ballot) -> None:
    """Issue a statement to which nobody objected, or let it fall at the first objection (EV4)."""
    draft = m.state.chamber.drafts[ballot.draft]
    objecting = [seat for seat, vote in ballot.votes.items() if vote == "no"]
    result = presidential_statement(objecting, names=m.state.scenario.names)
    m.note(
        e.ResultDeclared(
            verdict=result.verdict.value,
            kind=ballot.kind,
            subject=ballot.subject,
            yes=0,
            no=0,
            abstain=0,
            absent=0,
            not_participating=0,
            needed=0,
            rule="EV5" if draft.form == "press" else result.rule,
            reason=result.reason,
            formula=president_formula(result, _CALLED[draft.form]),
            phase=led(m.phase, Trigger.DECLARE, ballot.back),
        )
    )
    for seat in ballot.votes:
        settle_votes(m, seat, ballot.draft, ballot.votes[seat])
    if objecting:
        m.note(e.StatementBlocked(objecting[0], draft.symbol))
        return
    m.note(e.StatementIssued(_symbol(m.state, draft), draft.symbol, draft.form))
    _work(m, draft)


def _symbol(s: State, draft: Draft) -> str:
    """Return the symbol a statement is issued under: of its own series from 1994, before as a document."""
    year = int(s.chamber.date[:4])
    if draft.form == "press":
        return f"SC/{1 + sum(x.startswith('SC/') for x in s.chamber.conduct.issued)}"
    series = statement(1, year).removesuffix("1")
    if series == "S/" or (draft.stored and draft.symbol.startswith(series)):
        return draft.symbol
    return statement(1 + sum(x.startswith(series) for x in s.chamber.conduct.issued), year)


def _work(m: Minutes, draft: Draft) -> None:
    """Let a presidential statement work in the world with its share of weight; it decides nothing (EV7)."""
    if draft.form != "statement":
        return
    for kind in kinds_of(m, draft):
        moves = [x for x in kind.effects if x.by or x.standing]
        let(m, scaled(moves, STATEMENT_WEIGHT, 0), f"statement:{draft.symbol}:{kind.id}")
    take_measure(m)


def form_refusal(s: State, act: a.TableDraft) -> Refusal | None:
    """Say why a text cannot be tabled in the form it is given."""
    if act.form == "resolution" or act.form in PAPERS:
        return None
    if act.form not in AGREED:
        forms = ", ".join(("resolution", *sorted(AGREED)))
        return Refusal("H5", f"There is no form of text called {act.form}; there are: {forms}.")
    if act.seat not in s.chamber.members:
        return Refusal("EV4", "A statement on behalf of the Council is proposed by one of its members.")
    if act.stored:
        return Refusal("EV4", "The texts of history at hand are draft resolutions.")
    return binding(s, act.clauses)


def binding(s: State, clauses: Iterable[Clause]) -> Refusal | None:
    """Say which clause cannot stand in a statement, because it binds or authorises States (EV4, EV7)."""
    known = (clause for clause in clauses if clause.kind in s.scenario.clause)
    return next(filter(None, map(refuse_in_statement, written(s.scenario.clause, known))), None)
