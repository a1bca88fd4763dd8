"""Search a sentence for phrases written in the notation of `distress_phrases`.

There are hundreds of phrases, and most sentences have none. So a phrase is compiled and tried only where one of the words
that it needs begins a word of the sentence, and what many phrases share is matched once for all of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import chain

from exback.model.distress_phrases import PARTS, SHARED

Span = tuple[int, int]

REACH = 200
"""Characters between two shared parts of a phrase at most: so a long text without a full stop doesn't take long."""
STEM = 3
"""Characters of a word by which the phrases that need it are looked up."""


class Phrase:
    """One phrase: the beginnings of words that it needs one of, and its pieces, of which every second names a shared part."""

    def __init__(self, line: str) -> None:
        needs, bracket, rest = line.partition("] ") if line.startswith("[") else ("", "", line)
        self.needs = needs[1:].split("|") if bracket else []
        self._line = rest

    @cached_property
    def pieces(self) -> list[str]:
        """Return the pieces: split when they are first asked for, because most never are."""
        return re.split(r"\{([a-z_]+)\}", self._line)


@cache
def _lines(block: str) -> list[str]:
    return block.strip().replace("\n    ", "").split("\n")


@cache
def phrases(block: str) -> tuple[Phrase, ...]:
    """Return the phrases of a block."""
    return tuple(map(Phrase, _lines(block)))


@cache
def _shared() -> dict[str, list[Phrase]]:
    shared: dict[str, list[Phrase]] = {}
    for line in _lines(SHARED):
        name, _, rest = line.partition(": ")
        shared.setdefault(name, []).append(Phrase(rest))
    return shared


@cache
def _parts() -> dict[str, str]:
    return dict(line.split(": ", 1) for line in _lines(PARTS))


@cache
def _by_stem(blocks: tuple[str, ...]) -> dict[str, list[tuple[str, Phrase]]]:
    """Return what the phrases of some blocks, and the shared parts, need: by the first letters of it."""
    by_stem: dict[str, list[tuple[str, Phrase]]] = {}
    for phrase in chain(*map(phrases, blocks), *_shared().values()):
        for need in phrase.needs:
            by_stem.setdefault(need[:STEM], []).append((need, phrase))
    return by_stem


@cache
def _needs(blocks: tuple[str, ...]) -> str:
    """Return all that lines of some blocks need, each after a bar."""
    lines = (
        "\n".join(("", *blocks, SHARED)).replace("\n    ", "").replace(": [", "\n[")
    )  # a shared part has its name in front
    return "|".join(["", *(line[: line.index("]")] for line in lines.split("\n[")[1:]), ""])


def has_needed_word(text: str, blocks: tuple[str, ...]) -> bool:
    """Whether a text may have a word that a phrase needs. Most short texts don't, and then no phrase is looked at."""
    needs = _needs(blocks)
    for word in re.finditer(r"\w+", text):
        place = -1
        while (place := needs.find(f"|{word[0][:STEM]}", place + 1)) >= 0:
            if text.startswith(needs[place + 1 : needs.index("|", place + 1)], word.start()):
                return True
    return False


def expanded(piece: str) -> str:
    """Return a piece of a phrase as a regular expression."""
    while (whole := re.sub(r"<([a-z_]+)>", lambda name: _parts()[name[1]], piece)) != piece:
        piece = whole
    return re.sub(r"\\.|\[[^]]*\]|\((?!\?)", lambda part: "(?:" if part[0] == "(" else part[0], piece)


@cache
def compiled(piece: str) -> re.Pattern[str]:
    """Return a piece of a phrase, compiled."""
    return re.compile(expanded(piece))


class Searched:
    """One sentence that is searched for the phrases of some blocks, with what was found in it of the shared parts."""

    def __init__(self, text: str, blocks: tuple[str, ...]) -> None:
        self.text, self._blocks = text, blocks
        self._spans: dict[str, list[Span]] = {}
        self._possible: dict[str, bool] = {}

    @cached_property
    def _needed(self) -> set[Phrase]:
        """Return the phrases that need a word which is there."""
        stems, text = _by_stem(self._blocks), self.text
        return {
            phrase
            for word in re.finditer(r"\w+", text)
            for need, phrase in stems.get(text[word.start() : word.start() + STEM], ())
            if text.startswith(need, word.start())
        }

    def may_have(self, block: str) -> bool:
        """Whether the words that are there would do for a phrase of a block."""
        return any(map(self._may_be, phrases(block)))

    def starts(self, block: str) -> Iterator[int]:
        """Yield where the phrases of a block begin."""
        for phrase in filter(self._may_be, phrases(block)):
            for start, _ in self.found(phrase):
                yield start

    def _may_be(self, phrase: Phrase) -> bool:
        return (not phrase.needs or phrase in self._needed) and all(map(self._may_be_shared, phrase.pieces[1::2]))

    def _may_be_shared(self, name: str) -> bool:
        if name not in self._possible:
            self._possible[name] = any(map(self._may_be, _shared()[name]))
        return self._possible[name]

    def _spans_of(self, name: str) -> list[Span]:
        """Return where a shared part begins and ends."""
        if name not in self._spans:
            lines = filter(self._may_be, _shared()[name])
            self._spans[name] = sorted({span for line in lines for span in self.found(line)})
        return self._spans[name]

    def found(self, phrase: Phrase) -> list[Span]:
        """Return where a phrase begins and ends, without regard to the words it needs."""
        first, gaps, shared = phrase.pieces[0], phrase.pieces[2::2], phrase.pieces[1::2]
        if not shared:
            return [match.span() for match in compiled(first).finditer(self.text)]
        # From the end: what comes last is rarest, and leads like "I will" are in every text.
        if not all(self._spans_of(name) for name in reversed(shared)):
            return []
        spans = self._with_first(first, self._spans_of(shared[0]))
        for gap, name in zip(gaps, shared[1:], strict=False):
            spans = self._with_next(spans, gap, self._spans_of(name))
        if not (spans and gaps[-1]):
            return spans
        last = compiled(gaps[-1])
        return [(start, match.end()) for start, end in spans if (match := last.match(self.text, end))]

    def _with_first(self, piece: str, spans: list[Span]) -> list[Span]:
        if not piece:
            return spans
        before = compiled(rf"({piece})\Z")
        matches = ((before.search(self.text, max(0, start - REACH), start), end) for start, end in spans)
        return [(match.start(), end) for match, end in matches if match]

    def _with_next(self, spans: list[Span], gap: str, following: list[Span]) -> list[Span]:
        """Return the spans that one of the following ones comes after, with the gap between them."""
        between, joined = compiled(gap), set()
        for start, end in spans:
            for beginning, whole_end in following[bisect_left(following, (end,)) :]:
                if beginning - end > REACH:
                    break
                if between.fullmatch(self.text, end, beginning):
                    joined.add((start, whole_end))
        return sorted(joined)
