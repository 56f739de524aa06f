"""One divergence at a time: a draft's vote here and in history, a happening, a return, each in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from game.plain import clean
from game.prose.names import day, listed, sentence, the
from game.prose.votes import Put
from game.rules.results import CARRIED
from game.session.scenario import Roll, Scenario, StoredDraft
from game.world.story import Happening


class Voted(Struct, frozen=True):
    """How a vote went: `outcome` adopted, issued, vetoed or failed; empty votes where they are not known."""

    outcome: str
    count: str
    votes: dict[str, str]
    date: str = ""
    meeting: str = ""
    resolution: int = 0
    doubt: str = ""


class DraftCompared(Struct, frozen=True):
    """A draft of history and what became of it here; `here` is its symbol here, empty if not tabled.

    `history` is None for a text that never came to a vote, `yours` when it was not put to the vote here.
    """

    id: str
    title: str
    symbol: str
    here: str
    history: Voted | None
    yours: Voted | None
    divergence: str


_OUTCOMES: Mapping[str, str] = {**{word.value: "adopted" for word in CARRIED}, "vetoed": "vetoed"}
WITHOUT = "without a vote"
UNCOUNTED = "no roll call known"
_CAST = {
    "yes": "voted yes",
    "no": "voted no",
    "abstain": "abstained",
    "absent": "was absent",
    "not_participating": "did not participate",
}


def compare_draft(
    scenario: Scenario,
    draft: StoredDraft,
    tabled: tuple[str, str] | None,
    put: Mapping[str, Put],
    played: bool,
) -> DraftCompared:
    """Return a stored draft with its historical vote and the one taken here.

    `tabled` is its symbol here and the stage, `put` the votes taken by symbol, `played` whether its own
    stage was.
    """
    symbol = tabled[0] if tabled else ""
    history = in_history(draft.roll, draft.form) if draft.roll else None
    yours = here(put[symbol]) if symbol in put else None
    parted = _parted(scenario, draft, symbol, history, yours) if played or symbol else ""
    return DraftCompared(draft.id, draft.title, draft.symbol, symbol, history, yours, parted)


def in_history(roll: Roll, form: str = "resolution") -> Voted:
    """A historical roll call as it is compared; incomplete rolls keep the counts the pack gives.

    A statement of the President was never voted on.
    """
    if form == "statement" and roll.result == "adopted":
        return Voted("issued", WITHOUT, {}, roll.date, roll.meeting, 0, roll.doubt)
    counts = [roll.yes, roll.no, roll.abstain]
    for at, vote in enumerate(("yes", "no", "abstain")):
        if counts[at] is None and roll.votes:
            counts[at] = sum(cast == vote for cast in roll.votes.values())
    count = "-".join("?" if n is None else str(n) for n in counts)
    count = UNCOUNTED if counts == [None, None, None] else count
    outcome = _OUTCOMES.get(roll.result, "failed")
    return Voted(outcome, count, roll.votes, roll.date, roll.meeting, roll.resolution, roll.doubt)


def here(put: Put) -> Voted:
    """A vote of this sitting as it is compared."""
    if put.kind == "statement":
        outcome = "issued" if put.verdict in _OUTCOMES else "failed"
        return Voted(outcome, WITHOUT, {}, put.date, str(put.meeting or ""))
    by_consent = put.kind == "consent" and put.verdict in ("adopted", "issued")
    count = "-".join(str(len(put.who(vote))) for vote in ("yes", "no", "abstain"))
    outcome = _OUTCOMES.get(put.verdict, "failed")
    meeting = str(put.meeting or "")
    if by_consent:
        return Voted(outcome, WITHOUT, {}, put.date, meeting, put.resolution)
    return Voted(outcome, count, put.votes, put.date, meeting, put.resolution)


def _parted(scenario: Scenario, d: StoredDraft, here: str, history: Voted | None, yours: Voted | None) -> str:
    """The sentence on where a draft's fate parts from history's; empty where it does not."""
    name = f"{clean(d.symbol)} ({clean(d.title)})" if d.symbol else f"The draft “{clean(d.title)}”"
    if history is None and yours is None:
        return sentence(f"{name} was tabled here; in history it never came to a vote") if here else ""
    then = f"in history it was {_outcome(history)}" if history else "in history it never came to a vote"
    if yours is None:
        what = "was tabled here and never put to the vote" if here else "was not tabled here"
        return f"{name} {what}; {then}."
    now = f"{name} was {_outcome(yours)} here"
    if history is None or history.outcome != yours.outcome:
        return f"{now}; {then}."
    changed = others(scenario, yours.votes, history.votes)
    return f"{now}, as in history, but {listed(changed)}." if changed else ""


def _outcome(vote: Voted) -> str:
    return f"{ {'failed': 'not adopted'}.get(vote.outcome, vote.outcome) } ({vote.count})"


def others(scenario: Scenario, yours: Mapping[str, str], history: Mapping[str, str]) -> list[str]:
    """Members whose vote here was not history's, as clauses; those that history's roll omits are left out."""
    return [
        f"{the(scenario, seat)} {_CAST.get(cast, clean(cast))} (in history: {_cast(history[seat])})"
        for seat, cast in yours.items()
        if seat in history and history[seat] != cast
    ]


def _cast(vote: str) -> str:
    return {"not_participating": "not participating"}.get(vote, clean(vote))


def happening_apart(occurrence: Happening, *, occurred: bool) -> str:
    """The sentence for a happening that came here alone, or in history alone."""
    title = clean(occurrence.title).rstrip(".")
    when = f" ({day(occurrence.date)})" if occurrence.date else ""
    if occurred:
        return f"It happened here and not in history: {title}."
    return f"It happened in history{when} and not here: {title}."


def returned_apart(scenario: Scenario, seat: str, back: str, until: str) -> str:
    """The sentence for a boycott that ended at another stage than in history."""
    titles = {stage.id: clean(stage.title) for stage in scenario.sealed.stages}
    who = the(scenario, seat)
    then = (
        f"in history it came back at “{titles.get(until, until)}”" if until else "in history it stayed away"
    )
    if not back:
        return sentence(f"{who} stayed away here; {then}")
    return sentence(f"{who} took its seat again at “{titles.get(back, back)}” here; {then}")
