"""The last words of a check-in, which answer what was said about the day, and never say the same twice in a row."""

from collections.abc import Mapping
from datetime import date

from exback.model.context import Context
from exback.model.dates import count, in_words, later, spelt
from exback.model.gates import by_day
from exback.model.happened import day_about

from ..situation import afraid, named_person, owes_quiet
from .check_in import day_of_this_run
from .on_which_day import DATED_BY

SCALES = ("mood", "longing", "sleep")
LOW = 2
SHORT_NIGHT = 3
STRONG = 8
FOR_AN_AVERAGE = 3
AVERAGED = 7
FOR_A_RECORD = 5
LOOKED_BACK = 30

# Of every group of sentences each check-in takes the one after that of the check-in before.
CONTACT = (
    "You were in contact {when}.",
    "You were in contact {when}, and now it's written down.",
    "You've written down that you were in contact {when}.",
)
LOOKED = (
    "You checked on them {when}.",
    "You checked on them {when}, and now it's written down.",
    "You've written down that you checked on them {when}.",
)
BOTH = (
    "You were in contact {when}, and you checked on them.",
    "You were in contact {when}, and you checked on them. Now both are written down.",
    "You've written down that you were in contact {when}, and that you checked on them.",
)
NOTHING_BEFORE = (
    "Mood {mood}, longing {longing}, sleep {sleep}. The next day you check in, exback can compare.",
    "Mood {mood}, longing {longing}, sleep {sleep}. There's no earlier day to compare them with yet.",
)
CHANGED = (
    "{scale} was {now}, {difference} {direction} than {before}.",
    "{scale} went from {then} {before} to {now} {when}.",
    "{scale} was {then} {before} and {now} {when}.",
)
UNCHANGED = (
    "{scale} was {now}, the same as {before}.",
    "{scale} was {now} {before}, and {now} again {when}.",
    "{scale} hasn't changed: {now} {before}, and {now} {when}.",
)
AVERAGE = "{scale} was {now}. The average of your last {days} check-ins is {mean}."
RECORDS = (
    "{scale} was {now}, the {most} in your last {days} days with a check-in.",
    "{scale} was {now}. In your last {days} days with a check-in, that's the {most}.",
)
LINE = (
    "Your words are saved with the day.",
    "What you wrote is saved with this day.",
    "To read what you wrote again: exback journal",
)

AFTER_CONTACT = (
    "One small thing: when you have two minutes, write down what it was: exback contact",
    "One small thing: write down what kind of contact it was, which takes two minutes: exback contact",
    "One small thing: take two minutes to say what it was: exback contact",
)
AFTER_LOOKING = (
    "One small thing: mute that account now.",
    "One small thing: sign out of that app, so that it takes longer the next time.",
    "One small thing: decide now what you'll open instead, the next time you want to check.",
)
AFTER_LOOKING_IN_FEAR = (
    "One small thing: if you check on them to stay safe, you don't have to stop, and a helpline can help you plan it: exback crisis",
    "One small thing: if you did it to stay safe, tell {trusted} what you saw.",
    "One small thing: if it wasn't to stay safe, mute that account now.",
)
AFTER_LOOKING_UNASKED = (
    "One small thing: mute that account now and sign out, because they have a right not to be watched.",
    "One small thing: close that page and don't go back, because they have a right not to be watched.",
    "One small thing: sign out now, and leave it that way, because they don't want to be watched.",
)
ON_A_LOW_DAY = (
    "One small thing: tell {close} how you feel, and if it gets too much, call someone: exback crisis",
    "One small thing: eat something warm, and if it's too much on your own, talk to someone: exback crisis",
    "One small thing: do only what can't wait until tomorrow, and if even that's too much, get some help: exback crisis",
)
SCREEN_DOWN = "One small thing: keep your phone near you, and turn its screen down."
AFTER_A_SHORT_NIGHT = (
    "One small thing: stay off screens for the last half hour before bed.",
    "One small thing: leave the phone out of reach tonight, where you'd still hear it ring.",
    "One small thing: get up at your usual time tomorrow, whatever the night was like.",
)
AFTER_A_SHORT_NIGHT_IN_FEAR = (AFTER_A_SHORT_NIGHT[0], SCREEN_DOWN, AFTER_A_SHORT_NIGHT[2])
WITH_STRONG_LONGING = (
    "One small thing: take three slow breaths before you pick up the phone again.",
    "One small thing: put the phone out of reach for the next hour, where you'd still hear it ring.",
    "One small thing: if you want to write to them, wait ten minutes here first: exback urge",
)
WITH_STRONG_LONGING_IN_FEAR = (WITH_STRONG_LONGING[0], SCREEN_DOWN, WITH_STRONG_LONGING[2])
ON_OTHER_DAYS = (
    "One small thing: go outside for ten minutes, today or tomorrow morning.",
    "One small thing: plan something for tomorrow that has nothing to do with them.",
    "One small thing: drink a glass of water, and open a window.",
    "One small thing: say out loud one thing that was all right.",
    "One small thing: ask a friend how their day was.",
    "One small thing: do something with your hands for fifteen minutes.",
    "One small thing: choose now what you'll do in the last hour before bed.",
)


