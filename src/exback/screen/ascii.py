"""Letters for a terminal that knows only ASCII, such as one under LANG=C: each sign by one that looks like it.

One letter stands for one, so that what was composed stays composed.
"""

from __future__ import annotations

from collections.abc import Mapping

LOOK_ALIKE = str.maketrans(
    {
        **dict.fromkeys("“”„", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("─━–—", "-"),
        **dict.fromkeys("·…", "."),
        **dict.fromkeys("›→", ">"),
        **dict.fromkeys("●█▇▆", "#"),
        **dict.fromkeys("○", "o"),
        **dict.fromkeys("◐", "~"),
        **dict.fromkeys("░", "."),
        **dict.fromkeys("×", "x"),
        "↑": "^",
        "↓": "v",
        "\u00a0": " ",
    }
)
LOCALES = ("LC_ALL", "LC_CTYPE", "LANG")


def shows_only_ascii(environment: Mapping[str, str]) -> bool:
    """Tell whether the locale promises no more than ASCII: C or POSIX, without a word of UTF-8."""
    locale = next((environment[name] for name in LOCALES if environment.get(name)), "")
    return locale.upper() in ("C", "POSIX")


def to_ascii(text: str) -> str:
    """Give a text with the signs of exback's pages in ASCII; what a person wrote in other letters stays."""
    return text.translate(LOOK_ALIKE)
