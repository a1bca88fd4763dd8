"""The front end of plain lines: what is said, and what a typed line means."""

from __future__ import annotations

import io
import re
from datetime import date
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from exback.items import Choice, Choices, Confirm, Date, Item, Option, Reading, Scale, Text, Timer
from exback.prose import Block, Quote, Table
from exback.screen.plain import Plain, plain_blocks
from exback.screen.protocol import Keep
from exback.view import Answer, Back, Draft, Event, GoTo, Leave, Review, Skip, View

TODAY = date(2026, 3, 2)
TEA = (Option("mint", "Mint"), Option("sage", "Sage", "bitter"), Option("lime", "Lime blossom"))

READING = View(title="One · Hello", place="step 1 of 2", minutes=5, body=("Welcome.",), item=Reading("hello", ""))
TEXT = View(title="One · Hello", item=Text("name", ""), question="Name?", why=("So that we can talk.",), minutes=1)
LONG = View(title="One · Hello", item=Text("story", "", long=True), question="What happened?")
SCALE = View(title="One · Hello", item=Scale("mood", ""), question="Mood?")
CHOICE = View(title="One · Hello", item=Choice("tea", "", options=TEA), question="Which tea?", options=TEA)
CHOICES = View(title="One · Hello", item=Choices("tea", "", options=TEA), question="Which teas?", options=TEA)
CONFIRM = View(title="One · Hello", item=Confirm("sure", "", yes="Yes, I did", no="No"), question="Sure?")
DAY = View(title="One · Hello", item=Date("day", ""), question="Which day?")
REVIEW = View(
    title="One · Hello",
    item=Review("review", ""),
    question="This is what you said.",
    options=(Option("name", "Name?", "J."), Option("tea", "Which tea?", "Mint")),
    can_back=True,
)
EVERY = (READING, TEXT, LONG, SCALE, CHOICE, CHOICES, CONFIRM, DAY, REVIEW)


def with_(view: View, **fields: object) -> View:
    """A view with some fields replaced."""
    return structs.replace(view, **fields)


class Conversation:
    """One page, and what came of typing these lines on it, each ended by Enter."""

    def __init__(self, view: View, *lines: str) -> None:
        self.sink = io.StringIO()
        self.drafts: list[str | list[str]] = []
        self.slept: list[float] = []
        self.source = io.StringIO("".join(f"{line}\n" for line in lines))
        screen = Plain(lambda: TODAY, self.source, self.sink, self.slept.append)
        self.event = screen.ask(view, lambda draft: self.drafts.append(draft.value))

    @property
    def said(self) -> str:
        """All that was said."""
        return self.sink.getvalue()


def typed(view: View, *lines: str) -> Event:
    """What some lines mean on a page."""
    return Conversation(view, *lines).event


