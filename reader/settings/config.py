"""``config.toml``: what a person prefers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path

from reader.model.errors import QueryError, SettingsError
from reader.model.palette import THEMES
from reader.model.query import Order
from reader.model.site import SiteRules
from reader.query.parse import parse_query
from reader.settings.toml_file import Table, read_text, write_text
from reader.settings.user_themes import own_themes
from reader.text.clean import clean_line
from reader.wording.catalogue import say, spoken_language

KEY_PRESETS = ("default", "newsboat", "vim")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "theme": ("auto", *THEMES),
    "mark_read": ("open", "end", "manual"),
    "order": tuple(order.value for order in Order),
    "glyphs": ("unicode", "ascii"),
    "quote_style": ("italic", "underline"),
    "images": ("band", "auto"),
    "language": ("", "en", "de"),
    "clipboard": ("auto", "system", "terminal"),
    "copy_format": ("plain", "markdown", "bibtex"),
    "keys_preset": KEY_PRESETS,
}
"""The texts a preference may be; those of `Config.themes` are themes too."""


@dataclass(frozen=True, slots=True)
class Refresh:
    """How feeds are visited."""

    interval: int = 60
    """Minutes between visits where a feed has no setting of its own."""
    on_start: bool = True
    parallel: int = 16
    """Connections at a time; to one host it is always one."""
    contact: str = ""
    """An address, of mail or the web, that servers are told; empty for none."""


@dataclass(frozen=True, slots=True)
class FullTextBudget:
    """How much may be fetched of the pages of stories that come as summaries."""

    megabytes: int = 100
    """A run."""
    per_host: int = 50
    """Pages a run; 0 for no limit."""
    minutes: int = 15
    """A run; 0 for no limit."""


@dataclass(frozen=True, slots=True)
class Macro:
    """What a key of a person's own does: several actions, or a program."""

    actions: tuple[str, ...] = ()
    """The names of actions, one after the other."""
    run: tuple[str, ...] = ()
    """An argument list in which ``{link}`` is the address of the story."""


