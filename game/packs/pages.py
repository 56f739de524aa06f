"""The manual pages of complaints about form and files, by code; those of the checks are their modules' own.

Texts only. A page says why it is asked and shows the wrong beside the right.
"""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import fill


def _page(why: str, wrong: str = "", right: str = "") -> str:
    """A page with its two examples, each of which may be missing."""
    examples = [("FAIL", wrong), ("PASS", right)]
    return "\n\n".join([fill(why, 100), *(f"{head}\n    {text}" for head, text in examples if text)])


PAGES: Mapping[str, str] = {
    # -- the folder
    "no-folder": _page(
        "The folder cannot be opened, so nothing in it can be read. Look at its name and rights."
    ),
    "missing-file": _page("A crisis is a folder of files by subject, and some of them every crisis needs."),
    "stray-file": _page(
        "Every file of a pack has a name that the game knows; a brief is called by its seat's code.",
        "briefs/India.yaml",
        "briefs/IND.yaml",
    ),
    "unreadable": _page(
        "A file must be an ordinary file that may be read: no folder, link to nowhere or device."
    ),
    "too-large": _page("A file may have one million bytes. A crisis needs a tenth of it."),
    "too-many-files": _page("A folder with more YAML files than a crisis can have is not read at all."),
    # -- the text
    "not-utf-8": _page(
        "Files are UTF-8 text. Other encodings turn letters such as é into something else; editors "
        "offer 'save with encoding'."
    ),
    "hidden-character": _page(
        "Characters that do not show (control characters, marks that turn the writing direction, "
        "spaces without width) can hide what a text says. They often come in with copied text: delete "
        "and type again."
    ),
    "syntax": _page(
        "The file is not YAML from this place on. Most often a quote or bracket is not closed, a "
        "colon has no space after it, a text with a colon inside stands without quotes, or a line is "
        "set in differently from its neighbours; tabs may not set lines in.",
        "title: Korea: the first days",
        'title: "Korea: the first days"',
    ),
    "duplicate": _page(
        "The same key stands twice in one place, and one of the two would be lost.",
        "positions: {truce: [1, 1], truce: [2, 2]}",
        "positions: {truce: [2, 2]}",
    ),
    "anchor": _page("An anchor (&name) marks a place to copy from. Packs say everything where it is read."),
    "alias": _page(
        "An alias (*name) copies another place. Packs say everything where it is read, so that a line "
        "can be changed without changing others. A text that begins with * needs quotes.",
        "sponsors: *five",
        "sponsors: [FRA, GBR, USA]",
    ),
    "merge": _page("<< copies another mapping's lines. Packs say everything where it is read."),
    "tag": _page(
        "A tag (!name) asks for a kind of value. A text that begins with ! needs quotes.",
        "text: !important Stop.",
        'text: "!important Stop."',
    ),
    "key-not-text": _page(
        "What stands before a colon is a word. A number, true, null or a list as a key needs quotes, "
        "or is a slip.",
        "82: The first resolution",
        '"82": The first resolution',
    ),
    "two-documents": _page("A line --- begins a second document. A file of a pack holds one."),
    "too-deep": _page("Nothing in a pack is nested so deeply; a bracket is probably missing."),
    # -- the form
    "format": _page(
        "pack.yaml says in which format a pack is written. Older formats are read as before; a newer "
        "one needs a newer game.",
        "format: latest",
        "format: 2",
    ),
    "language": _page(
        "Texts in several languages are written by language, and English (en) is always there."
    ),
    "house-clause": _page(
        "A clause that is taken from the house names one of crises/data/clauses.yaml.",
        "seized: {house: remain_sized}",
        "seized: {house: remain_seized}",
    ),
    "missing": _page("A line that every such entry needs is not there."),
    "unknown-key": _page(
        "No such key is known at this place: it is misspelt, or set in too far or not far enough.",
        "tittle: The first meeting",
        "title: The first meeting",
    ),
    "wrapped": _page(
        "The file's name says already what it holds, so its entries begin at the left margin.",
        "stages: {invasion: {title: The first meeting}}",
        "invasion: {title: The first meeting}",
    ),
    "not-text": _page(
        "A text is asked for. Quotes make one of a number, true or false.", "unit: 100", 'unit: "100"'
    ),
    "not-number": _page("A number is asked for: figures, without quotes or words.", "after: two", "after: 2"),
    "not-true-or-false": _page(
        "Write true or false; yes, no, on and off are texts.", "secret: yes", "secret: true"
    ),
    "not-list": _page(
        "A list is asked for: in brackets, or one line each with a hyphen.", "of: a, b", "of: [a, b]"
    ),
    "not-mapping": _page(
        "Keys with values are asked for: one line each, set in below, or in braces.",
        "roll: adopted",
        "roll: {result: adopted}",
    ),
    "id": _page(
        "A name that the files use among themselves has small letters, figures, hyphens, points or "
        "underscores, 48 at most; a seat's code has three capitals, and a date is written as "
        "1950-06-25.",
        "The Invasion: {title: The first meeting}",
        "invasion: {title: The first meeting}",
    ),
    "choice": _page(
        "One of a few words is asked for; the complaint names them.", "vote: maybe", 'vote: "yes"'
    ),
    "range": _page("The number lies outside what the game can use; the complaint names the bound."),
    "length": _page("A text, a list or a mapping is empty where it may not be, or too long."),
    "condition": _page(
        "A condition is one mapping with one kind of test, or the word always. Several tests stand in "
        "a list after all, any or none; a track, a term, a pledge and a standing need at_least or "
        "at_most.",
        "when: {flag: halted, adopted: cessation}",
        "when: {all: [{flag: halted}, {adopted: cessation}]}",
    ),
    "form": _page("The value has not the form that is asked for at this place."),
    "more": _page("The file has more errors of form than are told at once. Mend the first and look again."),
    # -- the tables
    "year": _page("The shared tables have no shares of power and trade for this year."),
    "state": _page(
        "The shared tables know no State of this code in this year (crises/data/state_power.csv)."
    ),
}
"""Code -> page. `no-pack` needs none: there is nothing to look at."""
