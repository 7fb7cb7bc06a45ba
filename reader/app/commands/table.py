"""Everything a key can do, in one table: bindings, footer, help, palette, docs come from it.

One key means one thing everywhere; where it has nothing to do, the status line says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.wording.catalogue import say


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key can do."""

    name: str
    """Also the name of the app's method, ``do_name``, and of its words, ``action.name``."""
    keys: tuple[str, ...]
    """As Textual names them."""
    group: str
    """Where help lists it: ``group.NAME``."""

    @property
    def words(self) -> str:
        """What it does, in the language of the interface."""
        return words_of(self.name)


ACTIONS = (
    Action("down", ("j", "down"), "move"),
    Action("up", ("k", "up"), "move"),
    Action("open", ("enter", "l", "right"), "move"),
    Action("left", ("h", "left"), "move"),
    Action("next_pane", ("tab",), "move"),
    Action("previous_pane", ("shift+tab",), "move"),
    Action("top", ("g", "home"), "move"),
    Action("end", ("G", "end"), "move"),
    Action("read_on", ("space",), "read"),
    Action("page_back", ("b", "pageup"), "read"),
    Action("page_down", ("pagedown",), "read"),
    Action("half_down", ("ctrl+d",), "read"),
    Action("half_up", ("ctrl+u",), "read"),
    Action("next_unread", ("n",), "read"),
    Action("previous_unread", ("p",), "read"),
    Action("next_story", ("J",), "read"),
    Action("previous_story", ("K",), "read"),
    Action("next_quote", ("right_square_bracket",), "read"),
    Action("previous_quote", ("left_square_bracket",), "read"),
    Action("quotes", ("quotation_mark", "c"), "read"),
    Action("reading_view", ("f",), "read"),
    Action("wider", ("plus",), "read"),
    Action("narrower", ("minus",), "read"),
    Action("code_left", ("less_than_sign",), "read"),
    Action("code_right", ("greater_than_sign",), "read"),
    Action("save", ("s",), "mark"),
    Action("unread", ("u", "N"), "mark"),
    Action("tag", ("t",), "mark"),
    Action("mark_all", ("A",), "mark"),
    Action("correct", ("exclamation_mark",), "mark"),
    Action("alias", (), "mark"),
    Action("follow", ("w",), "mark"),
    Action("undo", ("z",), "mark"),
    Action("browser", ("o",), "find"),
    Action("link", tuple("1234567890"), "find"),
    Action("links", ("number_sign",), "find"),
    Action("image", ("i",), "find"),
    Action("full_text", ("x",), "find"),
    Action("changes", ("D",), "find"),
    Action("copy", ("y",), "find"),
    Action("export", ("e",), "find"),
    Action("search", ("slash",), "find"),
    Action("refresh", ("r",), "find"),
    Action("refresh_all", ("R",), "find"),
    Action("add", ("a",), "find"),
    Action("remove", (), "find"),
    Action("rename", (), "find"),
    Action("folder", (), "find"),
    Action("hide_read", ("full_stop",), "screen"),
    Action("compact", ("v",), "screen"),
    Action("lens", (), "screen"),
    Action("sort", (), "screen"),
    Action("settings", ("comma",), "screen"),
    Action("edit_sources", (), "screen"),
    Action("palette", ("colon", "ctrl+p"), "screen"),
    Action("help", ("question_mark", "f1"), "screen"),
    Action("back", ("q", "escape"), "screen"),
    Action("quit", ("ctrl+q",), "screen"),
)

def words_of(name: str) -> str:
    """What an action does, in the language of the interface."""
    return say(f"action.{name}")


COUNTING = frozenset(
    {
        *("down", "up", "top", "end", "page_back", "page_down", "half_down", "half_up"),
        *("next_unread", "previous_unread", "next_story", "previous_story"),
        *("next_quote", "previous_quote", "wider", "narrower", "code_left", "code_right"),
    }
)
"""What a number before the key does so often; `top` and `end` go to that line of the list."""


def keys_page() -> str:
    """The page ``docs/keys.md``: every key with what it does, by what it is for."""
    # Imported here: that module reads the table of this one.
    from reader.app.commands.key_table import PRESETS, shown

    lines = [
        "# Keys",
        "",
        "Made by `python -m reader.app.commands.table` from the table in it; a test compares them.",
        "In the reader `?` shows the keys that are in force, and `:` finds every command by name.",
        "",
        "A number before a key says how often or how far: `5j`, `3n`, `2]`; `40G` is row 40 of a",
        "list. A number alone opens that link, once nothing more has come for a moment; `17o` and",
        "`17 enter` open it at once, and `#` lists them all.",
        "",
        "`:` takes words too: `set measure 72` (any setting of `config.toml` by its name, those of",
        "the chosen source behind `source.`), `add ADDRESS`, `search WORDS`, `mute QUERY`,",
        "`alias NAME = NAME` and, from a search, `view NAME`, which keeps it in the sidebar. It",
        "shows what is in force and why a value does not fit; `tab` writes the chosen line into",
        "the field.",
        "",
        "`t` files a story under words of your own; they stand in the sidebar, and `#word` or",
        "`tag:word` asks for them in searches and views. Stories with a tag never grow too old.",
    ]
    group = ""
    for action in ACTIONS:
        if not action.keys:
            continue
        if action.group != group:
            group = action.group
            heading = f"## {say(f'group.{group}')}"
            lines += ["", heading, "", "| key | does | name |", "|---|---|---|"]
        keys = ["1", "2", "…", "9", "0"] if action.name == "link" else map(shown, action.keys)
        lines.append(f"| {_code(keys)} | {action.words} | {action.name} |")
    lines += [
        "",
        "## Your own",
        "",
        'Your own keys stand in `config.toml`: `[keys]`, then `save = "S"`, `undo = ["z", "U"]`,',
        '`top = "gg"` or `remove = "Ctrl+X"`; the names are those of the tables above and of `:`.',
        "A key you give to something is taken from what else had it. What cannot be is said with",
        "its line, and the keys stay as they were.",
        "",
        "These have no key unless you give them one:",
        "",
        "| does | name |",
        "|---|---|",
        *(f"| {action.words} | {action.name} |" for action in ACTIONS if not action.keys),
        "",
        "## Macros",
        "",
        "A key can do several things one after the other, named as above. They are one step: `z`",
        "takes all of them back, and a number before the key does them so often.",
        "",
        "```toml",
        "[macros]",
        '"m" = ["save", "next_unread"]',
        '"V" = { run = ["mpv", "{link}"] }',
        "```",
        "",
        "`run` starts a program with the address of the story in place of `{link}`. It is a list",
        "of arguments, never a line for a shell; only http and https addresses are handed on; and",
        "the program goes its own way, with a window of its own or none. `:` and `?` show macros",
        "too.",
        "",
        "## Presets",
        "",
        "`keys_preset` chooses a set to start from. It differs from the tables in this:",
        "",
        "| name | " + " | ".join(f'`"{preset}"`' for preset in PRESETS) + " |",
        "|---|" + "---|" * len(PRESETS),
    ]
    for action in ACTIONS:
        rows = [preset.get(action.name, action.keys) for preset in PRESETS.values()]
        if len(set(rows)) > 1:
            cells = " | ".join(_code(map(shown, keys)) for keys in rows)
            lines.append(f"| {action.name} | {cells} |")
    return "\n".join(lines) + "\n"


def _code(keys: Iterable[str]) -> str:
    return " ".join(f"`{key}`" if key != "…" else key for key in keys)


if __name__ == "__main__":
    print(keys_page(), end="")  # noqa: T201 - this is what the module is for when it is run
