"""Make docs/report-light.png and -dark.png: the top of the HTML report of ten made-up weeks, as Chromium shows it.

Run by `make picture`. The day and the person never change.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright
from support.person import ZONE

from exback.engine.simulation import live
from exback.export.formats import FORMATS
from exback.export.options import Options
from exback.loader import load, made_up_life
from exback.store import Progress

NOW = datetime(2026, 5, 14, 20, tzinfo=ZONE)
DOCS = Path(__file__).parents[1] / "docs"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTH, HEIGHT = 760, 1200


def main() -> None:
    """Write the report, and take a picture of it in each colour scheme."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("the pictures of the report are left as they are: there is no Chromium on this machine")
        return
    program = load()
    runs = live(program, made_up_life(), NOW)
    text = FORMATS["html"].render(program, program.journey(runs, NOW), Progress(runs=list(runs)), Options())
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "report.html"
        page.write_text(text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for scheme in SCHEMES:
            shown = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=scheme)
            shown.goto(page.as_uri())
            shown.screenshot(path=DOCS / f"report-{scheme}.png")
        browser.close()


if __name__ == "__main__":
    main()
