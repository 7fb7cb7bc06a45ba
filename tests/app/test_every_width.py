"""One story with every kind of block, drawn at every width from 20 to 200 cells."""

from __future__ import annotations

import unicodedata

import pytest
from rich.cells import cell_len

from reader.app.drawing.glyphs import ASCII, TYPOGRAPHIC, Glyphs
from reader.app.drawing.inks import Inks
from reader.app.drawing.layout_drawing import LayoutDrawing
from reader.app.looks.plain_cells import plain_cells
from reader.model.palette import LAMPLIGHT, TABLES
from reader.typesetting.head_and_end import Surroundings
from reader.typesetting.line import Layout
from reader.typesetting.measure import Frame, frame
from reader.typesetting.story_layout import lay_out
from reader.typesetting.styled_text import Setting
from tests.every_kind import every_kind

ARTICLE = every_kind()
AROUND = Surroundings("THE WRENMOUTH POST", "Ida Brandvold · 5 min", next_title="Orrin votes")
OPENING, CLOSING = "\u2066\u2067\u2068", "\u2069"
ODD = (20, 27, 38, 59, 60, 84, 99, 100, 119, 120, 137, 160, 189, 200)


def drawing(columns: Frame, glyphs: Glyphs = TYPOGRAPHIC) -> tuple[Layout, LayoutDrawing]:
    plain = glyphs is ASCII
    made = lay_out(ARTICLE, columns, AROUND, Setting(smart=not plain, ascii=plain))
    return made, LayoutDrawing(made, columns, Inks(TABLES[LAMPLIGHT], made.voices), glyphs)


@pytest.mark.parametrize("reading", [False, True])
def test_nothing_touches_the_scrollbar_and_every_strip_is_as_wide_as_it_says(
    reading: bool,
) -> None:
    for cells in range(20, 201):
        columns = frame(cells, reading=reading)
        made, draw = drawing(columns)
        for line in made.lines:
            strip = draw.strip(line)
            assert strip.cell_length <= cells - 1
            assert sum(cell_len(segment.text) for segment in strip) == strip.cell_length


def test_what_is_isolated_ends_on_its_line() -> None:
    isolated = 0
    for cells in ODD:
        made, draw = drawing(frame(cells))
        for line in made.lines:
            depth = 0
            for letter in draw.strip(line).text:
                depth += (letter in OPENING) - (letter in CLOSING)
                assert 0 <= depth <= 1
                assert depth or unicodedata.bidirectional(letter) not in ("R", "AL")
                isolated += letter in OPENING
            assert depth == 0
    assert isolated > len(ODD)


def test_code_scrolls_to_its_end_and_says_where_it_is_cut() -> None:
    for cells in ODD:
        columns = frame(cells)
        made, draw = drawing(columns)
        longest = max(made.lines, key=lambda line: line.code)
        seen = set()
        for code in range(longest.code):
            text = draw.strip(longest, code=code).text[columns.left :]
            assert cell_len(text) == columns.measure
            assert (text[0] == "‹") is (code > 0)
            room = columns.measure - 4
            assert (text[-1] == "›") is (code + room < longest.code)
            seen |= set(range(code, code + room))
        assert seen >= set(range(longest.code))


def test_plain_signs_draw_no_sign_of_ours_that_is_not_ascii() -> None:
    own = set(ARTICLE.title + ARTICLE.text + "".join(b.cite + b.alt for b in ARTICLE.blocks))
    for cells in ODD:
        columns = frame(cells)
        made, draw = drawing(columns, ASCII)
        drawn = {letter for line in made.lines for letter in plain_cells(draw.strip(line).text)}
        ours = {letter for letter in drawn - own if not letter.isascii()}
        assert ours <= set(OPENING + CLOSING)
