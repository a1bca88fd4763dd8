"""In which order someone writes the day and the month, as far as the locale says so."""

from __future__ import annotations

from collections.abc import Mapping

MONTH_FIRST = frozenset(
    (
        *("US", "AS", "FM", "GU", "MH", "MP", "PR", "PW", "UM", "VI", "PH"),  # 4/3 is 3 April
        *("CN", "JP", "KR", "TW", "HU"),  # the year comes first, and the month before the day
    )
)
"""Countries. Everywhere else, and where no locale is set, the day comes first."""


def is_month_first(environment: Mapping[str, str]) -> bool:
    """Whether the month comes before the day, by the first of LC_ALL, LC_TIME and LANG that is set."""
    locale = next((environment[name] for name in ("LC_ALL", "LC_TIME", "LANG") if environment.get(name)), "")
    return locale.replace("-", "_").partition("_")[2][:2].upper() in MONTH_FIRST
