"""The map of all steps, drawn and in plain lines."""

from __future__ import annotations

import re

import pytest
from support.lives import BY_THEMSELVES, LIFE
from support.person import Person

from exback.model.dates import in_words, later
from exback.screen.pages.status import MARKS
from exback.screen.pages.step_map import MARK_WORDS, draw_map, plain_map


@pytest.fixture
def ruled(person: Person) -> Person:
    """Somebody who made their rule twelve days ago."""
    for one in ("your-story", "why-space", "contact-rule"):
        person.answers(one, dict(LIFE[one]))
    person.clock.forward(days=12)
    return person


class TestMap:
    """Every step with its state."""

    def test_every_step_is_on_it_with_its_id(self, ruled: Person) -> None:
        """Whoever wants to open one finds what to type; what comes up by itself isn't there before it does."""
        today = ruled.journey.today
        drawn = draw_map(ruled.program, ruled.guide, today, 100, colour=False)
        lines = list(plain_map(ruled.program, ruled.guide, today))
        for step in ruled.program.steps():
            is_shown = step.id not in BY_THEMSELVES or step in ruled.guide.due
            assert bool(re.search(rf"(?<![\w-]){re.escape(step.id)}(?![\w-])", drawn)) == is_shown
            beginning = f"{step.id}, {step.title}" + (" " if step.title.endswith("?") else ": ")
            assert sum(line.startswith(beginning) for line in lines) == is_shown

    def test_every_stage_is_a_head(self, ruled: Person) -> None:
        """What is always open and the endings are stages of it, too."""
        today = ruled.journey.today
        drawn = [line.strip() for line in draw_map(ruled.program, ruled.guide, today, 100, colour=False).split("\n")]
        lines = list(plain_map(ruled.program, ruled.guide, today))
        for stage in ruled.program.all_stages:
            assert stage.title in drawn
            assert f"{stage.title}:" in lines

    def test_each_step_says_how_it_stands(self, ruled: Person) -> None:
        """Done, open, and closed with the reason or the day."""
        lines = list(plain_map(ruled.program, ruled.guide, ruled.journey.today))
        assert "your-story, Your story: done." in lines
        assert "clear-cues, Put reminders out of sight: open." in lines
        assert "ride-an-urge, Ride out an urge: closed. Opens after “Risky moments”." in lines

    def test_a_drawn_row_gives_the_title_or_why_it_is_closed(self, ruled: Person) -> None:
        """What can be opened is named, what cannot says what it waits for."""
        drawn = draw_map(ruled.program, ruled.guide, ruled.journey.today, 100, colour=False)
        rows = {cells[1]: cells for line in drawn.split("\n") if len(cells := line.split(maxsplit=2)) == 3}
        assert rows["clear-cues"][2].strip() == "Put reminders out of sight"
        assert rows["ride-an-urge"][2].strip() == "Opens after “Risky moments”"

    def test_a_closed_step_names_its_day(self, person: Person) -> None:
        """Where the day is known it is there."""
        for one in ("your-story", "why-space", "contact-rule"):
            person.answers(one, dict(LIFE[one]))
        lines = list(plain_map(person.program, person.guide, person.journey.today))
        assert "why-it-ended, Why it ended: closed. Opens on Monday 9 March." in lines

    def test_a_step_that_is_asked_again_names_its_day(self, ruled: Person) -> None:
        """Where something was sent and they answered neither yes nor no, the day of the next question is on both maps."""
        ruled.puts("one-invitation", draft="Coffee?")
        ruled.puts("one-invitation", sent="yes")
        ruled.clock.forward(days=1)
        ruled.puts("one-invitation", reply="other", asked_to_stop=False)
        today = ruled.journey.today
        day = in_words(later(today, 14), today)
        drawn = draw_map(ruled.program, ruled.guide, today, 100, colour=False)
        lines = list(plain_map(ruled.program, ruled.guide, today))
        assert f"Invitation and answer, asked again on {day}" in drawn
        assert f"one-invitation, Invitation and answer: done. Asked again on {day}." in lines

    def test_explains_its_marks(self, ruled: Person) -> None:
        """A legend stands below, with every mark and its word."""
        drawn = draw_map(ruled.program, ruled.guide, ruled.journey.today, 100, colour=False)
        assert all(f"{MARKS[state]} {MARK_WORDS[state]}" in drawn for state in MARK_WORDS)
