"""Plain lines through a real pty: typed words instead of keys, and not one control character."""

from __future__ import annotations

import shlex
import signal
import sys
import time
from pathlib import Path

import pytest
from support.lives import NOTHING_THOUGHT
from support.teletype import CTRL_C, CTRL_D, PATIENCE, UP, Teletype
from support.typist import first_words
from terminal.conftest import Room

from exback.model.boundaries import AFRAID_OF_ME
from exback.model.prose import blocks
from exback.screen.plain.lines import LONGEST
from exback.screen.plain.words import NOT_LISTED

CHOICE, CHOICES, TEXT, LONG = "Number, 1 to ", "Numbers, or 0 for none:", "Your answer:", "alone on a line ends it."
READING, CONFIRM, DAY, REVIEW = (
    "Enter to go on:",
    "Yes or no:",
    "A day:",
    "Enter to finish, or a number to change an answer:",
)


def say(teletype: Teletype, *lines: str) -> None:
    """Type lines."""
    teletype.press("".join(f"{line}\n" for line in lines))


def plain_step(room: Room, step: str = "your-story") -> Teletype:
    """Someone who opens a step in plain lines."""
    return room.exback("--plain", "step", step)


def asked(teletype: Teletype, *words: str) -> None:
    """Wait for some words, the last of them the ones before which a line is typed."""
    for said in words:
        teletype.hear(said)


class TestChoosing:
    """What turns plain lines on."""

    @pytest.mark.fault(42)
    def test_a_dumb_terminal_gets_them_by_itself(self, wide_room: Room) -> None:
        """TERM=dumb needs no option: lines, numbers, no escape sequence and no alternate screen."""
        teletype = wide_room.real_exback(TERM="dumb")
        asked(
            teletype, "What do you need right now?", "4. I'd like to begin", "again, back, help, hide or leave", CHOICE
        )
        say(teletype, "4")
        for page in wide_room.program.welcome():
            asked(teletype, first_words(blocks(str(page.text))), READING)
            say(teletype, "")
        asked(teletype, "step 1 of 9, about 5 minutes left.", TEXT)
        say(teletype, "leave")
        assert teletype.exit_code() == 0
        assert b"\x1b" not in teletype.raw

    @pytest.mark.parametrize("words", [("--plain", "step", "your-story"), ("step", "your-story", "--plain")])
    def test_asked_for_before_or_after_the_command(self, wide_room: Room, words: tuple[str, ...]) -> None:
        """--plain works on a terminal that could do more, before or after the command."""
        wide_room.begin("who-ended")
        teletype = wide_room.exback(*words)
        option = wide_room.options("who-ended")[0].label
        asked(teletype, wide_room.words("who-ended"), f"1. {option}.", f"{CHOICE}5:")
        say(teletype, "leave")
        assert teletype.exit_code() == 0
        assert b"\x1b" not in teletype.raw

    def test_asked_for_by_the_environment(self, wide_room: Room) -> None:
        """EXBACK_PLAIN=1 applies to every command; --no-plain on one of them wins."""
        wide_room.begin("who-ended")
        teletype = wide_room.exback("step", "your-story", EXBACK_PLAIN="1")
        asked(teletype, wide_room.words("who-ended"), f"{CHOICE}5:")
        assert b"\x1b" not in teletype.raw
        drawn = wide_room.exback("step", "your-story", "--no-plain", EXBACK_PLAIN="1")
        drawn.see(wide_room.words("who-ended"))
        assert drawn.glass.in_alternate

    @pytest.mark.fault(53)
    def test_on_a_terminal_of_ascii_alone(self, wide_room: Room) -> None:
        """Under LANG=C exback's own quotation marks are ASCII."""
        wide_room.begin("ended")
        teletype = wide_room.exback("--plain", "step", "your-story", LANG="C")
        asked(teletype, '"Three weeks ago" will do, or "12 May".', DAY)
        assert teletype.raw.isascii()

    def test_remembered(self, wide_room: Room) -> None:
        """The setting lasts, and EXBACK_PLAIN=0 wins over it."""
        wide_room.begin("who-ended")
        assert wide_room.exback("settings", "plain", "on").exit_code() == 0
        teletype = wide_room.exback("step", "your-story")
        asked(teletype, wide_room.words("who-ended"), f"{CHOICE}5:")
        assert b"\x1b" not in teletype.raw
        drawn = wide_room.exback("step", "your-story", EXBACK_PLAIN="0")
        drawn.see(wide_room.words("who-ended"))
        assert drawn.glass.in_alternate

    def test_remembered_also_at_the_moment_of_wanting_to_write(self, wide_room: Room) -> None:
        """The setting also holds for an urge, whose first line otherwise opens the alternate screen."""
        wide_room.begin("who-ended")
        assert wide_room.exback("settings", "plain", "on").exit_code() == 0
        teletype = wide_room.real_exback("urge")
        asked(teletype, wide_room.words("before", "urge"), "Number, 0 to 10:")
        assert not teletype.glass.in_alternate
        assert teletype.shows("How strong is it")
        say(teletype, "leave")
        assert teletype.exit_code() == 0


