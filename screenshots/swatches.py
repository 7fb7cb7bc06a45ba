"""Draws all tokens and voices of every theme as swatches, each with its contrast ratios.

    python screenshots/swatches.py DIRECTORY

Writes ``swatches.svg`` and, where cairosvg is installed, a PNG beside it. The ratios are computed
(WCAG 2.1); the terminal's own colours are only known to the terminal and have none.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rich.console import Console
from rich.style import Style
from rich.text import Text

from reader.model.palette import TABLES, VOICES, contrast
from screenshots.frames import write_frame

CELLS = 43
"""Of one theme's column."""
MARGIN = 2
INKS = ("bright", "text", "muted", "faint", "accent", "link", "ok", "err")
GROUNDS = ("bg", "side", "raise", "seld", "sel", "line")
WORDS = "What they actually said."


def column(name: str, table: Mapping[str, str]) -> Iterator[Text]:
    """The rows of one theme, each `CELLS` wide."""

    def style(ink: str, ground: str = "bg", *, bold: bool = False) -> Style:
        return Style(color=rich_name(table[ink]), bgcolor=rich_name(table[ground]), bold=bold)

    def line(*parts: tuple[str, Style], end: str = "") -> Text:
        """Parts from the left, figures at the right end."""
        text = Text.assemble((" " * MARGIN, style("text")), *parts)
        room = CELLS - MARGIN - len(text) - len(end)
        return text.append(" " * room, style("text")).append(f"{end}{' ' * MARGIN}", style("text"))

    def ratios(*pairs: tuple[str, str]) -> str:
        """``16.1 / 14.2``: of an ink on each ground; empty where only the terminal knows."""
        if any(table[token].startswith("ansi") for pair in pairs for token in pair):
            return ""
        return " / ".join(f"{contrast(table[ink], table[on]):4.1f}" for ink, on in pairs)

    yield line()
    yield line((name.title(), style("bright", bold=True)), end="ratio on bg / raise")
    yield line()
    for ink in INKS:
        yield line(
            (f"{ink:<8}", style(ink, bold=ink == "bright")),
            (f"{shown(table[ink]):<15}", style(ink)),
            ("  ", style("text", ink)),
            end=ratios((ink, "bg"), (ink, "raise")),
        )
    yield line(
        ("match   ", style("match-text", "match")),
        (f" {shown(table['match'])}", style("muted")),
        end=ratios(("match-text", "match")),
    )
    yield line()
    for ground in GROUNDS:
        swatch = (" " * (CELLS - 2 * MARGIN - 23), style("text", ground))
        name_of = (f"{ground:<8}", style("text"))
        yield line(name_of, (f"{shown(table[ground]):<15}", style("muted")), swatch)
    yield line()
    yield line(("voice", style("bright", bold=True)), end="name / words on tint")
    for slot in range(1, VOICES + 1):
        voice, tint, words = f"voice-{slot}", f"tint-{slot}", f"words-{slot}"
        rule = ("▎", style(voice))
        named = (f"Speaker {slot}", style(voice, bold=True))
        mark = style(voice, tint, bold=True)
        yield line()
        yield line(
            rule, named, (f"  {shown(table[voice])}", style(voice)), end=ratios((voice, "bg"))
        )
        yield line(
            rule, ("“", mark), (WORDS, style(words, tint)), ("”", mark), end=ratios((words, tint))
        )
    yield line()


def shown(colour: str) -> str:
    """A colour as it is written down, short enough for its column."""
    return colour.removeprefix("ansi_").replace("_", " ")


def rich_name(colour: str) -> str:
    """A colour as Rich calls it."""
    return colour.removeprefix("ansi_")


def draw() -> str:
    """All themes side by side, as an SVG."""
    console = Console(
        record=True, width=CELLS * len(TABLES), file=io.StringIO(), force_terminal=True,
        color_system="truecolor",
    )  # fmt: skip
    for row in zip(*(column(name, table) for name, table in TABLES.items()), strict=True):
        console.print(Text.assemble(*row), no_wrap=True, end="\n", soft_wrap=True)
    return console.export_svg(title="newsreader")


def main() -> None:
    """Write the picture."""
    directory = Path(sys.argv[1])
    directory.mkdir(parents=True, exist_ok=True)
    write_frame(draw(), directory / "swatches.svg")


if __name__ == "__main__":
    main()
