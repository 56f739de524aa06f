"""What the articles of the Charter can carry, and how to tell what binds."""

from __future__ import annotations

from game.rules.pages import Example, Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "CH1",
        "Settle by peaceful means",
        "The Council may call on the parties to negotiate, or to accept an inquiry, mediation, "
        "conciliation, arbitration, a judgment, or help from a regional body. It recommends the way; "
        "the parties must walk it.",
        "Article 33(2)",
        see=("CH4", "CH6", "CH18"),
    ),
    Rule(
        "CH2",
        "Investigate",
        "The Council may investigate any dispute, or any situation that might lead to one, and may send "
        "somebody to look. The decision to investigate is its own; whether States must let the "
        "investigators in is not certain.",
        "Article 34",
        Example(
            "S/1752",
            "1950-09-12",
            "A commission was to look into the bombing of Chinese territory; seven voted yes, and the "
            "Soviet Union vetoed it.",
        ),
        see=("M2", "CH1"),
    ),
    Rule(
        "CH3",
        "How matters arrive",
        "States, the Assembly and the Secretary-General bring matters to the Council. These articles "
        "explain why something is on the agenda; no clause of a resolution can rest on them.",
        "Articles 11, 35 and 99",
        see=("MT3",),
    ),
    Rule(
        "CH4",
        "Procedures of adjustment",
        "At any stage of a dispute the Council may recommend a suitable procedure or method to settle "
        "it. It recommends how to settle, not yet what the settlement should be.",
        "Article 36(1)",
        see=("CH5", "CH7"),
    ),
    Rule(
        "CH5",
        "Procedures already chosen",
        "Before it recommends anything the Council should take into account what the parties have "
        "already agreed to try. It adds to their efforts and does not replace them.",
        "Article 36(2)",
        see=("CH4",),
    ),
    Rule(
        "CH6",
        "Legal disputes",
        "Disputes about law should as a rule go to the International Court of Justice, and the Council "
        "may recommend that the parties take them there. It cannot send them: the Court needs the "
        "parties' consent.",
        "Article 36(3)",
        Example(
            "S/RES/22 (1947)",
            "1947-04-09",
            "The Corfu Channel dispute came to the Court after this vote; the case is cited for the "
            "view that a recommendation alone gives the Court no jurisdiction.",
        ),
        see=("CH4", "CH15"),
    ),
    Rule(
        "CH7",
        "Terms of settlement",
        "When the parties have failed to settle, and if the dispute goes on peace would be in danger, "
        "the Council may recommend the very terms of a settlement. It remains a recommendation.",
        "Article 37(2)",
        see=("CH4", "CH8"),
    ),
    Rule(
        "CH8",
        "At the parties' request",
        "If all the parties to a dispute ask for it, the Council may recommend a settlement, however "
        "small the dispute. The request of one of them is not enough.",
        "Article 38",
        see=("CH7",),
    ),
    Rule(
        "CH9",
        "Determine the threat",
        "The Council determines that there is a threat to the peace, a breach of the peace or an act of "
        "aggression. That finding is authoritative and opens the door to everything else in Chapter "
        "VII. It may then recommend, or decide on measures.",
        "Article 39",
        Example(
            "S/RES/82 (1950)",
            "1950-06-25",
            "The Council determined that the attack on the Republic of Korea was a breach of the peace.",
        ),
        see=("CH9b", "CH10", "CH17"),
    ),
    Rule(
        "CH9b",
        "Provisional measures",
        "To keep things from getting worse the Council may call for a cease-fire or a withdrawal, "
        "without judging anyone's rights. After a determination such a call binds if it is meant to.",
        "Article 40",
        Example(
            "S/RES/660 (1990)",
            "1990-08-02",
            "The Council acted under Articles 39 and 40 and demanded that Iraq withdraw at once.",
        ),
        see=("CH9", "CH18"),
    ),
    Rule(
        "CH10",
        "Measures short of force",
        "The Council may order Members to break off trade, transport, communications and diplomatic "
        "relations. Such sanctions bind every Member. Tribunals have been set up under this article "
        "since 1993.",
        "Article 41",
        Example(
            "S/RES/232 (1966)",
            "1966-12-16",
            "Selective sanctions against Southern Rhodesia were the first that Members had to apply.",
        ),
        see=("CH12", "CH17"),
    ),
    Rule(
        "CH11",
        "Force",
        "The Council may act by air, sea or land forces. It has no forces of its own, so in practice it "
        'authorizes willing States to use "all necessary means". They may act but need not; the State '
        "they act against must bear it.",
        "Article 42",
        Example(
            "S/RES/678 (1990)",
            "1990-11-29",
            "States working with Kuwait were authorized to use all necessary means unless Iraq withdrew "
            "by 15 January 1991; China abstained.",
        ),
        see=("CH12", "CH17"),
    ),
    Rule(
        "CH12",
        "Who carries it out",
        "Forces were to come by special agreements, and none was ever made. The Council says which "
        "Members act, and all help one another. A State that is badly hit by the measures itself may "
        "ask the Council for relief.",
        "Articles 43 and 48 to 50",
        Example(
            "S/RES/669 (1990)",
            "1990-09-24",
            "A committee was asked to look at the pleas of States that suffered from the sanctions "
            "against Iraq.",
        ),
        see=("CH10", "CH11"),
    ),
    Rule(
        "CH13",
        "Regional bodies",
        "Regional bodies are encouraged to settle local disputes first. They take no enforcement action "
        "without the Council's authorisation, and they keep it informed.",
        "Articles 52 to 54",
        Example(
            "S/1999/328",
            "1999-03-26",
            "A draft to stop the bombing of Yugoslavia, which the Council had not authorized, got three "
            "votes; twelve members voted no.",
        ),
        see=("CH11", "CH1"),
    ),
    Rule(
        "CH14",
        "Self-defence",
        "A State under armed attack may defend itself, alone or with others, until the Council has "
        "taken the measures that are needed. What it does is reported to the Council at once. A clause "
        "may recall this right but does not grant it.",
        "Article 51",
        Example(
            "S/RES/661 (1990)",
            "1990-08-06",
            "While imposing sanctions on Iraq the Council recalled this right in its preamble.",
        ),
        see=("CH11", "CH10"),
    ),
    Rule(
        "CH15",
        "General powers",
        "The Council bears the primary responsibility for peace, and Members accept and carry out its "
        "decisions: Article 25 is where binding force comes from. It may also set up organs, ask the "
        "Court for an opinion, see to its judgments and call the Assembly.",
        "Articles 20, 24, 25, 29, 94 and 96",
        Example(
            "S/RES/284 (1970)",
            "1970-07-29",
            "The Council asked the Court what South Africa's presence in Namibia meant in law.",
        ),
        see=("CH18", "M2", "GA6"),
    ),
    Rule(
        "CH16",
        "Peacekeeping",
        "No article names it. It stands between Chapters VI and VII, and rests on the consent of the "
        "parties. Mandates that allow real force cite Chapter VII.",
        "Practice",
        see=("CH11", "V10"),
    ),
    Rule(
        "CH17",
        "What enforcement needs",
        "Sanctions and force need a determination, in this text or an earlier one, and the line that "
        "says that the Council acts under Chapter VII. Early resolutions cited no chapter. A text that "
        "rests on Chapter VI alone can order neither, and its demands are political.",
        "Articles 39 to 42; practice",
        Example(
            "S/RES/83 (1950)",
            "1950-06-27",
            "The Council recommended help to repel the attack in Korea two days after its "
            "determination, and cited no chapter.",
        ),
        see=("CH9", "CH10", "CH11"),
    ),
    Rule(
        "CH18",
        "What binds",
        "The wording, the debate, the articles invoked and the circumstances decide together whether a "
        'clause binds. "Calls upon" normally asks; "decides" and, after a determination, "demands" may '
        "oblige.",
        "Namibia opinion 1971, paragraph 114",
        Example(
            "S/RES/276 (1970)",
            "1970-01-30",
            'Its paragraph 5 only "calls upon" States, and yet the Court found in 1971 that it bound them.',
        ),
        see=("CH15", "CH9b", "EV7"),
    ),
    Rule(
        "CH19",
        "The article chosen matters",
        "Whether a party to a dispute must abstain turns on the articles the text really invokes. Under "
        "Chapter VI the duty holds, under Chapter VII it does not. So drafters may choose their chapter "
        "with an eye to the vote.",
        "Article 27(3); practice",
        Example(
            "S/2022/155",
            "2022-02-25",
            "The line on Chapter VII was dropped before the vote on Ukraine, but nobody forced a vote "
            "on whether the Russian Federation had to abstain.",
        ),
        see=("V10", "V11"),
    ),
    Rule(
        "CH20",
        "Domestic jurisdiction",
        "The United Nations does not intervene in what is essentially a State's own affair. Enforcement "
        "under Chapter VII is the exception. A text on such a matter is open to this objection but not "
        "forbidden.",
        "Article 2(7)",
        Example(
            "S/RES/688 (1991)",
            "1991-04-05",
            "On the repression inside Iraq the Council recalled this article and named no chapter; ten "
            "members voted yes.",
        ),
        see=("CH9",),
    ),
)
