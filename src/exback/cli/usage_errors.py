"""The errors for a command line that asks for something that doesn't exist.

What was typed is never repeated: it may be something private in the wrong place.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

import typer

from exback.errors import WrongUse


def no_such_command(typed: str, names: Iterable[str]) -> WrongUse:
    """Return the error for a command that doesn't exist, with the most similar one, and where to find them all."""
    return WrongUse("exback has no such command.", hint=f"{_did_you_mean(get_close_matches(typed, names, 1))}{_help()}")


def explained(error: typer.TyperException) -> WrongUse:
    """Return typer's error in exback's words."""
    context = getattr(error, "ctx", None)
    command = "exback" if context is None else str(context.command_path)
    nearest = getattr(error, "possibilities", None) or []
    return WrongUse(_sentence(error, command), hint=f"{_did_you_mean(nearest[:1])}{_help(command)}")


def _sentence(error: typer.TyperException, command: str) -> str:
    param = getattr(error, "param", None)
    if hasattr(error, "possibilities"):
        return f"{command} has no such option."
    if hasattr(error, "option_name"):
        needs = "needs something" if "requires" in error.message else "takes nothing"
        return f"{error.option_name} {needs} behind it."
    if "extra argument" in error.message:
        return f"There are more words behind {command} than it takes."
    if param is None:
        return error.message  # raised by a command of exback
    choices = ", ".join(str(choice) for choice in getattr(param.type, "choices", ()))
    if choices:
        return f"{command} takes one of these: {choices}."
    return f"{command} can't use what it was given as {param.human_readable_name.strip('[]')}."


def _did_you_mean(nearest: Iterable[str]) -> str:
    return "".join(f"Did you mean {name}? " for name in nearest)


def _help(command: str = "exback") -> str:
    return f"{command} --help shows what there is."