class TestSaying:
    """What a page sounds like."""

    def test_begins_with_where_one_is(self) -> None:
        """Stage and step, how far along, and the minutes that are left, in one sentence or two."""
        assert "One, Hello. Step 1 of 2, about 5 minutes left.\n" in Conversation(READING).said

    def test_a_page_that_is_not_counted_has_a_whole_sentence_too(self) -> None:
        """Without a place in a stage, nothing is left hanging."""
        heading = Conversation(with_(TEXT, minutes=5)).said.strip().split("\n")[0]
        assert heading == "One, Hello, about 5 minutes left."

    @pytest.mark.parametrize("minutes", [None, 1, 5])
    @pytest.mark.parametrize("place", ["", "Monday 2 March"])
    def test_a_heading_is_punctuated(self, minutes: int | None, place: str) -> None:
        """It ends in one full stop, and no two marks stand side by side."""
        heading = Conversation(with_(READING, minutes=minutes, place=place)).said.strip().split("\n")[0]
        assert heading.endswith(".")
        assert re.search(r"[.,:;]\s*[.,:;]", heading) is None

    def test_says_text_question_note_and_notice_in_this_order(self) -> None:
        """What is there to read comes before what is asked, and the invitation comes last."""
        said = Conversation(with_(TEXT, body=("Body.",), note=("Note.",), notice="Notice.")).said
        places = [said.index(words) for words in ("Body.", "Name?", "Note.", "Notice.", "Your answer")]
        assert places == sorted(places)

    def test_numbers_the_options(self) -> None:
        """Every option can be said by its number, and its hint is read with it."""
        said = Conversation(CHOICE).said
        assert "1. Mint\n2. Sage: bitter\n3. Lime blossom\n" in said

    def test_yes_and_no_are_numbered_too(self) -> None:
        """They are said in the words of the question."""
        assert "1. Yes, I did\n2. No\n" in Conversation(CONFIRM).said

    def test_the_review_gives_each_answer_with_its_question(self) -> None:
        """Both are in one line, with its number."""
        options = (Option("name", "Name?", "J."), Option("tea", "Which tea", "Mint"))
        assert "1. Name? J.\n2. Which tea: Mint\n" in Conversation(with_(REVIEW, options=options)).said

    @pytest.mark.parametrize(
        ("view", "words"),
        [(SCALE, "0 to 10"), (TEXT, "Your answer"), (LONG, "full stop"), (READING, "Enter"), (REVIEW, "Enter")],
    )
    def test_says_what_can_be_typed(self, view: View, words: str) -> None:
        """The last line invites to what the page takes, and names help and leave on every page."""
        last = Conversation(view).said.strip().split("\n")[-1]
        assert words in last
        assert "help" in last
        assert "leave" in last

    @pytest.mark.parametrize(("field", "word"), [("can_back", "back"), ("can_skip", "skip")])
    def test_names_back_and_skip_where_they_work(self, field: str, word: str) -> None:
        """A word that would do nothing here is not offered."""
        asked, not_asked = (Conversation(with_(TEXT, **{field: does})).said for does in (True, False))
        assert word in asked.splitlines()[-1]
        assert word not in not_asked.splitlines()[-1]

    @pytest.mark.parametrize("view", [TEXT, LONG, SCALE, CHOICE, CHOICES, CONFIRM, DAY], ids=lambda view: view.item.id)
    def test_says_the_answer_given_before(self, view: View) -> None:
        """An earlier answer is said in words, with the way to keep it."""
        value = {"tea": "mint", "sure": True, "mood": 6}.get(view.item.id, "x")
        assert (
            "You said: as it was. An empty line keeps it."
            in Conversation(with_(view, value=value, said="as it was")).said
        )

    def test_names_the_person_to_talk_to_once_a_step(self) -> None:
        """On the first page of a step, so that nobody has to ask for help to hear of it, and not again on the next."""
        spoken = io.StringIO()
        plain = Plain(lambda: TODAY, io.StringIO("a\nb\n"), spoken)
        for _ in range(2):
            plain.ask(with_(TEXT, minutes=3), lambda draft: None)
        assert spoken.getvalue().count("exback crisis") == 1

    def test_says_that_leaving_saved_what_was_given(self) -> None:
        """A program that only falls silent could have crashed."""
        assert "Left. What you gave is saved" in Conversation(with_(TEXT, minutes=3), "leave").said

    def test_says_what_was_half_written(self) -> None:
        """Somebody who was interrupted finds what they had typed."""
        assert "To sl" in Conversation(with_(TEXT, draft="To sl")).said

    def test_says_what_was_ticked_and_not_given(self) -> None:
        """Ticks that were made elsewhere and not given yet are named as well."""
        before, after = Conversation(CHOICES).said, Conversation(with_(CHOICES, draft=["lime"])).said
        assert after.count("Lime blossom") == before.count("Lime blossom") + 1

    def test_ends_with_an_empty_line(self) -> None:
        """Whatever is written next by the shell begins on a line of its own."""
        sink = io.StringIO()
        with Plain(lambda: TODAY, io.StringIO(), sink):
            pass
        assert sink.getvalue() == "\n"


