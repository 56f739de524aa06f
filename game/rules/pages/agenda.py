"""How the agenda is made, and who may speak for a State."""

from __future__ import annotations

from game.rules.pages import Example, Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "AG1",
        "Communications",
        "What States and organs of the United Nations write to the Council is passed on to all members "
        "at once by the Secretary-General. A new matter must have been passed on in this way before it "
        "can stand on the agenda.",
        "Rule 6",
        see=("AG2",),
    ),
    Rule(
        "AG2",
        "The provisional agenda",
        "The Secretary-General draws it up and the President approves it. Only matters that were "
        "circulated, left unfinished or postponed may stand on it.",
        "Rule 7",
        see=("AG4", "AG6"),
    ),
    Rule(
        "AG3",
        "Notice",
        "Members receive the provisional agenda three days before the meeting. In an urgent case it "
        "comes with the notice of the meeting itself.",
        "Rule 8",
        see=("AG2",),
    ),
    Rule(
        "AG4",
        "The agenda comes first",
        "The first item of every meeting is the adoption of its agenda. Until it is adopted nothing "
        "else can be taken up.",
        "Rule 9",
        Example(
            "S/PV.676",
            "1954-06-25",
            "On Guatemala only four of the seven votes needed were cast for the agenda, and the meeting "
            "could go no further.",
        ),
        see=("AG5",),
    ),
    Rule(
        "AG5",
        "A contested agenda",
        "If anyone objects, the agenda is put to the vote, and the vote is procedural. If it is not "
        "adopted, the meeting cannot take up the item. A member may also just place its doubts on "
        "record and let the meeting go on.",
        "Rule 9; practice",
        Example(
            "S/PV.8209",
            "2018-03-19",
            "Eight members voted to hear a briefing on human rights in Syria; nine were needed, and the "
            "meeting could not go on.",
        ),
        see=("AG4", "V3", "MT2"),
    ),
    Rule(
        "AG6",
        "Unfinished items",
        "What a meeting does not finish goes by itself on the agenda of the next, unless the Council "
        "decides otherwise. Nobody has to ask for it again.",
        "Rule 10",
        see=("AG2", "AG7"),
    ),
    Rule(
        "AG7",
        "Matters of which the Council is seized",
        "The Council keeps a list of the matters before it, and an item stays until it is removed; "
        "items not taken up for three years drop out unless a Member asks to keep them. While the "
        "Council deals with a matter, the Assembly makes no recommendation on it unless asked. That is "
        "why resolutions end by saying that the Council remains seized.",
        "Rule 11; Article 12(1)",
        Example(
            "S/RES/34 (1947)",
            "1947-09-15",
            "By taking the Greek question off its list, over a Soviet no, the Council left the Assembly "
            "free to act.",
        ),
        see=("GA8", "M1"),
    ),
    Rule(
        "AG8",
        "Agenda of periodic meetings",
        "For a periodic meeting the provisional agenda goes out at least twenty-one days before. "
        "Ministers need more time to prepare than ambassadors who meet every week.",
        "Rule 12",
        see=("MT4",),
    ),
    Rule(
        "RC1",
        "Who may speak for a State",
        "A representative hands credentials to the Secretary-General at least twenty-four hours before "
        "taking the seat. A head of government or a foreign minister needs none.",
        "Rule 13",
        see=("RC3",),
    ),
    Rule(
        "RC2",
        "Credentials of guests",
        "A State that has been invited to take part hands in credentials for its representative in the "
        "same way. Being invited says that it may speak; credentials say who speaks for it.",
        "Rule 14",
        see=("RC1", "IN1"),
    ),
    Rule(
        "RC3",
        "Contested credentials",
        "The Secretary-General reports on credentials and the Council approves them. If they are "
        "contested, the question who speaks for the State is decided by a procedural vote.",
        "Rule 15",
        Example(
            "S/1443",
            "1950-01-13",
            "A Soviet draft to refuse the credentials of the representative of China got three of the "
            "seven votes it needed; the Soviet delegation left.",
        ),
        see=("RC4", "M1"),
    ),
    Rule(
        "RC4",
        "Sitting meanwhile",
        "Until the Council has approved the credentials, and even while somebody objects to them, the "
        "representative sits with all rights. Only a decision of the Council takes the seat away.",
        "Rules 16 and 17",
        Example(
            "S/PV.480",
            "1950-08-01",
            "The Soviet President ruled that the representative of China could not sit; the Council "
            "overruled him, and the representative stayed.",
        ),
        see=("RC3", "CB5"),
    ),
)
