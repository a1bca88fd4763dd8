"""Write tests/snapshots/: every page of support/pages.py as text, in several windows, in plain lines, some in ASCII.

Run by `make snapshots` after a page was meant to change. A test compares what is drawn with these files, so that the diff
shows reviewers what people will see, and no page changes unnoticed.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from support.gallery import Gallery
from support.pages import PAGES, Page

FOLDER = Path(__file__).parents[1] / "tests" / "snapshots"


def snapshot(page: Page, gallery: Gallery) -> str:
    """Return a page in all its forms, each under a line that says which."""
    return "\n".join(
        line for form in page.forms(gallery) for line in (f"{form.title} ".ljust(form.columns, "="), *form.lines, "")
    )


def main() -> None:
    """Write all snapshots, and remove those of pages that no longer exist."""
    for stale in FOLDER.glob("*.txt"):
        stale.unlink()
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        gallery = Gallery(Path(folder))
        for name, page in PAGES.items():
            (FOLDER / f"{name}.txt").write_text(snapshot(page, gallery), encoding="utf-8")


if __name__ == "__main__":
    main()
