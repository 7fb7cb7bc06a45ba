"""Which stories leave when they are old, and that nothing of them stays behind."""

from __future__ import annotations

import pytest

from reader.model.errors import NotFoundError
from tests.store import Store, make_article

DAY = 86400


def _by_title(store: Store) -> dict[str, int]:
    return {row.title: row.id for row in store.articles.lists.headlines(store.select(""))}


def test_old_stories_leave_unless_they_are_saved_or_still_in_the_feed(store: Store) -> None:
    feed = store.feed("Courier")
    now = store.clock.now()
    old = [make_article(f"old {n}", published=now - 100 * DAY, text="ancient") for n in range(3)]
    store.bring(feed, *old, make_article("fresh"))
    ids = _by_title(store)
    store.save(ids["old 0"])
    store.bring(feed, old[1], make_article("fresh"))
    gone = store.articles.retention.prune(now - 90 * DAY)
    assert list(gone) == [ids["old 2"]]
    store.library.presence.absent(gone)
    assert store.articles.counts.since(0).unread == 3
    assert sorted(store.titles("ancient")) == ["old 0", "old 1"]
    with pytest.raises(NotFoundError):
        store.articles.texts.article(ids["old 2"])
    # It comes back under its number, neither new nor read.
    store.bring(feed, old[2])
    assert store.articles.lists.headline(ids["old 2"]).unread
    assert store.articles.counts.since(0).unread == 4


def test_a_feed_may_keep_its_stories_for_another_time(store: Store) -> None:
    news, slow = store.feed("News"), store.feed("Slow")
    then = store.clock.now() - 40 * DAY
    for feed, name in ((news, "a"), (slow, "b")):
        store.bring(feed, make_article(name, published=then))
        store.bring(feed, make_article(f"{name} now"))
    moment = store.clock.now() - 30 * DAY
    ids = _by_title(store)
    gone = store.articles.retention.prune(moment, {slow: then - DAY})
    assert list(gone) == [ids["a"]]
    store.library.presence.absent(gone)
    assert list(store.articles.retention.prune(then - DAY, {slow: moment})) == [ids["b"]]


def test_stories_that_never_arrived_are_told_at_the_next_pruning(store: Store) -> None:
    feed = store.feed("Courier")
    lost = store.known(feed, make_article("cut off before it was stored"))[0].story
    assert list(store.articles.retention.prune(0)) == [lost]
    store.library.presence.absent([lost])
    assert store.articles.counts.since(0).unread == 0
    store.bring(feed, make_article("cut off before it was stored"))
    assert store.articles.counts.since(0).unread == 1


def test_a_story_leaves_when_it_is_older_than_the_moment_and_not_before(store: Store) -> None:
    feed, moment = store.feed("Courier"), store.clock.now() - 90 * DAY
    store.bring(
        feed,
        make_article("older", published=moment - 1),
        make_article("as old", published=moment),
        make_article("younger", published=moment + 1),
    )
    ids = _by_title(store)
    store.bring(feed, make_article("fresh"))  # the others stand in the feed's file no more
    other = store.feed("Gazette")  # whose stories leave earlier
    gone = store.articles.retention.prune(moment, {other: moment + 10})
    assert list(gone) == [ids["older"]]
    store.library.presence.absent(gone)
    assert list(store.articles.retention.prune(moment, {feed: moment + 1})) == [ids["as old"]]


def test_tagged_and_saved_stories_stay_when_their_feed_is_gone(store: Store) -> None:
    feed, now = store.feed("Courier"), store.clock.now()
    titles = ("tagged", "saved", "plain")
    store.bring(feed, *(make_article(title, published=now - 100 * DAY) for title in titles))
    ids = _by_title(store)
    store.library.tags.change([ids["tagged"]], ["ships"])
    store.save(ids["saved"])
    assert list(store.articles.retention.prune(now)) == []  # still in the feed's file
    store.unsubscribe(feed)
    assert list(store.articles.retention.prune(now)) == [ids["plain"]]
    assert sorted(store.titles("is:saved OR is:tagged")) == ["saved", "tagged"]


def test_nothing_is_left_of_a_story_that_leaves(store: Store) -> None:
    feed, now = store.feed("Courier"), store.clock.now()
    said = ("Nobody in this town will ever pay for the pier twice.", "Ann Lowe")
    other = store.feed("Gazette")
    for text in ("First.", "Second."):
        old = make_article("old", text, said, published=now - 100 * DAY)
        store.bring(feed, old)
        store.bring(other, old)
    for name in (feed, other):
        store.bring(name, make_article(f"fresh of {name}"))
    database = store.articles._database  # noqa: SLF001 - what no list shows
    tables = [
        str(row[0])
        for row in database.read(
            "SELECT s.name FROM sqlite_schema s, pragma_table_info(s.name) c"
            " WHERE s.type = 'table' AND c.name = 'story'"
        )
    ]
    assert {"texts", "earlier", "quotes", "also", "prints"} <= set(tables)
    assert database.value("SELECT count(*) FROM earlier WHERE story = 1") == 1
    assert list(store.articles.retention.prune(now - DAY)) == [1]
    for table in tables:
        assert database.value(f"SELECT count(*) FROM {table} WHERE story = 1") == 0, table
    assert database.value("SELECT count(*) FROM search WHERE rowid = 1") == 0
