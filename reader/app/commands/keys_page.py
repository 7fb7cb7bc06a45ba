"""The page of keys in the documentation, made from the table of commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.app.commands.key_table import shown
from reader.app.commands.table import COMMANDS, PRESETS
from reader.app.commands.typed_keys import LINK
from reader.wording.catalogue import say

_HEAD = """\
# Keys

Made by `python -m reader.app.commands.keys_page` from the table of commands.
A test compares them.
In the reader `?` shows the keys that are in force, and `:` finds every command by name.

A number before a key says how often or how far: `5j`, `3n`, `2]`; `40G` is row 40 of a
list. A number alone opens that link, once nothing more has come for a moment; `17o` and
`17 enter` open it at once, and `#` lists them all.

`:` takes words too: `set measure 72` (any setting of `config.toml` by its name, those of
the chosen source behind `source.`), `add ADDRESS`, `search WORDS`, `mute QUERY`,
`alias NAME = NAME` and, from a search, `view NAME`, which keeps it in the sidebar. It
shows what is in force and why a value does not fit; `tab` writes the chosen line into
the field.

`t` files a story under words of your own; they stand in the sidebar, and `#word` or
`tag:word` asks for them in searches and views. Stories with a tag never grow too old.
"""
_YOUR_OWN = """\

## Your own

Your own keys stand in `config.toml`: `[keys]`, then `save = "S"`, `undo = ["z", "U"]`,
`top = "gg"` or `remove = "Ctrl+X"`; the names are those of the tables above and of `:`.
A key you give to something is taken from what else had it. What cannot be is said with
its line, and the keys stay as they were.

These have no key unless you give them one:

| does | name |
|---|---|
"""
_MACROS = """\

## Macros

A key can do several things one after the other, named as above. They are one step: `z`
takes all of them back, and a number before the key does them so often.

```toml
[macros]
"m" = ["save", "next_unread"]
"V" = { run = ["mpv", "{link}"] }
```

`run` starts a program with the address of the story in place of `{link}`. It is a list
of arguments, never a line for a shell; only http and https addresses are handed on; and
the program goes its own way, with a window of its own or none. `:` and `?` show macros
too.

## Presets

`keys_preset` chooses a set to start from. It differs from the tables in this:

"""


def keys_page() -> str:
    """The page ``docs/keys.md``: every key with what it does, by what it is for."""
    return "".join(
        [_HEAD, *_groups(), _YOUR_OWN, *_without_key(), _MACROS, *_presets()]
    )


def _groups() -> Iterator[str]:
    group = ""
    for command in COMMANDS:
        if not command.keys:
            continue
        if command.group != group:
            group = command.group
            yield f"\n## {say(f'group.{group}')}\n\n| key | does | name |\n|---|---|---|\n"
        keys = ["1", "2", "…", "9", "0"] if command.name == LINK else map(shown, command.keys)
        yield f"| {_code(keys)} | {command.words} | {command.name} |\n"


def _without_key() -> Iterator[str]:
    for command in COMMANDS:
        if not command.keys:
            yield f"| {command.words} | {command.name} |\n"


def _presets() -> Iterator[str]:
    names = " | ".join(f'`"{preset}"`' for preset in PRESETS)
    yield f"| name | {names} |\n|---|{'---|' * len(PRESETS)}\n"
    for command in COMMANDS:
        rows = [command.presets.get(preset, command.keys) for preset in PRESETS]
        if len(set(rows)) > 1:
            cells = " | ".join(_code(map(shown, keys)) for keys in rows)
            yield f"| {command.name} | {cells} |\n"


def _code(keys: Iterable[str]) -> str:
    return " ".join(f"`{key}`" if key != "…" else key for key in keys)


if __name__ == "__main__":
    print(keys_page(), end="")  # noqa: T201 - this is what the module is for when it is run
