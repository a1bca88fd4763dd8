"""Starting over."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.lives import LIFE
from support.person import Person
from support.scripted import Scripted

from exback.commands.reset import reset
from exback.engine.view import Back, Draft, Event, Keep, Leave, Skip, View
from exback.errors import TooNew
from exback.store import Store


@pytest.fixture
def begun(person: Person) -> Person:
    """Somebody with two entries on two days."""
    person.answers("your-story", {**LIFE["your-story"], "name": "Quittenbaum"})
    person.clock.forward(days=1)
    person.answers("urge", {**LIFE["urge"], "wrote": False})
    return person


class Asked:
    """Gives a screen that answers once, and shows what it was asked."""

    def __init__(self, answer: object) -> None:
        self.screen = Scripted({"reset": answer})

    def __call__(self) -> Scripted:
        """The screen to ask on."""
        return self.screen

    @property
    def view(self) -> View:
        """The page that was shown."""
        return self.screen.views[0]


def never() -> Scripted:
    """A screen that must not be asked for."""
    raise AssertionError("nobody was to be asked")


def everything_in(home: Path) -> dict[str, bytes]:
    """What lies in a folder, but for the lock between two programs."""
    files = (path for path in home.rglob("*") if path.is_file() and "lock" not in path.name)
    return {str(path.relative_to(home)): path.read_bytes() for path in files}


class TestReset:
    """Starting over."""

    def test_says_what_would_go_and_where_it_lies(self, begun: Person) -> None:
        """How much, from how many days, in which file, and that it is not deleted."""
        asked = Asked("keep")
        reset(begun.store, asked)
        body = "\n".join(str(block) for block in asked.view.body)
        assert "two entries from two days" in body
        assert str(begun.store.path) in body
        assert "It'll be put aside, not deleted." in body

    def test_one_entry_is_named_as_one(self, person: Person) -> None:
        """The sentence is whole for a single entry, too."""
        person.answers("urge", {**LIFE["urge"], "wrote": False})
        asked = Asked("keep")
        reset(person.store, asked)
        assert "one entry from one day" in str(asked.view.body)

    def test_the_first_option_keeps_everything(self, begun: Person) -> None:
        """Whoever only presses Enter loses nothing."""
        asked = Asked("keep")
        reset(begun.store, asked)
        assert asked.view.value is None
        assert asked.view.options[0].id == "keep"

    def test_puts_everything_aside(self, begun: Person, capsys: pytest.CaptureFixture[str]) -> None:
        """The file is moved, letter for letter, to the place that is named, and exback is new again."""
        before = begun.store.path.read_bytes()
        assert reset(begun.store, Asked("aside")) == 0
        said = capsys.readouterr().out
        aside = Path(next(line.strip() for line in said.split("\n") if "aside" in line and line.startswith("  ")))
        assert aside.read_bytes() == before
        assert not begun.store.exists()
        assert begun.store.load().runs == []
        assert "exback restore" in said

    @pytest.mark.parametrize(
        "answer", ["keep", ("something", "keep"), ("", "keep"), (None, "keep"), Back(), Skip(), Leave()]
    )
    def test_anything_else_changes_nothing(
        self, begun: Person, answer: object, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Only the one answer that says so puts anything aside, and what isn't offered is asked again."""
        before = everything_in(begun.store.home)
        assert reset(begun.store, Asked(answer)) == 0
        assert everything_in(begun.store.home) == before
        assert capsys.readouterr().out == "Nothing was changed.\n"

    def test_an_interrupt_is_told_to_the_shell(self, begun: Person) -> None:
        """Ctrl-C changes nothing and gives its own code."""
        before = everything_in(begun.store.home)
        assert reset(begun.store, Asked(Leave(interrupted=True))) == 130
        assert everything_in(begun.store.home) == before

    def test_somebody_who_hides_finds_no_word_after_it(self, begun: Person, capsys: pytest.CaptureFixture[str]) -> None:
        """The screen was cleared because somebody came in."""
        before = everything_in(begun.store.home)
        assert reset(begun.store, Asked(Leave(hidden=True))) == 0
        assert everything_in(begun.store.home) == before
        assert capsys.readouterr().out == ""

    def test_with_nothing_kept_nobody_is_asked(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """It says so, and creates nothing."""
        assert reset(Store(home), never) == 0
        assert "nothing to reset" in capsys.readouterr().out
        assert not home.exists()

    def test_a_file_that_cannot_be_read_can_be_put_aside(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """It is the way on for somebody whose file is damaged; its bytes are kept as they are."""
        home.mkdir()
        store = Store(home)
        store.path.write_bytes(b'{"format": "exba')
        asked = Asked("aside")
        assert reset(store, asked) == 0
        assert "can't read" in str(asked.view.body)
        assert "exback restore" not in capsys.readouterr().out
        assert [path.read_bytes() for path in home.glob("progress.json.corrupt-*")] == [b'{"format": "exba']

    def test_a_file_of_a_newer_exback_is_left_alone(self, home: Path) -> None:
        """This one does not touch what it cannot know."""
        home.mkdir()
        store = Store(home)
        store.path.write_text('{"format": "exback-progress", "version": 999}', encoding="utf-8")
        with pytest.raises(TooNew):
            reset(store, never)
        assert store.exists()

    def test_shows_no_word_that_was_written(self, begun: Person) -> None:
        """What would go is counted, not quoted."""
        asked = Asked("keep")
        reset(begun.store, asked)
        assert "Quittenbaum" not in str(asked.view)


def test_what_is_typed_on_the_page_is_kept_nowhere(begun: Person) -> None:
    """The question is not part of anybody's story."""

    class Typing(Scripted):
        def ask(self, view: View, keep: Keep) -> Event:
            keep(Draft("I want"))
            return super().ask(view, keep)

    before = everything_in(begun.store.home)
    reset(begun.store, lambda: Typing({"reset": "keep"}))
    assert everything_in(begun.store.home) == before
