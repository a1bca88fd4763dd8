"""A draft is held for 24 hours from its last change, wherever it was made, and says until what day and hour."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support.held import (
    APOLOGY,
    DRAFT,
    INVITATION,
    SORRY,
    THREAT,
    changes,
    deletes,
    due,
    latest,
    may_begin,
    pages,
    reason,
    said,
    wrote,
    wrote_whole_apology,
)
from support.person import Person

from exback.engine.view import Answer, GoTo, Leave
from exback.model.items import OptionsQuestion
from exback.model.run import changed


def options(person: Person, item: str) -> set[str]:
    """The options of a page of the last step."""
    view = next(view for view in person.views if view.item.id == item)
    assert isinstance(view.item, OptionsQuestion)
    return {option.id for option in view.options}


class TestUntilWhen:
    """When it's free, and what is said until then."""

    def test_it_is_held_for_24_hours_and_says_until_when(self, person: Person) -> None:
        """Written on Monday at 10:00 and a minute, it's free on Tuesday at 10:01."""
        wrote(person)
        person.clock.forward(minutes=5)
        assert reason(person, INVITATION) == "Held until Tuesday 3 March at 10:01."
        assert INVITATION not in due(person)
        assert not may_begin(person, INVITATION)
        person.clock.forward(hours=23)
        assert reason(person, INVITATION) == "Held until today at 10:01."
        person.clock.forward(minutes=57)
        assert may_begin(person, INVITATION)
        assert INVITATION in due(person)

    def test_opening_it_while_it_is_held_shows_the_draft_and_until_when(self, person: Person) -> None:
        """There is no page in between with nothing on it: the words can be changed there, and the end says the hour."""
        wrote(person)
        person.clock.forward(hours=2)
        person.answers(INVITATION, {})
        assert pages(person) == ["review", "closing"]
        assert DRAFT in str(person.views[0].options)
        assert "It's held until Tuesday 3 March at 10:01" in said(person.views)

    @pytest.mark.parametrize(("written", "free"), [(21, "Wednesday 4 March at 08:00"), (5, "Tuesday 3 March at 08:00")])
    def test_it_is_free_by_day_only(self, person: Person, written: int, free: str) -> None:
        """What was written in the evening or early in the morning is free the next morning at eight."""
        person.clock.now = person.clock.now.replace(hour=written)
        wrote(person)
        person.clock.forward(minutes=5)
        assert reason(person, INVITATION) == f"Held until {free}."

    def test_daylight_is_spoken_of_at_night_only(self, person: Person) -> None:
        """When it's free and it's night, the step waits for the morning; before that, nothing is said of it."""
        wrote(person)
        person.clock.forward(hours=11)
        assert "night" not in reason(person, INVITATION)
        person.clock.forward(days=1)
        assert reason(person, INVITATION) == (
            "It's night. You can read it again and decide from Wednesday 4 March at 08:00 on."
        )
        assert INVITATION not in due(person)
        person.clock.forward(hours=11)
        assert may_begin(person, INVITATION)

    def test_at_night_it_says_why_nothing_is_asked(self, person: Person) -> None:
        """Free since 10:01 and opened at 23:00, the page says that it's night, and no page names the hour that has passed."""
        wrote(person)
        person.clock.forward(days=1, hours=13)
        person.answers(INVITATION, {})
        review, closing = person.views
        for page in (review, closing):
            assert "It's night. You can read it again and decide from Wednesday 4 March at 08:00 on." in said([page])
        assert "10:01" not in said(person.views)

    def test_after_midnight_the_morning_is_today(self, person: Person) -> None:
        """At half past two the morning that comes is that of the same date."""
        wrote(person)
        person.clock.forward(days=1, hours=16, minutes=30)
        person.answers(INVITATION, {})
        assert "You can read it again and decide from today at 08:00 on." in said(person.views[:1])
        assert "You can read it again and decide from today at 08:00 on." in said(person.views[-1:])

    def test_opened_from_the_journal_by_day_it_names_no_hour_that_has_passed(self, person: Person) -> None:
        """Two days later the words of the draft's own run say that it can be read again now."""
        wrote(person)
        person.clock.forward(days=2)
        views = changes(person, latest(person, INVITATION), "draft", {"draft": DRAFT})
        assert "It isn't held any more. You can read it again now" in said(views[-1:])
        assert "held until" not in said(views)

    def test_a_run_that_was_left_by_day_says_at_night_that_it_is_night(self, person: Person) -> None:
        """Someone who left “What have you decided about your message?” comes back at night: the morning is named, not this hour."""
        wrote(person)
        person.clock.forward(days=1, hours=1)
        person.answers(INVITATION, {"sent": "no", "review": Leave()})
        person.clock.forward(hours=12)
        person.answers(INVITATION, {})
        assert "You can read yours again from Wednesday 4 March at 08:00 on." in said(person.views[:1])
        assert "Tuesday 3 March at 23" not in said(person.views)

    def test_someone_who_began_by_day_may_finish_in_the_evening(self, person: Person) -> None:
        """Begun at 19:50, “I've sent it” is still taken at 20:10."""
        wrote(person)
        person.clock.now = person.clock.now.replace(hour=19, minute=50) + timedelta(days=1)
        person.answers(INVITATION, {"sent": lambda _view: _later(person, "yes")})
        assert latest(person, INVITATION).answers["sent"] == "yes"
        assert "You asked, once" in said(person.views)


