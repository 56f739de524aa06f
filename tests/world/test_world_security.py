"""The eight terms and their credibility: each rule, what can only raise or lower it, the weakest link."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.world import terms
from game.world.conditions import Condition, Facts
from game.world.powers import (
    Adjustment,
    Claim,
    Finding,
    GreatPower,
    Group,
    Impartiality,
    Nation,
    SecurityModel,
    Universality,
    peopled,
)
from game.world.security import TERMS, credibility, explain, measure

HISTORY = dict(zip(TERMS, (0.3, 0.7, 0.6, 0.4, 0.6, 0.4, 0.9, 0.3), strict=True))
"""What the dossier of Korea gives history (section 9: suggested scores, not data)."""

units = st.floats(0, 1).map(lambda x: round(x, 3))
rising = st.tuples(units, units).map(sorted)
scores = st.fixed_dictionaries(dict.fromkeys(TERMS, units))
qualities = st.sampled_from(["renounces", "observes", "willing"])
SOMETIMES = Condition("flag", "warned")
adjustments = st.builds(
    Adjustment,
    when=st.sampled_from([Condition("always"), SOMETIMES]),
    what=st.sampled_from(["renounces", "observes", "willing", "backs"]),
    by=st.floats(-1, 1),
    to=st.none() | units,
)
groups = st.builds(
    Group,
    id=st.just("g"),
    title=st.just("A group"),
    seat=st.sampled_from(["", "USA", "RUS"]),
    renounces=units,
    observes=units,
    willing=units,
    backs=units,
    dealings=st.floats(0, 10),
    power=units,
    trade=units,
    adjust=st.lists(adjustments, max_size=3).map(tuple),
)
models = st.lists(groups, min_size=1, max_size=5).map(lambda g: SecurityModel(groups=tuple(g)))
pledges = st.dictionaries(st.sampled_from(["troops", "troops:USA", "sanctions:RUS"]), st.floats(0, 300))
moments = st.builds(
    Facts,
    tracks=st.just({"opinion": 50.0}),
    terms=st.just({}),
    flags=st.frozensets(st.just("warned")),
    stage=st.integers(1, 12),
    absent=st.frozensets(st.sampled_from(["RUS", "USA"])),
    pledged=pledges,
)


# -- credibility ---------------------------------------------------------------------------------------------


@given(models, moments)
def test_every_term_and_credibility_lie_between_nought_and_one(model: SecurityModel, facts: Facts) -> None:
    measured = measure(model, facts)
    assert tuple(measured) == TERMS
    assert all(0.0 <= v <= 1.0 for v in measured.values())
    assert 0.0 < credibility(model, measured) <= 1.0


@given(scores, st.sampled_from(TERMS), rising)
def test_no_better_term_makes_less_credible(scored: dict[str, float], term: str, rise: list[float]) -> None:
    worse, better = (credibility(SecurityModel(), scored | {term: value}) for value in rise)
    assert worse <= better


@given(st.fixed_dictionaries(dict.fromkeys(TERMS, st.floats(0.05, 1.0))), st.floats(0.05, 0.3))
def test_the_weakest_link_governs(scored: dict[str, float], step: float) -> None:
    """The same improvement does most where the chain is weakest."""
    model = SecurityModel()
    weakest = min(scored, key=lambda t: scored[t])
    mended = credibility(model, scored | {weakest: scored[weakest] + step})
    for term, value in scored.items():
        assert mended >= credibility(model, scored | {term: value + step}) - 0.001


@pytest.mark.parametrize("term", TERMS)
def test_one_failed_condition_ruins_a_perfect_system(term: str) -> None:
    assert credibility(SecurityModel(), dict.fromkeys(TERMS, 1.0) | {term: 0.0}) < 0.27


def test_credibility_is_a_mean() -> None:
    assert credibility(SecurityModel(), dict.fromkeys(TERMS, 0.5)) == 0.5
    assert credibility(SecurityModel(), dict.fromkeys(TERMS, 0.0)) == 0.02
    assert credibility(SecurityModel(), HISTORY) == pytest.approx(0.433, abs=0.001)


def test_a_term_of_no_weight_does_not_count_even_when_weakest() -> None:
    model = SecurityModel(weights={"speed": 0.0})
    assert credibility(model, dict.fromkeys(TERMS, 0.5) | {"speed": 0.0}) == 0.5


def test_a_heavier_term_pulls_harder() -> None:
    heavy = SecurityModel(weights={"willingness": 3.0})
    strong = dict.fromkeys(TERMS, 0.4) | {"willingness": 0.9}
    assert credibility(heavy, strong) > credibility(SecurityModel(), strong)


# -- what can only raise, what can only lower ----------------------------------------------------------------


def with_quality(model: SecurityModel, quality: str, value: float) -> SecurityModel:
    first = replace(model.groups[0], adjust=(), **{quality: value})
    return replace(model, groups=(first, *model.groups[1:]))


@given(models, moments, qualities, rising)
def test_a_better_quality_lowers_no_term(
    model: SecurityModel, facts: Facts, quality: str, rise: list[float]
) -> None:
    worse, better = (measure(with_quality(model, quality, value), facts) for value in rise)
    assert all(better[t] >= worse[t] for t in TERMS)


@given(models, moments, rising)
def test_backing_the_aggressor_raises_no_term(model: SecurityModel, facts: Facts, rise: list[float]) -> None:
    loyal, backing = (measure(with_quality(model, "backs", value), facts) for value in rise)
    assert all(backing[t] <= loyal[t] for t in TERMS)


@given(models, moments, st.sampled_from(["troops", "troops:USA"]), st.floats(0, 300))
def test_pledges_lower_no_term(model: SecurityModel, facts: Facts, kind: str, more: float) -> None:
    model = replace(model, willingness=replace(model.willingness, counts={"troops": 1.0}))
    richer = replace(facts, pledged={**facts.pledged, kind: facts.pledged.get(kind, 0.0) + more})
    before, after = measure(model, facts), measure(model, richer)
    assert all(after[t] >= before[t] for t in TERMS)


@given(st.tuples(st.integers(1, 20), st.integers(1, 20)).map(sorted))
def test_delay_raises_no_speed(stages: list[int]) -> None:
    quick, slow = (measure(SecurityModel(), Facts({}, {}, stage=n))["speed"] for n in stages)
    assert slow <= quick


@given(models, moments, st.sampled_from(TERMS))
def test_the_board_says_what_is_measured_whatever_the_model(
    model: SecurityModel, facts: Facts, term: str
) -> None:
    model = replace(model, willingness=replace(model.willingness, counts={"troops": 1.0}))
    explained = explain(model, term, facts)
    assert explained.value == measure(model, facts)[term]
    assert all(0.0 <= part.weight <= 1.0 and 0.0 <= part.value <= 1.0 for part in explained.parts)


# -- each term -----------------------------------------------------------------------------------------------


def test_renunciation_weighs_by_power_and_sheltering_cancels_it() -> None:
    big = Group("big", "A giant", renounces=0.2, power=0.3)
    small = Group("small", "The small", renounces=1.0, power=0.1)
    facts = Facts({}, {})
    assert measure(SecurityModel(groups=(big, small)), facts)["renunciation"] == 0.4
    sheltering = replace(small, backs=1.0)
    assert measure(SecurityModel(groups=(big, sheltering)), facts)["renunciation"] == 0.15


def test_attribution_takes_the_best_word_and_its_majority(model: SecurityModel, june: Facts) -> None:
    silent = measure(model, june)["attribution"]
    roll = {"USA": "yes", "GBR": "yes", "YUG": "abstain", "EGY": "no"}
    breach = replace(june, adopted=frozenset({"breach"}), votes={"breach": roll})
    unanimous = replace(breach, votes={"breach": dict.fromkeys(roll, "yes")})
    aggression = replace(breach, adopted=frozenset({"breach", "aggression"}))
    ladder = [silent] + [measure(model, f)["attribution"] for f in (breach, unanimous, aggression)]
    assert ladder == sorted(set(ladder))


def test_a_vetoed_finding_keeps_a_part_of_its_worth(model: SecurityModel, june: Facts) -> None:
    vetoed = replace(
        june, vetoed=frozenset({"aggression"}), votes={"aggression": {"USA": "yes", "RUS": "no"}}
    )
    passed = replace(vetoed, vetoed=frozenset(), passed=frozenset({"aggression"}))
    failed = replace(vetoed, vetoed=frozenset(), failed=frozenset({"aggression"}))
    values = [measure(model, f)["attribution"] for f in (failed, vetoed, passed)]
    assert values == sorted(set(values))
    assert values[0] == measure(model, june)["attribution"]


def test_the_assemblys_finding_uses_the_packs_majority(model: SecurityModel, june: Facts) -> None:
    found = replace(june, happened=frozenset({"ga-498"}))
    assert measure(model, found)["attribution"] == round(0.8 * (0.5 + 0.5 * 0.73) * 0.95 * 0.85, 3)


def test_a_denial_believed_lowers_attribution(model: SecurityModel, june: Facts) -> None:
    found = replace(june, adopted=frozenset({"breach"}))
    believed = replace(found, happened=frozenset({"plea"}))
    assert measure(model, believed)["attribution"] < measure(model, found)["attribution"]


def test_ch14_a_claim_of_self_defence_contests_attribution_until_it_is_answered(
    model: SecurityModel, june: Facts
) -> None:
    claim = Claim("letter", "PRK", "The south began it.", Condition("happened", "plea"), 0.8, left=0.25)
    answered = replace(claim, answered=Condition("flag", "witnessed"))
    contested = replace(model, attribution=replace(model.attribution, adjust=(), claims=(answered,)))
    silent = replace(june, adopted=frozenset({"breach"}))
    raised = replace(silent, happened=frozenset({"plea"}))
    met = replace(raised, flags=frozenset({"witnessed"}))
    found = [measure(contested, facts)["attribution"] for facts in (raised, met, silent)]
    assert found[0] < found[1] <= found[2]
    assert terms.credited(answered, met) == pytest.approx(0.2)
    shown = explain(contested, "attribution", raised)
    assert [x.note for x in shown.parts if x.label == "claim of self-defence"] == ["The south began it."]
    assert not [x for x in explain(contested, "attribution", silent).parts if x.note == claim.word]


def test_willingness_meets_the_need_and_shares_the_burden(model: SecurityModel, june: Facts) -> None:
    one = replace(june, pledged={"troops": 100.0, "troops:USA": 100.0})
    two = replace(june, pledged={"troops": 100.0, "troops:USA": 100.0, "troops:RUS": 100.0})
    assert measure(model, june)["willingness"] < 0.1
    assert measure(model, one)["willingness"] > 0.7
    assert measure(model, two)["willingness"] > measure(model, one)["willingness"]


def test_a_wider_war_needs_more(model: SecurityModel, june: Facts) -> None:
    before = replace(june, pledged={"troops": 100.0})
    after = replace(before, happened=frozenset({"china-enters"}))
    assert measure(model, after)["willingness"] < measure(model, before)["willingness"]
    assert measure(model, after)["preponderance"] < measure(model, before)["preponderance"]


def test_enforcement_that_needs_nothing_wants_for_nothing() -> None:
    model = SecurityModel(groups=(Group("all", "All", willing=1.0, power=1.0),))
    free = replace(model, willingness=replace(model.willingness, needed=0.0))
    assert measure(free, Facts({}, {}))["willingness"] == 1.0


def test_observance_counts_in_part_until_measures_are_asked_for(model: SecurityModel, june: Facts) -> None:
    unasked = measure(model, june)["observance"]
    asked = measure(model, replace(june, adopted=frozenset({"embargo"})))["observance"]
    assert unasked == pytest.approx(0.3 * asked, abs=0.001)


def test_observance_leaks_where_the_aggressor_trades(model: SecurityModel, june: Facts) -> None:
    """The Soviet bloc has a small share of world trade and a large one of the aggressor's."""
    asked = replace(june, adopted=frozenset({"embargo"}))
    level = replace(model, groups=tuple(replace(g, dealings=1.0) for g in model.groups))
    assert measure(level, asked)["observance"] > measure(model, asked)["observance"] + 0.15


