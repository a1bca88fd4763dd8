"""Which country is meant: by its code, by any name that people type, or by the computer's time zone and locale."""

from __future__ import annotations

from pathlib import Path

import pytest

from exback.commands.countries import EVERY, NAMES, ZONES, guessed, named
from exback.commands.helplines import COUNTRIES

NOWHERE = "/nonexistent/localtime"


class TestNamed:
    """What someone typed."""

    @pytest.mark.parametrize("code", sorted(COUNTRIES))
    def test_codes_and_english_names(self, code: str) -> None:
        """In capitals or not, with blanks around them."""
        name = COUNTRIES[code].name
        assert {named(word) for word in (code, code.lower(), name, name.lower(), name.upper(), f" {name} ")} == {code}

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            *(("UK", "GB"), ("U.K.", "GB"), ("England", "GB"), ("Scotland", "GB"), ("wales", "GB")),
            *(("Northern  Ireland", "GB"), ("great britain", "GB"), ("Ireland", "IE"), ("Éire", "IE"), ("eire", "IE")),
            *(("USA", "US"), ("u.s.a.", "US"), ("America", "US"), ("Holland", "NL"), ("Nederland", "NL")),
            *(("Deutschland", "DE"), ("Schweiz", "CH"), ("Suisse", "CH"), ("Österreich", "AT"), ("OSTERREICH", "AT")),
            *(("O\u0308sterreich", "AT"), ("España", "ES"), ("espana", "ES"), ("Brasil", "BR"), ("México", "MX")),
            *(
                ("België", "BE"),
                ("Belgique", "BE"),
                ("Italia", "IT"),
                ("Sverige", "SE"),
                ("norge", "NO"),
                ("Danmark", "DK"),
            ),
            *(("Suomi", "FI"), ("Polska", "PL"), ("Aotearoa", "NZ"), ("日本", "JP"), ("all", EVERY), ("All", EVERY)),
        ],
    )
    def test_names_that_people_type(self, text: str, code: str) -> None:
        """In their own language, for a part of the country, with or without accents and dots."""
        assert named(text) == code

    @pytest.mark.parametrize("text", ["", " ", ",", "xx", "d e", "Atlantis", "Germania Inferior"])
    def test_anything_else_is_no_country(self, text: str) -> None:
        """A guess at what was meant could send someone to the wrong number."""
        assert named(text) is None

    def test_no_name_has_two_countries(self) -> None:
        """Every name leads to the country that it stands beside, and every country is one that is listed."""
        assert all(named(name) == code for code, names in NAMES.items() for name in names.split(", "))
        assert NAMES.keys() | ZONES.keys() == COUNTRIES.keys()


class TestGuessed:
    """What the computer says."""

    @pytest.mark.parametrize(
        ("zone", "code"),
        [
            *(
                ("Europe/Berlin", "DE"),
                (":Europe/Vienna", "AT"),
                ("America/Sao_Paulo", "BR"),
                ("America/Toronto", "CA"),
            ),
            *(
                ("America/Indiana/Knox", "US"),
                ("US/Pacific", "US"),
                ("Australia/Perth", "AU"),
                ("Pacific/Auckland", "NZ"),
            ),
            *(
                ("Asia/Kolkata", "IN"),
                ("Europe/Dublin", "IE"),
                ("GB", "GB"),
                ("Japan", "JP"),
                ("Africa/Johannesburg", "ZA"),
            ),
            *(("/usr/share/zoneinfo/Europe/Paris", "FR"), ("America/Tijuana", "MX")),
        ],
    )
    def test_by_its_time_zone(self, zone: str, code: str) -> None:
        """Which goes before the locale: many people use their computer in English."""
        assert guessed({"TZ": zone, "LANG": "en_US.UTF-8"}, NOWHERE) == code

    def test_by_the_time_zone_that_the_system_is_set_to(self, tmp_path: Path) -> None:
        """As Linux and macOS keep it: in a link."""
        (tmp_path / "localtime").symlink_to("/var/db/timezone/zoneinfo/Europe/Lisbon")
        assert guessed({}, str(tmp_path / "localtime")) == "PT"

    @pytest.mark.parametrize("zone", ["Europe/Prague", "America/Bogota", "Asia/Hong_Kong"])
    def test_a_zone_of_another_country_is_no_country(self, zone: str) -> None:
        """The locale then says what language someone reads, and not where they are."""
        assert guessed({"TZ": zone, "LANG": "en_US.UTF-8"}, NOWHERE) is None

    @pytest.mark.parametrize("zone", ["", "UTC", "Etc/UTC", "Etc/GMT+5", "CET-1CEST", "EST5EDT", "<+03>-3"])
    def test_by_its_locale_where_the_zone_says_nothing(self, zone: str) -> None:
        """Servers and containers keep universal time, and a rule for summer time is no place."""
        assert guessed({"TZ": zone, "LANG": "de_AT.UTF-8"}, NOWHERE) == "AT"

    @pytest.mark.parametrize(
        ("locale", "code"),
        [
            *(
                ("de_DE.UTF-8", "DE"),
                ("de_AT", "AT"),
                ("en_GB.utf8", "GB"),
                ("ca_ES@valencia", "ES"),
                ("en_US.UTF-8@x", "US"),
            ),
            *(("C", None), ("C.UTF-8", None), ("POSIX", None), ("en", None), ("cs_CZ.UTF-8", None), ("", None)),
        ],
    )
    def test_the_country_part_of_a_locale_counts(self, locale: str, code: str | None) -> None:
        """The language doesn't; a country that isn't listed is none."""
        assert guessed({"LANG": locale}, NOWHERE) == code

    def test_the_weightier_variable_goes_first(self) -> None:
        """LC_ALL goes before LC_MESSAGES, and that before LANG; one that is empty counts for nothing."""
        everything = {"LC_ALL": "en_IE.UTF-8", "LC_MESSAGES": "fr_FR", "LANG": "de_DE"}
        assert guessed(everything, NOWHERE) == "IE"
        assert guessed({**everything, "LC_ALL": ""}, NOWHERE) == "FR"
        assert guessed({"LANG": "de_DE"}, NOWHERE) == "DE"

    def test_nothing_said_is_no_country(self) -> None:
        """Without zone and locale nothing is guessed."""
        assert guessed({}, NOWHERE) is None
