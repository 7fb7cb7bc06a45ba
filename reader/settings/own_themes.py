"""A person's own themes: colours by token, checked to be readable before they are used."""

from __future__ import annotations

import difflib
import re

from reader.model.palette import CONTRAST, DEMANDS, LAMPLIGHT, PAPER, TABLES, TOKENS, unmet
from reader.settings.toml_file import Table

BASES = (LAMPLIGHT, PAPER, CONTRAST)
"""What gives the colours a theme of one's own leaves out."""
_COLOUR = re.compile("#[0-9a-fA-F]{6}")


def own_themes(top: Table) -> dict[str, dict[str, str]]:
    """Return ``[themes.NAME]`` as name to colours by token, with ``base``.

    What does not fit, or could not be read, is refused with its line; where faults are gathered the
    colour of the base holds instead.
    """
    themes = top.table("themes")
    found = {}
    for name in themes.content:
        if name in (*TABLES, "auto"):
            themes.refuse(name, f"{name} is a theme of newsreader. Yours needs another name.")
        elif own := _theme(themes.table(name)):
            found[name] = own
    return found


def _theme(table: Table) -> dict[str, str]:
    base = table.string("base", LAMPLIGHT, BASES)
    own: dict[str, str] = {}
    for token in table.content:
        if token == "base":
            continue
        colour = table.string(token)
        if token not in TOKENS:
            close = difflib.get_close_matches(token, TOKENS, 1)
            hint = f" Do you mean {close[0]}?" if close else ""
            table.refuse(token, f"There is no colour {token}.{hint}")
        elif not _COLOUR.fullmatch(colour):
            table.refuse(token, f'{token} wants a colour such as "#1e222a", not "{colour}".')
        else:
            own[token] = colour.lower()
    _drop_unreadable(table, own, base)
    return {"base": base, **own}


def _drop_unreadable(table: Table, own: dict[str, str], base: str) -> None:
    """Refuse colours that cannot be read, until all that is left can."""
    demands = list(DEMANDS)
    while demands:
        demand = demands.pop(0)
        colours = {**TABLES[base], **own}
        ratio = unmet(colours, demand)
        if not ratio:
            continue
        ink, ground, least = demand
        blamed = ink if ink in own else ground
        words = (
            f"{ink} {colours[ink]} on {ground} {colours[ground]} has a contrast of {ratio:.1f};"
            f" it needs {least:.1f} to be read. Until then the colour of {base} is used."
        )
        del own[blamed]
        table.refuse(blamed, words)
        demands = list(DEMANDS)
