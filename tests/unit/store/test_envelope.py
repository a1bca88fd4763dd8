"""The envelope: what comes out is what went in, and nothing that was changed is ever opened."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exback.errors import Locked, StoreError, TooNew, Unreadable, WrongPassphrase
from exback.store import atomic
from exback.store.codec import is_sealed
from exback.store.envelope import (
    COST,
    Cost,
    Envelope,
    Key,
    Slot,
    _derived,
    _digest,
    new_key,
    seal,
    slots_of,
    unlock,
    unseal,
    wants_plain_lines,
)

PASSPHRASE = "four words that differ"
CODE = "RHBX6-34QTR-JRHJQ-BKZ3M-S95TT-BVM9X"
CHEAP = Cost(memory=8, passes=1, lanes=1)
WORDS = b'{"format": "exback-progress", "quittenbaum": "\xc3\xa4"}\n'


@pytest.fixture(scope="module")
def key() -> Key:
    """A key that PASSPHRASE and CODE open, cheaply."""
    return new_key(PASSPHRASE, CODE, CHEAP)


@pytest.fixture(scope="module")
def sealed(key: Key) -> bytes:
    """A small file, sealed."""
    return seal(key, WORDS)


def altered(sealed: bytes, change: Any) -> bytes:
    """Give an envelope with something in it changed, by somebody who makes the digest right again."""
    whole = msgspec.json.decode(sealed)
    change(whole)
    try:
        envelope = msgspec.convert(whole, Envelope)
        whole["check"] = _digest(envelope)
    except (msgspec.ValidationError, TypeError):
        pass
    return msgspec.json.encode(whole)


class TestRoundTrip:
    """What comes out is what went in."""

    @given(st.binary(max_size=2000))
    def test_any_bytes_come_back(self, plain: bytes) -> None:
        """Whatever they are, also none."""
        key = new_key(PASSPHRASE, CODE, CHEAP)
        sealed = seal(key, plain)
        assert unseal(key, sealed, "p") == plain
        assert unseal(unlock(PASSPHRASE, sealed, "p"), sealed, "p") == plain

    def test_the_passphrase_and_the_code_give_the_same_key(self, key: Key, sealed: bytes) -> None:
        """Either way in is enough."""
        assert unlock(PASSPHRASE, sealed, "p") == unlock(CODE.lower(), sealed, "p") == key

    def test_a_file_of_ten_megabytes(self, key: Key) -> None:
        """Size is no obstacle."""
        plain = b"ab" * 5_000_000
        assert unseal(key, seal(key, plain), "p") == plain

    @given(st.text(min_size=8).filter(lambda text: text.strip()))
    def test_any_passphrase_opens_what_it_locked(self, passphrase: str) -> None:
        """Whatever letters it is made of."""
        sealed = seal(new_key(passphrase, CODE, CHEAP), WORDS)
        assert unseal(unlock(passphrase, sealed, "p"), sealed, "p") == WORDS

    @pytest.mark.parametrize(
        ("set_as", "typed"),
        [
            ("Käse und Brot", "Ka\u0308se und Brot"),  # one letter, or a letter and a mark: another keyboard
            ("ﬁsh and chips", "fish and chips"),
            ("four words here", "  four words here \n"),
            ("caf\u00e9 au lait", "caf\udcc3\udca9 au lait"),  # the same bytes, on a terminal with another LANG
        ],
    )
    def test_a_passphrase_counts_however_it_was_typed(self, set_as: str, typed: str) -> None:
        """The same letters on another keyboard, system or language setting open the file."""
        unlock(typed, seal(new_key(set_as, CODE, CHEAP), WORDS), "p")

    def test_case_and_inner_spaces_count(self, sealed: bytes) -> None:
        """A passphrase is not guessed at."""
        for near in (PASSPHRASE.upper(), PASSPHRASE.replace(" ", ""), PASSPHRASE[:-1], ""):
            with pytest.raises(WrongPassphrase):
                unlock(near, sealed, "p")


class TestPlainLines:
    """What an envelope tells without its passphrase: how whoever opens it wants to be asked."""

    def test_it_is_told_to_whoever_looks(self, key: Key) -> None:
        """And what lies in it comes out as ever."""
        sealed = seal(key, WORDS, plain_lines=True)
        assert wants_plain_lines(sealed)
        assert unseal(unlock(PASSPHRASE, sealed, "p"), sealed, "p") == WORDS

    def test_an_envelope_without_it_has_no_more_fields_than_before(self, key: Key, sealed: bytes) -> None:
        """So that every file of today is what it was."""
        assert not wants_plain_lines(sealed)
        assert list(msgspec.json.decode(sealed)) == ["format", "version", "slots", "check", "nonce", "body"]

    @pytest.mark.parametrize("is_plain", [False, True])
    def test_nobody_else_can_change_it(self, key: Key, is_plain: bool) -> None:
        """It is bound to the body: set or taken away, the file is told to be damaged."""
        sealed = seal(key, WORDS, plain_lines=is_plain)
        with pytest.raises(Unreadable, match="damaged"):
            unlock(PASSPHRASE, altered(sealed, lambda whole: whole.update(plain_lines=not is_plain)), "p")

    @pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"plain_lines": 1}', b"[" * 100_000, b"\xff"])
    def test_other_bytes_tell_nothing(self, data: bytes) -> None:
        """Whatever they are."""
        assert not wants_plain_lines(data)


class TestProof:
    """A new key is tried before anything is locked with it."""

    @pytest.mark.parametrize("place", [0, 1])
    def test_what_would_not_open_is_no_key(self, place: int, monkeypatch: pytest.MonkeyPatch) -> None:
        """One wrong bit while the key is wrapped for the passphrase, or for the code, is noticed."""
        real, calls = _derived, []

        def faulty(words: str, slot: Slot) -> bytes:
            calls.append(slot)
            derived = real(words, slot)
            return derived if len(calls) != place + 1 else bytes([derived[0] ^ 1]) + derived[1:]

        monkeypatch.setattr("exback.store.envelope._derived", faulty)
        with pytest.raises(StoreError, match="couldn't make a lock") as refused:
            new_key(PASSPHRASE, CODE, CHEAP)
        assert PASSPHRASE not in str(refused.value) + refused.value.hint
        assert "Nothing was changed" in refused.value.hint


class TestSecrets:
    """What the bytes on the disk give away."""

    def test_no_word_stands_in_the_file(self, sealed: bytes) -> None:
        """Neither what was written nor what opens it."""
        for secret in (b"quittenbaum", b"progress", PASSPHRASE.encode(), CODE.encode(), CODE.replace("-", "").encode()):
            assert secret not in sealed

    def test_a_nonce_is_never_used_again(self, key: Key) -> None:
        """The same words, sealed a thousand times with one key, look different each time."""
        envelopes = [msgspec.json.decode(seal(key, WORDS)) for _ in range(1000)]
        assert len({one["nonce"] for one in envelopes}) == len({one["body"] for one in envelopes}) == 1000

    def test_no_two_files_share_a_key(self) -> None:
        """Nor a salt, nor the nonce of a slot, though the passphrase is the same."""
        keys = [new_key(PASSPHRASE, CODE, CHEAP) for _ in range(50)]
        slots = [slot for key in keys for slot in key.slots]
        assert len({key.secret for key in keys}) == 50
        assert len({slot.salt for slot in slots}) == len({slot.nonce for slot in slots}) == 100

    def test_a_key_does_not_show_itself(self, key: Key) -> None:
        """Where it stands in a message by mistake, nothing of it is to be read."""
        assert repr(key) == str(key) == "Key(...)"

    def test_it_costs_what_is_promised(self) -> None:
        """64 MiB, three passes, four lanes, for both ways in."""
        envelope = msgspec.json.decode(seal(new_key(PASSPHRASE, CODE), b""))
        costs = {(slot["memory"], slot["passes"], slot["lanes"]) for slot in envelope["slots"]}
        assert costs == {(65536, 3, 4)} == {COST}

    def test_nothing_that_encrypts_is_loaded_before_it_is_needed(self) -> None:
        """Whoever never locks their file does not wait for it."""
        look = "import sys, exback.store.envelope; print('cryptography' in sys.modules)"
        assert subprocess.check_output([sys.executable, "-c", look], text=True) == "False\n"

    def test_an_open_file_loads_nothing_of_this(self, tmp_path: Path) -> None:
        """Looking at it, and saving, cost what they did before there was a lock."""
        run = "Run(id='a', step='urge', started=now())"
        look = (
            "import sys; from pathlib import Path; from exback.clock import now; from exback.model.run import Run;"
            f"from exback.store import Store; store = Store(Path({str(tmp_path)!r})); store.put({run}); store.load();"
            "print([one for one in ('exback.store.envelope', 'cryptography') if one in sys.modules])"
        )
        assert subprocess.check_output([sys.executable, "-c", look], text=True) == "[]\n"


class TestTampering:
    """Whatever was changed, nothing is opened."""

    def test_any_flipped_bit_is_refused(self, key: Key, sealed: bytes) -> None:
        """Every bit of every byte of the file, one after the other, with the key in hand and with the passphrase."""
        for place in range(len(sealed)):
            for bit in range(8):
                flipped = bytearray(sealed)
                flipped[place] ^= 1 << bit
                with pytest.raises(StoreError):
                    unseal(key, bytes(flipped), "p")

    @given(st.integers(0, 10**6), st.integers(0, 255))
    def test_any_other_byte_is_refused_or_is_the_same(self, place: int, byte: int) -> None:
        """Only white space between the fields may be other white space."""
        changed = bytearray(SEALED)
        changed[place % len(SEALED)] = byte
        try:
            plain = unseal(KEY, bytes(changed), "p")
        except StoreError:
            return
        assert plain == WORDS
        assert bytes(changed).split() == SEALED.split()

    @given(st.integers(0, 10**6))
    def test_a_piece_is_refused(self, length: int) -> None:
        """A file that ends early, wherever."""
        with pytest.raises(Unreadable):
            unlock(PASSPHRASE, SEALED[: length % (len(SEALED) - 1)], "p")

    @pytest.mark.parametrize("field", ["salt", "nonce", "key"])
    @pytest.mark.parametrize("slot", [0, 1])
    def test_a_header_that_was_changed_is_refused(self, sealed: bytes, field: str, slot: int) -> None:
        """Also by somebody who made the digest right again: the passphrase of the other slot opens nothing then."""

        def change(whole: Any) -> None:
            text = whole["slots"][slot][field]
            whole["slots"][slot][field] = ("B" if text[0] != "B" else "C") + text[1:]

        for words in (PASSPHRASE, CODE):
            with pytest.raises(StoreError):
                unlock(words, altered(sealed, change), "p")

    @pytest.mark.parametrize(
        "change",
        [
            lambda whole: whole["slots"].pop(),
            lambda whole: whole["slots"].reverse(),
            lambda whole: whole["slots"].append(whole["slots"][0]),
            lambda whole: whole["slots"][0].update(passes=2),
            lambda whole: whole["slots"][1].update(way="passphrase"),
            lambda whole: whole["slots"][0].update(colour="red"),
            lambda whole: whole.update(colour="red"),
        ],
    )
    def test_a_header_with_more_less_or_other_slots_is_refused(self, sealed: bytes, change: Any) -> None:
        """Slots can be neither added, taken away, moved nor made cheaper."""
        with pytest.raises(StoreError):
            unlock(PASSPHRASE, altered(sealed, change), "p")

    def test_the_body_of_another_file_is_refused(self, sealed: bytes) -> None:
        """Even of one that the same passphrase opens: an envelope holds what was put into it."""
        other = msgspec.json.decode(seal(new_key(PASSPHRASE, CODE, CHEAP), b"other"))
        moved = altered(sealed, lambda whole: whole.update(nonce=other["nonce"], body=other["body"]))
        with pytest.raises(Unreadable, match="damaged"):
            unlock(PASSPHRASE, moved, "p")

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("memory", 1 << 19),
            ("memory", 1 << 40),
            ("memory", 7),
            ("memory", -1),
            ("passes", 17),
            ("passes", 0),
            ("lanes", 17),
            ("lanes", 2),  # more than 8 KiB of memory allow
            ("lanes", 10**30),
            ("salt", ""),
            ("salt", "AAAA"),
            ("salt", "not base64"),
        ],
    )
    def test_absurd_demands_are_refused_before_anything_is_derived(
        self, sealed: bytes, field: str, value: object, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A file cannot ask for all the memory, for hours, or for a price of nothing."""
        monkeypatch.setattr("exback.store.envelope._derived", None)
        with pytest.raises(Unreadable):
            unlock(PASSPHRASE, altered(sealed, lambda whole: whole["slots"][0].update({field: value})), "p")


