"""A progress file that can't be read leads to one plain sentence with the path and a next step, and stays as it was."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from support.trouble import (
    EXBACK,
    SECRET,
    Ended,
    assert_no_traceback,
    assert_one_plain_sentence,
    exback,
    kept,
    others,
    small_file,
    small_progress,
    story,
    whole_story,
    without_rights,
)

from exback import cli, loader
from exback.errors import Unreadable
from exback.model.program import Program
from exback.model.run import changed
from exback.store import Store
from exback.store.progress import encode

WHOLE = encode(small_progress())
RUN = {"id": "a1", "step": "your-story", "started": "2026-03-02T10:00:00+01:00"}


def _file(**fields: object) -> bytes:
    return json.dumps({"format": "exback-progress", "version": 1, "note": SECRET, **fields}).encode()


def _with_run(**fields: object) -> bytes:
    return _file(runs=[{**RUN, "answers": {"name": SECRET}, **fields}])


BAD = {
    "not JSON": f"Dear diary, {SECRET}".encode(),
    "half of it": WHOLE[: len(WHOLE) // 2],
    "all but the last brace": WHOLE.rstrip()[:-1],
    "one byte": b"{",
    "empty": b"",
    "blank": b" \n\n",
    "a byte order mark alone": b"\xef\xbb\xbf",
    "all NUL": b"\0" * len(WHOLE),
    "NULs behind": WHOLE + b"\0" * 512,
    "NULs within": WHOLE.replace(b"said", b"\0\0\0\0"),
    "UTF-16": WHOLE.decode().encode("utf-16"),
    "not UTF-8": WHOLE.replace(SECRET.encode(), SECRET.encode() + b"\xff"),
    "two files in one": WHOLE + WHOLE,
    "a merge that was left open": b"<<<<<<< mine\n" + WHOLE + b"=======\n" + WHOLE + b">>>>>>> theirs\n",
    "a merge that was left open inside": WHOLE.replace(
        b'"cursor": "reasons"', b'\n<<<<<<< mine\n"cursor": "reasons"\n=======\n"cursor": "wish"\n>>>>>>> theirs\n'
    ),
    "UTF-16 without its mark": WHOLE.decode().encode("utf-16-le"),
    "UTF-16 the other way round": WHOLE.decode().encode("utf-16-be"),
    "a key twice in the file": WHOLE.replace(b'"settings": {}', b'"settings": {}, "settings": {}'),
    "runs twice": WHOLE.replace(b'"settings": {}', b'"runs": []'),
    "a key twice in a run": WHOLE.replace(b'"cursor"', b'"cursor": "name", "cursor"'),
    "an answer twice": WHOLE.replace(b'"wish"', b'"wish": "Not me", "wish"'),
    "nested 2,000 deep": b'{"format": "exback-progress", "version": 1, "deep": ' + b"[" * 2000 + b"]" * 2000 + b"}",
    "nested very deeply": b'{"format": "exback-progress", "deep": ' + b"[" * 5000 + b"]" * 5000 + b"}",
    "1e400": WHOLE.replace(b": 7", b": 1e400"),
    "an unknown field without end": WHOLE.replace(b'"settings"', b'"weight": -1e400, "settings"'),
    "an unknown field that is no number": WHOLE.replace(b'"settings"', b'"weight": NaN, "settings"'),
    "a version of true": _file(version=True),
    "an older version that never was": _file(version=0),
    "not a number": WHOLE.replace(b": 7", b": NaN"),
    "a number without end": WHOLE.replace(b": 7", b": 1e999"),
    "a number of 5,000 digits": WHOLE.replace(b": 7", b": " + b"7" * 5000),
    "a newer version": _file(version=2),
    "a newer version of another shape": _file(version=3, runs={SECRET: 1}),
    "a version in words": _file(version="1"),
    "another program's file": json.dumps({"format": "somebody-else", "name": SECRET}).encode(),
    "no format": json.dumps({"version": 1, "name": SECRET}).encode(),
    "a list": json.dumps([SECRET]).encode(),
    "a text": json.dumps(SECRET).encode(),
    "runs are no list": _file(runs={SECRET: SECRET}),
    "runs are null": _file(runs=None),
    "a run is a text": _file(runs=[SECRET]),
    "a run without an id": _file(runs=[{"step": SECRET, "started": RUN["started"]}]),
    "a run without a beginning": _file(runs=[{"id": "a1", "step": SECRET}]),
    "answers are a list": _with_run(answers=[SECRET]),
    "an answer is an object": _with_run(answers={SECRET: {SECRET: 1}}),
    "an answer is a fraction": _with_run(answers={SECRET: 1.5}),
    "a moment is words": _with_run(started=SECRET),
    "a moment is a number": _with_run(finished=1772442000),
    "a step is a number": _with_run(step=5),
    "a cursor is null": _with_run(cursor=None),
    "a draft is a number": _with_run(drafts={SECRET: 5}),
    "history is an object": _with_run(history={SECRET: 1}),
    "history has no moment": _with_run(history=[{"item": SECRET, "value": SECRET}]),
    "settings are a list": _file(settings=[SECRET]),
    "the revision is a text": _file(revision=SECRET),
}
NUMBERS = {
    "empty": 20,
    "blank": 20,
    "half of it": 21,
    "UTF-16": 23,
    "UTF-16 without its mark": 23,
    "UTF-16 the other way round": 23,
    "all NUL": 24,
    "NULs behind": 24,
    "a key twice in the file": 25,
    "runs twice": 25,
    "a key twice in a run": 25,
    "an answer twice": 25,
    "not a number": 26,
    "1e400": 26,
    "an unknown field without end": 26,
    "an unknown field that is no number": 26,
    "a number of 5,000 digits": 27,
    "nested 2,000 deep": 28,
    "two files in one": 31,
    "a merge that was left open": 31,
    "a merge that was left open inside": 31,
    "a list": 31,
    "a step is a number": 32,
    "runs are null": 32,
    "a newer version": 33,
}
"""What FAULTS.md calls them."""


def _bad() -> Iterator[ParameterSet]:
    for name, data in BAD.items():
        yield pytest.param(data, id=name, marks=[pytest.mark.fault(NUMBERS[name])] if name in NUMBERS else [])


def test_each_number_is_of_a_file() -> None:
    """A file that was renamed or left out would take its number off the list of what is tested."""
    assert NUMBERS.keys() <= BAD.keys()


COMMANDS = {"status": ("status",), "a walk": ("--plain", "step", "the-whole-story")}


@pytest.fixture
def progress_file(home: Path) -> Path:
    """The path of a progress file in a folder that exists."""
    home.mkdir(mode=0o700)
    return home / "progress.json"


@pytest.mark.parametrize("data", list(_bad()))
def test_bytes_that_are_no_progress_file_are_named_and_left_alone(data: bytes, progress_file: Path) -> None:
    """Whatever the bytes are, the person reads one plain sentence that quotes none of them, and they stay."""
    progress_file.write_bytes(data)
    assert_refused(exback(progress_file.parent, *COMMANDS["status"]), data, progress_file)


@pytest.mark.parametrize("data", list(_bad()))
def test_so_they_are_where_someone_wants_to_write(
    data: bytes,
    progress_file: Path,
    program: Program,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In this process, with steps that are loaded: to load them each time takes longer than anything else."""
    progress_file.write_bytes(data)
    monkeypatch.setenv("EXBACK_HOME", str(progress_file.parent))
    monkeypatch.setattr(loader, "load", lambda: program)
    monkeypatch.setattr("sys.stdin", io.StringIO("\nJ.\n1\n"))
    code = cli.run(list(COMMANDS["a walk"]))
    assert_refused(Ended(code, *capsys.readouterr()), data, progress_file)


