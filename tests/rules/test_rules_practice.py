"""History before the adviser: what the Council adopted is doubted where it was disputed, and never refused.

Paragraphs of printed resolutions, coded as clauses: verb, the article cited or implied, what they do.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from game.rules.articles import VERBS, Clause, check_text
from game.rules.binding import Weight, weight


def says(verb: str, basis: str | tuple[str, ...] = "", *kinds: str) -> Clause:
    return Clause(verb, VERBS[verb].rank, basis, frozenset(kinds))


class Text(NamedTuple):
    """A resolution: number, year, clauses, whether an earlier one had made the determination, doubts."""

    number: int
    year: int
    clauses: tuple[Clause, ...]
    found_before: bool = False
    doubts: tuple[str, ...] = ()


FINDS = says("Determines", "art_39", "determination")
FINDING = says("Determining", "art_39", "determination")
ACTING = says("Acting", "chapter_vii")
EMBARGO = says("Decides", "art_41", "sanctions")
FORCE = says("Authorizes", "art_42", "force")
CEASE = says("Demands", "art_40", "cessation")

HISTORY = (
    Text(22, 1947, (says("Recommends", "art_36", "court"),)),
    Text(27, 1947, (says("Calls upon", "", "cessation"), says("Calls upon", "art_33", "good_offices"))),
    Text(54, 1948, (FINDS, says("Orders", "art_40", "cessation"))),
    Text(82, 1950, (FINDS, says("Calls for", "art_40", "cessation"))),
    Text(83, 1950, (says("Recommends", "art_39", "force"),), True),
    Text(161, 1961, (says("Urges", "consent", "force"),), False, ("CH16",)),
    Text(181, 1963, (says("Calls upon", "", "sanctions"),)),
    Text(221, 1966, (FINDS, says("Calls upon", ("art_42", "art_39"), "force"))),
    Text(232, 1966, (ACTING, FINDS, EMBARGO)),
    Text(276, 1970, (says("Declares", "art_24"), says("Calls upon", "art_25", "duties"))),
    Text(418, 1977, (FINDS, ACTING, EMBARGO)),
    Text(502, 1982, (FINDING, CEASE)),
    Text(598, 1987, (FINDS, says("Acting", "art_39"), CEASE)),
    Text(661, 1990, (ACTING, says("Affirming", "art_51", "self_defence"), EMBARGO), True),
    Text(665, 1990, (says("Calls upon", "art_42", "force"),), True),
    Text(678, 1990, (ACTING, FORCE), True),
    Text(688, 1991, (says("Demands", "", "domestic"),), False, ("CH20",)),
    Text(808, 1993, (FINDING, says("Decides", "art_41", "commission"))),
    Text(1160, 1998, (ACTING, EMBARGO), False, ("CH17",)),
    Text(1244, 1999, (FINDING, ACTING, FORCE, says("Authorizes", "chapter_vii", "commission"))),
    Text(1422, 2002, (ACTING, says("Requests", "chapter_vii")), False, ("CH17",)),
    Text(1970, 2011, (ACTING, EMBARGO), False, ("CH17",)),
    Text(1973, 2011, (FINDING, ACTING, CEASE, says("Authorizes", ("art_42", "art_53"), "force", "regional"))),
    Text(2202, 2015, (says("Endorses", "", "terms"),)),
    Text(2623, 2022, (says("Decides", "ga_377", "referral"),)),
)


@pytest.mark.parametrize("text", HISTORY, ids=lambda text: f"{text.number} ({text.year})")
def test_ch17_what_the_council_did_is_never_refused(text: Text) -> None:
    found = check_text(text.clauses, text.found_before, year=text.year)
    assert [finding.reason for finding in found if finding.refusal] == []
    assert tuple(dict.fromkeys(finding.rule for finding in found)) == text.doubts


def test_ch18_the_call_of_resolution_276_is_told_as_the_exception() -> None:
    resolution = next(text for text in HISTORY if text.number == 276)
    assert [weight(clause, determined=False) for clause in resolution.clauses] == [
        Weight.DECISION,
        Weight.CALL,
    ]


IMPOSSIBLE = (
    ("CH17", (says("Decides", "art_36", "sanctions"),)),
    ("CH17", (says("Authorizes", "chapter_vi", "force"),)),
    ("CH17", (FORCE,)),
    ("CH17", (EMBARGO,)),
    ("CH10", (FINDING, ACTING, says("Authorizes", "art_41", "force"))),
    ("CH13", (FINDING, ACTING, says("Authorizes", "art_52", "force", "regional"))),
    ("CH15", (FINDING, ACTING, says("Decides", "art_96", "sanctions"))),
)


@pytest.mark.parametrize(("rule", "clauses"), IMPOSSIBLE)
def test_ch10_to_ch17_what_the_charter_makes_impossible_is_refused(
    rule: str, clauses: tuple[Clause, ...]
) -> None:
    refusals = [finding.refusal for finding in check_text(clauses) if finding.refusal]
    assert rule in {refusal.rule for refusal in refusals}
