"""The book of rules, and the guide that opens under `?` on every screen."""
