"""The way in: `exback` and `python -m exback`. Imports nothing until it knows what is wanted."""

import sys


def main() -> None:
    """Run exback on the command line's words, and exit with its code."""
    words = sys.argv[1:]
    if words == ["--version"]:
        from exback import __version__

        print(f"exback {__version__}")
        return
    if words == ["crisis"]:
        _say_crisis()
        return
    try:
        _say_first_line(words)
        from exback.cli import run

        code = run(words)
    except KeyboardInterrupt:
        # Ctrl-C before a question stands on the screen: everything is saved, there is nothing to undo.
        code = 130
    sys.exit(code)


def _say_crisis() -> None:
    """Give the whole page of numbers with nothing loaded but it; its options are `cli`'s business."""
    import os

    from exback import crisis

    print(crisis.page(crisis.country_of(os.environ)), end="")


def _say_first_line(words: list[str]) -> None:
    """Put help on the screen before anything else is loaded: at such a moment half a second is long."""
    if words[:1] == ["urge"] and sys.stdout.isatty() and "--help" not in words:
        print("\nYou want to write to them. Stay here ten minutes first.\n", flush=True)


if __name__ == "__main__":
    main()
