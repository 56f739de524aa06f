"""What happens outside the chamber, as pure values: tracks, effects, compliance, security, endings.

This room answers three questions and remembers nothing: what is so (`holds`), what follows (`resolve`), and
how far collective security can be believed (`measure`, `credibility`). It draws no lots, reads no files, and
imports nothing but the standard library; a sitting asks, lets chance decide where there are odds, and records
the answer as a fact.

Where to look:

- `conditions`   the language of `when:`, and the facts it asks about
- `outside`      tracks and effects, at once, delayed and repeated; `Moves`, the whole of a change
- `story`        happenings, endings, objectives          - `verdict`   which ending is reached, who fared how
- `powers`       what a pack says of the world's powers: groups of states, real shares, judgements
- `terms`        the eight terms of collective security, one formula each
- `patrons`      powers behind a party, what may move them to act, and the odds that they do
- `measures`     what a measure cuts off, by the shares of those who apply it
- `board`        the same in words: where a term stands, whose shares count, what would raise it
- `security`     the front door of the three, and credibility
- `compliance`   the odds that a party does what it is asked

The sources of the terms stand in `board.GROUNDS`, those of the shares in `crises/data/SOURCES.md`. Properties
hold every term and the odds to their direction: what should help never harms.

To add a kind of condition, write its line in `conditions.KINDS` and try it both ways in
`tests/world/test_world_conditions.py`. Copy me: `verdict.py` shows the shape of a module,
`tests/world/test_world_verdict.py` that of its tests.
"""
