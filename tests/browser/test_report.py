"""The report in a real browser: it fetches nothing, complains of nothing, can be read by everybody, and prints well.

Needs Chromium; axe-core, which looks for barriers, comes with the package axe-playwright-python.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Browser, BrowserContext, Page
from support import demo

from exback.export.formats import FORMATS
from exback.export.options import Options
from exback.model.run import Run
from exback.store import Progress

NASTY = (
    '<script>document.title = "mine"</script><img src="https://example.org/x.png">'
    '<style>@import url(https://example.org/x.css)</style><meta http-equiv="refresh" content="0;url=https://example.org/">'
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of ten weeks, with words in it that would fetch something if they were read as HTML."""
    nasty = Run(
        id="n",
        step="letter",
        started=demo.NOW,
        finished=demo.NOW,
        start_number=900,
        finish_number=901,
        answers={"letter": NASTY},
    )
    program, runs = demo.program(), [*demo.runs(), nasty]
    text = FORMATS["html"].render(program, program.journey(runs, demo.NOW), Progress(runs=runs), Options())
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(text, encoding="utf-8")
    return path


class Seen:
    """A page that was opened, with all that it asked for and all that it complained of."""

    def __init__(self, context: BrowserContext, path: Path) -> None:
        self.page: Page = context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(path.as_uri(), wait_until="networkidle")


@pytest.fixture(params=["light", "dark"])
def seen(request: pytest.FixtureRequest, browser: Browser, report: Path) -> Iterator[Seen]:
    """The report on a screen, light and dark."""
    with opened(browser, report, request.param) as page:
        yield page


@pytest.fixture(scope="module", params=["light", "dark"])
def resized(request: pytest.FixtureRequest, browser: Browser, report: Path) -> Iterator[Seen]:
    """The same for tests that only resize the window, which don't have to open it anew: that takes most of their time."""
    with opened(browser, report, request.param) as page:
        yield page


@contextmanager
def opened(browser: Browser, report: Path, scheme: Literal["light", "dark"]) -> Iterator[Seen]:
    """Open the report in a context of its own."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": 900, "height": 1200})
    yield Seen(context, report)
    context.close()


def test_it_fetches_nothing_and_complains_of_nothing(seen: Seen, report: Path) -> None:
    """One request, for the file itself; not a word on the console; and no script of anybody's ran."""
    assert seen.requests == [report.as_uri()]
    assert seen.complaints == []
    assert seen.page.title() == "Looking back"
    assert seen.page.get_by_text("example.org/x.png").count() == 1


def test_it_has_no_barriers(seen: Seen) -> None:
    """Axe finds nothing on it, also with all numbers shown."""
    for summary in seen.page.locator("summary").all():
        summary.click()
    found = Axe().run(seen.page)
    assert found.violations_count == 0, found.generate_report()
    assert len(found.response["passes"]) > 20


def test_it_can_be_walked_by_keyboard(seen: Seen) -> None:
    """The first key leads to the content, past the list of places."""
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.textContent") == "Skip to the content"
    seen.page.keyboard.press("Enter")
    assert seen.page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("width", [320, 600, 1600])
def test_it_fits_any_window(resized: Seen, width: int) -> None:
    """Nothing has to be scrolled sideways but a wide table in its own frame."""
    resized.page.set_viewport_size({"width": width, "height": 800})
    assert resized.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 412, 900])
def test_what_is_written_in_a_drawing_is_as_large_as_all_else(resized: Seen, width: int) -> None:
    """Twelve pixels or more on a telephone, and on a wide screen no more than the text around it."""
    resized.page.set_viewport_size({"width": width, "height": 800})
    sizes = resized.page.evaluate(
        "[...document.querySelectorAll('svg')].map(drawn => parseFloat(getComputedStyle(drawn.querySelector('text')).fontSize)"
        " * drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width)"
    )
    assert min(sizes) >= 12
    assert max(sizes) <= 16


def test_light_and_dark(browser: Browser, report: Path) -> None:
    """It follows the system."""
    paper = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        paper.append(Seen(context, report).page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
        context.close()
    light, dark = (sum(int(part) for part in colour[4:-1].split(",")) for colour in paper)
    assert light > 700
    assert dark < 120


def test_it_prints(browser: Browser, report: Path, tmp_path: Path) -> None:
    """As a PDF on A4, dark on white although the screen is dark, without the list of places and the tables."""
    context = browser.new_context(color_scheme="dark")
    seen = Seen(context, report)
    seen.page.emulate_media(media="print")
    assert seen.page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert not seen.page.locator("nav").is_visible()
    assert not seen.page.locator("details").first.is_visible()
    assert seen.page.locator("svg").first.is_visible()
    assert seen.page.get_by_text("Mood, the average of each week:").is_visible()  # nobody can open a table on paper
    boxes = [figure.bounding_box() for figure in seen.page.locator("figure").all()]
    assert len({round(box["x"]) for box in boxes if box is not None}) == 2
    printed = seen.page.pdf(path=tmp_path / "report.pdf", format="A4")
    context.close()
    assert printed.startswith(b"%PDF-")
    assert 5 < printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") + printed.count(b"/Type/Page/") < 60