def _later(person: Person, answer: str) -> str:
    person.clock.forward(minutes=20)
    return answer


class TestFromTheLastChange:
    """A change counts wherever it's made."""

    def test_a_draft_changed_in_the_journal_is_held_again(self, person: Person) -> None:
        """The threat of the issue: changed a day later, it shows the linter's page, and is held for another day."""
        wrote(person)
        person.clock.forward(days=1, hours=1)
        assert may_begin(person, INVITATION)
        views = changes(person, latest(person, INVITATION), "draft", {"draft": THREAT})
        assert "linted" in [view.item.id for view in views]
        assert "This can frighten them. Take it out." in said(views)
        assert "If you haven't sent it yet, it's held until Wednesday 4 March at 11:00" in said(views)
        assert "The way it is now, it could frighten them" in said(views)
        person.clock.forward(minutes=2)
        assert not may_begin(person, INVITATION)
        assert reason(person, INVITATION) == "Held until Wednesday 4 March at 11:00."

    def test_words_that_are_being_changed_cannot_be_marked_as_sent(self, person: Person) -> None:
        """Someone who has written it anew and goes back to “What have you decided about your message?” doesn't skip the day."""
        wrote(person)
        person.clock.forward(days=1, hours=1)
        review = (GoTo("sent"), Answer())
        person.answers(
            INVITATION, {"sent": ("rewrite", "rewrite"), "draft": "Tea one day? No is fine.", "review": review}
        )
        asked_again = [view for view in person.views if view.item.id == "sent"][-1]
        assert [option.id for option in asked_again.options] == ["no", "rewrite"]
        assert "You've started to change it" in said([asked_again])
        assert reason(person, INVITATION) == "Held until Wednesday 4 March at 11:00."

    def test_someone_who_changes_it_begins_with_the_words_as_they_are(self, person: Person) -> None:
        """Also after a change in the journal; what they typed since comes before that, and a first draft begins empty."""
        wrote(person)
        person.clock.forward(days=1, hours=1)
        person.answers(INVITATION, {"sent": "rewrite", "draft": "Tea one day? No is fine.", "review": Leave()})
        page = next(view for view in person.views if view.item.id == "draft")
        assert (page.draft, page.value) == (DRAFT, None)
        person.answers(INVITATION, {"review": (GoTo("draft"), True), "draft": "Tea? No is fine."})
        page = [view for view in person.views if view.item.id == "draft"][-1]
        assert (page.draft, page.value) == (None, "Tea one day? No is fine.")

    def test_a_first_draft_begins_empty(self, person: Person) -> None:
        """Also after an earlier one was deleted: there's nothing to begin with."""
        deletes(wrote(person), latest(person, INVITATION), "draft")
        person.answers(INVITATION, {"draft": Leave()})
        assert person.views[-1].draft is None

    def test_an_apology_that_is_changed_begins_with_its_words(self, person: Person) -> None:
        """The same goes for an apology as the whole message."""
        wrote_whole_apology(person)
        person.clock.forward(days=1, hours=1)
        person.answers(APOLOGY, {"sent": "rewrite", "in-one-piece": Leave()})
        assert person.views[-1].draft == SORRY

    def test_the_same_words_again_are_no_change(self, person: Person) -> None:
        """Looking at a draft in the journal and leaving it as it is doesn't hold it again."""
        wrote(person)
        person.clock.forward(days=1, hours=1)
        views = changes(person, latest(person, INVITATION), "draft", {"draft": DRAFT})
        assert "linted" not in [view.item.id for view in views]
        assert may_begin(person, INVITATION)

    def test_a_change_in_the_review_of_the_finished_run_counts(self, person: Person) -> None:
        """While it's held, the words can be changed where they're shown, and the linter reads them again."""
        wrote(person)
        person.clock.forward(hours=20)
        person.answers(INVITATION, {"review": (GoTo("draft"), True), "draft": "Coffee one day? No is fine."})
        assert "linted" in pages(person)
        person.clock.forward(hours=5)
        assert reason(person, INVITATION) == "Held until Wednesday 4 March at 08:00."

    def test_a_run_that_was_left_is_held_again_when_the_draft_was_changed(self, person: Person) -> None:
        """Someone stands on “What have you decided about your message?”, changes it in the journal, and comes back."""
        wrote(person)
        first = latest(person, INVITATION)
        person.clock.forward(days=1, hours=1)
        person.answers(INVITATION, {"sent": Leave()})
        changes(person, first, "draft", {"draft": "Coffee one day? No is fine."})
        person.clock.forward(minutes=2)
        person.answers(INVITATION, {})
        assert pages(person) == ["review", "closing"]
        assert "until Wednesday 4 March at 11:00" in said(person.views)
        assert INVITATION not in due(person)

    def test_sent_and_then_changed_before_the_end_does_not_count(self, person: Person) -> None:
        """“I've sent it” was said of other words, and the run wasn't finished: it's held, and nothing was sent."""
        wrote(person)
        first = latest(person, INVITATION)
        person.clock.forward(days=1, hours=1)
        person.answers(INVITATION, {"sent": "yes", "review": Leave()})
        changes(person, first, "draft", {"draft": THREAT})
        person.clock.forward(minutes=2)
        person.answers(INVITATION, {})
        assert "You asked" not in said(person.views)
        assert "It's held until Wednesday 4 March at 11:00" in said(person.views)
        assert person.state(INVITATION) == "closed"
        assert reason(person, INVITATION) == "Held until Wednesday 4 March at 11:00."

    def test_an_old_run_reads_as_it_was(self, person: Person) -> None:
        """Once it was sent, a change of the draft doesn't turn the old run into one that is held."""
        wrote(person)
        first = latest(person, INVITATION)
        person.clock.forward(days=1, hours=1)
        person.answers(INVITATION, {"sent": "yes"})
        changes(person, first, "draft", {"draft": "Other words."})
        person.clock.forward(minutes=1)
        views = changes(person, latest(person, INVITATION), "sent", {"sent": "yes"})
        assert "It's held" not in said(views)
        assert "You asked, once" in said(views)

    def test_a_deleted_draft_is_written_anew(self, person: Person) -> None:
        """An earlier draft doesn't come back in place of a deleted one, so nothing unread can be sent at once."""
        wrote(person)
        person.clock.forward(days=2)
        person.puts(INVITATION, sent="rewrite", draft="A second one.")
        deletes(person, latest(person, INVITATION), "draft")
        person.clock.forward(days=2)
        person.answers(INVITATION, {"draft": DRAFT})
        assert "sent" not in pages(person)
        assert reason(person, INVITATION).startswith("Held until")

    def test_the_apology_as_the_whole_message_is_held_the_same(self, person: Person) -> None:
        """Its words and the choice to send it are held for a day from the last change."""
        wrote_whole_apology(person)
        person.clock.forward(hours=3)
        assert APOLOGY not in due(person)
        assert reason(person, APOLOGY) == "Held until Tuesday 3 March at 10:01."
        person.clock.forward(days=1)
        assert APOLOGY in due(person)
        changes(person, latest(person, APOLOGY), "in-one-piece", {"in-one-piece": f"{SORRY} I was wrong."})
        person.clock.forward(minutes=1)
        assert APOLOGY not in due(person)
        assert reason(person, APOLOGY) == "Held until Wednesday 4 March at 13:00."


