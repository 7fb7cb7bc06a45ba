from __future__ import annotations

import pytest

from reader.model.article import Article, Origin, Provenance
from reader.typesetting.head_and_end import Surroundings, head_lines, third_down
from reader.typesetting.measure import frame
from reader.typesetting.styled_text import Setting
from tests.unit.typesetting.test_blocks import flat

BYLINE = "Ida Brandvold, Josiah Dool · yesterday 19:53 · 3 min"


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        (80, [BYLINE]),
        (53, ["Ida Brandvold, Josiah Dool · yesterday 19:53", "3 min"]),
        (40, ["Ida Brandvold, Josiah Dool", "yesterday 19:53 · 3 min"]),
        (24, ["Ida Brandvold,", "Josiah Dool", "yesterday 19:53", "3 min"]),
    ],
)
def test_a_byline_breaks_between_its_facts(cells: int, lines: list[str]) -> None:
    article = Article("A lamp", (), Provenance(Origin.FEED))
    columns = frame(cells)
    drawn = [
        flat(line)
        for line in head_lines(article, columns, Surroundings("MIRROR", BYLINE), Setting())
    ]
    assert drawn == ["MIRROR", "A lamp", "", *lines, "─" * columns.measure]


def test_facts_may_fill_a_line_to_its_end() -> None:
    article = Article("A lamp", (), Provenance(Origin.FEED))
    columns = frame(80)
    byline = f"{'x' * 30} · {'y' * (columns.measure - 33)}"
    lines = head_lines(article, columns, Surroundings("", byline), Setting())
    assert byline in [flat(line) for line in lines]


@pytest.mark.parametrize(
    ("pane", "above", "rows", "empty"),
    [(12, 1, 3, 3), (12, 1, 10, 1), (12, 1, 30, 0), (3, 2, 1, 0)],
)
def test_a_message_begins_a_third_down_or_higher_if_it_is_long(
    pane: int, above: int, rows: int, empty: int
) -> None:
    assert third_down(pane, above, rows) == empty
