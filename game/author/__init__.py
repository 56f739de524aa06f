"""The toolkit for authors of crises: what a pack does when it is played many times over.

- `simulate`   headless sittings with scripted delegates in every seat, counted

A second front end beside the screens, which keeps the core honest. It must never know a screen, save a
sitting, or change a pack.
"""
