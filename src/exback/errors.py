"""Every error that exback reports to the person who runs it.

    ExbackError
    ├── Interrupted           Ctrl-C outside a question; nothing is printed (exit 130)
    │   └── Hidden            Ctrl-Q outside a step; the exit code gives nothing away either (exit 0)
    │       └── Unseen        Ctrl-Q, and what was on the page couldn't be saved (exit 1)
    ├── NoTerminal            there is no terminal to ask questions on (exit 2)
    ├── WrongUse              the command line asks for something that doesn't exist (exit 2)
    ├── ProgramError          the folder of steps has a mistake in it
    │   └── UnknownStep       no step has this id
    ├── NotNow                a step is closed, or withheld
    ├── NothingToRestore      nothing was put aside, and there is no backup
    ├── EditorFailed          the person's editor didn't give the text back
    └── StoreError            the progress file
        ├── Unreadable        its bytes are not a progress file
        │   └── OutOfReach    its bytes couldn't be read, and may be intact
        ├── TooNew            written by a newer exback
        ├── NotThere          another file was named, and doesn't exist
        ├── LeadsNowhere      a link to a place that doesn't exist
        ├── NotAFolder        something else is in place of the folder
        ├── NotDownloaded     a cloud program has it, and hasn't downloaded it yet
        ├── NotALock          something else is in place of the lock file
        ├── Locked            only a passphrase opens it, and there was none
        ├── WrongPassphrase   there was one, and it doesn't open the file
        ├── OutOfMemory       trying a passphrase takes more memory than there is
        ├── Gone              it was there, and only older copies of it still are
        └── Unwritable        the change couldn't be saved
            ├── Erased        another window deleted everything meanwhile
            └── Uncertain     it was saved, and may not survive a power cut

A message is one plain sentence; `path` is the file it is about, `hint` is what to do next. No message ever has a word
of what the person wrote.
"""

from __future__ import annotations


class ExbackError(Exception):
    """An error that a person should read: `str()` is the sentence, `exit_code` is what the shell gets."""

    exit_code = 1

    def __init__(self, sentence: str, *, path: object = None, hint: str = "") -> None:
        super().__init__(sentence)
        self.path = None if path is None else str(path)
        self.hint = hint


class Interrupted(ExbackError):
    """Ctrl-C while there was no question on the screen. Everything is saved, so nothing is printed."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__("")


class Hidden(Interrupted):
    """Ctrl-Q: someone has come in, and the way the command ended must not tell them anything."""

    exit_code = 0


class Unseen(Hidden):
    """Ctrl-Q, and the words on the page couldn't be saved. Nothing is printed, and the exit code isn't that of a success."""

    exit_code = 1


class NoTerminal(ExbackError):
    """exback asks questions, and there is no terminal to ask them on."""

    exit_code = 2


class WrongUse(ExbackError):
    """The command line has an unknown command or option, or leaves out what is needed."""

    exit_code = 2


class ProgramError(ExbackError):
    """The folder of steps can't be used."""


class UnknownStep(ProgramError):
    """The program has no step with the id that was asked for."""


class NotNow(ExbackError):
    """The step exists, but a gate is closed or a boundary holds."""


class NothingToRestore(ExbackError):
    """`restore` was called, but nothing was put aside and there is no backup."""


class EditorFailed(ExbackError):
    """The person's own editor couldn't be started, or ended with an error and wrote nothing. The text is as it was."""


class StoreError(ExbackError):
    """The progress file couldn't be read or written. What was on disk is unchanged.

    `{file}` in its sentence, or `{File}` at the beginning, is replaced with what the file is called, so that `about` can
    call it something else.
    """

    def __init__(self, sentence: str, *, path: object = None, hint: str = "", file: str = "your progress file") -> None:
        filled = sentence.replace("{file}", file).replace("{File}", file[:1].upper() + file[1:])
        super().__init__(filled, path=path, hint=hint)
        self._sentence = sentence

    def about(self, file: str, hint: str = "") -> StoreError:
        """Return the same error about another file, with another hint if there is one."""
        return type(self)(self._sentence, path=self.path, hint=hint or self.hint, file=file)


class Unreadable(StoreError):
    """The file is there, but its bytes are not a progress file."""


class OutOfReach(Unreadable):
    """This user may not read the file, or the disk reports an error, so nothing is known of its bytes."""


class TooNew(StoreError):
    """The file was written by a newer exback, and this one won't touch it."""


class NotThere(StoreError):
    """A file to merge or to restore doesn't exist."""


class LeadsNowhere(StoreError):
    """The file is a link to a place that doesn't exist. exback doesn't start over, and creates nothing there."""


class NotAFolder(StoreError):
    """Something else is where the folder of the progress file should be. exback doesn't start over."""


class NotDownloaded(StoreError):
    """A cloud program keeps the file elsewhere and hasn't downloaded it yet. exback doesn't start over."""


class NotALock(StoreError):
    """What is in place of the lock file was not made by exback. It is not opened, followed or written to."""


class Gone(StoreError):
    """The file is missing although no one put it aside, and there are older copies of it. exback doesn't start over."""


class Locked(StoreError):
    """The file is encrypted, and exback has no key for it."""


class WrongPassphrase(StoreError):
    """What was typed is neither the passphrase nor the recovery code. The file is as it was."""


class OutOfMemory(StoreError):
    """A passphrase can't be tried: the work that makes guessing slow takes more memory than there is."""


class Unwritable(StoreError):
    """The change couldn't be saved, or not for certain; the sentence says which."""


class Erased(Unwritable):
    """Another window deleted everything since the file was read, so nothing is written again."""


class Uncertain(Unwritable):
    """The change was saved, but the disk doesn't confirm that it will survive a power cut."""
