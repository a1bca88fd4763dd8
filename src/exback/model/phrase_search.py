r"""Search a sentence for phrases.

A block of phrases has a phrase a line; indented lines go on with it. A phrase is looked for in one sentence of plain text:
lower case, single spaces, no apostrophes ("dont", "im"). It's a regular expression with three marks of its own:

    [kill|murder]   at its beginning: one of these beginnings of words is in every sentence that has the phrase. Only then
                    is it looked for, and compiled: ordinary days pay nothing for it. Choose rare words
    <them>          the part of this name, as if it were written here
    {i_will}        one of the shared lines of this name, matched once for all phrases and as long as it can be; outside
                    brackets only. No look-ahead may stand right before it

Parts and shared lines are blocks too, where each line begins with its name and a colon. Brackets capture nothing, so
`(a|b)` is enough. No repetition may be unbounded, or a long text without a full stop would take long.

There are hundreds of phrases, and most sentences have none. So a phrase is compiled and tried only where one of the words
that it needs begins a word of the sentence, and what many phrases share is matched once for all of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

Span = tuple[int, int]

REACH = 200
"""Characters between two shared parts of a phrase at most: so a long text without a full stop doesn't take long."""
STEM = 3
"""Characters of a word by which the phrases that need it are looked up."""
NEVER = "(?!)"


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


class Phrases:
    """Blocks of phrases, with the parts and the shared lines that are named in them.

    Nothing is read or compiled before a text may have a phrase.
    """

    def __init__(self, *blocks: str, parts: str = "", shared: str = "") -> None:
        self.blocks, self._parts_block, self._shared_block = blocks, parts, shared
        self._compiled: dict[str, re.Pattern[str]] = {}

    @cached_property
    def of_block(self) -> dict[str, tuple[Phrase, ...]]:
        """Return the phrases of each block."""
        return {block: tuple(map(Phrase, _lines(block))) for block in self.blocks}

    @cached_property
    def shared(self) -> dict[str, list[Phrase]]:
        """Return the shared lines by their name."""
        shared: dict[str, list[Phrase]] = {}
        for name, line in map(_named, _lines(self._shared_block)):
            shared.setdefault(name, []).append(Phrase(line))
        return shared

    @cached_property
    def parts(self) -> dict[str, str]:
        """Return the parts by their name."""
        return dict(map(_named, _lines(self._parts_block)))

    @cached_property
    def by_stem(self) -> dict[str, list[tuple[str, Phrase]]]:
        """Return what the phrases and the shared lines need: by the first letters of it."""
        by_stem: dict[str, list[tuple[str, Phrase]]] = {}
        for phrase in chain(*self.of_block.values(), *self.shared.values()):
            for need in phrase.needs:
                by_stem.setdefault(need[:STEM], []).append((need, phrase))
        return by_stem

    @cached_property
    def _needs(self) -> str:
        """Return all that any line needs, each after a bar."""
        text = "\n".join(("", *self.blocks, self._shared_block)).replace("\n    ", "")
        lines = text.replace(": [", "\n[")  # a shared line has its name in front
        return "|".join(["", *(line[: line.index("]")] for line in lines.split("\n[")[1:]), ""])

    def may_be_in(self, text: str) -> bool:
        """Whether a text may have a word that a phrase needs. Most short texts don't, and then no phrase is looked at."""
        needs = self._needs
        for word in re.finditer(r"\w+", text):
            place = -1
            while (place := needs.find(f"|{word[0][:STEM]}", place + 1)) >= 0:
                if text.startswith(needs[place + 1 : needs.index("|", place + 1)], word.start()):
                    return True
        return False

    def mistakes(self) -> Iterator[str]:
        """Yield what is wrong with the phrases: names that stand for nothing, and pieces that are no regular expression."""
        for phrase in chain(*self.of_block.values(), *self.shared.values()):
            yield from (
                f"A phrase names {{{name}}}, and no shared line has that name."
                for name in phrase.pieces[1::2]
                if name not in self.shared
            )
            for piece in phrase.pieces[::2]:
                try:
                    self.compiled(piece)
                except KeyError as name:
                    yield f"A phrase names <{name.args[0]}>, and no part has that name."
                except re.error as error:
                    yield f"The phrase “{piece}” is no regular expression: {error}."

    def part(self, name: str) -> re.Pattern[str]:
        """Return a part, compiled; without such a part one that's never found."""
        return self.compiled(self.parts.get(name, NEVER))

    def compiled(self, piece: str) -> re.Pattern[str]:
        """Return a piece of a phrase, compiled."""
        if piece not in self._compiled:
            self._compiled[piece] = re.compile(self.expanded(piece))
        return self._compiled[piece]

    def expanded(self, piece: str) -> str:
        """Return a piece of a phrase as a regular expression."""
        while (whole := re.sub(r"(?<!\?P)<([a-z_]+)>", lambda name: self.parts[name[1]], piece)) != piece:
            piece = whole
        return re.sub(r"\\.|\[[^]]*\]|\((?!\?)", lambda part: "(?:" if part[0] == "(" else part[0], piece)


