"""How a vote stands while it is being taken: what is needed, what is still possible, what is lost.

It asks the law's outlook for the question that is put and says in words what that means; it adds no number of
its own, so that another body or house needs only another entry in `OUTLOOKS`. A shortfall is never called a
veto, here as in the result.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from game.prose import league, organs
from game.prose.names import everyone
from game.rules import ballots, majorities
from game.rules.ballots import Outlook, Regime
from game.rules.bodies import BODIES, UNSC_15, Law, Nature, Vote
from game.rules.house import UNSC, House, Needed
from game.rules.majorities import RELATIVE
from game.session import bars
from game.session.covenant import outlook
from game.session.duties import bound_to_abstain
from game.session.events import Event, SittingOpened
from game.session.scenario import Scenario
from game.session.state import Ballot
from game.session.views import View


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a sitting votes: the regime of the preliminary question (P3, P4) and the house (MU1)."""

    regime: str = Regime.RULE_30
    house: House = field(default=UNSC)


def terms_of(record: Sequence[Event]) -> Terms:
    """Return the terms that were settled when a sitting opened."""
    opened = next((e for e in record if isinstance(e, SittingOpened)), None)
    return Terms(opened.preliminary, opened.house or UNSC) if opened is not None else Terms()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a vote stands: what has been cast, who is still to be called, and what may yet come of it.

    `may_block` are those still to vote whose no would defeat the question even with the number reached;
    `void` those whose vote does not count (V10).
    """

    outlook: Outlook
    yes: int
    no: int
    waiting: tuple[str, ...]
    may_block: tuple[str, ...] = ()
    void: tuple[str, ...] = ()
    share: str = ""
    """What the number is a share of where it is not fixed, such as `two-thirds of those voting`."""
    words: str = ""
    """What may come of it in a sentence of the body's own law, where that is not the Charter's."""
    warned: Mapping[str, str] = field(default_factory=dict)
    """What each seat still to vote ought to know of its no, in such a body."""
    silent: bool = False
    """Whether nobody is asked to vote, but only whether there is an objection."""

    @property
    def reached(self) -> bool:
        """Whether the yes votes cast are enough in number."""
        return not self.outlook.still_needed

    @property
    def bar(self) -> str:
        """What must happen for the yes votes to be enough, as words to follow `if`."""
        return f"{self.share} say yes" if self.share else f"{self.outlook.needed} vote yes"

    @property
    def short(self) -> bool:
        """Whether the yes votes still possible are too few."""
        return self.outlook.still_needed > len(self.waiting)


SHARES = {
    Needed.MAJORITY: "a majority of those voting",
    Needed.TWO_THIRDS: "two-thirds of those voting",
    Needed.MAJORITY_SEATS: "a majority of all members",
    Needed.TWO_THIRDS_SEATS: "two-thirds of all members",
}


def _at_the_table(view: View, scenario: Scenario, ballot: Ballot, terms: Terms) -> Standing:
    """The Council's own numbers, or those of its house."""
    chamber, house = view.chamber, terms.house
    body = BODIES.get(view.open.body, UNSC_15)
    votes = {seat: Vote(vote) for seat, vote in ballot.votes.items()}
    void = bound_to_abstain(scenario.clause, chamber, ballot)
    waiting = tuple(seat for seat in ballot.voters if seat not in votes and seat not in void)
    wanted = bars.needed(house, ballot, chamber)
    if wanted in RELATIVE:
        blocking = bars.vetoers(house, ballot, chamber, body)
        seen = majorities.outlook(wanted, votes, ballot.voters, body.size, blocking)
    else:
        double = ballot.kind == "preliminary" and terms.regime == Regime.SAN_FRANCISCO
        nature = Nature.SUBSTANTIVE if double else Nature(ballot.nature)
        own = bars.body_for(house, ballot, chamber, body)
        blocking = own.permanent if nature == Nature.SUBSTANTIVE else ()
        seen = ballots.outlook(own, nature, votes, ballot.voters, void=void)
    tally = ballots.count({seat: vote for seat, vote in votes.items() if seat not in void})
    may = tuple(seat for seat in waiting if seat in blocking)
    return Standing(seen, tally.yes, tally.no, waiting, may, tuple(void), SHARES.get(wanted, ""))


