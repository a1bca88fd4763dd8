"""The encrypted envelope of a locked file: bytes in, bytes out. docs/locked-file.md describes the format.

A random data key encrypts the body (AES-256-GCM, a fresh nonce each time). The data key is in the header, encrypted once
for each way in: the passphrase, and the recovery code. Argon2id derives the key for that from the way in; its cost is
written beside it. The whole header is authenticated with the body, so neither can be exchanged.

`check` is a plain digest of everything else. It needs no key, so it distinguishes a damaged file from a wrong passphrase.
It gives no protection; GCM does.

cryptography takes 20 ms to load and most people never lock their file, so it is imported where it is used.
"""

from __future__ import annotations

import os
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from typing import Annotated, Final, Literal, NamedTuple, TypeAlias

import msgspec
from msgspec import Meta, Struct, structs

from exback.errors import Locked, OutOfMemory, StoreError, TooNew, Unreadable, WrongPassphrase
from exback.model.prose import clean
from exback.store import recovery_code

FORMAT: Final = "exback-sealed"
VERSION: Final = 1
BOM = b"\xef\xbb\xbf"

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
SALT_BYTES = 16
HINT = "It hasn't been changed. To see the backups: exback restore"

Way: TypeAlias = Literal["passphrase", "code"]


class Cost(NamedTuple):
    """The cost of Argon2id: memory in KiB, passes over it, parallel lanes."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


COST = Cost()


class Slot(Struct, frozen=True, forbid_unknown_fields=True):
    """The data key, encrypted for one way in. `salt`, `nonce` and `key` are base64."""

    way: Way
    kdf: Literal["argon2id"]
    # Checked before anything is derived: a malicious file could ask for all the memory and hours of time.
    memory: Annotated[int, Meta(ge=8, le=1 << 18)]
    passes: Annotated[int, Meta(ge=1, le=16)]
    lanes: Annotated[int, Meta(ge=1, le=16)]
    salt: str
    nonce: str
    key: str


Slots: TypeAlias = Annotated[tuple[Slot, ...], Meta(min_length=1, max_length=8)]


class Envelope(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A whole locked file. `nonce` and `body` are base64, `check` is hexadecimal.

    `plain_lines` says that the person wants to be asked in plain lines; it is left out where it is false.
    """

    format: Literal["exback-sealed"]
    version: Literal[1]
    slots: Slots
    check: str
    nonce: str
    body: str
    plain_lines: bool = False

    @property
    def header(self) -> bytes:
        """The JSON of the part that is authenticated with the body."""
        shown = {"plain_lines": True} if self.plain_lines else {}
        return msgspec.json.encode({"format": self.format, "version": self.version, "slots": self.slots, **shown})


class Key(Struct, frozen=True):
    """The data key of a file, and the slots that it is encrypted in."""

    secret: bytes
    slots: tuple[Slot, ...]

    def __repr__(self) -> str:
        return "Key(...)"


def new_key(passphrase: str, code: str, cost: Cost = COST) -> Key:
    """Return a new random data key that a passphrase or a recovery code opens; both were tried. Raises StoreError."""
    secret = os.urandom(KEY_BYTES)
    ways: tuple[tuple[Way, str], ...] = (("passphrase", passphrase), ("code", recovery_code.read(code)))
    slots = tuple(_wrap(secret, way, words, cost) for way, words in ways)
    if any(_unwrapped(slot, words) != secret for slot, (_, words) in zip(slots, ways, strict=True)):
        raise StoreError(
            "exback couldn't make a lock that both your passphrase and your recovery code open.",
            hint="Nothing was changed. Try again. If it happens again, something is wrong with this computer.",
        )
    return Key(secret, slots)


def seal(key: Key, plain: bytes, *, plain_lines: bool = False) -> bytes:
    """Return an envelope around bytes, with a new random nonce. Raises StoreError.

    `plain_lines` says, readable without a passphrase, that the person wants to be asked in plain lines.
    """
    nonce = os.urandom(NONCE_BYTES)
    bare = Envelope(FORMAT, VERSION, key.slots, "", _text(nonce), "", plain_lines)
    sealed = structs.replace(bare, body=_text(_encrypted(key.secret, nonce, plain, bare.header)))
    whole = structs.replace(sealed, check=_digest(sealed))
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def unseal(key: Key, data: bytes, path: object) -> bytes:
    """Return the content of an envelope. Raises Locked if another key sealed it, Unreadable if it is damaged."""
    envelope = _read(data, path)
    if envelope.slots != key.slots:
        raise Locked(
            "{File} was locked with another passphrase in the meantime.",
            path=path,
            hint="Start exback again, and it'll ask for the new one.",
        )
    return _body(envelope, key.secret, path)


def unlock(words: str, data: bytes, path: object) -> Key:
    """Return the key of an envelope for a passphrase or a recovery code, tried on the body.

    Raises WrongPassphrase if no slot opens, Unreadable if one does and the body does not.
    """
    envelope = _read(data, path)
    for slot, way_in in _attempts(envelope.slots, words):
        secret = _try_slot(slot, way_in, path)
        if secret is not None:
            _body(envelope, secret, path)
            return Key(secret, envelope.slots)
    raise WrongPassphrase("That's not the passphrase.", path=path, hint="Nothing was changed. Try again.")


