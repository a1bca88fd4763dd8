"""The lint of what people read: each rule on a stilted sentence and on its plain counterpart, and the whole tree."""

from __future__ import annotations

from pathlib import Path

import pytest
import textstat  # type: ignore[import-untyped]

from exback.check import voice

ROOT = Path(__file__).parents[2]
FILES = sorted(path for folder in ("src/exback", "steps") for path in (ROOT / folder).rglob("*.py"))
HARDEST = 7.0
MEASURABLE = 100
"""From this many words on, a grade says something about a file."""

STILTED_AND_PLAIN = [
    ("It is late, and you do not sleep.", "It's late, and you don't sleep."),
    ("You have written three times this week.", "You've written three times this week."),
    ("You cannot know what they think.", "You can't know what they think."),
    ("Nobody has to know about this.", "No one has to know about this."),
    ("You need not answer it today.", "You don't have to answer it today."),
    ("Come back after some weeks of quiet.", "Some weeks are harder than others."),
    ("To whom would you tell it?", "It asked 282 people, 120 of whom had been left."),
    ("Write it down once upon waking.", "Write it down once you're awake."),
    ("Your rule has run its length.", "Your rule is over now."),
    ("A relapse is no reason to give up.", "A slip is no reason to give up."),
    ("Your file stands in another folder.", "Your file is in another folder."),
    ("It lies in a folder of its own.", "You can lie down for a while."),
    ("Counted are the days since your last contact.", "It counts the days since your last contact."),
    ("Not until tomorrow will you see it.", "You'll see it tomorrow, not before."),
    ("Only then can you write to them.", "Only write to them if you're calm."),
    ("Should you want to stop, press Escape.", "Should you stop here, or go on?"),
    ("Behind the plan stands a wish.", "Behind the plan, you had a wish."),
    ("What the two of them do, you cannot.", "What the two of them do isn't up to you."),
    ("Who gave their best has nothing to regret.", "Who gave you the best advice?"),
    ("Whoever can open this file reads it.", "Someone who can open this file can read it."),
    ("Your file is deleted: no one can read it.", "A friend might say: it wasn't your fault."),
    ("You walk " + "and walk " * 14 + "home.", "You walk " + "and walk " * 13 + "back home."),
]


def said(source: str) -> list[str]:
    """Return the problems of a module, each as line and sentence."""
    return [f"{problem.line}: {problem.says}" for problem in voice.problems(source)]


def options(*labels: str) -> str:
    """Return a module with a question that has these options, one a line."""
    return "OPTIONS = (\n" + "".join(f'    Option("a", "{label}"),\n' for label in labels) + ")\n"


class TestSentences:
    """The rules about words and sentences."""

    @pytest.mark.parametrize(("stilted", "plain"), STILTED_AND_PLAIN)
    def test_each_rule_names_a_stilted_sentence_and_passes_a_plain_one(self, stilted: str, plain: str) -> None:
        """What isn't said to a friend is named, and what sounds like it and is said isn't."""
        assert said(f'A = "{stilted}"\n')
        assert said(f'A = "{plain}"\n') == []

    @pytest.mark.parametrize(
        "full",
        [
            "Yes, it is.",
            "That's how it is, and who you are.",
            "It's as good as it is bad.",
            "Talk to them as you would to a friend.",
        ],
    )
    def test_what_speech_says_in_full_is_no_contraction(self, full: str) -> None:
        """No one contracts the last word of a sentence, or what stands after “how” and “who”."""
        assert said(f'A = "{full}"\n') == []

    def test_nine_contractions_of_ten_are_enough(self) -> None:
        """Now and then a place is spelled out; below nine of ten, each one is named."""
        nine = "".join(f'A{number} = "It\'s me, number {number}."\n' for number in range(9))
        assert said(f'{nine}B = "It is late now."\n') == []
        assert said(f'{nine}B = "It is late now."\nC = "You are late, too."\n') == [
            "10: It says “It is”. Contract it, as speech does.",
            "11: It says “You are”. Contract it, as speech does.",
        ]

    def test_it_says_what_to_say_instead(self) -> None:
        """A finding is a line, the words and the better ones."""
        assert said('A = "You told it to nobody."\n') == ["1: It says “nobody”. In plain English: no one."]


