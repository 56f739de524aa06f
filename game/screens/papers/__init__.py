"""Sheets of paper on which acts are composed, one for each kind, and the documents they lead to.

`composing` says which act is written on which sheet. Copy `pledging.py`.
"""
