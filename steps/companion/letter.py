"""A letter that is never sent: to them, kept, sealed until a later day or deleted for good; or to oneself, opened on a day."""

from datetime import date

from exback.model.context import Context, PastAnswer, Run
from exback.model.dates import iso_day, later
from exback.model.gates import Gate, Verdict, closed
from exback.model.items import Choice, Confirm, Date, Kind, Option, Reading, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import owes_quiet


def _sealed(journey: Journey) -> list[PastAnswer]:
    """Return until when letters were sealed, without those whose words were deleted."""
    days = journey.all_said("letter", "until")
    return [answer for answer in days if isinstance(answer.run.answers.get("letter"), str)]


def _letters_due(journey: Journey) -> list[Run]:
    """Return the letters whose day has come since letters were last offered here and not put off."""
    offered = [run for run in journey.finished("letter") if run.answers.get("read-then") is not False]
    last, today = next(reversed(offered), None), journey.today.isoformat()
    return [
        answer.run
        for answer in _sealed(journey)
        if isinstance(answer.value, str)
        and answer.value <= today
        and (last is None or last.id == answer.run.id or last.day.isoformat() < answer.value)
    ]


def _check_letters(journey: Journey) -> Verdict:
    """Return closed if there's a letter to read, else when there is: tomorrow, if it was put off today."""
    last, today = journey.last("letter"), journey.today
    is_put_off = last is not None and last.answers.get("read-then") is False and journey.day(last) == today
    if _letters_due(journey):
        return Verdict(open=True, date=later(today, 1)) if is_put_off else closed("There's a letter to read.", "letter")
    return Verdict(open=True, date=_next_day(journey))


def _next_day(journey: Journey) -> date | None:
    """Return the first day after today on which a letter opens."""
    days = (iso_day(answer.value) for answer in _sealed(journey))
    return min((day for day in days if day is not None and day > journey.today), default=None)


def _waiting(journey: Journey, day: date) -> str:
    """Return what the letters are called that open on a day to come or, if none does, those that there are to read."""
    opening = [each.run for each in _sealed(journey) if iso_day(each.value) == day > journey.today]
    letters = opening or _letters_due(journey)
    which = "you wrote to yourself" if all(run.answers.get("to") == "me" for run in letters) else "you sealed"
    return f"The letter {which}" if len(letters) == 1 else f"The letters {which}"


NOTHING_TO_READ = Gate(_check_letters, (("letter", "until"), ("letter", "letter")))
"""Open until the day of a sealed letter comes; then the letter is on the page of the day until it was read."""


def _has_letters(here: Context) -> bool:
    return bool(_letters_due(here.journey))


def _writes(here: Context) -> bool:
    """Whether they write a letter now, and didn't only come to read one."""
    return here.answers.get("more") is not False


def _asks_to_whom(here: Context) -> bool:
    """Whether they say to whom it is. Letters finished in earlier versions weren't asked, and were never to oneself."""
    return _writes(here) and (here.finished is None or "to" in here.given)


def _is_to_oneself(here: Context) -> bool:
    return here.answers.get("to") == "me"


def _is_to_them(here: Context) -> bool:
    return _writes(here) and not _is_to_oneself(here)


def _readers(here: Context) -> tuple[Option, ...]:
    them = (
        Option("them", "A letter about them", "for myself")
        if owes_quiet(here)
        else Option("them", "A letter to them", "it's never sent")
    )
    return (them, Option("me", "A letter to myself", "it opens on a day I choose"))


def _quoted_letters(here: Context) -> Prose:
    letters = ((run.answers.get("letter"), run.day) for run in _letters_due(here.journey))
    return tuple(Quote(words, day) for words, day in letters if isinstance(words, str))


def _asks_to_read(here: Context) -> Prose:
    is_one = len(_letters_due(here.journey)) == 1
    ready = (
        "is ready to read. Would you like to read it now?"
        if is_one
        else "are ready to read. Would you like to read them now?"
    )
    return f"{_waiting(here.journey, here.journey.today)} {ready}"


