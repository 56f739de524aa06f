"""What delegations may do of the Council's rarer business: ask for meetings and votes, explain, refer."""

from __future__ import annotations

from collections.abc import Mapping

from game.plain import clean
from game.prose.acts.label import Label, Where, fixed, named, needed
from game.prose.minutes_conduct import item_title
from game.session import actions as act
from game.session.actions import Action
from game.session.duties import bound_to_abstain
from game.session.scenario import Scenario
from game.session.state import Phase

VOID = (
    "As a party to the dispute you must abstain here (Article 27(3)): your yes or no would be void and count "
    "as an abstention."
)


def bound(w: Where, s: Scenario, seat: str) -> bool:
    """Whether a seat's yes or no on the question put would be void (V10)."""
    return seat in bound_to_abstain(s.clause, w.chamber, w.chamber.ballot)


def _request(a: act.RequestMeeting, s: Scenario, w: Where) -> str:
    what = item_title(s, a.item) if a.item else clean(a.words)
    if w.chamber.phase is Phase.RECESS:
        return f"Ask that this be put on the agenda: {what}" if what else "Ask for a meeting"
    return f"Ask for another meeting{f' on: {what}' if what else ''}"


def _requests(a: act.RequestMeeting, s: Scenario, w: Where) -> str:
    if w.chamber.phase is Phase.RECESS:
        return (
            "One member's request is enough, and the President cannot refuse it. Whoever is against it can "
            "only object to the item when the meeting opens."
        )
    return "One member's request is enough: when this meeting rises, another is held at the same date."


def notice_title(a: act.GiveNotice, s: Scenario, w: Where) -> str:
    """The label of a notice of objection, to the agenda or to one item of it (AG5)."""
    what = f"the item: {item_title(s, a.item)}" if a.item else "the agenda"
    return f"Give notice that you object to {what}"


def silence_title(a: act.AskConsent, s: Scenario, w: Where) -> str:
    """The label of asking for silence on a draft or a statement (EV3, EV4)."""
    text = w.chamber.drafts.get(a.draft)
    if text is not None and text.form in ("statement", "press"):
        return f"Ask whether all agree to the statement {named(w, a.draft)}"
    return f"Ask whether {named(w, a.draft)} can be adopted without a vote"


def silence_sentence(a: act.AskConsent, s: Scenario, w: Where) -> str:
    """What asking for silence does: one objection means a vote, or the end of a statement (EV3, EV4)."""
    text = w.chamber.drafts.get(a.draft)
    if text is not None and text.form in ("statement", "press"):
        return "It is never voted on: if nobody objects it is issued; any one member, elected too, blocks it."
    return "If nobody objects, the text is adopted; a single objection sends it to the vote."


LABELS: Mapping[type[Action], Label] = {
    act.RequestMeeting: Label(_request, _requests, "MT2"),
    act.AskVote: Label(
        lambda a, s, w: f"Ask for a vote on the guest's draft {named(w, a.draft)}",
        lambda a, s, w: (
            "A guest may table a draft, but it is put to the vote only if a member asks. "
            f"Then it needs {needed(s)} like any other."
        ),
        "IN5",
    ),
    act.ExplainVote: Label(
        fixed("Explain your vote"),
        fixed("Says why you voted so, once the result is declared; the vote itself stands as it was cast."),
        "EV1",
    ),
    act.PutPreliminary: Label(
        fixed("Leave the question to the Council"),
        lambda a, s, w: (
            f"Instead of ruling you ask whether the matter is procedural; {needed(s)} say so. By the "
            "Statement of San Francisco a permanent member's no would make it one of substance."
        ),
        "P4",
    ),
}
