"""Command lines of exback in a text: no line of a page ends within one, so that it can be read, and copied, in one piece."""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = "exback"
TAKES = {
    **dict.fromkeys(
        ("checkin", "urge", "now", "contact", "look", "letter", "write", "reply", "dates", "plan", "pause"), 0
    ),
    **dict.fromkeys(("crisis", "status", "journal", "reset", "restore", "lock", "unlock", "doctor"), 0),
    **dict.fromkeys(("step", "insights", "why", "demo", "merge", "export", "completion", "help", "check", "remind"), 1),
    "settings": 2,
}
"""Every command, with how many of the words after it may belong to it. To ask typer for them would take too long."""
VALUED = frozenset(
    (
        "home",
        "passphrase-fd",
        "country",
        "since",
        "step",
        "kind",
        "by",
        "format",
        "title",
        "without",
        "system",
        "calendar",
    )
)
"""The options that have a value."""
EVAL = "eval"
OPENING, CLOSING = "([“\"'`$", ".,;:!?)]”\"'’`"
INSIDE = str.maketrans(" -", "\ud800\ud801")
"""Signs that no line ends at. No page has them: `visible` shows a lone surrogate as an escape."""
OUTSIDE = str.maketrans("\ud800\ud801", " -")


def unbroken(text: str, width: int | None = None) -> str:
    """Return a text, as long as it was, with signs in its command lines that no line ends at; `spaced` takes them out.

    One that is wider than `width` columns keeps its spaces instead, and is set in lines of its own.
    """
    if f"{PROGRAM} " not in text:
        return text
    letters = list(text)
    for start, end in command_lines(text):
        if width is None or end - start <= width:
            letters[start:end] = text[start:end].translate(INSIDE)
            continue
        for place in (start - 1, end):
            if 0 <= place < len(letters) and letters[place] == " ":
                letters[place] = "\n"
    return "".join(letters)


def spaced(text: str) -> str:
    """Return what `unbroken` made, with ordinary spaces and hyphens again."""
    return text.translate(OUTSIDE)


def lines_of(text: str, width: int) -> list[str]:
    """Return the lines of a text, broken between words to fit into a width in columns, but not within a command line."""
    import textwrap  # most texts fit

    parts = unbroken(text, width).split("\n")
    lines = (line for part in parts for line in textwrap.wrap(part, width, break_on_hyphens=False))
    return [spaced(line).rstrip(" ") for line in lines]  # textwrap leaves one before a word that is too long


def command_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each command line in a text begins and ends, with the quotes and stops around it."""
    begin = 0  # of the line, then of the word
    for line in text.split("\n"):
        words = line.split(" ")
        for number, word in enumerate(words):
            length = _length(words[number:]) if word.lstrip(OPENING) == PROGRAM else 0
            if length:
                is_evaluated = words[max(0, number - 1)] == EVAL
                start = begin - len(f"{EVAL} ") if is_evaluated else begin
                yield start, begin + len(" ".join(words[number : number + length]))
            begin += len(word) + 1


def _length(words: list[str]) -> int:
    """Return how many words the command line has that begins with the first of these; 0 if it's only exback's name."""
    first, second = (word.rstrip(CLOSING) for word in (*words[1:3], "", "")[:2])
    name, taken = (second, 3) if first == "demo" and second in TAKES else (first, 2)
    if name.startswith("--"):
        taken -= 1
    elif name not in TAKES:
        return 0
    while not _ends(words[taken - 1]) and (more := _argument(words[taken:])):
        taken += more
    if _ends(words[taken - 1]):
        return taken
    last = words[taken : taken + TAKES.get(name, 1)]
    are_last = (
        all(word.rstrip(CLOSING).isalpha() and word.islower() for word in last[:many])
        and (taken + many == len(words) or _ends(last[many - 1]))
        for many in range(1, len(last) + 1)
    )
    return taken + next((many for many, is_last in enumerate(are_last, 1) if is_last), 0)


def _ends(word: str) -> bool:
    return word[-1:] in CLOSING


def _argument(words: list[str]) -> int:
    """Return how many of the first words are an option with its value, or one word that no sentence goes on with."""
    word = words[0] if words else ""
    if word.startswith("--"):
        return 1 + (_value(words[1:]) if word[2:] in VALUED else 0)
    bare = word.strip(OPENING + CLOSING)
    is_placeholder = len(bare) > 1 and bare.isupper()
    return 1 if is_placeholder or any(sign in bare for sign in "-./<:") else 0


def _value(words: list[str]) -> int:
    """Return how many of the first words are one value, which may be in quotes."""
    if words and words[0][:1] in OPENING:
        return next((many for many, word in enumerate(words, 1) if word.rstrip(CLOSING) != word), 1)
    return min(1, len(words))
