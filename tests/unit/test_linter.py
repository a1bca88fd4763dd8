"""The linter of the invitation and of the apology: on written examples, in other spellings, and on anything at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.invitations import FINE, FINE_APOLOGIES, UNEASY, Uneasy

from exback.loader import load

load()  # registers the folder of steps, in which the linter lies
linter = import_module("exback.steps.reattraction.linter")
NAMED = import_module("exback.steps.reattraction.draft_phrases").NAMED

DAY = datetime(2026, 5, 5, 11)  # noqa: DTZ001  # the local hour is all that counts
IN_PLACE = {"pressure", "guilt", "jealousy", "ultimatum", "history", "watching", "harm", "pretext"}
KINDS = {*IN_PLACE, "length", "questions", "night"}
SIGNALS = (*linter.signals(), *linter.apology_signals())

PIECES = [one.text for one in UNEASY] + [
    *FINE,
    "please",
    "I",
    "don’t",
    "u",
    "if you",
    "love",
    "\n",
    "\n\n",
    "…",
    "?!",
    "'",
    "ß",
]
drafts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join),
    st.text(alphabet="iyoudntlve'’ .?!…\n[1]", max_size=200),
)


def kinds(draft: str, hour: int = 11) -> set[str]:
    """Give the kinds of what was remarked on."""
    return {one.kind for one in linter.remarks(draft, DAY.replace(hour=hour))}


def passages(draft: str) -> Counter[tuple[str, str]]:
    """Give the found passages, each with its kind."""
    return Counter((one.kind, one.words) for one in linter.remarks(draft) if one.words)


def of_uneasy(one: Uneasy) -> str:
    """Name an example by its kinds."""
    return " ".join(sorted(one.kinds))


@pytest.mark.parametrize("draft", FINE)
def test_a_fine_message_passes_clean(draft: str) -> None:
    """Short, warm, formal, funny or clumsy: what presses nobody is left in peace."""
    assert [(one.kind, one.words) for one in linter.remarks(draft, DAY)] == []


@pytest.mark.parametrize("uneasy", UNEASY, ids=of_uneasy)
def test_what_could_press_hurt_or_frighten_is_named_by_its_kind(uneasy: Uneasy) -> None:
    """Every kind of uneasy message is seen, and called nothing else."""
    assert kinds(uneasy.text, uneasy.hour) == uneasy.kinds


def test_the_examples_are_many_and_of_every_kind() -> None:
    """At least fifty, half of them fine, none twice, and no kind of remark without two."""
    every = Counter(kind for one in UNEASY for kind in one.kinds)
    assert len(set(FINE)) == len(FINE) >= 25
    assert len({one.text for one in UNEASY}) >= 25
    assert set(every) == KINDS
    assert min(every[kind] for kind in IN_PLACE) >= 2


SPELLINGS: Mapping[str, Callable[[str], str]] = {
    "in capitals": str.upper,
    "in small letters": str.lower,
    "with curly apostrophes": lambda text: text.replace("'", "’"),
    "with a line for every word": lambda text: text.replace(" ", "\n"),
    "with wide gaps": lambda text: text.replace(" ", "   "),
}


@pytest.mark.parametrize("uneasy", UNEASY, ids=of_uneasy)
def test_no_spelling_hides_a_passage(uneasy: Uneasy) -> None:
    """The same words are seen however they are typed."""
    for spelling, respelled in SPELLINGS.items():
        assert kinds(respelled(uneasy.text), uneasy.hour) >= uneasy.kinds & IN_PLACE, spelling


@pytest.mark.parametrize("draft", FINE)
def test_no_spelling_makes_a_fine_message_uneasy(draft: str) -> None:
    """A fine message stays fine however it is typed."""
    for spelling, respelled in SPELLINGS.items():
        assert not kinds(respelled(draft)) & IN_PLACE, spelling


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        ("i luv u", "i luv u"),
        ("I’ve really missed you", "I’ve really missed you"),
        ("We have coffee, and I do so love\nyou.", "love\nyou"),
        ("dont ignore me", "dont ignore"),
        ("DON'T IGNORE ME", "DON'T IGNORE"),
        ("u have to come", "u have to"),
        ("plzzzz", "plzzzz"),
        ("I… love… you", "I… love… you"),
        ("I cannot live without you", "cannot live without you"),
        ("im gonna end it all", "end it all"),
    ],
)
def test_words_are_found_as_hurt_people_type_them(draft: str, found: str) -> None:
    """Without apostrophes, shortened, stretched or trailing off, the passage is named as it was written."""
    assert next(one.words for one in linter.remarks(draft)).endswith(found)


@pytest.mark.parametrize(
    ("uneasy", "kind", "fine"),
    [
        ("Please come.", "pressure", "No pressure, please."),
        ("Please come.", "pressure", "Please feel free to say no."),
        ("You have to answer.", "pressure", "You don't have to answer."),
        ("Call me.", "pressure", "If you feel like it, call me."),
        ("I love you.", "history", "I would love a coffee."),
        ("I miss you.", "history", "I missed your call."),
        ("If you don't answer I'll know.", "ultimatum", "If you don't answer, that is fine."),
        ("I'll come to your office.", "watching", "There is a café near your office."),
        ("I'm seeing someone.", "jealousy", "I'm seeing my sister on Saturday, I could come by after."),
        ("I'll wait outside your office.", "watching", "We could sit outside."),
        ("I can't live without you.", "harm", "I can't live without coffee."),
        ("I want to die.", "harm", "I'd die for a decent espresso."),
        ("I can't go on like this.", "harm", "I can't go on Saturday."),
        ("You owe me a talk.", "guilt", "You don't owe me anything."),
        ("The past should not stand between us.", "history", "The past few weeks were busy."),
    ],
)
def test_words_that_only_look_alike_are_told_apart(uneasy: str, kind: str, fine: str) -> None:
    """What presses is seen, and its harmless neighbour is not."""
    assert kinds(uneasy) == {kind}
    assert kinds(fine) == set()


@pytest.mark.parametrize(("hour", "minute", "late"), [(21, 59, 0), (22, 0, 1), (0, 0, 1), (6, 59, 1), (7, 0, 0)])
def test_night_is_from_ten_to_seven(hour: int, minute: int, late: int) -> None:
    """The hour of writing is named at night and not by day, and never when it is not known."""
    found = linter.remarks(FINE[0], DAY.replace(hour=hour, minute=minute))
    assert [one.kind for one in found] == ["night"] * late
    assert linter.remarks(FINE[0]) == ()


@pytest.mark.parametrize(("words", "long"), [(60, set()), (61, {"length"})])
def test_sixty_words_are_plenty(words: int, long: set[str]) -> None:
    """The sixty-first word is one too many."""
    assert kinds("word " * words) == long


@pytest.mark.parametrize(
    ("draft", "asked"),
    [
        ("Coffee??", 1),
        ("Coffee? ?!", 1),
        ("Coffee on Friday? Or tea?", 2),
        ("how are you\n\nwould you like a coffee", 2),
        ("Do you like the map at https://example.org/?q=1 there?", 1),
        ("What you decide is fine. Coffee?", 1),
    ],
)
def test_questions_are_counted_by_sentence(draft: str, asked: int) -> None:
    """One question may have many marks, or none; a second one is one too many."""
    assert kinds(draft) == ({"questions"} if asked > 1 else set())


def test_remarks_stand_in_place_and_are_told_together() -> None:
    """A number follows each passage; the list gives one entry for each thing to say, and the whole comes last."""
    draft = "Please answer me. I love\nyou. Now? Today?"
    found = linter.remarks(draft, DAY)
    assert linter.marked(draft, found) == "Please [1] answer me [2]. I love\nyou [3]. Now? Today?"
    assert linter.numbered(found).splitlines() == [
        "- Numbers 1, 2: “Please”, “answer me”. They may feel that they have to answer.",
        "- Number 3: “I love you”. These are big feelings, and they may not know what to say to that.",
        "- It asks 2 questions. One is easier to answer.",
    ]


def test_a_passage_inside_another_has_the_smaller_number() -> None:
    """Numbers rise as the draft is read, also where one passage lies in another of a different kind."""
    draft = "If you ever loved me you'd come."
    found = linter.remarks(draft)
    assert [one.kind for one in found] == ["history", "ultimatum"]
    assert linter.marked(draft, found) == "If you ever loved me [1] you'd come [2]."


def test_nothing_found_changes_nothing() -> None:
    """A draft without remarks is shown as it is, with no list."""
    assert linter.marked(FINE[0], ()) == FINE[0]
    assert linter.numbered(()) == ""


@given(draft=drafts)
def test_any_text_is_read_without_a_fault(draft: str) -> None:
    """Places lie inside the draft and hold the words they say, in order; a remark about the whole has none."""
    for found in (linter.remarks(draft, DAY), linter.apology_remarks(draft)):
        placed = [one for one in found if one.words]
        assert all(0 <= one.start < one.end <= len(draft) for one in placed)
        assert all(draft[one.start : one.end] == one.words for one in placed)
        assert [one.end for one in placed] == sorted(one.end for one in placed)
        assert all((one.start, one.end) == (0, 0) for one in found if not one.words)


@given(draft=drafts)
def test_without_its_numbers_the_marked_draft_is_the_draft(draft: str) -> None:
    """Marks are added and nothing is lost, each once."""
    draft = draft.replace("[", "(")
    found = linter.remarks(draft)
    shown = linter.marked(draft, found)
    assert re.sub(r" \[\d+\]", "", shown) == draft
    assert len(re.findall(r" \[\d+\]", shown)) == sum(bool(one.words) for one in found)


@given(draft=drafts, fine=st.sampled_from(FINE))
def test_a_fine_sentence_more_hides_nothing_and_adds_nothing(draft: str, fine: str) -> None:
    """Every passage is still found when a fine message stands before or after it, and only those."""
    assert passages(f"{draft}\n\n{fine}") == passages(f"{fine}\n\n{draft}") == passages(draft)


@given(uneasy=st.sampled_from(UNEASY), fine=st.sampled_from(FINE))
def test_a_fine_sentence_on_the_same_line_hides_nothing(uneasy: Uneasy, fine: str) -> None:
    """A sentence ends at its stop; no blank line is needed."""
    assert passages(uneasy.text) <= passages(f"{uneasy.text.rstrip()}. {fine}")


def test_no_phrase_repeats_without_a_bound() -> None:
    """The time to read a draft grows with its length and no faster: no phrase has a star, a plus or an open count."""
    phrases = [*NAMED.values(), *(text for one in SIGNALS for text in (one.finds, one.fine))]
    assert [text for text in phrases if re.search(r"[*+]|\{\d*,\}", text)] == []


@pytest.mark.parametrize("text", FINE_APOLOGIES)
def test_an_apology_that_answers_for_something_passes_clean(text: str) -> None:
    """It says what was done and what it did, gives no reason and asks for nothing."""
    assert [(note.kind, note.words) for note in linter.apology_remarks(text)] == []


def test_no_phrase_ends_with_a_space() -> None:
    """Such a phrase would fit nowhere, because a space is always followed by a word."""
    phrases = [text for signal in SIGNALS for text in (signal.finds, signal.fine)]
    assert [text for text in phrases if re.search(r"(\(W \)\?|~)(?=\|(?!\^)|\n|$)", text.strip())] == []


def test_no_repetition_lies_in_another() -> None:
    """Also what cuts a draft into words and sentences repeats only single characters."""
    tracking = [linter.WORD_OR_STOP, linter.STRETCHED, linter.OPENS_A_QUESTION, linter.FILLERS]
    assert [text for text in tracking if re.search(r"[*+}]\)?[*+{]", text)] == []


def test_every_name_stands_for_something_that_is_looked_for() -> None:
    """A name in capitals that no phrase uses would be dead; one that is not declared fails when it is first read."""
    phrases = " ".join([*NAMED.values(), *(one.finds + " " + one.fine for one in SIGNALS)])
    assert set(re.findall("[A-Z]+|~~?", phrases)) == set(NAMED)


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.says)
def test_what_is_said_is_plain_and_kind(signal: object) -> None:
    """Short sentences, in no raised voice, that tell nobody what they should have done."""
    says: str = signal.says  # type: ignore[attr-defined]  # the class is loaded with the steps, unknown to the checker
    sentences = re.split(r"(?<=\.) ", says)
    assert all(sentence.endswith(".") and len(sentence.split()) <= 14 for sentence in sentences)
    assert not re.search(r"!|\b(should|must|never|wrong|bad|he|she|his|her)\b", says.casefold())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I let you wait in the rain, and I saw that you were hurt.", set()),
        ("I lied to you. It made you doubt yourself. I tell the truth now, also when it costs me.", set()),
        ("I was late, but you were, too.", {"but", "both"}),
        ("I was tired, but that is no excuse.", set()),
        ("I took nothing but your patience.", set()),
        ("I never butter bread without thinking of it.", set()),
        ("Please forgive me.", {"asks"}),
        ("I hope that one day you can forgive me.", {"asks", "bait"}),
        ("You do not have to forgive me, and I do not ask you to.", set()),
        ("I do not ask for another chance.", set()),
        ("You gave me a second chance, and I wasted it.", set()),
        ("I am sorry. Can we try again?", {"asks", "questions"}),
        ("What can I do to make up for it?", {"questions"}),
        ("I am sorry. I can't go on like this.", {"harm"}),
        ("I'm sorry if you felt hurt.", {"doubt"}),
        ("I apologise for anything that may have upset you.", {"doubt"}),
        ("I never meant to hurt you.", {"doubt"}),
        ("You took it the wrong way.", {"doubt"}),
        ("We both made mistakes.", {"both"}),
        ("I shouted because you wouldn't listen.", {"both"}),
        ("You made me do it.", {"both"}),
        ("I was under a lot of stress.", {"excuse"}),
        ("I had a hard childhood.", {"excuse"}),
        ("It's just how I am.", {"excuse"}),
        ("I'm sorry. Maybe we can be friends one day.", {"bait"}),
        ("I'm sorry, and I still love you.", {"bait"}),
        ("I want you to know how sorry I am.", {"asks"}),
        ("I'm sorry. I'll tell everyone what you did.", {"harm"}),
        ("I'm sorry. I'll come over tomorrow and say it again.", {"watching"}),
    ],
)
def test_an_apology_takes_nothing_back_and_asks_for_nothing(text: str, found: set[str]) -> None:
    """A “but”, a request and a question are seen, and so is a life laid on the reader; a plain apology passes."""
    assert {one.kind for one in linter.apology_remarks(text)} == found
