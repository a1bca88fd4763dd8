"""What is said of the days kept: in a line of figures, and in a sentence."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec import structs
from support.told import checked, journey, run

from exback.insights.chart import Bars
from exback.insights.days_so_far import figures, milestone_sentence
from exback.insights.stretches import SHOWN, kept_sentence, stretches
from exback.model.boundaries import AFRAID_OF_THEM, ASKED_TO_STOP, FOR_THEIR_SAKE
from exback.model.program import Program
from exback.model.run import Run, changed
from exback.model.streak import Streak, streak_of


def counted(program: Program, *happened: tuple[int, str], now: int = 40, every: int = 3) -> Streak:
    """Return the days of a rule of 30 days made on day 0, with contact on some days, and a check-in every few days."""
    runs: list[Run] = [run("contact-rule", 0, 12, length="30")]
    runs += [run("contact", day, kind=kind) for day, kind in happened]
    runs += [checked(day) for day in range(every, now, every)]
    found = streak_of(program.streak, journey(program, *sorted(runs, key=lambda one: one.started), now=now))
    assert found is not None
    return found


def said(found: Streak, *held: str) -> str:
    """Return everything that is said."""
    return f"{' '.join(figures(found, held))} / {kept_sentence(found, 'slip', held)}"


class TestAfterTheClockWasSetBack:
    """A clock that fell back by weeks and was put right again: too little to say which date was wrong."""

    def test_days_that_no_calendar_gives_are_not_called_kept(self, program: Program) -> None:
        """Nothing is counted, drawn, or said to rest on them."""
        runs = [run("contact-rule", 0, 12, length="30"), checked(-20), checked(9)]
        numbered = [
            changed(one, start_number=2 * place + 1, finish_number=2 * place + 2) for place, one in enumerate(runs)
        ]
        found = streak_of(program.streak, journey(program, *numbered, now=9))
        assert found is not None
        assert found.day == 29
        assert said(found) == (
            "This computer's clock was set back, so the days can't be counted. / "
            "This computer's clock was set back, so the days can't be counted."
        )
        shown = stretches(found, "slip", date(2026, 3, 11))
        assert shown.drawing is None
        assert not shown.rests_on
        assert milestone_sentence(structs.replace(found, day=14)) == ""

    def test_a_clock_that_was_set_back_by_a_day_leaves_them_counted(self, program: Program) -> None:
        """A journey west, or an hour in autumn, takes nothing from what is known."""
        runs = [run("contact-rule", 0, 12, length="30"), checked(4), checked(8), checked(7)]
        numbered = [
            changed(one, start_number=2 * place + 1, finish_number=2 * place + 2) for place, one in enumerate(runs)
        ]
        found = streak_of(program.streak, journey(program, *numbered, now=7))
        assert found is not None
        assert found.day == 8
        assert said(found) == " / You've kept all eight days."


class TestApart:
    """How far apart slips lie."""

    @pytest.mark.parametrize(
        ("slips", "words"),
        [
            ((5,), ""),
            ((5, 5), ""),
            ((5, 6), "Your two slips were one day apart."),
            ((5, 15), "Your two slips were ten days apart."),
            ((5, 5, 15), ""),
            ((5, 15, 20), ""),
            ((5, 15, 20, 27), "Your slips were 7.3 days apart on average."),
            ((5, 6, 7, 8), "Your slips were 1 day apart on average."),
        ],
    )
    def test_an_average_takes_three_gaps(self, program: Program, slips: tuple[int, ...], words: str) -> None:
        """Of two slips the distance itself is said; of less than four no average."""
        told = said(counted(program, *((day, "i-wrote") for day in slips)))
        assert told.count("apart") == (1 if words else 0)
        assert told.count(words) == (1 if words else len(told) + 1)

    @pytest.mark.parametrize(
        ("now", "words"),
        [
            (1, "No days kept yet. Your two slips, one of them today, were one day apart."),
            (2, "No days kept yet. Your two slips were one day apart."),
        ],
    )
    def test_a_slip_of_today_is_told_apart(self, program: Program, now: int, words: str) -> None:
        """Today isn't one of the days that the other sentences count."""
        found = counted(program, (0, "i-wrote"), (1, "i-wrote"), now=now)
        assert said(found).endswith(words)


