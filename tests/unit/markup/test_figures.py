from __future__ import annotations

import pytest

from reader.markup.html import blocks_from_html


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        ("", True),
        ('alt=""', True),
        ('alt="" width="600" height="400"', True),
        ('alt="" width="600" height="20"', False),
        ('alt="A rule of gold" width="600" height="20"', True),
        ('width="1" height="1"', False),
        ('width="24" height="24" alt="share"', False),
        ('role="presentation" width="600" height="400"', False),
        ('role="none"', False),
        ('aria-hidden="true"', False),
    ],
)
def test_decoration_and_icons_are_no_pictures(attributes: str, shown: bool) -> None:
    page = f'<p>Words.</p><img src="https://a.example/i.jpg" {attributes}><p>More.</p>'
    assert any(block.url for block in blocks_from_html(page)) is shown
