from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from exback.errors import ExbackError, ProgramError
from exback.loader import NAME, load

TINY = """
from exback.model.program import Program, Stage, StreakRule
from .greet import STEP

STAGE = Stage(id="only", title="Only", purpose="To try.", steps=(STEP,))
NONE = Stage(id="none", title="None", purpose="Nothing.", steps=())
PROGRAM = Program(
    title="{title}", welcome=tuple, stages=(STAGE,), companion=NONE, endings=NONE,
    first="greet", daily="greet", moment="greet",
    streak=StreakRule(step="greet", length=("days",), broken_in="greet", broken_item="kind", broken_by=()),
)
"""
GREET = """
from exback.model.items import Text
from exback.model.program import Step

STEP = Step(
    id="greet", title="{title}, step", minutes=1, purpose="To say hello.", items=(Text("hello", "Who is there?"),),
    mirror="Hello.", small_thing="Wave.",
)
"""


@pytest.fixture(autouse=True)
def _own_steps_afterwards() -> Iterator[None]:
    """Put the steps that other tests have loaded back in their place."""
    before = {name: module for name, module in sys.modules.items() if name == NAME or name.startswith(f"{NAME}.")}
    yield
    for name in [name for name in sys.modules if name == NAME or name.startswith(f"{NAME}.")]:
        del sys.modules[name]
    sys.modules.update(before)


def folder(place: Path, title: str = "Tiny") -> Path:
    """Write a folder with a program of one step."""
    place.mkdir(exist_ok=True)
    (place / "__init__.py").write_text(TINY.format(title=title), encoding="utf-8")
    (place / "greet.py").write_text(GREET.format(title=title), encoding="utf-8")
    return place


def test_exback_finds_its_own_steps() -> None:
    """Without a folder named, the program is exback's own, with its three stages in order."""
    program = load()
    assert program.title == "exback"
    assert [stage.id for stage in program.stages] == ["no-contact", "soul-searching", "reattraction"]
    for named in (program.first, program.daily, program.moment, program.streak.step, program.streak.broken_in):
        assert program.step(named).id == named


def test_its_own_are_read_once(tmp_path: Path) -> None:
    """Like any module; a folder that is named is read anew each time, and afterwards exback's own again."""
    own = load()
    assert load() is own
    tiny = folder(tmp_path / "tiny")
    assert load(tiny) is not load(tiny)
    assert load().title == "exback"


def test_loading_that_was_interrupted_begins_again() -> None:
    """What was read until then isn't taken for the program."""
    load()
    del sys.modules[NAME].PROGRAM
    assert load().title == "exback"


def test_another_folder_of_steps_is_another_program(tmp_path: Path) -> None:
    """Any folder with a PROGRAM can be walked, and its modules may import each other."""
    program = load(folder(tmp_path / "other"))
    assert program.title == "Tiny"
    assert [step.id for step in program.steps()] == ["greet"]


def titles(place: Path) -> tuple[str, str]:
    """Give what the program in a folder and its one step are called."""
    program = load(place)
    return program.title, program.step("greet").title


def test_each_folder_is_loaded_for_itself(tmp_path: Path) -> None:
    """Nothing of one folder is left when the next is loaded, and the first can be loaded again."""
    one, two = folder(tmp_path / "one", "One"), folder(tmp_path / "two", "The second")
    assert titles(one) == ("One", "One, step")
    assert titles(two) == ("The second", "The second, step")
    assert load().title == "exback"
    assert titles(one) == ("One", "One, step")


def test_a_folder_that_was_changed_is_read_anew(tmp_path: Path) -> None:
    """Whoever writes a step and loads the folder again sees what they wrote."""
    assert titles(folder(tmp_path / "one", "Before")) == ("Before", "Before, step")
    assert titles(folder(tmp_path / "one", "And after it")) == ("And after it", "And after it, step")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "There's no program of steps in this folder."),
        ("", "This folder of steps has no PROGRAM."),
        ("PROGRAM = 'a program'\n", "This folder of steps has no PROGRAM."),
    ],
)
def test_a_folder_without_a_program_is_said_to_have_none(tmp_path: Path, content: str | None, sentence: str) -> None:
    """A folder that is no program is named in one sentence, with what it lacks."""
    if content is not None:
        (tmp_path / "__init__.py").write_text(content, encoding="utf-8")
    with pytest.raises(ProgramError) as error:
        load(tmp_path)
    assert str(error.value) == sentence
    assert error.value.path == str(tmp_path)
    assert "__init__.py" in error.value.hint


@pytest.mark.parametrize("name", ["missing", "a-file"])
def test_a_place_that_is_no_folder_is_said_to_hold_no_program(tmp_path: Path, name: str) -> None:
    """A path that does not exist, or is a file, is an error that says so."""
    (tmp_path / "a-file").write_text(TINY, encoding="utf-8")
    with pytest.raises(ExbackError, match="no program of steps"):
        load(tmp_path / name)
