"""What a page sounds like in plain lines: what is said, in which order, and what is not said twice."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from support.plain_talk import (
    ASKING,
    CHOICE,
    CHOICES,
    CONFIRM,
    DAY,
    EVERY,
    LONG,
    READING,
    REVIEW,
    SCALE,
    TEA_AND_URGE,
    TEXT,
    TODAY,
    Conversation,
    with_,
)

from exback.engine.view import View
from exback.model.items import Option
from exback.model.program import Program
from exback.model.prose import Block, Quote, Table
from exback.screen.plain import plain_blocks
from exback.screen.plain.speech import in_short, stopped, with_words
from exback.screen.plain.words import invitation

ROOT = Path(__file__).parents[4]
LONG_WORDS = " ".join(f"word{number}" for number in range(60))


class TestHiding:
    """The key that hides a page, which doesn't exist in plain lines."""

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("To hide this, press Ctrl-Q.", "To hide this, type hide and press Enter."),
            (
                "If someone walks in, press Ctrl-Q. exback closes at once.",
                "If someone walks in, type hide and press Enter. exback closes at once.",
            ),
            ("You can leave with Ctrl-C.", "You can leave with Ctrl-C."),
        ],
    )
    def test_is_said_as_the_word_to_type(self, text: str, said: str) -> None:
        """The way that works here, once, and that it takes Enter."""
        assert with_words(text) == said
        assert said in Conversation(with_(READING, body=(text,))).said

    def test_no_page_says_that_half_a_sentence_is_saved(self, program: Program) -> None:
        """A line that isn't ended with Enter is lost, so the page that says what is saved says that."""
        said = " ".join(with_words(str(reading.text)) for reading in program.welcome())
        assert (
            "You can leave at any time with Ctrl-C. Everything is saved up to the last time you pressed Enter." in said
        )
        assert "half a sentence" not in said

    def test_no_page_says_it_in_a_way_that_is_missed(self) -> None:
        """Every page that names the key does so in the words that are turned into the word to type."""
        files = [path for folder in ("src/exback/model", "steps") for path in (ROOT / folder).rglob("*.py")]
        texts = [
            node.value
            for path in files
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "Ctrl-Q" in node.value
        ]
        assert texts
        for text in texts:
            said = with_words(text)
            assert "hide" in said, text
            assert "Ctrl-Q" not in said, text


class TestHeading:
    """Where somebody is."""

    def test_begins_with_where_one_is(self) -> None:
        """Stage and step, how far along, and the minutes that are left, in one sentence or two."""
        assert "One, Hello, step 1 of 2, about 5 minutes left.\n" in Conversation(READING).said

    def test_a_page_that_is_not_counted_has_a_whole_sentence_too(self) -> None:
        """Without a place in a stage, nothing is left hanging."""
        heading = Conversation(with_(TEXT, minutes=5)).said.strip().split("\n")[0]
        assert heading == "One, Hello, about 5 minutes left."

    @pytest.mark.parametrize("minutes", [None, 1, 5])
    @pytest.mark.parametrize("place", ["", "Monday 2 March"])
    def test_is_punctuated(self, minutes: int | None, place: str) -> None:
        """It ends in one full stop, and no two marks stand side by side."""
        heading = Conversation(with_(READING, minutes=minutes, place=place)).said.strip().split("\n")[0]
        assert heading.endswith(".")
        assert re.search(r"[.,:;]\s*[.,:;]", heading) is None

    def test_is_said_once_a_step(self) -> None:
        """On the pages that follow only the minutes are said, and only when they have changed."""
        first, second, third = (with_(TEXT, minutes=minutes) for minutes in (5, 5, 4))
        pages = Conversation(first, second, third, "a", "b", "c").pages
        assert ["One, Hello" in page for page in pages] == [True, False, False]
        assert ["left." in page for page in pages] == [True, False, True]

    def test_is_said_again_when_the_step_or_the_place_is_another(self) -> None:
        """Whoever comes to another step, or back to the day, hears where they are."""
        other, later = with_(TEXT, title="Two · Away"), with_(TEXT, place="Tuesday 3 March")
        pages = Conversation(TEXT, other, TEXT, later, "a", "b", "c", "d").pages
        assert ["Two, Away" in page for page in pages] == [False, True, False, False]
        assert "Tuesday 3 March" in pages[3]
        assert all("One, Hello" in pages[number] for number in (0, 2, 3))

    def test_names_the_person_to_talk_to_once_a_step(self) -> None:
        """On the first page of a step, so that nobody has to ask for help to hear of it, and not again on the next."""
        pages = Conversation(with_(TEXT, minutes=3), with_(TEXT, minutes=2), "a", "b").pages
        assert ["exback crisis" in page for page in pages] == [True, False]

    def test_a_page_outside_a_step_names_no_minutes(self) -> None:
        """The day's page takes as long as it takes."""
        assert "left" not in Conversation(with_(READING, minutes=None)).said


