"""Whole sittings by every house: nobody is refused, nothing stalls, a save taken up goes on alike."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from game.packs import load
from game.packs.houses import choices, house
from game.prose.acts import rule, sentence, title
from game.prose.minutes import line
from game.rules.book import RULES
from game.rules.house import House, Veto
from game.session.legal import legal
from game.session.state import Phase
from game.session.table import turn
from game.sitting import Sitting

KOREA = load("korea-1950")
MEMBERS = KOREA.sealed.stages[0].members
HOUSES = ("nmun", "una_usa", "thimun", "una_usa+crisis")
MOST = 15_000


def variant(name: str, seed: int) -> House:
    """A house, with another way with the veto for each seed (MU9)."""
    return replace(house(name), veto=tuple(Veto)[seed % len(Veto)])


def begun(name: str, seed: int, holder: str, folder: Path | None = None, length: str = "full") -> Sitting:
    """A sitting by a house, every seat held alike (empty: as the briefs say)."""
    holders = dict.fromkeys(MEMBERS, holder) if holder else {}
    made = variant(name, seed)
    return Sitting.begin(KOREA, holders, seed=seed, house=made, director=True, folder=folder, length=length)


def play(sitting: Sitting, most: int = MOST) -> int:
    """Play on, and say how many steps it took."""
    for steps in range(most):
        if not sitting.step():
            return steps
    raise AssertionError(f"it does not end: {sitting.state.chamber.phase}")


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("name", choices())
@pytest.mark.parametrize("holder", ["", "follower"])
def test_scripted_sittings_end_without_a_refusal(name: str, seed: int, holder: str) -> None:
    sitting = begun(name, seed, holder)
    play(sitting)
    assert sitting.finished
    assert sitting.refusals == 0
    reasons = [x for x in sitting.record if type(x).__name__ == "BallotCast"]
    assert reasons
    assert all(x.reason for x in reasons)  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("name", HOUSES)
@pytest.mark.no_cover
def test_aimless_sittings_end_whatever_they_do(name: str, seed: int) -> None:
    sitting = begun(name, seed, "aimless", length="short")
    play(sitting)
    assert sitting.finished
    assert sitting.refusals == 0


@pytest.mark.parametrize("name", HOUSES)
@pytest.mark.parametrize("holder", ["", "aimless"])
@pytest.mark.no_cover
def test_a_sitting_taken_up_from_its_save_goes_on_alike(tmp_path: Path, name: str, holder: str) -> None:
    straight = begun(name, 2, holder, length="short")
    whole = play(straight)
    saved = begun(name, 2, holder, tmp_path, "short")
    for _ in range(whole // 2):
        saved.step()
    path = saved.path
    saved.close()
    assert path is not None
    again, _ = Sitting.resume(path, KOREA)
    assert again.state == saved.state
    assert again.state.house == variant(name, 2)
    play(again)
    again.close()
    assert again.record == straight.record
    assert again.state == straight.state


def test_each_house_is_played_by_its_own_usage() -> None:
    told = {name: Counter(type(x).__name__ for x in _record(name)) for name in ("nmun", "una_usa", "thimun")}
    assert told["nmun"]["PaperSigned"]
    assert told["nmun"]["DebateClosed"]
    assert told["una_usa"]["CallBegun"] > told["nmun"]["CallBegun"]
    assert told["una_usa"]["AttendanceAnswered"]
    assert told["thimun"]["MotionSeconded"]
    assert told["thimun"]["AmendmentMoved"] > 20
    assert all(c["ResolutionAdopted"] for c in told.values())
    crisis = Counter(type(x).__name__ for x in _record("una_usa+crisis"))
    assert crisis["DirectiveAdopted"], "what a veto stopped comes back as a directive"


def _record(name: str) -> list[object]:
    sitting = begun(name, 3, "")
    play(sitting)
    return list(sitting.record)


@pytest.mark.parametrize("name", HOUSES)
def test_every_act_has_its_label_and_every_event_its_line(name: str) -> None:
    sitting = begun(name, 2, "aimless", length="short")
    for step in range(MOST):
        state = sitting.state
        if step % 40 == 0 and state.chamber.phase not in (Phase.INTERVAL, Phase.ENDED):
            for act in legal(state, turn(state)[0]):
                assert title(act, KOREA, state)
                assert sentence(act, KOREA, state).endswith((".", "!", "?", "”"))
                assert rule(act) in RULES
        events = sitting.step()
        if not events:
            break
        for event in events:
            said = line(event, KOREA)
            assert said is None or said[0].isupper() or not said[0].isalpha()