class TestWords:
    """What a key does elsewhere is a word here."""

    @pytest.mark.parametrize("view", EVERY, ids=lambda view: view.item.id)
    @pytest.mark.parametrize(
        ("word", "event"),
        [("back", Back()), ("skip", Skip()), ("leave", Leave()), ("  BACK ", Back()), ("Leave", Leave())],
    )
    def test_work_on_every_page(self, view: View, word: str, event: Event) -> None:
        """In whatever case, with or without spaces around."""
        assert typed(view, word) == event

    def test_help_says_why_and_asks_again(self) -> None:
        """Help is no answer; after it the page still waits for one."""
        conversation = Conversation(TEXT, "help", "J.")
        assert "So that we can talk." in conversation.said
        assert conversation.event == Answer("J.")

    @pytest.mark.parametrize("word", ["back", "skip", "leave", "help"])
    @pytest.mark.parametrize("view", [TEXT, LONG], ids=["short", "long"])
    def test_in_quotes_are_an_answer(self, view: View, word: str) -> None:
        """Somebody who means the word itself can say it."""
        assert typed(view, f'"{word}"', ".") == Answer(word)

    def test_other_quotes_stay(self) -> None:
        """What is not such a word is taken with its quotation marks."""
        assert typed(TEXT, '"The Lake"') == Answer('"The Lake"')

    def test_inside_a_sentence_are_part_of_it(self) -> None:
        """Only a line that is nothing but the word is meant as one."""
        assert typed(TEXT, "leave me alone") == Answer("leave me alone")

    @pytest.mark.parametrize("word", ["back", "skip", "leave"])
    def test_end_a_long_text_without_losing_it(self, word: str) -> None:
        """What was written up to there is kept as a draft."""
        conversation = Conversation(LONG, "First.", "Second.", word)
        assert isinstance(conversation.event, Back | Skip | Leave)
        assert conversation.drafts[-1] == "First.\nSecond."

    def test_help_in_the_middle_of_a_long_text_is_help(self) -> None:
        """It does not become a part of what somebody writes, and what they wrote stays."""
        conversation = Conversation(with_(LONG, why=("So that you see it.",)), "First.", "help", "Second.", ".")
        assert "So that you see it." in conversation.said
        assert conversation.event == Answer("First.\nSecond.")


