"""Drafts, resolutions and amendments as printed documents: the layout of the time, as lines of a page.

Until 1993 documents look as in the Council's annual volumes, from 1994 on as its modern series. It must never
judge the text: a draft without an operative part is printed as far as it goes.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.plain import clean
from game.prose import assembly, organs
from game.prose.clauses import clause_text, is_preamble, paragraph
from game.prose.footers import footnote, in_english_order, vote_line
from game.prose.names import day, listed, official, ordinal, year
from game.prose.paper import EMPTY, Line, Span, centred, left, right
from game.prose.votes import Put
from game.rules.covenant_texts import REPORT
from game.rules.records import statement_title
from game.session.scenario import Clause, Scenario, StoredDraft
from game.session.state import Amendment, Draft

__all__ = ["amendment", "body", "clause_text", "of_stored", "printed", "resolution"]

MODERN = 1994
_KINDS = {"statement": "draft statement by the President", "press": "draft statement to the press"}
"""What texts other than draft resolutions are called before they are agreed to."""


def printed(scenario: Scenario, draft: Draft, date: str = "") -> list[Line]:
    """Return a draft as a document: masthead, symbol, date, sponsors, text.

    `date` is the ISO date on its masthead; without it, that of the stage in which the draft was tabled.
    """
    when = date or _date_of(scenario, draft.stage)
    names = [official(scenario, code) for code in in_english_order(scenario, draft.sponsors)]
    kind = _KINDS.get(draft.form, "draft resolution")
    heading = f"{listed(names)}: {kind}" if names else f"{kind[:1].upper()}{kind[1:]}"
    if draft.status == "issued":
        heading = statement_title(year(when)) if draft.form == "statement" else "Statement to the press"
    if draft.form == "assembly":
        organ = organs.assembly(scenario.open.body, scenario.open.words)
        page = _masthead(scenario, _symbol(draft), when, "Limited", organ)
        text = body(scenario, draft.clauses, year(when), organ)
        note = left(assembly.note(scenario.open.body), "small")
        return [*page, EMPTY, centred(heading, "bold"), EMPTY, *text, EMPTY, note]
    page = _masthead(scenario, _symbol(draft), when, "Provisional")
    return [*page, EMPTY, centred(heading, "bold"), EMPTY, *body(scenario, draft.clauses, year(when))]


def resolution(scenario: Scenario, draft: Draft, vote: Put) -> list[Line]:
    """Return an adopted draft as the resolution it became; `vote` is the question by which it was adopted."""
    number, then = vote.resolution or draft.resolution, year(vote.date)
    text = body(scenario, draft.clauses, then)
    if then >= MODERN:
        adopted = (
            f"Adopted by the {organs.council(scenario.open.body, scenario.open.words)} at its "
            f"{ordinal(vote.meeting)} meeting, on {day(vote.date)}"
        )
        page = _masthead(scenario, f"S/RES/{number} ({then})", vote.date, "General")
        return [
            *page,
            EMPTY,
            left(f"Resolution {number} ({then})", "bold"),
            left(adopted, "bold"),
            EMPTY,
            *text,
        ]
    heading = f"{number} ({then}). Resolution of {day(vote.date)}"
    if organs.of_the_league(scenario.open.body):
        heading = f"{'Report' if vote.rule == REPORT else 'Resolution'} of {day(vote.date)}"
    page = [left(heading, "bold"), right(f"[{_symbol(draft)}]"), EMPTY, *text, EMPTY]
    votes = {} if vote.kind == "consent" else vote.votes
    page.append(right(vote_line(scenario, votes, vote.meeting), "italic"))
    if note := footnote(scenario, votes):
        page += [EMPTY, left(note, "small")]
    return page


def amendment(scenario: Scenario, change: Amendment, clauses: Sequence[Clause], date: str = "") -> list[Line]:
    """Return an amendment as a document; `clauses` is the text it would change."""
    heading = f"{official(scenario, change.seat)}: amendment to the draft resolution contained in document"
    page = _masthead(scenario, change.symbol, date or scenario.open.opens, "Provisional")
    page += [EMPTY, centred(f"{heading} {clean(change.draft)}", "bold"), EMPTY]
    asks = _asks(scenario, change, clauses)
    if change.change == "delete" or change.clause is None:
        return [*page, left(f"{asks}.")]
    verb, rest = clause_text(scenario, change.clause)
    new = (Span("“"), Span(verb, "italic"), Span(f" {rest}".rstrip() + "”."))
    return [*page, left(f"{asks}:"), Line(new, indent=1)]


def body(scenario: Scenario, clauses: Sequence[Clause], then: int = MODERN, organ: str = "") -> list[Line]:
    """Return the text itself, from `The Security Council,` to the full stop; `then` is the year.

    `organ` is the body whose text it is, the Council if none is named.

    Preambular paragraphs end in commas, operative ones in semicolons, the last in a full stop; a single
    operative paragraph has no number before 1994.
    """
    recommends = bool(organ) and not organs.of_the_league(scenario.open.body)
    organ = organ or organs.council(scenario.open.body, scenario.open.words)
    placed = list(enumerate(clauses))
    preamble = [(at, c) for at, c in placed if is_preamble(scenario, c)]
    operative = [(at, c) for at, c in placed if not is_preamble(scenario, c)]
    page = [Line((Span(f"The {organ},", "italic"),))]
    page += [_paragraph(scenario, c, "", ",", at) for at, c in preamble]
    numbered = then >= MODERN or len(operative) > 1
    for number, (at, c) in enumerate(operative, 1):
        end = "." if number == len(operative) else ";"
        page.append(_paragraph(scenario, c, f"{number}. " if numbered else "", end, at, recommends))
    return page


def of_stored(stored: StoredDraft) -> Draft:
    """Return a text of the pack as the draft it would be if its own sponsors tabled it."""
    return Draft(
        stored.symbol, stored.sponsors, stored.clauses, 0, stored.title, stored.id, stage=stored.stage
    )


def _paragraph(
    scenario: Scenario, clause: Clause, number: str, end: str, place: int, recommends: bool = False
) -> Line:
    verb, rest = clause_text(scenario, clause)
    verb = assembly.recommending(verb, rest) if recommends else verb
    spans = (Span(number),) if number else ()
    return Line((*spans, Span(verb, "italic"), Span(f" {rest}".rstrip() + end)), indent=1, clause=place)


def _masthead(scenario: Scenario, symbol: str, date: str, distribution: str, organ: str = "") -> list[Line]:
    """The head of a page in the layout of its year; `organ` is the Council if none is named."""
    sits, words = scenario.open.body, scenario.open.words
    organ, whose = organ or organs.council(sits, words), organs.organisation(sits, words)
    if year(date) >= MODERN:
        house, council = left(whose), left(organ, "bold")
        return [house, right(symbol, "bold"), council, right(f"Distr.: {distribution}"), right(day(date))]
    house, council = left(whose.upper(), "bold"), left(organ.upper(), "bold")
    return [house, council, right(symbol, "bold"), right(day(date)), right("Original: English")]


def _symbol(draft: Draft) -> str:
    """A draft's symbol, with the revision it stands in."""
    base, _, earlier = draft.symbol.partition("/Rev.")
    revision = draft.revision + (int(earlier) if earlier.isdigit() else 0)
    return f"{base}/Rev.{revision}" if revision else draft.symbol


def _date_of(scenario: Scenario, stage: str) -> str:
    return next((s.date for s in scenario.sealed.stages if s.id == stage), scenario.open.opens)


def _asks(scenario: Scenario, change: Amendment, clauses: Sequence[Clause]) -> str:
    """What an amendment asks to be done with the text."""
    at = clauses.index(change.target) if change.target in clauses else change.place
    if change.change == "delete":
        return f"Delete {paragraph(scenario, clauses, at)}"
    if change.change == "replace":
        return f"Replace {paragraph(scenario, clauses, at)} by the following"
    part = change.clause is not None and is_preamble(scenario, change.clause)
    end = change.place if 0 <= change.place <= len(clauses) else len(clauses)
    before = [i for i in range(end) if is_preamble(scenario, clauses[i]) == part]
    if before:
        return f"After {paragraph(scenario, clauses, before[-1])}, insert a new paragraph reading"
    return f"At the head of the {'preamble' if part else 'operative part'}, insert a new paragraph reading"
