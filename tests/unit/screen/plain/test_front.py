"""The front end of plain lines: what a typed line means, the words in place of keys, and long texts."""

from __future__ import annotations

import io
from unittest.mock import Mock

import pytest
from support.plain_talk import (
    BREATH,
    CHOICE,
    CHOICES,
    CONFIRM,
    DAY,
    EVERY,
    LONG,
    NOW,
    READING,
    REVIEW,
    SCALE,
    TEA,
    TEA_AND_URGE,
    TEXT,
    Conversation,
    typed,
    with_,
)

from exback.engine.view import Answer, Back, Draft, Edit, Edited, Event, GoTo, Keep, Leave, Skip, View
from exback.errors import EditorFailed, ExbackError
from exback.model.items import CHOOSE_ONE, CHOOSE_SOME, YES_OR_NO, Option
from exback.model.prose import clean
from exback.screen.plain import Plain


class TestWords:
    """What a key does elsewhere is a word here."""

    @pytest.mark.parametrize("view", EVERY, ids=lambda view: view.item.id)
    @pytest.mark.parametrize(
        ("word", "event"),
        [("back", Back()), ("leave", Leave()), ("hide", Leave(hidden=True)), ("  BACK ", Back()), ("Leave", Leave())],
    )
    def test_work_on_every_page(self, view: View, word: str, event: Event) -> None:
        """In whatever case, with or without spaces around."""
        assert typed(with_(view, can_back=True), word) == event

    @pytest.mark.parametrize("view", EVERY, ids=lambda view: view.item.id)
    def test_help_says_why_and_the_words_and_asks_again(self, view: View) -> None:
        """Help is no answer; after it the page still waits for one."""
        for word in ("help", "?", " HELP "):
            conversation = Conversation(with_(view, why=("So that we can talk.",)), word, "leave")
            assert "So that we can talk." in conversation.said
            assert "hide: leave at once" in conversation.said
            assert conversation.event == Leave()

    def test_help_names_only_what_works_here(self) -> None:
        """Back, skip and the editor where they do something."""
        bare = Conversation(CHOICE, "help").said
        full = Conversation(with_(LONG, can_back=True, can_skip=True), "help").said
        for word in ("back:", "skip:", "edit:", "anew:"):
            assert f"\n{word} " in full
            assert f"\n{word} " not in bare

    @pytest.mark.parametrize("view", EVERY, ids=lambda view: view.item.id)
    def test_again_says_the_page_once_more(self, view: View) -> None:
        """All of it, with where one is; it is no answer."""
        conversation = Conversation(with_(view, body=("Body.",)), "again", "leave")
        assert conversation.said.count("Body.") == 2
        assert conversation.said.count("One, Hello") == 2
        assert conversation.event == Leave()

    def test_back_on_a_first_page_says_that_it_is_the_first(self) -> None:
        """Nobody wonders whether they were heard."""
        conversation = Conversation(READING, "back", "")
        assert "There's no page before this one." in conversation.said
        assert conversation.event == Answer()

    def test_skip_where_nothing_is_asked_says_so(self) -> None:
        """On what is only read, on the review, and on pages outside a step."""
        for view in (READING, REVIEW, with_(CHOICE, minutes=None)):
            conversation = Conversation(view, "skip", "leave")
            assert "There's nothing to skip here." in conversation.said
            assert conversation.event == Leave()

    @pytest.mark.parametrize("can_skip", [True, False])
    def test_skip_of_a_question_is_for_the_session_to_judge(self, can_skip: bool) -> None:
        """It skips, or says why this one needs an answer."""
        assert typed(with_(TEXT, can_skip=can_skip), "skip") == Skip()

    @pytest.mark.parametrize("word", ["back", "skip", "leave", "help", "again", "hide", "edit", "?"])
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

    def test_anew_is_an_answer_where_nothing_can_be_begun_anew(self) -> None:
        """It is a word only in a long text."""
        assert typed(TEXT, "anew") == Answer("anew")

    @pytest.mark.parametrize("word", ["back", "skip", "leave", "hide"])
    def test_end_a_long_text_without_losing_it(self, word: str) -> None:
        """What was written up to there is kept as a draft."""
        conversation = Conversation(with_(LONG, can_back=True), "First.", "Second.", word)
        assert isinstance(conversation.event, Back | Skip | Leave)
        assert conversation.drafts[-1] == "First.\nSecond."

    def test_help_in_the_middle_of_a_long_text_is_help(self) -> None:
        """It does not become a part of what somebody writes, and what they wrote stays."""
        conversation = Conversation(with_(LONG, why=("So that you see it.",)), "First.", "help", "Second.", ".")
        assert "So that you see it." in conversation.said
        assert conversation.event == Answer("First.\nSecond.")

    def test_again_in_the_middle_of_a_long_text_says_what_is_written(self) -> None:
        """Also the lines of this very sitting."""
        conversation = Conversation(LONG, "The lake.", "again", "Second.", ".")
        assert "it's saved:\nThe lake.\n" in conversation.said
        assert conversation.event == Answer("The lake.\nSecond.")


