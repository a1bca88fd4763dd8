"""`exback crisis`: people to call, by country, offline, on a page that fits a terminal of 40 columns.

A terminal shows the end of a page that is longer than it is. So the numbers that matter most stand at both ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from exback.commands import helplines
from exback.commands.helplines import COUNTRIES, EVERYBODY, Country, Line

__all__ = ["ANYWHERE", "COUNTRIES", "EVERY", "country_of", "page", "page_for"]

ANYWHERE = "findahelpline.com"
EVERY = "ALL"
"""Stands for all countries, where a country code is asked for."""
WIDTH = 40
NONE_FOUND = f"  We found none here: {ANYWHERE}"
FOR_OTHERS = f"  For anybody else: {ANYWHERE}"
FOR_SOMEONE_ELSE = "Call it too if somebody else is."
NOT_WATCHED = ("", "Nobody is watching this program.")
TALK_TO = "These are people you can talk to."
WORLDWIDE = "112, 911, 999"
"""The emergency numbers of most countries, for someone who didn't say where they are."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def country_of(environment: Mapping[str, str]) -> str | None:
    """Return the country code that the locale names ("de_AT.UTF-8" is AT), None if it names none that is listed."""
    named = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    code = named.partition(".")[0].partition("_")[2][:2].upper()
    return code if code in COUNTRIES else None


def page(code: str | None) -> str:
    """Return the page for a country, for EVERY country, or for someone whose country isn't known (None).

    It's plain text, at most 40 columns wide. The number to call in danger is its first line, and is repeated near the
    end. Its last line helps in any country.
    """
    if code is None:
        body, danger = _no_country(), WORLDWIDE
    elif code == EVERY:
        body, danger = _every_country(), WORLDWIDE
    else:
        body, danger = _one_country(code), COUNTRIES[code].number
    first, last = f"If you are in danger now: {danger}", (f"In danger now: {danger}", f"Any country: {ANYWHERE}")
    return "\n".join([first, *body, *last]) + "\n"


def page_for(country: str | None, environment: Mapping[str, str]) -> str:
    """Return the page for a country code in any case, for "all", or where nothing is named (None) for the locale's country.

    Raises ExbackError if no country has this code.
    """
    code = country_of(environment) if country is None else country.upper()
    if code is not None and code not in (EVERY, *COUNTRIES):
        from exback.errors import ExbackError  # `exback crisis` alone needs none

        raise ExbackError(
            f"exback has no numbers for “{country}”. It has: {', '.join(sorted(COUNTRIES))}.",
            hint=f"Any country: {ANYWHERE}",
        )
    return page(code)


def _one_country(code: str) -> Iterator[str]:
    country = COUNTRIES[code]
    yield FOR_SOMEONE_ELSE
    yield from _about_emergency(country)
    yield from (*NOT_WATCHED, TALK_TO, "", country.name)
    yield from _lines(code)
    # No empty lines from here on: a terminal of 24 rows then shows every number for people who are afraid, and one to talk to.
    yield from ("If a line does not answer, try another.", "Elsewhere: exback crisis --country all")
    yield f"To talk to somebody: {_of_country(code, helplines.TALK)[0].number}"


def _every_country() -> Iterator[str]:
    yield from ("or the number of your country, below.", FOR_SOMEONE_ELSE, *NOT_WATCHED, TALK_TO)
    for code, country in COUNTRIES.items():
        yield from ("", f"{country.name} (emergency: {country.number})")
        yield from _about_emergency(country)
        yield from _lines(code)
    yield from ("", "If a line does not answer, try another.", "")


def _no_country() -> Iterator[str]:
    yield from ("or the number of your country.", FOR_SOMEONE_ELSE, *NOT_WATCHED)
    yield from ("To see the lines of your country, name", "it by one of the codes below:")
    yield "  exback crisis --country GB"
    yield from _folded(sorted(COUNTRIES), " ")
    yield from ("All of them:", "  exback crisis --country all", "")


def _lines(code: str) -> Iterator[str]:
    yield from _rows(_of_country(code, helplines.TALK), but=EVERYBODY)
    yield from _group("If you are afraid, or were hurt:", _of_country(code, helplines.AFRAID))
    yield from _group(
        "If you are worried about what you do:", _of_country(code, helplines.OWN_BEHAVIOUR), but=helplines.WORRIED
    )


def _of_country(code: str, lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if line.country == code]


def _group(head: str, lines: list[Line], but: str = "") -> Iterator[str]:
    yield f"  {head}"
    yield from _rows(lines, but=but) if lines else (NONE_FOUND,)
    served = {line.who for line in lines}
    if served & helplines.FOR_ONE_GENDER and EVERYBODY not in served:
        yield FOR_OTHERS


def _rows(lines: list[Line], *, but: str) -> Iterator[str]:
    """Yield the rows of a group, each with the people it is for, unless these are the ones named in `but`."""
    for line in lines:
        who = "" if line.who == but else f", for {line.who}"
        yield f"  {line.number}"
        yield from _folded((*f"{line.what}{who},".split(), line.hours), " ")
        yield from _origin(line)


def _about_emergency(country: Country) -> Iterator[str]:
    if country.note:
        yield country.note
    yield from _origin(country)


def _origin(row: Country | Line) -> Iterator[str]:
    """Yield where a number is from, and when it was last checked."""
    year, month, _ = row.checked.split("-")
    return _folded((row.source, f"checked {MONTHS[int(month) - 1]} {year}"), ", ")


def _folded(parts: Iterable[str], between: str) -> Iterator[str]:
    """Yield parts side by side, indented, on as many lines as they need. A part is never broken."""
    line = ""
    for part in parts:
        wider = f"{line}{between}{part}" if line else f"    {part}"
        if line and len(wider) > WIDTH:
            yield line
            wider = f"    {part}"
        line = wider
    yield line
