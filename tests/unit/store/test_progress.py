from __future__ import annotations

import json
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from exback.errors import StoreError, TooNew, Unreadable
from exback.model.dates import day_of
from exback.model.run import Earlier, Run
from exback.store.decode import decode
from exback.store.progress import Progress, encode

DOCUMENT = Path(__file__).parents[3] / "docs" / "progress-file.md"
SECRET = "quittenbaum"
PATH = Path("/somewhere/progress.json")

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ZONES = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(timezones=ZONES)
VALUES = st.none() | st.booleans() | st.integers() | TEXT | st.lists(TEXT, max_size=3)
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)


def unknown_to(kind: type[Struct]) -> st.SearchStrategy[dict[str, Any]]:
    """Return fields that a kind of value doesn't know. `check` is the file's own, though no value has it."""
    names = TEXT.filter(lambda name: name not in (*kind.__struct_fields__, "check"))
    return st.dictionaries(names, JSON, max_size=3)


RUNS = st.builds(
    Run,
    id=TEXT,
    step=TEXT,
    step_version=st.integers(),
    started=MOMENTS,
    start_number=st.integers(),
    finished=st.none() | MOMENTS,
    finish_number=st.integers(),
    answers=st.dictionaries(TEXT, VALUES, max_size=3),
    cursor=TEXT,
    reviewed=st.booleans(),
    drafts=st.dictionaries(TEXT, TEXT | st.lists(TEXT, max_size=3), max_size=3),
    hidden=st.dictionaries(TEXT, VALUES, max_size=3),
    history=st.lists(st.builds(Earlier, item=TEXT, value=VALUES, until=MOMENTS, number=st.integers()), max_size=3),
    orphans=st.dictionaries(TEXT, JSON, max_size=3),
    extra=unknown_to(Run),
)
SETS_OF_RUNS = st.lists(RUNS, unique_by=lambda run: run.id, max_size=5)
PROGRESS = st.builds(
    Progress,
    format=st.just("exback-progress"),
    version=st.just(1),
    revision=st.integers(),
    settings=st.dictionaries(TEXT, JSON, max_size=3),
    runs=SETS_OF_RUNS,
    extra=unknown_to(Progress),
)


@given(PROGRESS)
def test_what_is_written_is_read_back(progress: Progress) -> None:
    """Any progress, in any script, is read back as it was written, moment by moment with its offset."""
    data = encode(progress)

    again = decode(data, PATH)

    assert again == progress
    assert encode(again) == data
    assert [run.started.utcoffset() for run in again.runs] == [run.started.utcoffset() for run in progress.runs]


@given(PROGRESS)
def test_the_file_is_plain_json(progress: Progress) -> None:
    """Any program can read the file: it is JSON in UTF-8, one field to a line, with a newline at its end."""
    data = encode(progress)

    assert [run["id"] for run in json.loads(data.decode())["runs"]] == [run.id for run in progress.runs]
    assert data.startswith(b'{\n  "format": "exback-progress",\n  "version": 1,\n  "revision": ')
    assert data.endswith(b"}\n")


def _file(**fields: object) -> bytes:
    return json.dumps({"format": "exback-progress", "version": 1, **fields}).encode()


def _run(**fields: object) -> dict[str, object]:
    return {"id": "a", "step": "urge", "started": "2026-03-02T10:00:00+01:00", **fields}


def test_a_byte_order_mark_is_no_fault() -> None:
    """A file that an editor has put a byte order mark before is read like any other."""
    assert decode(b"\xef\xbb\xbf" + encode(Progress(revision=3)), PATH) == Progress(revision=3)


def test_a_day_is_told_by_the_clock_that_wrote_the_moment() -> None:
    """A moment read back belongs to the day it was written on, wherever it is read: a day begins at 04:00."""
    run = decode(_file(runs=[_run(finished="2026-03-03T03:59:59+13:00")]), PATH).runs[0]

    assert run.finished is not None
    assert day_of(run.finished) == datetime(2026, 3, 2).date()  # noqa: DTZ001  # a date has no zone


