"""A close look at bytes that exback did not write: what is refused, what is mended, and what is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from exback.errors import Unreadable
from exback.model.run import Run
from exback.store.decode import decode
from exback.store.migrations import Migrations, migrated
from exback.store.progress import Progress, encode
from exback.store.strict_decode import EDITED, REPLACED, examine

PATH = Path("/somewhere/progress.json")
GOLDEN = Path(__file__).parents[2] / "golden"
RUN = {"id": "a", "step": "urge", "started": "2026-03-02T10:00:00+01:00"}


def _file(**fields: object) -> dict[str, Any]:
    return {"format": "exback-progress", "version": 1, **fields}


def _bytes(**fields: object) -> bytes:
    return json.dumps(_file(**fields)).encode()


@pytest.mark.fault(32)
@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"revision": "seven"}, "$.revision"),
        ({"runs": [RUN, {**RUN, "cursor": 5}]}, "$.runs[1].cursor"),
        ({"runs": [{**RUN, "answers": {"secret": {"deep": 1}}}]}, "$.runs[0].answers[...]"),
        (
            {"runs": [{**RUN, "history": [{"item": "secret", "value": 1, "until": "secret"}]}]},
            "$.runs[0].history[0].until",
        ),
        ({"runs": [{**RUN, "burnt": {"secret": "secret"}}]}, "$.runs[0].burnt[...]"),
        ({"runs": [{**RUN, "started": "2026-03-02T10:00:00"}]}, "$.runs[0].started"),
    ],
)
def test_the_place_of_a_wrong_type_is_named_and_no_word(fields: dict[str, object], place: str) -> None:
    """Somebody who mends the file by hand is told where to look, as a path through the JSON."""
    with pytest.raises(Unreadable) as refused:
        examine(_bytes(**fields), PATH)

    assert f"`{place}`" in str(refused.value)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (_bytes().replace(b"1}", b'1, "x": 1, "x": 2}'), "it has the same key twice"),
        (_bytes().decode().encode("utf-16"), "UTF-16"),
        (_bytes() + _bytes(), "something after its end (line 1)"),
        (_bytes()[:-1], "it stops in the middle (line 1)"),
        (b'{\n"format": "exback-progress",\n"version": "1', "it stops in the middle (line 3)"),
        (
            b"<<<<<<< mine\n" + _bytes() + b"\n=======\n" + _bytes() + b"\n>>>>>>> theirs\n",
            "it has two versions in it, from a merge that was never finished",
        ),
        (_bytes(version=0), "can't read version 0"),
        (_bytes(version=True), "doesn't say which version"),
        (b'{"format": "exback-progress"}', "doesn't say which version"),
        (b"\0" * 99, "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (_bytes(x=1).replace(b"1}", b"NaN}"), "it's damaged"),
        (_bytes(x=1).replace(b'"x": 1', b'"x": -1e400'), "it's damaged"),
    ],
)
def test_each_fault_has_its_own_words(data: bytes, words: str) -> None:
    """What is wrong is said in words that help, not as one word for everything."""
    with pytest.raises(Unreadable) as refused:
        examine(data, PATH)

    assert words in str(refused.value)
    assert refused.value.path == str(PATH)


@pytest.mark.fault(32)
def test_unknown_fields_survive_at_every_level() -> None:
    """What another version has put into the file, a run or an entry of its history is written back as it was."""
    earlier = {"item": "x", "value": 1, "until": "2026-03-02T10:00:00+01:00", "number": 3, "mood": {"of": [None]}}
    odd = {**RUN, "history": [earlier], "colour": ["grey"], "extra": {"x": 1}}
    raw = _file(revision=0, settings={"own": [1.5]}, runs=[odd, {**RUN, "id": "b"}], weather="grey", extra=None)

    again = json.loads(encode(examine(json.dumps(raw).encode(), PATH).progress))

    assert {**again, "check": ""} == {**raw, "check": ""}


def test_a_run_that_stands_there_twice_is_one_with_the_words_of_both() -> None:
    """Somebody who pasted a run by hand, or a program that laid two files into each other, loses no word of either."""
    mine, other = {**RUN, "answers": {"note": "mine"}}, {**RUN, "answers": {"note": "other", "before": 3}}

    first, same = (examine(_bytes(runs=runs), PATH).progress.runs for runs in ([mine, other], [other, mine, mine]))

    assert first == same
    (run,) = first
    assert run.answers["before"] == 3
    assert {run.answers["note"], *(one.value for one in run.history if one.item == "note")} == {"mine", "other"}


def test_half_a_letter_is_mended_wherever_it_stands() -> None:
    """In an answer, in a name and in a field that nobody knows half a pair becomes a sign for it; whole ones stay."""
    data = _bytes(x={"na\\me": 1}, runs=[{**RUN, "answers": {"name": "PAIR HALF"}}])
    data = data.replace(b"HALF", b"\\ud800").replace(b"PAIR", b"\\ud83d\\ude00").replace(b"na\\\\me", b"na\\udc00me")

    found = examine(data, PATH)

    assert found.progress.runs[0].answers == {"name": "\U0001f600 \ufffd"}
    assert found.progress.extra == {"x": {"na\ufffdme": 1}}
    assert REPLACED in found.remarks
    assert decode(encode(found.progress), PATH) == found.progress


def test_two_names_that_half_a_letter_made_one_are_refused() -> None:
    """When mending would make two keys the same, nothing is mended: one of them would be lost."""
    data = (
        _bytes(runs=[{**RUN, "answers": {"A": 1, "B": 2}}]).replace(b'"A"', b'"\\ud800"').replace(b'"B"', b'"\\ud801"')
    )

    with pytest.raises(Unreadable, match="twice"):
        examine(data, PATH)


@pytest.mark.parametrize(("check", "remarks"), [(None, ()), ("00000000", (EDITED,)), (7, (EDITED,))])
def test_a_check_that_does_not_fit_is_said(check: object, remarks: tuple[str, ...]) -> None:
    """A file without a check is fine; one whose check tells of another content was changed since."""
    fields = {} if check is None else {"check": check}

    assert examine(_bytes(**fields), PATH).remarks == remarks


# Older versions


def _named(raw: dict[str, Any]) -> dict[str, Any]:
    """From an invented version 0, in which runs were called walks."""
    rest = {key: value for key, value in raw.items() if key != "walks"}
    return {**rest, "runs": raw["walks"]}


OLD = {"format": "exback-progress", "version": 0, "walks": [RUN], "weather": "grey"}
INVENTED: Migrations = {0: _named}


@pytest.mark.fault(34)
class TestMigration:
    """A file of an older version."""

    def test_an_older_file_is_read_as_one_of_today(self) -> None:
        """What it held is there under today's names, and what nobody knows is kept."""
        found = examine(json.dumps(OLD).encode(), PATH, INVENTED)

        assert found.version == 0
        assert [run.id for run in found.progress.runs] == ["a"]
        assert found.progress.extra == {"weather": "grey"}
        assert found.progress.version == 1

    def test_migrating_changes_nothing_that_it_was_given(self) -> None:
        """The older file is still what it was."""
        before = json.dumps(OLD)

        migrated(OLD, 1, INVENTED)

        assert json.dumps(OLD) == before

    def test_migrating_twice_is_migrating_once(self) -> None:
        """What is of today's version is given as it is."""
        once = migrated(OLD, 1, INVENTED)
        assert once is not None

        assert migrated(once, 1, INVENTED) == once

    def test_several_steps_are_taken_one_after_the_other(self) -> None:
        """From version -1 over 0 to 1: every version knows only the next."""
        steps: Migrations = {-1: lambda raw: {**raw, "walks": raw["ways"]}, 0: _named}

        assert migrated({"version": -1, "ways": [RUN]}, 1, steps) == {"version": 1, "ways": [RUN], "runs": [RUN]}

    def test_where_no_way_leads_there_is_none(self) -> None:
        """A gap between two versions is no reason to guess."""
        assert migrated({"version": -1}, 1, INVENTED) is None

    def test_an_older_file_of_the_wrong_shape_is_refused(self) -> None:
        """A fault in an older file is named like any other."""
        with pytest.raises(Unreadable, match="damaged"):
            examine(b'{"format": "exback-progress", "version": 0}', PATH, INVENTED)


