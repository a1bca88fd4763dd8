"""Older copies: which are made, which are kept, in what order they stand, and what is taken out of them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from support.systems import PRIVATE_FILE, PRIVATE_FOLDER, mode, needs_links

from exback.errors import NotThere, Unreadable
from exback.model.run import Earlier, Run, changed
from exback.store import Progress, Store, backups, reader, strict_decode
from exback.store.decode import decode
from exback.store.progress import encode

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def run(run_id: str, **fields: object) -> Run:
    """Give a run of a step."""
    return changed(Run(id=run_id, step="letter", started=NOON), **fields)


class Clock:
    """Gives the moment it was last set to."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        """Give the moment."""
        return self.now

    def goes_to(self, day: date) -> None:
        """Set the clock to noon of a day."""
        self.now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at noon until it is set."""
    return Clock()


@pytest.fixture
def store(home: Path, clock: Clock) -> Store:
    """A store in a folder that is not there yet."""
    return Store(home, clock=clock)


def names(store: Store) -> list[str]:
    """Give the names of the copies, the latest first."""
    return [copy.path.name for copy in store.backups()]


def held(path: Path) -> object:
    """Give the answers of the first run in a file."""
    return decode(path.read_bytes(), path).runs[0].answers


class TestSaves:
    """What a save keeps of what was there."""

    def test_the_first_save_keeps_nothing(self, store: Store) -> None:
        """Where there was nothing, there is no copy."""
        store.put(run("a"))

        assert store.backups() == ()

    def test_the_version_before_is_kept(self, store: Store) -> None:
        """After each save the copy is what the file was before it, to the byte."""
        for note in "abc":
            before = store.path.read_bytes() if store.exists() else None
            store.put(run("a", answers={"note": note}))

        assert (store.home / "backups" / backups.PREVIOUS).read_bytes() == before

    def test_copies_are_private(self, store: Store) -> None:
        """As closed to others as the file, in a folder as closed as its own, also when the file was open to them."""
        store.put(run("a"))
        store.path.chmod(0o644)
        store = Store(store.home)
        store.load()
        store.put(run("a"))

        assert {mode(copy.path) for copy in store.backups()} == {PRIVATE_FILE}
        assert mode(store.home / "backups") == PRIVATE_FOLDER

    def test_the_first_version_of_a_day_is_kept(self, store: Store, clock: Clock) -> None:
        """Of each day the copy is what stood there when the day's first save came, and it stays that."""
        store.put(run("a", answers={"note": "monday"}))
        clock.goes_to(date(2026, 3, 3))
        for note in ("tuesday morning", "tuesday noon", "tuesday night"):
            store.put(run("a", answers={"note": note}))

        assert names(store) == ["progress-previous.json", "progress-0001-2026-03-03-day.json"]
        assert held(store.backups()[1].path) == {"note": "monday"}

    def test_seven_days_stay(self, store: Store, clock: Clock) -> None:
        """Of ten days the last seven have their copy."""
        for day in range(2, 12):
            clock.goes_to(date(2026, 3, day))
            store.put(run("a", answers={"note": str(day)}))
            store.put(run("a", answers={"note": f"{day} later"}))

        days = [copy for copy in store.backups() if copy.kind == "day"]
        assert [copy.path.name[14:24] for copy in days] == [f"2026-03-{day:02d}" for day in range(11, 4, -1)]

    def test_days_ahead_of_the_clock_are_counted_apart(self, store: Store, clock: Clock) -> None:
        """A clock that ran ahead and is right again costs none of the seven days that are lived from then on."""
        for day in (date(2040, 1, 1), date(2041, 1, 1), *(date(2026, 3, day) for day in range(2, 12))):
            clock.goes_to(day)
            store.put(run("a", answers={"note": str(day)}))
            store.put(run("a", answers={"note": f"{day} later"}))

        days = [copy.path.name[14:24] for copy in store.backups() if copy.kind == "day"]
        assert days == [*(f"2026-03-{day:02d}" for day in range(11, 4, -1)), "2041-01-01", "2040-01-01"]

    def test_copies_are_in_the_order_in_which_they_were_made(self, store: Store, clock: Clock) -> None:
        """By their numbers, whatever the clock said: a day of last week that was made today is the latest."""
        for day in (date(2026, 3, 2), date(2026, 3, 3), date(2026, 2, 1)):
            clock.goes_to(day)
            store.put(run("a", answers={"note": str(day)}))
        store.put_aside()

        assert names(store) == [
            "progress-0004.json",
            "progress-0003-2026-02-01-previous.json",
            "progress-0002-2026-02-01-day.json",
            "progress-0001-2026-03-03-day.json",
        ]
        assert [copy.kind for copy in store.backups()] == ["aside", "previous", "day", "day"]

    def test_the_version_before_is_always_of_the_file_that_stands(self, store: Store) -> None:
        """When a file makes place for another, the version before it is not taken for one of the other."""
        for note in "ab":
            store.put(run("a", answers={"note": note}))
        store.put_aside()
        assert [copy.kind for copy in store.backups()] == ["aside", "previous", "day"]

        for note in "cd":
            store.put(run("a", answers={"note": note}))

        assert held(store.backups()[0].path) == {"note": "c"}
        assert store.backups()[0].path.name == backups.PREVIOUS

    @needs_links
    def test_what_is_not_a_copy_is_not_taken_for_one(self, store: Store) -> None:
        """Files of other names, folders and links lie there unharmed and unread."""
        for note in "ab":
            store.put(run("a", answers={"note": note}))
        folder = store.home / "backups"
        (folder / "notes.txt").write_text("mine")
        (folder / "progress-0099-2026-03-02-day.json").mkdir()
        (folder / "progress-0098-2026-03-02-day.json").symlink_to(folder / "notes.txt")

        assert names(store) == ["progress-previous.json", "progress-0001-2026-03-02-day.json"]
        store.put(run("a"))
        assert (folder / "notes.txt").read_text() == "mine"


