"""Acts on drafts: tabling, sponsoring, withdrawing, asking for separate votes."""

from __future__ import annotations

from collections.abc import Iterable

from game.plain import clean
from game.rules.records import symbol as document
from game.rules.refusals import Refusal
from game.rules.texts import refuse_draft, refuse_resubmission, refuse_separate_vote, refuse_withdrawal
from game.session import actions as a
from game.session import events as e
from game.session.acts.conduct_statements import form_refusal
from game.session.acts.law import PLENARY, Law, Who, unknown
from game.session.acts.tabling import (
    committee_offers,
    names_wanted,
    opens_empty,
    paper_refusal,
    without_clauses,
)
from game.session.assembly import next_paper
from game.session.consequences import settle_deeds
from game.session.facts import facts
from game.session.minutes import Minutes
from game.session.scenario import Clause
from game.session.state import Draft, Phase, State
from game.session.table import AGREED, body
from game.session.texts import LONGEST_WORDS, MOST_CLAUSES, findings, in_order, nature, operative
from game.world.conditions import holds

WAITING = ("tabled", "circulating")
MOST_DRAFTS = 2
"""Drafts a delegation may have waiting at once (H2)."""
DEBATE = frozenset({Phase.DEBATE})
TALKING = frozenset({Phase.DEBATE, Phase.CONSULTATIONS})
UNTIL_PUT = TALKING | {Phase.CHAIR}
"""When a mover may take back what it moved, or insist on it whole: at any time until it is put (rule 35)."""
_FLOOR = "This is done with the floor, in debate."
_UNTIL_PUT = "This is done while a meeting is on, until the text is put to the vote."
_TALKS = "This is done with the floor or in consultations, while a meeting is on."


# -- clauses ---------------------------------------------------------------------------------------
def refusal_of_clause(s: State, clause: Clause) -> Refusal | None:
    """Say why a clause cannot be written now: unknown, not offered at this stage, or with unknown choices."""
    kind = s.scenario.clause.get(clause.kind)
    if kind is None:
        return unknown(f"clause called {clause.kind}")
    if kind.offered is not None and not holds(kind.offered, facts(s)):
        return Refusal("H6", f"The clause “{kind.title}” cannot be written at this point of the crisis.")
    for name, chosen in clause.choices.items():
        known = next((p for p in kind.parameters if p.id == name), None)
        if known is None or chosen not in {c.id for c in known.choices}:
            return unknown(f"choice {name}: {chosen} in the clause “{kind.title}”")
    if len(clause.words) > LONGEST_WORDS:
        return Refusal("H5", f"The words of a clause may have {LONGEST_WORDS} characters at most.")
    return None


def plain_clause(clause: Clause) -> Clause:
    """Return a clause whose free words are plain text on one line."""
    return Clause(clause.kind, clause.choices, clean(clause.words).strip()) if clause.words else clause


# -- tabling ---------------------------------------------------------------------------------------
def _table_refusal(s: State, act: a.TableDraft) -> Refusal | None:
    drafts = s.chamber.drafts.values()
    mine = [d for d in drafts if d.status in WAITING and d.sponsors[:1] == (act.seat,)]
    if len(mine) >= MOST_DRAFTS:
        return Refusal("H2", f"A delegation may have {MOST_DRAFTS} drafts waiting at once.")
    refused = paper_refusal(s, act) or form_refusal(s, act)
    refused = refused or (_stored_refusal(s, act) if act.stored else _own_refusal(s, act))
    return refused or _assembly_refusal(s, act)


def _assembly_refusal(s: State, act: a.TableDraft) -> Refusal | None:
    """Say why a text is none for the Assembly: it recommends on the substance, whatever the verbs (GA8)."""
    if s.chamber.phase is not Phase.PLENARY:
        return None
    if act.form != "resolution":
        return Refusal("GA8", "Before the Assembly a text is a draft resolution and nothing else.")
    clauses = s.scenario.draft[act.stored].clauses if act.stored else act.clauses
    if nature(s.scenario, clauses) == "procedural":
        return Refusal("GA8", "That text is about the Council's own procedure, which is not the Assembly's.")
    return None


def _stored_refusal(s: State, act: a.TableDraft) -> Refusal | None:
    stored = s.scenario.draft.get(act.stored)
    if stored is None:
        return unknown(f"stored draft {act.stored}")
    if stored.stage and _stage_number(s, stored.stage) > s.chamber.stage:
        return Refusal("H6", "That text belongs to a later moment of the crisis.")
    if stored.when is not None and not holds(stored.when, facts(s)):
        return Refusal("H6", "That text makes no sense as the crisis has gone.")
    if refused := refuse_resubmission(stored.id, s.chamber.passed):
        return refused
    assembly = s.chamber.phase is Phase.PLENARY
    same = (d for d in s.chamber.drafts.values() if d.stored == stored.id and d.status != "withdrawn")
    here = [d for d in same if (d.form == "assembly") is assembly]
    if any(d.stage == s.chamber.stage_id or d.status == "tabled" for d in here):
        return Refusal("V14", "That text has been before this meeting already.")
    return None