class TestDays:
    """A day is read back, so that no one is taken to mean another one."""

    def test_one_that_is_clear_is_read_back_after_it_is_taken(self) -> None:
        """In one short line."""
        conversation = Conversation(DAY, "three weeks ago")
        assert conversation.event == Answer("three weeks ago")
        assert conversation.said.rstrip().endswith("That's Monday 9 February 2026.")

    def test_todays_date_after_midnight_is_read_back_with_the_reason(self) -> None:
        """It's the day before by the calendar. One that may be another is asked about with the same words."""
        conversation = Conversation(DAY, "2 march", now=NOW.replace(hour=1))
        assert conversation.said.endswith("That's Sunday 1 March 2026. For exback, Sunday ends at 04:00.\n\n")
        conversation = Conversation(DAY, "2/3", "", now=NOW.replace(hour=1))
        assert "Sunday 1 March 2026? For exback, Sunday ends at 04:00. Press Enter if that's right" in conversation.said
        assert conversation.event == Answer("2026-03-01")

    @pytest.mark.parametrize(
        ("month_first", "sentence", "day"),
        [(False, "Tuesday 4 March 2025?", "2025-03-04"), (True, "Thursday 3 April 2025?", "2025-04-03")],
    )
    def test_one_that_may_be_another_is_read_back_before_it_is_taken(
        self, month_first: bool, sentence: str, day: str
    ) -> None:
        """Enter takes it as it was read back, and what was typed is a draft until then."""
        conversation = Conversation(with_(DAY, month_first=month_first), "4/3", "")
        assert f"{sentence} Press Enter if that's right, or type another day." in conversation.said
        assert conversation.event == Answer(day)
        assert conversation.drafts == ["4/3"]
        assert "That's" not in conversation.said

    @pytest.mark.parametrize("yes", ["y", "Yes"])
    def test_a_yes_takes_it_as_enter_does(self, yes: str) -> None:
        """It's a question, so that's what one types. Where no day was read back, it's no answer."""
        assert typed(DAY, "4/3", yes) == Answer("2025-03-04")
        assert typed(DAY, yes) == Answer(yes)

    def test_another_day_takes_its_place(self) -> None:
        """Or yet another one that may be two."""
        assert typed(DAY, "4/3", "3 april") == Answer("3 april")
        assert typed(DAY, "4/3", "5/3", "") == Answer("2025-03-05")
        assert typed(DAY, "4/3", "nonsense") == Answer("nonsense")

    @pytest.mark.parametrize(
        ("word", "event"), [("back", Back()), ("leave", Leave()), ("hide", Leave(hidden=True)), ("skip", Skip())]
    )
    def test_the_words_work_there(self, word: str, event: Event) -> None:
        """A day that was only read back isn't taken by leaving the page."""
        assert typed(with_(DAY, can_back=True, can_skip=True), "4/3", word) == event

    def test_a_draft_that_may_be_two_days_is_read_back_too(self) -> None:
        """Enter on what was typed before doesn't take it unseen."""
        conversation = Conversation(with_(DAY, draft="4/3"), "", "")
        assert "Tuesday 4 March 2025? Press Enter if that's right" in conversation.said
        assert conversation.event == Answer("2025-03-04")

    def test_one_that_is_refused_is_not_read_back(self) -> None:
        """The page says why, and that's enough."""
        for words in ("31 february", "4/3/2027", "tomorrow", "friday 12 may"):
            conversation = Conversation(DAY, words)
            assert conversation.event == Answer(words)
            assert "That's" not in conversation.said
            assert "Press Enter" not in conversation.said

    def test_one_that_stays_is_not_read_back_again(self) -> None:
        """It was said with the page."""
        conversation = Conversation(with_(DAY, value="2025-03-04", value_text="Tuesday 4 March 2025"), "")
        assert conversation.event == Answer("2025-03-04")
        assert "That's" not in conversation.said


