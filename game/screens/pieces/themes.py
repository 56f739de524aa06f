"""The colours of the house: United Nations blue on night, on paper, and at high contrast; and no colour at
all.
"""

from __future__ import annotations

from textual.theme import Theme

_VOTES_ON_NIGHT = {
    "yes": "#5fbf7f",
    "no": "#f0716f",
    "abstain": "#e6c35c",
    "wood": "#7d5739",
    "quiet": "#8fa3b5",
    "lamp": "#f3e8dc",
}
_VOTES_ON_PAPER = {
    "yes": "#19693a",
    "no": "#a62020",
    "abstain": "#7a5600",
    "wood": "#8a6242",
    "quiet": "#4d5d6b",
    "lamp": "#ffffff",
}
_VOTES_STARK = {
    "yes": "#00ff66",
    "no": "#ff8080",
    "abstain": "#ffff00",
    "wood": "#b0b0b0",
    "quiet": "#ffffff",
    "lamp": "#000000",
}
_NO_COLOURS = dict.fromkeys(_VOTES_ON_NIGHT, "ansi_default")

NIGHT = Theme(
    name="horseshoe-dark",
    primary="#5b92e5",
    secondary="#3d6db5",
    accent="#e0b45c",
    warning="#e6c35c",
    error="#f0716f",
    success="#5fbf7f",
    foreground="#e3e9ef",
    background="#0f1722",
    surface="#16202e",
    panel="#1e2b3d",
    dark=True,
    variables={
        **_VOTES_ON_NIGHT,
        "block-cursor-background": "#2f5f9f",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#26405f",
        "block-cursor-blurred-foreground": "#e3e9ef",
        "block-cursor-blurred-text-style": "none",
        "footer-key-foreground": "#8fb8f0",
        "footer-background": "#16202e",
        "border": "#4a6f9f",
        "border-blurred": "#2c3e55",
    },
)
PAPER = Theme(
    name="horseshoe-light",
    primary="#1f5fb0",
    secondary="#3d78c2",
    accent="#8a5a00",
    warning="#7a5600",
    error="#a62020",
    success="#19693a",
    foreground="#1a2530",
    background="#f6f4ee",
    surface="#fdfcf8",
    panel="#e8e5db",
    dark=False,
    variables={
        **_VOTES_ON_PAPER,
        "block-cursor-background": "#1f5fb0",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#c9d8ea",
        "block-cursor-blurred-foreground": "#1a2530",
        "block-cursor-blurred-text-style": "none",
        "footer-key-foreground": "#1f5fb0",
        "footer-background": "#e8e5db",
        "border": "#1f5fb0",
        "border-blurred": "#b3b8bd",
    },
)
STARK = Theme(
    name="horseshoe-contrast",
    primary="#7fc4ff",
    secondary="#7fc4ff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ff8080",
    success="#00ff66",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#101010",
    dark=True,
    text_alpha=1.0,
    variables={
        **_VOTES_STARK,
        "block-cursor-background": "#ffff00",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#ffffff",
        "block-cursor-blurred-foreground": "#000000",
        "block-cursor-blurred-text-style": "none",
        "footer-key-foreground": "#ffff00",
        "footer-description-foreground": "#ffffff",
        "footer-background": "#000000",
        "border": "#ffffff",
        "border-blurred": "#c0c0c0",
        "text-muted": "#ffffff",
        "text-disabled": "#d0d0d0",
        "foreground-muted": "#ffffff",
    },
)
PLAIN = Theme(
    name="horseshoe-plain",
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        **_NO_COLOURS,
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-foreground": "ansi_default",
        "block-cursor-text-style": "bold underline",
        "block-cursor-blurred-background": "ansi_default",
        "block-cursor-blurred-foreground": "ansi_default",
        "block-cursor-blurred-text-style": "italic",
        "input-cursor-text-style": "reverse",
        "border": "ansi_default",
        "border-blurred": "ansi_default",
    },
)
"""For NO_COLOR: the terminal's own two colours, with reverse and bold for what must stand out."""

THEMES = (NIGHT, PAPER, STARK)
"""Those a person may choose among; PLAIN is chosen by NO_COLOR."""
