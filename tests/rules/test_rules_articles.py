"""What a text may rest on: bases, verbs, the duty to abstain, and what a draft lacks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.articles import (
    BASES,
    VERBS,
    Binding,
    Clause,
    Finding,
    Kind,
    Part,
    Severity,
    basis,
    binds,
    can_rest_on,
    check_text,
    must_abstain,
    offers,
    verb,
)
from game.rules.bodies import Nature
from game.rules.book import RULES
from game.rules.matters import MATTERS, Matter, contestable, nature_of, refuse_preliminary
from game.rules.verbs import APPROVAL, DISAPPROVAL, WARNING, Tone

S = Nature.SUBSTANTIVE
DETERMINING = Clause("Determining", 5, "art_39", frozenset({"determination"}))
ACTING = Clause("Acting", 5, "chapter_vii")
EMBARGO = Clause("Decides", 10, "art_41", frozenset({"sanctions", "duties"}))
FORCE = Clause("Authorizes", 10, "art_42", frozenset({"force"}))
SEIZED = Clause("Decides", 10)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, int | None]]:
    return [(f.severity.value, f.rule, f.clause) for f in findings]


# ---------------------------------------------------------------- bases and verbs


def test_ch10_ch11_what_articles_can_carry() -> None:
    assert "art_41" in can_rest_on({"sanctions"})
    assert "art_41" not in can_rest_on({"force"})
    assert set(can_rest_on({"force", "duties"})) == {"chapter_vii", "art_42", "art_48"}
    assert can_rest_on({"condemnation", "domestic"}) == tuple(BASES)
    assert "Article 42" in offers({"force"})
    assert "Chapter VII" in offers({"force"})
    assert offers({"sanctions", "inquiry", "force"}) == "It could rest on: Chapter VII."
    assert offers({"determination", "commission"}) == "It could rest on: Chapter VII."


def test_ch1_to_ch8_chapter_vi_only_recommends_and_parties_abstain() -> None:
    sixth = [b for b in BASES.values() if b.chapter == "VI"]
    assert {b.binding for b in sixth} <= {Binding.RECOMMENDATION, Binding.NONE}
    assert all(b.party_abstains for b in sixth)
    assert not any(b.carries & {Kind.FORCE, Kind.SANCTIONS, Kind.DETERMINATION} for b in sixth)


def test_an_unknown_article_is_told_clearly() -> None:
    with pytest.raises(ValueError, match="No article is known as 'art_99'"):
        basis("art_99")


def test_verbs_rise_in_rank() -> None:
    climb = ("Notes", "Welcomes", "Recalls", "Reaffirms", "Invites", "Recommends", "Urges", "Insists")
    assert [VERBS[v].rank for v in (*climb, "Demands", "Decides")] == list(range(1, 11))
    for part, top in ((Part.PREAMBLE, 5), (Part.OPERATIVE, 10)):
        assert {v.rank for v in VERBS.values() if v.part is part} == set(range(1, top + 1))


def test_scales_hold_known_verbs_and_never_fall() -> None:
    for scale in (DISAPPROVAL, APPROVAL, WARNING):
        ranks = [VERBS[text].rank for text in scale]
        assert ranks == sorted(ranks)
    assert all(VERBS[text].tone is Tone.DISAPPROVING for text in DISAPPROVAL)


@pytest.mark.parametrize("text", VERBS)
def test_every_verb_is_found_at_the_head_of_its_clause(text: str) -> None:
    assert verb(f"{text} the parties to desist").text == text
    assert verb(text.upper()).text == text


def test_the_longest_verb_opens_the_clause() -> None:
    assert verb("notes with interest the report").rank == 2
    with pytest.raises(ValueError, match="No resolution verb opens 'Noted the report'"):
        verb("Noted the report")


# ---------------------------------------------------------------- who abstains, what binds


@pytest.mark.parametrize(
    ("nature", "bases", "dispute", "expected"),
    [
        (S, ["art_36"], True, True),
        (S, ["art_52"], True, True),
        (S, ["art_33", "art_29"], True, True),
        (S, ["art_36"], False, False),
        (S, ["art_36", "art_40"], True, False),
        (S, ["art_39"], True, False),
        (S, ["art_53", "art_52"], True, False),
        (S, [], True, False),
        (S, ["art_24"], True, False),
        (Nature.PROCEDURAL, ["art_36"], True, False),
    ],
)
def test_v10_x5_when_a_party_must_abstain(
    nature: Nature, bases: list[str], dispute: bool, expected: bool
) -> None:
    assert must_abstain(nature, bases, dispute=dispute) is expected


@pytest.mark.parametrize(
    ("basis_id", "rank", "determined", "expected"),
    [
        ("art_41", 10, True, True),
        ("art_41", 10, False, False),
        ("art_40", 9, True, True),
        ("art_41", 7, True, False),
        ("art_36", 10, True, False),
        ("art_25", 10, False, True),
    ],
)
def test_ch18_what_binds(basis_id: str, rank: int, determined: bool, expected: bool) -> None:
    assert binds(basis_id, rank, determined=determined) is expected


# ---------------------------------------------------------------- what a draft lacks


def test_ch17_a_whole_enforcement_text_stands() -> None:
    assert check_text([DETERMINING, ACTING, EMBARGO, FORCE, SEIZED]) == ()
    assert check_text([ACTING, EMBARGO], earlier_determination=True) == ()


def test_ch17_enforcement_without_a_determination_is_refused() -> None:
    findings = check_text([ACTING, EMBARGO, FORCE])
    assert told(findings) == [("refused", "CH17", 1), ("refused", "CH17", 2)]
    refusal = findings[0].refusal
    assert refusal is not None
    assert refusal.rule == "CH17"


def test_ch17_a_missing_chapter_refuses_from_1990_and_only_raises_a_doubt_before() -> None:
    text = [DETERMINING, EMBARGO]
    assert told(check_text(text)) == [("refused", "CH17", None)]
    early = check_text(text, year=1950)
    assert told(early) == [("doubt", "CH17", None)]
    assert early[0].refusal is None


def test_ch17_korea_in_1950_rested_on_a_determination_and_a_recommendation() -> None:
    resolution_82 = [DETERMINING, Clause("Calls for", 7, "art_40")]
    resolution_83 = [Clause("Recommends", 6, "art_39", frozenset({"force"}))]
    assert check_text(resolution_82, year=1950) == ()
    assert check_text(resolution_83, earlier_determination=True, year=1950) == ()
    assert told(check_text(resolution_83, year=1950)) == [("refused", "CH17", 0)]


@pytest.mark.parametrize("kind", ["sanctions", "force", "duties"])
def test_ch17_chapter_vi_carries_no_enforcement(kind: str) -> None:
    findings = check_text([Clause("Decides", 10, "art_36", frozenset({kind}))], True)
    assert findings[0].rule == "CH17"
    assert findings[0].severity is Severity.REFUSED
    assert findings[0].reason.startswith("Article 36 cannot carry")


def test_ch17_sanctions_recommended_under_chapter_vi_are_a_doubt() -> None:
    findings = check_text([Clause("Calls upon", 7, "art_37", frozenset({"sanctions"}))])
    assert told(findings) == [("doubt", "CH7", 0)]


def test_ch17_chapter_vi_may_decide_on_an_organ_of_the_council() -> None:
    assert check_text([Clause("Decides", 10, "art_36", frozenset({"commission"})), SEIZED]) == ()
    assert told(check_text([Clause("Decides", 10, "art_33", frozenset({"commission"}))])) == [
        ("refused", "CH1", 0)
    ]


def test_ch17_a_demand_outside_chapter_vii_is_political() -> None:
    assert told(check_text([Clause("Demands", 9, "art_33")])) == [("doubt", "CH17", 0)]
    assert check_text([Clause("Demands", 9, "art_40")]) == ()


@pytest.mark.parametrize(
    ("clause", "severity", "rule"),
    [
        (Clause("Decides", 10, "art_41", frozenset({"force"})), "refused", "CH10"),
        (Clause("Authorizes", 10, "art_52", frozenset({"force"})), "refused", "CH13"),
        (Clause("Determining", 5, "art_51", frozenset({"determination"})), "refused", "CH14"),
        (Clause("Decides", 10, "art_39", frozenset({"sanctions"})), "doubt", "CH9"),
        (Clause("Authorizes", 10, "consent", frozenset({"force"})), "doubt", "CH16"),
        (Clause("Calls upon", 7, "art_33", frozenset({"domestic"})), "doubt", "CH20"),
        (Clause("Calls upon", 7, "", frozenset({"domestic"})), "doubt", "CH20"),
    ],
)
def test_ch9_to_ch20_clause_by_clause(clause: Clause, severity: str, rule: str) -> None:
    assert (severity, rule, 1) in told(check_text([ACTING, clause], True))


def test_ch13_ch16_peacekeeping_and_regional_authority_need_no_chapter_line() -> None:
    keeping = Clause("Authorizes", 10, "consent", frozenset({"force"}))
    regional = Clause("Authorizes", 10, "art_53", frozenset({"force"}))
    assert told(check_text([keeping])) == [("doubt", "CH16", 0)]
    assert check_text([DETERMINING, regional]) == ()


def test_ch17_force_that_rests_on_nothing_is_doubted_or_refused() -> None:
    bare = Clause("Authorizes", 10, "", frozenset({"force"}))
    assert told(check_text([DETERMINING, bare])) == [("refused", "CH17", None)]
    assert check_text([DETERMINING, ACTING, bare]) == ()


def test_a_clause_rests_on_whichever_of_its_articles_carries_it() -> None:
    either = Clause("Decides", 10, ("art_40", "art_41"), frozenset({"sanctions"}))
    neither = Clause("Decides", 10, ("art_40", "art_36"), frozenset({"sanctions"}))
    assert check_text([DETERMINING, ACTING, either]) == ()
    assert told(check_text([DETERMINING, ACTING, neither])) == [("refused", "CH9b", 2)]
    assert check_text([Clause("Notes", 1, ())]) == ()


def test_an_article_outside_the_charter_is_refused_as_unknown() -> None:
    with pytest.raises(ValueError, match="art_99"):
        check_text([Clause("Notes", 1, "art_99")])


clauses = st.builds(
    Clause,
    st.sampled_from([v.text for v in VERBS.values()]),
    st.integers(1, 10),
    st.sampled_from(["", *BASES]),
    st.frozensets(st.sampled_from(["relief", *Kind]), max_size=3),
)


@given(st.lists(clauses, max_size=6), st.booleans(), st.sampled_from([1946, 1989, 1990, 2022]))
def test_ch17_findings_are_plain_and_an_earlier_determination_never_adds_one(
    text: list[Clause], determined: bool, year: int
) -> None:
    findings = check_text(text, determined, year=year)
    assert all(f.rule in RULES and f.reason.endswith(".") for f in findings)
    assert all(f.clause is None or 0 <= f.clause < len(text) for f in findings)
    assert set(check_text(text, True, year=year)) <= set(findings)


# ---------------------------------------------------------------- procedural or substantive


def test_m1_m2_m3_the_nature_of_matters() -> None:
    assert nature_of("agenda") is Nature.PROCEDURAL
    assert nature_of("emergency_session") is Nature.PROCEDURAL
    assert nature_of("enforcement") is Nature.SUBSTANTIVE
    assert nature_of("something never heard of") is Nature.SUBSTANTIVE


@pytest.mark.parametrize("matter", MATTERS.values(), ids=MATTERS.keys())
def test_p1_m2_only_unsettled_matters_are_open_to_the_preliminary_question(matter: Matter) -> None:
    assert contestable(matter.id) == (matter.rule == "M2")
    refusal = refuse_preliminary(matter.id)
    assert (refusal is None) == matter.contested
    if refusal:
        assert matter.nature.value in refusal.reason


def test_p2_an_unclassified_matter_is_open_to_the_preliminary_question() -> None:
    assert refuse_preliminary("something never heard of") is None
