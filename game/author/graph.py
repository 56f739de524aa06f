"""A crisis as a graph: stages in their order, what lets happenings occur, and the endings they lead to.

Mermaid and dot are plain text that other programs draw. Only what the pack says is drawn; names from a pack
are quoted, so that nothing in them is read as part of the graph.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from game.plain import clean
from game.session.scenario import Scenario
from game.session.stages import TABLE
from game.world.conditions import Condition
from game.world.outside import Effect
from game.world.patrons import Reaction

FORMATS = ("mermaid", "dot")
_SHAPES = {"stage": ("[", "]", "box"), "happening": ("(", ")", "ellipse"), "ending": ("{{", "}}", "hexagon")}
_NAMED = {"#": "#35;", "&": "#amp;", "<": "#lt;", ">": "#gt;"}
"""Signs that mean something to Mermaid even between quotes, and the names by which it shows them."""


class Node(NamedTuple):
    """One thing drawn: its id in the graph, its kind, and what is written in it."""

    id: str
    kind: str
    label: str


class Edge(NamedTuple):
    """One arrow, with what is written on it."""

    start: str
    end: str
    label: str = ""


def graph(scenario: Scenario) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Return what is drawn of a crisis: an arrow leads from what a condition asks for to what it lets be."""
    nodes = tuple(_nodes(scenario))
    known = {node.id for node in nodes}
    edges = [Edge(*pair) for pair in _course(scenario)]
    setters = _setters(scenario)
    for stage in scenario.sealed.stages:
        edges += _asked(stage.when, f"stage_{stage.id}", setters)
        edges += _asked(stage.hastened, f"stage_{stage.id}", setters)
    for happening in scenario.sealed.happenings:
        edges += _asked(happening.when, f"happening_{happening.id}", setters)
    for at, reaction in _reactions(scenario):
        edges += _asked(reaction.when, at, setters)
    for ending in scenario.sealed.endings:
        edges += _asked(ending.when, f"ending_{ending.id}", setters)
    return nodes, tuple(dict.fromkeys(e for e in edges if {e.start, e.end} <= known))


