"""One sitting as a fold over what happened.

Developers: read `scenario`, `actions`, `events`, `state` in that order, then `acts/floor.py`, the room's
copy-me: every
act has its refusal, its offers and its decision in one place.
"""
