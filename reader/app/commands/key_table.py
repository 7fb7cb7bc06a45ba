"""How keys are written, the presets, and which key does what: the table in force.

A key may be several typed one after the other: ``gg``. In the table those are parted by blanks,
``g g``, each as Textual names it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from reader.app.commands.command import MACRO
from reader.app.commands.table import COMMANDS, own_keys_of
from reader.model.errors import SettingsError
from reader.newsroom.config import Config, Macro
from reader.text.clean import clean_line
from reader.wording.catalogue import say
from reader.wording.did_you_mean import did_you_mean

Keys = Mapping[str, tuple[str, ...]]
"""Action -> its keys."""

RESERVED = frozenset({"ctrl+b", "ctrl+a", "ctrl+s", "ctrl+z"})
"""The keys of tmux, screen, flow control and the shell."""
DIGITS = frozenset("0123456789")
"""They are numbers: of links, and of how often or how far."""
LONGEST = 3
"""Keys in a sequence."""

_SHOWN = {
    "right_square_bracket": "]", "left_square_bracket": "[", "quotation_mark": '"', "plus": "+",
    "minus": "-", "less_than_sign": "<", "greater_than_sign": ">", "slash": "/", "full_stop": ".",
    "comma": ",", "colon": ":", "question_mark": "?", "down": "↓", "up": "↑", "right": "→",
    "left": "←", "escape": "esc", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home",
    "end": "End", "f1": "F1", "number_sign": "#", "exclamation_mark": "!", "at": "@",
    "semicolon": ";", "apostrophe": "'", "equals_sign": "=", "underscore": "_", "asterisk": "*",
    "ampersand": "&", "percent_sign": "%", "dollar_sign": "$", "tilde": "~", "grave_accent": "`",
    "circumflex_accent": "^", "vertical_line": "|", "backslash": "\\", "left_parenthesis": "(",
    "right_parenthesis": ")", "left_curly_bracket": "{", "right_curly_bracket": "}",
}  # fmt: skip
_TYPED = {sign.lower() if len(sign) > 1 else sign: key for key, sign in _SHOWN.items()}
_NAMED = frozenset(
    {*_SHOWN, "enter", "space", "tab", "backspace", "delete", "insert"}
    | {f"f{number}" for number in range(1, 13)}
)
_HELD = re.compile(r"(?:(?:ctrl|shift)\+)+")


def shown(key: str) -> str:
    """A key as a person writes it; of a sequence of plain signs, without blanks."""
    parts = [_SHOWN.get(part) or _held(part) for part in key.split(" ")]
    return ("" if all(len(part) == 1 for part in parts) else " ").join(parts)


def _held(part: str) -> str:
    """``Ctrl+P`` for a letter that is pressed with Control; others as they are."""
    if not part.startswith("ctrl+"):
        return part
    name = part.removeprefix("ctrl+")
    return f"Ctrl+{name.upper() if len(name) == 1 else name}"


def keys_of(name: str, table: Mapping[str, str]) -> tuple[str, ...]:
    """The keys that do something, as a person writes them, the usual one first."""
    return tuple(shown(key) for key, action in table.items() if action == name)


def keys_in_force(config: Config) -> dict[str, str]:
    """Return which key does what by these preferences; raises `SettingsError`."""
    lines = {MACRO + key: line for key, line in config.macro_lines.items()}
    return key_table(
        config.keys_preset, config.keys, {**config.key_lines, **lines}, config.macros
    )


def key_table(
    preset: str,
    own: Keys,
    lines: Mapping[str, int] | None = None,
    macros: Mapping[str, Macro] | None = None,
) -> dict[str, str]:
    """Return which key does what: a preset with a person's own keys over it.

    A key that a person gives to an action, or to a macro, is taken from the one that has it in the
    preset. `lines` are those of `own` and `macros` in the file, for messages. A macro's action is
    called `MACRO` and its key, as it is written.

    Raises:
        SettingsError: an action or a key that does not exist, a key that cannot be bound, or one
            that does two things.

    """
    keys_of_command = _preset(preset)
    at_line, macros = lines or {}, macros or {}
    for key, macro in macros.items():
        for name in macro.actions:
            if name not in keys_of_command:
                raise _no_action(at_line.get(MACRO + key, 0), name, keys_of_command, "macros")
    mine: dict[str, str] = {}
    for name, keys in [*own.items(), *((MACRO + key, (key,)) for key in macros)]:
        line = at_line.get(name, 0)
        if name not in keys_of_command and not name.startswith(MACRO):
            raise _no_action(line, name, keys_of_command)
        keys_of_command[name] = tuple(_read(key, name, line) for key in keys)
        for key in keys_of_command[name]:
            _refuse_second_meaning(mine, key, name, line)
            mine[key] = name
    return {
        key: name
        for name, keys in keys_of_command.items()
        for key in keys
        if mine.get(key, name) == name and (key in mine or not _hidden(key, mine))
    }


def _refuse_second_meaning(mine: Mapping[str, str], key: str, name: str, line: int) -> None:
    """Raise `SettingsError` if a person has given this key, or its beginning, something else."""
    for taken, holder in mine.items():
        if key == taken and holder != name:
            names = {"one": holder, "other": name}
            raise _fault(line, say("keys.two_things", key=shown(key), **names))
        if _begins(key, taken) or _begins(taken, key):
            long, short = sorted((key, taken), key=len, reverse=True)
            pair = {"long": shown(long), "short": shown(short)}
            action = holder if short == taken else name
            raise _fault(line, say("keys.begins", **pair, action=action))


def keyless(preset: str, own: Keys, table: Mapping[str, str]) -> list[str]:
    """Sentences about actions that lost all their keys to a person's own ones."""
    lost = []
    for name, keys in _preset(preset).items():
        if name not in own and keys and name not in table.values():
            takers = [table[key] for key in keys if key in table]
            if takers:
                taken = {"key": shown(keys[0]), "other": takers[0]}
                lost.append(say("keys.taken", name=name, **taken))
            else:
                lost.append(say("keys.lost", name=name))
    return lost