def test_a_seat_that_pledges_to_observe_does(model: SecurityModel, june: Facts) -> None:
    asked = replace(june, adopted=frozenset({"embargo"}))
    bound = replace(asked, pledged={"sanctions": 100.0, "sanctions:GBR": 100.0})
    assert measure(model, bound)["observance"] > measure(model, asked)["observance"]


def contest(willing: float, against: float) -> float:
    sides = (
        Group("w", "Willing", willing=1.0, power=willing),
        Group("a", "Adversary", backs=1.0, power=against),
    )
    return measure(SecurityModel(groups=sides), Facts({}, {}))["preponderance"]


def test_nine_tenths_against_one_tenth_is_full_preponderance() -> None:
    assert contest(0.9, 0.1) == 1.0
    assert contest(0.95, 0.05) == 1.0


def test_a_giant_adversary_cannot_be_overawed() -> None:
    """The United States alone held more than a quarter of the world's capabilities in 1950."""
    assert contest(0.72, 0.28) < 0.55
    assert contest(0.072, 0.028) > contest(0.72, 0.28)


def test_nobody_willing_is_no_preponderance() -> None:
    assert contest(0.0, 0.003) == 0.0


def test_universality_suffers_from_boycott_and_exclusion(model: SecurityModel, june: Facts) -> None:
    boycott = measure(model, june)["universality"]
    returned = replace(june, absent=frozenset())
    back = measure(model, returned)["universality"]
    whole = measure(model, replace(returned, adopted=frozenset({"seat"})))["universality"]
    assert boycott < back < whole == 1.0


