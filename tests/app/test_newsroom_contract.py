"""What the front ends count on, asked of the real newsroom and of the made-up one alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.change import Act, Change
from reader.model.errors import NotFoundError, StoreError
from reader.model.query import All, Everything, FeedIs, FolderIs, Is, Order, State, Tagged
from reader.model.story import Position
from reader.newsroom.events import SourcesChanged, StoriesChanged, StoriesMarked
from tests.app.both_newsrooms import Side, fill, made_up_side, open_side, real_side

LIGHTHOUSE, GEESE, BENCH, FERRY, BRACKETS, PLANKS = range(6)
"""The stories by their place in the edition, the newest first."""
LAMP, HERALD, LONG_BENCH = range(3)
NOWHERE = 99_999


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home into which the edition was read once."""
    home = tmp_path_factory.mktemp("filled") / "home"
    fill(home)
    return home


@pytest.fixture(params=["real", "made up"])
def side(request: pytest.FixtureRequest, filled: Path, tmp_path: Path) -> Iterator[Side]:
    if request.param == "made up":
        yield made_up_side()
        return
    side = real_side(filled, tmp_path / "home")
    yield side
    side.newsroom.close()


@pytest.fixture(params=["real", "made up"])
def second(request: pytest.FixtureRequest, filled: Path, tmp_path: Path) -> Iterator[Side]:
    """A newsroom that may store nothing: another one is open at the same place."""
    if request.param == "made up":
        yield made_up_side(read_only=True)
        return
    first = real_side(filled, tmp_path / "home")
    second = open_side(tmp_path / "home")
    yield second
    second.newsroom.close()
    first.newsroom.close()


# Reading


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("", [LIGHTHOUSE, GEESE, BENCH, FERRY, BRACKETS, PLANKS]),
        ("is:unread", [LIGHTHOUSE, GEESE, BENCH, FERRY, PLANKS]),
        ("is:read", [BRACKETS]),
        ("is:saved", []),
        ("is:tagged", []),
        ("bench", [BENCH]),
        ("quay is:unread -lighthouse", [GEESE, BENCH, FERRY, PLANKS]),
        ("in:lamp", [LIGHTHOUSE, FERRY]),
        ("said:marlow", [LIGHTHOUSE, FERRY]),
        ("zeppelin", []),
    ],
)
def test_stories_are_selected_by_what_is_typed(side: Side, query: str, places: list[int]) -> None:
    assert side.found(query) == places


def test_stories_are_selected_by_source_and_folder(side: Side) -> None:
    assert side.places(FeedIs(side.feeds[HERALD])) == [GEESE, BRACKETS]
    assert side.places(FolderIs("Coast")) == [LIGHTHOUSE, GEESE, FERRY, BRACKETS]
    assert side.places(All((FolderIs("Craft"), Is(State.UNREAD)))) == [BENCH, PLANKS]
    assert side.places(FeedIs(NOWHERE)) == []


def test_the_oldest_come_first_if_they_are_to_and_only_so_many(side: Side) -> None:
    stories = side.newsroom.stories
    oldest = stories.select(Everything(), order=Order.OLDEST)
    assert list(oldest) == list(stories.select(Everything()))[::-1]
    assert list(stories.select(Everything(), limit=2)) == [side.stories[0], side.stories[1]]


def test_headlines_come_in_the_order_they_are_asked_for_without_those_that_are_not_there(
    side: Side,
) -> None:
    asked = [side.stories[PLANKS], NOWHERE, side.stories[BRACKETS]]
    planks, brackets = side.newsroom.stories.headlines(asked)
    assert (planks.title, brackets.title) == (
        "Three oak planks and a complaint",
        "[/foo] Brackets in a headline",
    )
    assert (planks.source, planks.feed) == ("The Long Bench", side.feeds[LONG_BENCH])
    assert (planks.unread, planks.saved, planks.quotes, planks.tags) == (True, False, 1, ())
    assert (brackets.unread, brackets.quotes) == (False, 0)
    assert planks.link == "https://lamp.example/6"


