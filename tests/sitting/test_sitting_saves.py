"""A sitting and its save: played straight or taken up anywhere, killed in a vote, refused by the disk."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.journal import Header, Journal, JournalError
from game.session import actions as a
from game.sitting import Sitting, SittingError
from tests.session.council import SCENARIO
from tests.sitting.chairs import EVERYBODY, ROOT, crisis, one_act, play_out

HOLDERS = {
    "nobody": {},
    "one": {"USA": "person"},
    "three": {"USA": "person", "RUS": "person", "IND": "person"},
    "all": EVERYBODY,
}


@pytest.fixture
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is not waited for: many saves are made where only what is in them matters."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def taken_up(sitting: Sitting) -> Sitting:
    """The same sitting, put away and taken up again from its save."""
    assert sitting.path is not None
    sitting.close()
    again, reading = Sitting.resume(sitting.path, sitting.scenario)
    assert (reading.dropped, reading.trouble) == (None, None)
    assert (again.record, again.acts) == (sitting.record, sitting.acts)
    assert again.state == sitting.state
    assert not again.caution
    return again


def broken(sitting: Sitting, dice: random.Random, every: int) -> Sitting:
    """Play to the end, putting the sitting away now and then."""
    while not sitting.finished:
        play_out(sitting, dice.randrange(1, every))
        sitting = taken_up(sitting)
    return sitting


@pytest.mark.parametrize("holders", HOLDERS)
@pytest.mark.parametrize("preliminary", ["rule_30", "san_francisco"])
@given(seed=st.integers(0, 10**6))
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_sitting_taken_up_at_any_point_goes_on_as_it_would_have(
    holders: str, preliminary: str, quick_disk: None, tmp_path: Path, seed: int
) -> None:
    director = bool(seed % 2)
    options: dict[str, Any] = {"seed": seed, "director": director, "preliminary": preliminary}
    straight = play_out(Sitting.begin(SCENARIO, HOLDERS[holders], **options))
    saved = Sitting.begin(SCENARIO, HOLDERS[holders], **options, folder=tmp_path)
    last = broken(saved, random.Random(seed), 60)
    assert last.record == straight.record
    assert last.acts == straight.acts
    assert last.state == straight.state
    last.close()


@pytest.mark.parametrize(
    ("pack", "every", "holders"), [("tiny", 20, "one"), ("tiny", 30, "nobody"), ("korea-1950", 250, "nobody")]
)
def test_scripted_delegates_do_not_notice_that_the_sitting_was_put_away(
    pack: str, every: int, holders: str, quick_disk: None, tmp_path: Path
) -> None:
    scenario = crisis(pack)
    straight = play_out(Sitting.begin(scenario, HOLDERS[holders], seed=11))
    last = broken(
        Sitting.begin(scenario, HOLDERS[holders], seed=11, folder=tmp_path), random.Random(5), every
    )
    assert last.record == straight.record
    assert straight.refusals == last.refusals == 0
    last.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no process is killed so there")
@pytest.mark.parametrize("pack", ["middle", "korea-1950"])
def test_killed_in_the_middle_of_a_vote_nothing_acknowledged_is_lost(pack: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.sitting.chairs", str(tmp_path), pack, "4"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as playing:
        assert playing.stdout is not None
        acknowledged = 0
        for number, line in enumerate(playing.stdout):
            told, doing = line.split()
            acknowledged = int(told)
            if number > 60 and doing == "vote":
                break
        os.kill(playing.pid, signal.SIGKILL)
    assert playing.returncode == -signal.SIGKILL
    (save,) = tmp_path.iterdir()
    resumed, reading = Sitting.resume(save, crisis(pack))
    assert reading.trouble is None
    assert len(resumed.record) >= acknowledged > 60
    straight = play_out(Sitting.begin(crisis(pack), EVERYBODY, seed=4), len(resumed.acts) + 40)
    assert resumed.record == straight.record[: len(resumed.record)]
    play_out(resumed, len(straight.acts) - len(resumed.acts))
    assert resumed.record == straight.record
    resumed.close()


def test_an_act_that_cannot_be_saved_has_not_happened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = Sitting.begin(SCENARIO, EVERYBODY, seed=3, director=True, folder=tmp_path)
    play_out(sitting, 40)
    before = (sitting.state, list(sitting.record), list(sitting.acts))
    size = sitting.path.stat().st_size

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(JournalError, match="the disk is full"):
            one_act(sitting)
        with pytest.raises(JournalError, match="the disk is full"):
            sitting.undo()
    assert (sitting.state, sitting.record, sitting.acts) == before
    assert sitting.path.stat().st_size == size
    one_act(sitting)
    taken_up(sitting).close()


def test_a_save_of_another_crisis_is_refused_in_a_sentence(tmp_path: Path) -> None:
    saved = play_out(Sitting.begin(SCENARIO, seed=1, folder=tmp_path), 5)
    saved.close()
    with pytest.raises(SittingError, match="belongs to the pack middle, not to tiny"):
        Sitting.resume(saved.path, crisis("tiny"))
    again, _ = Sitting.resume(saved.path, SCENARIO)
    again.close()


def test_a_changed_pack_is_told_of_and_one_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    saved = play_out(Sitting.begin(SCENARIO, seed=1, folder=tmp_path), 400)
    saved.close()
    changed = replace(SCENARIO, open=replace(SCENARIO.open, digest="1" * 64))
    again, _ = Sitting.resume(saved.path, changed)
    again.close()
    assert "has been changed" in again.caution
    fewer = replace(changed, sealed=replace(SCENARIO.sealed, stages=SCENARIO.sealed.stages[:1]))
    with pytest.raises(SittingError, match=r"Event \d+ of the save does not fit the crisis pack middle"):
        Sitting.resume(saved.path, fewer)
    briefless = replace(changed, sealed=replace(SCENARIO.sealed, briefs={}))
    with pytest.raises(SittingError, match="does not fit"):
        Sitting.resume(saved.path, briefless)


def test_a_save_in_which_nothing_happened_is_told_of(tmp_path: Path) -> None:
    header = Header(pack="middle", pack_digest=SCENARIO.open.digest, seed=1, title="Nothing")
    with Journal.create(tmp_path, header) as journal:
        path = journal.path
    with pytest.raises(SittingError, match="begin a new one"):
        Sitting.resume(path, SCENARIO)


def test_what_was_saved_is_what_stands_and_no_act_is_saved_that_was_refused(tmp_path: Path) -> None:
    sitting = Sitting.begin(SCENARIO, {"USA": "person"}, seed=2, folder=tmp_path)
    size = sitting.path.stat().st_size
    assert sitting.submit(a.CastBallot("USA", "yes")).rule == "V13"
    assert sitting.path.stat().st_size == size
    taken_up(sitting).close()


def test_a_save_whose_acts_were_cut_by_another_hand_is_refused_in_a_sentence(tmp_path: Path) -> None:
    scenario = crisis("tiny")
    played = Sitting.begin(scenario, seed=2)
    played.run()
    pack = scenario.open
    with Journal.create(tmp_path, Header(pack=pack.id, pack_digest=pack.digest, seed=2)) as journal:
        for event in played.record:  # each event as an act of its own, which no game writes
            journal.append([event])
    with pytest.raises(SittingError, match=r"Event \d+ of the save does not fit the crisis pack tiny"):
        Sitting.resume(journal.path, scenario)


def test_a_save_with_a_seat_held_by_nobody_known_is_refused_in_a_sentence(tmp_path: Path) -> None:
    played = Sitting.begin(SCENARIO, seed=2)
    opened = played.record[0]
    pack = SCENARIO.open
    with Journal.create(tmp_path, Header(pack=pack.id, pack_digest=pack.digest, seed=2)) as journal:
        foreign = {**played.state.chamber.holders, "FRA": "oracle"}
        journal.append([replace(opened, holders=foreign), *played.record[1:]])
    with pytest.raises(SittingError, match="No seat is held by 'oracle'"):
        Sitting.resume(journal.path, SCENARIO)
