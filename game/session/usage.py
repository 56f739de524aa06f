"""What Model UN house rules add to a meeting, as it stands: calls, times, signatures, passes.

Records only, and what the opening of a meeting makes of them; `acts.usage` and its kin have their law. All of
it is public but crisis notes, which lie among the papers of those who wrote them. In the Council's own house
all of it stays empty.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from game.session.library import Clause


class PendingMotion(Struct, frozen=True):
    """A motion moved and not yet decided, with what its mover stated; times are in seconds."""

    seat: str
    motion: str
    draft: str = ""
    seats: tuple[str, ...] = ()
    place: int = -1
    total: int = 0
    each: int = 0
    topic: str = ""

    @property
    def says_more(self) -> bool:
        """Whether its mover stated anything beyond a draft and parties."""
        return bool(self.total or self.each or self.topic) or self.place >= 0


class Call(Struct, frozen=True):
    """Delegations being called one by one for something short.

    `kind` is attendance, second, debate (for and against a motion or an amendment), caucus, question, reply,
    explain or stand_aside; `subject` what it is about; `back` the phase it returns to. `left` is how many may
    still be heard (seconds still wanted), `pro` and `con` how many may still speak for and against.
    """

    kind: str
    queue: tuple[str, ...]
    back: str
    subject: str = ""
    mover: str = ""
    draft: str = ""
    topic: str = ""
    each: int = 0
    left: int = 0
    pro: int = 0
    con: int = 0


class Order(Struct, frozen=True):
    """A crisis note or a private directive to the director; `answer` is empty until it is answered."""

    number: int
    seat: str
    words: str
    others: tuple[str, ...] = ()
    """Those whom a joint directive names; it goes to the director when all have joined."""
    joined: frozenset[str] = frozenset()
    granted: bool = False
    answer: str = ""
    answered: bool = False

    @property
    def complete(self) -> bool:
        """Whether everybody named in it has joined."""
        return self.joined >= set(self.others)


class Usage(Struct, frozen=True):
    """What stands of a house's own usage."""

    call: Call | None = None
    in_hand: PendingMotion | None = None
    """The motion now being decided."""
    speaking_time: int = -1
    """Seconds for a statement as the meeting has set them; -1 for the house's own time."""
    closed_list: bool = False
    extended: int = 0
    """Rounds of speakers added to the debate."""
    caucuses: int = 0
    caucus: bool = False
    """Whether the meeting is suspended for a caucus, after which the debate goes on where it stood."""
    voting: frozenset[str] = frozenset()
    """Delegations that answered present and voting (MU3)."""
    roll_calls: frozenset[str] = frozenset()
    """Drafts to be voted by roll call."""
    recounts: frozenset[str] = frozenset()
    """Drafts voted again by name and without abstentions."""
    close: str = ""
    """The draft last lost by a narrow vote."""
    passed: frozenset[str] = frozenset()
    """Delegations that passed in the vote under way (MU6)."""
    rights: tuple[str, ...] = ()
    """Delegations that voted with rights and are to explain."""
    asked_aside: frozenset[str] = frozenset()
    """Drafts on which those who would veto have been asked to stand aside (MU9)."""
    caucused: frozenset[str] = frozenset()
    """Drafts before whose vote the meeting was suspended because a veto was announced (MU9)."""
    holding: str = ""
    """The delegation to which the floor was yielded (MU3)."""
    last: str = ""
    """Who spoke last."""
    replied: bool = False
    """Whether what was said last was a reply (MU7)."""
    reconsidered: frozenset[str] = frozenset()
    signatures: dict[str, tuple[str, ...]] = {}
    """Who signed a paper, beside its sponsors or its mover."""
    wanted: dict[str, int] = {}
    """How many names a circulating paper needs, sponsors counted."""
    accepted: dict[str, frozenset[str]] = {}
    """Sponsors who accept an amendment."""
    second: Clause | None = None
    """What an amendment of the second degree would write, while it is voted."""
    amended: frozenset[str] = frozenset()
    """Amendments to which one of the second degree has been moved."""
    directives: bool = False
    """Whether all directives on the floor are being put to the vote."""


def at_meeting(u: Usage) -> Usage:
    """Return what stands when a meeting is called to order: papers and their names stay, all else is new."""
    return Usage(signatures=u.signatures, wanted=u.wanted, accepted=u.accepted, reconsidered=u.reconsidered)


def after_question(u: Usage) -> Usage:
    """Return what stands when a result has been declared: nobody is bound by having passed."""
    return replace(u, passed=frozenset()) if u.passed else u


def named(u: Usage, paper: str, sponsors: tuple[str, ...]) -> int:
    """Return how many names stand on a paper, sponsors counted."""
    return len({*sponsors, *u.signatures.get(paper, ())})
