"""What a drafter ought to know: a clause's force and articles, a text's doubts, what seats said in public.

Advice comes from the law (`session.texts.findings`, `rules.reading`) and from the chamber, which everybody
sees; never from a brief. Nothing is forbidden here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.content import Content

from game.prose.names import issue, short
from game.rules.articles import BASES, Finding, Severity, verb
from game.rules.bodies import BODIES, Law
from game.rules.covenant_texts import WORDS
from game.rules.reading import explain_clause, explain_text
from game.screens.pieces.literal import literally
from game.session.covenant import way_of
from game.session.scenario import Clause, ClauseKind, Scenario
from game.session.texts import findings, nature, written
from game.session.views import View

WEIGHTS = {
    3: "Speaks strongly for",
    2: "Speaks for",
    1: "Leans towards",
    0: "Touches",
    -1: "Leans away from",
    -2: "Speaks against",
    -3: "Speaks strongly against",
}
CHARACTERS = {
    "determination": "finding",
    "cessation": "cessation of hostilities",
    "force": "use of force",
    "command": "command",
    "sanctions": "sanctions",
    "commission": "commission in the field",
    "relief": "relief",
    "condemnation": "judgement",
    "referral": "referral",
    "invitation": "invitation",
    "deferral": "deferral",
    "removal": "removal of the item",
    "good_offices": "good offices",
    "other": "other",
    "": "other",
}
"""What a clause does, in a word or two."""
MOST_FORCE = {"preamble": 5, "operative": 10}
_VOTES = (
    ("yes", "for"),
    ("no", "against"),
    ("abstain", "abstaining"),
    ("not_participating", "not participating"),
)


def doubts(view: View, scenario: Scenario, clauses: Sequence[Clause]) -> tuple[Finding, ...]:
    """Return what a reader versed in the Charter would object to in a text."""
    known = tuple(c for c in clauses if c.kind in scenario.clause)
    then = (view.chamber.date or view.open.opens)[:4]
    adopted = [k for k in view.chamber.adopted if k in scenario.clause]
    return findings(scenario, known, adopted, int(then) if then.isdigit() else 0)


def force(kind: ClauseKind) -> str:
    """Return the force of a clause's verb as blocks and a figure."""
    most = MOST_FORCE.get(kind.part, 10)
    filled = min(kind.rank, most)
    return f"{'▰' * filled}{'▱' * (most - filled)} {kind.rank}"


def does(kind: ClauseKind) -> str:
    """Return what a clause does, in a word or two."""
    return "preambular" if kind.part == "preamble" else CHARACTERS.get(kind.character, kind.character)


def on_clause(view: View, scenario: Scenario, clause: Clause, text: Iterable[Clause] = ()) -> Content:
    """Return the advice on one clause of a text: its force, its articles, what it bears on, who said what."""
    kind = scenario.clause.get(clause.kind)
    if kind is None:
        return Content("")
    rows = [
        Content.assemble(
            (literally(kind.verb), "bold italic"), "  ", (force(kind), "$accent"),
            (f" · {_tone(kind)}{does(kind)}", "$quiet"),
        ),
        *_articles(view, scenario, kind, text),
        *_bearing(view, scenario, weights(scenario, clause)),
        *_told("Voted on this clause", view.chamber.subjects.get(kind.id, {}), scenario),
    ]  # fmt: skip
    if kind.about:
        rows.append(Content.styled(literally(kind.about), "$quiet"))
    return Content("\n").join(rows)


def on_text(view: View, scenario: Scenario, clauses: Sequence[Clause], own: str = "") -> Content:
    """Return the advice on a whole text: doubts, voices on its issues, announcements on texts like it.

    `own` is the symbol of the text itself where it is before the Council already.
    """
    rows = [finding_line(f, clauses, scenario) for f in doubts(view, scenario, clauses)]
    if not rows and clauses:
        named = "Covenant" if _covenant(view) else "Charter"
        rows.append(Content.styled(f"✓ No doubt under the {named}.", "$success"))
    rows += _whole(view, scenario, clauses)
    total: dict[str, float] = {}
    for clause in clauses:
        for id, weight in weights(scenario, clause).items():
            total[id] = total.get(id, 0.0) + weight
    rows += _bearing(view, scenario, total)
    rows += _alike(view, scenario, clauses, own)
    return Content("\n").join(rows)


def finding_line(finding: Finding, clauses: Sequence[Clause], scenario: Scenario) -> Content:
    """Return a finding with its sign, its rule and the clause it is about."""
    grave = finding.severity is Severity.REFUSED
    where = ""
    if finding.clause is not None and finding.clause < len(clauses):
        kind = scenario.clause.get(clauses[finding.clause].kind)
        where = f"{kind.title}: " if kind else ""
    sign, style = ("✗ ", "$error") if grave else ("⚠ ", "$warning")
    return Content.assemble((f"{sign}{finding.rule} ", f"bold {style}"), literally(where + finding.reason))


