"""Acts between delegations and with capitals: notes, deals, stances, notices, pledges, pleas for new
instructions."""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.acts.conduct import notice_offers, notice_refusal
from game.session.acts.drafting import waiting_draft
from game.session.acts.floor import STANCES, say
from game.session.acts.law import CONFERRING, Law, Who, unknown
from game.session.consequences import let, scaled, settle_deeds
from game.session.facts import facts
from game.session.minutes import Minutes
from game.session.scenario import RedLine
from game.session.state import Deal, Draft, Phase, State
from game.world.conditions import holds
from game.world.outside import Effect

BALLOTS = ("yes", "no", "abstain", "not_participating")
PLEA_COSTS = 2.0
"""Standing lost by asking one's capital to loosen a red line."""
PLEA_ODDS = 0.5
SHARES = (0.5, 1.0)
TERMS = ("vote", "sponsor", "pledge", "statement", "amendment")
"""What may stand on one side of a deal."""
_CONFERS = "This is done in consultations or between meetings, in one's turn."


def _other_refusal(s: State, seat: str, to: str) -> Refusal | None:
    if to == seat:
        return Refusal("H7", "A note or deal is between two delegations.")
    return None if to in s.chamber.members else unknown(f"member {to}", s.chamber.members)


def _others(s: State, seat: str) -> Iterable[str]:
    return (x for x in s.chamber.members if x != seat)


# -- notes and deals -------------------------------------------------------------------------------
def _note_refusal(s: State, act: a.SendNote) -> Refusal | None:
    if not say(act.words):
        return Refusal("H7", "The note is empty.")
    return _other_refusal(s, act.seat, act.to)


def _note(m: Minutes, act: a.SendNote) -> None:
    m.note(e.NoteSent(act.seat, act.to, say(act.words)))


def _term_refusal(s: State, term: a.Term, owing: str) -> Refusal | None:
    if term.kind in ("vote", "sponsor", "amendment"):
        if term.subject not in s.chamber.drafts and term.subject not in s.scenario.draft:
            return unknown(f"draft {term.subject}")
        if term.kind == "vote" and term.vote not in BALLOTS:
            return unknown(f"vote called {term.vote}", BALLOTS)
        if term.kind == "amendment" and term.clause not in s.scenario.clause:
            return unknown(f"clause called {term.clause}")
        return None
    if term.kind == "statement":
        return _statement_refusal(s, term)
    if term.kind == "pledge":
        return (
            None
            if term.subject in s.scenario.pledge
            else unknown(f"pledge {term.subject}", s.scenario.pledge)
        )
    return unknown(f"term of a deal called {term.kind}", TERMS)


def _statement_refusal(s: State, term: a.Term) -> Refusal | None:
    issues = [issue.id for issue in s.scenario.open.issues]
    if term.subject not in issues:
        return unknown(f"issue called {term.subject}", issues)
    return None if term.vote in STANCES else unknown(f"stance called {term.vote}", STANCES)


def _offer_refusal(s: State, act: a.OfferDeal) -> Refusal | None:
    if refused := _other_refusal(s, act.seat, act.to):
        return refused
    own = s.papers[act.seat].deals.values()
    if any(d.status == "offered" and d.seat == act.seat and d.to == act.to for d in own):
        return Refusal("H8", "An offer to that delegation is still unanswered.")
    return _term_refusal(s, act.give, act.seat) or _term_refusal(s, act.want, act.to)


def _offer_offers(s: State, seat: str) -> Iterable[a.OfferDeal]:
    tabled = [d.symbol for d in s.chamber.drafts.values() if d.status == "tabled"]
    for to in _others(s, seat):
        for give in tabled:
            for want in tabled:
                if give != want:
                    yield a.OfferDeal(seat, to, a.Term("vote", give, "yes"), a.Term("vote", want, "yes"))


def _offer(m: Minutes, act: a.OfferDeal) -> None:
    m.note(e.DealOffered(m.state.deals + 1, act.seat, act.to, act.give, act.want))


def _answer_refusal(s: State, act: a.AcceptDeal | a.RefuseDeal) -> Refusal | None:
    deal = s.papers[act.seat].deals.get(act.deal)
    if deal is None or deal.status != "offered":
        return Refusal("H7", "There is no such offer to answer.")
    if deal.to != act.seat:
        return Refusal("H7", "An offer is answered by the delegation it was made to.")
    return None


def _offered(s: State, seat: str) -> Iterable[Deal]:
    return (d for d in s.papers[seat].deals.values() if d.status == "offered")


def _accept(m: Minutes, act: a.AcceptDeal) -> None:
    m.note(e.DealAccepted(act.deal))


def _refuse(m: Minutes, act: a.RefuseDeal) -> None:
    m.note(e.DealRefused(act.deal))


# -- stances, notices ------------------------------------------------------------------------------
def _stance_refusal(s: State, act: a.DeclareStance) -> Refusal | None:
    draft = waiting_draft(s, act.draft)
    if isinstance(draft, Refusal):
        return draft
    if s.chamber.stances.get(act.draft, {}).get(act.seat) == act.vote:
        return Refusal("H8", "This delegation has said so already.")
    return None if act.vote in BALLOTS else unknown(f"vote called {act.vote}", BALLOTS)


def _stance_offers(s: State, seat: str) -> Iterable[a.DeclareStance]:
    tabled: Iterable[Draft] = (d for d in s.chamber.drafts.values() if d.status == "tabled")
    return (a.DeclareStance(seat, d.symbol, vote) for d in tabled for vote in BALLOTS)