def _lines(block: str) -> list[str]:
    return block.strip().replace("\n    ", "").splitlines()


def _named(line: str) -> tuple[str, str]:
    name, _, rest = line.partition(": ")
    return name, rest


class Searched:
    """One sentence that is searched for phrases, with what was found in it of the shared parts."""

    def __init__(self, text: str, phrases: Phrases) -> None:
        self.text, self._phrases = text, phrases
        self._spans: dict[str, list[Span]] = {}
        self._possible: dict[str, bool] = {}

    @cached_property
    def _needed(self) -> set[Phrase]:
        """Return the phrases that need a word which is there."""
        stems, text = self._phrases.by_stem, self.text
        return {
            phrase
            for word in re.finditer(r"\w+", text)
            for need, phrase in stems.get(text[word.start() : word.start() + STEM], ())
            if text.startswith(need, word.start())
        }

    def may_have(self, block: str) -> bool:
        """Whether the words that are there would do for a phrase of a block."""
        return any(map(self._may_be, self._phrases.of_block[block]))

    def starts(self, block: str) -> Iterator[int]:
        """Yield where the phrases of a block begin."""
        for phrase in filter(self._may_be, self._phrases.of_block[block]):
            for start, _ in self.found(phrase):
                yield start

    def _may_be(self, phrase: Phrase) -> bool:
        return (not phrase.needs or phrase in self._needed) and all(map(self._may_be_shared, phrase.pieces[1::2]))

    def _may_be_shared(self, name: str) -> bool:
        if name not in self._possible:
            self._possible[name] = any(map(self._may_be, self._phrases.shared[name]))
        return self._possible[name]

    def _spans_of(self, name: str) -> list[Span]:
        """Return where a shared part begins and ends."""
        if name not in self._spans:
            lines = filter(self._may_be, self._phrases.shared[name])
            self._spans[name] = sorted({span for line in lines for span in self.found(line)})
        return self._spans[name]

    def found(self, phrase: Phrase) -> list[Span]:
        """Return where a phrase begins and ends, without regard to the words it needs."""
        first, gaps, shared = phrase.pieces[0], phrase.pieces[2::2], phrase.pieces[1::2]
        if not shared:
            return [match.span() for match in self._phrases.compiled(first).finditer(self.text)]
        # From the end: what comes last is rarest, and leads like "I will" are in every text.
        if not all(self._spans_of(name) for name in reversed(shared)):
            return []
        spans = self._with_first(first, self._spans_of(shared[0]))
        for gap, name in zip(gaps, shared[1:], strict=False):
            spans = self._with_next(spans, gap, self._spans_of(name))
        if not (spans and gaps[-1]):
            return spans
        last = self._phrases.compiled(gaps[-1])
        return [(start, match.end()) for start, end in spans if (match := last.match(self.text, end))]

    def _with_first(self, piece: str, spans: list[Span]) -> list[Span]:
        if not piece:
            return spans
        before = self._phrases.compiled(rf"({piece})\Z")
        matches = ((before.search(self.text, max(0, start - REACH), start), end) for start, end in spans)
        return [(match.start(), end) for match, end in matches if match]

    def _with_next(self, spans: list[Span], gap: str, following: list[Span]) -> list[Span]:
        """Return the spans that one of the following ones comes after, with the gap between them."""
        between, joined = self._phrases.compiled(gap), set()
        for start, end in spans:
            for beginning, whole_end in following[bisect_left(following, (end,)) :]:
                if beginning - end > REACH:
                    break
                if between.fullmatch(self.text, end, beginning):
                    joined.add((start, whole_end))
        return sorted(joined)
