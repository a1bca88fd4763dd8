"""Escapes a person's words for Markdown: whatever was typed, it doesn't become a heading, a link, a table or a tag."""

from __future__ import annotations

import re

from exback.model.prose import visible

# A backslash before any of these makes it an ordinary character. The last three would be an email address, the name of an
# emoji or the address of a page, which some readers turn into a link.
ANYWHERE = re.compile(r"[\\`*_{}\[\]<>&#|~^$]|(?<=\S)@(?=\S)|:(?=[A-Za-z/])|(?<=www)\.", re.IGNORECASE)
AT_THE_START = re.compile(r"^(?:[-+:=]|\d+[.)])")
INDENT = re.compile(r"^[ \t]+")


def line(words: str) -> str:
    """Return the words as one line."""
    return _escape(" ".join(words.split()))


def quoted(words: str) -> str:
    """Return the words as a quotation. Their lines stay lines, and an empty one begins a paragraph."""
    lines = words.split("\n")
    return "\n".join(_quote(text, following) for text, following in zip(lines, [*lines[1:], ""], strict=True))


def _quote(text: str, following: str) -> str:
    if not text.strip():
        return ">"
    line_break = "\\" if following.strip() else ""
    return f"> {_escape(text)}{line_break}"


def _escape(text: str) -> str:
    escaped = ANYWHERE.sub(r"\\\g<0>", visible(text).rstrip())
    indented = INDENT.sub(lambda indent: "\u00a0" * len(indent[0].expandtabs(4)), escaped)
    return AT_THE_START.sub(lambda start: f"{start[0][:-1]}\\{start[0][-1]}", indented)
