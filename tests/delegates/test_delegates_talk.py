"""How delegations speak: in clean sentences of their own, and none of them twice in a sitting by one seat."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.delegates.language import talk_forms as forms
from game.packs import load
from game.session import events as e
from game.session.acts.floor import remark, say
from game.session.scenario import Scenario
from game.session.words import Words
from game.sitting import Sitting

CRISES = Path(__file__).parents[2] / "crises"
TINY = Path(__file__).parent.parent / "data" / "packs" / "tiny"
PACKS = ("abyssinia-1935", "korea-1950", "kuwait-1990", "ukraine-2022")
SITTINGS = 30
BENTS = ("steadfast", "broker", "spoiler", "idealist", "follower")
FEW = 0.04
"""The greatest share of sentences that may have been said by more than one seat of a sitting."""
UNCLEAN = re.compile(
    r" {2}|\bthe the\b|\b(\w{3,}) \1\b|[.!?] [a-z]|\b(its|my) government\b"
    r"|[{}]|\.\.| [,.;:]|\(\)|:\s*[.:]|““|””"
)
ABBREVIATED = re.compile(r"\b(Mr|Mrs|Dr|No|St)\. ")
BARE = re.compile(r"(?<!the )(?<!The )\b(United (Kingdom|States)|Soviet Union|Russian Federation)\b")


def seated(scenario: Scenario, seed: int) -> Sitting:
    """A sitting in which temperaments and levels are mixed, differently for each seed."""
    bents = cycle((*BENTS[seed % 5 :], *BENTS[: seed % 5]))
    members = scenario.sealed.stages[0].members
    holders = {} if seed % 3 else dict(zip(members, bents, strict=False))
    level = "seasoned" if seed % 5 == 4 else "novice"
    length = "short" if seed % 2 else "full"
    sitting = Sitting.begin(scenario, holders, seed=seed, level=level, length=length)
    sitting.run(20_000)
    return sitting


def spoken(sitting: Sitting) -> Iterator[tuple[str, str]]:
    """Who said, wrote or explained what, of the house's making: a script's words are the pack's."""
    written = {line.words for b in sitting.scenario.sealed.briefs.values() for line in b.script}
    own = {say(w) for w in written} | {remark(w) for w in written}
    for x in sitting.record:
        if isinstance(x, e.StatementMade | e.NoteSent | e.SpokeTo) and x.words and x.words not in own:
            yield x.seat, x.words
        elif isinstance(x, e.BallotCast) and x.reason and x.reason not in own:
            yield x.seat, x.reason


@pytest.mark.parametrize("pack", PACKS)
def test_no_seat_says_a_sentence_twice_and_few_are_said_by_two(pack: str) -> None:
    scenario = load(CRISES / pack)
    told = shared = 0
    for seed in range(SITTINGS):
        by: dict[str, set[str]] = defaultdict(set)
        twice: Counter[str] = Counter()
        sitting = seated(scenario, seed)
        for seat, words in spoken(sitting):
            assert not UNCLEAN.search(ABBREVIATED.sub("", words)), words
            assert not BARE.search(re.sub(r"“[^”]*”|\([^)]*\)|: .*", "", words)), words
            assert words[0].isupper() or words[0] in "“0123456789", words
            assert words.endswith((".", "!", "?")), words
            for sentence in forms.sentences(words):
                twice[sentence] += seat in by[sentence]
                by[sentence].add(seat)
        assert not +twice, (seed, (+twice).most_common(3))
        told, shared = told + len(by), shared + sum(len(seats) > 1 for seats in by.values())
        assert sitting.refusals == 0
    assert told > 10 * SITTINGS
    assert shared <= FEW * told


@pytest.mark.parametrize("pack", PACKS)
def test_a_table_of_veterans_of_all_bents_speaks_as_cleanly(pack: str) -> None:
    scenario = load(CRISES / pack)
    bents = dict(zip(scenario.sealed.stages[0].members, cycle(BENTS), strict=False))
    sitting = Sitting.begin(scenario, bents, seed=1, level="veteran", length="short")
    sitting.run(20_000)
    said: set[tuple[str, str]] = set()
    for seat, words in spoken(sitting):
        assert not UNCLEAN.search(ABBREVIATED.sub("", words)), words
        for sentence in forms.sentences(words):
            assert (seat, sentence) not in said, (seat, sentence)
            said.add((seat, sentence))
    assert len(said) > 100


def test_the_same_sitting_is_told_in_the_same_words() -> None:
    scenario = load(CRISES / "korea-1950")
    first, again = seated(scenario, 4), seated(scenario, 4)
    assert list(spoken(first)) == list(spoken(again))


def test_a_delegation_that_sits_down_late_goes_on_without_repeating_itself(tmp_path: Path) -> None:
    """Saved in the middle and taken up again, a sitting goes on in the words it would have gone on in."""
    scenario = load(CRISES / "korea-1950")
    straight = Sitting.begin(scenario, seed=5, length="short")
    straight.run(20_000)
    saved = Sitting.begin(scenario, seed=5, length="short", folder=tmp_path)
    saved.run(400)
    assert saved.path is not None
    assert saved.journal is not None
    saved.journal.close()
    resumed, _ = Sitting.resume(saved.path, scenario)
    resumed.run(20_000)
    assert list(spoken(resumed)) == list(spoken(straight))


