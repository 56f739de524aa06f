"""How delegations say what they mean: statements, explanations, notes and the words of a deal.

What is said is decided elsewhere; here it becomes sentences of its period, none of them used twice in a
sitting.
"""
