"""Pages to stories: what is kept, what goes, and what is said where there is nothing."""

from __future__ import annotations

import pytest

from reader.loader.pages.extract import extract
from reader.model.article import Article, BlockKind, Completeness
from reader.model.site import SiteRules

URL = "https://courier.example/2026/goats"
LINES = (
    "The ferry left the quay at noon with nine goats and a piano on board, an hour late.",
    "Captain Edda Rosk said that the goats had paid and the piano had not, and laughed.",
    "On the island the school has waited for the instrument since the flood of last spring.",
    "The goats belong to Per Holm, who wants them on the hill above the old lighthouse.",
    "Nobody on the pier could say which of the two had been harder to get up the gangway.",
    "The next crossing is on Thursday, if the wind allows it, with room for twenty people.",
)
HEAD = (
    '<meta property="og:title" content="Nine goats take the ferry">'
    "<title>Nine goats take the ferry | Courier</title>"
)
NAV = "<nav>" + "".join(f'<li><a href="/{n}">Part {n}</a></li>' for n in range(9)) + "</nav>"
FOOT = "<footer><p>All rights reserved, Courier 2026</p><a href='/about'>About us</a></footer>"


def page(body: str, head: str = HEAD) -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{NAV}<main><article>'
        f"<h1>Nine goats take the ferry</h1>{body}</article></main>{FOOT}</body></html>"
    )


def paragraphs(*between: str) -> str:
    """The story's lines, with `between` after the second, fourth ... of them."""
    extra = iter(between)
    return "".join(
        f"<p>{line}</p>" + (next(extra, "") if number % 2 else "")
        for number, line in enumerate(LINES)
    )


def kinds(article: Article) -> list[BlockKind]:
    return [block.kind for block in article.blocks]


def test_the_story_is_kept_and_the_site_is_not() -> None:
    article = extract(page(paragraphs()), URL)
    assert article.title == "Nine goats take the ferry"
    assert article.text == "\n\n".join(LINES)
    assert article.lang == "en"
    assert article.provenance.completeness is Completeness.WHOLE
    assert 0.5 < article.provenance.share <= 1


def test_lines_of_the_site_between_paragraphs_go() -> None:
    body = paragraphs(
        '<p>Also read: <a href="/b">The piano that fell in</a></p>',
        "<div><p>Others are reading now</p></div>",
    )
    body += "<p>Did you find the article interesting? Share it here</p>"
    assert extract(page(body), URL).text == "\n\n".join(LINES)


def test_structure_of_the_page_is_kept() -> None:
    body = paragraphs(
        "<h2>On the hill</h2><blockquote>A goat is never late.</blockquote>",
        "<ul><li>Nine goats</li><li>One piano</li></ul>"
        '<figure><img src="/goat.jpg" width="800"><figcaption>A goat</figcaption>'
        '<p class="credit">Per Holm</p></figure>',
    )
    article = extract(page(body), URL)
    expected = {BlockKind.HEADING, BlockKind.QUOTE, BlockKind.LIST, BlockKind.IMAGE}
    assert expected <= {*kinds(article)}
    picture = next(block for block in article.blocks if block.kind is BlockKind.IMAGE)
    assert (picture.text, picture.credit) == ("A goat", "Per Holm")
    assert picture.url == "https://courier.example/goat.jpg"


def test_the_standfirst_comes_first() -> None:
    lead = "Nine goats and a piano cross to the island, and only the goats have tickets."
    body = f'<p class="standfirst">{lead}</p><div class="by">By Edda Rosk</div>{paragraphs()}'
    assert extract(page(body), URL).blocks[0].text == lead


def test_the_next_story_below_is_left_out() -> None:
    more = "<article><h1>Another day</h1>" + "<p>The baker sold every loaf before nine.</p>" * 3
    html = page(paragraphs()).replace("</main>", more + "</article></main>")
    assert "baker" not in extract(html, URL).text


