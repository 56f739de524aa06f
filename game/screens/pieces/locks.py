"""The numbers (PINs) of seats as a save may carry them: salted and ground down, never the number itself.

Whoever reads a save cannot read a number out of it. It must never keep, show or write a number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import pbkdf2_hmac
from hmac import compare_digest
from secrets import token_hex
from typing import Any
from unicodedata import normalize

from game.session.events import Event, SeatHandedOver, SittingOpened
from game.sitting import PERSON

LOCKS = "locks"
"""The option of a save's header that carries them: seat -> lock; the director's is under the empty seat."""
DIRECTOR = ""
LONGEST = 12
"""Characters of a number at most."""
_ROUNDS = 100_000


def locked(number: str) -> str:
    """Return the lock that a number opens: a fresh salt and what number and salt make, both hexadecimal."""
    salt = token_hex(16)
    return f"{salt}:{_ground(number, salt)}"


def locks_for(numbers: Mapping[str, str]) -> dict[str, str]:
    """Return the locks of the seats that have a number."""
    return {seat: locked(number) for seat, number in numbers.items() if number}


def locks_in(options: Mapping[str, Any]) -> dict[str, str]:
    """Return the locks a save's header carries; what is no lock is left out, for a header is foreign text."""
    found = options.get(LOCKS)
    if not isinstance(found, dict):
        return {}
    return {seat: lock for seat, lock in found.items() if isinstance(seat, str) and _is_lock(lock)}


def unlocked(record: Sequence[Event]) -> frozenset[str]:
    """Return the seats whose lock opens no more, since another holds them than who chose the number.

    Where a sitting is begun at a later stage, people take their seats in one block of hand-overs: before
    it nobody had a number.
    """
    handed = [i for i, x in enumerate(record) if isinstance(x, SeatHandedOver)]
    first = record[0] if record else None
    if handed and isinstance(first, SittingOpened) and PERSON not in first.holders.values():
        handed = [i for place, i in enumerate(handed) if i != handed[0] + place]
    return frozenset(x.seat for i in handed if isinstance(x := record[i], SeatHandedOver))


def opens(number: str, lock: str) -> bool:
    """Say whether a number opens a lock."""
    salt, _, kept = lock.partition(":")
    return compare_digest(_ground(number, salt), kept)


def _ground(number: str, salt: str) -> str:
    given = normalize("NFC", number).encode(errors="surrogatepass")
    return pbkdf2_hmac("sha256", given, bytes.fromhex(salt), _ROUNDS).hex()


def _is_lock(lock: object) -> bool:
    if not isinstance(lock, str) or not lock.isascii():
        return False
    salt, _, kept = lock.partition(":")
    return len(salt) == 32 and len(kept) == 64 and not set(salt + kept) - set("0123456789abcdef")
