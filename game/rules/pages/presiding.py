"""Who presides, how meetings are called, and how the agenda is made."""

from __future__ import annotations

from game.rules.pages import Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "PR1",
        "The presidency rotates",
        "Members preside in turn, one calendar month each, in English alphabetical order of the names "
        "the United Nations uses for them.",
        "Rule 18",
    ),
    Rule(
        "PR2",
        "Across the new year",
        "After December's President comes the next name in the new year's list. A member that leaves "
        "before its turn misses it.",
        "Rule 18; practice",
    ),
    Rule(
        "PR3",
        "The first year",
        "In 1946 a turn ran from the 17th of one month to the next; the eleventh was prolonged to the "
        "end of December.",
        "Resolution 14 (1946)",
    ),
    Rule(
        "PR4",
        "What the President does",
        "The President presides, speaks for the Council, approves the provisional agenda and calls "
        "meetings, and keeps the vote and voice of the President's own State, which speaks last.",
        "Rules 1, 7 and 19",
    ),
    Rule(
        "PR5",
        "Ceding the chair",
        "A President whose State is directly connected with a question may hand the chair to the next "
        "member in English order, for that question only. Nobody can compel it.",
        "Rule 20",
    ),
    Rule(
        "PR6",
        "Another representative presides",
        "If the representative is away, another of the same delegation presides. No rule speaks of a "
        "delegation that stays away; the game then passes the chair on in English order.",
        "Practice",
    ),
    Rule(
        "MT1",
        "When the Council meets",
        "It meets at the call of the President whenever that seems necessary, in principle at least "
        "every fourteen days.",
        "Rule 1",
    ),
    Rule(
        "MT2",
        "Any member may ask",
        "The President shall call a meeting when any member asks for one; opponents can only contest "
        "the agenda.",
        "Rule 2",
    ),
    Rule(
        "MT3",
        "Others who bring matters",
        "A State may bring a dispute, the Assembly may refer one, and the Secretary-General may draw "
        "attention to a threat; then too a meeting is called.",
        "Rule 3; Articles 11, 35 and 99",
    ),
    Rule(
        "MT4",
        "Periodic meetings",
        "Twice a year the Council was to meet at a high level; it hardly ever has.",
        "Article 28(2); rule 4",
    ),
    Rule(
        "MT5",
        "Where it meets",
        "At the seat of the Organization, unless the Council decides by a procedural vote to meet elsewhere.",
        "Article 28(3); rule 5",
    ),
    Rule(
        "MT6",
        "What is no meeting",
        "Consultations and other informal talks have no record, take no decision and hold no vote.",
        "Practice",
    ),
    Rule(
        "AG1",
        "Communications",
        "The Secretary-General passes on at once what States write to the Council.",
        "Rule 6",
    ),
    Rule(
        "AG2",
        "The provisional agenda",
        "Only matters circulated, left unfinished or postponed may be put on it; the President approves it.",
        "Rule 7",
    ),
    Rule(
        "AG3",
        "Notice",
        "The agenda goes out three days before the meeting, or with the notice if it is urgent.",
        "Rule 8",
    ),
    Rule(
        "AG4",
        "The agenda comes first",
        "The first item of every meeting is the adoption of the agenda.",
        "Rule 9",
    ),
    Rule(
        "AG5",
        "A contested agenda",
        "If anyone objects the agenda is voted on, procedurally. If it is not adopted the meeting "
        "cannot take up the item.",
        "Rule 9; 19 March 2018",
    ),
    Rule(
        "AG6",
        "Unfinished items",
        "What a meeting does not finish goes on the agenda of the next.",
        "Rule 10",
    ),
    Rule(
        "AG7",
        "Matters of which the Council is seized",
        "An item stays on the list until it is removed, and while the Council deals with it the "
        "Assembly makes no recommendation unless asked.",
        "Rule 11; Article 12",
    ),
    Rule(
        "AG8",
        "Agenda of periodic meetings",
        "It goes out twenty-one days before.",
        "Rule 12",
    ),
    Rule(
        "RC3",
        "Credentials",
        "The Secretary-General reports on them and the Council approves; a challenge is procedural.",
        "Rule 15",
    ),
    Rule(
        "RC4",
        "Sitting meanwhile",
        "A representative whose credentials are contested keeps all rights until the Council decides "
        "otherwise.",
        "Rules 16 and 17",
    ),
    Rule(
        "PB1",
        "Public meetings",
        "Meetings are public unless the Council decides otherwise; the recommendation of a Secretary- "
        "General is always made in private.",
        "Rule 48",
    ),
    Rule(
        "PB3",
        "Private meetings",
        "Of a private meeting a single record may be kept by the Secretary-General.",
        "Rule 51",
    ),
    Rule(
        "PB4",
        "The communique",
        "Each private meeting ends with a communique.",
        "Rule 55",
    ),
)
