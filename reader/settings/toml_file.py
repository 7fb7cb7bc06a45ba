"""TOML files that people write: read with the line of every fault, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from reader.model.error_words import cause
from reader.model.errors import SettingsError
from reader.store.database import sync
from reader.text.clean import clean_line
from reader.wording.catalogue import say
from reader.wording.did_you_mean import did_you_mean

_POSITION = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")
_REASONS = {
    "Invalid statement": "statement",
    "Expected newline or end of document": "rest",
    "Expected '=' after a key": "equals",
    "Invalid initial character for a key": "key",
    "Expected ']": "bracket",
    "Cannot ": "twice",
    "Duplicate ": "twice",
    "Unclosed array": "array",
    "Unclosed inline table": "braces",
    "Unterminated string": "quotes",
    "Expected \"": "quotes",
    "Expected '": "quotes",
    "Unescaped": "backslash",
    "Invalid hex value": "backslash",
    "Escaped character": "backslash",
    "Illegal character": "sign",
    "Found invalid character": "sign",
    "Invalid date": "date",
    "Invalid value": "value",
}
"""How what `tomllib` says begins, and the word for it in the catalogue's table ``toml``."""
_HEADER = re.compile(r"\s*\[{1,2}\s*([^\]#]+?)\s*\]{1,2}")


def read_text(path: Path) -> str:
    """Return a file's text, empty if there is none; raises `SettingsError` if it is no text."""
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise SettingsError(str(path), 0, say("fault.no_text")) from None
    except OSError as error:
        raise SettingsError(str(path), 0, say("fault.not_read", reason=cause(error))) from None


