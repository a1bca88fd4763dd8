"""Laying out a progress that is saved again and again: the same bytes as anew, and proven every time."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from msgspec import structs
from unit.store.test_progress import PROGRESS, SETS_OF_RUNS

from exback.model.run import Earlier, Run, changed
from exback.store.decode import decode
from exback.store.encoder import Encoder
from exback.store.progress import Progress, encode

RUN = Run(id="a", step="urge", started=datetime(2026, 3, 2, tzinfo=UTC), answers={"note": "mine"})


@given(PROGRESS, SETS_OF_RUNS)
def test_the_bytes_are_those_that_are_made_anew(progress: Progress, more: list[Run]) -> None:
    """Whatever is in it, and whatever is added later, the file is to the byte what it would be without any memory."""
    lasting = Encoder()

    assert lasting.proven(progress) == encode(progress)
    new = [run for run in more if all(run.id != one.id for one in progress.runs)]
    grown = structs.replace(progress, revision=progress.revision + 1, runs=[*new, *progress.runs])
    assert lasting.proven(grown) == encode(grown)
    assert decode(lasting.proven(grown), Path("x")) == grown


def test_words_that_look_like_the_file_are_only_words() -> None:
    """Somebody who writes JSON into an answer, or into a setting, changes nothing in how the file is laid out."""
    tricky = '\n  "runs": []\n"extra":{"x":1},"check":"00000000"'
    progress = Progress(
        settings={"runs": [], "note": tricky},
        runs=[
            changed(RUN, answers={"note": tricky, tricky: tricky}, history=[Earlier("note", tricky, RUN.started, 3)])
        ],
    )

    assert Encoder().proven(progress) == encode(progress)
    assert decode(encode(progress), Path("x")) == progress


@pytest.mark.parametrize(
    "wrong", [{"answers": {"note": 1.5}}, {"drafts": {"note": 5}}, {"step": None}, {"cursor": ["x"]}]
)
def test_what_could_not_be_read_again_is_refused(wrong: dict[str, object]) -> None:
    """A run of a shape that no later start would take is never written."""
    with pytest.raises((ValueError, TypeError)):
        Encoder().proven(Progress(runs=[changed(RUN, **wrong)]))


def test_bytes_that_are_not_what_was_meant_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """When what was laid out does not say what it should, it is not written, be it in a run or around them."""
    real = msgspec.json.format

    def wrong(data: bytes, *, indent: int) -> bytes:
        return real(data, indent=indent).replace(b"mine", b"ours").replace(b"plain", b"plane")

    monkeypatch.setattr(msgspec.json, "format", wrong)

    with pytest.raises(ValueError, match="read back"):
        Encoder().proven(Progress(runs=[RUN]))
    with pytest.raises(ValueError, match="read back"):
        Encoder().proven(Progress(settings={"plain": True}))


def test_bytes_that_changed_in_memory_are_refused() -> None:
    """A run whose bytes are no longer those that were proven does not reach the disk."""
    lasting = Encoder()
    progress = Progress(runs=[RUN, changed(RUN, id="b")])
    lasting.proven(progress)
    part = lasting._parts[id(RUN)]
    lasting._parts[id(RUN)] = structs.replace(part, indented=part.indented.replace(b"mine", b'mi"ne'))

    with pytest.raises(msgspec.DecodeError):
        lasting.proven(progress)
