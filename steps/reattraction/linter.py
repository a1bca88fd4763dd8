"""Reads a draft as the other person might, and marks what could press, hurt or frighten them.

A draft is read sentence by sentence in plain words: lower case, “don't” and “dont” as “do not”, “u” as “you”, fillers
such as “really” left out. `draft_phrases`, `pretext_phrases`, `threat_phrases` and
`apology_phrases` list what is looked for, one `Signal` per remark. The linter knows phrases,
not people: a draft without a remark can still be unkind.

No phrase crosses the end of a sentence, so adding a sentence never hides a remark. No phrase repeats without a limit,
so the time needed grows in step with the length of the draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from exback.model.prose import inline

if TYPE_CHECKING:
    from .draft_phrases import Signal

MOST_WORDS = 60
BY_DAY = range(7, 22)
LOOKED_FOR = (
    "pressure, blame, jealousy, ultimatums, big feelings, the past, excuses to meet, turning up uninvited, and threats"
)
LOOKED_FOR_IN_AN_APOLOGY = "requests, “but”, “if you felt hurt”, shared blame, excuses, hopes for more, and threats"
FRIGHTENING = ("watching", "harm")


# Every command loads this module, but only a draft needs the phrases.


@cache
def signals() -> tuple[Signal, ...]:
    """Return what is looked for in a draft."""
    from .apology_phrases import HALF_APOLOGIZES
    from .draft_phrases import DRAFT_SIGNALS
    from .pretext_phrases import PRETEXT_SIGNALS
    from .threat_phrases import THREATENS

    return (*DRAFT_SIGNALS, *PRETEXT_SIGNALS, HALF_APOLOGIZES, THREATENS)


@cache
def apology_signals() -> tuple[Signal, ...]:
    """Return what is looked for in an apology."""
    from .apology_phrases import APOLOGY_SIGNALS
    from .threat_phrases import THREATENS

    return (*APOLOGY_SIGNALS, THREATENS)


class Remark(Struct, frozen=True):
    """What a reader might feel, and at which words; `start` and `end` are character offsets in the draft.

    A remark about the whole draft has no words, and 0 for both offsets.
    """

    kind: str
    words: str
    start: int
    end: int
    says: str


def remarks(draft: str, written_at: datetime | None = None) -> tuple[Remark, ...]:
    """Return what a reader might feel: remarks on passages, by where they end, then those on the whole draft.

    `written_at` is the writer's local time; without it there is no remark about the hour.
    """
    sentences = tuple(_sentences(draft))
    return (*_remarks_on_passages(draft, sentences, signals()), *_remarks_on_the_whole(draft, sentences, written_at))


def apology_remarks(text: str) -> tuple[Remark, ...]:
    """Return what takes an apology back or asks for something in return, in the order of `remarks`."""
    sentences = tuple(_sentences(text))
    notes = _remarks_on_passages(text, sentences, apology_signals())
    if not any(sentence.asks for sentence in sentences):
        return notes
    return (
        *notes,
        _remark_on_the_whole("questions", "There's a question in it. An apology asks for nothing, not even an answer."),
    )


def frightens(notes: tuple[Remark, ...]) -> bool:
    """Whether any of the remarks is about something that can frighten the reader."""
    return any(note.kind in FRIGHTENING for note in notes)


def marked(draft: str, notes: tuple[Remark, ...]) -> str:
    """Return the draft with each remark's number after its passage: “Please [1] answer me [2]”."""
    shown, place = "", 0
    for number, remark in enumerate(notes, 1):
        if remark.words:
            shown += f"{draft[place : remark.end]} [{number}]"
            place = remark.end
    return shown + draft[place:]


def numbered(notes: tuple[Remark, ...]) -> str:
    """Return the remarks as a list, one entry per sentence: "- Number 1: “please”. They may feel that ..."."""
    return "\n".join(f"- {_entry(notes, says)}" for says in dict.fromkeys(remark.says for remark in notes))


def _entry(notes: tuple[Remark, ...], says: str) -> str:
    placed = [(number, remark) for number, remark in enumerate(notes, 1) if remark.says == says and remark.words]
    if not placed:
        return says
    name = "Number" if len(placed) == 1 else "Numbers"
    numbers = ", ".join(str(number) for number, _ in placed)
    words = ", ".join(dict.fromkeys(f"“{inline(remark.words)}”" for _, remark in placed))
    return f"{name} {numbers}: {words}. {says}"


class _Word(Struct, frozen=True):
    """A plain word, and the offsets of what was typed for it."""

    plain: str
    start: int
    end: int


class _Sentence(Struct, frozen=True):
    """A sentence in plain words; `starts` and `ends` map offsets in `plain` to offsets in the draft."""

    plain: str
    starts: dict[int, int]
    ends: dict[int, int]
    asks: bool


def _remarks_on_passages(draft: str, sentences: Iterable[_Sentence], signals: Iterable[Signal]) -> tuple[Remark, ...]:
    candidates = [
        remark for sentence in sentences for signal in signals for remark in _matches(draft, sentence, signal)
    ]
    chosen: list[Remark] = []
    ends: dict[str, int] = {}
    for remark in sorted(candidates, key=lambda remark: (remark.start, -remark.end)):
        if remark.start >= ends.get(remark.kind, 0):
            chosen.append(remark)
            ends[remark.kind] = remark.end
    return tuple(sorted(chosen, key=lambda remark: (remark.end, remark.start)))


def _matches(draft: str, sentence: _Sentence, signal: Signal) -> Iterator[Remark]:
    for match in _pattern(signal).finditer(sentence.plain):
        if match["fine"] is None:
            start, end = sentence.starts[match.start()], sentence.ends[match.end()]
            yield Remark(signal.kind, draft[start:end], start, end, signal.says)


