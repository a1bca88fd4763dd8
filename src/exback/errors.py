"""Everything that exback can say went wrong.

    ExbackError
    ├── Interrupted           Ctrl-C outside a question; nothing is said (exit 130)
    │   └── Hidden            Ctrl-Q outside a step; the shell is told of nothing, either (exit 0)
    │       └── Unseen        Ctrl-Q, and what was on the page couldn't be saved (exit 1)
    ├── NoTerminal            there is nobody to talk to (exit 2)
    ├── WrongUse              the command line asks for something that is not there (exit 2)
    ├── ProgramError          the folder of steps is unsound
    │   └── UnknownStep       no step has this id
    ├── NotNow                a step is closed, or withheld
    ├── NothingToRestore      nothing lies aside, and there is no backup
    ├── EditorFailed          the person's editor did not give the text back
    └── StoreError            the progress file
        ├── Unreadable        its bytes are not a progress file
        │   └── OutOfReach    its bytes could not be read, and may be whole
        ├── TooNew            written by a newer exback
        ├── NotThere          another file was named, and there is none
        ├── LeadsNowhere      a link to a place that is not there
        ├── NotAFolder        something else is in place of the folder
        ├── NotDownloaded     a cloud program has it, and has not brought it here yet
        ├── NotALock          something else is in place of the lock file
        ├── Locked            only a passphrase opens it, and none was given
        ├── WrongPassphrase   one was given, and it opens nothing
        ├── OutOfMemory       to try one takes more memory than there is
        ├── Gone              it is not there any more, and older copies of it are
        └── Unwritable        the change could not be saved
            ├── Erased        another window deleted everything meanwhile
            └── Uncertain     it was, and may not survive a power cut

A message is one plain sentence; `path` says which file it is about; `hint` says what to do next. No
message ever holds a word of what the person wrote.
"""

from __future__ import annotations


class ExbackError(Exception):
    """Something a person should read. `str()` is the sentence; `exit_code` is what the shell gets."""

    exit_code = 1

    def __init__(self, sentence: str, *, path: object = None, hint: str = "") -> None:
        super().__init__(sentence)
        self.path = None if path is None else str(path)
        self.hint = hint


class Interrupted(ExbackError):
    """Ctrl-C came while no question stood on the screen. Everything is saved; there is nothing to say."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__("")


class Hidden(Interrupted):
    """Ctrl-Q: somebody has come in, and the way the command ended tells them nothing."""

    exit_code = 0


class Unseen(Hidden):
    """Ctrl-Q, and the words on the page couldn't be saved. Nothing is said, and the shell isn't told of a success."""

    exit_code = 1


class NoTerminal(ExbackError):
    """exback asks questions, and there is no terminal to ask them on."""

    exit_code = 2


class WrongUse(ExbackError):
    """The command line asks for a command or an option that is not there, or leaves out what is needed."""

    exit_code = 2


class ProgramError(ExbackError):
    """The folder of steps cannot be used."""


class UnknownStep(ProgramError):
    """A step was asked for by an id that the program does not have."""


class NotNow(ExbackError):
    """The step exists, but a gate is closed or a boundary holds."""


class NothingToRestore(ExbackError):
    """`restore` was called, nothing lies aside, and there is no backup."""


class EditorFailed(ExbackError):
    """The person's own editor could not be started, or ended with an error and wrote nothing. The text is as it was."""


class StoreError(ExbackError):
    """The progress file could not be read or written. What was on disk is unchanged.

    `{file}` in its sentence, `{File}` at the beginning, stands for what the file is called, so that `about` can call it
    something else.
    """

    def __init__(self, sentence: str, *, path: object = None, hint: str = "", file: str = "your progress file") -> None:
        named = sentence.replace("{file}", file).replace("{File}", file[:1].upper() + file[1:])
        super().__init__(named, path=path, hint=hint)
        self._sentence = sentence

    def about(self, file: str, hint: str = "") -> StoreError:
        """Give the same error about another file, with another hint if there is one."""
        return type(self)(self._sentence, path=self.path, hint=hint or self.hint, file=file)


class Unreadable(StoreError):
    """The file is there, but its bytes are not a progress file."""


class OutOfReach(Unreadable):
    """This user may not read the file, or the disk reports an error: nothing is known of its bytes."""


class TooNew(StoreError):
    """The file was written by a newer exback, and this one will not touch it."""


class NotThere(StoreError):
    """A file to unite with, or to bring back, is not where it was said to be."""


class LeadsNowhere(StoreError):
    """The file is a link to a place that is not there. Nobody is taken for new, and nothing is created there."""


class NotAFolder(StoreError):
    """There is something else where the folder of the progress file should be. Nobody is taken for new."""


class NotDownloaded(StoreError):
    """A cloud program keeps the file elsewhere and has not brought it back yet. Nobody is taken for new."""


class NotALock(StoreError):
    """What is in place of the lock file was not made by exback. It is not opened, followed or written to."""


class Gone(StoreError):
    """The file is not there any more, nobody put it aside, and older copies of it are. Nobody is taken for new."""


class Locked(StoreError):
    """The file is sealed, and exback has nothing that opens it."""


class WrongPassphrase(StoreError):
    """What was typed is neither the passphrase nor the recovery code. The file is as it was."""


class OutOfMemory(StoreError):
    """A passphrase can't be tried: the work that makes guessing slow takes more memory than there is."""


class Unwritable(StoreError):
    """The change could not be saved, or not for certain; the sentence says which."""


class Erased(Unwritable):
    """Another window deleted everything since the file was read; nothing of it is written anew."""


class Uncertain(Unwritable):
    """The change was saved, but the disk does not say that it will stay so."""
