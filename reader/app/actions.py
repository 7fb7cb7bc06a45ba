"""Everything a key can do, in one table: bindings, footer, help, palette, docs come from it.

One key means one thing everywhere; where it has nothing to do, the status line says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.model.errors import SettingsError
from reader.text.catalogue import say


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
        return say(f"action.{self.name}")


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
    Action("hide_read", ("full_stop",), "screen"),
    Action("compact", ("v",), "screen"),
    Action("lens", (), "screen"),
    Action("settings", ("comma",), "screen"),
    Action("palette", ("colon", "ctrl+p"), "screen"),
    Action("help", ("question_mark", "f1"), "screen"),
    Action("back", ("q", "escape"), "screen"),
    Action("quit", ("ctrl+q",), "screen"),
)

NEWSBOAT = {
    # What newsboat's people have in their fingers.
    "save": ("S",),
    "export": ("s",),
    "reading_view": ("F",),
    "hide_read": ("l", "full_stop"),
    "open": ("enter", "right"),
    "top": ("home",),
}
"""The keys that the preset ``newsboat`` sets otherwise."""

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
_TYPED = {sign: key for key, sign in _SHOWN.items() if len(sign) == 1}
RESERVED = frozenset({"ctrl+b", "ctrl+a", "ctrl+s", "ctrl+z"})
"""The keys of tmux, screen, flow control and the shell."""


def shown(key: str) -> str:
    """A key as a person writes it."""
    return _SHOWN.get(key, key.replace("ctrl+", "Ctrl+").replace("shift+", "shift+"))


def key_table(preset: str, own: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return which key does what: a preset with a person's own keys over it.

    Raises:
        SettingsError: an action that does not exist, a key that cannot be bound or does two things.

    """
    names = {action.name for action in ACTIONS}
    chosen = {action.name: action.keys for action in ACTIONS}
    if preset == "newsboat":
        chosen.update(NEWSBOAT)
    for name, keys in own.items():
        if name not in names:
            raise SettingsError("config.toml", 0, f"[keys] there is no action {name!r}.")
        chosen[name] = tuple(_TYPED.get(key, key) for key in keys)
    table: dict[str, str] = {}
    mine = {key: name for name in own for key in chosen[name]}
    for name, keys in chosen.items():
        for key in keys:
            if key in RESERVED or key.startswith("alt+"):
                raise SettingsError(
                    "config.toml", 0, f"[keys] {shown(key)} belongs to the terminal: {name}."
                )
            holder = mine.get(key, name)
            if holder != name and name in own:
                raise SettingsError(
                    "config.toml", 0, f"[keys] {shown(key)} would do two things: {holder}, {name}."
                )
            table[key] = holder
    return table


def keys_of(name: str, table: Mapping[str, str]) -> tuple[str, ...]:
    """The keys that do something, as a person writes them, the usual one first."""
    return tuple(shown(key) for key, action in table.items() if action == name)


def keys_page() -> str:
    """The page ``docs/keys.md``: every key with what it does, by what it is for."""
    lines = [
        "# Keys",
        "",
        "Made by `python -m reader.app.actions` from the table in it; a test compares them.",
        "In the reader `?` shows the keys that are in force, and `:` finds every command by name.",
        "",
        'Your own keys stand in `config.toml`: `[keys]`, then `save = "S"` or `undo = ["z", "U"]`.',
        '`keys_preset = "newsboat"` gives `s` `S` `l` `f` and `g` the meanings they have there.',
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
        written = " ".join(f"`{key}`" if key != "…" else key for key in keys)
        lines.append(f"| {written} | {action.words} | {action.name} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(keys_page(), end="")  # noqa: T201 - this is what the module is for when it is run
