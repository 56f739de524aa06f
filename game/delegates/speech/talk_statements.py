"""What a delegation says when it speaks: where it stands, and what of the sitting bears on that.

A statement is one sentence on the issue and another beside it: an answer to somebody, a word on a text or a
vote, the news, the speaker's bent. Only what the view shows and what was heard is spoken of, and nobody's
papers. No sentence is said twice by one seat while there is another.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from game.delegates.knowledge.occasion import Occasion
from game.delegates.language import talk_forms as forms
from game.delegates.language.talk_forms import STRIDE, Speaker, finished, fresh, seed
from game.delegates.speech.talk_occasions import due, voted
from game.plain.names import with_article
from game.session.state import Phase

FIRM, PLAIN = 2.5, 1.5
"""The position from which a delegation speaks firmly, and plainly."""
LONGEST = 560
"""Characters of a statement (the record takes 600)."""
_SIDES = ("for", "against")
_BEST = 3


class Topic(NamedTuple):
    """What is spoken of, as it is called in a sentence, on which side and why.

    `start` chooses the forms, so that no two who speak one after the other begin alike; `bent` what is said
    beside.
    """

    issue: str
    side: str
    """for, against or neutral."""
    why: str
    called: tuple[str, str]
    start: int
    bent: int


def statement(o: Occasion, me: Speaker, issue: str, side: str, why: str) -> str:
    """Return what a delegation says on an issue; `why` is its reason, empty where it gives none."""
    meeting, members = o.chamber.meeting, o.chamber.members
    calls = meeting is None or o.chamber.phase is Phase.PLENARY
    turn = members.index(o.seat) if calls and o.seat in members else len(meeting.spoke) if meeting else 0
    topic = _topic(o.seat, o.chamber.stage_id, issue, o.lexicon.issues.get(issue, issue), side, why, turn)
    core = (_still if (issue, side) in o.memory.stated else _held)(o, me, topic) or _first(o, me, topic)
    first = due(o, me) or _MORE[topic.bent % len(_MORE)](o, me, topic)
    more = first or _answered(o, me, topic)
    said = core if o.memory.uttered else _opened(o, me, core)
    return f"{said} {more}" if more and len(said) + len(more) < LONGEST else said


@lru_cache(maxsize=4096)
def _topic(seat: str, stage: str, issue: str, title: str, side: str, why: str, turn: int) -> Topic:
    return Topic(
        issue, side, why, ("issue", called(title)), seed(stage) + STRIDE * turn, seed(seat, stage, issue) >> 7
    )


def called(title: str) -> str:
    """Return an issue as it stands in a sentence: its title, quoted, for it may be a sentence itself."""
    return f"“{title}”"


def _opened(o: Occasion, me: Speaker, sentence: str) -> str:
    """Address the chair in a seat's first words; who presides says as what it speaks."""
    meeting = o.chamber.meeting
    if meeting is None or sentence.startswith("“"):
        return sentence
    if meeting.president == o.seat:
        return f"I speak now as the representative of {me.name}. {sentence}"
    lead = sentence if sentence.startswith(o.name) else sentence[:1].lower() + sentence[1:]
    return f"{me.chair}{lead}" if me.chair else sentence


def _strength(o: Occasion, t: Topic) -> str:
    at = abs(o.mandate.position(t.issue).position) if t.why else PLAIN
    return "firm" if at >= FIRM else "plain" if at >= PLAIN else "mild"


def _held(o: Occasion, me: Speaker, t: Topic) -> str:
    strength = _strength(o, t) if t.side in _SIDES else "mild"
    kinds = forms.HELD.get((t.side, strength), forms.HELD["neutral", "mild"])
    why, selves = (f": {t.why}", me.selves) if t.why else ("", me.named)
    return fresh(kinds, selves, t.start, o.memory.uttered, t.called, ("why", why))


def _still(o: Occasion, me: Speaker, t: Topic) -> str:
    kinds = forms.STILL if t.side in _SIDES else forms.OPEN_STILL
    fields = t.called, ("side", t.side), ("why", f": {t.why}" if t.why else "")
    return fresh(kinds, me.named, t.start, o.memory.uttered, *fields) or _held(o, me, t)