class TestDrawn:
    """The stretches as bars."""

    @pytest.mark.parametrize(("slips", "title"), [(11, ""), (12, "The latest 12")])
    def test_those_that_are_left_out_are_told_of(self, program: Program, slips: int, title: str) -> None:
        """Twelve slips leave thirteen stretches, of which the first is not drawn."""
        found = counted(program, *((3 * number, "i-wrote") for number in range(1, slips + 1)))
        shown = stretches(found, "slip", date(2026, 4, 11)).drawing
        assert isinstance(shown, Bars)
        assert len(shown.labels) == SHOWN
        assert [row.title for row in shown.rows] == [title]


class TestFigures:
    """The line under the day, which says nothing that the day itself says."""

    @pytest.mark.parametrize(
        ("now", "happened", "words"),
        [
            (12, (), ""),
            (12, ((12, "i-wrote"),), "Your longest stretch is 12 days."),
            (13, ((12, "i-wrote"),), "A new stretch starts today. Your longest stretch is 12 days."),
            (14, ((12, "i-wrote"),), "Your current stretch is one day. Your longest stretch is 12 days."),
            (12, ((10, "i-wrote"),), "Your current stretch is one day. Your longest stretch is ten days."),
            (12, ((10, "they-wrote"),), ""),
            (40, (), ""),
            (40, ((38, "they-wrote"),), "You've kept 40 days in a row."),
            (40, ((38, "i-wrote"),), "Your longest stretch is 38 days."),
            (40, ((5, "i-wrote"),), ""),
        ],
    )
    def test_has_only_what_is_news(
        self, program: Program, now: int, happened: tuple[tuple[int, str], ...], words: str
    ) -> None:
        """Days in a row if they aren't the day of the rule or, after it, those since contact; the longest stretch if it's longer.

        That a new stretch starts is said once: on its first day, the one after a slip.
        """
        assert " ".join(figures(counted(program, *happened, now=now))) == words


class TestHeld:
    """Where a boundary holds."""

    FOUND = (
        (5, "i-wrote"),
        (15, "i-wrote"),
        (15, "logistics"),
        (20, "they-wrote"),
        (25, "i-wrote"),
        (30, "met-my-idea"),
    )

    @pytest.mark.parametrize("boundary", sorted(FOR_THEIR_SAKE))
    def test_where_quiet_is_owed_each_contact_is_one(self, program: Program, boundary: str) -> None:
        """No rule of one's own makes an exception, and no average makes a habit of it."""
        assert said(counted(program, *self.FOUND), boundary) == (
            "You wrote down contact on five days. / It's been 40 days. You wrote down contact on five days."
        )

    @pytest.mark.parametrize(
        ("happened", "now", "words"),
        [
            ((0, 1), 1, "It's been one day. You wrote down contact on two days, one of them today."),
            ((1,), 1, "It's been one day. You wrote down contact today."),
            ((0, 1), 2, "It's been two days. You wrote down contact on two days."),
        ],
    )
    def test_contact_today_is_told_apart_from_the_days_that_have_passed(
        self, program: Program, happened: tuple[int, ...], now: int, words: str
    ) -> None:
        """It can't have been on two of one day."""
        found = counted(program, *((day, "i-wrote") for day in happened), now=now)
        assert said(found, ASKED_TO_STOP.id).endswith(words)

    @pytest.mark.parametrize("boundary", sorted(FOR_THEIR_SAKE))
    @pytest.mark.parametrize("happened", [(), FOUND])
    @pytest.mark.parametrize(("now", "every"), [(0, 3), (1, 3), (40, 3), (299, 100)])
    def test_where_quiet_is_owed_no_day_is_a_merit(
        self, program: Program, boundary: str, happened: tuple[tuple[int, str], ...], now: int, every: int
    ) -> None:
        """None is called kept, none stands in a row, none is drawn, and no rule before this one is held up."""
        runs = [run("contact-rule", day, 12, length="30") for day in (-40, 0)]
        runs += [checked(day) for day in range(-37, 0, 3)]
        runs += [run("contact", day, kind=kind) for day, kind in happened if day < now]
        runs += [checked(day) for day in range(every, now, every)]
        found = streak_of(program.streak, journey(program, *sorted(runs, key=lambda one: one.started), now=now))
        assert found is not None
        shown = stretches(found, "slip", date(2026, 3, 2), [boundary])
        told = f"{said(found, boundary)} {shown.title} {shown.says}"
        assert not [words for words in ("kept", "Kept", "in a row", "longest", "earlier", "rule") if words in told]
        assert shown.drawing is None
        assert found.before == 40

    @pytest.mark.parametrize(
        ("now", "words"),
        [
            (0, " / No contact, from today."),
            (1, "You haven't written down any contact. / It's been one day. You haven't written down any contact."),
            (40, "You haven't written down any contact. / It's been 40 days. You haven't written down any contact."),
        ],
    )
    def test_where_quiet_is_owed_the_days_are_those_of_it(self, program: Program, now: int, words: str) -> None:
        """That nothing was written down is said as it is: nobody knows more."""
        assert all(said(counted(program, now=now), boundary) == words for boundary in FOR_THEIR_SAKE)

    def test_somebody_afraid_is_shown_no_average(self, program: Program) -> None:
        """What has to be settled for children may still be an exception."""
        told = said(counted(program, *self.FOUND), AFRAID_OF_THEM.id)
        assert "This doesn't count one exception." in told
        assert "apart" not in told
        assert "wrote down" not in told

    def test_without_a_boundary_both_are_said(self, program: Program) -> None:
        """Slips on days 5, 15, 25 and 30."""
        told = said(counted(program, *self.FOUND))
        assert "This doesn't count one exception." in told
        assert told.count("Your slips were 8.3 days apart on average.") == 1

    @pytest.mark.parametrize("held", [(), (AFRAID_OF_THEM.id,)])
    def test_without_contact_nothing_is_said_of_it(self, program: Program, held: tuple[str, ...]) -> None:
        """Nobody is counted a nought whose days are their own."""
        assert said(counted(program), *held) == " / You've kept all 40 days."


