"""People to call, by country. Data in a module of its own, so that it is on screen at once and offline.

The numbers come from a catalogue of October 2025, and a number that is wrong can cost a life: whoever hands
this program on must check the rows, see README.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

CHECKED = "October 2025"
ANYWHERE = "findahelpline.com"


class Line(NamedTuple):
    """Somebody to call: the number, who answers, when, and their site."""

    number: str
    what: str
    hours: str
    source: str


class Country(NamedTuple):
    """A country's emergency number and its lines; lines for people who are afraid come after the others."""

    name: str
    emergency: str
    talk: tuple[Line, ...]
    afraid: tuple[Line, ...] = ()
    own_behaviour: tuple[Line, ...] = ()


ALWAYS = "day and night"
ASK = "see their site for hours"

COUNTRIES: Mapping[str, Country] = {
    "US": Country(
        "United States",
        "911",
        (Line("988", "Suicide & Crisis Lifeline", ALWAYS, "988lifeline.org"),),
        (Line("1-800-799-7233", "National Domestic Violence Hotline", ALWAYS, "thehotline.org"),),
    ),
    "CA": Country("Canada", "911", (Line("988", "Suicide Crisis Helpline", ALWAYS, "988.ca"),)),
    "GB": Country(
        "United Kingdom",
        "999",
        (Line("116 123", "Samaritans", ALWAYS, "samaritans.org"),),
        (
            Line("0808 2000 247", "National Domestic Abuse Helpline, for women", ALWAYS, "nationaldahelpline.org.uk"),
            Line("0808 802 0300", "National Stalking Helpline", ASK, "suzylamplugh.org"),
        ),
        (Line("0808 802 4040", "Respect, for people worried about what they do", ASK, "respectphoneline.org.uk"),),
    ),
    "IE": Country(
        "Ireland",
        "112 or 999",
        (Line("116 123", "Samaritans", ALWAYS, "samaritans.org"),),
        (Line("1800 341 900", "Women's Aid, for women", ALWAYS, "womensaid.ie"),),
    ),
    "DE": Country(
        "Germany",
        "112",
        (Line("0800 111 0 111", "TelefonSeelsorge", ALWAYS, "telefonseelsorge.de"),),
        (Line("116 016", "Hilfetelefon Gewalt gegen Frauen, for women", ALWAYS, "hilfetelefon.de"),),
    ),
    "AT": Country("Austria", "112", (Line("142", "TelefonSeelsorge", ALWAYS, "telefonseelsorge.at"),)),
    "CH": Country("Switzerland", "112", (Line("143", "Die Dargebotene Hand", ALWAYS, "143.ch"),)),
    "FR": Country(
        "France",
        "112",
        (Line("3114", "Numéro national de prévention du suicide", ALWAYS, "3114.fr"),),
        (Line("3919", "Violences Femmes Info, for women", ALWAYS, "arretonslesviolences.gouv.fr"),),
    ),
    "NL": Country("Netherlands", "112", (Line("113 or 0800 0113", "113 Zelfmoordpreventie", ALWAYS, "113.nl"),)),
    "ES": Country(
        "Spain",
        "112",
        (Line("024", "Línea de atención a la conducta suicida", ALWAYS, "sanidad.gob.es"),),
        (Line("016", "Violencia de género", ALWAYS, "violenciagenero.igualdad.gob.es"),),
    ),
    "AU": Country(
        "Australia",
        "000",
        (Line("13 11 14", "Lifeline", ALWAYS, "lifeline.org.au"),),
        (Line("1800 737 732", "1800RESPECT", ALWAYS, "1800respect.org.au"),),
    ),
    "NZ": Country("New Zealand", "111", (Line("1737", "Need to talk?", ALWAYS, "1737.org.nz"),)),
    "IN": Country("India", "112", (Line("14416", "Tele-MANAS", ALWAYS, "telemanas.mohfw.gov.in"),)),
    "SG": Country("Singapore", "995, police 999", (Line("1767", "Samaritans of Singapore", ALWAYS, "sos.org.sg"),)),
    "JP": Country("Japan", "119, police 110", (Line("03-5774-0992", "TELL, in English", ASK, "telljp.com"),)),
    "ZA": Country(
        "South Africa", "112, police 10111", (Line("0800 567 567", "SADAG suicide line", ALWAYS, "sadag.org"),)
    ),
    "BR": Country("Brazil", "192, police 190", (Line("188", "CVV", ALWAYS, "cvv.org.br"),)),
}


def country_of(environment: Mapping[str, str]) -> str | None:
    """Give the country code that the locale names ("de_AT.UTF-8" is AT), None if it names none listed."""
    named = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    code = named.partition(".")[0].partition("_")[2][:2].upper()
    return code if code in COUNTRIES else None


def page(code: str | None) -> str:
    """Give the whole page for one country, or for all of them, as plain text."""
    shown = [COUNTRIES[code]] if code else list(COUNTRIES.values())
    return "\n".join(_lines(shown)) + "\n"


def _lines(shown: list[Country]) -> Iterator[str]:
    if len(shown) == 1:
        yield f"If you or somebody else is in danger now: {shown[0].emergency}"
    else:
        yield "If you or somebody else is in danger now: 112 in Europe and India,"
        yield "999 in the UK, 911 in the US and Canada, 000 in Australia, 111 in New Zealand"
    yield ""
    yield "Nobody is watching this program. These are people you can talk to."
    for country in shown:
        yield ""
        yield country.name if len(shown) == 1 else f"{country.name} (emergency: {country.emergency})"
        yield from _group("", country.talk)
        yield from _group("  If you are afraid of somebody, or were hurt:", country.afraid)
        yield from _group("  If you are worried about what you do:", country.own_behaviour)
    yield ""
    yield f"These numbers were last checked in {CHECKED}. If one does not answer, use {ANYWHERE}."
    if len(shown) == 1:
        yield "Other countries: exback crisis --country all"
    yield f"Any country, by phone, chat or text: {ANYWHERE}"


def _group(head: str, lines: tuple[Line, ...]) -> Iterator[str]:
    if head and lines:
        yield head
    for line in lines:
        yield f"  {line.number}"
        yield f"    {line.what}"
        yield f"    {line.hours} · {line.source}"
