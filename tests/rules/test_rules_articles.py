"""What a text may rest on: bases, verbs, and what a draft lacks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.articles import (
    BASES,
    VERBS,
    Binding,
    Circumstances,
    Clause,
    Finding,
    Kind,
    Part,
    Severity,
    basis,
    check_text,
    offers,
    verb,
)
from game.rules.book import RULES
from game.rules.verbs import APPROVAL, DISAPPROVAL, WARNING, Tone

DETERMINING = Clause("Determining", 5, "art_39", frozenset({"determination"}))
ACTING = Clause("Acting", 5, "chapter_vii")
EMBARGO = Clause("Decides", 10, "art_41", frozenset({"sanctions", "duties"}))
FORCE = Clause("Authorizes", 10, "art_42", frozenset({"force"}))
SEIZED = Clause("Decides", 10)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, int | None]]:
    return [(f.severity.value, f.rule, f.clause) for f in findings]


# ---------------------------------------------------------------- bases and verbs


def test_ch10_ch11_what_articles_can_carry() -> None:
    assert "Article 41" in offers({"sanctions"})
    assert "Article 41" not in offers({"force"})
    assert offers({"force", "duties"}) == "It could rest on: Chapter VII, Article 42, Article 48."
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


# ---------------------------------------------------------------- what a draft lacks


def test_ch17_a_whole_enforcement_text_stands() -> None:
    assert check_text([DETERMINING, ACTING, EMBARGO, FORCE, SEIZED]) == ()
    assert check_text([ACTING, EMBARGO], earlier_determination=True) == ()


def test_ch17_force_without_a_determination_is_refused_chapter_or_no_chapter() -> None:
    for text in ([ACTING, FORCE], [FORCE]):
        refusals = [finding.refusal for finding in check_text(text) if finding.refusal]
        assert [refusal.rule for refusal in refusals] == ["CH17"]
    assert told(check_text([ACTING, EMBARGO, FORCE])) == [("doubt", "CH17", 1), ("refused", "CH17", 2)]


def test_ch17_sanctions_without_a_determination_are_doubted_under_the_chapter_and_refused_without() -> None:
    resolution_1160 = [ACTING, EMBARGO]
    assert told(check_text(resolution_1160, year=1998)) == [("doubt", "CH17", 1)]
    assert told(check_text([EMBARGO], year=1998)) == [("refused", "CH17", 0), ("doubt", "CH17", None)]


def test_ch17_a_chapter_named_without_a_finding_is_doubted() -> None:
    asking = Clause("Requests", 6)
    assert told(check_text([ACTING, asking])) == [("doubt", "CH17", None)]
    assert check_text([ACTING, asking], earlier_determination=True) == ()


def test_ch17_a_missing_chapter_is_a_doubt_that_practice_since_1990_sharpens() -> None:
    text = [DETERMINING, EMBARGO]
    early, late = check_text(text, year=1950), check_text(text, year=1990)
    assert told(early) == told(late) == [("doubt", "CH17", None)]
    assert early[0].refusal is None
    assert early[0].reason != late[0].reason
    assert "Practice writes" in late[0].reason


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
        ("doubt", "CH1", 0)
    ]


@pytest.mark.parametrize("kind", ["cessation", "terms", "court"])
def test_ch17_chapter_vi_decides_nothing_for_the_parties(kind: str) -> None:
    decided = check_text([Clause("Decides", 10, "chapter_vi", frozenset({kind}))])
    assert ("refused", "CH17", 0) in told(decided)
    recommended = check_text([Clause("Recommends", 6, "chapter_vi", frozenset({kind}))])
    assert recommended == ()
    assert check_text([Clause("Endorses", 10, "chapter_vi", frozenset({"terms"}))]) == ()


def test_ch17_a_demand_outside_chapter_vii_is_political() -> None:
    assert told(check_text([Clause("Demands", 9, "art_33")])) == [("doubt", "CH17", 0)]
    assert told(check_text([Clause("Demands", 9, "art_40")])) == [("doubt", "CH9b", 0)]
    assert check_text([Clause("Demands", 9, "art_40")], earlier_determination=True) == ()


@pytest.mark.parametrize(
    ("clause", "severity", "rule"),
    [
        (Clause("Decides", 10, "art_41", frozenset({"force"})), "refused", "CH10"),
        (Clause("Authorizes", 10, "art_52", frozenset({"force"})), "refused", "CH13"),
        (Clause("Determining", 5, "art_36", frozenset({"determination"})), "refused", "CH17"),
        (Clause("Determining", 5, "art_51", frozenset({"determination"})), "doubt", "CH14"),
        (Clause("Authorizes", 10, "art_40", frozenset({"force"})), "doubt", "CH9b"),
        (Clause("Authorizes", 10, "art_24", frozenset({"force"})), "refused", "CH15"),
        (Clause("Decides", 10, "art_25", frozenset({"sanctions"})), "doubt", "CH15"),
        (Clause("Calls upon", 7, "art_54", frozenset({"sanctions"})), "doubt", "CH13"),
        (Clause("Recommends", 6, "art_36", frozenset({"terms"})), "doubt", "CH4"),
        (Clause("Requests", 6, "art_43", frozenset({"force"})), "doubt", "CH12"),
        (Clause("Notes", 5, "art_35"), "doubt", "CH3"),
        (Clause("Invites", 5, "art_11"), "doubt", "CH3"),
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


def test_ch17_force_that_rests_on_nothing_is_doubted() -> None:
    bare = Clause("Authorizes", 10, "", frozenset({"force"}))
    assert told(check_text([DETERMINING, bare])) == [("doubt", "CH17", None)]
    assert check_text([DETERMINING, ACTING, bare]) == ()


def test_a_clause_rests_on_whichever_of_its_articles_carries_it() -> None:
    either = Clause("Decides", 10, ("art_40", "art_41"), frozenset({"sanctions"}))
    neither = Clause("Decides", 10, ("art_40", "art_36"), frozenset({"sanctions"}))
    assert check_text([DETERMINING, ACTING, either]) == ()
    assert told(check_text([DETERMINING, ACTING, neither])) == [("doubt", "CH9b", 2)]
    assert check_text([Clause("Notes", 1, ())]) == ()


def test_ch17_what_the_council_only_says_of_force_needs_neither_article_nor_finding() -> None:
    assert check_text([Clause("Deplores", 3, "art_36", frozenset({"force", "sanctions"}))]) == ()
    assert check_text([Clause("Condemning", 5, "art_36", frozenset({"force"}))]) == ()


# ---------------------------------------------------------------- what single articles presume


@pytest.mark.parametrize(
    ("clause", "known", "rule"),
    [
        (Clause("Recommends", 6, "art_36", frozenset({"good_offices"})), {"procedure_chosen": True}, "CH5"),
        (Clause("Recommends", 6, "art_36", frozenset({"court"})), {"court_accepted": False}, "CH6"),
        (Clause("Recommends", 6, "art_37", frozenset({"terms"})), {"means_failed": False}, "CH7"),
        (Clause("Recalls", 5, "art_51"), {"measures_taken": True}, "CH14"),
        (Clause("Urges", 7, "art_94", frozenset({"judgment"})), {"judgment_asked": False}, "CH15"),
        (Clause("Requests", 6, "consent", frozenset({"commission"})), {"host_consents": False}, "CH16"),
    ],
)
def test_ch5_to_ch16_a_known_circumstance_raises_a_doubt_and_an_unknown_one_none(
    clause: Clause, known: dict[str, bool], rule: str
) -> None:
    assert check_text([clause]) == ()
    assert told(check_text([clause], known=Circumstances(**known))) == [("doubt", rule, 0)]
    other = {name: not value for name, value in known.items()}
    assert check_text([clause], known=Circumstances(**other)) == ()


def test_ch6_the_council_cannot_send_the_parties_to_the_court() -> None:
    sent = Clause("Demands", 9, "art_36", frozenset({"court"}))
    assert told(check_text([sent])) == [("doubt", "CH17", 0), ("doubt", "CH6", 0)]
    corfu = Clause("Recommends", 6, "art_36", frozenset({"court"}))
    assert check_text([corfu], year=1947) == ()


def test_ch8_article_38_opens_when_all_parties_ask_and_only_then() -> None:
    settling = Clause("Recommends", 6, "art_38", frozenset({"terms"}))
    parties = frozenset({"IND", "PAK"})
    assert check_text([settling], known=Circumstances(parties=parties)) == ()
    assert check_text([settling], known=Circumstances(parties=parties, asking=parties)) == ()
    one = Circumstances(parties=parties, asking=frozenset({"IND"}))
    assert told(check_text([settling], known=one)) == [("refused", "CH8", 0)]
    nobody = Circumstances(asking=frozenset())
    assert told(check_text([settling], known=nobody)) == [("refused", "CH8", 0)]
    either = Clause("Recommends", 6, ("art_37", "art_38"), frozenset({"terms"}))
    assert check_text([either], known=one) == ()


def test_ch12_article_50_is_for_those_whom_measures_hurt() -> None:
    consulting = Clause("Invites", 5, "art_50", frozenset({"consultation"}))
    assert told(check_text([consulting])) == [("doubt", "CH12", 0)]
    assert check_text([consulting], known=Circumstances(measures_taken=True)) == ()
    assert check_text([DETERMINING, ACTING, EMBARGO, consulting]) == ()


def test_ch13_regional_enforcement_is_authorised_beforehand_and_by_name() -> None:
    kinds = frozenset({"force", "regional"})
    authorised = Clause("Authorizes", 10, "art_53", kinds)
    assert check_text([DETERMINING, authorised]) == ()
    welcomed = Clause("Welcomes", 2, "", kinds)
    assert told(check_text([welcomed])) == [("doubt", "CH13", 0)]
    encouraged = Clause("Encourages", 5, "art_53", kinds)
    assert told(check_text([DETERMINING, encouraged])) == [("doubt", "CH13", 1)]
    bare = Clause("Authorizes", 10, "", kinds)
    assert ("doubt", "CH13", 1) in told(check_text([DETERMINING, bare]))
    local = Clause("Encourages", 5, "art_52", frozenset({"regional", "good_offices"}))
    assert check_text([local]) == ()


def test_ch14_nobody_authorises_self_defence() -> None:
    authorised = Clause("Authorizes", 10, "art_51", frozenset({"self_defence"}))
    assert told(check_text([authorised])) == [("doubt", "CH14", 0)]
    resolution_661 = Clause("Affirming", 3, "art_51", frozenset({"self_defence"}))
    assert check_text([DETERMINING, ACTING, resolution_661, EMBARGO], year=1990) == ()


@pytest.mark.parametrize(
    "text",
    [
        [DETERMINING, ACTING, Clause("Decides", 10, "art_41", frozenset({"domestic", "sanctions"}))],
        [Clause("Recalling", 2, "art_35")],
        [Clause("Recalls", 3, "art_11")],
        [Clause("Recalls", 3, "consent", frozenset({"force"}))],
    ],
)
def test_ch3_ch16_ch20_what_is_no_trouble(text: list[Clause]) -> None:
    assert check_text(text) == ()


def test_ch5_a_procedure_chosen_by_the_parties_matters_to_procedures_alone() -> None:
    chosen = Circumstances(procedure_chosen=True)
    referring = Clause("Recommends", 6, "art_36", frozenset({"court"}))
    assert check_text([referring], known=chosen) == ()


def test_ch12_recalling_sanctions_is_no_enforcement_measure() -> None:
    recalling = Clause("Recalls", 3, "art_41", frozenset({"sanctions"}))
    consulting = Clause("Invites", 5, "art_50", frozenset({"consultation"}))
    assert told(check_text([recalling, consulting])) == [("doubt", "CH12", 1)]


def test_ch13_article_53_speaks_of_regional_bodies_without_saying_so() -> None:
    encouraged = Clause("Encourages", 5, "art_53", frozenset({"force"}))
    assert told(check_text([encouraged], True)) == [("doubt", "CH13", 0)]


def test_ch14_ch17_a_demand_counts_as_a_decision_does() -> None:
    defending = Clause("Demands", 9, "art_51", frozenset({"self_defence"}))
    assert told(check_text([defending])) == [("doubt", "CH14", 0)]
    peaceful = Clause("Demands", 9, "art_36", frozenset({"sanctions"}))
    assert ("refused", "CH17", 0) in told(check_text([peaceful], True))
    unfounded = Clause("Demands", 9, "art_41", frozenset({"sanctions"}))
    assert ("refused", "CH17", 0) in told(check_text([unfounded]))
    unnamed = Clause("Demands", 9, "art_42", frozenset({"force"}))
    assert told(check_text([unnamed], True)) == [("doubt", "CH17", None)]


def test_ch10_the_reason_names_what_is_lacking_and_where_it_could_rest() -> None:
    reason = check_text([ACTING, Clause("Authorizes", 10, "art_41", frozenset({"force"}))], True)[0].reason
    assert reason.startswith("Article 41 cannot carry the use of force. It could rest on: Chapter VII, ")
    assert "Article 42" in reason


def test_every_kind_has_words_for_a_drafter() -> None:
    for kind in set(Kind) - {Kind.DOMESTIC}:
        rested = Clause("Decides", 10, "art_11", frozenset({kind.value}))
        reasons = [f.reason for f in check_text([rested], True) if "carr" in f.reason and f.rule == "CH3"]
        assert any("cannot carry" in reason or "hardly carries" in reason for reason in reasons), kind
        assert "  " not in "".join(reasons)


def test_a_clause_rests_on_the_article_that_carries_exactly_what_it_does() -> None:
    consulting = Clause("Invites", 5, ("art_51", "art_50"), frozenset({"consultation"}))
    assert told(check_text([consulting])) == [("doubt", "CH12", 0)]


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


circumstances = st.builds(
    Circumstances,
    measures_taken=st.sampled_from([None, True, False]),
    parties=st.frozensets(st.sampled_from(["IND", "PAK"])),
    asking=st.none() | st.frozensets(st.sampled_from(["IND", "PAK"])),
    means_failed=st.sampled_from([None, True, False]),
    procedure_chosen=st.sampled_from([None, True, False]),
    court_accepted=st.sampled_from([None, True, False]),
    judgment_asked=st.sampled_from([None, True, False]),
    host_consents=st.sampled_from([None, True, False]),
)


@given(st.lists(clauses, max_size=6), circumstances)
def test_ch1_to_ch20_what_is_known_of_the_case_adds_doubts_and_takes_none_away_but_hardship(
    text: list[Clause], known: Circumstances
) -> None:
    unknown = {finding for finding in check_text(text) if finding.rule != "CH12"}
    assert unknown <= set(check_text(text, known=known))


@given(st.lists(clauses, max_size=6), st.booleans())
def test_ch1_to_ch20_only_the_charter_refuses_and_never_the_year(text: list[Clause], found: bool) -> None:
    refused = [{f for f in check_text(text, found, year=year) if f.refusal} for year in (1946, 1990, 2022)]
    assert refused[0] == refused[1] == refused[2]


@given(st.lists(clauses, max_size=6), st.booleans(), st.sampled_from([1946, 1989, 1990, 2022]))
def test_ch17_findings_are_plain_and_an_earlier_determination_never_adds_one(
    text: list[Clause], determined: bool, year: int
) -> None:
    findings = check_text(text, determined, year=year)
    assert all(f.rule in RULES and f.reason.endswith(".") for f in findings)
    assert all(f.clause is None or 0 <= f.clause < len(text) for f in findings)
    assert set(check_text(text, True, year=year)) <= set(findings)
