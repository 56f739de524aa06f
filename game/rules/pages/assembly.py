"""The General Assembly: its majorities, and Uniting for Peace."""

from __future__ import annotations

from game.rules.pages import Example, Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "GA1",
        "Important questions",
        "Recommendations on peace and security, elections to the councils, admission, suspension, "
        "expulsion and the budget need two-thirds of the Members present and voting. For everything "
        "else a majority is enough.",
        "Article 18(2)",
        Example(
            "A/RES/181 (II)",
            "1947-11-29",
            "The plan to divide Palestine got 33 votes to 13: more than two-thirds of the 46 that voted "
            "yes or no.",
        ),
        see=("GA2", "GA3"),
    ),
    Rule(
        "GA2",
        "Present and voting",
        "Only yes and no count. Whoever abstains does not vote, and so makes the two-thirds easier to "
        "reach. Exactly two-thirds is enough.",
        "Rule 86 of the Assembly",
        Example(
            "A/RES/ES-11/3",
            "2022-04-07",
            "With 93 votes to 24 and 58 abstentions the Russian Federation was suspended from the Human "
            "Rights Council, though fewer than half of all Members had said yes.",
        ),
        see=("GA1", "GA3"),
    ),
    Rule(
        "GA3",
        "Other questions",
        "They are decided by a majority of the Members present and voting: more yes than no. Whether a "
        "question should need two-thirds is itself decided in this way.",
        "Article 18(3)",
        Example(
            "",
            "2018-12-06",
            "By 75 votes to 72 the Assembly held that a draft on Gaza needed two-thirds; it then got 87 "
            "to 58, a majority but not two-thirds, and was lost.",
        ),
        see=("GA1", "GA4"),
    ),
    Rule(
        "GA4",
        "A tie",
        "If yes and no are equal in the plenary, a second vote is taken at a meeting within forty-eight "
        "hours. A second tie rejects the proposal. In a committee the first tie rejects it.",
        "Rules 95 and 133 of the Assembly",
        see=("GA3",),
    ),
    Rule(
        "GA5",
        "Quorum",
        "A third of the Members is enough to open a meeting and let the debate go on. For any decision "
        "a majority of them must be present. The Council has no such rule.",
        "Rule 67 of the Assembly",
        see=("V1",),
    ),
    Rule(
        "GA6",
        "Uniting for Peace",
        "When the permanent members disagree and the Council fails to act against a threat to the "
        "peace, a breach or an aggression, the Assembly may be called within twenty-four hours. Any "
        "seven or nine members of the Council can call it, or a majority of all Members. It recommends "
        "by two-thirds, even the use of force, and no veto applies.",
        "Resolution 377 A (V)",
        Example(
            "S/RES/2623 (2022)",
            "2022-02-27",
            "Two days after a veto eleven members called the Assembly over Ukraine; the same Russian no "
            "was now an ordinary one.",
        ),
        see=("GA7", "V3", "GA8"),
    ),
    Rule(
        "GA7",
        "Emergency special sessions",
        "Eleven have been called, seven by the Council and four at the request of Members; that the "
        "request of 1967 rested on Uniting for Peace is not certain. Such a session meets in plenary "
        "only.",
        "Practice",
        Example(
            "S/RES/119 (1956)",
            "1956-10-31",
            "The first was called over Suez, by exactly seven votes, France and the United Kingdom "
            "voting no.",
        ),
        see=("GA6", "EV6"),
    ),
    Rule(
        "GA8",
        "Council and Assembly",
        "Action is for the Council, and by the Charter the Assembly makes no recommendation while the "
        "Council deals with a matter. In practice that wall has given way: both deal with the same "
        "crisis.",
        "Articles 11(2) and 12(1)",
        Example(
            "S/RES/303 (1971)",
            "1971-12-06",
            "The Council referred the war between India and Pakistan to the Assembly, which was "
            "sitting; nobody had to call a session.",
        ),
        see=("AG7", "GA6"),
    ),
    Rule(
        "GA9",
        "Debate after a veto",
        "Since 2022 the Assembly meets within ten working days of any veto to debate it. It is a debate "
        "and not a vote on the veto.",
        "Resolution 76/262",
        Example(
            "A/RES/76/262",
            "2022-04-26",
            "The Assembly adopted this rule without a vote.",
        ),
        see=("V4",),
    ),
    Rule(
        "GA10",
        "What only the Assembly has",
        "There a member may move to adjourn or to close the debate, claim a right of reply, and ask for "
        "a vote to be reconsidered, which takes two-thirds. Whoever made a proposal may not explain a "
        "vote on it. None of this exists in the Council.",
        "Rules 73 to 88 of the Assembly",
        see=("CB1", "CB9", "MU7"),
    ),
)
