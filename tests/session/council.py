"""A Council for the tests: a crisis in four dates made by hand, and ways to play in the middle of it.

Facts (members, Presidents, the absence of 1950) are those of Korea 1950; effects are round numbers for tests.
"""

from __future__ import annotations

from game.rules.refusals import Refusal
from game.session import actions as a
from game.session.chance import Chance
from game.session.decide import Decision, decide, due
from game.session.events import Event
from game.session.notation import read
from game.session.scenario import (
    Absence,
    AgendaItem,
    Brief,
    Choice,
    Clause,
    ClauseKind,
    Instruction,
    Issue,
    Parameter,
    Party,
    PledgeKind,
    Position,
    Prospectus,
    RedLine,
    Roll,
    Scenario,
    ScriptLine,
    Sealed,
    Seat,
    Stage,
    StoredDraft,
    Wire,
)
from game.session.state import Phase, State
from game.session.table import turn
from game.world.compliance import Demand
from game.world.conditions import Condition
from game.world.outside import Effect, Track
from game.world.powers import (
    Attribution,
    Finding,
    GreatPower,
    Group,
    SecurityModel,
    Universality,
    Willingness,
)
from game.world.story import Ending, Happening, Objective

ALWAYS = Condition("always")
_NAMES = {
    "BRA": "Brazil",
    "CHN": "China",
    "CUB": "Cuba",
    "ECU": "Ecuador",
    "EGY": "Egypt",
    "FRA": "France",
    "IND": "India",
    "NLD": "Netherlands",
    "NOR": "Norway",
    "TUR": "Turkey",
    "RUS": "Union of Soviet Socialist Republics",
    "GBR": "United Kingdom of Great Britain and Northern Ireland",
    "USA": "United States of America",
    "YUG": "Yugoslavia",
}
PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
OF_1950 = ("CHN", "CUB", "ECU", "EGY", "FRA", "IND", "NOR", "RUS", "GBR", "USA", "YUG")
OF_1951 = ("BRA", "CHN", "ECU", "FRA", "IND", "NLD", "TUR", "RUS", "GBR", "USA", "YUG")
ELECTED = tuple(m for m in OF_1950 if m not in PERMANENT)
SEAT_OF_CHINA = "the seat of China"


def adopted(kind: str) -> Condition:
    """Say that a clause or stored draft stands adopted."""
    return Condition("adopted", kind)


CLAUSES = (
    ClauseKind("recalling", "Recalls", "preamble", "Recalling", "what was found", 2, issues={"breach": 0.5}),
    ClauseKind(
        "breach",
        "Determines a breach of the peace",
        "operative",
        "Determines",
        "that this action constitutes a breach of the peace",
        10,
        character="determination",
        issues={"breach": 2.0},
        basis=("art_39",),
        effects=(Effect(track="opinion", by=10.0), Effect(set_flag="breach-found")),
    ),
    ClauseKind(
        "cessation",
        "Calls for a cessation",
        "operative",
        "Calls for",
        "the withdrawal of {who}",
        7,
        character="cessation",
        issues={"truce": 2.0, "breach": 0.5},
        basis=("art_39", "art_40"),
        parameters=(Parameter("who", "Who", (Choice("north", "the North"), Choice("both", "all forces"))),),
        if_failed=(Effect(track="resolve", by=5.0),),
        demand=Demand(
            "PRK",
            0.9,
            "resolve",
            if_complies=(Effect(set_flag="halted"),),
            if_defies=(Effect(track="opinion", by=5.0),),
        ),
    ),
    ClauseKind(
        "assistance",
        "Recommends armed help",
        "operative",
        "Recommends",
        "that Members furnish help",
        6,
        character="force",
        issues={"help": 3.0, "breach": 0.5},
        basis=("art_39",),
        effects=(Effect(track="front", by=5.0, each_stage=True),),
        if_vetoed=(Effect(track="resolve", by=10.0),),
    ),
    ClauseKind(
        "relief", "Relief", "operative", "Requests", "help for the people", 3, character="relief",
        issues={"help": 0.5},
    ),
    ClauseKind(
        "orchard", "Something else", "operative", "Notes", "the harvest", 1, character="other",
        issues={"harvest": 1.0},
    ),
    ClauseKind(
        "talks", "Talks", "operative", "Calls upon", "the parties to negotiate", 5, character="other",
        issues={"truce": 1.0}, basis=("art_33",),
    ),
    ClauseKind(
        "hearing", "Hears Peking", "operative", "Decides", "to invite a representative of Peking", 4,
        nature="procedural", character="invitation", issues={"seat": 2.0}, invites="PRC",
    ),
)  # fmt: skip

