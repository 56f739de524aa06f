"""Who presides, and how meetings are called."""

from __future__ import annotations

from game.rules.pages import Example, Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "PR1",
        "The presidency rotates",
        "Members preside in turn, one calendar month each, in English alphabetical order. The name that "
        "counts is the one the United Nations used at the time: the Union of Soviet Socialist Republics "
        "comes before the United Kingdom, the Russian Federation under R.",
        "Article 30; rule 18",
        Example(
            "S/PV.480",
            "1950-08-01",
            "After India in June and Norway in July, the Soviet Union came back to preside in August.",
        ),
        see=("PR2", "PR5"),
    ),
    Rule(
        "PR2",
        "Across the new year",
        "After December's President comes the next name in the new year's list. A member that leaves "
        "the Council before its turn misses it; a new one may preside at once.",
        "Rule 18; practice",
        Example(
            "",
            "1962-01",
            "The United Kingdom presided in January, then the United States and Venezuela, and in April "
            "the alphabet began again with Chile.",
        ),
        see=("PR1",),
    ),
    Rule(
        "PR3",
        "The first year",
        "In 1946 a turn ran from the 17th of one month to the next, because the Council had first met "
        "on 17 January. In December the last turn was made longer, so that from 1947 turns are calendar "
        "months.",
        "Resolution 14 (1946)",
        Example(
            "S/RES/14 (1946)",
            "1946-12-16",
            "Nine members kept the United States in the chair to 31 December; it abstained itself.",
        ),
        see=("PR1",),
    ),
    Rule(
        "PR4",
        "What the President does",
        "The President presides, speaks for the Council as a whole, approves the provisional agenda and "
        "calls the meetings. The President's own State keeps its vote and its voice. It normally speaks "
        "last.",
        "Rules 1, 7, 18 and 19",
        see=("PR5", "CB3"),
    ),
    Rule(
        "PR5",
        "Ceding the chair",
        "A President whose State is directly connected with a question may hand the chair to the next "
        "member in English order, for that question only. Nobody votes on it and nobody can compel it. "
        "The State keeps its seat and its vote.",
        "Rule 20",
        Example(
            "",
            "1948-10",
            "On the Berlin question the United States left the chair to Argentina.",
        ),
        see=("PR1", "PR4"),
    ),
    Rule(
        "PR6",
        "Another representative presides",
        "If the permanent representative is away, another accredited representative of the same State "
        "takes the chair. No rule speaks of a delegation that stays away altogether; the game then "
        "passes the chair on in English order.",
        "Practice",
        see=("PR1", "V7"),
    ),
    Rule(
        "MT1",
        "When the Council meets",
        "It meets at the call of the President whenever that seems necessary. No more than fourteen "
        "days were to pass between meetings, though this is not kept to the letter.",
        "Rule 1",
        see=("MT2",),
    ),
    Rule(
        "MT2",
        "Any member may ask",
        "The President shall call a meeting when any member asks for one. No vote decides on that. "
        "Those who do not want the meeting can only fight its agenda when it has begun.",
        "Rule 2",
        Example(
            "",
            "2022-01-31",
            "The United States had asked for a public meeting on Ukraine; ten members voted to hold it, "
            "China and the Russian Federation voted no.",
        ),
        see=("AG5", "MT1"),
    ),
    Rule(
        "MT3",
        "Others who bring matters",
        "A State may bring a dispute, the Assembly may make a recommendation or refer a question, and "
        "the Secretary-General may draw attention to a threat to the peace. Then too the President "
        "calls a meeting.",
        "Rule 3; Articles 11, 35 and 99",
        see=("CH3", "MT2"),
    ),
    Rule(
        "MT4",
        "Periodic meetings",
        "Twice a year the Council was to meet at a high level. In fact it has almost never done so.",
        "Article 28(2); rule 4",
        Example(
            "",
            "1970-10-21",
            "The first periodic meeting was held, twenty-four years after the Council began its work.",
        ),
        see=("MT1", "AG8"),
    ),
    Rule(
        "MT5",
        "Where it meets",
        "The Council meets at the seat of the Organization. It may decide to meet elsewhere, and that "
        "decision is procedural. It has sat in Paris, Addis Ababa, Panama, Geneva and Nairobi.",
        "Article 28(3); rule 5",
        Example(
            "S/PV.1",
            "1946-01-17",
            "The first meeting of all was held in London.",
        ),
        see=("M1", "MT1"),
    ),
    Rule(
        "MT6",
        "What is no meeting",
        "Consultations behind closed doors, informal talks with outside speakers and video conferences "
        "are not meetings of the Council. They have no record, take no decision and hold no vote.",
        "Practice",
        see=("PB1",),
    ),
)
