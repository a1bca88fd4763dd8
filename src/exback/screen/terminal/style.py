"""The styles of what the prompt library draws: fields, lists, and the lines around them."""

from __future__ import annotations

from prompt_toolkit.styles import Style

POINTER = "›"
STYLE = Style(
    [
        ("pointer", "fg:ansimagenta bold"),
        ("highlighted", "bold"),
        ("selected", "fg:ansimagenta"),
        ("text", ""),
        ("quiet", "dim"),  # bright black is invisible in some dark themes
        ("hint", "dim"),
        ("unsaved", "bold"),
    ]
)
