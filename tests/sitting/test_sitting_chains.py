"""Famous chains of votes, each played as a sitting of real acts: what was decided, by which rule, and how it
reads.

Facts: the chains CH-1947 and CH-2022, the cases H1950-06 and PR-03 and section 3 of the reference on
procedure. A roll marked constructed is not history's. Every chain is also saved and taken up again in the
middle, and must come out the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from game.packs import load
from game.prose.minutes import line
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session import events as e
from game.session.events import Event
from game.session.scenario import Clause, Scenario
from game.session.state import Phase
from game.session.table import presiding, turn
from game.sitting import Sitting

PACKS = Path(__file__).parents[1] / "data" / "packs"


@cache
def crisis(pack: str) -> Scenario:
    """A pack, compiled once."""
    return load(PACKS / pack)


class Chain:
    """A sitting of persons, acted through step by step."""

    def __init__(self, pack: str, folder: Path, **rules: str) -> None:
        self.scenario = crisis(pack)
        members = self.scenario.sealed.stages[0].members
        people = dict.fromkeys((*members, *(p.code for p in self.scenario.open.parties)), "person")
        self.sitting = Sitting.begin(self.scenario, people, seed=1, folder=folder, **rules)  # type: ignore[arg-type]
        self.sitting.run()

    # -- acting ------------------------------------------------------------------------------------
    def does(self, *acts: a.Action) -> Sequence[Event]:
        """Take acts, each of which must be in order; what the last one brought."""
        came: Sequence[Event] = ()
        for act in acts:
            done = self.sitting.submit(act)
            assert not isinstance(done, Refusal), (act, done)
            came = done
            self.sitting.run()
        return came

    def refused(self, act: a.Action) -> str:
        """The rule by which an act is refused."""
        done = self.sitting.submit(act)
        assert isinstance(done, Refusal), act
        return done.rule

    def opens(self) -> None:
        """Let everybody pass between meetings, and the President call the meeting to order."""
        while self.chamber.consulting:
            self.does(a.Yield(self.chamber.consulting[0]))
        self.does(a.CallToOrder(self.president))

    def floor_to(self, seat: str) -> None:
        """Let others pass until a seat has the floor."""
        while turn(self.sitting.state) != (seat,):
            self.does(a.Yield(turn(self.sitting.state)[0]))

    def to_the_chair(self) -> None:
        """Let everybody pass until the President leads."""
        while self.chamber.phase is Phase.DEBATE:
            self.does(a.Yield(turn(self.sitting.state)[0]))

    def votes(self, **votes: str) -> e.ResultDeclared:
        """Call the roll, all others voting yes; what was declared."""
        ballot = self.chamber.ballot
        assert ballot is not None
        for seat in ballot.voters[len(ballot.votes) :]:
            if self.chamber.ballot is None or self.chamber.ballot.subject != ballot.subject:
                break
            self.does(a.CastBallot(seat, votes.get(seat, "yes")))
        return [x for x in self.sitting.record if isinstance(x, e.ResultDeclared)][-1]

    # -- looking -----------------------------------------------------------------------------------
    @property
    def chamber(self):  # type: ignore[no-untyped-def]
        return self.sitting.state.chamber

    @property
    def president(self) -> str:
        return presiding(self.sitting.state)

    @property
    def said(self) -> list[str]:
        """The minutes so far."""
        return [text for x in self.sitting.record if (text := line(x, self.scenario))]

    def heard(self, text: str) -> bool:
        """Whether a line of the minutes has these words in it."""
        return any(text in said for said in self.said)


def tally(result: e.ResultDeclared) -> tuple[int, int, int]:
    """A result's yes, no and abstentions."""
    return result.yes, result.no, result.abstain


# -- the chains ------------------------------------------------------------------------------------
def prague(c: Chain) -> None:
    """24 May 1948: a double veto, its challenge, and the veto itself (P3, P5)."""
    c.opens()
    c.floor_to("ARG")
    c.does(a.TableDraft("ARG", stored="s-782"))
    c.to_the_chair()
    c.does(a.PutToVote("FRA", "S/782"))
    assert c.chamber.ballot.nature == "procedural"
    c.does(a.RaisePoint("RUS", "nature", "S/782"))
    first = c.votes(UKR="no", RUS="no", FRA="abstain")
    assert (first.kind, first.verdict, tally(first), first.rule) == (
        "preliminary", "deemed_substantive", (8, 2, 1), "P3",
    )  # fmt: skip
    c.does(a.RaisePoint("ARG", "method", "S/782"), a.Rule("FRA", uphold=False), a.Challenge("ARG"))
    challenge = c.votes(UKR="no", RUS="no", FRA="abstain", GBR="abstain", USA="abstain")
    assert (challenge.verdict, tally(challenge), challenge.rule) == ("ruling_stands", (6, 2, 3), "CB5")
    main = c.votes(UKR="no", RUS="no")
    assert (main.kind, main.verdict, tally(main)) == ("draft", "vetoed", (9, 2, 0))
    assert (main.rule, main.vetoed_by) == ("V4", ("RUS",)), "the Ukrainian SSR's no is no veto"
    assert c.heard("The preliminary question whether the matter is procedural: the matter is one of subst")
    assert c.heard("The challenge to the President's ruling: the ruling stands")
    assert c.heard("veto: the USSR")