class TestAbsence:
    """Where there are days that no one has answered for."""

    def test_the_first_four_days_count(self, program: Program) -> None:
        """Whoever writes every fifth day is never away; of six days between two entries, one isn't counted."""
        assert said(counted(program, every=5)) == " / You've kept all 40 days."
        assert said(counted(program, now=13, every=6)) == (
            "Your current stretch is one day. Your longest stretch is five days. "
            "Not counted as kept: two of the ten days you were away. / "
            "You've kept 11 of 13 days, five in a row at most. Not counted as kept: two of the ten days you were away."
        )

    def test_while_they_are_away_no_new_stretch_begins(self, program: Program) -> None:
        """Nothing is said of today, because nothing is known of yesterday."""
        assert said(counted(program, now=20, every=100)) == (
            "Your longest stretch is five days. Not counted as kept: 15 of the 19 days you were away. / "
            "You've kept five of 20 days, five in a row at most. Not counted as kept: 15 of the 19 days you were away."
        )

    def test_a_slip_that_was_written_down_is_one(self, program: Program) -> None:
        """And it ends the stretch before it, as ever."""
        found = counted(program, (3, "i-wrote"), now=20, every=100)
        assert (found.total, found.unknown, found.breaks) == (7, 12, 1)

    @pytest.mark.parametrize("answer", ["yes", "rather-not"])
    def test_an_answer_that_is_no_no_leaves_all_of_them_out(self, program: Program, answer: str) -> None:
        """Rule of 1 May, check-ins to 7 May, back on 20 May: all 12 days from 8 May on were asked about, and none is known."""
        runs = [run("contact-rule", 0, 12, length="30"), *(checked(day) for day in range(1, 7))]
        back = run("coming-back", 19, contact=answer)
        told = run("contact", 19, 22, kind="i-wrote", earlier_day="2026-03-11")
        found = streak_of(program.streak, journey(program, *runs, back, now=19))
        assert found is not None
        assert kept_sentence(found, "slip") == (
            "You've kept seven of 19 days, seven in a row at most. Not counted as kept: the 12 days you were away."
        )
        found = streak_of(program.streak, journey(program, *runs, back, told, now=19))
        assert found is not None
        assert kept_sentence(found, "slip") == (
            "You've kept seven of 19 days, seven in a row at most. Not counted as kept: 11 of the 12 days you were away."
        )
        assert (found.day, found.total, found.unknown, found.breaks) == (19, 7, 11, 1)

    @pytest.mark.parametrize(("last", "now", "away"), [(6, 13, "six days"), (0, 29, "28 days")])
    def test_how_long_they_were_away_is_all_of_it(self, program: Program, last: int, now: int, away: str) -> None:
        """Also the first four days. Today isn't over, so it isn't one of them."""
        runs = [run("contact-rule", 0, 12, length="30"), *(checked(day) for day in range(1, last + 1))]
        found = streak_of(program.streak, journey(program, *runs, now=now))
        assert found is not None
        assert figures(found, FOR_THEIR_SAKE)[-1].endswith(f" of the {away} you were away.")
        assert figures(found)[-1].endswith(f" of the {away} you were away.")

    def test_where_quiet_is_owed_the_days_are_told_too(self, program: Program) -> None:
        """That nothing was written down then says little."""
        for boundary in FOR_THEIR_SAKE:
            assert said(counted(program, now=20, every=100), boundary) == (
                "You haven't written down any contact. exback doesn't know about 15 of the 19 days you were away. / "
                "It's been 20 days. You haven't written down any contact. exback doesn't know about 15 of the 19 days you were away."
            )


