"""`exback export --format html`: one file to read, print or keep, without a script and without a request to anywhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from datetime import date

from exback.engine.journal import Entry, Query, journal
from exback.engine.sentences import day_sentence, steps_done
from exback.engine.status import State, Status, ending_words, endings, status_of
from exback.export.html.elements import Markup, element
from exback.export.html.entries import written
from exback.export.html.figures import LIMITS, section
from exback.export.html.initials import shortener
from exback.export.html.style import STYLE
from exback.export.options import FIGURES, Options
from exback.insights.chart import is_empty
from exback.insights.overview import overview
from exback.model.dates import in_full
from exback.model.happened import day_about
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.run import Run

TITLE = "Looking back"
PRIVATE = "One person wrote everything here, for themselves. This file isn't encrypted, and it loads nothing from the internet."
PERSON = "If reading this gets too much, findahelpline.com and exback crisis list people who listen, in any country."
HIDDEN = (
    "Where exback asks for a name, it's shortened to initials, here and in longer texts. Names that are only in a longer text "
    "aren't found, so read this through before you share it."
)


def render(program: Program, journey: Journey, options: Options) -> str:
    """Return the days and what was written as one page of HTML, which refers to nothing outside it."""
    return document(TITLE, _body(program, journey, options))


def document(title: str, body: Markup) -> str:
    """Return a whole page of HTML, which asks nothing of anyone."""
    return f"<!doctype html>\n{element('html', _head(title), body, lang='en')}\n"


def _head(title: str) -> Markup:
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="robots", content="noindex"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", Markup(STYLE)),
    )


def _body(program: Program, journey: Journey, options: Options) -> Markup:
    has_figures = FIGURES not in options.without
    is_whole = not (options.without or options.initials)
    part = program.journey(tuple(_counted(program, journey, options.since)), journey.now)
    sections = overview(program, part, whole=journey, in_own_words=is_whole) if has_figures else ()
    shown = () if is_empty(sections) else sections
    links = [*((part.id, part.title) for part in shown), ("written", "What you wrote")]
    return element(
        "body",
        element("a", "Skip to the content", href="#content", class_="skip"),
        _header(journey.today, links),
        element(
            "main",
            _standing(program, journey) if has_figures else "",
            element("p", LIMITS, class_="quiet") if shown else "",
            element("div", (section(part, journey.today) for part in shown), class_="figures") if shown else "",
            _written(program, journey, options),
            id="content",
            tabindex="-1",
        ),
        element(
            "footer", element("p", PRIVATE), element("p", HIDDEN) if options.initials else "", element("p", PERSON)
        ),
    )


def _counted(program: Program, journey: Journey, since: date | None) -> Iterator[Run]:
    """Yield the runs that the figures are drawn from. They show the day that a run is about, so that has to be in the span."""
    dated_by = {step.id: step.dated_by for step in program.steps()}
    for run in journey.runs:
        if since is None or day_about(journey, run, dated_by.get(run.step, ())) >= since:
            yield run


def _header(today: date, links: list[tuple[str, str]]) -> Markup:
    items = (element("li", element("a", title, href=f"#{target}")) for target, title in links)
    return element(
        "header",
        element("h1", TITLE),
        element("p", f"Exported on {in_full(today)}.", class_="quiet"),
        element("nav", element("ul", items), aria_label="On this page"),
    )


def _standing(program: Program, journey: Journey) -> Markup:
    """Return where the person is in the program, in words: the day of the rule, and the stages."""
    rows = _rows(program, status_of(program, journey), journey.today)
    terms = [part for term, words in rows for part in (element("dt", term), element("dd", words))]
    return element("dl", terms, class_="standing") if terms else Markup()


def _rows(program: Program, guide: Status, today: date) -> Iterator[tuple[str, str]]:
    if guide.days is not None:
        yield "Your rule", day_sentence(guide.days, today, withheld=guide.leads_nowhere)
    for stage in program.stages:
        steps = guide.in_stage(stage)
        if steps:  # nothing is said of a stage that's withheld: six steps not done would look like a task
            done = sum(step.state == State.DONE for step in steps)
            yield stage.title, guide.ended.get(stage.id) or steps_done(done, len(steps))
    yield from ((ending.step.title, ending_words(ending, today)) for ending in endings(program, guide))


def _written(program: Program, journey: Journey, options: Options) -> Markup:
    everything = journal(program, journey, Query(since=options.since))
    written_words = (entry for entry in everything.entries if not entry.has_numbers)
    entries = [entry for entry in written_words if options.without.isdisjoint(_parts(entry))]
    say = shortener(program, journey) if options.initials else str
    note = everything.note or ("" if entries else "There's nothing here.")
    return element(
        "section",
        element("h2", "What you wrote", id="written"),
        written(entries, journey, say),
        element("p", note, class_="quiet") if note else "",
        aria_labelledby="written",
    )


def _parts(entry: Entry) -> Iterator[str]:
    """Yield what an entry is part of and can be left out with: all entries of its kind, and its step."""
    yield f"{entry.kind}s"
    if entry.step is not None:
        yield entry.step.id
