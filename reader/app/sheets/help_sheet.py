"""Help: every key by what it is for, in two columns, narrowed by what is typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.geometry import Offset
from textual.reactive import var
from textual.strip import Strip

from reader.app.commands.key_table import keys_of
from reader.app.commands.table import COMMANDS
from reader.app.drawing.drawn_list import DrawnList
from reader.app.drawing.inks import Inks
from reader.app.drawing.rows import BOLD, PLAIN, Part, row
from reader.app.sheets.sheet import Sheet
from reader.app.sheets.sheet_keys import (
    ARROWS,
    CLOSES_HELP,
    CLOSES_HELP_EMPTY,
    EMPTIES,
    ERASES,
    SCROLL,
)
from reader.text.fuzzy import match
from reader.typesetting.cells import cut, pad, width
from reader.wording.catalogue import say

KEYS = 12
"""Cells of the keys."""
COLUMN = 40
"""The fewest cells of a column; with less than two of them there is one."""
_SHEET = (
    (
        ("read", (
            ("read_on",), ("page_back",), ("next_unread", "previous_unread"),
            ("next_story", "previous_story"), ("next_quote", "previous_quote"), ("top", "end"),
            ("reading_view",), ("wider", "narrower"),
        )),
        ("keep", (
            ("save",), ("tag",), ("unread",), ("mark_all",), ("undo",), ("browser",), ("link",),
            ("copy",), ("export",),
        )),
    ),
    (
        ("move", (
            ("down", "up"), ("open",), ("left",), ("next_pane",), ("search",), ("quotes",),
            ("back",),
        )),
        ("sources", (
            ("add",), ("refresh", "refresh_all"), ("hide_read",), ("compact",), ("settings",),
            ("palette",),
        )),
    ),
)  # fmt: skip
"""Columns of groups of rows; a row may name two actions. What is not here stands last."""


class Entry(NamedTuple):
    """One row: keys and what they do; without keys it is a heading."""

    keys: str
    words: str


def columns_of(
    table: Mapping[str, str], typed: str = "", macros: Mapping[str, str] | None = None
) -> list[list[Entry]]:
    """The rows of the columns, from the keys in force; only those that fit what was `typed`.

    `macros`: what a person's own macros do, by the names they have in the table.
    """
    placed = {name for groups in _SHEET for _, rows in groups for names in rows for name in names}
    columns = [
        [(group, [entry for names in rows if (entry := _entry(names, table))]) for group, rows in c]
        for c in _SHEET
    ]
    others = [entry for command in COMMANDS if command.name not in placed
              if (entry := _entry((command.name,), table))]  # fmt: skip
    columns[0].append(("more", others))
    own = [
        Entry(" ".join(keys_of(name, table)), words) for name, words in (macros or {}).items()
    ]
    columns[1].append(("own", own))
    return [_rows(groups, typed) for groups in columns]


def _entry(names: Sequence[str], table: Mapping[str, str]) -> Entry | None:
    key_sets = [keys_of(name, table) for name in names]
    if not all(key_sets):
        key_sets = [keys for keys in key_sets if keys]
        names = [name for name in names if keys_of(name, table)]
    if not key_sets:
        return None
    if names[0] == "link":
        keys = f"{key_sets[0][0]}–{key_sets[0][-2]}" if len(key_sets[0]) > 2 else key_sets[0][0]
    elif len(key_sets) == 2:
        keys = "  ".join((key_sets[0][0], key_sets[1][0]))
        more = " ".join(keys[1] for keys in key_sets if len(keys) > 1)
        keys = f"{keys}  {more}" if width(keys) + width(more) + 3 <= KEYS else keys
    else:
        keys = "  ".join(key_sets[0][:2])
        keys = keys if width(keys) < KEYS else key_sets[0][0]
    words = say(f"pair.{names[0]}" if len(names) == 2 else f"action.{names[0]}")
    return Entry(keys.strip(), words)


def _rows(groups: Sequence[tuple[str, list[Entry]]], typed: str) -> list[Entry]:
    rows: list[Entry] = []
    for group, entries in groups:
        fit = [
            entry
            for entry in entries
            if not typed or typed in entry.keys.split() or match(typed, entry.words)
        ]
        if fit:
            rows += [Entry("", "")] if rows else []
            rows += [Entry("", say(f"group.{group}").upper()), *fit]
    return rows


class HelpRows(DrawnList, can_focus=False, inherit_bindings=False):
    """Draws the columns."""

    DEFAULT_CSS = "HelpRows { background: $raise; color: $text; height: auto; }"

    columns: var[list[list[Entry]]] = var(list, init=False)

    @property
    def head_rows(self) -> int:
        """Nothing stands above."""
        return 0

    def watch_columns(self) -> None:
        """Take the height they need."""
        self.redraw()

    def redraw(self) -> None:
        """Build the lines anew and take the height they need."""
        if self.is_mounted and self.size.width:
            self.styles.height = max(1, len(self._laid_out(self.inks)))
        super().redraw()

    def build(self, inks: Inks) -> None:
        """Side by side where there is room, else one below the other."""
        for strip in self._laid_out(inks):
            self.add(strip)

    def _laid_out(self, inks: Inks) -> list[Strip]:
        cells = self.size.width
        shown = [column for column in self.columns if column]
        if not shown:
            return [row(cells, [(say("palette.nothing"), inks.token("muted"))])]
        if len(shown) == 2 and cells >= 2 * COLUMN:
            left, right = shown
            need = max(width(entry.words) for entry in right) + KEYS
            wide = cells - max(COLUMN, min(need, cells // 2))
            lines = []
            for at in range(max(len(left), len(right))):
                first = self._entry(inks, left[at], wide - 2) if at < len(left) else []
                used = sum(width(text) for text, _ in first)
                second = self._entry(inks, right[at], cells - wide) if at < len(right) else []
                lines.append(row(cells, [*first, (" " * (wide - used), PLAIN), *second]))
            return lines
        joined = shown[0] if len(shown) == 1 else [*shown[0], Entry("", ""), *shown[1]]
        return [row(cells, self._entry(inks, entry, cells)) for entry in joined]

    def _entry(self, inks: Inks, entry: Entry, cells: int) -> list[Part]:
        if not entry.keys:
            return [(cut(entry.words, cells), inks.token("accent") + BOLD)]
        keys = pad(entry.keys, KEYS)
        if width(keys) >= KEYS + 1:
            keys += " "
        words = cut(entry.words, max(1, cells - width(keys)))
        return [(keys, inks.token("bright") + BOLD), (words, inks.token("text"))]


class HelpLine(DrawnList, can_focus=False, inherit_bindings=False):
    """A row with words at both ends, drawn by whoever made it."""

    DEFAULT_CSS = "HelpLine { background: $raise; color: $text; height: 1; }"

    typed: var[str] = var("", init=False)

    @property
    def head_rows(self) -> int:
        """Nothing stands above."""
        return 0

    @property
    def cursor_at(self) -> Offset:
        """Behind what was typed."""
        return Offset(width(f"{say('help.title')} {self.typed}"), 0)

    def watch_typed(self) -> None:
        """Show what was typed."""
        self.redraw()

    def build(self, inks: Inks) -> None:
        """``Keys  one key, one meaning, everywhere      type to filter · esc closes``."""
        cells = self.size.width
        quiet = inks.token("muted")
        left: list[Part] = [(say("help.title"), inks.token("bright") + BOLD), (" ", PLAIN)]
        if self.typed:
            cursor = inks.token("accent")
            left += [(self.typed, inks.token("text")), (self.glyphs.selected, cursor)]
        else:
            left.append((say("help.one_meaning"), quiet))
        end = say("help.filter")
        if sum(width(text) for text, _ in left) + width(end) + 2 > cells:
            left = left[:2] if not self.typed else left
            end = end if width(end) + width(left[0][0]) + 2 < cells else ""
        self.add(row(cells, left, [(end, inks.token("faint"))]))


class Legend(DrawnList, can_focus=False, inherit_bindings=False):
    """What the marks mean."""

    DEFAULT_CSS = "Legend { background: $raise; color: $text; height: 1; }"

    @property
    def head_rows(self) -> int:
        """Nothing stands above."""
        return 0

    def build(self, inks: Inks) -> None:
        """As many marks as there is room for."""
        signs = (
            ("●", "accent", "new"), ("•", "text", "unread"), ("◆", "accent", "saved"),
            ("“3", "text", "quotes"), ("!", "err", "failed"),
        )  # fmt: skip
        parts: list[Part] = []
        used = 0
        for sign, token, name in signs:
            words = say(f"legend.{name}")
            need = width(sign) + 1 + width(words) + 3
            if used + need - 3 > self.size.width:
                break
            parts += [(sign, inks.token(token) + BOLD), (f" {words}   ", inks.token("muted"))]
            used += need
        habits = say("legend.habits")
        if used + width(habits) <= self.size.width:
            parts.append((habits, inks.token("faint")))
        self.add(row(self.size.width, parts))


class HelpScreen(Sheet, inherit_bindings=False):
    """The sheet of keys."""

    AROUND = 8
    AROUND_TINY = 3

    def __init__(self, table: Mapping[str, str], macros: Mapping[str, str]) -> None:
        super().__init__()
        self._table, self._macros = table, macros
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Header, columns, legend."""
        with Vertical(id="keys"):
            yield HelpLine(id="keys-head")
            with VerticalScroll(id="keys-lines", can_focus=False):
                yield HelpRows(id="keys-rows")
            yield Legend(id="keys-foot")

    def on_mount(self) -> None:
        """Show every key."""
        self._show()

    def took(self, event: events.Key) -> bool:
        """Letters narrow, arrows scroll, escape closes."""
        if event.key in (CLOSES_HELP if self._typed else CLOSES_HELP_EMPTY):
            self.dismiss()
        elif event.key in (ARROWS if self._typed else SCROLL):
            lines = self.query_one("#keys-lines", VerticalScroll)
            lines.scroll_relative(y=SCROLL[event.key], animate=False)
        elif event.key in (ERASES, EMPTIES):
            self._typed = self._typed[:-1] if event.key == ERASES else ""
            self._show()
        elif event.is_printable and event.character:
            self._typed += event.character
            self._show()
        return True

    def _show(self) -> None:
        self.query_one("#keys-head", HelpLine).typed = self._typed
        columns = columns_of(self._table, self._typed.strip(), self._macros)
        self.query_one("#keys-rows", HelpRows).columns = columns