def berlin(c: Chain) -> None:
    """October 1948: the United States leaves the chair to Argentina for the question of Berlin (PR5)."""
    c.opens()
    c.to_the_chair()
    c.does(a.CloseMeeting("FRA"))
    assert c.president == "USA"
    c.opens()
    c.floor_to("USA")
    c.does(a.CedeChair("USA"))
    assert c.president == "ARG"
    assert c.refused(a.CedeChair("USA")) == "H1"
    assert c.heard("The President leaves the chair for this question to Argentina.")
    assert "USA" in c.chamber.members, "it keeps its seat and its vote (PR4)"


def greece(c: Chain) -> None:
    """15 September 1947: a double veto, and the item removed by the same roll (P3, V4, V3, AG7)."""
    c.opens()
    c.floor_to("USA")
    c.does(a.TableDraft("USA", stored="s-552"))
    c.to_the_chair()
    c.does(a.PutToVote("RUS", "S/552"), a.RaisePoint("RUS", "nature", "S/552"))
    first = c.votes(POL="no", RUS="no", SYR="abstain")
    assert (first.verdict, tally(first), first.rule) == ("deemed_substantive", (8, 2, 1), "P3")
    main = c.votes(POL="no", RUS="no")
    assert (main.verdict, tally(main), main.rule) == ("vetoed", (9, 2, 0), "V4")
    c.does(a.ContinueDebate("RUS"))
    c.floor_to("USA")
    c.does(a.MoveMotion("USA", "remove_item"))
    c.to_the_chair()
    removed = c.votes(POL="no", RUS="no")
    assert (removed.verdict, tally(removed), removed.rule) == ("adopted", (9, 2, 0), "V3")
    assert not c.chamber.seized
    assert c.heard("The item is removed from the list of matters of which the Council is seized.")


def malik(c: Chain) -> None:
    """1 August 1950: the item put first, the ruling on China's seat, and the Council's answer (CB5)."""
    while c.chamber.consulting:
        seat = c.chamber.consulting[0]
        if seat == "RUS":
            c.does(a.RequestMeeting("RUS", "seat"))
        if seat == "USA":
            c.does(a.GiveNotice("USA", "seat"))
        c.does(a.Yield(seat))
    c.does(a.CallToOrder("RUS"))
    # 3 August 1950: inclusion of the item failed, five votes to five with one abstention.
    against = {"CHN": "no", "CUB": "no", "ECU": "no", "FRA": "no", "USA": "no", "EGY": "abstain"}
    item = c.votes(**against)
    assert (item.kind, item.verdict, tally(item)) == ("agenda", "rejected_insufficient", (5, 5, 1))
    c.does(a.RaisePoint("RUS", "credentials", "CHN"), a.Rule("RUS", uphold=True), a.Challenge("USA"))
    challenge = c.votes(IND="no", RUS="no", YUG="no")
    assert (challenge.verdict, tally(challenge), challenge.rule) == ("ruling_overruled", (8, 3, 0), "CB5")
    assert c.chamber.meeting.excluded == frozenset()
    assert c.heard("is not put on the agenda")
    assert c.heard("The challenge to the President's ruling: the ruling is overruled; 8 in favour, 3 against")


def formosa(c: Chain) -> None:
    """29 September 1950: Peking invited over China's no, and the nature of that vote (P4, P6)."""
    c.opens()
    c.to_the_chair()
    c.does(a.CloseMeeting("RUS"))
    c.opens()
    c.floor_to("ECU")
    c.does(a.ProposeInvitation("ECU", "PRC"))
    invited = c.votes(CHN="no", CUB="no", USA="no", EGY="abstain")
    assert (invited.verdict, tally(invited), invited.rule) == ("adopted", (7, 3, 1), "V3")
    assert c.refused(a.RaisePoint("CUB", "nature", "PRC")) == "P6"
    c.does(a.RaisePoint("CHN", "nature", "PRC"), a.PutPreliminary("GBR"))
    nature = c.votes(CHN="no", CUB="abstain")
    assert (nature.verdict, tally(nature), nature.rule) == ("deemed_procedural", (9, 1, 1), "P4")
    assert "PRC" in c.chamber.invited
    assert c.heard("The point of order that the question put is one of substance (Peking) is not upheld.")
    c.floor_to("PRC")
    c.does(a.Speak("PRC", words="Our complaint is before the Council."))
    assert c.refused(a.MoveMotion("PRC", "adjourn")) == "IN5"