class TestWords:
    """Words that do what a key does elsewhere."""

    def test_do_what_keys_do(self, wide_room: Room) -> None:
        """Back, help, again and leave work as lines, in upper or lower case."""
        wide_room.begin("who-ended", answers={"name": "Jo"})
        teletype = plain_step(wide_room)
        asked(teletype, f"{CHOICE}5:")
        say(teletype, "Help")
        asked(teletype, first_words(wide_room.view("who-ended").why), "hide: leave at once", f"{CHOICE}5:")
        say(teletype, "?")
        asked(teletype, first_words(wide_room.view("who-ended").why), f"{CHOICE}5:")
        say(teletype, "again")
        asked(teletype, "step 1 of 9", wide_room.words("who-ended"), f"{CHOICE}5:")
        say(teletype, "back")
        asked(teletype, wide_room.words("name"), "You said: Jo. Enter keeps it.", TEXT)
        say(teletype, "")
        asked(teletype, wide_room.words("who-ended"), f"{CHOICE}5:")
        say(teletype, " LEAVE ")
        asked(teletype, "Your answers are saved")
        assert teletype.exit_code() == 0
        assert wide_room.run.answers == {"name": "Jo"}

    def test_skip_is_for_what_may_be_skipped(self, wide_room: Room) -> None:
        """Skip goes on where that is allowed, and is refused with a sentence where it isn't."""
        wide_room.begin("ties")
        teletype = plain_step(wide_room)
        asked(teletype, CHOICES)
        say(teletype, "skip")
        asked(teletype, "This one needs an answer.", CHOICES)
        say(teletype, "2, 4")
        asked(teletype, wide_room.words("before-safety"), READING)
        assert wide_room.run.answers["ties"] == ["home", "money"]
        wide_room.begin("wish")
        teletype = plain_step(wide_room, "the-whole-story")
        asked(teletype, "Your answer, or skip:")
        say(teletype, "skip")
        asked(teletype, REVIEW)
        assert wide_room.run.answers["wish"] is None

    def test_in_quotes_are_an_answer(self, wide_room: Room) -> None:
        """The word “leave” in quotes is an answer."""
        wide_room.begin("name")
        teletype = plain_step(wide_room)
        asked(teletype, TEXT)
        say(teletype, '"leave"')
        asked(teletype, wide_room.words("who-ended"))
        assert wide_room.run.answers["name"] == "leave"

    def test_hide_leaves_nothing_to_see(self, wide_room: Room) -> None:
        """Hide saves everything, clears the screen and the scrollback, and prints nothing after it."""
        wide_room.begin("reasons")
        teletype = plain_step(wide_room, "the-whole-story")
        asked(teletype, LONG)
        say(teletype, "You never came home.")
        teletype.wait(lambda: "reasons" in wide_room.run.drafts, "for the draft")
        say(teletype, "hide")
        assert teletype.exit_code() == 0
        assert teletype.raw.endswith(b"\x1b[H\x1b[2J\x1b[3J")
        assert teletype.screen() == ""
        assert wide_room.run.drafts == {"reasons": "You never came home."}

    def test_hide_on_a_dumb_terminal_pushes_everything_up(self, wide_room: Room) -> None:
        """Without escape sequences, empty lines push everything out of the window."""
        wide_room.begin("name")
        teletype = wide_room.real_exback("step", "your-story", TERM="dumb")
        asked(teletype, TEXT)
        say(teletype, "hide")
        assert teletype.exit_code() == 0
        assert b"\x1b" not in teletype.raw
        assert teletype.screen() == ""

    def test_the_word_for_the_moment(self, wide_room: Room) -> None:
        """On the page of the day the word `urge` opens that step without its number."""
        wide_room.begin("who-ended")
        teletype = wide_room.exback("--plain")
        asked(teletype, "exback, Monday 2 March.", "I want to write to them. Or type urge.", CHOICE)
        say(teletype, "urge")
        asked(teletype, wide_room.words("before", "urge"), "Number, 0 to 10:")

    def test_the_page_of_the_day_is_left_by_its_last_line(self, wide_room: Room) -> None:
        """Leaving is the last line of the numbered list."""
        wide_room.begin("who-ended")
        teletype = wide_room.exback("--plain")
        asked(teletype, "1. Your story: go on where you left off.", CHOICE)
        say(teletype, "That's all for now")
        assert teletype.exit_code() == 0


