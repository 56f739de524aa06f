"""Which language packs are told in: the one that was chosen, or that of the environment.

It must stay light, since the gallery asks; how a text in several languages is read stands in `telling`.
"""

from __future__ import annotations

import os
import re

from game.plain import clean

ENGLISH = "en"
_CODES = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu
ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so
sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
CODES = frozenset(_CODES.split())
"""The two-letter codes of languages (ISO 639-1)."""
_CHOSEN = "HORSESHOE_LANGUAGE"
_LOCALE = re.compile(r"[A-Za-z]+")


def usual() -> str:
    """The language asked for: the one chosen, else that of the environment, else English."""
    for variable in (_CHOSEN, "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if code := _LOCALE.match(os.environ.get(variable, "")):
            return code[0].lower() if code[0].lower() in CODES else ENGLISH  # C and POSIX are none
    return ENGLISH


def speak(language: str) -> None:
    """Tell packs in a language from now on, also in processes that are started; ValueError for no code."""
    code = language.strip().lower()
    if code not in CODES:
        raise ValueError(f"{clean(language, limit=20) or 'Nothing'} is {no_code(code)}.")
    os.environ[_CHOSEN] = code


def no_code(code: str) -> str:
    """What is to be said of letters that stand for no language, such as the end of `Fr is ...`."""
    return f"no code of a language, such as {code[:2] if code[:2] in CODES else ENGLISH}"