@pytest.mark.fault(61)
class TestTelling:
    """What went wrong is told apart."""

    def test_a_wrong_passphrase_is_one(self, sealed: bytes) -> None:
        """No slot opens."""
        with pytest.raises(WrongPassphrase) as wrong:
            unlock("something else", sealed, "/home/p")
        assert wrong.value.path == "/home/p"
        assert "something else" not in str(wrong.value) + wrong.value.hint

    def test_a_damaged_body_is_damage(self, sealed: bytes) -> None:
        """The slot opens, the body does not: the person did remember."""

        def change(whole: Any) -> None:
            whole["body"] = ("B" if whole["body"][0] != "B" else "C") + whole["body"][1:]

        with pytest.raises(Unreadable, match="damaged"):
            unlock(PASSPHRASE, altered(sealed, change), "p")

    def test_damage_is_told_before_a_passphrase_is_asked(self, sealed: bytes) -> None:
        """A bit that fell over in a slot is not taken for a wrong passphrase."""
        slots_of(sealed, "p")
        for word in (b'"salt": "', b'"nonce": "', b'"key": "', b'"body": "'):
            at = sealed.index(word) + len(word)
            broken = sealed[:at] + (b"A" if sealed[at : at + 1] != b"A" else b"B") + sealed[at + 1 :]
            with pytest.raises(Unreadable, match="damaged"):
                slots_of(broken, "p")

    def test_another_key_is_told_from_damage(self, sealed: bytes) -> None:
        """Somebody changed the passphrase in another window."""
        with pytest.raises(Locked, match="another passphrase"):
            unseal(new_key(PASSPHRASE, CODE, CHEAP), sealed, "p")

    def test_a_newer_envelope_is_left_alone(self, sealed: bytes) -> None:
        """Nobody is told that it is damaged."""
        newer = altered(sealed, lambda whole: whole.update(version=2, cipher="better"))
        with pytest.raises(TooNew):
            slots_of(newer, "p")

    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            (b"", False),
            (b"{", False),
            (b'{"format": "exback-progress", "name": "exback-sealed"}', False),
            (b'{"name": "exback-sealed"}', False),
            (b'{"format":"exback-sealed"', True),
            (b'\xef\xbb\xbf\n{ "format" : "exback-sealed"', True),
        ],
    )
    def test_an_envelope_is_known_by_its_beginning(self, data: bytes, expected: bool) -> None:
        """Also a damaged one; a journal that speaks of one is none."""
        assert is_sealed(data) is expected

    def test_what_was_sealed_is_known_as_sealed(self, sealed: bytes) -> None:
        """By its first bytes alone."""
        assert is_sealed(sealed[: atomic.HEAD])
        assert not is_sealed(WORDS)


KEY = new_key(PASSPHRASE, CODE, CHEAP)
SEALED = seal(KEY, WORDS)