def test_a_story_is_read_with_its_quotes(side: Side) -> None:
    article = side.newsroom.stories.article(side.stories[LIGHTHOUSE])
    assert article.title == "The lighthouse keeper who never came down"
    assert "that is how the week began on the quay" in article.text
    [quote] = article.quotes
    assert (quote.text, quote.speaker) == ("“The stairs kept growing,”", "Edda Marlow")
    assert article.text[quote.start : quote.end] == quote.text


def test_what_is_not_there_is_not_found(side: Side) -> None:
    newsroom = side.newsroom
    with pytest.raises(NotFoundError):
        newsroom.stories.headline(NOWHERE)
    with pytest.raises(NotFoundError):
        newsroom.stories.article(NOWHERE)
    with pytest.raises(NotFoundError):
        newsroom.marks.set_tags(NOWHERE, ["boats"])
    with pytest.raises(NotFoundError):
        newsroom.quotes.correct(NOWHERE, "“No,”", "Edda Marlow")
    with pytest.raises(NotFoundError):
        newsroom.sources.unsubscribe(NOWHERE)
    with pytest.raises(NotFoundError):
        newsroom.sources.change(NOWHERE, title="Nowhere")
    assert newsroom.quotes.of_story(NOWHERE) == []
    assert newsroom.stories.position(NOWHERE) is None
    assert side.since() == []
    assert newsroom.undo() == side.first_step


# Marks


def test_read_names_those_that_changed_and_tells_them(side: Side) -> None:
    geese, brackets = side.stories[GEESE], side.stories[BRACKETS]
    change = side.newsroom.marks.read([geese, brackets])
    assert change == Change(Act.READ, (geese,))
    assert side.since() == [StoriesMarked((geese,))]
    assert side.found("is:unread") == [LIGHTHOUSE, BENCH, FERRY, PLANKS]
    assert side.newsroom.undo() == change
    assert side.since() == [StoriesMarked((geese,))]
    assert side.found("is:unread") == [LIGHTHOUSE, GEESE, BENCH, FERRY, PLANKS]


def test_unread_is_the_other_way_round(side: Side) -> None:
    geese, brackets = side.stories[GEESE], side.stories[BRACKETS]
    change = side.newsroom.marks.read([geese, brackets], False)
    assert change == Change(Act.UNREAD, (brackets,))
    assert side.newsroom.stories.headline(brackets).unread
    assert side.newsroom.undo() == change
    assert not side.newsroom.stories.headline(brackets).unread


def test_what_changes_nothing_is_no_step_and_is_not_told(side: Side) -> None:
    marks, brackets = side.newsroom.marks, side.stories[BRACKETS]
    assert marks.read([brackets]) == Change(Act.READ)
    assert marks.save([brackets], False) == Change(Act.UNSAVE)
    assert marks.read([]) == marks.read([NOWHERE]) == Change(Act.READ)
    assert side.since() == []
    assert side.newsroom.undo() == side.first_step


def test_all_that_match_are_read_as_one_step(side: Side) -> None:
    change = side.newsroom.marks.read_all(FolderIs("Coast"))
    assert {*change.stories} == {side.stories[place] for place in (LIGHTHOUSE, GEESE, FERRY)}
    assert side.found("is:unread") == [BENCH, PLANKS]
    side.newsroom.undo()
    assert side.found("is:unread") == [LIGHTHOUSE, GEESE, BENCH, FERRY, PLANKS]


def test_saved_and_no_longer(side: Side) -> None:
    geese, bench = side.stories[GEESE], side.stories[BENCH]
    change = side.newsroom.marks.save([geese, bench])
    assert change == Change(Act.SAVE, (geese, bench))
    assert side.since() == [StoriesMarked((geese, bench))]
    assert side.newsroom.marks.save([bench], False) == Change(Act.UNSAVE, (bench,))
    assert side.found("is:saved") == [GEESE]
    assert side.newsroom.undo() == Change(Act.UNSAVE, (bench,))
    assert side.newsroom.stories.headline(bench).saved
    assert side.newsroom.undo() == change
    assert side.found("is:saved") == []


