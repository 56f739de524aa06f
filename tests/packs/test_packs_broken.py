"""A hundred ways to break a pack, and more: each is told at its place, with a remedy and no traceback.

A variant is the tiny pack with one thing wrong. `@` before a code says that the complaint stands at a line.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from game.author.validate import Validation, manual, validate
from game.packs.checks import ALL, code_of

TEXTS = r"""
type | pack.yaml | minutes: 10 | minutes: ten | @not-number
type | pack.yaml | minutes: 10 | minutes: "10" | @not-number
type | pack.yaml | minutes: 10 | minutes: 10.5 | @not-number
type | pack.yaml | minutes: 10 | minutes: [10] | @not-number
type | pack.yaml | minutes: 10 | minutes: {about: 10} | @not-number
type | pack.yaml | minutes: 10 | minutes: true | @not-number
type | pack.yaml | minutes: 10 | minutes: | @not-number
type | pack.yaml | title: Two Days in June | title: 1950 | @not-text
type | pack.yaml | title: Two Days in June | title: true | @not-text
type | pack.yaml | title: Two Days in June | title: [Two, Days] | @not-text
type | pack.yaml | title: Two Days in June | title: | @not-text
type | pack.yaml | title: Two Days in June | title: "" | @length
type | pack.yaml | presides: [IND, 1950-06-25] | presides: IND | @not-list
type | pack.yaml | presides: [IND, 1950-06-25] | presides: [IND] | @missing
type | pack.yaml | presides: [IND, 1950-06-25] | presides: {IND: 1950-06-25} | @not-list
type | pack.yaml | format: 2 | format: two | @choice
type | pack.yaml | format: 2 | format: | @choice
type | pack.yaml | start: 90 | start: high | @not-number
type | pack.yaml | start: 90 | start: .nan | @not-number
type | pack.yaml | breach: {title: A breach of the peace by the North} | breach: [title] | @not-mapping
type | delegations.yaml | permanent: true, about: A | permanent: yes, about: A | @not-true-or-false
type | delegations.yaml | permanent: true, about: A | permanent: 1, about: A | @not-true-or-false
type | delegations.yaml | issues: {help: 0.5} | issues: [help] | @not-mapping
type | delegations.yaml | issues: {help: 0.5} | issues: {help: some} | @not-number
type | stages.yaml | rounds: 1 | rounds: once | @not-number
type | stages.yaml | members: [CHN, | members: [7, | @not-text
type | stages.yaml | - {track: front, by: -10} | - front falls by 10 | @not-mapping
type | stages.yaml | date: 1950-06-27 | date: 27 June 1950 | @id
type | clauses.yaml | rank: 10 | rank: strong | @not-number
type | clauses.yaml | issues: {breach: 2} | issues: breach | @not-mapping
type | drafts.yaml | yes: 9 | yes: nine | @not-number
type | endings.yaml | historical: true | historical: maybe | @not-true-or-false
type | endings.yaml | when: always | when: never | @condition
type | endings.yaml | when: always | when: | @condition
type | endings.yaml | when: always | when: [always] | @condition
type | endings.yaml | when: always | when: {} | @condition
type | endings.yaml | when: always | when: {flag: halted, adopted: breach} | @condition
type | endings.yaml | when: always | when: {track: front} | @condition
type | endings.yaml | when: always | when: {flag: halted, at_least: 3} | @condition
type | briefs/IND.yaml | truce: [3, 3] | truce: for | @not-mapping
type | briefs/IND.yaml | truce: [3, 3] | truce: [3, 3, because, really] | @length
type | briefs/IND.yaml | truce: [3, 3] | truce: [3] | @missing
type | security.yaml | year: 1950 | year: mid-century | @not-number
type | security.yaml | powers: | powers: all | @syntax
name | pack.yaml | title: Two Days in June | tittle: Two Days in June | @unknown-key
name | pack.yaml | body: unsc_11 | body: unsc_12 | @choice
name | pack.yaml | body: unsc_11 | body: League of Nations | @choice
name | pack.yaml | id: tiny | id: Tiny Pack | @id
name | pack.yaml | id: tiny | id: tinny | @names
name | pack.yaml | adopted: assistance | adopted: assistence | @references
name | pack.yaml | {track: front, by: 100} | {trak: front, by: 100} | @unknown-key
name | pack.yaml | good: high | good: upwards | @choice
name | delegations.yaml | sources: dossier}\n  ECU | sources: dosier}\n  ECU | @references
name | delegations.yaml | CUB: {name: Cuba, | Cuba: {name: Cuba, | @id
name | delegations.yaml | CUB: {name: Cuba, | cub: {name: Cuba, | @id
name | delegations.yaml | name: India, short: | name: India, shrt: | @unknown-key
name | delegations.yaml | admits: IN3 | admits: IN9 | @choice
name | stages.yaml | members: [CHN, | members: [CHI, | @references
name | stages.yaml | invited: ROK\n  wire | invited: KOR\n  wire | @references
name | stages.yaml | {track: front, by: -10} | {track: fornt, by: -10} | @references
name | stages.yaml | adopted: assistance | adpoted: assistance | @unknown-key
name | clauses.yaml | breach: 2} | breech: 2} | @references
name | clauses.yaml | basis: [art_39, art_40] | basis: [art_39, art_400] | @choice
name | clauses.yaml | part: preamble | part: preface | @choice
name | clauses.yaml | character: force | character: war | @choice
name | clauses.yaml | party: PRK | party: NORTH | @references
name | clauses.yaml | withdrawal of {who} | withdrawal of {whom} | @places
name | clauses.yaml | resolve: resolve | resolve: will | @references
name | drafts.yaml | {who: north} | {who: nobody} | @references
name | drafts.yaml | {who: north} | {whom: north} | @references
name | drafts.yaml | - recalling\n    - breach | - recaling\n    - breach | @references
name | drafts.yaml | sponsors: USA | sponsors: US | @references
name | drafts.yaml | YUG: abstain | YUG: abstains | @choice
name | drafts.yaml | result: adopted\n    resolution: 82 | result: passed\n    resolution: 82 | @choice
name | endings.yaml | voted: "s-1508:USA:yes" | voted: "s-1508:USA" | @references
name | endings.yaml | voted: "s-1508:USA:yes" | voted: "s-1508:USA:aye" | @references
name | happenings.yaml | {stage: assistance} | {stage: assistence} | @references
name | briefs/IND.yaml | truce: [3, 3] | truces: [3, 3] | @references
name | briefs/IND.yaml | act: vote, what: s-1508 | act: votes, what: s-1508 | @choice
name | briefs/IND.yaml | act: vote, what: s-1508 | act: vote, what: s-1509 | @scripts
name | briefs/RUS.yaml | {flag: halted} | {flag: haltd} | @flags
name | security.yaml | states: PRK | states: NKO | @state
name | security.yaml | track: opinion | track: opinions | @references
name | debrief.yaml | attribution: 0.8 | atribution: 0.8 | @references
indentation | pack.yaml | \n  front:\n | \n front:\n | @syntax
indentation | pack.yaml | \n    title: Land held | \n   title: Land held | @syntax
indentation | pack.yaml | \n    title: Land held | \n\ttitle: Land held | @syntax
indentation | pack.yaml | \n    title: Land held | \n  title: Land held | @syntax
indentation | stages.yaml | \n  place: Lake Success | \nplace: Lake Success | @syntax
indentation | drafts.yaml | \n    - recalling\n    - breach | \n    - recalling\n   - breach | @syntax
indentation | endings.yaml | \nunanswered:\n | \n  unanswered:\n | @duplicate
indentation | briefs/IND.yaml | \n  truce: [3, 3] | \ntruce: [3, 3] | @syntax
signs | pack.yaml | subtitle: The Council of eleven, | subtitle: The Council: of eleven, | @syntax
signs | pack.yaml | title: Two Days in June | title: "Two Days in June | @syntax
signs | pack.yaml | title: Two Days in June | title: 'Two Days in June | @syntax
signs | pack.yaml | title: Two Days in June | title Two Days in June | @syntax
signs | pack.yaml | title: Two Days in June | title:Two Days in June | @syntax
signs | pack.yaml | title: Two Days in June | title: @June | @syntax
signs | pack.yaml | title: Two Days in June | title: %June | @syntax
signs | pack.yaml | title: Two Days in June | title: `June` | @syntax
signs | pack.yaml | title: Two Days in June | title: {June | @syntax
signs | pack.yaml | [IND, 1950-06-25] | [IND, 1950-06-25 | @syntax
signs | pack.yaml | [IND, 1950-06-25] | IND, 1950-06-25] | @not-list
signs | clauses.yaml | withdrawal of {who} | withdrawal of {who | @places
aliases | pack.yaml | title: Two Days in June | title: &t Two Days in June | @anchor
aliases | pack.yaml | title: Two Days in June | title: *t | @alias
aliases | stages.yaml | invited: ROK\n  wire | invited: *all\n  wire | @alias
aliases | briefs/IND.yaml | truce: [3, 3] | <<: {truce: [3, 3]} | @merge
tags | pack.yaml | title: Two Days in June | title: !!str Two Days in June | @tag
tags | pack.yaml | title: Two Days in June | title: !!python/object/apply:os.system [ls] | @tag
tags | pack.yaml | minutes: 10 | minutes: !!int 10 | @tag
keys | pack.yaml | minutes: 10 | minutes: 10\nminutes: 20 | @duplicate
keys | briefs/IND.yaml | truce: [3, 3] | truce: [3, 3]\n  truce: [3, 3] | @duplicate
keys | drafts.yaml | CHN: yes\n | CHN: yes\n      CHN: yes\n | @duplicate
keys | pack.yaml | minutes: 10 | 10: minutes | @key-not-text
keys | pack.yaml | minutes: 10 | true: 10 | @key-not-text
keys | pack.yaml | minutes: 10 | ? [a, b]\n: 10 | @key-not-text
keys | pack.yaml | minutes: 10 | : 10 | @syntax
keys | pack.yaml | minutes: 10 | minutes: 10\n--- | @two-documents
keys | pack.yaml | body: unsc_11\n |  | @missing
keys | stages.yaml | title: The second meeting\n\x20\x20 |  | @missing
numbers | pack.yaml | minutes: 10 | minutes: 100000000000000000 | @range
numbers | pack.yaml | minutes: 10 | minutes: 99999999999999999999999999 | @not-number
numbers | pack.yaml | minutes: 10 | minutes: -1 | @range
numbers | pack.yaml | start: 90 | start: 1e308 | @range
numbers | pack.yaml | start: 90 | start: 1e999 | @not-number
numbers | pack.yaml | start: 90 | start: 101 | @range
numbers | pack.yaml | format: 2 | format: 99 | @format
numbers | clauses.yaml | rank: 10 | rank: 11 | @range
numbers | clauses.yaml | difficulty: 0.9 | difficulty: 9 | @range
numbers | clauses.yaml | by: 10}\n    - {set | by: 1e6}\n    - {set | @range
numbers | happenings.yaml | chance: 0.9 | chance: 90 | @range
numbers | stages.yaml | 1950-06-27 | 1950-06-31 | @calendar
numbers | stages.yaml | 1950-06-27 | 1950-13-27 | @id
numbers | stages.yaml | 1950-06-27 | 1949-06-27 | @calendar
numbers | drafts.yaml | yes: 9 | yes: 90 | @rolls
numbers | security.yaml | year: 1950 | year: 1750 | @year
characters | pack.yaml | Two Days | Two\u202e Days | @hidden-character
characters | pack.yaml | Two Days | Two\u200b Days | @hidden-character
characters | pack.yaml | Two Days | Two\x1b[2J Days | @hidden-character
characters | pack.yaml | Two Days | Two\0 Days | @hidden-character
characters | pack.yaml | Two Days in June | "Two\\x07 Days" | @hidden-character
characters | pack.yaml | Two Days in June | "Two\\u2066 Days" | @hidden-character
characters | stages.yaml | Lake Success | Lake\ufeff Success | @hidden-character
sense | stages.yaml | members: [CHN, CUB, | members: [CHN, | @council
sense | endings.yaml | when: always | when: {flag: seoul-lost} | @endings
sense | drafts.yaml | resolution: 83 | resolution: 83, vote: 3 | @syntax
sense | briefs/USA.yaml | issue: breach | vote: "no" | @duplicate
sense | delegations.yaml | permanent: true, about: A | about: A | @council
"""


def _read(text: str) -> str:
    """A piece of a row as it stands in a file: its escapes made characters."""
    return text.encode("latin-1", "backslashreplace").decode("unicode_escape")


ROWS = [tuple(part.strip(" ") for part in line.split(" | ")) for line in TEXTS.strip().splitlines()]


def _changed(folder: Path, file: str, change: Callable[[bytes], bytes]) -> None:
    path = folder / file
    path.write_bytes(change(path.read_bytes()))


def _told(folder: Path, file: str, code: str) -> Validation:
    """What is found, once it has been seen that it is told in the right place and as it should be."""
    began = time.perf_counter()
    found = validate(str(folder))
    assert time.perf_counter() - began < 5
    assert not found.playable
    placed = code.startswith("@")
    meant = [f for f in found.findings if f.file == file and f.code == code.removeprefix("@")]
    assert meant, [str(f) for f in found.findings]
    assert all(f.line > 0 and f.column > 0 for f in meant if placed)
    pages = manual()
    for finding in found.findings:
        assert finding.what.endswith(".")
        assert len(finding.remedy) > 5
        assert str(finding).isprintable()
        assert finding.code in pages
    return found


@pytest.mark.parametrize("row", ROWS, ids=[f"{n}-{r[0]}-{r[1]}-{r[-1]}" for n, r in enumerate(ROWS)])
def test_one_thing_wrong_is_told_at_its_place(tiny: Path, row: tuple[str, ...]) -> None:
    _, file, old, new, code = (*row[:3], *(row[3:] if len(row) == 5 else ("", row[-1])))
    text = (tiny / file).read_text("utf-8")
    assert _read(old) in text
    (tiny / file).write_text(text.replace(_read(old), _read(new), 1), "utf-8")
    _told(tiny, file, code)


def test_there_are_a_hundred_variants_and_more_of_every_sort() -> None:
    assert len(set(ROWS)) >= 140
    assert len({row[0] for row in ROWS}) >= 10


WHOLE: dict[str, tuple[str, Callable[[bytes], bytes], str]] = {
    "latin-1": ("pack.yaml", lambda raw: raw.replace(b"June", "Jün".encode("latin-1"), 1), "@not-utf-8"),
    "utf-16": ("pack.yaml", lambda raw: raw.decode().encode("utf-16"), "@not-utf-8"),
    "utf-32": ("pack.yaml", lambda raw: raw.decode().encode("utf-32-be"), "@hidden-character"),
    "two marks of order": ("pack.yaml", lambda raw: b"\xef\xbb\xbf\xef\xbb\xbf" + raw, "@hidden-character"),
    "zeros": ("pack.yaml", lambda raw: bytes(300), "@hidden-character"),
    "a picture": ("pack.yaml", lambda raw: b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "@not-utf-8"),
    "nothing": ("pack.yaml", lambda raw: b"", "@missing"),
    "only a remark": ("stages.yaml", lambda raw: b"# to be written\n", "@length"),
    "a list": ("endings.yaml", lambda raw: b"- repelled\n- unanswered\n", "@not-mapping"),
    "one word": ("clauses.yaml", lambda raw: b"clauses\n", "@not-mapping"),
    "a third of it": ("pack.yaml", lambda raw: raw[: len(raw) // 3], "@missing"),
    "half a line": ("delegations.yaml", lambda raw: raw[: raw.index(b"An elected") + 4], "@syntax"),
    "an open quote at the end": ("drafts.yaml", lambda raw: raw + b'x: "', "@syntax"),
    "two megabytes": ("pack.yaml", lambda raw: raw + b"# a line\n" * 250_000, "too-large"),
    "a long value": ("pack.yaml", lambda raw: raw.replace(b"Two Days", b"Two Days " * 400), "@length"),
    "deep brackets": ("pack.yaml", lambda raw: raw + b"x: " + b"[" * 30_000, "@too-deep"),
    "deep mappings": (
        "pack.yaml",
        lambda raw: raw + b"".join(b" " * n + b"x:\n" for n in range(200)),
        "@too-deep",
    ),
    "laughs": (
        "pack.yaml",
        lambda raw: raw + b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
        "@alias",
    ),
    "old line ends": (
        "pack.yaml",
        lambda raw: raw.replace(b"\n", b"\r"),
        "@hidden-character",
    ),
    "windows line ends": (
        "pack.yaml",
        lambda raw: raw.replace(b"\n", b"\r\n").replace(b"id:", b"di:"),
        "@unknown-key",
    ),
    "wrapped": ("stages.yaml", lambda raw: b"stages:\n  " + raw.replace(b"\n", b"\n  "), "@wrapped"),
    "many errors": (
        "clauses.yaml",
        lambda raw: raw + b"".join(b"c%d: {}\n" % n for n in range(400)),
        "@more",
    ),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_that_is_wrong_as_a_whole_is_told(tiny: Path, name: str) -> None:
    file, change, code = WHOLE[name]
    _changed(tiny, file, change)
    _told(tiny, file, code)


LOST = ("pack", "delegations", "stages", "clauses", "drafts", "endings", "security")


@pytest.mark.parametrize("name", LOST)
def test_a_file_that_is_not_there_is_told(tiny: Path, name: str) -> None:
    (tiny / f"{name}.yaml").unlink()
    _told(tiny, f"{name}.yaml", "missing-file")


@pytest.mark.parametrize("name", LOST)
def test_a_folder_where_a_file_should_be_is_told(tiny: Path, name: str) -> None:
    (tiny / f"{name}.yaml").unlink()
    (tiny / f"{name}.yaml").mkdir()
    _told(tiny, f"{name}.yaml", "unreadable")


def test_files_and_folders_of_a_wrong_name_are_told(tiny: Path) -> None:
    (tiny / "briefs" / "IND.yaml").rename(tiny / "briefs" / "India.yaml")
    _told(tiny, "briefs/India.yaml", "stray-file")
    (tiny / "ending.yaml").write_text("", "utf-8")
    _told(tiny, "ending.yaml", "stray-file")
    _told(tiny.rename(tiny.parent / "small"), "ending.yaml", "stray-file")


def test_a_pack_in_a_folder_of_another_name_is_told(tiny: Path) -> None:
    _told(tiny.rename(tiny.parent / "small"), "pack.yaml", "@names")


def test_a_folder_full_of_files_is_told(tiny: Path) -> None:
    for number in range(90):
        (tiny / f"x{number}.yaml").write_text("", "utf-8")
    _told(tiny, "", "too-many-files")


def test_a_broken_brief_leaves_the_rest_to_be_judged(tiny: Path) -> None:
    (tiny / "briefs" / "IND.yaml").write_bytes(b"\xff")
    _changed(tiny, "endings.yaml", lambda raw: raw.replace(b"adopted: assistance", b"adopted: assistence"))
    _told(tiny, "briefs/IND.yaml", "@not-utf-8")
    _told(tiny, "endings.yaml", "@references")


def test_the_codes_of_checks_and_of_forms_are_apart() -> None:
    checks = [code_of(check) for check in ALL]
    assert len(set(checks)) == len(checks)
