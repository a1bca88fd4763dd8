"""The numbers that `exback crisis` shows: data only, and quick to import.

Every row names its source (a site) and the day it was last checked (year-month-day). A wrong number can cost a life, so
`checked` changes only when someone has looked that row up again. Rows checked on 2025-10-31 come from a catalogue of
October 2025; the others have the day of the newest material for them, which is named beside them.
`python scripts/release_check.py` lists the rows that are too old.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Line(NamedTuple):
    """One number to call: who answers, for whom, at what hours, its source, and the day it was last checked."""

    number: str
    what: str
    who: str
    hours: str
    source: str
    checked: str


class Emergency(NamedTuple):
    """The number to call in danger. `note` explains which to take if there are two."""

    number: str
    source: str
    checked: str
    note: str = ""


class Country(NamedTuple):
    """A country's lines: for anyone, for people who are afraid, for people worried about what they do."""

    name: str
    emergency: Emergency
    talk: tuple[Line, ...]
    afraid: tuple[Line, ...] = ()
    own_behaviour: tuple[Line, ...] = ()


ALWAYS = "day and night"
ASK = "see their site for hours"

EVERYBODY = "everybody"
WOMEN = "women"
WORRIED = "people worried about what they do"
WORRIED_MEN = "men worried about what they do"

FOR_ONE_GENDER = frozenset({WOMEN, WORRIED_MEN})
"""Where only these are listed, the page names a number for everyone else."""

