"""An effect moves something: a track, a flag or a seat's standing, and says by how much.

`{track: front, by: -10}` moves a track, `{track: front, to: 50}` sets it, `{seat: USA, standing: -5}` moves a
standing, `{set_flag: x}` sets a flag. An amount without its track or seat would be lost, and an effect that
changes nothing is most likely a slip of the pen.

PASS
    # stages.yaml
    invasion: {effects: [{track: front, by: -10}, {seat: USA, standing: 2}, {track: opinion, to: 50}]}

FAIL
    # stages.yaml
    invasion: {effects: [{by: -10}]}

FAIL
    # stages.yaml
    invasion: {effects: [{track: front}]}

FAIL
    # stages.yaml
    invasion: {effects: [{track: front, standing: 5}]}

FAIL
    # stages.yaml
    invasion: {effects: [{track: front, to: 30, by: 5}]}

FAIL
    # stages.yaml
    invasion: {effects: [{note: Nothing comes of it.}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from game.packs.walk import Fault, Pack
from game.world.outside import Effect


def check(pack: Pack) -> Iterator[Fault]:
    """Yield effects that change nothing, or lose an amount."""
    for site in pack.of(Effect):
        for field, what, remedy in _wrong(site.record):
            yield Fault(site.file, (*site.path, field), what, remedy)


def _wrong(effect: Effect) -> Iterator[tuple[str, str, str]]:
    """The faults of one effect: field, what is wrong, what to do."""
    moves = bool(effect.by) or effect.to is not None
    if moves and not effect.track:
        yield "by", "The effect moves no track.", "Add track: with its id."
    if effect.standing and not effect.seat:
        yield "standing", "The effect moves nobody's standing.", "Add seat: with its code."
    if effect.borne_by and not effect.by:
        yield "borne_by", "Only by: goes by who applies a measure.", "Write by:, for if all applied it."
    if effect.track and not moves:
        yield "track", f"The effect does not say how {effect.track} moves.", "Add by: or to: with a number."
    if effect.by and effect.to is not None:
        yield "by", "A track cannot be set and moved at once.", "Write by: or to:, not both."
    if effect.seat and not effect.standing:
        yield "seat", f"The effect does not say how the standing of {effect.seat} moves.", "Add standing:."
    if not (moves or effect.standing or effect.track or effect.seat or effect.set_flag or effect.clear_flag):
        yield "note", "The effect changes nothing.", "Name a track, a flag or a seat, or take it out."
