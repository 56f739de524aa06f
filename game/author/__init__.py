"""The toolkit for authors of crises: what a pack does when it is played many times over.

- `new`        a small crisis to begin with, the real Council of a day in it; `copying` begins with a copy
- `validate`   everything that is wrong with a pack, and the manual page of each complaint
- `simulate`   headless sittings with scripted delegates in every seat, counted
- `hindcast`   history's votes against what the delegates would vote by interest alone
- `graph`      stages, triggers and endings, or the course of a meeting, for other programs to draw
- `preview`    what a reader sees before playing

Behind `new` stand `roster` (who sat), `leanings` (on whose side), `sheets` (the blank forms of `blank/`,
filled in). Behind `simulate`: `casting` (which sittings, and who plays), `playing` (them), `sharing` and
`cluster` (elsewhere), `counting` and `together` (what was seen), `figures`, `varied`, `expected` and `shares`
(what that says), `counted` and `tried` (in words).

A second front end beside the screens, which keeps the core honest. It must never know a screen, save a
sitting, or change a pack that is there.
"""
