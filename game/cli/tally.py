"""`horseshoe tally`: votes judged by the law, those of files or one typed at the prompt.

It prints what `game.tally` finds and knows no law of its own. Copy `packs.py` rather than this to add a
command; what is special here is the table, which keeps to the width of the terminal.
"""

from __future__ import annotations

import json
import shutil
import textwrap
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli import saying
from game.cli.near import did_you_mean, shown
from game.cli.trouble import Misuse

if TYPE_CHECKING:
    from game.tally import Docket, Finding

NARROWEST, WIDEST = 60, 100
"""Columns between which the table is set, whatever the terminal's width."""
MOST_TOLD = 5
"""Complaints about one file that are told; then how many more there are."""
_LONGEST_ID, _RULES = 18, 20
"""Columns that ids and rules may take at most."""
_NUMBERS = "need   had  "
_VOTES = ("yes", "no", "abstain", "absent", "not_participating")
_MARKS = {"agrees": " ", "disagrees": "!", "doubted": "?", "not compared": "·"}


def run(asked: Namespace) -> int:
    """Judge what was asked; 1 if a file cannot be read whole, or differs from the law under `--check`.

    As JSON what comes is a list whatever happens, an empty one if nothing could be judged.
    """
    try:
        return _judge(asked)
    except Misuse:
        if asked.json:
            saying.hand_over("[]")
        raise


def _judge(asked: Namespace) -> int:
    typed = any(getattr(asked, name) is not None for name in (*_VOTES, "body", "question"))
    if asked.files and typed:
        raise Misuse("A question is typed or read from files, not both; leave one of them out.")
    if asked.files:
        return _files(asked)
    if not typed:
        raise Misuse("There is nothing to judge; name a file, or say --yes, --no and --abstain.")
    if asked.check:
        raise Misuse("A question typed here has nothing to compare with; leave --check out.")
    return _question(asked)


def _files(asked: Namespace) -> int:
    from game.tally import judge

    dockets = [_read(Path(name)) for name in asked.files]
    findings = judge(dockets)
    if asked.json:
        told = [_fields(finding, check=asked.check) for finding in findings]
        saying.hand_over(json.dumps(told, indent=2, ensure_ascii=False))
    elif findings:
        saying.say("\n".join(_table(findings, check=asked.check)))
    faulty = [_complained(docket) for docket in dockets]
    wrong = asked.check and any(finding.standing == "disagrees" for finding in findings)
    return 1 if wrong or any(faulty) else 0


def _read(path: Path) -> Docket:
    from game.tally import read

    if path.is_dir() or not path.exists():
        what = "is a folder, not a file" if path.is_dir() else "does not exist"
        raise Misuse(f"{shown(str(path))} {what}; name a YAML file of cases or a CSV file of votes.")
    return read(path, str(path))


def _complained(docket: Docket) -> bool:
    """Tell what is wrong with a file, if anything is."""
    for problem in docket.problems[:MOST_TOLD]:
        saying.complain(f"{problem.where}: {problem.what} {problem.remedy}")
    if (more := len(docket.problems) - MOST_TOLD) > 0:
        saying.complain(f"{docket.file}: and {more} more.")
    return bool(docket.problems)


def _question(asked: Namespace) -> int:
    from game.rules.bodies import ERAS, Vote
    from game.rules.questions import QUESTIONS
    from game.tally import asked as prompt
    from game.tally.judging import judged

    body, kind = asked.body or "", asked.question or ""
    for typed, words, what in ((body, prompt.BODIES, "--body"), (kind, QUESTIONS, "--question")):
        if typed and typed not in words:
            near = did_you_mean(typed, words)
            raise Misuse(f"{what} cannot be {shown(typed)}; there are {', '.join(words)}.{near}")
    case = prompt.question(
        prompt.Typed(
            votes={Vote(name): getattr(asked, name) or "" for name in _VOTES},
            body=body,
            question=kind,
            nature=asked.nature or "",
            regime=asked.regime or "",
            parties=asked.parties or "",
            enforce=asked.enforce,
            day=asked.date or "",
            members=asked.members or 0,
            ballot=asked.ballot,
        )
    )
    if isinstance(case, tuple):
        raise Misuse(" ".join(case))
    found = judged(case)
    if asked.json:
        saying.hand_over(json.dumps([_fields(found, check=False)], indent=2, ensure_ascii=False))
    else:
        saying.say("\n".join(_card(found, ERAS[case.put.era].title)))
    return 0


