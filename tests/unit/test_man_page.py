"""docs/exback.1, the manual page."""

from __future__ import annotations

import re
import shutil
import subprocess

import man_page
import pytest


def test_it_is_the_one_of_todays_commands() -> None:
    """What help says stands in the page as well; `make docs` makes it anew."""
    assert man_page.PAGE.read_text(encoding="ascii") == man_page.page(man_page.manual())


def test_man_shows_it_without_a_warning() -> None:
    """Its language is right, to the last escape."""
    mandoc = shutil.which("mandoc")
    if mandoc is None:
        pytest.skip("mandoc is not installed")
    command = (mandoc, "-T", "lint", "-W", "style", str(man_page.PAGE))
    linted = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (linted.returncode, linted.stdout, linted.stderr) == (0, "", "")


def test_signs_that_man_takes_for_its_own_are_shown_as_they_are() -> None:
    """A dot at the beginning of a line, a backslash, quotes and dashes are words."""
    mandoc = shutil.which("mandoc")
    if mandoc is None:
        pytest.skip("mandoc is not installed")
    said = r""".dot 'quote' "twice" back\slash --dash “curly”"""
    known = man_page.manual()
    entry = man_page.Entry("x", said, (said,), said, (), ())
    page = man_page.page(known._replace(sections=(known.sections[0]._replace(entries=(entry,)),)))
    shown = subprocess.run(
        [mandoc, "-T", "utf8", "-O", "width=120"], input=page, capture_output=True, text=True, check=True
    )
    plain = re.sub(".\x08", "", shown.stdout)  # bold letters are written twice
    assert plain.count(said) == 2
