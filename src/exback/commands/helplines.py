"""The numbers that `exback crisis` shows: data only, and quick to import.

Every row names its source (a site) and the day it was last checked (year-month-day). A wrong number can cost a life, so
`checked` changes only when someone has looked that row up again. Rows checked on 2025-10-31 come from a catalogue of
October 2025; the others have the day of the newest material for them, which is named beside them.
`python scripts/release_check.py` lists the rows that are too old.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Country(NamedTuple):
    """A country and its number to call in danger. `note` explains which to take if there are two."""

    name: str
    number: str
    source: str
    checked: str
    note: str = ""


class Line(NamedTuple):
    """One number to call: where, who answers, for whom, at what hours, its source, and the day it was last checked."""

    country: str
    number: str
    what: str
    who: str
    hours: str
    source: str
    checked: str


ALWAYS = "day and night"
ASK = "see their site for hours"

EVERYBODY = "everybody"
WOMEN = "women"
FOLLOWED = "people who are followed or watched"
WORRIED = "people worried about what they do"
WORRIED_MEN = "men worried about what they do"

FOR_ONE_GENDER = frozenset({WOMEN, WORRIED_MEN})
"""Where only these are listed, the page names a number for everyone else."""

COUNTRIES: Mapping[str, Country] = {
    "US": Country("United States", "911", "911.gov", "2025-10-31"),
    "CA": Country("Canada", "911", "canada.ca", "2025-10-31"),
    "GB": Country("United Kingdom", "999", "gov.uk", "2025-10-31"),
    "IE": Country("Ireland", "112 or 999", "europa.eu", "2025-10-31"),
    "DE": Country("Germany", "112", "europa.eu", "2025-10-31"),
    "AT": Country("Austria", "112", "europa.eu", "2025-10-31"),
    "CH": Country("Switzerland", "112", "ch.ch", "2025-10-31"),
    "FR": Country("France", "112", "europa.eu", "2025-10-31"),
    "NL": Country("Netherlands", "112", "europa.eu", "2025-10-31"),
    "ES": Country("Spain", "112", "europa.eu", "2025-10-31"),
    "AU": Country("Australia", "000", "triplezero.gov.au", "2025-10-31"),
    "NZ": Country("New Zealand", "111", "govt.nz", "2025-10-31"),
    "IN": Country("India", "112", "112.gov.in", "2025-10-31"),
    "SG": Country("Singapore", "995 or 999", "scdf.gov.sg", "2025-10-31", "995 is the ambulance, 999 the police."),
    "JP": Country("Japan", "119 or 110", "npa.go.jp", "2025-10-31", "119 is the ambulance, 110 the police."),
    "ZA": Country(
        "South Africa", "112 or 10111", "saps.gov.za", "2025-10-31", "112 from a mobile, 10111 for the police."
    ),
    "BR": Country("Brazil", "192 or 190", "gov.br", "2025-10-31", "192 is the ambulance, 190 the police."),
}

TALK = (
    Line("US", "988", "Suicide & Crisis Lifeline", EVERYBODY, ALWAYS, "988lifeline.org", "2025-10-31"),
    Line("CA", "988", "Suicide Crisis Helpline", EVERYBODY, ALWAYS, "988.ca", "2025-10-31"),
    Line("GB", "116 123", "Samaritans", EVERYBODY, ALWAYS, "samaritans.org", "2025-10-31"),
    Line("IE", "116 123", "Samaritans", EVERYBODY, ALWAYS, "samaritans.org", "2025-10-31"),
    Line("DE", "0800 111 0 111", "TelefonSeelsorge", EVERYBODY, ALWAYS, "telefonseelsorge.de", "2025-10-31"),
    Line("AT", "142", "TelefonSeelsorge", EVERYBODY, ALWAYS, "telefonseelsorge.at", "2025-10-31"),
    Line("CH", "143", "Die Dargebotene Hand", EVERYBODY, ALWAYS, "143.ch", "2025-10-31"),
    Line("FR", "3114", "Numéro national de prévention du suicide", EVERYBODY, ALWAYS, "3114.fr", "2025-10-31"),
    Line("NL", "113 or 0800 0113", "113 Zelfmoordpreventie", EVERYBODY, ALWAYS, "113.nl", "2025-10-31"),
    Line("ES", "024", "Línea de atención a la conducta suicida", EVERYBODY, ALWAYS, "sanidad.gob.es", "2025-10-31"),
    Line("AU", "13 11 14", "Lifeline", EVERYBODY, ALWAYS, "lifeline.org.au", "2025-10-31"),
    Line("NZ", "1737", "Need to talk?", EVERYBODY, ALWAYS, "1737.org.nz", "2025-10-31"),
    Line("IN", "14416", "Tele-MANAS", EVERYBODY, ALWAYS, "telemanas.mohfw.gov.in", "2025-10-31"),
    Line("SG", "1767", "Samaritans of Singapore", EVERYBODY, ALWAYS, "sos.org.sg", "2025-10-31"),
    Line("JP", "03-5774-0992", "TELL", "everybody, in English", ASK, "telljp.com", "2025-10-31"),
    Line("ZA", "0800 567 567", "SADAG suicide line", EVERYBODY, ALWAYS, "sadag.org", "2025-10-31"),
    Line("BR", "188", "CVV", EVERYBODY, ALWAYS, "cvv.org.br", "2025-10-31"),
)
"""Lines for anyone who needs someone to talk to."""
AFRAID = (
    Line(
        "US", "1-800-799-7233", "National Domestic Violence Hotline", EVERYBODY, ALWAYS, "thehotline.org", "2025-10-31"
    ),
    Line(
        "GB",
        "0808 2000 247",
        "National Domestic Abuse Helpline",
        WOMEN,
        ALWAYS,
        "nationaldahelpline.org.uk",
        "2025-10-31",
    ),
    Line("GB", "0808 802 0300", "National Stalking Helpline", FOLLOWED, ASK, "suzylamplugh.org", "2025-10-31"),
    Line("IE", "1800 341 900", "Women's Aid", WOMEN, ALWAYS, "womensaid.ie", "2025-10-31"),
    Line("DE", "116 016", "Hilfetelefon Gewalt gegen Frauen", WOMEN, ALWAYS, "hilfetelefon.de", "2025-10-31"),
    # Its own site has number and hours; its head gave both to Salzburger Nachrichten in May 2021.
    Line("AT", "0800 222 555", "Frauenhelpline gegen Gewalt", WOMEN, ALWAYS, "frauenhelpline.at", "2021-05-31"),
    # Site of those who answer; Libération of 3 February 2026 has number and hours.
    Line("FR", "3919", "Violences Femmes Info", WOMEN, ALWAYS, "solidaritefemmes.org", "2026-02-03"),
    # One number for both: veiligthuisgm.nl has it, rijksoverheid.nl the hours and for whom it is; the newest
    # with a date is Breda's announcement of February 2021.
    Line("NL", "0800 2000", "Veilig Thuis", "people hurt at home", ALWAYS, "rijksoverheid.nl", "2021-02-28"),
    Line("ES", "016", "Violencia de género", WOMEN, ALWAYS, "violenciagenero.igualdad.gob.es", "2025-10-31"),
    Line("AU", "1800 737 732", "1800RESPECT", EVERYBODY, ALWAYS, "1800respect.org.au", "2025-10-31"),
    # Its own site has both; the government's page repeats them under a banner of February 2023, and has the next.
    Line("NZ", "0800 733 843", "Women's Refuge", WOMEN, ALWAYS, "womensrefuge.org.nz", "2023-02-28"),
    # The ministry's release of February 2022 has number and hours, the Commission's of 24 November 2025 repeats them.
    Line("IN", "7827170170", "National Commission for Women", WOMEN, ALWAYS, "pib.gov.in", "2025-11-24"),
    # Its own site has number and hours; the department repeated both in The Mercury of 23 December 2025.
    Line("ZA", "0800 428 428", "GBV Command Centre", "people hurt or threatened", ALWAYS, "gbv.org.za", "2025-12-23"),
)
"""Lines for people who are afraid, or were hurt."""
OWN_BEHAVIOUR = (
    Line("GB", "0808 802 4040", "Respect Phoneline", WORRIED, ASK, "respectphoneline.org.uk", "2025-10-31"),
    Line("NL", "0800 2000", "Veilig Thuis", WORRIED, ALWAYS, "rijksoverheid.nl", "2021-02-28"),
    # Number and for whom on its own site; open day and night by AAP, and named in the Moorabool News, September 2022.
    Line("AU", "1300 766 491", "Men's Referral Service", WORRIED_MEN, ALWAYS, "ntv.org.au", "2022-09-30"),
    Line("NZ", "0800 456 450", "It's Not OK", WORRIED, ASK, "govt.nz", "2023-02-28"),
)
"""Lines for people who are worried about what they do."""