COUNTRIES: Mapping[str, Country] = {
    "US": Country(
        "United States",
        Emergency("911", "911.gov", "2025-10-31"),
        (Line("988", "Suicide & Crisis Lifeline", EVERYBODY, ALWAYS, "988lifeline.org", "2025-10-31"),),
        (
            Line(
                "1-800-799-7233",
                "National Domestic Violence Hotline",
                EVERYBODY,
                ALWAYS,
                "thehotline.org",
                "2025-10-31",
            ),
        ),
    ),
    "CA": Country(
        "Canada",
        Emergency("911", "canada.ca", "2025-10-31"),
        (Line("988", "Suicide Crisis Helpline", EVERYBODY, ALWAYS, "988.ca", "2025-10-31"),),
    ),
    "GB": Country(
        "United Kingdom",
        Emergency("999", "gov.uk", "2025-10-31"),
        (Line("116 123", "Samaritans", EVERYBODY, ALWAYS, "samaritans.org", "2025-10-31"),),
        (
            Line(
                "0808 2000 247",
                "National Domestic Abuse Helpline",
                WOMEN,
                ALWAYS,
                "nationaldahelpline.org.uk",
                "2025-10-31",
            ),
            Line(
                "0808 802 0300",
                "National Stalking Helpline",
                "people who are followed or watched",
                ASK,
                "suzylamplugh.org",
                "2025-10-31",
            ),
        ),
        (Line("0808 802 4040", "Respect Phoneline", WORRIED, ASK, "respectphoneline.org.uk", "2025-10-31"),),
    ),
    "IE": Country(
        "Ireland",
        Emergency("112 or 999", "europa.eu", "2025-10-31"),
        (Line("116 123", "Samaritans", EVERYBODY, ALWAYS, "samaritans.org", "2025-10-31"),),
        (Line("1800 341 900", "Women's Aid", WOMEN, ALWAYS, "womensaid.ie", "2025-10-31"),),
    ),
    "DE": Country(
        "Germany",
        Emergency("112", "europa.eu", "2025-10-31"),
        (Line("0800 111 0 111", "TelefonSeelsorge", EVERYBODY, ALWAYS, "telefonseelsorge.de", "2025-10-31"),),
        (Line("116 016", "Hilfetelefon Gewalt gegen Frauen", WOMEN, ALWAYS, "hilfetelefon.de", "2025-10-31"),),
    ),
    "AT": Country(
        "Austria",
        Emergency("112", "europa.eu", "2025-10-31"),
        (Line("142", "TelefonSeelsorge", EVERYBODY, ALWAYS, "telefonseelsorge.at", "2025-10-31"),),
        # Its own site has number and hours; its head gave both to Salzburger Nachrichten in May 2021.
        (Line("0800 222 555", "Frauenhelpline gegen Gewalt", WOMEN, ALWAYS, "frauenhelpline.at", "2021-05-31"),),
    ),
    "CH": Country(
        "Switzerland",
        Emergency("112", "ch.ch", "2025-10-31"),
        (Line("143", "Die Dargebotene Hand", EVERYBODY, ALWAYS, "143.ch", "2025-10-31"),),
    ),
    "FR": Country(
        "France",
        Emergency("112", "europa.eu", "2025-10-31"),
        (Line("3114", "Numéro national de prévention du suicide", EVERYBODY, ALWAYS, "3114.fr", "2025-10-31"),),
        # Site of those who answer; Libération of 3 February 2026 has number and hours.
        (Line("3919", "Violences Femmes Info", WOMEN, ALWAYS, "solidaritefemmes.org", "2026-02-03"),),
    ),
    "NL": Country(
        "Netherlands",
        Emergency("112", "europa.eu", "2025-10-31"),
        (Line("113 or 0800 0113", "113 Zelfmoordpreventie", EVERYBODY, ALWAYS, "113.nl", "2025-10-31"),),
        # One number for both: veiligthuisgm.nl has it, rijksoverheid.nl the hours and for whom it is; the newest
        # with a date is Breda's announcement of February 2021.
        (Line("0800 2000", "Veilig Thuis", "people hurt at home", ALWAYS, "rijksoverheid.nl", "2021-02-28"),),
        (Line("0800 2000", "Veilig Thuis", WORRIED, ALWAYS, "rijksoverheid.nl", "2021-02-28"),),
    ),
    "ES": Country(
        "Spain",
        Emergency("112", "europa.eu", "2025-10-31"),
        (Line("024", "Línea de atención a la conducta suicida", EVERYBODY, ALWAYS, "sanidad.gob.es", "2025-10-31"),),
        (Line("016", "Violencia de género", WOMEN, ALWAYS, "violenciagenero.igualdad.gob.es", "2025-10-31"),),
    ),
    "AU": Country(
        "Australia",
        Emergency("000", "triplezero.gov.au", "2025-10-31"),
        (Line("13 11 14", "Lifeline", EVERYBODY, ALWAYS, "lifeline.org.au", "2025-10-31"),),
        (Line("1800 737 732", "1800RESPECT", EVERYBODY, ALWAYS, "1800respect.org.au", "2025-10-31"),),
        # Number and for whom on its own site; open day and night by AAP, and named in the Moorabool News, September 2022.
        (Line("1300 766 491", "Men's Referral Service", WORRIED_MEN, ALWAYS, "ntv.org.au", "2022-09-30"),),
    ),
    "NZ": Country(
        "New Zealand",
        Emergency("111", "govt.nz", "2025-10-31"),
        (Line("1737", "Need to talk?", EVERYBODY, ALWAYS, "1737.org.nz", "2025-10-31"),),
        # Its own site has both; the government's page repeats them under a banner of February 2023, and has the next.
        (Line("0800 733 843", "Women's Refuge", WOMEN, ALWAYS, "womensrefuge.org.nz", "2023-02-28"),),
        (Line("0800 456 450", "It's Not OK", WORRIED, ASK, "govt.nz", "2023-02-28"),),
    ),
    "IN": Country(
        "India",
        Emergency("112", "112.gov.in", "2025-10-31"),
        (Line("14416", "Tele-MANAS", EVERYBODY, ALWAYS, "telemanas.mohfw.gov.in", "2025-10-31"),),
        # The ministry's release of February 2022 has number and hours, the Commission's of 24 November 2025 repeats them.
        (Line("7827170170", "National Commission for Women", WOMEN, ALWAYS, "pib.gov.in", "2025-11-24"),),
    ),
    "SG": Country(
        "Singapore",
        Emergency("995 or 999", "scdf.gov.sg", "2025-10-31", "995 is the ambulance, 999 the police."),
        (Line("1767", "Samaritans of Singapore", EVERYBODY, ALWAYS, "sos.org.sg", "2025-10-31"),),
    ),
    "JP": Country(
        "Japan",
        Emergency("119 or 110", "npa.go.jp", "2025-10-31", "119 is the ambulance, 110 the police."),
        (Line("03-5774-0992", "TELL", "everybody, in English", ASK, "telljp.com", "2025-10-31"),),
    ),
    "ZA": Country(
        "South Africa",
        Emergency("112 or 10111", "saps.gov.za", "2025-10-31", "112 from a mobile, 10111 for the police."),
        (Line("0800 567 567", "SADAG suicide line", EVERYBODY, ALWAYS, "sadag.org", "2025-10-31"),),
        # Its own site has number and hours; the department repeated both in The Mercury of 23 December 2025.
        (Line("0800 428 428", "GBV Command Centre", "people hurt or threatened", ALWAYS, "gbv.org.za", "2025-12-23"),),
    ),
    "BR": Country(
        "Brazil",
        Emergency("192 or 190", "gov.br", "2025-10-31", "192 is the ambulance, 190 the police."),
        (Line("188", "CVV", EVERYBODY, ALWAYS, "cvv.org.br", "2025-10-31"),),
    ),
}
