"""Crisis notes and private directives: secret orders to the director, who says what comes of them (MU5)."""

from __future__ import annotations

from collections.abc import Iterable

from game.plain import clean
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.acts.direction import occur
from game.session.acts.floor import say
from game.session.acts.law import ANY, CONFERRING, TABLE, Law, Who, unknown
from game.session.consequences import take_measure
from game.session.fold.usage import order_numbered
from game.session.minutes import Minutes
from game.session.state import State
from game.session.usage import Order

MOST_OPEN = 2
"""Orders of one delegation that may wait for an answer (H2)."""
MOST_SENT = 6
"""Orders one delegation may send in a sitting (H2)."""
_AWAY = "Orders go to the director while delegations sit or confer."


def open_orders(s: State) -> tuple[Order, ...]:
    """Return the orders that wait for the director, complete with every name, in the order of their
    numbers."""
    found = {n: o for papers in s.papers.values() for n, o in papers.orders.items() if not o.answered}
    return tuple(found[n] for n in sorted(found) if found[n].complete)


def _send_refusal(s: State, act: a.SendCrisisNote) -> Refusal | None:
    kind = "private_directive" if act.others else "note"
    if s.house.doing(kind) is None:
        return Refusal("MU5", "This house knows no private orders to a crisis staff.")
    if not s.director:
        return Refusal("MU5", "There is no director in this sitting to carry an order out.")
    if not say(act.words):
        return Refusal("MU5", "The order is empty.")
    for other in act.others:
        if other == act.seat or other not in s.chamber.members:
            return unknown(f"other delegation {other}", (x for x in s.chamber.members if x != act.seat))
    own = [o for o in s.papers[act.seat].orders.values() if o.seat == act.seat]
    if len(own) >= MOST_SENT:
        return Refusal("H2", f"A delegation sends {MOST_SENT} orders at most.")
    if sum(not o.answered for o in own) >= MOST_OPEN:
        return Refusal("H2", f"{MOST_OPEN} orders of this delegation wait for an answer already.")
    return None


def _send_offers(s: State, seat: str) -> Iterable[a.SendCrisisNote]:
    if s.director:
        yield a.SendCrisisNote(seat, "Find out what the other side intends.")


def _send(m: Minutes, act: a.SendCrisisNote) -> None:
    others = tuple(dict.fromkeys(act.others))
    m.note(e.CrisisNoteSent(m.state.orders + 1, act.seat, say(act.words), others))


def _join_refusal(s: State, act: a.JoinCrisisNote) -> Refusal | None:
    order = s.papers[act.seat].orders.get(act.number)
    if order is None or act.seat not in order.others or order.answered:
        return Refusal("MU5", "There is no such directive to join.")
    return Refusal("H8", "This delegation has joined already.") if act.seat in order.joined else None


def _join(m: Minutes, act: a.JoinCrisisNote) -> None:
    m.note(e.CrisisNoteJoined(act.number, act.seat))


def _answer_refusal(s: State, act: a.AnswerCrisisNote) -> Refusal | None:
    orders = open_orders(s)
    if act.number not in {o.number for o in orders}:
        return unknown(f"order number {act.number} that waits", (str(o.number) for o in orders))
    if not act.happening:
        return None
    if not act.granted:
        return Refusal("H9", "Nothing follows from an order that is refused.")
    if act.happening not in s.scenario.happening:
        return unknown(f"happening {act.happening}")
    return Refusal("H9", "That has happened already.") if act.happening in s.world.happened else None


def _answer_offers(s: State, seat: str) -> Iterable[a.AnswerCrisisNote]:
    for order in open_orders(s):
        yield a.AnswerCrisisNote(seat, order.number, True, "It is done.")
        yield a.AnswerCrisisNote(seat, order.number, False, "It cannot be done.")


def _answer(m: Minutes, act: a.AnswerCrisisNote) -> None:
    order_numbered(m.state, act.number)
    words = clean(act.words, lines=True, limit=600).strip()
    m.note(e.CrisisNoteAnswered(act.number, act.granted, words, act.happening))
    if act.happening:
        occur(m, m.state.scenario.happening[act.happening])
        take_measure(m)


LAWS = (
    Law(
        a.SendCrisisNote,
        TABLE | CONFERRING,
        Who.PRESENT,
        "MU5",
        _AWAY,
        _send_offers,
        _send,
        _send_refusal,
        ends=True,
    ),
    Law(
        a.JoinCrisisNote,
        TABLE | CONFERRING,
        Who.PRESENT,
        "MU5",
        _AWAY,
        lambda s, seat: (a.JoinCrisisNote(seat, n) for n in s.papers[seat].orders),
        _join,
        _join_refusal,
        ends=True,
    ),
    Law(
        a.AnswerCrisisNote,
        ANY,
        Who.DIRECTOR,
        "MU5",
        "Only the director answers, while a sitting is on.",
        _answer_offers,
        _answer,
        _answer_refusal,
    ),
)
