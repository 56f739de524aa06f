"""What a house asks of a text before it is tabled: its form, its names, and whether it may come written (MU2,
MU4, MU5)."""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.house import PAPERS, House
from game.rules.majorities import share_of
from game.rules.refusals import Refusal
from game.session import actions as a
from game.session.scenario import Clause
from game.session.state import Phase, State
from game.session.texts import operative

_MESSAGE = "The committee is following events closely."


def share(house: House, form: str) -> float:
    """Return what share of the members must sign a paper of a form."""
    if form == "resolution":
        return house.signatories
    return house.directive_signatories if form == "directive" else 0.0


def names_wanted(s: State, form: str) -> int:
    """Return how many names a paper needs before it is introduced, its sponsor counted; 0 for none."""
    wanted = share_of(share(s.house, form), len(s.chamber.members)) if share(s.house, form) else 0
    return wanted if wanted > 1 else 0


def paper_refusal(s: State, act: a.TableDraft) -> Refusal | None:
    """Say why a text cannot be tabled in this house: in this form, written already, or with a preamble."""
    if s.chamber.phase is Phase.PLENARY:
        known = act.form not in PAPERS
        return None if known else Refusal("GA8", "The Assembly adopts resolutions, not directives.")
    if act.form in PAPERS:
        return _committee_refusal(s, act)
    if act.form == "resolution" and not s.house.prewritten and act.clauses:
        return Refusal("MU4", "No text comes written here: open one by its title, then move each clause.")
    if opens_empty(s, act):
        stored = s.scenario.draft.get(act.stored)
        title = stored.title if stored is not None else act.title
        here = (d for d in s.chamber.drafts.values() if d.stage == s.chamber.stage_id)
        if any(d.title == title and d.status != "withdrawn" for d in here):
            return Refusal("V14", "A text of that title has been before this meeting already.")
    return None


def _committee_refusal(s: State, act: a.TableDraft) -> Refusal | None:
    if s.house.doing(act.form) is None:
        what = act.form.replace("_", " ")
        return Refusal("MU5", f"This house knows no {what}; a draft resolution would do.")
    if act.stored:
        return Refusal("MU5", "The texts of history at hand are draft resolutions.")
    written = operative(s.scenario, act.clauses)
    if act.form == "directive" and len(written) < len(act.clauses):
        return Refusal("MU5", "A directive is short: it has no preamble.")
    if act.form == "directive" and not written:
        return Refusal("H4", "A directive orders something.")
    if not act.title.strip() and not act.clauses:
        return Refusal("H5", "A message says something: give it words.")
    return None


def opens_empty(s: State, act: a.TableDraft) -> bool:
    """Whether a text is opened by its title alone, to be built up clause by clause (MU4)."""
    return not s.house.prewritten and act.form == "resolution" and s.chamber.phase is not Phase.PLENARY


def without_clauses(s: State, act: a.TableDraft) -> bool:
    """Whether a text needs no operative clause to be tabled."""
    return opens_empty(s, act) or act.form in ("communique", "press_release")


def committee_offers(s: State, seat: str) -> Iterable[a.TableDraft]:
    """Offer a sample of each paper of a crisis committee that the house knows."""
    if s.house.doing("directive") is not None:
        ordering = next((k for k in s.scenario.open.clauses if k.part == "operative"), None)
        if ordering is not None:
            yield a.TableDraft(seat, clauses=(Clause(ordering.id),), form="directive")
    for form in ("communique", "press_release"):
        if s.house.doing(form) is not None:
            yield a.TableDraft(seat, title=_MESSAGE, form=form)
