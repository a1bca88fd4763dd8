"""The same script through all three front ends writes the same progress file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support import program_walk
from support.person import Clock
from support.program_walk import Planned
from support.teletype import Teletype, child, environment
from support.typist import Recorded, Typing, type_on_plain_lines, type_on_terminal

from exback.model.program import Program

CONTACT = {"kind": "they-wrote", "answered": False, "felt": "Warm at first.\nAn hour later, “why now?”"}


def _plan() -> list[Planned]:
    """Return the script: a yes with a contact in it, and every timer left at once, so that no one waits."""
    planned = [*program_walk.to_accepted(), Planned(5, "contact", CONTACT)]
    planned.sort(key=lambda one: one.day)
    return [one._replace(answers={item: _left(value) for item, value in one.answers.items()}) for one in planned]


def _left(value: object) -> object:
    return "left" if value == "finished" else value


@pytest.fixture(scope="module")
def scripted(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    """The person who went through the script on the scripted front end."""
    person = Recorded(program, Clock(), tmp_path_factory.mktemp("scripted"))
    program_walk.walk(person, _plan())
    return person


def _kept(home: Path) -> str:
    """Return the file as it is, but for the number of saves and the check sum, which covers that number.

    A real front end also saves what is half typed.

    What is left holds every run with its id, moments, answers, cursor and whether it was finished, their order, and
    that no draft, hidden answer, history or orphan was left over.
    """
    kept = (home / "progress.json").read_text(encoding="utf-8")
    kept = re.sub(r'"revision": \d+', '"revision": 0', kept, count=1)
    return re.sub(r'"check": "[0-9a-f]+"', '"check": ""', kept, count=1)


@pytest.mark.parametrize(
    ("front_end", "type_all"),
    [("terminal", type_on_terminal), ("plain", type_on_plain_lines)],
    ids=["terminal", "plain"],
)
def test_every_front_end_writes_the_same_file(
    front_end: str, type_all: Typing, scripted: Recorded, tmp_path: Path
) -> None:
    """The whole program, typed on a real front end, leaves the same bytes, apart from `revision` and its checksum."""
    home = tmp_path / "home"
    command = child(home, [sitting.entry for sitting in scripted.sittings], front_end)
    with Teletype(command, environment(home)) as teletype:
        type_all(teletype, scripted.sittings)
        assert teletype.exit_code() == 0

    ours, theirs = _kept(home), _kept(scripted.store.home)
    for one, other in zip(json.loads(ours)["runs"], json.loads(theirs)["runs"], strict=True):
        assert one == other
    assert ours == theirs
