"""Words out of events: the running record, menu labels, printed documents, the debrief, exports.

Where to look:

- `minutes`    one sentence of the running record for every kind of event (copy me: a table by type)
- `acts`       menu label, plain sentence and rule of every kind of act
- `clauses`    a clause as it would be read: its verb and what follows
- `document`   drafts, resolutions and amendments as printed pages of `paper.Line`
- `footers`    how a resolution says that it was adopted
- `votes`      every question put in a sitting, with who voted how
- `record`     meetings and what passed between them, for the verbatim record
- `debrief`    your line of events beside history's
- `choices`    what scripted delegations chose, and why, as values; `sitting.choices` finds it out
- `exports`    all of these as Markdown or JSON

This room reads events, states and scenarios and makes values and text of them. It must never decide
anything, change anything, read or write a player's file, or keep a score of how near a sitting came to
history. Texts of people and packs pass `game.plain.clean` on their way out, and are escaped where they go
into Markdown. Whoever asks for an export pays for Jinja then and not before.
"""
