"""Bringing back what a reset put aside, or an older copy that was kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from support.lives import LIFE
from support.person import Person
from support.scripted import Scripted

from exback.commands.restore import restore, restore_latest
from exback.engine.view import Answer, Back, Draft, Event, Keep, Leave, Skip, View
from exback.errors import NothingToRestore, TooNew
from exback.store import Store


@pytest.fixture
def begun(person: Person) -> Person:
    """Somebody with two entries on two days."""
    person.store = Store(person.store.home, clock=person.clock)
    person.answers("your-story", {**LIFE["your-story"], "name": "Quittenbaum"})
    person.clock.forward(days=1)
    person.answers("urge", {**LIFE["urge"], "wrote": False})
    return person


def choosing(choose: Callable[[View], object]) -> Callable[[], Scripted]:
    """Give a screen on which somebody chooses by what stands there."""
    return lambda: Scripted({"restore": choose})


def first(view: View) -> str:
    """Press Enter: the first option."""
    return view.options[0].id


def everything_in(home: Path) -> dict[str, bytes]:
    """What lies in a folder, but for the lock between two programs."""
    files = (path for path in home.rglob("*") if path.is_file() and "lock" not in path.name)
    return {str(path.relative_to(home)): path.read_bytes() for path in files}


def shown(store: Store) -> View:
    """Give the page that asks, without bringing anything back."""
    screen = Scripted({"restore": "keep"})
    restore(store, lambda: screen)
    return screen.views[0]


def test_what_a_reset_put_aside_is_one_enter_away(begun: Person, capsys: pytest.CaptureFixture[str]) -> None:
    """Right after a reset the first option brings everything back, letter for letter."""
    before = begun.store.path.read_bytes()
    begun.store.put_aside()

    assert restore(begun.store, choosing(first)) == 0

    said = capsys.readouterr().out
    assert begun.store.path.read_bytes() == before
    assert "two entries from two days" in said
    assert str(begun.store.path) in said
    assert "put aside now" not in said


def test_while_a_whole_file_stands_the_first_option_changes_nothing(begun: Person) -> None:
    """Whoever only presses Enter keeps what there is."""
    begun.store.put_aside()
    begun.answers("urge", {**LIFE["urge"], "wrote": True})
    before = everything_in(begun.store.home)

    assert restore(begun.store, choosing(first)) == 0
    assert everything_in(begun.store.home) == before


def test_each_copy_says_when_it_was_saved_and_how_much_it_holds(begun: Person) -> None:
    """The date, the entries and the days of each, so that one can be chosen, and no word that was written."""
    begun.store.put_aside()
    begun.answers("urge", {**LIFE["urge"], "wrote": True})
    begun.answers("urge", {**LIFE["urge"], "wrote": True})

    view = shown(begun.store)

    keep, aside, *copies = view.options
    assert keep.id == "keep"
    assert aside.hint == "put aside; two entries from two days"
    assert [copy.hint.partition(";")[0] for copy in copies] == [
        "before the last save",
        "before the last save",
        "saved once a day",
        "saved once a day",
    ]
    assert all(option.label[-5:-3].isdigit() and " at " in option.label for option in view.options[1:])
    assert "two entries from one day" in "".join(map(str, view.body))
    assert "Quittenbaum" not in str(view)


def test_what_stood_in_its_place_is_put_aside_in_turn(begun: Person, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is lost by bringing back, and it can be taken back the same way."""
    old = begun.store.path.read_bytes()
    begun.store.put_aside()
    begun.answers("urge", {**LIFE["urge"], "wrote": False})
    new = begun.store.path.read_bytes()

    restore(begun.store, choosing(lambda view: view.options[1].id))
    assert "put aside now" in capsys.readouterr().out
    assert begun.store.path.read_bytes() == old

    restore(begun.store, choosing(lambda view: view.options[1].id))
    assert begun.store.path.read_bytes() == new


def test_a_backup_can_be_brought_back_and_stays_a_backup(begun: Person) -> None:
    """The version before the last save takes the place of the file, and is still there to be taken again."""
    store = begun.store
    previous = store.home / "backups" / "progress-previous.json"
    before, now = previous.read_bytes(), store.path.read_bytes()

    restore(store, choosing(lambda view: previous.name))

    kept = [copy.path.read_bytes() for copy in store.backups() if copy.kind == "previous"]
    assert store.path.read_bytes() == before == kept[0] != now
    assert [aside.read_bytes() for aside in store.laid_aside()] == [now]