def _league(view: View, scenario: Scenario, ballot: Ballot, terms: Terms) -> Standing:
    """The Covenant's law: who must agree, who is left out, whom one no would stop (L2 to L7)."""
    if bars.needed(terms.house, ballot, view.chamber) in RELATIVE:
        return _at_the_table(view, scenario, ballot, terms)
    seen = outlook(scenario, view.chamber, ballot)
    tally = ballots.count({seat: Vote(vote) for seat, vote in ballot.votes.items()})
    waiting = tuple(seat for seat in ballot.voters if seat not in ballot.votes)
    told = {seat: text for seat in waiting if (text := league.warning(seen, seat))}
    said = league.prospect(seen, scenario, *ends(ballot.kind))
    bar = league.BARS.get(seen.way, "")
    return Standing(seen.outlook, tally.yes, tally.no, waiting, share=bar, words=said, warned=told)


def _silence(view: View, scenario: Scenario, ballot: Ballot, terms: Terms) -> Standing:
    """A question answered by silence: one objection breaks it (EV3)."""
    objecting = sum(vote == "no" for vote in ballot.votes.values())
    waiting = tuple(seat for seat in ballot.voters if seat not in ballot.votes)
    return Standing(
        Outlook(0, 0, not objecting, bool(objecting or waiting), ()), 0, objecting, waiting, silent=True
    )


def _assembly(view: View, scenario: Scenario, ballot: Ballot, terms: Terms) -> Standing:
    """The Members at the table, whose votes come before those of all others (GA1, GA2)."""
    votes = {seat: Vote(vote) for seat, vote in ballot.votes.items()}
    tally, waiting = ballots.count(votes), tuple(s for s in ballot.voters if s not in votes)
    away = organs.of_the_league(view.open.body)
    share = "unanimity, or by Article 15(10) a majority" if away else SHARES[Needed.TWO_THIRDS]
    return Standing(Outlook(0, 0, True, True, ()), tally.yes, tally.no, waiting, share=share)


Reads = Callable[[View, Scenario, Ballot, Terms], Standing]
OUTLOOKS: Mapping[str, Reads] = {
    "consent": _silence,
    "unopposed": _silence,
    "statement": _silence,
    "assembly": _assembly,
}
"""Kinds of questions whose standing is not read off the Council's own numbers."""
SILENT = frozenset(kind for kind, reads in OUTLOOKS.items() if reads is _silence)
"""Kinds of questions that ask only whether anybody objects."""


def standing(view: View, scenario: Scenario, terms: Terms) -> Standing | None:
    """Return how the vote that is being taken stands; None while none is."""
    ballot = view.chamber.ballot
    if ballot is None:
        return None
    return OUTLOOKS.get(ballot.kind, _BY_LAW[BODIES[view.open.body].law])(view, scenario, ballot, terms)


_BY_LAW: Mapping[Law, Reads] = {Law.CHARTER: _at_the_table, Law.COVENANT: _league}


ENDS = {
    "challenge": ("the ruling is overruled", "the ruling stands"),
    "preliminary": ("the matter is procedural", "the matter is one of substance"),
    "agenda": ("the agenda is adopted", "the agenda is not adopted"),
    "invitation": ("the invitation goes out", "there is no invitation"),
    "part": ("the part stays in", "the part falls"),
    "amendment": ("the amendment is carried", "the amendment falls"),
    "second_degree": ("the change to the amendment is carried", "the change to the amendment falls"),
    "directive": ("the directive is carried", "the directive is lost"),
    "motion": ("the motion is carried", "the motion is lost"),
}
"""What a question comes to when it is answered yes, and when it is not."""
BLOCKS = {"preliminary": "makes it one of substance"}
"""What the no of a permanent member does where it counts, if it is no veto (P3)."""
CARRIED, LOST = "it is carried", "it is lost"


