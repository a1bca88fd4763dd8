"""The animated picture of the README in a real browser: which of its pages is shown when, and that it can stand still."""

from __future__ import annotations

from typing import Literal

import pytest
from first_use import NAME, PAGES, SECONDS
from picture import DOCS
from playwright.sync_api import Browser

SHOWN_AT = """milliseconds => {
    for (const animation of document.getAnimations()) { animation.pause(); animation.currentTime = milliseconds; }
    const pages = [...document.querySelectorAll(".page")];
    return pages.flatMap((page, number) => getComputedStyle(page).visibility === "visible" ? [number] : []);
}"""


def shown(browser: Browser, motion: Literal["no-preference", "reduce"]) -> list[list[int]]:
    """Return the pages that are visible, for the middle of each page's time and once more after the last."""
    page = browser.new_page(reduced_motion=motion)
    page.goto((DOCS / f"{NAME}.svg").as_uri())
    middles = [int((number + 0.5) * SECONDS * 1000) for number in range(len(PAGES) + 1)]
    visible: list[list[int]] = [page.evaluate(SHOWN_AT, middle) for middle in middles]
    page.close()
    return visible


@pytest.mark.parametrize(
    ("motion", "pages"),
    [("no-preference", [[number] for number in (*range(len(PAGES)), 0)]), ("reduce", [[0]] * (len(PAGES) + 1))],
)
def test_one_page_at_a_time(
    browser: Browser, motion: Literal["no-preference", "reduce"], pages: list[list[int]]
) -> None:
    """One page follows the other, and then it begins again. Where nothing should move, the first page stays."""
    assert shown(browser, motion) == pages