def ukraine(c: Chain) -> None:
    """25 and 27 February 2022: a draft vetoed, and the Assembly called by the same roll (V4, V3, GA6)."""
    roll = {"RUS": "no", "CHN": "abstain", "IND": "abstain", "ARE": "abstain"}
    c.opens()
    c.floor_to("USA")
    c.does(a.TableDraft("USA", stored="s-2022-155"))
    assert c.refused(a.MoveMotion("USA", "ess")) == "GA6"
    c.to_the_chair()
    c.does(a.PutToVote("RUS", "S/2022/155"))
    draft = c.votes(**roll)
    assert (draft.verdict, tally(draft), draft.rule) == ("vetoed", (11, 1, 3), "V4")
    assert draft.vetoed_by == ("RUS",)
    c.does(a.CloseMeeting("RUS"))
    c.opens()
    c.floor_to("USA")
    c.does(a.MoveMotion("USA", "ess"))
    if c.chamber.ballot is None:
        c.to_the_chair()
    assert c.refused(a.RaisePoint("RUS", "nature", "ess")) == "M1", "settled by practice since 1956"
    called = c.votes(**roll)
    assert (called.verdict, tally(called), called.rule) == ("adopted", (11, 1, 3), "V3")
    assert c.chamber.assembly
    assert c.heard("emergency special session")


def statement(c: Chain) -> None:
    """Constructed: a statement blocked by one elected member, and a milder one issued (EV4, EV7)."""
    c.opens()
    c.floor_to("IRL")
    c.does(a.TableDraft("IRL", "", "A statement", (Clause("deplores"),), "statement"))
    c.does(a.TableDraft("IRL", "", "A milder statement", (Clause("concern"),), "statement"))
    c.to_the_chair()
    strong, mild = (d.symbol for d in c.chamber.drafts.values())
    assert (strong, mild) == ("S/2022/156", "S/2022/157"), "PB7: by the year since 1994"
    assert c.refused(a.PutToVote("RUS", strong)) == "EV4"
    c.does(a.AskConsent("RUS", strong))
    blocked = c.votes(GAB="no")
    assert (blocked.kind, blocked.verdict, blocked.rule) == ("statement", "blocked", "EV4")
    assert (tally(blocked), blocked.vetoed_by) == ((0, 0, 0), ()), "nothing was voted, nobody has vetoed"
    assert "Gabon" in blocked.reason
    before = c.sitting.state.world.tracks["trust"]
    c.does(a.AskConsent("RUS", mild))
    issued = c.votes()
    assert (issued.verdict, issued.rule) == ("issued", "EV4")
    assert c.chamber.conduct.issued == ("S/PRST/2022/1",)
    assert c.sitting.state.world.tracks["trust"] == before + 1.0, "a quarter of what a resolution does (EV7)"
    assert c.heard("Gabon does not agree, so no statement is made")
    assert c.heard("A statement by the President is issued on behalf of all members as S/PRST/2022/1")


CHAINS: dict[str, tuple[str, dict[str, str], Callable[[Chain], None]]] = {
    "p3-double-veto-1948": ("prague-1948", {"preliminary": "san_francisco"}, prague),
    "pr5-berlin-1948": ("prague-1948", {}, berlin),
    "ag7-greece-1947": ("greece-1947", {"preliminary": "san_francisco"}, greece),
    "cb5-malik-1950": ("formosa-1950", {}, malik),
    "p6-formosa-1950": ("formosa-1950", {}, formosa),
    "ga6-resolution-2623": ("ukraine-2022", {}, ukraine),
    "ev4-statement": ("ukraine-2022", {}, statement),
}


@pytest.mark.parametrize("name", CHAINS)
def test_the_chain_runs_as_it_did(name: str, tmp_path: Path) -> None:
    pack, rules, acts = CHAINS[name]
    chain = Chain(pack, tmp_path, **rules)
    acts(chain)
    assert not [x for x in chain.said if "  " in x]
    chain.sitting.close()


class Halved(Chain):
    """A chain that is saved and taken up again after every few acts."""

    every = 17
    taken_up = 0

    def does(self, *acts: a.Action) -> Sequence[Event]:
        came: Sequence[Event] = ()
        for act in acts:
            came = super().does(act)
            if len(self.sitting.acts) % self.every == 0:
                self.take_up_again()
        return came

    def take_up_again(self) -> None:
        """Close the sitting and take it up from its save; nothing may be lost."""
        state, record, path = self.sitting.state, list(self.sitting.record), self.sitting.path
        assert path is not None
        self.sitting.close()
        self.sitting, _ = Sitting.resume(path, self.scenario)
        self.taken_up += 1
        assert self.sitting.state == state
        assert self.sitting.record == record


@pytest.mark.parametrize("name", CHAINS)
def test_a_chain_taken_up_from_its_save_comes_out_the_same(name: str, tmp_path: Path) -> None:
    pack, rules, acts = CHAINS[name]
    straight = Chain(pack, tmp_path / "straight", **rules)
    acts(straight)
    halved = Halved(pack, tmp_path / "halved", **rules)
    acts(halved)
    assert halved.taken_up > 0
    assert halved.sitting.record == straight.sitting.record
    assert halved.sitting.state == straight.sitting.state
    straight.sitting.close()
    halved.sitting.close()
