"""Votes with majorities of their own: judges, the Secretary-General, Members, the Charter."""

from __future__ import annotations

from game.rules.pages import Example, Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "SP1",
        "Electing a judge",
        "Council and Assembly vote apart and in secret, and a judge needs an absolute majority in each: "
        "six of eleven or eight of fifteen in the Council. There is no veto. If the two still disagree "
        "after three meetings, a joint conference may propose a name.",
        "Statute of the Court, Article 10",
        see=("V0", "V13"),
    ),
    Rule(
        "SP2",
        "Choosing a Secretary-General",
        "The Council recommends one person, in a private meeting, on substance and therefore with a "
        "veto. The Assembly then appoints. Straw polls come first: they are no votes, but a permanent "
        "member that discourages a candidate is announcing a veto.",
        "Article 97; rule 48",
        Example(
            "S/1996/952",
            "1996-11-19",
            "Fourteen members voted for a second term for Boutros Boutros-Ghali; the United States voted no.",
        ),
        see=("PB1", "PB4", "V4"),
    ),
    Rule(
        "SP3",
        "Admitting a Member",
        "The Council judges whether the applicant loves peace and is able and willing to carry out the "
        "Charter, and recommends it on substance, with a veto. The Assembly then decides by two-thirds. "
        "If the Council refuses or postpones, it owes the Assembly a report.",
        "Article 4(2); rules 58 to 60",
        Example(
            "S/RES/69 (1949)",
            "1949-03-04",
            "Israel was recommended with nine votes; Egypt, an elected member, voted no and the United "
            "Kingdom abstained.",
        ),
        see=("V2", "GA1"),
    ),
    Rule(
        "SP4",
        "Reviewing the Charter",
        "A conference to review the Charter needs two-thirds of the Assembly and any seven members of "
        "the Council, from 1968 any nine; there is no veto. A special clause for the tenth session asks "
        "for any seven, and was never changed. Amendments themselves must be ratified by two-thirds of "
        "the Members, all five permanent ones among them.",
        "Articles 108 and 109",
        see=("SP1", "GA1"),
    ),
    Rule(
        "SP5",
        "Suspending and expelling",
        "Suspending or expelling a Member needs a recommendation of the Council, on substance, and "
        "two-thirds in the Assembly. The Council alone gives suspended rights back.",
        "Articles 5 and 6",
        Example(
            "S/11543",
            "1974-10-30",
            "Ten members voted to recommend that South Africa be expelled; France, the United Kingdom "
            "and the United States voted no, the first veto by three.",
        ),
        see=("V4", "GA1"),
    ),
    Rule(
        "SP6",
        "Electing the Council",
        "The members without permanent seats are elected by the Assembly, by two-thirds. The Council "
        "has no say in who joins it.",
        "Articles 18(2) and 23(1)",
        see=("GA1",),
    ),
)
