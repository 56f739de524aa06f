"""The roll of a historical vote agrees with itself and with the Council's rules.

The numbers are those of the votes; nobody votes who was no member; a text was adopted only with the votes it
needed and, if it was of substance, without the no of a permanent member; a veto is such a no to a text that
had the votes. Where the roll is not wholly known, leave votes or numbers out and say so in `doubt`.

PASS
    # drafts.yaml
    s-1508: {roll: {yes: 7, no: 1, abstain: 0}}

FAIL
    # drafts.yaml
    s-1508: {roll: {yes: 8}}

FAIL
    # drafts.yaml
    s-1508: {roll: {votes: {NOR: abstain}, yes: 6}}

FAIL
    # drafts.yaml
    s-1508: {roll: {result: vetoed, resolution: 0}}

FAIL
    # drafts.yaml
    s-1508: {roll: {result: failed}}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from game.packs.walk import Fault, Pack
from game.rules.bodies import Law, Vote
from game.rules.covenant_texts import decide
from game.session.covenant import way_of
from game.session.scenario import Roll, StoredDraft
from game.session.texts import nature

_NUMBERS: Mapping[str, Vote] = {"yes": Vote.YES, "no": Vote.NO, "abstain": Vote.ABSTAIN}


def check(pack: Pack) -> Iterator[Fault]:
    """Yield rolls whose votes, numbers and result do not go together."""
    for draft in pack.scenario.open.drafts:
        if draft.roll is not None and draft.roll.result not in {"withdrawn", "not_put"}:
            yield from _numbers(pack, draft, draft.roll)
            judged = _by_the_covenant if pack.body.law is Law.COVENANT else _result
            yield from judged(pack, draft, draft.roll)


def _fault(draft: StoredDraft, field: str, what: str, remedy: str) -> Fault:
    return Fault("drafts.yaml", (draft.id, "roll", field), what, remedy)


def _numbers(pack: Pack, draft: StoredDraft, roll: Roll) -> Iterator[Fault]:
    members = pack.members(draft.stage)
    counted = Counter(roll.votes.values())
    unknown = len(members) - len(roll.votes)
    for seat in roll.votes:
        if seat in {s.code for s in pack.scenario.open.seats} and seat not in members:
            what = f"{seat} was no member at {draft.stage} and could not vote."
            yield Fault("drafts.yaml", (draft.id, "roll", "votes", seat), what, "Take it out.", key=True)
    for field, vote in _NUMBERS.items():
        given, found = getattr(roll, field), counted[vote]
        if given is not None and not found <= given <= found + max(0, unknown):
            what = f"The roll gives {field}: {given}, but {found} of the votes are {vote}."
            yield _fault(draft, field, what, "Correct the number or the votes; leave out what is unsure.")
    given_in_all = sum(getattr(roll, f) or 0 for f in _NUMBERS)
    seats = pack.body.seating(len(members)).size
    if given_in_all > seats:
        what = f"The roll counts {given_in_all} votes in a Council of {seats}."
        yield _fault(draft, "yes", what, "Correct the numbers.")


def _result(pack: Pack, draft: StoredDraft, roll: Roll) -> Iterator[Fault]:
    yes = roll.yes if roll.yes is not None else Counter(roll.votes.values())[Vote.YES]
    known = roll.yes is not None or len(roll.votes) >= pack.body.size
    permanent = [s for s in pack.body.permanent if roll.votes.get(s) == Vote.NO]
    enough = yes >= pack.body.needed
    if roll.result == "vetoed" and known and not (enough and (permanent or not roll.votes)):
        what = f"A veto needs {pack.body.needed} votes in favour and a permanent member's no."
        yield _fault(draft, "result", what, "Write failed if it did not have the votes.")
    elif roll.result == "adopted" and known and not enough:
        what = f"A text with {yes} votes was not adopted; {pack.body.needed} were needed."
        yield _fault(draft, "result", what, "Correct the result or the votes.")
    elif roll.result == "adopted" and permanent and _of_substance(pack, draft):
        what = f"{', '.join(permanent)} voted no, so a text of substance could not be adopted."
        yield _fault(draft, "result", what, "Correct it, or give its clauses nature: procedural.")
    elif roll.result == "failed" and known and enough and not permanent:
        what = f"With {yes} votes in favour and no veto the text was adopted."
        yield _fault(draft, "result", what, "Correct the result or the votes.")
    if roll.resolution and roll.result != "adopted":
        yield _fault(draft, "resolution", "Only an adopted text has a number.", "Take the number out.")


def _by_the_covenant(pack: Pack, draft: StoredDraft, roll: Roll) -> Iterator[Fault]:
    """Before the League a roll known whole is counted as its text's articles ask (L2 to L7)."""
    if roll.result == "vetoed":
        yield _fault(draft, "result", "Nobody had a veto in the League.", "Write failed.")
    known = all(c.kind in pack.scenario.clause for c in draft.clauses)
    if not known or roll.votes.keys() < set(pack.members(draft.stage)):
        return
    scenario = pack.scenario
    way = way_of(scenario, draft.clauses, nature(scenario, draft.clauses))
    votes = {seat: Vote(vote) for seat, vote in roll.votes.items()}
    counted = decide(way, votes, scenario.open.disputants, names=scenario.names)
    if counted.carried is not (roll.result == "adopted"):
        what = f"By these votes the text was {'adopted' if counted.carried else 'not adopted'}."
        yield _fault(draft, "result", f"{what} {counted.reason}", "Correct the result, votes or articles.")


def _of_substance(pack: Pack, draft: StoredDraft) -> bool:
    """Whether some operative clause of the draft is of substance."""
    kinds = [pack.scenario.clause.get(c.kind) for c in draft.clauses]
    return any(k is not None and k.part == "operative" and k.nature == "substantive" for k in kinds)
