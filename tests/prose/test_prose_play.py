"""Words against play: whatever is offered or happens in aimless sittings has its label and its line."""

from __future__ import annotations

import pytest

from game.prose import acts
from game.prose.exports import FORMATS, PAPERS, export
from game.prose.minutes import line
from game.rules.book import RULES
from game.session.legal import Docket
from game.session.scenario import Scenario
from game.session.table import turn
from game.sitting import Sitting

EVERY = 7
"""Every how manyth step all acts on the docket are looked at."""


def spoken_well(text: str) -> bool:
    """Whether a text is in one plain line without holes."""
    return (
        bool(text) and text == " ".join(text.split()) and "the the" not in text.lower() and "None" not in text
    )


@pytest.mark.parametrize("seed", range(3))
def test_whatever_aimless_delegates_may_do_has_its_words(tiny: Scenario, seed: int) -> None:
    sitting = Sitting.begin(tiny, dict.fromkeys(tiny.seat, "aimless"), seed=seed)
    steps = 0
    while not sitting.finished and steps < 1_500:
        awaited = turn(sitting.state)
        if awaited and steps % EVERY == 0:
            for offered in Docket(sitting.state, awaited[0]):
                view = sitting.view(awaited[0])
                assert spoken_well(acts.title(offered, tiny, sitting.state)), offered
                assert acts.title(offered, tiny, view) == acts.title(offered, tiny, sitting.state)
                assert spoken_well(acts.sentence(offered, tiny, view)), offered
                assert acts.rule(offered) in RULES
        steps += 1
        assert sitting.step()
    for event in sitting.record:
        said = line(event, tiny)
        assert said is None or spoken_well(said), event
    for what in PAPERS:
        for fmt in FORMATS:
            assert export(sitting.record, sitting.state, tiny, what, fmt)
