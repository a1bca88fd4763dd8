"""docs/locked-file.md says enough to open a locked file: here it is opened by what the page says, and by nothing else."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from exback.store.envelope import Envelope, Slot, new_key, seal, unlock, unseal
from exback.store.recovery_code import ALPHABET, groups

DOCUMENT = (Path(__file__).parents[2] / "docs" / "locked-file.md").read_text(encoding="utf-8")
PASSPHRASE = "Käse, Brot und ein Apfel"
CODE = "RHBX6-34QTR-JRHJQ-BKZ3M-S95TT-BVM9X"
WORDS = b"what somebody wrote"
KEY = new_key(PASSPHRASE, CODE)
SEALED = seal(KEY, WORDS)
PLAINLY = seal(KEY, WORDS, plain_lines=True)


def without_spaces(fields: Any) -> bytes:
    """Write JSON as the page says."""
    return json.dumps(fields, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def opened_by_the_page(sealed: bytes, way: str, typed: str) -> bytes:
    """Open an envelope as the page says."""
    whole = json.loads(sealed)
    slot = next(one for one in whole["slots"] if one["way"] == way)
    derived = Argon2id(
        salt=b64decode(slot["salt"]),
        length=32,
        iterations=slot["passes"],
        lanes=slot["lanes"],
        memory_cost=slot["memory"],
    ).derive(unicodedata.normalize("NFKC", typed).strip().encode("utf-8"))
    wrapped = b64decode(slot["key"])
    key = AESGCM(derived).decrypt(b64decode(slot["nonce"]), wrapped, without_spaces({**slot, "key": ""}))
    header = without_spaces(
        {name: whole[name] for name in ("format", "version", "slots", "plain_lines") if name in whole}
    )
    return AESGCM(key).decrypt(b64decode(whole["nonce"]), b64decode(whole["body"]), header)


@pytest.mark.parametrize(("way", "typed"), [("passphrase", PASSPHRASE), ("code", CODE)])
def test_it_can_be_opened_without_exback(way: str, typed: str) -> None:
    """Nobody depends on this program to read what they wrote."""
    assert opened_by_the_page(SEALED, way, typed) == WORDS
    assert opened_by_the_page(PLAINLY, way, typed) == WORDS


@pytest.mark.parametrize("sealed", [SEALED, PLAINLY])
def test_the_check_is_what_the_page_says(sealed: bytes) -> None:
    """A digest of all the rest."""
    whole = json.loads(sealed)
    assert hashlib.sha256(without_spaces({**whole, "check": ""})).hexdigest() == whole["check"]


def test_the_last_letter_of_a_group_is_what_the_page_says() -> None:
    """By its formula."""
    for place, group in enumerate(groups(CODE)):
        a, b, c, d, fifth = map(ALPHABET.index, group)
        assert fifth == (7 * a + 5 * b + 3 * c + d + 11 * place) % 32


def test_the_page_names_every_field_and_no_other() -> None:
    """In its example, its tables or its sentences."""
    named = set(re.findall(r"`([a-z_]+)`", DOCUMENT)) | set(re.findall(r'"([a-z_]+)":', DOCUMENT))
    assert {*Envelope.__struct_fields__, *Slot.__struct_fields__} <= named
    rows = {
        field for row in re.findall(r"^\| (.+?) \|", DOCUMENT, re.MULTILINE) for field in re.findall(r"`(\w+)`", row)
    }
    assert rows == set(Envelope.__struct_fields__)


def test_the_page_names_the_letters_of_a_code() -> None:
    """All 32."""
    assert f"`{ALPHABET}`" in DOCUMENT


@pytest.mark.parametrize("typed", ["four words that differ", CODE.lower()])
def test_what_version_1_locked_is_opened(typed: str) -> None:
    """A file that was locked by the first exback that could; every later one opens it to the same words."""
    golden = Path(__file__).parents[1] / "golden"
    data = (golden / "sealed-1.json").read_bytes()
    assert unseal(unlock(typed, data, "p"), data, "p") == (golden / "version-1.json").read_bytes()
