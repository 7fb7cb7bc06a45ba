from __future__ import annotations

import pytest

from reader.model.article import Article, Origin, Provenance
from reader.typesetting.head_and_end import Surroundings, head_lines
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
