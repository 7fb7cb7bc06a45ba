"""Who said what, as a person sets it right: kept, shown, undone; voices that are followed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.model.change import Act
from reader.model.query import Everything
from reader.newsroom.newsroom import Newsroom
from tests.editions import COURIER, GAZETTE, Edition, Item, rss

SPEECH = (
    "<p>The lift took four hours.</p><p>“{words},” said {name}, the salvage master who led it.</p>"
    "<p>The ferry is to be towed to the yard on Monday.</p>"
)
WORDS = "I have raised nineteen ships and never heard a crowd that quiet"


def bring(edition: Edition, newsroom: Newsroom, address: str, title: str, *items: Item) -> None:
    edition.web.feed(address, rss(title, *items, site=address.removesuffix("feed.xml")))
    if address not in [one.url for one in newsroom.sources.subscriptions()]:
        newsroom.sources.subscribe(address)
    edition.refresh(newsroom)


def ferry(edition: Edition, words: str = WORDS, name: str = "Mara Okafor") -> Item:
    body = SPEECH.format(words=words, name=name)
    return Item("The ferry floats", body, published=edition.clock.now() - 3600)


@pytest.fixture
def newsroom(edition: Edition) -> Iterator[Newsroom]:
    """A newsroom with one story in which somebody speaks."""
    newsroom = edition.open()
    bring(edition, newsroom, COURIER, "Tidewater Courier", ferry(edition))
    yield newsroom
    newsroom.close()


def speakers(newsroom: Newsroom) -> list[str]:
    [story] = newsroom.stories.select(Everything())
    rows = newsroom.quotes.of_story(story)
    quotes = newsroom.stories.article(story).quotes
    assert [row.speaker for row in rows] == [quote.speaker for quote in quotes]
    assert newsroom.stories.headline(story).quotes == len(quotes)
    return [quote.speaker for quote in quotes]


def test_a_correction_holds_through_new_texts_and_a_lost_cache(edition: Edition) -> None:
    newsroom = edition.open()
    bring(edition, newsroom, COURIER, "Tidewater Courier", ferry(edition))
    [row] = newsroom.quotes.rows(Everything())
    assert newsroom.quotes.correct(row.story, row.text, "Ida Lund").act is Act.CORRECT
    assert speakers(newsroom) == ["Ida Lund"]
    altered = Item("The ferry floats", "<p>At last.</p>" + ferry(edition).body.replace("“", '"'))
    edition.clock.advance(3600)
    bring(edition, newsroom, COURIER, "Tidewater Courier", altered)
    assert speakers(newsroom) == ["Ida Lund"]
    newsroom.close()
    edition.paths.articles.unlink()
    newsroom = edition.open()
    edition.refresh(newsroom)
    assert speakers(newsroom) == ["Ida Lund"]
    assert newsroom.undo() is not None
    assert speakers(newsroom) == ["Mara Okafor"]
    newsroom.close()


def test_what_is_no_quote_leaves_story_list_and_count_and_comes_back(newsroom: Newsroom) -> None:
    [row] = newsroom.quotes.rows(Everything())
    newsroom.quotes.correct(row.story, row.text, "")
    assert speakers(newsroom) == []
    assert newsroom.quotes.voices(Everything()) == []
    [correction] = newsroom.quotes.corrections()
    found = correction.evidence["found"]
    assert isinstance(found, dict)
    assert (found["speaker"], found["certainty"]) == ("Mara Okafor", "named")
    text = str(correction.evidence["text"])
    assert text.startswith("The lift took four hours.")
    assert text.endswith("on Monday.")
    newsroom.undo()
    assert speakers(newsroom) == ["Mara Okafor"]
    assert newsroom.quotes.corrections() == []


def test_a_saved_story_is_kept_as_it_was_read_and_shown_as_it_was_set_right(
    newsroom: Newsroom,
) -> None:
    [row] = newsroom.quotes.rows(Everything())
    newsroom.quotes.correct(row.story, row.text, "Ida Lund")
    newsroom.marks.save([row.story])
    newsroom.undo()
    newsroom.undo()
    assert speakers(newsroom) == ["Mara Okafor"]


@pytest.mark.parametrize(
    "name", ["Mara Okafor", "K. T. Okafor", 'Mara "Tug" Okafor', "佐伯 みなと"]
)
def test_a_voice_is_followed_by_a_view_of_its_name(
    edition: Edition, newsroom: Newsroom, name: str
) -> None:
    edition.paths.config_file.write_text('# mine\n[views]\nGeese = "geese"\n')
    assert newsroom.preferences.reload_if_changed()
    change = newsroom.preferences.follow(name)
    plain = name.replace('"', "")
    assert (change.act, change.subject) == (Act.FOLLOW, plain)
    geese, view = newsroom.sources.overview().views
    assert (geese.name, geese.voice) == ("Geese", "")
    assert (view.name, view.query, view.voice) == (plain, f'said:"{plain}"', plain)
    assert edition.paths.config_file.read_text().startswith("# mine")
    undone = newsroom.undo()
    assert undone is not None
    assert undone.act is Act.FOLLOW
    assert [view.name for view in newsroom.sources.overview().views] == ["Geese"]


def test_following_once_more_ends_it_and_undo_follows_again(newsroom: Newsroom) -> None:
    newsroom.preferences.follow("Mara Okafor")
    assert newsroom.sources.overview().views[0].unread == 1
    assert newsroom.preferences.follow("Mara Okafor").act is Act.UNFOLLOW
    assert newsroom.sources.overview().views == ()
    newsroom.undo()
    assert [view.query for view in newsroom.sources.overview().views] == ['said:"Mara Okafor"']
    newsroom.undo()
    assert newsroom.sources.overview().views == ()


def test_a_followed_voice_keeps_its_words_under_its_other_names(newsroom: Newsroom) -> None:
    newsroom.preferences.follow("Captain Okafor of the tug")
    newsroom.quotes.alias("Mara Okafor", "Captain Okafor of the tug")
    assert newsroom.sources.overview().views[0].unread == 1
    [voice] = newsroom.quotes.voices(Everything())
    assert newsroom.quotes.also_named(voice.key) == ["Mara Okafor"]


def test_the_same_words_in_another_outlet_are_linked(edition: Edition, newsroom: Newsroom) -> None:
    other = Item(
        "Ferry is up", SPEECH.format(words=WORDS.replace("nineteen", "twenty"), name="Okafor"),
        published=edition.clock.now() - 7200,
    )  # fmt: skip
    bring(edition, newsroom, GAZETTE, "Orrin Gazette", other)
    rows = newsroom.quotes.rows(Everything())
    echoes = newsroom.quotes.echoes(rows)
    first, second = rows
    [echo] = echoes[first.story, first.index]
    assert (echo.source, echo.text, echo.link) == ("Orrin Gazette", second.text, second.link)
    assert echo.published < first.published
    assert [one.source for one in echoes[second.story, second.index]] == ["Tidewater Courier"]
