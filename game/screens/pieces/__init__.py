"""Pieces that screens are made of: the sheet they all share, text that stays text, the table, panels, slips.

A piece knows nothing of the screen it stands on.
"""