def _preset(preset: str) -> dict[str, tuple[str, ...]]:
    """The keys of a preset, in which its own take from the usual ones."""
    changed = own_keys_of(preset)
    taken = {key for keys in changed.values() for key in keys}
    begun = {key.partition(" ")[0] for key in taken if " " in key}
    return {
        command.name: changed.get(
            command.name, tuple(k for k in command.keys if k not in taken and k not in begun)
        )
        for command in COMMANDS
    }


def _begins(short: str, long: str) -> bool:
    return long.startswith(f"{short} ")


def _hidden(key: str, mine: Mapping[str, str]) -> bool:
    """Whether a key of the preset cannot be typed beside those of a person."""
    return any(_begins(key, own) or _begins(own, key) for own in mine)


def _read(written: str, name: str, line: int) -> str:
    """A key as the table has it; raises `SettingsError`."""
    parts = [*_parts(written)]
    if not parts or len(parts) > LONGEST or not all(parts):
        hint = did_you_mean(written.lower(), [*_NAMED, *_TYPED])
        raise _fault(line, say("keys.no_key", key=clean_line(written), name=name, hint=hint))
    for part in parts:
        if part in RESERVED or part.startswith("alt+"):
            raise _fault(line, say("keys.terminal", key=shown(part), name=name))
        if part in DIGITS:
            raise _fault(line, say("keys.digits", name=name))
    return " ".join(parts)


def _parts(written: str) -> Iterator[str]:
    """The keys of a sequence; an empty one where there is no such key."""
    for word in written.split() or ([" "] if written else []):
        whole = _one(word)
        if whole:
            yield whole
        else:
            yield from map(_one, word)


def _one(word: str) -> str:
    """One key by any of its names; empty if it is none."""
    if len(word) == 1:
        if word in _TYPED:
            return _TYPED[word]
        if word == " ":
            return "space"
        return word if word.isalnum() or unicodedata.category(word)[0] not in "CZ" else ""
    held = _HELD.match(word.lower())
    if held:
        key = word[held.end() :].lower()
        rest = _one(key)
        return held[0] + rest if rest else ""
    if word.lower().startswith("alt+"):
        return word.lower()
    name = word.lower()
    name = {"pgup": "pageup", "pgdn": "pagedown", "esc": "escape"}.get(name, name)
    return name if name in _NAMED else ""


def _no_action(
    line: int, name: str, known: Iterable[str], table: str = "keys"
) -> SettingsError:
    hint = did_you_mean(name, [one for one in known if not one.startswith(MACRO)])
    return _fault(line, say("keys.no_action", name=name, hint=hint), table)


def _fault(line: int, words: str, table: str = "keys") -> SettingsError:
    return SettingsError("config.toml", line, f"[{table}] {words}")