def test_a_gap_tells_the_more_the_sharper() -> None:
    powers = (GreatPower("A", power=0.3), GreatPower("B", inside=0.0, power=0.1))
    model = SecurityModel(universality=Universality(powers, sharpness=1.0))
    assert measure(model, Facts({}, {}))["universality"] == 0.75
    model = SecurityModel(universality=Universality(powers, sharpness=2.0))
    assert measure(model, Facts({}, {}))["universality"] == round(0.75**2, 3)


def test_the_first_measure_that_bites_stops_the_clock(model: SecurityModel, june: Facts) -> None:
    second = replace(june, stage=2)
    measured = measure(model, second)
    assert measured["speed"] == 0.9
    bitten = replace(second, adopted=frozenset({"assistance"}), terms=measured)
    for stage in range(2, 9):
        now = replace(bitten, stage=stage, terms=measured)
        measured = measure(model, now)
        assert measured["speed"] == 0.9
    assert measure(model, replace(june, stage=8))["speed"] == 0.2


def test_a_stopped_clock_does_not_drift_under_an_adjustment(model: SecurityModel, june: Facts) -> None:
    slow = replace(model, adjust=(Adjustment(Condition("always"), "speed", by=-0.2),))
    measured = measure(slow, june)
    assert measured["speed"] == 0.8
    bitten = replace(june, adopted=frozenset({"assistance"}), terms=measured)
    assert measure(slow, bitten)["speed"] == 0.8
    assert measure(slow, replace(bitten, terms={}))["speed"] == 0.8