class TestOrder:
    """What comes after what."""

    def test_reads_before_it_asks(self) -> None:
        """What is there to read comes before what is asked, then its note, and the invitation comes last."""
        said = Conversation(with_(TEXT, body=("Body.",), note=("Note.",), notice="Notice.")).said
        places = [said.index(words) for words in ("Notice.", "Body.", "Name?", "Note.", "Your answer")]
        assert places == sorted(places)

    def test_lists_the_words_once_a_sitting(self) -> None:
        """Nobody hears them at every question."""
        pages = Conversation(TEXT, SCALE, "a", "3").pages
        assert ["again, back, help, hide or leave" in page for page in pages] == [True, False]

    @pytest.mark.parametrize("view", EVERY, ids=lambda view: view.item.id)
    def test_what_stands_before_an_answer_is_short(self, view: View) -> None:
        """It is heard hundreds of times."""
        assert 0 < len(invitation(with_(view, can_skip=True, can_back=True)).split()) <= 12


class TestOptions:
    """What can be taken."""

    def test_are_numbered(self) -> None:
        """Every option can be said by its number, and its hint is read with it; a voice pauses after each."""
        assert "1. Mint.\n2. Sage: bitter.\n3. Lime blossom.\n" in Conversation(CHOICE).said

    def test_no_option_has_two_colons(self) -> None:
        """The map names the stage before the step, and then how it stands."""
        options = (Option("story", "No contact: Your story", "done"),)
        assert "1. No contact: Your story, done.\n" in Conversation(with_(CHOICE, options=options)).said

    def test_yes_and_no_are_numbered_too(self) -> None:
        """They are said in the words of the question."""
        assert "1. Yes, I did.\n2. No.\n" in Conversation(CONFIRM).said

    def test_the_review_gives_each_answer_with_its_question(self) -> None:
        """Both are in one line, with its number."""
        options = (Option("name", "Name?", "J."), Option("tea", "Which tea", "Mint"), Option("why", "Why.", "So"))
        said = Conversation(with_(REVIEW, options=options)).said
        assert "1. Name? J.\n2. Which tea: Mint.\n3. Why: So.\n" in said

    def test_the_review_says_long_answers_in_short(self) -> None:
        """Their beginning and how much more there is; the number before it leads to all of it."""
        said = Conversation(with_(REVIEW, options=(Option("name", "Story?", LONG_WORDS),))).said
        assert "word24 … and 35 words more." in said
        assert "word25" not in said

    def test_the_review_says_after_a_change_only_what_changed(self) -> None:
        """With its number; the rest was heard a moment ago, and again says it."""
        changed = with_(REVIEW, options=(Option("name", "Name?", "Jo"), REVIEW.options[1]))
        conversation = Conversation(REVIEW, changed, changed, "1", "1", "again", "")
        _, second, third = conversation.pages
        assert "1. Name? Jo.\nThe rest is the same." in second
        assert "Which tea?" not in second
        assert "Nothing has changed." in third.partition("again\n")[0]
        assert "1. Name? Jo.\n2. Which tea? Mint.\n" in third

    def test_the_review_of_another_step_is_said_whole(self) -> None:
        """Nothing of it was heard, and of a step that is walked once more nothing counts as heard."""
        other = with_(REVIEW, title="Two · Away")
        assert "2. Which tea? Mint." in Conversation(REVIEW, other, "", "").pages[1]
        day = with_(READING, title="exback", minutes=None)
        assert "2. Which tea? Mint." in Conversation(REVIEW, day, REVIEW, "", "", "").pages[2]

    def test_one_with_a_word_of_its_own_says_it(self) -> None:
        """What is a single key elsewhere is a word here."""
        assert "2. I want to write to them. Or type urge.\n" in Conversation(with_(CHOICE, options=TEA_AND_URGE)).said


