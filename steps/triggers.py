"""What set it off: one question with the person's own situations first, asked in `urge`, `contact` and `look`."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile
from operator import eq

from msgspec import structs

from exback.model.context import Context
from exback.model.items import Choice, Option, Text, When
from exback.model.journey import Journey
from exback.model.prose import folded, inline, shortened
from exback.model.run import Run

from .situation import without_stop

SET_OFF, WORDS = "set-off", "set-off-words"
OTHER = Option("other", "Something else")
COMMON = (
    Option("reminder", "A song, a photo or a place"),
    Option("alone", "A night alone"),
    Option("drinking", "A few drinks"),
    Option("news", "News of them"),
    Option("message", "A message from them"),
    Option("boredom", "Boredom"),
    Option("bad-day", "A bad day"),
)
OWN = "own-"
SITUATIONS = "risky-moments"
PLANNED = tuple((f"moment-{number}", f"plan-{number}") for number in (1, 2, 3))
ASKED_IN = ("urge", "contact", "look")
MOST_ADDED = 4
"""How many of those they added themselves are offered, the latest first: a longer list isn't one tap any more."""
LONGEST = 40
"""Letters of their own words in a list or beside a bar."""


def questions(when: When | None = None) -> tuple[Choice, Text]:
    """Return the question what set it off, which may be skipped, and the words for something else."""
    return (
        Choice(
            SET_OFF,
            "What set it off?",
            options=_options,
            optional=True,
            when=when,
            why="After a few answers, you can see what comes up most: exback insights triggers",
        ),
        Text(
            WORDS,
            "What was it, in a few words?",
            optional=True,
            note="It'll be one of the choices next time.",
            when=lambda here: here.answers.get(SET_OFF) == OTHER.id,
        ),
    )


def own_id(words: str) -> str:
    """Return the id under which someone's own words are an answer: the same for the same words, and not the words.

    So they are in the file only where they were written, and once they're deleted there, they're gone.
    """
    from zlib import crc32  # only where there are such words

    return f"{OWN}{crc32(folded(without_stop(words)).encode()):08x}"


def plans(journey: Journey) -> tuple[tuple[str, str], ...]:
    """Return the situations they named last, each with its plan: those of an earlier time through until there are new ones."""
    run = journey.latest(SITUATIONS)
    pairs = ((run.answers.get(moment), run.answers.get(plan)) for moment, plan in PLANNED) if run else ()
    return tuple((moment, plan) for moment, plan in pairs if isinstance(moment, str) and isinstance(plan, str))


def is_set_off_by(own: str, answers: Mapping[str, object]) -> bool:
    """Whether some answers name what has an id as someone's own: by that id, in typed words, or as what anyone can choose."""
    value, typed = answers.get(SET_OFF), answers.get(WORDS)
    words = typed if value == OTHER.id else next((option.label for option in COMMON if option.id == value), None)
    return value == own or (isinstance(words, str) and own_id(words) == own)


def name_of(run: Run, journey: Journey) -> str:
    """Return in words what set something off. Words that aren't in the journey any more are something else."""
    value, typed = run.answers.get(SET_OFF), run.answers.get(WORDS)
    if value == OTHER.id and isinstance(typed, str):
        value = own_id(typed)
    labels = {option.id: option.label for option in COMMON}
    return {**labels, **_own_words(journey)}.get(str(value), OTHER.label)


def _options(here: Context) -> tuple[Option, ...]:
    """Return their own situations, what they added, and what's common; what isn't offered any more keeps its name.

    A finished entry offers all they ever wrote: what it says may be from one that was left, or from long ago. What reads the
    same is offered once: as what was chosen, else as their own situation, which has a plan, else as what's common.
    """
    words = _own_words(here.journey.as_it_is)
    situations = dict.fromkeys(own_id(moment) for moment, _plan in plans(here.journey))
    others = list(words) if here.finished else here.journey.once("added triggers", lambda: _added(here.journey))
    twice = _said_twice(here, words, situations)
    added = [own for own in others if own not in situations and own not in twice]
    offered = [own for own in situations if own not in twice] + added[: None if here.finished else MOST_ADDED]
    chosen = str(here.answers.get(SET_OFF))
    gone = {chosen: OTHER.label} if chosen.startswith(OWN) else {}
    retired = (Option(own, label, when=_never) for own, label in {**gone, **words}.items() if own not in offered)
    ready_made = (structs.replace(option, when=_never) if option.id in twice else option for option in (*COMMON, OTHER))
    return (*(Option(own, words[own]) for own in offered), *ready_made, *retired)


