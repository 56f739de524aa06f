"""Ukraine 2022 as a crisis: true to the record, printed as the Council prints, and open to every ending."""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, ClassVar

import pytest

from game.author.hindcast import hindcast
from game.delegates import take_seat
from game.packs import inspect, load
from game.packs.problems import pressing
from game.prose import document
from game.prose.clauses import clause_text
from game.prose.votes import questions
from game.session import actions as a
from game.session import events as e
from game.session.scenario import Clause, ClauseKind, Scenario
from game.session.table import month_president
from game.sitting import Sitting, table
from tests.packs.korea_lines import Wilful, Will, played, together, voting

ROOT = Path(__file__).parents[2]
PACK = ROOT / "crises" / "ukraine-2022"
RECORD = ROOT / "tests" / "data" / "council_votes.csv"
"""Votes of the Council, from the adoption notes of its resolutions and the table of its meetings."""
COLUMNS = {"yes": "yes_codes", "no": "no_codes", "abstain": "abstain_codes"}
PERMANENT = {"CHN", "FRA", "GBR", "RUS", "USA"}
PRESIDENTS = {
    "2022-01": "NOR",
    "2022-02": "RUS",
    "2022-03": "ARE",
    "2022-04": "GBR",
    "2022-05": "USA",
    "2022-08": "CHN",
    "2022-09": "FRA",
    "2022-10": "GAB",
}
NO_RECORD = {"game-video", "s-prst-2022-3"}
"""A vote on procedure and a statement: neither stands in the table of resolutions and drafts."""
EAST_AND_SOUTH = "BRA CHN GAB GHA IND KEN MEX ARE"
WEST = "ALB FRA GBR IRL NOR USA"
SEEDS = range(1, 161)

NO_EARLY_VETO = {seat: Will(never=(a.TableDraft,)) for seat in ("ALB", "IRL", "NOR", "RUS")}
"""Those who would court a veto, or have one cast, bring no text."""

ROAD_TO: dict[str, dict[str, Will]] = {
    # A rocket comes down on the wrong side of a border.
    "wider_war": {},
    # Before anything has happened fifteen ask for restraint, three times.
    "averted": {"FRA": Will(tables=dict.fromkeys(("hearing", "recognition", "night"), ("game-restraint",)))},
    # The order to withdraw is obeyed.
    "withdrawn": voting("RUS", "abstain", "cease_withdraw", "deplore_aggression"),
    # The Council stands behind what was on the table at Istanbul.
    "neutrality": {"FRA": Will(tables={"april": ("game-neutrality",)})},
    # A cease-fire on the lines, with Washington and London letting it pass.
    "cold_ceasefire": together(
        {"MEX": Will(tables={"september": ("game-truce",)})},
        voting("ALB FRA GBR IRL NOR USA", "abstain", "ceasefire_all"),
        voting("BRA GAB GHA KEN IND ARE CHN RUS MEX", "yes", "ceasefire_all"),
    ),
    # Moscow is held to be a party, and lets a text under Chapter VI pass.
    "council_found_voice": {"NOR": Will(tables={"uniting": (("party_abstains",), "game-settlement")})},
    "put_off": {},
    "veto_and_voice": {},
    # In February eight members are not enough even for a veto; in October they are.
    "late_word": together(
        NO_EARLY_VETO,
        voting("CHN IND ARE BRA GAB KEN", "no", "deplore_aggression"),
    ),
    # Nothing sails, and the Assembly votes behind a curtain.
    "divided_assembly": {},
    # Nobody calls the Assembly, and too few Members write.
    "capitals_alone": together(
        {seat: Will(never=(a.MoveMotion, a.RequestSession)) for seat in f"{EAST_AND_SOUTH} {WEST}".split()},
        voting(f"{EAST_AND_SOUTH} {WEST}", "abstain", "refer_assembly"),
    ),
}
"""For each ending a line of play that leads there, with some seed if chance has a part in it."""


@pytest.fixture(scope="module")
def ukraine() -> Scenario:
    return load("ukraine-2022")


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, str]]:
    with RECORD.open(encoding="utf-8", newline="") as file:
        return {row["vote_id"]: row for row in csv.DictReader(file)}


