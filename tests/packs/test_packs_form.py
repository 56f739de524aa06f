"""Errors of form: each has its file, line, column, code and remedy, and all of them come at once."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.packs import Problem, inspect
from game.packs.complaints import names_at
from game.packs.reading import read
from game.packs.records import fields_of, files

Lay = Callable[[str, str], Path]
TINY = Path(__file__).parent.parent / "data" / "packs" / "tiny"


def found(folder: Path) -> list[Problem]:
    return inspect(folder)[1]


@pytest.mark.parametrize(
    ("file", "piece", "code", "words"),
    [
        ("pack.yaml", "title: 1950", "not-text", 'but it is a number, 1950. Put it in quotes: "1950"'),
        ("pack.yaml", "title: true", "not-text", "true or false, true"),
        ("pack.yaml", "titel: A", "unknown-key", "No key called titel is known. Did you mean title?"),
        ("pack.yaml", "body: unsc_12", "choice", "body cannot be unsc_12. Did you mean unsc_1"),
        ("pack.yaml", "format: two", "choice", "two is no format number. Write format: 2."),
        (
            "pack.yaml",
            "minutes: long",
            "not-number",
            "minutes should be a whole number, but it is a text, long.",
        ),
        ("pack.yaml", "minutes: 1.5", "not-number", "whole number"),
        ("pack.yaml", "presides: IND", "not-list", "presides should be a list"),
        ("pack.yaml", "presides: [IND]", "missing", "presides has too few items"),
        (
            "delegations.yaml",
            "seats: [a, b]",
            "not-mapping",
            "seats should be a mapping of keys and values, but it is a list",
        ),
        (
            "delegations.yaml",
            "seats: {india: {name: India, short: India}}",
            "id",
            "Use capital letters, such as FRA.",
        ),
        ("pack.yaml", "issues: {A Breach: {title: x}}", "id", "Use small letters"),
        (
            "pack.yaml",
            "tracks: {front: {start: 101}}",
            "range",
            "tracks.front.start is 101 and should be at most 100.",
        ),
        ("pack.yaml", "tracks: {front: {start: -1}}", "range", "should be at least 0"),
        ("pack.yaml", "tracks: {front: {start: .inf}}", "not-number", "tracks.front.start"),
        ("pack.yaml", "tracks: {front: {start: }}", "missing", "start is missing in tracks.front."),
        ("pack.yaml", "tracks: {front: 90}", "not-mapping", "tracks.front should be a mapping"),
        ("pack.yaml", "nations: []", "unknown-key", "nations"),
        ("pack.yaml", "opens: June 1950", "id", "opens is June 1950, which is no date."),
        (
            "happenings.yaml",
            "seoul-falls: {date: 28 June}",
            "id",
            "Write year, month and day as in 1950-06-25.",
        ),
        (
            "stages.yaml",
            "invasion: {date: 25 June 1950}",
            "id",
            "Write year, month and day as in 1950-06-25.",
        ),
        (
            "stages.yaml",
            "invasion: {short: yes}",
            "not-true-or-false",
            "should be true or false, but it is a text, yes.",
        ),
        ("stages.yaml", "invasion: {id: x}", "unknown-key", "No key called id is known in invasion."),
        ("stages.yaml", "stages: {a: {title: x}}", "missing", "date is missing in stages."),
        ("happenings.yaml", "seoul-falls: {chance: 1.5}", "range", "at most 1"),
        ("happenings.yaml", "seoul-falls: {chance: 70}", "range", "Write 0.7 for 70 in a hundred."),
        ("happenings.yaml", "seoul-falls: {when: {and: [always]}}", "unknown-key", "Did you mean all?"),
        ("happenings.yaml", "seoul-falls: {when: {or: [always]}}", "unknown-key", "Did you mean any?"),
        ("happenings.yaml", "seoul-falls: {when: never}", "condition", "this is not a condition"),
        ("happenings.yaml", "seoul-falls: {when: {}}", "condition", "has no kind"),
        ("happenings.yaml", "seoul-falls: {when: {flag: a, stage: b}}", "condition", "two kinds"),
        ("happenings.yaml", "seoul-falls: {when: {flag: a, at_least: 3}}", "condition", "takes no bounds"),
        (
            "happenings.yaml",
            "seoul-falls: {when: {track: front}}",
            "condition",
            "neither at_least nor at_most",
        ),
        ("happenings.yaml", "seoul-falls: {when: {flag: ''}}", "condition", "flag names nothing"),
        ("happenings.yaml", "seoul-falls: {when: {always: false}}", "choice", "cannot be false"),
        ("happenings.yaml", "seoul-falls: {when: {all: [{flga: x}]}}", "unknown-key", "Did you mean flag?"),
        ("happenings.yaml", "seoul-falls: {effects: [{trak: front}]}", "unknown-key", "Did you mean track?"),
        ("happenings.yaml", "seoul-falls: {effects: {track: front}}", "not-list", "should be a list"),
        ("drafts.yaml", "s-1501: {clauses: []}", "length", "s-1501.clauses is empty."),
        ("drafts.yaml", "s-1501: {clauses: [{}]}", "missing", "kind is missing in s-1501.clauses.#1."),
        (
            "drafts.yaml",
            "s-1501: {roll: {votes: {USA: aye}}}",
            "choice",
            "s-1501.roll.votes.USA cannot be aye.",
        ),
        ("clauses.yaml", "breach: {part: preambel}", "choice", "Did you mean preamble?"),
        ("clauses.yaml", "breach: {issues: {breach: 4}}", "range", "at most 3"),
        ("clauses.yaml", "breach: {basis: article 39}", "choice", "Did you mean art_39?"),
        (
            "briefs/IND.yaml",
            "positions: {breach: [1, 2, why, more]}",
            "length",
            "at most position, salience, why",
        ),
        (
            "briefs/IND.yaml",
            "positions: {breach: [1]}",
            "missing",
            "salience is missing in positions.breach.",
        ),
        ("briefs/IND.yaml", "seat: IND", "unknown-key", "seat"),
        ("security.yaml", "year: '1950'", "not-number", "whole number"),
        ("security.yaml", "year: 1919", "year", "for the year 1919. Take one from 1920 to 2022"),
        ("security.yaml", "groups: {victim: {states: KOR}}", "state", "No state of 1950 has the code KOR."),
        ("security.yaml", "universality: {powers: {GBR: {}}}", "state", "GBR is UKG there"),
        ("debrief.yaml", "questions: {text: x}", "not-list", "questions should be a list"),
    ],
)
def test_a_wrong_value_is_told_in_an_authors_words(
    file: str, piece: str, code: str, words: str, lay: Lay
) -> None:
    problems = found(lay(file, piece))
    hits = [p for p in problems if p.code == code and words in f"{p.what} {p.remedy}"]
    assert hits, "\n".join(map(str, problems))
    assert all(p.file == file and p.line > 0 and p.column > 0 for p in hits)
    assert "pydantic" not in str(problems).lower()
    assert "Input should" not in str(problems)


def test_a_number_too_large_to_be_one_is_told(tiny: Path) -> None:
    text = (tiny / "pack.yaml").read_text("utf-8")
    (tiny / "pack.yaml").write_text(text.replace("start: 90", "start: 1e999"), "utf-8")
    (problem,) = found(tiny)
    assert (problem.code, problem.remedy) == ("not-number", "Write an ordinary number.")


def test_a_file_of_errors_alone_is_told_in_a_hundred_and_one(tiny: Path) -> None:
    (tiny / "debrief.yaml").write_text("".join(f"k{n}: 1\n" for n in range(5_000)), "utf-8")
    problems = found(tiny)
    assert len(problems) == 101
    assert [p.what for p in problems if p.code == "more"] == [
        "There are 4900 more errors of form in this file."
    ]


def test_a_problem_stands_at_its_line_and_column(tiny: Path) -> None:
    path = tiny / "stages.yaml"
    lines = path.read_text("utf-8").splitlines()
    line = next(n for n, text in enumerate(lines, start=1) if "rounds: 1" in text)
    path.write_text("\n".join(lines).replace("rounds: 1", "rounds: once"), "utf-8")
    (problem,) = found(tiny)
    assert (problem.file, problem.line, problem.column) == ("stages.yaml", line, 11)
    assert str(problem).startswith(f"stages.yaml:{line}:11: assistance.rounds should be a whole number")


def test_all_errors_come_at_once_of_form_and_of_reference(lay: Lay) -> None:
    lay("pack.yaml", "minutes: long\ntitel: x")
    lay("stages.yaml", "invasion: {meeting: many, invited: KOR}")
    lay("clauses.yaml", "breach: {rank: 11, effects: [{track: opinin, by: 1}]}")
    lay("endings.yaml", "repelled: {when: {adopted: asistance}, text: 3}")
    tiny = lay("briefs/IND.yaml", "red_lines: {x: {text: y, issue: hepl}}\nlyne: x")
    codes = {(p.file, p.code) for p in found(tiny)}
    assert codes >= {
        ("pack.yaml", "not-number"),
        ("pack.yaml", "unknown-key"),
        ("stages.yaml", "not-number"),
        ("stages.yaml", "references"),
        ("clauses.yaml", "range"),
        ("clauses.yaml", "references"),
        ("endings.yaml", "not-text"),
        ("briefs/IND.yaml", "references"),
        ("briefs/IND.yaml", "unknown-key"),
    }


def test_an_entry_of_a_wrong_form_is_still_known_by_its_name(lay: Lay) -> None:
    tiny = lay("clauses.yaml", "assistance: {title: }\nbreach: {rank: high}")
    assert {p.code for p in found(tiny)} == {"missing", "not-number"}


def test_entries_under_a_needless_key_are_one_problem(tiny: Path) -> None:
    text = (tiny / "stages.yaml").read_text("utf-8")
    (tiny / "stages.yaml").write_text(
        "stages:\n" + "".join(f"  {line}\n" for line in text.splitlines()), "utf-8"
    )
    (problem,) = found(tiny)
    assert (problem.code, problem.line) == ("wrapped", 1)
    assert "Remove the line stages:" in problem.remedy


def test_names_of_keys_are_known_at_every_depth() -> None:
    assert "title" in names_at("pack.yaml", ())
    assert "format" in names_at("pack.yaml", ())
    assert "permanent" in names_at("delegations.yaml", ("seats", "IND"))
    assert "code" not in names_at("delegations.yaml", ("seats", "IND"))
    assert "at_least" in names_at("happenings.yaml", ("x", "when", "all", 0))
    assert "when" in names_at("happenings.yaml", ("x", "effects", 3))
    assert "act" in names_at("briefs", ("script", 0))
    assert names_at("delegations.yaml", ("contested",)) == []
    assert names_at("pack.yaml", ("nowhere", "x")) == []


def test_the_table_of_limits_names_real_fields() -> None:
    from game.packs.limits import LIMITS

    for record, field in LIMITS:
        assert field in {f.name for f in fields_of(record)}, (record, field)


def test_every_field_of_the_scenario_has_its_file() -> None:
    from game.session.scenario import Prospectus, Sealed

    held = {f.name for form in files().values() for f in (form if isinstance(form, tuple) else (form,))}
    declared = {f.name for record in (Prospectus, Sealed) for f in fields_of(record)}
    assert declared - held == {"digest", "electorates", "languages"}, "what the house fills in itself"


def _paths(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(p for key, value in inside for p in _paths(value, (*path, key)))]


SHEETS = {p.relative_to(TINY).as_posix(): read(p.name, p.read_bytes()).data for p in TINY.rglob("*.yaml")}
PLACES = sorted(((file, path) for file, data in SHEETS.items() for path in _paths(data)), key=repr)
ODD = st.sampled_from(
    [None, True, -7, 1e300, "", "always", "{x}", "yes", [], {}, [None], {"a": None}, [[1]], {"kind": []}]
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(PLACES), ODD), min_size=1, max_size=3))
def test_whatever_stands_anywhere_the_compiler_answers(tiny: Path, changes: list[Any]) -> None:
    """Any value anywhere gives a scenario or grave problems with places, and never raises."""
    for file, data in SHEETS.items():
        data = copy.deepcopy(data)
        for (target, path), value in changes:
            if target == file:
                data = _put(data, path, value)
        (tiny / file).write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), "utf-8")
    scenario, problems = inspect(tiny)
    assert (scenario is None) == any(p.grave for p in problems)
    assert all(p.what and p.remedy and str(p).isprintable() for p in problems)


def _put(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    inside = data
    try:
        for key in path[:-1]:
            inside = inside[key]
        inside[path[-1]] = value
    except (TypeError, KeyError, IndexError):
        return data
    return data
