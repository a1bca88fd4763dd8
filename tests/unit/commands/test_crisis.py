"""People to call: found by the locale or by name, whole, and readable anywhere."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date, timedelta

import pytest
import release_check

from exback import cli, console
from exback.commands.countries import EVERY
from exback.commands.crisis import ANYWHERE, checked, page, page_now
from exback.commands.helplines import AFRAID as FOR_AFRAID
from exback.commands.helplines import COUNTRIES, EVERYONE, OWN_BEHAVIOUR, TALK, WITNESSES, Country, Line
from exback.commands.helplines import WORRIED as WORRIED_PEOPLE

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
AFRAID = "If you're afraid"
WORRIED = "If you're worried about what you do"
CODES = sorted(COUNTRIES)
PAGES = [None, EVERY, *CODES]


def of_country(code: str, lines: tuple[Line, ...]) -> list[Line]:
    """The lines of a country among some lines."""
    return [line for line in lines if line.country == code]


def lines_of(code: str) -> list[Line]:
    """All lines of a country."""
    return of_country(code, (*TALK, *FOR_AFRAID, *OWN_BEHAVIOUR))


def in_words(row: Country | Line) -> str:
    """When a row was last checked, as the page has it."""
    year, *others = checked(row).split("-")
    return f"{MONTHS[int(others[0]) - 1]} {year}" if others else year


def unfolded(code: str | None) -> str:
    """The page on one line, so that what was folded to its width can be looked for."""
    return " ".join(page(code).split())


class TestPage:
    """The page itself."""

    @pytest.mark.parametrize("code", CODES)
    def test_begins_with_the_number_for_danger(self, code: str) -> None:
        """Whoever is in danger reads the number to call in the first line."""
        assert page(code).split("\n")[0].endswith(f"in danger now: {COUNTRIES[code].number}")

    @pytest.mark.parametrize("code", [None, EVERY])
    def test_without_a_country_begins_with_numbers_that_are_in_the_data(self, code: str | None) -> None:
        """With no country named, the first line has the numbers for danger that help most, and leads to the others."""
        first, second = page(code).split("\n")[:2]
        numbers = re.findall(r"\d+", first)
        known = {number for country in COUNTRIES.values() for number in re.findall(r"\d+", country.number)}
        assert numbers == ["112", "911", "999"]
        assert set(numbers) <= known
        assert "your country's number" in second

    @pytest.mark.parametrize("code", CODES)
    def test_has_every_line_of_the_country(self, code: str) -> None:
        """The country is named, and each number has who answers, when, how to write instead, and where it was found."""
        assert f"\n{COUNTRIES[code].name}, checked {in_words(COUNTRIES[code])}\n" in page(code)
        text = unfolded(code)
        for line in lines_of(code):
            parts = [line.number, line.what, line.hours, *line.text.split(", "), line.source]
            assert re.search(".{0,45}?".join(re.escape(part) for part in parts if part), text)

    @pytest.mark.parametrize("code", CODES)
    def test_says_for_whom_a_line_is(self, code: str) -> None:
        """Only what the head of its group says already is left out: that anyone may call, or someone who is worried."""
        understood_by_group = ((TALK, EVERYONE), (FOR_AFRAID, EVERYONE), (OWN_BEHAVIOUR, WORRIED_PEOPLE))
        for group, understood in understood_by_group:
            for line in of_country(code, group):
                is_said = re.search(rf"{re.escape(line.number)} for {re.escape(line.who)}\b", unfolded(code))
                assert bool(is_said) == (line.who != understood)

    @pytest.mark.parametrize("code", CODES)
    def test_says_in_words_when_a_row_was_checked(self, code: str) -> None:
        """The number for danger and the country have a month and a year; so has each row that was checked at another time."""
        country = in_words(COUNTRIES[code])
        dates = re.findall(r"(?:checked|not confirmed since) ((?:[A-Z][a-z]+ )?\d{4})\b", unfolded(code))
        others = [in_words(line) for line in lines_of(code) if in_words(line) != country]
        assert dates == [country, country, *others]

    def test_a_row_that_no_one_could_confirm_says_so(self) -> None:
        """It's better than none, and whoever calls it knows what to expect."""
        row = "0808 802 0300 for people being stalked hours: see site, suzylamplugh.org not confirmed since 2024"
        assert row in unfolded("GB")

    @pytest.mark.parametrize("code", PAGES)
    def test_fits_forty_columns(self, code: str | None) -> None:
        """No line is wider, so that no terminal breaks a number in two."""
        assert max(len(line) for line in page(code).split("\n")) <= 40

    @pytest.mark.parametrize("code", PAGES)
    def test_names_a_plan_of_one_s_own(self, code: str | None) -> None:
        """In one sentence on every page: the page can't know whether there is one, because it opens no file."""
        assert unfolded(code).count("Your own plan, if you made one: exback plan") == 1

    @pytest.mark.parametrize("code", PAGES)
    def test_says_the_number_for_danger_once_more_at_its_end(self, code: str | None) -> None:
        """Where the first lines have scrolled away, it still stands on the screen."""
        first, before_last = page(code).split("\n")[0], page(code).split("\n")[-3]
        assert before_last == "In danger now: " + first.removeprefix("If you're in danger now: ")

    @pytest.mark.parametrize("code", CODES)
    def test_keeps_somebody_to_talk_to_on_a_screen_of_24_rows(self, code: str) -> None:
        """The shell's next line takes one of them."""
        assert of_country(code, TALK)[0].number in "\n".join(page(code).split("\n")[-24:])

    @pytest.mark.parametrize("code", ["GB", "US"])
    def test_keeps_the_lines_of_the_afraid_on_a_screen_of_24_rows(self, code: str) -> None:
        """Also where a country has many."""
        shown = "\n".join(page(code).split("\n")[-24:])
        assert all(f"  {line.number}" in shown for line in of_country(code, FOR_AFRAID))

    def test_without_a_country_fits_the_screen(self) -> None:
        """Whoever did not say where they are reads how to say it, and does not lose the numbers among all others."""
        text = page(None)
        assert text.count("\n") < 24
        assert "exback crisis --country all" in text
        assert re.search(r"^  exback crisis --country ([A-Z]{2})$", text, re.MULTILINE)[1] in COUNTRIES  # type: ignore[index]
        assert set(CODES) <= set(text.split())
        assert all(country.name not in text for country in COUNTRIES.values())

    @pytest.mark.parametrize("code", CODES)
    def test_has_no_line_of_another_country(self, code: str) -> None:
        """Nobody is sent to a number that does not work where they are."""
        names = [country.name for other, country in COUNTRIES.items() if other != code]
        assert not any(f"\n{name}, checked" in page(code) for name in names)

    def test_all_countries_are_on_the_page_for_all(self) -> None:
        """Every country is there with its own number for danger and its lines."""
        text = page(EVERY)
        for code in CODES:
            assert f"\n{COUNTRIES[code].name}, in danger now:\n  {COUNTRIES[code].number}\n" in text
            assert all(f"\n  {line.number}" in text and line.source in text for line in lines_of(code))

    @pytest.mark.parametrize("code", PAGES)
    def test_ends_with_a_way_for_any_country(self, code: str | None) -> None:
        """The last line helps where no number is listed."""
        assert page(code).split("\n")[-2:] == [f"Any country: {ANYWHERE}", ""]

    @pytest.mark.parametrize("code", PAGES)
    def test_says_that_nobody_is_watching(self, code: str | None) -> None:
        """Nobody should wait for this program to send help."""
        assert "\nNo one at exback is watching, so help\nwon't come by itself. Please call.\n" in page(code)

    @pytest.mark.parametrize("code", CODES)
    def test_names_the_way_to_other_countries(self, code: str) -> None:
        """Somebody abroad, or with a foreign locale, finds the rest."""
        assert "exback crisis --country all" in page(code)

    @pytest.mark.parametrize("code", PAGES)
    def test_is_plain_text(self, code: str | None) -> None:
        """It is readable in any terminal, without colours, tabs or anything else but lines."""
        assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", page(code)) is None

    def test_lines_for_the_afraid_are_told_apart(self) -> None:
        """They come after the others, under a head of their own, and so do those about one's own behaviour."""
        text = page("GB")
        places = [text.index(part) for part in ("116 123", AFRAID, "0808 2000 247", WORRIED, "0808 802 4040")]
        assert places == sorted(places)

    @pytest.mark.parametrize("code", CODES)
    def test_leaves_no_group_out_silently(self, code: str) -> None:
        """Where no line is known for the afraid or the worried, the page says so and where to look instead."""
        _, of_the_afraid = page(code).split(AFRAID)
        afraid, worried = of_the_afraid.split(WORRIED)
        assert (f"\n  None listed. Try {ANYWHERE}\n" in afraid) == (not of_country(code, FOR_AFRAID))
        assert ("\n  None listed. Ask a doctor.\n" in worried) == (not of_country(code, OWN_BEHAVIOUR))

    def test_names_a_way_for_whom_the_lines_are_not(self) -> None:
        """Where the lines for people who are afraid are for women only, no one else is left without one."""
        other = f"Not for you? Try {ANYWHERE}"
        assert other in page("AT")
        assert other not in page("US")
        assert other not in page("NL")

    def test_is_there_at_once(self) -> None:
        """The page needs no part of exback but its data, and nothing that takes long to load."""
        code = "import sys; had = set(sys.modules); from exback.commands import crisis; print(*{*sys.modules} - had)"
        loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
        assert {name for name in loaded if "exback" in name} <= {
            "exback",
            "exback.commands",
            "exback.commands.countries",
            "exback.commands.crisis",
            "exback.commands.helplines",
        }
        assert not {"msgspec", "datetime", "textwrap", "json", "pathlib"} & set(loaded)


