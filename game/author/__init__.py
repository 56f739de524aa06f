"""The toolkit for authors of crises: what a pack does when it is played many times over.

- `validate`   everything that is wrong with a pack, and the manual page of each complaint
- `simulate`   headless sittings with scripted delegates in every seat, counted
- `hindcast`   history's votes against what the delegates would vote by interest alone
- `graph`      stages, triggers and endings, or the course of a meeting, for other programs to draw
- `preview`    what a reader sees before playing

A second front end beside the screens, which keeps the core honest. It must never know a screen, save a
sitting, or change a pack.
"""
