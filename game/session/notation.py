"""A short line of text for a state, so that a test can begin in the middle, as FEN does for chess.

    june debate | away RUS | floor USA* GBR IND | drafts S/1501=USA,NOR:@s-1501 | vote draft S/1501 [yyn]

First the stage and the phase in which the meeting stands (`- interval` before the first stage), then fields
in any order, and last, as they happened, the votes and points of order laid upon the rest. What is not said
is as at the opening of that phase: everybody whom the crisis does not keep away is present and still to be
called, and the President of the month presides. `-` says that there is nobody or nothing.

    away RUS YUG      chair IND      invited ROK      notice USA      excluded CHN
    floor USA* GBR    those still to be called, the first in turn; * has signed the speakers' list
    drafts S/1=USA,NOR:recalling+cessation(who=both)!voted S/1501=USA:@s-1501
                      symbol, sponsors, clauses or the stored text; then marks: !rev2 !parts1,3 !whole
                      !voted !of-june !adopted82 !failed !vetoed !withdrawn !lapsed !form-press
    amendments S/2=CUB>S/1:add@-1+relief S/3=IND>S/1:delete@1-cessation
                      place from 0; + is written, - is struck out
    motions refer=USA priority=GBR>S/1      priority S/1      round 2      spoke USA      taken 3
    tried motion:suspend      settled order:USA      suspended yes      ending halted
    sitting seed=3 rounds=2 director short san_francisco
    vote part S/1#2 by USA [ynax]
                      a letter for each ballot in the order of the roll; x takes no part
    point nature S/1 by USA upheld          (or dismissed, once the President has ruled)

Words, notes, deals, pledges, stances, the rarer business (`conduct`) and the world outside are left out: fold
their events on top. Must never be used for saves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from game.session import events as e
from game.session.decide import before
from game.session.fold import fold, fold_all
from game.session.scenario import Clause, Scenario
from game.session.state import Amendment, Ballot, Draft, Meeting, PendingMotion, Phase, State
from game.session.table import present, presiding
from game.session.texts import nature

NOTHING = "-"
_LETTERS = {"yes": "y", "no": "n", "abstain": "a", "not_participating": "x"}
_VOTES = {letter: vote for vote, letter in _LETTERS.items()}
_GROUNDS = {p.value for p in Phase} - {Phase.BALLOT, Phase.RULING, Phase.RULED}
_IN_TURN = (Phase.RECESS, Phase.CONSULTATIONS, Phase.PLENARY)
_LAYERS = ("vote", "point")
_FIELDS = (
    "sitting", "away", "notice", "chair", "drafts", "amendments", "invited", "floor", "round", "spoke",
    "taken", "motions", "tried", "settled", "priority", "excluded", "suspended", "ending",
)  # fmt: skip
_ON_TEXTS = ("draft", "consent", "part", "amendment", "assembly")


class NotationError(ValueError):
    """A text is no notation of a state; the sentence says where."""


# -- words -----------------------------------------------------------------------------------------------
def _quoted(text: str) -> str:
    """Return free text as one word: spaces as ~, whatever has a meaning here by its number."""
    return "".join(c if c.isalnum() or c in "._-/#'" else "~" if c == " " else f"%{ord(c):x}." for c in text)


def _plain(word: str) -> str:
    return re.sub(r"%([0-9a-f]+)\.", lambda m: chr(int(m[1], 16)), word.replace("~", " "))


def _clause_word(clause: Clause) -> str:
    chosen = ",".join(f"{k}={v}" for k, v in sorted(clause.choices.items()))
    words = f'"{_quoted(clause.words)}"' if clause.words else ""
    return clause.kind + (f"({chosen})" if chosen else "") + words


def _clause(scenario: Scenario, word: str) -> Clause:
    found = re.fullmatch(r'([\w-]+)(?:\(([^)]*)\))?(?:"([^"]*)")?', word)
    if found is None or found[1] not in scenario.clause:
        raise NotationError(f"{word!r} is no clause of the crisis")
    choices = dict(_pair(x, "=") for x in found[2].split(",")) if found[2] else {}
    return Clause(found[1], choices, _plain(found[3] or ""))


def _clauses(scenario: Scenario, text: str) -> tuple[Clause, ...]:
    return tuple(_clause(scenario, word) for word in text.split("+") if word != NOTHING)


def _pair(word: str, mark: str) -> tuple[str, str]:
    left, found, right = word.partition(mark)
    if not found:
        raise NotationError(f"{word!r} has no {mark}")
    return left, right


def _listed(told: dict[str, list[str]], field: str) -> tuple[str, ...]:
    return tuple(_plain(w) for w in told.get(field, []) if w != NOTHING)


# -- reading ---------------------------------------------------------------------------------------------
def read(scenario: Scenario, text: str) -> State:
    """Return the state a text tells of; NotationError says what in it cannot be read."""
    (head, *fields) = [part.split() for part in text.split("|")]
    if len(head) != 2 or head[1] not in _GROUNDS:
        raise NotationError(f"a notation begins with a stage and a phase, not with {' '.join(head)!r}")
    told = {words[0]: words[1:] for words in fields if words and words[0] not in _LAYERS}
    for word in told:
        if word not in _FIELDS:
            raise NotationError(f"there is no field {word!r}; there are: {', '.join((*_FIELDS, *_LAYERS))}")
    try:
        s = _ground(scenario, head[0], Phase(head[1]), told)
        for word, *layer in (words for words in fields if words and words[0] in _LAYERS):
            s = _LAID[word](s, layer)
    except (LookupError, ValueError) as fault:
        raise fault if isinstance(fault, NotationError) else NotationError(f"{text}: {fault}") from fault
    return s


def _ground(scenario: Scenario, stage: str, phase: Phase, told: dict[str, list[str]]) -> State:
    """Return the state beneath the votes and points laid upon it."""
    s = fold(before(scenario), _opening(scenario, told.get("sitting", [])))
    if stage != NOTHING:
        s = fold_all(s, _arrivals(s, stage, told))
        s = _with_drafts(s, told.get("drafts", []))
        s = fold_all(s, [_amendment_moved(s, word) for word in told.get("amendments", [])])
        s = fold_all(s, [e.PartyInvited(x, s.scenario.party[x].admits) for x in _listed(told, "invited")])
    if stage != NOTHING and phase is not Phase.RECESS and (phase is not Phase.ENDED or "chair" in told):
        s = fold_all(s, _meeting(s, phase, told))
    if phase is Phase.ENDED:
        s = fold(s, e.CrisisEnded((told.get("ending") or [""])[0]))
    return _with_meeting_marks(_with_floor(s, told), told)


def _opening(scenario: Scenario, words: list[str]) -> e.SittingOpened:
    numbers = dict(_pair(w, "=") for w in words if "=" in w)
    return e.SittingOpened(
        holders=dict.fromkeys(scenario.sealed.stages[0].members, "person"),
        length="short" if "short" in words else "full",
        seed=int(numbers.get("seed", 0)),
        director="director" in words,
        rounds=int(numbers.get("rounds", 0)),
        preliminary="san_francisco" if "san_francisco" in words else "rule_30",
    )


def _arrivals(s: State, stage: str, told: dict[str, list[str]]) -> Iterator[e.Event]:
    """Open the stage with those at the table and away who are said to be."""
    index = next((i for i, x in enumerate(s.scenario.sealed.stages) if x.id == stage), None)
    if index is None:
        raise NotationError(f"the crisis has no stage called {stage!r}")
    yield e.StageOpened(index, stage, s.scenario.sealed.stages[index].date)
    if "away" in told:
        away = _listed(told, "away")
        yield from (e.SeatReturned(x) for x in s.chamber.absent if x not in away)
        yield from (e.SeatLeft(x, "") for x in away if x not in s.chamber.absent)
    yield from (e.NoticeGiven(x) for x in _listed(told, "notice"))


def _with_drafts(s: State, words: list[str]) -> State:
    """Table drafts; let them be adopted in the order of their numbers, and lost or withdrawn."""
    fates: list[tuple[int, e.Event]] = []
    for word in words:
        text, *marks = word.split("!")
        tabled = _draft_tabled(s.scenario, text)
        s = _with_draft_marks(fold(s, tabled), tabled.symbol, marks)
        for mark in marks:
            if mark.startswith("adopted"):
                fates.append((int(mark[7:]), e.ResolutionAdopted(int(mark[7:]), tabled.symbol)))
            elif mark in ("failed", "vetoed"):
                fates.append((0, e.DraftFailed(tabled.symbol, vetoed=mark == "vetoed")))
    return fold_all(s, [fate for _, fate in sorted(fates, key=lambda x: x[0])])


def _draft_tabled(scenario: Scenario, text: str) -> e.DraftTabled:
    symbol, rest = _pair(text, "=")
    sponsors, written = _pair(rest, ":")
    stored, title = "", ""
    if written.startswith("@"):
        stored, _, written = written[1:].partition(":")
        title = scenario.draft[stored].title
    clauses = _clauses(scenario, written) if written else scenario.draft[stored].clauses
    by = tuple(sponsors.split(","))
    return e.DraftTabled(_plain(symbol), by, clauses, title, stored, nature(scenario, clauses))


def _with_draft_marks(s: State, symbol: str, marks: list[str]) -> State:
    """Mark a draft as revised, divided, voted on or of an earlier stage; fates come later."""
    d = s.chamber.drafts[symbol]
    for mark in marks:
        if mark.startswith("rev"):
            d = replace(d, revision=int(mark[3:]))
        elif mark.startswith("parts"):
            d = replace(d, divided=tuple(int(p) for p in mark[5:].split(",")))
        elif mark.startswith("of-"):
            d = replace(d, stage=mark[3:])
        elif mark in ("withdrawn", "lapsed", "issued", "blocked", "recommended"):
            d = replace(d, status=mark)
        elif mark.startswith("form-"):
            d = replace(d, form=mark[5:])
        elif mark in ("voted", "whole"):
            d = replace(d, voted=True) if mark == "voted" else replace(d, whole=True)
        elif not re.fullmatch(r"adopted\d+|failed|vetoed", mark):
            raise NotationError(f"a draft has no mark !{mark}")
    return replace(s, chamber=replace(s.chamber, drafts={**s.chamber.drafts, symbol: d}))


def _amendment_moved(s: State, word: str) -> e.AmendmentMoved:
    found = re.fullmatch(r"([^=]+)=(\w+)>([^:]+):(\w+)@(-?\d+)(?:-([^+]+))?(?:\+(.+))?", word)
    if found is None:
        raise NotationError(f"{word!r} is no amendment")
    symbol, seat, draft, change, place, struck, written = found.groups()
    draft = _plain(draft)
    there = s.chamber.drafts[draft].clauses
    target = _clause(s.scenario, struck) if struck else None
    if target is None and change != "add":
        target = there[int(place)]
    clause = _clause(s.scenario, written) if written else None
    return e.AmendmentMoved(_plain(symbol), seat, draft, change, int(place), clause, target)


def _meeting(s: State, phase: Phase, told: dict[str, list[str]]) -> Iterator[e.Event]:
    """Lead a meeting from its opening to a phase."""
    president = (_listed(told, "chair") or (presiding(s),))[0]
    to_be_put = (d.symbol for d in s.chamber.drafts.values() if d.status == "tabled")
    yield e.MeetingOpened(max(s.chamber.meetings + 1, s.stage.meeting), president, Phase.AGENDA)
    if phase is not Phase.AGENDA:
        yield e.AgendaAdopted(s.stage.item, Phase.DEBATE)
    if phase is Phase.CHAIR:
        yield e.DebateExhausted(phase)
    elif phase is Phase.CONSULTATIONS:
        yield e.MeetingSuspended(phase)
    elif phase in (Phase.INTERVAL, Phase.ENDED):
        yield e.MeetingRose(Phase.INTERVAL, tuple(to_be_put))
    elif phase is Phase.PLENARY:
        yield e.AssemblyConvened("", "", "", 0, s.chamber.members, phase)


def _with_floor(s: State, told: dict[str, list[str]]) -> State:
    """Let those be called who are said to be, and the turn be as far as it is said to be."""
    c = replace(s.chamber, taken=int((told.get("taken") or ["0"])[0]))
    if "floor" in told:
        queue = tuple(word.rstrip("*") for word in _listed(told, "floor"))
        if c.phase in _IN_TURN:
            c = replace(c, consulting=queue)
        elif c.meeting is not None:
            signed = tuple(word[:-1] for word in _listed(told, "floor") if word.endswith("*"))
            c = replace(c, meeting=replace(c.meeting, queue=queue, signed=signed))
    return replace(s, chamber=c)


def _with_meeting_marks(s: State, told: dict[str, list[str]]) -> State:
    """Let the meeting remember what it is said to."""
    m = s.chamber.meeting
    if m is None:
        return s
    motions = []
    for word in told.get("motions", []):
        motion, rest = _pair(word, "=")
        seat, _, draft = rest.partition(">")
        motions.append(PendingMotion(seat, motion, _plain(draft)))
    m = replace(
        m,
        round=int((told.get("round") or ["1"])[0]),
        spoke=frozenset(_listed(told, "spoke")),
        tried=frozenset(_listed(told, "tried")),
        settled=frozenset(_listed(told, "settled")),
        excluded=frozenset(_listed(told, "excluded")),
        priority=" ".join(_listed(told, "priority")),
        suspended=m.suspended or "suspended" in told,
        motions=tuple(motions),
        queue=tuple(q for q in m.queue if q not in _listed(told, "excluded")),
    )
    return replace(s, chamber=replace(s.chamber, meeting=m))


def _voted(s: State, words: list[str]) -> State:
    """Lay a vote upon the state: the question put, and the ballots fallen so far."""
    kind, subject, *rest = words
    subject = _plain(subject)
    said = {rest[i]: rest[i + 1] for i in range(len(rest) - 1) if rest[i] in ("by", "on")}
    draft, place = _plain(said.get("on", "")), -1
    if kind in ("draft", "consent", "assembly"):
        draft = subject
    elif kind == "part":
        draft, at = _pair(subject, "#")
        place = int(at) - 1
    elif kind == "amendment":
        draft = s.chamber.amendments[subject].draft
    natural = s.chamber.drafts[draft].nature if kind in _ON_TEXTS else "procedural"
    asked = next((w for w in rest if w in ("procedural", "substantive", "important")), natural)
    voters = s.chamber.members if kind == "assembly" else present(s.chamber)
    s = fold(s, e.QuestionPut(kind, subject, asked, voters, Phase.BALLOT, draft, place, said.get("by", "")))
    letters = "".join(w.strip("[]") for w in rest if w.startswith("["))
    return fold_all(s, [e.BallotCast(seat, _VOTES[x]) for seat, x in zip(voters, letters, strict=False)])


def _pointed(s: State, words: list[str]) -> State:
    """Lay a point of order upon the state, ruled on or not."""
    subject, target, by, seat, *ruled = words
    if by != "by" or ruled not in ([], ["upheld"], ["dismissed"]):
        raise NotationError(f"{' '.join(words)!r} is no point of order")
    s = fold(s, e.PointRaised(seat, subject, _plain(target) if target != NOTHING else "", Phase.RULING))
    president = presiding(s)
    return fold(s, e.RulingStated(president, ruled == ["upheld"], Phase.RULED)) if ruled else s


_LAID: dict[str, Callable[[State, list[str]], State]] = {"vote": _voted, "point": _pointed}


# -- writing ---------------------------------------------------------------------------------------------
def write(state: State) -> str:
    """Return the text that tells of a state; fields that say nothing new are left out."""
    c = state.chamber
    inner = c.interrupted or (c.ballot if c.ballot and c.ballot.kind != "challenge" else None)
    ground = inner.back if inner else c.point.back if c.point else c.phase
    parts = [f"{c.stage_id or NOTHING} {ground.value}"]
    parts += [" ".join((name, *words)) for name, words in _fields(state, ground) if words]
    if inner is not None:
        parts.append(_vote_words(inner))
    if c.point is not None:
        ruled = {None: "", True: " upheld", False: " dismissed"}[c.point.upheld]
        target = _quoted(c.point.target) or NOTHING
        parts.append(f"point {c.point.subject} {target} by {c.point.seat}{ruled}")
    if c.ballot is not None and c.ballot is not inner:
        parts.append(_vote_words(c.ballot))
    return " | ".join(parts)


def _fields(s: State, ground: Phase) -> Iterator[tuple[str, list[str]]]:
    c = s.chamber
    yield "sitting", _sitting_words(s)
    if c.stage < 0:
        return
    yield "away", sorted(c.absent) or [NOTHING]
    yield "notice", sorted(c.notices)
    yield "drafts", [_draft_word(s, d) for d in c.drafts.values()]
    yield "amendments", [_amendment_word(x) for x in c.amendments.values()]
    yield "invited", sorted(c.invited)
    if ground in _IN_TURN:
        yield "floor", list(c.consulting) or [NOTHING]
    if c.taken:
        yield "taken", [str(c.taken)]
    if c.meeting is not None:
        yield from _meeting_fields(c.meeting, ground)
    if c.phase is Phase.ENDED:
        yield "ending", [c.ending]


def _meeting_fields(m: Meeting, ground: Phase) -> Iterator[tuple[str, list[str]]]:
    yield "chair", [m.president]
    if ground is Phase.DEBATE:
        yield "floor", [q + "*" * (q in m.signed) for q in m.queue] or [NOTHING]
    yield "round", [str(m.round)] if m.round > 1 else []
    yield "spoke", sorted(m.spoke)
    yield "motions", [f"{x.motion}={x.seat}{'>' * bool(x.draft)}{_quoted(x.draft)}" for x in m.motions]
    yield "tried", sorted(_quoted(x).replace("%3a.", ":") for x in m.tried)
    yield "settled", sorted(_quoted(x).replace("%3a.", ":") for x in m.settled)
    yield "excluded", sorted(m.excluded)
    yield "priority", [_quoted(m.priority)] if m.priority else []
    yield "suspended", ["yes"] if m.suspended else []


def _sitting_words(s: State) -> list[str]:
    words = [f"{name}={value}" for name, value in (("seed", s.seed), ("rounds", s.rounds)) if value]
    said = (("director", s.director), ("short", s.chamber.length == "short"))
    words += [word for word, so in said if so]
    return words + ([s.preliminary] if s.preliminary != "rule_30" else [])


def _draft_word(s: State, d: Draft) -> str:
    text = "+".join(map(_clause_word, d.clauses)) or NOTHING
    if d.stored:
        text = f"@{d.stored}" + (f":{text}" if d.clauses != s.scenario.draft[d.stored].clauses else "")
    status = {"tabled": "", "adopted": f"adopted{d.resolution}"}.get(d.status, d.status)
    marks = (
        f"rev{d.revision}" if d.revision else "",
        f"parts{','.join(map(str, d.divided))}" if d.divided else "",
        "whole" if d.whole else "",
        f"form-{d.form}" if d.form != "resolution" else "",
        "voted" if d.voted else "",
        f"of-{d.stage}" if d.stage != s.chamber.stage_id else "",
        status,
    )
    return f"{_quoted(d.symbol)}={','.join(d.sponsors)}:{text}" + "".join(f"!{m}" for m in marks if m)


def _amendment_word(x: Amendment) -> str:
    struck = f"-{_clause_word(x.target)}" if x.target else ""
    written = f"+{_clause_word(x.clause)}" if x.clause else ""
    return f"{_quoted(x.symbol)}={x.seat}>{_quoted(x.draft)}:{x.change}@{x.place}{struck}{written}"


def _vote_words(b: Ballot) -> str:
    natural = "procedural" if b.kind not in _ON_TEXTS else ""
    words = ["vote", b.kind, _quoted(b.subject) or NOTHING]
    words += [b.nature] if b.nature != natural else []
    words += ["by", b.mover] if b.mover else []
    words += ["on", _quoted(b.draft)] if b.draft and b.kind not in _ON_TEXTS else []
    words += [f"[{''.join(_LETTERS[v] for v in b.votes.values())}]"] if b.votes else []
    return " ".join(words)