class TestInvitation:
    """What stands before the line that is typed."""

    @pytest.mark.parametrize(
        ("view", "words"),
        [
            (SCALE, "Number, 0 to 10:"),
            (CHOICE, "Number, 1 to 3:"),
            (CHOICES, "Numbers, or 0 for none:"),
            (with_(CHOICES, can_skip=True), "Numbers, Enter for none, or skip:"),
            (with_(CHOICES, can_skip=True, value=["mint"]), "Numbers, 0 for none, or skip:"),
            (with_(CHOICES, can_skip=True, draft=["mint"]), "Numbers, 0 for none, or skip:"),
            (with_(CHOICES, item=structs.replace(CHOICES.item, least=1)), "Numbers, one or more:"),
            (with_(CHOICES, item=structs.replace(CHOICES.item, least=2)), "Numbers, two or more:"),
            (CONFIRM, "Yes or no:"),
            (DAY, "A day:"),
            (TEXT, "Your answer:"),
            (LONG, "Write. A full stop alone on a line ends it."),
            (READING, "Enter to go on:"),
            (REVIEW, "Enter to finish, or a number to change an answer:"),
        ],
        ids=lambda given: given if isinstance(given, str) else given.item.id,
    )
    def test_says_what_the_page_takes(self, view: View, words: str) -> None:
        """In a few words, and the line is typed behind them."""
        assert f"\n{words}" in Conversation(view).said

    @pytest.mark.parametrize("view", ASKING, ids=lambda view: view.item.id)
    def test_names_skip_where_it_works(self, view: View) -> None:
        """A word that would do nothing here is not offered."""
        offered, not_offered = (Conversation(with_(view, can_skip=can)).said for can in (True, False))
        assert "or skip" in offered
        assert "skip" not in not_offered


class TestStanding:
    """What stands here from before."""

    @pytest.mark.parametrize("view", ASKING, ids=lambda view: view.item.id)
    def test_says_the_answer_given_before(self, view: View) -> None:
        """An earlier answer is said in words, with the way to keep it."""
        value = {"tea": "mint", "teas": ["mint"], "sure": True, "mood": 6}.get(view.item.id, "x")
        assert (
            "You said: as it was. Enter keeps it."
            in Conversation(with_(view, value=value, value_text="as it was")).said
        )

    def test_says_what_was_half_written(self) -> None:
        """Somebody who was interrupted finds what they had typed."""
        assert "You'd written: To sl. Enter keeps it." in Conversation(with_(TEXT, draft="To sl")).said

    def test_says_what_was_ticked_and_not_given(self) -> None:
        """Ticks that were made elsewhere and not given yet are named as well."""
        before, after = Conversation(CHOICES).said, Conversation(with_(CHOICES, draft=["lime"])).said
        assert after.count("Lime blossom") == before.count("Lime blossom") + 1

    def test_what_was_refused_is_not_offered_again_as_a_choice(self) -> None:
        """A number that named no option is nothing that somebody had written."""
        assert "You'd written" not in Conversation(with_(CHOICE, draft="9")).said

    def test_a_short_draft_of_a_long_text_is_said_whole(self) -> None:
        """All its lines, and how to begin anew."""
        said = Conversation(with_(LONG, draft="First.\nSecond.")).said
        assert "First.\nSecond.\nGo on writing, or type anew to start again.\n" in said

    def test_a_long_draft_is_said_by_its_length_and_its_end(self) -> None:
        """Somebody who comes back hears where they were, and can have all of it."""
        draft = f"{LONG_WORDS}\nAnd then we stood on the bridge."
        said, whole = Conversation(with_(LONG, draft=draft)).said, Conversation(with_(LONG, draft=draft), "again").said
        assert "two lines, 67 words" in said
        assert "The last line: And then we stood on the bridge." in said
        assert "word1 " not in said
        assert LONG_WORDS in whole

    def test_a_long_answer_is_said_in_short_and_again_says_all(self) -> None:
        """Coming back to a page does not mean to sit through all that one wrote."""
        view = with_(LONG, value=LONG_WORDS, value_text=LONG_WORDS)
        said, whole = Conversation(view).said, Conversation(view, "again").said
        assert "word25" not in said
        assert "35 words more. Enter keeps it." in said
        assert LONG_WORDS in whole


