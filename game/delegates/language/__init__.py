"""The words delegations speak in: plain reasons, and the forms that sentences are built from.

It knows no sitting and no seat.
"""
