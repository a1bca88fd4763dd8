"""The progress file as values, and its bytes. docs/progress-file.md describes the same to people."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct, structs

from exback.errors import TooNew, Unreadable
from exback.journey import Run
from exback.store.names import FORMAT, VERSION

BOM = b"\xef\xbb\xbf"
HINT = "It was left as it is. To set it aside and begin anew: exback reset"


class Progress(Struct, frozen=True, kw_only=True):
    """All that is kept. `revision` grows by one with every save. `extra` holds fields that this version
    does not know; they are written back untouched.
    """

    format: str = FORMAT
    version: int = VERSION
    revision: int = 0
    settings: dict[str, Any] = {}
    runs: list[Run] = []
    extra: dict[str, Any] = {}


PROGRESS_FIELDS = frozenset(Progress.__struct_fields__) - {"extra"}
RUN_FIELDS = frozenset(Run.__struct_fields__) - {"extra"}


def encode(progress: Progress) -> bytes:
    """Give the bytes of a progress file: UTF-8 JSON, indented, for people to read too."""
    whole = msgspec.to_builtins(progress)
    whole["runs"] = [_with_extra(run) for run in whole["runs"]]
    return msgspec.json.format(msgspec.json.encode(_with_extra(whole)), indent=2) + b"\n"


def decode(data: bytes, path: object) -> Progress:
    """Give the progress in a file's bytes. Raises Unreadable or TooNew, naming `path` and no content."""
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable("Your progress file is empty.", path=path, hint=HINT)
    try:
        raw = msgspec.json.decode(data.removeprefix(BOM))
        _refuse_strangers(raw, path)
        return _typed(raw)
    except msgspec.ValidationError as error:
        raise Unreadable(f"Your progress file has the wrong shape: {error}.", path=path, hint=HINT) from None
    except msgspec.DecodeError as error:
        raise Unreadable(_where(data, str(error)), path=path, hint=HINT) from None
    except (ValueError, RecursionError):
        raise Unreadable("exback can't read your progress file: it is damaged.", path=path, hint=HINT) from None


def _refuse_strangers(raw: object, path: object) -> None:
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise Unreadable("This is not a progress file of exback.", path=path, hint=HINT)
    version = raw.get("version")
    if isinstance(version, int) and version > VERSION:
        raise TooNew(
            "Your progress file was written by a newer exback, so this one leaves it alone.",
            path=path,
            hint="Update exback, then start it again.",
        )


def _typed(raw: dict[str, Any]) -> Progress:
    """Give the values of a file; what this version does not know is set aside and written back as it was."""
    runs = raw.get("runs", [])
    known = [_only(run, RUN_FIELDS) for run in runs] if isinstance(runs, list) else runs
    progress = msgspec.convert({**_only(raw, PROGRESS_FIELDS), "runs": known}, Progress)
    whole = [
        structs.replace(run, extra=extra) if (extra := _unknown(found, RUN_FIELDS)) else run
        for run, found in zip(progress.runs, runs, strict=True)
    ]
    return structs.replace(progress, runs=whole, extra=_unknown(raw, PROGRESS_FIELDS))


def _only(raw: Any, known: frozenset[str]) -> Any:  # noqa: ANN401  # whatever JSON there is; convert judges it
    return {key: raw[key] for key in raw if key in known} if isinstance(raw, dict) else raw


def _unknown(raw: dict[str, Any], known: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in raw.items() if key not in known}


def _with_extra(raw: dict[str, Any]) -> dict[str, Any]:
    extra = raw.pop("extra", {})
    return {**raw, **extra}


def _where(data: bytes, error: str) -> str:
    if "truncated" in error:
        return f"exback can't read your progress file: it ends in the middle (line {_line(data, len(data))})."
    number = error.rpartition("(byte ")[2].rstrip(")")
    line = f" (line {_line(data, int(number))})" if number.isdigit() else ""
    return f"exback can't read your progress file: it is not whole JSON{line}."


def _line(data: bytes, offset: int) -> int:
    return data[:offset].count(b"\n") + 1