def test_a_model_without_a_clock_is_never_late() -> None:
    model = SecurityModel()
    assert (
        measure(replace(model, speed=replace(model.speed, values=())), Facts({}, {}, stage=9))["speed"] == 1.0
    )


def test_impartiality_mixes_judgement_and_the_trust_of_the_small(model: SecurityModel, june: Facts) -> None:
    assert measure(model, june)["impartiality"] == round(0.7 * 0.4 + 0.3 * 0.7, 3)
    barred = replace(june, happened=frozenset({"formosa"}))
    assert measure(model, barred)["impartiality"] == round(0.7 * 0.3 + 0.3 * 0.7, 3)
    assert measure(SecurityModel(), june)["impartiality"] == 0.5


def test_whole_terms_are_adjusted_and_bounded(june: Facts) -> None:
    up = SecurityModel(adjust=(Adjustment(SOMETIMES, "impartiality", by=0.8),))
    assert measure(up, june)["impartiality"] == 0.5
    assert measure(up, replace(june, flags=frozenset({"warned"})))["impartiality"] == 1.0


def test_an_adjustment_may_leave_its_quality_unsaid_where_there_is_one_only(june: Facts) -> None:
    always = Condition("always")
    for what in ("", "base"):
        judged = SecurityModel(impartiality=Impartiality(adjust=(Adjustment(always, what, by=0.2),)))
        assert measure(judged, june)["impartiality"] == 0.7
    for what in ("", "inside"):
        powers = (GreatPower("A", inside=0.0, power=0.3, adjust=(Adjustment(always, what, to=1.0),)),)
        assert measure(SecurityModel(universality=Universality(powers)), june)["universality"] == 1.0


