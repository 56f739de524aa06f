"""How a seat votes on each kind of question, and the sentence it gives.

The order is: a sponsor stands by its unchanged text; a promise is kept unless a firm red line forbids; the
capital's word (the script); a vote the seat was sent to give; then its own weighing, and where that is open,
the member it looks to.
"""

from __future__ import annotations

from collections.abc import Callable

from game.delegates.counsel import avowals, conduct, plenary, script, usage
from game.delegates.counsel.points import wish
from game.delegates.interests.changes import leads, told, worth
from game.delegates.interests.mandate import Stand
from game.delegates.interests.weighing import BEARS, FAVOURS, OPPOSES, Weighing
from game.delegates.knowledge.bargains import promise
from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import reasons
from game.plain.names import with_article
from game.session.actions import CastBallot
from game.session.state import Ballot, Draft

Vote = tuple[str, str]
"""A ballot and its reason."""
AGAINST = -0.5
"""The attitude from which a procedural request is voted down."""
HOLDS_TO_TEXT = 0.25
"""What a change must give a sponsor who votes for it."""
TELLS = 0.1
"""How far the score of a text must move for a change to be judged by it, and not by its clauses alone."""
_RANK = {"no": 0, "not_participating": 1, "abstain": 1, "yes": 2}
_OF_TEXTS = ("draft", "consent", "assembly")
"""Ballots on a text as a whole."""
_CLOSES = ("postpone",)
"""Motions that keep every text from the vote: judged by the texts that wait, where any do."""
_PUTS_OFF = ("refer", "remove_item")
"""Motions that may have their own merit, and put off a text that the seat would vote for."""
SOUND = {
    "no": (
        "the ruling is sound",
        "the ruling is what the rules say",
        "it finds nothing in the ruling to mend",
    ),
    "yes": ("the ruling is not sound", "the rules say otherwise", "on this the President is mistaken"),
}
"""On whether a ruling shall be overruled."""
OUTRIGHT = "if this is what the text is for, let it say so outright"
"""What is said of a change by a mover who would have the text fall by it."""
FIRST = {
    "yes": ("{0} deserves to be voted on first", "if there is to be one text of these, let it be {0}"),
    "abstain": ("it does not mind which text goes first", "the order of the texts is not what divides it"),
}
"""On the order of texts."""
PUT = {
    "no": (
        "{0} should be put without delay",
        "it would have {0} decided, and now",
        "it sees no reason to keep {0} from the vote",
        "what {0} asks for cannot wait",
    ),
    "yes": (
        "{0} is not a text to be put in haste",
        "it would rather not see {0} put today",
        "more time may bring a better text than {0}",
    ),
    "abstain": (
        "it minds little whether what waits is put today",
        "it can vote today or another day",
    ),
}
NOTHING_TO_PUT = ("nothing waits that could not wait longer", "there is no text on which to vote today")
"""On when texts are put to the vote."""
_ANSWERS = {
    "ess": "referral",
    "to_assembly": "referral",
    "refer": "referral",
    "remove_item": "removal",
    "postpone": "deferral",
}


def cast(o: Occasion) -> CastBallot:
    """Return the seat's ballot on the question put; LookupError when none is."""
    ballot = _put(o)
    settled = conduct.duty(o, ballot) or beyond_doubt(o, ballot) or scripted(o, ballot) or sent(o, ballot)
    vote, words = settled or _KINDS[ballot.kind](o, ballot)
    return usage.fit(o, CastBallot(o.seat, vote, words))


def by_interests(o: Occasion) -> CastBallot:
    """Return the ballot the seat's interests ask for, whatever its script and its objectives say of it."""
    ballot = _put(o)
    vote, words = conduct.duty(o, ballot) or beyond_doubt(o, ballot) or _KINDS[ballot.kind](o, ballot)
    return usage.fit(o, CastBallot(o.seat, vote, words))


def _put(o: Occasion) -> Ballot:
    if o.chamber.ballot is None:
        raise LookupError("no question is put")
    return o.chamber.ballot