def _remarks_on_the_whole(draft: str, sentences: Iterable[_Sentence], written_at: datetime | None) -> Iterator[Remark]:
    length = len(draft.split())
    if length > MOST_WORDS:
        yield _remark_on_the_whole("length", f"It has {length} words. {MOST_WORDS} is plenty, and easier to answer.")
    asked = sum(sentence.asks for sentence in sentences)
    if asked > 1:
        yield _remark_on_the_whole("questions", f"It asks {asked} questions. One is easier to answer.")
    if written_at is not None and written_at.hour not in BY_DAY:
        yield _remark_on_the_whole(
            "night", "You wrote this at night. It may sound different in daylight, to you and to them."
        )


def _remark_on_the_whole(kind: str, says: str) -> Remark:
    return Remark(kind, "", 0, 0, says)


def _sentences(draft: str) -> Iterator[_Sentence]:
    words: list[_Word] = []
    for token in re.finditer(WORD_OR_STOP, draft.translate(APOSTROPHES)):
        if token["word"] is not None:
            words += _plain_words(token)
        elif words and not _trails_off(token["stop"]):
            yield _sentence(words, ends_asking="?" in token["stop"])
            words = []
    if words:
        yield _sentence(words, ends_asking=False)


def _sentence(words: list[_Word], *, ends_asking: bool) -> _Sentence:
    plain = " ".join(word.plain for word in words)
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    place = 0
    for word in words:
        starts[place], ends[place + len(word.plain)] = word.start, word.end
        place += len(word.plain) + 1
    return _Sentence(plain, starts, ends, ends_asking or re.match(OPENS_A_QUESTION, plain) is not None)


def _trails_off(stop: str) -> bool:
    """Whether it is an ellipsis, after which the sentence goes on."""
    return stop != "." and not stop.strip(".…")


def _plain_words(token: re.Match[str]) -> Iterator[_Word]:
    for plain in _plain_form(token["word"].casefold().strip("'")).split():
        if not re.fullmatch(FILLERS, plain):
            yield _Word(plain, *token.span("word"))


def _plain_form(word: str) -> str:
    short = re.sub(STRETCHED, r"\1", word)
    without_apostrophe = short.replace("'", "")
    if without_apostrophe in _spellings():
        return _spellings()[without_apostrophe]
    ending = next((ending for ending in ENDINGS if short.endswith(ending)), None)
    return short if ending is None else short.removesuffix(ending) + ENDINGS[ending]


@cache
def _spellings() -> dict[str, str]:
    return dict(re.findall(r"(\w+): ([\w ]+)", SPELLINGS))


@cache
def _pattern(signal: Signal) -> re.Pattern[str]:
    """Return the compiled pattern of a signal, made on first use to keep the start of the program fast."""
    fine = _expanded(signal.fine) or "(?!)"
    return re.compile(rf"(?<!\S)(?:(?P<fine>{fine})|{_expanded(signal.finds)})(?!\S)")


def _expanded(phrases: str) -> str:
    on_one_line = re.sub(r"\s*\n\s*\|?", "|", phrases.strip())
    return _expand_names(on_one_line)


def _expand_names(phrases: str) -> str:
    from .draft_phrases import NAMED

    return re.sub("[A-Z]+|~~?", lambda name: _expand_names(NAMED[name[0]]), phrases)


APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`′＇", "'"))
WORD_OR_STOP = r"(?P<word>(?:[^\W_]|')+)|(?P<stop>[.!?…]+(?![a-z0-9/])|\n[^\S\n]*\n)"
STRETCHED = r"(.)\1\1+"
OPENS_A_QUESTION = (
    r"(?:(?:hi|hey|hello|dear|so|and|or|but) (?:\S{1,40} )?)?(?:(?:how|what|when|where|why|who) )?"
    r"(?:(?:would|could|can|will|do|did|are|have|shall) (?:not )?(?:you|we|i)|is there|may i)(?!\S)"
)
FILLERS = (
    "really|so|just|still|very|truly|always|actually|honestly|also|ever|even|already|quite|totally|absolutely"
    "|completely|definitely|simply|desperately|deeply|literally|seriously|genuinely|dearly|fucking|bloody|damn"
)
ENDINGS = {"n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'d": " would", "'m": " am", "'s": " is"}
SPELLINGS = """
    dont: do not, didnt: did not, doesnt: does not, isnt: is not, wasnt: was not, arent: are not,
    werent: were not, havent: have not, hasnt: has not, hadnt: had not, wouldnt: would not, couldnt: could not,
    shouldnt: should not, cant: can not, cannot: can not, wont: will not, shant: will not, aint: am not,
    mustnt: must not, neednt: need not, im: i am, ive: i have, id: i would, ill: i will, imma: i am going to,
    its: it is, weve: we have, lets: let us, youre: you are, youve: you have, youll: you will, youd: you would,
    hes: he is, shes: she is, thats: that is, whats: what is, theres: there is, u: you, ya: you, ur: your,
    r: are, luv: love, ily: i love you, kms: kill myself, pls: please, plz: please, plse: please, cos: because,
    coz: because, cuz: because, bc: because, cause: because, mom: mum, mummy: mum, mommy: mum,
    somebody: someone, anybody: anyone, everybody: everyone, anymore: any more, gonna: going to, wanna: want to,
    gotta: got to, gimme: give me, lemme: let me, cmon: come on, alright: all right, tonite: tonight,
    til: until, till: until, txt: text, msg: message, msgs: messages, bf: boyfriend, gf: girlfriend,
    insta: instagram, ig: instagram, fb: facebook
"""