def test_a_damaged_file_is_moved_beside_itself_and_the_latest_copy_is_offered_first(begun: Person) -> None:
    """What can't be read is kept as it is, under a name that says so, and the version before it comes back."""
    store = begun.store
    before = (store.home / "backups" / "progress-previous.json").read_bytes()
    store.path.write_bytes(b"\0" * 40)

    restore(store, choosing(first))

    assert store.path.read_bytes() == before
    assert [place.read_bytes() for place in store.home.glob("progress.json.corrupt-*")] == [b"\0" * 40]


def test_a_damaged_file_comes_before_what_an_earlier_reset_put_aside(
    begun: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    """After a reset and a fresh beginning it is the fresh file's own last version that is likeliest meant."""
    begun.store.put_aside()
    for wrote in (True, False):
        begun.answers("urge", {**LIFE["urge"], "wrote": wrote})
    begun.store.path.write_bytes(b"")

    restore(begun.store, choosing(first))

    assert "one day" in capsys.readouterr().out
    assert len(begun.store.laid_aside()) == 1


def test_what_was_put_aside_last_comes_back_first(begun: Person) -> None:
    """Also when the clock was set back in between."""
    begun.store.put_aside()
    begun.clock.forward(days=-30)
    begun.answers("urge", {**LIFE["urge"], "wrote": True})
    latest = begun.store.path.read_bytes()
    begun.store.put_aside()

    restore_latest(begun.store)

    assert begun.store.path.read_bytes() == latest


@pytest.mark.parametrize(
    "answer", ["keep", ("something", "keep"), ("", "keep"), (None, "keep"), Back(), Skip(), Leave()]
)
def test_anything_else_changes_nothing(begun: Person, answer: object, capsys: pytest.CaptureFixture[str]) -> None:
    """Only an answer that names a copy brings it back, and what isn't offered is asked again."""
    before = everything_in(begun.store.home)

    assert restore(begun.store, lambda: Scripted({"restore": answer})) == 0
    assert everything_in(begun.store.home) == before
    assert capsys.readouterr().out == "Nothing was changed.\n"


def test_an_interrupt_is_told_to_the_shell(begun: Person) -> None:
    """Ctrl-C changes nothing and gives its own code."""
    assert restore(begun.store, choosing(lambda view: Leave(interrupted=True))) == 130


def test_with_nothing_to_bring_back_it_is_said(home: Path) -> None:
    """Nobody is asked, and nothing is created."""
    with pytest.raises(NothingToRestore):
        restore(Store(home), choosing(first))
    with pytest.raises(NothingToRestore):
        restore_latest(Store(home))
    assert not home.exists()


def test_what_cannot_be_read_is_left_out_and_counted(begun: Person) -> None:
    """A damaged copy is not offered; where all are, that is said."""
    begun.store.put_aside()
    begun.store.laid_aside()[-1].write_bytes(b"\x00" * 40)

    assert all("aside" not in option.hint for option in shown(begun.store).options)
    assert "can't be read, so it isn't listed" in str(shown(begun.store).body)
    for copy in begun.store.backups():
        copy.path.write_bytes(b"")
    with pytest.raises(NothingToRestore, match="can be read"):
        restore(begun.store, choosing(first))


def test_a_file_of_a_newer_exback_is_left_alone(begun: Person) -> None:
    """This one does not move what it cannot know."""
    newer = b'{"format": "exback-progress", "version": 999}'
    begun.store.path.write_bytes(newer)

    for call in (lambda: restore(begun.store, choosing(first)), lambda: restore_latest(begun.store)):
        with pytest.raises(TooNew):
            call()
    assert begun.store.path.read_bytes() == newer


def test_days_come_and_go(begun: Person) -> None:
    """Of many days, the first version of each of the last seven can be brought back."""
    for _ in range(9):
        begun.clock.now += timedelta(days=1)
        begun.answers("urge", {**LIFE["urge"], "wrote": False})

    hints = [option.hint for option in shown(begun.store).options]

    assert [hint.partition("; ")[2] for hint in hints if hint.startswith("saved once")] == [
        f"{number} entries from {number} days" if number > 10 else f"{words} entries from {words} days"
        for number, words in zip(
            range(10, 3, -1), ("ten", "nine", "eight", "seven", "six", "five", "four"), strict=True
        )
    ]


def test_what_is_typed_on_the_page_is_kept_nowhere(begun: Person) -> None:
    """The question is not part of anybody's story."""

    class Typing(Scripted):
        def ask(self, view: View, keep: Keep) -> Event:
            keep(Draft("I want"))
            return super().ask(view, keep)

    before = everything_in(begun.store.home)
    restore(begun.store, lambda: Typing({"restore": Answer("keep")}))
    assert everything_in(begun.store.home) == before