class TestHiding:
    """Somebody comes in."""

    def test_clears_the_screen_and_what_was_scrolled_past(self) -> None:
        """The last that the terminal gets is that, and no word after it."""
        said = Conversation(with_(TEXT, body=("Private.",)), "hide", can_clear=True).said
        assert said.endswith("\x1b[H\x1b[2J\x1b[3J")

    def test_pushes_everything_up_where_the_terminal_can_do_no_better(self) -> None:
        """More empty lines than a window has, and not one code."""
        said = Conversation(with_(TEXT, body=("Private.",)), "hide").said
        assert said.endswith("\n" * 100)
        assert "\x1b" not in said

    def test_nothing_is_cleared_by_leaving(self) -> None:
        """Only the word for it does that."""
        assert "\x1b" not in Conversation(TEXT, "leave", can_clear=True).said


class TestLeaving:
    """The last words."""

    @pytest.mark.parametrize("lines", [("leave",), ()])
    def test_says_that_what_was_given_is_saved(self, lines: tuple[str, ...]) -> None:
        """A program that only falls silent could have crashed; that holds for the end of the input too."""
        assert "Your answers are saved" in Conversation(TEXT, *lines).said

    @pytest.mark.parametrize(
        "way_back", ["", "exback brings you back to where you were.", "Until 12:00, you can go on."]
    )
    def test_says_how_to_come_back_only_where_that_is_so(self, way_back: str) -> None:
        """When leaving, and when asking for help before."""
        said = Conversation(with_(TEXT, way_back=way_back), "help", "leave").said
        assert f"\n{f'leave: leave, with everything saved. {way_back}'.rstrip()}\n" in said
        assert said.rstrip().endswith(f"You've left. Your answers are saved. {way_back}".rstrip())
        assert said.count("brings you back") == 2 * way_back.count("brings you back")

    @pytest.mark.parametrize("view", [TEXT, LONG], ids=["short", "long"])
    def test_says_nothing_of_saving_or_coming_back_where_nothing_is_saved(self, view: View) -> None:
        """A line that isn't ended is lost, and so the page was only looked at."""
        fresh = with_(view, is_new=True, way_back="exback brings you back to where you were.")
        assert Conversation(fresh).said.endswith(" \nYou've left.\n\n" if view is TEXT else "\nYou've left.\n\n")
        assert "Your answers are saved." not in Conversation(fresh, "leave").said
        assert "brings you back" not in Conversation(fresh, "leave").pages[0].rpartition("You've left.")[2]

    def test_what_is_typed_on_a_page_that_was_new_is_saved(self) -> None:
        """From the first line on there's something to come back to, and after starting again there isn't."""
        fresh = with_(LONG, is_new=True, way_back="exback brings you back to where you were.")
        left = "You've left. Your answers are saved. exback brings you back to where you were.\n\n"
        assert Conversation(fresh, "First.", "leave").said.endswith(left)
        assert Conversation(fresh, "First.", "anew", "leave").said.endswith("\nYou've left.\n\n")

    def test_an_interrupt_leaves_as_one_and_says_what_it_saves(self) -> None:
        """Ctrl-C is told apart from leaving by word: a line that isn't ended doesn't reach exback."""
        source = Mock(spec=io.StringIO)
        source.isatty.return_value = False
        source.readline.side_effect = KeyboardInterrupt
        sink = io.StringIO()
        assert Plain(lambda: NOW, source, sink).ask(TEXT, lambda _: None) == Leave(interrupted=True)
        assert sink.getvalue().endswith(
            "\nYou've left. Your answers are saved up to the last time you pressed Enter.\n"
        )

    def test_says_nothing_of_saving_where_nothing_is_asked_to_be_saved(self) -> None:
        """The day's page and the welcome keep nothing."""
        assert "saved" not in Conversation(with_(READING, minutes=None), "leave").said

    def test_ends_with_an_empty_line(self) -> None:
        """Whatever is written next by the shell begins on a line of its own."""
        sink = io.StringIO()
        with Plain(lambda: NOW, io.StringIO(), sink):
            pass
        assert sink.getvalue() == "\n"