@pytest.mark.fault(34)
@pytest.mark.parametrize("version", [1])
class TestGolden:
    """Files of every released version, as they were written then."""

    def test_it_is_read_as_it_was_meant(self, version: int) -> None:
        """What a version wrote, every later one reads: the same runs, fields and numbers."""
        data = (GOLDEN / f"version-{version}.json").read_bytes()

        progress = decode(data, PATH)

        assert [run.id for run in progress.runs] == ["5b1f0c9a77e2", "c03d9e41ab18", "77aa01fe2b3c"]
        story = progress.runs[1]
        assert story.answers == {"name": "J.", "who-ended": "them", "reasons": None}
        assert [(one.item, one.value, one.number) for one in story.history] == [
            ("name", "Jay", 5),
            ("who-ended", "me", 0),
        ]
        assert set(story.burnt) == {"reasons"}
        assert story.extra == {"colour": "grey"}
        assert progress.settings == {"plain": True}
        assert progress.extra == {"weather": ["grey"]}
        assert isinstance(progress.runs[2], Run)
        assert progress.runs[2].drafts == {"letter": "Dear \u201cJ.\u201d \U0001f642"}

    def test_it_is_written_back_as_it_was(self, version: int) -> None:
        """The newest version is written as it was found, to the byte; an older one would be migrated first."""
        data = (GOLDEN / f"version-{version}.json").read_bytes()

        assert encode(decode(data, PATH)) == data


def test_there_is_a_golden_file_of_every_version() -> None:
    """Whoever raises the version adds a file."""
    assert sorted(path.name for path in GOLDEN.glob("version-*.json")) == [
        f"version-{number}.json" for number in range(1, Progress().version + 1)
    ]
