"""The law of the Council, as values in and values out.

This room answers questions of law and nothing else: who has how many votes, what a tally means, which
motion is taken first, who presides, what an article of the Charter can carry, why an act is refused. It
never keeps state, never prints, never rolls dice, and imports nothing but the standard library.

Where to look:

- `bodies`         seats, thresholds and eras (the Council of 11 and of 15)
- `ballots`        counting, deciding and watching a vote; the President's sentence (`results`, `sentences`)
- `consent`        adoption without a vote and presidential statements
- `matters`        what is procedural, what is substantive, what has been contested
- `motions`        the motions of the Council, their order and whether they are debated
- `floor`          speakers, points of order, challenges to a ruling
- `texts`          drafts: order of submission, withdrawal, separate votes
- `amendments`     which may be moved, and in which order they are voted
- `presidency`     the rotation, and the chair ceded
- `agenda`         calling a meeting, adopting and keeping its agenda
- `credentials`    who sits while a seat is disputed
- `invitations`    who may be invited, and what an invited speaker may do
- `statements`     the instruments below a resolution, and what they weigh
- `records`        numbers and symbols of documents, private records, languages
- `articles`       what a draft may rest on and what it lacks (`bases`, `clauses`, `verbs`)
- `binding`        whether a clause would bind, and on whom; `reading` says it in one sentence
- `abstention`     when a party to a dispute ought to abstain
- `assembly`       the General Assembly's majorities and Uniting for Peace
- `refusals`       why not: a rule id and a sentence
- `book`           every rule id in plain words (`pages`)

Seats are stable three-letter codes (CHN, FRA, RUS, GBR, USA and the elected members). Wherever a sentence
names a seat, the caller hands in `names`, code -> name as then used; without it the code stands for itself.

To add a rule: write its page in `pages`, cite its id from the function that applies it, and name the test
after it. Copy me: `amendments.py` shows the shape of a module, `tests/rules/test_rules_amendments.py` that
of its tests.
"""
