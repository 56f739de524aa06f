"""The sentences that tell a drafter what a clause and a text rest on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.articles import BASES, VERBS, Clause, Kind
from game.rules.reading import explain_clause, explain_text


def doing(verb: str, basis: str | tuple[str, ...] = "", *kinds: str) -> Clause:
    return Clause(verb, VERBS[verb].rank, basis, frozenset(kinds))


@pytest.mark.parametrize(
    ("clause", "determined", "said"),
    [
        (
            doing("Decides", "art_41", "sanctions"),
            True,
            "It rests on Article 41 (measures not involving armed force); "
            "it would bind all Members (Article 25).",
        ),
        (
            doing("Decides", "art_41", "sanctions"),
            False,
            "It rests on Article 41 (measures not involving armed force); "
            "it cannot bind before the Council has made a determination under Article 39.",
        ),
        (
            doing("Calls upon", "art_40", "cessation"),
            False,
            "It rests on Article 40 (provisional measures), which presumes a determination under Article 39; "
            "it asks and normally does not bind, though such a call has bound once (resolution 276).",
        ),
        (
            doing("Recommends", "art_38", "terms"),
            True,
            "It rests on Article 38 (settlement at the request of all parties), which presumes that all the "
            "parties ask for it; it recommends and would bind nobody, and a party to the dispute ought to "
            "abstain unless the text invokes Chapter VII.",
        ),
        (
            doing("Authorizes", "art_53", "force"),
            True,
            "It rests on Article 53 (enforcement by regional bodies), which presumes that the Council "
            "authorises it beforehand; it permits willing States to act and obliges none to do so.",
        ),
        (
            doing("Recalls", "art_51", "self_defence"),
            True,
            "It rests on Article 51 (self-defence), which presumes an armed attack which the Council has not "
            "yet met itself; it says what the Council thinks and would bind nobody.",
        ),
        (
            doing("Requests", "art_24"),
            True,
            "It rests on Article 24 (primary responsibility for peace); it recommends and would bind nobody.",
        ),
        (
            doing("Recalling", "art_33"),
            True,
            "It rests on Article 33 (parties to settle by peaceful means); it gives a reason for the text "
            "and asks nothing.",
        ),
        (
            doing("Decides", "cov_16", "sanctions"),
            False,
            "It rests on Article 16 of the Covenant (trade and finance cut off), which presumes that a "
            "Member has gone to war in breach of the Covenant; each Member decides for itself whether to "
            "carry it out.",
        ),
        (
            doing("Demands", "cov_16_4"),
            False,
            "It rests on Article 16(4) of the Covenant (a Member declared to be one no longer), which "
            "presumes that the Member has violated the Covenant; it would bind all Members of the League.",
        ),
        (
            doing("Recommends", "cov_15", "terms"),
            False,
            "It rests on Article 15 of the Covenant (report on a dispute), which presumes a dispute likely "
            "to lead to a rupture; it recommends and would bind nobody.",
        ),
        (
            doing("Recommends", "ga_377"),
            False,
            "It rests on Uniting for Peace, which presumes that the permanent members are not unanimous; "
            "it recommends and would bind nobody.",
        ),
        (
            doing("Authorizes", "", "force"),
            True,
            "It names no article, and could rest on Chapter VII, Article 39, Article 42, Article 43, "
            "Article 48, Article 53 or Peacekeeping by consent; "
            "it permits willing States to act and obliges none to do so.",
        ),
        (
            doing("Requests", "", "opinion"),
            True,
            "It names no article, and could rest on Article 96; it recommends and would bind nobody.",
        ),
        (
            doing("Decides", "", "force", "opinion"),
            True,
            "It names no article, and no single article carries it; it would bind all Members (Article 25).",
        ),
        (
            doing("Decides"),
            True,
            "It names no article and needs none; it settles the Council's own business and lays no duty "
            "on States.",
        ),
    ],
)
def test_ch18_a_clause_is_explained_in_one_sentence(clause: Clause, determined: bool, said: str) -> None:
    assert explain_clause(clause, determined=determined) == said


clauses = st.builds(
    Clause,
    st.sampled_from(["Noting with grave concern", "Utters", *VERBS]),
    st.integers(1, 10),
    st.sampled_from(["", *BASES]) | st.tuples(st.sampled_from(list(BASES)), st.sampled_from(list(BASES))),
    st.frozensets(st.sampled_from(["relief", *Kind]), max_size=3),
)


@given(clauses, st.booleans())
def test_ch18_every_clause_has_one_plain_sentence(clause: Clause, determined: bool) -> None:
    said = explain_clause(clause, determined=determined)
    assert said.startswith("It ")
    assert said.endswith(".")
    assert said.count(". ") == 0
    assert "  " not in said


DETERMINING = doing("Determining", "art_39", "determination")
ACTING = doing("Acting", "chapter_vii")
EMBARGO = doing("Decides", "art_41", "sanctions")
SEIZED = doing("Decides")


@pytest.mark.parametrize(
    ("text", "determined", "said"),
    [
        (
            [DETERMINING, ACTING, EMBARGO, SEIZED],
            False,
            "It invokes Chapter VII and Article 41; 1 clause of 2 would bind.",
        ),
        ([EMBARGO, SEIZED], False, "It invokes Article 41; nothing in it would bind."),
        ([EMBARGO, EMBARGO], True, "It invokes Article 41; 2 clauses of 2 would bind."),
        (
            [doing("Urges", "art_33"), doing("Recommends", "art_36"), doing("Requests", "art_29")],
            True,
            "It invokes Article 33, Article 36 and Article 29; nothing in it would bind, "
            "and a party to the dispute ought to abstain.",
        ),
        ([SEIZED], True, "It invokes no article; nothing in it would bind."),
        ([DETERMINING], True, "It has no operative part, so it decides nothing."),
    ],
)
def test_ch18_ch19_a_text_is_explained_in_one_sentence(
    text: list[Clause], determined: bool, said: str
) -> None:
    assert explain_text(text, determined=determined) == said


@given(st.lists(clauses, max_size=5), st.booleans())
def test_ch18_ch19_every_text_has_one_plain_sentence(text: list[Clause], determined: bool) -> None:
    said = explain_text(text, determined=determined)
    assert said.startswith("It ")
    assert said.endswith(".")
    assert said.count(". ") == 0


def test_ch17_nothing_is_taken_as_determined_unless_said_so() -> None:
    assert explain_clause(EMBARGO) == explain_clause(EMBARGO, determined=False)
    assert explain_text([EMBARGO]) == explain_text([EMBARGO], determined=False)


def test_l5_a_text_of_the_league_is_offered_articles_of_the_covenant() -> None:
    settling = doing("Recommends", "", "terms")
    assert "could rest on Article 11 of the Covenant, " in explain_clause(settling, covenant=True)
    assert "Covenant" not in explain_clause(settling)
