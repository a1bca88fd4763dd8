"""The pictures in docs/ show what exback shows today, and are always the same."""

from __future__ import annotations

import pytest
from first_use import NAME, first_use
from picture import DOCS, PICTURES, picture
from support.gallery import Gallery


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Gallery:
    """The pages of the same person as always."""
    return Gallery(tmp_path_factory.mktemp("pictures"))


@pytest.mark.parametrize("name", list(PICTURES))
def test_pictures_are_up_to_date(gallery: Gallery, name: str) -> None:
    """Whoever makes them again on another day changes nothing. After a page was meant to change: make picture."""
    assert picture(name, gallery) == (DOCS / f"{name}.svg").read_text(encoding="utf-8")


def test_the_first_use_is_up_to_date() -> None:
    """Made from a real run in a terminal, in the same way."""
    assert first_use() == (DOCS / f"{NAME}.svg").read_text(encoding="utf-8")


def test_every_picture_is_there() -> None:
    """`make picture` makes those that docs/ holds, and no other lies there."""
    assert {path.stem for path in DOCS.glob("*.svg")} == {*PICTURES, NAME}