def test_unknown_fields_are_kept_apart_from_ours() -> None:
    """Fields that this version does not know are kept with the value they came with, and written back."""
    data = _file(weather="grey", runs=[_run(colour=[1, None])])

    progress = decode(data, PATH)

    assert progress.extra == {"weather": "grey"}
    assert progress.runs[0].extra == {"colour": [1, None]}
    again = json.loads(encode(progress))
    assert {**again, "check": ""} == {**json.loads(data), "revision": 0, "settings": {}, "check": ""}


@pytest.mark.parametrize("value", [{"x": 1}, None, "grey", [1, {}]])
@pytest.mark.parametrize("place", ["the file", "a run"])
def test_an_unknown_field_may_have_any_name(place: str, value: object) -> None:
    """An unknown field that is called as we call such fields inside is written back like any other."""
    data = _file(extra=value) if place == "the file" else _file(runs=[_run(extra=value)])

    after = json.loads(encode(decode(data, PATH)))

    assert (after if place == "the file" else after["runs"][0])["extra"] == value


@pytest.mark.parametrize("version", [2, 99, 10**30])
def test_a_newer_version_is_left_alone(version: int) -> None:
    """A file of a newer exback is not guessed at, whatever else is in it."""
    with pytest.raises(TooNew) as refused:
        decode(_file(version=version, runs={SECRET: SECRET}), PATH)

    _assert_tells(refused.value)


BAD = {
    "no number": _file(x=1).replace(b'"x": 1', b'"x": NaN'),
    "a number without end": _file(x=1).replace(b'"x": 1', b'"x": -1e999'),
    "a fraction for a count": _file(revision=1.5),
    "a very deep list": _file(x=1).replace(b'"x": 1', b'"x": ' + b"[" * 100_000),
    "half a letter": _file(x=SECRET).replace(SECRET.encode(), SECRET.encode() + b"\xf0\x9f"),
    "no object": json.dumps([SECRET]).encode(),
    "another format": json.dumps({"format": SECRET, "version": 1}).encode(),
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD.keys())
def test_what_is_no_progress_file_is_refused(data: bytes) -> None:
    """Bytes that can't be told apart, counted or written back are refused, without a word from them."""
    with pytest.raises(Unreadable) as refused:
        decode(data, PATH)

    _assert_tells(refused.value)


@pytest.mark.parametrize("cut", ["", ",", '"', "{", "9"])
def test_the_line_of_a_fault_is_named(cut: str) -> None:
    """Somebody who wants to mend a file by hand is told in which line it is broken."""
    data = f'{{\n  "format": "exback-progress",\n  "version": 1 "revision" {cut}\n}}\n'.encode()

    with pytest.raises(Unreadable, match=r"line 3\)\.$"):
        decode(data, PATH)


def _assert_tells(error: StoreError) -> None:
    assert re.fullmatch(r"[A-Za-z][^\n]*\.", str(error))
    assert SECRET not in str(error) + error.hint
    assert error.path == str(PATH)
    assert error.hint


class TestDocument:
    """docs/progress-file.md, which promises what is tested here."""

    @pytest.mark.parametrize("kind", [Progress, Run, Earlier])
    def test_it_names_every_field(self, kind: type[Struct]) -> None:
        """Every field of the file, of a run and of its history is told of."""
        named = set(re.findall(r"`([a-z_]+)`", DOCUMENT.read_text(encoding="utf-8")))

        assert set(kind.__struct_fields__) - named == set()

    def test_its_tables_name_no_field_that_is_not_there(self) -> None:
        """No field is told of that the file does not have."""
        rows = re.findall(r"^\| `([a-z_]+)` \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)

        assert set(rows) == {*Progress.__struct_fields__, *Run.__struct_fields__, "check"} - {"extra"}

    def test_its_example_is_a_file_as_exback_writes_it(self) -> None:
        """The example is read, and written back to the byte."""
        example = re.findall(r"```json\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)

        assert len(example) == 1
        progress = decode(example[0].encode(), PATH)
        assert progress.runs
        assert progress.extra == {}
        assert [run.extra for run in progress.runs] == [{}] * len(progress.runs)
        assert encode(progress).decode() == example[0]
