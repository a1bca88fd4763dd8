"""The way in: `exback` and `python -m exback`. Imports nothing until it knows what is wanted."""

import os
import sys

# The terminal's second screen leaves nothing in the scrollback. At such a moment half a second is long, so the
# first line stands there before anything is loaded.
SECOND_SCREEN = "\x1b[?1049h\x1b[2J\x1b[H"
FIRST_SCREEN = "\x1b[?1049l"
FIRST_LINE = "You want to write to them. Stay here ten minutes first."


def main() -> None:
    """Run exback on the command line's words, and exit with its code."""
    words = sys.argv[1:]
    if words == ["--version"]:
        from exback import __version__

        print(f"exback {__version__}")
    elif words == ["crisis"]:
        from exback import crisis

        print(crisis.page(crisis.country_of(os.environ)), end="")
    else:
        sys.exit(_run(words, at_once=words == ["urge"] and _has_second_screen()))


def _run(words: list[str], *, at_once: bool) -> int:
    try:
        if at_once:
            print(f"{SECOND_SCREEN}\n  {FIRST_LINE}", flush=True)
        from exback.cli import run

        return run(words, before_error=_back if at_once else None)
    except KeyboardInterrupt:  # Ctrl-C while modules are loading: nothing was asked, there is nothing to save
        if at_once:
            _back()
        return 130


def _has_second_screen() -> bool:
    wants_it = os.environ.get("EXBACK_PLAIN", "0") in ("", "0") and os.environ.get("TERM", "dumb") != "dumb"
    return wants_it and sys.stdout is not None and sys.stdout.isatty()


def _back() -> None:
    print(FIRST_SCREEN, end="", flush=True)


if __name__ == "__main__":
    main()
