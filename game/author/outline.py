"""A crisis as an outline in plain lines: what opens each stage, lets things happen, and leads to each ending.

What `graph` draws with boxes and arrows, for those who read it in a terminal. It shows everything sealed, so
it is for authors alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from game.author.graph import graph
from game.plain import clean
from game.prose.names import day
from game.session.scenario import Scenario, Stage
from game.world.conditions import Condition
from game.world.outside import Effect
from game.world.story import Ending, Happening

_JOINED = {"all": " and ", "any": " or "}
_HANG = 6


def outline(scenario: Scenario, width: int = 80) -> Iterator[str]:
    """Yield the lines, none wider than `width` columns; in square brackets stands each thing's id."""
    leads = _leads(scenario)
    yield "Stages, in their order"
    for stage in scenario.sealed.stages:
        yield from _entry(f"{day(stage.date)}  {_named(stage)}", _stage(scenario, stage), width)
    if scenario.sealed.happenings:
        yield from ("", "What may happen")
    for happening in scenario.sealed.happenings:
        told = [*_happening(happening), *_leading(leads.get(f"happening_{happening.id}", ()))]
        yield from _entry(_named(happening), told, width)
    yield from ("", "Endings, first those of high priority")
    for ending in sorted(scenario.sealed.endings, key=lambda x: -x.priority):
        yield from _entry(_named(ending), _ending(ending), width)


def in_words(condition: Condition) -> str:
    """Return a condition in one line, as an author would read it aloud."""
    if condition.kind == "none":
        return f"not ({' or '.join(map(in_words, condition.of))})"
    if condition.of:
        parts = [f"({in_words(x)})" if x.of and x.kind == "any" else in_words(x) for x in condition.of]
        return _JOINED.get(condition.kind, ", ").join(parts)
    least, most = condition.at_least, condition.at_most
    words = [condition.kind.replace("_", " "), clean(condition.name)]
    words += [f"at least {least:g}"] if least is not None else []
    words += [f"at most {most:g}"] if most is not None else []
    return " ".join(word for word in words if word)


def _named(thing: Stage | Happening | Ending) -> str:
    return f"{clean(thing.title)} [{thing.id}]"


def _entry(head: str, told: Iterable[str], width: int) -> Iterator[str]:
    yield from wrap(head, width, initial_indent="  ", subsequent_indent=" " * _HANG)
    for line in told:
        indent = " " * _HANG
        yield from wrap(line, width, initial_indent=indent, subsequent_indent=indent + "  ")


def _stage(scenario: Scenario, stage: Stage) -> Iterator[str]:
    if stage.when is not None:
        yield f"only when {in_words(stage.when)}"
    if stage.hastened is not None:
        yield f"comes early once {in_words(stage.hastened)}"
    if not stage.short:
        yield "left out of short sittings"
    if texts := [clean(x.symbol or x.title) for x in scenario.open.drafts if x.stage == stage.id]:
        yield f"texts: {', '.join(texts)}"
    yield from _effects(stage.effects)


def _happening(happening: Happening) -> Iterator[str]:
    chance = "" if happening.chance >= 1 else f", and then in {100 * happening.chance:.0f} of 100 cases"
    yield f"when {in_words(happening.when)}{chance}"
    if happening.secret_to:
        yield f"told to {', '.join(happening.secret_to)} alone"
    yield from _effects(happening.effects)


def _ending(ending: Ending) -> Iterator[str]:
    marks = [f"priority {ending.priority}"] if ending.priority else []
    marks += ["stops the sitting at once"] if ending.at_once else []
    marks += ["history's own"] if ending.historical else []
    if marks:
        yield "; ".join(marks)
    yield f"when {in_words(ending.when)}"


def _effects(effects: Sequence[Effect]) -> Iterator[str]:
    told = [_effect(x) for x in effects]
    if told:
        yield f"then {'; '.join(x for x in told if x)}"


def _effect(effect: Effect) -> str:
    words = []
    if effect.track:
        words.append(f"{effect.track} to {effect.to:g}" if effect.to is not None else _moved(effect))
    words += [f"raises {effect.set_flag}"] if effect.set_flag else []
    words += [f"lowers {effect.clear_flag}"] if effect.clear_flag else []
    words += [f"standing of {effect.seat} {effect.standing:+g}"] if effect.seat and effect.standing else []
    late = f" after {effect.after} stages" if effect.after else ""
    each = " at each stage" if effect.each_stage else ""
    asked = f" if {in_words(effect.when)}" if effect.when is not None else ""
    return f"{', '.join(words)}{late}{each}{asked}" if words else ""


def _moved(effect: Effect) -> str:
    return f"{effect.track} {effect.by:+g}"


def _leads(scenario: Scenario) -> dict[str, list[str]]:
    """What each thing helps to let be, by the graph's arrows between happenings and endings."""
    nodes, edges = graph(scenario)
    labels = {node.id: clean(node.label) for node in nodes if node.kind in ("happening", "ending")}
    found: dict[str, list[str]] = {}
    for edge in edges:
        if edge.end in labels and not edge.label.startswith("not "):
            found.setdefault(edge.start, []).append(labels[edge.end])
    return found


def _leading(leads: Sequence[str]) -> Iterator[str]:
    if leads:
        yield f"→ {', '.join(dict.fromkeys(leads))}"
