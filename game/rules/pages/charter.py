"""What the articles of the Charter can carry, and how to tell what binds."""

from __future__ import annotations

from game.rules.pages import Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "CH1",
        "Settle by peaceful means",
        "The Council may call on the parties to negotiate, to accept inquiry, mediation, "
        "conciliation, arbitration or a judgment, or to turn to a regional body. It recommends.",
        "Article 33(2)",
    ),
    Rule(
        "CH2",
        "Investigate",
        "The Council may investigate any dispute or any situation that might lead to one.",
        "Article 34",
    ),
    Rule(
        "CH3",
        "How matters arrive",
        "States, the Assembly and the Secretary-General bring matters to the Council; these articles "
        "carry no clause.",
        "Articles 11, 35 and 99",
    ),
    Rule(
        "CH4",
        "Procedures of adjustment",
        "The Council may recommend procedures or methods for adjusting a dispute.",
        "Article 36(1)",
    ),
    Rule(
        "CH5",
        "Procedures already chosen",
        "It should take into account what the parties have already agreed to try.",
        "Article 36(2)",
    ),
    Rule(
        "CH6",
        "Legal disputes",
        "It may recommend that the parties take a legal dispute to the International Court of "
        "Justice; it cannot send them there.",
        "Article 36(3)",
    ),
    Rule(
        "CH7",
        "Terms of settlement",
        "When the parties fail and peace is endangered, the Council may recommend the terms themselves.",
        "Article 37(2)",
    ),
    Rule(
        "CH8",
        "At the parties' request",
        "If all the parties ask, the Council may recommend a settlement of any dispute.",
        "Article 38",
    ),
    Rule(
        "CH9",
        "Determine the threat",
        "The Council determines a threat to the peace, a breach of the peace or an act of aggression, "
        "and recommends or decides what follows. The determination is authoritative.",
        "Article 39",
    ),
    Rule(
        "CH9b",
        "Provisional measures",
        "The Council may call for a cease-fire or a withdrawal without prejudice to anyone's rights. "
        "After a determination such a demand can bind.",
        "Article 40",
    ),
    Rule(
        "CH10",
        "Measures short of force",
        "Sanctions on trade, transport, communications and diplomatic relations bind all Members.",
        "Article 41",
    ),
    Rule(
        "CH11",
        "Force",
        "The Council may act by air, sea or land. As it has no forces of its own it authorizes "
        "willing States, which may act but need not.",
        "Article 42",
    ),
    Rule(
        "CH12",
        "Who carries it out",
        "Forces were to come by special agreements, which were never made. The Council says who acts; "
        "Members assist each other, and those hit by the measures may consult it.",
        "Articles 43 and 48 to 50",
    ),
    Rule(
        "CH13",
        "Regional bodies",
        "They may settle local disputes, but take no enforcement action without the Council's "
        "authorisation, and keep it informed.",
        "Articles 52 to 54",
    ),
    Rule(
        "CH14",
        "Self-defence",
        "A State under armed attack may defend itself, alone or with others, until the Council has "
        "acted; it reports at once.",
        "Article 51",
    ),
    Rule(
        "CH15",
        "General powers",
        "The Council bears primary responsibility for peace and Members carry out its decisions; it "
        "sets up organs, asks for opinions and may call the Assembly.",
        "Articles 20, 24, 25, 29, 94 and 96",
    ),
    Rule(
        "CH16",
        "Peacekeeping",
        "No article names it. It rests on the consent of the parties, and robust mandates cite Chapter VII.",
        "Practice",
    ),
    Rule(
        "CH17",
        "What enforcement needs",
        "Sanctions and force need a determination in this or an earlier text and the line that cites "
        "Chapter VII. Early resolutions cited no chapter; a text that rests on Chapter VI alone can "
        "do neither.",
        "Articles 39 to 42; practice",
    ),
    Rule(
        "CH18",
        "What binds",
        'Wording, debate, the articles invoked and the circumstances decide. "Calls upon" normally '
        'asks; "demands" and "decides" may bind.',
        "Namibia opinion 1971, paragraph 114",
    ),
    Rule(
        "CH19",
        "The article chosen matters",
        "Whether a party must abstain turns on the articles the text invokes, so drafters may choose "
        "Chapter VII.",
        "Article 27(3); practice",
    ),
    Rule(
        "CH20",
        "Domestic jurisdiction",
        "The United Nations does not intervene in matters that are essentially domestic, except to "
        "enforce under Chapter VII.",
        "Article 2(7)",
    ),
)