class TestRenewed:
    """When a new rule has taken the place of an earlier one."""

    def renewed(self, program: Program, *slips: int, again: tuple[int, ...] = (30,), now: int) -> Streak:
        """Return the days of the last of several rules of 30 days, with slips and a check-in every other day."""
        runs = [run("contact-rule", day, 12, length="30") for day in (0, *again)]
        runs += [run("contact", day, kind="i-wrote") for day in slips]
        runs += [checked(day) for day in range(1, now, 2)]
        found = streak_of(program.streak, journey(program, *sorted(runs, key=lambda one: one.started), now=now))
        assert found is not None
        return found

    def test_what_was_kept_before_stands_beside_it(self, program: Program) -> None:
        """A slip on day 10, a rule on day 30, slips on its days 5 and 15: 29 days before, 18 of 20 now, 24 in a row at most."""
        assert said(self.renewed(program, 10, 35, 45, now=50)) == (
            "You've kept four days in a row. Your longest stretch is 24 days. / "
            "You've kept 18 of 20 days under this rule. You kept 29 days under an earlier rule. "
            "Your longest stretch is 24 days. Your two slips under this rule were ten days apart."
        )

    def test_a_stretch_runs_from_one_rule_into_the_next(self, program: Program) -> None:
        """Thirty days under the first and three under the second are 33 in a row."""
        told = kept_sentence(self.renewed(program, 33, now=39), "slip")
        assert told == (
            "You've kept eight of nine days under this rule. You kept 30 days under an earlier rule. "
            "Your longest stretch is 33 days."
        )

    def test_on_its_first_day(self, program: Program) -> None:
        """The new one begins, and nothing is gone."""
        assert said(self.renewed(program, 10, now=30)) == (
            "You've kept 19 days in a row. / Your rule starts today. You kept 29 days under an earlier rule. "
            "Your longest stretch is 19 days, and it's still going."
        )

    def test_without_a_slip_nothing_is_said_twice(self, program: Program) -> None:
        """All days are the ones in a row."""
        found = self.renewed(program, again=(30, 40), now=50)
        assert said(found) == (
            "You've kept 50 days in a row. / You've kept all ten days under this rule. "
            "You kept 40 days under earlier rules. Your longest stretch is 50 days, and it's still going."
        )
        assert stretches(found, "slip", date(2026, 4, 21)).rests_on == "This is based on 50 days under three rules."

    def test_away_too(self, program: Program) -> None:
        """Months without a word take nothing away of what was shown before."""
        runs = [run("contact-rule", day, 12, length="30") for day in (0, 30)]
        found = streak_of(program.streak, journey(program, *runs, now=200))
        assert found is not None
        assert said(found).startswith(
            "Your longest stretch is five days. Not counted as kept: 165 of the 169 days you were away. /"
        )
