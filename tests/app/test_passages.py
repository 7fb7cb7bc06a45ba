"""What of a story stands below its title where a search found it."""

from __future__ import annotations

from reader.app.session.passages import Wanted, passage_of, wanted_of
from reader.query.parse import parse_query
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stories import NOON, made_up


def test_what_is_excluded_is_not_lit_up() -> None:
    wanted = wanted_of(parse_query('said:okafor "two words" harbour -ferry is:unread', NOON))
    assert wanted == Wanted(("two words", "harbour"), ("okafor",))


def test_a_speaker_s_words_are_shown_with_the_voice() -> None:
    quotes = FakeNewsroom().quotes.of_story(1)
    passage = passage_of(made_up(1), quotes, Wanted((), ("marlow",)))
    assert passage
    assert passage.text.startswith("“The stairs")
    assert passage.voice == quotes[0].voice
    assert passage.quote == 0
    assert passage_of(made_up(1), quotes, Wanted((), ("nobody",))) is None


def test_a_word_that_nobody_said_is_shown_in_its_sentence() -> None:
    article = made_up(1)
    passage = passage_of(article, (), Wanted(("page",), ()))
    assert passage
    assert "page" in passage.text
    assert passage.voice is None
    assert passage.fits >= 1
    assert passage_of(article, (), Wanted(("zeppelin",), ())) is None
