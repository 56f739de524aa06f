"""Why a delegation did what it did, in a sentence: for the debrief, where its brief lies open.

A vote carries its reason in the record; all else that a scripted delegation chooses is told here from the
moment before it, by the same weighing, count and brief that it acted on. `motive` is the door; texts are in
`motives_texts`, deals and pledges in `motives_deals`. It must never be shown to another seat during play.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.delegates.counsel import points, trading, usage
from game.delegates.counsel.orders import DELAYS
from game.delegates.hindsight.motives_deals import MOTIVES as DEALS
from game.delegates.hindsight.motives_texts import MOTIVES as TEXTS
from game.delegates.hindsight.purposes import BRIEF, count, ground, in_the_brief, owed, searches, signed
from game.delegates.knowledge.occasion import Occasion
from game.session import events as e
from game.session.state import Point


def motive(o: Occasion, x: e.Event) -> str:
    """Return why the seat of an occasion did what an event tells of, `o` being the moment before it.

    A vote's reason is the one given with it. Empty for what is nobody's choice, and for a turn let go by.
    """
    told = MOTIVES.get(type(x))
    return told(o, x) if told is not None else ""


# -- words ---------------------------------------------------------------------------------------------------
def spoke(o: Occasion, x: e.StatementMade) -> str:
    """A statement: by its brief, by its word, or on what it minds most."""
    if in_the_brief(o, "speak", x.issue) and any(
        line.words and line.words == x.words for line in o.view.script if line.act == "speak"
    ):
        return BRIEF
    position = o.mandate.position(x.issue)
    if kept := owed(o, "statement", x.issue):
        return kept
    if not x.issue:
        return "It had something to say to all."
    why = o.mandate.why(x.issue)
    said = o.lexicon.issues.get(x.issue, x.issue)
    return (
        f"Of what was before the Council and it had not yet spoken of, “{said}” is what it minds most "
        f"(it cares {position.salience:g} of 3 and stands at {signed(position.position)})"
        f"{f': {why}' if why else ''}."
    )


def called(o: Occasion, x: e.SpokeTo) -> str:
    """A few words when called upon."""
    call = o.chamber.usage.call
    if call is not None and x.side:
        vote, words = usage.on_motion(o, call.subject, call.draft)
        return f"It was called upon and speaks {x.side} it: {words.partition(': ')[2] or vote}"
    return "It was called upon, and says what it minds most."


def explained(o: Occasion, x: e.VoteExplained) -> str:
    """A vote explained."""
    return "It wants its vote to be understood."


# -- motions and points --------------------------------------------------------------------------------------
def moved(o: Occasion, x: e.MotionMoved) -> str:
    """A motion: for talks, for the Assembly, for or against the vote."""
    if in_the_brief(o, "refer", x.motion) or (x.motion == "ess" and in_the_brief(o, "refer", "")):
        return BRIEF
    own = trading.own(o)
    if x.motion == "suspend" and own is not None:
        return f"Talks may win votes: {count(o, own)}."
    if x.motion in ("ess", "to_assembly"):
        lost = ", ".join(sorted(o.memory.vetoed.keys() - o.memory.answered))
        return f"The Council was kept from {lost or 'acting'}, and it holds that the Assembly may act."
    if o.chamber.holders.get(o.seat) == "spoiler":
        return "It keeps from the vote what it would vote against."
    if x.motion == "suspend":
        return "Votes were wanting that might be won in talks."
    if x.motion == "priority" and (draft := o.chamber.drafts.get(x.draft)) is not None:
        return f"It would have its text decided before a rival that was submitted earlier: {count(o, draft)}."
    if x.motion in DELAYS and searches(o):
        return "What waits would harm what it was sent for and may carry; it would gain time."
    ground = usage.on_motion(o, x.motion, x.draft)[1].partition(": ")[2]
    return ground[:1].upper() + ground[1:] if ground else "It serves what it wants of the texts that wait."


def seconded(o: Occasion, x: e.MotionSeconded) -> str:
    """A motion seconded."""
    return "It has no reason to keep the motion from being decided."


def proposed(o: Occasion, x: e.InvitationProposed) -> str:
    """An invitation proposed."""
    return BRIEF if in_the_brief(o, "invite", x.party) else "It wants the party to be heard."


def raised(o: Occasion, x: e.PointRaised) -> str:
    """A point of order."""
    if in_the_brief(o, "point", x.subject, f"{x.subject}:{x.target}"):
        return BRIEF
    draft = points.question(o)
    if x.subject == "nature" and draft is not None:
        return f"If the question is one of substance, its no is a veto: {ground(o.weigh(draft))}."
    if x.subject == "relevance":
        return "It would have the amendment ruled out of a text that it opposes."
    return "The President should rule on it before the meeting goes on."


def ruled(o: Occasion, x: e.RulingStated) -> str:
    """A ruling from the chair."""
    point = o.chamber.point
    return _wish(o, point) if point is not None else "So the law has it."


def challenged(o: Occasion, x: e.RulingChallenged) -> str:
    """A ruling challenged."""
    point = o.chamber.point
    wish = _wish(o, point) if point is not None else ""
    return f"The ruling goes against what it holds, and the Council may decide otherwise. {wish}".strip()


def let_stand(o: Occasion, x: e.RulingSettled) -> str:
    """A ruling accepted by who might have challenged it."""
    point = o.chamber.point
    if point is None or points.wish(o, point) == x.upheld:
        return "The ruling is as it holds itself."
    return "It sees both sides of the point, or nobody may challenge the ruling."


def _wish(o: Occasion, point: Point) -> str:
    wanted = points.wish(o, point)
    if point.seat == o.seat:
        return "It raised the point itself."
    if point.target == o.seat:
        return "The point was raised against itself."
    if wanted is None:
        return "It sees both sides of the point."
    good = "good" if wanted else "not good"
    return f"By the law, and where that leaves room by its own view, the point is {good}."


# -- coming and going ----------------------------------------------------------------------------------------
def _of_the_brief(act: str, field: str, otherwise: str) -> Callable[[Occasion, Any], str]:
    """Return what tells of an act that a brief asks for, and else why it is done."""

    def told(o: Occasion, x: Any) -> str:
        names = (getattr(x, field),) if field else ()
        return BRIEF if in_the_brief(o, act, *names) else otherwise

    return told


def called_session(o: Occasion, x: e.SessionRequested) -> str:
    """The Members asked to call the Assembly."""
    if in_the_brief(o, "refer", "request"):
        return BRIEF
    return "What the Council was kept from is pressing, and no motion to call the Assembly is open to it."


# -- the chair -----------------------------------------------------------------------------------------------
def another_round(o: Occasion, x: e.DebateContinued) -> str:
    """Another round of speakers."""
    if o.memory.business:
        return "This round has brought business on which others may wish to act."
    return "A text that it wants was still short of votes."


def put(o: Occasion, x: e.QuestionPut) -> str:
    """A question put by the President."""
    if x.kind in ("consent", "statement"):
        return "A text of this kind needs that nobody objects, so it asks."
    return "Nobody wishes to speak any more, and the text is the next in order."


MOTIVES: dict[type[e.Event], Callable[[Occasion, Any], str]] = {
    **TEXTS,
    **DEALS,
    e.BallotCast: lambda o, x: x.reason,
    e.StatementMade: spoke,
    e.SpokeTo: called,
    e.VoteExplained: explained,
    e.MotionMoved: moved,
    e.MotionSeconded: seconded,
    e.InvitationProposed: proposed,
    e.PointRaised: raised,
    e.RulingStated: ruled,
    e.RulingChallenged: challenged,
    e.RulingSettled: let_stand,
    e.SeatLeft: _of_the_brief("leave", "", "It will not sit while the Council goes on so."),
    e.SeatReturned: _of_the_brief("return", "", "It means to be heard and to vote again."),
    e.NoticeGiven: _of_the_brief("object", "item", "It does not want this discussed."),
    e.MeetingRequested: _of_the_brief("request", "item", "It wants this discussed."),
    e.SessionRequested: called_session,
    e.DebateContinued: another_round,
    e.QuestionPut: put,
    e.NoHeld: lambda o, x: "A line that it may not cross commands its no.",
    e.VoteChanged: lambda o, x: "It merely dislikes the text, and will not keep it from the others.",
    e.VotePassed: lambda o, x: "It wants to hear the others first.",
    e.AttendanceAnswered: lambda o, x: "It is here, and keeps its right to abstain.",
    e.InquiryAnswered: lambda o, x: "It wanted to know the rule.",
    e.TimeYielded: lambda o, x: "It has said what it had to say.",
    e.ChairCeded: lambda o, x: "It has a part in this question and leaves the chair for it.",
    e.MeetingRose: lambda o, x: "No text waits for a vote, and nobody wishes to speak.",
    e.MeetingOpened: lambda o, x: "The consultations are over, and the Council is to meet.",
}
"""Why an act that an event tells of was done, by its kind."""
