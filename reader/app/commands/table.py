"""Every command, one row each: bindings, footer, help, palette and docs come from this table.

One key means one thing everywhere; where it has nothing to do, the status line says so. The keys
of a preset stand in the row only where they are others than the usual ones.
"""

from __future__ import annotations

from collections.abc import Mapping

from reader.app.commands import (
    links,
    marking,
    moving,
    pages,
    palette,
    reading,
    searching,
    settings,
    sources,
    viewing,
)
from reader.app.commands.command import Command, Need

COMMANDS = (
    Command("down", ("j", "down"), "move", moving.down, counts=True),
    Command("up", ("k", "up"), "move", moving.up, counts=True),
    Command(
        "open", ("enter", "l", "right"), "move", moving.open_chosen,
        presets={"newsboat": ("enter", "right")},
    ),
    Command("left", ("h", "left"), "move", moving.left),
    Command(
        "next_pane", ("tab",), "move", moving.next_pane, presets={"vim": ("tab", "g t")}
    ),
    Command(
        "previous_pane", ("shift+tab",), "move", moving.previous_pane,
        presets={"vim": ("shift+tab", "g T")},
    ),
    Command(
        "top", ("g", "home"), "move", moving.top, counts=True,
        presets={"newsboat": ("home",), "vim": ("g g", "home")},
    ),
    Command("end", ("G", "end"), "move", moving.end, counts=True),
    Command("read_on", ("space",), "read", reading.read_on),
    Command("page_back", ("b", "pageup"), "read", moving.page_back, counts=True),
    Command(
        "page_down", ("pagedown",), "read", moving.page_down, counts=True,
        presets={"vim": ("pagedown", "ctrl+f")},
    ),
    Command("half_down", ("ctrl+d",), "read", moving.half_down, counts=True),
    Command("half_up", ("ctrl+u",), "read", moving.half_up, counts=True),
    Command("next_unread", ("n",), "read", reading.next_unread, counts=True),
    Command(
        "previous_unread", ("p",), "read", reading.previous_unread, counts=True,
        presets={"vim": ("N", "p")},
    ),
    Command("next_story", ("J",), "read", reading.next_story, counts=True),
    Command("previous_story", ("K",), "read", reading.previous_story, counts=True),
    Command("next_quote", ("right_square_bracket",), "read", reading.next_quote, counts=True),
    Command(
        "previous_quote", ("left_square_bracket",), "read", reading.previous_quote, counts=True
    ),
    Command("quotes", ("quotation_mark", "c"), "read", viewing.quotes),
    Command(
        "reading_view", ("f",), "read", viewing.reading_view, presets={"newsboat": ("F",)}
    ),
    Command("wider", ("plus",), "read", viewing.wider, counts=True),
    Command("narrower", ("minus",), "read", viewing.narrower, counts=True),
    Command("code_left", ("less_than_sign",), "read", viewing.code_left, counts=True),
    Command("code_right", ("greater_than_sign",), "read", viewing.code_right, counts=True),
    Command(
        "save", ("s",), "mark", marking.save, (Need.STORY, Need.WRITING),
        presets={"newsboat": ("S",)},
    ),
    Command(
        "unread", ("u", "N"), "mark", marking.unread, (Need.STORY, Need.WRITING),
        presets={"newsboat": ("N",), "vim": ("m",)},
    ),
    Command("tag", ("t",), "mark", marking.tag, (Need.STORY, Need.WRITING)),
    Command("mark_all", ("A",), "mark", marking.mark_all, (Need.WRITING,)),
    Command("correct", ("exclamation_mark",), "mark", marking.correct),
    Command("alias", (), "mark", marking.alias),
    Command("follow", ("w",), "mark", marking.follow),
    Command("undo", ("z",), "mark", marking.undo, (Need.WRITING,), presets={"vim": ("u", "z")}),
    Command("browser", ("o",), "find", links.browser),
    Command("link", tuple("1234567890"), "find", links.link),
    Command(
        "links", ("number_sign",), "find", links.list_links,
        presets={"newsboat": ("number_sign", "u")},
    ),
    Command("image", ("i",), "find", pages.image),
    Command("full_text", ("x",), "find", pages.full_text, (Need.SHOWN,)),
    Command("changes", ("D",), "find", pages.changes, (Need.SHOWN,)),
    Command("copy", ("y",), "find", pages.copy, presets={"vim": ("y y",)}),
    Command(
        "export", ("e",), "find", pages.export, (Need.SHOWN,), presets={"newsboat": ("s",)}
    ),
    Command(
        "search", ("slash",), "find", searching.search, presets={"newsboat": ("slash", "f")}
    ),
    Command("refresh", ("r",), "find", sources.refresh),
    Command("refresh_all", ("R",), "find", sources.refresh_all),
    Command("add", ("a",), "find", sources.add),
    Command("remove", (), "find", sources.remove),
    Command("rename", (), "find", sources.rename),
    Command("folder", (), "find", sources.folder),
    Command(
        "hide_read", ("full_stop",), "screen", viewing.hide_read,
        presets={"newsboat": ("l", "full_stop")},
    ),
    Command("compact", ("v",), "screen", viewing.compact),
    Command("lens", (), "screen", viewing.lens),
    Command("sort", (), "screen", palette.sort),
    Command("settings", ("comma",), "screen", settings.edit_settings),
    Command("edit_sources", (), "screen", settings.edit_sources, presets={"newsboat": ("E",)}),
    Command("palette", ("colon", "ctrl+p"), "screen", palette.show),
    Command("help", ("question_mark", "f1"), "screen", palette.show_help),
    Command("back", ("q", "escape"), "screen", moving.back),
    Command(
        "quit", ("ctrl+q",), "screen", moving.quit_reader,
        presets={"newsboat": ("Q", "ctrl+q"), "vim": ("Z Z", "ctrl+q")},
    ),
)  # fmt: skip

BY_NAME: Mapping[str, Command] = {command.name: command for command in COMMANDS}
COUNTING = frozenset(command.name for command in COMMANDS if command.counts)
"""What a number before the key does so often; `top` and `end` go to that line of the list."""
PRESETS = ("default", "newsboat", "vim")
"""The sets of keys a person may start from, by the names ``keys_preset`` has for them."""


def own_keys_of(preset: str) -> dict[str, tuple[str, ...]]:
    """The keys a preset sets otherwise than the table, by command."""
    return {
        command.name: command.presets[preset] for command in COMMANDS if preset in command.presets
    }
