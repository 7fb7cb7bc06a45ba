"""One story with every kind of block, laid out at every width from 20 to 200 cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from reader.model.article import BlockKind
from reader.typesetting.cells import width
from reader.typesetting.head_and_end import NOWHERE, Notice, Surroundings
from reader.typesetting.line import HEAD, Layout, Line
from reader.typesetting.measure import Frame, frame
from reader.typesetting.story_layout import lay_out
from reader.typesetting.styled_text import Setting
from tests.every_kind import TOGETHER, every_kind

ARTICLE = every_kind()
AROUND = Surroundings(
    "THE WRENMOUTH POST", "Ida Brandvold · today 07:40 · 5 min",
    Notice("This source sends only a summary.", keys=(("x", "fetch the full story"),)),
    "Orrin votes to keep paper ballots", "●", "Text from port.example",
)  # fmt: skip
NEVER_FIRST = ")]}”,.;:!?%、。，．：；！？」』）"
NEVER_LAST = "([{“‘„「『（"
Pages = Iterator[tuple[Frame, Layout]]
WIDTHS = [*range(20, 201)]


@cache
def made(cells: int, reading: bool) -> tuple[Frame, Layout]:
    columns = frame(cells, reading=reading)
    return columns, lay_out(ARTICLE, columns, AROUND)


@pytest.fixture(params=[False, True], ids=["beside the list", "alone"])
def pages(request: pytest.FixtureRequest) -> Pages:
    return (made(cells, request.param) for cells in WIDTHS)


def kind(line: Line) -> BlockKind | None:
    return ARTICLE.blocks[line.block].kind if 0 <= line.block < len(ARTICLE.blocks) else None


def letters(text: str) -> str:
    """What a reader would miss: without marks, blanks and the numbers of links."""
    return "".join(re.findall(r"\w", re.sub(r"\[\d+\]", "", text)))


def test_the_story_has_every_kind() -> None:
    assert {block.kind for block in ARTICLE.blocks} == set(BlockKind)
    assert {block.level for block in ARTICLE.blocks if block.kind is BlockKind.LIST} == {0, 1, 2, 3}
    assert len(made(80, False)[1].links) > 12


def test_no_line_is_wider_than_the_measure(pages: Pages) -> None:
    for columns, layout in pages:
        for line in layout.lines:
            table = kind(line) is BlockKind.TABLE
            room = max(columns.measure, columns.free) if table else columns.measure
            for words in line.words if not line.code else ():
                assert words.x >= 0
                assert words.x + width(words.text) + words.hyphen <= room
            for sign in line.signs:
                assert sign.x >= 0
                assert sign.x + width(sign.text) <= room


def test_every_letter_is_drawn_once_and_in_order(pages: Pages) -> None:
    own = "https://www.basin.example/notices/today"
    for _columns, layout in pages:
        drawn: dict[int, str] = {}
        signs: dict[int, str] = {}
        for line in layout.lines:
            for words in line.words:
                if words.set.block != NOWHERE:
                    drawn[line.block] = drawn.get(line.block, "") + words.text
            signs[line.block] = signs.get(line.block, "") + "".join(s.text for s in line.signs)
        assert letters(drawn[HEAD]) == letters(ARTICLE.title)
        for number, block in enumerate(ARTICLE.blocks):
            source = block.text.replace(own, "basin.example") + block.credit
            if block.kind is BlockKind.TABLE and ": " in signs.get(number, ""):
                names, _, source = source.partition("\n")  # as blocks, each under its name
                assert all(letters(name) in letters(signs[number]) for name in names.split("\t"))
            assert letters(drawn.get(number, "")) == letters(source)


def test_lines_neither_begin_with_closing_marks_nor_end_with_opening_ones(pages: Pages) -> None:
    for _columns, layout in pages:
        for line in layout.lines:
            for words in line.words if not line.code else ():
                assert not words.text or words.text[0] not in NEVER_FIRST
                assert not words.text or words.text[-1] not in NEVER_LAST


def test_what_belongs_together_stays_on_one_line(pages: Pages) -> None:
    for columns, layout in pages:
        lines = [words.text for line in layout.lines for words in line.words]
        narrow = columns.measure < 30  # items of lists have less
        for stretch in TOGETHER:
            assert narrow or any(stretch in line for line in lines), (columns.measure, stretch)


def test_names_and_rules_leave_the_words_alone(pages: Pages) -> None:
    for columns, layout in pages:
        spoken = [line for line in layout.lines if line.rule is not None]
        assert spoken
        for line in layout.lines:
            assert line.label is None or line.rule is not None or not line.label.name
            assert columns.margin or line.label is None or not line.label.name


def test_code_is_as_written_at_every_width(pages: Pages) -> None:
    number = next(n for n, block in enumerate(ARTICLE.blocks) if block.kind is BlockKind.CODE)
    for _columns, layout in pages:
        code = [line.words[0].text for line in layout.lines if line.block == number and line.words]
        assert "\n".join(code) == ARTICLE.blocks[number].text
        assert max(map(width, code)) > 170


def test_pictures_take_the_room_that_their_shape_asks_for() -> None:
    for cells in WIDTHS:
        columns = frame(cells)
        layout = lay_out(ARTICLE, columns, setting=Setting(pictures=16))
        rooms = [line.picture for line in layout.lines if line.picture]
        assert len({line.block for line in layout.lines if line.picture}) == 3
        assert all(room.columns <= columns.measure and 3 <= room.rows <= 16 for room in rooms)
