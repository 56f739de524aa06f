"""Points that only some houses know: personal privilege, the right of reply, a recount, and inquiries (MU7).

Like a point of order they are raised at any time at the table and ruled on by the President; an inquiry is
answered at once with the page of the rule it asks about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.plain import clean
from game.rules.book import RULES
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.acts.law import TABLE, Law, Who, unknown
from game.session.acts.motions import page
from game.session.minutes import Minutes
from game.session.state import State

SUBJECTS = ("privilege", "reply", "recount")


def _known(s: State, subject: str, rule: str) -> Refusal | None:
    if s.house.doing(subject) is not None:
        return None
    return Refusal(rule, "This house does not know that point.")


def _privilege(s: State, act: a.RaisePoint) -> Refusal | None:
    if refused := _known(s, "privilege", "MU7"):
        return refused
    return None if act.target == act.seat else Refusal("MU7", "A delegation raises its own privilege.")


def _reply(s: State, act: a.RaisePoint) -> Refusal | None:
    if refused := _known(s, "reply", "MU7"):
        return refused
    usage = s.chamber.usage
    if usage.replied:
        return Refusal("MU7", "There is no reply to a reply.")
    if not act.target or act.target != usage.last or act.target == act.seat:
        return Refusal("MU7", "One replies to what another delegation has just said.")
    return None


def _recount(s: State, act: a.RaisePoint) -> Refusal | None:
    if refused := _known(s, "recount", "MU4"):
        return refused
    if not act.target or s.chamber.usage.close != act.target:
        return Refusal("MU4", "Only a close vote that has just failed is taken again.")
    return None


TARGETS: dict[str, Callable[[State, a.RaisePoint], Refusal | None]] = {
    "privilege": _privilege,
    "reply": _reply,
    "recount": _recount,
}


def offers(s: State, seat: str) -> Iterable[a.RaisePoint]:
    """Offer the points that this house knows."""
    if s.house.doing("privilege") is not None:
        yield a.RaisePoint(seat, "privilege", seat)
    if s.house.doing("reply") is not None and s.chamber.usage.last:
        yield a.RaisePoint(seat, "reply", s.chamber.usage.last)
    if s.chamber.usage.close:
        yield a.RaisePoint(seat, "recount", s.chamber.usage.close)


# -- inquiries -------------------------------------------------------------------------------------
def _inquiry_refusal(s: State, act: a.Inquire) -> Refusal | None:
    meeting = s.chamber.meeting
    if refused := _known(s, "inquiry", "MU7"):
        return refused
    if act.about not in s.house.motion and act.about not in RULES:
        return unknown(f"motion or rule called {clean(act.about, limit=40)}", s.house.motion)
    if meeting is not None and f"inquiry:{act.about}" in meeting.tried:
        return Refusal("H8", "That has been asked and answered in this round.")
    return None


def _inquire(m: Minutes, act: a.Inquire) -> None:
    entry = m.state.house.motion.get(act.about)
    rule = page(entry) if entry is not None else act.about
    m.note(e.InquiryAnswered(act.seat, act.about, rule, entry.name if entry is not None else ""))


LAWS = (
    Law(
        a.Inquire,
        TABLE,
        Who.PRESENT,
        "MU7",
        "An inquiry is made while the floor is open.",
        lambda s, seat: (a.Inquire(seat, id) for id in s.house.motion),
        _inquire,
        _inquiry_refusal,
        ends=True,
    ),
)
