"""The adviser: doubts under the Charter, articles, what seats said in public, and nothing from any brief."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from game.rules.articles import Severity
from game.screens.drafting import advice
from game.session.scenario import Clause, Scenario
from game.session.views import View
from game.sitting import Sitting

Begun = Callable[..., Sitting]


def with_chamber(view: View, **changes: object) -> View:
    return replace(view, chamber=replace(view.chamber, **changes))


def test_ch17_force_without_a_finding_is_refused_and_says_so(begun: Begun, tiny: Scenario) -> None:
    view = begun("debate").view("USA")
    found = advice.doubts(view, tiny, (Clause("assistance"),))
    assert [f.rule for f in found if f.severity is Severity.REFUSED] == ["CH17"]
    text = advice.on_text(view, tiny, (Clause("assistance"),)).plain
    assert "✗ CH17 Recommends armed help: Enforcement first needs a finding" in text


def test_ch17_an_earlier_finding_serves_a_later_text(begun: Begun, tiny: Scenario) -> None:
    view = with_chamber(begun("debate").view("USA"), adopted=frozenset({"breach"}))
    assert advice.doubts(view, tiny, (Clause("assistance"),)) == ()


def test_choices_bear_on_issues_too(tiny: Scenario) -> None:
    assert advice.weights(tiny, Clause("cessation"))["breach"] == 1.5
    assert advice.weights(tiny, Clause("cessation", {"who": "both"}))["breach"] == 0.5


def test_force_is_told_in_blocks_and_figures(tiny: Scenario) -> None:
    assert advice.force(tiny.clause["cessation"]) == "▰▰▰▰▰▰▰▱▱▱ 7"
    assert advice.force(tiny.clause["recalling"]) == "▰▰▱▱▱ 2"


def test_the_articles_of_a_clause_are_named(begun: Begun, tiny: Scenario) -> None:
    text = advice.on_clause(begun("debate").view("USA"), tiny, Clause("cessation")).plain
    assert "rests on Article 39 (determination and recommendations)" in text
    assert "normally does not bind" in text


def test_public_positions_announcements_and_votes_are_told(begun: Begun, tiny: Scenario) -> None:
    sitting = begun("debate")
    from game.session import actions as a

    sitting.submit(a.TableDraft("USA", stored="s-1501"))
    view = with_chamber(
        sitting.view("USA"),
        positions={"FRA": {"breach": "for"}, "YUG": {"breach": "against"}, "IND": {"breach": "neutral"}},
        stances={"S/1501": {"GBR": "yes", "YUG": "abstain"}},
        subjects={"breach": {"EGY": "abstain"}},
    )
    on_clause = advice.on_clause(view, tiny, Clause("breach")).plain
    assert "for it: France; against it: Yugoslavia; neither: India" in on_clause
    assert "Voted on this clause — abstaining: Egypt" in on_clause
    other = advice.on_text(view, tiny, (Clause("breach"),)).plain
    assert (
        "Announced on S/1501 (shares 1 of its clauses) — for: United Kingdom; abstaining: Yugoslavia" in other
    )
    own = advice.on_text(view, tiny, (Clause("breach"),), "S/1501").plain
    assert "Announced on this text" in own


def test_the_adviser_knows_no_brief(begun: Begun, tiny: Scenario) -> None:
    sitting = begun("debate")
    mine, gallery = sitting.view("USA"), sitting.view("")
    clauses = tuple(Clause(kind.id) for kind in tiny.open.clauses)
    assert advice.on_text(mine, tiny, clauses) == advice.on_text(gallery, tiny, clauses)
    for clause in clauses:
        assert advice.on_clause(mine, tiny, clause) == advice.on_clause(gallery, tiny, clause)


def test_a_clause_the_pack_does_not_have_is_passed_over(begun: Begun, tiny: Scenario) -> None:
    view = begun("debate").view("USA")
    assert advice.on_clause(view, tiny, Clause("no-such")).plain == ""
    assert "CH17" not in advice.on_text(view, tiny, (Clause("no-such"),)).plain
