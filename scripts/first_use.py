"""Make docs/first-use.svg: what someone new sees who wants to write to them, one page after the other.

A real exback runs in a real terminal, and someone presses these keys in it. Run by `make picture`. The day never changes and
the breath stands still, so that the same pages give the same bytes.

The pages turn by CSS alone, which works wherever a browser shows an SVG. Where people want nothing to move, and where CSS isn't
read, the first page stays.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from picture import COLUMNS, DOCS, as_svg, dim_text
from support.person import ZONE
from support.teletype import DOWN, ENTER, SPACE, Teletype, child, environment

NAME = "first-use"
NOW = datetime(2026, 3, 2, 22, tzinfo=ZONE)
INTO_A_BREATH = 2.5
"""Seconds after its beginning at which the breath stands still."""
ROWS = 20
SECONDS = 4
"""How long each page stays: long enough to read it."""

PAGES: tuple[tuple[tuple[str, str], ...], ...] = (
    (("", "Ctrl-C to leave"),),
    ((ENTER, "Enter to go on"), ("8", "› 8")),
    ((ENTER, "to move · Enter to choose"), (DOWN, "› A night alone")),
    ((ENTER, "any key stops the timer · Shift-Tab back · F1 or Ctrl-G why Ctrl-C"),),
    ((SPACE, "to move · Enter to choose"), (DOWN + DOWN, "› Go on now")),
    (
        (ENTER, "Enter to go on"),
        ("4" + ENTER, "y or n"),
        ("n" + ENTER, "Enter to go on · Shift-Tab back · F1 or Ctrl-G why Ctrl-C"),
    ),
)
"""For each page, the keys on the way to it, and after each what is drawn last: pages are drawn from top to bottom."""

PAGE = '<g class="page" style="animation-delay: {delay}s">{page}</g>\n'
SVG = """<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">
<style>
.page {{ visibility: hidden; }}
.page:first-of-type {{ visibility: visible; }}
@media (prefers-reduced-motion: no-preference) {{ .page {{ animation: turn {whole}s step-end infinite; }} }}
@keyframes turn {{ 0% {{ visibility: visible; }} {share:.3f}% {{ visibility: hidden; }} }}
</style>
{pages}</svg>
"""


def main() -> None:
    """Make the picture."""
    (DOCS / f"{NAME}.svg").write_text(first_use(), encoding="utf-8")


def first_use() -> str:
    """Return the picture as SVG, with each page as a picture of its own in it."""
    pages = [*pages_seen()]
    size = re.search(r'viewBox="[^"]+"', pages[0])
    assert size is not None
    turned = "".join(PAGE.format(delay=number * SECONDS, page=page) for number, page in enumerate(pages))
    return SVG.format(size=size[0], whole=SECONDS * len(pages), share=100 / len(pages), pages=turned)


def pages_seen() -> Iterator[str]:
    """Yield each page as SVG, once someone has pressed the keys on the way to it."""
    with tempfile.TemporaryDirectory() as folder, dim_text():
        home = Path(folder) / "home"
        command = child(home, [{"now": NOW.isoformat(), "words": [], "timer": INTO_A_BREATH}])
        with Teletype(command, environment(home), COLUMNS, ROWS) as teletype:
            for number, page in enumerate(PAGES):
                for keys, drawn_last in page:
                    teletype.press(keys)
                    teletype.see(drawn_last)
                yield as_svg(teletype.glass, ROWS, f"{NAME}-{number}")


if __name__ == "__main__":
    main()