def _fields(found: Finding, *, check: bool) -> dict[str, object]:
    """A finding as JSON has it; with `check` also how it stands to its file."""
    from dataclasses import asdict

    told: dict[str, object] = {
        "id": found.id,
        "kind": found.kind,
        "title": found.title,
        "result": found.result,
        "vetoed_by": list(found.vetoed_by),
        "blocked_by": list(found.blocked_by),
        "needed": found.needed,
        "had": found.had,
        "rules": list(found.rules),
        "reason": found.reason,
        "tally": asdict(found.cast) if found.cast else None,
        "voided": list(found.voided),
        "effective_tally": asdict(found.tally) if found.tally and found.voided else None,
        "certain": not found.open,
        "possible": [found.result, *found.open] if found.open else [],
        "unknown": found.unknown,
        "note": found.note,
        "doubt": found.doubt,
        "words": list(found.words),
        "steps": [{"id": id, "result": result} for id, result in found.steps],
        "where": found.where,
    }
    if check:
        told["standing"] = found.standing
        told["agrees"] = {"agrees": True, "disagrees": False}.get(found.standing)
        told["differences"] = [asdict(difference) for difference in found.differences]
    return told


def _outcome(found: Finding) -> str:
    """What came of it, in a few words."""
    if found.steps:
        return " → ".join(_plain(result) for _, result in found.steps)
    if found.result is None:
        return "; ".join(found.words) or found.reason or found.unknown
    text = _plain(found.result)
    if found.vetoed_by:
        text += f" by {', '.join(found.vetoed_by)}"
    elif found.blocked_by:
        text += f" ({', '.join(found.blocked_by)})"
    if found.note and found.result == "adopted" and found.note.startswith("adopted "):
        text = found.note
    return text if not found.open else f"{text}, or {' or '.join(_plain(other) for other in found.open)}"


_WORDS = {
    "rejected_insufficient": "rejected, too few votes",
    "rejected_two_thirds": "rejected, short of two-thirds",
    "not_adopted_no_unanimity": "not adopted, no unanimity",
    "adopted_unanimous_excl_parties": "adopted unanimously, parties left out",
    "adopted_majority_only": "adopted by a majority only",
    "tie_second_vote": "tie, second vote to follow",
    "must_vote": "must be put to the vote",
}


def _plain(result: str | None) -> str:
    """A result as people say it."""
    return _WORDS.get(result or "", (result or "not known").replace("_", " "))


