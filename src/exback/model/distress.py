"""Notice when someone writes of dying, of being threatened or of harming someone, so that the page can say where to find help.

The phrases are short English lists. They avoid false alarms rather than missing nothing: no list finds everyone, so
`exback crisis` is mentioned all over the program as well. Nothing is withheld, sent or kept because of them, and no page claims
to know what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from msgspec import Struct

from exback.model import distress_phrases as phrases
from exback.model.boundaries import AFRAID_OF_THEM
from exback.model.phrase_search import Searched, has_needed_word


class Help(Struct, frozen=True):
    """What is said after such words: `in_short` on the next page, above a question, and `in_full` at the end of the step."""

    in_short: str
    in_full: str


class Concern(Struct, frozen=True):
    """One kind of words to notice, the phrases it's noticed by, and the help for it.

    `phrases` are looked for in the writer's own sentences, `theirs` in what they quote of someone else, where "you" is the
    writer. After fear the help is worded differently.
    """

    id: str
    help: Help
    help_after_fear: Help
    phrases: str
    theirs: str = ""

    def help_for(self, held: Collection[str]) -> Help:
        """Return the help, worded for someone for whom these boundaries hold."""
        return self.help_after_fear if AFRAID_OF_THEM.id in held else self.help


NUMBERS = "112, 999, 911 or the emergency number where you are"

ABOUT_DYING = Help(
    in_short=(
        "If this is about wanting to die, or about hurting yourself, please don't stay alone with it. No one is "
        f"reading along here. In danger now, or if you've taken something: call {NUMBERS}, even if you feel fine. To "
        "talk to someone, leave and type: exback crisis"
    ),
    in_full=(
        "Some of what you wrote can mean that you want to die, or that you've hurt yourself. If it does, please don't "
        f"stay alone with it. In danger now, or if you've taken something: call {NUMBERS}, even if you feel fine. To "
        "talk to someone, leave and type: exback crisis\n\n"
        "If it's about someone else, call for them. exback is a program. It can't know what you meant, no one is "
        "reading along, and nothing was sent. You can go on here, too."
    ),
)
ABOUT_HARMING = Help(
    in_short=(
        "If you might hurt someone, go somewhere else first: out of the house, away from them. In danger now: call "
        f"{NUMBERS}. You can call about yourself. To talk to people who know this well, leave and type: exback crisis. "
        "No one is told what you write here."
    ),
    in_full=(
        "Some of what you wrote can mean that you might hurt someone. If it does, put distance between you first. "
        "Leave, or stay somewhere they aren't, and give anything that could be used as a weapon to someone else. In "
        f"danger now: call {NUMBERS}. You can say that you're afraid of what you'll do.\n\n"
        "There are people you can talk to about this, and they've heard it before. Some countries have a line for "
        "people who worry about what they do. To see it, leave and type: exback crisis\n\n"
        "No one is told what you wrote. exback is a program, and it can't know what you meant. It marks nothing and "
        "keeps only your own words, where you saved them. You can go on here, too."
    ),
)
ABOUT_HARMING_AFTER_FEAR = Help(
    in_short=(
        "If you might hurt someone, or have to defend yourself, get yourself out first if you can. In danger now: "
        f"call {NUMBERS}. To talk to people who know this well, leave and type: exback crisis. No one is told what you "
        "write here."
    ),
    in_full=(
        "Being this angry at someone who hurt you makes sense, and thinking something isn't doing it. What matters "
        f"now is that you stay safe. If you can get away, go. In danger now, whoever it comes from: call {NUMBERS}.\n\n"
        "There are people who know what fear and anger do, and who won't blame you for either. To see them, leave and "
        "type: exback crisis\n\n"
        "No one is told what you wrote. exback is a program, and it can't know what you meant. It marks nothing and "
        "keeps only your own words, where you saved them. You can go on here, too."
    ),
)
ABOUT_DANGER = Help(
    in_short=(
        f"If someone threatens you, or you're afraid of them: in danger now, call {NUMBERS}. You don't have to answer "
        "them. Keep what they sent. To talk to people who know this well, leave and type: exback crisis. To hide this "
        "page at once, press Ctrl-Q (in plain lines, type hide)."
    ),
    in_full=(
        "Some of what you wrote can mean that someone is threatening, following, hurting or controlling you. If so, "
        f"it isn't your fault, and you don't have to deal with it alone. In danger now: call {NUMBERS}. If they say "
        "they'll hurt themselves, call that number for them and say where they are. You don't have to go there.\n\n"
        "You don't have to answer. Keep the evidence: messages, calls, and a note of each time with its date, "
        "somewhere they can't reach. exback crisis lists people who know this well and won't push you into anything. "
        "If they can see this phone or computer, use another one. Ctrl-Q (in plain lines, type hide) closes this page "
        "at once.\n\n"
        "If they threaten to show intimate pictures: don't pay, and don't answer. Take screenshots with the date and "
        "their name. Then use the report form of the platform, and tell the police. findahelpline.com has people to "
        "talk to.\n\n"
        "No one is told what you wrote, and exback can't know what you meant. You can go on here, too."
    ),
)

DYING = Concern("dying", ABOUT_DYING, ABOUT_DYING, phrases.DYING)
IN_DANGER = Concern("in-danger", ABOUT_DANGER, ABOUT_DANGER, phrases.IN_DANGER, phrases.WHAT_THEY_SAY)
HARMING = Concern("harming", ABOUT_HARMING, ABOUT_HARMING_AFTER_FEAR, phrases.HARMING)
CONCERNS = (DYING, IN_DANGER, HARMING)
"""The one that counts first where a text has several: someone who is threatened may well write of hitting back."""


def concern_in(text: str) -> Concern | None:
    """Return what a typed text gives reason to be concerned about, None if nothing.

    Case, apostrophes, emphasis marks, line breaks and extra spaces don't matter. What the writer quotes of someone else, of
    a song or of a film isn't taken for their own words.
    """
    sentences, quoted = _sentences_and_quotations(text)
    whole, others = list(map(_searched, sentences)), list(map(_searched, quoted))
    own = [_searched(re.sub(phrases.THEIRS_WITHOUT_MARKS, r"\g<who> …", sentence)) for sentence in sentences]
    for concern in CONCERNS:
        if _any_has(concern.phrases, whole if concern.theirs else own) or _any_has(concern.theirs, others):
            return concern
    return None


BLOCKS = tuple(block for concern in CONCERNS for block in (concern.phrases, concern.theirs) if block)


def _searched(sentence: str) -> Searched:
    return Searched(sentence, BLOCKS)


IGNORED = str.maketrans("", "", "'’‘ʼ`´*_")
# Compiled when they are first used: most pages have no text to look at.
PARAGRAPH_END = r"\r?\n[ \t]*\r?\n"
SENTENCE_END = r"(?<=[.!?;…]) "
IN_SINGLE_MARKS = r"(?<!\w)['‘]((?:[^'’‘\"]|(?<=\w)['’](?=\w)){2,300})['’](?!\w)"
IN_MARKS = '["“„«]([^"“”„«»]{2,400})["”“»]'
DIALOGUE = '["”] ?[|]|[|] ?["“]'  # another quotation right before or after: two people who talk
AROUND = 80
"""Characters before and after a quotation in which its source is looked for."""


def _sentences_and_quotations(text: str) -> tuple[list[str], list[str]]:
    """Return the sentences of a text in plain form, without quotations of others, and what it quotes of other people.

    Paragraphs without a word that any phrase needs are left out.
    """
    sentences: list[str] = []
    quoted: list[str] = []
    for part in re.split(PARAGRAPH_END, text):
        plain = _in_plain_form(part)
        if not (has_needed_word(plain, BLOCKS) and any(map(_searched(plain).may_have, BLOCKS))):
            continue
        paragraph = _in_plain_form(re.sub(IN_SINGLE_MARKS, r"“\1”", part))  # before the apostrophes go
        for sentence in re.split(SENTENCE_END, _without_quotations(paragraph, quoted)):
            theirs = re.match(phrases.THEIRS_AFTER_IT, sentence)
            quoted += [words["words"] for words in re.finditer(phrases.THEIRS_WITHOUT_MARKS, sentence)]
            if theirs:
                quoted.append(theirs["words"])
            else:
                sentences.append(sentence)
    return sentences, quoted


def _in_plain_form(text: str) -> str:
    return " ".join(text.translate(IGNORED).casefold().split())


def _without_quotations(paragraph: str, quoted: list[str]) -> str:
    """Return a paragraph without what is quoted of others, and add to `quoted` what is quoted of other people."""
    parts, place = [], 0
    for quotation in re.finditer(IN_MARKS, paragraph):
        start, end = quotation.span()
        before, after = paragraph[max(0, start - AROUND) : start], paragraph[end : end + AROUND]
        is_theirs = re.search(phrases.QUOTED_BEFORE, before) or re.match(phrases.QUOTED_AFTER, after)
        if is_theirs and not re.search(phrases.LIGHT_HEARTED, f"{before}|{after}"):
            quoted.append(quotation[1])
        if is_theirs or re.search(phrases.FICTION, f"{before}|{after}") or re.search(DIALOGUE, f"{before}|{after}"):
            parts.append(paragraph[place:start])
            place = end
    return "…".join((*parts, paragraph[place:]))


def _any_has(block: str, sentences: list[Searched]) -> bool:
    """Whether a sentence has a phrase that doesn't come right after the name of a song, a film or the like."""
    return bool(block) and any(
        not re.search(phrases.TITLE_BEFORE, sentence.text[max(0, start - AROUND) : start])
        for sentence in sentences
        for start in sentence.starts(block)
    )


def gravest(texts: Iterable[str]) -> Concern | None:
    """Return the concern that counts first among those that some typed texts give reason for, None if there is none."""
    ids = {concern.id for text in texts if (concern := concern_in(text)) is not None}
    return next((concern for concern in CONCERNS if concern.id in ids), None)
