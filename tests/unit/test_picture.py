"""The pictures in docs/ are made from the pages that the snapshots show, and always the same."""

from __future__ import annotations

import pytest
from picture import DOCS, PICTURES, picture
from support.gallery import Gallery


@pytest.fixture(scope="module")
def galleries(tmp_path_factory: pytest.TempPathFactory) -> tuple[Gallery, Gallery]:
    """The pages of the same person, made twice."""
    return Gallery(tmp_path_factory.mktemp("one")), Gallery(tmp_path_factory.mktemp("two"))


@pytest.mark.parametrize("name", list(PICTURES))
def test_the_same_pages_give_the_same_bytes(galleries: tuple[Gallery, Gallery], name: str) -> None:
    """Whoever makes them again on another day changes nothing that did not change."""
    one, two = galleries
    assert picture(name, one) == picture(name, two)


def test_every_picture_is_there() -> None:
    """`make picture` makes those that docs/ holds, and no other lies there."""
    assert {path.stem for path in DOCS.glob("*.svg")} == set(PICTURES)
