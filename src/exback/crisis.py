"""People to call, by country, as a page: on screen at once, offline, and whole in a terminal of 40 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from exback.crisis_lines import COUNTRIES, EVERYBODY, FOR_ONE_GENDER, Country, Emergency, Line

__all__ = ["ANYWHERE", "COUNTRIES", "country_of", "page"]

ANYWHERE = "findahelpline.com"
WIDTH = 40
NONE_FOUND = f"  We found none here: {ANYWHERE}"
FOR_OTHERS = f"  For anybody else: {ANYWHERE}"
WORLDWIDE = ("112", "911", "999")
"""The numbers for danger that help most people, for whoever did not say where they are."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def country_of(environment: Mapping[str, str]) -> str | None:
    """Give the country code that the locale names ("de_AT.UTF-8" is AT), None if it names none listed."""
    named = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    code = named.partition(".")[0].partition("_")[2][:2].upper()
    return code if code in COUNTRIES else None


def page(code: str | None) -> str:
    """Give the whole page for one country, or for all of them, as plain text no wider than 40 columns.

    It begins with what to call in danger, and ends with a way for any country.
    """
    body = _everywhere() if code is None else _one(COUNTRIES[code])
    return "\n".join([*body, "", "Any country, by phone, chat or text:", ANYWHERE]) + "\n"


def _one(country: Country) -> Iterator[str]:
    yield f"If you are in danger now: {country.emergency.number}"
    yield "Call it too if somebody else is."
    yield from _found(country.emergency)
    yield from _nobody_watches()
    yield country.name
    yield from _lines(country)
    yield from ("", "If a line does not answer, try another.", "Other countries:", "  exback crisis --country all")


def _everywhere() -> Iterator[str]:
    yield f"If you are in danger now: {', '.join(WORLDWIDE)}"
    yield "or the number of your country, below."
    yield "Call it too if somebody else is."
    yield from _nobody_watches()
    for country in COUNTRIES.values():
        yield f"{country.name} (emergency: {country.emergency.number})"
        yield from _found(country.emergency)
        yield from _lines(country)
        yield ""
    yield "If a line does not answer, try another."


def _nobody_watches() -> Iterator[str]:
    yield from ("", "Nobody is watching this program.", "These are people you can talk to.", "")


def _lines(country: Country) -> Iterator[str]:
    yield from _rows(country.talk)
    yield from _group("If you are afraid, or were hurt:", country.afraid)
    yield from _group("If you are worried about what you do:", country.own_behaviour)


def _group(head: str, lines: tuple[Line, ...]) -> Iterator[str]:
    yield f"  {head}"
    yield from _rows(lines) if lines else (NONE_FOUND,)
    if _leaves_some_out(lines):
        yield FOR_OTHERS


def _leaves_some_out(lines: tuple[Line, ...]) -> bool:
    served = {line.who for line in lines}
    return bool(served & FOR_ONE_GENDER) and EVERYBODY not in served


def _rows(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        yield f"  {line.number}"
        yield from _folded(f"{line.what}, for {line.who}".split(), " ")
        yield from _folded((line.hours, line.source, _checked(line.checked)), ", ")


def _found(emergency: Emergency) -> Iterator[str]:
    if emergency.note:
        yield emergency.note
    yield from _folded((emergency.source, _checked(emergency.checked)), ", ")


def _checked(day: str) -> str:
    year, month, _ = day.split("-")
    return f"checked {MONTHS[int(month) - 1]} {year}"


def _folded(parts: Iterable[str], between: str) -> Iterator[str]:
    """Give parts side by side, indented, on as many lines as they need; a part is never broken."""
    line = ""
    for part in parts:
        wider = f"{line}{between}{part}" if line else f"    {part}"
        if line and len(wider) > WIDTH:
            yield line
            wider = f"    {part}"
        line = wider
    yield line
