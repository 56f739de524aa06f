"""The contract of play at random: legal acts are taken, others refused by rule, states survive."""

from __future__ import annotations

import random
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.book import RULES
from game.session import actions as a
from game.session import events as e
from game.session.acts import LAWS
from game.session.decide import before
from game.session.events import Event, decoder
from game.session.fold import FOLDS, fold_all
from game.session.legal import Docket, legal, refusal_of
from game.session.scenario import Clause
from game.session.state import Phase, State
from game.session.table import turn
from tests.session.council import OF_1950, OF_1951, SCENARIO
from tests.session.dice import at_random, opened, refold

seeds = st.integers(0, 10**6)
quick = settings(max_examples=5, deadline=None)
regimes = st.sampled_from(["rule_30", "san_francisco"])


@given(seed=seeds, regime=regimes)
@quick
def test_what_is_decided_is_what_its_events_fold_to(seed: int, regime: str) -> None:
    for state, _, decision in at_random(seed, preliminary=regime):
        assert decision.events
        assert refold(state, decision.events) == decision.state


@given(seed=seeds)
@quick
def test_events_written_and_read_lead_to_the_same_state(seed: int) -> None:
    kept = decoder()
    dice = random.Random(seed)
    lines = [msgspec.json.encode(x) for x in opened(seed, director=bool(seed % 2)).events]
    for _, _, decision in at_random(seed):
        lines += [msgspec.json.encode(x) for x in decision.events]
        if dice.random() < 0.02 or decision.state.chamber.phase is Phase.ENDED:
            again = fold_all(before(SCENARIO), [kept.decode(line) for line in lines])
            assert again == decision.state


@given(seed=seeds, regime=regimes)
@quick
def test_two_runs_of_a_seed_are_the_same(seed: int, regime: str) -> None:
    first = [d.events for _, _, d in at_random(seed, preliminary=regime)]
    assert first == [d.events for _, _, d in at_random(seed, preliminary=regime)]


@given(seed=seeds, regime=regimes)
@settings(max_examples=25, deadline=None)
def test_the_aimless_always_reach_an_ending(seed: int, regime: str) -> None:
    *_, (_, _, last) = at_random(seed, preliminary=regime)
    assert last.state.chamber.phase is Phase.ENDED
    assert last.state.chamber.ending in {x.id for x in SCENARIO.sealed.endings}
    assert turn(last.state) == ()
    for seat in (*last.state.chamber.members, ""):
        assert not Docket(last.state, seat)


@given(seed=seeds, regime=regimes)
@quick
def test_every_listed_act_is_lawful_and_listed_once(seed: int, regime: str) -> None:
    dice = random.Random(seed)
    for state, act, _ in at_random(seed, preliminary=regime):
        if dice.random() < 0.8 or act is None:
            continue
        seat = dice.choice(state.chamber.members)
        listed = legal(state, seat)
        docket = Docket(state, seat)
        assert listed == tuple(docket)
        assert len(docket) == len(listed)
        assert bool(docket) is bool(listed)
        assert len(set(map(msgspec.json.encode, listed))) == len(listed)
        assert {type(x) for x in listed} <= docket.kinds
        for lawful in listed:
            assert refusal_of(state, lawful) is None
            assert lawful in docket


@given(seed=seeds, regime=regimes)
@quick
def test_what_is_not_in_order_is_refused_by_a_rule_of_the_book(seed: int, regime: str) -> None:
    dice = random.Random(seed)
    met: set[str] = set()
    for state, act, _ in at_random(seed, preliminary=regime):
        for wild in wild_acts(state, act, dice):
            refused = refusal_of(state, wild)
            if refused is not None:
                assert refused.rule in RULES, wild
                assert refused.reason.endswith((".", "!", "?")), refused
                assert wild not in Docket(state, wild.seat)
                met.add(refused.rule)
    assert len(met) > 5


