"""The arithmetic of a vote, told in plain lines: for the debrief, where nothing is secret any more.

It reads a weighing and adds nothing to it. It must not be shown while a sitting lasts but to the seat itself.
"""

from __future__ import annotations

from game.delegates.interests.changes import reads
from game.delegates.interests.circumstances import Circumstances, around, priced
from game.delegates.interests.lexicon import Lexicon, lexicon
from game.delegates.interests.mandate import Mandate
from game.delegates.interests.weighing import BEARS, FAVOURS, OPPOSES, Weighing, weighed
from game.delegates.knowledge.dossier import Dossier
from game.delegates.language.reasons import because
from game.session.scenario import Brief, Clause, Prospectus, RedLine
from game.session.state import Amendment, Draft
from game.session.views import View


def arithmetic(
    open: Prospectus, brief: Brief, clauses: tuple[Clause, ...], sponsors: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Return how the seat of a brief, as it stands, weighs a text: one line a clause, then what follows.

    Measures run from -3 to 3; the amounts of the clauses and sponsors add up to the first sum.
    """
    mandate = Mandate(lexicon(open), brief)
    return _told(mandate, clauses, around(mandate, sponsors))


def as_it_stood(view: View, draft: Draft) -> tuple[str, ...]:
    """Return how the seat of a view, taken when a vote was called, weighed a draft then, to the last term.

    Raises LookupError for an observer, who weighs nothing.
    """
    dossier = Dossier(view)
    return _told(dossier.mandate, draft.clauses, dossier.around(draft))


def as_it_would_read(view: View, draft: Draft, change: Amendment) -> tuple[str, ...]:
    """Return how the seat of a view weighed an amendment: the text as it stood, and the text it leads to.

    Raises LookupError for an observer, who weighs nothing.
    """
    dossier = Dossier(view)
    about, after = dossier.around(draft), reads(draft, change)
    now = _told(dossier.mandate, draft.clauses, about)
    then = _told(dossier.mandate, after, about) if after else ("Nothing would be left of the text.",)
    return ("The text as it stood:", *now, "The text with the amendment:", *then)


def _told(mandate: Mandate, clauses: tuple[Clause, ...], about: Circumstances) -> tuple[str, ...]:
    w = weighed(mandate, clauses, about)
    costs = [f"{what} {_signed(cost)}" for cost, what in priced(mandate, clauses, about)]
    crossed = next((line for line in mandate.brief.red_lines if line.id == w.line), None)
    return (*_pieces(mandate.lexicon, w), _sums(w), _bars(w, ", ".join(costs)), *_line(crossed))


def _pieces(words: Lexicon, w: Weighing) -> list[str]:
    told = []
    for term in w.terms:
        name = f"“{words.kinds[term.what].title}”" if term.what in words.kinds else "Who sponsors it"
        why = because(term.why) if term.what in words.kinds else ""
        told.append(f"{name}: {_signed(term.amount)}{why}")
    return told


def _sums(w: Weighing) -> str:
    return (
        f"On the whole {_signed(w.support)}; held against it, its worst clause makes it "
        f"{_signed(w.weakest)}; the mean is {_signed(w.score)}."
    )


def _bars(w: Weighing, costs: str) -> str:
    yes = f"A yes asks for {_signed(FAVOURS)} on the whole and {_signed(BEARS)} at the worst"
    if not w.price:
        return f"{yes}; a no comes at a mean of {_signed(OPPOSES)}."
    return (
        f"{yes}; a no would come at a mean of {_signed(OPPOSES)}, but here a no alone defeats the text, "
        f"which costs {w.price:.2f} more ({costs}): {_signed(w.bar)}."
    )


def _line(crossed: RedLine | None) -> tuple[str, ...]:
    if crossed is None:
        return ()
    return (f"A red line commands the vote, whatever the sum: {crossed.text.strip().rstrip('.')}.",)


def _signed(value: float) -> str:
    """Return a measure to a hundredth with its sign; a true minus, and none before nothing."""
    rounded = round(value, 2) + 0.0
    return f"{rounded:+.2f}".replace("-", "−") if rounded else "0.00"
