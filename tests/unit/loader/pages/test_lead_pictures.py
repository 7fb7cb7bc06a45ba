"""Pictures before and after a story's text."""

from __future__ import annotations

import pytest

from reader.loader.pages.extract import extract
from reader.model.article import BlockKind

LINES = [
    f"The harbour has {n} gulls more than last year, and each of them knows what bread is worth."
    for n in range(11, 17)
]
TEXT = "".join(f"<p>{line}</p>" for line in LINES)
TITLE = "<h1>Gulls count as citizens from now on</h1>"


def pictures(body: str) -> list[str]:
    html = f"<html lang=en><body><main><article>{body}</article></main></body></html>"
    article = extract(html, "https://courier.example/a")
    assert [line for line in LINES if line not in article.text] == []
    return [block.text for block in article.blocks if block.kind is BlockKind.IMAGE]


def figure(caption: str, tag: str = "img") -> str:
    return f"<figure><{tag} src=/g.jpg></{tag}><figcaption>{caption}</figcaption></figure>"


@pytest.mark.parametrize("tag", ["img", "amp-img"])
def test_the_picture_below_the_title_leads(tag: str) -> None:
    assert pictures(f"{TITLE}{figure('A gull.', tag)}{TEXT}") == ["A gull."]


def test_a_picture_that_leads_elsewhere_or_is_the_sites_leads_no_story() -> None:
    assert pictures(f"<figure><img src=/logo.png></figure>{TITLE}{TEXT}") == []
    assert pictures(f"<a href=/b>{figure('Another story.')}</a>{TITLE}{TEXT}") == []


def test_a_gallery_behind_the_text_belongs_to_it() -> None:
    shown = [f"Gull number {n} at breakfast." for n in range(4)]
    assert pictures(f"{TITLE}{TEXT}{''.join(map(figure, shown))}") == shown
    assert pictures(f"{TITLE}{TEXT}{figure('Our app.')}<p>Get it now</p>") == []