class TestAnswers:
    """What a line means on each kind of page."""

    def test_a_reading_goes_on_at_any_line(self) -> None:
        """Enter is enough, and nothing that is typed is kept."""
        assert [typed(READING, line) for line in ("", "yes", "3")] == [Answer()] * 3

    def test_text_is_taken_as_it_is(self) -> None:
        """Brackets, backslashes and spaces are part of what was written."""
        assert typed(TEXT, "[/oops] \\n  and so on") == Answer("[/oops] \\n  and so on")

    @pytest.mark.parametrize(
        ("line", "answer"), [("2", "sage"), (" 3 ", "lime"), ("mint", "mint"), ("LIME BLOSSOM", "lime")]
    )
    def test_an_option_is_chosen_by_number_or_by_its_words(self, line: str, answer: str) -> None:
        """Both are as good, and capitals do not matter."""
        assert typed(CHOICE, line) == Answer(answer)

    @pytest.mark.parametrize("line", ["0", "4", "99999", "-1", "1.0", "tea"])
    def test_what_names_no_option_chooses_none(self, line: str) -> None:
        """A number or word that is not there is never taken for one that is."""
        event = typed(CHOICE, line)
        assert not (isinstance(event, Answer) and event.value in [option.id for option in TEA])

    @pytest.mark.parametrize(
        ("line", "answer"),
        [("1 3", ["mint", "lime"]), ("1,3", ["mint", "lime"]), ("3, 1", ["lime", "mint"]), ("0", []), ("2", ["sage"])],
    )
    def test_several_options_are_chosen_by_their_numbers(self, line: str, answer: list[str]) -> None:
        """With spaces or commas between; nought is none of them."""
        assert typed(CHOICES, line) == Answer(answer)

    def test_a_wrong_number_among_several_is_not_passed_over(self) -> None:
        """Nobody's answer is quietly made shorter."""
        event = typed(CHOICES, "1 9")
        assert event == Answer(["mint", "9"])

    @pytest.mark.parametrize(
        ("line", "answer"),
        [("y", True), ("YES", True), ("1", True), ("yes, i did", True), ("n", False), ("no", False), ("2", False)],
    )
    def test_yes_and_no_in_many_ways(self, line: str, answer: bool) -> None:
        """By letter, word, number, or the words of the question."""
        assert typed(CONFIRM, line) == Answer(answer)

    @pytest.mark.parametrize("line", ["", "3", "maybe", "yess", "none", "true"])
    def test_what_is_neither_yes_nor_no_answers_nothing(self, line: str) -> None:
        """Some of these questions weigh much: a stray line decides nothing."""
        event = typed(CONFIRM, line)
        assert not (isinstance(event, Answer) and isinstance(event.value, bool))

    def test_the_review_is_finished_by_enter(self) -> None:
        """An empty line says that all is right."""
        assert typed(REVIEW, "") == Answer()

    def test_the_review_goes_to_an_answer_by_its_number(self) -> None:
        """The number before an answer leads to it."""
        assert typed(REVIEW, "2") == GoTo("tea")

    @pytest.mark.parametrize("line", ["3", "99", "nmae", "no"])
    def test_a_mistyped_line_does_not_finish_a_step(self, line: str) -> None:
        """Only an empty line finishes; anything else that leads nowhere is asked for again."""
        assert typed(REVIEW, line) != Answer()

    def test_the_end_of_the_input_leaves(self) -> None:
        """When nobody types any more, everything is left as it is."""
        assert [typed(view) for view in EVERY] == [Leave()] * len(EVERY)

    def test_an_interrupt_leaves_as_one(self) -> None:
        """Ctrl-C is told apart from leaving by word."""
        source = Mock(spec=io.StringIO)
        source.readline.side_effect = KeyboardInterrupt
        assert Plain(lambda: TODAY, source, io.StringIO()).ask(TEXT, lambda _: None) == Leave(interrupted=True)

    def test_line_ends_of_other_systems_are_no_part_of_an_answer(self) -> None:
        """A carriage return is not typed by anybody."""
        assert typed(TEXT, "J.\r") == Answer("J.")


class TestEmptyLine:
    """Enter alone."""

    @pytest.mark.parametrize(
        ("view", "value"),
        [(TEXT, "J."), (LONG, "A\nB"), (SCALE, 0), (CHOICE, "sage"), (CHOICES, ["mint"]), (CONFIRM, False)],
    )
    def test_keeps_the_answer_given_before(self, view: View, value: object) -> None:
        """What was said stays said."""
        assert typed(with_(view, value=value), "") == Answer(value)

    def test_gives_the_draft(self) -> None:
        """Without an earlier answer, what had been typed is given."""
        assert typed(with_(TEXT, draft="To sleep"), "") == Answer("To sleep")

    @pytest.mark.parametrize("view", [SCALE, CHOICE, TEXT], ids=["scale", "choice", "text"])
    def test_does_what_the_page_says_it_does(self, view: View) -> None:
        """Where the page says that an empty line keeps the old answer, it does, whatever was typed since."""
        value: object = 5 if view is SCALE else "sage"
        conversation = Conversation(with_(view, value=value, draft="99", notice="Please give another."), "")
        kept = Answer(value) if "An empty line keeps it" in conversation.said else Answer("99")
        assert conversation.event == kept

    def test_does_not_give_again_what_was_just_refused(self) -> None:
        """What did not fit is not offered as if it would."""
        refused = Conversation(with_(SCALE, draft="99", notice="Please give another."), "")
        assert "99" not in refused.said
        assert refused.event == Answer("")

    def test_skips_what_may_be_skipped(self) -> None:
        """With nothing said and nothing typed, an optional question is passed."""
        assert typed(with_(TEXT, can_skip=True), "") == Skip()

    def test_is_otherwise_no_answer(self) -> None:
        """The session is given nothing, and says what would do."""
        assert typed(TEXT, "") == Answer("")