class TestRefused:
    """An answer that could not be taken."""

    def test_only_why_is_said(self) -> None:
        """Nobody hears the list again for a slip of the finger; again says it."""
        pages = Conversation(CHOICE, with_(CHOICE, notice=CHOOSE_ONE), "9", "2").pages
        assert pages[1] == "That's not in the list. Type a number, or type again to hear the list.\nNumber, 1 to 3: "

    @pytest.mark.parametrize(
        ("view", "refusal", "said"),
        [
            (CHOICES, CHOOSE_SOME, "That's not in the list. Type the numbers, or type again to hear the list."),
            (CONFIRM, YES_OR_NO, "Please type yes or no."),
            (SCALE, "Please type a whole number from 0 to 10.", "Please type a whole number from 0 to 10."),
        ],
    )
    def test_a_list_is_not_pointed_to(self, view: View, refusal: str, said: str) -> None:
        """It was heard a while ago. A refusal that says what to type stays as it is."""
        assert Conversation(view, with_(view, notice=refusal), "9", "2").pages[1].startswith(f"{said}\n")

    def test_what_must_not_go_unheard_is_said_too(self) -> None:
        """Words that were too long to be taken may still be of dying. What was said a moment ago is not said again."""
        refused = with_(TEXT, notice="Too long.", concern=("Do not stay alone with it.",))
        pages = Conversation(TEXT, refused, refused, "x", "x", "x").pages
        assert pages[1] == "Do not stay alone with it.\nToo long.\nYour answer: "
        assert pages[2].startswith("Too long.")

    def test_on_another_page_all_of_it_is_said(self) -> None:
        """A page that closed meanwhile is told of on the one that is open now."""
        other = with_(TEXT, notice="That page has closed in the meantime. This one is open.")
        page = Conversation(CHOICE, other, "1", "J.").pages[1]
        assert page.strip().startswith("That page has closed in the meantime.")
        assert "Name?" in page

    def test_the_same_page_without_a_refusal_is_said_whole(self) -> None:
        """Coming back to a page by its own choice is no refusal."""
        assert "1. Mint." in Conversation(CHOICE, CHOICE, "1", "2").pages[1]

    def test_is_not_given_again_by_an_empty_line(self) -> None:
        """What did not fit is not offered as if it would."""
        refused = Conversation(with_(SCALE, draft="99", notice="Please give another."), "")
        assert "99" not in refused.said
        assert refused.event == Answer("")

    def test_a_line_that_means_nothing_on_the_review_is_asked_for_again(self) -> None:
        """With a sentence, and without the help that nobody asked for."""
        conversation = Conversation(REVIEW, "99", "2")
        assert "No answer has that number. To hear them, type again." in conversation.said
        assert "hide:" not in conversation.said
        assert conversation.event == GoTo("tea")


class TestCommands:
    """A command of exback, which pages name and which only a shell can run."""

    @pytest.mark.parametrize(
        "view", [READING, CHOICE, CHOICES, CONFIRM, SCALE, DAY, REVIEW], ids=lambda view: view.item.id
    )
    def test_is_no_answer(self, view: View) -> None:
        """It's said what to do, and the page goes on waiting."""
        conversation = Conversation(view, "exback  step not-allowed", "leave")
        assert "That's a command. Type leave first, and then: exback step not-allowed\n" in conversation.said
        assert conversation.event == Leave()

    def test_opens_a_step_that_a_menu_offers(self) -> None:
        """Someone who was told the command may use it where the step can be chosen."""
        assert typed(with_(CHOICE, options=TEA_AND_URGE), "exback step urge") == Answer("urge")

    def test_may_be_meant_where_words_are_asked_for(self) -> None:
        """What someone writes is theirs."""
        assert typed(TEXT, "exback step urge") == Answer("exback step urge")


