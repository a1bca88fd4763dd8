"""Letters for a terminal that knows only ASCII, such as one under LANG=C: each sign by one that looks like it.

What is written stays as long, so that what was composed stays composed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

LOOK_ALIKE = str.maketrans(
    {
        **dict.fromkeys("“”„", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("─━–—", "-"),
        **dict.fromkeys("·…", "."),
        **dict.fromkeys("›→", ">"),
        **dict.fromkeys("●█", "#"),
        **dict(zip("▁▂▃▄▅▆▇", ",-~=+*%", strict=True)),
        **dict.fromkeys("○", "o"),
        **dict.fromkeys("◐", "~"),
        **dict.fromkeys("░", "."),
        **dict.fromkeys("×", "x"),
        "╌": "_",
        "↑": "^",
        "↓": "v",
        "\u00a0": " ",
    }
)
PARTED = re.compile(r"\w · \w\S*(?: \S+)*")
"""Words that a dot parts, from before the first dot to where a gap or the line's end follows."""
BETWEEN = re.compile(r"(?<=\w) · (?=\w)")
"""Between words the dot parts two things. With a full stop in its place they would read as two sentences."""
BARE = ("C", "POSIX")
COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python itself puts into LC_CTYPE when it finds a bare locale."""


def shows_only_ascii(environment: Mapping[str, str]) -> bool:
    """Tell whether the locale promises no more than ASCII: somebody has set it to C or POSIX."""
    chosen, ctype, language = (environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    own = "" if ctype in COERCED and language in BARE else ctype
    return (chosen or own or language) in BARE


def encodes_signs(encoding: str | None) -> bool:
    """Tell whether the signs of exback's pages can be written in an encoding; without one, letters are kept as letters."""
    if encoding is None:
        return True
    try:
        "".join(map(chr, LOOK_ALIKE)).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def to_ascii(text: str) -> str:
    """Give a text with the signs of exback's pages in ASCII; what a person wrote in other letters stays."""
    return PARTED.sub(_with_semicolons, text).translate(LOOK_ALIKE)


def _with_semicolons(parted: re.Match[str]) -> str:
    """Give words with a semicolon for each dot, and as long, so that what stands to their right stays where it is."""
    return BETWEEN.sub("; ", parted[0]).ljust(len(parted[0]))
