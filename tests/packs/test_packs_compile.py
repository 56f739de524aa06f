"""The tiny pack, compiled: what an author wrote is what the house gets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from game import packs
from game.packs import PackError, inspect, load, tables
from game.packs.folder import collect
from game.packs.walk import Pack
from game.session.scenario import Clause, Position, Scenario
from game.world.conditions import KINDS, Condition
from game.world.outside import Effect
from game.world.security import credibility, measure

Lay = Callable[[str, str], Path]


def made(folder: Path) -> Scenario:
    scenario, problems = inspect(folder)
    assert not [p for p in problems if p.grave], problems
    assert scenario is not None
    return scenario


def test_the_tiny_pack_is_whole_and_without_a_problem(tiny: Path) -> None:
    s = made(tiny)
    assert not inspect(tiny)[1]
    assert (len(s.open.seats), len(s.sealed.stages), len(s.open.clauses)) == (11, 2, 4)
    assert (len(s.open.drafts), len(s.sealed.happenings), len(s.sealed.endings)) == (2, 1, 2)
    assert s.sealed.briefs.keys() == s.seat.keys()
    assert s.open.presides == ("IND", "1950-06-25")
    assert [x.code for x in s.open.seats if x.permanent] == ["CHN", "FRA", "RUS", "GBR", "USA"]


def test_shorthands_say_the_same_as_the_long_form(tiny: Path, lay: Lay) -> None:
    short = made(tiny)
    assert short.draft["s-1501"].clauses[2] == Clause("cessation", {"who": "north"})
    assert short.draft["s-1501"].clauses[0] == Clause("recalling")
    assert short.sealed.briefs["IND"].positions["breach"] == Position(2, 2, "Its view of who began.")
    assert short.sealed.briefs["IND"].positions["truce"] == Position(3, 3)
    assert short.clause["cessation"].parameters[0].choices[1].text.startswith("all forces")
    assert short.clause["breach"].basis == ("art_39",)
    lay("briefs/IND.yaml", "positions: {breach: {position: 2, salience: 2, why: Its view of who began.}}")
    lay("clauses.yaml", "breach: {basis: [art_39]}")
    lay("drafts.yaml", "s-1508: {clauses: [{kind: recalling}, {kind: assistance}]}")
    long = made(tiny)
    assert long.open.digest != short.open.digest
    assert long.sealed == short.sealed
    assert long.open.clauses == short.open.clauses
    assert long.open.drafts == short.open.drafts


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("always", Condition("always")),
        ("{always: true}", Condition("always")),
        ("{track: front, at_least: 30}", Condition("track", "front", 30.0)),
        ("{at_most: 3, track: front}", Condition("track", "front", None, 3.0)),
        ("{term: credibility, at_least: 0.5}", Condition("term", "credibility", 0.5)),
        ("{flag: halted}", Condition("flag", "halted")),
        ("{adopted: s-1501}", Condition("adopted", "s-1501")),
        ("{stage: assistance}", Condition("stage", "assistance")),
        ("{stage: , at_least: 2}", Condition("stage", "", 2.0)),
        ("{absent: RUS}", Condition("absent", "RUS")),
        ("{invited: ROK}", Condition("invited", "ROK")),
        ("{happened: seoul-falls}", Condition("happened", "seoul-falls")),
        ('{voted: "s-1508:USA:yes"}', Condition("voted", "s-1508:USA:yes")),
        ('{pledged: "troops:USA", at_least: 20}', Condition("pledged", "troops:USA", 20.0)),
        ("{standing: IND, at_most: -5}", Condition("standing", "IND", None, -5.0)),
        ("{not: {flag: halted}}", Condition("none", of=(Condition("flag", "halted"),))),
        ("{none: [{vetoed: breach}]}", Condition("none", of=(Condition("vetoed", "breach"),))),
        (
            "{any: [always, {failed: breach}]}",
            Condition("any", of=(Condition("always"), Condition("failed", "breach"))),
        ),
        ("{all: []}", Condition("all")),
    ],
)
def test_a_condition_means_what_is_written(written: str, meant: Condition, lay: Lay) -> None:
    tiny = lay("happenings.yaml", f"seoul-falls: {{when: {written}}}")
    assert made(tiny).happening["seoul-falls"].when == meant


def test_every_kind_of_condition_can_be_written() -> None:
    from game.packs.when import When

    written = {f.alias or name for name, f in When.model_fields.items()}
    assert written == set(KINDS) | {"not", "at_least", "at_most"}


def test_members_are_those_of_the_stage_before_unless_named(tiny: Path) -> None:
    first, second = made(tiny).sealed.stages
    assert second.members == first.members
    assert len(first.members) == 11


def test_members_may_be_left_out_where_all_seats_sit(tiny: Path, lay: Lay) -> None:
    named = made(tiny).sealed.stages[0].members
    assert made(lay("stages.yaml", "invasion: {members: }")).sealed.stages[0].members == named


def test_the_shares_of_the_year_are_joined(tiny: Path) -> None:
    model = made(tiny).sealed.security
    assert len(model.nations) == 75
    usa = next(g for g in model.groups if g.id == "leader")
    assert (usa.power, usa.trade) == (0.284443, 0.192414)
    rest = next(g for g in model.groups if g.id == "rest")
    assert "FRN" in rest.states
    assert sum(len(g.states) for g in model.groups) == 75


def test_the_joined_model_can_be_measured(tiny: Path) -> None:
    from game.world.conditions import Facts

    s = made(tiny)
    facts = Facts(tracks={t.id: t.start for t in s.open.tracks}, terms={})
    assert 0 < credibility(s.sealed.security, measure(s.sealed.security, facts)) < 1


def test_a_pack_survives_its_own_encoding(tiny: Path) -> None:
    s = made(tiny)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(s), type=Scenario) == s
    assert msgspec.json.decode(msgspec.json.encode(s), type=Scenario) == s


def test_the_digest_is_of_names_and_bytes_and_nothing_else(tiny: Path) -> None:
    before = collect(tiny).digest
    (tiny / "notes.txt").write_text("not part of the pack")
    (tiny / ".hidden.yaml").write_text("nor this")
    assert collect(tiny).digest == before == made(tiny).open.digest
    (tiny / "debrief.yaml").write_bytes((tiny / "debrief.yaml").read_bytes() + b"\n")
    assert collect(tiny).digest != before


def test_files_a_pack_may_do_without(tiny: Path) -> None:
    (tiny / "debrief.yaml").unlink()
    assert made(tiny).sealed.questions == ()


def test_the_walk_meets_every_effect_at_its_place(tiny: Path) -> None:
    sites = {(s.file, s.path): s for s in Pack(made(tiny)).sites}
    demand = sites["clauses.yaml", ("cessation", "demand", "if_complies", 1)]
    assert demand.record == Effect(set_flag="halted")
    inner = sites["endings.yaml", ("repelled", "when", "all", 1, "any", 0)]
    assert inner.record == Condition("track", "front", 50.0)
    assert type(inner.around[0]).__name__ == "Ending"
    assert ("briefs/USA.yaml", ("red_lines", "no-parity")) in sites


def test_load_by_folder_as_text_and_as_path(tiny: Path) -> None:
    assert load(tiny) == load(str(tiny)) == made(tiny)


@pytest.mark.parametrize("file", ["pack.yaml", "briefs/IND.yaml"])
def test_who_names_a_file_of_a_pack_is_told_its_folder(tiny: Path, file: str) -> None:
    with pytest.raises(PackError) as caught:
        load(str(tiny / file))
    assert str(caught.value).endswith(f"Name the folder that the file lies in: {tiny}.")


def test_a_pack_that_is_not_there_names_the_nearest(monkeypatch: pytest.MonkeyPatch, tiny: Path) -> None:
    monkeypatch.setattr("game.places.crises", lambda: (tiny.parent,))
    assert load("tiny").open.id == "tiny"
    with pytest.raises(PackError, match=r"There is no pack called tinny. Did you mean tiny\?"):
        load("tinny")
    for name in ("", "..", "a\x1b[2Jb", "\0", "x" * 10_000, "/nowhere/at/all"):
        with pytest.raises(PackError) as caught:
            load(name)
        assert str(caught.value).isprintable()
        assert len(str(caught.value)) < 300


def test_the_tables_know_the_council_and_the_powers() -> None:
    assert tables.members(1950)["RUS"] == "Union of Soviet Socialist Republics"
    assert len(tables.members(2022)) == 15
    assert tables.members(1945) == {}
    assert 1950 in tables.years()
    assert tables.nations(1949)
    assert tables.nations(1800) == ()


def test_the_room_offers_what_it_says() -> None:
    assert set(packs.__all__) == {
        "PackCard",
        "PackError",
        "Problem",
        "inspect",
        "kept",
        "load",
        "load_again",
        "shelf",
        "speak",
    }
