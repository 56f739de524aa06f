"""One transcript for each temperament: what a seat did in a known sitting, act by act."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import game.sitting.table as council_table
from game.delegates import Recorded, take_seat
from game.session import actions as a
from game.session import events as e
from game.session.chance import Stream
from game.session.legal import Docket
from game.session.scenario import Clause
from game.session.state import Phase
from game.session.table import turn
from game.session.views import View, view
from game.sitting import Sitting


def transcript(sitting: Sitting, seat: str) -> list[str]:
    """What a seat did, one short line an act; yielding is left out."""
    sitting.run(6000)
    lines = []
    for x in sitting.record:
        if isinstance(x, e.MeetingOpened):
            lines.append(f"-- {x.number} --")
        elif isinstance(x, e.DraftTabled) and x.sponsors[0] == seat:
            lines.append(f"tables {x.symbol}")
        elif getattr(x, "seat", "") != seat:
            continue
        elif isinstance(x, e.BallotCast):
            lines.append(x.vote)
        elif isinstance(x, e.StatementMade):
            lines.append(f"{x.stance} {x.issue}")
        elif not isinstance(x, e.FloorYielded | e.PledgeArrived):
            lines.append(type(x).__name__)
    return lines


def test_transcript_of_a_steadfast_yugoslavia(sit) -> None:
    assert transcript(sit(), "YUG") == [
        "-- 473 --", "tables S/1500", "for ceasefire", "for hear_north", "abstain", "yes",
        "-- 474 --", "against assistance", "no",
        "-- 475 --", "against assistance", "abstain",
        "-- 476 --", "SponsorJoined", "for ceasefire", "abstain", "yes",
    ]  # fmt: skip


def test_transcript_of_a_follower_of_the_united_kingdom(korea, convene, sit) -> None:
    brief = replace(korea.briefs["USA"], patrons=("GBR",))
    assert transcript(sit(convene({"USA": brief}), USA="follower"), "USA") == [
        "-- 473 --", "tables S/1501", "for breach", "yes", "abstain",
        "-- 474 --", "tables S/1511", "for assistance", "for breach", "yes", "PledgeMade",
        "-- 475 --", "SponsorJoined", "for assistance", "for command", "yes",
        "-- 476 --", "for name_china", "against peking", "yes", "yes",
    ]  # fmt: skip


class Menu(tuple[a.Action, ...]):
    """A docket with a fixed list of acts."""

    __slots__ = ()


def test_transcript_of_an_aimless_delegate(sit) -> None:
    """Each act as likely as the next: the stream alone decides, and over many draws none is left out."""
    acts = Menu(
        (a.Yield("YUG"), a.WalkOut("YUG"), a.Speak("YUG", "breach", "for"), a.SignSpeakersList("YUG"))
    )
    seen = view(sit().state, "YUG")
    delegate = take_seat("aimless", "YUG")
    drawn = [delegate.choose(seen, acts, Stream(f"t/{i}")) for i in range(400)]
    assert drawn == [Stream(f"t/{i}").choice(acts) for i in range(400)]
    assert all(80 <= drawn.count(act) <= 120 for act in acts)
    out_of_turn = [delegate.interpose(seen, acts, Stream(f"i/{i}")) for i in range(200)]
    assert 5 < sum(act is not None for act in out_of_turn) < 60
    assert delegate.interpose(seen, Menu(()), Stream("i")) is None


def test_transcript_of_a_recorded_yugoslavia(korea, convene, sit) -> None:
    """It takes its acts in order, waits where the next is not lawful, and passes when they are spent."""
    acts: list[a.Action] = [
        a.Yield("YUG"),
        a.Speak("YUG", "breach", "neutral", "We wait for more reports."),
        a.Speak("USA", "breach", "for", "Not ours to say."),
        a.TableDraft("YUG", clauses=(Clause("hear_north"),)),
        a.Yield("YUG"),
        a.CastBallot("YUG", "no", "The text is not what we asked for."),
    ]
    sitting = sit(YUG="recorded")
    delegate = Recorded("YUG", acts)
    assert delegate.left == 5
    sitting._delegates.seated["YUG"] = delegate
    lines = transcript(sitting, "YUG")
    assert lines[:4] == ["-- 473 --", "neutral breach", "tables S/1502", "no"]
    assert set(lines[4:]) == {"-- 474 --", "-- 475 --", "-- 476 --", "abstain"}
    assert delegate.left == 0
    assert sitting.refusals == 0


def test_a_recorded_point_is_raised_out_of_turn(sit) -> None:
    sitting = sit()
    while sitting.state.chamber.phase is not Phase.DEBATE:
        sitting.step()
    state = sitting.state
    delegate = Recorded("EGY", [a.RaisePoint("EGY", "credentials", "CHN"), a.Yield("EGY")])
    assert turn(state) != ("EGY",)
    seen, docket, stream = view(state, "EGY"), Docket(state, "EGY"), Stream("r")
    assert delegate.interpose(seen, docket, stream) == a.RaisePoint("EGY", "credentials", "CHN")
    assert delegate.interpose(seen, docket, stream) is None
    assert delegate.left == 1


class Stenographer:
    """Sits beside a delegate and writes down its acts."""

    def __init__(self, temperament: str, seat: str, notes: dict[str, list[a.Action]]) -> None:
        self.seat = seat
        self._seated = take_seat(temperament, seat)
        self.heeds, self.heeds_own = self._seated.heeds, self._seated.heeds_own
        self.hear = self._seated.hear
        self._notes = notes.setdefault(seat, [])

    def choose(self, seen: View, docket: Docket, chance: Stream) -> a.Action:
        act = self._seated.choose(seen, docket, chance)
        self._notes.append(act)
        return act

    def interpose(self, seen: View, docket: Docket, chance: Stream) -> a.Action | None:
        act = self._seated.interpose(seen, docket, chance)
        if act is not None:
            self._notes.append(act)
        return act


def test_a_whole_sitting_is_replayed_from_its_acts(sit, monkeypatch: pytest.MonkeyPatch) -> None:
    notes: dict[str, list[a.Action]] = {}
    monkeypatch.setattr(council_table, "take_seat", lambda held, seat, *_: Stenographer(held, seat, notes))
    played = sit(seed=8)
    played.run(6000)
    monkeypatch.setattr(council_table, "take_seat", lambda held, seat, *_: Recorded(seat, notes[seat]))
    replayed = sit(seed=8)
    replayed.run(6000)
    assert replayed.finished
    assert replayed.record == played.record
