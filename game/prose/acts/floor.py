"""What a delegation may do with the floor, and the acts of attendance and order that may be done at any time.

Copy me: each act has a label, a plain sentence, and a rule.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.plain import clean
from game.prose.acts import usage
from game.prose.acts.label import Label, Says, Where, contents, fixed, named, needed, part
from game.prose.clauses import plain_clause
from game.prose.minutes import point, short_target
from game.prose.names import clause_title, counted, issue, pledge, short, the
from game.rules.bodies import BODIES
from game.session import actions as act
from game.session.actions import Action
from game.session.scenario import Scenario
from game.session.state import Phase


def _outside(w: Where) -> bool:
    """Whether delegations confer: there is no floor to yield."""
    return w.chamber.phase in (Phase.RECESS, Phase.CONSULTATIONS)


def _yield(a: act.Yield, s: Scenario, w: Where) -> str:
    if a.to or w.chamber.phase is Phase.CALL:
        return usage.yield_title(a, s, w)
    return "Pass" if _outside(w) else "Yield the floor"


def _yields(a: act.Yield, s: Scenario, w: Where) -> str:
    if a.to or w.chamber.phase is Phase.CALL:
        return usage.yield_sentence(a, s, w)
    return f"{'Ends your turn' if _outside(w) else 'Gives up the floor'}; the next delegation has its turn."


def _speak(a: act.Speak, s: Scenario, w: Where) -> str:
    if not a.issue:
        return "Make a statement"
    return f"Speak {({'for': 'for', 'against': 'against'}).get(a.stance, 'on')} {issue(s, a.issue)}"


def _table(a: act.TableDraft, s: Scenario, w: Where) -> str:
    if usage.is_other_paper(a, w):
        return usage.form_title(a, s, w)
    stored = s.draft.get(a.stored)
    if stored is None:
        title = f": {clean(a.title)}" if a.title else ""
        return f"Table a draft of your own{title} ({counted(len(a.clauses), 'clause')})"
    if not stored.symbol:
        return f"Table a draft: {clean(stored.title)}"
    return f"Table {clean(stored.symbol)}: {clean(stored.title)}"


def _tables(a: act.TableDraft, s: Scenario, w: Where) -> str:
    if usage.is_other_paper(a, w):
        return usage.form_sentence(a, s, w)
    stored = s.draft.get(a.stored)
    does = contents(s, stored.clauses if stored else a.clauses)
    text = "Lays a text before the Council, to be voted on in the order in which texts came in"
    if w.chamber.phase is Phase.PLENARY:
        text = "Lays a text before the Assembly, which votes on the one with most sponsors and recommends"
    return f"{text}. What it contains: {does}." if does else f"{text}."


def _amend(a: act.MoveAmendment, s: Scenario, w: Where) -> str:
    symbol = clean(a.draft)
    if a.change == "delete":
        return f"Amend {symbol}: delete {part(s, w, a.draft, a.place)}"
    new = clause_title(s, a.clause.kind) if a.clause else "a clause"
    if a.change == "replace":
        return f"Amend {symbol}: replace {part(s, w, a.draft, a.place)} by {new}"
    return f"Amend {symbol}: add {new}"


def _amends(a: act.MoveAmendment, s: Scenario, w: Where) -> str:
    text = f"The new words: “{plain_clause(s, a.clause)}”. " if a.clause else ""
    return (
        f"{text}If every sponsor accepts it the text changes at once; otherwise it is voted before the text."
    )


def _amendment(verb: str) -> Says:
    def title(a: act.AcceptAmendment | act.WithdrawAmendment, s: Scenario, w: Where) -> str:
        moved = w.chamber.amendments.get(a.amendment)
        of = f" to {clean(moved.draft)}" if moved else ""
        return f"{verb} amendment {clean(a.amendment)}{of}"

    return title


def _accepts(a: act.AcceptAmendment, s: Scenario, w: Where) -> str:
    moved = w.chamber.amendments.get(a.amendment)
    changed = moved and (moved.clause or moved.target)
    what = f" ({moved.change}: “{plain_clause(s, changed)}”)" if moved and changed else ""
    return f"The change{what} becomes part of your draft, and no vote on it is needed."


def _pledge(a: act.Pledge, s: Scenario, w: Where) -> str:
    amount = s.sealed.briefs[a.seat].capacity.get(a.kind, 0.0) * a.share if a.seat in s.sealed.briefs else 0.0
    kind = s.pledge.get(a.kind)
    unit = f" {clean(kind.unit)}" if kind and kind.unit else ""
    part = "half" if a.share == 0.5 else f"{round(a.share * 100)} %"
    share = f", {part} of what you have" if a.share < 1 else ""
    return f"Pledge {pledge(s, a.kind)} ({amount:g}{unit}{share})"


def _pledges(a: act.Pledge, s: Scenario, w: Where) -> str:
    kind = s.pledge.get(a.kind)
    late = f" It arrives after {counted(kind.after, 'stage')}." if kind and kind.after else ""
    about = f" {clean(kind.about)}" if kind and kind.about else ""
    return f"Promises in public what the Council has no forces of its own to do.{late}{about}"


def _point(a: act.RaisePoint, s: Scenario, w: Where) -> str:
    about = f" ({short_target(a.target, s)})" if a.target else ""
    return f"Raise a point of order: {point(a.subject)}{about}"


def _credentials(a: act.RaisePoint) -> str:
    return {"nature": "P4", "credentials": "RC3", "amendments": "CB10", "method": "P3"}.get(a.subject, "CB3")


def _leave(a: act.WalkOut, s: Scenario, w: Where) -> str:
    veto = " An empty chair is no veto." if a.seat in BODIES[s.open.body].permanent else ""
    return f"You leave your chair empty until you return; while away you neither speak nor vote.{veto}"


LABELS: Mapping[type[Action], Label] = {
    act.Yield: Label(_yield, _yields, "CB1"),
    act.Speak: Label(
        _speak,
        fixed("States your position in public; scripted delegates hear it and it is on record."),
        "CB1",
    ),
    act.TableDraft: Label(_table, _tables, "CB6"),
    act.Sponsor: Label(
        lambda a, s, w: f"Sponsor {named(w, a.draft)}",
        fixed("Puts your name on the text, beside its other sponsors."),
        "CB12",
    ),
    act.Unsponsor: Label(
        lambda a, s, w: f"Leave the sponsors of {named(w, a.draft)}",
        fixed("Takes your name off the text; a text without any sponsor is withdrawn."),
        "CB12",
    ),
    act.WithdrawDraft: Label(
        lambda a, s, w: f"Withdraw {named(w, a.draft)}",
        fixed("Takes your text back; this can be done only before any vote on it."),
        "CB8",
    ),
    act.MoveAmendment: Label(_amend, _amends, "CB10"),
    act.AcceptAmendment: Label(_amendment("Accept"), _accepts, "CB10"),
    act.WithdrawAmendment: Label(
        _amendment("Withdraw"), fixed("Takes your amendment back before it is voted on."), "CB8"
    ),
    act.RequestSeparateVote: Label(
        lambda a, s, w: f"Ask for a separate vote in {clean(a.draft)}: {part(s, w, a.draft, a.place)}",
        fixed(
            "This part is voted alone first; if it falls, the text goes on without it. The mover may object."
        ),
        "CB7",
    ),
    act.ObjectToSeparateVote: Label(
        lambda a, s, w: f"Object to separate votes on {named(w, a.draft)}",
        fixed("As the mover you insist that your text is voted as a whole."),
        "CB7",
    ),
    act.ProposeInvitation: Label(
        lambda a, s, w: f"Propose to invite {the(s, a.party)}",
        lambda a, s, w: (
            f"{short(s, a.party)} would sit at the table and be heard, without a vote. If anybody objects, "
            f"{needed(s)} decide, and nobody has a veto."
        ),
        "IN1",
    ),
    act.Pledge: Label(_pledge, _pledges, "CH12"),
    act.SignSpeakersList: Label(
        fixed("Sign the speakers' list"),
        fixed("You are called before those who have not signed, in the order of signing."),
        "CB1",
    ),
    act.RaisePoint: Label(
        _point, fixed("Interrupts the meeting; the President must rule on it at once."), _credentials
    ),
    act.Challenge: Label(
        fixed("Challenge the President's ruling"),
        lambda a, s, w: f"The Council decides at once: {needed(s)} overrule the President, fewer do not.",
        "CB4",
    ),
    act.AcceptRuling: Label(
        fixed("Accept the ruling"), fixed("The ruling stands and the meeting goes on."), "CB4"
    ),
    act.WalkOut: Label(fixed("Walk out"), _leave, "V7"),
    act.Return: Label(
        fixed("Take your seat again"),
        fixed("You speak and vote again from now on; coming back may have its price."),
        "V7",
    ),
}