class TestLongText:
    """As many lines as there are to write."""

    def test_ends_with_a_lone_full_stop(self) -> None:
        """The full stop itself is not part of it, and empty lines are."""
        assert typed(LONG, "First.", "", "Second.", ".") == Answer("First.\n\nSecond.")

    def test_a_full_stop_in_quotes_is_written(self) -> None:
        """Somebody who wants a line of one full stop can have it."""
        assert typed(LONG, "First.", '"."', ".") == Answer("First.\n.")

    def test_every_line_is_kept_as_it_comes(self) -> None:
        """What was written is safe before the text is ended."""
        assert Conversation(LONG, "First.", "Second.", "Third.", ".").drafts == [
            "First.",
            "First.\nSecond.",
            "First.\nSecond.\nThird.",
        ]

    def test_the_end_of_the_input_keeps_what_was_written(self) -> None:
        """A closed window leaves, with everything up to there."""
        conversation = Conversation(LONG, "First.", "Second.")
        assert (conversation.event, conversation.drafts[-1]) == (Leave(), "First.\nSecond.")

    def test_goes_on_from_the_draft(self) -> None:
        """What had been written before is not lost, and new lines come after it."""
        assert typed(with_(LONG, draft="First."), "Second.", ".") == Answer("First.\nSecond.")

    def test_the_draft_can_be_given_as_it_is(self) -> None:
        """A full stop alone gives what had been written."""
        assert typed(with_(LONG, draft="First."), ".") == Answer("First.")

    def test_the_draft_can_be_begun_anew(self) -> None:
        """A word throws away what was written so far; in quotes it is only a word."""
        assert typed(with_(LONG, draft="First."), "anew", "Second.", ".") == Answer("Second.")
        assert typed(LONG, "First.", "anew", "Second.", ".") == Answer("Second.")
        assert typed(with_(LONG, draft="First."), '"anew"', ".") == Answer("First.\nanew")

    def test_new_words_take_the_place_of_the_old_answer(self) -> None:
        """Writing something new replaces what was said before."""
        assert typed(with_(LONG, value="Old."), "New.", ".") == Answer("New.")


class TestTimer:
    """Time that passes."""

    BREATH = View(title="T", item=Timer("breath", "", seconds=60, breath=(4, 6)), question="Breathe.")
    WAIT = View(title="T", item=Timer("wait", "", seconds=150), question="Wait.")

    def test_a_breath_is_said_in_its_rhythm(self) -> None:
        """In and out, as long as the timer runs, and then it is finished."""
        conversation = Conversation(self.BREATH)
        assert conversation.event == Answer("finished")
        assert conversation.slept == [4, 6] * 6
        assert conversation.said.count("Breathe in.") == conversation.said.count("Breathe out.") == 6

    def test_a_wait_counts_its_minutes(self) -> None:
        """All its seconds pass, and each minute is said once."""
        conversation = Conversation(self.WAIT)
        assert conversation.event == Answer("finished")
        assert sum(conversation.slept) == 150
        assert re.findall(r"\w+ minutes? to go\.", conversation.said) == ["Two minutes to go.", "One minute to go."]

    def test_says_how_long_it_takes(self) -> None:
        """Before it begins, in whole minutes."""
        assert "This takes one minute." in Conversation(self.BREATH).said
        assert "This takes two minutes." in Conversation(self.WAIT).said

    def test_an_interrupt_ends_the_timer_and_not_the_step(self) -> None:
        """It can be left at any moment, and that is no failure."""

        def interrupted(_seconds: float) -> None:
            raise KeyboardInterrupt

        screen = Plain(lambda: TODAY, io.StringIO(), io.StringIO(), interrupted)
        assert screen.ask(self.BREATH, lambda _: None) == Answer("left")

    def test_promises_nothing_that_it_does_not_do(self) -> None:
        """A timer that ran before says nothing of an empty line, since it reads none."""
        assert "An empty line" not in Conversation(with_(self.WAIT, value="finished")).said


NASTY = "\x1b[31mred\x1b]0;title\x07 \u202ertl\u2066 [/oops] [bold]b[/bold] \x9b1m \r \u200e漢字 👩‍👩‍👧 \ud800"
ESCAPES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
BOXES = re.compile("[\u2500-\u259f]")


