"""The numbers that `exback crisis` shows: data only, and quick to import.

Every row names its source (a site) and the day it was last checked (year-month-day). A wrong number can cost a life, so
`checked` changes only when someone has looked that row up again. Rows that are LISTED come from a catalogue of October
2025; the others have the day of the newest material for them, which is named beside them.
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

LISTED = "2025-10-31"
"""The day of that catalogue. A row that is looked up again gets the day of that."""

COUNTRIES: Mapping[str, Country] = {
    "US": Country("United States", "911", "911.gov", LISTED),
    "CA": Country("Canada", "911", "canada.ca", LISTED),
    "GB": Country("United Kingdom", "999", "gov.uk", LISTED),
    "IE": Country("Ireland", "112 or 999", "europa.eu", LISTED),
    "DE": Country("Germany", "112", "europa.eu", LISTED),
    "AT": Country("Austria", "112", "europa.eu", LISTED),
    "CH": Country("Switzerland", "112", "ch.ch", LISTED),
    "FR": Country("France", "112", "europa.eu", LISTED),
    "NL": Country("Netherlands", "112", "europa.eu", LISTED),
    "ES": Country("Spain", "112", "europa.eu", LISTED),
    "AU": Country("Australia", "000", "triplezero.gov.au", LISTED),
    "NZ": Country("New Zealand", "111", "govt.nz", LISTED),
    "IN": Country("India", "112", "112.gov.in", LISTED),
    "SG": Country("Singapore", "995 or 999", "scdf.gov.sg", LISTED, "995 is the ambulance, 999 the police."),
    "JP": Country("Japan", "119 or 110", "npa.go.jp", LISTED, "119 is the ambulance, 110 the police."),
    "ZA": Country("South Africa", "112 or 10111", "saps.gov.za", LISTED, "112 from a mobile, 10111 for the police."),
    "BR": Country("Brazil", "192 or 190", "gov.br", LISTED, "192 is the ambulance, 190 the police."),
}

TALK = (
    Line("US", "988", "Suicide & Crisis Lifeline", EVERYBODY, ALWAYS, "988lifeline.org", LISTED),
    Line("CA", "988", "Suicide Crisis Helpline", EVERYBODY, ALWAYS, "988.ca", LISTED),
    Line("GB", "116 123", "Samaritans", EVERYBODY, ALWAYS, "samaritans.org", LISTED),
    Line("IE", "116 123", "Samaritans", EVERYBODY, ALWAYS, "samaritans.org", LISTED),
    Line("DE", "0800 111 0 111", "TelefonSeelsorge", EVERYBODY, ALWAYS, "telefonseelsorge.de", LISTED),
    Line("AT", "142", "TelefonSeelsorge", EVERYBODY, ALWAYS, "telefonseelsorge.at", LISTED),
    Line("CH", "143", "Die Dargebotene Hand", EVERYBODY, ALWAYS, "143.ch", LISTED),
    Line("FR", "3114", "Numéro national de prévention du suicide", EVERYBODY, ALWAYS, "3114.fr", LISTED),
    Line("NL", "113 or 0800 0113", "113 Zelfmoordpreventie", EVERYBODY, ALWAYS, "113.nl", LISTED),
    Line("ES", "024", "Línea de atención a la conducta suicida", EVERYBODY, ALWAYS, "sanidad.gob.es", LISTED),
    Line("AU", "13 11 14", "Lifeline", EVERYBODY, ALWAYS, "lifeline.org.au", LISTED),
    Line("NZ", "1737", "Need to talk?", EVERYBODY, ALWAYS, "1737.org.nz", LISTED),
    Line("IN", "14416", "Tele-MANAS", EVERYBODY, ALWAYS, "telemanas.mohfw.gov.in", LISTED),
    Line("SG", "1767", "Samaritans of Singapore", EVERYBODY, ALWAYS, "sos.org.sg", LISTED),
    Line("JP", "03-5774-0992", "TELL", "everybody, in English", ASK, "telljp.com", LISTED),
    Line("ZA", "0800 567 567", "SADAG suicide line", EVERYBODY, ALWAYS, "sadag.org", LISTED),
    Line("BR", "188", "CVV", EVERYBODY, ALWAYS, "cvv.org.br", LISTED),
)
"""Lines for anyone who needs someone to talk to."""
AFRAID = (
    Line("US", "1-800-799-7233", "National Domestic Violence Hotline", EVERYBODY, ALWAYS, "thehotline.org", LISTED),
    Line("GB", "0808 2000 247", "National Domestic Abuse Helpline", WOMEN, ALWAYS, "nationaldahelpline.org.uk", LISTED),
    Line("GB", "0808 802 0300", "National Stalking Helpline", FOLLOWED, ASK, "suzylamplugh.org", LISTED),
    Line("IE", "1800 341 900", "Women's Aid", WOMEN, ALWAYS, "womensaid.ie", LISTED),
    Line("DE", "116 016", "Hilfetelefon Gewalt gegen Frauen", WOMEN, ALWAYS, "hilfetelefon.de", LISTED),
    # Its own site has number and hours; its head gave both to Salzburger Nachrichten in May 2021.
    Line("AT", "0800 222 555", "Frauenhelpline gegen Gewalt", WOMEN, ALWAYS, "frauenhelpline.at", "2021-05-31"),
    # Site of those who answer; Libération of 3 February 2026 has number and hours.
    Line("FR", "3919", "Violences Femmes Info", WOMEN, ALWAYS, "solidaritefemmes.org", "2026-02-03"),
    # One number for both: veiligthuisgm.nl has it, rijksoverheid.nl the hours and for whom it is; the newest
    # with a date is Breda's announcement of February 2021.
    Line("NL", "0800 2000", "Veilig Thuis", "people hurt at home", ALWAYS, "rijksoverheid.nl", "2021-02-28"),
    Line("ES", "016", "Violencia de género", WOMEN, ALWAYS, "violenciagenero.igualdad.gob.es", LISTED),
    Line("AU", "1800 737 732", "1800RESPECT", EVERYBODY, ALWAYS, "1800respect.org.au", LISTED),
    # Its own site has both; the government's page repeats them under a banner of February 2023, and has the next.
    Line("NZ", "0800 733 843", "Women's Refuge", WOMEN, ALWAYS, "womensrefuge.org.nz", "2023-02-28"),
    # The ministry's release of February 2022 has number and hours, the Commission's of 24 November 2025 repeats them.
    Line("IN", "7827170170", "National Commission for Women", WOMEN, ALWAYS, "pib.gov.in", "2025-11-24"),
    # Its own site has number and hours; the department repeated both in The Mercury of 23 December 2025.
    Line("ZA", "0800 428 428", "GBV Command Centre", "people hurt or threatened", ALWAYS, "gbv.org.za", "2025-12-23"),
)
"""Lines for people who are afraid, or were hurt."""
OWN_BEHAVIOUR = (
    Line("GB", "0808 802 4040", "Respect Phoneline", WORRIED, ASK, "respectphoneline.org.uk", LISTED),
    Line("NL", "0800 2000", "Veilig Thuis", WORRIED, ALWAYS, "rijksoverheid.nl", "2021-02-28"),
    # Number and for whom on its own site; open day and night by AAP, and named in the Moorabool News, September 2022.
    Line("AU", "1300 766 491", "Men's Referral Service", WORRIED_MEN, ALWAYS, "ntv.org.au", "2022-09-30"),
    Line("NZ", "0800 456 450", "It's Not OK", WORRIED, ASK, "govt.nz", "2023-02-28"),
)
"""Lines for people who are worried about what they do."""
