"""What lies beside a progress file: what is exback's own is known, and nothing else is."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import structs
from support.sealed import locked
from support.systems import needs_links, needs_named_pipes

from exback.model.run import Run
from exback.store import Store
from exback.store.inventory import Role, beside, copies, left_behind, temporaries, unseen

HEX = "1a2b3c4d"


@pytest.fixture
def store(home: Path) -> Store:
    """A store with two saves, so that there is a backup."""
    store = Store(home)
    for run_id in ("a", "b"):
        store.put(Run(id=run_id, step="urge", started=datetime(2026, 3, 2, 12, tzinfo=UTC)))
    return store


def left(store: Store, *names: str) -> list[Path]:
    """Put files there, each with the bytes of the progress file, and give their paths."""
    paths = [store.home / name for name in names]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(store.path.read_bytes())
    return paths


@pytest.mark.fault(1)
def test_only_what_a_save_left_is_swept(store: Store) -> None:
    """Temporary files of this file and its copies go with the next save, also of a copy that is not there; all else stays."""
    stale = left(
        store,
        f".progress.json.{HEX}.tmp",
        f".progress.json.corrupt-20260302T120000Z.{HEX}.tmp",
        f"backups/.progress-previous.json.{HEX}.tmp",
        f"backups/.progress-0099-2026-03-02-merge.json.{HEX}.tmp",
        f"aside/.progress-0098.json.{HEX}.tmp",
    )
    others = left(store, f".other.json.{HEX}.tmp", "progress.json.tmp", ".progress.json", ".progress.json.notes.tmp")
    assert temporaries(store.path) == sorted(stale)
    Store(store.home).put(Run(id="c", step="urge", started=datetime(2026, 3, 2, 12, tzinfo=UTC)))
    assert not any(path.exists() for path in stale)
    assert all(path.exists() for path in others)


@needs_links
def test_what_a_link_leads_to_is_looked_at_too(store: Store, tmp_path: Path) -> None:
    """Its own temporary files and conflicts lie there, those of the copies beside the link."""
    elsewhere = tmp_path / "synced" / "mine.json"
    elsewhere.parent.mkdir()
    store.path.rename(elsewhere)
    store.path.symlink_to(elsewhere)
    there = [elsewhere.with_name(name) for name in (f".mine.json.{HEX}.tmp", "mine.sync-conflict-1.json")]
    for path in there:
        path.write_bytes(elsewhere.read_bytes())
    assert set(there) <= {path for _, path in beside(store.path)}


def test_each_thing_has_its_role(store: Store) -> None:
    """By what it is there for."""
    left(store, "progress.json.corrupt-20260302T120000Z", "progress.sync-conflict-1.json", "aside/progress-0009.json")
    left(store, "editing-0123456789abcdef/text.txt", f".progress.json.{HEX}.tmp")
    found = {path.name: role for role, path in beside(store.path)}
    assert found["progress-previous.json"] is Role.BACKUP
    assert found["progress-0009.json"] is Role.ASIDE
    assert found["progress.json.corrupt-20260302T120000Z"] is Role.UNREADABLE
    assert found["progress.sync-conflict-1.json"] is Role.CONFLICT
    assert found["editing-0123456789abcdef"] is Role.EDITOR
    assert found[f".progress.json.{HEX}.tmp"] is Role.TEMPORARY
    assert store.path not in [path for _, path in beside(store.path)]


def test_a_file_of_another_program_is_not_its_own(store: Store) -> None:
    """A name like that of a copy is not enough; what stands in it decides."""
    game, mine = store.home / "progress (1).json", store.home / "progress (2).json"
    game.write_text('{"of": "a game"}', encoding="utf-8")
    mine.write_bytes(store.path.read_bytes())
    assert (Role.CONFLICT, mine) in beside(store.path)
    assert mine in copies(store.path)
    assert game not in [path for _, path in beside(store.path)]


@pytest.mark.fault(60)
@pytest.mark.parametrize(
    "name",
    [
        "progress.sync-conflict-20260302-120000-ABCDEFG.json",
        "progress (conflicted copy 2026-03-02).json",
        "progress (In Konflikt stehende Kopie von Anna 2026-03-02).json",
        "progress (SFConflict anna@example.org 2026-03-02-12-00-00).json",
        "progress_conf(1).json",
        "progress (1).json",
        "progress 2.json",
        "progress-LAPTOP.json",
    ],
)
@pytest.mark.parametrize("is_locked", [False, True], ids=["open", "locked"])
def test_the_copy_of_a_program_that_carries_files_is_known_by_what_it_holds(
    store: Store, name: str, is_locked: bool
) -> None:
    """Each such program has names of its own, and says them in the language of its user."""
    if is_locked:
        locked(store)
    (conflict,) = left(store, name)
    assert (Role.CONFLICT, conflict) in beside(store.path)


@pytest.mark.fault(73)
@pytest.mark.parametrize(
    "name",
    [
        "Copy of progress.json",
        "Copy (2) of progress.json",
        "Copy of progress (1).json",
        "Kopie von progress.json",
        "Copie de progress.json",
        "progress - Copy.json",
        "progress - Copy (2).json",
        "progress - Kopie.json",
        "progress copy.json",
        "progress (copy).json",
        "progress (another copy).json",
        "progress 副本.json",
        "progress.json~",
        "progress.json.~1~",
        "#progress.json#",
        ".#progress.json",
        ".progress.json.swp",
        "progress.json (1)",
        "progress (1)",
        "progress.json.sync-conflict-20261128-101500-ABCDEFG",
        "progress.json.conflict1",
        "progress.json..path2",
        "progress.json.bak",
        "progress.json.orig",
        "progress.bak",
        "PROGRESS (Conflicted Copy 2026-11-28).JSON",
        "progress_LAPTOP_Nov-28-101500-2026_Conflict.json",
    ],
)
def test_a_copy_is_found_under_the_names_of_sync_programs_and_file_managers(store: Store, name: str) -> None:
    """Whichever program has made it, and in whichever language, it is named and can be merged."""
    (conflict,) = left(store, name)
    assert (Role.CONFLICT, conflict) in beside(store.path)


@pytest.mark.fault(73)
@pytest.mark.parametrize("name", ["Copy of progress.json", "progress.json~", "progress.json.sync-conflict-20261128"])
def test_a_copy_that_holds_more_is_named_under_such_a_name(store: Store, name: str) -> None:
    """Whoever opens the file hears how to merge the two."""
    other = Store(store.home.with_name("other"))
    other.put(Run(id="theirs", step="urge", started=datetime(2026, 3, 2, 12, tzinfo=UTC)))
    copy = store.home / name
    copy.write_bytes(other.path.read_bytes())
    fresh = Store(store.home)
    fresh.load()
    assert [one for one in fresh.notices if f"exback merge {shlex.quote(str(copy))}" in one]


@pytest.mark.fault(73)
@pytest.mark.parametrize(
    "name",
    [
        "progress.json.corrupt-20260302T120000Z",
        "progress.json.corrupt-20260302T120000Z-1",
        f".progress.json.{HEX}.tmp",
        "backups/progress-0099-2026-03-02-day.json",
        "aside/progress-0098.json",
        "exback-2026-03-02.json",
        "unprogress.json",
        "progressive-rock.txt",
    ],
)
def test_what_exback_made_itself_is_no_conflict(store: Store, name: str) -> None:
    """Nor is a file whose name only has those letters in it, or an export under its usual name."""
    (path,) = left(store, name)
    assert (Role.CONFLICT, path) not in list(beside(store.path))


@pytest.mark.fault(73)
@pytest.mark.parametrize("name", ["Copy of progress.json", "progress.json~", "progress.json.bak"])
def test_under_such_a_name_too_what_stands_in_it_decides(store: Store, name: str) -> None:
    """A file of another program is left alone."""
    (store.home / name).write_text('{"of": "a game"}', encoding="utf-8")
    assert Role.CONFLICT not in dict(beside(store.path))


@needs_named_pipes
@pytest.mark.fault(15)
def test_nothing_is_waited_for(store: Store) -> None:
    """A pipe, a folder and a link to a device that are called like a copy are no copies, and stop nobody."""
    os.mkfifo(store.home / "progress (1).json")
    (store.home / "progress 2.json").mkdir()
    (store.home / "progress 3.json").symlink_to("/dev/zero")
    os.mkfifo(store.home / "backups" / "progress-mine.json")
    assert Role.CONFLICT not in dict(beside(store.path))
    assert "progress-mine.json" not in [path.name for _, path in beside(store.path)]
    fresh = Store(store.home)
    fresh.load()
    assert fresh.notices == []


@needs_links
def test_what_a_link_leads_to_is_no_copy_of_it(store: Store) -> None:
    """Nor is the link one of what it leads to, though the two lie side by side and have names alike."""
    target = store.home / "progress-synced.json"
    store.path.rename(target)
    store.path.symlink_to(target)
    assert Role.CONFLICT not in dict(beside(store.path))


@pytest.mark.parametrize(
    "name",
    [
        "backups/progress-thesis.json",
        "aside/progress-report.json",
        "progress-report.json",
        "progress.json.corrupt-by-me",
        "editing-holiday-2024/text.txt",
    ],
)
def test_what_only_has_a_name_alike_is_of_another_program(store: Store, name: str) -> None:
    """It is neither locked nor deleted: in the person's own folder there may be anything."""
    before = set(beside(store.path))
    (mine,) = left(store, name)
    mine.write_text('{"my": "thesis"}', encoding="utf-8")
    assert set(beside(store.path)) == before


