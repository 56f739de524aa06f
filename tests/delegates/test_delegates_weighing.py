"""Weighing: how a seat judges a text clause by clause, and the one sentence it gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.delegates import Weighing, weigh
from game.delegates.hindsight.arithmetic import arithmetic
from game.delegates.interests.circumstances import (
    AGAINST_A_PATRON,
    PATRON,
    PATRONAGE,
    PLAIN,
    PRECEDENT,
    STANDING,
    around,
    price,
)
from game.delegates.interests.lexicon import lexicon
from game.delegates.interests.mandate import OF_ITSELF, Mandate
from game.delegates.interests.weighing import weighed
from game.session.scenario import (
    Brief,
    Choice,
    Clause,
    ClauseKind,
    Instruction,
    Issue,
    Parameter,
    Position,
    Prospectus,
    RedLine,
    Seat,
)
from game.world.compliance import Demand

CHOICES = (Choice("all", "all"), Choice("north", "the North", {"truce": -3.0, "blame": 2.0}))


def kind(
    id: str, issues: dict[str, float], *, preamble: bool = False, procedural: bool = False
) -> ClauseKind:
    return ClauseKind(
        id,
        f"Title of {id}",
        "preamble" if preamble else "operative",
        "Decides",
        "the text",
        nature="procedural" if procedural else "substantive",
        issues=issues,
        parameters=(Parameter("who", "Who", CHOICES),) if id == "cease" else (),
    )


OPEN = Prospectus(
    id="p",
    title="",
    subtitle="",
    summary="",
    body="unsc_11",
    digest="",
    seats=(Seat("NOR", "Norway", "Norway"), Seat("FRA", "France", "France", permanent=True)),
    parties=(),
    issues=(Issue("truce", "A truce"), Issue("blame", "Blame"), Issue("force", "Force")),
    tracks=(),
    clauses=(
        kind("cease", {"truce": 2.0}),
        kind("blame", {"blame": 2.0}),
        kind("hint", {"blame": 0.5}),
        kind("recall", {"blame": 2.0}, preamble=True),
        kind("force", {"force": 3.0}),
        kind("hear", {"blame": -2.0}, procedural=True),
        kind("silent", {}),
    ),
    drafts=(),
    pledges=(),
    resolution=0,
    presides=("NOR", "1950-07-01"),
)
KINDS = tuple(k.id for k in OPEN.clauses)


def brief(seat: str = "NOR", lines: tuple[RedLine, ...] = (), **positions: tuple[float, float]) -> Brief:
    held = {issue: Position(p, s, f"why {issue}") for issue, (p, s) in positions.items()}
    return Brief(seat, "", positions=held, red_lines=lines)


def on(own: Brief, *kinds: str | Clause) -> Weighing:
    return weigh(OPEN, own, [Clause(k) if isinstance(k, str) else k for k in kinds])


def test_what_the_seat_seeks_wins_its_vote() -> None:
    w = on(brief(truce=(3, 3)), "cease")
    assert (w.vote, w.support, w.weakest, w.score) == ("yes", 3.0, 3.0, 3.0)
    assert w.clauses == (("cease", 18.0, "why truce"),)
    assert w.reason == "Norway votes yes: it seeks the clause “Title of cease” (why truce)."


def test_one_clause_that_cannot_be_borne_makes_it_abstain() -> None:
    w = on(brief(truce=(3, 3), blame=(0, 2)), "cease", "blame")
    assert w.support > 1
    assert w.vote == "abstain"
    assert w.place == 1
    assert "takes no side on the clause “Title of blame”" in w.reason


def test_a_light_clause_does_not_hold_up_a_text() -> None:
    assert on(brief(truce=(3, 3), blame=(0, 2)), "cease", "hint").vote == "yes"


def test_an_issue_it_hardly_minds_does_not_hold_up_a_text() -> None:
    assert on(brief(truce=(3, 3), blame=(0, 0.5)), "cease", "blame").vote == "yes"


def test_a_preamble_counts_less_than_an_operative_clause() -> None:
    own = brief(truce=(2, 2), blame=(0, 2))
    assert on(own, "cease", "recall").support > on(own, "cease", "blame").support
    assert on(own, "cease", "recall").vote == "yes"
    assert on(own, "cease", "blame").vote == "abstain"


def test_v4_a_veto_takes_more_than_a_no() -> None:
    stands = {"force": (-1.75, 3.0)}
    assert on(brief("NOR", **stands), "force").vote == "no"
    assert on(brief("FRA", **stands), "force").vote == "abstain"
    assert on(brief("FRA", force=(-2, 3)), "force").vote == "no"


def test_v3_on_procedure_a_permanent_member_votes_as_any_other() -> None:
    assert on(brief("FRA", blame=(1.75, 3)), "hear").vote == "no"


def test_a_red_line_commands_whatever_the_sum_says() -> None:
    line = RedLine("no-blame", "No blame before a hearing", clauses=("blame",))
    w = on(brief(lines=(line,), truce=(3, 3), blame=(3, 3)), "cease", "blame")
    assert (w.vote, w.line, w.firm, w.place) == ("no", "no-blame", True, 1)
    assert w.reason.endswith("crosses a line it may not cross (No blame before a hearing).")


def test_a_red_line_on_an_issue_is_crossed_only_the_wrong_way() -> None:
    line = RedLine("mind", "Never blame", issue="blame", vote="abstain")
    assert on(brief(lines=(line,), blame=(-1, 1), truce=(3, 3)), "cease", "hint").vote == "abstain"
    assert on(brief(lines=(line,), blame=(1, 1), truce=(3, 3)), "cease", "hint").vote == "yes"


def test_a_red_line_that_asks_for_abstention_does_not_soften_a_no() -> None:
    line = RedLine("force", "No force", clauses=("force",), vote="abstain", firm=False)
    w = on(brief(lines=(line,), force=(-3, 3)), "force")
    assert (w.vote, w.firm) == ("no", False)


def test_of_two_red_lines_the_one_that_commands_a_no_decides() -> None:
    lines = (
        RedLine("soft", "Soft", clauses=("blame",), vote="abstain"),
        RedLine("hard", "Hard", clauses=("blame", "force")),
    )
    assert on(brief(lines=lines, truce=(3, 3)), "cease", "blame", "force").line == "hard"


def test_choices_shift_what_a_clause_bears_on() -> None:
    own = brief(truce=(3, 3), blame=(-3, 1))
    assert on(own, Clause("cease", {"who": "all"})).vote == "yes"
    one_sided = on(own, Clause("cease", {"who": "north"}))
    assert one_sided.vote == "no"
    assert one_sided.clauses[0][1] == pytest.approx(3 * -1 * 3 + -3 * 2 * 1)


def test_later_instructions_replace_a_position() -> None:
    own = brief(force=(3, 3))
    told = replace(own, instructions=(Instruction("s", "", {"force": Position(-3.0, 3.0, "new orders")}),))
    assert on(told, "force").vote == "no"
    assert "(new orders)" in on(told, "force").reason


def test_without_instructions_it_abstains_and_says_so() -> None:
    for text in (("silent",), ("force",), ()):
        w = on(brief(), *text)
        assert w.vote == "abstain"
        assert w.reason == "Norway abstains: it has no instructions on this question."


def test_only_the_first_sentence_of_a_reason_is_given() -> None:
    own = Brief("NOR", "", positions={"truce": Position(3, 3, "It wants peace. It says so often.")})
    assert on(own, "cease").reason.endswith("(It wants peace).")


positions = st.dictionaries(
    st.sampled_from(("truce", "blame", "force")),
    st.tuples(st.floats(-3, 3), st.floats(0, 3)),
)
texts = st.lists(st.sampled_from(KINDS), max_size=6)


@given(positions, texts)
def test_measures_keep_their_bounds_and_every_vote_has_one_sentence(
    held: dict[str, tuple[float, float]], text: list[str]
) -> None:
    w = on(brief(**held), *text)
    assert w.vote in ("yes", "no", "abstain")
    assert sum(t.amount for t in w.terms) == pytest.approx(w.support, abs=0.001 * (1 + len(text)))
    assert -3.0 <= w.weakest <= w.support <= 3.0
    assert len(w.clauses) == len(text)
    assert w.reason.startswith("Norway ")
    assert w.reason.endswith(".")
    assert w.reason.count(". ") == 0


@given(positions, texts, st.randoms())
def test_the_order_of_clauses_changes_no_vote(
    held: dict[str, tuple[float, float]], text: list[str], dice: st.DataObject
) -> None:
    shuffled = list(text)
    dice.shuffle(shuffled)
    first, second = on(brief(**held), *text), on(brief(**held), *shuffled)
    assert first.score == pytest.approx(second.score, abs=0.002)


@given(
    positions, st.lists(st.sampled_from(("cease", "blame", "force")), min_size=1, max_size=4), st.floats(0, 3)
)
def test_liking_what_a_text_asks_for_more_never_costs_it_support(
    held: dict[str, tuple[float, float]], text: list[str], more: float
) -> None:
    fonder = {i: (min(3.0, p + more), s) for i, (p, s) in held.items()}
    before, after = on(brief(**held), *text), on(brief(**fonder), *text)
    assert after.support >= before.support - 0.002
    assert after.weakest >= before.weakest - 0.002


# -- what surrounds a text -----------------------------------------------------------------------
def test_the_shares_of_the_clauses_and_the_sponsors_pull_add_up_to_the_support() -> None:
    own = replace(brief(truce=(3, 3), blame=(-1, 2)), patrons=("FRA",))
    w = weigh(OPEN, own, [Clause("cease"), Clause("blame"), Clause("recall")], ("FRA",))
    assert sum(t.amount for t in w.terms) == pytest.approx(w.support, abs=0.003)
    assert [t.what for t in w.terms] == ["cease", "blame", "recall", "sponsors"]
    assert w.terms[-1].amount == PATRON


def test_a_patron_s_name_tips_what_hangs_in_the_balance_and_no_red_line() -> None:
    own = replace(brief(truce=(0.7, 2)), patrons=("FRA",))
    assert weigh(OPEN, own, [Clause("cease")]).vote == "abstain"
    assert weigh(OPEN, own, [Clause("cease")], ("FRA",)).vote == "yes"
    lined = replace(own, red_lines=(RedLine("x", "No truce", clauses=("cease",)),))
    assert weigh(OPEN, lined, [Clause("cease")], ("FRA",)).vote == "no"


def test_a_stronger_verb_weighs_more() -> None:
    kinds = {k.id: k for k in OPEN.clauses}
    strong = tuple(replace(k, rank=10) if k.id == "blame" else k for k in kinds.values())
    own, text = brief(truce=(2, 2), blame=(-1, 2)), [Clause("cease"), Clause("blame")]
    assert weigh(replace(OPEN, clauses=strong), own, text).support < weigh(OPEN, own, text).support


def test_a_demand_made_of_the_seat_itself_is_harder_to_bear() -> None:
    asked = tuple(replace(k, demand=Demand("NOR", 0.5)) if k.id == "cease" else k for k in OPEN.clauses)
    own = brief(truce=(1, 2))
    addressed = weigh(replace(OPEN, clauses=asked), own, [Clause("cease")])
    assert addressed.support == pytest.approx(on(own, "cease").support + OF_ITSELF)


def test_ch17_force_without_a_finding_is_weaker_until_one_is_made() -> None:
    kinds = tuple(
        replace(k, character={"force": "force", "blame": "determination"}.get(k.id, "")) for k in OPEN.clauses
    )
    mandate = Mandate(lexicon(replace(OPEN, clauses=kinds)), brief(force=(2, 2), blame=(2, 2)))
    loose, firm = around(mandate, (), founded=False), around(mandate, ())
    alone, both = (Clause("force"),), (Clause("blame"), Clause("force"))
    assert weighed(mandate, alone, loose).support < weighed(mandate, alone, firm).support
    assert weighed(mandate, both, loose).support == weighed(mandate, both, firm).support


def test_v4_the_price_of_a_veto_is_standing_precedent_and_patronage() -> None:
    asked = tuple(replace(k, demand=Demand("FRA", 0.5)) if k.id == "force" else k for k in OPEN.clauses)
    own = replace(brief("FRA", force=(-1, 3)), patrons=("NOR",))
    mandate = Mandate(lexicon(replace(OPEN, clauses=asked)), own)
    text = (Clause("force"),)
    assert price(mandate, (Clause("blame"),), PLAIN) == STANDING
    assert price(mandate, text, PLAIN) == pytest.approx(STANDING + PATRONAGE)
    again = price(mandate, text, around(mandate, (), vetoed=True))
    assert again == pytest.approx(STANDING + PATRONAGE + PRECEDENT)
    assert price(mandate, (Clause("blame"),), around(mandate, ("NOR",))) == STANDING + AGAINST_A_PATRON
    w = weighed(mandate, text)
    assert (w.price, w.bar) == (0.4, -1.9)
    assert on(brief("NOR", force=(-1, 3)), "force").price == 0.0


def test_v8_it_takes_no_part_where_it_rejects_a_clause_and_will_not_veto() -> None:
    held = brief("FRA", force=(-3, 0.5), truce=(-0.8, 1))
    w = on(held, "force", "cease")
    assert -2.0 < w.score <= -1.5
    assert w.vote == "not_participating"
    assert "does not take part in the vote: it rejects the clause" in w.reason
    assert on(replace(held, seat="NOR"), "force", "cease").vote == "no"


def test_who_abstains_on_what_it_accepts_says_what_is_missing() -> None:
    w = on(brief(truce=(0.6, 2)), "cease")
    assert w.vote == "abstain"
    assert w.reason.endswith("“Title of cease” (why truce), but finds too little in the text to vote for it.")


def test_a_reason_names_a_second_clause_that_weighs() -> None:
    both = on(brief(truce=(3, 3), force=(2, 3)), "cease", "force")
    assert both.reason.endswith("(why truce), and it seeks “Title of force”.")
    torn = on(brief(truce=(3, 3), blame=(0, 2)), "cease", "blame")
    assert torn.reason.endswith("(why blame), though it seeks “Title of cease”.")


# -- told in the debrief -------------------------------------------------------------------------
def test_the_arithmetic_of_a_vote_is_told_line_by_line() -> None:
    own = replace(brief(truce=(3, 3), blame=(-1, 2)), patrons=("FRA",))
    told = arithmetic(OPEN, own, (Clause("cease"), Clause("blame")), ("FRA",))
    w = weigh(OPEN, own, [Clause("cease"), Clause("blame")], ("FRA",))
    assert told[0] == "“Title of cease”: +1.80 (why truce)"
    assert told[1] == "“Title of blame”: −0.40 (why blame)"
    assert told[2] == "Who sponsors it: +0.15"
    assert f"On the whole +{w.support:.2f}; held against it, its worst clause makes it" in told[3]
    assert told[4].endswith("a no comes at a mean of −1.50.")
    assert len(told) == 5


def test_the_arithmetic_names_the_price_of_a_veto_and_the_red_line() -> None:
    line = RedLine("blame", "No blame before a hearing.", clauses=("blame",))
    told = arithmetic(OPEN, brief("FRA", lines=(line,), truce=(3, 3)), (Clause("cease"), Clause("blame")))
    assert "which costs 0.50 more (its standing +0.50): −2.00." in told[-2]
    assert told[-1] == "A red line commands the vote, whatever the sum: No blame before a hearing."
    assert told[1].startswith("“Title of blame”: 0.00")
