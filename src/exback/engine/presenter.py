"""The page that a session shows: an item, the review, the closing page, or why the step is closed."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec import Struct, structs

from exback.engine.path import Path
from exback.engine.view import Review, Row, View
from exback.model.boundaries import ASK_FIRST, WHERE_ASKED, WHY_ASKED, Boundary, explained
from exback.model.context import Context, Undecided
from exback.model.dates import in_words
from exback.model.evidence import in_short
from exback.model.gates import first_closed
from exback.model.happened import day_about, days_ago
from exback.model.items import (
    Choice,
    Choices,
    Item,
    Option,
    OptionsQuestion,
    Question,
    Reading,
    Scale,
    Text,
    Timer,
    Wording,
    worded,
)
from exback.model.journey import end_of_moment
from exback.model.program import Program, Step, findings_of
from exback.model.prose import Block, Quote, blocks, inline
from exback.model.run import Run, Value
from exback.model.timeline import SAFETY

REVIEW = "review"
CLOSING = "closing"
READ_BACK = "read-back"
ENOUGH, CHANGE = "enough", "change"
WITHHELD = "withheld"
NAMELESS = "exback"
"""The title over a step that must not be named."""
UNASKED = "unasked"
"""The id of the page that says to answer the questions about safety first."""
ASKS_REVIEW = "This is what you said."
CHANGED, UNCHANGED = "It's changed.", "You didn't change anything."
STAYS = "This answer stays as it is, because it says what happened."
YES_STAYS = "Once the step is finished, you can't undo a yes about safety."


class Position(Struct, frozen=True):
    """Where someone is in a step: the run, what of the step is visible, and what is to be said of the last answer.

    `corrects` is the run as it was when it was opened to be changed, if it was finished before. `can_reopen` says that the last
    page leads back to the one before, and the run isn't finished then.
    """

    program: Program
    step: Step
    run: Run
    path: Path
    notice: str
    corrects: Run | None = None
    can_reopen: bool = False


def show(position: Position) -> View:
    """Return the page that a run is on."""
    page = position.path.page(position.run.cursor)
    if page is not None:
        return _item(position, page)
    return _review(position) if position.run.cursor == REVIEW else _closing(position)


def _item(position: Position, item: Item) -> View:
    here, above = position.path.here, (*_recalled(position, item), *_half_typed(position, item))
    text = () if isinstance(item, Question) else _words(position, item.text)
    can_back = bool(position.path.place(item.id))
    page = _page(position, item, (*above, *text), concern=_concern(position, item), can_back=can_back)
    if not isinstance(item, Question):
        return structs.replace(page, notice=position.notice)
    given = position.run.answers.get(item.id, position.run.hidden.get(item.id))
    value = given if item.still_fits(given, here) else None
    stays = what_stays(item, position.run)
    is_fixed = bool(stays) and value is not None
    return structs.replace(
        page,
        question=_question(position, item),
        note=(stays,) if is_fixed else (*_words(position, item.note), *_ends_note(item)),
        options=_offered(item, here, value if is_fixed else None),
        value=value,
        value_text="" if value is None else item.say(value, here),
        draft=position.run.drafts.get(item.id, _to_change(item, here, value)),
        notice=position.notice,
        can_skip=item.optional and not is_fixed,
        is_weighty=item.id in SAFETY,
        rows=tuple(_rows(position)) if item.id in position.step.form else (),
        month_first=here.month_first,
    )


def what_stays(item: Question, run: Run) -> str:
    """Return why the answer to a question can't be changed any more, empty if it can."""
    if not run.was_finished:
        return ""
    said_yes = item.id in SAFETY and run.answers.get(item.id, run.hidden.get(item.id)) is True
    return YES_STAYS if said_yes else STAYS if item.stays else ""


def _rows(position: Position) -> Iterable[Row]:
    """Yield the questions that share a page, as far as they're on the path, with what is typed in them or was answered."""
    here, answers, drafts = position.path.here, position.path.answers, position.run.drafts
    for item in position.path.pages:
        if item.id not in position.step.form or not isinstance(item, Question):
            continue
        value, draft = answers.get(item.id), drafts.get(item.id)
        if isinstance(item, Choices):
            ticked = next((ids for ids in (draft, value) if isinstance(ids, list)), [])
            for option in item.offered(here):
                yield Row(item.id, option.row or option.label, "yes" if option.id in ticked else "no", option=option.id)
            continue
        is_preset = isinstance(item, OptionsQuestion) and item.preset
        if value is None and isinstance(item, OptionsQuestion) and is_preset:
            value = item.offered(here)[0].id
        hint = f"{item.low} to {item.high}" if isinstance(item, Scale) else ""
        words = "" if value is None else str(value) if isinstance(item, Scale) else item.say(value, here)
        answer = inline(draft) if isinstance(draft, str) else words
        yield Row(item.id, position.step.form[item.id], answer, hint, is_preset=is_preset)


