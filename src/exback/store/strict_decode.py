"""Strict decoding of a progress file that is not exactly what exback writes: edited by hand, by a program, or damaged.

Whatever is ambiguous is refused: a repeated key, NaN, another version's shape. What can be fixed without loss is fixed: a
byte order mark, and, with a remark, half a surrogate pair. An error names the place of the fault, as a line or as a path
through the JSON, and no word of what the person wrote.
"""

from __future__ import annotations

import json
from math import isfinite
from typing import Any

import msgspec
from msgspec import Struct, structs

from exback.errors import StoreError, TooNew, Unreadable
from exback.model.run import Earlier, Run
from exback.store.migrations import MIGRATIONS, Migrations, migrated
from exback.store.paths import FORMAT, VERSION
from exback.store.progress import HEAD, Decoded, Progress, around_runs, check_of

BOM = b"\xef\xbb\xbf"
WIDE = (b"\xff\xfe", b"\xfe\xff", b"{\0", b"\0{")
MARKERS = (b"<<<<<<< ", b"=======", b">>>>>>> ")
HINT = "It hasn't been changed. To put it aside and start over: exback reset"
EDITED = (
    "Your progress file was changed by something other than exback. It can still be read, and the next save keeps the "
    "change. If it wasn't you, look at the older copies: exback restore"
)
REPLACED = "Part of a text in your progress file was broken. exback put � there instead."
LISTED: dict[str, type[Struct]] = {"runs": Run, "history": Earlier}
"""The fields that are lists of objects, and the kind of those."""


def examine(data: bytes, path: object, migrations: Migrations = MIGRATIONS) -> Decoded:
    """Return the progress in a file's bytes, with remarks on them. Raises Unreadable or TooNew."""
    text = data.removeprefix(BOM)
    if not text.strip(b"\0 \t\r\n"):
        raise Unreadable("{File} is empty.", path=path, hint=HINT)
    if data.startswith(WIDE):
        raise Unreadable("{File} is saved as UTF-16, and exback only reads UTF-8.", path=path, hint=HINT)
    try:
        raw, is_fixed = _parsed(text)
        version = _version(raw, path)
        progress = _typed(_migrated(raw, version, path, migrations))
    except _RepeatedKey:
        raise Unreadable("exback can't read {file}: it has the same key twice.", path=path, hint=HINT) from None
    except msgspec.ValidationError as error:
        raise Unreadable(f"{{File}} has the wrong format: {error}.", path=path, hint=HINT) from None
    except (ValueError, RecursionError) as error:
        raise _damaged(text, error, path) from None
    remarks = [REPLACED] if is_fixed else []
    if raw.get("check") not in (None, _check(raw)) and not is_fixed:
        remarks.append(EDITED)
    return Decoded(progress, version, tuple(remarks))


class _RepeatedKey(Exception):
    """A key that is twice in one object."""


def _parsed(text: bytes) -> tuple[Any, bool]:
    """Return the JSON of a text, and whether something in it had to be fixed. Raises ValueError or _RepeatedKey."""
    raw = json.loads(text.decode(), object_pairs_hook=_unique, parse_constant=_finite, parse_float=_finite)
    try:
        return msgspec.json.decode(text), False
    except msgspec.ValidationError:  # a number that is too large
        raise
    except msgspec.DecodeError:  # json accepts only one thing that msgspec doesn't: half a surrogate pair
        return _fixed(raw), True


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise _RepeatedKey
    return fields


def _finite(digits: str) -> float:
    """Return a number, or raise ValueError: NaN and Infinity are read as numbers too, and so is 1e400."""
    number = float(digits)
    if not isfinite(number):
        raise ValueError
    return number


def _fixed(raw: Any) -> Any:  # noqa: ANN401  # any JSON
    if isinstance(raw, str):
        return raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(raw, list):
        return [_fixed(element) for element in raw]
    if isinstance(raw, dict):
        return _unique([(_fixed(key), _fixed(value)) for key, value in raw.items()])
    return raw


def _version(raw: object, path: object) -> int:
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise Unreadable("This isn't an exback progress file.", path=path, hint=HINT)
    version = raw.get("version")
    if isinstance(version, bool) or not isinstance(version, int):
        raise Unreadable("{File} doesn't say which version it is.", path=path, hint=HINT)
    if version > VERSION:
        raise TooNew(
            "{File} was written by a newer version of exback, so this version leaves it alone.",
            path=path,
            hint="Update exback, then start it again. You can read the file in any editor, and exback crisis still works.",
        )
    return version


def _migrated(raw: dict[str, Any], version: int, path: object, migrations: Migrations) -> dict[str, Any]:
    try:
        current = migrated(raw, VERSION, migrations)
    except (LookupError, TypeError, AttributeError):  # a migration may rely on what its version always wrote
        raise ValueError from None
    if current is None:
        raise Unreadable(f"exback can't read version {version} of the file.", path=path, hint=HINT)
    return current


def _typed(raw: dict[str, Any]) -> Progress:
    """Return the progress in JSON of the current version; fields that this version doesn't know go into `extra`."""
    progress = msgspec.convert(_gathered({key: raw[key] for key in raw if key != "check"}, Progress), Progress)
    runs = progress.runs
    if len({run.id for run in runs}) < len(runs):  # copied by hand: the next save would replace all runs with its id
        from exback.store.merge import lifted, once_each

        runs = once_each(lifted(runs))  # merged copies are numbered by the clock, so all other runs are, too
    return structs.replace(progress, runs=runs)


def _gathered(raw: Any, kind: type[Struct]) -> Any:  # noqa: ANN401  # any JSON; convert checks it
    """Return an object with the fields that its kind doesn't know in `extra`; anything else is returned as it is."""
    if not isinstance(raw, dict):
        return raw
    fields = {key: raw[key] for key in raw if key in kind.__struct_fields__ and key != "extra"}
    unknown = {key: raw[key] for key in raw if key not in fields}
    for key in LISTED.keys() & fields.keys():
        if isinstance(fields[key], list):
            fields[key] = [_gathered(part, LISTED[key]) for part in fields[key]]
    return {**fields, "extra": unknown}


def _check(raw: dict[str, Any]) -> str:
    """Return the check that the content of a file should have."""
    head = {field: raw.get(field) for field in HEAD}
    extra = {key: raw[key] for key in raw if key not in (*HEAD, "check", "settings", "runs")}
    begin, middle, end = around_runs(head, raw.get("settings"), extra)
    return check_of(begin, middle, msgspec.json.encode(raw.get("runs")), end)


def _damaged(text: bytes, error: Exception, path: object) -> StoreError:
    if all(any(line.startswith(marker) for line in text.splitlines()) for marker in MARKERS):
        sentence = "it has two versions in it, from a merge that was never finished"
    elif isinstance(error, json.JSONDecodeError):
        sentence = f"{_fault(text, error)} (line {error.lineno})"
    else:
        sentence = "it's damaged"
    return Unreadable(f"exback can't read {{file}}: {sentence}.", path=path, hint=HINT)


def _fault(text: bytes, error: json.JSONDecodeError) -> str:
    if error.msg == "Extra data":
        return "there's something after its end"
    ends_early = error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated string")
    return "it stops in the middle" if ends_early else "it isn't valid JSON"