class TestLongText:
    """Answers of several lines."""

    def test_ends_with_a_lone_full_stop(self, wide_room: Room) -> None:
        """Lines are taken until one that is only a full stop; empty lines between them are kept."""
        wide_room.begin("reasons")
        teletype = plain_step(wide_room, "the-whole-story")
        asked(teletype, wide_room.words("reasons"), LONG)
        say(teletype, "first line", "", "third line?", ".")
        asked(teletype, wide_room.words("causes"))
        assert wide_room.run.answers["reasons"] == "first line\n\nthird line?"

    @pytest.mark.parametrize(("keys", "code"), [(CTRL_C, 130), (CTRL_D, 0)], ids=["ctrl-c", "ctrl-d"])
    def test_left_half_way_is_kept(self, wide_room: Room, keys: str, code: int) -> None:
        """Every line is saved as it comes: leaving in the middle loses none, and the next time they are read out."""
        wide_room.begin("reasons")
        teletype = plain_step(wide_room, "the-whole-story")
        asked(teletype, LONG)
        say(teletype, "first line", "second line")
        teletype.wait(lambda: wide_room.run.drafts == {"reasons": "first line\nsecond line"}, "for the draft")
        teletype.press(keys)
        asked(teletype, "Your answers are saved")
        assert teletype.exit_code() == code

        again = plain_step(wide_room, "the-whole-story")
        asked(again, "You'd started writing, and it's saved:", "first line second line", LONG)
        say(again, "Third line", ".")
        asked(again, wide_room.words("causes"))
        assert wide_room.run.answers["reasons"] == "first line\nsecond line\nThird line"

    @pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
    @pytest.mark.fault(45)
    @pytest.mark.fault(46)
    def test_ended_from_outside_is_kept(self, wide_room: Room, number: int, code: int) -> None:
        """A shutdown or a closed window loses no line that was entered."""
        wide_room.begin("reasons")
        teletype = plain_step(wide_room, "the-whole-story")
        asked(teletype, LONG)
        say(teletype, "first line")
        teletype.wait(lambda: wide_room.run.drafts == {"reasons": "first line"}, "for the draft")
        teletype.send_signal(number)
        assert teletype.exit_code() == code
        assert wide_room.run.drafts == {"reasons": "first line"}

    @pytest.mark.fault(46)
    def test_what_an_editor_saved_is_kept_when_the_window_is_closed(self, wide_room: Room, tmp_path: Path) -> None:
        """Closing the window ends both: the editor's text is saved as a draft first, and its folder removed."""
        there, script = tmp_path / "there", tmp_path / "editor.py"
        script.write_text(
            "import os, pathlib, sys\npathlib.Path(sys.argv[-1]).write_text('an hour of words')\n"
            f"pathlib.Path({str(there)!r}).touch()\nos.read(0, 1)\nsys.exit(1)\n"
        )
        wide_room.begin("reasons")
        teletype = wide_room.exback(
            "--plain", "step", "the-whole-story", VISUAL=shlex.join([sys.executable, str(script)])
        )
        asked(teletype, LONG)
        say(teletype, "edit")
        teletype.wait(there.exists, "for the editor to save")
        teletype.close_window()
        until = time.monotonic() + PATIENCE
        while (
            wide_room.run.drafts != {"reasons": "an hour of words"} or list(wide_room.home.glob("editing-*"))
        ) and time.monotonic() < until:
            time.sleep(0.05)
        assert wide_room.run.drafts == {"reasons": "an hour of words"}
        assert not list(wide_room.home.glob("editing-*"))

    @pytest.mark.fault(48)
    def test_a_storm_of_ctrl_c_ends_with_everything_kept(self, wide_room: Room) -> None:
        """Many Ctrl-C while lines are being saved keep the place and show no traceback."""
        for _ in range(5):
            wide_room.begin("reasons")
            teletype = plain_step(wide_room, "the-whole-story")
            asked(teletype, LONG)
            say(teletype, "first line")
            teletype.wait(lambda: "reasons" in wide_room.run.drafts, "for the draft")
            for number in range(20):
                teletype.press(f"line {number}\n", CTRL_C)
            assert teletype.exit_code() == 130
            assert b"Traceback" not in teletype.raw
            assert str(wide_room.run.drafts["reasons"]).startswith("first line")
            assert wide_room.run.cursor == "reasons"

    @pytest.mark.fault(47)
    def test_woken_from_sleep_says_what_it_waits_for(self, wide_room: Room) -> None:
        """After Ctrl-Z and fg exback says what it is waiting for: a listener has just heard the shell's words."""
        wide_room.begin("reasons")
        teletype = plain_step(wide_room, "the-whole-story")
        asked(teletype, LONG)
        say(teletype, "first line")
        teletype.wait(lambda: wide_room.run.drafts == {"reasons": "first line"}, "for the draft")
        teletype.send_signal(signal.SIGCONT)
        asked(teletype, "Go on writing.", LONG)
        say(teletype, "second line", ".")
        asked(teletype, wide_room.words("causes"), CHOICES)
        teletype.send_signal(signal.SIGCONT)
        asked(teletype, CHOICES)
        assert wide_room.run.answers["reasons"] == "first line\nsecond line"

    @pytest.mark.fault(50)
    def test_pasted_at_once_is_taken_whole(self, wide_room: Room) -> None:
        """Many lines at once are text, even if some look like commands: no one types that fast."""
        wide_room.begin("reasons")
        pasted = ["back", "help", ".", "anew", *(f"line {number}" for number in range(300))]
        teletype = plain_step(wide_room, "the-whole-story")
        asked(teletype, LONG)
        say(teletype, *pasted)
        teletype.wait(lambda: wide_room.run.drafts.get("reasons") == "\n".join(pasted), "for all of the draft")
        say(teletype, ".")
        asked(teletype, wide_room.words("causes"))
        assert wide_room.run.answers["reasons"] == "\n".join(pasted)

    def test_the_editor_opens_on_what_is_written(self, wide_room: Room, tmp_path: Path) -> None:
        """VISUAL gets the lines so far; its text is saved at once and finished by a full stop."""
        editor = tmp_path / "editor.py"
        editor.write_text("import sys\nopen(sys.argv[1], 'a').write('from the editor\\n')\n", encoding="utf-8")
        wide_room.begin("reasons")
        teletype = wide_room.exback(
            "--plain", "step", "the-whole-story", VISUAL=shlex.join([sys.executable, str(editor)])
        )
        asked(teletype, "type edit", LONG)
        say(teletype, "first line")
        teletype.wait(lambda: wide_room.run.drafts == {"reasons": "first line"}, "for the draft")
        say(teletype, "edit")
        asked(teletype, "From your editor: two lines, five words.")
        assert wide_room.run.drafts == {"reasons": "first line\nfrom the editor"}
        say(teletype, ".")
        asked(teletype, wide_room.words("causes"))
        assert wide_room.run.answers["reasons"] == "first line\nfrom the editor"

    def test_ctrl_c_belongs_to_the_editor_while_it_is_open(self, wide_room: Room, tmp_path: Path) -> None:
        """Line editors, common among listeners, use Ctrl-C as a key; exback and the text stay."""
        editor = tmp_path / "editor.py"
        editor.write_text(
            "import signal, sys\n"
            "assert signal.getsignal(signal.SIGINT) is signal.default_int_handler, 'it was passed on as ignored'\n"
            "signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])\n"
            "print('editing', flush=True)\n"
            "signal.sigwait([signal.SIGINT])\n"
            "open(sys.argv[1], 'w').write('mended')\n"
        )
        wide_room.begin("reasons")
        teletype = wide_room.exback(
            "--plain", "step", "the-whole-story", VISUAL=shlex.join([sys.executable, str(editor)])
        )
        asked(teletype, LONG)
        say(teletype, "edit")
        asked(teletype, "editing")
        teletype.press(CTRL_C)
        asked(teletype, "From your editor: one line, one word.")
        teletype.press(CTRL_C)
        assert teletype.exit_code() == 130
        assert wide_room.run.drafts == {"reasons": "mended"}

    def test_a_line_longer_than_a_terminal_passes_on_is_told_of(self, wide_room: Room) -> None:
        """The kernel drops the rest silently; exback says so, and keeps what came."""
        wide_room.begin("reasons")
        teletype = plain_step(wide_room, "the-whole-story")
        asked(teletype, LONG)
        say(teletype, "x" * (LONGEST + 500))
        asked(teletype, "the end is missing")
        say(teletype, "The end.", ".")
        asked(teletype, wide_room.words("causes"))
        assert wide_room.run.answers["reasons"] == "x" * LONGEST + "\nThe end."


