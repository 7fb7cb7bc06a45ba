"""The signs that are quotation marks somewhere in the world.

Nearly every Western mark opens in one language and closes in another: ``“`` opens in English and
closes in German, ``»`` the other way round in Danish.
"""

from __future__ import annotations

OPENING = frozenset("\"＂'“”„‟‘’‚‛«»‹›「『")
"""Signs with which a quotation may begin."""
CLOSING = frozenset("\"＂'“”‟‘’‛«»‹›」』")
"""Signs with which it may end."""
SIGNS = "“”„‟\"＂‘’‚‛'`«»‹›「」『』"
"""Every sign, apostrophes and the grave accent included; for the brackets of a pattern."""
