"""Plain lines through a real pty: typed words in place of keys, and not one control character."""

from __future__ import annotations

import pytest
from terminal.conftest import Room
from terminal.teletype import CTRL_C, CTRL_D, Teletype
from terminal.typist import first_words

from exback.boundaries import AFRAID_OF_ME
from exback.prose import blocks


def say(teletype: Teletype, *lines: str) -> None:
    """Type lines."""
    teletype.press("".join(f"{line}\n" for line in lines))


@pytest.mark.fault(42)
def test_a_dumb_terminal_gets_plain_lines_by_itself(wide_room: Room) -> None:
    """TERM=dumb needs no option: lines, numbers, no escape sequence and no alternate screen."""
    welcome = wide_room.program.welcome
    teletype = wide_room.real_exback(TERM="dumb")
    teletype.hear(first_words(blocks(str(welcome[0].text))))
    teletype.hear("Enter goes on, or help, leave:")
    say(teletype, "")
    teletype.hear(first_words(blocks(str(welcome[1].text))))
    teletype.hear("Enter goes on, or back, help, leave:")
    say(teletype, "")
    teletype.hear("Step 1 of 7, about 10 minutes left.")
    teletype.hear("leave:")
    say(teletype, "leave")
    assert teletype.exit_code() == 0
    assert b"\x1b" not in teletype.raw


@pytest.mark.parametrize("words", [("--plain", "step", "your-story"), ("step", "your-story", "--plain")])
def test_plain_is_asked_for_before_or_after_the_command(wide_room: Room, words: tuple[str, ...]) -> None:
    """--plain gives plain lines on a terminal that could do more, wherever it stands."""
    wide_room.begin("who-ended")
    teletype = wide_room.exback(*words)
    teletype.hear(wide_room.words("who-ended"))
    teletype.hear(f"1. {wide_room.options('who-ended')[0].label}")
    teletype.hear("Number, or back, help, leave:")
    say(teletype, "leave")
    assert teletype.exit_code() == 0
    assert b"\x1b" not in teletype.raw


def test_typed_words_do_what_keys_do_elsewhere(wide_room: Room) -> None:
    """back, help, skip and leave work as lines, in any case."""
    wide_room.begin("who-ended", answers={"name": "Jo"})
    teletype = wide_room.exback("--plain", "step", "your-story")
    teletype.hear("Number, or back, help, leave:")
    say(teletype, "Help")
    teletype.hear(first_words(wide_room.view("who-ended").why))
    teletype.hear("Number, or back, help, leave:")
    say(teletype, "back")
    teletype.hear(wide_room.words("name"))
    teletype.hear("You said: Jo. An empty line keeps it.")
    teletype.hear("leave:")
    say(teletype, "")
    teletype.hear(wide_room.words("who-ended"))
    teletype.hear("leave:")
    say(teletype, " LEAVE ")
    assert teletype.exit_code() == 0
    assert wide_room.run.answers == {"name": "Jo"}


def test_skip_is_for_what_may_be_skipped(wide_room: Room) -> None:
    """Skip goes on where that is allowed, and is refused with a sentence where it is not."""
    wide_room.begin("ties")
    teletype = wide_room.exback("--plain", "step", "your-story")
    teletype.hear("Numbers with spaces between, 0 for none, or back, help, leave:")
    say(teletype, "skip")
    teletype.hear("This one needs an answer.")
    teletype.hear("leave:")
    say(teletype, "2, 4")
    teletype.hear(wide_room.words("wish"))
    teletype.hear("Your answer, or back, skip, help, leave:")
    say(teletype, "skip")
    teletype.hear(wide_room.words("before-safety"))
    assert wide_room.run.answers["ties"] == ["home", "money"]
    assert wide_room.run.answers["wish"] is None


def test_a_word_in_quotes_is_an_answer(wide_room: Room) -> None:
    """Somebody whose answer is the word "leave" puts it in quotes."""
    wide_room.begin("name")
    teletype = wide_room.exback("--plain", "step", "your-story")
    teletype.hear("leave:")
    say(teletype, '"leave"')
    teletype.hear(wide_room.words("who-ended"))
    assert wide_room.run.answers["name"] == "leave"


def test_a_long_text_ends_with_a_lone_full_stop(wide_room: Room) -> None:
    """Lines are taken until one that is only a full stop; empty ones between them are kept."""
    wide_room.begin("reasons")
    teletype = wide_room.exback("--plain", "step", "your-story")
    teletype.hear(wide_room.words("reasons"))
    teletype.hear("A line with only a full stop ends it.")
    say(teletype, "first line", "", "third line?", ".")
    teletype.hear(wide_room.words("causes"))
    assert wide_room.run.answers["reasons"] == "first line\n\nthird line?"


@pytest.mark.parametrize(("keys", "code"), [(CTRL_C, 130), (CTRL_D, 0)], ids=["ctrl-c", "ctrl-d"])
def test_a_long_text_left_half_way_is_kept(wide_room: Room, keys: str, code: int) -> None:
    """Every line is saved as it comes: leaving in the middle loses none, and the next time it is read out."""
    wide_room.begin("reasons")
    teletype = wide_room.exback("--plain", "step", "your-story")
    teletype.hear("leave:")
    say(teletype, "first line", "second line")
    teletype.wait(lambda: wide_room.run.drafts == {"reasons": "first line\nsecond line"}, "for the draft")
    teletype.press(keys)
    assert teletype.exit_code() == code

    again = wide_room.exback("--plain", "step", "your-story")
    again.hear("You had written this, and it is kept.")
    again.hear("first line second line")
    again.hear("leave:")
    say(again, "Third line", ".")
    again.hear(wide_room.words("causes"))
    assert wide_room.run.answers["reasons"] == "first line\nsecond line\nThird line"