class TestAnswers:
    """What is typed on other pages."""

    def test_one_that_does_not_fit_is_refused_with_what_would(self, wide_room: Room) -> None:
        """A wrong number and an impossible day each get a sentence, and are asked for again."""
        wide_room.begin("who-ended")
        teletype = plain_step(wide_room)
        asked(teletype, f"{CHOICE}5:")
        say(teletype, "9")
        asked(teletype, NOT_LISTED[wide_room.refusal("who-ended", "9")], f"{CHOICE}5:")
        say(teletype, wide_room.options("who-ended")[0].label.upper())
        asked(teletype, wide_room.words("ended"), DAY)
        say(teletype, "31 februember")
        asked(teletype, wide_room.refusal("ended", "31 februember"), DAY)
        say(teletype, "2 days ago")
        asked(teletype, wide_room.words("ties"))
        assert wide_room.run.answers["ended"] == "2026-02-28"

    def test_an_empty_line_answers_no_yes_or_no_question(self, wide_room: Room) -> None:
        """Enter alone answers nothing; yes, no, y, n and numbers do."""
        wide_room.begin("asked-to-stop")
        teletype = plain_step(wide_room)
        asked(teletype, wide_room.words("asked-to-stop"), CONFIRM)
        say(teletype, "")
        asked(teletype, NOT_LISTED[wide_room.refusal("asked-to-stop", None)], CONFIRM)
        assert "asked-to-stop" not in wide_room.run.answers
        for line, item in (("no", "ordered-away"), ("N", "afraid-of-them"), ("2", "afraid-of-me")):
            say(teletype, line)
            asked(teletype, wide_room.words(item), CONFIRM)
        say(teletype, "y")
        teletype.hear(AFRAID_OF_ME.reason)
        assert [wide_room.run.answers[item] for item in ("asked-to-stop", "ordered-away", "afraid-of-them")] == [
            False
        ] * 3
        assert wide_room.run.answers["afraid-of-me"] is True

    def test_one_is_changed_from_the_review_page(self, wide_room: Room) -> None:
        """A number on the review page opens that answer; a new one leads back, Enter finishes."""
        wide_room.begin("review", reviewed=True)
        teletype = plain_step(wide_room)
        asked(teletype, f"1. {wide_room.words('name')} J.", REVIEW)
        say(teletype, "1")
        asked(teletype, wide_room.words("name"), TEXT)
        say(teletype, "Jo")
        asked(teletype, f"1. {wide_room.words('name')} Jo.", REVIEW)
        say(teletype, "")
        asked(teletype, READING)
        say(teletype, "")
        assert teletype.exit_code() == 0
        assert wide_room.run.finished == wide_room.now

    @pytest.mark.fault(50)
    def test_several_lines_at_once_answer_one_question_and_not_the_next(self, wide_room: Room) -> None:
        """Pasted lines are joined, read back, and confirmed by Enter."""
        wide_room.begin("name")
        teletype = plain_step(wide_room)
        asked(teletype, TEXT)
        say(teletype, "J.", "from the lake", "2")
        asked(teletype, "Several lines came at once.", "You'd written: J. from the lake 2. Enter keeps it.", TEXT)
        say(teletype, "")
        asked(teletype, wide_room.words("who-ended"), f"{CHOICE}5:")
        assert wide_room.run.answers == {"name": "J. from the lake 2"}
        say(teletype, "1", "2", "3")
        asked(teletype, "exback didn't take any of them", f"{CHOICE}5:")
        assert wide_room.run.answers == {"name": "J. from the lake 2"}

    def test_a_line_longer_than_a_terminal_passes_on_is_read_back_first(self, wide_room: Room) -> None:
        """A cut line isn't taken as the answer before the person has heard that the end is missing."""
        wide_room.begin("name")
        teletype = plain_step(wide_room)
        asked(teletype, TEXT)
        say(teletype, "word " * 1000)
        asked(teletype, "the end is missing", "words more. Enter keeps it.", TEXT)
        assert wide_room.run.answers == {}
        say(teletype, "J.")
        asked(teletype, wide_room.words("who-ended"))
        assert wide_room.run.answers == {"name": "J."}

    @pytest.mark.fault(52)
    def test_bytes_that_are_no_letters_are_shown_as_missing(self, wide_room: Room) -> None:
        """Bytes of another encoding become marks; the answer is saved and can be read out."""
        wide_room.begin("name")
        teletype = plain_step(wide_room)
        asked(teletype, TEXT)
        teletype.press_bytes(b"caf\xe9 \xc3\xa9\n")
        asked(teletype, wide_room.words("who-ended"), f"{CHOICE}5:")
        say(teletype, "back")
        asked(teletype, "You said: caf\ufffd é. Enter keeps it.")
        assert wide_room.run.answers == {"name": "caf\ufffd é"}

    def test_arrow_keys_leave_nothing_in_an_answer(self, wide_room: Room) -> None:
        """Arrow keys, which a terminal in line mode passes on, are removed."""
        wide_room.begin("name")
        teletype = plain_step(wide_room)
        asked(teletype, TEXT)
        say(teletype, f"{UP}J.{UP}")
        asked(teletype, wide_room.words("who-ended"))
        assert wide_room.run.answers == {"name": "J."}


