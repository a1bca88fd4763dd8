"""Reads a draft as the other person might, and says in place what could press, hurt or frighten them.

A draft is read sentence by sentence in plain words: lower case, “don't” and “dont” as “do not”, “u” as “you”, fillers
such as “really” left out. Every plain word knows its place in the draft. What is looked for stands in `draft_phrases`:
one `Signal` for each thing to say. It knows phrases, not people: a draft in which it finds nothing can still be unkind.

No phrase reaches beyond its sentence, so a sentence more never hides a remark. None repeats without a bound, so the
time it takes grows with the draft and no faster.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache

from msgspec import Struct

from exback.model.prose import inline

from .draft_phrases import APOLOGY_SIGNALS, NAMED, SIGNALS, Signal

MOST_WORDS = 60
BY_DAY = range(7, 22)


class Remark(Struct, frozen=True):
    """What a reader might feel, at which words. `start` and `end` are places in the draft.

    A remark about the whole draft has no words, and 0 for both places.
    """

    kind: str
    words: str
    start: int
    end: int
    says: str


def remarks(draft: str, written_at: datetime | None = None) -> tuple[Remark, ...]:
    """Give what a reader might feel in a draft: passages in the order of their ends, then what is about the whole.

    `written_at` is the writer's local time; without it nothing is said about the hour.
    """
    sentences = tuple(_sentences(draft))
    return (*_in_place(draft, sentences, SIGNALS), *_about_the_whole(draft, sentences, written_at))


def apology_remarks(text: str) -> tuple[Remark, ...]:
    """Give what takes an apology back or asks for something in return, in the order of `remarks`."""
    sentences = tuple(_sentences(text))
    found = _in_place(text, sentences, APOLOGY_SIGNALS)
    if not any(sentence.asks for sentence in sentences):
        return found
    return (
        *found,
        _whole("questions", "There is a question in it. An apology asks for nothing, not even for an answer."),
    )


def marked(draft: str, found: tuple[Remark, ...]) -> str:
    """Give the draft with the number of each remark behind its passage: “Please [1] answer me [2]”."""
    shown, place = "", 0
    for number, remark in enumerate(found, 1):
        if remark.words:
            shown += f"{draft[place : remark.end]} [{number}]"
            place = remark.end
    return shown + draft[place:]


def numbered(found: tuple[Remark, ...]) -> str:
    """Give the remarks as list entries, one for each thing to say: "- Number 1: “please”. They may feel that ..."."""
    return "\n".join(f"- {_entry(found, says)}" for says in dict.fromkeys(remark.says for remark in found))


def _entry(found: tuple[Remark, ...], says: str) -> str:
    placed = [(number, remark) for number, remark in enumerate(found, 1) if remark.says == says and remark.words]
    if not placed:
        return says
    name = "Number" if len(placed) == 1 else "Numbers"
    numbers = ", ".join(str(number) for number, _ in placed)
    words = ", ".join(dict.fromkeys(f"“{inline(remark.words)}”" for _, remark in placed))
    return f"{name} {numbers}: {words}. {says}"


class _Word(Struct, frozen=True):
    """A plain word, and the place of what was written for it."""

    plain: str
    start: int
    end: int


class _Sentence(Struct, frozen=True):
    """A sentence in plain words. By a word's place in it, `starts` and `ends` give the place in the draft."""

    plain: str
    starts: dict[int, int]
    ends: dict[int, int]
    asks: bool


def _in_place(draft: str, sentences: Iterable[_Sentence], signals: Iterable[Signal]) -> tuple[Remark, ...]:
    found = [remark for sentence in sentences for signal in signals for remark in _matches(draft, sentence, signal)]
    kept: list[Remark] = []
    reached: dict[str, int] = {}
    for remark in sorted(found, key=lambda one: (one.start, -one.end)):
        if remark.start >= reached.get(remark.kind, 0):
            kept.append(remark)
            reached[remark.kind] = remark.end
    return tuple(sorted(kept, key=lambda one: (one.end, one.start)))


def _matches(draft: str, sentence: _Sentence, signal: Signal) -> Iterator[Remark]:
    for match in _pattern(signal).finditer(sentence.plain):
        if match["fine"] is None:
            start, end = sentence.starts[match.start()], sentence.ends[match.end()]
            yield Remark(signal.kind, draft[start:end], start, end, signal.says)


def _about_the_whole(draft: str, sentences: Iterable[_Sentence], written_at: datetime | None) -> Iterator[Remark]:
    length = len(draft.split())
    if length > MOST_WORDS:
        yield _whole("length", f"It has {length} words. {MOST_WORDS} are plenty, and easier to answer.")
    asked = sum(sentence.asks for sentence in sentences)
    if asked > 1:
        yield _whole("questions", f"It asks {asked} questions. One is easier to answer.")
    if written_at is not None and written_at.hour not in BY_DAY:
        yield _whole("night", "You wrote this at night. By day it may sound different, to you and to them.")


def _whole(kind: str, says: str) -> Remark:
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
    """Whether it is an ellipsis, behind which the sentence goes on."""
    return stop != "." and not stop.strip(".…")


def _plain_words(token: re.Match[str]) -> Iterator[_Word]:
    for plain in _plain(token["word"].casefold().strip("'")).split():
        if not re.fullmatch(FILLERS, plain):
            yield _Word(plain, *token.span("word"))


def _plain(word: str) -> str:
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
    """Compiled when it is first needed, not whenever the program starts."""
    fine = _spelled_out(signal.fine) or "(?!)"
    return re.compile(rf"(?<!\S)(?:(?P<fine>{fine})|{_spelled_out(signal.finds)})(?!\S)")


def _spelled_out(phrases: str) -> str:
    on_one_line = re.sub(r"\s*\n\s*\|?", "|", phrases.strip())
    return _with_names(on_one_line)


def _with_names(phrases: str) -> str:
    return re.sub("[A-Z]+|~~?", lambda name: _with_names(NAMED[name[0]]), phrases)


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
