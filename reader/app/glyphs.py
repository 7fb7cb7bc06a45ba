"""The signs drawn around texts, and their plain forms for terminals that lack them."""

from __future__ import annotations

from typing import NamedTuple

from reader.text.typography import plain_signs


class Glyphs(NamedTuple):
    """One set of signs, each a cell wide."""

    rule: str = "▎"
    broken_rule: str = "╎"
    ellipsis: str = "…"
    context: str = "╌"
    """Marks the line that was the last one before paging."""
    dashes: str = "╌"
    lower_half: str = "▄"
    upper_half: str = "▀"
    cut_left: str = "‹"
    cut_right: str = "›"
    track: str = "▕"
    thumb: str = "▐"
    hairline: str = "─"
    image: str = "▣"
    selected: str = "▌"
    ascii: bool = False

    def without_colour(self) -> Glyphs:
        """The set where a rule has to be seen without its colour."""
        return self if self.ascii else self._replace(rule="┃")

    def plain(self, text: str) -> str:
        """The sign texts of a layout in this set; as many cells as before."""
        if not self.ascii:
            return text
        text = text.replace("─", self.hairline).replace("▣", self.image).replace("×", "x")
        return plain_signs(text.replace("—", "-").replace("…", "."))


TYPOGRAPHIC = Glyphs()
ASCII = Glyphs(
    rule="|", broken_rule=":", ellipsis=".", context="-", dashes="-", lower_half=" ",
    upper_half=" ", cut_left="<", cut_right=">", track="|", thumb="#", hairline="-", image="#",
    selected=">",
    ascii=True,
)  # fmt: skip
