"""Texts being written: clauses keep their part, a known text stays known until it is changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.packs import load
from game.screens.drafting.manuscript import Change, Manuscript, part
from game.session.actions import MoveAmendment, TableDraft
from game.session.scenario import Clause, Scenario
from game.session.state import Draft
from game.session.texts import amended

KINDS = ("recalling", "breach", "cessation", "assistance")


def scenario_for_tests() -> Scenario:
    from pathlib import Path

    return load(Path(__file__).resolve().parents[2] / "data" / "packs" / "tiny")


TINY = scenario_for_tests()
DRAFT = Draft("S/1501", ("USA",), (Clause("recalling"), Clause("breach"), Clause("cessation")), 0)


def parts(clauses: tuple[Clause, ...]) -> list[str]:
    return [part(TINY, c) for c in clauses]


def test_a_new_clause_stands_after_the_one_pointed_at() -> None:
    text = Manuscript(clauses=(Clause("breach"), Clause("cessation")))
    assert text.add(TINY, Clause("assistance"), after=0) == 1
    assert [c.kind for c in text.clauses] == ["breach", "assistance", "cessation"]


def test_the_preamble_comes_first_wherever_it_is_put() -> None:
    text = Manuscript(clauses=(Clause("breach"),))
    assert text.add(TINY, Clause("recalling"), after=0) == 0
    assert parts(text.clauses) == ["preamble", "operative"]


def test_a_clause_moves_within_its_part_only() -> None:
    text = Manuscript(clauses=DRAFT.clauses)
    assert text.shift(TINY, 1, -1) == 1
    assert text.shift(TINY, 1, 1) == 2
    assert [c.kind for c in text.clauses] == ["recalling", "cessation", "breach"]
    assert text.shift(TINY, 2, 1) == 2


def test_a_known_text_is_tabled_as_the_packs_own_until_it_is_changed() -> None:
    text = Manuscript()
    text.take_up("A title", DRAFT.clauses, "s-1501")
    assert text.act("USA") == TableDraft("USA", stored="s-1501")
    text.strike(0)
    assert text.act("USA") == TableDraft("USA", title="A title", clauses=DRAFT.clauses[1:])


def test_the_same_wording_is_no_change() -> None:
    text = Manuscript()
    text.take_up("", DRAFT.clauses, "s-1501")
    text.reword(0, DRAFT.clauses[0])
    assert text.stored == "s-1501"


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("add"), st.sampled_from(KINDS), st.integers(-2, 6)),
            st.tuples(st.just("strike"), st.just(""), st.integers(0, 5)),
            st.tuples(st.just("up"), st.just(""), st.integers(0, 5)),
            st.tuples(st.just("down"), st.just(""), st.integers(0, 5)),
        ),
        max_size=20,
    )
)
def test_however_it_is_written_the_preamble_comes_first(steps: list[tuple[str, str, int]]) -> None:
    text = Manuscript()
    for what, kind, place in steps:
        if what == "add":
            at = text.add(TINY, Clause(kind), place)
            assert text.clauses[at].kind == kind
        elif what == "strike" and place < len(text.clauses):
            text.strike(place)
        elif what in ("up", "down"):
            text.shift(TINY, place, -1 if what == "up" else 1)
        assert parts(text.clauses) == sorted(parts(text.clauses), reverse=True)


def test_cb10_a_deletion_is_shown_in_the_text_and_asked_by_its_place() -> None:
    change = Change(DRAFT)
    change.delete(1)
    shown, marks = change.after(TINY)
    assert shown == DRAFT.clauses
    assert marks == {1: "−"}
    assert change.act("FRA") == MoveAmendment("FRA", "S/1501", "delete", 1)
    assert [c.kind for c in change.result(TINY)] == ["recalling", "cessation"]


def test_cb10_an_insertion_is_shown_where_it_would_stand() -> None:
    change = Change(DRAFT)
    change.add(Clause("assistance"), after=1)
    shown, marks = change.after(TINY)
    assert [c.kind for c in shown] == ["recalling", "breach", "assistance", "cessation"]
    assert marks == {2: "+"}
    act = change.act("FRA")
    assert act is not None
    assert act.place == 2
    assert amended(TINY, DRAFT.clauses, change.amendment("FRA")) == shown


def test_cb10_a_replacement_shows_old_and_new() -> None:
    change = Change(DRAFT)
    change.replace(2, Clause("assistance"))
    shown, marks = change.after(TINY)
    assert [c.kind for c in shown] == ["recalling", "breach", "cessation", "assistance"]
    assert marks == {2: "−", 3: "+"}
    assert [c.kind for c in change.result(TINY)] == ["recalling", "breach", "assistance"]


def test_no_change_is_no_act() -> None:
    change = Change(DRAFT)
    assert change.act("FRA") is None
    change.delete(0)
    change.undo()
    assert change.act("FRA") is None
    assert change.result(TINY) == DRAFT.clauses


def test_changes_are_taken_back_one_by_one() -> None:
    text = Manuscript()
    text.take_up("A title", DRAFT.clauses, "s-1501")
    text.strike(0)
    text.shift(TINY, 0, 1)
    assert text.undo()
    assert text.clauses == DRAFT.clauses[1:]
    assert text.undo()
    assert (text.title, text.clauses, text.stored) == ("A title", DRAFT.clauses, "s-1501")
    assert text.undo()
    assert text.blank
    assert not text.undo()