def test_adjustments_follow_each_other_in_order() -> None:
    chain = (
        Adjustment(Condition("always"), "x", by=0.1),
        Adjustment(SOMETIMES, "x", to=0.5),
        Adjustment(Condition("always"), "x", by=0.2),
        Adjustment(Condition("always"), "y", by=9.0),
    )
    assert terms.adjusted(0.1, chain, "x", Facts({}, {})) == pytest.approx(0.4)
    assert terms.adjusted(0.1, chain, "x", Facts({}, {}, flags=frozenset({"warned"}))) == pytest.approx(0.7)


# -- the year's table ----------------------------------------------------------------------------------------


def test_the_table_fills_shares_and_the_rest_of_the_world(model: SecurityModel) -> None:
    whole = sum(n.power for n in model.nations)
    assert len(model.nations) == 75
    assert sum(g.power or 0.0 for g in model.groups) == pytest.approx(whole, abs=1e-4)
    assert sum(g.trade or 0.0 for g in model.groups) == pytest.approx(1.0, abs=1e-3)
    codes = [code for g in model.groups for code in g.states]
    assert len(codes) == len(set(codes)) == 75
    assert model.groups[0].power == 0.284443
    assert [p.power for p in model.universality.powers][:2] == [0.284443, 0.061349]
    assert model.universality.powers[0].title == "United States of America"


def test_shares_the_pack_gives_are_kept() -> None:
    given_shares = SecurityModel(
        groups=(Group("a", "A", ("AAA",), power=0.5, trade=0.25),),
        universality=Universality((GreatPower("ZZZ", power=0.1),)),
    )
    made = peopled(given_shares, [Nation("AAA", "A", 0.9, 0.9)])
    assert (made.groups[0].power, made.groups[0].trade) == (0.5, 0.25)
    assert (made.universality.powers[0].power, made.universality.powers[0].title) == (0.1, "ZZZ")


def test_a_model_survives_being_encoded(model: SecurityModel) -> None:
    """Compiled packs are kept encoded, and the model is a plain part of them."""
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(model), type=SecurityModel) == model


def test_an_unknown_state_is_an_error() -> None:
    with pytest.raises(KeyError):
        peopled(SecurityModel(groups=(Group("a", "A", ("XXX",)),)), [])
    with pytest.raises(KeyError):
        peopled(SecurityModel(universality=Universality((GreatPower("XXX"),))), [])


def test_a_finding_nobody_voted_on_has_the_packs_majority() -> None:
    assert terms.majority(Finding("x", "a threat", 0.4, 0.6), Facts({}, {}, votes={"x": {}})) == 0.6


# -- history's line ------------------------------------------------------------------------------------------


def test_korea_credibility_rises_with_assistance_and_falls_when_china_enters(
    model: SecurityModel, june: Facts
) -> None:
    breach = replace(june, adopted=frozenset({"breach"}))
    assistance = replace(
        breach,
        stage=2,
        adopted=frozenset({"breach", "assistance"}),
        pledged={"troops": 60.0, "troops:USA": 60.0},
        terms={"speed": 0.9},
    )
    november = replace(assistance, stage=8, happened=frozenset({"china-enters"}), absent=frozenset())
    line = [credibility(model, measure(model, f)) for f in (june, breach, assistance)]
    assert line == sorted(set(line))
    assert credibility(model, measure(model, november)) < credibility(
        model, measure(model, replace(assistance, absent=frozenset()))
    )
