"""`exback remind`: print what to add to this system's scheduler for a daily reminder, and how to remove it.

Nothing is written, unless a calendar file is asked for. What the reminder shows, and every name in it, says nothing of exback
or of what it's for, since others may see it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import time
from pathlib import Path
from typing import NamedTuple

from exback.commands.environment import Environment
from exback.console import hand_over, say, tell
from exback.engine.status import status_of
from exback.errors import NotNow, WrongUse
from exback.export.calendar import DAILY, GO_ON, STOPPED, TIMES, daily
from exback.insights.numbers import joined
from exback.store import export_file

USUAL = "21:00"
HELP = "To see its options: exback remind --help"
MIDDAY = 12


class Scheduler(NamedTuple):
    """What people paste into a terminal: `add` has places for `hour` and `minute`, `needs` is what must be there, in words.

    An `add` works in a home where there's nothing of the kind yet, and a second one replaces the first.
    """

    add: str
    remove: str
    needs: str = ""


SCHEDULERS = {
    "linux": Scheduler(
        add=f"""mkdir -p ~/.config/systemd/user
cat > ~/.config/systemd/user/two-minutes.service <<'END'
[Unit]
Description={DAILY}

[Service]
Type=oneshot
ExecStart=notify-send "{DAILY}"
END
cat > ~/.config/systemd/user/two-minutes.timer <<'END'
[Unit]
Description={DAILY}

[Timer]
OnCalendar=*-*-* {{hour:02}}:{{minute:02}}:00

[Install]
WantedBy=timers.target
END
systemctl --user daemon-reload
systemctl --user enable --now two-minutes.timer
""",
        remove="""systemctl --user disable --now two-minutes.timer
rm ~/.config/systemd/user/two-minutes.timer ~/.config/systemd/user/two-minutes.service
systemctl --user daemon-reload
""",
        needs="It needs notify-send (on Debian and Ubuntu in the package libnotify-bin). Without systemd: --system cron",
    ),
    "macos": Scheduler(
        add=f"""mkdir -p ~/Library/LaunchAgents
cat > ~/Library/LaunchAgents/local.two-minutes.plist <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>local.two-minutes</string>
  <key>ProgramArguments</key>
  <array>
    <string>/usr/bin/osascript</string>
    <string>-e</string>
    <string>display notification "{DAILY}"</string>
  </array>
  <key>StartCalendarInterval</key>
  <dict>
    <key>Hour</key>
    <integer>{{hour}}</integer>
    <key>Minute</key>
    <integer>{{minute}}</integer>
  </dict>
</dict>
</plist>
END
launchctl bootout gui/$(id -u)/local.two-minutes 2>/dev/null
launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/local.two-minutes.plist
""",
        remove="""launchctl bootout gui/$(id -u)/local.two-minutes
rm ~/Library/LaunchAgents/local.two-minutes.plist
""",
    ),
    "windows": Scheduler(
        add=f'schtasks /Create /TN "{DAILY}" /SC DAILY /ST {{hour:02}}:{{minute:02}} '
        f"/TR \"powershell -WindowStyle Hidden -Command (New-Object -ComObject WScript.Shell).Popup('{DAILY}')\" /F\n",
        remove=f'schtasks /Delete /TN "{DAILY}" /F\n',
    ),
    "cron": Scheduler(
        add=f"""(crontab -l 2>/dev/null | grep -v 'notify-send "{DAILY}"'; echo '{{minute}} {{hour}} * * * XDG_RUNTIME_DIR=/run/user/$(id -u) notify-send "{DAILY}"') | crontab -
""",
        remove=f"""crontab -l | grep -v 'notify-send "{DAILY}"' | crontab -
