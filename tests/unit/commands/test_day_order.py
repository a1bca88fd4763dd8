from __future__ import annotations

import pytest

from exback.commands.since import is_month_first


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"LANG": "C"}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({"LANG": "POSIX"}, False),
        ({"LANG": "en_US.UTF-8"}, True),
        ({"LANG": "en_US"}, True),
        ({"LANG": "en-US"}, True),
        ({"LANG": "es_US.UTF-8"}, True),
        ({"LANG": "en_PH.UTF-8"}, True),
        ({"LANG": "ja_JP.eucJP"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "en_IE@euro"}, False),
        ({"LANG": "de_DE.UTF-8"}, False),
        ({"LANG": "en"}, False),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "en_GB.UTF-8"}, False),
        ({"LANG": "en_GB.UTF-8", "LC_TIME": "en_US.UTF-8"}, True),
        ({"LANG": "en_GB.UTF-8", "LC_TIME": "en_GB.UTF-8", "LC_ALL": "en_US.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "", "LC_ALL": ""}, True),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, False),
    ],
)
def test_the_locale_says_whether_the_month_comes_first(environment: dict[str, str], expected: bool) -> None:
    """LC_ALL comes before LC_TIME and that before LANG; what is set to nothing isn't set."""
    assert is_month_first(environment) == expected
