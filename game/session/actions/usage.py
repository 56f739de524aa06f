"""Acts that Model UN house rules add: seconding, speaking when called, signing papers, crisis notes."""

from __future__ import annotations

from game.session.actions.base import Action
from game.session.scenario import Clause


# -- when called -----------------------------------------------------------------------------------
class AnswerRoll(Action, frozen=True):
    """Answer the roll of attendance: present, or present and `voting`, which forbids to abstain (MU3)."""

    voting: bool = False


class Second(Action, frozen=True):
    """Second the motion just moved (MU4)."""


class SpeakTo(Action, frozen=True):
    """Say something short when called: `side` is for or against in a debate, else empty."""

    side: str = ""
    words: str = ""


class StandAside(Action, frozen=True):
    """Abstain after all, so that a text is not vetoed (MU9)."""


class HoldFast(Action, frozen=True):
    """Hold to one's no, which is a veto (MU9)."""


class AmendAmendment(Action, frozen=True):
    """Move an amendment of the second degree: the amendment shall have another clause (MU4)."""

    amendment: str
    clause: Clause


# -- papers ----------------------------------------------------------------------------------------
class SignPaper(Action, frozen=True):
    """Sign a circulating draft or an amendment, so that it may be introduced; no vote is promised (MU2)."""

    paper: str


# -- questions about the rules ---------------------------------------------------------------------
class Inquire(Action, frozen=True):
    """Ask the President about a motion of the house or a rule of the book (MU7)."""

    about: str


# -- crisis ----------------------------------------------------------------------------------------
class SendCrisisNote(Action, frozen=True):
    """Send a private order to the director; with `others` a joint directive that each must join (MU5)."""

    words: str
    others: tuple[str, ...] = ()


class JoinCrisisNote(Action, frozen=True):
    """Join a private directive in which one is named (MU5)."""

    number: int


class AnswerCrisisNote(Action, frozen=True):
    """Answer a crisis note: granted or not, with words, and a happening of the pack if one follows
    (director)."""

    number: int
    granted: bool
    words: str = ""
    happening: str = ""