def _first(o: Occasion, me: Speaker, t: Topic) -> str:
    """What is left when every form has been used: the bare position."""
    return finished(f"{me.name} is {t.side} {t.called[1]}{f': {t.why}' if t.why else ''}")


# -- what bears on it ------------------------------------------------------------------------------
def _answered(o: Occasion, me: Speaker, t: Topic) -> str:
    """Answer another who has spoken on this; first one that spoke this round and sees it otherwise."""
    if t.side not in _SIDES:
        return ""
    meeting, best, other, side = o.chamber.meeting, -1, "", ""
    spoke = meeting.spoke if meeting is not None else frozenset()
    heard = o.chamber.positions.items()
    for seat, said in reversed(heard) if t.start & 1 else heard:
        taken = said.get(t.issue, "neutral")
        if taken == "neutral" or seat == o.seat:
            continue
        rank = 2 * (seat in spoke) + (taken != t.side)
        if rank > best:
            best, other, side = rank, seat, taken
            if rank == _BEST:
                break
    if not other:
        return ""
    kinds = forms.AGREES if side == t.side else forms.DISAGREES
    return _one(o, kinds, me, t, ("other", with_article(o.lexicon.names.get(other, other))), ("side", side))


def _on_texts(o: Occasion, me: Speaker, t: Topic) -> str:
    """Say of a text before the Council that bears on this whether one finds oneself in it."""
    for draft, w in o.dossier.texts():
        if any(t.issue in o.lexicon.kinds[c.kind].issues for c in draft.clauses):
            kinds = forms.FINDS if w.vote == "yes" else forms.MISSES
            return _one(o, kinds, me, t, ("text", draft.symbol))
    return ""


def _on_the_vote(o: Occasion, me: Speaker, t: Topic) -> str:
    """Speak of what has become of the last text of this stage that was voted on."""
    for draft in reversed(o.chamber.drafts.values()):
        kinds = _FATES.get(draft.status)
        if kinds is not None and draft.stage == o.chamber.stage_id:
            if kinds is forms.CARRIED and voted(o, draft) not in ("", "yes"):
                return ""
            return _one(o, kinds, me, t, ("text", draft.symbol))
    return ""


_FATES = {"adopted": forms.CARRIED, "failed": forms.LOST, "vetoed": forms.STOPPED}


def _on_the_news(o: Occasion, me: Speaker, t: Topic) -> str:
    """Speak of the news at the first word of a stage."""
    stage = o.view.stage
    wire = stage.wire if stage is not None else ()
    places = [x.place for x in wire if x.place and stage is not None and x.place not in stage.place]
    if not places or any(f"from {place}" in s for s in o.memory.uttered for place in places):
        return ""
    return _one(o, forms.NEWS, me, t, ("place", places[t.start % len(places)]))


def _on_faith(o: Occasion, me: Speaker, t: Topic) -> str:
    """Say, without a name, that one's trust was abused."""
    if not o.memory.breakers:
        return ""
    return _one(o, forms.BROKEN[:1], me, t) if o.memory.uttered else ""


def _by_bent(o: Occasion, me: Speaker, t: Topic) -> str:
    """Add what the seat's temperament would have it add, now and then."""
    bent = o.chamber.holders.get(o.seat, "")
    kinds = forms.BENT.get(bent)
    patrons = o.view.brief.patrons if o.view.brief is not None else ()
    if kinds is None or (bent == "follower" and not patrons):
        return ""
    patron = with_article(o.lexicon.names.get(patrons[0], patrons[0])) if patrons else ""
    return _one(o, kinds, me, t, ("charter", me.charter), ("patron", patron))


def _one(o: Occasion, kinds: tuple[str, ...], me: Speaker, t: Topic, *fields: tuple[str, str]) -> str:
    return fresh(kinds, me.brief, t.start, o.memory.uttered, *fields)


_MORE: tuple[Callable[[Occasion, Speaker, Topic], str], ...] = (
    _answered,
    _on_texts,
    _answered,
    _by_bent,
    _on_the_vote,
    _on_the_news,
    _on_faith,
)