class TestGuess:
    """The page for someone who named no country."""

    def test_is_called_a_guess(self) -> None:
        """With how to set the country for good; and a country that was named is no guess."""
        guess = page_now({"TZ": "Europe/Berlin"})
        assert (
            "\nGuessed from your computer. To set it:\nEXBACK_COUNTRY=GB (or your country)\nGermany, checked" in guess
        )
        assert "Guessed" not in page("DE")

    def test_gives_way_to_what_was_set(self) -> None:
        """EXBACK_COUNTRY goes before any guess, in any spelling."""
        assert page_now({"TZ": "Europe/Berlin", "EXBACK_COUNTRY": "scotland"}) == page("GB")

    @pytest.mark.parametrize("setting", ["Atlantis", "?"])
    def test_is_not_made_where_another_country_was_set(self, setting: str) -> None:
        """Whoever set a country that isn't listed isn't shown the numbers of another."""
        assert page_now({"TZ": "Europe/Berlin", "EXBACK_COUNTRY": setting}) == page(None)

    def test_fits_with_it(self) -> None:
        """Its two lines fit on the page too."""
        assert max(len(line) for line in page_now({"TZ": "Europe/London"}).split("\n")) <= 40


class TestRows:
    """The data."""

    @pytest.mark.parametrize("code", CODES)
    def test_are_complete(self, code: str) -> None:
        """Every country has a number for danger and somebody to talk to; every line says all there is to say."""
        assert re.fullmatch("[A-Z]{2}", code)
        assert re.search(r"\d{3}", COUNTRIES[code].number)
        assert of_country(code, TALK)
        for line in lines_of(code):
            assert sum(letter.isdigit() for letter in line.number) >= 3
            assert line.who
            assert line.hours

    @pytest.mark.parametrize("code", CODES)
    def test_say_where_and_when_they_were_found(self, code: str) -> None:
        """Every row, the number for danger too, has the operator's site, and witnesses that read it on a day."""
        for row in release_check.rows_of(code):
            assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", row.source)
            assert set(row.witnesses) <= WITNESSES.keys()
            assert re.fullmatch(r"20\d\d(-\d\d-\d\d)?", checked(row))

    def test_every_witness_is_heard(self) -> None:
        """A witness that no row names has been forgotten there, or here."""
        named = "".join(row.witnesses for code in CODES for row in release_check.rows_of(code))
        assert set(named) == WITNESSES.keys()

    @pytest.mark.parametrize("code", CODES)
    def test_old_ones_come_last(self, code: str) -> None:
        """What no one could confirm lately comes after the others of its group, and is never the one to talk to."""
        for group in (TALK, FOR_AFRAID, OWN_BEHAVIOUR):
            old = [line.is_old for line in of_country(code, group)]
            assert old == sorted(old)
        assert not of_country(code, TALK)[0].is_old

    @pytest.mark.parametrize("code", CODES)
    def test_name_both_services_where_there_are_two(self, code: str) -> None:
        """Two numbers for danger that are not the same are told apart by what answers."""
        country = COUNTRIES[code]
        explained = set(re.findall(r"\d+", country.note))
        assert not explained or set(re.findall(r"\d+", country.number)) <= explained


