"""The reader in lines."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.cli.prompts import Prompts
from reader.newsroom.newsroom import Newsroom
from reader.wording.catalogue import use_language
from tests.editions import COURIER, Edition, Item, rss


class Terminal(io.StringIO):
    """Lines that a person typed."""

    def isatty(self) -> bool:
        return True


SHIPS = "<p>“I have raised nineteen ships,” said Mara Okafor, the salvage master, on Monday.</p>"


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    edition = Edition(tmp_path)
    items = (Item("Ships", SHIPS), *(Item(f"Story {n}") for n in range(1, 24)))
    edition.web.page(COURIER, rss("Courier", *items))
    opened = edition.open()
    opened.sources.subscribe(COURIER)
    edition.refresh(opened)
    yield opened
    opened.close()


def talk(newsroom: Newsroom, *lines: str) -> list[str]:
    """What is said after each line, the headlines first."""
    told = io.StringIO()
    typed = Terminal("".join(line + "\n" for line in lines))
    assert Prompts(newsroom, newsroom.clock, typed, told).run() == 0
    return told.getvalue().split("for help: ")


def number_of(newsroom: Newsroom, title: str) -> str:
    ids = list(newsroom.stories.select(newsroom.parse("")))
    return str(
        1 + next(i for i, h in enumerate(newsroom.stories.headlines(ids)) if h.title == title)
    )


def test_without_anybody_to_ask_all_headlines_are_printed(newsroom: Newsroom) -> None:
    told = io.StringIO()
    assert Prompts(newsroom, newsroom.clock, io.StringIO(""), told).run() == 0
    assert len(told.getvalue().splitlines()) == 24


def test_commands_from_a_pipe_are_answered_without_prompts(newsroom: Newsroom) -> None:
    told = io.StringIO()
    typed = io.StringIO(f"{number_of(newsroom, 'Ships')}\ns\nq\nm\n")
    assert Prompts(newsroom, newsroom.clock, typed, told).run() == 0
    said = told.getvalue()
    assert "Mara Okafor, salvage master: “I have raised" in said
    assert "Saved, whole" in said
    assert "for help" not in said
    assert "\n24. " not in said, "what comes behind q is not read"


def test_nothing_but_lines_is_written(newsroom: Newsroom) -> None:
    said = "".join(talk(newsroom, "1", "h", '"', "o", "A", "?", "q"))
    assert not [sign for sign in said if ord(sign) < 32 and sign != "\n"]


def test_one_goes_on_and_back_read_or_not(newsroom: Newsroom) -> None:
    answers = talk(newsroom, "1", "J", "K", "K", "p", "n", "q")
    titles = [answer.strip().splitlines()[0].partition(" of ")[0] for answer in answers[1:7]]
    assert titles[2] == titles[0] != titles[1]
    assert titles[3] == titles[4] == "Nothing before this one."
    assert titles[5] not in titles[:5], "the two that were opened are read"


def test_sources_are_listed_and_opened(newsroom: Newsroom) -> None:
    _, sources, courier, wrong, saved, _ = talk(newsroom, "h", "h Courier", "h 9", "h 3", "q")
    assert sources.splitlines()[:4] == [
        "1. Everything, 24 unread.",
        "2. Unread, 24 unread.",
        "3. Saved, 0 stories.",
        "4. Courier, 24 unread.",
    ]
    assert courier.startswith("Courier: 24 stories.\n1. ")
    assert "There is no source 9." in wrong
    assert "No stories here." in saved


def test_a_list_is_marked_read_as_one_step(newsroom: Newsroom) -> None:
    _, marked, _, undone, _ = talk(newsroom, "A", "n", "z", "q")
    assert marked.startswith("24 stories marked read.")
    assert undone.startswith("Undone: 24 marked read.\n")
    newsroom.idle()
    assert len(newsroom.stories.select(newsroom.parse("is:unread"))) == 24


def test_a_source_is_added_by_its_address(newsroom: Newsroom) -> None:
    _, known, refused, _ = talk(newsroom, f"a {COURIER}", "a nowhere.invalid", "q")
    assert "\nCourier is among your sources already.\n" in known
    assert "1. " in known
    assert refused.strip()


def test_the_plain_reader_speaks_german(newsroom: Newsroom) -> None:
    use_language("de")
    try:
        told = io.StringIO()
        typed = Terminal("1\ns\nz\n?\nq\n")
        Prompts(newsroom, newsroom.clock, typed, told).run()
    finally:
        use_language("en")
    said = told.getvalue()
    assert "4 weitere: m." in said
    assert "1. neu. " in said or "1. ungelesen. " in said
    assert "Für später gemerkt, vollständig." in said
    assert "Zurückgenommen: Gemerkt, vollständig." in said
    for english in ("unread", "more", "ago", "Saved", "number", "quit"):
        assert english not in said


def test_twenty_headlines_then_more(newsroom: Newsroom) -> None:
    first, more, again, _ = talk(newsroom, "m", "l", "q")
    assert "20. " in first
    assert "21. " not in first
    assert "4 more: m." in first
    assert more.startswith("21. ")
    assert again.startswith("Everything: 24 stories.\n1. ")


def test_a_story_is_read_out_and_counts_as_read(newsroom: Newsroom) -> None:
    number = number_of(newsroom, "Ships")
    _, story, words, _ = talk(newsroom, number, '"', "q")
    assert "Mara Okafor, salvage master: “I have raised nineteen ships,”" in story
    assert words.startswith("Mara Okafor, ")
    newsroom.idle()
    assert len(newsroom.stories.select(newsroom.parse("is:unread"))) == 23


def test_the_next_unread_story_opens_until_none_is_left(newsroom: Newsroom) -> None:
    answers = talk(newsroom, *["n"] * 24, "", "q")
    titles = {answer.strip().splitlines()[0] for answer in answers[1:25]}
    assert len(titles) == 24
    assert answers[25].startswith("You are up to date")


def test_stories_are_saved_marked_and_changes_undone(newsroom: Newsroom) -> None:
    answers = talk(newsroom, "s", "1", "s", "u", "u", "z", "z", "z", "z", "z", "z", "q")
    assert answers[1].startswith("No story is open.")
    assert answers[3].startswith("Saved, whole, for later.")
    assert answers[4].startswith("Marked unread.")
    assert answers[5].startswith("Marked read.")
    assert answers[6].startswith("Undone: Marked read.")
    assert answers[11].startswith("Nothing to undo.")


def test_words_are_searched_and_what_is_not_found_is_said(newsroom: Newsroom) -> None:
    _, found, none, wrong, _ = talk(newsroom, "/nineteen", "/halcion", "/is:purple", "q")
    assert found.startswith("1 story.\n1. ")
    assert "Ships" in found
    assert none.startswith("No story has “halcion”.")
    assert "purple" in wrong


def test_what_is_no_command_is_said_in_a_line(newsroom: Newsroom) -> None:
    for odd in ("hello", "²", "x" * 5000, "/", "\x1b]0;title\x07"):
        (said,) = talk(newsroom, odd, "q")[1].strip().splitlines()[:1]
        assert said.startswith("There is no command “")
        assert said.endswith("”. ? names them all.")
        assert len(said) < 90
    assert "a number: read that story" in talk(newsroom, "?", "q")[1]
    assert "There is no headline 999999999; the last is 24." in talk(newsroom, "9" * 5000, "q")[1]


def test_the_end_of_the_input_ends_it(newsroom: Newsroom) -> None:
    assert len(talk(newsroom)) == 2


def test_one_goes_back_to_the_list_before(newsroom: Newsroom) -> None:
    said = talk(newsroom, "h 4", "/nineteen", "b", "b", "b", "q")
    assert [answer.splitlines()[0] for answer in said[1:6]] == [
        "Courier: 24 stories.",
        "1 story.",
        "Courier: 24 stories.",
        "Everything: 24 stories.",
        "There is no list before this one.",
    ]


def test_a_search_without_a_find_leaves_the_list_as_it_is(newsroom: Newsroom) -> None:
    said = talk(newsroom, "/halcion", "1", "q")
    assert said[1].startswith("No story has “halcion”.")
    assert said[2].startswith("\n1 of 24. Courier.\n")


def test_a_story_says_where_it_stands_and_what_comes_next(newsroom: Newsroom) -> None:
    first, second = talk(newsroom, "1", "n", "q")[1:3]
    following = first.strip().splitlines()[-3]
    assert following.startswith("Next unread: ")
    assert following.endswith(". n reads it.")
    assert f"\n2 of 24. Courier.\n{following[13:-13]}\n" in second


def test_what_there_is_no_more_of_is_said(newsroom: Newsroom) -> None:
    said = talk(newsroom, "m", "m", "A", "A", "24", "J", "D", "q")
    assert said[2].startswith("No more headlines.")
    assert said[4].startswith("Nothing here is unread.")
    assert said[6].startswith("This was the last one.")
    assert said[7].startswith("The source has not altered this story.")


def test_a_refresh_says_what_it_brought(newsroom: Newsroom) -> None:
    assert "1 source asked, 0 new stories, 0 failed." in talk(newsroom, "r", "q")[1]


def test_an_empty_reader_says_what_to_do(tmp_path: Path) -> None:
    edition = Edition(tmp_path / "empty")
    opened = edition.open()
    try:
        assert "newsreader add" in talk(opened, "q")[0]
        opened.sources.subscribe(COURIER)
        opened.idle()
        assert "r looks for new ones" in talk(opened, "q")[0]
        edition.web.page(COURIER, rss("Courier", Item("Ships", SHIPS)))
        assert "Ships" in talk(opened, "r", "q")[1]
    finally:
        opened.close()


def test_stories_are_tagged_and_the_tag_is_a_list(newsroom: Newsroom) -> None:
    said = talk(newsroom, number_of(newsroom, "Ships"), "t ships", "l", "/ #ships", "t", "z", "q")
    assert said[2].startswith("Tagged #ships.\n")
    assert "#ships." in said[3]
    assert said[4].count("Courier") == 1
    assert said[5].startswith("No tags any more.\n")
    assert (
        newsroom.stories.headlines(newsroom.stories.select(newsroom.parse("#ships")))[0].title
        == "Ships"
    )
