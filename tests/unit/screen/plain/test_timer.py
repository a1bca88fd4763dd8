"""Timers in plain lines: when they begin, how little they say, and how they are left."""

from __future__ import annotations

import io

import pytest
from support.plain_talk import BREATH, NOW, SHORT_WAIT, WAIT, Conversation, with_

from exback.engine.view import Answer, Leave, View
from exback.screen.plain import Plain


class TestBreath:
    """A paced breath."""

    def test_is_said_in_its_rhythm(self) -> None:
        """In and out, as long as the timer runs, and then it is finished."""
        conversation = Conversation(BREATH, "")
        assert conversation.event == Answer("finished")
        assert conversation.slept == [4, 6] * 6
        assert conversation.said.count("In.\n") == conversation.said.count("Out.\n") == 6

    def test_each_of_its_words_is_over_in_a_moment(self) -> None:
        """A voice that speaks for seconds would be the breath of somebody else."""
        running = Conversation(BREATH, "").said.partition("Enter to start: ")[2].strip().split("\n")
        assert {len(line.split()) for line in running[:-1]} == {1}

    @pytest.mark.parametrize("word", ["quiet", " Quiet "])
    def test_can_be_had_without_a_word_until_the_end(self, word: str) -> None:
        """Somebody may not want a voice in it."""
        conversation = Conversation(BREATH, word)
        assert conversation.event == Answer("finished")
        assert conversation.slept == [60]
        running = conversation.said.partition("Enter to start: ")[2]
        assert running.strip() == "Started.\nThat was one minute."


class TestWait:
    """Minutes that pass."""

    def test_a_long_one_tells_the_half_and_the_end(self) -> None:
        """And nothing else."""
        conversation = Conversation(WAIT, "")
        assert conversation.event == Answer("finished")
        assert conversation.slept == [300, 300]
        running = conversation.said.partition("Enter to start: ")[2]
        assert running.strip() == "Started.\nYou have five minutes to go.\nThat was ten minutes."

    def test_a_short_one_tells_the_end(self) -> None:
        """Two minutes need no half."""
        conversation = Conversation(SHORT_WAIT, "")
        assert conversation.slept == [120]
        running = conversation.said.partition("Enter to start: ")[2]
        assert running.strip() == "Started.\nThat was two minutes."


@pytest.mark.parametrize("view", [BREATH, WAIT, SHORT_WAIT])
class TestEvery:
    """What holds for all of them."""

    def test_begins_when_the_person_is_ready(self, view: View) -> None:
        """Nothing runs while a screen reader still reads the page."""
        conversation = Conversation(view)
        assert conversation.said.count("Enter to start:") == 1
        assert (conversation.event, conversation.slept) == (Leave(), [])

    def test_says_before_it_begins_what_will_be_heard_and_how_to_end_it(self, view: View) -> None:
        """Afterwards is too late."""
        before = Conversation(view).said.partition("Enter to start:")[0]
        assert "You'll" in before
        assert "Enter ends it early." in before

    def test_an_interrupt_ends_the_timer_and_not_the_step(self, view: View) -> None:
        """It can be left at any moment, and that is no failure."""

        def interrupted(_seconds: float) -> None:
            raise KeyboardInterrupt

        screen = Plain(lambda: NOW, io.StringIO("\n"), io.StringIO(), interrupted)
        assert screen.ask(view, lambda _: None) == Answer("left")

    def test_promises_nothing_that_it_does_not_do(self, view: View) -> None:
        """A timer that ran before says nothing of keeping that."""
        assert "keeps it" not in Conversation(with_(view, value="finished", value_text="to the end")).said
