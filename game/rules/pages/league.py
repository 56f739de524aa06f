"""The League of Nations: the Covenant's majorities."""

from __future__ import annotations

from game.rules.pages import Example, Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "L1",
        "Who sat in Geneva",
        "The League's Council had permanent members and elected ones, one vote and one representative "
        "each. It began with eight seats in 1920 and had fourteen or fifteen later. A Member without a "
        "seat came in, with a vote, when a matter specially touched it.",
        "Article 4 of the Covenant",
        see=("L2", "L10"),
    ),
    Rule(
        "L2",
        "Unanimity",
        "Decisions of the Council and of the Assembly need the agreement of all Members represented at "
        "the meeting. One no is enough to stop them, whoever says it. There is no list of members with "
        "a veto: everybody has one.",
        "Article 5(1) of the Covenant",
        Example(
            "",
            "1931-10-24",
            "Thirteen members of the Council asked Japan to withdraw from Manchuria by a fixed day; "
            "Japan's single no prevented the decision.",
        ),
        see=("L3", "L4", "L7"),
    ),
    Rule(
        "L3",
        "Represented",
        "Who is absent is not represented and is left out. Who abstains is treated as if absent; the "
        "Assembly's rules say so, and that the Council had the same rule in writing is not certain. So "
        "unanimity means no counted no, and at least one yes.",
        "Article 5 of the Covenant; practice",
        Example(
            "",
            "1933-02-24",
            "Siam abstained on the Assembly's report about Manchuria and was simply left out of the count.",
        ),
        see=("L2", "L6"),
    ),
    Rule(
        "L4",
        "Parties count under Articles 10 and 11",
        "When the Council acted on a threat of war under Article 11, the parties voted and their no "
        "counted. So the accused could block the decision. For Article 10 the usage is not certain.",
        "Articles 10 and 11 of the Covenant",
        Example(
            "",
            "1931-10-24",
            "The President spoke of unanimity but for one vote; under Article 11 that one vote, "
            "Japan's, meant that nothing had been adopted.",
        ),
        see=("L2", "L5"),
    ),
    Rule(
        "L5",
        "Reports on a dispute",
        "A dispute could be taken to the Council by either party, and the Council would report on it. "
        "If all but the parties agreed, no Member might go to war with a party that followed the "
        "report. If only a majority agreed, Members kept their freedom of action; and on a domestic "
        "affair the Council recommended nothing.",
        "Article 15 of the Covenant",
        Example(
            "",
            "1935-10-07",
            "Thirteen members found that Italy had gone to war in breach of the Covenant; Italy's no "
            "did not count, since it was a party.",
        ),
        see=("L4", "L8"),
    ),
    Rule(
        "L6",
        "Measures and expulsion",
        "To cut off trade with a Member that went to war was each Member's own duty, and each judged "
        "for itself; proposals went to the governments and bound whoever accepted them (the game asks "
        "for most of those voting but the parties). To declare a Member out of the League took the "
        "agreement of all other Members represented on the Council; its own vote did not count.",
        "Article 16 of the Covenant; the usage of 1935",
        Example(
            "",
            "1939-12-14",
            "The Soviet Union was expelled by seven votes; four members abstained and three were "
            "absent, so none of them counted.",
        ),
        see=("L3", "L2"),
    ),
    Rule(
        "L7",
        "Procedure",
        "Matters of procedure, and the appointment of committees of inquiry, were decided by a majority "
        "of the Members represented. Here the game counts those who abstain among the represented; some "
        "sources leave them out, so this is not certain.",
        "Article 5(2) of the Covenant",
        Example(
            "",
            "1931-10",
            "The invitation to the United States to sit in on Manchuria was treated as procedure and "
            "carried over Japan's no.",
        ),
        see=("L2",),
    ),
    Rule(
        "L8",
        "The Assembly takes over",
        "The Council could refer a dispute to the Assembly, and a party could ask for that within "
        "fourteen days. The Assembly's report had full force if all Members represented on the Council "
        "and a majority of the others agreed. The parties were left out of both counts.",
        "Article 15(9) and (10) of the Covenant",
        Example(
            "",
            "1933-02-24",
            "The report on Manchuria was adopted by 42 votes to one, Japan's; Japan walked out.",
        ),
        see=("L5", "L3"),
    ),
    Rule(
        "L9",
        "Other majorities",
        "New Members were admitted by two-thirds of the Assembly. Further seats on the Council, and the "
        "Secretary-General, needed the Council together with a majority of the Assembly. Amendments had "
        "to be ratified by all members of the Council and a majority of the Assembly.",
        "Articles 1, 4, 6 and 26 of the Covenant",
        see=("L2",),
    ),
    Rule(
        "L10",
        "Presiding in Geneva",
        "The presidency of the Council passed on with every session, in French alphabetical order; the "
        "details are not certain. French and English were the working languages, and meetings were as a "
        "rule public.",
        "Practice of the League",
        Example(
            "",
            "1935-09",
            "Argentina took the chair in September, after the Soviet Union and before Australia.",
        ),
        see=("PR1", "L1"),
    ),
)
