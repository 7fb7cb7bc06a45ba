"""A story as lines of text in which each speaker is named before the words.

For pipes, screen readers and terminals that can do no more: no boxes, no redraws, no colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from reader.model.article import Article, Block, BlockKind, Completeness
from reader.model.quote import Certainty, Place, Quote, QuoteKind
from reader.model.story import Headline
from reader.text.tags import written
from reader.wording.catalogue import say
from reader.wording.dates import ago_aloud, date_and_time


def speaker_label(quote: Quote, *, first: bool = True) -> str:
    """Who speaks, as it is said aloud: ``Mara Okafor, salvage master``, ``Okafor?``.

    A question mark says that the name was worked out. The role is given the first time only.
    """
    if quote.certainty is Certainty.NONE or not quote.speaker:
        return say("story.unattributed")
    doubt = "?" if quote.certainty is Certainty.INFERRED else ""
    role = f", {quote.role}" if first and quote.role else ""
    via = f" ({say('spoken.by_way_of', source=quote.source)})" if first and quote.source else ""
    return f"{quote.speaker}{doubt}{role}{via}"


def spoken_lines(article: Article, *, width: int = 0) -> Iterator[str]:
    """The article as lines; `width` in characters, 0 leaves paragraphs on one line."""
    introduced: set[str] = set()
    title_quotes = [q for q in article.quotes if q.place is Place.TITLE]
    yield from wrapped(_with_speakers(article.title, 0, title_quotes, introduced), width)
    link = article.link or article.provenance.url
    facts = [article.byline, date_and_time(article.published), link]
    if any(facts):
        yield " · ".join(fact for fact in facts if fact)
    if article.standfirst:
        yield ""
        yield from wrapped(article.standfirst, width)
    quotes = [q for q in article.quotes if q.place is Place.TEXT and q.kind is not QuoteKind.NESTED]
    previous: Block | None = None
    for block, start in zip(article.blocks, article.starts(), strict=True):
        if not (previous and previous.kind is block.kind is BlockKind.LIST):
            yield ""
        previous = block
        inside = [q for q in quotes if start <= q.start < start + len(block.text)]
        yield from _block_lines(block, start, inside, introduced, width)
    if article.provenance.completeness is not Completeness.WHOLE and article.provenance.note:
        yield ""
        yield from wrapped(f"[{article.provenance.note}]", width)


def headline_line(number: int, headline: Headline, now: int) -> str:
    """One headline as sentences, such as ``3. unread. Title. Source, 1 hour ago, 5 quotes``."""
    marks = ", ".join(
        say(f"spoken.{word}")
        for word, holds in (
            ("new", headline.new and headline.unread),
            ("unread", headline.unread and not headline.new),
            ("read", not headline.unread),
            ("saved", headline.saved),
        )
        if holds
    )
    source = headline.source
    if headline.also:
        source = say("spoken.and_more", source=source, number=headline.also)
    facts = [source, ago_aloud(now - headline.published)]
    if headline.quotes:
        facts.append(say("spoken.quotes", count=headline.quotes))
    if headline.tags:
        facts.append(written(headline.tags))
    title = headline.title.rstrip(".") or say("spoken.untitled")
    return f"{number}. {marks}. {title}. {', '.join(facts)}."


def _block_lines(
    block: Block, start: int, quotes: list[Quote], introduced: set[str], width: int
) -> Iterator[str]:
    match block.kind:
        case BlockKind.PARAGRAPH | BlockKind.HEADING:
            words = _with_speakers(block.text, start, quotes, introduced)
        case BlockKind.LIST:
            words = _with_speakers(block.text, start, quotes, introduced)
            words = f"{'  ' * block.level}{block.marker or '-'} {words}"
        case BlockKind.QUOTE | BlockKind.EMBED:
            words = _with_speakers(block.text, start, quotes, introduced)
            words = words if quotes else say("spoken.quotation", words=words)
        case BlockKind.CODE:
            yield from ("    " + line for line in block.text.splitlines())
            return
        case BlockKind.TABLE:
            yield from ("; ".join(cell for cell in row if cell) for row in block.rows)
            return
        case BlockKind.IMAGE:
            credit = f" ({block.credit})" if block.credit else ""
            caption = block.text or block.alt or say("spoken.no_caption")
            words = f"[{say('spoken.image', words=caption + credit)}]"
        case BlockKind.RULE:
            words = "* * *"
        case _:
            assert_never(block.kind)
    if block.cite and not any(quote.reason == "cite" for quote in quotes):
        words += f" ({say('spoken.cited', source=block.cite)})"
    yield from wrapped(words, width)


def _with_speakers(text: str, start: int, quotes: list[Quote], introduced: set[str]) -> str:
    """Put each quote's speaker before its words; later parts of an utterance are left alone."""
    pieces, position, spoken = [], 0, -1
    for quote in quotes:
        at = quote.start - start
        if quote.utterance and quote.utterance == spoken:
            continue
        spoken = quote.utterance
        label = speaker_label(quote, first=quote.speaker not in introduced)
        introduced.add(quote.speaker)
        pieces += [text[position:at], f"{label}: " if not at else f"[{label}:] "]
        position = at
    return "".join([*pieces, text[position:]])


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text as lines of at most `width` characters, cut between words; 0 leaves it as it is.

    Code, which begins with blanks, is never cut.
    """
    if not width or len(text) <= width or text.startswith("    "):
        yield text
        return
    # Imported here: only a terminal wants lines folded.
    import textwrap

    yield from textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
