"""A clause and a text in one plain sentence each: what they rest on, whether they bind, who ought to abstain.

Words for the drafting table, made of what `binding` and `abstention` find. No sentence names a rule id, and
none says whether a text is wise or will be obeyed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from game.rules.abstention import invoked, must_abstain
from game.rules.bases import BASES, Basis, Binding, can_rest_on, label
from game.rules.binding import Weight, weight
from game.rules.bodies import Nature
from game.rules.clauses import ClauseFacts, acts, asked, preambular, resting_on
from game.rules.sentences import counted

_SAID: Mapping[Weight, str] = MappingProxyType(
    {
        Weight.BINDING: "it would bind all Members (Article 25)",
        Weight.DECISION: "it is a decision and would bind those whom it addresses",
        Weight.UNRIPE: "it cannot bind before the Council has made a determination under Article 39",
        Weight.FINDING: "it settles with authority what the case is and by itself asks nothing of States",
        Weight.AUTHORISATION: "it permits willing States to act and obliges none to do so",
        Weight.CONSENTED: "it reaches as far as the parties consent",
        Weight.OWN_BUSINESS: "it settles the Council's own business and lays no duty on States",
        Weight.POLITICAL: "it has political weight but would not bind",
        Weight.CALL: "it asks and normally does not bind, though such a call has bound once (resolution 276)",
        Weight.RECOMMENDATION: "it recommends and would bind nobody",
        Weight.STATEMENT: "it says what the Council thinks and would bind nobody",
        Weight.GROUND: "it gives a reason for the text and asks nothing",
    }
)

_SAID_BY_THE_LEAGUE: Mapping[Weight, str] = MappingProxyType(
    {
        Weight.BINDING: "it would bind all Members of the League",
        Weight.CONSENTED: "each Member decides for itself whether to carry it out",
    }
)

_BINDING = frozenset({Weight.BINDING, Weight.DECISION})
_ABSTAINS = ", and a party to the dispute ought to abstain"
_ABSTAINS_ALONE = f"{_ABSTAINS} unless the text invokes Chapter VII"


def explain_clause(clause: ClauseFacts, *, determined: bool = False, covenant: bool = False) -> str:
    """One plain sentence: what the clause rests on, what that presumes, whether it would bind.

    Where Chapter VI or Article 52 carries it, the sentence adds that a party to a dispute ought to abstain,
    which one line about Chapter VII in the text undoes (V10, CH19). `determined` as in `binding.weight`,
    `covenant` whether the text is the League's. Raises ValueError for a basis that neither treaty offers.
    """
    weighs = weight(clause, determined=determined)
    rests = resting_on(clause)
    if rests is None:
        return f"It names no article{_could(clause, covenant)}; {_SAID[weighs]}."
    said = _SAID_BY_THE_LEAGUE.get(weighs, _SAID[weighs]) if rests.of_the_covenant else _SAID[weighs]
    abstains = _ABSTAINS_ALONE if rests.party_abstains and acts(clause) else ""
    return f"It rests on {_titled(rests)}{_presuming(rests, weighs, determined)}; {said}{abstains}."


def explain_text(clauses: Sequence[ClauseFacts], *, determined: bool = False) -> str:
    """One plain sentence on a whole text: what it invokes, how many clauses would bind, who ought to abstain.

    `determined` whether an earlier resolution made the determination of Article 39; one in the text itself
    serves as well.
    """
    found = determined or any(weight(c, determined=False) is Weight.FINDING for c in clauses)
    binding = sum(weight(c, determined=found) in _BINDING for c in clauses)
    operative = [c for c in clauses if not preambular(c)]
    if not operative:
        return "It has no operative part, so it decides nothing."
    bases = invoked(clauses)
    articles = _alternatives((BASES[id] for id in bases), "and") or "no article"
    would = f"{counted(binding, 'clause')} of {len(operative)}" if binding else "nothing in it"
    abstains = _ABSTAINS if must_abstain(Nature.SUBSTANTIVE, bases, dispute=True) else ""
    return f"It invokes {articles}; {would} would bind{abstains}."


def _presuming(rests: Basis, weighs: Weight, determined: bool) -> str:
    """What the article presumes, unless that is so already or the weight tells it."""
    met = determined and rests.chapter == "VII" and rests.binding is Binding.BINDING
    if not rests.presumes or met or weighs is Weight.UNRIPE:
        return ""
    return f", which presumes {rests.presumes}"


def _titled(rests: Basis) -> str:
    name = label(rests)
    return name if name == rests.title else f"{name} ({rests.title[0].lower()}{rests.title[1:]})"


def _could(clause: ClauseFacts, covenant: bool) -> str:
    """On what a clause that names no article could rest."""
    wanted = asked(clause)
    if not wanted:
        return " and needs none"
    could = _alternatives(can_rest_on(wanted, covenant=covenant), "or")
    return f", and could rest on {could}" if could else ", and no single article carries it"


def _alternatives(known: Iterable[Basis], last: str) -> str:
    names = [label(each) for each in known]
    return f" {last} ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)
