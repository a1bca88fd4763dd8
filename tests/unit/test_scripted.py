"""The front end for tests, which must fail when a test expects something else than what happens."""

from __future__ import annotations

import pytest
from support.scripted import Scripted, Unscripted

from exback.engine.view import Answer, Back, Draft, Event, GoTo, Leave, Review, Skip, View
from exback.model.items import Choice, Confirm, Item, Option, Reading, Text, Timer


def ask(screen: Scripted, item: Item, notice: str = "") -> Event:
    """What the script does on a page."""
    return screen.ask(View(title="T", item=item, question=f"{item.id}?", notice=notice), lambda _: None)


NAME, WISH = Text("name", ""), Text("wish", "")


class TestAnswering:
    """What it does on a page."""

    @pytest.mark.parametrize("value", ["J.", 7, False, None, [], ["a", "b"]])
    def test_answers_by_item_id(self, value: object) -> None:
        """What stands under the id is the answer, of whatever kind."""
        assert ask(Scripted({"name": value}), NAME) == Answer(value)

    @pytest.mark.parametrize("event", [Back(), Skip(), GoTo("x"), Draft("x"), Leave(), Leave(interrupted=True)])
    def test_does_what_else_can_be_done(self, event: Event) -> None:
        """An event in place of an answer is what happens."""
        assert ask(Scripted({"name": event}), NAME) == event

    def test_goes_on_where_nothing_is_asked(self) -> None:
        """Readings and reviews need no script."""
        screen = Scripted({})
        assert [ask(screen, item) for item in (Reading("hello", ""), Review("review", ""))] == [Answer()] * 2

    def test_a_timer_runs_to_its_end(self) -> None:
        """No test waits for a breath unless it wants to leave it."""
        assert ask(Scripted({}), Timer("breath", "", seconds=60)) == Answer("finished")
        assert ask(Scripted({"breath": "left"}), Timer("breath", "", seconds=60)) == Answer("left")

    def test_several_answers_come_one_after_the_other(self) -> None:
        """A tuple holds what is said each time the question comes up; the last of them stays."""
        screen = Scripted({"name": ("J.", Back(), "K.")})
        assert [ask(screen, NAME) for _ in range(4)] == [Answer("J."), Back(), Answer("K."), Answer("K.")]

    def test_a_tuple_of_one_is_one_answer(self) -> None:
        """It is said as often as it is asked for."""
        screen = Scripted({"name": ("J.",)})
        assert [ask(screen, NAME) for _ in range(2)] == [Answer("J.")] * 2

    def test_an_answer_may_depend_on_the_page(self) -> None:
        """A function is given what is shown."""
        choice = Choice("tea", "", options=(Option("mint", "Mint"),))
        screen = Scripted({"tea": lambda view: view.question})
        assert ask(screen, choice) == Answer("tea?")

    def test_keeps_every_page_it_was_shown(self) -> None:
        """A test can look at them afterwards."""
        screen = Scripted({"name": "J."})
        ask(screen, Reading("hello", ""))
        ask(screen, NAME)
        assert [view.item.id for view in screen.views] == ["hello", "name"]


class TestFailing:
    """What it does not put up with."""

    @pytest.mark.parametrize("item", [NAME, Confirm("sure", ""), Choice("tea", "", options=())])
    def test_a_question_without_an_answer(self, item: Item) -> None:
        """A page that the test did not foresee names itself, and why it is up."""
        with pytest.raises(Unscripted, match=f"{item.id}.*Please give another"):
            ask(Scripted({}), item, notice="Please give another.")

    def test_an_answer_that_was_never_asked_for(self) -> None:
        """A script that says more than was asked fails at its end, and names what was left."""
        screen = Scripted({"name": "J.", "wish": "To sleep"})
        with pytest.raises(Unscripted, match="wish"), screen:
            ask(screen, NAME)

    def test_one_of_several_answers_that_was_never_asked_for(self) -> None:
        """A question that came up less often than foreseen is such a case, too."""
        screen = Scripted({"name": ("J.", "K.")})
        with pytest.raises(Unscripted, match="name"), screen:
            ask(screen, NAME)

    def test_a_script_that_was_used_up_is_fine(self) -> None:
        """Nothing is raised when all was asked for."""
        with Scripted({"name": "J.", "wish": ("A", "B")}) as screen:
            asked = [ask(screen, item) for item in (NAME, WISH, WISH)]
        assert len(asked) == 3

    def test_does_not_cover_up_another_failure(self) -> None:
        """When the walk itself fails, that is what is seen."""
        with pytest.raises(RuntimeError, match="the walk failed"), Scripted({"name": "J."}):
            raise RuntimeError("the walk failed")

    def test_fails_as_tests_fail(self) -> None:
        """What it raises is an assertion, so no code that forgives errors can swallow it as one of exback's."""
        assert issubclass(Unscripted, AssertionError)
