"""Where the members stand on a text, as one delegation can know: on record, and where wanted as it guesses.

It reads the delegation's own view and record through `game.delegates` and nothing else; it draws nothing. A
guess is never mixed with the record: whoever wants none is told what was said and done, and nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from game.delegates.knowledge.dossier import Dossier
from game.delegates.knowledge.estimating import REFUSED, UNKNOWN, Estimate, Needs, bound, estimate, needs
from game.delegates.knowledge.memory import Memory
from game.delegates.knowledge.occasion import Occasion
from game.delegates.knowledge.on_record import on_record
from game.prose.names import listed, short
from game.rules.bodies import BODIES, Law
from game.screens.council import Council
from game.screens.pieces.locks import DIRECTOR
from game.session.scenario import Clause, Scenario
from game.session.state import Draft
from game.session.table import AGREED
from game.session.views import View

if TYPE_CHECKING:
    from game.session.legal import Docket

ADVICE = "advice"
"""The option of a save's header that says who is given estimates and hints."""
ALONE, ALL, NONE = "", "all", "none"
ADVISED = {ALONE: "when alone", ALL: "for everybody", NONE: "for nobody"}
"""Who may be given estimates of the others' votes, and hints at the drafting table."""
SURE, LIKELY, OPEN, OWN = "sure", "likely", "open", "own"
"""How a vote is known: it is on record, it is guessed, it is not known, it is one's own."""


ANSWERS = {
    "yes": "would vote for {text} as it stands",
    "if": "could vote for {text} if",
    "never": "no change to {text} would win the vote",
}
"""The words by which a delegation answers what it would take, and what each comes to."""


class Head(NamedTuple):
    """One member in a canvass: the vote expected (empty while open), how that is known, and what is known.

    `public` and `private` are lines that go on from its name; `guess` is None where none is wanted.
    """

    seat: str
    vote: str
    how: str
    public: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    guess: Estimate | None = None


class Count(NamedTuple):
    """A canvass of a text: the members present, what the text needs, and who would be away."""

    heads: tuple[Head, ...]
    needs: Needs
    away: tuple[str, ...]
    charter: bool

    def vetoes(self, head: Head) -> bool:
        """Say whether a member's no would be a veto."""
        return self.charter and head.vote == "no" and head.seat in self.needs.blocking

    def who(self, vote: str, how: str) -> tuple[str, ...]:
        """Return the seats whose vote is known so; those of whom it counts."""
        left_out = self.needs.left_out
        return tuple(h.seat for h in self.heads if (h.vote, h.how) == (vote, how) and h.seat not in left_out)


def advised(council: Council) -> bool:
    """Say whether estimates and hints are given in a sitting: as arranged, else to a person alone."""
    wanted = council.options.get(ADVICE, ALONE)
    if wanted in (ALL, NONE):
        return bool(wanted == ALL)
    holders = council.view("").chamber.holders.values()
    return list(holders).count("person") == 1 and not council.docket(DIRECTOR).kinds