STORED = (
    StoredDraft(
        "s-1501",
        "Breach of the peace",
        (Clause("recalling"), Clause("breach"), Clause("cessation", {"who": "north"})),
        ("USA",),
        "S/1501",
        "june",
        roll=Roll("adopted", resolution=82),
    ),
    StoredDraft(
        "s-1508", "Assistance", (Clause("recalling"), Clause("assistance")), ("USA",), "S/1508/Rev.1", "july"
    ),
)


def _seat(code: str) -> Seat:
    return Seat(code, _NAMES[code], _NAMES[code].split(" of ")[0], permanent=code in PERMANENT)


def _brief(code: str) -> Brief:
    """A brief whose every secret text names the seat, so that a leak can be found by its word."""
    mark = f"secret-of-{code}"
    return Brief(
        code,
        summary=f"{mark}: summary",
        line=f"{mark}: line",
        interests=(f"{mark}: interest",),
        red_lines=(
            RedLine(f"firm-{code}", f"{mark}: firm", ("assistance",)),
            RedLine(f"soft-{code}", f"{mark}: soft", issue="seat", firm=False),
        ),
        positions={"breach": Position(1.0, 2.0, f"{mark}: why"), "help": Position(-1.0, 1.0)},
        objectives=(Objective(f"goal-{code}", f"{mark}: goal", adopted("breach"), secret=True),),
        capacity={"troops": 100.0} if code in PERMANENT else {},
        temperament="aimless",
        instructions=(
            Instruction("july", f"{mark}: instruction", {"help": Position(3.0, 3.0)}, when=adopted("breach")),
        ),
        script=(ScriptLine("june", "speak", "breach", words=f"{mark}: script"),),
        history=f"{mark}: history",
    )


STAGES = (
    Stage(
        "june", "The first meeting", "1950-06-25", "Lake Success", 473, 1495, "Complaint of aggression",
        (Wire("At dawn the North crosses the parallel."),), OF_1950, invited=("ROK",),
        effects=(Effect(track="front", by=-10.0),),
    ),
    Stage("july", "The second meeting", "1950-07-07", "Lake Success", 476, 1503, "Complaint of aggression"),
    Stage("august", "The chair of August", "1950-08-01", "Lake Success", 480, 1650, "Complaint"),
    Stage(
        "january", "The new Council", "1951-01-10", "Lake Success", 530, 1990, "Complaint of aggression",
        members=OF_1951, succession={"CUB": "BRA", "EGY": "TUR", "NOR": "NLD"}, short=False,
    ),
)  # fmt: skip