def write_text(path: Path, text: str) -> None:
    """Put `text` in place of a file at once, for this user alone; a link keeps leading there."""
    target = Path(os.path.realpath(path))
    half = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        half.unlink(missing_ok=True)
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC
        with os.fdopen(os.open(half, flags, 0o600), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        half.replace(target)
        sync(target.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            half.unlink(missing_ok=True)
        words = say("fault.not_written", reason=cause(error))
        raise SettingsError(str(path), 0, words) from None


class Table:
    """A table of a settings file. Every key that is asked for is known; `finish` names the rest.

    A value that does not fit is refused: `SettingsError` with its line. Where `faults` are
    gathered, the error is put there instead and the default holds.
    """

    def __init__(
        self,
        content: dict[str, object],
        text: str,
        path: str,
        name: tuple[str, ...] = (),
        number: int = 0,
        faults: list[SettingsError] | None = None,
    ) -> None:
        """`name` is the table's place in the file, `number` which of several ``[[name]]`` it is."""
        self.content = content
        self._text, self._path = text, path
        self._name, self._number = name, number
        self._faults = faults
        self._known: set[str] = set()

    @classmethod
    def parse(cls, text: str, path: str, faults: list[SettingsError] | None = None) -> Table:
        """Return the whole file; raises `SettingsError` with the line where it is no TOML."""
        try:
            return cls(tomllib.loads(text), text, path, faults=faults)
        except RecursionError:
            raise SettingsError(path, 0, say("fault.no_toml", reason=say("toml.depth"))) from None
        except ValueError as error:  # TOMLDecodeError is one, a number of 5,000 digits another
            position = _POSITION.search(str(error))
            line = int(position[1]) if position and position[1] else text.count("\n") + 1
            words = say("fault.no_toml", reason=_reason(str(error)))
            raise SettingsError(path, line, words) from None

    def error(self, key: str, message: str) -> SettingsError:
        """Return an error that names the line of `key`, or of the table for an empty one."""
        return SettingsError(self._path, self.line(key), message)

    def line(self, key: str) -> int:
        """Return the line on which a key stands, or the table's for an empty or a missing one."""
        return line_of(self._text, self._name, key, self._number)

    def refuse(self, key: str, message: str) -> None:
        """Raise the fault of a key, or gather it where the default may hold instead."""
        error = self.error(key, message)
        if self._faults is None:
            raise error
        self._faults.append(error)

    def string(self, key: str, default: str = "", choices: Iterable[str] = ()) -> str:
        """Return a text, one of `choices` where they are given."""
        value = self._take(key, default)
        allowed = list(choices)
        if allowed and value not in allowed:
            named = ", ".join(f'"{choice}"' for choice in allowed)
            self.refuse(key, say("fault.choice", key=key, choices=named, value=_shown(value)))
        elif not isinstance(value, str):
            self.refuse(key, say("fault.text", key=key, value=_shown(value)))
        else:
            return value
        return default

    def integer(self, key: str, default: int, least: int, most: int) -> int:
        """Return a whole number between two bounds, both included."""
        value = self._take(key, default)
        if type(value) is not int:
            self.refuse(key, say("fault.number", key=key, value=_shown(value)))
        elif not least <= value <= most:
            bounds = {"least": least, "most": most, "value": value}
            self.refuse(key, say("fault.bounds", key=key, **bounds))
        else:
            return value
        return default

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self._take(key, default)
        if isinstance(value, bool):
            return value
        self.refuse(key, say("fault.flag", key=key, value=_shown(value)))
        return default

    def strings(self, key: str, *, single: bool = False) -> tuple[str, ...]:
        """Return a list of texts; with `single` one text alone will do."""
        value = self._take(key, [])
        if single and isinstance(value, str):
            return (value,)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self.refuse(key, say("fault.list", key=key, value=_shown(value)))
        return ()

    def mapping(self, key: str) -> dict[str, str]:
        """Return a table whose keys are free and whose values are texts."""
        table = self.table(key)
        return {name: table.string(name) for name in table.content}

    def table(self, key: str) -> Table:
        """Return a table within this one; an empty one if it is missing."""
        value = self._take(key, {})
        if not isinstance(value, dict):
            self.refuse(key, say("fault.table", key=key))
            value = {}
        return Table(value, self._text, self._path, (*self._name, key), faults=self._faults)

    def tables(self, key: str) -> list[Table]:
        """Return the tables of a list ``[[key]]``."""
        value = self._take(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.refuse(key, say("fault.tables", key=key))
            value = []
        return [
            Table(item, self._text, self._path, (*self._name, key), number, self._faults)
            for number, item in enumerate(value)
        ]

    def finish(self) -> None:
        """Refuse keys that nobody asked for."""
        for key in self.content:
            if key not in self._known:
                hint = did_you_mean(key, self._known)
                self.refuse(key, say("fault.no_setting", key=key, hint=hint))

    def _take(self, key: str, default: object) -> object:
        self._known.add(key)
        return self.content.get(key, default)


def line_of(text: str, table: Sequence[str], key: str, number: int = 0) -> int:
    """Return the line, from 1, on which a key of a table stands; the table's own, or 0, if none.

    `number`: which of the tables of that name, from 0.
    """
    asked, current = list(table), list[str]()
    seen, table_line = (-1 if table else 0), 0
    for line, content in enumerate(text.split("\n"), 1):
        if content.lstrip().startswith("#"):
            continue
        header = _HEADER.match(content)
        if header and "=" not in content.split("]")[0]:
            current = _parts(header[1])
            seen += current == asked
            if current == asked and seen == number:
                table_line = line
            elif current == [*asked, key]:
                return line
            continue
        name = _parts(content.split("=", 1)[0]) if "=" in content else []
        place = [*current, *name]
        if key and place[: len(asked) + 1] == [*asked, key] and (
            seen == number or current != asked
        ):
            return line
        if name and asked and place[: len(asked)] == asked != current and not table_line:
            table_line = line  # an inline or dotted table
    return table_line


def _parts(name: str) -> list[str]:
    """The parts of a dotted name, without their quotation marks."""
    parts = re.findall(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)", name)
    return [next(filter(None, part), "") for part in parts]


def _reason(said: str) -> str:
    """What `tomllib` found wrong, in words for a person."""
    word = next((word for start, word in _REASONS.items() if said.startswith(start)), "other")
    return say(f"toml.{word}")


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = f'"{clean_line(value)}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"
