"""Every change a person can make is one step, and goes back with undo, also after a restart."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.model.change import Act, Change
from reader.model.errors import SettingsError
from reader.model.feed import Subscription
from reader.model.query import Everything, Is, State
from reader.newsroom.newsroom import Newsroom
from reader.settings.config import Config, load_config
from reader.settings.library.library import Library
from reader.settings.subscriptions import Subscriptions
from tests.editions import COURIER, GAZETTE, Edition, Item, rss

DAY = 86400
ROOT = Path(__file__).resolve().parents[3]
SPEECH = "<p>“I have raised nineteen ships and never heard that,” said Mara Okafor, the master.</p>"
ITEMS = (Item("The ferry floats", SPEECH), Item("Bakers may sleep"), Item("A bridge is counted"))

Deed = Callable[[Newsroom], Change | None]
DEEDS: dict[str, Deed] = {
    "read": lambda it: it.marks.read([1]),
    "all read": lambda it: it.marks.read_all(Everything()),
    "unread": lambda it: it.marks.read([1, 2], False),
    "save": lambda it: it.marks.save([1, 2]),
    "unsave": lambda it: it.marks.save([1], False),
    "tag": lambda it: it.marks.tag([1, 2, 3], ["ships", "work"]),
    "set tags": lambda it: it.marks.set_tags(1, ["harbour"]),
    "subscribe": lambda it: it.sources.subscribe(GAZETTE, title="Gazette"),
    "shelf": lambda it: it.sources.take_shelf(),
    "rename": lambda it: it.sources.change(1, title="My Courier"),
    "move": lambda it: it.sources.change(1, folder="News/Local"),
    "settings": lambda it: it.sources.change(1, keep=9, mute="sport", interval=30, tags=("a", "b")),
    "folder": lambda it: it.sources.rename_folder("News", "Daily/News"),
    "alias": lambda it: it.quotes.alias("Mara Okafor", "Captain Okafor"),
    "correct": lambda it: it.quotes.correct(*said(it), "Ida Lund"),
    "no quote": lambda it: it.quotes.correct(*said(it), ""),
    "follow": lambda it: it.preferences.follow("Ida Lund"),
    "unfollow": lambda it: it.preferences.follow("Ida Lund"),
    "mute": lambda it: it.preferences.set("mute", ["horoscope"]),
    "mute more": lambda it: it.preferences.set("mute", ["horoscope", "in:Courier sport"]),
    "keep": lambda it: it.preferences.set("keep_days", 7),
    "view": lambda it: it.preferences.set("views.Ships", "#ships"),
    "no view": lambda it: it.preferences.set("views.Ships", None),
    "unsubscribe": lambda it: it.sources.unsubscribe(1),
}

Facts = tuple[object, ...]
WORDS = "“I have raised nineteen ships and never heard that,”"


def said(newsroom: Newsroom) -> tuple[int, str]:
    """The story with the quote, and its words, whatever was said of it before."""
    [story] = newsroom.stories.select(newsroom.parse("ferry"))
    return story, WORDS


def facts(edition: Edition) -> Facts:
    """All that a person has done, as the next start finds it."""
    newsroom = edition.open()
    asked = (Is(State.READ), Is(State.SAVED), Is(State.TAGGED))
    lists = [tuple(newsroom.stories.select(query)) for query in asked]
    tags = [row.tags for row in newsroom.stories.headlines([1, 2, 3])]
    quotes = [(row.text, row.speaker) for row in newsroom.quotes.rows(Everything())]
    known = [(quote.quote, quote.speaker) for quote in newsroom.quotes.corrections()]
    voices = [voice.name for voice in newsroom.quotes.voices(Everything())]
    newsroom.close()
    subscriptions: tuple[Subscription, ...] = Subscriptions(edition.paths.feeds_file).load()
    config: Config = load_config(edition.paths.config_file)
    return (*lists, tags, quotes, known, voices, subscriptions, config)


@pytest.fixture
def begun(edition: Edition) -> Edition:
    """One source with three stories, everything unread."""
    edition.web.feed(COURIER, rss("Tidewater Courier", *ITEMS))
    newsroom = edition.open()
    newsroom.sources.subscribe(COURIER)
    edition.refresh(newsroom)
    assert len(newsroom.stories.select(Everything())) == len(ITEMS)
    newsroom.close()
    return edition


def test_everything_goes_back_step_by_step_whatever_was_restarted_between(begun: Edition) -> None:
    states = [facts(begun)]
    for name, deed in DEEDS.items():
        newsroom = begun.open()
        change = deed(newsroom)
        newsroom.close()
        assert change is not None, name
        states.append(facts(begun))
        assert states[-1] != states[-2], name
    for name in reversed(DEEDS):
        states.pop()
        newsroom = begun.open()
        assert newsroom.undo() is not None, name
        newsroom.close()
        assert facts(begun) == states[-1], name


def test_what_was_saved_stays_when_its_source_goes(begun: Edition) -> None:
    newsroom = begun.open()
    newsroom.marks.save([1])
    assert newsroom.sources.unsubscribe(1).subject == "Tidewater Courier"
    assert list(newsroom.stories.select(Everything())) == []
    assert list(newsroom.stories.select(Is(State.SAVED))) == [1]
    newsroom.undo()
    assert len(newsroom.stories.select(Everything())) == len(ITEMS)
    newsroom.close()


def test_a_mark_goes_back_to_what_it_was_though_an_update_came_between(edition: Edition) -> None:
    item = Item("The ferry floats", SPEECH, published=edition.clock.now() - 60)
    edition.web.feed(COURIER, rss("Tidewater Courier", item))
    newsroom = edition.open()
    newsroom.sources.subscribe(COURIER)
    newsroom.sources.change(1, updates_unread=True)
    edition.refresh(newsroom)
    newsroom.marks.read([1])
    edition.web.feed(COURIER, rss("Tidewater Courier", replace(item, body="<p>It sank.</p>")))
    edition.clock.advance(DAY)
    edition.refresh(newsroom)
    assert newsroom.stories.headline(1).unread, "the update"
    newsroom.undo()
    assert newsroom.stories.headline(1).unread
    newsroom.close()


def test_fifty_steps_go_back_and_a_bulk_is_one(begun: Edition) -> None:
    newsroom = begun.open()
    before = [tuple(newsroom.stories.select(Is(State.READ)))]
    for number in range(60):
        before.append(tuple(newsroom.stories.select(Is(State.READ))))
        if number % 2:
            newsroom.marks.read([1, 2, 3], False)
        else:
            newsroom.marks.read_all(Everything())
    for _ in range(50):
        undone = newsroom.undo()
        assert undone is not None
        assert undone.count == 3
        assert tuple(newsroom.stories.select(Is(State.READ))) == before.pop()
    assert newsroom.undo() is None
    newsroom.close()


def test_what_is_done_together_says_that_it_goes_back_together(begun: Edition) -> None:
    newsroom = begun.open()
    newsroom.marks.read([1])
    newsroom.marks.begin_together()
    newsroom.marks.save([1])
    newsroom.marks.read([2])
    newsroom.preferences.follow("Ida Lund")
    newsroom.marks.end_together()
    newsroom.marks.read([3])
    newsroom.close()
    newsroom = begun.open()
    undone = [newsroom.undo() for _ in range(5)]
    assert [change and (change.act, change.joined) for change in undone] == [
        (Act.READ, False), (Act.FOLLOW, True), (Act.READ, True), (Act.SAVE, False),
        (Act.READ, False),
    ]  # fmt: skip
    newsroom.close()


def test_what_does_not_fit_changes_nothing_and_is_no_step(begun: Edition) -> None:
    before = facts(begun)
    newsroom = begun.open()
    for wrong in ({"keep": 99_999}, {"mute": "is:unraed"}, {"full_text": "perhaps"}):
        with pytest.raises(SettingsError):
            newsroom.sources.change(1, **wrong)
    with pytest.raises(SettingsError, match="from 0 to 36500"):
        newsroom.preferences.set("keep_days", 99_999)
    assert newsroom.preferences.set("keep_days", 90) is None, "as it was"
    assert newsroom.preferences.set("theme", "paper") is None, "looks are no step"
    undone = newsroom.undo()
    assert undone is not None
    assert undone.act is Act.SUBSCRIBE, "the step before"
    newsroom.close()
    assert facts(begun) != before


def test_a_source_goes_back_though_it_moved_and_the_file_was_edited_since(begun: Edition) -> None:
    newsroom = begun.open()
    newsroom.sources.change(1, title="My Courier")
    moved = COURIER.replace("feed.xml", "moved.xml")
    begun.web.moved(COURIER, moved, permanent=True)
    begun.web.feed(moved, rss("Tidewater Courier", *ITEMS))
    for _ in range(2):
        begun.refresh(newsroom)
        begun.clock.advance(DAY)
    with begun.paths.feeds_file.open("a") as file:
        file.write(f'\n# by hand\n[[feed]]\nurl = "{GAZETTE}"\n')
    newsroom.preferences.reload_if_changed()
    assert newsroom.undo() is not None
    first, second = newsroom.sources.subscriptions()
    assert (first.url, first.title, second.url) == (moved, "", GAZETTE)
    newsroom.close()


@pytest.mark.parametrize(
    ("act", "before", "after"),
    [(Act.FOLLOW, "", 'said:"Ida Lund"'), (Act.UNFOLLOW, 'said:"Ida Lund"', "")],
)
def test_a_followed_voice_goes_back_as_an_earlier_version_kept_it(
    begun: Edition, act: Act, before: str, after: str
) -> None:
    newsroom = begun.open()
    newsroom.preferences.set("views.Ida Lund", after)
    newsroom.close()
    library = Library.open(begun.paths, begun.clock)
    library.journal.record(act, "Ida Lund", before, after)
    library.close()
    newsroom = begun.open()
    assert newsroom.undo() == Change(act, subject="Ida Lund")
    assert newsroom.config.views.get("Ida Lund", "") == before
    newsroom.close()


KILLED = """
import sys
from pathlib import Path
from tests.editions import Edition
from tests.unit.newsroom.test_undoing import DEEDS

newsroom = Edition(Path(sys.argv[1])).open()
for deed in DEEDS.values():
    deed(newsroom)
print("done", flush=True)
sys.stdin.read()
"""


def test_everything_goes_back_after_the_reader_was_killed(begun: Edition) -> None:
    before = facts(begun)
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(begun.home)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "done\n"
        process.send_signal(signal.SIGKILL)
    newsroom = begun.open()
    for name in reversed(DEEDS):
        assert newsroom.undo() is not None, name
    newsroom.close()
    assert facts(begun) == before
