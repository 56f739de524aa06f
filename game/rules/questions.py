"""Every type of question a body can be asked, and the law that answers it.

One registry: an id, its title, the bodies it is put to, what must be known to answer it, the rules it stands
under, and the function that decides. To add a question, add its entry; nothing else branches on ids. It must
never read a file or guess what was not handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from game.rules import assembly, consent, covenant
from game.rules.abstention import must_abstain
from game.rules.ballots import Question, Regime, count, decide
from game.rules.bodies import ERAS, UNSC_15, Body, Era, Nature, Vote
from game.rules.results import Result, Tally, Verdict


class Asks(StrEnum):
    """What must be known before a question can be decided."""

    ROLL = "roll"
    TALLY = "tally"
    OBJECTIONS = "objections"
    REQUEST = "request"


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """One question as it was put; each type of question looks at what concerns it and at nothing else.

    `votes` maps seats to votes. `tally` counts a body whose roll is not known; left out, the votes are
    counted. `main` is the nature of the text an amendment or a part belongs to, `bases` what it rests on
    (ids of `bases.BASES`), `parties` those to the dispute, `enforce` whether they are held to abstain (V10).
    `against` and `council_against` name noes of an Assembly, `objecting` those who will not consent,
    `concurring` and `members` are numbers of States, `present` how many sat in the hall.
    """

    era: str = "unsc_15"
    day: date | None = None
    votes: Mapping[str, Vote] = field(default_factory=dict)
    tally: Tally | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    main: Nature = Nature.SUBSTANTIVE
    bases: Collection[str] = ()
    parties: Collection[str] = ()
    enforce: bool = False
    regime: str = Regime.RULE_30
    ballot: int = 1
    plenary: bool = True
    present: int | None = None
    against: Collection[str] = ()
    council_against: Collection[str] = ()
    objecting: Collection[str] = ()
    concurring: int = 0
    members: int = 0

    @property
    def body(self) -> Body:
        """The Security Council of that era; of the fifteen where the era is another body's."""
        return ERAS[self.era].body or UNSC_15

    @property
    def counted(self) -> Tally:
        """The tally, from the roll if no numbers were handed in."""
        return count(self.votes) if self.tally is None else self.tally

    @property
    def noes(self) -> tuple[str, ...]:
        """The seats known to have voted no."""
        return (*self.against, *(s for s, vote in self.votes.items() if vote == Vote.NO))


@dataclass(frozen=True, slots=True)
class Kind:
    """One type of question: where it may be put, what it asks for, its own rules, and who decides it."""

    id: str
    title: str
    eras: tuple[str, ...]
    asks: Asks
    rules: tuple[str, ...]
    decide: Callable[[Put], Result]

    def fits(self, era: Era) -> bool:
        """Whether that body is ever asked this."""
        return era.id in self.eras


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a question came to: the result, and every rule it rests on, the question's own first."""

    result: Result
    rules: tuple[str, ...]


def _council(question: Question) -> Callable[[Put], Result]:
    return lambda put: _decide(put, question)


def _decide(put: Put, question: Question) -> Result:
    bound = put.enforce and question is Question.SUBSTANTIVE
    return decide(
        put.body,
        question,
        put.votes,
        names=put.names,
        parties=put.parties if bound and must_abstain(put.main, put.bases, dispute=True) else (),
        enforce_abstention=bound,
        regime=put.regime,
        day=put.day,
    )


def _as_the_text(put: Put) -> Result:
    return _decide(put, Question.of(put.main))


def _assembly(*, important: bool) -> Callable[[Put], Result]:
    return lambda put: assembly.decide_assembly(
        put.counted, important=important, ballot=put.ballot, present=put.present, plenary=put.plenary
    )


def _silence(heard: Callable[..., Result]) -> Callable[[Put], Result]:
    def ask(put: Put) -> Result:
        seats = ERAS[put.era].body
        return heard(put.objecting, names=put.names, members=seats.size if seats else put.members)

    return ask


_SC, _GA = ("unsc_11", "unsc_15"), ("unga",)
_LC, _LA = ("league_council",), ("league_assembly",)
_ROLL, _TALLY, _OBJECTIONS, _REQUEST = Asks
_SUBSTANCE, _PROCEDURE = _council(Question.SUBSTANTIVE), _council(Question.PROCEDURAL)

