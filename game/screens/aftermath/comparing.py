"""The debrief in words and bars: your line beside history's, the eight terms, delegations, questions,
sources.

It draws what `prose.debrief` says and adds nothing: divergences are named, never counted, and nothing is
scored.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from game.prose.chronicle import StageCompared, TrackCompared
from game.prose.conduct import Fared
from game.prose.debrief import Debrief, TermCompared
from game.prose.divergence import DraftCompared, Voted
from game.prose.names import counted, day, listed
from game.screens.pieces.board import bar
from game.screens.pieces.literal import literally

BAR = 20
"""Cells of a bar."""
_OUTCOMES = {
    "adopted": ("ADOPTED", "bold $yes"),
    "issued": ("ISSUED", "bold $yes"),
    "vetoed": ("VETOED", "bold $no"),
    "failed": ("not adopted", "bold"),
}
_BALLOTS = (
    ("yes", "yes"),
    ("no", "no"),
    ("abstain", "abstentions"),
    ("not_participating", "not participating"),
)


def ending(told: Debrief) -> Content:
    """Return how it ended here, and how in history."""
    parts = [Content.styled(literally(told.subtitle or told.title), "$quiet")]
    if told.ending:
        parts.append(_ended("How it ended here: ", told.ending.title, told.ending.text))
    else:
        parts.append(Content("The sitting is not over."))
    parts += [
        _ended("In history: ", e.title, e.text)
        for e in told.history
        if told.ending is None or e.id != told.ending.id
    ]
    if told.ending and told.ending.historical:
        parts.append(Content.styled("This is how history ended too.", "$quiet"))
    if told.moments:
        rows = (f"\n◆ {literally(moment)}" for moment in told.moments)
        parts.append(Content.assemble(("Moments marked", "bold $primary"), *rows))
    return Content("\n\n").join(parts)


def _ended(label: str, title: str, text: str) -> Content:
    return Content.assemble((label, "$quiet"), (literally(title), "bold $primary"), "\n", literally(text))


# -- the line of events ----------------------------------------------------------------------------------
def heading(stage: StageCompared) -> Content:
    """Return a stage's date and title."""
    return Content.styled(literally(f"{day(stage.date)} · {stage.title}"), "bold $primary")


def here(stage: StageCompared) -> Content:
    """Return what happened here at a stage."""
    rows = [Content.styled("Here", "bold")]
    if not stage.played:
        return Content("\n").join([*rows, Content.styled("This stage was not played.", "$quiet")])
    rows += [Content(f"· {literally(line)}") for line in stage.yours]
    return Content("\n").join(rows)


def in_history(stage: StageCompared) -> Content:
    """Return what history did at a stage."""
    rows = [Content.styled("In history", "bold")]
    if stage.history:
        rows.append(Content(literally(stage.history)))
    rows += [_draft(draft) for draft in stage.drafts if draft.history]
    return Content("\n").join(rows)


def _draft(draft: DraftCompared) -> Content:
    """Return a text's fate in history, and here where it was put."""
    named = literally(f"{draft.symbol} {draft.title}".strip())
    parts: list[Content] = [Content(f"{named}: "), _outcome(draft.history)]
    if draft.yours:
        parts += [Content.styled("; here ", "$quiet"), _outcome(draft.yours)]
    if draft.history and draft.history.doubt:
        parts.append(Content.styled(f" (doubtful: {literally(draft.history.doubt)})", "$quiet"))
    return Content("").join([Content("§ "), *parts])


def _outcome(voted: Voted | None) -> Content:
    if voted is None:
        return Content("not put to the vote")
    word, style = _OUTCOMES.get(voted.outcome, (voted.outcome, ""))
    meeting = f"S/PV.{voted.meeting}" if voted.meeting.isdigit() else voted.meeting
    where = ", ".join(filter(None, (meeting, f"resolution {voted.resolution}" if voted.resolution else "")))
    return Content.assemble(
        (word, style), f" {voted.count}", (f" ({literally(where)})" if where else "", "$quiet")
    )


def apart(stage: StageCompared) -> Content:
    """Return where the two lines part at a stage, one sentence each."""
    if not stage.divergences:
        return Content.styled("Here the two lines do not part." if stage.played else "", "$quiet")
    return Content("\n").join(
        Content.assemble(("≠ ", "bold $accent"), literally(sentence)) for sentence in stage.divergences
    )


def tracks(stage: StageCompared) -> Content:
    """Return the measures as the stage's delegations found them, beside history's."""
    return Content("\n").join(_track(track) for track in stage.shown)


def _track(track: TrackCompared) -> Content:
    known = (("here", track.yours), ("history", track.history))
    figures = [f"{label} {value:.0f}" for label, value in known if value is not None]
    return Content.assemble((f"{literally(track.title)}: ", "$quiet"), ", ".join(figures))


