"""A locked store: what it keeps, who can open it, and what locking does to the copies beside the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.sealed import CODE, PASSPHRASE, bytes_under, locked, opened
from support.systems import PRIVATE_FILE, mode, needs_links

from exback.errors import Locked, Unreadable, Unwritable, WrongPassphrase
from exback.model.run import Run
from exback.store import Store, atomic, encryption, envelope, inventory, rekey
from exback.store.backups import KEPT
from exback.store.codec import is_locked
from exback.store.decode import decode
from exback.store.progress import Progress, encode
from exback.store.recovery_code import new_code

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SECRET = "quittenbaum"


def run(run_id: str, **answers: str) -> Run:
    """Give a run with answers."""
    return Run(id=run_id, step="urge", started=NOON, answers={"note": SECRET, **answers})


@pytest.fixture
def store(home: Path) -> Store:
    """A plain store with a run in it."""
    store = Store(home)
    store.put(run("a"))
    return store


class TestLocked:
    """A store whose file is locked."""

    def test_keeps_every_run(self, store: Store) -> None:
        """What was there is there, and the lock counts as a save."""
        before = store.load()
        locked(store)
        assert store.load().runs == opened(store.home).load().runs == before.runs
        assert store.load().revision == before.revision + 1

    def test_no_word_stands_on_the_disk(self, store: Store) -> None:
        """Neither in the file nor beside it, now and after the next saves."""
        assert SECRET.encode() in bytes_under(store.home)
        locked(store)
        assert SECRET.encode() not in bytes_under(store.home)
        store.put(run("b"))
        opened(store.home).put(run("c"))
        assert SECRET.encode() not in bytes_under(store.home)

    def test_is_as_private_as_before(self, store: Store) -> None:
        """0600, at the place where it was."""
        locked(store)
        assert mode(store.path) == PRIVATE_FILE

    def test_goes_on_being_saved_locked(self, store: Store) -> None:
        """Each save is sealed anew, and the passphrase is not asked for again."""
        locked(store)
        seen = set()
        for number in range(5):
            store.put(run(str(number)))
            seen.add(store.path.read_bytes())
        assert len(seen) == 5
        assert all(map(is_locked, [store.path]))
        assert [one.id for one in opened(store.home).load().runs] == ["a", "0", "1", "2", "3", "4"]

    def test_opens_with_the_passphrase_or_the_code_only(self, store: Store) -> None:
        """And says so without a word of what was typed."""
        locked(store)
        assert opened(store.home, CODE.lower()).load().runs == [run("a")]
        before = store.path.read_bytes()
        with pytest.raises(WrongPassphrase) as wrong:
            opened(store.home, "not this one")
        assert "not this one" not in str(wrong.value) + wrong.value.hint
        assert store.path.read_bytes() == before

    def test_is_not_read_without(self, store: Store) -> None:
        """A store that was given nothing to open it with says that it is locked, and creates nothing."""
        locked(store)
        before = bytes_under(store.home)
        stranger = Store(store.home)
        assert stranger.is_locked
        for attempt in (stranger.load, lambda: stranger.put(run("b"))):
            with pytest.raises(Locked):
                attempt()
        assert bytes_under(store.home) == before

    def test_can_be_put_aside_and_brought_back(self, store: Store) -> None:
        """It stays locked on the way."""
        locked(store)
        aside = store.put_aside()
        assert is_locked(aside)
        assert store.load().runs == []
        store.restore()
        assert opened(store.home).load().runs == [run("a")]

    def test_two_windows_keep_each_others_runs(self, store: Store) -> None:
        """Both have the passphrase, and neither loses what the other saved."""
        locked(store)
        here, there = opened(store.home), opened(store.home)
        here.put(run("b"))
        there.put(run("c"))
        here.put(run("d"))
        assert [one.id for one in opened(store.home).load().runs] == ["a", "b", "c", "d"]

    def test_a_window_that_was_open_before_does_not_write_over_it(self, store: Store) -> None:
        """It has no key: its next save is refused, and the locked file stays."""
        other = Store(store.home)
        other.load()
        locked(store)
        before = store.path.read_bytes()
        with pytest.raises(Locked):
            other.put(run("b"))
        assert store.path.read_bytes() == before

    def test_damage_is_told_and_nothing_is_written_over(self, store: Store) -> None:
        """One byte that changed, and the file is neither opened nor replaced."""
        locked(store)
        broken = bytearray(store.path.read_bytes())
        broken[len(broken) // 2] ^= 1
        store.path.write_bytes(broken)
        with pytest.raises(Unreadable, match="damaged"):
            store.put(run("b"))
        with pytest.raises(Unreadable, match="damaged"):
            encryption.must_be_whole(store.path)
        with pytest.raises(Unreadable, match="damaged"):
            Store(store.home).load()
        assert store.path.read_bytes() == bytes(broken)

    def test_what_is_damaged_is_put_beside_and_not_aside(self, store: Store) -> None:
        """Byte for byte, with and without its passphrase, as a plain file would be."""
        locked(store)
        whole, broken = store.path.read_bytes(), store.path.read_bytes()[:-40]
        for one in (opened(store.home), Store(store.home)):
            store.path.write_bytes(broken)
            place = one.put_aside()
            assert place.name.startswith("progress.json.corrupt-")
            assert place.read_bytes() == broken
        assert store.laid_aside() == []
        store.path.write_bytes(whole)
        assert opened(store.home).load().runs == [run("a")]

    def test_can_be_locked_before_the_first_word(self, home: Path) -> None:
        """Nothing was kept yet, and all that comes is kept locked."""
        store = Store(home)
        locked(store)
        assert store.is_locked
        opened(home).put(run("a"))
        assert SECRET.encode() not in bytes_under(home)
        assert opened(home).load().runs == [run("a")]

    @needs_links
    def test_a_link_stays_a_link(self, store: Store, tmp_path: Path) -> None:
        """Somebody who keeps the file elsewhere finds it locked there."""
        elsewhere = tmp_path / "synced.json"
        store.path.rename(elsewhere)
        store.path.symlink_to(elsewhere)
        locked(store)
        assert store.path.is_symlink()
        assert is_locked(elsewhere)
        assert SECRET.encode() not in bytes_under(tmp_path)


class TestChanged:
    """Another passphrase."""

    def test_the_old_ways_in_open_nothing_any_more(self, store: Store) -> None:
        """Neither the old passphrase nor the old code, and the new ones do."""
        locked(store)
        old = store.path.read_bytes()
        locked(store, "quite another one", new_code())
        for words in (PASSPHRASE, CODE):
            with pytest.raises(WrongPassphrase):
                opened(store.home, words)
        assert opened(store.home, "quite another one").load().runs == [run("a")]
        assert store.path.read_bytes() != old

    def test_nor_do_they_open_the_copies(self, store: Store) -> None:
        """What lay aside under the old passphrase follows to the new one."""
        locked(store)
        aside = store.put_aside()
        store.restore()
        store.put_aside()
        store.put(run("b"))
        locked(store, "quite another one")
        assert is_locked(aside)
        with pytest.raises(WrongPassphrase):
            envelope.unlock(PASSPHRASE, aside.read_bytes(), aside)
        key = envelope.unlock("quite another one", aside.read_bytes(), aside)
        assert decode(envelope.unseal(key, aside.read_bytes(), aside), aside).runs == [run("a")]

    def test_a_window_that_knows_the_old_one_is_told(self, store: Store) -> None:
        """Its next save is refused, and nothing is written over."""
        locked(store)
        other = opened(store.home)
        other.load()
        locked(store, "quite another one")
        before = store.path.read_bytes()
        with pytest.raises(Locked, match="another passphrase"):
            other.put(run("b"))
        assert store.path.read_bytes() == before


class TestUnlocked:
    """The passphrase taken away."""

    def test_the_file_is_plain_again(self, store: Store) -> None:
        """With every run, and the next save is plain, too."""
        locked(store)
        rekey.unlock(store)
        assert not store.is_locked
        assert decode(store.path.read_bytes(), store.path).runs == [run("a")]
        store.put(run("b"))
        assert Store(store.home).load().runs == [run("a"), run("b")]

    def test_so_are_the_copies(self, store: Store) -> None:
        """Nothing stays behind that only a forgotten passphrase opens."""
        store.put_aside()
        store.put(run("b"))
        locked(store)
        copies = rekey.unlock(store)
        assert copies.left == ()
        assert not any(map(is_locked, copies.done))
        held = [{one.id for one in decode(path.read_bytes(), path).runs} for path in copies.done]
        assert {"a"} in held
        assert {"b"} in held

    def test_another_window_does_not_lock_it_again(self, store: Store) -> None:
        """A window that still has the key goes on as the file is found."""
        locked(store)
        other = opened(store.home)
        other.load()
        rekey.unlock(store)
        other.put(run("b"))
        assert not store.is_locked
        assert Store(store.home).load().runs == [run("a"), run("b")]
        assert [one.partition(".")[0] for one in other.notices] == ["Your progress file isn't locked any more"]

    def test_an_older_plain_copy_in_its_place_is_told(self, store: Store) -> None:
        """A program that carries files laid it there: nobody writes plainly on without a word."""
        plain = store.path.read_bytes()
        locked(store)
        other = opened(store.home)
        other.load()
        assert other.notices == []
        store.path.write_bytes(plain)
        other.put(run("b"))
        assert other.notices[0].endswith("To lock it: exback lock")
        assert not store.is_locked

    def test_what_is_locked_again_is_saved_locked(self, store: Store) -> None:
        """A window goes by the file as it is, each time."""
        plain = store.path.read_bytes()
        locked(store)
        sealed, other = store.path.read_bytes(), opened(store.home)
        other.load()
        store.path.write_bytes(plain)
        other.put(run("b"))
        store.path.write_bytes(sealed)
        other.put(run("c"))
        assert store.is_locked
        assert [one.id for one in opened(store.home).load().runs] == ["a", "c"]


class TestCutShort:
    """An attempt that ended after the copies were turned and before the file was."""

    @pytest.fixture(params=["", "an older one"])
    def before(self, request: pytest.FixtureRequest, store: Store, monkeypatch: pytest.MonkeyPatch) -> str:
        """What opens the file, which somebody has just begun to lock with PASSPHRASE."""
        before = str(request.param)
        if before:
            locked(store, before)
        store.put(run("b"))
        store.put_aside()
        store.put(run("c"))
        real = atomic.replace

        def killed(path: Path, data: bytes, last: Callable[[Path], None] | None = None) -> None:
            if path == store.path and last is not None:
                last(path)
                raise Killed
            real(path, data, last)

        monkeypatch.setattr(atomic, "replace", killed)
        with pytest.raises(Killed):
            locked(opened(store.home, before))
        monkeypatch.undo()
        return before

    def test_the_file_opens_as_before_and_the_copies_are_locked(self, store: Store, before: str) -> None:
        """So that no plain copy ever lies beside a file that was locked."""
        assert [one.id for one in opened(store.home, before).load().runs] == ["c"]
        assert all(envelope.unlock(PASSPHRASE, path.read_bytes(), path) for path in inventory.copies(store.path))

    def test_the_same_words_bring_all_along(self, store: Store, before: str) -> None:
        """The key is another one, and the passphrase is the same."""
        copies = locked(opened(store.home, before), PASSPHRASE, new_code())
        assert copies.are_all_done
        assert len(copies.done) == len(inventory.copies(store.path)) >= 3
        assert [one.id for one in opened(store.home).load().runs] == ["c"]
        for path in (store.path, *copies.done):
            envelope.unlock(PASSPHRASE, path.read_bytes(), path)
            with pytest.raises(WrongPassphrase):
                envelope.unlock(CODE, path.read_bytes(), path)  # the code of the attempt that came to nothing

    def test_other_words_name_them(self, store: Store, before: str) -> None:
        """They stay as they are, and are not said to be readable."""
        copies = locked(opened(store.home, before), "quite another one", new_code())
        assert len(copies.closed) >= 3
        assert copies.left == copies.broken == ()
        assert all(envelope.unlock(PASSPHRASE, path.read_bytes(), path) for path in copies.closed)

    def test_unlocking_is_done_again_likewise(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        """The copies first, then the file; the second time what is open already is let be."""
        locked(store)
        plain = rekey.unlock(store)
        locked(store)
        first = plain.done[0]
        first.write_bytes(encode(Progress(runs=[run("a")])))
        moment = first.stat().st_mtime_ns
        assert rekey.unlock(opened(store.home)).are_all_done
        assert first.stat().st_mtime_ns == moment
        assert not any(map(is_locked, inventory.copies(store.path)))


class Killed(BaseException):
    """The end of the process, where a test can see it."""


class TestCopies:
    """What lies beside the file when it is locked."""

    def test_all_that_exback_left_there_is_locked(self, store: Store) -> None:
        """What a reset put aside, and what was unreadable and kept for that reason."""
        store.put_aside()
        store.put(run("b"))
        broken = store.home / "progress.json.corrupt-20260302T120000Z"
        broken.write_bytes(b'{"half": "quittenbau' + b"m")
        copies = locked(store)
        assert {*store.laid_aside(), broken} < set(copies.done)
        assert set(copies.done) == {path for path in store.home.rglob("*json*") if is_locked(path)} - {store.path}
        assert copies.left == ()
        assert SECRET.encode() not in bytes_under(store.home)
        key = envelope.unlock(PASSPHRASE, broken.read_bytes(), broken)
        assert envelope.unseal(key, broken.read_bytes(), broken) == b'{"half": "quittenbaum'

    def test_what_an_editor_left_is_named(self, store: Store) -> None:
        """It can't be locked, and somebody could read it; whoever unlocks the file need not hear of it."""
        left = store.home / "editing-0123456789abcdef" / "text.txt"
        left.parent.mkdir()
        left.write_text("words in plain", encoding="utf-8")
        assert locked(store).left == (left.parent,)
        assert rekey.unlock(opened(store.home)).left == ()

    def test_what_is_not_exbacks_is_left_alone(self, store: Store) -> None:
        """A folder that somebody named may hold anything else of theirs."""
        mine = store.home / "letter.txt"
        mine.write_text("mine", encoding="utf-8")
        locked(store)
        assert mine.read_text(encoding="utf-8") == "mine"

    def test_one_that_another_passphrase_locked_is_named(self, store: Store) -> None:
        """It is no less closed than before; exback cannot do more, and says so."""
        locked(store, "an older one")
        aside = store.put_aside()
        before = aside.read_bytes()
        fresh = Store(store.home)
        fresh.put(run("b"))
        copies = locked(fresh)
        assert aside in copies.closed
        assert copies.left == copies.broken == ()
        assert aside.read_bytes() == before
        assert all(map(is_locked, [*copies.closed, *copies.done]))

    def test_one_that_is_damaged_is_named(self, store: Store) -> None:
        """Nothing opens it, so that it can be neither read nor brought along."""
        locked(store)
        broken = store.home / "progress.json.corrupt-20260302T120000Z"
        broken.write_bytes(store.path.read_bytes()[:-40])
        before = broken.read_bytes()
        turns: list[Callable[[Store], rekey.Copies]] = [locked, rekey.unlock]
        for turn in turns:
            copies = turn(opened(store.home))
            assert copies.broken == (broken,)
            assert copies.left == copies.closed == ()
            assert not copies.are_all_done
            assert broken.read_bytes() == before

    def test_the_version_before_is_kept_in_the_new_way(self, store: Store) -> None:
        """With the moment at which it was saved."""
        moment = store.path.stat().st_mtime_ns
        locked(store)
        (kept,) = (one.path for one in store.backups() if one.kind == "passphrase")
        assert opened_bytes(kept) == encode(Progress(revision=1, runs=[run("a")]))
        assert kept.stat().st_mtime_ns == moment

    def test_no_more_than_seven_of_them_stay(self, store: Store) -> None:
        """As of every kind."""
        for number in range(9):
            assert locked(opened(store.home, f"passphrase {number}"), f"passphrase {number + 1}").are_all_done
        assert len([one for one in store.backups() if one.kind == "passphrase"]) == KEPT