def rests_on(scenario: Scenario, clause: Clause) -> tuple[str, ...]:
    """Return the rules of the articles on which a clause may rest."""
    kind = scenario.clause.get(clause.kind)
    return tuple(BASES[id].rule for id in kind.basis if id in BASES) if kind else ()


def weights(scenario: Scenario, clause: Clause) -> dict[str, float]:
    """Return how a clause bears on issues (-3 to 3), with what its choices add."""
    kind = scenario.clause.get(clause.kind)
    if kind is None:
        return {}
    total = dict(kind.issues)
    for parameter in kind.parameters:
        usual = parameter.choices[0].id if parameter.choices else ""
        chosen = clause.choices.get(parameter.id, usual)
        for choice in parameter.choices:
            for id, weight in choice.bears.items() if choice.id == chosen else ():
                total[id] = total.get(id, 0.0) + weight
    return total


def _tone(kind: ClauseKind) -> str:
    try:
        tone = verb(kind.verb).tone.value
    except ValueError:
        return ""
    return "" if tone == "even" else f"{tone}, "


def _articles(view: View, scenario: Scenario, kind: ClauseKind, text: Iterable[Clause]) -> list[Content]:
    """Say on which article a clause rests, and whether it would bind."""
    kinds = {*view.chamber.adopted, *(clause.kind for clause in text)}
    standing = (scenario.clause[k] for k in kinds if k in scenario.clause)
    determined = any(known.character == "determination" for known in standing)
    (clause,) = written(scenario.clause, (Clause(kind.id),))
    return [Content(explain_clause(clause, determined=determined, covenant=_covenant(view)))]


def _covenant(view: View) -> bool:
    """Whether the body sits under the Covenant."""
    return BODIES[view.open.body].law is Law.COVENANT


def _whole(view: View, scenario: Scenario, clauses: Sequence[Clause]) -> list[Content]:
    """Say what a text invokes as a whole and how much of it would bind, or in the League how it is put."""
    known = tuple(c for c in clauses if c.kind in scenario.clause)
    if not known:
        return []
    if _covenant(view):
        rule, how = WORDS[way_of(scenario, known, nature(scenario, known))]
        return [Content.assemble((f"{rule} ", "bold $primary"), (how, "$quiet"))]
    earlier = (scenario.clause[k] for k in view.chamber.adopted if k in scenario.clause)
    determined = any(kind.character == "determination" for kind in earlier)
    text = explain_text(written(scenario.clause, known), determined=determined)
    return [Content.styled(text, "$quiet")]


def _bearing(view: View, scenario: Scenario, bears: Mapping[str, float]) -> list[Content]:
    """Say on which issues a text bears and what seats have said on them, the weightiest first."""
    rows = []
    for id, weight in sorted(bears.items(), key=lambda pair: -abs(pair[1])):
        degree = WEIGHTS.get(max(-3, min(3, round(weight))), "Touches")
        said = _voices(view, scenario, id)
        heard = (literally(f" ({said})") if said else "", "$quiet")
        rows.append(Content.assemble((f"{degree} ", "$quiet"), literally(issue(scenario, id)), heard))
    return rows


def _voices(view: View, scenario: Scenario, id: str) -> str:
    said = view.chamber.positions
    parts = []
    for stance, label in (("for", "for it"), ("against", "against it"), ("neutral", "neither")):
        who = [short(scenario, seat) for seat, on in said.items() if on.get(id) == stance]
        if who:
            parts.append(f"{label}: {', '.join(who)}")
    return "; ".join(parts)


def _told(label: str, votes: Mapping[str, str], scenario: Scenario) -> list[Content]:
    """Say who voted, or announced, how."""
    parts = []
    for vote, word in _VOTES:
        who = [short(scenario, seat) for seat, cast in votes.items() if cast == vote]
        if who:
            parts.append(f"{word}: {', '.join(who)}")
    return [Content.assemble((f"{label} — ", "$quiet"), literally("; ".join(parts)))] if parts else []


def _alike(view: View, scenario: Scenario, clauses: Iterable[Clause], own: str) -> list[Content]:
    """Say what seats announced on texts that share operative clauses with this one."""
    kinds = {
        c.kind for c in clauses if c.kind in scenario.clause and scenario.clause[c.kind].part == "operative"
    }
    rows: list[Content] = []
    for symbol, stances in view.chamber.stances.items():
        draft = view.chamber.drafts.get(symbol)
        shared = len(kinds & {c.kind for c in draft.clauses}) if draft else 0
        if shared:
            like = "this text" if symbol == own else f"{symbol} (shares {shared} of its clauses)"
            rows += _told(f"Announced on {like}", stances, scenario)
    return rows