@dataclass(frozen=True, slots=True)
class Config:
    """All preferences. The defaults are those of an empty file."""

    theme: str = "auto"
    """``auto``, a name of `THEMES` or one of `themes`."""
    measure: int = 68
    """Cells in a line of text."""
    mark_read: str = "open"
    """``open``, ``end`` or ``manual``."""
    order: Order = Order.NEWEST
    smart_punctuation: bool = True
    glyphs: str = "unicode"
    """``unicode`` or ``ascii``."""
    ambiguous_width: int = 1
    """Cells, 1 or 2."""
    quote_style: str = "italic"
    """``italic`` or ``underline``."""
    quotes: bool = True
    images: str = "band"
    """``band`` or ``auto``: pictures themselves, fetched when they come into view."""
    motion: bool = True
    mouse: bool = True
    language: str = ""
    """Of the interface, ``en`` or ``de``; empty: the environment's."""
    clipboard: str = "auto"
    """``auto``, ``system`` (its tool) or ``terminal`` (OSC 52)."""
    copy_format: str = "plain"
    """``plain``, ``markdown`` or ``bibtex``."""
    keep_days: int = 90
    """0: for ever."""
    browser: tuple[str, ...] = ()
    """An argument list; empty: the system's browser."""
    export_dir: str = ""
    """Where stories are written to; empty: the directory in which the reader was started."""
    keys_preset: str = "default"
    """One of `KEY_PRESETS`."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Action to keys."""
    key_lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """Action to the line of the file on which its keys stand, for messages."""
    macros: Mapping[str, Macro] = field(default_factory=dict)
    """By key, as a person writes it."""
    macro_lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """Key to the line of the file on which its macro stands."""
    refresh: Refresh = field(default_factory=Refresh)
    full_text: FullTextBudget = field(default_factory=FullTextBudget)
    views: Mapping[str, str] = field(default_factory=dict)
    """Name to query, in the order of the file."""
    mute: tuple[str, ...] = ()
    """Queries."""
    sites: Mapping[str, SiteRules] = field(default_factory=dict)
    """By host."""
    themes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Name to colours by token; ``base`` names the theme that gives the rest."""

    def export_path(self, start: Path) -> Path:
        """Where stories are written to by somebody who is in `start`."""
        try:
            return start / Path(self.export_dir).expanduser()
        except RuntimeError:  # nobody's home
            return start / self.export_dir


def load_config(path: Path) -> Config:
    """Return the preferences; a missing file gives the defaults.

    Raises:
        SettingsError: an unknown key, a wrong type, a bad value, with the line.

    """
    return parse_config(read_text(path), str(path))


def usable_config(path: Path) -> tuple[Config, tuple[SettingsError, ...]]:
    """Return what can be used of the preferences, and the faults of the rest.

    The default holds where a value does not fit, but with any fault in the file nothing stored is
    thrown away: `keep_days` may be what was meant.
    """
    faults: list[SettingsError] = []
    try:
        config = parse_config(read_text(path), str(path), faults)
    except SettingsError as error:  # no TOML at all
        faults.append(error)
        config = Config()
    return (replace(config, keep_days=0) if faults else config), tuple(faults)


def parse_config(text: str, path: str, faults: list[SettingsError] | None = None) -> Config:
    """Return the preferences in `text`; `path` is for messages only.

    `faults` takes what is wrong, if it is given, and the default holds there; else the first
    fault is raised.
    """
    top = Table.parse(text, path, faults)
    default = Config()
    themes, keys, macros = own_themes(top), top.table("keys"), top.table("macros")
    config = Config(
        theme=top.string("theme", default.theme, (*CHOICES["theme"], *themes)),
        measure=top.integer("measure", default.measure, 40, 90),
        mark_read=_choice(top, "mark_read"),
        order=Order(_choice(top, "order")),
        smart_punctuation=top.flag("smart_punctuation", default.smart_punctuation),
        glyphs=_choice(top, "glyphs"),
        ambiguous_width=top.integer("ambiguous_width", default.ambiguous_width, 1, 2),
        quote_style=_choice(top, "quote_style"),
        quotes=top.flag("quotes", default.quotes),
        images=_choice(top, "images"),
        motion=top.flag("motion", default.motion),
        mouse=top.flag("mouse", default.mouse),
        language=_choice(top, "language"),
        clipboard=_choice(top, "clipboard"),
        copy_format=_choice(top, "copy_format"),
        keep_days=top.integer("keep_days", default.keep_days, 0, 36500),
        browser=top.strings("browser"),
        export_dir=top.string("export_dir", default.export_dir),
        keys_preset=_choice(top, "keys_preset"),
        keys=_keys(keys),
        key_lines={action: keys.line(action) for action in keys.content},
        macros=_macros(macros),
        macro_lines={key: macros.line(key) for key in macros.content},
        refresh=_refresh(top.table("refresh")),
        full_text=_full_text(top.table("full_text")),
        views=top.mapping("views"),
        mute=top.strings("mute", single=True),
        sites=_sites(top.table("sites")),
        themes=themes,
    )
    top.finish()
    views = top.table("views")
    return replace(
        config,
        views={
            name: query for name, query in config.views.items() if _can_ask(views, name, query)
        },
        mute=tuple(query for query in config.mute if _can_ask(top, "mute", query)),
    )


def default_config_text() -> str:
    """Return a ``config.toml`` with every key, explained in the language of the interface."""
    ending = "" if spoken_language() == "en" else f".{spoken_language()}"
    text = (files("reader.settings") / f"config{ending}.toml").read_text("utf-8")
    return text.replace("{themes}", ", ".join(f'"{name}"' for name in THEMES))


def set_preference(path: Path, key: str | tuple[str, ...], value: object) -> None:
    """Change one key (``theme``, ``refresh.interval``) of the file; comments and order stay.

    A key with a dot in its name is given as the names it consists of. None takes a key away.
    A file that is missing is made of `default_config_text`.

    Raises:
        SettingsError: the file has a fault already, the key does not exist, the value does not
            fit or nothing can be written; the file is as it was.

    """
    text = read_text(path) or default_config_text()
    load_config(path)  # a fault that is there already is told first, with its own line
    names = key.split(".") if isinstance(key, str) else list(key)
    changed = _with_value(text, names, value)
    parse_config(changed, str(path))
    write_text(path, changed)


def _with_value(text: str, names: list[str], value: object) -> str:
    # tomlkit costs 20 ms at import, which reading alone need not pay.
    import tomlkit
    from tomlkit.items import Table as TomlTable

    document = tomlkit.parse(text)
    if isinstance(value, tuple):
        value = list(value)
    *tables, key = names
    place: tomlkit.TOMLDocument | TomlTable = document
    for name in tables:
        if name not in place:
            place[name] = tomlkit.table()
        inner = place[name]
        if not isinstance(inner, TomlTable):
            raise SettingsError("config.toml", 0, say("fault.no_table", name=name, key=key))
        place = inner
    if value is None:
        place.pop(key, None)
        return tomlkit.dumps(document)
    if key not in place:
        placed = _in_comment(text, tables, key, tomlkit.item(value).as_string())
        if placed is not None:
            return placed
    place[key] = value
    return tomlkit.dumps(document)


def _in_comment(text: str, tables: list[str], key: str, value: str) -> str | None:
    """The text with the commented line of a default replaced, so that it stays at its place."""
    lines, current = text.split("\n"), ""
    for number, line in enumerate(lines):
        if header := re.match(r"\[([\w.-]+)\]", line):
            current = header[1]
        if current == ".".join(tables) and re.match(rf"# ?{re.escape(key)} = ", line):
            lines[number] = f"{key} = {value}"
            return "\n".join(lines)
    return None


def _choice(table: Table, key: str) -> str:
    return table.string(key, str(getattr(Config(), key)), CHOICES[key])


def _refresh(table: Table) -> Refresh:
    default = Refresh()
    refresh = Refresh(
        table.integer("interval", default.interval, 5, 43200),
        table.flag("on_start", default.on_start),
        table.integer("parallel", default.parallel, 1, 64),
        clean_line(table.string("contact", default.contact))[:200],
    )
    table.finish()
    return refresh


def _full_text(table: Table) -> FullTextBudget:
    default = FullTextBudget()
    budget = FullTextBudget(
        table.integer("megabytes", default.megabytes, 1, 100_000),
        table.integer("per_host", default.per_host, 0, 100_000),
        table.integer("minutes", default.minutes, 0, 1440),
    )
    table.finish()
    return budget


def _keys(table: Table) -> dict[str, tuple[str, ...]]:
    return {action: table.strings(action, single=True) for action in table.content}


def _macros(table: Table) -> dict[str, Macro]:
    macros = {}
    for key, value in table.content.items():
        if isinstance(value, dict):
            inner = table.table(key)
            macro = Macro(run=inner.strings("run"))
            inner.finish()
        else:
            macro = Macro(table.strings(key, single=True) if value else ())
        if macro.actions or macro.run:
            macros[key] = macro
        else:
            table.refuse(key, say("fault.macro", key=key))
    return macros


def _sites(table: Table) -> dict[str, SiteRules]:
    sites = {}
    for host in table.content:
        rules = table.table(host)
        sites[host.lower()] = SiteRules(
            rules.strings("content", single=True),
            rules.strings("remove", single=True),
            rules.string("title"),
            rules.string("author"),
            rules.string("date"),
            rules.string("next"),
        )
        rules.finish()
    return sites


def _can_ask(table: Table, key: str, query: str) -> bool:
    try:
        parse_query(query, 0)
    except QueryError as error:
        table.refuse(key, say("fault.query", query=query, reason=error))
        return False
    return True