def test_a_sign_up_box_goes_with_its_heading() -> None:
    box = '<div class="newsletter"><h3>The Morning Bleat</h3><p>News for early risers.</p></div>'
    assert "Bleat" not in extract(page(paragraphs(box)), URL).text


def test_facts_come_from_json_ld_first() -> None:
    data = (
        '{"@type": "NewsArticle", "headline": "Nine goats take the ferry",'
        ' "author": [{"name": "Edda Rosk"}, {"name": "Per Holm"}],'
        ' "datePublished": "2026-03-03T09:30:00+01:00"}'
    )
    head = HEAD + f'<script type="application/ld+json">{data}</script>'
    head += '<link rel="canonical" href="/goats?utm_source=x"><meta name="author" content="Desk">'
    article = extract(page(paragraphs(), head), URL)
    assert article.byline == "Edda Rosk, Per Holm"
    assert article.published == 1_772_526_600
    assert article.link == "https://courier.example/goats"


def test_author_and_date_are_read_where_they_are_only_shown() -> None:
    body = f"<p class='info'>By Edda Rosk | Tuesday, March 3, 2026</p>{paragraphs()}"
    article = extract(page(body), URL)
    assert article.byline == "Edda Rosk"
    assert article.published == 1_772_496_000


def test_the_body_in_json_ld_stands_in_behind_a_paywall() -> None:
    body = " ".join(LINES)
    data = '{"@type": "NewsArticle", "isAccessibleForFree": false, "articleBody": "' + body + '"}'
    head = HEAD + f'<script type="application/ld+json">{data}</script>'
    article = extract(page(f"<p>{LINES[0]}</p><p>Subscribe to continue reading</p>", head), URL)
    assert LINES[-1] in article.text
    assert article.provenance.method == "articleBody"


@pytest.mark.parametrize(
    ("body", "completeness"),
    [
        (f"<p>{LINES[0]}</p><div>This story is for subscribers.</div>", Completeness.PAYWALL),
        ("<div id='root'>Please enable JavaScript to read this page.</div>", Completeness.SCRIPT),
        ("<div>We use cookies. Accept all cookies.</div>", Completeness.CONSENT),
        ("<div>Mit Werbung weiterlesen oder Pur-Abo: alle Cookies</div>", Completeness.CONSENT),
        (f"<p>{LINES[0]}</p><p>この記事は有料会員だけが読めます。</p>", Completeness.PAYWALL),
        ("", Completeness.FAILED),
    ],
)
def test_what_stands_before_the_story_is_told(body: str, completeness: Completeness) -> None:
    html = f"<html><head><title>Goats</title></head><body>{body}</body></html>"
    article = extract(html, URL)
    assert article.provenance.completeness is completeness
    assert article.provenance.note.endswith(".")


def test_a_text_that_only_asks_for_scripts_is_not_the_story() -> None:
    plea = (
        "<p>You need to enable JavaScript to read this page as it was made for you to be read.</p>"
    )
    head = HEAD + "<meta name=description content='Nine goats take the ferry to the islands.'>"
    article = extract(page(plea * 2, head), URL)
    assert article.text == "Nine goats take the ferry to the islands."
    assert article.provenance.method == "description"
    assert article.provenance.completeness is Completeness.SUMMARY


def test_data_of_the_page_is_taken_only_where_it_is_much_longer() -> None:
    body = " ".join(LINES)
    data = f'{{"@type": "NewsArticle", "articleBody": "{body} And so on."}}'
    head = HEAD + f'<script type="application/ld+json">{data}</script>'
    paragraphs = "".join(f"<p>{line}</p>" for line in LINES)
    assert extract(page(paragraphs, head), URL).provenance.method == "walk"


