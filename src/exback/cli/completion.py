"""Scripts that let a shell complete commands, options and the ids of steps.

All words stand in the script. At a Tab nothing is started, so it is there at once, and no file of anybody is read. After
an update the script is as old as the day it was made, unless the shell makes it anew whenever it starts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from shlex import quote
from types import MappingProxyType

from exback.cli.manual import Argument, Entry, Manual, Option, manual


def script(shell: str) -> str:
    """Give the script for "bash", "zsh" or "fish"."""
    return "\n".join(SHELLS[shell](manual()))


# bash: find the command among the words, then offer what may stand behind it, or behind the option before the cursor.

BASH_HEAD = """\
_exback() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= folder= paths= word words
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $folder$word in
        --home|--passphrase-fd) folder=next ;;
        next*) folder= ;;
        -*) ;;
        *) command=$word; break ;;
        esac
    done
    case $command:$before in"""
BASH_FOOT = """\
    esac
    local IFS=$'\\n'
    COMPREPLY=($(compgen ${paths:+-f} -W "${words// /$'\\n'}" -- "$current"))
    if [[ $paths ]]; then compopt -o filenames; fi
}
complete -F _exback exback"""


def _bash(known: Manual) -> Iterator[str]:
    always = _names(known.everywhere)
    yield BASH_HEAD
    for place, options in (("*", known.options), *((entry.name, entry.options) for entry in known.entries)):
        for option in options:
            if option.takes is not None:
                where = "|".join(f"{place}:{name}" for name in option.names)
                yield f"    {where}) {_offered(_texts([option.takes]), is_path=option.takes.is_path)} ;;"
    yield f"    :*) {_offered([*(entry.name for entry in known.entries), *_names(known.options)])} ;;"
    for entry in known.entries:
        words, is_path = _texts(entry.arguments) + _names(entry.options), any(one.is_path for one in entry.arguments)
        if words or is_path:
            yield f"    {entry.name}:*) {_offered([*words, *always], is_path=is_path)} ;;"
    yield f"    *) {_offered(always)} ;;"
    yield BASH_FOOT


def _offered(words: Iterable[str], *, is_path: bool = False) -> str:
    return f"words={quote(' '.join(words))}{' paths=yes' if is_path else ''}"


def _names(options: Iterable[Option]) -> list[str]:
    return [name for option in options for name in option.names]


def _texts(arguments: Iterable[Argument]) -> list[str]:
    return [word.text for argument in arguments for word in argument.words]


# zsh: tell _arguments and _values of every word what it means; they know what may follow what.

ZSH_HEAD = """\
#compdef exback
_exback() {
    local curcontext=$curcontext state line
    local -a always
    always=("""
ZSH_FOOT = """\
        esac ;;
    esac
}
if [[ $funcstack[1] == _exback ]]; then _exback "$@"; else compdef _exback exback; fi"""


def _zsh(known: Manual) -> Iterator[str]:
    yield f"{ZSH_HEAD}{' '.join(_for_zsh(known.everywhere))})"
    alone = " ".join(_for_zsh(option for option in known.options if option not in known.everywhere))
    yield f"    _arguments -C $always {alone} '1: :->command' '*:: :->words'"
    yield "    case $state in"
    commands = (quote(f"{entry.name}[{_bare(entry.meaning)}]") for entry in known.entries)
    yield f"    command) _values command {' '.join(commands)} ;;"
    yield "    words) case $line[1] in"
    for entry in known.entries:
        arguments = (
            quote(f"{place}:{argument.name}:{_action(argument)}") for place, argument in enumerate(entry.arguments, 1)
        )
        yield f"        {entry.name}) _arguments {' '.join(['$always', *_for_zsh(entry.options), *arguments])} ;;"
    yield ZSH_FOOT


def _for_zsh(options: Iterable[Option]) -> Iterator[str]:
    for option in options:
        either = f"({' '.join(option.names)})" if len(option.names) > 1 else ""
        behind = f":{option.takes.name}:{_action(option.takes)}" if option.takes else ""
        yield from (quote(f"{either}{name}[{_bare(option.meaning)}]{behind}") for name in option.names)


def _action(argument: Argument) -> str:
    """Give how _arguments finds the words: as they stand here with what they mean, among files, or not at all."""
    if argument.is_path:
        return "_files"
    described = (f'{word.text}\\:"{_bare(word.meaning).replace(":", "")}"' for word in argument.words)
    return f"(({' '.join(described)}))" if argument.words else " "


def _bare(meaning: str) -> str:
    """Give a meaning without the signs that zsh takes for its own."""
    return meaning.translate(str.maketrans("", "", '[]\\"`$'))


# fish: a line for each word, with the condition under which it may stand there.

FIRST = "__fish_use_subcommand"


def _fish(known: Manual) -> Iterator[str]:
    yield "complete --command exback --no-files"
    yield from (_option_for_fish(option) for option in known.everywhere)
    yield from (_option_for_fish(one, FIRST) for one in known.options if one not in known.everywhere)
    yield from (_line(FIRST, f"--arguments {one.name}", one.meaning) for one in known.entries)
    for entry in known.entries:
        yield from _entry_for_fish(entry, f"__fish_seen_subcommand_from {entry.name}")


def _entry_for_fish(entry: Entry, condition: str) -> Iterator[str]:
    yield from (_option_for_fish(option, condition) for option in entry.options)
    for argument in entry.arguments:
        if argument.is_path:
            yield _line(condition, "--force-files", "")
        yield from (_line(condition, f"--arguments {word.text}", word.meaning) for word in argument.words)


def _option_for_fish(option: Option, condition: str = "") -> str:
    names = (f"--long-option {name[2:]}" if name[:2] == "--" else f"--short-option {name[1:]}" for name in option.names)
    takes = ""
    if option.takes is not None:
        words = " ".join(word.text for word in option.takes.words)
        takes = " --require-parameter" + (" --force-files" if option.takes.is_path else f" --arguments {quote(words)}")
    return _line(condition, " ".join(names) + takes, option.meaning)


def _line(condition: str, word: str, meaning: str) -> str:
    only = f" --condition '{condition}'" if condition else ""
    said = meaning.replace("\\", "\\\\").replace("'", "\\'")
    return f"complete --command exback{only} {word}" + (f" --description '{said}'" if said else "")


SHELLS: Mapping[str, Callable[[Manual], Iterator[str]]] = MappingProxyType({"bash": _bash, "zsh": _zsh, "fish": _fish})
