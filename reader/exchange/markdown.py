"""A story as Markdown: what any editor, wiki or note-taking program reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from reader.model.article import Article, Block, BlockKind, Span, SpanStyle
from reader.model.quote import Certainty, Place, Quote, QuoteKind
from reader.wording.catalogue import say
from reader.wording.dates import iso_day

_SPECIAL = re.compile(r"([\\`*_\[\]<>~|]|&(?=#?\w+;))")
_LINE_START = re.compile(r"^(\s*\d*)((?<!\d)[#+>=-]|(?<=\d)[.)])", re.MULTILINE)
_MARKS = {
    SpanStyle.EMPHASIS: ("*", "*"),
    SpanStyle.STRONG: ("**", "**"),
    SpanStyle.DELETED: ("~~", "~~"),
    SpanStyle.INSERTED: ("<ins>", "</ins>"),
}


def article_to_markdown(article: Article, source: str = "") -> str:
    """Return a story as Markdown, with a list of who said what behind it.

    `source` is the title of the feed it came with. Words of the story are escaped, so that no
    sign in them is taken for markup.
    """
    parts = [f"# {_escaped(article.title) or 'Untitled'}"]
    facts = [_escaped(article.byline), _escaped(source), iso_day(article.published)]
    parts.append(" · ".join(fact for fact in facts if fact))
    if article.link:
        parts.append(f"<{article.link}>")
    if article.standfirst:
        parts.append(f"*{_escaped(article.standfirst)}*")
    previous: Block | None = None
    for block in article.blocks:
        text = _block(block)
        if not text:
            continue
        if previous and previous.kind is block.kind is BlockKind.LIST:
            parts[-1] += "\n" + text
        else:
            parts.append(text)
        previous = block
    quotes = list(_quotes(article.quotes))
    if quotes:
        parts += [f"## {say('markdown.quotes')}", "\n".join(quotes)]
    if article.provenance.note:
        parts.append(f"*{_escaped(article.provenance.note)}*")
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> str:
    match block.kind:
        case BlockKind.PARAGRAPH:
            return _inline(block)
        case BlockKind.HEADING:
            text = _inline(block)
            return f"{'#' * min(6, max(2, block.level))} {text}" if text else ""
        case BlockKind.LIST:
            return f"{'  ' * block.level}{block.marker or '-'} {_inline(block)}"
        case BlockKind.QUOTE | BlockKind.EMBED:
            return _quotation(block)
        case BlockKind.CODE:
            return _fenced(block.text)
        case BlockKind.TABLE:
            return _table(block)
        case BlockKind.IMAGE:
            return _image(block)
        case BlockKind.RULE:
            return "---"
        case _:
            assert_never(block.kind)


def _quotation(block: Block) -> str:
    """A quotation behind ``>``, below it its attribution; of a film or sound the address."""
    words = _inline(block) or (f"<{block.url}>" if block.url else "")
    cite = f"— {_escaped(block.cite)}" if block.cite else ""
    lines = "\n\n".join(part for part in (words, cite) if part).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _fenced(code: str) -> str:
    """Code between fences longer than any run of grave accents in it."""
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{code}\n{fence}"


def _image(block: Block) -> str:
    credit = f"({_escaped(block.credit)})" if block.credit else ""
    caption = " ".join(part for part in (_escaped(block.text), credit) if part)
    image = f"![{_escaped(block.alt)}]({_address(block.url)})" if block.url else ""
    return "\n".join(part for part in (image, f"*{caption}*" if caption else "") if part)


def _inline(block: Block) -> str:
    """The words of a block with its links and emphasis; spans that overlap lose their markup."""
    pieces: list[str] = []
    position = 0
    for span in sorted(block.spans, key=lambda span: (span.start, -span.end)):
        if span.start < position or span.start >= span.end:
            continue
        pieces.append(_escaped(block.text[position : span.start]))
        pieces.append(_span(block.text[span.start : span.end], span))
        position = span.end
    pieces.append(_escaped(block.text[position:]))
    return _LINE_START.sub(r"\1\\\2", "".join(pieces)).replace("\n", "  \n")


def _span(words: str, span: Span) -> str:
    if span.style is SpanStyle.LINK:
        return f"[{_escaped(words)}]({_address(span.url)})"
    if span.style is SpanStyle.CODE:
        ticks = "``" if "`" in words else "`"
        return f"{ticks}{words}{ticks}"
    before, after = _MARKS.get(span.style, ("", ""))
    core = words.strip()
    if not core:
        return words
    lead, _, trail = words.partition(core)
    return f"{lead}{before}{_escaped(core)}{after}{trail}"


def _table(block: Block) -> str:
    if not block.rows:
        return ""
    wide = max(len(row) for row in block.rows)
    rows = [[_escaped(cell).replace("\n", " ") for cell in row] for row in block.rows]
    rows = [row + [""] * (wide - len(row)) for row in rows]
    head, body = (rows[0], rows[1:]) if block.header else ([""] * wide, rows)
    lines = [head, ["---"] * wide, *body]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _quotes(quotes: tuple[Quote, ...]) -> Iterator[str]:
    for quote in quotes:
        if quote.kind is QuoteKind.NESTED:
            continue
        who = _escaped(quote.speaker)
        if quote.certainty is Certainty.NONE or not quote.speaker:
            who = say("story.unattributed")
        elif quote.certainty is Certainty.INFERRED:
            who += "?"
        role = f", {_escaped(quote.role)}" if quote.role else ""
        via = f", {say('spoken.by_way_of', source=_escaped(quote.source))}" if quote.source else ""
        place = f" ({say('markdown.in_title')})" if quote.place is Place.TITLE else ""
        words = _escaped(" ".join(quote.text.split()))
        yield f"- **{who}**{role}{via}{place}: {words}"


def _address(url: str) -> str:
    """An address between round brackets, which would end at a bracket within it."""
    return url.replace("(", "%28").replace(")", "%29")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
