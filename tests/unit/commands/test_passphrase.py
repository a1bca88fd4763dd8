"""The pages of locking: what they say, what they ask, and that nothing happens before the last of them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from support.lives import LIFE
from support.person import Person
from support.scripted import Scripted
from support.sealed import CHEAP, CODE, NAME, PASSPHRASE, bytes_under, locked, opened, story, tell

from exback.commands.lock import lock, unlock
from exback.commands.passphrase import ORDINALS, ask, take
from exback.commands.wizard import Wizard
from exback.engine.view import Back, Draft, Event, Keep, Leave, Secret, Skip, View
from exback.errors import Interrupted, Unreadable, WrongPassphrase
from exback.model.prose import Block
from exback.store import Store, envelope
from exback.store.envelope import Key, new_key
from exback.store.recovery_code import groups

NEW = "a passphrase of mine"
SECRET = NAME


class Talk(Scripted):
    """Somebody who copies the code from its page, and types the group that is asked for."""

    def __init__(self, answers: dict[str, object]) -> None:
        super().__init__({"decision": "go-on", "new": NEW, "again": NEW, "group": self.the_group, **answers})

    @property
    def code(self) -> list[str]:
        """The code that was shown, in groups."""
        page = next(view for view in reversed(self.views) if view.item.id == "code")
        shown = str(page.body[0]).rpartition("\n\n")[2].split("\n")
        return [line.split()[1] for line in shown]

    def the_group(self, view: View) -> str:
        """The group that a page asks for."""
        place = next(place for place, ordinal in enumerate(ORDINALS) if f"the {ordinal} group" in view.question)
        return self.code[place].lower()

    def pages(self, item: str) -> list[View]:
        """The pages of one item that were shown."""
        return [view for view in self.views if view.item.id == item]


@pytest.fixture
def begun(person: Person) -> Person:
    """Somebody who told their story."""
    tell(person.store)
    return person


def do_lock(store: Store, talk: Scripted) -> int:
    """Lock, cheaply."""
    return lock(store, lambda: talk, CHEAP)


def words(body: tuple[Block, ...]) -> str:
    """Give what a page says."""
    return "\n".join(map(str, body))


class TestLock:
    """`exback lock` on a file that is open."""

    def test_locks_with_what_was_typed_twice(self, begun: Person, capsys: pytest.CaptureFixture[str]) -> None:
        """The passphrase opens it, the code that was shown opens it, and nothing of it stands on the disk."""
        before = begun.store.load().runs
        talk = Talk({})
        assert do_lock(begun.store, talk) == 0
        for way_in in (NEW, "-".join(talk.code)):
            assert opened(begun.store.home, way_in).load().runs == before
        assert SECRET.encode() not in bytes_under(begun.store.home)
        said = capsys.readouterr().out
        assert said.startswith(f"Your file is locked:\n  {begun.store.path}\n")
        assert "exback can't reach" in said

    def test_says_first_what_it_does_not_protect(self, begun: Person) -> None:
        """Before anything is asked: who watches, who has the passphrase, older copies, the disk, and losing both."""
        talk = Talk({})
        do_lock(begun.store, talk)
        first = words(talk.views[0].body)
        for word in ("watches", "has the passphrase", "cloud", "backup", "snapshot", "memory", "lost"):
            assert word in first
        assert talk.views[1].options[0].id == "keep"

    def test_the_passphrase_is_never_shown_or_kept(
        self, begun: Person, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is asked for unseen, stands on no page, is no draft, and is not said at the end."""
        talk = Talk({})
        do_lock(begun.store, talk)
        assert all(isinstance(view.item, Secret) for view in talk.pages("new") + talk.pages("again"))
        shown = "".join(f"{view}" for view in talk.views) + "".join(capsys.readouterr())
        assert NEW not in shown

    def test_the_code_is_shown_once_and_said_nowhere_else(
        self, begun: Person, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """On its page, and on no other; not in the file, not in the last words."""
        talk = Talk({})
        do_lock(begun.store, talk)
        others = "".join(f"{view}" for view in talk.views if view.item.id != "code") + "".join(capsys.readouterr())
        for group in talk.code:
            assert group not in others
            assert group.encode() not in bytes_under(begun.store.home)

    @pytest.mark.parametrize("short", ["", "   ", "seven77", "  seven77  ", "aaaaaaaaaaaa", "abababababab"])
    def test_a_weak_passphrase_is_refused(self, begun: Person, short: str) -> None:
        """With a sentence, and the question again."""
        talk = Talk({"new": (short, NEW)})
        assert do_lock(begun.store, talk) == 0
        assert "keep anyone out" in talk.pages("new")[1].notice

    def test_two_that_differ_are_asked_again(self, begun: Person) -> None:
        """A slip locks nobody out."""
        talk = Talk({"new": (NEW, NEW), "again": ("a passphrase of mien", NEW)})
        assert do_lock(begun.store, talk) == 0
        assert "weren't the same" in talk.pages("new")[1].notice

    def test_back_from_the_second_leads_to_the_first(self, begun: Person) -> None:
        """Somebody who knows that they slipped."""
        talk = Talk({"new": ("a passphrase of mien", NEW), "again": (Back(), NEW)})
        assert do_lock(begun.store, talk) == 0
        assert talk.pages("new")[1].notice == ""

    def test_a_wrong_group_is_asked_again_and_back_shows_the_code(self, begun: Person) -> None:
        """Nobody gets past it without the code in hand."""
        talk = Talk({})
        talk._answers["group"] = ("nope", Back(), talk.the_group)
        assert do_lock(begun.store, talk) == 0
        assert [view.item.id for view in talk.views][-5:] == ["code", "group", "group", "code", "group"]
        assert "not the" in talk.pages("group")[1].notice
        assert len({view.question for view in talk.pages("group")}) == 1

    def test_can_be_done_before_anything_was_written(self, person: Person) -> None:
        """The first word is locked already."""
        assert do_lock(person.store, Talk({})) == 0
        assert opened(person.store.home, NEW).load().runs == []

    @pytest.mark.parametrize("where", ["meaning", "decision", "new", "again", "code", "group"])
    @pytest.mark.parametrize(("leave", "code"), [(Leave(), 0), (Leave(interrupted=True), 130)])
    def test_leaving_changes_nothing(
        self, begun: Person, where: str, leave: Leave, code: int, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """On whichever page."""
        before = bytes_under(begun.store.home)
        talk = Talk({where: leave})
        talk._unused.clear()
        assert do_lock(begun.store, talk) == code
        assert bytes_under(begun.store.home) == before
        assert capsys.readouterr().out == "Nothing was changed.\n"

    @pytest.mark.parametrize("answer", ["keep", "", True, None, "yes"])
    def test_only_the_one_answer_locks(self, begun: Person, answer: object) -> None:
        """Enter alone keeps the file open."""
        before = bytes_under(begun.store.home)
        talk = Talk({"decision": (answer, "keep")})
        talk._unused.clear()
        assert do_lock(begun.store, talk) == 0
        assert bytes_under(begun.store.home) == before

    def test_what_is_typed_is_no_draft(self, begun: Person) -> None:
        """A screen that keeps what stands in the field keeps it nowhere."""

        class Typing(Talk):
            def ask(self, view: View, keep: Keep) -> Event:
                keep(Draft("half a passphrase"))
                return super().ask(view, keep)

        do_lock(begun.store, Typing({}))
        assert b"half a passphrase" not in bytes_under(begun.store.home)
        assert opened(begun.store.home, NEW).load().runs[0].drafts == {}

    def test_what_stays_readable_is_named(self, begun: Person, capsys: pytest.CaptureFixture[str]) -> None:
        """A copy that could not be locked is told with its place, and the shell is told, too."""
        locked(begun.store, "an older one")
        aside = begun.store.put_aside()
        fresh = Store(begun.store.home)
        assert do_lock(fresh, Talk({})) == 1
        assert str(aside) in capsys.readouterr().out

    def test_the_copies_are_counted(self, begun: Person, capsys: pytest.CaptureFixture[str]) -> None:
        """Those that were locked, too."""
        begun.store.put_aside()
        do_lock(begun.store, Talk({}))
        assert re.search(
            r"^[A-Z]\w+ older copies in this folder were locked too\.$", capsys.readouterr().out, re.MULTILINE
        )


class TestChange:
    """`exback lock` on a file that is locked."""

    def test_gives_it_another(self, begun: Person, capsys: pytest.CaptureFixture[str]) -> None:
        """The old ones open nothing any more."""
        locked(begun.store)
        talk = Talk({})
        assert do_lock(opened(begun.store.home), talk) == 0
        assert "locked with the new passphrase" in capsys.readouterr().out
        assert opened(begun.store.home, NEW).load().runs == opened(begun.store.home, "-".join(talk.code)).load().runs
        for old in (PASSPHRASE, CODE):
            with pytest.raises(WrongPassphrase):
                opened(begun.store.home, old)

    def test_says_that_older_copies_open_with_the_old_ones(self, begun: Person) -> None:
        """Before it is decided."""
        locked(begun.store)
        talk = Talk({})
        do_lock(opened(begun.store.home), talk)
        assert "still opens with the old ones" in words(talk.views[0].body)

    def test_what_another_passphrase_locked_is_told(self, begun: Person, capsys: pytest.CaptureFixture[str]) -> None:
        """It stayed as it was, and nobody is told that it can be read."""
        locked(begun.store, "an older one")
        aside = begun.store.put_aside()
        fresh = Store(begun.store.home)
        tell(fresh)
        assert do_lock(fresh, Talk({})) == 1
        said = capsys.readouterr().out
        assert "These are locked with another passphrase, and weren't changed:" in said
        assert f"  {aside}" in said
        assert "can still be read" not in said

    def test_what_an_attempt_that_was_cut_short_locked_comes_along(self, begun: Person) -> None:
        """With the words that are typed for the second time."""
        begun.store.put_aside()
        begun.store.put(story())
        (aside,) = begun.store.laid_aside()
        aside.write_bytes(envelope.seal(new_key(NEW, CODE, CHEAP), aside.read_bytes()))
        assert do_lock(begun.store, Talk({})) == 0
        envelope.unseal(opened(begun.store.home, NEW).codec.key, aside.read_bytes(), aside)  # type: ignore[attr-defined]  # it is a Sealing


class TestUnlock:
    """`exback unlock`."""

    def test_the_file_is_plain_again(self, begun: Person, capsys: pytest.CaptureFixture[str]) -> None:
        """And who can read it then is said before and after."""
        before = begun.store.load().runs
        locked(begun.store)
        talk = Scripted({"decision": "go-on"})
        assert unlock(opened(begun.store.home), lambda: talk) == 0
        assert Store(begun.store.home).load().runs == before
        assert "login" in words(talk.views[0].body)
        assert "login" in capsys.readouterr().out

    @pytest.mark.parametrize(("answer", "code"), [("keep", 0), (Leave(), 0), (Leave(interrupted=True), 130)])
    def test_anything_else_keeps_it_locked(self, begun: Person, answer: object, code: int) -> None:
        """Only the one answer opens it."""
        locked(begun.store)
        before = bytes_under(begun.store.home)
        assert unlock(opened(begun.store.home), lambda: Scripted({"decision": answer})) == code
        assert bytes_under(begun.store.home) == before

    def test_a_plain_file_is_no_fault(self, begun: Person, capsys: pytest.CaptureFixture[str]) -> None:
        """Nobody is asked."""
        assert unlock(begun.store, never) == 0
        assert "isn't locked" in capsys.readouterr().out


@pytest.mark.fault(61)
class TestAsk:
    """What stands before the first page of a locked file."""

    @pytest.mark.parametrize("typed", [PASSPHRASE, CODE, CODE.lower().replace("-", " ")])
    def test_opens_with_either(self, begun: Person, typed: str) -> None:
        """In one go."""
        locked(begun.store)
        store = Store(begun.store.home)
        store.codec = ask(store.path, lambda: Scripted({"passphrase": typed}))
        assert store.load() == begun.store.load()

    def test_gives_three_tries(self, begun: Person) -> None:
        """Each with how many are left; then it stops, and the file is untouched."""
        locked(begun.store)
        before = bytes_under(begun.store.home)
        screen = Scripted({"passphrase": ("one", "two", "three")})
        with pytest.raises(WrongPassphrase, match="None of those"):
            ask(begun.store.path, lambda: screen)
        notices = [view.notice for view in screen.views]
        assert notices == [
            "",
            "That's not the passphrase. You have two more tries.",
            "That's not the passphrase. You have one more try.",
        ]
        assert bytes_under(begun.store.home) == before

    def test_the_third_may_be_right(self, begun: Person) -> None:
        """Retrying is for this."""
        locked(begun.store)
        store = Store(begun.store.home)
        store.codec = ask(store.path, lambda: Scripted({"passphrase": ("one", "two", PASSPHRASE)}))
        assert store.load().runs

    def test_a_slip_in_the_code_is_told_with_its_place(self, begun: Person) -> None:
        """Who copied it wrong looks at the right group."""
        locked(begun.store)
        code = groups(CODE)
        code[3] = ("2" if code[3][0] != "2" else "3") + code[3][1:]
        screen = Scripted({"passphrase": ("-".join(code) + "", "-".join(groups(CODE)[:5]) + "-2", CODE)})
        ask(begun.store.path, lambda: screen)
        assert (
            screen.views[1].notice
            == "That looks like a recovery code with a typo in its fourth group. You have two more tries."
        )
        assert screen.views[2].notice == "That looks like a recovery code with a piece missing. You have one more try."

    def test_it_is_typed_unseen(self, begun: Person) -> None:
        """And stands on no page."""
        locked(begun.store)
        screen = Scripted({"passphrase": ("one that is wrong", PASSPHRASE)})
        ask(begun.store.path, lambda: screen)
        assert all(isinstance(view.item, Secret) for view in screen.views)
        assert "one that is wrong" not in "".join(map(str, screen.views))

    @pytest.mark.parametrize("leave", [Leave(), Leave(interrupted=True)])
    def test_leaving_ends_the_command(self, begun: Person, leave: Leave) -> None:
        """Nothing is shown, and nothing changed."""
        locked(begun.store)
        with pytest.raises(Interrupted):
            ask(begun.store.path, lambda: Scripted({"passphrase": leave}))

    def test_hiding_tells_the_shell_nothing(self, begun: Person) -> None:
        """Somebody has come in: the command ends as if all were done."""
        locked(begun.store)
        with pytest.raises(Interrupted) as hidden:
            ask(begun.store.path, lambda: Scripted({"passphrase": Leave(hidden=True)}))
        assert (hidden.value.exit_code, str(hidden.value)) == (0, "")

    @pytest.mark.parametrize("event", [Skip(), Back()])
    def test_there_is_no_way_around(self, begun: Person, event: Event) -> None:
        """Neither skipping nor going back opens anything."""
        locked(begun.store)
        store = Store(begun.store.home)
        store.codec = ask(store.path, lambda: Scripted({"passphrase": (event, PASSPHRASE)}))
        assert store.load().runs

    def test_damage_is_told_before_anybody_is_asked(self, begun: Person) -> None:
        """Nobody doubts their memory for a disk's fault."""
        locked(begun.store)
        data = begun.store.path.read_bytes()
        begun.store.path.write_bytes(data[:-100] + b"\n}\n")
        with pytest.raises(Unreadable, match="damaged"):
            ask(begun.store.path, never)

    def test_what_was_handed_over_gets_one_try(self, begun: Person) -> None:
        """A script that is wrong is told so at once."""
        locked(begun.store)
        store = Store(begun.store.home)
        with pytest.raises(WrongPassphrase):
            take(store.path, "not this one")
        store.codec = take(store.path, PASSPHRASE)
        assert store.load().runs


class Elsewhere(Scripted):
    """Answers, and just before one answer something happens in another window."""

    def __init__(self, answers: dict[str, object], before: str, happens: Callable[[], object]) -> None:
        super().__init__(answers)
        self._before, self._happens = before, happens

    def ask(self, view: View, keep: Keep) -> Event:
        """Give the scripted event for a page."""
        if view.item.id == self._before:
            self._before = ""
            self._happens()
        return super().ask(view, keep)


class TestMeanwhile:
    """Locking while another window is open."""

    @pytest.mark.parametrize("was_locked", [False, True])
    def test_the_other_window_asks_for_it_and_loses_nothing(self, begun: Person, was_locked: bool) -> None:
        """The answer that could not be saved is saved, sealed, once the passphrase was given."""
        if was_locked:
            locked(begun.store, "an older one")
        store = opened(begun.store.home, "an older one")
        answers = {**LIFE["urge"], "passphrase": ("wrong", PASSPHRASE)}
        first = next(iter(LIFE["urge"]))
        screen = Elsewhere(answers, first, lambda: locked(begun.store))
        assert Wizard(begun.program, store, screen, begun.clock).open("urge") == 0
        asked = next(view for view in screen.views if view.item.id == "passphrase")
        assert "in another window" in asked.notice
        kept = opened(begun.store.home).load().runs[-1]
        assert kept.step == "urge"
        assert kept.finished is not None

    def test_leaving_there_tells_the_shell(self, begun: Person) -> None:
        """Without the passphrase nothing can be saved, and nothing is written plainly instead."""
        store = Store(begun.store.home)
        first = next(iter(LIFE["urge"]))
        screen = Elsewhere({**LIFE["urge"], "passphrase": (Leave(),)}, first, lambda: locked(begun.store))
        with pytest.raises(Interrupted):
            Wizard(begun.program, store, screen, begun.clock).open("urge")
        assert [run.step for run in opened(begun.store.home).load().runs] == ["your-story"]


def never() -> Scripted:
    """A screen that must not be asked for."""
    raise AssertionError("nobody was to be asked")


def test_a_new_key_costs_what_is_promised(begun: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command locks at the full price; only tests ask for less."""
    asked: list[object] = []
    make: Callable[..., Key] = new_key

    def cheap(passphrase: str, code: str, cost: object) -> Key:
        asked.append(cost)
        return make(passphrase, code, CHEAP)

    monkeypatch.setattr(envelope, "new_key", cheap)
    lock(begun.store, lambda: Talk({}))
    assert asked == [(65536, 3, 4)]
