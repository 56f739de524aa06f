"""The General Assembly: its majorities, and Uniting for Peace."""

from __future__ import annotations

from game.rules.pages import Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "GA1",
        "Important questions",
        "Peace and security, elections to the Council, admission, suspension, expulsion and the "
        "budget need two-thirds of the members present and voting.",
        "Article 18(2)",
    ),
    Rule(
        "GA2",
        "Present and voting",
        "Only yes and no count; who abstains does not vote. Two-thirds exactly is enough.",
        "Rule 86 of the Assembly",
    ),
    Rule(
        "GA3",
        "Other questions",
        "They are decided by a majority of the members present and voting, and so is the question "
        "whether two-thirds should be needed.",
        "Article 18(3)",
    ),
    Rule(
        "GA4",
        "A tie",
        "In plenary a second vote is taken within forty-eight hours; a second tie rejects the proposal.",
        "Rule 95 of the Assembly",
    ),
    Rule(
        "GA5",
        "Quorum",
        "A third of the members opens the debate; for any decision a majority must be present.",
        "Rule 67 of the Assembly",
    ),
    Rule(
        "GA6",
        "Uniting for Peace",
        "When lack of unanimity of the permanent members keeps the Council from acting, seven or nine "
        "of its members, or a majority of all Members, may call the Assembly within twenty-four "
        "hours. It can recommend even force, and no veto applies.",
        "Resolution 377 A (V), 3 November 1950",
    ),
    Rule(
        "GA7",
        "Emergency special sessions",
        "Eleven have been called in this way, the first over Suez in 1956.",
        "Practice",
    ),
    Rule(
        "GA8",
        "Council and Assembly",
        "Action is for the Council; that the Assembly must wait while the Council deals with a matter "
        "has yielded in practice.",
        "Articles 11 and 12",
    ),
    Rule(
        "GA9",
        "Debate after a veto",
        "Since 26 April 2022 the Assembly meets within ten working days of any veto to debate it.",
        "Resolution 76/262",
    ),
    Rule(
        "GA10",
        "What only the Assembly has",
        "Closure of debate, right of reply and reconsideration exist there and not in the Council.",
        "Rules 73 to 81 of the Assembly",
    ),
)
