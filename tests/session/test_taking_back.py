"""A mark is shown before it is stored; where storing fails it is taken back, and that is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reader.model.change import Change
from reader.model.errors import StoreError
from reader.model.story import Headline
from reader.wording.catalogue import say
from tests.app.fake_changes import FakeMarks
from tests.app.fake_edition import FakeEdition
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stories import NOON
from tests.session.driving import SessionDriver

FULL = "The disk is full."
FAULTS = pytest.mark.parametrize(
    ("fault", "words"),
    [
        (StoreError(FULL), FULL),
        (OSError("no space left"), say("status.request_failed")),
        (ZeroDivisionError(), say("status.request_failed")),
    ],
    ids=["reader error", "system", "fault of ours"],
)


class FailingMarks(FakeMarks):
    """Marks that cannot be stored."""

    def __init__(self, edition: FakeEdition, fault: Exception) -> None:
        super().__init__(edition)
        self._fault = fault

    def read(self, stories: Sequence[int], read: bool = True) -> Change:
        """Fail."""
        raise self._fault

    def save(self, stories: Sequence[int], saved: bool = True) -> Change:
        """Fail."""
        raise self._fault


def with_failing_marks(fault: Exception, *, mark_read: str = "end") -> SessionDriver:
    """A reader whose marks fail from now on."""
    newsroom = FakeNewsroom()
    newsroom.config = replace(newsroom.config, mark_read=mark_read)
    reader = SessionDriver(newsroom)
    newsroom.marks = FailingMarks(newsroom, fault)
    return reader


def row(reader: SessionDriver, story: int) -> Headline:
    """What the list shows of a story."""
    shown = reader.window.headlines.row_of(story)
    assert shown is not None
    return shown


@FAULTS
def test_a_save_that_fails_takes_its_diamond_back(fault: Exception, words: str) -> None:
    reader = with_failing_marks(fault)
    reader.type_key("s")
    assert row(reader, 1).saved, "it is shown at once"
    reader.quiet()
    assert not row(reader, 1).saved
    assert row(reader, 1).saved_at is None
    assert reader.fact == words
    assert reader.window.shown.failed


@FAULTS
def test_a_saved_story_that_cannot_be_removed_is_saved_since_when_it_was(
    fault: Exception, words: str
) -> None:
    reader = with_failing_marks(fault)
    reader.window.headlines.change([1], saved=True, saved_at=NOON - 86400)
    reader.type_key("s")
    assert not row(reader, 1).saved
    reader.quiet()
    assert row(reader, 1).saved
    assert row(reader, 1).saved_at == NOON - 86400
    assert reader.fact == words


@FAULTS
def test_a_mark_as_read_that_fails_is_taken_back(fault: Exception, words: str) -> None:
    reader = with_failing_marks(fault)
    reader.type_key("u")
    assert not row(reader, 1).unread
    assert reader.window.headlines.count == "4"
    reader.quiet()
    assert row(reader, 1).unread
    assert 1 in reader.session.list.unread
    assert reader.window.headlines.count == "5"
    assert reader.fact == words


@FAULTS
def test_a_mark_as_unread_that_fails_is_taken_back(fault: Exception, words: str) -> None:
    reader = SessionDriver()
    reader.press("u")
    reader.newsroom.marks = FailingMarks(reader.newsroom, fault)
    reader.type_key("u")
    assert row(reader, 1).unread
    reader.quiet()
    assert not row(reader, 1).unread
    assert 1 not in reader.session.list.unread
    assert reader.window.headlines.count == "4"
    assert reader.fact == words


@FAULTS
def test_a_list_that_cannot_be_marked_read_is_as_unread_as_it_was(
    fault: Exception, words: str
) -> None:
    reader = SessionDriver()
    reader.press("j", "u")
    before = set(reader.session.list.unread)
    reader.newsroom.marks = FailingMarks(reader.newsroom, fault)
    reader.type_key("A")
    assert reader.session.list.unread == set()
    assert reader.window.headlines.count == "0"
    reader.quiet()
    assert reader.session.list.unread == before
    assert not row(reader, 2).unread, "what was read before is not made unread"
    assert all(row(reader, story).unread for story in before)
    assert reader.window.headlines.count == "4"
    assert reader.fact == words


@FAULTS
def test_a_story_read_on_from_stays_unread_if_that_cannot_be_stored(
    fault: Exception, words: str
) -> None:
    reader = with_failing_marks(fault, mark_read="open")
    reader.type_key("enter")
    assert not row(reader, 1).unread
    assert reader.session.reading.read_here == 1
    reader.quiet()
    assert row(reader, 1).unread
    assert 1 in reader.session.list.unread
    assert reader.session.reading.read_here == 0
    assert reader.fact == words


def test_a_later_mark_of_the_story_is_still_heard_of() -> None:
    reader = with_failing_marks(StoreError(FULL))
    reader.press("s")
    assert not reader.session.marks.shows_already(1), "nothing of it is being stored any more"


def test_what_is_asked_after_a_failure_is_done() -> None:
    reader = with_failing_marks(ZeroDivisionError())
    reader.press("s")
    reader.newsroom.marks = FakeMarks(reader.newsroom)
    reader.press("s")
    assert reader.newsroom.rows[1].saved
    assert row(reader, 1).saved
    assert not reader.window.shown.failed
