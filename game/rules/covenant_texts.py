"""A text under the Covenant: by which article it stands, how it is put, and what a drafter ought to know.

Under the Charter a veto decides; here the article does. A text on a threat of war (Article 11) is lost by one
no, even the accused's; a report on a dispute (Article 15) leaves the parties out; measures (Article 16) are
each Member's own. It changes no text, and never judges whether it is wise.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from game.rules import covenant
from game.rules.articles import Finding, Severity
from game.rules.ballots import Outlook, count
from game.rules.bases import Asked, Kind, label
from game.rules.bodies import Nature, Vote
from game.rules.clauses import ClauseFacts, acts, named, preambular, resting_on
from game.rules.clauses import asked as kinds_asked
from game.rules.results import Result, Verdict
from game.rules.sentences import NO_NAMES

REPORT = "L5"
"""The rule under which reports on a dispute are adopted."""
MAJORITY_REPORT = 0.5
"""What a report of a majority does of what a unanimous one would: it stands, and leaves Members free (L5)."""

WORDS: Mapping[Asked, tuple[str, str]] = MappingProxyType(
    {
        Asked.UNANIMITY: ("L4", "All represented must agree, the parties among them: one no prevents it."),
        Asked.REPORT: ("L5", "All but the parties must agree; by a majority only, it leaves Members free."),
        Asked.MEASURES: ("L6", "Each Member decides for itself; most of those but the parties say yes."),
        Asked.EXPULSION: ("L6", "All others represented must agree; those concerned are left out."),
        Asked.PROCEDURE: ("L7", "A majority of the Members represented decides, and nobody can prevent it."),
    }
)
"""How each kind of question is put: the rule, and one sentence for those who vote."""


def asked(clauses: Iterable[ClauseFacts], nature: str = Nature.SUBSTANTIVE) -> Asked:
    """Return how a text is put, by the articles its operative clauses may rest on.

    A clause that may rest on several serves any of them, one that names none serves all. An expulsion makes
    the whole text one; a text that is all report, or all report and measures, leaves the parties out;
    whatever rests on another article needs the agreement of all, parties too (L4).
    """
    if nature == Nature.PROCEDURAL:
        return Asked.PROCEDURE
    ways = [{b.asked for b in named(c)} for c in clauses if not preambular(c)]
    told = [{way for way in each if way is not None} for each in ways]
    if any(each == {Asked.EXPULSION} for each in told):
        return Asked.EXPULSION
    known = [each for each in told if each and each != {Asked.PROCEDURE}]
    if known and all(each & {Asked.REPORT, Asked.MEASURES} for each in known):
        return Asked.MEASURES if all(Asked.MEASURES in each for each in known) else Asked.REPORT
    return Asked.UNANIMITY


# -- the vote --------------------------------------------------------------------------------------
def decide(
    way: Asked,
    votes: Mapping[str, Vote],
    parties: Collection[str],
    *,
    names: Mapping[str, str] = NO_NAMES,
) -> Result:
    """Decide a question of the Council put in this way; `parties` are those to the dispute (L2 to L7)."""
    return _DECIDED[way](votes, parties, names)


_Decided = Callable[[Mapping[str, Vote], Collection[str], Mapping[str, str]], Result]


def _unanimity(votes: Mapping[str, Vote], parties: Collection[str], names: Mapping[str, str]) -> Result:
    against = [seat for seat, vote in votes.items() if vote == Vote.NO]
    return covenant.unanimity(count(votes), against, names=names)


_DECIDED: Mapping[Asked, _Decided] = {
    Asked.UNANIMITY: _unanimity,
    Asked.REPORT: lambda votes, parties, names: covenant.report(votes, parties, names=names),
    Asked.MEASURES: lambda votes, parties, names: covenant.measures(votes, parties, names=names),
    Asked.EXPULSION: lambda votes, parties, names: covenant.expulsion(votes, parties, names=names),
    Asked.PROCEDURE: lambda votes, parties, names: covenant.procedure(count(votes)),
}


@dataclass(frozen=True, slots=True)
class Prospect:
    """A vote under the Covenant while it is being taken.

    `outlook` counts as in the Council of the Charter, with nobody to veto. `against` are the noes that
    already prevent unanimity, `left_out` those whose votes are not counted for it.
    """

    way: Asked
    outlook: Outlook
    against: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def outlook(
    way: Asked, votes: Mapping[str, Vote], waiting: Collection[str], parties: Collection[str]
) -> Prospect:
    """Say where a vote stands: `votes` have fallen, `waiting` are still to be called.

    Whether it can still pass or fail is tried out: all who wait vote yes, or no.
    """
    out = tuple(s for s in (*votes, *waiting) if s in parties) if way in _WITHOUT_PARTIES else ()
    best = decide(way, {**votes, **dict.fromkeys(waiting, Vote.YES)}, parties)
    worst = decide(way, {**votes, **dict.fromkeys(waiting, Vote.NO)}, parties)
    against = tuple(s for s, vote in votes.items() if vote == Vote.NO and s not in out)
    if way in (Asked.PROCEDURE, Asked.MEASURES):
        against = ()
    uncounted = () if best.verdict is Verdict.ADOPTED_MAJORITY_ONLY else out
    yes = sum(vote == Vote.YES and seat not in uncounted for seat, vote in votes.items())
    missing = max(0, best.needed - yes)
    seen = Outlook(best.needed, missing, best.carried, not worst.carried, ())
    return Prospect(way, seen, against, out)


_WITHOUT_PARTIES = frozenset({Asked.REPORT, Asked.MEASURES, Asked.EXPULSION})


def share(result: Result) -> float:
    """Return what an adopted text does of what it would do if all were agreed (L5)."""
    return MAJORITY_REPORT if result.verdict is Verdict.ADOPTED_MAJORITY_ONLY else 1.0


# -- the drafting table ----------------------------------------------------------------------------
def findings(clauses: Sequence[ClauseFacts], nature: str = Nature.SUBSTANTIVE) -> tuple[Finding, ...]:
    """Return what a reader versed in the Covenant would say of a text: doubts, and how it would be put.

    Nothing is refused: the Council of the League might write what it liked, and often only wished.
    """
    found = [Finding(Severity.DOUBT, *told, at) for at, c in enumerate(clauses) for told in _on_clause(c)]
    return (*found, *_on_text(clauses, nature))


def _on_clause(clause: ClauseFacts) -> Iterator[tuple[str, str]]:
    rests = resting_on(clause)
    if rests is None or preambular(clause):
        return
    if not rests.of_the_covenant:
        yield "L2", f"{label(rests)} is the Charter's, and the League has its own law."
        return
    lacking = kinds_asked(clause) - rests.carries - {Kind.DUTIES}
    if lacking:
        yield rests.rule, f"{label(rests)} hardly carries this: {', '.join(sorted(lacking))}."
    if acts(clause) and Kind.FORCE in clause.kinds and clause.verb.startswith("Decides"):
        yield "L6", "The Council can only recommend what forces Members should contribute (Article 16(2))."


def _on_text(clauses: Sequence[ClauseFacts], nature: str) -> Iterator[Finding]:
    operative = [c for c in clauses if not preambular(c)]
    if not operative:
        return
    way = asked(clauses, nature)
    others = {b.asked for c in operative for b in named(c)}
    if way is Asked.UNANIMITY and others & {Asked.REPORT, Asked.MEASURES}:
        reason = "Because of its other articles the whole text needs the agreement of all, parties too."
        yield Finding(Severity.DOUBT, "L4", reason)