class TestWhatFrightens:
    """A draft that can frighten them can't be marked as sent while it can."""

    def test_sent_is_not_offered_and_the_page_says_why(self, person: Person) -> None:
        """It can be left alone or changed, and the note says what to do."""
        wrote(person, THREAT)
        person.clock.forward(days=1, hours=1)
        person.answers(INVITATION, {"sent": "no"})
        assert options(person, "sent") == {"no", "rewrite"}
        assert "This can frighten them. Take it out." in said(person.views)
        assert "Choose “I'll change it”" in said(person.views)

    def test_once_it_is_taken_out_it_can_be_sent(self, person: Person) -> None:
        """The new words are held for a day of their own, and then “I've sent it” is there."""
        wrote(person, THREAT)
        person.clock.forward(days=1, hours=1)
        person.answers(INVITATION, {"sent": "rewrite", "draft": DRAFT})
        person.clock.forward(days=1, hours=1)
        person.answers(INVITATION, {"sent": "yes"})
        assert options(person, "sent") == {"no", "rewrite", "yes"}

    def test_the_apology_too(self, person: Person) -> None:
        """An apology with a threat in it can't be marked as sent."""
        wrote_whole_apology(person, f"{SORRY} Answer me, or you'll be sorry.")
        person.clock.forward(days=1, hours=1)
        person.answers(APOLOGY, {"sent": "no"})
        assert options(person, "sent") == {"no", "rewrite"}


