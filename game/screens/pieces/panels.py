"""The panels beside the table: who is to speak, which drafts are before the Council, how the world stands."""

from __future__ import annotations

from textual.content import Content

from game.screens.pieces.literal import literally
from game.screens.pieces.seating import speakers
from game.session.scenario import Scenario
from game.session.state import Draft
from game.session.table import AGREED, to_be_put
from game.session.views import View

PANELS = ("speakers", "drafts", "tracks", "security")
TITLES = {
    "speakers": "Speakers",
    "drafts": "Drafts",
    "tracks": "The world",
    "security": "Collective security",
}
STATUS = {
    "tabled": "waits its turn",
    "adopted": "ADOPTED",
    "failed": "not adopted",
    "vetoed": "VETOED",
    "withdrawn": "withdrawn",
    "lapsed": "lapsed",
    "recommended": "RECOMMENDED",
    "issued": "ISSUED by agreement of all",
    "blocked": "blocked by one member",
    "circulating": "circulates for names",
    "set_aside": "laid aside",
    "carried": "ADOPTED by the committee",
}


def speakers_panel(view: View, scenario: Scenario) -> Content:
    """Return the speakers' list, the one who speaks first; ✓ marks those who signed it."""
    rows = speakers(view, scenario)
    if not rows:
        return Content.styled("Nobody is called to speak now.", "$quiet")
    return Content("\n").join(
        Content.assemble((f"{mark} ", "$accent"), literally(name)) for name, mark in rows
    )


def draft_title(draft: Draft, scenario: Scenario) -> str:
    """Return what a draft is about: its title, the stored draft's, or its first operative clause's."""
    if draft.title:
        return draft.title
    stored = scenario.draft.get(draft.stored)
    if stored is not None:
        return stored.title
    kinds = (scenario.clause[c.kind] for c in draft.clauses if c.kind in scenario.clause)
    return next((k.title for k in kinds if k.part == "operative"), "")


def drafts_panel(view: View, scenario: Scenario) -> Content:
    """Return the drafts in the order of their votes (CB6), then what waits without being voted on, then those
    decided, the latest first."""
    chamber = view.chamber
    order = to_be_put(chamber)
    aside = [d for d in chamber.drafts.values() if d.status == "tabled" and d not in order]
    decided = [d for d in chamber.drafts.values() if d.status != "tabled"]
    drafts = [*order, *aside, *sorted(decided, key=lambda d: -d.order)]
    if not drafts:
        return Content.styled("No draft has been tabled.", "$quiet")
    voted = chamber.ballot.draft if chamber.ballot is not None else ""
    first = voted or (order[0].symbol if order else "")
    mark = "▶ being voted on" if voted else "▶ first to be voted on" if len(order) > 1 else "▶ to be voted on"
    return Content("\n").join(
        _draft(d, view, scenario, mark if d.symbol == first and d.status == "tabled" else "") for d in drafts
    )


def standing_of(draft: Draft) -> str:
    """Return where a text stands, in a few words."""
    if draft.status == "tabled" and draft.form in AGREED:
        return "a statement, for all to agree to"
    if draft.status == "tabled" and draft.guest and not draft.asked:
        return "a guest's: voted if a member asks"
    return STATUS.get(draft.status, draft.status)


def _draft(draft: Draft, view: View, scenario: Scenario, mark: str) -> Content:
    number = f" as {draft.resolution}" if draft.resolution else ""
    amended = sum(a.draft == draft.symbol for a in view.chamber.amendments.values())
    parts: list[str | tuple[str, str]] = [
        (literally(draft.symbol), "bold"),
        (f"  {mark}", "bold $accent") if mark else (f"  {standing_of(draft)}{number}", "$quiet"),
        f"\n  {literally(draft_title(draft, scenario))}",
        (f"\n  § {literally(', '.join(draft.sponsors))}", "$quiet"),
    ]
    if amended:
        parts.append((f" · {amended} amendment{'s' if amended > 1 else ''}", "$quiet"))
    stances = view.chamber.stances.get(draft.symbol, {})
    if stances and draft.status == "tabled":
        said = " ".join(f"{seat} {vote}" for seat, vote in stances.items())
        parts.append((f"\n  said: {literally(said)}", "$quiet"))
    return Content.assemble(*parts)