def _introduction(here: Context) -> Prose:
    if _is_to_oneself(here):
        return """Write to yourself as you'll be in three months, on a birthday or in a year. Say how things are now, what you hope for by \
then, and what you'd like to hear when you read it.

In one study of 738 people, writing a letter to or from a later self eased distress right away. It didn't show that this lasts.

While you type, what you write is saved in your file. Then you choose the day. Until then, exback shows only the date. From that day on, \
exback offers it to you until you've read it. Anyone who can open your file can read it before then."""
    begin = (
        "Write what you feel, for yourself. exback has no way to send it."
        if owes_quiet(here)
        else "Write to them as if they'd read it, though they won't. exback has no way to send it."
    )
    return f"""{begin}

Writing things out has eased tension for some people after a breakup. In one small trial, people who kept \
asking what it all meant did worse with this than with notes on their day. If you notice that you're going in circles, you can stop \
here and go for a walk, or plan tomorrow.

While you type, what you write is saved in your file, so that nothing is lost. At the end you choose what happens to it. You can keep it, \
seal it until a day, or burn it. A letter that you burn is deleted from the file for good. exback can't delete copies that a backup or a \
cloud folder made in the meantime. If someone could find it, don't write it here or on paper."""


def _is_deleted(here: Context) -> bool:
    return here["fate"] == "burn"


def _mirror(here: Context) -> Prose:
    if not _writes(here):
        read = "You read what you wrote then. You can find it again in your journal."
        it = "it" if len(_letters_due(here.journey)) == 1 else "them"
        left = f"You left {it} sealed"
        left = f"{left}." if here.is_later else f"{left} for today. exback will ask again tomorrow."
        return read if here["read-then"] else left
    written = "You wrote to yourself." if _is_to_oneself(here) else "You got it written down."
    if here.answers.get("until") is not None and (_is_to_oneself(here) or here["fate"] == "seal"):
        until = here.date(here.day("until"))
        if here.day("until") <= here.journey.as_it_is.today:
            return f"{written} It was sealed until {until}, and you can read it now."
        return f"{written} It's sealed until {until}, and exback will remind you."
    if _is_deleted(here):
        return "You got it written down, and it's deleted from your file for good."
    return "You got it written down, and they won't read it. You can find it again in your journal."


STEP = Step(
    id="letter",
    title="A letter you don't send",
    minutes=15,
    purpose="You can say something without anyone having to read it.",
    why=("writing", "writing-harms", "later-self"),
    repeats=Repeat(due=0, until=(NOTHING_TO_READ,)),
    waiting=_waiting,
    items=(
        Confirm(
            "read-then",
            _asks_to_read,
            no="Not today",
            note="If you choose “Not today”, exback will ask again tomorrow.",
            when=_has_letters,
        ),
        Reading("from-then", _quoted_letters, when=lambda here: here["read-then"] is True),
        Confirm(
            "more",
            lambda here: (
                "Would you like to write a new letter instead?"
                if here.answers.get("read-then") is False
                else "Would you like to write a letter as well?"
            ),
            when=lambda here: (_has_letters(here) and here.finished is None) or "more" in here.given,
        ),
        Choice("to", "Which letter would you like to write?", options=_readers, when=_asks_to_whom),
        Reading(
            "not-to-them",
            "Write about it, and not to them. Write what you feel, and what will be different tomorrow if you leave them in peace. If it turns into "
            "a letter you want to send, stop, and burn it.",
            when=lambda here: owes_quiet(here) and _is_to_them(here),
        ),
        Reading("unsent", _introduction, when=_writes),
        Text(
            "letter", "Write your letter.", long=True, burns=_is_deleted, kind=Kind.LETTER, put_by="until", when=_writes
        ),
        Choice(
            "fate",
            "What do you want to do with it?",
            options=(
                Option("keep", "Keep it"),
                Option("seal", "Seal it until a day"),
                Option("burn", "Burn it (delete for good)", "when you finish this step"),
            ),
            when=_is_to_them,
        ),
        Date(
            "until",
            "Which day should it open?",
            ahead=True,
            when=lambda here: _writes(here) and (_is_to_oneself(here) or here["fate"] == "seal"),
        ),
    ),
    mirror=_mirror,
    small_thing="One small thing: wash your face, and have a glass of water.",
)
