"""The terms of a sitting as the lobby words them: what may be chosen, and what each choice means.

Words and nothing else; what they bring about is decided where a sitting is begun.
"""

from __future__ import annotations

from game.delegates import LEVELS, TEMPERAMENTS

PERSON = "person"
SCRIPTED = tuple(t for t in TEMPERAMENTS if t != "recorded")
LENGTHS = {"full": "every stage", "short": "the main stages"}
PRELIMINARY = {"rule_30": "the President rules", "san_francisco": "a vote, double veto"}
"""Who decides whether a question is procedural (P3, P4)."""
ABSTENTION = {"as_cast": "free to vote", "enforce": "must abstain"}
"""Whether the Charter's duty to abstain is enforced (V10, V11)."""
GUESTS = {"": "a statement", "envoy": "an envoy", PERSON: "a person"}
"""How a guest of the Council is heard."""
GUEST_SAYS = {
    "": "If the Council invites it, its statement is read, and it takes no turns.",
    "envoy": "If the Council invites it, a scripted envoy takes its turns and says its piece.",
    PERSON: "If the Council invites it, a person takes its turns: it speaks, and may do what IN5 allows.",
}
"""What each of them means in play."""
TERMS = {
    "length": (
        "How long it is",
        "A full sitting has every stage of the crisis; a short one the main stages, for a lesson.",
    ),
    "seed": ("The seed", "The same seed and the same acts always make the same sitting. Enter: another."),
    "language": (
        "The language",
        "In which the crisis is told: briefs, texts, news and sources. What is not translated is read in "
        "English, and so are the game's own words.",
    ),
    "level": (
        "How well the others play",
        "\n\n".join(f"{level.capitalize()}: {says}" for level, says in LEVELS.items()),
    ),
    "director": (
        "A director",
        "Somebody with a number (PIN) who lets things happen, answers crisis notes, hands seats over and "
        "takes acts back (F4).",
    ),
    "advice": (
        "Estimates and hints",
        "The canvass (K) may add to what is on record how each delegation is likely to vote and why, and "
        "the drafting table may hint which verb would be borne. Made from what a delegation may know, they "
        "can be wrong. As a rule a person alone has them, and a class counts heads by itself.",
    ),
    "preliminary": (
        "Is a question procedural?",
        "The President rules, and may be overruled (P4); or the Council votes, and the no of a permanent "
        "member makes it a question of substance: the double veto of 1945 (P3).",
    ),
    "abstention": (
        "Parties to a dispute",
        "Article 27(3) has them abstain on texts of Chapter VI. In practice they vote freely (V11); held to "
        "it, their yes or no does not count (V10).",
    ),
}
"""What each setting means; a house explains itself."""