# -- the delegations -------------------------------------------------------------------------------------
def delegation(fared: Fared) -> Content:
    """Return how one delegation fared, with its objectives opened, and what its real holder did."""
    scripted = f"scripted, {fared.holder}" if fared.holder else ""
    held = "played by a person" if fared.holder == "person" else scripted
    rows = [
        Content.assemble((literally(fared.name), "bold $primary"), (f"  {literally(held)}", "$quiet")),
        Content(literally(fared.summary)),
    ]
    for fate in fared.objectives:
        sign, style = ("✓ met", "bold $yes") if fate.met else ("✗ not met", "bold $no")
        secret = (" (secret)" if fate.secret else "", "$quiet")
        rows.append(Content.assemble((sign, style), f"  {literally(fate.text)}", secret))
    rows.append(Content.styled(literally(_deeds(fared)), "$quiet"))
    if fared.history:
        rows.append(Content.assemble(("In history: ", "bold"), literally(fared.history)))
    return Content("\n").join(rows)


def _deeds(fared: Fared) -> str:
    cast = [(fared.votes.get(vote, 0), word) for vote, word in _BALLOTS]
    votes = [f"{n} {'abstention' if (n, word) == (1, 'abstentions') else word}" for n, word in cast if n]
    parts = [
        f"standing {fared.standing:+.0f}",
        counted(fared.statements, "statement") if fared.statements else "",
        counted(fared.drafts, "draft") if fared.drafts else "",
        counted(fared.amendments, "amendment") if fared.amendments else "",
        f"votes: {listed(votes)}" if votes else "",
        f"deals kept {fared.deals_kept}, broken {fared.deals_broken}"
        if fared.deals_kept + fared.deals_broken
        else "",
        f"pledged: {listed(fared.pledges)}" if fared.pledges else "",
    ]
    return "; ".join(part for part in parts if part)


# -- the eight terms -------------------------------------------------------------------------------------
def term(compared: TermCompared) -> Content:
    """Return one term: your value and history's as bars, the claim, its source, and why history's is so."""
    rows = [
        Content.styled(literally(compared.title), "bold $primary"),
        _share("Here", compared.yours, "$primary"),
        _share("History", compared.history, "$accent"),
        Content.assemble(literally(compared.claim), (f" [{literally(compared.source)}]", "$quiet")),
    ]
    if compared.why:
        rows.append(Content.assemble(("In history: ", "$quiet"), literally(compared.why)))
    return Content("\n").join(rows)


def _share(label: str, value: float | None, style: str) -> Content:
    if value is None:
        return Content.assemble((f"{label:<8}", "$quiet"), ("nothing said", "$quiet"))
    return Content.assemble((f"{label:<8}", "$quiet"), (bar(value, BAR), style), (f" {value:.2f}", "bold"))


# -- questions, doubts, sources --------------------------------------------------------------------------
def questions(told: Debrief) -> Content:
    """Return the questions for class."""
    rows: list[Content] = []
    for number, question in enumerate(told.questions, 1):
        parts: list[str | tuple[str, str]] = [
            (f"{number}. ", "bold $accent"),
            (literally(question.text), "bold"),
        ]
        if question.weighs:
            parts += [("\n   A good answer weighs: ", "$quiet"), literally(question.weighs)]
        if question.read:
            parts += [("\n   Read: ", "$quiet"), literally(question.read)]
        rows.append(Content.assemble(*parts))
    return Content("\n\n").join(rows) if rows else Content.styled("The pack asks no questions.", "$quiet")


def doubts(told: Debrief) -> Content:
    """Return doubtful statements and what is better, and claims that the pack marks, each with the reason."""
    rows = [
        Content.assemble(
            ("? ", "bold $accent"), literally(doubt.statement),
            (f" ({literally(doubt.where)})" if doubt.where else "", "$quiet"),
            ("\n  Better: ", "$quiet"), literally(doubt.better),
        )
        for doubt in told.doubts
    ]  # fmt: skip
    rows += [
        Content.assemble(
            ("! ", "bold $accent"), (f"{literally(claim.where)}: ", "$quiet"), literally(claim.text),
            (f"\n  {claim.mark.capitalize()}: ", "$quiet"), literally(claim.reason),
        )
        for claim in told.claims
    ]  # fmt: skip
    return Content("\n\n").join(rows) if rows else Content.styled("No doubts are recorded.", "$quiet")


def sources(told: Debrief) -> Content:
    """Return where the facts come from."""
    rows = [
        Content.assemble(
            (f"{literally(source.id)}  ", "bold $accent"),
            _joined((source.title, source.locator, source.note)),
        )
        for source in told.sources
    ]
    return Content("\n").join(rows) if rows else Content.styled("No sources are named.", "$quiet")


def _joined(parts: Iterable[str]) -> str:
    return literally(", ".join(part for part in parts if part))