class TestAnswers:
    """What a line means on each kind of page."""

    @pytest.mark.parametrize("line", ["0", "no", "No", "none", " None "])
    def test_none_of_several_can_be_said(self, line: str) -> None:
        """A question that sounds like yes or no takes a no."""
        assert typed(CHOICES, line) == Answer([])

    def test_a_reading_goes_on_at_any_line(self) -> None:
        """Enter is enough, and nothing that is typed is kept."""
        assert [typed(READING, line) for line in ("", "yes", "3")] == [Answer()] * 3

    def test_text_is_taken_as_it_is(self) -> None:
        """Brackets, backslashes and spaces are part of what was written."""
        assert typed(TEXT, "[/oops] \\n  and so on") == Answer("[/oops] \\n  and so on")

    @pytest.mark.parametrize(
        ("line", "answer"),
        [("2", "sage"), (" 3 ", "lime"), ("mint", "mint"), ("LIME BLOSSOM", "lime"), ("Mint.", "mint")],
    )
    def test_an_option_is_chosen_by_number_or_by_its_words(self, line: str, answer: str) -> None:
        """Both are as good, and neither capitals nor the full stop that was heard matter."""
        assert typed(CHOICE, line) == Answer(answer)

    @pytest.mark.parametrize("line", ["urge", "Urge", "u", "2", "I want to write to them"])
    def test_an_option_with_a_word_of_its_own_is_chosen_by_it(self, line: str) -> None:
        """In such a moment nobody counts options."""
        assert typed(with_(CHOICE, options=TEA_AND_URGE), line) == Answer("urge")

    def test_an_option_without_one_is_not_chosen_by_its_id(self) -> None:
        """Ids are not words that anybody was told."""
        assert typed(CHOICES, "lime") == Answer(["lime"])  # as a word that the session will refuse or know
        assert typed(with_(CONFIRM, question="Sure?"), "maybe") == Answer(None)

    @pytest.mark.parametrize("line", ["0", "4", "99999", "-1", "1.0", "tea"])
    def test_what_names_no_option_chooses_none(self, line: str) -> None:
        """A number or word that is not there is never taken for one that is."""
        event = typed(CHOICE, line)
        assert not (isinstance(event, Answer) and event.value in [option.id for option in TEA])

    @pytest.mark.parametrize(("line", "answer"), [("0", ""), ("1", "0"), ("2", "1"), ("3", ""), ("None", "0")])
    def test_a_number_is_never_an_id(self, line: str, answer: str) -> None:
        """The first of two options may be called 0 in the file. Who types 0 hasn't seen that, and chose nothing."""
        options = (Option("0", "None"), Option("1", "A cup"))
        assert typed(with_(CHOICE, options=options), line) == Answer(answer)

    def test_a_number_among_several_is_never_an_id(self) -> None:
        """Likewise; nought alone is none of them."""
        options = (Option("0", "Mint"), Option("1", "Sage"))
        assert [typed(with_(CHOICES, options=options), line) for line in ("0", "0 2", "2")] == [
            Answer([]),
            Answer(["", "1"]),
            Answer(["1"]),
        ]

    @pytest.mark.parametrize(
        ("line", "answer"),
        [
            *[("1 3", ["mint", "lime"]), ("1,3", ["mint", "lime"]), ("3, 1", ["lime", "mint"]), ("0", [])],
            *[("2", ["sage"]), ("1 and 3", ["mint", "lime"]), ("Lime blossom", ["lime"])],
        ],
    )
    def test_several_options_are_chosen_by_their_numbers(self, line: str, answer: list[str]) -> None:
        """With spaces, commas or "and" between; nought is none of them; one can be said by its words."""
        assert typed(CHOICES, line) == Answer(answer)

    def test_a_wrong_number_among_several_is_not_passed_over(self) -> None:
        """Nobody's answer is quietly made shorter."""
        assert typed(CHOICES, "1 9") == Answer(["mint", ""])

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

    @pytest.mark.parametrize("pressed", ["\x1b[A", "\x1b[1;5C", "\x1bOP", "\x1b[200~", "\x1b"])
    def test_a_key_that_is_no_letter_leaves_nothing_in_an_answer(self, pressed: str) -> None:
        """A terminal in line mode hands on what an arrow key sends; it is not what somebody wrote."""
        assert typed(TEXT, f"To {pressed}sleep") == Answer("To sleep")

    def test_line_ends_of_other_systems_are_no_part_of_an_answer(self) -> None:
        """A carriage return is not typed by anybody."""
        assert typed(TEXT, "J.\r") == Answer("J.")

    @pytest.mark.fault(52)
    def test_bytes_that_are_no_letters_are_mended_when_the_answer_is_taken(self) -> None:
        """They come as stdin carries them; what is whole among them is put together, the rest is shown as missing."""
        broken = "caf" + "é".encode().decode("ascii", "surrogateescape") + " \udcff"
        event = typed(TEXT, broken)
        assert isinstance(event, Answer)
        assert clean(str(event.value)) == "café \ufffd"


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
        """Where the page says that Enter keeps the old answer, it does, whatever was typed since."""
        value: object = 5 if view is SCALE else "sage"
        conversation = Conversation(with_(view, value=value, draft="99", notice="Please give another."), "")
        kept = Answer(value) if "Enter keeps it" in conversation.said else Answer("99")
        assert conversation.event == kept

    def test_skips_what_may_be_skipped(self) -> None:
        """With nothing said and nothing typed, an optional question is passed."""
        assert typed(with_(TEXT, can_skip=True), "") == Skip()

    @pytest.mark.parametrize("can_skip", [False, True])
    def test_ticks_nothing_in_a_list(self, can_skip: bool) -> None:
        """It may be left empty, as its note or its invitation says."""
        assert typed(with_(CHOICES, can_skip=can_skip), "") == Answer([])

    def test_is_otherwise_no_answer(self) -> None:
        """The session is given nothing, and says what would do."""
        assert typed(TEXT, "") == Answer("")

    def test_begins_no_long_text(self) -> None:
        """One Enter too many on the page before writes nothing and skips nothing."""
        conversation = Conversation(with_(LONG, can_skip=True), "", "First.", ".")
        assert conversation.event == Answer("First.")


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

    def test_is_invited_once(self) -> None:
        """Between two lines nothing is said: nobody is interrupted while they write."""
        said = Conversation(LONG, "First.", "Second.", ".").said
        assert said.count("A full stop alone") == 1
        assert said.endswith("ends it.\n\n")

    def test_goes_on_from_the_draft(self) -> None:
        """What had been written before is not lost, and new lines come after it."""
        conversation = Conversation(with_(LONG, draft="First."), "Second.", ".")
        assert conversation.event == Answer("First.\nSecond.")
        assert "A full stop alone" in conversation.said

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

    def test_a_full_stop_without_words_keeps_the_old_answer(self) -> None:
        """And without an old answer it gives nothing, which the session refuses."""
        assert typed(with_(LONG, value="Old."), ".") == Answer("Old.")
        assert typed(LONG, ".") == Answer("")