def test_an_answer_that_does_not_fit_is_refused_with_what_would(wide_room: Room) -> None:
    """A wrong number, an impossible day and an empty line each get a sentence, and the page again."""
    wide_room.begin("who-ended")
    teletype = wide_room.exback("--plain", "step", "your-story")
    teletype.hear("leave:")
    say(teletype, "9")
    teletype.hear(wide_room.refusal("who-ended", "9"))
    teletype.hear("leave:")
    say(teletype, wide_room.options("who-ended")[0].label.upper())
    teletype.hear(wide_room.words("reasons"))
    teletype.hear("leave:")
    say(teletype, "Room.", ".")
    teletype.hear(wide_room.words("causes"))
    teletype.hear("leave:")
    say(teletype, "0")
    teletype.hear(wide_room.words("together"))
    teletype.hear("leave:")
    say(teletype, "3")
    teletype.hear(wide_room.words("ended"))
    teletype.hear("leave:")
    say(teletype, "31 februember")
    teletype.hear(wide_room.refusal("ended", "31 februember"))
    teletype.hear("leave:")
    say(teletype, "2 days ago")
    teletype.hear(wide_room.words("came-back"))
    assert wide_room.run.answers["ended"] == "2026-02-28"


def test_an_empty_line_answers_no_yes_or_no_question(wide_room: Room) -> None:
    """Enter alone decides nothing; yes, no, y, n and numbers do."""
    wide_room.begin("asked-to-stop")
    teletype = wide_room.exback("--plain", "step", "your-story")
    teletype.hear(wide_room.words("asked-to-stop"))
    teletype.hear("leave:")
    say(teletype, "")
    teletype.hear(wide_room.refusal("asked-to-stop", None))
    teletype.hear("leave:")
    assert "asked-to-stop" not in wide_room.run.answers
    for line, item in (("no", "ordered-away"), ("N", "afraid-of-them"), ("2", "afraid-of-me")):
        say(teletype, line)
        teletype.hear(wide_room.words(item))
        teletype.hear("leave:")
    say(teletype, "y")
    teletype.hear(AFRAID_OF_ME.reason)
    assert [wide_room.run.answers[item] for item in ("asked-to-stop", "ordered-away", "afraid-of-them")] == [False] * 3
    assert wide_room.run.answers["afraid-of-me"] is True


def test_an_answer_is_changed_from_the_review_page(wide_room: Room) -> None:
    """A number on the review page opens that answer; a new one leads back, Enter finishes."""
    wide_room.begin("review", reviewed=True)
    teletype = wide_room.exback("--plain", "step", "your-story")
    teletype.hear(f"1. {wide_room.words('name')}")
    teletype.hear("J.")
    teletype.hear("Enter finishes; a number changes an answer; or back, help, leave:")
    say(teletype, "1")
    teletype.hear(wide_room.words("name"))
    teletype.hear("leave:")
    say(teletype, "Jo")
    teletype.hear(f"1. {wide_room.words('name')}")
    teletype.hear("Jo")
    teletype.hear("leave:")
    say(teletype, "")
    teletype.hear("Enter goes on, or help, leave:")
    say(teletype, "")
    assert teletype.exit_code() == 0
    assert wide_room.run.finished == wide_room.now


def test_markup_and_control_characters_in_an_answer_are_inert(wide_room: Room) -> None:
    """Plain lines show a character that turns the direction round, or worse, by its number."""
    wide_room.begin("who-ended", answers={"name": "[/oops] \u202eJ."})
    teletype = wide_room.exback("--plain", "step", "your-story")
    teletype.hear("leave:")
    say(teletype, "back")
    teletype.hear(r"You said: [/oops] \u202eJ..")
    say(teletype, "leave")
    assert teletype.exit_code() == 0
    assert "\u202e".encode() not in teletype.raw


def test_control_characters_in_a_quotation_are_inert(wide_room: Room) -> None:
    """What an editor put into the file is read out with its control characters as numbers."""
    wide_room.begin("closing", finished=wide_room.now, answers={"reasons": "[/oops]\x1b[31mred\x1b]0;title\x07"})
    wide_room.begin("sides", "why-it-ended")
    teletype = wide_room.exback("--plain", "step", "why-it-ended")
    teletype.hear(r"“[/oops]\u001b[31mred\u001b]0;title\u0007”")
    assert b"\x1b" not in teletype.raw


def test_the_menu_is_left_with_0(wide_room: Room) -> None:
    """The day's page is a numbered list too, and its last line leaves."""
    wide_room.begin("wish")
    teletype = wide_room.exback("--plain")
    teletype.hear("exback. Monday 2 March.")
    teletype.hear("1. Your story: begun")
    teletype.hear("leave:")
    say(teletype, "That is all for now")
    assert teletype.exit_code() == 0
