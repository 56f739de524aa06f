"""A dossier kept from act to act says what one made afresh would say."""

from __future__ import annotations

from msgspec.structs import replace

from game.delegates.counsel import script
from game.delegates.knowledge.dossier import Dossier
from game.session.table import turn
from game.session.views import view

ACTS = (script.ANY_TIME, script.ON_THE_FLOOR, script.SPEAKING, script.TABLING, script.VOTING)


def test_what_a_delegation_keeps_ready_is_what_it_would_prepare_afresh(sit) -> None:
    sitting = sit(seed=5)
    kept: dict[str, Dossier] = {}
    while sitting.step():
        state = sitting.state
        for seat in turn(state):
            seen = view(state, seat)
            if seat in kept:
                kept[seat].turn_to(seen)
            old, new = kept.setdefault(seat, Dossier(seen)), Dossier(seen)
            assert old.mandate.binds(new.mandate.brief)
            assert old.texts() == new.texts()
            assert old.before_the_council() == new.before_the_council()
            assert [old.lines(acts) for acts in ACTS] == [new.lines(acts) for acts in ACTS]
            assert all(x.line in seen.script for acts in ACTS for x in old.lines(acts))


def test_texts_are_weighed_again_when_they_read_otherwise(sit) -> None:
    sitting = sit(seed=5)
    while not any(d.status == "tabled" for d in sitting.state.chamber.drafts.values()):
        assert sitting.step()
    state = sitting.state
    seen = view(state, turn(state)[0])
    dossier = Dossier(seen)
    draft, weighing = dossier.texts()[0]
    short = replace(draft, clauses=draft.clauses[:1])
    drafts = {**seen.chamber.drafts, draft.symbol: short}
    dossier.turn_to(replace(seen, chamber=replace(seen.chamber, drafts=drafts)))
    assert dossier.texts()[0][0] == short
    assert len(dossier.texts()[0][1].clauses) == 1
    assert len(weighing.clauses) == len(draft.clauses)
