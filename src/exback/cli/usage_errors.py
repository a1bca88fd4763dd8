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
    hint = f"{_did_you_mean(get_close_matches(typed, names, 1))}To see all commands: exback --help"
    return WrongUse("exback has no such command.", hint=hint)


def explained(error: typer.TyperException) -> WrongUse:
    """Return typer's error in exback's words."""
    context = getattr(error, "ctx", None)
    command = "exback" if context is None else str(context.command_path)
    nearest = getattr(error, "possibilities", None) or []
    return WrongUse(_sentence(error, command), hint=f"{_did_you_mean(nearest[:1])}To see its options: {command} --help")


def _sentence(error: typer.TyperException, command: str) -> str:
    param = getattr(error, "param", None)
    if hasattr(error, "possibilities"):
        return f"{command} has no such option."
    if hasattr(error, "option_name"):
        needs_value = "requires" in error.message
        return f"{error.option_name} needs a value after it." if needs_value else f"{error.option_name} takes no value."
    if "extra argument" in error.message:
        return f"There are too many words after {command}."
    if param is None:
        return error.message  # raised by a command of exback
    name = param.human_readable_name.strip("[]").upper()
    choices = ", ".join(str(choice) for choice in getattr(param.type, "choices", ()))
    if choices:
        return f"{command} takes one of these: {choices}."
    if hasattr(error, "param_type"):
        return f"{command} needs a {name} after it."
    return f"{command} can't use that {name}."


def _did_you_mean(nearest: Iterable[str]) -> str:
    return "".join(f"Did you mean {name}? " for name in nearest)
