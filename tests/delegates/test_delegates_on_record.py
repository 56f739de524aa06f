"""What is on record of a seat about a text: public to all, private to the reader, and nothing else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from game.delegates.knowledge.on_record import OnRecord, on_record
from game.session.actions import Term
from game.session.scenario import Position, Scenario
from game.session.state import Deal, Draft, Note, Papers, Phase
from game.session.views import View, view
from game.sitting import Sitting


@pytest.fixture(scope="module")
def sitting(sit) -> Sitting:
    begun = sit()
    while begun.state.chamber.phase is not Phase.DEBATE:
        begun.step()
    return begun


def told(
    sitting: Sitting, clauses: tuple, seat: str = "EGY", papers: Papers | None = None, **chamber: object
) -> OnRecord:
    own: View = view(sitting.state, "NOR")
    own = replace(
        own, chamber=replace(own.chamber, **({"positions": {}} | chamber)), papers=papers or own.papers
    )
    return on_record(own, clauses, seat)


def test_nothing_said_is_nothing_told(korea, sitting) -> None:
    assert told(sitting, korea.clauses["res-83"]) == OnRecord((), ())


def test_sponsors_and_announced_votes_are_public(korea, sitting) -> None:
    clauses = korea.clauses["res-83"]
    drafts = {"S/1": Draft("S/1", ("EGY",), clauses, 1)}
    found = told(sitting, clauses, drafts=drafts, stances={"S/1": {"EGY": "no"}})
    assert found.public == ("is a sponsor of the text", "says it would vote no")


def test_what_was_spoken_and_voted_is_told_by_title(korea, sitting) -> None:
    clauses = korea.clauses["res-83"]
    first, *_, last = clauses
    subjects = {first.kind: {"EGY": "no"}, last.kind: {"EGY": "abstain"}}
    found = told(sitting, clauses, positions={"EGY": {"assistance": "against"}}, subjects=subjects)
    assert found.public[0] == "spoke against “Armed help for the South”"
    assert found.public[1].startswith("voted no when “")
    assert found.public[1].endswith("” was last put")
    assert found.public[2].startswith("chose to abstain when “")


@pytest.mark.parametrize(
    ("deal", "line"),
    [
        (("EGY", "NOR", "accepted"), "has promised you to vote yes"),
        (("EGY", "NOR", "offered"), "offers to vote yes, for something in return"),
        (("NOR", "EGY", "refused"), "would not promise you to vote yes"),
    ],
)
def test_h7_deals_are_private(korea, sitting, deal: tuple[str, str, str], line: str) -> None:
    clauses = korea.clauses["res-83"]
    drafts = {"S/1": Draft("S/1", ("USA",), clauses, 1)}
    yes, other = Term("vote", "S/1", "yes"), Term("vote", "S/2", "yes")
    give, want = (yes, other) if deal[0] == "EGY" else (other, yes)
    papers = Papers(deals={1: Deal(1, deal[0], deal[1], give, want, deal[2])})
    assert told(sitting, clauses, papers=papers, drafts=drafts) == OnRecord((), (line,))
    assert told(sitting, clauses, "IND", papers=papers, drafts=drafts) == OnRecord((), ())


def test_a_refusal_in_a_note_is_private(korea, sitting) -> None:
    clauses = korea.clauses["res-83"]
    title = next(k.title for k in korea.open.clauses if k.id == clauses[-1].kind)
    papers = Papers(notes=Note("EGY", "NOR", f"We may not vote for “{title}”."))
    assert told(sitting, clauses, papers=papers).private == (
        f"wrote to you that it cannot vote for “{title}”",
    )


def test_nothing_comes_from_anothers_brief(korea, sitting) -> None:
    scenario = sitting.state.scenario
    briefs = {
        s: replace(b, positions={i: Position(-3.0, 3.0) for i in b.positions}) if s != "NOR" else b
        for s, b in scenario.sealed.briefs.items()
    }
    poisoned = replace(
        sitting.state, scenario=Scenario(scenario.open, replace(scenario.sealed, briefs=briefs))
    )
    for clauses in korea.clauses.values():
        for seat in sitting.state.chamber.members:
            assert on_record(view(poisoned, "NOR"), clauses, seat) == on_record(
                view(sitting.state, "NOR"), clauses, seat
            )