def _stage_number(s: State, stage: str) -> int:
    return next((i for i, x in enumerate(s.scenario.sealed.stages) if x.id == stage), 0)


def _own_refusal(s: State, act: a.TableDraft) -> Refusal | None:
    if len(act.clauses) > MOST_CLAUSES:
        return Refusal("H5", f"A draft may have {MOST_CLAUSES} clauses at most.")
    for clause in act.clauses:
        if refused := refusal_of_clause(s, clause):
            return refused
    if len(set(map(repr, act.clauses))) != len(act.clauses):
        return Refusal("H5", "The same clause stands twice in the draft.")
    written = len(operative(s.scenario, act.clauses))
    refused = None if without_clauses(s, act) else refuse_draft(written)
    if without_clauses(s, act) and not clean(act.title).strip():
        refused = Refusal("MU4", "A text that is to be built up needs a title.")
    return refused or (None if s.chamber.phase is Phase.PLENARY else unlawful(s, act.clauses))


def unlawful(s: State, clauses: Iterable[Clause]) -> Refusal | None:
    """Say which article a text sins against, if it is more than a doubt (CH17)."""
    year = int(s.chamber.date[:4])
    found = findings(s.scenario, clauses, s.chamber.adopted, year)
    return next((x.refusal for x in found if x.refusal is not None), None)


def _table_offers(s: State, seat: str) -> Iterable[a.TableDraft]:
    """Offer the texts of the moment, the seat's own of history first."""
    at = s.chamber.stage_id
    stored = s.scenario.open.drafts
    yield from (a.TableDraft(seat, stored=d.id) for d in stored if seat in d.sponsors)
    yield from (
        a.TableDraft(seat, stored=d.id) for d in stored if d.stage in (at, "") and seat not in d.sponsors
    )
    yield from committee_offers(s, seat)


def next_symbol(s: State, wanted: str = "") -> str:
    """Return the symbol a new document gets: the one wanted if it is free, else the next number (PB7)."""
    taken = {*s.chamber.drafts, *s.chamber.amendments}
    if wanted and wanted not in taken:
        return wanted
    reserved = {d.symbol for d in s.scenario.open.drafts}
    number, year = s.chamber.documents + 1, int(s.chamber.date[:4])
    sits = body(s)
    while (named := document(sits, number, year)) in taken or named in reserved:
        number += 1
    return named


def _table(m: Minutes, act: a.TableDraft) -> None:
    s = m.state
    if act.stored:
        stored = s.scenario.draft[act.stored]
        clauses, title, symbol = stored.clauses, stored.title, next_symbol(s, stored.symbol)
    else:
        clauses = in_order(s.scenario, (plain_clause(c) for c in act.clauses))
        title, symbol = clean(act.title, limit=120).strip(), next_symbol(s)
    form, named = s.scenario.draft[act.stored].form if act.stored else act.form, act.stored
    if m.phase is Phase.PLENARY:
        symbol, form = next_paper(s), "assembly"
    elif opens_empty(s, act):
        clauses, named, form = (), "", act.form
    of = nature(s.scenario, clauses)
    wanted = 0 if form == "assembly" else names_wanted(s, form)
    m.note(e.DraftTabled(symbol, (act.seat,), clauses, title, named, of, form, wanted))


# -- sponsors --------------------------------------------------------------------------------------
def waiting_draft(s: State, symbol: str) -> Draft | Refusal:
    """Return a draft on which no vote has been taken, or why there is none of that symbol."""
    draft = s.chamber.drafts.get(symbol)
    if draft is None or draft.status != "tabled":
        known = (d.symbol for d in s.chamber.drafts.values() if d.status == "tabled")
        return unknown(f"draft {symbol} on the table", known)
    return draft


def _sponsor_refusal(s: State, act: a.Sponsor) -> Refusal | None:
    draft = waiting_draft(s, act.draft)
    if isinstance(draft, Refusal):
        return draft
    if act.seat in draft.sponsors:
        return Refusal("CB12", "This delegation sponsors the draft already.")
    if s.chamber.phase is Phase.PLENARY and draft.form != "assembly":
        return Refusal("GA8", "That text is before the Council; the Assembly has its own.")
    return None


def _sponsor(m: Minutes, act: a.Sponsor) -> None:
    m.note(e.SponsorJoined(act.seat, act.draft))
    settle_deeds(m, act.seat, "sponsor", act.draft)


