"""The panels beside the table: who is to speak, which drafts are before the Council, how the world stands."""

from __future__ import annotations

from textual.content import Content

from game.screens.literal import literally
from game.screens.seating import speakers
from game.session.scenario import Scenario
from game.session.state import Draft
from game.session.views import View

PANELS = ("speakers", "drafts", "tracks", "security")
TITLES = {
    "speakers": "Speakers",
    "drafts": "Drafts",
    "tracks": "The world",
    "security": "Collective security",
}
STATUS = {
    "tabled": "before the Council",
    "adopted": "ADOPTED",
    "failed": "not adopted",
    "vetoed": "VETOED",
    "withdrawn": "withdrawn",
    "lapsed": "lapsed",
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
    """Return the drafts, newest first: symbol, what became of it, title, sponsors, stances."""
    drafts = sorted(view.chamber.drafts.values(), key=lambda d: (d.status != "tabled", -d.order))
    if not drafts:
        return Content.styled("No draft has been tabled.", "$quiet")
    return Content("\n").join(_draft(d, view, scenario) for d in drafts)


def _draft(draft: Draft, view: View, scenario: Scenario) -> Content:
    number = f" as {draft.resolution}" if draft.resolution else ""
    amended = sum(a.draft == draft.symbol for a in view.chamber.amendments.values())
    parts: list[str | tuple[str, str]] = [
        (literally(draft.symbol), "bold"),
        (f"  {STATUS.get(draft.status, draft.status)}{number}", "$quiet"),
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
