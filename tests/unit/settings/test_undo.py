"""Whatever is done in whatever order: undo gives back the state before, step by step."""

from __future__ import annotations

import json
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.article import Article, Block, BlockKind, Origin, Provenance
from reader.model.change import Act, Change
from reader.model.query import Everything
from reader.model.story import Candidate, Story
from reader.settings.library.journal import STEPS
from reader.settings.library.library import Library
from reader.store.paths import Paths
from tests.fakes import FakeClock
from tests.store import Store, make_article

STORIES = 6

Deed = Callable[[Library], Change]


@contextmanager
def _library(clock: FakeClock | None = None) -> Iterator[Library]:
    """A library of its own with `STORIES` unread stories, numbered from 1."""
    with tempfile.TemporaryDirectory(prefix="newsreader-test-") as home:
        paths = Paths.below(Path(home))
        paths.create()
        library = Library.open(paths, clock or FakeClock())
        feed = library.feeds.number("a")
        keys = [(f"g:{number}",) for number in range(STORIES)]
        library.identities.identify(feed, [Candidate(key, key) for key in keys])
        yield library
        library.close()


def _story(number: int, text: str = "Words.") -> Story:
    blocks = (Block(BlockKind.PARAGRAPH, text),)
    return Story(number, 1, Article("Title", blocks, Provenance(Origin.FEED)), 1, 1)


_SETS = st.lists(st.integers(1, STORIES), max_size=4, unique=True)
_NAMES = st.sampled_from(["Mara Okafor", "M. Okafor", "Ana Roe", "Ida"])


def _marks(pair: tuple[list[int], bool]) -> Deed:
    return lambda library: library.marks.read(*pair)


def _saves(stories: list[int]) -> Deed:
    return lambda library: library.saved.add([_story(number) for number in stories])


def _unsaves(stories: list[int]) -> Deed:
    return lambda library: library.saved.remove(stories)


def _aliases(pair: tuple[str, str]) -> Deed:
    return lambda library: library.corrections.alias(*pair)


def _corrects(what: tuple[int, str, str]) -> Deed:
    return lambda library: library.corrections.correct(*what)


def _tags(what: tuple[list[int], list[str], list[str]]) -> Deed:
    return lambda library: library.tags.change(*what)


_WORDS = st.lists(st.sampled_from(["ships", "Ships", "work", "later"]), max_size=2)
_DEEDS: st.SearchStrategy[Deed] = st.one_of(
    st.tuples(_SETS, st.booleans()).map(_marks),
    _SETS.map(_saves),
    _SETS.map(_unsaves),
    st.tuples(_NAMES, _NAMES).map(_aliases),
    st.tuples(st.integers(1, 2), st.sampled_from(["one", "two"]), _NAMES).map(_corrects),
    st.tuples(_SETS, _WORDS, _WORDS).map(_tags),
)


def _state(library: Library) -> list[Any]:
    """All that a person can see of what was done."""
    database = library._database  # noqa: SLF001 - the state is the tables'
    return [
        database.read("SELECT id, read FROM stories ORDER BY id"),
        database.read("SELECT story, at FROM saved WHERE dropped IS NULL ORDER BY story"),
        [(story.id, story.article) for story in library.saved.stories(range(1, STORIES + 1))],
        database.read("SELECT tag, story FROM tags ORDER BY 1, 2"),
        database.read("SELECT voice, target FROM aliases ORDER BY voice"),
        database.read("SELECT story, quote, speaker, voice FROM corrections ORDER BY 1, 2"),
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(_DEEDS, max_size=12))
def test_any_order_of_deeds_is_taken_back_step_by_step(deeds: list[Deed]) -> None:
    clock = FakeClock()
    with _library(clock) as library:
        before: list[tuple[Change, list[Any]]] = []
        for deed in deeds:
            clock.advance(1)
            state = _state(library)
            change = deed(library)
            if change.stories or change.act is Act.ALIAS:
                before.append((change, state))
            else:
                assert _state(library) == state
        while before:
            change, state = before.pop()
            assert library.journal.undo() == change
            assert _state(library) == state
        assert library.journal.undo() is None