def _unsponsor_refusal(s: State, act: a.Unsponsor) -> Refusal | None:
    draft = waiting_draft(s, act.draft)
    if isinstance(draft, Refusal):
        return draft
    if act.seat not in draft.sponsors:
        return Refusal("CB12", "This delegation does not sponsor the draft.")
    if len(draft.sponsors) == 1:
        return Refusal("CB8", "The only sponsor withdraws the draft rather than leave it.")
    return None


def _unsponsor(m: Minutes, act: a.Unsponsor) -> None:
    m.note(e.SponsorLeft(act.seat, act.draft))


def _withdraw_refusal(s: State, act: a.WithdrawDraft) -> Refusal | None:
    decided = s.chamber.drafts.get(act.draft)
    if decided is not None and decided.voted:
        return refuse_withdrawal(act.seat, decided.sponsors, vote_taken=True)
    draft = waiting_draft(s, act.draft)
    if isinstance(draft, Refusal):
        return draft
    if len(draft.sponsors) > 1 and act.seat in draft.sponsors:
        what = "All sponsors must agree: each leaves the draft, and the last of them withdraws it."
        return Refusal("CB8", what)
    return refuse_withdrawal(act.seat, draft.sponsors)


def _withdraw(m: Minutes, act: a.WithdrawDraft) -> None:
    m.note(e.DraftWithdrawn(act.draft, act.seat))


def _drafts(s: State) -> Iterable[Draft]:
    return (d for d in s.chamber.drafts.values() if d.status == "tabled")


# -- separate votes --------------------------------------------------------------------------------
def _part_refusal(s: State, act: a.RequestSeparateVote) -> Refusal | None:
    if s.house.doing("part") is None:
        return Refusal("MU2", "Here a clause is voted apart only when a motion to divide is carried.")
    draft = waiting_draft(s, act.draft)
    if isinstance(draft, Refusal):
        return draft
    if draft.form in AGREED:
        return Refusal("EV4", "A statement is never voted on, and so no part of it either.")
    if draft.voted:
        return Refusal("CB11", "Voting on that draft has begun.")
    if act.place in draft.divided:
        return Refusal("CB7", "A separate vote on that clause is asked for already.")
    objecting = draft.sponsors[:1] if draft.whole else ()
    there = 0 <= act.place < len(draft.clauses)
    return refuse_separate_vote(there, objecting, draft.sponsors[:1], names=s.scenario.names)


def _part(m: Minutes, act: a.RequestSeparateVote) -> None:
    m.note(e.SeparateVoteRequested(act.seat, act.draft, act.place))


def _whole_refusal(s: State, act: a.ObjectToSeparateVote) -> Refusal | None:
    draft = waiting_draft(s, act.draft)
    if isinstance(draft, Refusal):
        return draft
    if act.seat != draft.sponsors[0]:
        return Refusal("CB7", "Only the original mover's objection counts.")
    if not draft.divided:
        return Refusal("CB7", "Nobody has asked for a separate vote on that draft.")
    return None


def _whole(m: Minutes, act: a.ObjectToSeparateVote) -> None:
    m.note(e.SeparateVoteRefused(act.seat, act.draft))


LAWS = (
    Law(a.TableDraft, DEBATE | PLENARY, Who.TURN, "CB6", _FLOOR, _table_offers, _table, _table_refusal),
    Law(
        a.Sponsor,
        TALKING | PLENARY,
        Who.TURN,
        "CB12",
        _TALKS,
        lambda s, seat: (a.Sponsor(seat, d.symbol) for d in _drafts(s)),
        _sponsor,
        _sponsor_refusal,
    ),
    Law(
        a.Unsponsor,
        TALKING,
        Who.TURN,
        "CB12",
        _TALKS,
        lambda s, seat: (a.Unsponsor(seat, d.symbol) for d in _drafts(s)),
        _unsponsor,
        _unsponsor_refusal,
    ),
    Law(
        a.WithdrawDraft,
        UNTIL_PUT,
        Who.PRESENT,
        "CB8",
        _UNTIL_PUT,
        lambda s, seat: (a.WithdrawDraft(seat, d.symbol) for d in _drafts(s)),
        _withdraw,
        _withdraw_refusal,
        ends=True,
    ),
    Law(
        a.RequestSeparateVote,
        DEBATE,
        Who.TURN,
        "CB7",
        _FLOOR,
        lambda s, seat: (
            a.RequestSeparateVote(seat, d.symbol, i) for d in _drafts(s) for i in range(len(d.clauses))
        ),
        _part,
        _part_refusal,
    ),
    Law(
        a.ObjectToSeparateVote,
        UNTIL_PUT,
        Who.PRESENT,
        "CB7",
        _UNTIL_PUT,
        lambda s, seat: (a.ObjectToSeparateVote(seat, d.symbol) for d in _drafts(s)),
        _whole,
        _whole_refusal,
        ends=True,
    ),
)