_ALL = (
    Kind("substantive", "Decision on substance", _SC, _ROLL, ("V2",), _SUBSTANCE),
    Kind("procedural", "Decision on procedure", _SC, _ROLL, ("V3", "M1"), _PROCEDURE),
    Kind(
        "preliminary", "Is the matter one of procedure?", _SC, _ROLL, ("P2",), _council(Question.PRELIMINARY)
    ),
    Kind(
        "challenge_to_ruling", "Shall the ruling be overruled?", _SC, _ROLL, ("CB4", "CB5"),
        _council(Question.CHALLENGE),
    ),
    Kind(
        "ruling_upheld", "Shall the ruling be upheld?", _SC, _ROLL, ("CB4", "CB5"), _council(Question.UPHOLD)
    ),
    Kind("amendment", "Amendment", _SC, _ROLL, ("V12",), _as_the_text),
    Kind("separate_part", "Part voted separately", _SC, _ROLL, ("CB7", "V12"), _as_the_text),
    Kind("admission", "Admission of a Member", _SC, _ROLL, ("SP3", "V2"), _SUBSTANCE),
    Kind(
        "sg_recommendation", "Recommendation of a Secretary-General", _SC, _ROLL, ("SP2", "PB4", "V2"),
        _SUBSTANCE,
    ),
    Kind(
        "ess_convocation", "Call of an emergency special session", _SC, _ROLL, ("GA6", "M1", "V3"), _PROCEDURE
    ),
    Kind(
        "icj_election", "Election to the Court, in the Council", _SC, _ROLL, ("SP1",),
        _council(Question.ELECTION),
    ),
    Kind(
        "charter_review_109_1", "Review conference, Article 109(1)", _SC, _ROLL, ("SP4",),
        _council(Question.REVIEW),
    ),
    Kind(
        "charter_review_109_3", "Review conference, Article 109(3)", _SC, _ROLL, ("SP4",),
        _council(Question.TENTH_SESSION_REVIEW),
    ),
    Kind(
        "consensus", "Adoption without a vote", tuple(ERAS), _OBJECTIONS, ("EV3",),
        _silence(consent.without_a_vote),
    ),
    Kind(
        "presidential_statement", "Statement of the President", _SC, _OBJECTIONS, ("EV4",),
        _silence(consent.presidential_statement),
    ),
    Kind("ga_important", "Important question", _GA, _TALLY, ("GA1", "GA2"), _assembly(important=True)),
    Kind("ga_other", "Other question of the Assembly", _GA, _TALLY, ("GA3",), _assembly(important=False)),
    Kind(
        "ga_icj_election", "Election to the Court, in the Assembly", _GA, _TALLY, ("SP1",),
        lambda put: assembly.elect_judge(put.counted),
    ),
    Kind(
        "ess_request_by_members", "Request of Members for an emergency special session", _GA, _REQUEST,
        ("GA6",), lambda put: assembly.request_by_members(put.concurring, put.members),
    ),
    Kind(
        "league_unanimity", "Decision by unanimity, Article 5(1)", (*_LC, *_LA), _TALLY, ("L2",),
        lambda put: covenant.unanimity(put.counted, put.noes, names=put.names),
    ),
    Kind(
        "league_art15_report", "Report on a dispute, Article 15(4)", _LC, _ROLL, ("L5",),
        lambda put: covenant.report(put.votes, put.parties, names=put.names),
    ),
    Kind(
        "league_art16_4", "Exclusion of a Member, Article 16(4)", _LC, _ROLL, ("L6", "L3"),
        lambda put: covenant.expulsion(put.votes, put.parties, names=put.names),
    ),
    Kind(
        "league_procedure", "Matter of procedure, Article 5(2)", (*_LC, *_LA), _TALLY, ("L7",),
        lambda put: covenant.procedure(put.counted),
    ),
    Kind(
        "league_assembly_art15_10", "Report of the Assembly, Article 15(10)", _LA, _TALLY, ("L8",),
        lambda put: covenant.assembly_report(
            put.counted, put.noes, put.parties, put.council_against, names=put.names
        ),
    ),
    Kind(
        "league_assembly_admission", "Admission to the League, Article 1(2)", _LA, _TALLY, ("L9",),
        lambda put: covenant.admission(put.counted),
    ),
)  # fmt: skip

QUESTIONS: Mapping[str, Kind] = MappingProxyType({kind.id: kind for kind in _ALL})


def judge(question: str, put: Put) -> Judgement:
    """Answer one question; raises ValueError for an unknown type, or for numbers that cannot be."""
    if question not in QUESTIONS:
        raise ValueError(f"No body is ever asked a question of the type {question!r}.")
    kind = QUESTIONS[question]
    result = kind.decide(put)
    return Judgement(result, tuple(dict.fromkeys((*kind.rules, *_turned_on(result, put, kind)))))


_ASIDE = {Vote.ABSTAIN: "V6", Vote.ABSENT: "V7"}
_ON_SUBSTANCE = frozenset({"V2", "V4", "V5", "V6", "V7", "V8", "V9"})


def _turned_on(result: Result, put: Put, kind: Kind) -> tuple[str, ...]:
    """The rules this outcome turns on: the bar, the veto, who stood aside, the parties (V10, V11)."""
    rules = [result.rule]
    if kind.eras != _SC or kind.asks is not Asks.ROLL:
        return tuple(rules)
    if result.verdict is Verdict.REJECTED_INSUFFICIENT:
        rules.append("V5")
    if result.rule not in _ON_SUBSTANCE:
        return tuple(rules)
    if result.carried:
        votes = {**put.votes, **dict.fromkeys(result.voided, Vote.ABSTAIN)}
        aside = {votes.get(seat, Vote.ABSENT) for seat in put.body.permanent}
        rules += [rule for vote, rule in _ASIDE.items() if vote in aside]
    if Vote.NOT_PARTICIPATING in put.votes.values():
        rules.append("V8")
    if put.parties:
        rules += ["V10"] if put.enforce else ["V10", "V11"]
    return tuple(rules)
