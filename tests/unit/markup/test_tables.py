from __future__ import annotations

import pytest

from reader.markup.html import blocks_from_html
from reader.model.article import BlockKind


def test_links_of_cells_are_kept_where_their_words_stand() -> None:
    (table,) = blocks_from_html(
        "<table><tr><th>Ship</th><th>Quay</th></tr>"
        '<tr><td>Wren</td><td>at <a href="/north">North</a> and <a href="/n2">North</a></td></tr>'
        '<tr><td><a href="javascript:x">Lark</a></td><td>sea</td></tr></table>',
        "https://port.example/",
    )
    assert table.kind is BlockKind.TABLE
    assert [(table.text[span.start : span.end], span.url) for span in table.spans] == [
        ("North", "https://port.example/north"),
        ("North", "https://port.example/n2"),
    ]
    assert table.text.index("North") == table.spans[0].start


@pytest.mark.parametrize("role", ["presentation", "none", "None"])
def test_a_table_that_says_so_only_arranges_the_page(role: str) -> None:
    cells = "<tr><td>Wren</td><td>North</td></tr><tr><td>Lark</td><td>South</td></tr>"
    (table,) = blocks_from_html(f"<table>{cells}</table>")
    assert table.kind is BlockKind.TABLE
    assert all(
        block.kind is BlockKind.PARAGRAPH
        for block in blocks_from_html(f'<table role="{role}">{cells}</table>')
    )
