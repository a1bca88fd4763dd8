"""Replace the signs of exback's pages by ASCII look-alikes, for a terminal under a locale such as LANG=C.

Every replacement is as long as what it replaces, so that columns stay aligned, and none is a full stop, which would end a
sentence in the middle.
"""

from __future__ import annotations

from collections.abc import Mapping

LOOK_ALIKE = str.maketrans(
    {
        **dict.fromkeys("“”„", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("─━–—", "-"),
        **dict.fromkeys("·…░", "-"),
        **dict.fromkeys("›→", ">"),
        **dict.fromkeys("●█", "#"),
        **dict(zip("▁▂▃▄▅▆▇", ",-~=+*%", strict=True)),
        **dict(zip("○◐×╌│↑↓←\u00a0", "o~x_|^v< ", strict=True)),
    }
)
BARE = ("C", "POSIX")
COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python itself puts into LC_CTYPE when it finds a bare locale."""


def shows_only_ascii(environment: Mapping[str, str]) -> bool:
    """Whether the locale promises no more than ASCII, because someone has set it to C or POSIX."""
    lc_all, lc_ctype, language = (environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    chosen_ctype = "" if lc_ctype in COERCED and language in BARE else lc_ctype
    return (lc_all or chosen_ctype or language) in BARE


def encodes_signs(encoding: str | None) -> bool:
    """Whether an encoding can write the signs of exback's pages. With no encoding, text stays text, so it can."""
    if encoding is None:
        return True
    try:
        "".join(map(chr, LOOK_ALIKE)).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def to_ascii(text: str) -> str:
    """Return a text with the signs of exback's pages in ASCII. Other letters that a person wrote stay."""
    return text.translate(LOOK_ALIKE)
