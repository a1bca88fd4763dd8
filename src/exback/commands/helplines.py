"""The numbers that `exback crisis` shows: data only, and quick to import.

A wrong number can cost a life, so every row names the operator's site and its witnesses: tables of which each says that its
authors read that site on a day. No one rang these numbers for exback. A row is added or changed only when someone has looked
it up again; `python scripts/release_check.py` lists the rows that are too old.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Country(NamedTuple):
    """A country and its number to call in danger. `note` explains which to take if there are two."""

    name: str
    number: str
    source: str
    witnesses: str
    note: str = ""


class Line(NamedTuple):
    """One number to call: where, who answers, for whom, at what hours, the operator's site, and the witnesses.

    `text` says how to reach them without speaking, because many people can be overheard. A row that no one could confirm
    lately `is_old`: it comes after the others, with the day of its last witness.
    """

    country: str
    number: str
    what: str
    who: str
    hours: str
    source: str
    witnesses: str
    text: str = ""
    is_old: bool = False


WITNESSES: Mapping[str, str] = {
    "A": "2026-10-07",  # the helpline table of the public project CalebSargeant/wise-mind, src/content/crisis.js
    "B": "2026-09-09",  # a public table of crisis lines
    "C": "2023-02-28",  # a page of New Zealand's government, under a banner of that month
    "D": "2026-10-01",  # a public list of lines for people who worry about what they do
    "E": "2021-02-28",  # rijksoverheid.nl for hours and callers, and an announcement by the town of Breda
    "F": "2024",  # the newest material for the stalking line has no day
}
"""The day on which each witness read the operators' pages: year-month-day, or only the year."""

ALWAYS = "24 hours"
ASK = "hours: see site"
CHAT = "chat on the site"

EVERYONE = "everyone"
WOMEN = "women"
WOMEN_OF_AGE = "women over 18"
MEN = "men"
WORRIED = "people worried about what they do"
WORRIED_MEN = "men worried about what they do"

FOR_ONE_GENDER = frozenset({WOMEN, MEN, WOMEN_OF_AGE, WORRIED_MEN})
"""Where only these are listed, the page names a number for everyone else."""

COUNTRIES: Mapping[str, Country] = {
    "US": Country("United States", "911", "911.gov", "AB"),
    "CA": Country("Canada", "911", "canada.ca", "AB"),
    "GB": Country("United Kingdom", "999 or 112", "gov.uk", "AB"),
    "IE": Country("Ireland", "112 or 999", "europa.eu", "AB"),
    "AU": Country("Australia", "000", "triplezero.gov.au", "AB"),
    "NZ": Country("New Zealand", "111", "govt.nz", "AB"),
    "DE": Country("Germany", "112", "europa.eu", "AB"),
    "AT": Country(
        "Austria", "112, 144 or 133", "europa.eu", "A", "144 is the ambulance, 133 the police. 112 is for both."
    ),
    "CH": Country(
        "Switzerland", "112, 144 or 117", "ch.ch", "A", "144 is the ambulance, 117 the police. 112 is for both."
    ),
    "FR": Country("France", "112 or 15", "europa.eu", "AB", "15 is the ambulance. 112 is for everything."),
    "NL": Country("Netherlands", "112", "europa.eu", "AB"),
    "BE": Country("Belgium", "112", "europa.eu", "A"),
    "ES": Country("Spain", "112", "europa.eu", "AB"),
    "IT": Country("Italy", "112", "europa.eu", "AB"),
    "PT": Country("Portugal", "112", "europa.eu", "A"),
    "SE": Country("Sweden", "112", "europa.eu", "AB"),
    "NO": Country("Norway", "113 or 112", "helsenorge.no", "AB", "113 is the ambulance, 112 the police."),
    "DK": Country("Denmark", "112", "europa.eu", "AB"),
    "FI": Country("Finland", "112", "europa.eu", "AB"),
    "PL": Country("Poland", "112", "europa.eu", "B"),
    "IN": Country("India", "112", "112.gov.in", "AB"),
    "SG": Country("Singapore", "995 or 999", "scdf.gov.sg", "AB", "995 is the ambulance, 999 the police."),
    "JP": Country("Japan", "119 or 110", "npa.go.jp", "AB", "119 is the ambulance, 110 the police."),
    "PH": Country("Philippines", "911", "e911.gov.ph", "B"),
    "ZA": Country(
        "South Africa",
        "10111 or 10177",
        "saps.gov.za",
        "AB",
        "10111 is the police, 10177 the ambulance. From a mobile, 112 works too.",
    ),
    "BR": Country("Brazil", "192 or 190", "gov.br", "AB", "192 is the ambulance, 190 the police."),
    "MX": Country("Mexico", "911", "gob.mx", "AB"),
}

