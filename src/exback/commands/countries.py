"""Which country `exback crisis` is asked about: by the code or name that someone types, or else by a guess."""

from __future__ import annotations

import os
from collections.abc import Mapping

from exback.commands.helplines import COUNTRIES

EVERY = "ALL"
"""Stands for all countries, where a country is asked for."""
VARIABLE = "EXBACK_COUNTRY"
"""The environment variable that names a country once and for all."""
NAMES: Mapping[str, str] = {
    "AT": "österreich",
    "AU": "straya",
    "BE": "belgië, belgique, belgien",
    "BR": "brasil",
    "CA": "kanada",
    "CH": "schweiz, suisse, svizzera, svizra",
    "DE": "deutschland",
    "DK": "danmark",
    "ES": "españa, espanya, espainia",
    "FI": "suomi",
    "GB": "uk, great britain, britain, england, scotland, wales, cymru, alba, northern ireland",
    "IE": "éire, republic of ireland",
    "IN": "bharat, भारत",
    "IT": "italia",
    "JP": "nihon, nippon, 日本",
    "MX": "méxico",
    "NL": "holland, nederland",
    "NO": "norge, noreg",
    "NZ": "aotearoa",
    "PH": "pilipinas, filipinas",
    "PL": "polska",
    "SE": "sverige",
    "SG": "singapura, 新加坡",
    "US": "usa, america, united states of america, estados unidos",
    "ZA": "rsa, suid-afrika",
}
"""What people call a country, besides its code and its English name."""
ZONES: Mapping[str, str] = {
    "AT": "Europe/Vienna",
    "AU": "Australia/",
    "BE": "Europe/Brussels",
    "BR": "America/Araguaina America/Bahia America/Belem America/Boa_Vista America/Campo_Grande America/Cuiaba "
    "America/Eirunepe America/Fortaleza America/Maceio America/Manaus America/Noronha America/Porto_Velho America/Recife "
    "America/Rio_Branco America/Santarem America/Sao_Paulo Brazil/",
    "CA": "America/Atikokan America/Blanc-Sablon America/Cambridge_Bay America/Creston America/Dawson America/Dawson_Creek "
    "America/Edmonton America/Fort_Nelson America/Glace_Bay America/Goose_Bay America/Halifax America/Inuvik America/Iqaluit "
    "America/Moncton America/Montreal America/Nipigon America/Pangnirtung America/Rainy_River America/Rankin_Inlet "
    "America/Regina America/Resolute America/St_Johns America/Swift_Current America/Thunder_Bay America/Toronto "
    "America/Vancouver America/Whitehorse America/Winnipeg America/Yellowknife Canada/",
    "CH": "Europe/Zurich",
    "DE": "Europe/Berlin Europe/Busingen",
    "DK": "Europe/Copenhagen",
    "ES": "Africa/Ceuta Atlantic/Canary Europe/Madrid",
    "FI": "Europe/Helsinki Europe/Mariehamn",
    "FR": "Europe/Paris",
    "GB": "Europe/Belfast Europe/London GB GB-Eire",
    "IE": "Eire Europe/Dublin",
    "IN": "Asia/Calcutta Asia/Kolkata",
    "IT": "Europe/Rome",
    "JP": "Asia/Tokyo Japan",
    "MX": "America/Bahia_Banderas America/Cancun America/Chihuahua America/Ciudad_Juarez America/Ensenada America/Hermosillo "
    "America/Matamoros America/Mazatlan America/Merida America/Mexico_City America/Monterrey America/Ojinaga America/Tijuana "
    "Mexico/",
    "NL": "Europe/Amsterdam",
    "NO": "Arctic/Longyearbyen Europe/Oslo",
    "NZ": "NZ NZ-CHAT Pacific/Auckland Pacific/Chatham",
    "PH": "Asia/Manila",
    "PL": "Europe/Warsaw Poland",
    "PT": "Atlantic/Azores Atlantic/Madeira Europe/Lisbon Portugal",
    "SE": "Europe/Stockholm",
    "SG": "Asia/Singapore Singapore",
    "US": "America/Adak America/Anchorage America/Boise America/Chicago America/Denver America/Detroit America/Fort_Wayne "
    "America/Indiana/ America/Indianapolis America/Juneau America/Kentucky/ America/Los_Angeles America/Louisville "
    "America/Menominee America/Metlakatla America/New_York America/Nome America/North_Dakota/ America/Phoenix America/Sitka "
    "America/Yakutat Navajo Pacific/Honolulu US/",
    "ZA": "Africa/Johannesburg",
}
"""The time zones of each country, as in the tz database. One that ends in a slash stands for all that begin so."""
NO_PLACE = ("", "Etc", "UTC", "GMT", "UCT", "Universal", "Zulu", "Greenwich", "posixrules", "Factory")
"""Zones that say nothing about where a computer is."""


def named(text: str) -> str | None:
    """Return the code of the country that someone typed, EVERY for "all", None for no country that is listed.

    Codes and names count in any case, with or without accents.
    """
    plain = _plain(text)
    if plain == _plain(EVERY):
        return EVERY
    for code, country in COUNTRIES.items():
        names = (code, country.name, *NAMES.get(code, "").split(", "))
        if plain and plain in {_plain(name) for name in names}:
            return code
    return None


def guessed(environment: Mapping[str, str], clock: str = "/etc/localtime") -> str | None:
    """Return the country of this computer's time zone or else of its locale, None if neither is of a listed country.

    `clock` is the link to the time zone's file. A zone of a country that isn't listed is no reason to believe the locale:
    many people use their computer in English.
    """
    zone = _zone(environment, clock)
    if zone.partition("/")[0] not in NO_PLACE:
        return next((code for code, zones in ZONES.items() if _is_among(zone, zones)), None)
    return _of_locale(environment)


def _zone(environment: Mapping[str, str], clock: str) -> str:
    """Return the name of the time zone, empty if it has none."""
    name = environment.get("TZ", "").removeprefix(":")
    try:
        path = name or os.readlink(clock)  # noqa: PTH115  # pathlib takes longer to load than this page to print
    except OSError:
        return ""
    return path.partition("zoneinfo/")[2] or (name if name.replace("/", "").replace("_", "").isalpha() else "")


def _is_among(zone: str, zones: str) -> bool:
    return any(zone == other or (other.endswith("/") and zone.startswith(other)) for other in zones.split())


def _of_locale(environment: Mapping[str, str]) -> str | None:
    locale = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    code = locale.partition(".")[0].partition("_")[2][:2].upper()
    return code if code in COUNTRIES else None


def _plain(text: str) -> str:
    """Return a name in small letters and without accents."""
    import unicodedata  # most people type no country

    letters = unicodedata.normalize("NFKD", " ".join(text.replace(".", "").split()).casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