""",
        needs="It needs notify-send (on Debian and Ubuntu in the package libnotify-bin).",
    ),
}
"""By the name of the system: its scheduler."""
SYSTEMS = {"linux": "linux", "darwin": "macos", "win32": "windows"}
"""By Python's name for a platform: the name of the system. Every other one has cron."""
OTHER_TIME = "For another time: exback remind 8:30"
ELSEWHERE = "exback hasn't added anything. For another system, use --system with its name: {others}."
PHONE = "For a phone, put it in a calendar: exback remind --calendar FILE.ics"
SEEN_BY = "Anyone who can see your screen or your calendar could see a reminder{daily}."
AND_DAILY = ", and one comes at the same time every day"
IF_AFRAID = "If you're afraid of someone who could see it, don't add it."
"""Everyone is told this: a line that only someone afraid is shown would say that they are."""
SAYS = "All it says is {titles}."


def remind(environment: Environment, words: str | None, *, calendar: Path | None, system: str | None) -> None:
    """Print how to add and remove a daily reminder, or write one as a calendar file, to stdout if that is "-".

    `words` name the time of day.

    Raises:
        WrongUse: That's no time of day, or there is no such system.
        NotNow: They've stopped the plan.
        ExbackError: The calendar file can't be written, or is there already.
    """
    at = _time_of_day(words or USUAL)
    name = system or SYSTEMS.get(sys.platform, "cron")
    if name not in SCHEDULERS:
        raise WrongUse(f"exback remind works on these systems: {', '.join(SCHEDULERS)}.", hint=HELP)
    if calendar is not None:
        _write(environment, calendar, at)
        return
    journey, scheduler = environment.journey_if_open(), SCHEDULERS[name]
    if status_of(environment.program, journey).is_stopped:
        tell("To remove a reminder that you added, paste this into a terminal:", "")
        hand_over(scheduler.remove)
        tell("", f"In a calendar, delete the event “{DAILY}”, or the title you chose.", "")
        raise NotNow(STOPPED, hint=GO_ON)
    tell(*seen_by(), "")
    tell(f"It comes every day at {at:%H:%M}.", *([] if words else [OTHER_TIME]), "")
    tell("To add it, paste this into a terminal:", "")
    hand_over(scheduler.add.format(hour=at.hour, minute=at.minute))
    tell("", "To remove it again:", "")
    hand_over(scheduler.remove)
    others = ", ".join(each for each in SCHEDULERS if each != name)
    tell("", *filter(None, [scheduler.needs]), ELSEWHERE.format(others=others), PHONE)


def _time_of_day(words: str) -> time:
    """Return a time of day in words such as 21:00, 9.30 pm or 7. Raises WrongUse."""
    match = re.fullmatch(r"(\d{1,2})(?:[:.h]([0-5]\d))?\s*(?:([ap])\.?m\.?)?", words.strip().casefold(), re.ASCII)
    hour, minute, half = (int(match[1]), int(match[2] or 0), match[3]) if match is not None else (-1, 0, None)
    if half is not None:
        hour = hour % MIDDAY + (MIDDAY if half == "p" else 0) if 1 <= hour <= MIDDAY else -1
    try:
        return time(hour, minute)
    except ValueError:
        raise WrongUse("exback remind takes a time of day, such as 21:00 or 9:30pm.", hint=HELP) from None


def seen_by(events: Sequence[str] = (DAILY,), title: str = "") -> tuple[str, ...]:
    """Return who might see a reminder, and what it shows: the titles of the events, or the one that someone chose for all."""
    says = SAYS.format(titles=joined([f"“{each}”" for each in ([title] if title else events)], "or"))
    return f"{SEEN_BY.format(daily=AND_DAILY if DAILY in events else '')} {says}", IF_AFRAID


def _write(environment: Environment, path: Path, at: time) -> None:
    journey = environment.journey()
    text = daily(environment.program, journey, at)
    if path == export_file.STDOUT:
        say(seen_by())
        hand_over(text)
        return
    tell(*seen_by(), "")
    export_file.write_new(path, text.encode("utf-8"))
    tell(f"Written, for every day at {at:%H:%M}:", f"  {path.absolute()}")
    tell(
        f"Open the file in your calendar. The reminder comes {TIMES} times. To remove it, delete the event “{DAILY}” there."
    )
