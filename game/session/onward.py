"""What of a sitting bears on what is yet to come, and what is kept to be read alone.

Whoever acts or decides goes neither by the words in which the last result was told nor, of the Assembly, by
how many Members and which voted for what: only by what came of it. Two sittings of a crisis that are as long,
and alike in all else, go on alike wherever chance falls alike. Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import msgpack
from msgspec.structs import replace

from game.session.events import Event, ResultDeclared, SessionRequested
from game.session.plenary import Plenary
from game.session.state import Chamber, State

Votes = dict[str, str]
_encode = msgpack.Encoder().encode
_BEARING = tuple(name for name in State.__struct_fields__ if name not in ("scenario", "chamber", "seed"))


class Aside(NamedTuple):
    """What is kept to be read: the words of the last result; the Assembly's votes on the text put, and on
    each text it has done with. None where nothing is told of it.
    """

    result: str | None
    votes: Votes | None
    done: tuple[Votes, ...] = ()

    def and_then(self, told: Aside) -> Aside:
        """Return what is kept after more has been told."""
        return Aside(
            self.result if told.result is None else told.result,
            self.votes if told.votes is None else told.votes,
            self.done + told.done,
        )


def aside(state: State) -> Aside:
    """Return what a state keeps to be read."""
    p = state.chamber.plenary
    done = tuple([x.votes for x in p.done]) if p is not None else ()
    return Aside(state.chamber.last_result, _votes(state), done)


def told(before: State, events: Sequence[Event], after: State) -> Aside | None:
    """Return what events have told that is kept to be read; None if nothing."""
    declared = any(type(x) is ResultDeclared for x in events)
    votes, done = _votes(after), aside(after).done[len(aside(before).done) :]
    found = Aside(
        after.chamber.last_result if declared else None, None if votes is _votes(before) else votes, done
    )
    return found if found != _NOTHING else None


_NOTHING = Aside(None, None)


def _votes(state: State) -> Votes | None:
    return state.chamber.plenary.votes if state.chamber.plenary is not None else None


def keeping(state: State, kept: Aside) -> State:
    """Return a state with what another, alike in all that bears, keeps to be read."""
    if aside(state) == kept:
        return state
    p = state.chamber.plenary
    if p is not None:
        done = tuple([replace(x, votes=votes) for x, votes in zip(p.done, kept.done, strict=True)])
        p = replace(p, votes=kept.votes or {}, done=done)
    return replace(state, chamber=replace(state.chamber, last_result=kept.result or "", plenary=p))


def bare(chamber: Chamber) -> Chamber:
    """Return what bears of a chamber."""
    p: Plenary | None = chamber.plenary
    if p is not None and (p.votes or p.done):
        p = replace(p, votes={}, done=tuple([replace(x, votes={}) for x in p.done]))
    return replace(chamber, last_result="", plenary=p)


def gist(event: Event) -> Event:
    """Return what bears of an event."""
    if type(event) is ResultDeclared and event.kind == "assembly":
        none = dict.fromkeys(("yes", "no", "abstain", "absent", "not_participating", "needed"), 0)
        return replace(event, reason="", formula="", **none)
    if type(event) is SessionRequested:
        return replace(event, concurring=0)
    return event


def state_written(state: State) -> bytes:
    """Return what bears of a state; of two of one crisis it is the same only if they are alike in it."""
    return _encode((bare(state.chamber), [getattr(state, name) for name in _BEARING]))


def written(events: Iterable[Event]) -> bytes:
    """Return what bears of events, one after the other."""
    return b"".join([_encode(gist(x)) for x in events])
