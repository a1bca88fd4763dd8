"""What is true of every line that is drawn or printed, in any window: none ends in spaces, none ends within a command line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Any, cast

import pytest
from prompt_toolkit.formatted_text import fragment_list_to_text, to_formatted_text
from rich.padding import Padding
from support import demo
from support.gallery import Gallery
from support.pages import ASKED, PRINTED

from exback.engine.journal import journal as find_entries
from exback.engine.view import Secret, View
from exback.model.command_lines import command_lines
from exback.model.items import Date, Scale, Text, Timer
from exback.screen.pages.journal import entry_sheets
from exback.screen.rendering import QUIET, WARM, grid, render_page
from exback.screen.rendering import Text as Words
from exback.screen.terminal.footer import footer_lines
from exback.screen.terminal.option_list import OptionList
from exback.screen.terminal.page import Page

WIDTHS = (*range(20, 63, 3), 80, 120, 200)
FEW_WIDTHS = (20, 40, 80, 200)
CODES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Gallery:
    """The pages of a few people, each on one day."""
    return Gallery(tmp_path_factory.mktemp("gallery"))


def option_lines(view: View, width: int) -> list[str]:
    """Return the lines of the list on a page."""
    if isinstance(view.item, Text | Scale | Date | Secret | Timer):
        return []
    field = OptionList(view, lambda _: None, lambda _: None)
    field.fit(width - 8)
    titles = (fragment_list_to_text(to_formatted_text(cast(Any, choice.title))) for choice in field.control.choices)
    return "\n".join(titles).split("\n")


def broken_in(lines: list[str], width: int) -> Iterator[str]:
    """Yield the command lines that fit into a width and aren't in one piece in some lines of it.

    Each line is looked at with the next one: a line that ends in “exback” or “exback step” goes on there.
    """
    for line, following in pairwise(lines):
        both = f"{line.strip()} {following.strip()}"
        for start, end in command_lines(both):
            if start < len(line.strip()) < end and end - start <= width:
                yield both[start:end]


@pytest.mark.parametrize("colour", [False, True])
def test_rich_leaves_no_spaces_at_the_end_of_a_line(*, colour: bool) -> None:
    """It fills cells and margins with them, and writes its codes around them."""
    rows = grid([(Words("a", style=QUIET), "b"), (Words(" ", style=QUIET), ""), ("longer", Words("  ", style=WARM))])
    lines = [CODES.sub("", line) for line in render_page([rows, Padding(rows, 1)], 40, colour=colour).split("\n")]
    assert [line.rstrip() for line in lines] == lines
    assert sum(line.split() == ["a", "b"] for line in lines) == 2


@pytest.mark.parametrize("name", ASKED)
def test_every_page_keeps_command_lines_whole_and_its_lines_end_in_words(gallery: Gallery, name: str) -> None:
    """The page, its help, its options and its keys, from 20 columns to 200."""
    shown = ASKED[name].shown(gallery)
    for width in WIDTHS:
        page = Page(shown.view, shown.today or gallery.today, colour=True)
        drawn = [*page.header(width), *page.lines(width)]
        page.turn_help()
        drawn += page.lines(width)
        keys = footer_lines(shown.view, width, 40, cut=True)
        lines = [CODES.sub("", line) for line in chain(drawn, option_lines(shown.view, width), keys)]
        assert not [line for line in lines if line.endswith(" ")], f"{name} at {width}"
        assert not [*broken_in(lines, width - 10)], f"{name} at {width}"


@pytest.mark.parametrize("name", PRINTED)
def test_nothing_that_is_printed_ends_in_spaces(gallery: Gallery, name: str) -> None:
    """Not in colour either, where a code may follow them."""
    printed = PRINTED[name]
    for width in FEW_WIDTHS:
        text = gallery.printed(width, *printed.words, days=printed.days, colour=True)
        lines = CODES.sub("", text).split("\n")
        assert not [line for line in lines if line.endswith(" ")], f"{name} at {width}"
        assert not [*broken_in(lines, width - 8)], f"{name} at {width}"


def test_no_line_of_the_journal_ends_in_spaces() -> None:
    """Nor in the pager, whatever was written."""
    journey = demo.journey()
    sheets = entry_sheets(find_entries(demo.program(), journey), lambda _: "Why?", journey.today, colour=True)
    for sheet in sheets:
        assert not [line for line in CODES.sub("", sheet.draw(40)).split("\n") if line.endswith(" ")]