class TestBlocks:
    """Prose as lines to be read aloud."""

    def test_paragraphs_are_lines_without_gaps(self) -> None:
        """Empty lines say nothing to an ear, and neither does the dash before an entry of a list."""
        assert list(plain_blocks(("One.\n\nTwo.\n- three",), TODAY)) == ["One.", "Two.", "three"]

    def test_a_quotation_says_who_and_when(self) -> None:
        """The lead, the day, then the words in quotation marks, as one sentence."""
        said = list(plain_blocks((Quote("To sleep", date(2026, 2, 21), "You wished for this"),), TODAY))
        assert said == ["You wished for this on Saturday 21 February: “To sleep”."]

    @pytest.mark.parametrize("lead", ["You signed this:", "You signed this"])
    @pytest.mark.parametrize("day", [None, date(2026, 2, 21)])
    def test_a_lead_ends_in_one_colon(self, lead: str, day: date | None) -> None:
        """With or without a day, with or without a colon of its own, it is one clean sentence."""
        said = next(plain_blocks((Quote("Quiet.", day, lead),), TODAY))
        assert said.replace(" on Saturday 21 February", "") == "You signed this: “Quiet.”"

    def test_a_quotation_without_a_lead_is_the_persons_own(self) -> None:
        """It is said that they wrote it."""
        assert next(plain_blocks((Quote("Quiet."),), TODAY)) == "You wrote: “Quiet.”"
        asked = Quote("Quiet.", date(2026, 2, 21), "What was it like?")
        assert next(plain_blocks((asked,), TODAY)).startswith("What was it like? You wrote on Saturday 21 February")

    @pytest.mark.parametrize(
        ("lead", "said"),
        [
            ("What hurt, or was missing:", "What hurt, or was missing. You wrote on Saturday 21 February: “The lie.”"),
            (
                "A good year without them:",
                "A good year without them. You wrote on Saturday 21 February: “The lie.”",
            ),
            (
                "You planned this for “He writes”:",
                "You planned this for “He writes”. You wrote on Saturday 21 February: “The lie.”",
            ),
            (
                "It's daytime now. You wrote this:",
                "It's daytime now. You wrote this on Saturday 21 February: “The lie.”",
            ),
            ("", "You wrote on Saturday 21 February: “The lie.”"),
        ],
    )
    def test_a_day_is_the_one_on_which_it_was_written(self, lead: str, said: str) -> None:
        """What is spoken of isn't said to have happened then."""
        assert list(plain_blocks((Quote("The lie.", date(2026, 2, 21), lead),), TODAY)) == [said]

    def test_an_ear_is_told_where_a_quotation_of_several_lines_ends(self) -> None:
        """Quotation marks are seldom read out, so the end is said."""
        said = list(plain_blocks((Quote("One.\n\nTwo.", None, "Then:"),), TODAY))
        assert said == ["Then:", "“One.", "Two.”", "That's the end of what you wrote."]

    def test_a_table_is_read_row_by_row(self) -> None:
        """Each row is a sentence that names its columns, months in full; what is empty is left out."""
        table = Table(("", "2 Mar", "now"), (("Longing", "6", "4"), ("Hope", "5", "")))
        assert list(plain_blocks((table,), TODAY)) == ["Longing. 2 March: 6, now: 4.", "Hope. 2 March: 5."]

    @pytest.mark.parametrize("head", ["Me", "On 2 Mar", "2", "Mar", "12 Monkeys"])
    def test_a_column_that_is_no_day_keeps_its_name(self, head: str) -> None:
        """Only a day for a narrow column is said in full."""
        table = Table(("", head), (("Longing", "6"),))
        assert list(plain_blocks((table,), TODAY)) == [f"Longing. {head}: 6."]


