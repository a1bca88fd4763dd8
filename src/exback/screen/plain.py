"""The front end of plain lines: for screen readers, for dumb terminals, for anybody who likes it so.

No cursor movement, no colour, no boxes. What a key does elsewhere is a typed word here: back, help, skip,
leave. A line that is nothing but such a word is meant as one; put it in quotes to say it as an answer.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from types import TracebackType
from typing import Self, TextIO

from exback.dates import count, in_minutes, in_words
from exback.items import Choice, Choices, Confirm, Option, Question, Scale, Text, Timer
from exback.prose import Block, Quote, Table, visible
from exback.screen.protocol import Keep
from exback.view import Answer, Back, Draft, Event, GoTo, Leave, Review, Skip, View

END = "."
ANEW = "anew"
PERSON = "To talk to a person: leave, and type exback crisis"
LEFT = "Left. What you gave is saved, and exback brings you back."
HELP = f"You can say back, skip where that is offered, or leave. {PERSON}"
COMMANDS: dict[str, Event] = {"back": Back(), "skip": Skip(), "leave": Leave()}
WORDS = (*COMMANDS, "help", ANEW)


class Plain:
    """Asks line by line. `today` gives the day that dates are told from."""

    def __init__(
        self,
        today: Callable[[], date],
        source: TextIO,
        sink: TextIO,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._today = today
        self._source = source
        self._sink = sink
        self._sleep = sleep
        self._step = ""  # the one that was told of a person to talk to, once at its first page

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._say("")

    def ask(self, view: View, keep: Keep) -> Event:
        """Say a page, read a line, and give what it meant."""
        try:
            self._say("\n".join(self._lines(view)))
            while True:
                event = self._read(view, keep)
                if isinstance(event, Leave) and view.minutes is not None:
                    self._say(LEFT)
                if event is not None:
                    return event
                self._help(view)
        except KeyboardInterrupt:
            return Leave(interrupted=True)
        except EOFError:
            return Leave()

    def _lines(self, view: View) -> Iterator[str]:
        yield ""
        yield _heading(view)
        if view.minutes is not None and view.title != self._step:
            yield PERSON
        self._step = view.title
        yield from plain_blocks((*view.concern, *view.body), self._today())
        if view.question:
            yield visible(view.question)
        yield from plain_blocks(view.note, self._today())
        if view.notice:
            yield visible(view.notice)
        yield from _numbered(view)
        yield from _standing(view)

    def _read(self, view: View, keep: Keep) -> Event | None:
        """Give the event that a line means, None when it asks for help."""
        if isinstance(view.item, Timer):
            return self._wait(view.item)
        line = self._line(_invitation(view))
        word = line.strip().casefold()
        if word == "help":
            return None
        if word in COMMANDS:
            return COMMANDS[word]
        if isinstance(view.item, Text) and view.item.long:
            return self._long(view, line, keep)
        return _meant(view, line)

    def _long(self, view: View, line: str, keep: Keep) -> Event:
        """Read on until a line that is only a full stop. Every line is kept as it comes."""
        written = [view.draft] if isinstance(view.draft, str) else []
        if not line.strip() and not written and isinstance(view.value, str):
            return Answer(view.value)
        while line.strip() != END:
            word = line.strip().casefold()
            if word in COMMANDS:
                return COMMANDS[word]
            if word == ANEW and written:
                written = []
                self._say("Begun anew.")
            elif word == "help":
                self._help(view)
            else:
                written.append(_unquoted(line))
            keep(Draft("\n".join(written)))
            line = self._line("")
        return Answer("\n".join(written))

    def _wait(self, timer: Timer) -> Event:
        """Let the time pass, saying the breath; Ctrl-C ends the timer, not the step."""
        self._say(f"This takes {count(max(1, timer.seconds // 60), 'minute')}. Ctrl-C ends it early.")
        try:
            for word, seconds in _rhythm(timer):
                if word:
                    self._say(word)
                self._sleep(seconds)
        except KeyboardInterrupt:
            return Answer("left")
        return Answer("finished")

    def _help(self, view: View) -> None:
        self._say("\n".join([*plain_blocks(view.why, self._today()), HELP]))

    def _line(self, invitation: str) -> str:
        self._sink.write(f"{invitation} " if invitation else "")
        self._sink.flush()
        line = self._source.readline()
        if not line:
            raise EOFError
        return line.rstrip("\r\n")

    def _say(self, text: str) -> None:
        self._sink.write(f"{text}\n")
        self._sink.flush()


def plain_blocks(body: tuple[Block, ...], today: date) -> Iterator[str]:
    """Give prose as lines to be read aloud."""
    for block in body:
        match block:
            case Quote(words, day, lead):
                when = f" ({in_words(day, today)})" if day else ""
                yield visible(f"{(lead or 'You wrote').rstrip(':')}{when}:")
                yield f"“{visible(words)}”"
            case Table():
                yield from _table_lines(block)
            case str():
                yield from (visible(line) for line in block.strip().split("\n") if line.strip())


def _table_lines(table: Table) -> Iterator[str]:
    for row in table.rows:
        first, *rest = row
        said = [f"{head}: {cell}" for head, cell in zip(table.head[1:], rest, strict=True) if cell.strip()]
        yield visible(f"{first}: {'; '.join(said)}.")


def _heading(view: View) -> str:
    minutes = "" if view.minutes is None else f", about {in_minutes(view.minutes)} left"
    title = view.title.replace(" · ", ", ")
    if not view.place:
        return f"{title}{minutes}."
    return f"{title}. {view.place[0].upper()}{view.place[1:]}{minutes}."


def _numbered(view: View) -> Iterator[str]:
    for number, option in enumerate(plain_options(view), 1):
        hint = f"{_parting(view, option)}{option.hint}" if option.hint else ""
        yield visible(f"{number}. {option.label}{hint}")


def _parting(view: View, option: Option) -> str:
    if not isinstance(view.item, Review):
        return ": "
    return " " if option.label.endswith(("?", ".", ":")) else ": "


def plain_options(view: View) -> tuple[Option, ...]:
    """Give the options that are numbered on a page."""
    if isinstance(view.item, Confirm):
        return (Option("yes", view.item.yes), Option("no", view.item.no))
    return view.options


def _invitation(view: View) -> str:
    extra = f"{'back, ' if view.can_back else ''}{'skip, ' if view.can_skip else ''}help, leave:"
    match view.item:
        case Review():
            return f"Enter finishes; a number changes an answer; or {extra}"
        case Choices():
            return f"Numbers with spaces between, 0 for none, or {extra}"
        case Choice() | Confirm():
            return f"Number, or {extra}"
        case Scale():
            return f"{view.item.low} to {view.item.high}, or {extra}"
        case Text() if view.item.long:
            return f"Write. A line with only a full stop ends it. Or {extra}"
        case Question():
            return f"Your answer, or {extra}"
    return f"Enter goes on, or {extra}"


def _standing(view: View) -> Iterator[str]:
    """Say what an empty line would give: what was typed and not given yet, else the answer from before."""
    labels = {option.id: option.label for option in view.options}
    if isinstance(view.item, Text) and view.item.long and isinstance(view.draft, str):
        yield "You had written this, and it is kept. Write on, or say anew to begin again:"
        yield visible(view.draft)
    elif isinstance(view.draft, list):
        ticked = ", ".join(labels.get(one, one) for one in view.draft)
        yield visible(f"You had chosen: {ticked}. An empty line takes it.")
    elif _draft(view):
        yield visible(f"You had written: {_draft(view)}. An empty line takes it.")
    elif view.value is not None and not isinstance(view.item, Timer):
        yield visible(f"You said: {view.said}. An empty line keeps it.")


def _draft(view: View) -> str:
    """Give what was typed and not given, unless it was just refused."""
    return view.draft if isinstance(view.draft, str) and not view.notice else ""


def _meant(view: View, line: str) -> Event | None:
    """Give what a line means on a page, None if that cannot be told."""
    text = line.strip()
    if not isinstance(view.item, Question | Review):
        return Answer()
    if not text:
        return _empty(view)
    match view.item:
        case Review():
            return GoTo(picked) if (picked := _picked(view, text)) else None
        case Confirm():
            word = {"y": "yes", "n": "no"}.get(text.casefold(), text.casefold())
            word = word if word in ("yes", "no") else _picked(view, text) or ""
            return Answer({"yes": True, "no": False}.get(word))
        case Choice():
            return Answer(_picked(view, text) or text)
        case Choices():
            numbers = text.replace(",", " ").split()
            return Answer([] if numbers == ["0"] else [_picked(view, one) or one for one in numbers])
    return Answer(_unquoted(line))


def _empty(view: View) -> Event:
    """Give what an empty line means: what `_standing` said of it."""
    if isinstance(view.item, Review):
        return Answer()
    if isinstance(view.draft, list) or _draft(view):
        return Answer(view.draft)
    if view.value is not None:
        return Answer(view.value)
    if isinstance(view.item, Choices):
        return Answer([])
    return Skip() if view.can_skip else Answer("")


def _picked(view: View, text: str) -> str | None:
    options = plain_options(view)
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
    if 1 <= number <= len(options):
        return options[number - 1].id
    return next((one.id for one in options if one.label.casefold() == text.casefold()), None)


def _unquoted(line: str) -> str:
    text = line.strip()
    inner = text[1:-1]
    return inner if text == f'"{inner}"' and inner.strip().casefold() in (*WORDS, END) else line


def _rhythm(timer: Timer) -> Iterator[tuple[str, float]]:
    if timer.breath is None:
        for minute in range(timer.seconds // 60, 0, -1):
            yield f"{count(minute, 'minute')} to go.".capitalize(), 60
        yield "", timer.seconds % 60
        return
    breathing_in, out = timer.breath
    for _ in range(timer.seconds // (breathing_in + out)):
        yield "Breathe in.", breathing_in
        yield "Breathe out.", out
