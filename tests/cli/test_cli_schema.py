"""`author schema --into` puts schemas beside an author's crises; `play --language` chooses their language."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from game.packs import schema_file

Said = Callable[..., tuple[int, str, str]]


def test_schemas_come_beside_an_authors_crises(said: Said, tmp_path: Path) -> None:
    code, out, err = said("author", "schema", "--into", str(tmp_path))
    assert (code, err) == (0, "")
    lying = {path.name: path.read_text("utf-8") for path in (tmp_path / "schemas").iterdir()}
    assert lying == schema_file.texts()
    assert "$schema=../schemas/pack.json" in out


def test_schemas_are_written_anew_over_older_ones(said: Said, tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "pack.json").write_text("{}", "utf-8")
    assert said("author", "schema", "--into", str(tmp_path))[0] == 0
    assert json.loads((tmp_path / "schemas" / "pack.json").read_text("utf-8"))["title"] == "pack.yaml"


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(said: Said, tmp_path: Path) -> None:
    (tmp_path / "schemas").write_text("a file", "utf-8")
    code, out, err = said("author", "schema", "--into", str(tmp_path))
    assert (code, out) == (1, "")
    assert "The schemas cannot be put there" in err


def test_a_language_that_is_none_is_told(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HORSESHOE_LANGUAGE", "")
    code, _, err = said("play", "korea-1950", "--language", "french")
    assert code == 2
    assert "french is no code of a language, such as fr" in err


def test_a_crisis_that_has_not_that_language_is_told_so(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HORSESHOE_LANGUAGE", "")
    code, _, err = said("play", "korea-1950", "--language", "fr")
    assert code == 2
    assert "korea-1950 has no texts in fr; it has en." in err


def test_a_preview_is_told_in_the_language_asked_for(
    said: Said, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HORSESHOE_LANGUAGE", "")
    pack = house / "data" / "horseshoe" / "crises" / "tiny" / "pack.yaml"
    plain = pack.read_text("utf-8")
    pack.write_text(
        plain.replace("title: Two Days in June", "title: {en: Two Days, fr: Deux jours}"), "utf-8"
    )
    assert said("author", "preview", "tiny", "--language", "fr")[1].startswith("Deux jours")
    assert said("author", "preview", "tiny", "--language", "en")[1].startswith("Two Days")
    assert "it has en, fr." in said("author", "preview", "tiny", "--language", "de")[2]


def test_a_save_knows_its_language(said: Said) -> None:
    code, _, err = said("play", "--resume", "some", "--language", "fr")
    assert code == 2
    assert "give --resume alone" in err