def beyond_doubt(o: Occasion, ballot: Ballot) -> Vote | None:
    """Return a sponsor's vote for its unchanged text, or a promised vote."""
    return stands_by(o, ballot) or promised(o, ballot)


def stands_by(o: Occasion, ballot: Ballot) -> Vote | None:
    """Return a sponsor's vote for its unchanged text."""
    if ballot.kind not in _OF_TEXTS:
        return None
    draft = o.chamber.drafts[ballot.draft]
    own = o.seat in draft.sponsors and not draft.revision
    return ("yes", reasons.sponsors(o.name, "yes")) if own else None


def promised(o: Occasion, ballot: Ballot) -> Vote | None:
    """Return a promised vote, unless a firm red line forbids it."""
    if ballot.kind not in _OF_TEXTS or not o.view.papers.deals:
        return None
    draft = o.chamber.drafts[ballot.draft]
    vote = promise(o, draft)
    if not vote:
        return None
    w = o.weigh(draft)
    if w.line and w.firm and vote == "yes":
        return None
    return vote, reasons.promised(o.name, vote)


def scripted(o: Occasion, ballot: Ballot) -> Vote | None:
    """Return the vote the script gives on this question, with its words or a reason of the seat's own.

    A line that names nothing is for every draft of its stage.
    """
    lines = [x.line for x in o.dossier.lines(script.VOTING) if x.line.vote]
    if not lines:
        return None
    called = _called(o, ballot)
    named = [x for x in lines if x.what in called]
    bare = [x for x in lines if not x.what and ballot.kind == "draft"]
    for line in named or bare:
        return line.vote, line.words or _own_words(o, ballot, line.vote)
    return None


def sent(o: Occasion, ballot: Ballot) -> Vote | None:
    """Return the vote on a text that the seat's objectives ask for, if it crosses no red line.

    A vote they name is given, whatever a patron does, and one they forbid is not; for what they would see
    adopted, or not, a seat votes where its interests leave that open.
    """
    aims = o.dossier.aims()
    if not (aims.ballots or aims.fates) or ballot.kind != "draft":
        return None
    draft = o.chamber.drafts[ballot.draft]
    w = o.weigh(draft)
    vote = "" if w.line else aims.ballot(draft.clauses, draft.stored, w.vote)
    return (vote, avowals.ground(o, ballot, vote)) if vote and vote != _draft(o, ballot)[0] else None


def _called(o: Occasion, ballot: Ballot) -> set[str]:
    """The names by which a script may speak of a question."""
    names = {ballot.subject}
    if ballot.kind in ("draft", "assembly") and ballot.draft in o.chamber.drafts:
        names.add(o.chamber.drafts[ballot.draft].stored)
    if ballot.kind == "part":
        names.add(o.chamber.drafts[ballot.draft].clauses[ballot.place].kind)
    point = o.chamber.point
    if ballot.kind == "challenge" and point is not None:
        names |= {point.subject, f"{point.subject}:{point.target}"}
    return names - {""}


def _own_words(o: Occasion, ballot: Ballot, vote: str) -> str:
    if ballot.kind == "draft":
        w = o.weigh(o.chamber.drafts[ballot.draft])
        if w.vote == vote:
            return w.reason
    return reasons.instructed(o.name, vote)


def patron_vote(o: Occasion, ballot: Ballot) -> tuple[str, str]:
    """Return the first patron whose vote is known, and the vote: cast, announced, or by sponsoring."""
    if o.view.brief is None:
        return "", ""
    for patron in o.view.brief.patrons:
        vote = ballot.votes.get(patron, "")
        if not vote and ballot.kind == "draft":
            vote = o.chamber.stances.get(ballot.draft, {}).get(patron, "")
            if not vote and patron in o.chamber.drafts[ballot.draft].sponsors:
                vote = "yes"
        if vote:
            return patron, vote
    return "", ""


def _draft(o: Occasion, ballot: Ballot) -> Vote:
    w = o.weigh(o.chamber.drafts[ballot.draft])
    if w.vote != "abstain" or w.line:
        return w.vote, w.reason
    patron, vote = patron_vote(o, ballot)
    agrees = (vote == "yes" and w.support > 0 and w.weakest >= 0) or (vote == "no" and w.support < 0)
    if patron and agrees:
        return vote, reasons.with_patron(o.name, vote, with_article(o.lexicon.names.get(patron, patron)))
    return w.vote, w.reason


