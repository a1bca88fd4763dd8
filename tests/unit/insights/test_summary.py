"""What the status page shows beside the days: the last weeks, and one sentence of one's own."""

from __future__ import annotations

import pytest
from rich.console import Group
from support.told import checked, journey, run

from exback.insights.summary import LONGEST_QUOTE, OwnWords, Summary, summary_of
from exback.model.program import Program
from exback.model.run import Run, changed
from exback.model.streak import streak_of
from exback.screen.ascii import to_ascii
from exback.screen.pages.sparklines import draw_weeks
from exback.screen.rendering import render


def seen(program: Program, *runs: Run, now: int = 20, held: bool = False) -> Summary:
    """Return the glance of some runs on a day."""
    there = journey(program, *runs, now=now)
    return summary_of(program, there, streak_of(program.streak, there), held=held)


def quotes(program: Program, *runs: Run, held: bool = False) -> set[OwnWords | None]:
    """Return everything that is quoted within three weeks."""
    return {seen(program, *runs, now=day, held=held).own for day in range(20, 41)}


class TestWeeks:
    """The last four weeks, in a line each."""

    def test_says_the_last_and_the_average(self, program: Program) -> None:
        """Moods 3, 4 and 8: (3 + 4 + 8) / 3 = 5."""
        mood, longing = seen(program, checked(17, 3), checked(18, 4), checked(19, 8)).scales
        assert (mood.line.title, mood.says) == ("Mood", "8 yesterday, 5 on average")
        assert [point.ago for point in mood.line.points] == [3, 2, 1]
        assert (longing.line.title, longing.says) == ("Longing", "5 yesterday, 5 on average")

    def test_one_entry_is_no_average(self, program: Program) -> None:
        """It is the last."""
        assert seen(program, checked(19, 3)).scales[0].says == "3 yesterday"

    @pytest.mark.parametrize(("now", "when"), [(19, "today"), (20, "yesterday"), (21, "on 21 Mar"), (46, "on 21 Mar")])
    def test_the_last_has_its_day(self, program: Program, now: int, when: str) -> None:
        """Nobody takes a number of last week for today's."""
        (mood, _) = seen(program, checked(19, 3), now=now).scales
        assert mood.says == f"3 {when}"
        assert mood.read == f"Mood, 0 to 10: 3 {when}."

    def test_the_bounds_are_said_once(self, program: Program) -> None:
        """Where they are the same for all."""
        assert seen(program, checked(19, 3)).bounds == "0 to 10"
        assert seen(program).bounds == seen(program, checked(19, 3), now=80).bounds == ""

    @pytest.mark.parametrize(("in_ascii", "mark", "ten"), [(False, "╌", ""), (True, "_", ", X is 10")])
    def test_signs_that_nobody_could_guess_are_told(
        self, program: Program, in_ascii: bool, mark: str, ten: str
    ) -> None:
        """A day without a check-in, and in ASCII a ten; each only where it is drawn."""

        def told(*runs: Run) -> str:
            page = render(Group(*draw_weeks(seen(program, *runs), 80, in_ascii=in_ascii)), 80, colour=False)
            return (to_ascii(page) if in_ascii else page).strip().split("\n")[-1].strip()

        between = "check-ins in the last four weeks, 0 to 10"
        assert told(checked(17, 10), checked(19, 9), checked(20, 9)) == f"From three {between}{ten}, {mark} no check-in"
        assert told(checked(19, 9), checked(20, 9)) == f"From two {between}"

    def test_what_is_drawn_can_be_read(self, program: Program) -> None:
        """Week by week from the first that was told of; a week without a word is said to have nothing."""
        told = [
            checked(0, 9),
            checked(14, 4),
            checked(20, 5),
            checked(21, 6),
            checked(35, 7),
            checked(36, 8),
            checked(41, 9),
        ]
        (mood, longing) = seen(program, *told, now=41).scales
        assert mood.read == "Mood, 0 to 10, week by week: 4.5, 6, no check-in, 8. The last was 9, today."
        assert longing.read == "Longing, 0 to 10, week by week: 5, 5, no check-in, 5. The last was 5, today."
        (mood, _) = seen(program, *told[:-1], now=36).scales
        assert mood.read == "Mood, 0 to 10, week by week: 4, 5.5, no check-in, 7.5. The last was 8, today."

    def test_in_the_first_week_there_is_one_average(self, program: Program) -> None:
        """A week alone shows no way."""
        (mood, _) = seen(program, checked(15, 4), checked(20, 5)).scales
        assert mood.read == "Mood, 0 to 10: 4.5 on average. The last was 5, today."

    def test_what_is_older_than_four_weeks_is_left_out(self, program: Program) -> None:
        """Day 3 seen on day 30 is 27 days ago, day 2 is 28."""
        found = seen(program, checked(2, 9), checked(3, 1), now=30)
        assert [point.value for point in found.scales[0].line.points] == [1]
        assert found.rests_on == "From one check-in in the last four weeks"

    def test_after_months_the_last_is_named_with_its_day(self, program: Program) -> None:
        """Nobody is told that they stayed away; nothing is drawn that is not there."""
        found = seen(program, checked(2, 9), now=100)
        assert (found.scales[0].says, found.scales[0].line.points) == ("9 on Wednesday 4 March", ())
        assert found.rests_on == "No check-ins in the last four weeks"

    def test_no_span_is_named_that_a_wrong_clock_made_up(self, program: Program) -> None:
        """A check-in of two days ago isn't denied because the clock was a month ahead in between and was set back."""
        ahead = checked(34, 5)
        begun = changed(ahead, finished=None, finish_number=0, answers={})
        assert seen(program, checked(3, 5), begun, now=5).rests_on == ""
        assert seen(program, checked(3, 5), ahead, now=5).rests_on == "From one check-in"
        after = changed(checked(5, 6), start_number=ahead.finish_number + 1, finish_number=ahead.finish_number + 2)
        assert seen(program, checked(3, 5), begun, after, now=5).rests_on == "From one check-in"

    def test_without_a_check_in_there_is_nothing(self, program: Program) -> None:
        """No line, no count."""
        assert seen(program) == Summary()