def _offered(item: Question, here: Context, fixed: Value) -> tuple[Option, ...]:
    """Return the options of a question, or only the one of an answer that can't be changed any more."""
    options = item.offered(here) if isinstance(item, OptionsQuestion) else ()
    return options if fixed is None else tuple(option for option in options if option.id == fixed)


def _recalled(position: Position, item: Item) -> tuple[Block, ...]:
    here = position.path.here
    return tuple(
        quote
        for recall in position.path.recalls.get(item.id, ())
        for quote in here.quote(recall.step, recall.item, str(worded(recall.text, here)))
    )


def _half_typed(position: Position, item: Item) -> tuple[Block, ...]:
    """Return the words that were begun when another step asked this question, until there is an answer."""
    if not item.moved_from or item.id in position.path.answers:
        return ()
    begun = position.path.here.journey.half_typed(position.step.id, item.id)
    return (Quote(begun, None, "You'd started writing this:"),) if begun else ()


def _to_change(item: Question, here: Context, value: Value) -> str | None:
    """Return the words that a question begins with, as long as it has no answer; None if it begins empty."""
    if value is not None or not isinstance(item, Text) or item.begins_with is None:
        return None
    return item.begins_with(here) or None


def _ends_note(item: Item) -> tuple[Block, ...]:
    if not isinstance(item, Scale) or not any(item.ends):
        return ()
    return (f"{item.low} is {item.ends[0]}, {item.high} is {item.ends[1]}.",)


def _review(position: Position) -> View:
    questions = [item for item in position.path.pages if isinstance(item, Question)]
    written = (position.path.answers.get(page.id) for page in position.path.pages[-1:])
    return structs.replace(
        _page(
            position,
            Review(REVIEW, ASKS_REVIEW),
            blocks(_why_not_again(position)),
            concern=_help(position, written),
            can_back=True,
        ),
        question=ASKS_REVIEW,
        note=blocks("Change anything you like. It's saved either way."),
        options=tuple(Option(item.id, _question(position, item), _answer_text(position, item)) for item in questions),
        notice=position.notice,
        why=blocks("Look it over. Choose an answer to change it, or finish the step."),
    )


def _why_not_again(position: Position) -> str:
    """Return why the latest run of a step comes up in place of a new one, if the step has a reason of its own for it."""
    step, run, journey = position.step, position.run, position.path.here.journey.as_it_is
    last = journey.last(step.id)
    if step.repeats is None or run.finished is None or last is None or last.id != run.id:
        return ""
    verdict = first_closed(step.repeats.again, journey)
    if verdict.date is not None and verdict.date > journey.today:
        return f"You can do this again from {in_words(verdict.date, journey.today)}."
    return "" if verdict.open else verdict.reason.format(title=position.program.step(verdict.step).title)


def _closing(position: Position) -> View:
    mirror, small_thing = (_last_words(position, words) for words in (position.step.mirror, position.step.small_thing))
    body = _what_changed(position, mirror) or (*mirror, *small_thing)
    concern = _help(position, position.path.answers.values(), in_full=True)
    return _page(position, Reading(CLOSING, ""), body, concern=concern, can_back=position.can_reopen)


