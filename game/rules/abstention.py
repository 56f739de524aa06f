"""The duty of a party to a dispute to abstain: when it applies, to whom, and how a dispute is declared.

Article 27(3), last clause. It turns on the article the text invokes (CH19), so drafters can choose their way
round it. This module counts no votes and voids none; `ballots` does, when the Council's regime enforces the
duty.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from game.rules.bases import basis
from game.rules.bodies import Nature
from game.rules.clauses import ClauseFacts, named, preambular, resting_on
from game.rules.refusals import Refusal
from game.rules.sentences import NO_NAMES, listed


@dataclass(frozen=True, slots=True)
class Duty:
    """Which seats ought to abstain (none if the duty does not apply), by which rule, and why."""

    seats: tuple[str, ...]
    rule: str
    reason: str


def invoked(clauses: Iterable[ClauseFacts]) -> tuple[str, ...]:
    """The bases a text invokes: the one each operative clause rests on, and the chapter it acts under.

    Each once, in the order of the text. Only the line "Acting under ..." counts among the preamble.
    """
    found: list[str] = []
    for clause in clauses:
        if clause.verb == "Acting":
            found += [known.id for known in named(clause)] or ["chapter_vii"]
        elif not preambular(clause) and (rests := resting_on(clause)):
            found.append(rests.id)
    return tuple(dict.fromkeys(found))


def must_abstain(nature: Nature, bases: Iterable[str], *, dispute: bool) -> bool:
    """Whether a party to the matter has to abstain (Article 27(3), V10).

    Only on substance, only in a dispute (not a mere situation), and only when the text rests on Chapter VI
    or Article 52(3) and on nothing in Chapter VII nor Article 53 (X5). Which bases a text names is what
    counts (CH19).
    """
    return nature == Nature.SUBSTANTIVE and dispute and _outside_the_duty(bases) is None


def _outside_the_duty(bases: Iterable[str]) -> str | None:
    """Why the articles invoked keep the duty away, None when they call for it."""
    known = [basis(id) for id in bases]
    if any(b.chapter == "VII" or b.id == "art_53" for b in known):
        return "The text invokes Chapter VII or Article 53, and there a party may vote as it wishes."
    if not any(b.party_abstains for b in known):
        return "The text invokes neither Chapter VI nor Article 52, so a party may vote as it wishes."
    return None


def duty_to_abstain(
    nature: Nature,
    bases: Iterable[str],
    *,
    dispute: bool,
    parties: Collection[str],
    members: Collection[str],
    names: Mapping[str, str] = NO_NAMES,
) -> Duty:
    """Say which members ought to abstain on a text, and why these or why none (V10, V11, CH19).

    `bases` as `invoked` gives them, `dispute` whether the matter has been declared a dispute, `parties` to
    it as seat codes. Members come back in the order of `members`. Whether their votes are void is the
    regime's affair: practice has left it to each party to accept the duty (V11).
    """
    if nature == Nature.PROCEDURAL:
        return Duty((), "V10", "On procedure every member votes, party to the dispute or not.")
    if outside := _outside_the_duty(bases):
        return Duty((), "CH19", outside)
    if not dispute:
        return Duty((), "V10", "No dispute has been declared; in a mere situation every member votes.")
    seats = tuple(seat for seat in members if seat in parties)
    if not seats:
        return Duty((), "V10", "No party to the dispute sits on the Council.")
    return Duty(seats, "V10", f"A party to a dispute abstains under Chapter VI: {listed(seats, names)}.")


def refuse_declaration(
    *,
    enforced: bool,
    declared: bool = False,
    voting: bool = False,
    parties: Collection[str] = (),
    members: Collection[str] = (),
) -> Refusal | None:
    """Why the Council may not now be asked to declare that there is a dispute, and who is party to it.

    `enforced` whether this Council enforces the duty to abstain, `declared` whether it has pronounced
    already, `voting` whether a vote is being taken, `parties` those named. The question is one of procedure
    (V10, V11).
    """
    if not enforced:
        return Refusal("V11", "This Council counts votes as they are cast; a party abstains of its own will.")
    if voting:
        return Refusal("CB11", "Voting has begun; who must abstain is settled before the vote.")
    if declared:
        return Refusal("V10", "The Council has already decided whether this is a dispute, and between whom.")
    if not set(parties) & set(members):
        return Refusal("V10", "No member of the Council is named as a party; nobody would have to abstain.")
    return None