# -- what is said ----------------------------------------------------------------------------------
def heard(pack: str, seed: int = 2) -> list[tuple[str, str]]:
    return list(spoken(seated(load(CRISES / pack), seed)))


def test_one_speaks_as_at_the_time() -> None:
    league, early, late = (forms.speaker("Norway", *when) for when in _TIMES)
    assert (league.era, early.era, late.era) == (forms.LEAGUE, forms.EARLY, forms.LATE)
    assert (league.charter, early.charter) == ("Covenant", "Charter")
    assert early.chair == "Mr. President, "
    assert not late.chair
    assert "my Government" in league.selves
    assert forms.speaker("United Kingdom", "unsc_11", "1950-06-25").name == "the United Kingdom"


_TIMES = (("league_council", "1935-09-05"), ("unsc_11", "1950-06-25"), ("unsc_15", "2022-02-25"))


def test_earlier_speakers_are_answered_and_texts_and_votes_spoken_of() -> None:
    said = [words for _, words in heard("kuwait-1990", 4)]
    joined = " ".join(said)
    assert "the representative of" in joined
    assert re.search(r"\bS/2\d{4}\b", joined)
    assert re.search(r"(still stands|as before|does so again|has not changed its mind|repeats that)", joined)


def test_who_votes_after_another_begins_otherwise() -> None:
    """The same form may come again in a roll call, but not from the next who votes."""
    for pack in PACKS:
        sitting = seated(load(CRISES / pack), 4)
        names = {seat.short for seat in sitting.scenario.open.seats}
        before, alike, told = "", 0, 0
        for x in sitting.record:
            said = x.reason if isinstance(x, e.BallotCast) else ""
            form = re.sub(r"“[^”]*”|:.*|\(.*", "", re.sub("|".join(map(re.escape, names)), "X", said))
            told, alike = told + bool(form), alike + (bool(form) and form == before)
            before = form
        assert told > 50
        assert alike <= 0.05 * told, (pack, alike, told)


def test_no_two_answers_to_one_speaker_are_alike_in_a_seats_mouth() -> None:
    by: dict[str, list[str]] = defaultdict(list)
    for seat, words in heard("abyssinia-1935", 4):
        by[seat] += [s for s in forms.sentences(words) if "the representative of" in s]
    assert any(len(told) > 2 for told in by.values())
    assert all(len(told) == len(set(told)) for told in by.values())


def test_a_temperament_is_heard() -> None:
    scenario = load(CRISES / "ukraine-2022")
    members = scenario.sealed.stages[0].members
    sitting = Sitting.begin(scenario, dict.fromkeys(members, "idealist"), seed=1)
    sitting.run(20_000)
    words = " ".join(w for _, w in spoken(sitting))
    assert "the Charter" in words


def test_a_packs_own_explanations_go_first() -> None:
    tiny = load(TINY)
    own = {
        "explain_yes": ("{seat} likes {clause} in {text}, for {reason}.",),
        "explain_no": ("{seat} will have none of {clause}.",),
        "explain_abstain": ("{seat} leaves {text} to others.",),
        "veto": ("{seat} stops {text}.",),
    }
    worded = Scenario(replace(tiny.open, words=Words(speeches=own)), tiny.sealed)
    sitting = Sitting.begin(worded, seed=2)
    sitting.run(2_000)
    reasons = [x.reason for x in sitting.record if isinstance(x, e.BallotCast)]
    told = [w for w in reasons if re.search(r" (likes|will have none of|leaves|stops) ", w)]
    assert told
    assert all("{" not in w and w[0].isupper() for w in told)


# -- the forms -------------------------------------------------------------------------------------
def _all_forms() -> Iterator[str]:
    for value in vars(forms).values():
        kinds = value.values() if isinstance(value, dict) else (value,)
        for kind in kinds:
            if isinstance(kind, tuple) and all(isinstance(x, str) and "{me}" in x for x in kind):
                yield from kind


def test_every_form_is_one_sentence_without_capital_or_stop() -> None:
    found = list(_all_forms())
    assert len(found) > 100
    for form in found:
        assert not form.endswith((".", "!", "?")), form
        assert form[0].islower() or form[0] in "{“", form
        assert not re.search(r"[.!?] ", form), form
        assert "  " not in form


@given(st.integers(0, 2**32), st.integers(1, 6))
def test_forms_are_used_up_before_any_is_used_again(start: int, ways: int) -> None:
    selves = tuple(f"delegation {n}" for n in range(ways))
    said: set[str] = set()
    fields = ("issue", "the matter"), ("side", "for"), ("why", "")
    for _ in range(len(forms.STILL) * ways):
        sentence = forms.fresh(forms.STILL, selves, start, said, *fields)
        assert sentence
        assert sentence not in said
        said.add(sentence)
    assert forms.fresh(forms.STILL, selves, start, said, *fields) == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("One. Two! Three?", ("One.", "Two!", "Three?")),
        ("Mr. President, we are few. We agree.", ("Mr. President, we are few.", "We agree.")),
        ("As to your offer No. 3: no.", ("As to your offer No. 3: no.",)),
        ("", ()),
    ],
)
def test_words_are_told_apart_by_their_sentences(words: str, told: tuple[str, ...]) -> None:
    assert forms.sentences(words) == told
