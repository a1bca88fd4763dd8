"""Sentences by someone who hadn't seen the phrases: which of them are noticed, and which are known to be missed.

At first 24 of 70 were found of dying, 13 of 40 of harming and 17 of 40 of being in danger, with 6 false alarms among 300. The
phrases were then widened by whole classes. The files ending in "ours", and the look-alikes, were written afterwards, to see
whether the classes hold for other sentences.
"""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest
from support.concerns import CONCERNS, DYING, HARMING, IN_DANGER, concern_in
from support.harmless import HARMLESS
from support.lives import LIFE

from exback.model.distress import Concern
from exback.model.phrase_search import Phrases, Searched

PHRASES = CONCERNS.phrases
EXAMPLES = Path(__file__).parents[1] / "support" / "distress"
KNOWN_MISSES = frozenset(
    {
        "I have written letters to the kids and to mum, they're in the drawer.",
        "I've decided how I'm going to do it and when.",
        "Tonight is my last night.",
        "I was looking up ways to do it until four in the morning.",
        "I've given the dog to my sister and paid the bills off. There's nothing keeping me here now.",
        "Mam, forgive me. I love you. I couldn't stay.",
        "I want to be with Dad, wherever he is, and I think I'll go to him this week.",
        "My plan is for Thursday when the flatmates are away.",
        "Ready to go now. I've made my peace with it and I feel calm, there's just the note left to write.",
        "I'm on the bridge.",
        "want to end it. so tired of hurting. please let it stop",
        "everyone says it gets better but im not sticking around to find out, im out, for good",
        "The kids will have the insurance, they'd be better looked after than I could ever manage alive.",
        "I nearly did it last night. The only thing that stopped me was the cat.",
    }
)
"""Sentences of someone who wants to die that no phrase finds: the same words are said of a job, a flat or a goodbye."""

BEFORE = (
    "It rained all morning and I didn't get up until ten. I fed the cat, and then I sat at the kitchen table for an hour. My sister "
    "called, and we talked about nothing much. Work was slow. "
)
AFTER = " I keep going over what they said in March, and what I said back. Then I made soup."