class TestReleaseCheck:
    """Whether every row was looked up lately, asked before a release."""

    swiss = date.fromisoformat(checked(of_country("CH", TALK)[0]))

    def test_a_row_of_120_days_passes(self) -> None:
        """Four months are allowed, to the day."""
        assert not any(row.startswith("CH") for row in release_check.overdue(self.swiss + timedelta(days=120)))

    def test_a_row_of_121_days_is_listed(self) -> None:
        """A day more, and the row is named with its country, number, site, date and age."""
        late = release_check.overdue(self.swiss + timedelta(days=121))
        assert f"CH  143  143.ch  checked {self.swiss}, 121 days ago" in late

    def test_the_numbers_for_danger_are_counted_too(self) -> None:
        """They are rows like the others."""
        late = release_check.overdue(self.swiss + timedelta(days=121))
        assert any(row.startswith("CH  112, 144 or 117  ch.ch") for row in late)

    def test_long_after_every_row_is_listed(self) -> None:
        """None is forgotten, but those that are marked as old already."""
        rows = sum(1 + sum(not line.is_old for line in lines_of(code)) for code in CODES)
        assert len(release_check.overdue(date(2126, 1, 1))) == rows

    @pytest.mark.parametrize(("late", "code", "said"), [((), 0, "every row"), (("CH  143",), 1, "CH  143")])
    def test_ends_with_a_code_for_make(
        self,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        late: tuple[str, ...],
        code: int,
        said: str,
    ) -> None:
        """It is 0 with one line when nothing is too old, else 1 with every row that is."""
        monkeypatch.setattr(release_check, "overdue", lambda _today: list(late))
        assert release_check.main() == code
        out = capsys.readouterr().out
        assert out.startswith(said)
        assert out.count("\n") == len(late) + 1


def test_a_narrow_window_keeps_the_next_command_in_one_piece(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its lines are broken between words there, and what can be typed next is a line of its own if need be."""
    for columns in range(20, 41):
        monkeypatch.setattr(console, "columns_of", lambda _, columns=columns: columns)
        assert cli.run(["crisis", "--country", "DE"]) == 0
        lines = capsys.readouterr().out.split("\n")
        assert any("exback crisis --country all" in line for line in lines), columns