def _what_changed(position: Position, mirror: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return what is said in place of the last words to someone who corrected an entry of a day that is over, else nothing.

    What the step advises was for that day, and what a momentary one says was for that moment.
    """
    was, run = position.corrects, position.run
    is_past = days_ago(position.path.here.journey.as_it_is, run, position.step.dated_by) > 0
    if was is None or not is_past or not position.path.asks:
        return ()
    is_same = {**was.hidden, **was.answers} == {**run.hidden, **run.answers}
    return (UNCHANGED if is_same else CHANGED, *(() if position.step.momentary else mirror))


def read_back(position: Position) -> View:
    """Return the page that shows what someone wrote in a finished step, with an offer to change it."""
    options = (Option(ENOUGH, "That's all for now"), Option(CHANGE, "Change an answer"))
    item = Choice(READ_BACK, "What now?", options=options)
    concern = _help(position, position.path.answers.values())
    page = _page(position, item, _last_words(position, position.step.mirror), concern=concern)
    return structs.replace(page, question=str(item.text), options=options, begins_at_top=True)


def _last_words(position: Position, wording: Wording) -> tuple[Block, ...]:
    """Return closing words, none if they read an answer that isn't there.

    What comes up may depend on the day, and a clock that was set back may change that between the last answer and this page.
    """
    try:
        return _words(position, wording)
    except Undecided:
        return ()


def _concern(position: Position, item: Item) -> tuple[Block, ...]:
    """Return the help after grave words: on the page after them, and where someone comes back to what they half typed."""
    place = position.path.place(item.id) or 0
    before = position.path.pages[max(0, place - 1) : place]
    written = (*(position.path.answers.get(page.id) for page in before), position.run.drafts.get(item.id))
    return _help(position, written)


def _help(position: Position, written: Iterable[object], *, in_full: bool = False) -> tuple[Block, ...]:
    """Return the help for the gravest of some answers, empty if none gives reason to be concerned."""
    concern = position.program.concern_in(*(value for value in written if isinstance(value, str)))
    if concern is None:
        return ()
    help_ = concern.help_for(position.path.here.held)
    return blocks(help_.in_full if in_full else help_.in_short)


def withheld(boundaries: tuple[Boundary, ...], *, can_correct: bool) -> View:
    """Return the page that is shown in place of a whole step, with neither its title nor what it's for."""
    correct = ("If you pressed the wrong key, go back and answer again.",) if can_correct else ()
    return View(
        title=NAMELESS,
        minutes=1,
        body=(*explained(boundaries), *correct),
        item=Reading(WITHHELD, ""),
        why=blocks(WHY_ASKED),
        can_back=can_correct,
    )


def unasked(position: Position) -> View:
    """Return the page that is shown in place of a step until the questions about safety are answered."""
    where = WHERE_ASKED.format(step=position.program.asks_first.id)
    return _page(position, Reading(UNASKED, "", why=WHY_ASKED), (f"{ASK_FIRST} This part opens after that.", where))


def _page(
    position: Position, item: Item, body: tuple[Block, ...], *, concern: tuple[Block, ...] = (), can_back: bool = False
) -> View:
    return View(
        title=f"{position.program.stage_of(position.step).title} · {position.step.title}",
        place=_day_of_entry(position) or place_in_stage(position.program, position.step, position.path.here.held),
        minutes=1  # a page that is changed leads back to the review
        if position.run.reviewed
        else minutes_left(position.step, item.id),
        concern=concern,
        body=body,
        item=item,
        why=_why(position, item),
        can_back=can_back,
        way_back=_way_back(position),
    )


def _day_of_entry(position: Position) -> str:
    """Return which day an entry is about that is changed on a later day, empty where one of its pages asks for it."""
    step, run, journey = position.step, position.run, position.path.here.journey.as_it_is
    is_asked = any(page.id in step.dated_by for page in position.path.pages)
    if is_asked or not step.momentary or run.finished is None or not days_ago(journey, run, step.dated_by):
        return ""
    return in_words(day_about(journey, run, step.dated_by), journey.today)


def _way_back(position: Position) -> str:
    """Return when someone who leaves comes back to the page, empty if they don't: a finished run opens on another one."""
    if position.run.finished is not None:
        return ""
    if not position.step.momentary:
        return "exback brings you back to where you were."
    until = end_of_moment(position.run, position.path.here.now.tzinfo)
    return (
        f"Until {until:%H:%M}, exback brings you back to where you were. After that, it opens empty, and your answers stay in your "
        "journal."
    )


def minutes_left(step: Step, page: str) -> int:
    """Return about how many minutes a step still takes: 1 on a page that is no item of it.

    The place among all items of the step decides, also those that this person never sees: a number that depended on the
    pages ahead would go up whenever an answer opens more of them. A timer takes its own time, and the others share the rest.
    """
    place = next((place for place, each in enumerate(step.items) if each.id == page), len(step.items))
    (timed, others), (timed_ahead, others_ahead) = map(_minutes_timed, (step.items, step.items[place:]))
    return max(1, round((step.minutes - timed) * others_ahead / max(1, others) + timed_ahead))


def _minutes_timed(items: Collection[Item]) -> tuple[float, int]:
    """Return how many minutes the timers among some items take, and how many other items there are."""
    timers = [item.seconds for item in items if isinstance(item, Timer)]
    return sum(timers) / 60, len(items) - len(timers)


def _why(position: Position, item: Item) -> tuple[Block, ...]:
    """Return why a page is there, and the findings that the step rests on."""
    findings = findings_of(position.program, position.step)
    known = ("What's known:\n" + "\n".join(f"- {in_short(finding)}" for finding in findings),) if findings else ()
    return (*blocks(item.why or position.step.purpose), *known)


def _words(position: Position, wording: Wording) -> tuple[Block, ...]:
    return blocks(worded(wording, position.path.here))


def _question(position: Position, item: Item) -> str:
    return str(_words(position, item.text)[0])


def _answer_text(position: Position, item: Question) -> str:
    if position.path.is_open(item):
        return "not answered yet"
    value = position.path.answers[item.id]
    return "skipped" if value is None else item.say(value, position.path.here)


def place_in_stage(program: Program, step: Step, held: Collection[str] = ()) -> str:
    """Return "step 3 of 7", or nothing for the companion's steps and for endings.

    `held` are the ids of the boundaries that hold. A step that they withhold isn't counted: it's never shown.
    """
    stage = program.stage_of(step)
    if stage not in program.stages:
        return ""
    shown = [each.id for each in stage.steps if each.id == step.id or not each.is_withheld(held)]
    return f"step {shown.index(step.id) + 1} of {len(shown)}"
