"""The author's toolkit: what is wrong with a pack, how history would have voted, a crisis drawn and shown."""

from __future__ import annotations

import dataclasses
import re
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.author.graph import FORMATS, drawn, graph, procedure
from game.author.hindcast import hindcast
from game.author.new import Wish, begin
from game.author.preview import preview
from game.author.validate import manual, validate
from game.packs import PackError, load
from game.packs.checks import ALL, code_of
from game.packs.pages import PAGES
from game.session.scenario import Scenario
from game.session.state import Phase

TINY = Path(__file__).parent.parent / "data" / "packs" / "tiny"


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture(scope="module")
def korea() -> Scenario:
    return load("korea-1950")


def test_a_sound_pack_has_nothing_to_mend() -> None:
    found = validate(str(TINY))
    assert (found.pack, found.playable, found.findings, found.accepted) == ("tiny", True, (), ())


def test_a_shipped_crisis_has_notes_at_most() -> None:
    found = validate("korea-1950")
    assert (found.pack, found.playable) == ("korea-1950", True)
    assert found.counts["error"] == found.counts["warning"] == 0


def test_what_an_author_accepts_is_told_apart_with_its_reason(spoilt: Path) -> None:
    happenings = spoilt / "happenings.yaml"
    happenings.write_text(
        happenings.read_text("utf-8").replace(" The government has left the city.", ""), "utf-8"
    )
    reason = "One line is enough."
    accepts = f"accepts: [{{code: lengths, at: happenings.seoul-falls, why: {reason}}}]\n"
    (spoilt / "expectations.yaml").write_text(accepts, "utf-8")
    found = validate(str(spoilt))
    assert found.findings == ()
    assert [(x.level, x.code, x.accepted) for x in found.accepted] == [("note", "lengths", reason)]
    assert str(found.accepted[0]).endswith(f"(accepted: {reason})")


def test_an_error_cannot_be_accepted(spoilt: Path) -> None:
    endings = spoilt / "endings.yaml"
    endings.write_text(
        endings.read_text("utf-8").replace("when: always", "when: {flag: seoul-lost}"), "utf-8"
    )
    (spoilt / "expectations.yaml").write_text("accepts: [{code: endings, why: For ever.}]\n", "utf-8")
    found = validate(str(spoilt))
    assert (found.playable, found.accepted) == (False, ())
    assert {(x.level, x.code) for x in found.findings} >= {("error", "endings"), ("warning", "accepts")}


def test_an_error_is_told_with_its_place_and_a_manual_page(spoilt: Path) -> None:
    endings = spoilt / "endings.yaml"
    endings.write_text(endings.read_text("utf-8").replace("adopted: assistance", "flag: haltd"), "utf-8")
    found = validate(str(spoilt))
    errors = [x for x in found.findings if x.level == "error"]
    assert found.count("error") == len(errors) >= 1
    assert not found.playable
    assert any(x.file == "endings.yaml" and x.line and x.code in manual() for x in errors)
    assert re.match(r"endings\.yaml:\d+:\d+: error: ", str(errors[0]))


def test_advice_is_a_warning_and_the_pack_can_be_played(spoilt: Path) -> None:
    stages = spoilt / "stages.yaml"
    first = "  effects:\n"
    stages.write_text(
        stages.read_text("utf-8").replace(first, first + "    - {set_flag: never-asked}\n", 1), "utf-8"
    )
    found = validate(str(spoilt))
    assert found.playable, found.findings
    assert [(x.level, x.code) for x in found.findings] == [("warning", "flags")]


def test_no_such_pack_is_said(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no pack called"):
        validate("no-such-pack")


def test_every_check_has_a_manual_page_that_passes_and_fails() -> None:
    pages = manual()
    assert set(pages) == {code_of(check) for check in ALL} | set(PAGES)
    assert all("FAIL" in pages[code_of(check)] for check in ALL)


def test_hindcast_compares_every_known_vote_and_counts_as_it_says(korea: Scenario) -> None:
    found = hindcast(korea)
    known = [
        (draft.id, member)
        for draft in korea.open.drafts
        for member, vote in (draft.roll.votes if draft.roll else {}).items()
        if vote != "absent" and member in korea.sealed.briefs
    ]
    assert [(v.draft, v.member) for v in found.votes] == known
    assert found.agreement == round(sum(v.agrees for v in found.votes) / len(known), 4)
    contested = [v for v in found.votes if v.draft in found.contested]
    assert found.contested_agreement == round(sum(v.agrees for v in contested) / len(contested), 4)
    assert found.agreement > found.always_yes
    assert found.always_yes < found.first_orders <= found.agreement
    assert found.always_yes < found.without_lone <= found.agreement
    assert all(v.reason for v in found.votes)


def test_hindcast_reads_no_script(korea: Scenario) -> None:
    briefs = {seat: replace(brief, script=()) for seat, brief in korea.sealed.briefs.items()}
    unscripted = replace(korea, sealed=replace(korea.sealed, briefs=briefs))
    assert hindcast(unscripted).votes == hindcast(korea).votes


@pytest.mark.parametrize("form", FORMATS)
def test_a_graph_draws_everything_and_its_arrows_lead_somewhere(korea: Scenario, form: str) -> None:
    nodes, edges = graph(korea)
    ids = {node.id for node in nodes}
    assert {f"ending_{x.id}" for x in korea.sealed.endings} <= ids
    assert {f"happening_{x.id}" for x in korea.sealed.happenings} <= ids
    assert all({e.start, e.end} <= ids for e in edges)
    text = drawn(nodes, edges, form)
    assert text.count("->") == len(edges) if form == "dot" else text.count("-->") == len(edges)


def test_names_in_a_graph_stay_names(korea: Scenario) -> None:
    ending = korea.sealed.endings[0]
    sly = dataclasses.replace(ending, title='"]; n1 --> n2 \x1b[31m')
    nodes, edges = graph(replace(korea, sealed=replace(korea.sealed, endings=(sly,))))
    text = drawn(nodes, edges, "mermaid")
    assert "\x1b" not in text
    line = next(x for x in text.splitlines() if "n1 --" in x and x.strip().startswith("n") and "'" in x)
    assert line.count('"') == 2


def test_markup_in_a_title_is_spelt_out_for_mermaid(korea: Scenario) -> None:
    sly = dataclasses.replace(korea.sealed.endings[0], title="<b>R&D</b> #9829;")
    nodes, edges = graph(replace(korea, sealed=replace(korea.sealed, endings=(sly,))))
    assert '"#lt;b#gt;R#amp;D#lt;/b#gt; #35;9829;"' in drawn(nodes, edges, "mermaid")
    assert '"<b>R&D</b> #9829;"' in drawn(nodes, edges, "dot")


def test_what_compliance_brings_is_drawn_from_the_text_that_demands_it(tmp_path: Path) -> None:
    _, edges = graph(load(str(begin(Wish("small"), tmp_path).folder)))
    assert ("draft_truce-text", "ending_stopped") in {(e.start, e.end) for e in edges}


def test_the_course_of_a_meeting_has_every_phase() -> None:
    nodes, _ = procedure()
    assert {node.id for node in nodes} == {phase.value for phase in Phase}


def test_a_preview_fits_its_width_and_tells_no_secret(korea: Scenario) -> None:
    lines = list(preview(korea, 80))
    text = " ".join(lines)
    assert max(map(len, lines)) <= 80
    assert korea.open.title in text
    assert all(seat.code in text for seat in korea.open.seats)
    assert not any(ending.title in text for ending in korea.sealed.endings)
