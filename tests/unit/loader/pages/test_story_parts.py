"""What belongs to a story although nothing marks it, and what does not although it stands in it."""

from __future__ import annotations

from reader.loader.pages.extract import extract
from reader.loader.pages.main_content import MainContent
from reader.loader.pages.metadata import Metadata
from reader.loader.pages.story_parts import story_parts
from reader.markup.html_tree import parse_html
from reader.markup.tree_to_blocks import walk
from reader.model.article import BlockKind

SENTENCES = [
    "The ferry to the northern islands will run twice a day from May on, the mayor said.",
    "Until now there was one crossing in the morning, and whoever missed it had to stay the night.",
    "The second boat was bought from a bankrupt line on the mainland for less than a bus costs.",
    "Its engine is being mended at the yard behind the fish market, where three people now work.",
    "Pupils from the islands will be able to sleep at home during the week for the first time.",
    "The council had argued about the timetable for eleven years before it took a single vote.",
    "Two farmers voted against it because the quay lies on a meadow where their cattle drink.",
    "The harbour master expects four thousand more passengers in the first summer.",
]


def page(body: str, head: str = "") -> str:
    return f"<html lang=en><head>{head}</head><body><main>{body}</main></body></html>"


def paragraphs(*numbers: int) -> str:
    return "".join(f"<p>{SENTENCES[number]}</p>" for number in numbers)


def texts(html: str) -> list[str]:
    return [block.text for block in extract(html, "https://courier.example/a").blocks]


def test_a_standfirst_below_the_title_is_the_first_paragraph() -> None:
    standfirst = "After eleven years the islands get a second boat, and the farmers a fence."
    body = (
        "<article><h1>A second boat for the northern islands at last</h1>"
        f"<div class=deck>{standfirst}</div><div class=share>Share</div>"
        f"<div class=text>{paragraphs(0, 1, 2, 3, 4)}</div></article>"
    )
    found = texts(page(body, f'<meta name=description content="{standfirst}">'))
    assert found == [standfirst, *SENTENCES[:5]]


def test_a_story_cut_into_pieces_is_taken_whole() -> None:
    pieces = "".join(
        f'<div class="row {n}"><div class="piece body">{paragraphs(2 * n, 2 * n + 1)}</div></div>'
        for n in range(4)
    )
    assert texts(page(f"<article><h1>A second boat</h1>{pieces}</article>")) == SENTENCES


def test_who_the_author_is_stands_below_the_story_and_is_not_of_it() -> None:
    meta = '<meta name=author content="Nora Castle">'
    bio = "Nora Castle has written about harbours since she fell into one. She lives inland."
    story = f"<article><h1>A second boat</h1>{paragraphs(0, 1, 2, 3, 4)}"
    assert texts(page(f"{story}<p>{bio}</p></article>", meta)) == SENTENCES[:5]
    boxed = "<div class='author-box'><p>She writes of harbours.</p></div>"
    assert texts(page(f"{story}{boxed}</article>", meta)) == SENTENCES[:5]
    spoken = "“Nora Castle was on the first boat, and she did not pay,” said the harbour master."
    assert texts(page(f"{story}<p>{spoken}</p></article>", meta))[-1] == spoken


def test_a_story_whose_every_paragraph_is_named_after_its_author_is_not_lost() -> None:
    piece = "<div class=author-text><p>{}. {}</p></div>"
    named = "".join(piece.format(n, SENTENCES[n % 8]) for n in range(20))
    assert len(texts(page(f"<article><h1>A second boat</h1>{named}</article>"))) > 10


def test_a_list_of_other_headlines_inside_a_story_leads_elsewhere() -> None:
    links = "".join(
        f"<li><a href=/s/{n}>{words}</a></li>"
        for n, words in enumerate(("Mayor falls into the harbour", "The goat that took a bus"))
    )
    told = "<ul><li>Two crossings a day, at seven and five</li><li>Bicycles travel free</li></ul>"
    body = f"<article><h1>Boat</h1>{paragraphs(0, 1)}<ul>{links}</ul>{told}{paragraphs(2, 3, 4)}"
    blocks = extract(page(f"{body}</article>"), "https://courier.example/a").blocks
    lists = [block.text for block in blocks if block.kind is BlockKind.LIST]
    assert lists == ["Two crossings a day, at seven and five", "Bicycles travel free"]


def test_the_title_behind_a_kicker_is_not_said_again() -> None:
    title = "A second boat for the northern islands"
    body = f"<article><h2>Ferries: {title}</h2>{paragraphs(0, 1, 2, 3, 4)}</article>"
    found = texts(page(body, f'<meta property="og:title" content="{title}">'))
    assert found == SENTENCES[:5]


def selected(html: str, *numbers: int) -> list[int]:
    """Return the sentences taken of a page where trafilatura extracted those of `numbers`."""
    root = parse_html(f"<html><body>{html}</body></html>")
    assert root is not None
    content = MainContent("\n".join(SENTENCES[number] for number in numbers))
    story = story_parts(walk(root, ""), content, Metadata(), "en")
    return [SENTENCES.index(placed.block.text) for placed in story]


def pieces(*numbers: int, name: str = "piece") -> str:
    return "".join(f"<div class={name}>{paragraphs(number)}</div>" for number in numbers)


def test_a_gap_of_many_sentences_is_filled_and_one_sentence_is_the_sites() -> None:
    whole = paragraphs(*range(8))
    assert selected(whole, 0, 1, 6, 7) == list(range(8))
    assert selected(whole, 0, 1, 2, 4, 5, 6, 7) == [0, 1, 2, 4, 5, 6, 7]
    assert selected(whole, 2, 3, 4, 5) == [2, 3, 4, 5]


def test_pieces_of_the_class_of_most_of_the_story_are_of_it() -> None:
    assert selected(pieces(*range(7)), 0, 1, 2, 3) == list(range(7))
    mixed = pieces(0, name="first") + pieces(1) + pieces(2, name="third") + pieces(3, 4)
    assert selected(mixed, 0, 1, 2) == [0, 1, 2]


def test_the_article_with_most_of_the_text_is_the_story() -> None:
    teaser = f"<article>{paragraphs(6)}</article>"
    assert selected(f"<article>{paragraphs(0, 1, 2)}</article>{teaser}", 0, 1, 2, 6) == [0, 1, 2]
    assert selected(f"{paragraphs(0, 1, 2)}{teaser}", 0, 1, 2, 6) == [0, 1, 2, 6]
    inner = f"<article>{paragraphs(0, 1)}{teaser}</article>"
    assert selected(inner, 0, 1, 6) == [0, 1, 6]