class TestSentences:
    """Small matters of punctuation."""

    @pytest.mark.parametrize("ended", ["So.", "So?", "So!", "So:", "So…", "“So.”", "“So?”"])
    def test_what_ends_is_left_alone(self, ended: str) -> None:
        """No two marks stand side by side."""
        assert stopped(ended) == ended

    @pytest.mark.parametrize("open_", ["So", "“So”", "So)"])
    def test_what_does_not_end_is_ended(self, open_: str) -> None:
        """A voice pauses at a full stop."""
        assert stopped(open_) == f"{open_}."

    @pytest.mark.parametrize("words", [40, 41])
    def test_up_to_forty_words_are_said_whole(self, words: int) -> None:
        """Beyond that, the first 25 and the number of the others."""
        text = " ".join("word" for _ in range(words))
        assert in_short(text) == (text if words == 40 else f"{' '.join(['word'] * 25)} … and 16 words more")


NASTY = "\x1b[31mred\x1b]0;title\x07 \u202ertl\u2066 [/oops] [bold]b[/bold] \x9b1m \r \u200e漢字 👩‍👩‍👧 \ud800"
ESCAPES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
BOXES = re.compile("[\u2500-\u259f]")
DECORATION = re.compile("[·›→•]|(^|\n)- |--")


def everything_said(view: View) -> str:
    """All that a page says: itself, its help, and itself once more."""
    return Conversation(view, "help", "again").said


@pytest.mark.fault(54)
@pytest.mark.fault(55)
@pytest.mark.fault(56)
@pytest.mark.fault(57)
class TestInert:
    """What a person typed can do nothing to the terminal."""

    @pytest.mark.parametrize(
        "view",
        [
            with_(READING, body=(NASTY,)),
            with_(READING, body=(Quote(NASTY, TODAY, "You wrote:"),)),
            with_(READING, body=(Quote(f"{NASTY}\n{NASTY}", TODAY, "You wrote:"),)),
            with_(READING, body=(Quote("words", TODAY, NASTY),)),
            with_(READING, body=(Table(("", NASTY), ((NASTY, NASTY),)),)),
            with_(TEXT, question=NASTY, note=(NASTY,), notice=NASTY, why=(NASTY,)),
            with_(TEXT, value=NASTY, value_text=NASTY),
            with_(TEXT, draft=NASTY),
            with_(LONG, draft=f"{NASTY}\n{NASTY}"),
            with_(LONG, draft=f"{NASTY}\n{LONG_WORDS}\n{NASTY}"),
            with_(CHOICE, options=(Option("a", NASTY, NASTY),)),
            with_(CHOICE, options=(Option("a", NASTY, key="a"),)),
            with_(CHOICES, options=(Option("a", NASTY),), draft=["a"]),
            with_(CHOICES, options=(Option("a", NASTY),), value=["a"], value_text=NASTY),
            with_(CHOICES, draft=[NASTY]),
            with_(CHOICE, value=NASTY, value_text=NASTY),
            with_(REVIEW, options=(Option("a", NASTY, NASTY),)),
        ],
    )
    def test_in_every_place_of_a_page(self, view: View) -> None:
        """No control, direction or broken character of it is said, and its brackets are only brackets."""
        said = everything_said(view)
        assert ESCAPES.search(said) is None
        assert "[/oops] [bold]b[/bold]" in said

    def test_letters_of_every_script_and_joined_faces_are_said_as_they_are(self) -> None:
        """Somebody's words are not taken apart: a family stays one, and Persian keeps its joiner."""
        words = "漢字 👩‍👩‍👧 می\u200cخواهم"
        assert words in Conversation(with_(READING, body=(Quote(words),))).said

    @given(words=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
    @settings(max_examples=60)
    def test_whatever_it_is(self, words: str) -> None:
        """Of any text, only what is visible reaches the terminal."""
        body: tuple[Block, ...] = (words, Quote(words), Quote("x", TODAY, words), Table(("", words), ((words, words),)))
        options = (Option("a", words, words),)
        view = with_(CHOICE, body=body, question=words, note=(words,), notice=words, options=options, draft=words)
        assert ESCAPES.search(everything_said(view)) is None

    @pytest.mark.parametrize("view", EVERY, ids=lambda view: view.item.id)
    def test_a_page_draws_nothing(self, view: View) -> None:
        """No lines, boxes, colours or bullets: a page is sentences."""
        said = everything_said(with_(view, notice="Notice.", note=("- one\n- two",)))
        assert ESCAPES.search(said) is None
        assert BOXES.search(said) is None
        assert DECORATION.search(said) is None
