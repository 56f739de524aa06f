"""Voting in the Council: the number needed, the veto, abstention and absence, the duty to abstain."""

from __future__ import annotations

from game.rules.pages import Example, Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "V0",
        "No majorities of its own",
        "The Council's rules of procedure say how a vote is taken, but not how many votes are needed. "
        "The numbers come from the Charter and, for judges, from the Statute of the Court. So no "
        "President and no motion can invent another majority.",
        "Rule 40",
        see=("V2", "V3", "SP1"),
    ),
    Rule(
        "V1",
        "One member, one vote",
        "Every member has one vote, large or small. There is no quorum: a meeting may be held with "
        "empty chairs. But an empty chair lowers nothing; a decision still needs its seven votes in the "
        "Council of eleven, or nine in the Council of fifteen.",
        "Article 27(1)",
        Example(
            "S/RES/218 (1965)",
            "1965-11-23",
            "The Council still had eleven members, and seven yes votes to none, with four abstentions, "
            "were just enough.",
        ),
        see=("V2", "V3"),
    ),
    Rule(
        "V2",
        "Decision on substance",
        "Seven yes votes in the Council of eleven, nine in the Council of fifteen, carry a decision of "
        "substance. No permanent member may have voted no. Both conditions must be met, and the number "
        "is looked at first.",
        "Article 27(3)",
        Example(
            "S/RES/83 (1950)",
            "1950-06-27",
            "Exactly seven members voted for help to the Republic of Korea; the one no, Yugoslavia's, "
            "was not a permanent member's.",
        ),
        see=("V4", "V5", "V6"),
    ),
    Rule(
        "V3",
        "Decision on procedure",
        "A decision of procedure needs the same seven or nine yes votes. Here a permanent member's no "
        "is an ordinary no. Eight yes votes to none still fail in the Council of fifteen, because the "
        "number is fixed.",
        "Article 27(2)",
        Example(
            "S/RES/119 (1956)",
            "1956-10-31",
            "France and the United Kingdom voted no, but exactly seven yes votes carried the question "
            "because it was procedural.",
        ),
        see=("M1", "V2", "GA6"),
    ),
    Rule(
        "V4",
        "The veto",
        "When a proposal of substance has the votes it needs, the no of a single permanent member still "
        "defeats it. That is a veto, and the record names who cast it. The no of an elected member is "
        "never a veto.",
        "Article 27(3)",
        Example(
            "S/2017/1060",
            "2017-12-18",
            "Fourteen members voted yes and the United States no: one veto defeated the draft.",
        ),
        see=("V5", "V6", "GA9"),
    ),
    Rule(
        "V5",
        "The number before the veto",
        "First count the yes votes. Where the seven or nine are missing, the proposal has failed for "
        "want of votes, and nobody has vetoed it. This holds even when permanent members voted no.",
        "Article 27(3); practice",
        Example(
            "S/1999/328",
            "1999-03-26",
            "Three members voted yes and twelve no, three of them permanent; the text failed for want "
            "of votes, not by a veto.",
        ),
        see=("V2", "V4"),
    ),
    Rule(
        "V6",
        "A permanent member abstains",
        "An abstention is not a no. A permanent member that does not like a text, but will not stop it, "
        "abstains and lets it pass. The Court confirmed this in 1971.",
        "Practice since 1946; Namibia opinion 1971, paragraph 22",
        Example(
            "S/RES/4 (1946)",
            "1946-04-29",
            "The Soviet Union abstained and ten members voted yes; this is usually cited as the first "
            "case on a question of substance.",
        ),
        see=("V4", "V7", "V8"),
    ),
    Rule(
        "V7",
        "A permanent member is absent",
        "An empty chair is not a no either. A permanent member that stays away gives up its veto for "
        "that day, and the Council decides without it.",
        "Practice; Iran 1946, Korea 1950",
        Example(
            "S/RES/82 (1950)",
            "1950-06-25",
            "With the Soviet Union absent, nine members voted that the attack on the Republic of Korea "
            "was a breach of the peace.",
        ),
        see=("V1", "V6", "V8"),
    ),
    Rule(
        "V8",
        "Not participating",
        "A member may sit at the table and declare that it takes no part in the vote. The record lists "
        "it apart from those who abstain. The effect is the same: it is not a no.",
        "Practice; resolution 338 (1973)",
        Example(
            "S/RES/338 (1973)",
            "1973-10-22",
            "China was present and took no part; the other fourteen members voted for the cease-fire in "
            "the Middle East.",
        ),
        see=("V6", "V7"),
    ),
    Rule(
        "V9",
        "No permanent yes is needed",
        "The law asks that no permanent member vote no; it does not ask that any vote yes. With eleven "
        "seats at least one permanent yes was needed by arithmetic, since there were only six elected "
        "members. With fifteen seats the ten elected members can carry a text alone.",
        "Resolution 344 (1973)",
        Example(
            "S/RES/344 (1973)",
            "1973-12-15",
            "Ten elected members voted yes, four permanent members abstained and China took no part: "
            "the text was adopted.",
        ),
        see=("V2", "V6"),
    ),
    Rule(
        "V10",
        "A party to a dispute abstains",
        "In decisions under Chapter VI and Article 52(3) a party to the dispute shall abstain, "
        "permanent or not. It must be a dispute and not merely a situation, and the text must not rest "
        "on Chapter VII. Where the duty is enforced a party's vote is void and counts as an abstention; "
        "the number needed does not move.",
        "Article 27(3)",
        Example(
            "S/RES/80 (1950)",
            "1950-03-14",
            "India, a party to the dispute over Kashmir, abstained; eight yes votes carried the text.",
        ),
        see=("V11", "CH19"),
    ),
    Rule(
        "V11",
        "The duty in practice",
        "Who decides that a member is a party was never settled, and Presidents avoided ruling on it. "
        "The duty has been applied only where the member itself accepted it. That is why votes are "
        "counted as cast unless a sitting is played with the Charter's words enforced.",
        "Practice 1946 to 1960",
        Example(
            "S/RES/138 (1960)",
            "1960-06-23",
            "Argentina, which had brought the complaint about the Eichmann case, did not vote; this is "
            "usually given as the last time.",
        ),
        see=("V10", "CH19"),
    ),
    Rule(
        "V12",
        "Amendments and parts",
        "An amendment, or a part voted separately, needs the same majority as the text it belongs to. "
        "If the text is open to the veto, so is the amendment. An amendment to a procedural motion is "
        "procedural.",
        "Practice",
        Example(
            "S/PV.9520",
            "2023-12-22",
            "Ten members voted for a Russian amendment, but the United States voted no and defeated it.",
        ),
        see=("CB7", "CB10", "V4"),
    ),
    Rule(
        "V13",
        "How votes are taken",
        "Hands are shown in favour, then against, then in abstention, and the President states the "
        "result. Only elections and straw polls are secret. No rule speaks of a roll call; how often "
        "names were called in the early years is not certain, and the game calls them so that everybody "
        "can follow.",
        "Practice",
        see=("V14", "SP1"),
    ),
    Rule(
        "V14",
        "A declared result is final",
        "After the result is declared no member can change its vote. It may say how it meant to vote. A "
        "defeated text may come back later as a new draft, but nothing can be voted on again.",
        "Practice",
        Example(
            "S/1817/Rev.1",
            "1950-09-28",
            "Yugoslavia asked to change its abstention into a yes after the result was announced; the "
            "vote stood, and a new text was put the next day.",
        ),
        see=("V13", "CB6"),
    ),
)
