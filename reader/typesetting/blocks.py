"""Blocks to lines: paragraphs, headings, lists, block quotes, code, images, rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import assert_never

from reader.model.article import Block, BlockKind
from reader.text.quote_signs import OPENING
from reader.typesetting.cells import cut, width
from reader.typesetting.direction import is_mirrored
from reader.typesetting.line import Ground, Ink, Line, PictureRow, Sign, Words
from reader.typesetting.styled_text import Typeset
from reader.typesetting.wrap import Range, balanced, wrap

BULLETS = "•–·"
"""Bullets by level: of a list, of a list in it, of all deeper ones."""
PADDING = 2
"""Cells inside a tinted or raised ground, on both sides."""
UPRIGHT = 12
"""A block quotation of more lines than this is not italic."""
PICTURE_ROWS = 16
"""Rows a picture may take where pictures are shown."""
_BAND = 3
"""Rows of the band that stands for a picture, and the fewest of a picture."""
_PIXELS = 8
"""Pixels for a cell: small pictures are not enlarged to the measure."""
_USUAL = (16, 9)
"""Width to height of a picture whose size is not known."""

Breaker = Callable[..., list[Range]]


def text_lines(
    typeset: Typeset,
    number: int,
    cells: int,
    *,
    x: int = 0,
    ink: Ink = Ink.BODY,
    breaker: Breaker = wrap,
) -> list[Line]:
    """Return a text in lines of `cells`, from cell `x` on; Hebrew and Arabic flush right."""
    extra = {"free": typeset.shown.free} if breaker is wrap else {}
    ranges = breaker(typeset.text, max(cells, 1), soft=typeset.shown.soft, **extra)
    mirrored = is_mirrored(typeset.text)
    lines = []
    for start, end, hyphen, _hard in ranges:
        inset = cells - width(typeset.text[start:end]) - hyphen if mirrored else 0
        words = Words(x + inset, typeset, start, end, ink, hyphen)
        lines.append(Line(number, (words,), mirrored=mirrored))
    return lines


def heading_lines(block: Block, number: int, typeset: Typeset, measure: int) -> list[Line]:
    """A heading, balanced; from the third level on a quieter one."""
    ink = Ink.HEADING if block.level <= 2 else Ink.SUBHEADING
    return text_lines(typeset, number, measure, ink=ink, breaker=balanced)


def list_end(blocks: Sequence[Block], number: int) -> int:
    """The number of the block behind the list that begins at `number`.

    Where bullets follow numbers on the same level another list begins.
    """
    level, numbered = blocks[number].level, bool(blocks[number].marker)
    end = number + 1
    while end < len(blocks) and blocks[end].kind is BlockKind.LIST:
        if blocks[end].level < level:  # it began with an item that was set in
            level, numbered = blocks[end].level, bool(blocks[end].marker)
        elif blocks[end].level == level and bool(blocks[end].marker) is not numbered:
            break
        end += 1
    return end


def markers(items: Sequence[Block]) -> list[tuple[int, str]]:
    """For each item of one list the cell its marker begins at, and the marker as it is drawn.

    Numbers are set flush right among those of their level; a list in a list begins where the words
    of the outer one do.
    """
    widths: dict[int, int] = {}
    for item in items:
        widths[item.level] = max(widths.get(item.level, 0), width(_marker(item)))
    placed = []
    for item in items:
        left = sum(wide + 1 for level, wide in widths.items() if level < item.level)
        marker = _marker(item)
        placed.append((left + widths[item.level] - width(marker), marker))
    return placed


def _marker(item: Block) -> str:
    return item.marker or BULLETS[min(item.level, len(BULLETS) - 1)]


def item_lines(
    number: int, typeset: Typeset, measure: int, left: int, marker: str
) -> list[Line]:
    """One item of a list with its marker at cell `left`, the words hanging behind it."""
    left = min(left, measure // 3)
    marker = cut(marker, max(measure // 2, 1), word=False)
    hang = left + width(marker) + 1
    lines = text_lines(typeset, number, measure - hang, x=hang)
    x = measure - left - width(marker) if lines[0].mirrored else left
    if lines[0].mirrored:
        for line in lines:
            line.words = tuple(words._replace(x=words.x - hang) for words in line.words)
    lines[0].signs = (Sign(x, marker),)
    return lines


def quote_lines(
    typeset: Typeset, number: int, measure: int, *, cite: str, voice: int
) -> list[Line]:
    """A block quotation on its tint, with where it is from on lines of its own."""
    room = max(measure - 2 * PADDING, 1)
    lines = text_lines(typeset, number, room, x=PADDING, ink=Ink.BLOCK_QUOTE)
    if len(lines) > UPRIGHT:
        for line in lines:
            line.words = tuple(words._replace(ink=Ink.LONG_QUOTE) for words in line.words)
    first = lines[0]
    if typeset.text[:1] in OPENING and not first.mirrored:
        _hang(lines, typeset, room)
    if cite:
        text = f"— {cite.lstrip('—– ')}"
        lines += [
            Line(number, signs=(Sign(PADDING, text[line.start : line.end], Ink.CITE),))
            for line in wrap(text, room)
        ]
    for line in lines:
        line.ground, line.tint = Ground.QUOTE, voice
    return lines


def _hang(lines: list[Line], typeset: Typeset, room: int) -> None:
    """Set the opening mark one cell left, in the padding, so that the letters stand flush."""
    mark = width(typeset.text[:1])
    if mark > PADDING:
        return
    lines[0].words = tuple(words._replace(x=words.x - mark) for words in lines[0].words)


def code_lines(typeset: Typeset, number: int) -> list[Line]:
    """Code line by line, as long as it is: whoever draws it scrolls it sideways."""
    lines, at = [], 0
    for text in typeset.text.rstrip("\n").split("\n"):
        words = Words(PADDING, typeset, at, at + len(text), Ink.CODE)
        lines.append(
            Line(number, (words,), ground=Ground.RAISED, code=max(width(text), 1))
        )
        at += len(text) + 1
    return lines


def image_lines(
    block: Block,
    number: int,
    caption: Typeset | None,
    measure: int,
    *,
    name: str,
    hint: str,
    most: int = 0,
) -> list[Line]:
    """A band that stands for the picture, and what it shows below it.

    `most`: the rows that the picture itself may take. How many it takes depends only on the size
    that the page states, so that nothing moves when the picture arrives.
    """
    size = f"{block.width} × {block.height}" if block.width and block.height else ""
    named = f"{name}  {size}" if size else name
    text = cut("▣  " + " · ".join(filter(None, (named, hint))), max(measure - 4, 1))
    sign = Sign(min(3, measure - 1), text)
    if most and block.url:
        lines = _picture_room(block, number, measure, most)
        lines[(len(lines) - 1) // 2].signs = (sign,)
    else:
        lines = [
            Line(number, ground=Ground.RAISED_TOP, image=True),
            Line(number, signs=(sign,), ground=Ground.RAISED, image=True),
            Line(number, ground=Ground.RAISED_END, image=True),
        ]
    if caption and caption.text:
        lines += text_lines(caption, number, measure, ink=Ink.CAPTION)
    return lines


def _picture_room(block: Block, number: int, measure: int, most: int) -> list[Line]:
    """Rows for a picture of the shape the page gives; a cell is twice as high as wide."""
    wide, high = (block.width, block.height) if block.width and block.height else _USUAL
    columns = max(1, min(measure, wide // _PIXELS)) if block.width else measure
    rows = max(_BAND, min(most, round(columns * high / wide / 2)))
    return [
        Line(number, ground=Ground.RAISED, image=True, picture=PictureRow(row, rows, columns))
        for row in range(rows)
    ]


def is_player(block: Block) -> bool:
    """Whether a block is a film or a sound shown in a frame: it has an address and no words."""
    return block.kind is BlockKind.EMBED and not block.text.strip()


def is_shown(block: Block) -> bool:
    """Whether a block takes any room: decorative images and empty texts do not."""
    match block.kind:
        case BlockKind.RULE:
            return True
        case BlockKind.IMAGE:
            tiny = 0 < block.width <= 2 or 0 < block.height <= 2
            return bool(block.url or block.text or block.alt) and not tiny
        case BlockKind.EMBED:
            return bool(block.url or block.text.strip())
        case (
            BlockKind.PARAGRAPH | BlockKind.HEADING | BlockKind.QUOTE | BlockKind.LIST
            | BlockKind.CODE | BlockKind.TABLE
        ):  # fmt: skip
            return bool(block.text.strip())
        case _:
            assert_never(block.kind)


def rule_line(number: int, measure: int) -> Line:
    """A short hairline between two parts of a story."""
    return Line(number, signs=(Sign(0, "─" * min(12, measure), Ink.HAIRLINE),))