def everything_said(view: View) -> str:
    """All that a page says, help included."""
    return Conversation(view, "help").said


class TestInert:
    """What a person typed can do nothing to the terminal."""

    @pytest.mark.parametrize(
        "view",
        [
            with_(READING, body=(NASTY,)),
            with_(READING, body=(Quote(NASTY, TODAY, "You wrote:"),)),
            with_(READING, body=(Quote("words", TODAY, NASTY),)),
            with_(READING, body=(Table(("", NASTY), ((NASTY, NASTY),)),)),
            with_(TEXT, question=NASTY, note=(NASTY,), notice=NASTY, why=(NASTY,)),
            with_(TEXT, value=NASTY, said=NASTY),
            with_(TEXT, draft=NASTY),
            with_(CHOICE, options=(Option("a", NASTY, NASTY),)),
            with_(CHOICE, options=(Option("a", NASTY),), draft=["a"]),
            with_(CHOICES, options=(Option("a", NASTY),), value=["a"], said=NASTY),
            with_(CHOICES, options=(Option("a", NASTY),), draft=["a"]),
            with_(CHOICES, draft=[NASTY]),
            with_(CHOICE, value=NASTY, said=NASTY),
            with_(REVIEW, options=(Option("a", NASTY, NASTY),)),
        ],
    )
    def test_in_every_place_of_a_page(self, view: View) -> None:
        """No control, direction or broken character of it is said, and its brackets are only brackets."""
        said = everything_said(view)
        assert ESCAPES.search(said) is None
        assert "[/oops] [bold]b[/bold]" in said

    @given(words=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
    @settings(max_examples=60, deadline=None, derandomize=True)
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
        assert "·" not in said


class TestBlocks:
    """Prose as lines to be read aloud."""

    def test_paragraphs_are_lines_without_gaps(self) -> None:
        """Empty lines say nothing to an ear."""
        assert list(plain_blocks(("One.\n\nTwo.\n- three",), TODAY)) == ["One.", "Two.", "- three"]

    def test_a_quotation_says_who_and_when(self) -> None:
        """The lead, the day, then the words in quotation marks."""
        lead, words = plain_blocks((Quote("To sleep.", date(2026, 2, 21), "You wished for this"),), TODAY)
        assert (lead, words) == ("You wished for this (Saturday 21 February):", "“To sleep.”")

    @pytest.mark.parametrize("lead", ["You signed this:", "You signed this"])
    @pytest.mark.parametrize("day", [None, date(2026, 2, 21)])
    def test_a_lead_ends_in_one_colon(self, lead: str, day: date | None) -> None:
        """With or without a day, with or without a colon of its own, it is one clean sentence."""
        said = next(plain_blocks((Quote("Quiet.", day, lead),), TODAY))
        assert said.replace(" (Saturday 21 February)", "") == "You signed this:"

    def test_a_quotation_without_a_lead_is_the_persons_own(self) -> None:
        """It is said that they wrote it."""
        assert next(plain_blocks((Quote("Quiet."),), TODAY)) == "You wrote:"

    def test_a_table_is_read_row_by_row(self) -> None:
        """Each row is a sentence that names its columns; what is empty is left out."""
        table = Table(("", "2 Mar", "9 Mar"), (("Longing", "6", "4"), ("Hope", "5", "")))
        assert list(plain_blocks((table,), TODAY)) == ["Longing: 2 Mar: 6; 9 Mar: 4.", "Hope: 2 Mar: 5."]


def test_a_screen_of_plain_lines_is_a_screen() -> None:
    """It keeps to what every front end promises."""
    kept: list[Draft] = []
    keep: Keep = kept.append
    items: tuple[Item, ...] = (Text("a", "", long=True),)
    screen = Plain(lambda: TODAY, io.StringIO("One.\n.\n"), io.StringIO())
    with screen as asked:
        assert asked.ask(with_(LONG, item=items[0]), keep) == Answer("One.")
    assert kept == [Draft("One.")]
