"""What delegations may do in consultations and between meetings: notes, deals, announcements, capitals."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.plain import clean
from game.prose.acts.conduct import notice_title
from game.prose.acts.label import Label, Says, Where, fixed, named
from game.prose.names import short, term, the, would
from game.session import actions as act
from game.session.actions import Action
from game.session.scenario import RedLine, Scenario
from game.session.state import Deal, Papers, State


def _papers(seat: str, w: Where) -> Papers:
    """The papers of the seat that acts."""
    return w.papers.get(seat, Papers()) if isinstance(w, State) else w.papers


def _deal(a: act.AcceptDeal | act.RefuseDeal, w: Where) -> Deal | None:
    return _papers(a.seat, w).deals.get(a.deal)


def _answer(verb: str) -> Says:
    def title(a: act.AcceptDeal | act.RefuseDeal, s: Scenario, w: Where) -> str:
        deal = _deal(a, w)
        return f"{verb} the deal of {the(s, deal.seat)}" if deal else f"{verb} deal {a.deal}"

    return title


def _terms(consequence: str) -> Callable[[act.AcceptDeal | act.RefuseDeal, Scenario, Where], str]:
    def said(a: act.AcceptDeal | act.RefuseDeal, s: Scenario, w: Where) -> str:
        deal = _deal(a, w)
        if deal is None:
            return consequence
        gets, gives = term(s, deal.give), term(s, deal.want)
        return f"You would get {gets}, and give {gives}. {consequence}"

    return said


def _red_line(a: act.AskCapital, s: Scenario) -> RedLine | None:
    brief = s.sealed.briefs.get(a.seat)
    return next((r for r in brief.red_lines if r.id == a.red_line), None) if brief else None


def _capital(a: act.AskCapital, s: Scenario, w: Where) -> str:
    line = _red_line(a, s)
    return f"Ask your capital to loosen a red line: {clean(line.text if line else a.red_line)}"


LABELS: Mapping[type[Action], Label] = {
    act.GiveNotice: Label(
        notice_title,
        fixed(
            "The agenda, or the item named, will be voted on before anything else; nobody has a veto on it."
        ),
        "AG5",
    ),
    act.SendNote: Label(
        lambda a, s, w: f"Pass a note to {the(s, a.to)}",
        lambda a, s, w: f"Only {the(s, a.to)} will read it; it binds nobody.",
        "H7",
    ),
    act.OfferDeal: Label(
        lambda a, s, w: f"Offer {the(s, a.to)} a deal: {term(s, a.give)} against {term(s, a.want)}",
        lambda a, s, w: (
            f"A private promise: you give {term(s, a.give)} if {short(s, a.to)} gives {term(s, a.want)}. "
            "Broken deals are remembered."
        ),
        "H7",
    ),
    act.AcceptDeal: Label(
        _answer("Accept"), _terms("Both sides are then expected to keep their word."), "H7"
    ),
    act.RefuseDeal: Label(_answer("Refuse"), _terms("Refusing costs nothing; the offer lapses."), "H7"),
    act.DeclareStance: Label(
        lambda a, s, w: f"Announce that you {would(a.vote)} {named(w, a.draft)}",
        fixed("Tells everybody how you mean to vote. It binds you to nothing, but others will count on it."),
        "EV1",
    ),
    act.AskCapital: Label(
        _capital,
        fixed("Your government may loosen the line or refuse; asking costs standing either way."),
        "H7",
    ),
}
