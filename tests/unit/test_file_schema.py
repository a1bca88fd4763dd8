"""docs/progress-file.schema.json: what exback writes fits it, and what is no progress file does not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import file_schema
import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from support import program_walk
from support.person import Person

from exback.model.run import Earlier, Run, changed
from exback.store.envelope import Cost, new_key, seal
from exback.store.recovery_code import new_code

DOCUMENT = Path(__file__).parents[2] / "docs" / "progress-file.md"
SCHEMA = Draft202012Validator(json.loads(file_schema.page()))


def fits(data: bytes | str) -> bool:
    """Tell whether a file fits the schema."""
    return SCHEMA.is_valid(json.loads(data))


def test_the_schema_is_the_one_of_todays_types() -> None:
    """`make docs` makes it anew."""
    assert file_schema.PAGE.read_text(encoding="utf-8") == file_schema.page()


def test_it_is_a_schema() -> None:
    """By the rules that it names."""
    Draft202012Validator.check_schema(json.loads(file_schema.page()))


def test_the_example_in_the_document_fits() -> None:
    """What is described to people is what programs may count on."""
    examples = re.findall(r"```json\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert examples
    assert all(map(fits, examples))


def test_the_files_of_a_whole_walk_fit(person: Person) -> None:
    """From the first page to an ending, with every kind of answer."""
    letter = program_walk.Planned(5, "letter", {"to": "them", "letter": "Dear J.", "fate": "burn"})
    program_walk.walk(person, sorted([*program_walk.to_accepted(), letter], key=lambda one: one.day))
    data = person.store.path.read_bytes()
    SCHEMA.validate(json.loads(data))
    kinds = {type(answer) for run in json.loads(data)["runs"] for answer in run.get("answers", {}).values()}
    assert kinds == {str, int, bool, list, type(None)}


def test_a_file_with_every_field_fits(person: Person) -> None:
    """Drafts, closed branches, changes, orphans and what another version wrote."""
    run = Run(id="a", step="urge", started=person.clock.now, answers={"a": 1}, hidden={"b": None}, drafts={"c": ["d"]})
    history = [Earlier("a", ["x"], person.clock.now, 2)]
    person.store.put(changed(run, history=history, orphans={"e": {"f": 1.5}}, extra={"colour": "grey"}, unseen=["a"]))
    SCHEMA.validate(json.loads(person.store.path.read_bytes()))


def test_a_locked_file_fits(person: Person) -> None:
    """And nothing that was added to it."""
    sealed = seal(new_key("four words that differ", new_code(), Cost(8, 1, 1)), b"{}")
    assert fits(sealed)
    assert not fits(json.dumps({**json.loads(sealed), "colour": "red"}))


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole.pop("format"),
        lambda whole: whole.pop("version"),
        lambda whole: whole.update(format="exback-status"),
        lambda whole: whole.update(version=2),
        lambda whole: whole.update(revision="7"),
        lambda whole: whole.update(runs={}),
        lambda whole: whole["runs"][0].pop("id"),
        lambda whole: whole["runs"][0].update(started=None),
        lambda whole: whole["runs"][0].update(answers={"a": {"b": 1}}),
        lambda whole: whole["runs"][0].update(answers={"a": 1.5}),
        lambda whole: whole["runs"][0].update(drafts={"a": None}),
    ],
)
def test_what_is_no_progress_file_does_not_fit(person: Person, change: Any) -> None:
    """Fields of the wrong type, missing ones, other formats and versions."""
    person.store.put(Run(id="a", step="urge", started=person.clock.now))
    whole = json.loads(person.store.path.read_bytes())
    SCHEMA.validate(whole)
    change(whole)
    with pytest.raises(ValidationError):
        SCHEMA.validate(whole)