def test_a_copy_that_was_renamed_is_known_by_what_it_holds(store: Store) -> None:
    """Beside the file, and in the folders for copies."""
    mine = set(left(store, "backups/progress-before-the-talk.json", "aside/progress-old.json"))
    assert mine <= {path for _, path in beside(store.path)}


def test_what_was_left_behind_is_told_from_copies(store: Store) -> None:
    """It holds words in plain, and nothing locks it."""
    assert left_behind(store.path) == []
    text, temporary = left(store, "editing-0123456789abcdef/text.txt", f".progress.json.{HEX}.tmp")
    assert set(left_behind(store.path)) == {text.parent, temporary}
    assert not {text.parent, temporary} & set(copies(store.path))


@pytest.mark.fault(60)
def test_a_notice_of_another_copy_can_be_typed_as_it_is(home: Path) -> None:
    """Its path is quoted as a shell wants it; a file of another program is not named."""
    store = Store(home.with_name("it's mine"))
    store.put(Run(id="a", step="urge", started=datetime(2026, 3, 2, 12, tzinfo=UTC)))
    (conflict,) = left(store, "progress 2.json")
    store.change(lambda kept: structs.replace(kept, runs=[]))  # so that the copy would bring something
    (store.home / "progress (1).json").write_text('{"of": "a game"}', encoding="utf-8")
    fresh = Store(store.home)
    fresh.load()
    (notice,) = fresh.notices
    assert shlex.split(notice.partition("into yours: ")[2]) == ["exback", "merge", str(conflict)]


@pytest.mark.parametrize("name", ["backups", "aside", ""])
def test_a_folder_that_cannot_be_looked_into_is_told(store: Store, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is told that every copy was seen; nothing else fails for it."""
    (store.home / "aside").mkdir(exist_ok=True)
    assert unseen(store.path) == []
    real = Path.iterdir
    closed = store.home / name

    def refuse(path: Path) -> Iterator[Path]:
        if path == closed:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert unseen(store.path) == [closed]
