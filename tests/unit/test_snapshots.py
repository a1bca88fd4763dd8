"""Every kind of page looks and sounds as the snapshots say. To write them anew: make snapshots (see scripts/snapshot.py)."""

from __future__ import annotations

import pytest
from snapshot import FOLDER, IN_ASCII, NAMES, WIDTHS, snapshot
from support.drawing import ASCII, drawn, lines_of
from support.gallery import KINDS, Gallery


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Gallery:
    """The pages of one person, on one day."""
    return Gallery(tmp_path_factory.mktemp("gallery"))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_as_it_was_seen_in_review(gallery: Gallery, name: str) -> None:
    """At three widths and in plain lines; if the change is meant, `make snapshots` and look at the difference."""
    assert snapshot(name, gallery) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_no_snapshot_is_of_a_page_that_is_no_more() -> None:
    """What lies there is what is compared."""
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("name", list(KINDS))
def test_a_page_fills_its_window_and_keeps_its_keys_at_the_foot(gallery: Gallery, name: str, columns: int) -> None:
    """A snapshot that was taken before the page stood would be an empty one."""
    shown = KINDS[name](gallery)
    lines = lines_of(drawn(shown, gallery.today, columns, shown.rows))
    assert lines[0].strip().startswith(shown.view.title.split(" · ")[0])
    assert any(line == "─" * columns for line in lines[-6:])
    assert "F1" in "".join(lines[-5:])


@pytest.mark.parametrize("name", IN_ASCII)
@pytest.mark.fault(53)
def test_a_page_for_ascii_is_all_ascii(gallery: Gallery, name: str) -> None:
    """Under LANG=C no sign is drawn that such a terminal has not."""
    lines = lines_of(drawn(KINDS[name](gallery), gallery.today, 80, 24, ASCII))
    assert "\n".join(lines).isascii()