@cache
def ended(road: str, seed: int) -> tuple[str, frozenset[str]]:
    """How a sitting on the road to an ending ends, and what happened in it; each is played once."""
    sitting = played(load("ukraine-2022"), ROAD_TO[road], seed)
    return sitting.state.chamber.ending, frozenset(happened_in(sitting))


def results(sitting: Sitting) -> dict[str, str]:
    """What became of the pack's own texts that were put in the Council, by their ids."""
    stored = {x.symbol: x.stored for x in sitting.record if isinstance(x, e.DraftTabled)}
    drafts = [p for p in questions(sitting.record, sitting.scenario) if p.kind == "draft"]
    return {stored[p.subject]: p.verdict for p in drafts if stored.get(p.subject)}


def happened_in(sitting: Sitting) -> set[str]:
    """What happened in the world of a sitting."""
    return {x.happening for x in sitting.record if isinstance(x, e.HappeningOccurred)}


# -- true to the record ----------------------------------------------------------------------------------
def test_the_pack_is_clean() -> None:
    scenario, problems = inspect(PACK)
    assert not pressing(problems)
    assert scenario is not None


def test_every_roll_agrees_with_the_table_of_the_councils_votes(
    ukraine: Scenario, rows: dict[str, dict[str, str]]
) -> None:
    compared = 0
    for draft in ukraine.open.drafts:
        roll = draft.roll
        if roll is None or draft.id in NO_RECORD:
            continue
        row = rows[f"S/RES/{roll.resolution}" if roll.resolution else draft.symbol]
        assert (roll.date, roll.meeting) == (row["date"], row["meeting"]), draft.id
        assert (roll.yes, roll.no, roll.abstain) == tuple(int(row[k]) for k in ("yes", "no", "abstain"))
        told = {seat: vote for vote, column in COLUMNS.items() for seat in row[column].split()}
        assert roll.votes == told, draft.id
        compared += 1
    assert compared == 4


def test_a_roll_that_is_in_no_table_says_so(ukraine: Scenario) -> None:
    for draft in ukraine.open.drafts:
        if draft.id in NO_RECORD:
            assert draft.roll is not None
            assert draft.roll.doubt or draft.form == "statement"


def test_the_members_of_every_stage_sat_in_its_year(ukraine: Scenario) -> None:
    table = ROOT / "crises" / "data" / "council_members.csv"
    with table.open(encoding="utf-8", newline="") as file:
        sat = [(row["year"], row["code"]) for row in csv.DictReader(file)]
    for stage in ukraine.sealed.stages:
        assert set(stage.members) == {code for year, code in sat if year == stage.date[:4]}, stage.id
        assert len(stage.members) == 15
        assert set(stage.members) >= PERMANENT


def test_pr1_the_presidents_are_those_of_the_months(ukraine: Scenario) -> None:
    for index, stage in enumerate(ukraine.sealed.stages):
        assert month_president(ukraine, index) == PRESIDENTS[stage.date[:7]], stage.id


def test_nothing_is_told_of_what_came_after_the_twelfth_of_october(ukraine: Scenario) -> None:
    dates = [s.date for s in ukraine.sealed.stages] + [h.date for h in ukraine.sealed.happenings]
    dates += [d.roll.date for d in ukraine.open.drafts if d.roll is not None]
    assert max(dates) == "2022-10-12"
    for file in PACK.rglob("*.yaml"):
        assert not re.search(r"ES-11/[5-9]|\b202[3-6]\b(?!\)| and)", _without_terms(file)), file.name


def _without_terms(file: Path) -> str:
    """A file without what is lawfully later: terms of office, the year in which document 001 was written."""
    text = file.read_text("utf-8")
    return re.sub(r"Elected for 20\d\d and 20\d\d|\(2023\)", "", text)


