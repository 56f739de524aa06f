"""Drafts and their parts: order of submission, withdrawal, separate votes, what is left of a text.

Rules 31 to 36 as far as they concern a text already tabled. It counts no votes and reads no clause.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from game.rules.refusals import Refusal
from game.rules.sentences import NO_NAMES, listed


def order_of_submission(drafts: Iterable[tuple[str, int]], *, first: Sequence[str] = ()) -> tuple[str, ...]:
    """Drafts in the order in which they are put to the vote (CB6).

    `drafts` are (id, time of submission); `first` are ids to which the Council has voted priority, in that
    order.
    """
    drafts = tuple(drafts)
    tabled = [draft for draft, _ in sorted(drafts, key=lambda pair: pair[1])]
    ahead = [draft for draft in first if draft in tabled]
    return (*ahead, *(draft for draft in tabled if draft not in ahead))


def refuse_priority(draft: str, waiting: Sequence[str]) -> Refusal | None:
    """Why priority cannot be asked for a draft: it does not wait, or comes first already (rule 32, CB6).

    `waiting` are the drafts in the order in which they would be put. The request is voted as procedure.
    """
    if draft not in waiting:
        return Refusal("CB6", "That draft is not waiting for its vote.")
    if waiting[0] == draft:
        return Refusal("CB6", "That draft comes first already.")
    return None


def refuse_draft(operative_clauses: int) -> Refusal | None:
    """Why a text may not be tabled: it has no operative clause (H4)."""
    if operative_clauses > 0:
        return None
    return Refusal("H4", "A draft resolution needs at least one operative clause.")


def refuse_withdrawal(
    by: str,
    sponsors: Collection[str],
    *,
    vote_taken: bool = False,
    agreeing: Collection[str] = (),
    kept_by: str = "",
) -> Refusal | None:
    """Why a draft or motion may not be withdrawn (rule 35, CB8).

    `vote_taken` is true as soon as any part of it, or any amendment to it, has been voted; `agreeing` are
    the other sponsors that consent. No seconder is needed (rule 34); but one who did second it may ask that
    it be voted all the same (`kept_by`), and then it keeps its place.
    """
    if by not in sponsors:
        return Refusal("CB8", "Only a sponsor may withdraw a text.")
    if vote_taken:
        return Refusal("CB8", "A vote has already been taken on it; it can no longer be withdrawn.")
    if not set(sponsors) <= {by, *agreeing}:
        return Refusal("CB8", "Every sponsor must agree before a text is withdrawn.")
    if kept_by and kept_by not in sponsors:
        return Refusal("CB8", "It was seconded, and whoever seconded it asks that it be voted.")
    return None


def refuse_resubmission(words: object, adopted: Collection[object]) -> Refusal | None:
    """Why a text may not be tabled again: it has been adopted (V14).

    A text that failed may come back as a new draft at any time; no rule of the Council knows
    reconsideration, so none stands in its way.
    """
    if words in adopted:
        return Refusal("V14", "That text has been adopted already, and its adoption is final.")
    return None


def refuse_separate_vote(
    part_exists: bool,
    objecting: Collection[str],
    movers: Collection[str],
    *,
    names: Mapping[str, str] = NO_NAMES,
) -> Refusal | None:
    """Why parts of a text are not voted separately: the original mover objects (rule 32, CB7).

    Any representative may ask; the request itself is never voted on. Objections of others count for nothing.
    """
    if not part_exists:
        return Refusal("H5", "The text has no such part.")
    if against := sorted(set(objecting) & set(movers)):
        reason = f"The original mover objects, so the text is voted as a whole: {listed(against, names)}."
        return Refusal("CB7", reason)
    return None


def refuse_whole(operative_parts_kept: int) -> Refusal | None:
    """Why what is left of a text is not put to the vote: every operative part has fallen (CB7).

    Parts that failed in separate votes fall; the rest is voted as a whole while any operative part is left.
    """
    if operative_parts_kept > 0:
        return None
    return Refusal("CB7", "All operative parts have been rejected, so the text as a whole is rejected.")
