"""Conduct of business: the floor, motions, drafts, amendments, invitations, statements."""

from __future__ import annotations

from game.rules.pages import Rule

PAGE: tuple[Rule, ...] = (
    Rule(
        "CB1",
        "Order of speakers",
        "The President calls on representatives in the order in which they ask to speak. There is no "
        "limit of time, no closure of debate and no right of reply.",
        "Rules 27 and 29",
    ),
    Rule(
        "CB2",
        "Committees and rapporteurs",
        "The Council may appoint a committee or a rapporteur for a question.",
        "Rule 28",
    ),
    Rule(
        "CB3",
        "Point of order",
        "Any representative may raise one at any time, even during a speech, and the President rules "
        "at once.",
        "Rule 30",
    ),
    Rule(
        "CB4",
        "Challenge to a ruling",
        "A challenged ruling is put to the Council immediately and without debate. It stands unless "
        "overruled.",
        "Rule 30",
    ),
    Rule(
        "CB5",
        "Overruling needs the full number",
        "Seven or nine votes to overrule are needed; with fewer the ruling stands. It is procedural, "
        "so nobody has a veto.",
        "Rule 30; 1 August 1950",
    ),
    Rule(
        "CB6",
        "Order of drafts",
        "Drafts are voted in the order in which they were submitted, unless the Council decides "
        "otherwise by a procedural vote.",
        "Rules 31 and 32",
    ),
    Rule(
        "CB7",
        "Separate votes",
        "Parts are voted separately when any member asks, unless the mover of the text objects. What "
        "is rejected falls, the rest is voted as a whole, and if no operative part is left the text "
        "has failed.",
        "Rule 32",
    ),
    Rule(
        "CB8",
        "Withdrawal",
        "A text may be withdrawn by its sponsors, all agreeing, as long as no vote has been taken on "
        "any of it. No seconder is needed.",
        "Rules 34 and 35",
    ),
    Rule(
        "CB9",
        "Precedence of motions",
        "In this order: suspend, adjourn, adjourn to a set time, refer, postpone, amend. The first "
        "two are decided without debate.",
        "Rule 33",
    ),
    Rule(
        "CB10",
        "Amendments",
        "An addition or deletion is voted first, then the amendment furthest removed in substance. An "
        "amendment must relate to the text; one that all sponsors accept needs no vote.",
        "Rule 36",
    ),
    Rule(
        "CB11",
        "Voting is not interrupted",
        "After the amendments the text is voted as a whole. Once voting has begun only a point of "
        "order about the voting may interrupt it.",
        "Practice",
    ),
    Rule(
        "CB12",
        "Who may propose",
        "Any member of the Council may table a text, alone and without a seconder. Sponsors are named on it.",
        "Rules 31, 34 and 38",
    ),
    Rule(
        "IN1",
        "Guests of the Council",
        "A Member whose interests are specially affected may be invited, and a State that is party to "
        "the dispute shall be, both without a vote. A State outside the United Nations may be set "
        "conditions.",
        "Articles 31 and 32",
    ),
    Rule(
        "IN2",
        "Rule 37",
        "Members outside the Council are invited when their interests are specially affected or when "
        "they brought the matter.",
        "Rule 37",
    ),
    Rule(
        "IN3",
        "Rule 39",
        "Officers of the Secretariat or other persons may be heard when the Council thinks them competent.",
        "Rule 39",
    ),
    Rule(
        "IN4",
        "Special forms",
        "Some have been invited as if under rule 37 without being Members, the first on 4 December 1975.",
        "Practice",
    ),
    Rule(
        "IN5",
        "Proposals of guests",
        "Invited States may submit proposals, but these are voted only if a member of the Council "
        "asks. Guests have no vote and move no motions.",
        "Rule 38",
    ),
    Rule(
        "IN6",
        "Objection to an invitation",
        "Invitations are extended without a vote unless somebody objects; then the vote is procedural.",
        "Practice; 9 September 1946",
    ),
    Rule(
        "EV1",
        "Explanations of vote",
        "Members may speak in explanation before the vote and after it, never during it; sponsors may "
        "explain too.",
        "Practice",
    ),
    Rule(
        "EV2",
        "When a vote is needed",
        "A vote is taken only when somebody asks for one or division is known.",
        "Practice",
    ),
    Rule(
        "EV3",
        "Without a vote",
        "If the President hears no objection the matter is decided. One objection, and it is voted.",
        "Practice",
    ),
    Rule(
        "EV4",
        "Presidential statement",
        "It is made on behalf of the Council and needs the agreement of all members. Any of them can "
        "block it, elected or permanent, and it is not voted.",
        "Practice",
    ),
    Rule(
        "EV5",
        "Press statement",
        "It too needs the agreement of all, but it is no decision and is not read at a meeting.",
        "Practice",
    ),
    Rule(
        "EV6",
        "The Council only adjourns",
        "It never ends its session: it functions continuously and stays seized of its matters.",
        "Article 28(1)",
    ),
    Rule(
        "EV7",
        "Weight of the Council's words",
        "Strongest first: a resolution under Chapter VII, another resolution, a presidential "
        "statement, a letter or note, a press statement.",
        "Practice",
    ),
)