def slots_of(data: bytes, path: object) -> tuple[Slot, ...]:
    """Return the ways into an envelope, without opening any. Raises Unreadable if it is damaged, or TooNew."""
    return _read(data, path).slots


def wants_plain_lines(data: bytes) -> bool:
    """Whether an envelope says, without its passphrase, that plain lines are wanted."""
    with suppress(ValueError, RecursionError):
        fields = msgspec.json.decode(data.removeprefix(BOM), type=dict[str, msgspec.Raw])
        return bytes(fields.get("plain_lines", b"")) == b"true"
    return False


def normal(passphrase: str) -> str:
    """Return a passphrase in its normal form: the same letters are the same bytes on every keyboard and system."""
    return unicodedata.normalize("NFKC", clean(passphrase)).strip()


# Reading


def _read(data: bytes, path: object) -> Envelope:
    """Return the values of an undamaged envelope, each of a length and cost that is allowed."""
    text = data.removeprefix(BOM)
    try:
        envelope = msgspec.json.decode(text, type=Envelope)
        if _digest(envelope) == envelope.check and all(map(_is_usable, envelope.slots)):
            return envelope
    except (ValueError, RecursionError):  # msgspec's errors are ValueErrors too
        if _is_newer(text):
            raise TooNew(
                "{File} was locked by a newer version of exback, so this version leaves it alone.",
                path=path,
                hint="Update exback, then start it again.",
            ) from None
    raise _damaged(path)


def _is_usable(slot: Slot) -> bool:
    lengths = (len(_bytes(slot.salt)), len(_bytes(slot.nonce)), len(_bytes(slot.key)))
    return lengths == (SALT_BYTES, NONCE_BYTES, KEY_BYTES + TAG_BYTES) and slot.memory >= 8 * slot.lanes


def _is_newer(text: bytes) -> bool:
    with suppress(ValueError, RecursionError, LookupError, TypeError):
        version = msgspec.json.decode(text)["version"]
        return isinstance(version, int) and version > VERSION
    return False


def _damaged(path: object) -> StoreError:
    return Unreadable("{File} is locked and damaged, so no passphrase can open it.", path=path, hint=HINT)


def _digest(envelope: Envelope) -> str:
    return sha256(msgspec.json.encode(structs.replace(envelope, check=""))).hexdigest()


def _attempts(slots: tuple[Slot, ...], words: str) -> Iterator[tuple[Slot, str]]:
    """Yield what to try, the likeliest first: words that fit a recovery code are hardly ever a passphrase."""
    with suppress(recovery_code.Typo):
        code = recovery_code.read(words)
        yield from ((slot, code) for slot in slots if slot.way == "code")
    yield from ((slot, words) for slot in slots if slot.way == "passphrase")


# Encryption


def _wrap(secret: bytes, way: Way, words: str, cost: Cost) -> Slot:
    nonce, salt = os.urandom(NONCE_BYTES), os.urandom(SALT_BYTES)
    bare = Slot(way, "argon2id", *cost, salt=_text(salt), nonce=_text(nonce), key="")
    wrapped = _encrypted(_derived(words, bare), nonce, secret, msgspec.json.encode(bare))
    return structs.replace(bare, key=_text(wrapped))


def _unwrapped(slot: Slot, words: str) -> bytes | None:
    bare = structs.replace(slot, key="")
    return _decrypted(_derived(words, slot), slot.nonce, slot.key, msgspec.json.encode(bare))


def _try_slot(slot: Slot, words: str, path: object) -> bytes | None:
    """Return the data key if some words open a slot. Slots are tried one after another, so their memory never adds up."""
    try:
        return _unwrapped(slot, words)
    except MemoryError:
        raise OutOfMemory(
            f"There isn't enough memory to open {{file}}. Trying a passphrase takes {max(1, slot.memory // 1024)} MB.",
            path=path,
            hint="Nothing was changed. Close other programs, or raise the limit (ulimit -v), and try again.",
        ) from None


def _body(envelope: Envelope, secret: bytes, path: object) -> bytes:
    plain = _decrypted(secret, envelope.nonce, envelope.body, envelope.header)
    if plain is None:
        raise _damaged(path)
    return plain


def _derived(words: str, slot: Slot) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(
        salt=_bytes(slot.salt),
        length=KEY_BYTES,
        iterations=slot.passes,
        lanes=slot.lanes,
        memory_cost=slot.memory,
    )
    return kdf.derive(normal(words).encode("utf-8"))


def _encrypted(key: bytes, nonce: bytes, plain: bytes, bound: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key).encrypt(nonce, plain, bound)


def _decrypted(key: bytes, nonce: str, sealed: str, bound: bytes) -> bytes | None:
    """Return the bytes that are encrypted in base64, None if this is not their key or anything was changed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(_bytes(nonce), _bytes(sealed), bound)
    except (InvalidTag, ValueError):  # a nonce of another length, or no base64
        return None


def _text(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    """Return the bytes in base64. Raises ValueError."""
    return b64decode(text, validate=True)
