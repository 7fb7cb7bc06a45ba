"""Authors and dates that a page only shows."""

from __future__ import annotations

import pytest

from reader.loader.pages.visible_metadata import (
    date_below_title,
    dated_line,
    visible_authors,
    visible_date,
)
from reader.markup.html_tree import parse_html

TITLE = "Sheep elected to the council"
DAY = 1_773_446_400
"""14 March 2026, in UTC."""


@pytest.mark.parametrize(
    "line",
    [
        "14 March 2026",
        "Saturday, March 14, 2026",
        "Jo Reed · 14 March 2026",
        "Von Jo Reed – 14. März 2026",
        "14 de marzo de 2026",
        "2026年3月14日",
        "14.03.2026",
        "Jo Reed | 2026-03-14 | 3 min read",
        "Publié le 14 mars 2026",
        "Veröffentlicht am: 14. März 2026",
    ],
)
def test_a_line_may_end_with_a_date(line: str) -> None:
    assert dated_line(line) == DAY


def test_the_hour_and_its_zone_count() -> None:
    assert dated_line("Jo Reed · 14 March 2026, 06:30 CET") == DAY + 5 * 3600 + 1800


@pytest.mark.parametrize(
    "line",
    [
        "He was born on 14 March 2026 in a boat.",
        "The fair of 14 March 2026 was called off",
        "In March 2026",
        "14 sheep",
        "",
    ],
)
def test_a_sentence_is_no_date(line: str) -> None:
    assert dated_line(line) is None


def test_the_date_below_the_title_counts_and_not_that_of_today_above_it() -> None:
    above, below = "<i>Sunday, 22 March 2026</i>", "<i>By JO REED</i><i>14 March 2026</i>"
    root = parse_html(f"{above}<font>{TITLE}</font>{below}")
    assert root is not None
    assert date_below_title(root, TITLE) == DAY
    assert date_below_title(root, "Another title") is None


@pytest.mark.parametrize(
    "mark",
    [
        '<abbr class="published" title="2026-03-14T06:30:00+01:00">6:30 AM</abbr>',
        '<span property="schema:datePublished" content="2026-03-14T06:30:00+01:00">today</span>',
        '<time itemprop="datePublished" datetime="2026-03-14T06:30:00+01:00">today</time>',
        '<time class="entry-date published" datetime="2026-03-14T06:30:00+01:00">today</time>',
    ],
)
def test_the_moment_for_machines_comes_before_the_day_for_eyes(mark: str) -> None:
    root = parse_html(f"<h2 class=date-header>March 14, 2026</h2><p>words</p>{mark}")
    assert root is not None
    assert visible_date(root) == DAY + 5 * 3600 + 1800


@pytest.mark.parametrize(
    "byline",
    [
        "<div>Submitted by <span>Jo Reed</span> on Sat, 03/14/2026 - 09:00</div>",
        "<p>Posted by Jo Reed on March 14</p>",
        "<p>Von Jo Reed am 14. März</p>",
        '<p>x <span property="schema:author">Jo Reed</span></p>',
        "<div><span>Par Jo Reed</span> <span>Publié le 14 mars 2026 à 06h30</span></div>",
    ],
)
def test_whoever_a_line_names_as_its_author_is_one(byline: str) -> None:
    root = parse_html(byline)
    assert root is not None
    assert visible_authors(root) == ["Jo Reed"]


@pytest.mark.parametrize(
    ("byline", "name"),
    [("文・山田太郎", "山田太郎"), ("記者王小明／台北報導", "王小明"), ("撰文：王小明", "王小明")],
)
def test_bylines_without_blanks_are_read_too(byline: str, name: str) -> None:
    root = parse_html(f"<div><p>{byline}</p></div>")
    assert root is not None
    assert visible_authors(root) == [name]


def test_what_is_about_an_author_or_hidden_is_no_byline() -> None:
    for html in (
        "<div class=author-bio>Jo Reed</div>",
        "<div class=author-image>Jo Reed</div>",
        "<div class=author style='display:none'>Jo Reed</div>",
        "<p hidden>By Jo Reed</p>",
    ):
        root = parse_html(f"<div><p>Words of the story.</p>{html}</div>")
        assert root is not None
        assert visible_authors(root) == [], html
