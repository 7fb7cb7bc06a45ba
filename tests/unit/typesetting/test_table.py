from __future__ import annotations

from dataclasses import replace

from reader.model.article import Block, BlockKind, Span, SpanStyle
from reader.typesetting.measure import frame
from reader.typesetting.story_layout import lay_out
from tests.app.stories import story
from tests.unit.typesetting.test_blocks import drawn, flat


def table(*rows: tuple[str, ...], header: bool = True) -> Block:
    text = "\n".join("\t".join(row) for row in rows)
    return Block(BlockKind.TABLE, text, rows=rows, header=header)


def test_columns_are_two_cells_apart_and_numbers_stand_right() -> None:
    block = table(("Year", "Depth", "Ship"), ("1987", "12 m", "Wren"), ("2026", "9.5 m", "Lark"))
    assert drawn(block) == [
        "Year  Depth  Ship",
        "─────────────────",
        "1987   12 m  Wren",
        "2026  9.5 m  Lark",
    ]


def test_a_table_too_wide_for_the_pane_turns_into_blocks() -> None:
    block = table(("Ship", "What became of it"), ("Wren", "It was raised " * 6), ("Lark", "Sold"))
    assert drawn(block) == [
        "Ship: Wren",
        "What became of it: It was raised It was raised It was",
        "  raised It was raised It was raised It was raised",
        "",
        "Ship: Lark",
        "What became of it: Sold",
    ]


def test_a_table_may_use_the_room_right_of_the_measure() -> None:
    block = table(("a" * 40, "b" * 40), header=False)
    columns = frame(120, reading=True, quotes=False)
    lines = [flat(line) for line in lay_out(story(block), columns).lines if line.words]
    assert lines[-1] == "a" * 40 + "  " + "b" * 40


def test_rows_of_different_lengths_and_empty_cells_are_no_trouble() -> None:
    assert drawn(table(("a", "b"), ("", "c", "d"), ("e",))) == ["a  b", "─" * 7, "   c  d", "e"]
    assert drawn(table(("a", "b"), (), ("c", "d"))) == ["a  b", "─" * 4, "c  d"]


def test_as_blocks_every_name_is_shown_for_every_row() -> None:
    block = table(("Ship", "Fate " * 12), ("Wren",))
    assert drawn(block)[0] == "Ship: Wren"
    assert " ".join(drawn(block)[1:]).startswith("Fate Fate")


def test_a_table_of_nothing_but_its_header_is_shown() -> None:
    assert drawn(table(("Name", "Place"))) == ["Name  Place"]


def test_links_in_a_table_keep_their_numbers() -> None:
    block = table(("Ship", "Where"), ("Wren", "the quay"), ("Lark", "sea"))
    start = block.text.index("the quay")
    span = Span(start, start + len("the quay"), SpanStyle.LINK, "https://a.example/q")
    assert drawn(replace(block, spans=(span,)))[:4] == [
        "Ship  Where",
        "─────────────────",
        "Wren  the quay[1]",
        "Lark  sea",
    ]


def test_a_column_without_any_number_stands_left() -> None:
    assert drawn(table(("Ship", "Remarks"), ("Wren", "—"), ("Lark", "–"))) == [
        "Ship  Remarks",
        "─────────────",
        "Wren  —",
        "Lark  –",
    ]
