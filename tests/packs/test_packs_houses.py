"""House rules read from YAML: the shipped, a teacher's own, and every mistake told with its place."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest
import yaml

from game import places
from game.packs import house_form
from game.packs.houses import HouseError, choices, house, inspect, shelf
from game.rules.house import DOES, UNSC, House, HouseMotion, Needed, Veto, in_order, refuse_motion

TOP = Path(__file__).parents[2]
SHIPPED = ("crisis", "nmun", "thimun", "una_usa")
FACTS = yaml.safe_load((TOP / "tests" / "data" / "house_motions.yaml").read_text("utf-8"))["motions"]
OURS = {
    "chair": "chair",
    "majority": "majority",
    "two_thirds": "two_thirds",
    "same_as_text": "same_as_text",
    "request": "request",
    "consensus": "consensus",
    "none": "none",
    "nine": "nine",
}


def written(tmp_path: Path, text: str, name: str = "mine.yaml") -> str:
    file = tmp_path / name
    file.write_text(f"format: 1\n{text}", "utf-8")
    return str(file)


# -- what is shipped -------------------------------------------------------------------------------
def test_the_shelf_has_the_council_and_the_styles() -> None:
    assert shelf().keys() >= {"unsc", *SHIPPED}
    assert house("unsc") is UNSC
    assert "nmun+crisis" in choices()
    assert "crisis" not in choices()
    assert all(house(choice) for choice in choices())


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: str(fact["id"]))
def test_every_motion_of_the_styles_is_there_as_the_table_has_it(fact: dict[str, object]) -> None:
    known = house(str(fact["variant"])).motion
    entry = known[str(fact["id"])]
    assert entry.precedence == fact["precedence"]
    assert entry.debated == fact["debatable"]
    assert entry.needed.value == OURS[str(fact["vote_needed"])]
    speakers = fact.get("speakers")
    if isinstance(speakers, dict):
        assert entry.speakers == (speakers["for"], speakers["against"])
    if "on_objection" in fact:
        assert entry.objection is Needed(str(fact["on_objection"]))
    assert entry.spec in str(fact["spec"]) or fact["spec"] in ("MU2, MU8", "MU3, MU8", "MU2, V2", "MU4, V2")


@pytest.mark.parametrize("name", ["nmun", "una_usa", "thimun", "una_usa+crisis"])
def test_a_house_travels_whole_in_a_save(name: str) -> None:
    made = house(name)
    assert msgspec.json.decode(msgspec.json.encode(made), type=House) == made


@pytest.mark.parametrize(
    ("name", "substance", "procedure", "appeal", "amendment"),
    [
        ("nmun", "nine", "nine", "majority", "same_as_text"),
        ("una_usa", "majority", "majority", "two_thirds", "majority"),
        ("thimun", "nine", "majority", "majority", "majority"),
    ],
)
def test_the_majorities_of_the_styles(
    name: str, substance: str, procedure: str, appeal: str, amendment: str
) -> None:
    made = house(name)
    assert made.substance == substance
    assert made.procedure == procedure
    assert made.appeal == appeal
    assert made.amendment == amendment


def test_mu2_nmun_has_signatures_no_yields_and_no_points_of_information() -> None:
    made = house("nmun")
    assert (made.signatories, made.yields, made.passing, made.rights) == (0.2, (), True, False)
    assert made.points == ("order",)


def test_mu3_una_usa_has_yields_attendance_rights_and_points() -> None:
    made = house("una_usa")
    assert made.yields == ("delegate", "questions", "chair")
    assert made.attendance
    assert made.rights
    assert made.points == ("order", "privilege", "inquiry")
    assert (made.signatories, made.amendment_signatories) == (0.2, 0.125)


def test_mu4_thimun_is_built_clause_by_clause_seconded_and_without_abstention_on_procedure() -> None:
    made = house("thimun")
    assert not made.prewritten
    assert made.amendments_at_once
    assert not made.abstain_on_procedure
    assert made.motion["thimun_previous_question"].seconds == 1
    assert made.doing("second_degree") is not None


def test_mu5_crisis_is_an_addition_to_any_house() -> None:
    made = house("nmun+crisis")
    assert made.id == "nmun+crisis"
    assert made.signatories == house("nmun").signatories
    assert {"directive", "private_directive", "note", "communique", "press_release"} <= {
        m.does for m in made.motions
    }
    assert not made.crisis_veto
    assert house("crisis").doing("ess") is not None, "over the Council's own house when it stands alone"


def test_mu2_motions_are_taken_in_the_order_of_precedence() -> None:
    made = house("nmun")
    assert in_order(made, ("nmun_roll_call", "nmun_close_debate", "nmun_suspend"))[0] == "nmun_suspend"
    refused = refuse_motion(made, "nmun_set_speaker_time", ("nmun_adjourn_debate",))
    assert refused is not None


# -- a teacher's own -------------------------------------------------------------------------------
def test_a_house_of_ones_own_says_only_what_differs(tmp_path: Path) -> None:
    made = house(
        written(
            tmp_path,
            "title: Year 9\nbase: una_usa\nwithout: [una_table]\nveto: none\nspeaking_time: 30\n"
            "motions:\n  una_close_debate: {needed: majority}\n",
        )
    )
    assert made.id == "mine"
    assert made.title == "Year 9"
    assert made.veto is Veto.NONE
    assert "una_table" not in made.motion
    assert made.motion["una_close_debate"].needed is Needed.MAJORITY
    assert made.motion["una_close_debate"].name == "Closure of debate"
    assert made.yields == house("una_usa").yields


def test_ones_own_houses_lie_beside_ones_own_crises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "houses").mkdir()
    written(tmp_path / "houses", "title: Ours\nbase: nmun\n", "ours.yaml")
    monkeypatch.setattr(places, "crises", lambda: (TOP / "crises", tmp_path))
    assert house("ours").title == "Ours"
    assert "ours" in choices()


@pytest.mark.parametrize(
    ("text", "where", "told"),
    [
        ("vetto: none\n", "2:1", "Did you mean veto?"),
        ("veto: nein\n", "2:7", "veto cannot be nein"),
        ("passing: 1\n", "2:10", "should be true or false"),
        ("passing: 'yes'\n", "2:10", "should be true or false"),
        ("signatories: 20\n", "2:14", "should be at most 1"),
        ("speaking_time: -5\n", "2:16", "should be at least 0"),
        ("base: nmunn\n", "2:7", "Did you mean nmun?"),
        ("base: mine\n", "2:7", "laid over it"),
        ("without: [dance]\n", "2:11", "no motion dance"),
        ("motions: {x: {name: X, does: dance}}\n", "2:30", "motions.x.does cannot be dance"),
        ("motions: {x: {name: X, does: extnd}}\n", "2:30", "Did you mean extend?"),
        ("motions: {x: {name: X}}\n", "2:11", "does is missing"),
        ("motions: {x: {name: X, does: caucus_led}}\n", "2:14", "needs to be told: total, each, topic"),
        ("motions: {x: {name: X, does: extend, speakers: [1, 1]}}\n", "2:48", "is not debated"),
        ("motions: {x: {name: X, does: extend, seconds: 9}}\n", "2:47", "at most 5"),
        ("motions: {x: {name: X, does: extend, objection: chair}}\n", "2:49", "does not need consensus"),
        ("motions: {x: {name: X, does: agenda, needed: chair}}\n", "2:46", "cannot be decided by chair"),
        ("motions: {x: {name: X, does: invite, needed: request}}\n", "2:46", "cannot be decided by request"),
        ("motions: {x: {name: X, does: amend, needed: none}}\n", "2:45", "cannot be decided by none"),
        ("motions: {x: {name: X, does: draft, needed: request}}\n", "2:45", "put to the vote"),
        ("motions: {x: {name: X, does: extend, needed: same_as_text}}\n", "2:46", "belongs to no text"),
        (
            "motions:\n  x: {name: X, does: extend, precedence: 3}\n"
            "  y: {name: Y, does: suspend, precedence: 3}\n",
            "4:43",
            "which x has too",
        ),
        ("base: none\nprewritten: false\n", "3:13", "knows no amendments"),
        ("amendments_at_once: true\namendment_signatories: 0.1\n", "3:24", "cannot be voted at once"),
        ("motions: [a, b]\n", "2:10", "should be a mapping"),
        ("veto: *x\n", "2:7", "alias"),
        ("veto: none\nveto: strict\n", "3:1", "written twice"),
    ],
)
def test_every_mistake_is_told_with_its_place_and_a_remedy(
    tmp_path: Path, text: str, where: str, told: str
) -> None:
    _, problems = inspect(written(tmp_path, text))
    grave = [p for p in problems if p.grave]
    assert grave
    assert any(p.where == f"mine.yaml:{where}" and told in str(p) for p in grave), [str(p) for p in grave]
    with pytest.raises(HouseError, match="cannot be played by"):
        house(str(tmp_path / "mine.yaml"))


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"", b"[", b"- 1\n", b"null", b"x: " + b"[" * 99, b"\x00"])
def test_what_is_no_house_at_all_is_a_complaint_and_never_a_fault(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "odd.yaml"
    file.write_bytes(raw)
    _, problems = inspect(str(file))
    assert problems
    assert all(p.what and p.remedy for p in problems)


@pytest.mark.parametrize("name", ["nmunn", "", "\x1b[2J", "nmun+", "nowhere.yaml", "\0.yaml", "+"])
def test_a_house_that_is_not_there(name: str) -> None:
    with pytest.raises(HouseError) as fault:
        house(name)
    assert "\x1b" not in str(fault.value)


def test_the_schema_is_current_and_named_in_every_file() -> None:
    assert (TOP / "crises" / "house.schema.json").read_text("utf-8") == house_form.text()
    assert json.loads(house_form.text())["properties"]["veto"]["enum"]
    for name in SHIPPED:
        first = (TOP / "crises" / "houses" / f"{name}.yaml").read_text("utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=../house.schema.json"


# -- the page for teachers -------------------------------------------------------------------------
PAGE = (TOP / "crises" / "houses" / "README.md").read_text("utf-8")


def test_the_example_of_the_page_is_a_house_without_a_complaint(tmp_path: Path) -> None:
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    file = tmp_path / "year-9.yaml"
    file.write_text(example, "utf-8")
    made, problems = inspect(str(file))
    assert not problems, [str(p) for p in problems]
    assert made is not None
    assert made.motion["coffee"].seconds == 1
    assert made.motion["una_close_debate"].needed is Needed.MAJORITY
    assert "una_table" not in made.motion


def test_the_page_names_every_key_and_everything_a_motion_may_do() -> None:
    keys = {*House.__dataclass_fields__, *HouseMotion.__dataclass_fields__} - {"id"}
    for word in (*keys, *DOES, "base", "without", "format"):
        assert f"`{word}`" in PAGE, word
    assert all(line.count("|") == 0 and len(line) <= 140 for line in PAGE.splitlines())