def test_no_objective_counts_the_dead(ukraine: Scenario) -> None:
    def names(condition: object) -> Iterator[str]:
        yield getattr(condition, "name", "")
        for inner in getattr(condition, "of", ()):
            yield from names(inner)

    wanted = [x.when for b in ukraine.sealed.briefs.values() for x in b.objectives]
    wanted += [x.when for x in ukraine.sealed.endings]
    assert all("toll" not in set(names(x)) for x in wanted)


def test_marks_of_doubt_stand_in_sources_and_debrief_and_nowhere_else(ukraine: Scenario) -> None:
    for file in PACK.rglob("*.yaml"):
        text = re.sub(r"sources: \[[^\]]*\]", "", file.read_text("utf-8"))
        assert not re.search(r"\[(cal|unsure)\]", text), file.name
    assert {"lit", "unsure"} <= {s.id for s in ukraine.open.sources}


def test_happenings_stand_in_the_order_of_their_dates(ukraine: Scenario) -> None:
    dates = [x.date for x in ukraine.sealed.happenings]
    assert dates == sorted(dates)


def test_every_seat_has_two_public_objectives_and_a_secret_one(ukraine: Scenario) -> None:
    for seat, brief in ukraine.sealed.briefs.items():
        assert [x.secret for x in brief.objectives] == [False, False, True], seat


# -- printed as the Council prints -----------------------------------------------------------------------
def every_reading(kind: ClauseKind) -> Iterator[Clause]:
    """A clause with every combination of its choices."""
    choices = [[(p.id, c.id) for c in p.choices] for p in kind.parameters]
    for combination in itertools.product(*choices):
        yield Clause(kind.id, dict(combination))


def test_every_clause_reads_as_one_sentence_with_every_choice(ukraine: Scenario) -> None:
    for kind in ukraine.open.clauses:
        for clause in every_reading(kind):
            verb, rest = clause_text(ukraine, clause)
            text = f"{verb} {rest}"
            assert not re.search(r"[{}]|  |,,|\.\s|;", text), text
            assert text[0].isupper(), text
            assert rest[0].islower() or rest.split()[0] in ("Member", "Ukraine"), text


def test_preambles_open_with_participles_and_operatives_with_verbs(ukraine: Scenario) -> None:
    participles = ("Gravely concerned", "Deeply concerned", "Mindful of")
    for kind in ukraine.open.clauses:
        opens = kind.verb.split()[0].endswith("ing") or kind.verb in participles
        assert opens == (kind.part == "preamble"), kind.id


def test_every_text_of_the_pack_prints_to_its_full_stop(ukraine: Scenario) -> None:
    for stored in ukraine.open.drafts:
        lines = [x.text for x in document.printed(ukraine, document.of_stored(stored)) if x.text]
        text = lines[lines.index("The Security Council,") + 1 :]
        assert text[-1].endswith("."), stored.id
        assert all(x.endswith((",", ";")) for x in text[:-1]), stored.id


# -- history, if everybody follows interests -------------------------------------------------------------
def test_v2_hindcast_without_any_script(ukraine: Scenario) -> None:
    found = hindcast(ukraine)
    assert len(found.votes) == 75
    assert found.agreement >= 0.95
    assert found.contested_agreement >= 0.95


def test_v3_scripted_delegations_vote_on_the_agenda_as_on_31_january(ukraine: Scenario) -> None:
    sitting = played(ukraine, {}, 1)
    agenda = next(p for p in questions(sitting.record, ukraine) if p.kind == "agenda")
    cast = Counter(agenda.votes.values())
    assert (cast["yes"], cast["no"], cast["abstain"]) == (10, 2, 3)


@pytest.mark.no_cover
def test_history_is_a_usual_ending_and_not_the_only_one(ukraine: Scenario) -> None:
    endings = Counter(ended("veto_and_voice", seed)[0] for seed in range(1, 41))
    historical = next(x.id for x in ukraine.sealed.endings if x.historical)
    assert historical in [ending for ending, _ in endings.most_common(2)]
    assert endings[historical] / 40 <= 0.8
    assert len(endings) >= 4