def examples(name: str) -> list[str]:
    """Return the sentences of one file, one a line."""
    return (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


GRAVE = [
    (text, concern) for concern in CONCERNS.kinds for name in ("", "-ours") for text in examples(f"{concern.id}{name}")
]
FOUND = [(text, concern) for text, concern in GRAVE if text not in KNOWN_MISSES]
FINE = [*examples("look-alikes"), *(text for concern in CONCERNS.kinds for text in examples(f"{concern.id}-fine"))]


def test_there_are_as_many_as_were_asked_for() -> None:
    """At least 60 grave ones of dying and 40 of each other kind, 200 harmless ones and 30 of our own."""
    assert [len(examples(concern.id)) for concern in (DYING, HARMING, IN_DANGER)] == [70, 40, 40]
    assert (len(examples("dying-fine")), len(HARMLESS)) == (200, 30)


def test_a_grave_sentence_is_noticed() -> None:
    """It's taken for what it is, and for nothing else."""
    assert [text for text, concern in FOUND if concern_in(text) is not concern] == []


@pytest.mark.parametrize("text", sorted(KNOWN_MISSES))
def test_a_known_miss_is_still_one(text: str) -> None:
    """Whoever makes the phrases find it takes it off the list."""
    assert concern_in(text) is None


def test_a_harmless_text_opens_no_page() -> None:
    """Figures of speech, quotations, songs, other people and other things are left alone, however they are typed."""
    taken = [
        typed
        for text in (*FINE, *HARMLESS)
        for typed in (text, text.replace("’", "'"), text.replace("'", "’"), re.sub("['’]", "", text), text.upper())
        if concern_in(typed) is not None
    ]
    assert taken == []


@pytest.mark.parametrize(("text", "concern"), FOUND)
def test_it_does_not_matter_how_it_is_typed(text: str, concern: Concern) -> None:
    """Curly apostrophes or none, capitals, line breaks and a long day around it hide nothing."""
    sentence = text if text[-1] in ".!?…" else f"{text}."
    for typed in (
        text.replace("'", "’"),
        text.replace("'", ""),
        text.upper(),
        text.replace(" ", "\n", 2),
        BEFORE * 5 + sentence + AFTER * 5,
        f"{BEFORE}\n\n{text}\n\n{AFTER}",
    ):
        assert concern_in(typed) is concern


def test_no_step_of_a_life_without_grave_words_opens_one() -> None:
    """The made-up life that the other tests live has none."""
    written = [value for answers in LIFE.values() for value in answers.values() if isinstance(value, str)]
    assert [text for text in written if concern_in(text)] == []


@pytest.mark.parametrize(("text", "concern"), FOUND)
def test_the_words_that_are_looked_for_first_hide_no_phrase(
    text: str, concern: Concern, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They only save time: each phrase that is in a sentence is found without them, too."""
    sentences, quoted = CONCERNS.sentences_and_quotations(text)
    searched = [(concern.phrases, sentences), (concern.theirs, quoted)]
    places = [(block, [sentence for sentence in part if block]) for block, part in searched]
    with_words = [sorted(Searched(each, PHRASES).starts(block)) for block, part in places for each in part]
    monkeypatch.setattr(Searched, "_may_be", lambda _, __: True)
    assert with_words == [sorted(Searched(each, PHRASES).starts(block)) for block, part in places for each in part]


ORDINARY = (
    *(BEFORE + AFTER, "I miss him and I want to call him, but here I am, down for the day."),
    *(
        "My sister said I should rest, and I told her that I feel like going out with her.",
        "I can't find my other shoe.",
    ),
    *("I will go to work tomorrow and then take the bus home.", "She texted that she wants her things back."),
)


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_day_compiles_next_to_nothing(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All phrases together are a hundred thousand characters, and most days have none of the words that they need."""
    compiled: list[str] = []

    def noted(phrases: Phrases, piece: str) -> str:
        compiled.append(expanded(phrases, piece))
        return compiled[-1]

    expanded = Phrases.expanded
    monkeypatch.setattr(Phrases, "expanded", noted)
    monkeypatch.setattr(PHRASES, "_compiled", {})
    assert concern_in(text) is None
    assert sum(map(len, compiled)) < 5_000


def test_every_phrase_needs_a_word() -> None:
    """Or a shared part that does: without that, it would be compiled for every text."""
    nothing = Searched("", PHRASES)
    assert not any(nothing.may_have(block) for block in PHRASES.blocks)


def test_every_phrase_can_be_compiled() -> None:
    """A name that stands for nothing, or a bracket too few, would only be noticed by the one who needs the phrase."""
    assert list(PHRASES.mistakes()) == []
    pieces = [
        piece for phrase in chain(*PHRASES.of_block.values(), *PHRASES.shared.values()) for piece in phrase.pieces[::2]
    ]
    assert not [piece for piece in pieces if re.search(r"[<{][a-z_]+[>}]", PHRASES.expanded(piece))]


class TestWhoseWords:
    """Someone else's words open no page about the writer."""

    @pytest.mark.parametrize(
        "text",
        [
            "He said he'd kill me if I left.",
            "he told me hell kill me",
            "She wrote: “If you leave I'll kill myself.”",
            "He says he'll kill himself if I don't come back.",
            "You said you would find me wherever I went.",
            "“I'll kill you,” he said, and put down the phone.",
            "He keeps turning up at my work.",
            "He has a key and lets himself in.",
            "He says he'll post my nudes if I don't answer.",
            "She's threatening to send my pictures to my boss.",
            "He won't let me see my friends.",
            "She takes my wages every month.",
        ],
    )
    def test_a_threat_by_the_other_person_is_danger(self, text: str) -> None:
        """Neither harm by the writer nor a wish to die."""
        assert concern_in(text) is IN_DANGER

    @pytest.mark.parametrize(
        "text",
        [
            "He said: I want to die.",
            "She told me I want to kill myself",
            "“I want to die,” she said, when the bill came.",
            "The song goes I don't want to live without you.",
            "My brother says he'll kill my ex for me.",
            "He thinks I want to kill him.",
        ],
    )
    def test_what_others_say_of_themselves_opens_nothing(self, text: str) -> None:
        """It isn't the writer's wish, and threatens no one."""
        assert concern_in(text) is None

    @pytest.mark.parametrize("text", ["I said to her: I want to die", "I keep typing “I want to die” and deleting it."])
    def test_the_writer_may_quote_themselves(self, text: str) -> None:
        """Marks around their own words change nothing."""
        assert concern_in(text) is DYING


class TestPrecedence:
    """A text may have several."""

    THREAT = "He said he'd kill me if I left."
    RAGE = "I'll kill him if he comes near me."
    DYING = "I want to die."

    def test_a_threat_by_someone_else_comes_before_harm(self) -> None:
        """Someone who is threatened may well write of hitting back."""
        assert concern_in(f"{self.RAGE} {self.THREAT}") is IN_DANGER

    def test_wanting_to_die_comes_before_all(self) -> None:
        """Wherever it stands."""
        assert concern_in(f"{self.THREAT} {self.RAGE} {self.DYING}") is DYING

    def test_it_is_the_same_over_several_texts(self) -> None:
        """The answers of a step are looked at together."""
        assert concern_in("Tea.", self.RAGE, self.THREAT) is IN_DANGER
        assert concern_in(self.RAGE, "Tea.") is HARMING
        assert concern_in("Tea.") is None


@pytest.mark.parametrize(
    "nearly",
    [
        "i really just want to think about my life and i do not want to be there i feel like ",
        "i am going to take a lot of the ",
        "he said he would ",
        "“he said ” ",
        "'a ",
        "knife ",
        "he was always still there in his ",
        "their lives would be so much ",
    ],
)
def test_a_long_text_that_nearly_has_a_phrase_is_read_to_its_end(nearly: str) -> None:
    """No phrase takes time that grows faster than the text: this would not end otherwise."""
    assert concern_in(nearly * (100_000 // len(nearly)) + ". I want to die.") is DYING
