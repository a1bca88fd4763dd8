"""Words that an editor left in plain: where they belong, and how they get back there."""

from __future__ import annotations

from msgspec import Struct

from exback.model.items import Text
from exback.model.program import Program
from exback.model.prose import clean, flat
from exback.model.run import Run, changed
from exback.store import Progress


class Page(Struct, frozen=True):
    """A page for words on which a run stands, and the title of its step: empty where that step reaches out.

    A boundary may hold by now, and then no list names such a step.
    """

    run: Run
    item: Text
    title: str


def page_of(progress: Progress, program: Program) -> Page | None:
    """Give where somebody was writing last, None if no run stands on a page for words."""
    steps = {name: step for step in program.steps() for name in (step.id, *step.former)}
    for run in sorted(progress.runs, key=lambda run: run.start_number, reverse=True):
        step = steps.get(run.step)
        for item in () if step is None else step.items:
            if isinstance(item, Text) and run.cursor in (item.id, *item.former):
                return Page(run, item, "" if step is None or step.reaches_out else step.title)
    return None


def put_back(page: Page, words: str) -> Run:
    """Give the run with some words as its draft on a page. A draft that they do not begin with stays before them."""
    before = page.run.drafts.get(page.run.cursor)
    draft = clean(words)
    if isinstance(before, str) and not draft.startswith(before):
        draft = f"{before}\n\n{draft}"
    return changed(page.run, drafts={**page.run.drafts, page.run.cursor: draft if page.item.long else flat(draft)})
