"""What a delegation knows and what it makes of it: its memory, the record, where the others seem to stand.

An `occasion` is one moment at which it may act, with the `dossier` of what it has ready. `soundings` and
`hearsay` are what was gathered of the others; `estimating` and `reckoning` the count that follows, with care
and quickly; `prospects` what may come of a text. All of it may be wrong, and none of it is another's brief.
"""