class TestClock:
    """A change under a wrong clock makes the wait neither shorter than a day nor endless."""

    def test_a_change_under_a_clock_that_was_set_back(self, person: Person) -> None:
        """Dated a week before the draft itself, it's held for two days from the next entry on."""
        wrote(person)
        person.clock.forward(days=1)
        person.clock.forward(days=-7)
        changes(person, latest(person, INVITATION), "draft", {"draft": THREAT})
        person.clock.forward(days=7, hours=1)
        assert not may_begin(person, INVITATION)
        person.puts("check-in", mood=5, longing=5, sleep=5)
        person.clock.forward(days=1, hours=1)
        assert not may_begin(person, INVITATION)
        person.clock.forward(days=1)
        assert may_begin(person, INVITATION)

    def test_a_change_under_a_clock_that_was_ahead(self, person: Person) -> None:
        """Dated a year ahead, it isn't held for a year."""
        wrote(person)
        person.clock.forward(days=366)
        changes(person, latest(person, INVITATION), "draft", {"draft": "Coffee one day? No is fine."})
        person.clock.forward(days=-365)
        assert not may_begin(person, INVITATION)
        person.puts("check-in", mood=5, longing=5, sleep=5)
        person.clock.forward(days=1, hours=1)
        assert not may_begin(person, INVITATION)
        person.clock.forward(days=1)
        assert may_begin(person, INVITATION)

    @pytest.mark.parametrize("ahead", [3, 20])
    def test_a_clock_that_was_ahead_by_days(self, person: Person, ahead: int) -> None:
        """The day it names is counted from what is recorded, so it doesn't move on; an entry brings it nearer, and only once."""
        person.clock.forward(days=ahead)
        wrote(person)
        person.clock.forward(days=-ahead)
        named = set()
        for _ in range(ahead - 1):
            person.clock.forward(days=1)
            named.add(reason(person, INVITATION))
        assert len(named) == 1
        person.clock.forward(days=1, hours=23)
        assert not may_begin(person, INVITATION)
        person.clock.forward(hours=2)
        assert may_begin(person, INVITATION)

    def test_a_clock_that_is_set_back_three_days(self, person: Person) -> None:
        """Until it's right again, the draft is held until a day after it was written, by the clock of that day."""
        wrote(person)
        person.clock.forward(days=-3)
        for _ in range(3):
            assert reason(person, INVITATION) == "Held until Tuesday 3 March at 10:01."
            person.clock.forward(days=1)
        person.clock.forward(hours=23)
        assert not may_begin(person, INVITATION)
        person.clock.forward(hours=2)
        assert may_begin(person, INVITATION)

    @pytest.mark.parametrize("by", [-7, 400])
    def test_where_nothing_says_when_it_was_changed_no_day_is_named(self, person: Person, by: int) -> None:
        """It's held until something is written down, whatever day it is; then the day it names stays the same."""
        wrote(person)
        person.clock.forward(days=1)
        person.clock.forward(days=by)
        changes(person, latest(person, INVITATION), "draft", {"draft": "Tea one day? No is fine."})
        person.clock.forward(days=-by, hours=2)
        for _ in range(5):
            assert reason(person, INVITATION) == "Held until two days after your next entry."
            person.clock.forward(days=1)
        person.answers(INVITATION, {})
        assert "If you haven't sent it yet, it's held until two days after your next entry. From then on" in said(
            person.views
        )
        person.puts("check-in", mood=5, longing=5, sleep=5)
        for _ in range(2):
            assert reason(person, INVITATION).startswith("Held until Tuesday 10 March at 12:0")
            person.clock.forward(hours=20)
        person.clock.forward(hours=9)
        assert may_begin(person, INVITATION)

    def test_a_few_hours_back_on_the_same_day(self, person: Person) -> None:
        """Someone who sets the clock back five hours, changes the draft and sets it right waits a whole day."""
        wrote(person)
        person.clock.forward(days=1, hours=5)
        person.puts("check-in", mood=5, longing=5, sleep=5)
        person.clock.forward(hours=-5)
        changes(person, latest(person, INVITATION), "draft", {"draft": THREAT})
        person.clock.forward(hours=5, days=1, minutes=-10)
        assert not may_begin(person, INVITATION)

    @pytest.mark.parametrize("year", [1, 1970, 9999])
    def test_any_year_at_all(self, person: Person, year: int) -> None:
        """A moment from the beginning or the end of time is read like any other."""
        wrote(person)
        run = latest(person, INVITATION)
        person.store.put(changed(run, finished=person.clock().replace(year=year)))
        person.clock.forward(days=5)
        assert reason(person, INVITATION) or may_begin(person, INVITATION)
        person.clock.now = person.clock.now.replace(year=9999, month=12, day=31, hour=21)
        assert reason(person, INVITATION) or may_begin(person, INVITATION)
