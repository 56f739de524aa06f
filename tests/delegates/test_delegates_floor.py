"""With the floor, in consultations and in the chair: scripts, texts, amendments, deals, pledges, rulings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from game.delegates import take_seat
from game.session import actions as a
from game.session import events as e
from game.session.chance import Chance
from game.session.legal import Docket
from game.session.scenario import Clause, RedLine, ScriptLine
from game.session.state import Phase, State
from game.session.table import turn
from game.session.views import view
from game.sitting import Sitting


def choice(state: State, seat: str, heard: tuple[e.Event, ...] = ()) -> a.Action:
    delegate = take_seat("steadfast", seat)
    for event in heard:
        delegate.hear(event)
    return delegate.choose(view(state, seat), Docket(state, seat), Chance(1, 1).stream("test"))


def until(sitting: Sitting, met: Callable[[Sitting], bool]) -> Sitting:
    for _ in range(4000):
        if met(sitting):
            return sitting
        assert sitting.step(), "the sitting waits or is over"
    raise AssertionError("it never comes to that")


def has_floor(sitting: Sitting, seat: str) -> bool:
    return sitting.state.chamber.phase is Phase.DEBATE and turn(sitting.state) == (seat,)


def played(sitting: Sitting) -> list[e.Event]:
    sitting.run(6000)
    assert sitting.finished
    assert sitting.refusals == 0
    return sitting.record


def told(record: list[e.Event], kind: type[e.Event], seat: str) -> list[e.Event]:
    return [x for x in record if isinstance(x, kind) and getattr(x, "seat", seat) == seat]


# -- scripts -------------------------------------------------------------------------------------
def test_each_line_of_a_script_is_done_once(convene, sit) -> None:
    words = "We ask   for a\thearing, and shall ask again."
    lines = (
        ScriptLine("june25", "note", "IND", words="Shall we speak  before the vote?"),
        ScriptLine("june25", "object"),
        ScriptLine("june25", "table", "s-1500"),
        ScriptLine("june25", "speak", "hear_north", words=words),
        ScriptLine("june25", "invite", "PRK"),
        ScriptLine("june25", "sponsor", "res-82"),
        ScriptLine("june27", "pledge", "troops:0.5"),
        ScriptLine("june27", "amend", "res-83:welcome"),
        ScriptLine("june27", "leave", words="We have been heard enough."),
        ScriptLine("july7", "return"),
        ScriptLine("november", "refer", "refer"),
        ScriptLine("november", "pledge", "troops"),
    )
    record = played(sit(convene(scripts={"YUG": lines})))
    counted = {
        kind: len(told(record, kind, "YUG"))
        for kind in (
            e.NoteSent,
            e.NoticeGiven,
            e.InvitationProposed,
            e.AmendmentMoved,
            e.SeatLeft,
            e.SeatReturned,
        )
    }
    assert set(counted.values()) == {1}, counted
    assert [x.motion for x in told(record, e.MotionMoved, "YUG")] == ["refer"]
    assert [x.amount for x in told(record, e.PledgeMade, "YUG")] == [10.0]
    assert sum(x.words.split() == words.split() for x in told(record, e.StatementMade, "YUG")) == 1
    assert [x.stored for x in record if isinstance(x, e.DraftTabled) and "YUG" in x.sponsors] == ["s-1500"]
    assert len([x for x in told(record, e.SponsorJoined, "YUG") if x.draft == "S/1501"]) == 1


def test_a_script_may_withdraw_raise_a_point_and_strike_out(convene, sit) -> None:
    lines = {
        "YUG": (
            ScriptLine("june25", "table", "s-1500"),
            ScriptLine("june25", "withdraw", "s-1500"),
            ScriptLine("june25", "amend", "res-82:observe"),
        ),
        "EGY": (
            ScriptLine("june25", "point", "credentials"),
            ScriptLine("june27", "point", "credentials:CHN"),
        ),
    }
    record = played(sit(convene(scripts=lines)))
    assert [x.draft for x in told(record, e.DraftWithdrawn, "YUG")] == ["S/1500"]
    struck = [x.target.kind for x in told(record, e.AmendmentMoved, "YUG") if x.target]
    assert struck == ["observe"]
    assert [(x.subject, x.target) for x in told(record, e.PointRaised, "EGY")] == [("credentials", "CHN")] * 2


def test_lines_that_name_nothing_known_are_passed_over(convene, sit) -> None:
    acts = (
        "table",
        "sponsor",
        "withdraw",
        "amend",
        "invite",
        "point",
        "refer",
        "pledge",
        "note",
        "speak",
        "vote",
    )
    lines = tuple(ScriptLine("june25", act, "nothing:here") for act in acts)
    lines += (ScriptLine("june25", "pledge", "troops:much"), ScriptLine("june25", "amend", "res-82:nothing"))
    record = played(sit(convene(scripts={"YUG": lines})))
    assert told(record, e.StatementMade, "YUG")


def test_a_delegation_leaves_only_after_it_has_spoken(convene, sit) -> None:
    lines = (ScriptLine("june25", "leave"), ScriptLine("june25", "speak", "breach", words="And now we go."))
    record = played(sit(convene(scripts={"EGY": lines})))
    own = [x for x in record if isinstance(x, e.StatementMade | e.SeatLeft) and x.seat == "EGY"]
    assert [type(x) for x in own[:2]] == [e.StatementMade, e.SeatLeft]


# -- texts ---------------------------------------------------------------------------------------
def test_without_a_script_a_seat_tables_the_text_it_moved_in_history(sit) -> None:
    record = played(sit())
    by = {x.stored: x.sponsors[0] for x in record if isinstance(x, e.DraftTabled)}
    assert by["res-82"] == "USA"
    assert by["s-1500"] == "YUG"
    assert by["res-84"] == "GBR"


def test_cb12_a_seat_sponsors_what_it_strongly_likes_and_no_more(sit) -> None:
    record = played(sit())
    joined = [(x.seat, x.draft) for x in record if isinstance(x, e.SponsorJoined)]
    assert joined
    assert len(joined) == len(set(joined))
    assert not [seat for seat, draft in joined if draft == "S/1511" and seat in ("YUG", "EGY", "IND")]


def by_person(sitting: Sitting, *clauses: str) -> str:
    """Let the United States, held by a person, table a text of its own and yield; return its symbol."""
    until(sitting, lambda s: s.awaits == "USA" and s.state.chamber.phase is Phase.RECESS)
    sitting.submit(a.Yield("USA"))
    until(sitting, lambda s: s.awaits == "USA" and s.state.chamber.phase is Phase.DEBATE)
    events = sitting.submit(a.TableDraft("USA", clauses=tuple(Clause(k) for k in clauses)))
    assert isinstance(events, tuple)
    sitting.submit(a.Yield("USA"))
    return next(x.symbol for x in events if isinstance(x, e.DraftTabled))


def test_cb10_a_seat_asks_to_strike_out_what_stands_between_it_and_a_yes(korea, convene, sit) -> None:
    line = RedLine("mandate", "No commission", clauses=("observe",), vote="abstain")
    briefs = {"IND": replace(korea.briefs["IND"], red_lines=(line,))}
    sitting = sit(convene(briefs), USA="person")
    by_person(sitting, "determine_breach", "cease", "observe")
    until(sitting, lambda s: s.awaits == "USA")
    moved = told(sitting.record, e.AmendmentMoved, "IND")
    assert [(x.change, x.target.kind) for x in moved] == [("delete", "observe")]


def test_cb10_what_a_text_is_for_is_not_struck_out(sit) -> None:
    sitting = sit(USA="person")
    by_person(sitting, "determine_breach", "cease")
    until(sitting, lambda s: s.awaits == "USA")
    assert not [x for x in told(sitting.record, e.AmendmentMoved, "YUG") if x.change == "delete"]


def test_cb10_a_clause_badly_wanted_is_moved_to_a_new_text(sit) -> None:
    sitting = sit(USA="person")
    by_person(sitting, "welcome", "cease")
    until(sitting, lambda s: s.awaits == "USA")
    added = [x for x in sitting.record if isinstance(x, e.AmendmentMoved) and x.change == "add"]
    assert [(x.seat, x.clause.kind) for x in added if x.clause] == [("YUG", "mediate")]


@pytest.mark.parametrize(("kind", "taken"), [("localise", True), ("mediate", False)])
def test_cb10_a_friendly_amendment_is_taken_and_no_other(sit, kind: str, taken: bool) -> None:
    sitting = sit(CHN="person")
    until(sitting, lambda s: s.awaits == "CHN" and s.state.chamber.phase is Phase.RECESS)
    sitting.submit(a.Yield("CHN"))
    until(sitting, lambda s: s.awaits == "CHN" and s.state.chamber.phase is Phase.DEBATE)
    moved = sitting.submit(a.MoveAmendment("CHN", "S/1501", "add", -1, Clause(kind)))
    assert isinstance(moved, tuple), moved
    sitting.submit(a.Yield("CHN"))
    until(sitting, lambda s: s.awaits == "CHN")
    assert any(c.kind == kind for c in sitting.state.chamber.drafts["S/1501"].clauses) is taken


def test_cb12_a_sponsor_leaves_a_text_that_was_turned_against_it(sit) -> None:
    sitting = until(sit(), lambda s: has_floor(s, "NOR") and "S/1501" in s.state.chamber.drafts)
    c = sitting.state.chamber
    turned = replace(c.drafts["S/1501"], sponsors=("USA", "NOR"), clauses=(Clause("blame_us"),), revision=1)
    state = replace(sitting.state, chamber=replace(c, drafts={**c.drafts, "S/1501": turned}))
    assert choice(state, "NOR") == a.Unsponsor("NOR", "S/1501")


# -- words, help, the Assembly -------------------------------------------------------------------
def test_h8_nobody_speaks_twice_to_the_same_issue_at_a_meeting(sit) -> None:
    seen: set[tuple[str, str]] = set()
    for event in played(sit()):
        if isinstance(event, e.MeetingOpened):
            seen.clear()
        if isinstance(event, e.StatementMade):
            assert (event.seat, event.issue) not in seen
            assert event.words.endswith(".")
            seen.add((event.seat, event.issue))


def test_ch12_help_is_pledged_by_those_who_like_what_was_adopted(sit) -> None:
    record = played(sit())
    pledged = [(x.seat, x.kind) for x in record if isinstance(x, e.PledgeMade)]
    assert pledged == [("GBR", "troops"), ("USA", "troops")]
    adopted = next(i for i, x in enumerate(record) if isinstance(x, e.ResolutionAdopted) and x.number == 83)
    assert all(i > adopted for i, x in enumerate(record) if isinstance(x, e.PledgeMade))


def test_ga6_the_sponsor_of_a_vetoed_text_takes_it_to_the_assembly(korea, convene, sit) -> None:
    refer = korea.open.clauses[0]
    refer = replace(refer, id="refer", part="operative", character="referral", issues={"assembly": 2.0})
    open = replace(korea.open, clauses=(*korea.open.clauses, refer))
    scenario = convene(absent=())
    sealed = replace(scenario.sealed, uniting_for_peace=scenario.sealed.endings[0].when)
    sitting = sit(type(scenario)(open, sealed))
    record = played(sitting)
    vetoed = {x.subject for x in record if isinstance(x, e.ResultDeclared) and x.vetoed_by == ("RUS",)}
    assert "S/1501" in vetoed
    asked = [x for x in record if isinstance(x, e.SessionRequested)]
    moved = [x for x in record if isinstance(x, e.MotionMoved) and x.motion == "ess"]
    assert asked or moved
    assert (*asked, *moved)[0].seat in ("USA", "NOR", "GBR", "CUB", "CHN", "ECU", "FRA")
