from __future__ import annotations

import hashlib

import pytest

from reader.model.query import Everything
from reader.model.quote import Voice
from reader.query.parse import parse_query
from tests.store import Store, make_article


@pytest.fixture
def said(store: Store) -> Store:
    """Three stories in which four people speak."""
    store.bring(
        store.feed("Courier"),
        make_article("raise", "Text one.", ("up", "Mara Okafor"), ("slow", "she")),
        make_article("ship", "Text two.", ("gone", "K. T. Okafor"), ("wet", "Dr Ana Roe")),
    )
    store.clock.advance(60)
    store.bring(store.feed("Whistle"), make_article("dive", "Three.", ("deep", "Ana Roe")))
    return store


def _names(voices: list[Voice]) -> list[tuple[str, str, int]]:
    return [(voice.key, voice.name, voice.quotes) for voice in voices]


def _voices(store: Store, query: str = "") -> list[tuple[str, str, int]]:
    return _names(store.articles.voices.in_stories(parse_query(query, store.clock.now())))


def _rows(store: Store, query: str = "", speaker: str = "") -> list[tuple[str, str]]:
    tree = parse_query(query, store.clock.now())
    return [(row.text, row.voice) for row in store.articles.quotes.in_stories(tree, speaker)]


def test_one_voice_is_one_person_whatever_the_title(said: Store) -> None:
    assert _voices(said) == [
        ("ana roe", "Dr Ana Roe", 2),
        ("k t okafor", "K. T. Okafor", 1),
        ("mara okafor", "Mara Okafor", 1),
        ("", "", 1),
    ]
    assert _voices(said, "in:courier -dive ship") == [
        ("ana roe", "Dr Ana Roe", 1),
        ("k t okafor", "K. T. Okafor", 1),
    ]
    assert said.articles.voices.in_stories(Everything())[0].source == "Whistle"


def test_a_voice_stands_with_the_source_that_published_it_last_not_the_one_read_last(
    store: Store,
) -> None:
    now = store.clock.now()
    for name, age in (("Courier", 60), ("Whistle", 3600)):
        said = make_article(f"as {name} has it", "Text.", ("deep", "Ana Roe"), published=now - age)
        store.bring(store.feed(name), said)
    assert [voice.source for voice in store.articles.voices.in_stories(Everything())] == ["Courier"]


def test_who_has_no_name_is_nobodys_voice(store: Store) -> None:
    speakers = ("A Spokeswoman", "The harbour master", "Their secretary", "He", "one placard")
    named = ("The Guardian", "Al Gore", "Ludwig van Beethoven", "Cher", "佐伯 みなと")
    store.bring(
        store.feed("Courier"),
        make_article("said", "Text.", *((str(n), name) for n, name in enumerate(speakers + named))),
    )
    voices = store.articles.voices.in_stories(Everything())
    assert sorted(voice.name for voice in voices if voice.key) == sorted(named)


def test_quotes_come_from_the_newest_story_to_the_oldest(said: Store) -> None:
    assert _rows(said)[0] == ("deep", "ana roe")
    assert _rows(said, speaker="ana roe") == [("deep", "ana roe"), ("wet", "ana roe")]
    assert _rows(said, speaker="Dr Ana Roe") == _rows(said, speaker="ana roe")
    assert _rows(said, "ship") == [("gone", "k t okafor"), ("wet", "ana roe")]
    assert _rows(said, speaker="roe") == _rows(said, speaker="ana roe")
    assert _rows(said, speaker="okaf") == [("up", "mara okafor"), ("gone", "k t okafor")]
    assert _rows(said, speaker="nobody") == []
    assert len(said.articles.quotes.in_stories(Everything(), limit=2)) == 2


def test_a_row_can_be_checked_again(said: Store) -> None:
    [story] = said.select("dive")
    [row] = said.articles.quotes.of_story(story)
    article = said.articles.texts.article(story)
    assert row.text_hash == hashlib.sha256(article.text.encode()).hexdigest()
    assert (row.title, row.source, row.link) == ("dive", "Whistle", article.link)
    assert (row.start, row.end, row.index, row.kind) == (0, 4, 0, "direct")


def test_two_names_that_are_one_voice_are_counted_together(said: Store) -> None:
    said.library.corrections.alias("k t okafor", "Mara Okafor")
    assert _voices(said)[:2] == [("ana roe", "Dr Ana Roe", 2), ("mara okafor", "Mara Okafor", 2)]
    assert len(_rows(said, speaker="mara okafor")) == 2
    assert sorted(said.titles("said:mara")) == ["raise", "ship"]
    assert said.library.journal.undo() is not None
    assert sorted(said.titles("said:mara")) == ["raise"]


def test_a_voice_may_get_a_name_that_no_story_has(said: Store) -> None:
    said.library.corrections.alias("ana roe", "Anastasia Roe")
    assert _voices(said)[0] == ("anastasia roe", "Anastasia Roe", 2)
    assert sorted(said.titles("said:anastasia")) == ["dive", "ship"]
    assert sorted(said.titles("said:ana")) == ["dive", "ship"]


def test_aliases_never_lead_on_to_aliases(said: Store) -> None:
    said.library.corrections.alias("a", "b")
    said.library.corrections.alias("b", "c")
    rows = said.library._database.read("SELECT voice, target FROM aliases ORDER BY 1")  # noqa: SLF001
    assert rows == [("a", "c"), ("b", "c")]
    said.library.corrections.alias("c", "b")
    rows = said.library._database.read("SELECT voice, target FROM aliases ORDER BY 1")  # noqa: SLF001
    assert rows == [("a", "b"), ("c", "b")]


