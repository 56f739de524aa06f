"""A line of a script names what its act is about, and holds the ballot its act needs.

`what` is a draft for table, sponsor, vote, amend and withdraw; an issue for speak; a kind of pledge for
pledge; a party for invite; an item for request. An amend may go on with `:clause`, a pledge with `:share`. A
vote may also be on a motion, or on `credentials` or `credentials:SEAT`. Only a vote has a `vote`. A line at a
stage at which the seat is no member would never be spoken.

PASS
    # briefs/FRA.yaml
    script:
      - {stage: assistance, act: vote, what: s-1508, vote: yes}
      - {stage: assistance, act: speak, what: help}

FAIL
    # briefs/FRA.yaml
    script: [{stage: assistance, act: vote, what: s-1509, vote: yes}]

FAIL
    # briefs/FRA.yaml
    script: [{stage: assistance, act: vote, what: s-1508}]

FAIL
    # briefs/FRA.yaml
    script: [{stage: assistance, act: vote, what: s-1508, vote: maybe}]

FAIL
    # briefs/FRA.yaml
    script: [{stage: assistance, act: table}]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from game.packs.checks.things import things_of
from game.packs.walk import Fault, Pack, Site
from game.rules.bodies import Vote
from game.rules.motions import MOTIONS
from game.session.scenario import Brief, ScriptLine

NAMES: Mapping[str, str] = {
    "table": "draft",
    "sponsor": "draft",
    "vote": "draft|clause|party",
    "withdraw": "draft",
    "amend": "draft",
    "speak": "issue",
    "pledge": "pledge",
    "invite": "party",
    "request": "item",
}
"""Act -> the kinds of thing it is about; other acts may name what they like."""
_MAY_BE_BARE = frozenset({"speak", "vote"})
_PUT = frozenset({*MOTIONS, "credentials"})
"""What else may be put to the vote."""


def check(pack: Pack) -> Iterator[Fault]:
    """Yield lines that could not be acted on."""
    known = things_of(pack)
    for site in pack.of(ScriptLine):
        line: ScriptLine = site.record
        if line.act in NAMES:
            yield from _what(site, line, known)
        if line.act == "vote" and line.vote not in set(Vote):
            words = f"{line.vote} is not a vote" if line.vote else "The line says to vote and not how"
            yield Fault(site.file, (*site.path, "vote"), f"{words}.", f"Write one of: {', '.join(Vote)}.")
        elif line.act != "vote" and line.vote:
            what = f"The act {line.act} has no vote."
            yield Fault(site.file, (*site.path, "vote"), what, "Take it out, or write act: vote.", key=True)
        yield from _place(pack, site, line)


def _what(site: Site, line: ScriptLine, known: Mapping[str, frozenset[str]]) -> Iterator[Fault]:
    kinds = NAMES[line.act].split("|")
    offered = frozenset[str]().union(*(known[k] for k in kinds))
    if line.act == "vote":
        offered |= _PUT
    if not line.what and line.act in _MAY_BE_BARE:
        return
    if line.what.partition(":")[0] in offered:
        return
    near = get_close_matches(line.what, offered, 1, 0.6)
    found = f"called {line.what}" if line.what else "named in what:"
    one = f"an {kinds[0]}" if kinds[0][0] in "aeiou" else f"a {kinds[0]}"
    remedy = f"Did you mean {near[0]}?" if near else f"Name {one}."
    yield Fault(site.file, (*site.path, "what"), f"There is no {' or '.join(kinds)} {found}.", remedy)


def _place(pack: Pack, site: Site, line: ScriptLine) -> Iterator[Fault]:
    brief = site.around[0]
    stages = {s.id for s in pack.scenario.sealed.stages}
    if line.stage in stages and isinstance(brief, Brief) and brief.seat not in pack.members(line.stage):
        what = f"{brief.seat} is no member at {line.stage}, so this line is never acted on."
        yield Fault(site.file, (*site.path, "stage"), what, "Move it to another stage.", level="warning")
