"""Voting in the Council: the bar, the veto, the preliminary question, what is procedural."""

from __future__ import annotations

from game.rules.pages import Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "V0",
        "No majorities of its own",
        "The Council's rules of procedure set no majorities; those of the Charter and of the Statute "
        "of the Court apply.",
        "Rule 40",
    ),
    Rule(
        "V1",
        "One member, one vote",
        "Every member has one vote and there is no quorum: a meeting may be held with empty chairs, "
        "but a decision still needs its seven or nine votes.",
        "Article 27(1)",
    ),
    Rule(
        "V2",
        "Decision on substance",
        "A decision of substance needs seven affirmative votes in the Council of eleven, nine in the "
        "Council of fifteen, and no permanent member voting no.",
        "Article 27(3)",
    ),
    Rule(
        "V3",
        "Decision on procedure",
        "A decision of procedure needs seven or nine affirmative votes as well, but a permanent "
        "member's no is an ordinary no.",
        "Article 27(2)",
    ),
    Rule(
        "V4",
        "The veto",
        "When a proposal of substance has the votes it needs, the no of a single permanent member "
        "still defeats it. The no of an elected member never does.",
        "Article 27(3)",
    ),
    Rule(
        "V5",
        "The bar before the veto",
        "First count the yes votes. Where the seven or nine are missing the proposal has failed for "
        "want of votes, and nobody has vetoed it.",
        "Article 27(3); practice",
    ),
    Rule(
        "V6",
        "A permanent member abstains",
        "A permanent member's abstention is not a no and does not prevent a decision.",
        "Practice since 1946; Namibia opinion 1971, paragraph 22",
    ),
    Rule(
        "V7",
        "A permanent member is absent",
        "An empty chair is not a no either: the Council decided without the Soviet Union in 1946 and "
        "in 1950.",
        "Practice; Iran 1946, Korea 1950",
    ),
    Rule(
        "V8",
        "Not participating",
        "A member may be present and take no part in the vote. It is recorded apart from abstention "
        "and has the same effect.",
        "Practice; resolution 338 (1973)",
    ),
    Rule(
        "V9",
        "No permanent yes is needed",
        "A decision needs no affirmative vote of any permanent member, as long as none votes no.",
        "Resolution 344 (1973)",
    ),
    Rule(
        "V10",
        "A party to a dispute abstains",
        "In decisions under Chapter VI and Article 52(3) a party to the dispute shall abstain, "
        "permanent or not. Where this is enforced its vote is void and counts as an abstention; the "
        "bar stays where it is.",
        "Article 27(3)",
    ),
    Rule(
        "V11",
        "The duty in practice",
        "The Council has hardly ever made a member abstain that did not itself accept to be a party; "
        "votes have been counted as cast.",
        "Practice 1946 to 1960",
    ),
    Rule(
        "V12",
        "Amendments and parts",
        "An amendment or a part of a text is voted by the same majority as the text, and is open to "
        "the veto in the same way.",
        "Practice; 14 December 1955",
    ),
    Rule(
        "V13",
        "How votes are taken",
        "Hands are shown in favour, then against, then in abstention, and the President states the "
        "result. Only elections are secret.",
        "Practice",
    ),
    Rule(
        "V14",
        "A declared result is final",
        "After the result is declared no member can change its vote; it may say how it meant to vote, "
        "and a defeated text may come back as a new draft.",
        "Practice; 28 September 1950",
    ),
    Rule(
        "P1",
        "What the sponsoring Powers called procedural",
        "In 1945 the Powers named procedural matters, among them invitations, meetings and the "
        "agenda, and promised that none of them alone could prevent discussion.",
        "Statement of 7 June 1945, part I",
    ),
    Rule(
        "P2",
        "The preliminary question",
        "Whether a matter is procedural may itself be put to the vote; the Powers claimed the veto on "
        "that question too.",
        "Statement of 7 June 1945, part II",
    ),
    Rule(
        "P3",
        "The double veto",
        "Under the Statement a matter is procedural only if seven or nine say so and no permanent "
        "member says no. The main proposal is then put under the nature found, so one member can say "
        "no twice.",
        "Statement of 7 June 1945; 1946 to 1948",
    ),
    Rule(
        "P4",
        "The President rules instead",
        "Under rule 30 the President rules that a matter is procedural, and the ruling stands unless "
        "seven or nine vote to overrule it. A permanent no does not change that.",
        "Rule 30; 1950 and 1959",
    ),
    Rule(
        "P5",
        "When the question was put",
        "It was put on Spain 1946, on Greece 1947, on Czechoslovakia 1948, on Formosa 1950 and on "
        "Laos 1959, and not since.",
        "Repertory, Article 27",
    ),
    Rule(
        "P6",
        "Before or after",
        "The preliminary question may be put before the main vote, or after it.",
        "Practice of 1946 and 1950",
    ),
    Rule(
        "M1",
        "Procedural in practice",
        "The agenda and its items, rulings, suspension and adjournment, invitations, the conduct of "
        "business, credentials, places of meeting and calling the Assembly are procedural.",
        "Repertoire; practice",
    ),
    Rule(
        "M2",
        "Contested nature",
        "Subsidiary organs, keeping an item, asking the Assembly to recommend, and investigation have "
        "been called both; without a ruling they are treated as substantive.",
        "Practice 1946 to 1959",
    ),
    Rule(
        "M3",
        "Substantive",
        "Everything under Chapters VI to VIII, the admission and expulsion of Members, the Secretary- "
        "General, and whatever nobody has classified is substantive.",
        "Article 27(3)",
    ),
    Rule(
        "M4",
        "How often",
        "Procedural votes are rare, most of them about the agenda; in them permanent members have "
        "often been outvoted.",
        "Counts of 1946 to 2020",
    ),
    Rule(
        "SP1",
        "Electing a judge",
        "Council and Assembly vote apart and in secret; a judge needs an absolute majority in each, "
        "six of eleven or eight of fifteen in the Council, and no veto applies.",
        "Statute of the Court, Article 10",
    ),
    Rule(
        "SP2",
        "Choosing a Secretary-General",
        "The Council recommends in private, on substance and so with a veto; the Assembly appoints.",
        "Article 97; rule 48",
    ),
    Rule(
        "SP3",
        "Admitting a Member",
        "The Council recommends on substance, with a veto, and the Assembly decides by two-thirds.",
        "Article 4(2); rules 58 to 60",
    ),
    Rule(
        "SP4",
        "Reviewing the Charter",
        "A review conference needs any seven members of the Council, from 1968 any nine, and at the "
        "tenth session any seven; there is no veto.",
        "Article 109",
    ),
    Rule(
        "SP5",
        "Suspending and expelling",
        "Both need a recommendation of substance by the Council and two-thirds in the Assembly; the "
        "Council alone restores rights.",
        "Articles 5 and 6",
    ),
    Rule(
        "SP6",
        "Electing the Council",
        "The Assembly elects the members without permanent seats by two-thirds; the Council has no "
        "part in it.",
        "Articles 18(2) and 23",
    ),
)