def ends(kind: str) -> tuple[str, str]:
    """Return what comes of a question of this kind if it is carried, and if it is not."""
    return ENDS.get(kind, (CARRIED, LOST))


def in_numbers(seen: Standing, kind: str) -> str:
    """Return the numbers: needed, cast, still to come."""
    left = f"{len(seen.waiting)} still to vote" if seen.waiting else "all have voted"
    if seen.silent:
        does = "blocks it" if kind == "statement" else "brings a vote"
        return f"One objection {does} · {seen.no or 'none'} so far · {len(seen.waiting)} to be asked"
    if not seen.outlook.needed:
        return f"{seen.share[:1].upper()}{seen.share[1:]} · {seen.yes} yes, {seen.no} no · {left}"
    if seen.share:
        return f"{seen.share[:1].upper()}{seen.share[1:]} · {seen.yes} yes, {seen.no} no so far · {left}"
    return f"{seen.outlook.needed} yes needed · {seen.yes} so far · {left}"


def in_words(seen: Standing, kind: str, scenario: Scenario) -> str:
    """Return in one sentence what may still come of the vote."""
    won, lost = ends(kind)
    stops = BLOCKS.get(kind, "is a veto")
    o, noes = seen.outlook, everyone(scenario, seen.outlook.veto_cast_by)
    if seen.words:
        return seen.words
    if seen.silent and kind == "statement":
        return "One member does not agree: no statement." if seen.no else "If nobody objects it is issued."
    if seen.silent:
        return (
            "There is an objection: a vote will be taken."
            if seen.no
            else "If nobody objects it is so decided."
        )
    if not o.needed:
        return "All other Members vote when the table has; who abstains is not counted."
    number = "The majority" if seen.share else f"The {o.needed}"
    if seen.short:
        no_veto = f", and the no of {noes} is no veto" if noes else ""
        return f"{number} cannot be reached any more{no_veto}: {lost}."
    if not seen.reached:
        more = f"{o.still_needed} more of the {len(seen.waiting)} still to vote"
        if noes:
            return f"With {more} the no of {noes} {stops}; with fewer {lost} for want of votes."
        alone = ", if nobody else votes no" if seen.share else _unless(seen, scenario)
        return f"With {more} {won}{alone}."
    if noes:
        return f"{number} {'is' if seen.share else 'are'} reached, but the no of {noes} {stops}."
    if seen.share and o.can_fail:
        return f"As the votes stand {won}{_unless(seen, scenario)}; noes still to come may change that."
    return f"{number} {'is' if seen.share else 'are'} reached: {won}{_unless(seen, scenario)}."


def in_short(seen: Standing, kind: str) -> str:
    """Return in a few words what may still come of the vote, for the table's middle."""
    o, (_, lost) = seen.outlook, ends(kind)
    if seen.silent:
        return "an objection is heard" if seen.no else "no objection so far"
    if seen.words or not o.needed:
        return seen.share
    if seen.short:
        return lost
    if o.veto_cast_by:
        return f"a no {BLOCKS.get(kind, 'is a veto')}" if seen.reached else "a permanent member votes no"
    if not seen.reached:
        return f"{o.still_needed} more needed"
    return "the majority so far" if seen.share and o.can_fail else "the number is reached"


def _unless(seen: Standing, scenario: Scenario) -> str:
    """Who of those still to vote can defeat it alone."""
    if not seen.may_block:
        return ""
    few = len(seen.may_block) <= FEW
    who = everyone(scenario, seen.may_block) if few else f"one of {len(seen.may_block)} permanent members"
    return f", unless {who} {'vote' if few and len(seen.may_block) > 1 else 'votes'} no"


FEW = 2
"""Members that are named one by one."""