def test_every_seat_speaks_at_every_table_it_sits_at(ukraine: Scenario) -> None:
    seed = next(n for n in SEEDS if ended("veto_and_voice", n)[0] == "veto_and_voice")
    sitting = played(ukraine, {}, seed)
    stage, said, here = "", Counter[tuple[str, str]](), set()
    for event in sitting.record:
        if isinstance(event, e.StageOpened):
            stage = event.stage
            here |= {(stage, m) for m in next(s.members for s in ukraine.sealed.stages if s.id == stage)}
        if isinstance(event, e.StatementMade):
            said[stage, event.seat] += 1
    assert len(here) == 11 * 15
    assert not {x for x in here if not said[x]}


def test_the_short_sitting_has_the_veto_the_call_and_the_four_regions(ukraine: Scenario) -> None:
    for seed in range(1, 11):
        sitting = played(ukraine, {}, seed, "short")
        found = results(sitting)
        assert found["s-2022-155"] == "vetoed"
        assert found["s-2022-160"] == "adopted"
        if sitting.state.chamber.ending == "veto_and_voice":
            assert found["s-2022-720"] == "vetoed"
            stages = [x.stage for x in sitting.record if isinstance(x, e.StageOpened)]
            assert stages == ["hearing", "veto", "uniting", "relief", "september", "october"]
            return
    pytest.fail("Ten short sittings, and in none of them did the Assembly find its voice.")


# -- what might have been --------------------------------------------------------------------------------
@pytest.mark.parametrize("ending", ROAD_TO)
@pytest.mark.no_cover
def test_every_ending_can_be_played_for(ending: str) -> None:
    road = ending if ROAD_TO[ending] else "veto_and_voice"
    assert any(ended(road, seed)[0] == ending for seed in SEEDS)


def test_there_is_a_road_to_each_ending(ukraine: Scenario) -> None:
    assert set(ROAD_TO) == {x.id for x in ukraine.sealed.endings}


def test_p2_the_chair_is_overruled_where_it_would_make_its_own_duty_a_matter_of_substance(
    ukraine: Scenario,
) -> None:
    """The Russian Federation presides, rules on its own case, and loses the challenge."""
    sitting = played(ukraine, ROAD_TO["council_found_voice"], 1)
    put = {p.kind: p for p in questions(sitting.record, ukraine) if p.subject}
    assert put["challenge"].verdict == "ruling_overruled"
    assert "party_bound" in sitting.state.world.flags
    assert results(sitting)["game-settlement"] == "adopted"


def test_v4_without_its_duty_stated_moscow_vetoes_the_same_settlement(ukraine: Scenario) -> None:
    line = {"NOR": Will(tables={"uniting": ("game-settlement",)})}
    played_so = (played(ukraine, line, seed) for seed in SEEDS)
    sitting = next(x for x in played_so if "party_bound" not in x.state.world.flags)
    assert results(sitting)["game-settlement"] == "vetoed"


