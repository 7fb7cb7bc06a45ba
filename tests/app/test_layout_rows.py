"""A story as rows of cells: names, rules, marks, code; each row drawn once until it changes."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.strip import Strip

from reader.app.drawing.glyphs import TYPOGRAPHIC
from reader.app.drawing.inks import Inks
from reader.app.drawing.layout_drawing import LayoutDrawing
from reader.app.drawing.layout_rows import LayoutRows, styled, underlined
from reader.app.drawing.layout_search import find_hits
from reader.model.article import Article, Block, BlockKind
from reader.model.palette import LAMPLIGHT, TABLES
from reader.typesetting.line import Line
from reader.typesetting.measure import Frame, frame
from reader.typesetting.story_layout import lay_out
from tests.app.stories import lamps, long_story, story

TOKENS = TABLES[LAMPLIGHT]


class CountingDrawing(LayoutDrawing):
    """Remembers which lines it drew."""

    def __init__(self, rows: LayoutRows) -> None:
        inks = Inks(TOKENS, rows.layout.voices)
        super().__init__(rows.layout, rows.frame, inks, TYPOGRAPHIC)
        self.drew: list[Line] = []

    def strip(self, line: Line, *, code: int = 0, mark: str = "") -> Strip:
        self.drew.append(line)
        return super().strip(line, code=code, mark=mark)


def rows_of(article: Article, columns: Frame, *, speakers: bool = True) -> LayoutRows:
    rows = LayoutRows()
    rows.take(lay_out(article, columns, speakers=speakers), columns)
    rows.draw_with(CountingDrawing(rows))
    return rows


def texts(rows: LayoutRows) -> list[str]:
    return [rows.strip(number).text for number in range(len(rows.layout.lines))]


def grounds(strip: Strip) -> list[str]:
    """The colour behind each cell that has one."""
    return [
        segment.style.bgcolor.name
        for segment in strip
        for _ in segment.text
        if segment.style and segment.style.bgcolor
    ]


def drew(rows: LayoutRows) -> int:
    """How many lines were drawn since this was asked last."""
    assert isinstance(rows.drawing, CountingDrawing)
    count = len(rows.drawing.drew)
    rows.drawing.drew.clear()
    return count


def test_the_speaker_stands_above_the_words_in_a_narrow_pane() -> None:
    lines = texts(rows_of(lamps(), frame(60)))
    row = next(n for n, line in enumerate(lines) if "Piet Arends, inspector" in line)
    assert lines[row].startswith(" ▎ Piet Arends, inspector")
    assert lines[row + 1].startswith(" ▎ “I only came to read the meter,” said Piet Arends")


def test_the_speaker_stands_beside_the_words_in_a_wide_one() -> None:
    lines = texts(rows_of(lamps(), frame(120, reading=True)))
    row = next(n for n, line in enumerate(lines) if "I only came" in line)
    assert lines[row].startswith("            Piet Arends ▎ “I only came to")
    assert lines[row + 1].startswith("              inspector ▎ ")
    text = "\n".join(lines)
    assert "Arends? ▎" in text, "a name that was worked out says so"
    assert "unattributed ▎" in text, "and so does one that is missing"


def test_without_the_lens_no_speaker_is_marked() -> None:
    lines = texts(rows_of(lamps(), frame(60), speakers=False))
    assert not any("▎" in line or "Arends, inspector" in line for line in lines)


def test_a_line_is_drawn_once_until_something_changes() -> None:
    rows = rows_of(long_story(), frame(80))
    texts(rows)
    count = len(rows.layout.lines)
    assert drew(rows) == count
    texts(rows)
    assert drew(rows) == 0
    rows.show_hits(find_hits(rows.layout, ["begins"]))
    texts(rows)
    assert drew(rows) == count


def test_a_line_is_marked_in_the_margin_and_only_it_is_drawn_anew() -> None:
    rows = rows_of(long_story(), frame(80))
    texts(rows)
    drew(rows)
    rows.mark(context_line=7)
    assert [n for n, line in enumerate(texts(rows)) if "╌" in line] == [7]
    assert drew(rows) == 1
    rows.mark()
    assert not any("╌" in line for line in texts(rows))
    assert drew(rows) == 1


def test_a_block_quotation_is_marked_across_the_measure_and_no_longer() -> None:
    rows = rows_of(lamps(), frame(60))
    row = next(n for n, line in enumerate(texts(rows)) if "Leave one burning" in line)
    assert TOKENS["sel"] not in grounds(rows.strip(row))
    rows.mark(quote=3)
    assert grounds(rows.strip(row)).count(TOKENS["sel"]) == rows.frame.measure
    rows.mark()
    assert TOKENS["sel"] not in grounds(rows.strip(row))


def test_found_words_have_their_own_ground() -> None:
    rows = rows_of(long_story(), frame(80))
    rows.show_hits(find_hits(rows.layout, ["begins"]))
    marked = [grounds(rows.strip(n)) for n in range(len(rows.layout.lines))]
    assert sum(cells.count(TOKENS["match"]) for cells in marked) == 40 * len("begins")


@pytest.mark.parametrize("end", ["END", "E"])
def test_code_scrolls_sideways_and_back(end: str) -> None:
    rows = rows_of(story(Block(BlockKind.CODE, "first = " + "x" * 70 + end)), frame(60))
    assert any(line.rstrip().endswith("›") for line in texts(rows))
    assert not rows.scroll_code(-1)
    while rows.scroll_code(1):
        pass
    assert any(end in line for line in texts(rows))
    assert any("‹ " in line for line in texts(rows))
    while rows.scroll_code(-1):
        pass
    assert any("first =" in line for line in texts(rows))
    assert not rows_of(lamps(), frame(60)).scroll_code(1)


def test_styles_are_laid_over_cells_not_over_letters() -> None:
    strip = styled(Strip.blank(6), Style(bold=True), 2, 4)
    assert [(s.text, bool(s.style and s.style.bold)) for s in strip if s.text] == [
        ("  ", False), ("  ", True), ("  ", False),
    ]  # fmt: skip
    link = Style.from_meta({"link": 2})
    strip = underlined(styled(Strip.blank(6), link, 1, 2), "link", 2)
    assert [bool(s.style and s.style.underline) for s in strip if s.text] == [False, True, False]
