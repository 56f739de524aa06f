"""Conduct of business: the floor, motions, drafts, amendments; and guests at the table."""

from __future__ import annotations

from game.rules.pages import Example, Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "CB1",
        "Order of speakers",
        "The President calls on members in the order in which they ask to speak; whoever reports for a "
        "committee may go first. No rule limits the time, closes the debate or gives a right of reply. "
        "To vote at once is an ordinary decision on the conduct of business.",
        "Rules 27 and 29",
        see=("CB3", "GA10", "M1"),
    ),
    Rule(
        "CB2",
        "Committees and rapporteurs",
        "The Council may appoint a committee, or one person as its rapporteur, to look into a question "
        "and report. It is not bound to follow the report.",
        "Rule 28",
        Example(
            "S/RES/4 (1946)",
            "1946-04-29",
            "For the Spanish question the Council appointed a sub-committee of five.",
        ),
        see=("CB9",),
    ),
    Rule(
        "CB3",
        "Point of order",
        "Any representative may raise a point of order at any time, even in the middle of a speech. It "
        "must be about how the meeting is run. The President rules on it at once.",
        "Rule 30",
        see=("CB4", "CB5"),
    ),
    Rule(
        "CB4",
        "Challenge to a ruling",
        "A ruling that is challenged goes to the Council immediately, and nobody debates it. The ruling "
        "stands unless it is overruled.",
        "Rule 30",
        Example(
            "S/PV.303",
            "1948-05-24",
            "On Czechoslovakia the President's way of putting the question was challenged; six votes "
            "for overruling were too few, though the exact count is not certain.",
        ),
        see=("CB5", "CB3"),
    ),
    Rule(
        "CB5",
        "Overruling needs the full number",
        "Seven or nine votes to overrule are needed; with fewer the ruling stands. The vote is "
        "procedural, so nobody has a veto and the President's own State votes too. Put the other way, "
        "as a question whether to uphold, only seven or nine noes overrule.",
        "Rule 30",
        Example(
            "S/PV.480",
            "1950-08-01",
            "The Soviet President's ruling on the seat of China was overruled by eight votes to three; "
            "his own no was no veto.",
        ),
        see=("CB4", "V3", "RC4"),
    ),
    Rule(
        "CB6",
        "Order of drafts",
        "Drafts are handed in in writing and voted on in the order in which they came in. The Council "
        "may decide on another order by a procedural vote. The order matters: once one text is adopted, "
        "the next may have lost its point.",
        "Rules 31 and 32",
        Example(
            "S/PV.703",
            "1955-12-13",
            "Eight members gave a later draft on eighteen applicants the first vote; China's no did not "
            "stop it.",
        ),
        see=("CB9", "CB12"),
    ),
    Rule(
        "CB7",
        "Separate votes",
        "Any member may ask that parts of a text be voted on separately, and it is done unless the "
        "original mover objects. What is rejected falls, and the rest is voted on as a whole. If no "
        "operative part is left the whole is taken as rejected; that the Council follows the Assembly "
        "in this is not certain.",
        "Rule 32",
        Example(
            "S/3671",
            "1956-10-13",
            "The first part of the Suez draft was carried by all eleven, the second was vetoed by the "
            "Soviet Union; the first alone became resolution 118.",
        ),
        see=("V12", "CB11"),
    ),
    Rule(
        "CB8",
        "Withdrawal",
        "Nobody needs to second a motion or a draft. Its mover may take it back as long as no vote has "
        "been taken on any of it. A seconder, where there was one, may keep it alive; that all of "
        "several sponsors must agree is the usual view but not certain.",
        "Rules 34 and 35",
        see=("CB12", "CB7"),
    ),
    Rule(
        "CB9",
        "Precedence of motions",
        "Some motions go before everything else, in this order: suspend the meeting, adjourn it, "
        "adjourn it to a set time, refer the matter to somebody, postpone discussion, amend. The first "
        "two are put to the vote without debate; the others may be debated.",
        "Rule 33",
        Example(
            "S/PV.565",
            "1951-10-19",
            "Discussion of the Anglo-Iranian oil question was postponed by eight votes to one; the one, "
            "a Soviet no, was no veto.",
        ),
        see=("CB10", "CB4", "CB6"),
    ),
    Rule(
        "CB10",
        "Amendments",
        "An amendment that adds or deletes is voted on first; among the others the one furthest from "
        "the text comes first. The President rules on the order. An amendment must relate to the text, "
        "and one that the sponsors accept changes it without a vote.",
        "Rule 36",
        Example(
            "",
            "1955-12-14",
            "An amendment of the United States adding Japan to the new Members got ten votes and was "
            "defeated by the Soviet no.",
        ),
        see=("V12", "CB9", "MU8"),
    ),
    Rule(
        "CB11",
        "Voting is not interrupted",
        "After the amendments and the separate parts, the text is voted on as it then stands. Once the "
        "voting has begun, only a point of order about the voting may break in.",
        "Practice",
        Example(
            "S/RES/218 (1965)",
            "1965-11-23",
            "One paragraph had fallen with four votes to none; what remained was put as a whole and adopted.",
        ),
        see=("CB3", "CB7", "EV1"),
    ),
    Rule(
        "CB12",
        "Who may propose",
        "Any member of the Council may table a text, alone and without a seconder. Its sponsors are "
        "named on it. To show a text in blue ink a day before the vote is a custom and no rule.",
        "Rules 31, 34 and 38",
        Example(
            "S/1501",
            "1950-06-25",
            "The draft on the attack in Korea was tabled by the United States alone and adopted the "
            "same day.",
        ),
        see=("CB6", "CB8", "IN5"),
    ),
    Rule(
        "IN1",
        "Guests of the Council",
        "A Member whose interests are specially affected may be invited to the table. A State that is "
        "party to the dispute shall be invited, and one outside the United Nations may be set fair "
        "conditions. Guests have no vote.",
        "Articles 31 and 32",
        see=("IN2", "IN5", "IN6"),
    ),
    Rule(
        "IN2",
        "Rule 37",
        "Members of the United Nations that do not sit on the Council are invited under rule 37 when "
        "their interests are specially affected, or when they brought the matter themselves. They sit "
        "at the table and speak, but do not vote.",
        "Rule 37",
        Example(
            "S/RES/660 (1990)",
            "1990-08-02",
            "Iraq and Kuwait were heard in this crisis under rule 37, without a vote.",
        ),
        see=("IN1", "IN3"),
    ),
    Rule(
        "IN3",
        "Rule 39",
        "Officers of the Secretariat, or other persons the Council thinks competent, may be invited to "
        "inform it. They speak for themselves or their body, not as a State at the table.",
        "Rule 39",
        Example(
            "S/RES/87 (1950)",
            "1950-09-29",
            "The Council decided, by seven votes to three, to hear a representative of Peking under rule 39.",
        ),
        see=("IN2", "IN4"),
    ),
    Rule(
        "IN4",
        "Special forms",
        "Some have been invited with the rights of rule 37 although they are not States or not Members. "
        "The Council decides on that as on any other invitation, by a procedural vote.",
        "Practice",
        Example(
            "S/PV.1859",
            "1975-12-04",
            "Exactly nine members voted to invite the Palestine Liberation Organization in this way; "
            "the United Kingdom and the United States voted no.",
        ),
        see=("IN2", "IN6"),
    ),
    Rule(
        "IN5",
        "Proposals of guests",
        "States invited under rule 37 or Article 32 may hand in proposals. They are put to the vote "
        "only if a member of the Council asks for it. Guests move no motions and have no vote.",
        "Rule 38",
        see=("CB12", "IN1"),
    ),
    Rule(
        "IN6",
        "Objection to an invitation",
        "The President invites, and if nobody objects it is so decided. If somebody objects the "
        "invitation is put to a procedural vote, and no permanent member can block it.",
        "Practice",
        Example(
            "S/PV.64",
            "1946-09-09",
            "Albania was invited by nine votes although the United Kingdom voted no.",
        ),
        see=("IN1", "V3"),
    ),
)
