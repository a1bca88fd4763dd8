"""`exback crisis`: people to call, by country, offline, on a page that fits a terminal of 40 columns.

A terminal shows the end of a page that is longer than it is. So the numbers that matter most stand at both ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from exback.commands import countries, helplines
from exback.commands.helplines import COUNTRIES, EVERYONE, WITNESSES, Country, Line

ANYWHERE = "findahelpline.com"
WIDTH = 40
NONE_FOUND = f"  None listed. Try {ANYWHERE}"
ASK_A_DOCTOR = "  None listed. Ask a doctor."
FOR_OTHERS = f"  Not for you? Try {ANYWHERE}"
FOR_SOMEONE_ELSE = "Call too if someone else is in danger."
NOT_WATCHED = ("", "No one at exback is watching, so help", "won't come by itself. Please call.")
OWN_PLAN = ("Your own plan, if you made one:", "  exback plan")
TALK_TO = ("These are people you can talk to. If", "one doesn't answer, try another.")
GUESSED = ("Guessed from your computer. To set it:", f"{countries.VARIABLE}=GB (or your country)")
WORLDWIDE = "112, 911, 999"
"""The emergency numbers of most countries, for someone whose country isn't known."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def page_now(environment: Mapping[str, str], otherwise: str | None = None) -> str:
    """Return the page for someone who named no country: that of EXBACK_COUNTRY or, without it, a guess that is called one.

    Where there is neither, it's the page for `otherwise`.
    """
    setting = environment.get(countries.VARIABLE)
    code = countries.named(setting) if setting else countries.guessed(environment)
    return page(code or otherwise, is_guess=not setting)


def page_for(country: str) -> str:
    """Return the page for a country's code or name, or for "all". Raises ExbackError if it isn't listed."""
    code = countries.named(country)
    if code is None:
        from exback.errors import ExbackError  # `exback crisis` alone needs none

        raise ExbackError(
            f"exback has no numbers for “{country}”. It has them for: {', '.join(sorted(COUNTRIES))}.",
            hint=f"Any country: {ANYWHERE}",
        )
    return page(code)


def page(code: str | None, *, is_guess: bool = False) -> str:
    """Return the page for a country, for EVERY country, or for someone whose country isn't known (None).

    It's plain text, at most 40 columns wide. The number to call in danger is its first line, and is repeated near the
    end. Its last line helps in any country. `is_guess` is whether the country was only guessed.
    """
    if code is None:
        body, danger = _no_country(), WORLDWIDE
    elif code == countries.EVERY:
        body, danger = _every_country(), WORLDWIDE
    else:
        body, danger = _one_country(code, is_guess=is_guess), COUNTRIES[code].number
    first, last = f"If you're in danger now: {danger}", (f"In danger now: {danger}", f"Any country: {ANYWHERE}")
    return "\n".join([first, *body, *last]) + "\n"


def _one_country(code: str, *, is_guess: bool) -> Iterator[str]:
    country = COUNTRIES[code]
    yield FOR_SOMEONE_ELSE
    yield from _about_emergency(country)
    yield from (*NOT_WATCHED, *TALK_TO, *OWN_PLAN, "", *(GUESSED if is_guess else ()))
    yield from _country(code)
    # No empty lines from here on: a terminal of 24 rows then shows every number for people who are afraid, and one to talk to.
    yield "Elsewhere: exback crisis --country all"
    yield f"To talk: {_of_country(code, helplines.TALK)[0].number}"


def _every_country() -> Iterator[str]:
    yield from ("or your country's number, below.", FOR_SOMEONE_ELSE, *NOT_WATCHED, *TALK_TO, *OWN_PLAN)
    for code, country in COUNTRIES.items():
        yield from ("", f"{country.name}, in danger now:", f"  {country.number}")
        yield from _about_emergency(country)
        yield from _country(code)
    yield ""


def _no_country() -> Iterator[str]:
    yield from ("or your country's number.", FOR_SOMEONE_ELSE, *NOT_WATCHED, *OWN_PLAN)
    yield from ("To see a country's numbers, name it:", "  exback crisis --country GB")
    yield from _folded(sorted(COUNTRIES), " ")
    yield from ("All of them:", "  exback crisis --country all", "")


def _country(code: str) -> Iterator[str]:
    month = _month(COUNTRIES[code])
    yield f"{COUNTRIES[code].name}, checked {month}"
    yield from _rows(_of_country(code, helplines.TALK), month, but=EVERYONE)
    yield from _group("If you're afraid, or were hurt:", _of_country(code, helplines.AFRAID), month, but=EVERYONE)
    worried = _of_country(code, helplines.OWN_BEHAVIOUR)
    yield from _group("If you're worried about what you do:", worried, month, but=helplines.WORRIED)


def _of_country(code: str, lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if line.country == code]


def _group(head: str, lines: list[Line], month: str, *, but: str) -> Iterator[str]:
    yield f"  {head}"
    yield from _rows(lines, month, but=but) if lines else (ASK_A_DOCTOR if but == helplines.WORRIED else NONE_FOUND,)
    served = {line.who for line in lines}
    if served and served <= helplines.FOR_ONE_GENDER:
        yield FOR_OTHERS


def _rows(lines: list[Line], month: str, *, but: str) -> Iterator[str]:
    """Yield the rows of a group: who they are for unless these are the ones named in `but`, and when checked if not in `month`."""
    for line in lines:
        who = "" if line.who == but else f"for {line.who}"
        number = f"  {line.number} {who}" if who else f"  {line.number}"
        is_short = len(number) <= WIDTH
        checked_then = "not confirmed since" if line.is_old else "checked"
        yield number if is_short else f"  {line.number}"
        details = (
            *("" if is_short else who, line.what, line.hours, *line.text.split(", "), line.source),
            "" if _month(line) == month else f"{checked_then} {_month(line)}",
        )
        yield from _folded(details, ", ")


def _about_emergency(country: Country) -> Iterator[str]:
    yield from _folded((country.note,), ", ", indent="")
    yield from _folded((country.source, f"checked {_month(country)}"), ", ")


def _month(row: Country | Line) -> str:
    """Return when a row was last checked, in words; without a month if that isn't known."""
    year, *others = checked(row).split("-")
    return f"{MONTHS[int(others[0]) - 1]} {year}" if others else year


def checked(row: Country | Line) -> str:
    """Return the day on which a row was last checked, year-month-day, or only the year."""
    return max(WITNESSES[witness] for witness in row.witnesses)


def _folded(parts: Iterable[str], between: str, indent: str = "    ") -> Iterator[str]:
    """Yield the parts that aren't empty, on as many lines as they need. A part is only broken if it's wider than a line."""
    chunks: list[str] = []
    for part in filter(None, parts):
        *words, last = [part] if len(indent + part) <= WIDTH else part.split()
        chunks += (*(f"{word} " for word in words), last + between)
    line = ""
    for chunk in chunks:
        if line and len((indent + line + chunk).removesuffix(between).rstrip()) > WIDTH:
            yield (indent + line).removesuffix(between).rstrip()
            line = ""
        line += chunk
    if line:
        yield (indent + line).removesuffix(between).rstrip()
