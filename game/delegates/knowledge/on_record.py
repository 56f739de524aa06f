"""What is on record of one seat about a text, in plain lines: public, and told to the reader alone.

For a person who counts heads before a vote. Facts only: what to make of them is `estimating`'s. It must never
tell what the view does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.delegates.interests.lexicon import Lexicon, lexicon
from game.delegates.knowledge.bargains import own_term
from game.delegates.knowledge.soundings import refusals
from game.session.scenario import Clause
from game.session.state import Draft
from game.session.views import View

_WOULD = {"yes": "vote yes", "no": "vote no", "abstain": "abstain", "not_participating": "take no part"}
_DID = {"yes": "yes", "no": "no", "abstain": "to abstain", "not_participating": "to take no part"}
_SPOKE = {"for": "spoke for", "against": "spoke against", "neutral": "took no side on"}


class OnRecord(NamedTuple):
    """Lines about one seat, each the end of a sentence that begins with its name."""

    public: tuple[str, ...]
    private: tuple[str, ...]


def on_record(view: View, clauses: tuple[Clause, ...], seat: str) -> OnRecord:
    """Return what is on record of a seat about a text, as the seat of a view knows it."""
    words = lexicon(view.open)
    same = [d for d in view.chamber.drafts.values() if d.clauses == clauses]
    public = (
        *_of_the_text(view, same, seat),
        *_spoken(view, words, clauses, seat),
        *_voted(view, words, clauses, seat),
    )
    return OnRecord(public, (*_promised(view, same, seat), *_noted(view, words, clauses, seat)))


def _of_the_text(view: View, same: list[Draft], seat: str) -> Iterator[str]:
    for draft in same:
        if seat in draft.sponsors:
            yield "is a sponsor of the text"
        told = view.chamber.stances.get(draft.symbol, {}).get(seat)
        if told:
            yield f"says it would {_WOULD.get(told, told)}"


def _spoken(view: View, words: Lexicon, clauses: tuple[Clause, ...], seat: str) -> Iterator[str]:
    said = view.chamber.positions.get(seat, {})
    for issue in dict.fromkeys(i for c in clauses for i in words.bearing(c)):
        if issue in said:
            yield f"{_SPOKE.get(said[issue], 'spoke of')} “{words.issues.get(issue, issue)}”"


def _voted(view: View, words: Lexicon, clauses: tuple[Clause, ...], seat: str) -> Iterator[str]:
    """How it voted when the same clauses were last put, one line a vote."""
    by_vote: dict[str, list[str]] = {}
    for clause in clauses:
        vote = view.chamber.subjects.get(clause.kind, {}).get(seat)
        if vote in _DID:
            by_vote.setdefault(vote, []).append(f"“{words.title(clause)}”")
    for vote, titles in by_vote.items():
        said = f"voted {_DID[vote]}" if vote in ("yes", "no") else f"chose {_DID[vote]}"
        yield f"{said} when {', '.join(titles)} {'was' if len(titles) == 1 else 'were'} last put"


def _promised(view: View, same: list[Draft], seat: str) -> Iterator[str]:
    names = {name for d in same for name in (d.symbol, d.stored) if name}
    for deal in view.papers.deals.values():
        if seat not in (deal.seat, deal.to):
            continue
        term = own_term(deal, seat)
        if term.kind != "vote" or term.subject not in names:
            continue
        if deal.status == "accepted" and seat not in deal.kept:
            yield f"has promised you to {_WOULD.get(term.vote, term.vote)}"
        elif deal.status == "offered" and deal.seat == seat:
            yield f"offers to {_WOULD.get(term.vote, term.vote)}, for something in return"
        elif deal.status == "refused" and deal.to == seat:
            yield f"would not promise you to {_WOULD.get(term.vote, term.vote)}"


def _noted(view: View, words: Lexicon, clauses: tuple[Clause, ...], seat: str) -> Iterator[str]:
    refused = refusals(words, view).get(seat, frozenset())
    for clause in clauses:
        if clause.kind in refused:
            yield f"wrote to you that it cannot vote for “{words.title(clause)}”"