@pytest.mark.parametrize("read", [True, False])
def test_a_mark_goes_back_to_what_it_was_whatever_the_program_did_since(read: bool) -> None:
    with _library() as library:
        library.marks.read([1, 2, 3], not read, undoable=False)
        library.marks.read([1, 2], read)
        library.marks.read([1], not read, undoable=False)  # as an update or a rule does
        library.journal.undo()
        assert _read(library) == {1: not read, 2: not read, 3: not read}


def _read(library: Library) -> dict[int, bool]:
    """Whether the first three stories are read."""
    database = library._database  # noqa: SLF001 - the state is the tables'
    rows = database.read("SELECT id, read FROM stories WHERE id <= 3")
    return {story: bool(read) for story, read in rows}


def test_a_saved_story_goes_back_to_the_day_on_which_it_was_saved() -> None:
    clock = FakeClock()
    with _library(clock) as library:
        library.saved.add([_story(1)])
        saved = _state(library)
        library.saved.remove([1])
        clock.advance(86400)
        library.saved.add([_story(1)])
        library.journal.undo()
        library.journal.undo()
        assert _state(library) == saved


def test_a_step_that_an_earlier_version_kept_can_be_undone() -> None:
    with _library() as library:
        library.saved.add([_story(1)])
        library.saved.remove([1])
        dropped = library.journal.last_number()
        library.saved.add([_story(1), _story(2)])
        payload = zlib.compress(json.dumps([dropped, None]).encode())
        with library._database.immediate() as connection:  # noqa: SLF001 - as the file was
            connection.execute(
                "UPDATE journal SET payload = ? WHERE id = (SELECT max(id) FROM journal)",
                (payload,),
            )
        library.journal.undo()
        assert library.saved.stories([1, 2]) == []
        library.journal.undo()
        assert [story.id for story in library.saved.stories([1, 2])] == [1]


def test_a_step_names_what_really_changed() -> None:
    with _library() as library:
        library.marks.read([1])
        assert library.marks.read([1, 2, 3, 99]) == Change(Act.READ, (2, 3))
        assert library.marks.read([1, 2, 3]).stories == ()
        step = library.journal.last_step()
        assert step is not None
        assert step.change.count == 2


def test_marks_of_the_program_are_no_steps() -> None:
    with _library() as library:
        library.marks.read([1], undoable=False)
        assert library.journal.last_step() is None
        assert library.journal.undo() is None


def test_a_step_of_the_subscriptions_hands_back_both_texts() -> None:
    with _library() as library:
        library.journal.record(Act.UNSUBSCRIBE, "Courier", "before", "after")
        step = library.journal.last_step()
        assert step is not None
        assert (step.before, step.after) == ("before", "after")
        assert library.journal.undo() == Change(Act.UNSUBSCRIBE, subject="Courier")
        assert library.journal.last_step() is None


def test_what_can_no_longer_be_undone_is_forgotten_with_its_texts() -> None:
    with _library() as library:
        library.saved.add([_story(1)])
        library.saved.remove([1])
        for number in range(STEPS):
            library.marks.read([2], read=number % 2 == 0)
        rows = library._database.value("SELECT count(*) FROM saved")  # noqa: SLF001
        assert rows == 0
        steps = 0
        while library.journal.undo():
            steps += 1
        assert steps == STEPS
        assert library.saved.stories([1]) == []


def test_steps_outlive_the_process(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.bring(store.feed("A"), make_article("one"), make_article("two"))
    store.library.marks.read(store.articles.lists.select(Everything()))
    store.reopen()
    change = store.library.journal.undo()
    assert change is not None
    assert change.count == 2
    assert sorted(store.titles("is:unread")) == ["one", "two"]
    store.close()


@pytest.mark.parametrize("count", [100_000])
def test_a_hundred_thousand_marks_are_one_step(count: int) -> None:
    with _library() as library:
        keys = [(f"h:{number}",) for number in range(count)]
        known = library.identities.identify(1, [Candidate(key, key) for key in keys])
        stories = [one.story for one in known]
        assert library.marks.read(stories).count == count
        assert library.journal.undo() == Change(Act.READ, tuple(sorted(stories)))
        assert library.marks.read(stories).count == count


def test_a_correction_goes_back_to_the_one_before_with_its_evidence() -> None:
    with _library() as library:
        library.corrections.correct(1, "one", "Ana Roe", {"lang": "en"})
        before = library.corrections.all()
        library.corrections.correct(1, "one", "Ida")
        library.journal.undo()
        assert library.corrections.all() == before