def _consent(o: Occasion, ballot: Ballot) -> Vote:
    w = o.weigh(o.chamber.drafts[ballot.draft])
    return ("no", w.reason) if w.vote == "no" else ("yes", reasons.said(o.name, "yes", "it does not object"))


def _amendment(o: Occasion, ballot: Ballot) -> Vote:
    """Vote on a change by the text it leads to; a sponsor holds to its own unless the change gives enough."""
    change = o.chamber.amendments[ballot.subject]
    draft = o.chamber.drafts[ballot.draft]
    words, gain = told(o.mandate, draft, change), worth(o.mandate, draft, change)
    comes = o.mandate.stand(change.clause) if change.clause is not None else None
    line = comes.line if comes is not None else None
    before, after = leads(o.mandate, draft, change, o.dossier.around(draft))
    if after.vote != before.vote:
        words += f", and so amended {reasons.would(after.vote)}"
    if ballot.mover == o.seat:
        vote, words = "yes", (OUTRIGHT if gain < 0 and before.support < 0 else words)
    elif comes is not None and line is not None:
        vote, words = line.vote, reasons.crossing(comes.title, line.text)
    elif o.seat in draft.sponsors:
        vote = "yes" if gain >= HOLDS_TO_TEXT else "no"
    else:
        vote = _on_change(before, after, gain) or _by_itself(gain)
    return vote, reasons.said(o.name, vote, words + _besides(o, draft, gain, vote))


def _besides(o: Occasion, draft: Draft, gain: float, vote: str) -> str:
    """What explains a vote on a change that what the change brings in or strikes out would not explain."""
    if vote == "no" and gain > 0 and o.seat in draft.sponsors:
        return ", but it holds to its text as it stands"
    if vote == "yes" and gain < AGAINST and o.weigh(draft).support >= 0:
        return ", but with it the text may find the votes it needs"
    return ""


def _on_change(before: Weighing, after: Weighing, gain: float) -> str:
    """Vote for the better text, if the two differ enough; empty where they do not.

    What merely lessens the weight of the rest, being liked itself, makes no worse text, nor the other way.
    """
    if bool(before.line) != bool(after.line):
        return "yes" if before.line else "no"
    step = _RANK[after.vote] - _RANK[before.vote]
    if step:
        return "yes" if step > 0 else "no"
    shift = after.score - before.score
    return ("yes" if shift > 0 else "no") if abs(shift) >= TELLS and shift * gain >= 0 else ""


def _by_itself(gain: float) -> str:
    return "yes" if gain >= BEARS else "no" if gain <= AGAINST else "abstain"


def _part(o: Occasion, ballot: Ballot) -> Vote:
    draft = o.chamber.drafts[ballot.draft]
    if o.seat in draft.sponsors:
        return "yes", reasons.sponsors(o.name, "yes")
    return _on(o, o.mandate.stand(draft.clauses[ballot.place]), OPPOSES)


def _on(o: Occasion, stand: Stand, bar: float) -> Vote:
    """Vote by the attitude to one matter; a red line commands."""
    if stand.line is not None:
        vote = stand.line.vote
        return vote, reasons.line_crossed(o.name, vote, stand.title, stand.line.text)
    vote = "yes" if stand.attitude >= BEARS else "no" if stand.attitude <= bar else "abstain"
    if not stand.care:
        return vote, reasons.no_instructions(o.name, vote)
    return vote, reasons.decided(o.name, vote, stand.title, stand.attitude, o.mandate.why(stand.issue))


def _invitation(o: Occasion, ballot: Ballot) -> Vote:
    if ballot.mover == o.seat:
        return "yes", reasons.said(o.name, "yes", "it proposed the invitation")
    party = o.lexicon.parties[ballot.subject]
    return _on(o, o.mandate.about(f"Hear {party.short}", party.issues), AGAINST)