def test_v10_where_the_duty_binds_a_declared_party_counts_for_nothing_under_chapter_vi(
    ukraine: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Norway has the dispute declared; the text of February urges talks, as texts of Chapter VI do."""
    declared = a.MoveMotion("NOR", "declare_dispute", seats=("RUS",))
    will = Will(tables={"veto": ("game-settlement",)}, acts={"veto": (declared,)})
    monkeypatch.setattr(
        table, "take_seat", lambda t, s, *_: Wilful(s, will) if s == "NOR" else take_seat(t, s)
    )
    sitting = Sitting.begin(ukraine, {}, seed=1, abstention="enforce")
    sitting.run(60_000)
    assert sitting.state.chamber.conduct.parties == ("RUS",)
    assert results(sitting)["game-settlement"] == "adopted"
    assert results(sitting)["s-2022-155"] == "adopted"
    first = next(p for p in questions(sitting.record, ukraine) if p.subject == "S/2022/155")
    assert first.votes["RUS"] == "abstain"


def test_v5_without_nine_the_first_text_fails_and_nobody_has_vetoed_it(ukraine: Scenario) -> None:
    line = together(NO_EARLY_VETO, voting("BRA GAB KEN", "abstain", "deplore_aggression"))
    sitting = played(ukraine, line, 1)
    assert results(sitting)["s-2022-155"] == "rejected_insufficient"
    assert "es11_2" not in happened_in(sitting)


CONSEQUENCES: dict[str, dict[str, Will]] = {
    "council_of_restraint": {"FRA": Will(tables={"hearing": ("game-restraint",)})},
    # Nine in favour and six against: the South follows its own members at the table.
    "assembly_refuses": together(NO_EARLY_VETO, voting("CHN IND ARE BRA GAB", "no", "deplore_aggression")),
    "members_write": ROAD_TO["capitals_alone"],
    "council_speaks": voting("RUS", "abstain", "cease_withdraw", "deplore_aggression"),
    "merged_text": together(
        {"FRA": Will(tables={"uniting": ("game-aid",)})}, voting("RUS CHN", "abstain", "pause")
    ),
    "inquiry_reports": together(
        {"IRL": Will(tables={"april": ("game-inquiry",)})},
        voting("RUS CHN", "abstain", "inquiry"),
        voting("BRA GAB GHA KEN MEX ARE IND", "yes", "inquiry"),
    ),
    "corridor_backed": {"GHA": Will(tables={"may": ("game-grain",)})},
    "food_debate": {"GHA": Will(acts={"april": (a.RequestMeeting("GHA", "food_security"),)})},
    "no_grain_deal": {},
    "secret_ballot": {},
    "annexation_put_off": {},
    "front_stalls": {seat: Will(never=(a.Pledge,)) for seat in ("USA", "GBR", "NOR", "FRA")},
    "plant_accident": {},
    "truce_of_summer": {},
    "strike_on_member": {},
    "istanbul_agreed": {},
    "emirates_bridge": {},
    "elysee_text": {},
    "lawyers_ready": {},
    "two_papers": {},
    "exchange_helped": {},
}
"""For things that did not happen, what a table must do for them; nothing where only chance has a part."""


@pytest.mark.parametrize("happening", CONSEQUENCES)
def test_what_a_table_does_has_consequences_in_the_world(ukraine: Scenario, happening: str) -> None:
    line = CONSEQUENCES[happening]
    if line:
        assert any(happening in happened_in(played(ukraine, line, seed)) for seed in SEEDS)
    else:
        assert any(happening in ended("veto_and_voice", seed)[1] for seed in SEEDS)


def test_whatever_might_have_been_can_be_brought_about(ukraine: Scenario) -> None:
    assert {h.id for h in ukraine.sealed.happenings if not h.historical} == set(CONSEQUENCES)


class Watching(Wilful):
    """A scripted delegation that notes what a person in its place could do at each stage."""

    open_to: ClassVar[dict[tuple[str, str], set[type[a.Action]]]] = {}

    def choose(self, view: Any, docket: Any, chance: Any) -> a.Action:
        """Note the acts that are open, and act as usual."""
        kinds = (a.TableDraft, a.Pledge, a.MoveAmendment, a.Sponsor, a.DeclareStance, a.MoveMotion)
        here = self.open_to.setdefault((docket.state.chamber.stage_id, self.seat), set())
        here |= {kind for kind in kinds if next(iter(docket.of(kind)), None) is not None}
        return super().choose(view, docket, chance)


def test_small_seats_have_something_to_do_at_every_stage(
    ukraine: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = ("GAB", "GHA", "KEN", "MEX")
    monkeypatch.setattr(Watching, "open_to", {})
    monkeypatch.setattr(
        table, "take_seat", lambda t, s, *_: Watching(s, Will()) if s in small else take_seat(t, s)
    )
    seeds = (n for n in SEEDS if ended("veto_and_voice", n)[0] == "veto_and_voice")
    for seed in islice(seeds, 2):  # who has pledged all it has early has less to do late
        Sitting.begin(ukraine, seed=seed).run(60_000)
    assert len(Watching.open_to) == 11 * len(small)
    assert not {at for at, kinds in Watching.open_to.items() if len(kinds) < (2 if at[0] == "night" else 3)}