class Teller:
    """Who counts heads for a seat, with what it knows at this moment; LookupError for an observer."""

    def __init__(self, council: Council, seat: str) -> None:
        """Read the seat's view and record."""
        view, memory = council.view(seat), Memory(seat)
        for event in council.record_for(seat):
            memory.hear(event)
        docket = cast("Docket", council.docket(seat))
        self.view: View = view
        self._occasion = Occasion(view, docket, memory, Dossier(view))

    @property
    def charter(self) -> bool:
        """Whether the body sits under the Charter, where a blocking no is a veto."""
        return BODIES[self.view.open.body].law is Law.CHARTER

    @property
    def blocking(self) -> frozenset[str]:
        """The seats whose no may by itself defeat a text of substance."""
        return self._occasion.lexicon.blocking

    def guess(self, clauses: tuple[Clause, ...], seat: str) -> Estimate:
        """Return the vote expected of a seat on a text, and why."""
        return estimate(self._occasion, clauses, seat)

    def refuses(self, seat: str, kind: str) -> bool:
        """Say whether a seat has written that it may not vote for a clause of a kind."""
        return kind in self._occasion.dossier.soundings().refused.get(seat, frozenset())

    def count(self, clauses: tuple[Clause, ...], *, guessing: bool, form: str = "resolution") -> Count:
        """Canvass the members present on a text; `guessing` says whether estimates are wanted."""
        chamber = self.view.chamber
        here = [s for s in chamber.members if s not in chamber.absent]
        law = needs(self._occasion, clauses)
        if form in AGREED:
            law = Needs(1, frozenset(here))
        symbols = [d.symbol for d in chamber.drafts.values() if d.clauses == clauses]
        heads = tuple(self._head(clauses, seat, symbols, guessing) for seat in here)
        away = tuple(s for s in chamber.members if s in chamber.absent)
        return Count(heads, law, away, self.charter)

    def _head(self, clauses: tuple[Clause, ...], seat: str, symbols: Sequence[str], guessing: bool) -> Head:
        known = on_record(self.view, clauses, seat)
        guess = self.guess(clauses, seat) if guessing else None
        wrote, written = self._wrote(seat, symbols)
        vote, how = self._stands(clauses, seat, written, guess)
        return Head(seat, vote, how, known.public, (*known.private, *wrote), guess)

    def _stands(
        self, clauses: tuple[Clause, ...], seat: str, written: str, guess: Estimate | None
    ) -> tuple[str, str]:
        """The vote expected of a seat and how it is known: what binds it first, then its notes, then a
        guess that they do not belie."""
        told = bound(self._occasion, clauses, seat)
        if told is not None:
            return _plain(told.vote), SURE if told.sure >= REFUSED else LIKELY
        if seat == self.view.seat:
            return "", OWN
        if written == "yes":
            return "yes", SURE
        if guess is None or guess.sure < UNKNOWN:
            return ("abstain", LIKELY) if written == "never" else ("", OPEN)
        belied = written in ("if", "never") and guess.vote == "yes"
        if belied:
            return ("abstain", LIKELY) if written == "never" else ("", OPEN)
        return _plain(guess.vote), LIKELY

    def _wrote(self, seat: str, symbols: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """What a seat wrote last about a text, as a line, and what its answer comes to: yes, if, never."""
        note = self.view.papers.notes if seat != self.view.seat else None
        while note is not None:
            named = next((s for s in symbols if s in note.words), "") if note.seat == seat else ""
            if named:
                sense = next(
                    (k for k, words in ANSWERS.items() if words.format(text=named) in note.words), ""
                )
                return (f"wrote to you: “{note.words}”",), sense
            note = note.before
        return (), ""


def _plain(vote: str) -> str:
    return vote if vote in ("yes", "no") else "abstain"


def in_question(view: View) -> tuple[Draft, ...]:
    """Return the texts that the members may be canvassed on, the next to be voted on first."""
    from game.session.table import to_be_put

    waiting = to_be_put(view.chamber)
    rest = (d for d in view.chamber.drafts.values() if d.status == "tabled" and d not in waiting)
    return tuple(d for d in (*waiting, *rest) if d.form != "assembly")


# -- in words ------------------------------------------------------------------------------------------
def in_line(count: Count, scenario: Scenario) -> str:
    """Return the count in one line: `sure 5 · likely 2 · open 3 · against 1 (a veto: the USSR says it
    would)`."""
    likely = len(count.who("yes", LIKELY))
    told = [f"sure {len(count.who('yes', SURE))}"]
    told += [f"likely {likely}"] if likely else []
    told += ["your own"] if any(h.how == OWN for h in count.heads) else []
    told += [f"open {len(count.who('', OPEN))}"]
    aside = len(count.who("abstain", SURE)) + len(count.who("abstain", LIKELY))
    told += [f"abstaining {aside}"] if aside else []
    against = (*count.who("no", SURE), *count.who("no", LIKELY))
    told += [f"against {len(against)}{_vetoes(count, scenario)}"] if against else []
    return " · ".join(told)


def _vetoes(count: Count, scenario: Scenario) -> str:
    """Say which of those against would defeat the text alone, and how that is known."""
    named = "a veto" if count.charter else "it prevents it"
    told = []
    for how, says in ((SURE, "says it would"), (LIKELY, "we think")):
        who = [s for s in count.who("no", how) if s in count.needs.blocking]
        if who:
            says = "say they would" if how == SURE and len(who) > 1 else says
            told.append(f"{listed(short(scenario, s) for s in who)} {says}")
    return f" ({named}: {'; '.join(told)})" if told else ""


def needed(count: Count) -> str:
    """Say what the text needs: `needed 7, and no veto`, `needed: all who vote`."""
    law, seats = count.needs, len(count.heads) + len(count.away)
    if law.share:
        return "needed: two-thirds of those voting" if law.share > 0.5 else "needed: more for than against"
    if law.blocking and len(law.blocking) >= len([h for h in count.heads if h.seat not in law.left_out]):
        but = ", the parties not counted" if law.left_out else ""
        return f"needed: that nobody votes against{but}"
    return f"needed {law.bar} of {seats}{', and no veto' if law.blocking else ''}"


def outlook(count: Count) -> tuple[str, str]:
    """Return what the count comes to, in a few words, with the colour it is said in."""
    sure, likely = len(count.who("yes", SURE)), len(count.who("yes", LIKELY))
    if any(s in count.needs.blocking for s in count.who("no", SURE)):
        return ("it would be vetoed" if count.charter else "it would be prevented"), "$error"
    if any(s in count.needs.blocking for s in count.who("no", LIKELY)):
        return ("it may be vetoed" if count.charter else "it may be prevented"), "$error"
    bar = _bar(count)
    if sure >= bar:
        return "enough, as far as it is known", "$success"
    if sure + likely >= bar:
        return "enough, if the likely ones come", "$success"
    return f"{bar - sure - likely} more to be won", "$accent"


def _bar(count: Count) -> int:
    """The number of yes votes at which a text stands safe, as far as a canvass can tell."""
    law = count.needs
    if not law.share:
        return law.bar
    against = len(count.who("no", SURE)) + len(count.who("no", LIKELY))
    return max(1, against * (2 if law.share > 0.5 else 1) + (law.share <= 0.5))


def degree(guess: Estimate) -> str:
    """Say how sure a guess is."""
    return "fairly sure" if guess.sure >= 2 * UNKNOWN else "a guess" if guess.sure >= UNKNOWN else "unsure"


THINKS = "so we think because "
_ON = re.compile(r"on (“.*”), (.*)", re.DOTALL)


def told(guess: Estimate) -> bool:
    """Say whether a guess rests on something that is told as what comes after `because`."""
    return guess.reason.startswith(THINKS)


def grounds(guess: Estimate) -> str:
    """Return what a guess rests on: `it spoke for “X”`, `of where it stands among the others on “X”`."""
    reason = guess.reason.removeprefix(THINKS)
    found = _ON.fullmatch(reason)
    if found is None:
        return reason
    issue, source = found.groups()
    if source.startswith("of "):
        return f"{source} on {issue}"
    return f"{source.removesuffix(' it')} {issue}" if source.endswith(" it") else f"on {issue}, {source}"


def names(scenario: Scenario, seats: Iterable[str]) -> str:
    """Return seats as a list of their everyday names."""
    return listed(short(scenario, s) for s in seats)
