"""What pages say for machines, as badly as they write it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.loader.pages.jsonld import is_article, json_ld, names_of, read_json, text_of, types


def page(*scripts: str) -> str:
    return "".join(f'<script type="application/ld+json">{text}</script>' for text in scripts)


def test_nodes_of_a_graph_and_of_lists_are_found() -> None:
    graph = '{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle"}]}'
    nodes = json_ld(page(graph, '[{"a": 1}]'))
    assert [types(node) for node in nodes if "@type" in node] == [("WebSite",), ("NewsArticle",)]
    assert {"a": 1} in nodes


def test_other_works_on_the_page_are_left_out() -> None:
    text = '{"@type": "Article", "hasPart": {"@type": "NewsArticle", "headline": "Another"}}'
    assert [node.get("headline") for node in json_ld(page(text))] == [None]


def test_a_review_and_a_posting_are_articles_and_a_shop_is_none() -> None:
    assert is_article({"@type": ["Thing", "BlogPosting"]})
    assert is_article({"@type": "https://schema.org/ReportageNewsArticle"})
    assert not is_article({"@type": "Store"})


def test_commas_wrappings_and_line_breaks_are_mended() -> None:
    assert read_json('/*<![CDATA[*/ {"a": [1, 2,],} /*]]>*/') == {"a": [1, 2]}
    assert read_json('{"a": "one\ntwo"}') == {"a": "one\ntwo"}
    assert read_json("not json") is None


def test_authors_are_read_by_reference_and_from_lists() -> None:
    nodes = [{"@id": "#p", "name": "Edda Rosk"}]
    assert names_of([{"@id": "#p"}, "Per Holm", {"name": ["A", "B"]}], nodes) == [
        "Edda Rosk", "Per Holm", "A", "B",
    ]  # fmt: skip


def test_a_value_may_be_text_node_or_list() -> None:
    assert text_of(["one", "two"]) == "one"
    assert text_of({"@value": "one"}) == "one"
    assert text_of(7) == ""


def test_a_million_brackets_end_without_an_answer() -> None:
    assert json_ld(page("[" * 1_000_000)) == []


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_json(text)
    json_ld(page(text))