def _width() -> int:
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns - 1))


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide the columns of the table are: ids, outcomes (beside the two numbers) and rules."""

    ids: int
    outcome: int
    rules: int

    @classmethod
    def for_(cls, findings: Sequence[Finding], width: int) -> _Columns:
        """Columns that use a width as these findings need it."""
        ids = min(_LONGEST_ID, max(len(found.id) for found in findings))
        rules = min(_RULES, max(len("rules"), *(len(" ".join(found.rules)) for found in findings)))
        return cls(ids, width - ids - rules - len(_NUMBERS) - len("      "), rules)


def _table(findings: Sequence[Finding], *, check: bool) -> Iterator[str]:
    """All findings in columns, what is to be said about some of them, and the sum."""
    width = _width()
    columns = _Columns.for_(findings, width)
    yield f"  {'id':<{columns.ids}}  {_NUMBERS}{'outcome':<{columns.outcome}}  rules"
    for found in findings:
        yield from _lines(found, columns, _MARKS[found.standing] if check else " ")
    yield from _remarks(findings, width, check=check)
    yield ""
    yield _sum(findings) if check else _kinds(findings)


def _lines(found: Finding, columns: _Columns, mark: str) -> Iterator[str]:
    """One finding, on as many lines as its cells need; without a vote its words have the numbers' room."""
    numbers = f"{found.needed:>4}  {found.had:>4}  " if found.needed is not None else ""
    outcome = columns.outcome + len(_NUMBERS) - len(numbers)
    told = textwrap.wrap(_outcome(found), outcome) or [""]
    rules = textwrap.wrap(" ".join(found.rules), columns.rules)
    name = found.id
    if len(name) > columns.ids:
        yield f"{mark} {name}"
        name = ""
    for row in range(max(len(told), len(rules))):
        left = (
            f"{mark} {name:<{columns.ids}}  {numbers}" if row == 0 else " " * (columns.ids + 4 + len(numbers))
        )
        cells = (told[row] if row < len(told) else "", rules[row] if row < len(rules) else "")
        yield f"{left}{cells[0]:<{outcome}}  {cells[1]}".rstrip()


def _remarks(findings: Iterable[Finding], width: int, *, check: bool) -> Iterator[str]:
    """What is to be said about single findings, under headings."""
    parts: dict[str, list[str]] = {}
    for found in findings:
        for heading, text in _said(found, check=check):
            parts.setdefault(heading, []).append(f"{found.id}  {text}")
    for heading in ("Not all can be known", "Taken as procedural", "Doubted records", "Disagreements"):
        if told := parts.get(heading):
            yield from ("", heading)
            for line in told:
                yield from textwrap.wrap(line, width, initial_indent="  ", subsequent_indent="    ")


def _said(found: Finding, *, check: bool) -> Iterator[tuple[str, str]]:
    """Remarks about one finding, each with its heading."""
    if found.open or (found.unknown and found.kind != "vote"):
        yield "Not all can be known", found.unknown
    if "procedural" in found.note:
        yield "Taken as procedural", found.note
    if found.doubt:
        yield "Doubted records", found.doubt
    elif check:
        yield from (("Disagreements", str(difference)) for difference in found.differences)


def _sum(findings: Sequence[Finding]) -> str:
    """How many findings agree with their files."""
    count = Counter(finding.standing.value for finding in findings)
    agree, left = count["agrees"], count["not compared"]
    text = f"{agree} case{' agrees' if agree == 1 else 's agree'}"
    text += f", {count['disagrees']} disagree, {count['doubted']} doubted"
    return f"{text}, {left} not compared" if left else text


def _kinds(findings: Sequence[Finding]) -> str:
    """How many findings of each kind there are."""
    count = Counter(finding.kind for finding in findings)
    return ", ".join(f"{number} {_several(kind) if number > 1 else kind}" for kind, number in count.items())


def _several(kind: str) -> str:
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"


def _card(found: Finding, body: str) -> Iterator[str]:
    """The answer to one question, with the rules by name."""
    from game.rules.book import RULES

    width = _width()
    yield f"{body} · {found.title}"
    yield ""
    yield f"  {_outcome(found)}"
    for text in (found.reason, found.unknown if found.open else "", found.note):
        if text:
            yield from textwrap.wrap(_sentence(text), width, initial_indent="  ", subsequent_indent="  ")
    yield ""
    if found.tally:
        counts = ((getattr(found.tally, name), name.replace("_", " ")) for name in _VOTES)
        yield f"  {' · '.join(f'{number} {name}' for number, name in counts if number)}"
    yield f"  {found.needed} needed, {found.had} had"
    yield ""
    for rule in found.rules:
        yield f"  {rule:<4} {RULES[rule].title if rule in RULES else ''}".rstrip()


def _sentence(text: str) -> str:
    """A remark as a sentence."""
    return f"{text[0].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"
