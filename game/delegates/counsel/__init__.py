"""Counsellors: each proposes one kind of act on an occasion, or none.

`script` speaks for the pack; `floor`, `chair`, `voting`, `points`, `usage`, `conduct` and `plenary` for what
is asked at the table. `amending`, `trading`, `consulting` and `pursuing` bargain as a seasoned delegation
does; `planning`, `dealing`, `orders` and `courting` as a veteran, and `avowals` is what it says in public for
votes so won. `asking` answers what it would take. Copy `points.py`. A counsellor never changes what it is
shown.
"""