SCENARIO = Scenario(
    Prospectus(
        id="middle",
        title="In the middle",
        subtitle="",
        summary="A crisis by hand.",
        body="unsc_11",
        digest="0" * 64,
        seats=tuple(_seat(code) for code in _NAMES),
        parties=(
            Party("ROK", "Republic of Korea", "the South", admits="IN3"),
            Party("PRK", "Authorities in North Korea", "the North", admits="IN3"),
            Party("PRC", "People's Republic of China", "Peking", admits="IN3"),
        ),
        items=(
            AgendaItem("seat-of-china", "The representation of China", brought_by=("RUS", "IND", "YUG")),
            AgendaItem("formosa", "Complaint of armed invasion of Taiwan"),
        ),
        issues=tuple(Issue(i, i.title()) for i in ("breach", "truce", "help", "seat", "harvest")),
        tracks=(
            Track("front", "Land held", 90.0),
            Track("resolve", "Resolve", 80.0, "low"),
            Track("opinion", "Opinion", 50.0),
        ),
        clauses=CLAUSES,
        drafts=STORED,
        pledges=(
            PledgeKind("troops", "Troops", after=2, effects=(Effect(track="front", by=-50.0),)),
        ),
        resolution=81,
        presides=("IND", "1950-06-25"),
    ),
    Sealed(
        briefs={code: _brief(code) for code in _NAMES},
        stages=STAGES,
        happenings=(
            Happening("seoul", "The capital falls", "News.", Condition("stage", "july"), chance=0.5,
                      effects=(Effect(track="front", by=-15.0),)),
            Happening("whisper", "A whisper", "Secret news.", Condition("stage", "july"),
                      effects=(Effect(set_flag="whispered"),), secret_to=("GBR", "USA")),
            Happening("storm", "A storm", "Rain.", Condition("flag", "never")),
        ),
        endings=(
            Ending("halted", "Halted", "The fighting stops.", Condition("flag", "halted"), at_once=True),
            Ending("helped", "Helped", "Help came.", adopted("assistance")),
            Ending("unhelped", "Unhelped", "Help did not come.", ALWAYS),
        ),
        security=SecurityModel(
            year=1950,
            groups=(
                Group("usa", "United States", ("USA",), "USA", 0.8, 0.9, 0.2, power=0.3, trade=0.2),
                Group("soviet", "Soviet bloc", ("RUS",), "RUS", 0.3, 0.1, 0.0, 0.5, power=0.2, trade=0.05),
                Group("rest", "The others", ("*",), "", 0.7, 0.6, 0.1, power=0.5, trade=0.75),
            ),
            attribution=Attribution((Finding("breach", "breach of the peace", 0.85),)),
            willingness=Willingness({"troops": 1.0}),
            universality=Universality((GreatPower("USA", seat="USA"), GreatPower("RUS", seat="RUS"))),
        ),
        absences=(
            Absence("RUS", SEAT_OF_CHINA, "august", (Effect(seat="RUS", standing=-20.0),), "too soon"),
        ),
        contested={"CHN": "Peking"},
        uniting_for_peace=Condition("stage", "january"),
    ),
)  # fmt: skip


# -- beginning and playing ------------------------------------------------------------
def at(text: str) -> State:
    """The state a notation tells of."""
    return read(SCENARIO, text)


def take(state: State, *acts: a.Action, moment: int = 0) -> State:
    """Take acts one after the other; AssertionError names the first that is refused."""
    for act in acts:
        state = came_of(state, act, moment=moment).state
    return state


def came_of(state: State, act: a.Action, *, moment: int = 0) -> Decision:
    """What comes of an act that must be in order."""
    decided = decide(state, act, Chance(state.seed, moment))
    assert not isinstance(decided, Refusal), (act, decided)
    return decided


def refused(state: State, act: a.Action) -> str:
    """The rule by which an act is refused; empty when it is in order."""
    decided = decide(state, act, Chance(state.seed, 0))
    return decided.rule if isinstance(decided, Refusal) else ""


def vote(state: State, **votes: str) -> Decision:
    """Call the roll to its end: the seats named vote so, all others yes; what the whole roll brought."""
    noted: list[Event] = []
    ballot = state.chamber.ballot
    assert ballot is not None
    for seat in ballot.voters[len(ballot.votes) :]:
        decided = came_of(state, a.CastBallot(seat, votes.get(seat, "yes")))
        noted.extend(decided.events)
        state = decided.state
    return Decision(tuple(noted), state)


def told(decision: Decision, kind: type[Event]) -> list[Event]:
    """The events of one kind in what came of an act."""
    return [x for x in decision.events if isinstance(x, kind)]


def yields(state: State, until: Phase) -> State:
    """Let everybody in turn pass until a phase is reached."""
    for _ in range(60):
        if state.chamber.phase is until:
            return state
        state = take(state, a.Yield(turn(state)[0]))
    raise AssertionError(f"{until} is never reached")


def world(state: State, moment: int = 0) -> Decision:
    """Let the world step."""
    return due(state, Chance(state.seed, moment))