class TestOptions:
    """The rule about the options of a question."""

    @pytest.mark.parametrize(
        "labels",
        [
            ("Write a letter", "A walk outside"),
            ("Call someone", "I want to write to them"),
            ("Waiting for them", "Let go"),
        ],
    )
    def test_options_of_two_kinds_are_named(self, labels: tuple[str, ...]) -> None:
        """Verbs, nouns and sentences don't mix."""
        assert [line.split(":")[0] for line in said(options(*labels))] == ["3"]

    @pytest.mark.parametrize(
        "labels",
        [
            ("Write a letter", "Take a walk outside", "Something else", "I don't know"),
            ("A song", "News of them", "In the evening"),
            ("They ended it", "I ended it", "It faded out"),
            ("Yes, I'd keep it", "No, it's for them"),
            ("Yes, I'd keep it", "A little of it is", "I don't know yet"),
        ],
    )
    def test_options_of_one_kind_pass(self, labels: tuple[str, ...]) -> None:
        """What fits under any question, and what can't be told, mixes with everything."""
        assert said(options(*labels)) == []

    def test_numbers_are_sorted(self) -> None:
        """Times are compared as times, up or down."""
        assert said(options("A few weeks", "A few months", "One to three years", "More than ten years")) == []
        assert said(options("Three times", "Twice", "Once", "Never")) == []
        assert said(options("After 60 days", "After 30 days", "After 90 days")) == [
            "3: The option “After 30 days” is out of order. Sort the numbers."
        ]


class TestReading:
    """What is read of a module, and where a problem is."""

    @pytest.mark.parametrize(
        "source",
        [
            '"""Nobody reads a docstring here."""\n',
            'A = 1\n"""Nobody reads what is said of a constant."""\n',
            'A = r"(?:nobody|somebody) has told you"\n',
            'A = r"nobody has told you"\n',
            'A = "is not"\n',
            'A = "nobody somebody anybody whom".split()\n',
            '# Nobody reads comments aloud\nA = "body { margin: upon }"\n',
        ],
    )
    def test_only_what_people_read_is_read(self, source: str) -> None:
        """Docstrings, patterns, lists of words, styles, ids and scraps are left alone."""
        assert said(source) == []

    @pytest.mark.parametrize(
        ("source", "line"),
        [
            ('A = (\n    "You wrote it down. "\n    "You told it to nobody."\n)\n', 3),
            ('A = (\n    f"{x} told {y} that "\n    f"{nobody} and nobody else knows"\n)\n', 3),
            ('A = """You wrote it\ndown, and told it\nto nobody."""\n', 3),
            ('A = "é" + "You told it to nobody."\n', 1),
            ("A = f\"{'You told nobody of it' if x else x}\"\n", 1),
            ('A = "Dear {name}, you told nobody."\n', 1),
        ],
    )
    def test_a_problem_is_at_its_own_line(self, source: str, line: int) -> None:
        """In a text over several lines, the line with the words is named, also behind values that are filled in."""
        assert [problem.line for problem in voice.problems(source)] == [line]

    def test_a_long_sentence_is_named_where_it_begins(self) -> None:
        """It may go on for lines."""
        source = 'A = (\n    "You walk. You "\n    "walk' + " and walk" * 16 + '."\n)\n'
        assert [problem.line for problem in voice.problems(source)] == [2]

    def test_a_comment_excepts_its_line_and_no_other(self) -> None:
        """Where weight needs words in full, the line says so."""
        source = 'A = (\n    "Do not go back there. "  # voice: for weight\n    "You are at risk there."\n)\n'
        assert said(source) == ["3: It says “You are”. Contract it, as speech does."]

    @pytest.mark.parametrize("prefix", ["", "f"])
    def test_a_comment_at_the_end_of_triple_quotes_excepts_the_text(self, prefix: str) -> None:
        """No line within them can have a comment."""
        source = f'A = {prefix}"""Do not go\nback there. You are\nat risk."""  # voice: for weight\nB = "You are at home now."\n'
        assert said(source) == ["4: It says “You are”. Contract it, as speech does."]

    def test_another_comment_excepts_nothing(self) -> None:
        """Only what is meant as an exception is one."""
        assert said('A = "You told it to nobody."  # not a voice: it\n')


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
class TestTheTree:
    """exback's own texts."""

    def test_people_are_spoken_to_in_plain_english(self, path: Path) -> None:
        """No line of a module reads as translated."""
        assert said(path.read_text(encoding="utf-8")) == []

    def test_the_sentences_of_a_module_are_easy_to_read(self, path: Path) -> None:
        """The engine keeps to the grade that steps have to keep to."""
        read = [text for text in voice.texts(path.read_text(encoding="utf-8")) if text.words.endswith((".", "!", "?"))]
        whole = " ".join(sentence for text in read for _, sentence in text.sentences()).replace(voice.VALUE, "it")
        if len(whole.split()) >= MEASURABLE:
            assert textstat.textstat.flesch_kincaid_grade(whole) <= HARDEST
