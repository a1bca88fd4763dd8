"""Notice when someone writes of something grave, such as dying or being threatened, so that the page can say where to find help.

Which words are grave, and what is said after them, the program declares: see Concerns. The phrases should avoid false alarms
rather than miss nothing: no list finds everyone, so `exback crisis` is mentioned all over exback's own program as well.
Nothing is withheld, sent or kept because of them, and no page claims to know what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from msgspec import Struct

from exback.model.boundaries import AFRAID_OF_THEM
from exback.model.phrase_search import Phrases, Searched


class Help(Struct, frozen=True):
    """What is said after such words: `in_short` on the next page, above a question, and `in_full` at the end of the step."""

    in_short: str
    in_full: str


class Concern(Struct, frozen=True):
    """One kind of words to notice, the phrases it's noticed by, and the help for it.

    `phrases` are looked for in the writer's own sentences, `theirs` in what they quote of someone else, where "you" is the
    writer. After fear the help may be worded differently.
    """

    id: str
    help: Help
    phrases: str
    theirs: str = ""
    help_after_fear: Help | None = None

    def help_for(self, held: Collection[str]) -> Help:
        """Return the help, worded for someone for whom these boundaries hold."""
        return self.help_after_fear if self.help_after_fear and AFRAID_OF_THEM.id in held else self.help


IGNORED = str.maketrans("", "", "'’‘ʼ`´*_")
# Compiled when they are first used: most pages have no text to look at.
PARAGRAPH_END = r"\r?\n[ \t]*\r?\n"
SENTENCE_END = r"(?<=[.!?;…]) "
IN_SINGLE_MARKS = r"(?<!\w)['‘]((?:[^'’‘\"]|(?<=\w)['’](?=\w)){2,300})['’](?!\w)"
IN_MARKS = '["“„«]([^"“”„«»]{2,400})["”“»]'
DIALOGUE = '["”] ?[|]|[|] ?["“]'  # another quotation right before or after: two people who talk
AROUND = 80
"""Characters before and after a quotation in which its source is looked for."""
LATEST = 100
"""For so many texts it's remembered what was found in them."""


class Concerns:
    """The kinds of words to notice in what someone writes, in one language, the kind that counts first at the front.

    The notation of the phrases, and of the `parts` and `shared` lines that are named in them, is explained in
    `phrase_search`. These parts say whose words they are, and a part that isn't given is never found:

        quoted_before, quoted_after   what is beside a quotation of someone else
        light_hearted                 what is beside a quotation that threatens no one
        fiction                       what is beside a quotation from a song, a film or the like
        title_before                  what is before the name of one, which is no one's words
        theirs_without_marks          someone else's words without quotation marks, as the groups `who` and `words`
        theirs_after_it               a sentence that says at its end that its `words` were someone else's
    """

    def __init__(self, *kinds: Concern, parts: str = "", shared: str = "") -> None:
        self.kinds = kinds
        blocks = (block for kind in kinds for block in (kind.phrases, kind.theirs) if block)
        self.phrases = Phrases(*blocks, parts=parts, shared=shared)
        self._found = lru_cache(maxsize=LATEST)(self._kind_in)  # the last page looks at all words of a run once more

    def found_in(self, *texts: str) -> Concern | None:
        """Return the kind that counts first among those that some typed texts give reason for, None if there is none.

        Case, apostrophes, emphasis marks, line breaks and extra spaces don't matter. What the writer quotes of someone
        else, of a song or of a film isn't taken for their own words.
        """
        ids = {concern.id for concern in map(self._found, texts) if concern}
        return next((concern for concern in self.kinds if concern.id in ids), None)

    def _kind_in(self, text: str) -> Concern | None:
        sentences, quoted = self.sentences_and_quotations(text)
        if not (sentences or quoted):
            return None
        unmarked = self.phrases.part("theirs_without_marks")
        whole, others = self._searched(sentences), self._searched(quoted)
        own = self._searched(unmarked.sub(lambda match: f"{match['who']} …", sentence) for sentence in sentences)
        for concern in self.kinds:
            searched = whole if concern.theirs else own
            if self._any_has(concern.phrases, searched) or self._any_has(concern.theirs, others):
                return concern
        return None

    def sentences_and_quotations(self, text: str) -> tuple[list[str], list[str]]:
        """Return the sentences of a text in plain form, without quotations of others, and what it quotes of other people.

        Paragraphs without a word that any phrase needs are left out.
        """
        sentences: list[str] = []
        quoted: list[str] = []
        for paragraph in re.split(PARAGRAPH_END, text) if "\n" in text else (text,):
            if not self._may_be_in(_in_plain_form(paragraph)):
                continue
            plain = _in_plain_form(re.sub(IN_SINGLE_MARKS, r"“\1”", paragraph))  # before the apostrophes go
            for sentence in re.split(SENTENCE_END, self._without_quotations(plain, quoted)):
                theirs = self.phrases.part("theirs_after_it").match(sentence)
                quoted += [words["words"] for words in self.phrases.part("theirs_without_marks").finditer(sentence)]
                if theirs:
                    quoted.append(theirs["words"])
                else:
                    sentences.append(sentence)
        return sentences, quoted

    def _may_be_in(self, plain: str) -> bool:
        phrases = self.phrases
        return phrases.may_be_in(plain) and any(map(Searched(plain, phrases).may_have, phrases.blocks))

    def _without_quotations(self, paragraph: str, quoted: list[str]) -> str:
        """Return a paragraph without what is quoted of others, and add to `quoted` what is quoted of other people."""
        part, parts, place = self.phrases.part, [], 0
        for quotation in re.finditer(IN_MARKS, paragraph):
            start, end = quotation.span()
            before, after = paragraph[max(0, start - AROUND) : start], paragraph[end : end + AROUND]
            around = f"{before}|{after}"
            is_theirs = part("quoted_before").search(before) or part("quoted_after").match(after)
            if is_theirs and not part("light_hearted").search(around):
                quoted.append(quotation[1])
            if is_theirs or part("fiction").search(around) or re.search(DIALOGUE, around):
                parts.append(paragraph[place:start])
                place = end
        return "…".join((*parts, paragraph[place:]))

    def _searched(self, sentences: Iterable[str]) -> list[Searched]:
        return [Searched(sentence, self.phrases) for sentence in sentences]

    def _any_has(self, block: str, sentences: list[Searched]) -> bool:
        """Whether a sentence has a phrase that doesn't come right after the name of a song, a film or the like."""
        return bool(block) and any(
            not self.phrases.part("title_before").search(sentence.text[max(0, start - AROUND) : start])
            for sentence in sentences
            for start in sentence.starts(block)
        )


def _in_plain_form(text: str) -> str:
    return " ".join(text.translate(IGNORED).casefold().split())
