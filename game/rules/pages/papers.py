"""What is said and printed: explanations, statements, languages, records, symbols."""

from __future__ import annotations

from game.rules.pages import Example, Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "EV1",
        "Explanations of vote",
        "The President asks who wishes to speak before the vote, then the vote is taken, then there may "
        "be statements after it. Nobody explains while votes are being cast. Sponsors may explain too; "
        "no written rule says otherwise.",
        "Practice",
        Example(
            "S/2022/155",
            "2022-02-25",
            "Explaining its vote, Norway said that in the spirit of the Charter the Russian Federation "
            "should have abstained.",
        ),
        see=("CB11", "GA10"),
    ),
    Rule(
        "EV2",
        "When a vote is needed",
        "A vote is taken only if somebody asks for one, or if it is known that the members are divided. "
        "Otherwise silence is enough.",
        "Practice",
        see=("EV3",),
    ),
    Rule(
        "EV3",
        "Without a vote",
        "The President says that without objection it is so decided, and looks round the table. If all "
        "keep silent it is adopted. One objection is enough to bring a vote, in which the usual numbers "
        "count.",
        "Practice",
        Example(
            "S/RES/1 (1946)",
            "1946-01-25",
            "The first resolution of all, on the Military Staff Committee, was adopted without a vote.",
        ),
        see=("EV2", "EV4"),
    ),
    Rule(
        "EV4",
        "Presidential statement",
        "The President reads a statement on behalf of the Council, and all members must have agreed to "
        "it. Any one of them, elected or permanent, can stop it; so there is no vote and no veto to "
        "speak of. It has its own symbol since 1994.",
        "Practice",
        Example(
            "S/PRST/2023/1",
            "2023-02-20",
            "At the 9250th meeting the President read a statement on behalf of the Council.",
        ),
        see=("EV3", "EV5", "EV7"),
    ),
    Rule(
        "EV5",
        "Press statements",
        "These too need the agreement of all, but they are not decisions and are not read at a meeting. "
        "What the President merely tells the press on their behalf weighs less still.",
        "Practice",
        see=("EV4", "EV7"),
    ),
    Rule(
        "EV6",
        "Adjourning for good",
        "The Council never closes: it is organised to work all the time, so a meeting just adjourns and "
        "the matter stays on the list. Sessions of the Assembly can close, but its emergency sessions "
        "adjourn only for the time being.",
        "Article 28(1); practice",
        Example(
            "ES-7/1",
            "1980-07-22",
            "The seventh emergency special session opened; it came together five times until September 1982.",
        ),
        see=("AG7", "GA7"),
    ),
    Rule(
        "EV7",
        "What weighs more",
        "A resolution under Chapter VII weighs most, and any other resolution comes next. Then follow a "
        "presidential statement, a letter or note of the President, and last a statement to the press.",
        "Practice",
        see=("EV4", "CH18"),
    ),
    Rule(
        "LN1",
        "Languages",
        "Arabic, Chinese, English, French, Russian and Spanish are both official and working languages. "
        "In 1946 only English and French were working languages; Russian and Spanish followed in 1969, "
        "Chinese in 1974 and Arabic in 1982.",
        "Rules 41 and 42",
        see=("LN2",),
    ),
    Rule(
        "LN2",
        "Interpretation",
        "A speech in one of the six languages is interpreted into the other five. Somebody who speaks "
        "another language brings an interpreter along.",
        "Rules 42 to 44",
        see=("LN1",),
    ),
    Rule(
        "LN3",
        "Records in the languages",
        "The verbatim records of meetings are drawn up in the languages of the Council. So every member "
        "can check what it is said to have said.",
        "Rule 45",
        see=("LN1", "PB2"),
    ),
    Rule(
        "LN4",
        "Documents in the languages",
        "Resolutions and other documents come out in all six languages. The Council may decide to have "
        "one published in another language too.",
        "Rules 46 and 47",
        see=("LN1", "PB7"),
    ),
    Rule(
        "PB1",
        "Public meetings",
        "Meetings are public unless the Council decides otherwise. The recommendation of a "
        "Secretary-General is always discussed and decided in private.",
        "Rule 48",
        see=("PB3", "SP2"),
    ),
    Rule(
        "PB2",
        "The verbatim record",
        "The record of a meeting is there by ten in the morning of the first working day after it. "
        "Members have two working days to correct it. Then it is signed by the President and published.",
        "Rules 49, 50 and 52 to 54",
        see=("PB7", "LN3"),
    ),
    Rule(
        "PB3",
        "Private meetings",
        "The Council may order that of a private meeting only one copy of the record is made, kept by "
        "the Secretary-General. Corrections may be asked for within ten days.",
        "Rule 51",
        Example(
            "S/PV.1760",
            "1973-12-15",
            "The resolution on the peace conference on the Middle East was adopted at a private meeting.",
        ),
        see=("PB1", "PB4", "PB5"),
    ),
    Rule(
        "PB4",
        "The communique",
        "At the close of each private meeting a short communique tells the public what can be told. It "
        "bears the number of the meeting.",
        "Rule 55",
        Example(
            "S/PV.3714",
            "1996-11-19",
            "The vote on a second term for the Secretary-General was taken in private, under this number.",
        ),
        see=("PB3", "SP2"),
    ),
    Rule(
        "PB5",
        "Who may read a private record",
        "Members that took part in a private meeting may consult its record. Others need the Council's "
        "permission.",
        "Rule 56",
        see=("PB3", "PB6"),
    ),
    Rule(
        "PB6",
        "Releasing private records",
        "Once a year the Secretary-General lists the records and documents that are still confidential. "
        "The Council can then decide which of them to make public.",
        "Rule 57",
        see=("PB5",),
    ),
    Rule(
        "PB7",
        "Numbers and symbols",
        "Meetings are numbered from 1, without starting again: S/PV.1, S/PV.2 and so on; a meeting "
        "taken up again keeps its number. Resolutions are numbered from 1 with the year, a system of "
        "1964 applied backwards. Other documents are S/ and a number to 1993, and S/, year and number "
        "since 1994.",
        "Practice",
        Example(
            "S/PV.1",
            "1946-01-17",
            "The numbering of meetings begins here.",
        ),
        see=("PB2", "PB4"),
    ),
)