def _motion(o: Occasion, ballot: Ballot) -> Vote:
    if ballot.mover == o.seat:
        return "yes", reasons.said(o.name, "yes", "it moved the motion")
    if (own := usage.motion(o, ballot)) is not None:
        return own
    if (rarer := conduct.motion(o, ballot)) is not None:
        return rarer
    if ballot.subject in plenary.MOTIONS and any(o.seat in by for by in o.memory.vetoed.values()):
        return "no", reasons.said(o.name, "no", "the question should stay with the Council")
    if ballot.subject in _CLOSES and o.dossier.texts():
        return _timing(o, ballot)
    if ballot.subject in _PUTS_OFF and any(w.vote == "yes" for _, w in o.dossier.texts()):
        return "no", reasons.said(o.name, "no", "it looks to a text that waits to be put")
    answered = _ANSWERS.get(ballot.subject)
    answering = o.lexicon.characters.get(answered, ()) if answered is not None else ()
    if answering:
        return _on(o, o.mandate.about(answering[0].title, answering[0].issues), AGAINST)
    if ballot.subject in plenary.MOTIONS:
        return plenary.on_referral(o, ballot)
    if ballot.subject == "suspend":
        return "yes", reasons.said(o.name, "yes", reasons.one(usage.TALKS, o.seat, o.chamber.stage_id))
    return _timing(o, ballot)


def _timing(o: Occasion, ballot: Ballot) -> Vote:
    """Vote on when a vote shall come: sooner for texts the seat favours, later for those it opposes."""
    texts = o.dossier.texts()
    if ballot.subject == "priority":
        first = [w for d, w in texts if d.symbol == ballot.draft]
        vote = "yes" if first and first[0].support >= FAVOURS else "abstain"
        ground = reasons.one(FIRST[vote], o.seat, ballot.draft).format(ballot.draft)
        return vote, reasons.said(o.name, vote, ground)
    votes = {w.vote: d.symbol for d, w in reversed(texts)}
    vote = "no" if "yes" in votes else "yes" if "no" in votes or not votes else "abstain"
    symbol = votes.get("yes" if vote == "no" else "no", "")
    ways = PUT[vote] if symbol or vote == "abstain" else NOTHING_TO_PUT
    return vote, reasons.said(o.name, vote, reasons.one(ways, o.seat, ballot.subject, symbol).format(symbol))


def _challenge(o: Occasion, ballot: Ballot) -> Vote:
    """The question is whether the ruling shall be overruled (CB4)."""
    point = o.chamber.point
    wanted = wish(o, point) if point is not None else None
    if point is None or wanted is None:
        return "abstain", reasons.said(o.name, "abstain", "it sees two sides to the ruling")
    vote = "no" if wanted == bool(point.upheld) else "yes"
    ground = reasons.one(SOUND[vote], o.seat, o.chamber.stage_id, point.target)
    return vote, reasons.said(o.name, vote, ground)


def _preliminary(o: Occasion, ballot: Ballot) -> Vote:
    """The question is whether the matter is procedural (P2)."""
    if (settled := conduct.carried_nature(o, ballot)) is not None:
        return settled
    point = o.chamber.point
    substantive = wish(o, point) if point is not None else None
    if substantive is None:
        return "abstain", reasons.said(o.name, "abstain", "practice on the nature of the question is divided")
    vote = "no" if substantive else "yes"
    kind = "one of substance" if substantive else "one of procedure"
    return vote, reasons.said(o.name, vote, f"it holds the question to be {kind}")


_KINDS: dict[str, Callable[[Occasion, Ballot], Vote]] = {
    "draft": _draft,
    "consent": _consent,
    "amendment": _amendment,
    "part": _part,
    "agenda": conduct.agenda,
    "unopposed": usage.unopposed,
    "directive": usage.committee,
    "second_degree": usage.second_degree,
    "statement": conduct.statement,
    "invitation": _invitation,
    "motion": _motion,
    "challenge": _challenge,
    "preliminary": _preliminary,
    "assembly": lambda o, ballot: plenary.vote(o, ballot) or _draft(o, ballot),
}