@pytest.mark.fault(54)
@pytest.mark.fault(55)
@pytest.mark.fault(57)
class TestInert:
    """Text in the file can't control the terminal."""

    def test_markup_and_control_characters_in_an_answer(self, wide_room: Room) -> None:
        """A character that turns the text direction around is shown by its number."""
        wide_room.begin("who-ended", answers={"name": "[/oops] \u202eJ."})
        teletype = plain_step(wide_room)
        asked(teletype, f"{CHOICE}5:")
        say(teletype, "back")
        asked(teletype, r"You said: [/oops] \u202eJ. Enter keeps it.")
        say(teletype, "leave")
        assert teletype.exit_code() == 0
        assert "\u202e".encode() not in teletype.raw

    def test_control_characters_in_a_quotation(self, wide_room: Room) -> None:
        """Control characters that an editor put into the file are read out by their numbers."""
        wide_room.begin(
            "closing",
            "the-whole-story",
            finished=wide_room.now,
            answers={**NOTHING_THOUGHT, "reasons": "[/oops]\x1b[31mred\x1b]0;title\x07"},
        )
        wide_room.begin("sides", "why-it-ended")
        teletype = plain_step(wide_room, "why-it-ended")
        teletype.hear(r"“[/oops]\u001b[31mred\u001b]0;title\u0007”")
        assert b"\x1b" not in teletype.raw


