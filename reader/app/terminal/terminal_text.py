"""The last door before the terminal: of what widgets draw, only letters and checked links pass.

Text from outside is cleaned when it is read (`text/clean.py`). This door stands behind every
widget, so that one that forgot does no harm: Textual writes control characters and links as they
are.
"""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]")
_LINK = re.compile(r"https?://[!-~]+\Z")


class OnlyText(LineFilter):
    """Takes control characters out of lines, and links that could end their own sequence."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments of a line, as wide as before; those that are fit as they are."""
        return [_fit(segment) for segment in segments]


def _fit(segment: Segment) -> Segment:
    text, style, control = segment
    if control:
        return segment
    if style and style.link and not _LINK.match(style.link):
        style = style.update_link(None)
        segment = Segment(text, style)
    if text.isprintable() or not _CONTROL.search(text):
        return segment
    return Segment(_CONTROL.sub(lambda found: "\ufffd" * cell_len(found[0]), text), style)
