"""The running record: one plain sentence for every kind of event, as the minutes of a meeting put it.

A table by type. It must never judge who may read an event (`session.views.may_know` does), nor look at the
state: a line reads the same at any time. Lines are neutral: nobody is praised, blamed or quoted beyond what
the delegation itself said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.plain import clean
from game.prose import minutes_conduct, minutes_plenary, minutes_usage, minutes_world
from game.prose.clauses import plain_clause
from game.prose.names import (
    after_colon,
    ballot,
    clause_title,
    counted,
    day,
    everyone,
    issue,
    lowered,
    ordinal,
    promised,
    sentence,
    term,
    the,
    told_of,
    would,
)
from game.rules.motions import MOTIONS
from game.session import events as happened
from game.session.events import Event
from game.session.scenario import Scenario

_Says = Callable[[Any, Scenario], str | None]

_POINTS = {
    "motion": "the motion shall be entertained",
    "privilege": "a delegation cannot hear or is not well",
    "reply": "it wishes to reply",
    "recount": "the vote shall be taken again by name",
    "nature": "the question put is one of substance",
    "relevance": "the amendment does not relate to the text",
    "credentials": "the credentials of a representative are contested",
    "order": "the speaker is out of order",
    "amendments": "this amendment should be put first",
    "method": "a permanent member's no cannot of itself make a question one of substance",
}
_VERDICTS = {
    "adopted": "carried",
    "vetoed": "not carried, because a permanent member voted no",
    "rejected_insufficient": "not carried, for want of votes",
    "rejected": "not carried",
    "rejected_two_thirds": "not carried, for want of two-thirds",
    "not_adopted_no_unanimity": "not carried, for want of unanimity",
    "adopted_unanimous_excl_parties": "carried by all but the parties, whose votes are not counted",
    "adopted_majority_only": "carried by a majority only, so that Members remain free",
    "no_quorum": "not decided, for want of a quorum",
    "deemed_procedural": "the matter is procedural",
    "deemed_substantive": "the matter is one of substance",
    "ruling_stands": "the ruling stands",
    "ruling_overruled": "the ruling is overruled",
    "must_vote": "there is an objection, so a vote will be taken",
    "issued": "agreed",
    "blocked": "not agreed",
}


_FORMS = {
    "statement": "the draft of a statement by the President,",
    "press": "the draft of a statement to the press,",
}
"""What texts other than draft resolutions are called."""


def line(event: Event, scenario: Scenario) -> str | None:
    """Return one sentence of the running record for an event, None when there is nothing to say.

    `scenario` lends the names. Raises KeyError for a kind of event that the table does not know; a test sees
    that there is none.
    """
    said = LINES[type(event)](event, scenario)
    return sentence(said) if said else None


def point(subject: str) -> str:
    """What a point of order says, as a clause to follow `that`."""
    return _POINTS.get(subject, clean(subject))


def motion_text(motion: str) -> str:
    """What a motion asks, as a clause: `that the meeting be suspended`."""
    return MOTIONS[motion].put_as if motion in MOTIONS else clean(motion.replace("_", " "))


def question(kind: str, subject: str, scenario: Scenario, named: str = "") -> str:
    """What is put to the vote, as a noun: `draft S/1501`, `the invitation of the Republic of Korea`.

    `named` is what a motion asks in a house that has words of its own.
    """
    where, _, clause = clean(subject).partition("#")
    nouns = {
        "draft": f"draft {where}",
        "amendment": f"amendment {where}",
        "part": f"clause {clause} of draft {where}" if clause else f"a part of draft {where}",
        "agenda": "the adoption of the agenda"
        if subject == "agenda"
        else f"the inclusion of the item “{minutes_conduct.item_title(scenario, subject)}”",
        "statement": f"the statement {where}",
        "invitation": f"the invitation of {the(scenario, subject)}",
        "assembly": f"draft {where}",
        "motion": f"the motion {clean(named) or motion_text(subject)}",
        "unopposed": f"whether anybody objects to the motion {clean(named) or motion_text(subject)}",
        "directive": f"paper {where}",
        "second_degree": f"the change to amendment {where}",
        "challenge": "the challenge to the President's ruling",
        "consent": f"the adoption of {where} without a vote",
        "preliminary": "the preliminary question whether the matter is procedural",
    }
    return nouns.get(kind, clean(f"{kind} {subject}".strip()))


def verdict(declared: str) -> str:
    """What a verdict means, in plain words."""
    return _VERDICTS.get(declared, clean(declared.replace("_", " ")))


def numbers(e: happened.ResultDeclared) -> str:
    """A tally in words: `9 in favour, none against, 1 abstaining, 1 absent`."""
    parts = [f"{e.yes or 'none'} in favour", f"{e.no or 'none'} against"]
    aside = ((e.abstain, "abstaining"), (e.not_participating, "not participating"), (e.absent, "absent"))
    return ", ".join(parts + [f"{number} {word}" for number, word in aside if number])


def _opened(e: happened.SittingOpened, s: Scenario) -> str:
    people = [seat for seat, holder in e.holders.items() if holder == "person"]
    are = "is held by a person" if len(people) == 1 else "are held by persons"
    held = f"; {everyone(s, people)} {are}" if people else ""
    rules = f"; the house: {clean(e.house.title)}" if e.house is not None else ""
    return f"the delegations take their places for {clean(s.open.title)}{held}{rules}"


def _stage(e: happened.StageOpened, s: Scenario) -> str:
    title = next((stage.title for stage in s.sealed.stages if stage.id == e.stage), e.stage)
    return f"{day(e.date)}: {clean(title)}"


def _renewed(e: happened.CouncilRenewed, s: Scenario) -> str:
    incoming, outgoing = everyone(s, e.succession.values()), everyone(s, e.succession)
    verb = "takes its seat" if len(e.succession) == 1 else "take their seats"
    return (
        f"{incoming} {verb} on the Council; {outgoing} {'leaves' if len(e.succession) == 1 else 'leave'} it"
    )


def _happening(e: happened.HappeningOccurred, s: Scenario) -> str:
    found = s.happening.get(e.happening)
    if found is None:
        return e.happening
    secret = f" (for {everyone(s, e.secret_to)} alone)" if e.secret_to else ""
    return f"{day(found.date)}{': ' if found.date else ''}{clean(found.title)}{secret}"


def _complied(e: happened.ComplianceDecided, s: Scenario) -> str:
    does = "complies with" if e.complied else "does not comply with"
    odds = f"it would have complied {round(e.odds * 100)} times in a hundred"
    return f"{the(s, e.party)} {does} {clause_title(s, e.clause)} of {clean(e.draft)} ({odds})"


def _ended(e: happened.CrisisEnded, s: Scenario) -> str:
    title = next((ending.title for ending in s.sealed.endings if ending.id == e.ending), e.ending)
    return f"the sitting is over: {clean(title)}"


def _spoke(e: happened.StatementMade, s: Scenario) -> str:
    stance = {"for": "for", "against": "against"}.get(e.stance, "on")
    about = f" {stance} {issue(s, e.issue)}" if e.issue else ""
    return told_of(s, e.seat, f"speaks{about}", e.words)


def _tabled(e: happened.DraftTabled, s: Scenario) -> str:
    verb = "tables" if len(e.sponsors) == 1 else "table"
    title = f": {clean(e.title)}" if e.title else f" ({counted(len(e.clauses), 'clause')})"
    what = _FORMS.get(e.form, "draft")
    return f"{everyone(s, e.sponsors)} {verb} {what} {clean(e.symbol)}{title}"


def _amended(e: happened.AmendmentMoved, s: Scenario) -> str:
    new = f"“{plain_clause(s, e.clause)}”" if e.clause else "a clause"
    old = f"“{plain_clause(s, e.target)}”" if e.target else f"clause {e.place + 1}"
    changes = {"add": f"add {new}", "delete": f"delete {old}", "replace": f"replace {old} by {new}"}
    change = changes.get(e.change, clean(e.change))
    return f"{the(s, e.seat)} moves amendment {clean(e.symbol)} to draft {clean(e.draft)}, to {change}"


def _motion(e: happened.MotionMoved, s: Scenario) -> str:
    draft = f" ({clean(e.draft)})" if e.draft else ""
    what = clean(e.named) or motion_text(e.motion)
    stated = minutes_usage.stated(e)
    return f"{the(s, e.seat)} moves {what}{draft}{stated}{minutes_conduct.motion_parties(e, s)}"


def _point(e: happened.PointRaised, s: Scenario) -> str:
    if said := minutes_usage.asked(e, s):
        return said
    about = f" ({short_target(e.target, s)})" if e.target else ""
    return f"{the(s, e.seat)} raises a point of order: {point(e.subject)}{about}"


def short_target(target: str, scenario: Scenario) -> str:
    """What a point of order is aimed at: a member, a motion or a symbol."""
    if target in MOTIONS:
        return lowered(MOTIONS[target].name)
    return clean(scenario.names.get(target, target))


def _settled(e: happened.RulingSettled, s: Scenario) -> str:
    if said := minutes_usage.ruled(e, s):
        return said
    about = f" ({short_target(e.target, s)})" if e.target else ""
    return f"the point of order that {point(e.subject)}{about} {'is upheld' if e.upheld else 'is not upheld'}"


def _put(e: happened.QuestionPut, s: Scenario) -> str:
    return (
        f"{question(e.kind, e.subject, s, e.named)} is put to the vote as {article(clean(e.nature))} question"
    )


def article(noun: str) -> str:
    """A noun with its indefinite article."""
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def _voted(e: happened.BallotCast, s: Scenario) -> str:
    return told_of(s, e.seat, ballot(e.vote), e.reason)


def _result(e: happened.ResultDeclared, s: Scenario) -> str:
    needed = f"; {e.needed} needed" if e.needed else ""
    by = f" (veto: {everyone(s, e.vetoed_by)})" if e.vetoed_by else ""
    tally = numbers(e) if e.yes + e.no + e.abstain + e.absent + e.not_participating else "no vote taken"
    return f"{question(e.kind, e.subject, s, e.named)}: {verdict(e.verdict)}{by}; {tally}{needed}"


def _adopted(e: happened.ResolutionAdopted, s: Scenario) -> str:
    """With its number; the League gave none."""
    adopted = f"draft {clean(e.draft)} is adopted"
    if e.number:
        return f"{adopted} as resolution {e.number}"
    return f"{adopted} as a report of a majority" if e.weight < 1 else adopted


def _failed(e: happened.DraftFailed, s: Scenario) -> str:
    why = " owing to the negative vote of a permanent member" if e.vetoed else ""
    if e.blocked:
        why = f", for want of unanimity: {everyone(s, e.blocked)} voted no"
    return f"draft {clean(e.draft)} is not adopted{why}"


def _offered(e: happened.DealOffered, s: Scenario) -> str:
    give, want = term(s, e.give), term(s, e.want)
    return f"{the(s, e.seat)} offers {the(s, e.to)} deal {e.number}: {give}, in return for {want}"


def _capital(e: happened.CapitalAnswered, s: Scenario) -> str:
    brief = s.sealed.briefs.get(e.seat)
    text = next((r.text for r in brief.red_lines if r.id == e.red_line), "") if brief else ""
    answer = "loosens a red line of" if e.granted else "refuses to loosen a red line of"
    return f"the capital {answer} {the(s, e.seat)}{after_colon(text)}"


def _handed(e: happened.SeatHandedOver, s: Scenario) -> str:
    holder = "a person" if e.holder == "person" else f"a scripted delegate ({clean(e.holder)})"
    return f"the director gives the seat of {the(s, e.seat)} to {holder}"


def _security(e: happened.SecurityMeasured, s: Scenario) -> str:
    weakest = min(e.terms, key=lambda id: e.terms[id], default="")
    weak = f"; the weakest of its terms is {clean(weakest)}, {e.terms[weakest]:.2f}" if weakest else ""
    return f"the credibility of collective security stands at {e.credibility:.2f}{weak}"


LINES: Mapping[type[Event], _Says] = {
    happened.SittingOpened: _opened,
    happened.StageOpened: _stage,
    happened.CouncilRenewed: _renewed,
    happened.HappeningOccurred: _happening,
    happened.ConsequencesSet: lambda e, s: None,
    happened.ConsequencesFellDue: lambda e, s: None,
    happened.ComplianceDecided: _complied,
    happened.SecurityMeasured: _security,
    happened.CrisisEnded: _ended,
    happened.MeetingOpened: lambda e, s: (
        f"the {ordinal(e.number)} meeting is called to order, with {the(s, e.president)} in the chair"
    ),
    happened.AgendaAdopted: lambda e, s: (
        f"the agenda is adopted{' after a vote' if e.objected else ''}{after_colon(e.item)}"
    ),
    happened.PartyInvited: lambda e, s: (
        f"{the(s, e.party)} is invited to the table, without vote ({clean(e.rule)})"
    ),
    happened.DebateContinued: lambda e, s: "the President calls another round of speakers",
    happened.DebateExhausted: lambda e, s: "nobody else wishes to speak",
    happened.ChairCeded: lambda e, s: f"the President leaves the chair for this question to {the(s, e.to)}",
    happened.MeetingSuspended: lambda e, s: "the meeting is suspended for consultations",
    happened.MeetingResumed: lambda e, s: "the meeting is resumed",
    happened.MeetingRose: minutes_conduct.rose,
    happened.SpeakersListSigned: lambda e, s: f"{the(s, e.seat)} signs the speakers' list",
    happened.FloorYielded: lambda e, s: None,
    happened.StatementMade: _spoke,
    happened.DraftTabled: _tabled,
    happened.SponsorJoined: lambda e, s: f"{the(s, e.seat)} joins the sponsors of {clean(e.draft)}",
    happened.SponsorLeft: lambda e, s: f"{the(s, e.seat)} leaves the sponsors of {clean(e.draft)}",
    happened.DraftWithdrawn: lambda e, s: f"{the(s, e.seat)} withdraws draft {clean(e.draft)}",
    happened.AmendmentMoved: _amended,
    happened.AmendmentWithdrawn: lambda e, s: (
        f"amendment {clean(e.amendment)} {f'is withdrawn by {the(s, e.seat)}' if e.seat else 'falls'}"
    ),
    happened.DraftRevised: lambda e, s: (
        f"draft {clean(e.draft)} is revised {f'by amendment {clean(e.by)}' if e.by else 'by a vote'}"
    ),
    happened.SeparateVoteRequested: lambda e, s: (
        f"{the(s, e.seat)} asks for a separate vote on clause {e.place + 1} of {clean(e.draft)}"
    ),
    happened.SeparateVoteRefused: lambda e, s: (
        f"{the(s, e.seat)}, as mover, objects to a separate vote on {clean(e.draft)}"
    ),
    happened.MotionMoved: _motion,
    happened.InvitationProposed: lambda e, s: (
        f"{the(s, e.seat)} proposes to invite {the(s, e.party)} to the table"
    ),
    happened.PledgeMade: lambda e, s: f"{the(s, e.seat)} pledges {promised(s, e.kind, e.amount)}",
    happened.PointRaised: _point,
    happened.RulingStated: lambda e, s: (
        f"the President rules that the point of order {'is well taken' if e.upheld else 'is not well taken'}"
    ),
    happened.RulingChallenged: lambda e, s: f"{the(s, e.seat)} challenges the ruling of the President",
    happened.RulingSettled: _settled,
    happened.SeatLeft: lambda e, s: f"{the(s, e.seat)} leaves the chamber{after_colon(e.words)}",
    happened.SeatReturned: lambda e, s: f"{the(s, e.seat)} takes its seat again",
    happened.QuestionPut: _put,
    happened.BallotCast: _voted,
    happened.ResultDeclared: _result,
    happened.ResolutionAdopted: _adopted,
    happened.DraftFailed: _failed,
    happened.ConsentBroken: lambda e, s: (
        f"{the(s, e.seat)} objects to the adoption of {clean(e.draft)} without a vote"
    ),
    **minutes_plenary.LINES,
    **minutes_conduct.LINES,
    **minutes_usage.LINES,
    **minutes_world.LINES,
    happened.ItemRemoved: lambda e, s: (
        "the item is removed from the list of matters of which the Council is seized"
    ),
    happened.PriorityDecided: lambda e, s: f"draft {clean(e.draft)} is given priority",
    happened.NoticeGiven: minutes_conduct.notice,
    happened.NoteSent: lambda e, s: f"{the(s, e.seat)} passes a note to {the(s, e.to)}{after_colon(e.words)}",
    happened.DealOffered: _offered,
    happened.DealAccepted: lambda e, s: f"deal {e.number} is accepted",
    happened.DealRefused: lambda e, s: f"deal {e.number} is refused",
    happened.DealSettled: lambda e, s: (
        f"{the(s, e.seat)} {'keeps' if e.kept else 'breaks'} its side of deal {e.number}"
    ),
    happened.StanceDeclared: lambda e, s: (
        f"{the(s, e.seat)} announces that it {would(e.vote)} {clean(e.draft)}"
    ),
    happened.CapitalAnswered: _capital,
    happened.SeatHandedOver: _handed,
    happened.MomentMarked: lambda e, s: f"the director marks this moment{after_colon(e.words)}",
    happened.InstructionsArrived: lambda e, s: f"new instructions reach the delegation of {the(s, e.seat)}",
}
"""What each kind of event says; passing, and the book-keeping of the world, leave no line."""
