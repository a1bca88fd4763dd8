"""People to call: found by the locale or by name, whole, and readable anywhere."""

from __future__ import annotations

import re

import pytest

from exback.crisis import ANYWHERE, COUNTRIES, Line, country_of, page

EVERY = sorted(COUNTRIES)


def lines_of(code: str) -> tuple[Line, ...]:
    """All lines of a country."""
    country = COUNTRIES[code]
    return (*country.talk, *country.afraid, *country.own_behaviour)


class TestCountry:
    """Where somebody is."""

    @pytest.mark.parametrize(
        ("locale", "code"),
        [
            ("de_DE.UTF-8", "DE"),
            ("de_AT", "AT"),
            ("en_GB.utf8", "GB"),
            ("ca_ES@valencia", "ES"),
            ("en_US.UTF-8@x", "US"),
            ("C", None),
            ("C.UTF-8", None),
            ("POSIX", None),
            ("en", None),
            ("pl_PL.UTF-8", None),
            ("", None),
        ],
    )
    def test_is_read_from_the_locale(self, locale: str, code: str | None) -> None:
        """The country part of the locale counts, the language does not; an unlisted one is none."""
        assert country_of({"LANG": locale}) == code

    def test_nothing_said_is_no_country(self) -> None:
        """Without any locale nothing is guessed."""
        assert country_of({}) is None

    def test_the_weightier_variable_goes_first(self) -> None:
        """LC_ALL goes before LC_MESSAGES, and that before LANG; one that is empty counts for nothing."""
        everything = {"LC_ALL": "en_IE.UTF-8", "LC_MESSAGES": "fr_FR", "LANG": "de_DE"}
        assert country_of(everything) == "IE"
        assert country_of({**everything, "LC_ALL": ""}) == "FR"
        assert country_of({"LANG": "de_DE"}) == "DE"


class TestPage:
    """The page itself."""

    @pytest.mark.parametrize("code", EVERY)
    def test_begins_with_the_number_for_danger(self, code: str) -> None:
        """Whoever is in danger reads the number to call in the first line."""
        assert COUNTRIES[code].emergency in page(code).split("\n")[0]

    @pytest.mark.parametrize("code", EVERY)
    def test_has_every_line_of_the_country(self, code: str) -> None:
        """The country is named, and each number stands with who answers, when, and where it was found."""
        text = page(code)
        assert f"\n{COUNTRIES[code].name}\n" in text
        for line in lines_of(code):
            number = text.index(f"\n  {line.number}\n")
            beside = text[number : number + 200]
            assert all(told in beside for told in (line.what, line.hours, line.source))

    @pytest.mark.parametrize("code", EVERY)
    def test_has_no_line_of_another_country(self, code: str) -> None:
        """Nobody is sent to a number that does not work where they are."""
        names = [country.name for other, country in COUNTRIES.items() if other != code]
        assert not any(f"\n{name}\n" in page(code) for name in names)

    def test_all_countries_are_on_the_page_for_all(self) -> None:
        """With no country named, every country is there with its own number for danger and its lines."""
        text = page(None)
        for code in EVERY:
            assert COUNTRIES[code].name in text
            assert COUNTRIES[code].emergency in text
            assert all(line.number in text and line.source in text for line in lines_of(code))

    @pytest.mark.parametrize("code", [None, *EVERY])
    def test_ends_with_a_way_for_any_country(self, code: str | None) -> None:
        """The last line helps where no number is listed."""
        text = page(code)
        assert text.endswith("\n")
        assert ANYWHERE in text.rstrip("\n").split("\n")[-1]

    @pytest.mark.parametrize("code", [None, *EVERY])
    def test_says_that_nobody_is_watching(self, code: str | None) -> None:
        """Nobody should wait for this program to send help."""
        assert "Nobody is watching this program" in page(code)

    @pytest.mark.parametrize("code", EVERY)
    def test_names_the_way_to_other_countries(self, code: str) -> None:
        """Somebody abroad, or with a foreign locale, finds the rest."""
        assert "exback crisis --country all" in page(code)

    @pytest.mark.parametrize("code", [None, *EVERY])
    def test_is_plain_text(self, code: str | None) -> None:
        """It is readable in any terminal, without colours, tabs or anything else but lines."""
        assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", page(code)) is None

    def test_lines_for_the_afraid_are_told_apart(self) -> None:
        """They come after the others, under a head of their own, and so do those about one's own behaviour."""
        text = page("GB")
        parts = (
            "116 123",
            "If you are afraid",
            "0808 2000 247",
            "If you are worried about what you do",
            "0808 802 4040",
        )
        places = [text.index(part) for part in parts]
        assert places == sorted(places)

    def test_a_head_stands_only_over_lines(self) -> None:
        """Where no such line is known, none is announced."""
        assert "If you are afraid" not in page("AT")
        assert "worried about what you do" not in page("DE")


class TestRows:
    """The data."""

    @pytest.mark.parametrize("code", EVERY)
    def test_are_complete(self, code: str) -> None:
        """Every country has a number for danger and somebody to talk to; every line says all there is to say."""
        assert re.fullmatch("[A-Z]{2}", code)
        assert re.search(r"\d{3}", COUNTRIES[code].emergency)
        assert COUNTRIES[code].talk
        for line in lines_of(code):
            assert sum(letter.isdigit() for letter in line.number) >= 3
            assert line.what
            assert line.hours
            assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", line.source)