def test_tags_are_set_and_put_back(side: Side) -> None:
    geese, marks = side.stories[GEESE], side.newsroom.marks
    first = marks.set_tags(geese, ["birds", "by-ear"])
    assert (first.act, first.stories, first.subject) == (Act.TAG, (geese,), "#birds #by-ear")
    assert side.since() == [StoriesMarked((geese,))]
    assert side.newsroom.stories.headline(geese).tags == ("birds", "by-ear")
    assert side.found("is:tagged") == side.places(Tagged("birds")) == [GEESE]
    second = marks.set_tags(geese, ["birds"])
    assert (second.stories, second.subject) == ((geese,), "#birds")
    side.newsroom.undo()
    assert side.newsroom.stories.headline(geese).tags == ("birds", "by-ear")
    side.newsroom.undo()
    assert side.newsroom.stories.headline(geese).tags == ()


def test_what_is_done_together_is_one_step(side: Side) -> None:
    geese, marks = side.stories[GEESE], side.newsroom.marks
    marks.begin_together()
    marks.read([geese])
    marks.save([geese])
    marks.end_together()
    last, first = side.newsroom.undo(), side.newsroom.undo()
    assert last == Change(Act.SAVE, (geese,), joined=True)
    assert first == Change(Act.READ, (geese,))
    assert side.newsroom.undo() == side.first_step


def test_where_reading_stopped_is_kept(side: Side) -> None:
    geese, newsroom = side.stories[GEESE], side.newsroom
    assert newsroom.stories.position(geese) is None
    newsroom.marks.keep_position(geese, Position(3, 5), 0.25)
    assert side.newsroom.undo() == side.first_step, "it is no step"
    assert newsroom.stories.position(geese) == Position(3, 5)


# Quotes


def test_who_is_quoted(side: Side) -> None:
    quotes = side.newsroom.quotes
    voices = quotes.voices(Everything())
    assert [(voice.name, voice.quotes) for voice in voices][:1] == [("Edda Marlow", 2)]
    assert {voice.name for voice in voices} == {"Edda Marlow", "Tobias Renn", "Ines Falk"}
    key = voices[0].key
    assert [row.story for row in quotes.rows(Everything(), speaker=key)] == [
        side.stories[LIGHTHOUSE],
        side.stories[FERRY],
    ]
    assert len(quotes.rows(Everything())) == 4
    [row] = quotes.of_story(side.stories[GEESE])
    assert (row.speaker, row.voice) == ("Tobias Renn", "tobias renn")
    assert (row.text, row.source) == ("“You learn the tired ones first,”", "Saltmarsh Herald")
    assert quotes.of_story(side.stories[BENCH]) == []


def test_a_voice_may_be_another_one(side: Side) -> None:
    quotes = side.newsroom.quotes
    change = quotes.alias("tobias renn", "Edda Marlow")
    assert (change.act, change.subject) == (Act.ALIAS, "Edda Marlow")
    assert side.since() == [StoriesChanged(())]
    assert next((v.name, v.quotes) for v in quotes.voices(Everything())) == ("Edda Marlow", 3)
    assert quotes.also_named("edda marlow") == ["Tobias Renn"]
    assert side.newsroom.undo() == change
    assert quotes.also_named("edda marlow") == []
    assert len(quotes.voices(Everything())) == 3


@pytest.mark.parametrize(("speaker", "left"), [("Ines Falk", ["Ines Falk"]), ("", [])])
def test_a_quote_is_set_right(side: Side, speaker: str, left: list[str]) -> None:
    geese, quotes = side.stories[GEESE], side.newsroom.quotes
    [row] = quotes.of_story(geese)
    change = quotes.correct(geese, row.text, speaker)
    assert (change.act, change.stories, change.subject) == (Act.CORRECT, (geese,), speaker)
    assert side.since() == [StoriesMarked((geese,)), StoriesChanged(())]
    assert [quote.speaker for quote in side.newsroom.stories.article(geese).quotes] == left
    assert [row.speaker for row in quotes.of_story(geese)] == left
    assert side.newsroom.stories.headline(geese).quotes == len(left)
    assert side.newsroom.undo() == change
    assert [row.speaker for row in quotes.of_story(geese)] == ["Tobias Renn"]


# Sources