TALK = (
    Line(
        "US",
        "988",
        "Suicide & Crisis Lifeline",
        EVERYONE,
        ALWAYS,
        "988lifeline.org",
        "AB",
        "text 988, chat on the site",
    ),
    Line("US", "text HOME to 741741", "Crisis Text Line", EVERYONE, ALWAYS, "crisistextline.org", "B"),
    Line("CA", "988", "Suicide Crisis Helpline", EVERYONE, ALWAYS, "988.ca", "AB", "text 988"),
    Line("GB", "116 123", "Samaritans", EVERYONE, ALWAYS, "samaritans.org", "AB"),
    Line("GB", "0808 164 0123", "Samaritans", "Welsh speakers", ASK, "samaritans.org", "A"),
    Line("GB", "text SHOUT to 85258", "Shout", EVERYONE, ALWAYS, "giveusashout.org", "AB"),
    Line("IE", "116 123", "Samaritans", EVERYONE, ALWAYS, "samaritans.org", "AB"),
    Line("IE", "1800 247 247", "Pieta", EVERYONE, ALWAYS, "pieta.ie", "AB", "text HELP to 51444"),
    Line("IE", "text HELLO to 50808", "Text About It", EVERYONE, ALWAYS, "text50808.ie", "AB"),
    Line(
        "AU", "13 11 14", "Lifeline", EVERYONE, ALWAYS, "lifeline.org.au", "AB", "text 0477 13 11 14, chat on the site"
    ),
    Line("NZ", "1737", "Need to Talk?", EVERYONE, ALWAYS, "1737.org.nz", "AB", "text 1737"),
    Line("DE", "0800 111 0 111", "TelefonSeelsorge", EVERYONE, ALWAYS, "telefonseelsorge.de", "AB", CHAT),
    Line("DE", "0800 111 0 222", "TelefonSeelsorge", EVERYONE, ALWAYS, "telefonseelsorge.de", "AB"),
    Line("DE", "116 123", "TelefonSeelsorge", EVERYONE, ALWAYS, "telefonseelsorge.de", "AB"),
    Line(
        "AT", "142", "TelefonSeelsorge", EVERYONE, ALWAYS, "telefonseelsorge.at", "A", "chat on the site, 16:00-23:00"
    ),
    Line("CH", "143", "Die Dargebotene Hand", EVERYONE, ALWAYS, "143.ch", "A", CHAT),
    Line(
        "FR",
        "3114",
        "Numéro national de prévention du suicide",
        EVERYONE,
        ALWAYS,
        "3114.fr",
        "AB",
        "chat on the site, 9:00-22:00",
    ),
    Line("NL", "113 or 0800 0113", "113 Zelfmoordpreventie", EVERYONE, ALWAYS, "113.nl", "AB", CHAT),
    Line(
        "BE",
        "1813",
        "Zelfmoordlijn",
        "Dutch speakers",
        ALWAYS,
        "zelfmoord1813.be",
        "A",
        "chat on the site, in the evening",
    ),
    Line(
        "BE", "0800 32 123", "Centre de Prévention du Suicide", "French speakers", ALWAYS, "preventionsuicide.be", "A"
    ),
    Line("ES", "024", "Línea de atención a la conducta suicida", EVERYONE, ALWAYS, "sanidad.gob.es", "AB", CHAT),
    Line(
        "IT", "02 2327 2327", "Telefono Amico Italia", EVERYONE, ASK, "telefonoamico.it", "AB", "WhatsApp 324 011 72 52"
    ),
    Line("PT", "808 24 24 24, option 4", "SNS 24", EVERYONE, ALWAYS, "sns24.gov.pt", "A"),
    Line("PT", "213 544 545", "SOS Voz Amiga", EVERYONE, "15:30-00:30", "sosvozamiga.org", "A"),
    Line("SE", "90101", "Självmordslinjen (Mind)", EVERYONE, ALWAYS, "mind.se", "AB", CHAT),
    Line("NO", "116 123", "Mental Helse Hjelpetelefonen", EVERYONE, ALWAYS, "mentalhelse.no", "AB", CHAT),
    Line("DK", "70 20 12 01", "Livslinien", EVERYONE, "9:00 to 5:00 in the morning", "livslinien.dk", "AB", CHAT),
    Line(
        "FI",
        "09 2525 0111",
        "MIELI, in Finnish",
        EVERYONE,
        ALWAYS,
        "mieli.fi",
        "AB",
        "chat on the site, Mon-Thu 15:00-21:00",
    ),
    Line("PL", "800 702 222", "Centrum Wsparcia", EVERYONE, ASK, "centrumwsparcia.pl", "B", CHAT),
    Line("IN", "14416 or 1800 891 4416", "Tele-MANAS", EVERYONE, ALWAYS, "telemanas.mohfw.gov.in", "AB"),
    Line("SG", "1767", "Samaritans of Singapore", EVERYONE, ALWAYS, "sos.org.sg", "AB", "WhatsApp 9151 1767"),
    Line("JP", "0120-279-338", "Yorisoi Hotline", EVERYONE, ALWAYS, "mhlw.go.jp", "AB"),
    Line("JP", "0120-061-338", "Inochi SOS, in Japanese", EVERYONE, ALWAYS, "mhlw.go.jp", "AB"),
    Line("JP", "0800-300-8355", "TELL", "English speakers", ASK, "telljp.com", "B", CHAT),
    Line("PH", "1553 or 0919 057 1553", "NCMH Crisis Hotline", EVERYONE, ASK, "ncmh.gov.ph", "B"),
    Line("ZA", "0800 567 567", "SADAG suicide line", EVERYONE, ALWAYS, "sadag.org", "AB", "SMS 31393"),
    Line("BR", "188", "CVV", EVERYONE, ALWAYS, "cvv.org.br", "AB", CHAT),
    Line("MX", "800 911 2000", "Línea de la Vida", EVERYONE, ALWAYS, "gob.mx", "AB"),
)
"""Lines for anyone who needs someone to talk to."""
AFRAID = (
    Line(
        "US",
        "1-800-799-7233",
        "National Domestic Violence Hotline",
        EVERYONE,
        ALWAYS,
        "thehotline.org",
        "AB",
        "text START to 88788, chat on the site",
    ),
    Line("CA", "1-866-863-0511", "", "people in Ontario", ASK, "sheltersafe.ca", "A"),
    Line("CA", "1-800-363-9010", "", "people in Quebec", ASK, "sheltersafe.ca", "A"),
    Line("CA", "1-800-563-0808", "", "people in BC", ASK, "sheltersafe.ca", "A"),
    Line("GB", "0808 2000 247", "", "women in England", ALWAYS, "nationaldahelpline.org.uk", "AB"),
    Line("GB", "0800 027 1234", "", "people in Scotland", ALWAYS, "sdafmh.org.uk", "A"),
    Line("GB", "0808 80 10 800", "", "people in Wales", ALWAYS, "gov.wales", "A", "text 07860 077333"),
    Line("GB", "0808 802 1414", "", "people in N. Ireland", ALWAYS, "dsahelpline.org", "A"),
    Line("GB", "0808 801 0327", "", MEN, "weekdays 10:00-17:00", "mensadviceline.org.uk", "A"),
    Line("GB", "0808 802 0300", "", "people being stalked", ASK, "suzylamplugh.org", "F", is_old=True),
    Line("IE", "1800 341 900", "Women's Aid", WOMEN, ALWAYS, "womensaid.ie", "AB"),
    Line("IE", "01 554 3811", "Men's Aid", MEN, "weekdays 9:00-17:00", "mensaid.ie", "A"),
    Line("AU", "1800 737 732", "1800RESPECT", EVERYONE, ALWAYS, "1800respect.org.au", "AB", CHAT),
    Line("NZ", "0800 456 450", "Are You OK", EVERYONE, ALWAYS, "areyouok.org.nz", "AB", CHAT),
    Line("NZ", "0800 733 843", "Women's Refuge", WOMEN, ALWAYS, "womensrefuge.org.nz", "AB"),
    Line("DE", "116 016", "Hilfetelefon Gewalt gegen Frauen", WOMEN, ALWAYS, "hilfetelefon.de", "AB", CHAT),
    Line(
        "DE",
        "0800 1239900",
        "Hilfetelefon Gewalt an Männern",
        MEN,
        "Mon-Thu 8-20, Fri 8-15",
        "maennerhilfetelefon.de",
        "A",
    ),
    Line("AT", "0800 222 555", "Frauenhelpline gegen Gewalt", WOMEN, ALWAYS, "frauenhelpline.at", "A"),
    Line("CH", "142", "Opferhilfe", EVERYONE, ALWAYS, "opferhilfe-schweiz.ch", "A"),
    Line("FR", "3919", "Violences Femmes Info", WOMEN, ALWAYS, "solidaritefemmes.org", "AB"),
    Line("NL", "0800 2000", "Veilig Thuis", EVERYONE, ALWAYS, "veiligthuis.nl", "AB", CHAT),
    Line("BE", "1712", "1712", "Dutch speakers", "weekdays 9:00-18:00", "1712.be", "A", CHAT),
    Line(
        "BE", "0800 30 030", "Écoute violences conjugales", "French speakers", ASK, "ecouteviolencesconjugales.be", "A"
    ),
    Line("ES", "016", "Violencia de género", WOMEN, ALWAYS, "violenciagenero.igualdad.gob.es", "AB"),
    Line("IT", "1522", "Antiviolenza e stalking", EVERYONE, ALWAYS, "1522.eu", "AB", CHAT),
    Line("PT", "800 202 148", "Linha de violência doméstica", EVERYONE, ALWAYS, "cig.gov.pt", "A", "SMS 3060"),
    Line("SE", "116 016", "Kvinnofridslinjen", EVERYONE, ALWAYS, "kvinnofridslinjen.se", "AB"),
    Line("NO", "116 006", "VO-linjen", EVERYONE, ALWAYS, "volinjen.no", "AB"),
    Line("DK", "1888", "Lev Uden Vold", EVERYONE, ALWAYS, "levudenvold.dk", "AB"),
    Line("FI", "116 016", "Nollalinja", EVERYONE, ALWAYS, "nollalinja.fi", "AB"),
    Line("IN", "181", "Women Helpline", WOMEN, ALWAYS, "wcd.gov.in", "A"),
    Line("IN", "14490", "National Commission for Women", WOMEN_OF_AGE, ASK, "ncw.gov.in", "B"),
    Line("SG", "1800 777 0000", "a line for reports; police may come", EVERYONE, ALWAYS, "msf.gov.sg", "AD"),
    Line("JP", "0120-279-889", "DV Soudan Plus", EVERYONE, ALWAYS, "soudanplus.jp", "AB", CHAT),
    Line("ZA", "0800 428 428", "GBV Command Centre", EVERYONE, ALWAYS, "gbv.org.za", "AB", "SMS HELP to 31531"),
    Line("BR", "180", "Ligue 180", WOMEN, ALWAYS, "gov.br", "AB", "WhatsApp (61) 9610-0180"),
    Line("MX", "079, option 1", "Línea de las Mujeres", WOMEN, ALWAYS, "gob.mx", "AB"),
)
"""Lines for people who are afraid, or were hurt."""
OWN_BEHAVIOUR = (
    Line("GB", "0808 802 4040", "Respect Phoneline", WORRIED, ASK, "respectphoneline.org.uk", "D"),
    Line("AU", "1300 766 491", "Men's Referral Service", WORRIED_MEN, ALWAYS, "ntv.org.au", "D"),
    Line("NZ", "0800 456 450", "Are You OK", WORRIED, ASK, "areyouok.org.nz", "C", is_old=True),
    Line("NL", "0800 2000", "Veilig Thuis", WORRIED, ALWAYS, "rijksoverheid.nl", "E", is_old=True),
    Line("SG", "6555 0390", "PAVE", WORRIED, "office hours", "pave.org.sg", "D"),
)
"""Lines for people who are worried about what they do."""