def wild_acts(state: State, act: a.Action | None, dice: random.Random) -> Iterator[a.Action]:
    """Acts by anybody of anything, most of them out of order."""
    seat = dice.choice((*OF_1950, *OF_1951, "", "ZZZ"))
    text = dice.choice((*state.chamber.drafts, *state.chamber.amendments, "S/0", ""))
    if act is not None:
        yield msgspec.structs.replace(act, seat=seat)
    yield dice.choice(
        (
            a.CallToOrder(seat),
            a.ContinueDebate(seat),
            a.PutToVote(seat, text),
            a.AskConsent(seat, text),
            a.Rule(seat, True),
            a.CedeChair(seat),
            a.CloseMeeting(seat),
            a.Yield(seat),
            a.Speak(seat, "nowhere", "for"),
            a.Speak(seat, "breach", "sideways"),
            a.Speak(seat),
            a.TableDraft(seat, stored="s-1508"),
            a.TableDraft(seat, stored="s-0"),
            a.TableDraft(seat, clauses=(Clause("recalling"),)),
            a.TableDraft(seat, clauses=(Clause("relief"),) * 2),
            a.TableDraft(seat, clauses=(Clause("cessation", {"who": "nobody"}),)),
            a.Sponsor(seat, text),
            a.Unsponsor(seat, text),
            a.WithdrawDraft(seat, text),
            a.MoveAmendment(seat, text, "delete", 9),
            a.MoveAmendment(seat, text, "turn", 0),
            a.MoveAmendment(seat, text, "add", -1, None),
            a.AcceptAmendment(seat, text),
            a.WithdrawAmendment(seat, text),
            a.RequestSeparateVote(seat, text, dice.randrange(-2, 9)),
            a.ObjectToSeparateVote(seat, text),
            a.MoveMotion(seat, dice.choice(("suspend", "ess", "priority", "draft", "")), text),
            a.ProposeInvitation(seat, "ZZZ"),
            a.Pledge(seat, "troops", dice.choice((-1.0, 0.0, 2.0, float("nan")))),
            a.SignSpeakersList(seat),
            a.RaisePoint(seat, dice.choice(("nature", "relevance", "credentials", "order", "")), text),
            a.Challenge(seat),
            a.AcceptRuling(seat),
            a.WalkOut(seat),
            a.Return(seat),
            a.CastBallot(seat, dice.choice(("yes", "maybe", "absent", ""))),
            a.GiveNotice(seat),
            a.SendNote(seat, seat, "to myself"),
            a.SendNote(seat, "USA", " "),
            a.OfferDeal(seat, "USA", a.Term("vote", text, "yes"), a.Term("gold", "a lot")),
            a.AcceptDeal(seat, dice.randrange(3)),
            a.RefuseDeal(seat, dice.randrange(3)),
            a.DeclareStance(seat, text, "maybe"),
            a.AskCapital(seat, f"firm-{seat}"),
            a.Inject(seat, "storm"),
            a.HandOver(seat, "USA", ""),
            a.Mark(seat, "here"),
        )
    )


def test_h5_an_act_that_nobody_knows_is_refused() -> None:
    class Dance(a.Action, frozen=True):
        pass

    state = opened(1).state
    refused = refusal_of(state, Dance("USA"))
    assert refused is not None
    assert refused.rule == "H5"


def test_every_event_has_its_fold_and_every_act_its_law() -> None:
    assert set(FOLDS) == set(Event.__subclasses__())
    assert set(LAWS) == {kind for kind in a.Action.__subclasses__() if kind.__module__.startswith(a.__name__)}
    for law in LAWS.values():
        assert law.rule in RULES


@pytest.mark.parametrize("kind", sorted(Event.__subclasses__(), key=lambda k: k.__name__))
def test_every_event_is_told_apart_in_the_log(kind: type[Event]) -> None:
    assert kind.__struct_config__.tag == kind.__name__
    assert kind.__doc__
    assert kind.__name__ in e.__all__ or hasattr(e, kind.__name__)
