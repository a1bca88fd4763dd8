"""`exback check` and words that are put by: the day that they wait for must be one of the step's own questions."""

from __future__ import annotations

import pytest
from unit.check.test_rules import program_of, step_of

from exback.check import judge
from exback.model.items import Date, Text

DAY = Date("until", "Until when?", ahead=True)


def faults(put_by: str) -> list[str]:
    """Return what is found in a step whose letter is put by until the day that a question holds."""
    step = step_of(Text("letter", "Your letter?", put_by=put_by), DAY, mirror="You said it.")
    return [fault.says for fault in judge(program_of(step)).findings if fault.item == "letter"]


def test_a_day_of_the_step_is_sound() -> None:
    """As in the step for letters."""
    assert faults("until") == []


@pytest.mark.parametrize("put_by", ["untl", "first"])
def test_a_name_that_nobody_declares_is_found(put_by: str) -> None:
    """Words that wait for a day that never comes would be open at once, which no one meant."""
    assert any(f"names “{put_by}” in “first”, which has no such item" in says for says in faults(put_by))
