"""What a delegation wants: the pack's words, its mandate, and what both make of a clause or a whole text.

`mandate` judges one clause, `weighing` a text, `circumstances` what surrounds it, `changes` an amendment by
the text it leads to; `aims` are the objectives it was sent for, told by `footings`. Nothing here knows of the
others but what is public.
"""