@pytest.mark.fault(34)
class TestMigration:
    """A file of an older version, here one that was never released."""

    @pytest.fixture
    def older(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> bytes:
        """The bytes of such a file, which this exback can read."""
        migrations = {0: lambda raw: {**{key: raw[key] for key in raw if key != "walks"}, "runs": raw["walks"]}}
        monkeypatch.setattr(reader, "examine", partial(strict_decode.examine, migrations=migrations))
        walk = {"id": "a", "step": "urge", "started": "2026-03-02T10:00:00+01:00"}
        data = json.dumps({"format": "exback-progress", "version": 0, "walks": [walk]}).encode()
        store.home.mkdir(mode=0o700)
        store.path.write_bytes(data)
        return data

    def test_looking_changes_nothing(self, store: Store, older: bytes) -> None:
        """The status of an older file can be seen, and the file stays of its version."""
        assert [one.id for one in store.load().runs] == ["a"]

        assert store.path.read_bytes() == older
        assert store.backups() == ()

    def test_before_the_first_save_a_copy_is_kept(self, store: Store, older: bytes) -> None:
        """The older file is kept for good before it becomes one of today, and only once."""
        for note in "abc":
            store.put(run("b", answers={"note": note}))

        kept = [copy for copy in store.backups() if copy.kind == "migration"]
        assert [copy.path.read_bytes() for copy in kept] == [older]
        assert json.loads(store.path.read_bytes())["version"] == 1
        assert [one.id for one in store.load().runs] == ["a", "b"]

    def test_an_older_copy_can_be_brought_back(self, store: Store, older: bytes) -> None:
        """It comes back as it was, and is read like any older file."""
        store.put(run("b"))
        copy = next(copy for copy in store.backups() if copy.kind == "migration")

        store.restore(copy.path)

        assert store.path.read_bytes() == older
        assert [one.id for one in store.load().runs] == ["a"]


class TestBurning:
    """Taking out of every copy what somebody burnt."""

    @pytest.fixture
    def written(self, store: Store, clock: Clock) -> Store:
        """Somebody with a letter in the file, in two backups and in a file put aside."""
        store.put(
            run("a", answers={"letter": "The secret sentence.", "to": "J."}, drafts={"letter": "The secret draft"})
        )
        store.put_aside()
        store.put(run("a", answers={"letter": "The secret sentence.", "to": "J."}))
        clock.goes_to(date(2026, 3, 3))
        store.put(run("a", history=[Earlier("letter", "A secret before", NOON, 3)], answers={"letter": "The secret"}))
        store.put(run("b", answers={"letter": "Another letter."}))
        assert len(store.backups()) == 3
        return store

    def _everything(self, store: Store) -> bytes:
        return b"".join(path.read_bytes() for path in store.home.rglob("*") if path.is_file())

    def test_it_goes_from_every_copy(self, written: Store) -> None:
        """The file, the version before, the day's first and what was put aside hold no word of it; all else stays."""
        mine = next(one for one in written.load().runs if one.id == "a")

        written.put(changed(mine, cursor=""), forget={"letter"})

        assert b"secret" not in self._everything(written).lower()
        assert b"Another letter." in self._everything(written)
        assert b'"to": "J."' in self._everything(written)
        assert written.notices == []
        for copy in written.backups():
            assert decode(copy.path.read_bytes(), copy.path).runs[0].answers["letter"] is None

    def test_what_a_run_says_was_burnt_goes_without_being_named(self, written: Store) -> None:
        """A step that burns an answer need only say so in its run."""
        mine = next(one for one in written.load().runs if one.id == "a")
        burnt = changed(mine, answers={"letter": None}, history=[], burnt={"letter": NOON + timedelta(days=2)})

        written.put(burnt)

        assert b"secret" not in self._everything(written).lower()

    def test_forgetting_by_name_is_the_same(self, written: Store) -> None:
        """Somebody who deletes an old entry has it deleted everywhere, and the run says that it was."""
        written.forget("a", ["letter"])

        assert b"secret" not in self._everything(written).lower()
        assert set(written.load().runs[0].burnt) == {"letter"}

    def test_a_copy_keeps_the_moment_by_which_it_is_known(self, written: Store) -> None:
        """A copy that was cleaned is still from when it was saved."""
        before = [copy.when for copy in written.backups()]

        written.forget("a", ["letter"])

        assert [copy.when for copy in written.backups()] == before

    def test_what_could_not_be_cleaned_is_named(self, written: Store) -> None:
        """A copy that can't be read, and bytes that were set aside as damaged, are named: they may hold it still."""
        damaged = written.backups()[-1].path
        damaged.write_bytes(b"The secret, half")
        corrupt = written.path.with_name("progress.json.corrupt-20260301T000000Z")
        corrupt.write_bytes(b"The secret, broken")

        written.forget("a", ["letter"])

        assert [notice for notice in written.notices if str(damaged) in notice]
        assert [notice for notice in written.notices if str(corrupt) in notice]

    def test_a_copy_that_another_computer_left_is_named(self, written: Store) -> None:
        """Exback does not change what another program brought there; it says that the words may stand there."""
        conflict = written.path.with_name("progress.sync-conflict-20260302-101500-ABCDEFG.json")
        conflict.write_bytes(written.path.read_bytes())

        written.forget("a", ["letter"])

        assert [
            notice
            for notice in written.notices
            if "What you deleted may still be in" in notice and str(conflict) in notice
        ]
        assert b"secret" in conflict.read_bytes().lower()

    def test_what_an_editor_left_is_named(self, written: Store) -> None:
        """The words may stand there too, and in plain."""
        text = written.home / "editing-0123456789abcdef" / "text.txt"
        text.parent.mkdir()
        text.write_text("The secret sentence, and more", encoding="utf-8")

        written.forget("a", ["letter"])

        assert [
            notice
            for notice in written.notices
            if "What you deleted may still be in" in notice and str(text.parent) in notice
        ]

    def test_no_copy_brings_it_back_when_united(self, written: Store, tmp_path: Path) -> None:
        """A copy from another computer that still has the letter does not bring it back, nor into the history."""
        other = tmp_path / "other.json"
        other.write_bytes(written.path.read_bytes())
        written.forget("a", ["letter"])

        written.merge(other)

        assert b"secret" not in self._everything(written).lower()

    def test_what_another_computer_burnt_is_burnt_here(self, written: Store, tmp_path: Path) -> None:
        """Merged with a file in which it was burnt, it goes from the file and from every copy but the one made for the merge."""
        other = Store(tmp_path / "other")
        other.put(written.load().runs[0])
        other.forget("a", ["letter"])
        before = written.path.read_bytes()

        written.merge(other.path)

        (whole,) = [one.path for one in written.backups() if one.kind == "merge"]
        assert whole.read_bytes() == before
        whole.unlink()
        assert b"secret" not in self._everything(written).lower()

    def test_what_is_written_after_that_stays(self, written: Store, clock: Clock) -> None:
        """A letter that was burnt can be written anew, and that one is kept, also by a clock that was set back."""
        written.forget("a", ["letter"])
        clock.goes_to(date(2026, 2, 1))
        mine = written.load().runs[0]
        written.put(changed(mine, answers={"letter": "Anew."}))
        copy = written.home / "copy.json"
        copy.write_bytes(written.path.read_bytes())
        written.put(run("c"))

        written.merge(copy)

        assert written.load().runs[0].answers["letter"] == "Anew."

    @pytest.mark.parametrize("day", [date(2026, 2, 1), date(2026, 3, 2), date(2026, 3, 3)])
    def test_it_is_deleted_a_second_time(self, written: Store, clock: Clock, day: date) -> None:
        """A letter that was burnt, written anew and burnt again leaves every copy, whatever the clock was set to between."""
        written.forget("a", ["letter"])
        clock.goes_to(day)
        written.put(changed(written.load().runs[0], answers={"letter": "A second one."}))
        written.put(run("c"))

        written.forget("a", ["letter"])

        assert b"A second one." not in self._everything(written)

    def test_it_is_deleted_a_second_time_where_the_run_is_from_the_last_year_there_is(self, store: Store) -> None:
        """A run with the last date that a file can have is no exception."""
        store.put(run("a", started=datetime(9999, 12, 31, 23, 0, tzinfo=UTC), answers={"letter": "One."}))
        store.forget("a", ["letter"])
        store.put(changed(store.load().runs[0], answers={"letter": "A second one."}))
        store.put(run("c"))

        store.forget("a", ["letter"])

        assert b"A second one." not in self._everything(store)

    def test_a_copy_keeps_what_was_written_there_after_a_later_burn(self, written: Store, tmp_path: Path) -> None:
        """A merge that brings an older burn takes nothing from a copy in which the letter was burnt and written anew since."""
        other = Store(tmp_path / "other", clock=lambda: NOON - timedelta(hours=1))
        other.put(changed(written.load().runs[0], history=[]))
        other.forget("a", ["letter"])
        written.forget("a", ["letter"])
        written.put(changed(written.load().runs[0], answers={"letter": "Anew."}))
        aside = written.put_aside()
        written.put(run("a", answers={"letter": "As it was first."}))

        written.merge(other.path)

        assert held(aside) == {"letter": "Anew."}
        assert written.load().runs[0].answers["letter"] is None


class TestRestore:
    """Bringing a copy back."""

    def test_an_empty_file_is_not_worth_putting_aside(self, store: Store) -> None:
        """A file in which nothing was ever written makes place without a trace."""
        store.put(run("a"))
        store.put_aside()
        store.path.write_bytes(encode(Progress(settings={"plain": True})))

        store.restore()

        assert [one.id for one in store.load().runs] == ["a"]
        assert store.backups() == ()

    def test_a_damaged_file_is_moved_beside_itself_in_utc(self, store: Store, clock: Clock) -> None:
        """Its name tells when, by the clock of UTC, and two in one second get two names."""
        clock.now = datetime.fromisoformat("2026-03-02T23:30:00-05:00")
        for number in range(2):
            store.put(run("a"))
            store.put_aside()
            store.path.write_bytes(b"broken %d" % number)
            store.restore()
            store.put_aside()

        places = sorted(store.home.glob("progress.json.corrupt-*"))
        assert [place.name[22:] for place in places] == ["20260303T043000Z", "20260303T043000Z-1"]
        assert [place.read_bytes() for place in places] == [b"broken 0", b"broken 1"]

    def test_the_error_of_another_file_does_not_call_it_yours(self, store: Store, tmp_path: Path) -> None:
        """A file that can't be united is named as that file, and its path is its own."""
        other = tmp_path / "other.json"
        for data in (b"", b"{", b"[]"):
            other.write_bytes(data)
            with pytest.raises(Unreadable) as refused:
                store.merge(other)
            assert "our progress file" not in str(refused.value)
            assert refused.value.path == str(other)
        with pytest.raises(NotThere):
            store.merge(tmp_path / "missing.json")
        assert not store.home.exists()