class TestTimer:
    """A timer on a real terminal."""

    @pytest.mark.parametrize("key", ["\n", CTRL_C], ids=["enter", "ctrl-c"])
    def test_is_left_by_enter_and_by_ctrl_c(self, wide_room: Room, key: str) -> None:
        """Enter and Ctrl-C both end the timer early, and the step goes on."""
        wide_room.begin("breath", "urge", answers={"before": 7})
        teletype = plain_step(wide_room, "urge")
        asked(teletype, "Go on with it?", "Number, 1 or 2:")
        say(teletype, "1")
        asked(teletype, "Enter ends it early.", "Enter to start:")
        say(teletype, "")
        asked(teletype, "In.")
        teletype.press(key)
        asked(teletype, wide_room.words("now-what", "urge", answers={"before": 7, "breath": "left"}), CHOICE)
        assert wide_room.run.answers == {"before": 7, "breath": "left"}

    def test_enter_pressed_twice_does_not_end_what_it_began(self, wide_room: Room) -> None:
        """A second Enter that came before the timer started doesn't end it."""
        wide_room.begin("breath", "urge", answers={"before": 7})
        teletype = plain_step(wide_room, "urge")
        asked(teletype, "Go on with it?", "Number, 1 or 2:")
        say(teletype, "1")
        asked(teletype, "Enter to start:")
        teletype.press("\n\n")
        asked(teletype, "In.")
        say(teletype, "help")
        asked(teletype, "hide: leave at once")
        assert wide_room.run.answers == {"before": 7}

    def test_words_work_while_it_runs(self, wide_room: Room) -> None:
        """Help is read out while the time goes on; after leave, the same timer comes again."""
        wide_room.begin("breath", "urge", answers={"before": 7})
        teletype = plain_step(wide_room, "urge")
        asked(teletype, "Go on with it?", "Number, 1 or 2:")
        say(teletype, "1")
        asked(teletype, "Enter to start:")
        say(teletype, "quiet")
        asked(teletype, "Started.")
        say(teletype, "help")
        asked(teletype, "hide: leave at once")
        say(teletype, "leave")
        assert teletype.exit_code() == 0
        assert wide_room.run.answers == {"before": 7}
        assert wide_room.run.cursor == "breath"
