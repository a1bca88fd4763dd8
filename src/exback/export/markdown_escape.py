"""A person's words in Markdown, so that they stay words: whatever was typed, it is no heading, link, table or tag."""

from __future__ import annotations

import re

from exback.prose import visible

# A backslash before any of these is Markdown's own way to say that the character is meant. The last three would be an
# address of mail, the name of an emoji or the address of a page, which some readers make a link of.
ANYWHERE = re.compile(r"[\\`*_{}\[\]<>&#|~^$]|(?<=\S)@(?=\S)|:(?=[A-Za-z/])|(?<=www)\.", re.IGNORECASE)
AT_THE_START = re.compile(r"^(?:[-+:=]|\d+[.)])")
INDENT = re.compile(r"^[ \t]+")


def line(words: str) -> str:
    """Give words as one line."""
    return _line(" ".join(words.split()))


def quoted(words: str) -> str:
    """Give words as a quotation; their lines stay lines, and an empty one begins a paragraph."""
    lines = words.split("\n")
    return "\n".join(_quoted(one, following) for one, following in zip(lines, [*lines[1:], ""], strict=True))


def _quoted(one: str, following: str) -> str:
    if not one.strip():
        return ">"
    breaks = "\\" if following.strip() else ""
    return f"> {_line(one)}{breaks}"


def _line(one: str) -> str:
    text = ANYWHERE.sub(r"\\\g<0>", visible(one).rstrip())
    text = INDENT.sub(lambda found: "\u00a0" * len(found[0].expandtabs(4)), text)
    return AT_THE_START.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", text)
