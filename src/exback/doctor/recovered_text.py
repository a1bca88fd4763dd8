"""A text that an external editor left behind: the page it belongs to, and how it gets back there."""

from __future__ import annotations

from msgspec import Struct

from exback.model.items import Text
from exback.model.program import Program
from exback.model.prose import clean, flat
from exback.model.run import Run, changed
from exback.store import Progress


class Page(Struct, frozen=True):
    """The text page that a run is on, and the title of its step.

    The title is empty if the step reaches out: a boundary may hold by now, and then no list names such a step.
    """

    run: Run
    item: Text
    title: str


def page_of(progress: Progress, program: Program) -> Page | None:
    """Return the page on which the person last wrote, None if no run is on a text page."""
    steps = {name: step for step in program.steps() for name in (step.id, *step.former)}
    for run in sorted(progress.runs, key=lambda run: run.start_number, reverse=True):
        step = steps.get(run.step)
        for item in () if step is None else (*step.items, *program.moved_out(step)):
            if isinstance(item, Text) and run.cursor in (item.id, *item.former):
                return Page(run, item, "" if step is None or step.reaches_out else step.title)
    return None


def put_back(page: Page, words: str) -> Run:
    """Return the run with a text as its draft on a page, after the earlier draft unless the text begins with that."""
    before = page.run.drafts.get(page.run.cursor)
    draft = clean(words)
    if isinstance(before, str) and not draft.startswith(before):
        draft = f"{before}\n\n{draft}"
    return changed(page.run, drafts={**page.run.drafts, page.run.cursor: draft if page.item.long else flat(draft)})