def closing(here: Context) -> str:
    """Return what answers the day: what happened, one number beside the person's own last days, and that a line was written."""
    line = _next(LINE, here) if here.text("line") else ""
    return " ".join(filter(None, (_happened(here), _numbers(here), line)))


def small_thing(here: Context) -> str:
    """Return one small thing to do after such a day."""
    name = named_person(here)
    close = "someone you trust" if afraid(here) else "a friend or someone in your family"
    return _next(_small_things(here), here).format(trusted=name or "one person you trust", close=name or close)


def _small_things(here: Context) -> tuple[str, ...]:
    happened = here.picks("happened")
    if "contact" in happened and not _has_told_of_contact(here):
        return AFTER_CONTACT
    if "looked" in happened:
        if afraid(here):
            return AFTER_LOOKING_IN_FEAR
        return AFTER_LOOKING_UNASKED if owes_quiet(here) else AFTER_LOOKING
    if here.number("mood") <= LOW:
        return ON_A_LOW_DAY
    if not _is_today(here):
        return ON_OTHER_DAYS  # the rest is for the evening of that day
    if here.number("sleep") <= SHORT_NIGHT:
        return AFTER_A_SHORT_NIGHT_IN_FEAR if afraid(here) else AFTER_A_SHORT_NIGHT
    if here.number("longing") >= STRONG:
        return WITH_STRONG_LONGING_IN_FEAR if afraid(here) else WITH_STRONG_LONGING
    return ON_OTHER_DAYS


def _has_told_of_contact(here: Context) -> bool:
    """Whether they've told what contact it was on the day that this check-in is about, whenever they told it."""
    journey, day = here.journey.as_it_is, day_of_this_run(here)
    return any(day_about(journey, run, DATED_BY) == day for run in journey.finished("contact"))


def _next(sentences: tuple[str, ...], here: Context, *, every: int = 1) -> str:
    """Return the sentence after that of the check-in before. Once `every` check-ins have passed, one is left out."""
    number = len(here.journey.finished("check-in"))
    return sentences[(number + number // every * (every > 1)) % len(sentences)]


def _happened(here: Context) -> str:
    happened = [name for name in ("contact", "looked") if name in here.picks("happened")]
    if not happened:
        return ""
    sentences = BOTH if len(happened) > 1 else CONTACT if "contact" in happened else LOOKED
    return _next(sentences, here).format(when=_on(here, day_of_this_run(here)))


def _is_today(here: Context) -> bool:
    return day_of_this_run(here) == here.journey.as_it_is.today


def _on(here: Context, day: date) -> str:
    """Return "today", "yesterday", or on which day. A check-in that's changed later isn't about today."""
    today = here.journey.as_it_is.today
    if day == today:
        return "today"
    return "yesterday" if day == later(today, -1) else f"on {in_words(day, today)}"


def _numbers(here: Context) -> str:
    """Return a sentence about one of the numbers: another one than after the check-in before."""
    day, now = day_of_this_run(here), {scale: here.number(scale) for scale in SCALES}
    before = {scale: _before(here, scale, day) for scale in SCALES}
    if not all(before.values()):
        return _next(NOTHING_BEFORE, here).format(**now)
    is_today = _is_today(here)
    records = [_record(here, scale, now[scale], before[scale]) for scale in SCALES] if is_today else []
    if any(records):
        return next(filter(None, records))
    sentences = [_change(here, scale, now[scale], before[scale]) for scale in SCALES]
    if is_today and len(before["mood"]) + 1 >= FOR_AN_AVERAGE:
        sentences.append(_average(here, now, before))
    return _next(tuple(sentences), here)


def _before(here: Context, scale: str, day: date) -> dict[date, int]:
    """Return the answers to a scale on the days shortly before one, in order; if there are none, the last one before."""
    values = by_day(here.journey, "check-in", scale, "day")
    earlier = [(other, number) for other, number in values.items() if other < day]
    return dict([each for each in earlier if later(day, -LOOKED_BACK) <= each[0]] or earlier[-1:])


def _change(here: Context, scale: str, now: int, before: Mapping[date, int]) -> str:
    last = max(before)
    then = before[last]
    return _next(UNCHANGED if now == then else CHANGED, here, every=len(SCALES)).format(
        scale=scale.capitalize(),
        now=now,
        then=then,
        difference=count(abs(now - then), "point"),
        direction="higher" if now > then else "lower",
        before=_on(here, last),
        when=_on(here, day_of_this_run(here)),
    )


def _average(here: Context, now: Mapping[str, int], before: Mapping[str, Mapping[date, int]]) -> str:
    scale = _next(SCALES, here)
    last = [*before[scale].values(), now[scale]][-AVERAGED:]
    mean = f"{sum(last) / len(last):.1f}".removesuffix(".0")
    return AVERAGE.format(scale=scale.capitalize(), now=now[scale], mean=mean, days=spelt(len(last)))


def _record(here: Context, scale: str, now: int, before: Mapping[date, int]) -> str:
    """Return that a number is the best in a while, empty if it isn't, or if that would say little."""
    others = list(before.values())
    is_record = now < min(others) if scale == "longing" else now > max(others)
    if not is_record or len(others) < FOR_A_RECORD:
        return ""
    most = "lowest" if scale == "longing" else "highest"
    return _next(RECORDS, here).format(scale=scale.capitalize(), now=now, most=most, days=spelt(len(others) + 1))
