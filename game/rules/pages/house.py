"""Rules of the house: those of Model United Nations conferences, and those of this game."""

from __future__ import annotations

from game.rules.pages import Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "MU1",
        "The real rules",
        "The Council's own rules of procedure, as everything else in this book describes them. There is "
        "no seconding, no closure of debate, no quorum and no caucus.",
        "Profile unsc",
        see=("CB1", "CB9", "MU2", "MU3"),
    ),
    Rule(
        "MU2",
        "In the style of NMUN",
        "Formal debate runs from a speakers' list; informal debate is a suspension of the meeting, by "
        "majority. Closing the debate and reconsidering take two-thirds; setting a topic aside and "
        "dividing a question take a majority; anyone may ask for a roll call. That its Council counts "
        "nine votes and the veto as the real one does is not certain, for conferences differ.",
        "House rules, profile nmun",
        see=("MU6", "MU8", "MU10"),
    ),
    Rule(
        "MU3",
        "In the style of UNA-USA",
        "Speakers have a set time and may yield what is left to another delegate, to questions or to "
        "the chair. A moderated caucus (topic, total time, time for each) or an unmoderated one (total "
        "time) needs a majority; closing or tabling the debate and appealing against the chair need "
        'two-thirds. Who answers the roll with "present and voting" may not abstain; a draft wants '
        "signatures of about a fifth of the members.",
        "House rules, profile una_usa",
        see=("MU6", "MU7", "MU10"),
    ),
    Rule(
        "MU4",
        "In the style of THIMUN",
        "Delegates lobby and merge their texts before the debate, which is open, or has time for and "
        "then time against. Speakers open themselves to points of information, motions need a second, "
        "and in procedural votes nobody abstains. In its Security Council the text grows clause by "
        "clause out of amendments, each voted on, and the permanent members may veto.",
        "House rules, profile thimun",
        see=("MU8", "MU9", "MU10"),
    ),
    Rule(
        "MU5",
        "Crisis committees",
        "A directive is a short order of the committee, carried by a majority and without a preamble. "
        "Communiques and press releases are voted on too; a crisis note is one delegation's secret "
        "order to the staff, and nobody votes on it. A directive can be vetoed only if the house says "
        "so; the real Council knows no directives.",
        "House rules, profile crisis",
        see=("MU1", "EV7"),
    ),
    Rule(
        "MU6",
        "Passing, and votes with rights",
        "In a roll call a delegation may pass once. When it is called again it must say yes or no, and "
        'may not abstain. With "yes with rights" or "no with rights" it explains an unexpected vote '
        "after the count. The real Council has none of this.",
        "House rules",
        see=("V13", "EV1"),
    ),
    Rule(
        "MU7",
        "Replies, privilege and inquiries",
        "A right of reply exists in the Assembly and in Model UN, not in the Council. Points of "
        'personal privilege ("I cannot hear") and of inquiry ("what is in order now?") exist in Model '
        "UN alone. A motion to table means to set the topic aside.",
        "House rules",
        see=("GA10", "CB3"),
    ),
    Rule(
        "MU8",
        "Friendly and unfriendly amendments",
        "An amendment that all sponsors accept is friendly and needs no vote; the real counterpart is a "
        "revised draft. Any other is unfriendly, wants signatures of its own in some houses, and is "
        "voted on before the text: by how far it is removed in some houses, by arrival in others.",
        "House rules",
        see=("CB10", "V12"),
    ),
    Rule(
        "MU9",
        "Kinds of veto",
        "With the strict veto the law of the Council holds. In other houses a permanent member is asked "
        "to abstain and let a text pass if it can bear it, or the chair suspends the meeting when a "
        "veto is announced, so that the permanent members can talk. The strict one is usual here.",
        "House rules",
        see=("V4", "V6"),
    ),
    Rule(
        "MU10",
        "Relative majorities",
        "In Model UN majorities are usually taken of those present and voting. A simple majority is "
        "more yes than no; two-thirds means that three times the yes is at least twice the yes and no "
        "together. The real Council counts to a fixed number instead.",
        "House rules",
        see=("V2", "GA2"),
    ),
    Rule(
        "MU11",
        "Delaying motions",
        "The chair may rule a motion out of order when it only serves to delay. Whether that ruling can "
        "be appealed against, and by which majority, is for the house to say.",
        "House rules",
        see=("CB5", "MU3"),
    ),
    Rule(
        "H1",
        "Whose turn it is",
        "Many acts belong to one seat at one moment: who has the floor speaks, who is called votes, who "
        "presides rules. Everybody else waits for their turn.",
        "House rule",
        see=("CB1", "PR4"),
    ),
    Rule(
        "H2",
        "The time is spent",
        "A meeting, and a turn in consultations, has only so much time. When it is spent, what is left "
        "waits for the next.",
        "House rule",
        see=("AG6", "H8"),
    ),
    Rule(
        "H3",
        "The sitting is over",
        "The crisis has come to its end and the debrief begins. Nothing more can be done in this sitting.",
        "House rule",
    ),
    Rule(
        "H4",
        "Something to decide",
        "A draft needs at least one operative clause. A preamble alone says why the Council would act, "
        "but decides nothing.",
        "House rule",
        see=("CB12", "CH18"),
    ),
    Rule(
        "H5",
        "It must exist",
        "An act must name something that is really before the Council: a seat, a text, a clause, a "
        "party, a deal. Look at the list again; the name may have changed or the thing may be gone.",
        "House rule",
    ),
    Rule(
        "H6",
        "Not in this crisis",
        "The author of the crisis has not made this possible. It may not belong to this story or to its "
        "time.",
        "House rule",
    ),
    Rule(
        "H7",
        "Between two, outside the meeting",
        "A note or a deal is between two delegations, and is made in consultations or between meetings. "
        "In the meeting itself delegations speak to all. Whoever has a note in consultations has a turn to "
        "answer it before they end.",
        "House rule",
        see=("MT6",),
    ),
    Rule(
        "H8",
        "Once a round",
        "Some acts may be done once in a round and not again until the next. So nobody can hold up the "
        "others.",
        "House rule",
        see=("H2", "CB9"),
    ),
    Rule(
        "H9",
        "The director alone",
        "Letting something happen, handing a seat over and marking a moment belong to the director of "
        "the sitting. In class, so does taking an act back.",
        "House rule",
    ),
)