class TestOwn:
    """One sentence that the person wrote."""

    def test_it_says_when_by_the_day_of_the_rule(self, program: Program) -> None:
        """A rule on day 0 and words of day 15."""
        runs = (run("contact-rule", 0, length="30"), run("who-am-i-now", 15, back_1="The choir"))
        assert quotes(program, *runs) == {OwnWords("On day 15 you wrote about what you'd pick up again:", "The choir")}

    def test_words_of_the_first_day_and_from_before_the_rule_have_a_date(self, program: Program) -> None:
        """There is no day 0, and none below it."""
        runs = (run("why-space", 0, space_for="Sleep."), run("contact-rule", 1, length="30", signature="I keep quiet."))
        assert quotes(program, *runs) == {
            OwnWords("On Monday 2 March you wrote about what space could give you:", "Sleep."),
            OwnWords("On Tuesday 3 March you wrote:", "I keep quiet."),
        }

    def test_it_is_the_same_all_day_and_another_tomorrow(self, program: Program) -> None:
        """Three sentences take turns, in an order that does not depend on chance."""
        runs = (
            run("who-am-i-now", 0, back_1="The choir."),
            run("what-opened-up", 2, opened="Evenings.", strength="I can be alone."),
        )
        there = [seen(program, *runs, now=day).own for day in range(20, 26)]
        assert there[:3] == there[3:]
        assert len(set(there)) == 3

    def test_words_about_quiet_are_quoted_only_while_a_rule_runs(self, program: Program) -> None:
        """Someone who is together again, or whose rule is over for good, isn't held to what they signed."""
        runs = (
            run("why-space", 0, space_for="Sleep."),
            run("contact-rule", 1, length="30", signature="I keep quiet."),
            run("who-am-i-now", 15, back_1="The choir"),
            run("together-again", 20, keep="The choir."),
        )
        assert {own.words for own in quotes(program, *runs) if own} == {"The choir"}

    def test_only_the_first_sentence_is_quoted(self, program: Program) -> None:
        """A note may be long; what comes after its first sentence stays in the step."""
        told = run("what-opened-up", 2, opened="I can sleep. And I saw J. on Sunday.")
        (own,) = quotes(program, told)
        assert own is not None
        assert own.words == "I can sleep."
        (own,) = quotes(program, run("what-opened-up", 2, opened="I can sleep\nAnd J. knows"))
        assert own is not None
        assert own.words == "I can sleep"

    def test_a_long_sentence_is_not_cut_but_left_out(self, program: Program) -> None:
        """Nobody's words are broken off in the middle."""
        assert quotes(program, run("what-opened-up", 2, opened="a" * LONGEST_QUOTE)) != {None}
        assert quotes(program, run("what-opened-up", 2, opened="a" * (LONGEST_QUOTE + 1))) == {None}

    def test_where_a_boundary_holds_only_what_is_harmless_is_quoted(self, program: Program) -> None:
        """No signature, no plan, no place; a strength and what helped."""
        runs = (
            run("contact-rule", 0, length="30", signature="I leave them in peace."),
            run("live-forward", 8, change="Swim on Thursdays at the lake."),
            run("what-opened-up", 9, strength="I can be alone."),
            run("first-week", 9, learnt="Walking."),
        )
        words = {own.words for own in quotes(program, *runs, held=True) if own}
        assert words == {"I can be alone.", "Walking."}

    @pytest.mark.parametrize(
        ("step", "item"),
        [
            ("letter", "letter"),
            ("the-whole-story", "reasons"),
            ("your-story", "name"),
            ("the-whole-story", "wish"),
            ("urge", "unsent"),
            ("check-in", "line"),
            ("they-wrote", "says"),
            ("apology", "did"),
            ("one-invitation", "draft"),
            ("their-side", "asked-for"),
            ("not-allowed", "keep"),
        ],
    )
    def test_letters_safety_and_the_other_person_are_never_quoted(self, program: Program, step: str, item: str) -> None:
        """What might be seen in passing is about oneself."""
        told = changed(run(step, 2), answers={item: "Secret words."})
        assert item in {one.id for one in program.step(step).items}
        assert quotes(program, told) == {None}

    def test_words_about_dying_are_never_quoted(self, program: Program) -> None:
        """They are met on the page of their step, not in passing."""
        assert quotes(program, run("what-opened-up", 2, opened="I want to die.")) == {None}
        assert quotes(program, run("what-opened-up", 2, opened="Quiet. I want to die.")) == {None}

    def test_instead_of_grave_words_the_next_are_quoted(self, program: Program) -> None:
        """On their day, and no day is without a sentence because of them."""
        told = run("what-opened-up", 2, opened="Evenings. I want to die.", strength="I can be alone.")
        words = {own.words for own in quotes(program, told) if own}
        assert words == {"I can be alone."}
        assert None not in quotes(program, told)

    def test_only_what_is_shown_is_looked_at_for_grave_words(
        self, program: Program, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The page is for every day, and must come at once."""
        looked_at: list[str] = []
        monkeypatch.setattr(Program, "concern_in", lambda _, text: looked_at.append(text))
        told = run("what-opened-up", 2, opened="Evenings.", strength="I can be alone.")
        own = seen(program, told).own
        assert own is not None
        assert looked_at == [own.words]

    def test_what_is_skipped_or_blank_is_not_quoted(self, program: Program) -> None:
        """A skipped answer is none, and a file may hold blanks."""
        assert quotes(program, run("what-opened-up", 2, opened=None, strength="  \n ")) == {None}

    def test_control_characters_are_shown_and_not_sent(self, program: Program) -> None:
        """What was typed cannot set a colour or turn a line around."""
        (own,) = quotes(program, run("what-opened-up", 2, opened="\x1b[31mred \u202eback"))
        assert own is not None
        assert "\x1b" not in own.words
        assert "\\u202e" in own.words