def procedure() -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Return the course of a meeting: its phases, and the triggers that lead from one to the next."""
    edges = []
    for row in TABLE:
        sources = row["source"] if isinstance(row["source"], list) else [row["source"]]
        edges += [Edge(str(s), str(row["dest"]), str(row["trigger"]).replace("_", " ")) for s in sources]
    names = dict.fromkeys(name for e in edges for name in (e.start, e.end))
    return tuple(Node(name, "stage", name) for name in names), tuple(dict.fromkeys(edges))


def drawn(nodes: tuple[Node, ...], edges: tuple[Edge, ...], form: str) -> str:
    """Return a graph as text; `form` is one of FORMATS."""
    return "\n".join(_mermaid(nodes, edges) if form == "mermaid" else _dot(nodes, edges)) + "\n"


def _nodes(scenario: Scenario) -> Iterator[Node]:
    for stage in scenario.sealed.stages:
        yield Node(f"stage_{stage.id}", "stage", f"{stage.date} {stage.title}")
    for draft in scenario.open.drafts:
        yield Node(f"draft_{draft.id}", "draft", draft.symbol or draft.title)
    for happening in scenario.sealed.happenings:
        yield Node(f"happening_{happening.id}", "happening", happening.title)
    for at, reaction in _reactions(scenario):
        yield Node(at, "happening", reaction.title)
    for ending in scenario.sealed.endings:
        yield Node(f"ending_{ending.id}", "ending", ending.title)


def _reactions(scenario: Scenario) -> Iterator[tuple[str, Reaction]]:
    """What patrons may do, each with its place in the graph."""
    for patron in scenario.sealed.security.patrons:
        yield from ((f"patron_{patron.id}_{x.id}", x) for x in patron.reactions)


def _course(scenario: Scenario) -> Iterator[tuple[str, str]]:
    stages = scenario.sealed.stages
    yield from ((f"stage_{a.id}", f"stage_{b.id}") for a, b in pairwise(stages))


def _setters(scenario: Scenario) -> dict[str, list[str]]:
    """What raises each flag, and in which drafts each kind of clause stands."""
    found: dict[str, list[str]] = {}

    def note(effects: tuple[Effect, ...], by: str) -> None:
        for effect in effects:
            if effect.set_flag:
                found.setdefault(f"flag:{effect.set_flag}", []).append(by)

    for happening in scenario.sealed.happenings:
        note(happening.effects, f"happening_{happening.id}")
    for at, reaction in _reactions(scenario):
        note(reaction.effects, at)
    for stage in scenario.sealed.stages:
        note(stage.effects, f"stage_{stage.id}")
    for draft in scenario.open.drafts:
        for clause in draft.clauses:
            found.setdefault(f"adopted:{clause.kind}", []).append(f"draft_{draft.id}")
            kind = scenario.clause[clause.kind]
            note(kind.effects, f"draft_{draft.id}")
            if kind.demand is not None:
                note((*kind.demand.if_complies, *kind.demand.if_defies), f"draft_{draft.id}")
    return found


def _asked(when: Condition | None, to: str, setters: dict[str, list[str]]) -> list[Edge]:
    """The arrows into what a condition lets be."""
    edges = []
    for condition, negated in _leaves(when):
        label = f"not {condition.name}" if negated else condition.name
        named = {
            "happened": [f"happening_{condition.name}"],
            "stage": [f"stage_{condition.name}"] if condition.name else [],
            "passed": [f"draft_{condition.name}"],
            "adopted": [f"draft_{condition.name}", *setters.get(f"adopted:{condition.name}", ())],
            "agreed": [f"draft_{condition.name}", *setters.get(f"adopted:{condition.name}", ())],
            "vetoed": [f"draft_{condition.name}", *setters.get(f"adopted:{condition.name}", ())],
            "failed": [f"draft_{condition.name}", *setters.get(f"adopted:{condition.name}", ())],
        }.get(condition.kind, setters.get(f"{condition.kind}:{condition.name}", []))
        edges += [Edge(start, to, label) for start in named if start != to]
    return edges


def _leaves(condition: Condition | None, negated: bool = False) -> Iterator[tuple[Condition, bool]]:
    if condition is None:
        return
    if not condition.of:
        yield condition, negated
    for inner in condition.of:
        yield from _leaves(inner, negated or condition.kind == "none")


def _quoted(text: str) -> str:
    return '"' + clean(text).replace("\\", "/").replace('"', "'") + '"'


def _spelt(text: str) -> str:
    """A text for Mermaid, which would read HTML and names of characters in it."""
    for sign, name in _NAMED.items():
        text = text.replace(sign, name)
    return _quoted(text)


def _mermaid(nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> Iterator[str]:
    yield "flowchart TD"
    places = {node.id: f"n{place}" for place, node in enumerate(nodes)}
    for node in nodes:
        left, right, _ = _SHAPES.get(node.kind, ("[/", "/]", "note"))
        yield f"    {places[node.id]}{left}{_spelt(node.label)}{right}"
    for edge in edges:
        on = f"|{_spelt(edge.label)}|" if edge.label else ""
        yield f"    {places[edge.start]} -->{on} {places[edge.end]}"


def _dot(nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> Iterator[str]:
    yield "digraph crisis {"
    for node in nodes:
        shape = _SHAPES.get(node.kind, ("", "", "note"))[2]
        yield f"  {_quoted(node.id)} [label={_quoted(node.label)}, shape={shape}];"
    for edge in edges:
        label = f" [label={_quoted(edge.label)}]" if edge.label else ""
        yield f"  {_quoted(edge.start)} -> {_quoted(edge.end)}{label};"
    yield "}"