def assert_refused(ended: Ended, data: bytes, progress_file: Path) -> None:
    """Check that bytes were named, and are all that there is."""
    assert_one_plain_sentence(ended, progress_file)
    assert ended.out.strip() == ""
    assert progress_file.read_bytes() == data
    assert others(progress_file) == []


@pytest.mark.fault(21)
def test_a_file_cut_at_any_byte_is_never_taken_for_whole(progress_file: Path) -> None:
    """A file cut off at any byte is refused without quoting it, and isn't saved over."""
    for length in range(len(WHOLE.rstrip())):
        progress_file.write_bytes(WHOLE[:length])
        store = Store(progress_file.parent)
        with pytest.raises(Unreadable, match=r"^[A-Za-z].*\.$") as refused:
            store.load()
        assert refused.value.path == str(progress_file)
        assert refused.value.hint
        assert SECRET not in str(refused.value) + refused.value.hint
        with pytest.raises(Unreadable):
            store.put(small_progress().runs[0])
        assert progress_file.read_bytes() == WHOLE[:length]


def test_a_cut_file_is_named_on_the_command_line(
    progress_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command line says the same about a cut file: one sentence, the path, a next step."""
    monkeypatch.setenv("EXBACK_HOME", str(progress_file.parent))
    for length in range(0, len(WHOLE.rstrip()), 12):
        progress_file.write_bytes(WHOLE[:length])
        code = cli.run(["status"])
        said = capsys.readouterr()
        assert_one_plain_sentence(Ended(code, said.out, said.err), progress_file)
        assert said.out == ""


def test_the_same_file_uncut_is_read(progress_file: Path) -> None:
    """The file that the bad ones were made from is a good one."""
    progress_file.write_bytes(WHOLE)

    assert exback(progress_file.parent, "status").code == 0
    assert Store(progress_file.parent).load() == small_progress()


@pytest.mark.fault(22)
def test_a_byte_order_mark_is_no_fault(progress_file: Path) -> None:
    """A file with a byte order mark from an editor is read and saved."""
    progress_file.write_bytes(b"\xef\xbb\xbf" + WHOLE)

    assert exback(progress_file.parent, "status").code == 0
    assert whole_story(progress_file.parent, ".").code == 0
    assert kept(progress_file.parent).runs[0].answers["reasons"] == f"The {SECRET} said"


@pytest.mark.fault(29)
def test_a_file_beyond_all_measure_is_refused_unread(progress_file: Path) -> None:
    """A file of 200 MB is refused because of its size, before any of it is read."""
    with progress_file.open("wb") as file:
        file.truncate(200_000_000)

    ended = exback(progress_file.parent, "status")

    assert_one_plain_sentence(ended, progress_file)
    assert "200 MB" in ended.err
    assert progress_file.stat().st_size == 200_000_000


@pytest.mark.fault(20)
@pytest.mark.fault(21)
@pytest.mark.parametrize("data", [b"", WHOLE[: len(WHOLE) // 2], b"\0" * 4096, WHOLE + b"\0" * 512])
@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS.keys())
def test_the_copy_that_is_whole_is_named_and_comes_back(
    words: tuple[str, ...], data: bytes, progress_file: Path
) -> None:
    """If an older copy can be read, the next step names it with its date, and restores it."""
    store = Store(progress_file.parent)
    for note in ("before", "after"):
        store.put(changed(small_progress().runs[0], answers={"note": note}))
    previous = progress_file.parent / "backups" / "progress-previous.json"
    good = previous.read_bytes()
    progress_file.write_bytes(data)

    ended = exback(progress_file.parent, *words, typed="\nJ.\n1\n")

    assert_one_plain_sentence(ended, progress_file)
    assert re.search(r"To bring back a copy from today at \d\d:\d\d: exback restore", ended.err)
    assert progress_file.read_bytes() == data
    assert exback(progress_file.parent, "restore", "--latest").code == 0
    assert progress_file.read_bytes() == good
    assert [place.read_bytes() for place in progress_file.parent.glob("progress.json.corrupt-*")] == [data]


@pytest.mark.fault(27)
def test_a_number_of_thirty_digits_is_kept_to_the_last(progress_file: Path) -> None:
    """A whole number longer than 64 bits is neither rounded nor refused."""
    number = int("123456789" * 3 + "123")
    run = {**RUN, "answers": {"mood": number}, "weight": number}
    progress_file.write_bytes(_file(runs=[run], weight=number))

    Store(progress_file.parent).put(changed(small_progress().runs[0], id="b"))

    raw = json.loads(progress_file.read_bytes())
    assert (raw["weight"], raw["runs"][0]) == (number, run)


@pytest.mark.fault(33)
@pytest.mark.parametrize(
    "words", [("restore", "--latest"), ("--plain", "reset"), ("merge", "other.json"), ("--plain", "checkin")]
)
def test_a_file_of_a_newer_exback_is_not_touched_by_any_command(words: tuple[str, ...], progress_file: Path) -> None:
    """A file of a newer version is neither written nor moved, and the sentence says to update."""
    Store(progress_file.parent).put(small_progress().runs[0])
    Store(progress_file.parent).put(small_progress().runs[0])
    newer = _file(version=2, runs=[{"id": "a", "of": "another shape"}])
    progress_file.write_bytes(newer)
    other = progress_file.with_name("other.json")
    other.write_bytes(WHOLE)

    ended = exback(
        progress_file.parent, *(str(other) if word == other.name else word for word in words), typed="2\n6\n"
    )

    assert_one_plain_sentence(ended, progress_file)
    assert "newer version of exback" in ended.err
    assert "Update exback" in ended.err
    assert progress_file.read_bytes() == newer


@pytest.mark.fault(35)
@pytest.mark.parametrize("command", ["status", "step"])
def test_a_step_that_is_no_more_is_kept_and_hurts_nobody(command: str, progress_file: Path) -> None:
    """Runs of steps and answers to questions that no longer exist stay in the file."""
    gone = {**RUN, "id": "gone", "step": "a-step-of-old", "finished": RUN["started"], "answers": {"x": SECRET}}
    odd = {**RUN, "id": "odd", "answers": {"name": "J.", "a-question-of-old": SECRET}}
    progress_file.write_bytes(_file(runs=[gone, odd]))

    assert exback(progress_file.parent, "--plain", command).code == 0
    assert story(progress_file.parent, "1").code == 0
    raw = json.loads(progress_file.read_bytes())
    assert raw["runs"][0] == gone
    assert SECRET in str(raw["runs"][1])


@pytest.mark.fault(30)
@pytest.mark.parametrize("half", [b"\\ud800", b"\\udc00", b"\\ud83d \\ude00"])
def test_half_a_letter_is_mended_and_said(half: bytes, progress_file: Path) -> None:
    """Part of a text, which can be read but never saved, is replaced by a sign, and the next save works."""
    progress_file.write_bytes(WHOLE.replace(SECRET.encode(), SECRET.encode() + half))

    ended = whole_story(progress_file.parent, ".")

    assert ended.code == 0
    assert "Part of a text" in ended.err
    assert str(kept(progress_file.parent).runs[0].answers["reasons"]).startswith(f"The {SECRET}\ufffd")


@pytest.mark.parametrize("started", ["2026-03-02T10:00:00", "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59-12:00"])
@pytest.mark.parametrize("field", ["started", "finished"])
def test_a_moment_that_cannot_be_counted_with_is_no_fault_of_exback(
    field: str, started: str, progress_file: Path
) -> None:
    """A moment without an offset, or at the end of time, is either accepted or named as a fault of the file."""
    runs = [
        {**RUN, "id": "a1", "step": "first-week", "finished": RUN["started"], field: started},
        {**RUN, "id": "a2", "step": "missing-or-bargaining", "finished": RUN["started"], field: started},
        {**RUN, "id": "a3", "step": "check-in", "finished": RUN["started"]},
    ]
    progress_file.write_bytes(_file(runs=runs))

    _assert_borne_or_named(progress_file)


@pytest.mark.parametrize("length", [0, -5, 10**30, True, "", "thirty", ["30"]])
def test_an_answer_that_no_question_would_take_is_no_fault_of_exback(length: object, progress_file: Path) -> None:
    """An answer that someone wrote into the file by hand is either accepted or named as a fault of the file."""
    run = {**RUN, "step": "contact-rule", "finished": RUN["started"], "answers": {"kind": "full", "length": length}}
    progress_file.write_bytes(_file(runs=[run]))

    _assert_borne_or_named(progress_file)


def _assert_borne_or_named(path: Path) -> None:
    for words in (("status",), ("--plain", "step")):
        ended = exback(path.parent, *words)
        assert_no_traceback(ended.said)
        if ended.code:
            assert_one_plain_sentence(ended, path)


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS.keys())
class TestSomethingElseInItsPlace:
    """Something in the file's place that isn't a file."""

    def test_a_folder(self, words: tuple[str, ...], progress_file: Path) -> None:
        """A folder is named as one, and stays."""
        (progress_file / SECRET).mkdir(parents=True)

        ended = exback(progress_file.parent, *words, typed="\nJ.\n")

        assert_one_plain_sentence(ended, progress_file)
        assert [place.name for place in progress_file.iterdir()] == [SECRET]

    def test_a_pipe(self, words: tuple[str, ...], progress_file: Path) -> None:
        """A named pipe is refused at once, since opening it would wait for ever."""
        os.mkfifo(progress_file)

        ended = exback(progress_file.parent, *words, typed="\nJ.\n")

        assert_one_plain_sentence(ended, progress_file)
        assert stat.S_ISFIFO(progress_file.lstat().st_mode)

    def test_a_device(self, words: tuple[str, ...], progress_file: Path) -> None:
        """A device is refused, since reading it to its end would fill the memory."""
        progress_file.symlink_to("/dev/zero")

        ended = exback(progress_file.parent, *words, typed="\nJ.\n")

        assert_one_plain_sentence(ended, progress_file)
        assert progress_file.is_symlink()

    def test_a_link_to_itself(self, words: tuple[str, ...], progress_file: Path) -> None:
        """A link that leads only to itself is refused, and stays."""
        progress_file.symlink_to(progress_file.name)

        ended = exback(progress_file.parent, *words, typed="\nJ.\n")

        assert_one_plain_sentence(ended, progress_file)
        assert progress_file.is_symlink()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of this machine may look into, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS.keys())
def test_a_file_that_may_not_be_read_is_named(words: tuple[str, ...], open_folder: Path) -> None:
    """A file that belongs to someone else is named, with what to do, and none of it is shown."""
    path = small_file(open_folder / "home")
    path.parent.chmod(0o755)
    path.chmod(0)

    if os.geteuid() == 0:
        os.chown(path, 65534, 65534)

    ended = exback(path.parent, *words, typed="\nJ.\n", command=(*without_rights(), *EXBACK))

    assert_one_plain_sentence(ended, path)
    assert path.read_bytes() == WHOLE if os.geteuid() == 0 else path.stat().st_size == len(WHOLE)
