"""The eight minutes and the plan for the worst hours, typed into a real terminal."""

from __future__ import annotations

from support.person import Clock, Person
from support.teletype import CTRL_D, CTRL_Q, DOWN, ENTER
from terminal.conftest import Room

LINE = "It gets light again."
SIGN = "I stop answering people."


def test_the_eight_minutes_from_start_to_finish_with_an_empty_file(room: Room) -> None:
    """Seven keys lead to the first page of it, the rest is five answers, and every one of them is saved."""
    teletype = room.exback("now")
    teletype.see("What's going on?", "I'm afraid of them")
    teletype.press(*[DOWN] * 6, ENTER)
    teletype.see("Then stay here for eight minutes.")
    teletype.press(ENTER * 2)
    teletype.see("What's the worst thing right now?")
    teletype.press("The quiet.", ENTER)
    teletype.see("You wrote:", "The quiet.")
    teletype.press(ENTER * 2)
    teletype.see("What would they say to you?")
    teletype.press("Come over.", CTRL_D)
    teletype.see("What would help in the next hour?")
    teletype.press(DOWN, ENTER)
    teletype.see("Who could you talk to")
    teletype.press(ENTER)
    teletype.see("Which sentence do you want to save?")
    teletype.press(LINE, ENTER)
    teletype.see_no("For the next bad hour.")
    (run,) = room.store.load().runs
    assert (run.answers["next-hour"], run.answers["person"], run.answers["line"]) == ("listen", None, LINE)


def test_the_plan_is_there_at_once_and_gone_at_once(room: Room) -> None:
    """`exback plan` shows what was written, with nothing to press before, and Ctrl-Q takes it off the screen."""
    Person(room.program, Clock(room.now), room.home).answers("safety-plan", {"signs": SIGN})
    teletype = room.exback("plan")
    teletype.see(SIGN, "Change an answer")
    teletype.press(CTRL_Q)
    assert teletype.exit_code() == 0
    assert SIGN not in teletype.screen()
