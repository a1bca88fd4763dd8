"""Reads a draft as the other person might, and says in place what could press, hurt or frighten them.

It knows phrases, not people: a draft in which it finds nothing can still be unkind, and the pages say so. In a phrase a
space is any white space, an apostrophe may be straight, curly or missing, and “you” may be “u”.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache

from msgspec import Struct

from exback.prose import inline

MOST_WORDS = 60
BY_DAY = range(7, 22)


class Remark(Struct, frozen=True):
    """What a reader might feel. `start` and `end` are places in the draft; for the whole of it both are 0."""

    kind: str
    words: str
    start: int
    end: int
    says: str


class Signal(Struct, frozen=True):
    """Phrases, and what somebody who reads one of them might feel."""

    kind: str
    says: str
    phrases: tuple[str, ...]


FINE = (
    "please(,)? (do not|don't|feel free|take your time|excuse|ignore|say no)",
    "no (pressure|rush|hurry)(,)? please",
    "you (do not|don't) owe me",
)
"""Phrases that are read first and stepped over: they only look like one of those below."""

SOMEBODY = "(somebody|someone)"
PARTNER = "(girlfriend|boyfriend|partner|man|woman|wife|husband|lover)"
FOLLOWS = "(understand|be (fine|all right|okay|glad|happy)|not|wish|leave|take)"

SIGNALS = (
    Signal(
        "harm",
        "it makes them answer for your life. Please talk to a person first: exback crisis",
        (
            "(kill|killing|hurt|harm) myself",
            "(do not|don't) want to (live|be alive|be here)",
            "can't go on",
            "no reason to live",
            "end it all",
            "do something stupid",
        ),
    ),
    Signal(
        "watching",
        "it can frighten them: it says that you watch them, wait for them or ask about them",
        (
            "wait(ing)? (outside|for you)",
            "i saw you",
            "i know where you",
            "told me (that )?you",
            "on your (instagram|facebook|profile|story|page|account|feed)",
            "(drove|walked|went|came|cycled|ran) (past|by) your",
            "i asked (your|our)",
        ),
    ),
    Signal(
        "ultimatum",
        "it sets a condition. They may feel that a no will cost them something",
        (
            "if you (do not|don't|won't) (answer|come|reply|meet|write|call)",
            f"if you say no(,)? (i'll|i will) (?!{FOLLOWS})",
            "last chance",
            "or (else|we're done|it's over|that's it)",
            "now or never",
            "regret",
            "until you (agree|come|answer|say)",
            "you('ll| will) be sorry",
            "never (hear from|see) me again",
        ),
    ),
    Signal(
        "pressure",
        "they may feel that they have to answer",
        (
            "please",
            "answer me",
            "(ignore|ignoring) me",
            "i need (you|to (see|talk|speak|know|hear|meet))",
            "we (need|have) to (talk|speak|meet)",
            "you (have to|need to|must) (give|answer|see|hear|meet|talk|listen|let|come|tell)",
            "you should (at least|answer|reply|give|come|meet|let)",
            "why (don't|won't|didn't|haven't) you",
            "let me know by",
            "as soon as (possible|you can)",
            "(called|written|wrote|texted|tried|asked)( you)? (\\w+ )?(\\w+ )?times",
            "all (i'm|i am) asking",
            "all i ask",
            "mean the world",
            "hear me out",
            "(i'm|i am) begging",
            "give me (a|one|another) (more )?chance",
        ),
    ),
    Signal(
        "guilt",
        "it makes them answer for how you feel",
        (
            "because of you",
            "i can't (sleep|eat)(?! (on|in|at) )",
            "after (all|everything) (i|i've|we)",
            "broke(n)? my heart",
            "(dog|cat|kids|children|family|everybody|everyone) (misses|miss) you",
            "you owe me",
            "without you here",
            "do (it|this) for (the|our)",
        ),
    ),
    Signal(
        "jealousy",
        "it brings in somebody else. It may read as a test",
        (
            f"(i'm|i am) seeing {SOMEBODY}",
            f"been dating|dating (again|{SOMEBODY})",
            f"(i|i've|i have) met {SOMEBODY}",
            f"(your|my) new {PARTNER}",
            f"{SOMEBODY} (else|new)",
        ),
    ),
    Signal(
        "history",
        "it opens the past, or lays a feeling at their door. A coffee is lighter without it",
        (
            "i (still |really )?love you",
            "i('ve| have)? (still |really )?miss(ed)? you",
            "remember when",
            "old times",
            "i've changed",
            "(another|one more|second) (try|chance)",
            "can't stop thinking (about|of) you",
            "sorry for everything",
            "what (happened|we had)",
            "(babe|baby|darling|sweetheart|my love)",
            "want you back",
            "back together",
            "(dreamt|dreamed) (about|of) you",
            "we were (so )?(happy|good)",
        ),
    ),
)
ASKS = re.compile(r"\?+|\bhow (?:are|have) (?:you|u)\b(?![^.!?\n]*\?)", re.IGNORECASE)

BEGS = (
    Signal(
        "but",
        "what stands behind a “but” takes back what stands before it",
        ("but",),
    ),
    Signal(
        "asks",
        "it asks for something, and this apology asks for nothing",
        ("forgive(ness)?", "(another|one more|second) (try|chance)", "come back", "try again", "please"),
    ),
)


def remarks(draft: str, written_at: datetime | None = None) -> tuple[Remark, ...]:
    """Give what a reader might feel, in order of place, and after that what is about the whole draft.

    `written_at` is the local moment of writing; without it the hour is not looked at.
    """
    return (*_found(SIGNALS, draft), *_about_the_whole(draft, written_at))


def apology_remarks(text: str) -> tuple[Remark, ...]:
    """Give what an apology should not do: take itself back, or ask for something."""
    asks = "there is a question in it. An apology asks for nothing, not for forgiveness either."
    return (*_found(BEGS, text), *(() if "?" not in text else (_whole("questions", asks),)))


def marked(draft: str, found: tuple[Remark, ...]) -> str:
    """Give the draft with a number in brackets behind each passage that a remark is about."""
    shown, place = "", 0
    for number, remark in enumerate(found, 1):
        if remark.words:
            shown += f"{draft[place : remark.end]} [{number}]"
            place = remark.end
    return shown + draft[place:]


def numbered(found: tuple[Remark, ...]) -> str:
    """Give the remarks as lines, each with its number and words; what is about the whole has no number."""
    return "\n".join(f"- {_told(number, remark)}" for number, remark in enumerate(found, 1))


def _told(number: int, remark: Remark) -> str:
    return (
        f"Number {number}, “{inline(remark.words)}”: {remark.says}." if remark.words else f"As a whole: {remark.says}"
    )


def _found(signals: tuple[Signal, ...], draft: str) -> tuple[Remark, ...]:
    text = _without_fine(draft)
    every = (
        Remark(signal.kind, draft[match.start() : match.end()], match.start(), match.end(), signal.says)
        for signal in signals
        for phrase in signal.phrases
        for match in _pattern(phrase).finditer(text)
    )
    return tuple(_one_by_one(sorted(every, key=lambda one: (one.start, -one.end))))


def _one_by_one(every: list[Remark]) -> Iterator[Remark]:
    """Leave out what lies inside or across a passage already remarked on."""
    place = 0
    for remark in every:
        if remark.start >= place:
            place = remark.end
            yield remark


def _about_the_whole(draft: str, written_at: datetime | None) -> Iterator[Remark]:
    words = len(draft.split())
    if words > MOST_WORDS:
        yield _whole("length", f"it has {words} words. {MOST_WORDS} are plenty.")
    if len(ASKS.findall(draft)) > 1:
        yield _whole("questions", "it asks more than one question. One is easier to answer.")
    if written_at is not None and written_at.hour not in BY_DAY:
        yield _whole("night", "you wrote it at night. Things read differently by day.")


def _whole(kind: str, says: str) -> Remark:
    return Remark(kind, "", 0, 0, says)


def _without_fine(draft: str) -> str:
    for phrase in FINE:
        draft = _pattern(phrase).sub(lambda match: " " * len(match.group()), draft)
    return draft


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    spelt = re.sub(r"\byou\b", "(you|u)", phrase).replace("'", "['’]?").replace(" ", r"\s+")
    return re.compile(rf"\b(?:{spelt})(?!\w)", re.IGNORECASE)
