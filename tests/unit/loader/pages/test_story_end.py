"""What a page shows below its story."""

from __future__ import annotations

from reader.loader.pages.extract import extract
from reader.loader.pages.story_end import MOST_STORIES, before_its_end
from reader.markup.html_tree import parse_html
from reader.markup.tree_to_blocks import walk

SENTENCES = [
    f"The boat number {n} left the fish pier at seven with nobody on board but a dog and a letter."
    for n in range(8)
]
TITLE = "A second boat for the northern islands"


def texts(body: str) -> list[str]:
    html = f"<html lang=en><body><main>{body}</main></body></html>"
    return [block.text for block in extract(html, "https://courier.example/a").blocks]


def story(title: str = TITLE, about: str = "") -> str:
    lines = "".join(f"<p>{about}{line}</p>" for line in SENTENCES)
    return f"<div class=s><div class=h><h1>{title}</h1></div><div class=t>{lines}</div></div>"


def test_what_readers_say_below_a_story_is_not_of_it_whatever_it_stands_in() -> None:
    said = "I have said for years that this boat would come late, and it did."
    replies = f"<div class=x3><b>User</b><p>{said}</p></div>" * 30
    assert texts(f"{story()}<div class=x2><h3>30 comments</h3>{replies}</div>") == SENTENCES


def test_the_next_story_in_the_same_kind_of_box_is_another() -> None:
    assert texts(story() + story("Sheep counted twice in the islands", "Sheep: ")) == SENTENCES


def test_headings_as_large_as_the_title_part_a_story_and_do_not_end_it() -> None:
    parts = "".join(f"<h1>Part {n}</h1><p>{line}</p>" for n, line in enumerate(SENTENCES))
    found = texts(f"<div><h1>{TITLE}</h1></div><div>{SENTENCES[0]} {SENTENCES[1]}{parts}</div>")
    assert found[-1] == SENTENCES[-1]
    assert texts(f"<div><h1>{TITLE}</h1>{parts}</div>")[-1] == SENTENCES[-1]


def before_end(body: str) -> list[str]:
    root = parse_html(f"<html><body>{body}</body></html>")
    assert root is not None
    return [placed.block.text for placed in before_its_end(walk(root, ""), TITLE, "en")]


def test_a_heading_before_the_text_does_not_end_the_story() -> None:
    text = "".join(f"<p>{line}</p>" for line in SENTENCES)
    assert before_end(f"<h2>Comments</h2>{text}") == ["Comments", *SENTENCES]
    assert before_end(f"{text}<h2>Comments</h2><p>First!</p>") == SENTENCES


def test_many_stories_in_such_boxes_are_one_of_many_parts() -> None:
    others = [f"Sheep of the {n}th island counted once more" for n in range(MOST_STORIES + 1)]
    few = story() + "".join(story(other) for other in others[:-1])
    many = story() + "".join(story(other) for other in others)
    assert before_end(few) == [TITLE, *SENTENCES]
    assert before_end(many)[-1] == SENTENCES[-1]
    assert others[-1] in before_end(many)
