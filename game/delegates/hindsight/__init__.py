"""Why delegations did what they did, told afterwards for the debrief, with the arithmetic.

It judges each act again from what its seat knew then, and never acts.
"""
