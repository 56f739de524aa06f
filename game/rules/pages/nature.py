"""What is procedural and what is substance, and how the Council finds out."""

from __future__ import annotations

from game.rules.pages import Example, Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "P1",
        "What the sponsoring Powers called procedural",
        "At San Francisco four Powers, later joined by France, listed what they took to be procedure: "
        "the rules, the choice of the President, times and places of meetings, invitations, bodies the "
        "Council sets up for its work. They also promised that none of them alone could stop the "
        "Council from discussing a matter.",
        "Statement of 7 June 1945, part I",
        see=("P2", "M1"),
    ),
    Rule(
        "P2",
        "The preliminary question",
        "Members may disagree whether a matter is one of procedure at all. That question can itself be "
        "put to the vote, before anything else. The Powers claimed that their veto holds on this vote "
        "too, and added that such doubt should be rare.",
        "Statement of 7 June 1945, part II",
        Example(
            "S/PV.49",
            "1946-06-26",
            "Eight members held that keeping Spain on the agenda was procedural, but France and the "
            "Soviet Union voted no, and so it was treated as substance.",
        ),
        see=("P3", "P4", "P6"),
    ),
    Rule(
        "P3",
        "The double veto",
        "Under the Statement a matter is procedural only if seven or nine say so and no permanent "
        "member says no. Otherwise it is substance, and the main proposal can be vetoed as well. So one "
        "member can say no twice: first to the question, then to the text.",
        "Statement of 7 June 1945; votes of 1946 to 1948",
        Example(
            "S/552",
            "1947-09-15",
            "Eight members held that asking the Assembly for advice on Greece was procedural, the "
            "Soviet Union voted no, and its second no then vetoed the text that nine had voted for.",
        ),
        see=("P2", "P4", "V4"),
    ),
    Rule(
        "P4",
        "The President rules instead",
        "The President may simply rule that a matter is procedural, because the Charter or the "
        "Statement says so. If the ruling is challenged, it stands unless seven or nine vote to "
        "overrule it. A permanent member's no does not change that, so there is no double veto on this "
        "road.",
        "Rule 30; practice of 1950 and 1959",
        Example(
            "S/RES/132 (1959)",
            "1959-09-07",
            "On Laos the President ruled that a sub-committee was a matter of procedure; ten members "
            "agreed, and the Soviet no did not count as a veto.",
        ),
        see=("CB5", "P3", "M2"),
    ),
    Rule(
        "P5",
        "When the question was put",
        "The preliminary question was put on Spain in 1946, on Greece in 1947, on Czechoslovakia in "
        "1948, on Formosa in 1950 and on Laos in 1959. One more case, on new Members in August 1946, is "
        "not certain in its votes, and none is known since 1959. Today the nature of a question is "
        "settled in consultations or by a ruling nobody contests.",
        "Repertory of Practice, Article 27",
        Example(
            "S/PV.303",
            "1948-05-24",
            "On Czechoslovakia eight members held the question procedural, the Soviet Union voted no, "
            "and its next no vetoed a text with nine votes.",
        ),
        see=("P3", "P4"),
    ),
    Rule(
        "P6",
        "Before or after",
        "The preliminary question may be put before the main vote or after it. Put afterwards, it "
        "decides what the votes already given amount to.",
        "Practice of 1946 and 1950",
        Example(
            "S/PV.507",
            "1950-09-29",
            "The Council had voted seven to three to hear Peking on Formosa; China called its no a "
            "veto, and nine members then held that the vote had been procedural.",
        ),
        see=("P2", "P4"),
    ),
    Rule(
        "M1",
        "Procedural in practice",
        "The agenda and its items, rulings of the President, suspending and adjourning, invitations, "
        "the order and manner of voting, credentials, places of meeting and calling the Assembly are "
        "procedural. Permanent members have often been outvoted on such questions. Nine votes are "
        "needed all the same, or seven with eleven seats.",
        "Repertoire; practice",
        Example(
            "S/PV.206",
            "1947-10-01",
            "Nine members decided to vote on each application separately and finally; the Soviet no did "
            "not stop it, because how to vote is procedure.",
        ),
        see=("V3", "M2", "M3"),
    ),
    Rule(
        "M2",
        "Contested nature",
        "Some matters have been called both. Setting up a body was substance in 1948 and procedure in "
        "1959; keeping an item was substance in 1946, removing one was procedure in 1947. Without a "
        "ruling they are treated as substance, and so is a call for an investigation.",
        "Practice 1946 to 1959",
        Example(
            "S/4214",
            "1959-09-07",
            "The sub-committee on Laos was held to be procedure; the Soviet Union answered that the "
            "decision was invalid.",
        ),
        see=("M1", "M3", "P4"),
    ),
    Rule(
        "M3",
        "Substantive",
        "Everything under Chapters VI, VII and VIII is substance: findings, recommendations, measures. "
        "So are admitting, suspending and expelling Members, recommending a Secretary-General and "
        "asking the Court for an opinion. Whatever nobody has classified counts as substance too; "
        "whether the terms for a non-Member to join the Court's Statute belong here is not certain.",
        "Article 27(3)",
        Example(
            "S/RES/284 (1970)",
            "1970-07-29",
            "The request for an opinion of the Court on Namibia was treated as substance; twelve voted "
            "yes, and the Soviet Union and the United Kingdom abstained.",
        ),
        see=("V2", "M1", "M2"),
    ),
    Rule(
        "M4",
        "How often",
        "Procedural votes are rare: 153 were counted from 1946 to 1989, and 28 from 1990 to October "
        "2020. Most of them were about the agenda. In many of them permanent members were outvoted.",
        "Counts of Security Council Report",
        see=("M1", "AG5"),
    ),
)
