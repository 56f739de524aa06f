"""Twenty mistakes that are often made about the law of the Council, each put right."""

from __future__ import annotations

from game.rules.pages import Example, Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "X1",
        "Eight on procedure",
        "Eight yes votes and not a single no still lose a question of procedure in the Council of fifteen. "
        "Procedure takes the veto away and not the number. Nine are needed, as for everything else.",
        "Article 27(2)",
        see=("V3",),
    ),
    Rule(
        "X2",
        "A no where the votes are missing",
        "A permanent member votes no on a text that has eight yes votes. That is a defeat by numbers and no "
        "veto, and the President does not say that a permanent member stopped it.",
        "Article 27(3)",
        Example(
            "S/2014/916",
            "2014-12-30",
            "Eight members voted yes and the United States voted no, but the ninth vote was missing anyway.",
        ),
        see=("V5",),
    ),
    Rule(
        "X3",
        "Empty chairs",
        "An absent elected member lowers nothing. The votes needed are counted from all the seats of the "
        "Council, whoever sits in them that day.",
        "Article 27",
        see=("V1", "V7"),
    ),
    Rule(
        "X4",
        "Two-thirds",
        "No question in the Council is ever decided by two-thirds. That majority belongs to the Assembly "
        "and to Model United Nations; the Council has its fixed number.",
        "Articles 18 and 27",
        see=("GA1", "MU10"),
    ),
    Rule(
        "X5",
        "A party under Chapter VII",
        "Whoever is party to a dispute may vote as it likes on a text that rests on Chapter VII. The duty to "
        "abstain goes with Chapter VI and with Article 52(3) alone.",
        "Article 27(3)",
        see=("V10", "CH19"),
    ),
    Rule(
        "X6",
        "A judge needs eight",
        "Electing a judge takes eight votes in the Council of fifteen, not nine. It is a majority of the "
        "seats, and permanent members weigh no more than others.",
        "Statute of the Court, Article 10",
        see=("SP1",),
    ),
    Rule(
        "X7",
        "Any seven, to this day",
        "One clause of the Charter still says any seven members, although the Council has fifteen. It is "
        "about a conference to review the Charter, and nobody changed it when the other numbers were "
        "changed.",
        "Article 109(3)",
        see=("SP4",),
    ),
    Rule(
        "X8",
        "Nobody seconds",
        "In the Council no motion and no draft needs somebody to second it. Whoever asks for a second has "
        "learnt it at a conference, or in a parliament at home.",
        "Rule 34",
        see=("CB8", "MU4"),
    ),
    Rule(
        "X9",
        "What is debated and what is not",
        "To suspend or simply to adjourn a meeting is put at once and without a word. To adjourn to a "
        "certain day may be debated, and so may whatever comes after it in order.",
        "Rule 33",
        see=("CB9",),
    ),
    Rule(
        "X10",
        "Striking out comes first",
        "An amendment that adds to a text or strikes something out is voted before one that changes words. "
        "Only among the others does the one furthest from the text lead.",
        "Rule 36",
        see=("CB10",),
    ),
    Rule(
        "X11",
        "The mover keeps its text whole",
        "When somebody asks for a separate vote and the original mover objects, there is none. The Council "
        "is not asked, and no majority can divide the text against its mover.",
        "Rule 32",
        see=("CB7",),
    ),
    Rule(
        "X12",
        "One elected member says no",
        "A statement of the President falls when any one member does not agree, the smallest elected one "
        "included. For once all fifteen have the same power.",
        "Practice",
        see=("EV4",),
    ),
    Rule(
        "X13",
        "Overruling the chair",
        "To overrule a ruling takes seven votes, or nine since 1966, and not merely more yes than no. With "
        "eight against three and four abstaining the ruling stands today.",
        "Rule 30",
        see=("CB5",),
    ),
    Rule(
        "X14",
        "The chair has a vote",
        "The State that presides does not lose its vote, and being in the chair gives it no second one. Its "
        "representative speaks for it too, usually last.",
        "Rules 18 and 19",
        see=("PR4",),
    ),
    Rule(
        "X15",
        "One request is enough",
        "The President must call a meeting when a single member asks. Those who do not want it can only "
        "fight its agenda once it has begun.",
        "Rule 2",
        see=("MT2", "AG5"),
    ),
    Rule(
        "X16",
        "To abstain at Geneva",
        "In the League a member that abstained counted as if it were not in the room. It did not break "
        "unanimity, so a member could let a text pass without saying yes.",
        "Usage of the League",
        see=("L3",),
    ),
    Rule(
        "X17",
        "The vote of a party in the League",
        "Under Article 11 a party to the quarrel could prevent unanimity by its own no. Under Article 15 "
        "the parties were left out of the count.",
        "Covenant, Articles 11 and 15",
        Example(
            "",
            "1931-10-24",
            "Thirteen members of the League Council voted yes, and Japan's no was enough to stop them.",
        ),
        see=("L4", "L5"),
    ),
    Rule(
        "X18",
        "From eleven to fifteen",
        "Until the end of 1965 the Council had eleven seats and needed seven votes; since 1 January 1966 it "
        "has had fifteen and needs nine. The change of the Charter came into force in August 1965, but the "
        "new seats were empty until the year was over.",
        "Articles 23 and 27 as amended",
        Example(
            "S/RES/218 (1965)",
            "1965-11-23",
            "Seven yes votes carried it three months after the amendment, for eleven members still sat.",
        ),
        see=("V1", "V2"),
    ),
    Rule(
        "X19",
        "A no without quotation marks",
        "In a file of votes the bare words yes and no may be read as true and false. Write them in quotation "
        "marks, or the reader is told that the vote is not one.",
        "Files read by this game",
        see=("V2",),
    ),
    Rule(
        "X20",
        "Two-thirds of whom",
        "In the Assembly abstentions count neither way: two-thirds is of those who say yes or no. But a "
        "majority of all Members must be in the hall, or nothing can be decided at all.",
        "Article 18; Assembly rules 67 and 86",
        see=("GA2", "GA5"),
    ),
)