def opened_bytes(path: Path) -> bytes:
    """Give what lies in a copy that PASSPHRASE opens."""
    data = path.read_bytes()
    return envelope.unseal(envelope.unlock(PASSPHRASE, data, path), data, path)


class TestFailing:
    """When it cannot be done."""

    def test_what_would_not_open_again_replaces_nothing(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        """The envelope is opened before the plain file gives way to it."""
        before = bytes_under(store.home)
        real = envelope.seal
        monkeypatch.setattr(envelope, "seal", lambda key, plain: real(key, plain[:-2]))
        with pytest.raises(Unwritable):
            locked(store)
        assert bytes_under(store.home) == before
        monkeypatch.undo()
        store.put(run("b"))
        assert Store(store.home).load().runs == [run("a"), run("b")]

    @pytest.mark.fault(18)
    def test_a_disk_that_refuses_leaves_the_plain_file(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is as it was, and the store goes on with it plainly."""
        before = bytes_under(store.home)

        def full(path: Path, data: bytes, last: object = None) -> None:
            raise Unwritable("exback couldn't save: the disk is full.", path=path)

        monkeypatch.setattr(atomic, "replace", full)
        with pytest.raises(Unwritable):
            locked(store)
        monkeypatch.undo()
        assert bytes_under(store.home) == before
        store.put(run("b"))
        assert not store.is_locked