def test_the_sidebar_counts(side: Side) -> None:
    side.newsroom.marks.save([side.stories[FERRY]])
    side.newsroom.marks.set_tags(side.stories[FERRY], ["boats"])
    sources = side.newsroom.sources.overview()
    assert (sources.unread, sources.saved, sources.quotes, sources.today) == (5, 1, 3, 4)
    assert [(tag.name, tag.stories) for tag in sources.tags] == [("boats", 1)]
    assert [(folder.name, folder.unread) for folder in sources.folders] == [
        ("Coast", 3),
        ("Craft", 2),
    ]
    lamp, herald = sources.folders[0].feeds
    assert (lamp.title, lamp.unread, lamp.stories) == ("Harbour Lamp", 2, 2)
    assert (herald.id, herald.title) == (side.feeds[HERALD], "Saltmarsh Herald")


def titles(side: Side) -> list[tuple[str, str]]:
    """Folder and title of each source."""
    return [
        (folder.name, feed.title)
        for folder in side.newsroom.sources.overview().folders
        for feed in folder.feeds
    ]


def test_a_source_gets_another_name(side: Side) -> None:
    change = side.newsroom.sources.change(side.feeds[HERALD], title="The Herald")
    assert (change.act, change.subject) == (Act.ALTER, "The Herald")
    assert SourcesChanged() in side.since()
    assert side.newsroom.stories.headline(side.stories[GEESE]).source == "The Herald"
    assert titles(side) == [
        ("Coast", "Harbour Lamp"),
        ("Coast", "The Herald"),
        ("Craft", "The Long Bench"),
    ]
    assert side.newsroom.undo() == change
    assert SourcesChanged() in side.since()
    assert ("Coast", "Saltmarsh Herald") in titles(side)


def test_a_folder_gets_another_name(side: Side) -> None:
    change = side.newsroom.sources.rename_folder("Coast", "Shore")
    assert (change.act, change.subject) == (Act.ALTER, "Shore")
    assert SourcesChanged() in side.since()
    assert [folder for folder, _ in titles(side)] == ["Shore", "Shore", "Craft"]
    assert side.places(FolderIs("Shore")) == [LIGHTHOUSE, GEESE, FERRY, BRACKETS]
    assert side.newsroom.undo() == change
    assert [folder for folder, _ in titles(side)] == ["Coast", "Coast", "Craft"]


def test_a_source_goes_and_comes_back(side: Side) -> None:
    change = side.newsroom.sources.unsubscribe(side.feeds[HERALD])
    assert (change.act, change.subject) == (Act.UNSUBSCRIBE, "Saltmarsh Herald")
    assert SourcesChanged() in side.since()
    assert side.found("") == [LIGHTHOUSE, BENCH, FERRY, PLANKS]
    assert ("Coast", "Saltmarsh Herald") not in titles(side)
    assert len(side.newsroom.sources.subscriptions()) == 2
    assert side.newsroom.undo() == change
    assert SourcesChanged() in side.since()
    assert side.found("") == [LIGHTHOUSE, GEESE, BENCH, FERRY, BRACKETS, PLANKS]
    assert ("Coast", "Saltmarsh Herald") in titles(side)


# Where nothing may be stored


def test_a_second_reader_reads_and_changes_nothing(second: Side) -> None:
    newsroom, geese = second.newsroom, second.stories[GEESE]
    assert newsroom.read_only
    for change in (
        lambda: newsroom.marks.read([geese]),
        lambda: newsroom.marks.save([geese]),
        lambda: newsroom.marks.set_tags(geese, ["birds"]),
        lambda: newsroom.quotes.alias("tobias renn", "Edda Marlow"),
        lambda: newsroom.quotes.correct(geese, "“You learn the tired ones first,”", ""),
        lambda: newsroom.sources.change(second.feeds[HERALD], title="The Herald"),
        lambda: newsroom.sources.rename_folder("Coast", "Shore"),
        lambda: newsroom.sources.unsubscribe(second.feeds[HERALD]),
        newsroom.undo,
    ):
        with pytest.raises(StoreError):
            change()
    assert second.since() == []
    assert second.found("is:unread") == [LIGHTHOUSE, GEESE, BENCH, FERRY, PLANKS]
    assert newsroom.stories.article(geese).quotes[0].speaker == "Tobias Renn"


# The window


def test_what_a_window_keeps(side: Side) -> None:
    window = side.newsroom.window
    assert window.state("last.list") == ""
    window.keep("last.list", "is:saved")
    assert side.since() == []
    assert side.newsroom.undo() == side.first_step, "it is no step"
    assert window.state("last.list") == "is:saved"
