"""Entries of feeds to articles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.loader.feeds.entry_articles import article_from_entry
from reader.model.article import Completeness, Origin
from reader.model.feed import Entry

FEED = "https://courier.example/feed"
SENTENCE = "The ferry left the quay at noon with nine goats and a piano on board. "


def test_a_long_body_is_whole_and_keeps_its_blocks() -> None:
    body = f"<p>{SENTENCE * 12}</p><h2>Aboard</h2><blockquote>{SENTENCE}</blockquote>"
    article = article_from_entry(Entry(title="Goats", content_html=body), FEED, 5)
    assert article.provenance.completeness is Completeness.WHOLE
    assert [block.kind.value for block in article.blocks] == ["paragraph", "heading", "quote"]
    assert (article.provenance.origin, article.provenance.url) == (Origin.FEED, FEED)
    assert article.provenance.fetched == 5


def test_a_short_text_is_a_summary_and_says_so() -> None:
    article = article_from_entry(Entry(title="Goats", summary_html=SENTENCE), FEED, 0)
    assert article.provenance.completeness is Completeness.SUMMARY
    assert article.provenance.note


def test_a_text_that_breaks_off_is_a_summary_though_it_is_long() -> None:
    body = f"<p>{SENTENCE * 12}</p><p>And then the goats […]</p>"
    article = article_from_entry(Entry(content_html=body), FEED, 0)
    assert article.provenance.completeness is Completeness.SUMMARY


def test_a_read_more_at_the_end_goes_and_tells_of_more() -> None:
    body = f"<p>{SENTENCE * 12}</p><p><a href='/more'>Read more</a></p>"
    article = article_from_entry(Entry(content_html=body, base="https://c.example/"), FEED, 0)
    assert "Read more" not in article.text
    assert article.provenance.completeness is Completeness.SUMMARY


def test_characters_of_chinese_count_half_as_words_do() -> None:
    for count, completeness in ((200, Completeness.SUMMARY), (260, Completeness.WHOLE)):
        entry = Entry(title="山羊", content_html=f"<p>{'山' * count}。</p>")
        assert article_from_entry(entry, FEED, 0).provenance.completeness is completeness


def test_a_summary_that_the_text_does_not_say_is_the_standfirst() -> None:
    lead = "After eleven years of talk the islands have nine goats and a second ferry."
    body = f"<p>{SENTENCE * 12}</p>"
    said_again = f"<p>It is true. {lead}</p>{body}"

    def standfirst(content: str, summary: str) -> str:
        return article_from_entry(
            Entry("a", "", "t", content_html=content, summary_html=summary), FEED, 0
        ).standfirst

    assert standfirst(body, lead) == lead
    assert standfirst(said_again, lead) == ""
    assert standfirst(body, f"{lead} …") == ""
    assert standfirst(body, lead * 9) == ""


def test_the_longer_one_of_text_and_summary_is_the_text() -> None:
    entry = Entry(content_html="<p>Short.</p>", summary_html=f"<p>{SENTENCE * 3}</p>")
    assert article_from_entry(entry, FEED, 0).text == (SENTENCE * 3).strip()


def test_tracking_is_cut_from_the_link() -> None:
    entry = Entry(link="https://c.example/goats?id=4&utm_source=feed", summary_html="x")
    assert article_from_entry(entry, FEED, 0).link == "https://c.example/goats?id=4"


@given(st.text(max_size=400), st.text(max_size=200))
def test_any_entry_becomes_a_story(body: str, summary: str) -> None:
    article_from_entry(Entry(content_html=body, summary_html=summary), FEED, 0)
