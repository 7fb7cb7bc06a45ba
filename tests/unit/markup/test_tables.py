from __future__ import annotations

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