def test_a_way_in_above_a_short_text_is_no_wall_and_a_long_teaser_may_end_at_one() -> None:
    way_in = f"<nav>Already a subscriber? Log in</nav><p>{LINES[0]} {LINES[1]}</p>"
    html = f"<html><head><title>Goats</title></head><body>{way_in}</body></html>"
    assert extract(html, URL).provenance.completeness is Completeness.WHOLE
    long = "".join(f"<p>{number}. {line}</p>" for number in range(4) for line in LINES)
    wall = "<div class=offer>Subscribe to continue reading</div>"
    paid = '{"@type": "NewsArticle", "isAccessibleForFree": false}'
    head = HEAD + f'<script type="application/ld+json">{paid}</script>'
    teased = extract(page(long + wall, head), URL).provenance
    assert teased.completeness is Completeness.PAYWALL
    assert extract(page(long, head), URL).provenance.completeness is Completeness.WHOLE


def test_the_description_is_a_summary() -> None:
    line = "Nine goats and a piano cross to the island, and only the goats have tickets."
    head = f'<meta name="description" content="{line}"><title>Goats</title>'
    article = extract(f"<html><head>{head}</head><body><div id='app'></div></body></html>", URL)
    assert article.text == line
    assert article.provenance.completeness is Completeness.SUMMARY


def test_rules_of_a_person_come_before_everything() -> None:
    html = page(f"<div class='mine'><p>Also read</p><p>{LINES[0]}</p><i>Out</i></div><b>Bold</b>")
    rules = SiteRules(content=("div.mine",), remove=("div.mine > i",), title="b")
    article = extract(html, URL, rules)
    assert article.title == "Bold"
    assert article.text == f"Also read\n\n{LINES[0]}"
    assert article.provenance.method == "rules"


def test_rules_of_a_person_name_author_and_day() -> None:
    people = "<div class='who'><a>Edda Rosk</a> and <a>Per Holm</a></div>"
    facts = f"{people}<i id='day'>3 March 2026</i>"
    rules = SiteRules(author=".who a", date="#day")
    article = extract(page(facts + paragraphs()), URL, rules)
    assert article.byline == "Edda Rosk, Per Holm"
    assert article.published == 1_772_496_000
    assert article.text.endswith(LINES[-1])
    stamped = page(f"<p class='when' datetime='2026-03-04T00:00:00Z'>Yesterday</p>{paragraphs()}")
    assert extract(stamped, URL, SiteRules(date=".when")).published == 1_772_582_400


def test_rules_that_find_nothing_or_are_none_change_nothing() -> None:
    rules = SiteRules(content=("div.gone", "p:::["))
    assert extract(page(paragraphs()), URL, rules).text == "\n\n".join(LINES)


def test_a_story_cut_into_pieces_is_put_together() -> None:
    pieces = "".join(
        f'<div class="chunk"><p>{LINES[n]}</p><p>{LINES[n + 1]}</p></div><div class="ad">Ad</div>'
        for n in range(0, 6, 2)
    )
    assert extract(page(pieces), URL).text == "\n\n".join(LINES)


def test_the_site_is_no_author_where_a_person_is_named() -> None:
    data = '{"@type": "NewsArticle", "author": {"name": "Courier"}}'
    head = HEAD + f'<script type="application/ld+json">{data}</script>'
    head += '<meta name="author" content="Edda Rosk">'
    assert extract(page(paragraphs(), head), URL).byline == "Edda Rosk"


def test_all_names_of_a_byline_count_and_no_photographer_does() -> None:
    names = "".join(f"<span>{name}</span> " for name in ("Edda Rosk", "Per Holm", "Ada Reef"))
    picture = '{"@type": "ImageObject", "author": "Jo Lens", "datePublished": "2026-03-03"}'
    script = f'<script type="application/ld+json">{picture}</script>'
    article = extract(page(f"<div class=byline>{names}</div>{paragraphs()}", HEAD + script), URL)
    assert article.byline == "Edda Rosk, Per Holm, Ada Reef"
    assert extract(page(paragraphs(), HEAD + script), URL).byline == ""