def test_a_corrected_speaker_stays_through_every_change_of_the_story(said: Store) -> None:
    [story] = said.select("dive")
    said.library.corrections.correct(story, "deep", "Ida Lund")
    for _ in range(2):
        [row] = said.articles.quotes.of_story(story)
        assert (row.speaker, row.voice, row.certainty) == ("Ida Lund", "ida lund", "named")
        assert said.titles("said:lund") == ["dive"]
        assert said.titles("said:roe") == ["ship"]
        assert ("ida lund", "Ida Lund", 1) in _voices(said)
        assert ("ana roe", "Dr Ana Roe", 1) in _voices(said)
        changed = make_article("dive", "Three, and more.", ("deep", "Ana Roe"))
        said.bring(said.feed("Whistle"), changed)
    assert said.library.journal.undo() is not None
    assert sorted(said.titles("said:roe")) == ["dive", "ship"]


def test_what_is_no_quote_is_left_out(said: Store) -> None:
    [story] = said.select("dive")
    said.library.corrections.correct(story, "deep", "")
    assert said.articles.quotes.of_story(story) == []
    assert _rows(said, speaker="ana roe") == [("wet", "ana roe")]
    assert _voices(said)[-1] == ("", "", 1)
    assert said.titles("said:roe") == ["ship"]


def test_a_correction_is_known_by_its_words_whatever_marks_stand_round_them(said: Store) -> None:
    [story] = said.select("raise")
    said.library.corrections.correct(story, "“Slow!”", "Ida Lund")
    rows = said.articles.quotes.of_story(story)
    assert [row.speaker for row in rows] == ["Mara Okafor", "Ida Lund"]
    assert said.titles("said:lund") == ["raise"]
    said.library.corrections.correct(story, "slow", "")
    assert [row.speaker for row in said.articles.quotes.of_story(story)] == ["Mara Okafor"]
    assert said.titles("said:lund") == []
    assert said.library.journal.undo() is not None
    assert said.titles("said:lund") == ["raise"]


def test_what_stays_of_a_story_counts_as_its_rows_do(said: Store) -> None:
    [story] = said.select("raise")
    said.library.corrections.correct(story, "up", "")
    said.library.corrections.correct(story, "slow", "Ida Lund")
    article = said.articles.quotes.corrected(story, said.articles.texts.article(story))
    [row] = said.articles.quotes.of_story(story)
    quote = article.quotes[row.index]
    assert (quote.text, quote.speaker, quote.certainty) == ("slow", "Ida Lund", "named")
    assert said.articles.lists.headline(story).quotes == 1
    stored = said.articles.texts.article(story).quotes
    assert [quote.speaker for quote in stored] == ["Mara Okafor", "she"]


def test_a_voice_that_said_nothing_after_all_is_none(said: Store) -> None:
    [story] = said.select("raise")
    said.library.corrections.correct(story, "up", "Ana Roe")
    assert _voices(said) == [
        ("ana roe", "Dr Ana Roe", 3),
        ("k t okafor", "K. T. Okafor", 1),
        ("", "", 1),
    ]


def test_a_row_counts_the_quotes_that_are_left(said: Store) -> None:
    [story] = said.select("raise")
    assert said.articles.lists.headline(story).quotes == 2
    said.library.corrections.correct(story, "slow", "Ida Lund")
    assert said.articles.lists.headline(story).quotes == 2
    said.library.corrections.correct(story, "up", "")
    assert said.articles.lists.headline(story).quotes == 1


@pytest.mark.parametrize("name", ["%", "_", "ro_", "\\"])
def test_no_sign_of_a_name_stands_for_other_letters(said: Store, name: str) -> None:
    assert said.articles.names.beginning(name) == []


def test_a_story_names_a_voice_as_the_person_does(said: Store) -> None:
    said.library.corrections.alias("K. T. Okafor", "Mara Okafor")
    [story] = said.select("ship")
    article = said.articles.quotes.corrected(story, said.articles.texts.article(story))
    assert [quote.speaker for quote in article.quotes] == ["Mara Okafor", "Dr Ana Roe"]
    assert said.articles.voices.also_named("mara okafor") == ["K. T. Okafor"]
    assert said.articles.voices.also_named("ana roe") == []


def test_corrections_outlive_the_cache(said: Store) -> None:
    [story] = said.select("dive")
    said.library.corrections.correct(story, "deep", "Ida Lund", {"text": "Three."})
    said.close()
    said.paths.articles.unlink()
    said.open()
    said.bring(said.feed("Whistle"), make_article("dive", "Three.", ("“Deep”", "Ana Roe")))
    [row] = said.articles.quotes.of_story(story)
    assert (row.speaker, row.reason) == ("Ida Lund", "corrected")
    [kept] = said.library.corrections.all()
    assert (kept.story, kept.quote, kept.speaker) == (story, "deep", "Ida Lund")
    assert kept.evidence == {"text": "Three."}
    assert kept.at == said.clock.now()


def test_the_closest_word_is_one_slip_away(said: Store) -> None:
    said.bring(said.feed("Whistle"), make_article("storm", "A storm came."))
    assert said.articles.index.closest_word("strom") == ("storm", 1)
    assert said.articles.index.closest_word("stormx") == ("storm", 1)
    assert said.articles.index.closest_word("tset") is None
    assert said.articles.index.closest_word("two words") is None
    assert said.articles.index.closest_word("") is None
