"""The floor: who may speak, points of order and challenges to a ruling.

Rules 27 and 30. It grants no speaking time (the Council has no such rule) and knows no right of reply.
"""

from __future__ import annotations

from game.rules.refusals import Refusal


def refuse_statement(seat: str, has_floor: str, *, voting: bool = False) -> Refusal | None:
    """Why a seat may not speak now: another has the floor (CB1), or a vote is being taken (CB11)."""
    if voting:
        return Refusal("CB11", "A vote is being taken; explanations come before it or after it.")
    if seat != has_floor:
        return Refusal("CB1", "Another delegation has the floor; signify the wish to speak and wait.")
    return None


def refuse_point_of_order(
    *, ruling_pending: bool = False, voting: bool = False, about_the_voting: bool = False
) -> Refusal | None:
    """Why a point of order may not be raised: one awaits its ruling (CB3), or the vote is on (CB11).

    Otherwise any representative may raise one at any time, even in the middle of another's speech.
    """
    if ruling_pending:
        return Refusal("CB3", "The President must first rule on the point of order already raised.")
    if voting and not about_the_voting:
        return Refusal("CB11", "Voting has begun; only a point of order about the voting may interrupt it.")
    return None


def refuse_challenge(*, ruling_just_given: bool, already_challenged: bool = False) -> Refusal | None:
    """Why a ruling may not be challenged: there is none, or the Council has pronounced on it (CB4)."""
    if already_challenged:
        return Refusal("CB4", "The Council has already decided on this ruling.")
    if not ruling_just_given:
        return Refusal("CB4", "There is no ruling to challenge; a challenge follows the ruling at once.")
    return None


def refuse_explanation(*, voting: bool, in_assembly: bool = False, proposer: bool = False) -> Refusal | None:
    """Why a vote may not be explained now: it is being taken (CB11); before and after it one may (EV1).

    In the Council sponsors may explain their vote too. In the Assembly the proposer of a text may not
    (GA10).
    """
    if voting:
        return refuse_statement("", "", voting=True)
    if in_assembly and proposer:
        return Refusal("GA10", "In the Assembly whoever proposed a text does not explain a vote on it.")
    return None


def refuse_change_of_vote(*, declared: bool) -> Refusal | None:
    """Why a vote may not be changed: the President has declared the result (V14)."""
    if not declared:
        return None
    return Refusal("V14", "The result has been declared; a delegation may only say how it meant to vote.")