def appends(text: str, page: str) -> Edited:
    """An editor that writes one line more."""
    return Edited(f"{text}\nFrom the editor.")


class TestEditor:
    """A long text in the person's own editor."""

    def test_gets_what_was_written_and_gives_it_back(self) -> None:
        """It is kept at once, said by its length, and given by a full stop."""
        conversation = Conversation(LONG, "First.", "edit", ".", edit=appends)
        assert conversation.drafts[-1] == "First.\nFrom the editor."
        assert "From your editor: two lines, four words." in conversation.said
        assert conversation.event == Answer("First.\nFrom the editor.")

    def test_gets_the_old_answer_where_nothing_new_was_written(self) -> None:
        """To change one word nobody types all of it again."""
        conversation = Conversation(with_(LONG, value="Old."), "edit", ".", edit=appends)
        assert conversation.event == Answer("Old.\nFrom the editor.")

    def test_lines_may_follow(self) -> None:
        """What comes after is written below it."""
        assert Conversation(LONG, "edit", "Last.", ".", edit=lambda *_: Edited("First.")).event == Answer(
            "First.\nLast."
        )

    def test_what_it_leaves_has_no_control_characters(self) -> None:
        """An editor can write anything."""
        written = Edited("a\x1b[31m\x00b\r\nc")
        assert Conversation(LONG, "edit", ".", edit=lambda *_: written).event == Answer("a[31mb\nc")

    def test_an_empty_text_is_nothing_written(self) -> None:
        """Closing it without a word is no answer."""
        conversation = Conversation(with_(LONG, draft="First."), "edit", "New.", ".", edit=lambda *_: Edited(" \n"))
        assert "There's nothing written." in conversation.said
        assert conversation.event == Answer("New.")

    def test_one_that_fails_leaves_the_text_as_it_was(self) -> None:
        """Its error is said, and the lines go on."""

        def fails(_text: str, page: str) -> Edited:
            raise EditorFailed("The editor “none” could not be started.", hint="Name another one.")

        conversation = Conversation(LONG, "First.", "edit", "Second.", ".", edit=fails)
        assert "The editor “none” could not be started. Name another one." in conversation.said
        assert conversation.event == Answer("First.\nSecond.")

    @pytest.mark.parametrize("view", [LONG, TEXT], ids=["long", "one line"])
    def test_what_is_to_be_heard_of_it_is_said(self, view: View) -> None:
        """One that broke gives back what it had saved, and the person hears that it did."""
        broken = Edited("Saved before it broke.", "It ended with an error.")
        conversation = Conversation(view, "edit", "." if view is LONG else "", edit=lambda *_: broken)
        assert "It ended with an error." in conversation.said
        assert conversation.event == Answer("Saved before it broke.")

    def test_where_there_is_none_it_is_said(self) -> None:
        """The word does not become a line of the text."""
        conversation = Conversation(LONG, "edit", "First.", ".")
        assert "There's no editor here." in conversation.said
        assert conversation.event == Answer("First.")

    def test_gives_an_answer_of_one_line_too(self) -> None:
        """What it leaves stands there as if half written, on one line, and Enter takes it."""
        conversation = Conversation(with_(TEXT, value="Old."), "edit", "", edit=appends)
        assert "You'd written: Old. From the editor. Enter keeps it." in conversation.said
        assert conversation.drafts == ["Old. From the editor."]
        assert conversation.event == Answer("Old. From the editor.")

    @pytest.mark.parametrize("view", [CHOICE, SCALE, READING, REVIEW, BREATH], ids=lambda view: view.item.id)
    def test_is_for_words(self, view: View) -> None:
        """Elsewhere the word opens nothing, and is no answer either."""
        conversation = Conversation(view, "edit", "leave", edit=appends)
        assert "The editor is only for writing." in conversation.said
        assert conversation.event == Leave()

    @pytest.mark.parametrize(("edit", "told"), [(appends, 1), (None, 0)])
    def test_is_told_of_once_where_there_is_one(self, edit: Edit | None, told: int) -> None:
        """At the first long text of a sitting."""
        other = with_(LONG, question="And then?")
        said = Conversation(LONG, other, "a", ".", "b", ".", edit=edit).said
        assert said.count("type edit") == told


def test_a_screen_of_plain_lines_is_a_screen() -> None:
    """It keeps to what every front end promises."""
    kept: list[Draft] = []
    keep: Keep = kept.append
    screen = Plain(lambda: NOW, io.StringIO("One.\n.\n"), io.StringIO())
    with screen as asked:
        assert asked.ask(LONG, keep) == Answer("One.")
    assert kept == [Draft("One.")]


def test_an_error_of_the_store_goes_through() -> None:
    """A save that fails while somebody writes ends the page with its sentence."""

    def refuses(_draft: Draft) -> None:
        raise ExbackError("The disk is full.")

    with pytest.raises(ExbackError, match="disk is full"):
        Plain(lambda: NOW, io.StringIO("One.\n"), io.StringIO()).ask(LONG, refuses)


def test_the_timer_has_the_words_too() -> None:
    """Before it begins they do what they do elsewhere; skip passes it by."""
    assert typed(with_(BREATH, can_back=True), "back") == Back()
    assert typed(BREATH, "skip") == Answer("left")
