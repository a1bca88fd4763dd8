"""Write docs/progress-file.schema.json, the JSON Schema of a progress file, open or locked. Run by `make docs`."""

from __future__ import annotations

import json
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

from exback.store import Progress
from exback.store.envelope import FORMAT as SEALED_FORMAT
from exback.store.envelope import VERSION as SEALED_VERSION
from exback.store.envelope import Envelope
from exback.store.paths import FORMAT, VERSION

PAGE = Path(__file__).parents[1] / "docs" / "progress-file.schema.json"
ABOUT = (
    "A progress file of exback, unlocked or locked. docs/progress-file.md says what each field is. `make docs` makes this "
    "from the types of the program. An unlocked file, a run and an entry of its history can have fields that aren't listed here, "
    "which are kept."
)


def page() -> str:
    """Return the schema as it is written to docs/."""
    (progress, sealed), parts = msgspec.json.schema_components([Progress, Envelope], ref_template="#/$defs/{name}")
    for part in parts.values():
        part["description"] = " ".join(cleandoc(part["description"]).split())
        part["properties"].pop("extra", None)  # where the program keeps fields that it does not know
    checksum = {"type": "string", "pattern": "^[0-9a-f]{8}$"}  # computed when the file is written
    parts["Progress"]["properties"]["check"] = checksum
    _is_always(parts["Progress"], FORMAT, VERSION)
    _is_always(parts["Envelope"], SEALED_FORMAT, SEALED_VERSION)
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "exback progress file",
        "description": ABOUT,
        "oneOf": [progress, sealed],
        "$defs": parts,
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _is_always(part: dict[str, Any], name: str, version: int) -> None:
    """Require the format and the version that tell this kind of file from others."""
    part["properties"] |= {"format": {"const": name}, "version": {"const": version}}
    part["required"] = list(dict.fromkeys(("format", "version", *part["required"])))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
