"""Horseshoe: a crisis of the Security Council, played at the terminal under the Council's own rules.

This package is the whole program, one room to a folder; imports go downstairs only:

    6  __main__
    5  cli                                    reads the command line, imports the one room it needs
    4  screens | author                       the Textual application | the toolkit for authors of packs
    3  sitting                                one Council in being: state, journal, delegates
    2  packs | delegates | journal | prose    YAML to scenario | scripted players | saves | documents
    1  session                                actions to events to state
    0  rules | world | places | plain         the law | the world outside | folders | text made safe to show

It must never import a room here: whoever needs one room pays for that room alone.
"""

__version__ = "0.1.0"
