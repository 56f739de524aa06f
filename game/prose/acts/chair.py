"""What the President may do from the chair."""

from __future__ import annotations

from collections.abc import Mapping

from game.plain import clean
from game.prose.acts.conduct import silence_sentence, silence_title
from game.prose.acts.label import Label, Where, fixed, named, needed
from game.prose.league import put_as
from game.session import actions as act
from game.session.actions import Action
from game.session.covenant import governs
from game.session.scenario import Scenario
from game.session.sequence import judged_first


def _put(a: act.PutToVote, s: Scenario, w: Where) -> str:
    text = w.chamber.drafts.get(a.draft)
    if text is not None and governs(s):
        return f"Amendments and parts asked for separately are voted first, then the whole. {put_as(s, text)}"
    if text is not None and text.nature == "procedural":
        bar = f"it needs {needed(s)}, and on procedure nobody has a veto"
    else:
        bar = f"it needs {needed(s)} and no permanent member against"
    return f"Amendments and parts asked for separately are voted first, then the whole text; {bar}."


def _rules(a: act.Rule, s: Scenario, w: Where) -> str:
    point = w.chamber.point
    about = point is not None and point.subject == "amendments"
    judged = judged_first(s.clause, w.chamber.amendments.values(), point.target) if point and about else None
    says = f"To put {clean(point.target)} first: {judged.reason} " if point and judged else ""
    return (
        f"{says}Your ruling stands unless a delegation challenges it and {needed(s)} overrule it; on this "
        "nobody has a veto."
    )


LABELS: Mapping[type[Action], Label] = {
    act.CallToOrder: Label(
        fixed("Call the meeting to order"),
        fixed(
            "Opens the meeting. The agenda comes first; it is adopted without a vote unless a delegation has "
            "given notice that it objects."
        ),
        "AG4",
    ),
    act.ContinueDebate: Label(
        fixed("Continue the debate"),
        fixed("Calls every delegation once more before anything is put to the vote."),
        "CB1",
    ),
    act.PutToVote: Label(lambda a, s, w: f"Put {named(w, a.draft)} to the vote", _put, "CB6"),
    act.AskConsent: Label(
        silence_title,
        silence_sentence,
        "EV3",
    ),
    act.Rule: Label(
        lambda a, s, w: (
            "Rule that the point is well taken" if a.uphold else "Rule against the point of order"
        ),
        _rules,
        "CB3",
    ),
    act.CedeChair: Label(
        fixed("Leave the chair for this question"),
        fixed(
            "The next member in the English alphabetical order presides over this question; you speak and "
            "vote from your own seat."
        ),
        "PR5",
    ),
    act.CloseMeeting: Label(
        fixed("Let the meeting rise"),
        fixed("Ends the meeting. The Council stays seized of the matter and the world moves on."),
        "EV6",
    ),
}
