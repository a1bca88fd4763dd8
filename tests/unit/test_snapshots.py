"""Every page looks and sounds as its snapshot says. To write them anew: make snapshots (see scripts/snapshot.py)."""

from __future__ import annotations

import pytest
from snapshot import FOLDER, snapshot
from support.gallery import Gallery
from support.pages import ASKED, PAGES, WIDE


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Gallery:
    """The pages of a few people, each on one day."""
    return Gallery(tmp_path_factory.mktemp("gallery"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_it_was_seen_in_review(gallery: Gallery, name: str) -> None:
    """In every form; if the change is meant, run `make snapshots` and read the difference."""
    assert snapshot(PAGES[name], gallery) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_there_is_a_snapshot_of_each_page_and_no_other() -> None:
    """A page that was added or removed, and a file that no one compares, are both noticed."""
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(f"{name}.txt" for name in PAGES)


@pytest.mark.parametrize("columns", WIDE)
@pytest.mark.parametrize("name", ASKED)
def test_a_page_fills_its_window_and_keeps_its_keys_at_the_foot(gallery: Gallery, name: str, columns: int) -> None:
    """A snapshot that was taken before the page was drawn would be an empty one."""
    lines = ASKED[name].lines(gallery, columns)
    assert lines[0].strip().startswith(ASKED[name].shown(gallery).view.title.split(" · ")[0])
    assert any(line == "─" * columns for line in lines[-6:])
    assert "F1" in "".join(lines[-5:])


@pytest.mark.parametrize("name", [name for name, page in ASKED.items() if page.in_ascii])
@pytest.mark.fault(53)
def test_a_page_for_ascii_is_all_ascii(gallery: Gallery, name: str) -> None:
    """Under LANG=C no sign is drawn that such a terminal doesn't have."""
    (form,) = (form for form in ASKED[name].forms(gallery) if "ASCII" in form.title)
    assert "\n".join(form.lines).isascii()
