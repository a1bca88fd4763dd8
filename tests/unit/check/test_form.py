"""`exback check` and the questions that share a page: they must be the step's own, follow each other, and fit into a row."""

from __future__ import annotations

import pytest
from unit.check.test_rules import program_of, step_of

from exback.check import judge
from exback.model.items import Item, Reading, Scale, Text, Timer

MOOD = Scale("mood", "How was your mood?")
LINE = Text("line", "Anything to say?", optional=True)
BETWEEN = Reading("between", "A few words between two questions.")


def faults(*items: Item, form: dict[str, str]) -> list[str]:
    """Return what is found about the form of a step."""
    step = step_of(*items, mirror="You said it.", form=form)
    return [fault.says for fault in judge(program_of(step)).findings if "form" in fault.says]


def test_questions_in_a_row_are_sound() -> None:
    """As in the check-in."""
    assert faults(MOOD, LINE, form={"mood": "Mood", "line": "One line"}) == []


@pytest.mark.parametrize(
    ("items", "form", "says"),
    [
        ((MOOD, LINE), {"mod": "Mood"}, "The form has “mod”, which isn't a question in this step."),
        ((MOOD, BETWEEN), {"between": "Words"}, "The form has “between”, which isn't a question in this step."),
        ((MOOD, BETWEEN, LINE), {"mood": "Mood", "line": "Line"}, "The questions of the form don't follow each other."),
        ((MOOD, Text("letter", "Your letter?", long=True)), {"letter": "Letter"}, "it can't be in the form"),
        ((MOOD, Timer("wait", "Wait.", seconds=60)), {"wait": "Wait"}, "it can't be in the form"),
    ],
    ids=["unknown", "a reading", "apart", "many lines", "a timer"],
)
def test_what_cannot_share_a_page_is_found(items: tuple[Item, ...], form: dict[str, str], says: str) -> None:
    """Each would leave someone before a row that isn't there, or that has no room."""
    assert any(says in fault for fault in faults(*items, form=form))
