"""Papers as houses know them: names on a draft before it is introduced, friendly amendments, papers of a
crisis committee (MU2, MU5, MU8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.rules.amendments import refuse_acceptance
from game.rules.house import Veto
from game.rules.refusals import Refusal
from game.rules.results import Result, Verdict
from game.session import actions as a
from game.session import events as e
from game.session.acts.law import Law, Who, unknown
from game.session.acts.motions import MOST_CAUCUSES
from game.session.acts.tabling import share
from game.session.acts.usage import next_directive
from game.session.consequences import on_adoption
from game.session.minutes import Minutes
from game.session.putting import led, put_motions, revise, signed
from game.session.stages import Trigger
from game.session.state import Amendment, Ballot, Draft, Phase, State
from game.session.table import body

TALKING = frozenset({Phase.DEBATE, Phase.CONSULTATIONS})


# -- names -----------------------------------------------------------------------------------------
def _sign_refusal(s: State, act: a.SignPaper) -> Refusal | None:
    draft, change = s.chamber.drafts.get(act.paper), s.chamber.amendments.get(act.paper)
    on_it = s.chamber.usage.signatures.get(act.paper, ())
    if draft is not None and draft.status == "circulating":
        own: tuple[str, ...] = draft.sponsors
    elif change is not None and s.house.amendment_signatories:
        own = (change.seat,)
    else:
        return unknown(f"paper {act.paper} that circulates for names", _circulating(s))
    if act.seat in own or act.seat in on_it:
        return Refusal("H8", "The name of this delegation is on that paper.")
    return None


def _circulating(s: State) -> Iterable[str]:
    yield from (d.symbol for d in s.chamber.drafts.values() if d.status == "circulating")
    if s.house.amendment_signatories:
        yield from s.chamber.amendments


def _sign(m: Minutes, act: a.SignPaper) -> None:
    m.note(e.PaperSigned(act.seat, act.paper))
    draft = m.state.chamber.drafts.get(act.paper)
    if draft is not None and signed(m.state, act.paper, draft.sponsors, share(m.state.house, draft.form)):
        m.note(e.DraftIntroduced(act.paper))


# -- friendly amendments ---------------------------------------------------------------------------
def acceptance_refusal(s: State, seat: str, draft: Draft, symbol: str) -> Refusal | None:
    """Say why a delegation may not take an amendment into a text (CB10, MU8)."""
    if s.house.friendly == "nobody":
        return Refusal("MU8", "Here every amendment is voted on; none is taken in by agreement.")
    if s.house.friendly == "mover":
        return refuse_acceptance((seat,), draft.sponsors[:1])
    if seat not in draft.sponsors:
        return Refusal("MU8", "Only the sponsors of a text accept an amendment to it.")
    if seat in s.chamber.usage.accepted.get(symbol, ()):
        return Refusal("H8", "This delegation has accepted it; other sponsors have not yet.")
    return None


def accept(m: Minutes, seat: str, change: Amendment) -> None:
    """Take an amendment into a text, or note that one more sponsor accepts it."""
    if m.state.house.friendly == "sponsors":
        m.note(e.AmendmentAgreed(seat, change.symbol))
        draft = m.state.chamber.drafts[change.draft]
        if not m.state.chamber.usage.accepted[change.symbol] >= set(draft.sponsors):
            return
    revise(m, change.draft, change)


def own_amendment(m: Minutes, change: Amendment) -> bool:
    """Let a sponsor's amendment to its own text be taken in if the house allows it; returns whether it
    was."""
    draft = m.state.chamber.drafts[change.draft]
    friendly = m.state.house.friendly
    if friendly == "mover" and draft.sponsors == (change.seat,):
        revise(m, change.draft, change)
    elif friendly == "sponsors" and change.seat in draft.sponsors:
        accept(m, change.seat, change)
    return change.symbol not in m.state.chamber.amendments


# -- voting ----------------------------------------------------------------------------------------
def veto_caucus(m: Minutes, symbol: str) -> bool:
    """Suspend the meeting once before a vote on which a veto has been announced (MU9); returns whether."""
    c = m.state.chamber
    draft = c.drafts[symbol]
    told = c.stances.get(symbol, {})
    threatened = [p for p in body(m.state).permanent if told.get(p) == "no"]
    wanted = m.state.house.veto is Veto.P5_CAUCUS and draft.nature == "substantive" and threatened
    if not wanted or symbol in c.usage.caucused or len(c.usage.caucused) >= MOST_CAUCUSES:
        return False
    m.note(e.VetoCaucusOpened(symbol, led(m.phase, Trigger.SUSPEND)))
    return True


def _directive(m: Minutes, ballot: Ballot, result: Result) -> None:
    draft = m.state.chamber.drafts[ballot.draft]
    if result.verdict is Verdict.ADOPTED:
        m.note(e.DirectiveAdopted(draft.symbol, draft.form))
        if draft.form == "directive":
            on_adoption(m, draft)
    else:
        m.note(e.DraftFailed(draft.symbol, vetoed=result.verdict is Verdict.VETOED))
    if m.state.chamber.usage.directives:
        next_directive(m)
    else:
        put_motions(m)


FOLLOWS: dict[str, Callable[[Minutes, Ballot, Result], None]] = {"directive": _directive}

LAWS = (
    Law(
        a.SignPaper,
        TALKING,
        Who.TURN,
        "MU2",
        "Papers are signed with the floor or in consultations, while a meeting is on.",
        lambda s, seat: (a.SignPaper(seat, x) for x in _circulating(s)),
        _sign,
        _sign_refusal,
    ),
)
