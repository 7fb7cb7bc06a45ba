"""Which blocks of a page's text are removed: at its head, within it and at its end."""

from __future__ import annotations

from reader.loader.pages.boilerplate.blocks import AT_HEAD, MOST_AT_END, without_boilerplate
from reader.loader.pages.metadata import Metadata
from reader.markup.html_tree import parse_html
from reader.markup.tree_to_blocks import walk

URL = "https://courier.example/bridge"
LINES = [
    f"The council met for the {n}th time and spoke of nothing but the bridge and its three cats."
    for n in range(10, 20)
]
TEXT = "".join(f"<p>{line}</p>" for line in LINES)
TITLE = "Three cats on a bridge that nobody crosses"
METADATA = Metadata(TITLE, ("Jo Reed",), 1_790_000_000)


def kept(html: str, metadata: Metadata = METADATA) -> list[str]:
    root = parse_html(f"<html><body>{html}</body></html>")
    assert root is not None
    return [block.text for block in without_boilerplate(walk(root, URL), metadata, "en")]


def test_the_title_said_again_and_the_byline_go() -> None:
    assert kept(f"<h2>{TITLE}</h2><p>By Jo Reed</p>{TEXT}") == LINES
    assert kept(f"<h2>Region: {TITLE}</h2>{TEXT}") == LINES


def test_numbers_go_at_the_head_only() -> None:
    assert kept(f"<p>42</p>{TEXT}") == LINES
    late = "".join(f"<p>{line}</p>" for line in LINES[:AT_HEAD])
    assert kept(f"{late}<p>42</p><p>{LINES[-1]}</p>") == [*LINES[:AT_HEAD], "42", LINES[-1]]


def test_a_paragraph_is_not_said_twice_but_a_short_answer_is() -> None:
    assert kept(f"{TEXT}<p>{LINES[0]}</p>") == LINES
    answers = f"<p>“No.”</p><p>{LINES[0]}</p><p>“No.”</p><p>{LINES[1]}</p>"
    assert kept(answers) == ["“No.”", LINES[0], "“No.”", LINES[1]]


def test_headings_without_text_at_the_end_go_up_to_a_limit() -> None:
    assert kept(f"{TEXT}<h2>More of it</h2>") == LINES
    headings = [f"Part {n} of the plan" for n in range(MOST_AT_END + 2)]
    html = TEXT + "".join(f"<h2>{heading}</h2>" for heading in headings)
    assert kept(html) == [*LINES, *headings[:2]]


def test_who_the_author_is_goes_at_the_end() -> None:
    about = "Jo Reed has written about bridges since there were four of them on the island."
    quoted = "Jo Reed said: “I have written about bridges since there were four of them.”"
    assert kept(f"{TEXT}<p>{about}</p>") == LINES
    assert kept(f"{TEXT}<div class=author-bio><p>She lives by the sea.</p></div>") == LINES
    assert kept(f"{TEXT}<p>{quoted}</p>") == [*LINES, quoted]
    assert kept(f"<p>{about}</p>{TEXT}") == [about, *LINES]


def test_lists_of_links_to_other_stories_go_unless_they_are_the_text() -> None:
    headlines = [f"The island counts its sheep for the {n}th time" for n in range(4)]
    items = "".join(f"<li><a href=/{n}>{line}</a></li>" for n, line in enumerate(headlines))
    assert kept(f"{TEXT}<ul>{items}</ul><p>{LINES[0]} Again.</p>") == [*LINES, f"{LINES[0]} Again."]
    assert kept(f"<p>{LINES[0]}</p><ul>{items}</ul><p>{LINES[1]}</p>") == [
        LINES[0],
        *headlines,
        LINES[1],
    ]
