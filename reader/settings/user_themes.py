"""A person's own themes: colours by token, checked to be readable before they are used."""

from __future__ import annotations

import re

from reader.model.palette import DEMANDS, LAMPLIGHT, TABLES, THEMES, TOKENS, unmet
from reader.settings.toml_file import Table
from reader.wording.catalogue import decimal, say
from reader.wording.did_you_mean import did_you_mean

BASES = tuple(name for name, theme in THEMES.items() if not theme.ansi)
"""What gives the colours a theme of one's own leaves out."""
_COLOUR = re.compile("#[0-9a-fA-F]{6}")


def own_themes(top: Table) -> dict[str, dict[str, str]]:
    """Return ``[themes.NAME]`` as name to colours by token, with ``base``.

    What does not fit, or could not be read, is refused with its line; where faults are gathered the
    colour of the base holds instead.
    """
    themes = top.table("themes")
    own = {}
    for name in themes.content:
        if name in (*TABLES, "auto"):
            themes.refuse(name, say("fault.theme_taken", name=name))
        elif colours := _theme(themes.table(name)):
            own[name] = colours
    return own


def _theme(table: Table) -> dict[str, str]:
    base = table.string("base", LAMPLIGHT, BASES)
    own: dict[str, str] = {}
    for token in table.content:
        if token == "base":
            continue
        colour = table.string(token)
        if token not in TOKENS:
            hint = did_you_mean(token, TOKENS)
            table.refuse(token, say("fault.no_colour", token=token, hint=hint))
        elif not _COLOUR.fullmatch(colour):
            table.refuse(token, say("fault.colour", token=token, colour=colour))
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
        pair = f"{ink} {colours[ink]}", f"{ground} {colours[ground]}"
        ratios = {"ratio": decimal(ratio), "least": decimal(least)}
        words = say("fault.contrast", ink=pair[0], ground=pair[1], base=base, **ratios)
        del own[blamed]
        table.refuse(blamed, words)
        demands = list(DEMANDS)