def _said_twice(here: Context, words: Mapping[str, str], situations: Collection[str]) -> set[str]:
    """Return the ids of what reads like another option, which is offered in its place."""
    if SET_OFF in here.given and SET_OFF not in here.answers:
        return set()  # so an answer that was given fits, whichever of the two it is
    chosen, twice = here.answers.get(SET_OFF), set[str]()
    for own, option in _common_by_own_id().items() if words else ():
        if chosen != own and (own not in situations or chosen == option.id):
            twice.add(own)
        elif option is not OTHER and own in words:
            twice.add(option.id)
    return twice


def _never(_here: Context) -> bool:
    return False


@cache
def _common_by_own_id() -> dict[str, Option]:
    """Return what anyone can choose, by the id that the same words have as someone's own."""
    return {own_id(option.label): option for option in (*COMMON, OTHER)}


def _added(journey: Journey) -> list[str]:
    """Return the ids of what they added themselves, the latest first."""
    latest_first = sorted(_runs(journey, *ASKED_IN), key=lambda run: -(run.finish_number or run.start_number))
    added = (run.answers.get(WORDS) for run in latest_first)
    return list(dict.fromkeys(own_id(typed) for typed in added if isinstance(typed, str)))


def _own_words(journey: Journey) -> Mapping[str, str]:
    """Return all that they ever wrote as a trigger and haven't deleted, shortened, by the id that it has as an answer."""
    return journey.once("own triggers", lambda: _labels({own_id(words): words for words in _written(journey)}))


def _labels(written: Mapping[str, str]) -> dict[str, str]:
    """Return some words by their ids as they're shown: shortened, and so that no two read the same.

    Words that anyone can choose are shown as they are there, and so counted with them.
    """
    labels = {own: _label(words) for own, words in written.items()}
    for shorten in (_around_difference, lambda words, _alike: without_stop(inline(words))):
        times = Counter(labels.values())
        alike = {own: label for own, label in labels.items() if times[label] > 1}
        for own, label in alike.items():
            others = [written[other] for other in alike if other != own and alike[other] == label]
            labels[own] = shorten(written[own], others)
    common = _common_by_own_id() if written else {}
    return {own: common[own].label if own in common else label for own, label in labels.items()}


def _label(words: str) -> str:
    return without_stop(shortened(words, LONGEST))


def _around_difference(words: str, alike: Sequence[str]) -> str:
    """Return words that begin as others do: how they begin, and how they go on from about where they're different."""
    text = inline(words)
    same = max(sum(takewhile(bool, map(eq, text.casefold(), inline(other).casefold()))) for other in alike)
    before, _space, _word = text[:same].rpartition(" ")
    start = before.rfind(" ") + 1
    return without_stop(f"{shortened(text, LONGEST // 2)} {shortened(text[start:], LONGEST // 2)}")


def _written(journey: Journey) -> Iterator[str]:
    items = {WORDS, *(moment for moment, _plan in PLANNED)}
    for run in _runs(journey, SITUATIONS, *ASKED_IN):
        earlier = ((change.item, change.value) for change in run.history)
        values = [*earlier, *run.hidden.items(), *run.answers.items()]
        yield from (value for item, value in values if item in items and isinstance(value, str))


def _runs(journey: Journey, *steps: str) -> list[Run]:
    """Return the runs of some steps, also those that were left before their end: what was written there was said."""
    return [run for run in journey.runs if run.step in steps]
