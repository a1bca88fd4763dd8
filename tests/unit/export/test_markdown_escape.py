"""Escaping for Markdown: nothing that was typed becomes more than words."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from exback.export.markdown_escape import line, quoted
from exback.model.prose import visible

WORDS_ONLY = {"blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline"}
NASTY = st.text(alphabet=st.sampled_from("ab1 \t\n\\`*_{}[]()<>&#|~^$=-+:.!\"'/@wé\u202e\u2028")) | st.text()


class TestEscaping:
    """Whatever was typed stays what was typed."""

    @given(NASTY)
    @example("# head\n- list\n1. list\n> quote\n    code\n```\n~~~\n***\n---\n===\n|a|\n|-|\n")
    @example(
        "<b>bold</b> <!-- --> &amp; [link](http://x) ![i](x) **b** _e_ ~~s~~ `c` \\ $x$ http://x.y www.x.y a@b.c :smile:"
    )
    @example("a\\\nb\\\\\nc  \nd")
    def test_a_quotation_is_nothing_but_its_words(self, words: str) -> None:
        """A reader of Markdown finds a quotation with paragraphs of plain text, and the text is that which was typed."""
        reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        tokens = reader.parse(quoted(words))
        assert {token.type for token in tokens} <= WORDS_ONLY
        parts = [child for token in tokens for child in token.children or ()]
        assert {part.type for part in parts} <= {"text", "hardbreak"}
        said = ["".join(p.content or "\n" for p in t.children or ()) for t in tokens if t.type == "inline"]
        assert [one.strip() for text in said for one in text.split("\n")] == _as_shown(words)

    @given(NASTY)
    def test_a_heading_is_nothing_but_its_words(self, words: str) -> None:
        """One line, whatever was typed."""
        tokens = MarkdownIt("commonmark").parse(f"**{line('x' + words)}**")
        assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
        kinds = [child.type for child in tokens[1].children or ()]
        assert set(kinds) == {"text", "strong_open", "strong_close"}

    def test_lines_keep_their_indents(self) -> None:
        """A poem stands as it was written; Markdown would drop the spaces, or take the line for code."""
        assert quoted("a\n  b\n    c\n\td") == "> a\\\n> \u00a0\u00a0b\\\n> {0}c\\\n> {0}d".format("\u00a0" * 4)

    def test_no_address_is_made_a_link_of(self) -> None:
        """Also by readers that make a link of a bare address."""
        shown = quoted("see http://a.b, www.a.b, mailto:a@b.c at 10:30")
        assert shown == "> see http\\://a.b, www\\.a.b, mailto\\:a\\@b.c at 10:30"


def _as_shown(words: str) -> list[str]:
    """Return the lines of a text without empty ones, spaces at their ends and hidden characters."""
    return [visible(one).strip() for one in words.split("\n") if one.strip()]
