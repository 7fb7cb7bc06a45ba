"""Any page as a story."""

from __future__ import annotations

from tests.editions import Edition

HERE = "https://courier.example/long-story"


def page(words: str, following: str = "") -> str:
    """A page of an article of several."""
    more = f'<link rel="next" href="{following}">' if following else ""
    text = f"<p>{words} It was a long week on the quay, and everybody had something to say.</p>"
    return f"<html><head>{more}</head><body><article><h1>Long story</h1>{text * 3}</article></body>"


def test_the_pages_of_an_article_are_opened_as_one(edition: Edition) -> None:
    edition.web.page(HERE, page("She rose at six.", "?page=2"))
    edition.web.page(f"{HERE}?page=2", page("“She floats,” said Mara Okafor.", "?page=3"))
    edition.web.page(f"{HERE}?page=3", page("Nobody slept."))
    newsroom = edition.open()
    article = newsroom.pages.open(HERE)
    newsroom.close()
    places = [article.text.index(words) for words in ("She rose", "Mara Okafor", "Nobody slept")]
    assert places == sorted(places)
    assert "Mara Okafor" in {quote.speaker for quote in article.quotes}
    assert article.provenance.note == "Joined from 3 pages."


def test_a_page_in_the_middle_is_opened_alone(edition: Edition) -> None:
    edition.web.page(f"{HERE}?page=2", page("She floats.", "?page=3"))
    newsroom = edition.open()
    assert newsroom.pages.open(f"{HERE}?page=2").provenance.note == ""
    newsroom.close()
    assert edition.web.asked == [f"{HERE}?page=2"]
