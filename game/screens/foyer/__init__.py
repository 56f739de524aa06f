"""Before the sitting: the title with its gallery of crises, and the lobby where seats are taken."""
