"""Who sits in a seat: the temperaments and the levels of skill, each the way one of them comes to an act.

Copy `steadfast.py`, or for a mere bent `broker.py`, and declare its traits in `temperaments`. `novice` and
`veteran` are what a steadfast delegation does at the lowest and the highest level. A mind asks its
counsellors in order; what it wants, knows and says is never decided here.
"""