def _stance(m: Minutes, act: a.DeclareStance) -> None:
    m.note(e.StanceDeclared(act.seat, act.draft, act.vote))


def _notice(m: Minutes, act: a.GiveNotice) -> None:
    m.note(e.NoticeGiven(act.seat, act.item))


# -- capitals --------------------------------------------------------------------------------------
def _line(s: State, act: a.AskCapital) -> RedLine | None:
    return next((r for r in s.scenario.sealed.briefs[act.seat].red_lines if r.id == act.red_line), None)


def _plea_refusal(s: State, act: a.AskCapital) -> Refusal | None:
    line = _line(s, act)
    papers = s.papers[act.seat]
    if line is None:
        return unknown(f"red line {act.red_line}")
    if line.firm:
        return Refusal("H6", "The capital will not hear of it: that line is firm.")
    if line.id in papers.loosened or line.id in papers.refused:
        return Refusal("H8", "The capital has answered on that line already.")
    return None


def _plea_offers(s: State, seat: str) -> Iterable[a.AskCapital]:
    return (a.AskCapital(seat, r.id) for r in s.scenario.sealed.briefs[seat].red_lines if not r.firm)


def _plea(m: Minutes, act: a.AskCapital) -> None:
    granted = m.chance.stream(f"capital:{act.seat}:{act.red_line}").roll(PLEA_ODDS)
    m.note(e.CapitalAnswered(act.seat, act.red_line, granted, PLEA_ODDS))
    let(m, (Effect(seat=act.seat, standing=-PLEA_COSTS),), f"seat:{act.seat}")


def _left_to_pledge(s: State, seat: str, kind: str) -> float:
    capacity = s.scenario.sealed.briefs[seat].capacity.get(kind, 0.0)
    return capacity - s.chamber.pledges.get(seat, {}).get(kind, 0.0)


def _pledge_refusal(s: State, act: a.Pledge) -> Refusal | None:
    kind = s.scenario.pledge.get(act.kind)
    if kind is None:
        return unknown(f"pledge {act.kind}", s.scenario.pledge)
    if kind.offered is not None and not holds(kind.offered, facts(s)):
        return Refusal("H6", "The Council has not asked for that yet.")
    if not 0.0 < act.share <= 1.0:
        return Refusal("H5", "A pledge is a share of what one has: more than 0, at most 1.")
    if _left_to_pledge(s, act.seat, act.kind) <= 0:
        return Refusal("H6", "This delegation has nothing of that kind left to pledge.")
    if _pledged(s, act) <= 0:
        return Refusal("H5", "So small a share is nothing at all.")
    return None


def _pledged(s: State, act: a.Pledge) -> float:
    """Return how much a pledge comes to, in units with two decimals."""
    whole = s.scenario.sealed.briefs[act.seat].capacity[act.kind]
    return round(min(whole * act.share, _left_to_pledge(s, act.seat, act.kind)), 2)


def _pledge_offers(s: State, seat: str) -> Iterable[a.Pledge]:
    return (a.Pledge(seat, kind, share) for kind in s.scenario.pledge for share in SHARES)


def _pledge(m: Minutes, act: a.Pledge) -> None:
    kind = m.state.scenario.pledge[act.kind]
    amount = _pledged(m.state, act)
    after = kind.after_from.get(act.seat, kind.after)
    due = m.state.chamber.stage + 1 + after if after else 0
    m.note(e.PledgeMade(act.seat, act.kind, amount, due))
    if not after:
        m.note(e.PledgeArrived(act.seat, act.kind, amount))
    settle_deeds(m, act.seat, "pledge", act.kind)
    let(m, scaled(kind.effects, amount / 100.0, after), f"pledge:{act.seat}:{act.kind}")


_RECESS = frozenset({Phase.RECESS})

LAWS = (
    Law(
        a.SendNote,
        CONFERRING,
        Who.TURN,
        "H7",
        _CONFERS,
        lambda s, seat: (a.SendNote(seat, to, "Let us speak before the vote.") for to in _others(s, seat)),
        _note,
        _note_refusal,
    ),
    Law(a.OfferDeal, CONFERRING, Who.TURN, "H7", _CONFERS, _offer_offers, _offer, _offer_refusal),
    Law(
        a.AcceptDeal,
        CONFERRING,
        Who.TURN,
        "H7",
        _CONFERS,
        lambda s, seat: (a.AcceptDeal(seat, d.number) for d in _offered(s, seat)),
        _accept,
        _answer_refusal,
    ),
    Law(
        a.RefuseDeal,
        CONFERRING,
        Who.TURN,
        "H7",
        _CONFERS,
        lambda s, seat: (a.RefuseDeal(seat, d.number) for d in _offered(s, seat)),
        _refuse,
        _answer_refusal,
    ),
    Law(
        a.DeclareStance,
        CONFERRING | {Phase.DEBATE},
        Who.TURN,
        "EV1",
        "A stance is declared with the floor or in consultations.",
        _stance_offers,
        _stance,
        _stance_refusal,
    ),
    Law(
        a.GiveNotice,
        _RECESS,
        Who.TURN,
        "AG5",
        "Notice of objection to the agenda is given before the meeting.",
        notice_offers,
        _notice,
        notice_refusal,
    ),
    Law(a.AskCapital, CONFERRING, Who.TURN, "H7", _CONFERS, _plea_offers, _plea, _plea_refusal),
    Law(
        a.Pledge,
        CONFERRING | {Phase.DEBATE},
        Who.TURN,
        "CH12",
        "A pledge is made with the floor, in consultations or between meetings.",
        _pledge_offers,
        _pledge,
        _pledge_refusal,
    ),
)
