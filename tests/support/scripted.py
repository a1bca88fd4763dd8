"""Answer pages from a script, for tests, and fail at anything the script did not foresee."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import Self

from exback.engine.view import Answer, Event, GoTo, Keep, Skip, View
from exback.model.items import OptionsQuestion, Question, Reading, Timer


class Unscripted(AssertionError):
    """A page asked for something that the script has no answer to, or an answer was never asked for."""


class Scripted:
    """A screen that answers by item id. A callable gets the view. Readings, reviews and closing pages go on by
    themselves. Without an answer in the script, what may be skipped is, and what is preset is taken as it is.

    Events (Back, Leave, ...) may take the place of answers. A tuple holds several answers to one id, used one after the
    other. Leaving the `with` block fails if an answer was not used.
    """

    def __init__(self, answers: Mapping[str, object]) -> None:
        self._answers = dict(answers)
        self._unused = set(answers)
        self.views: list[View] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and self._unused:
            raise Unscripted(f"never asked for: {', '.join(sorted(self._unused))}")

    def ask(self, view: View, keep: Keep) -> Event:
        """Return the scripted event for a page. Raises Unscripted if there is none."""
        self.views.append(view)
        is_refused = view.notice and not isinstance(view.item, Reading)  # a page to read says only why it came up
        if is_refused and not isinstance(self._answers.get(view.item.id), tuple):
            raise Unscripted(f"refused at “{view.item.id}”: {view.notice}")
        if view.rows and view.rows[0].item in self._unused and view.item.id != view.rows[0].item:
            return GoTo(view.rows[0].item)  # it has an answer by itself, so the page begins below it
        if view.item.id in self._answers:
            return self._scripted(view)
        if isinstance(view.item, Timer):
            return Answer("finished")
        if view.can_skip:
            return Skip()
        if isinstance(view.item, OptionsQuestion) and view.item.preset:
            return Answer(view.options[0].id)
        if isinstance(view.item, Question):
            raise Unscripted(f"no answer to “{view.item.id}”: {view.question} {view.notice}")
        return Answer()

    def _scripted(self, view: View) -> Event:
        planned = self._answers[view.item.id]
        if isinstance(planned, tuple) and len(planned) > 1:
            planned, *rest = planned
            self._answers[view.item.id] = tuple(rest)
        else:
            planned = planned[0] if isinstance(planned, tuple) else planned
            self._unused.discard(view.item.id)
        if callable(planned):
            planned = planned(view)
        return planned if isinstance(planned, Event) else Answer(planned)
