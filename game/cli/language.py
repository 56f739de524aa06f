"""The language in which a command is asked to tell a crisis, seen to be one and one that the crisis has.

It must never choose a language: without one asked for, it is that of the computer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.cli.near import shown
from game.cli.trouble import Misuse

if TYPE_CHECKING:
    from game.session.scenario import Scenario


def speak(language: str | None) -> None:
    """Let packs be told in the language that was asked for, if any; Misuse for what is none."""
    if language is not None:
        from game import packs

        try:
            packs.speak(language)
        except ValueError as fault:
            raise Misuse(str(fault)) from None


def see_told(scenario: Scenario, language: str | None) -> None:
    """See that a crisis has the language that was asked for."""
    has = scenario.open.languages
    if language is not None and language.strip().lower() not in has:
        raise Misuse(f"{scenario.open.id} has no texts in {shown(language)}; it has {', '.join(has)}.")
