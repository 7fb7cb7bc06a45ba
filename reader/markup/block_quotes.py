"""Which elements of a page are quotations, and who is named under them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.markup.figures import names, visible_text
from reader.model.article import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_QUOTE = re.compile(
    r"(?:^|[\s_-])(?:pull|block|big|text)?-?_?(?:quote|quotation|zitat|citation|citaat|citat|cita)"
    r"(?:[\s_-]|$)|pull-?quote|block-?quote|\bpq\b",
    re.I,
)
_NO_QUOTE = re.compile(r"stock|ticker|market|list|wrapper|icon|button|form|share|price", re.I)
_EMBED = re.compile(
    r"tweet|instagram|tiktok|bluesky|mastodon|threads-post|text-post-media|reddit|fb-post"
    r"|facebook|social-embed|embed-card|post-embed|embedded-post|embed-post",
    re.I,
)
_CITE = re.compile(
    r"cite|author|attribution|source|speaker|byline|name|credit|quelle|auteur|autor", re.I
)
_SAYING = ("cite", "footer", "figcaption")
"""Elements of a quotation that say whose it is."""
_MAY_SAY = ("p", "span", "div", "small", "strong", "b", "a")
"""Those that do if their class or id looks so."""
_DASH = re.compile(r"(?:^|\n|\s)[—–―]\s?(?=\S)|(?:^|\n)(?:--|-|~)\s?(?=[^\W\d_])")
LONGEST_QUOTE = 3000
"""Characters; a longer element that is called a quotation arranges the page."""
LONGEST_CITE = 140


def quote_kind(element: HtmlElement, label: str) -> BlockKind | None:
    """Return QUOTE or EMBED if the class and id in `label` make `element` one, else None."""
    if not label or label.isspace():
        return None
    if _EMBED.search(label) and (
        element.tag == "blockquote" or next(element.iter("blockquote"), None) is None
    ):
        if element.tag == "blockquote" or 0 < len(visible_text(element)) < 600:
            return BlockKind.EMBED
        return None
    if not _QUOTE.search(label) or _NO_QUOTE.search(label):
        return None
    if next(element.iter("blockquote", "h1", "h2", "table", "article"), None) is not None:
        return None
    return BlockKind.QUOTE if sum(map(len, element.itertext())) <= LONGEST_QUOTE else None


def attribution(element: HtmlElement, holder: HtmlElement) -> tuple[str, list[HtmlElement]]:
    """Return who a quotation is by, and the elements that say so; empty if none does.

    `holder` is what the quotation stands in: a figure's caption belongs to its only quotation.
    """
    parts = _naming_parts(element)
    parts += [caption for caption in _captions_around(holder) if caption not in parts]
    outer = [part for part in parts if not any(above in parts for above in part.iterancestors())]
    text = " ".join(filter(None, map(visible_text, outer)))
    whole = sum(map(len, element.itertext()))
    inside = sum(len(visible_text(part)) for part in outer if element in part.iterancestors())
    if not text or len(text) > LONGEST_CITE or inside * 2 > whole:
        return "", []
    return _undashed(text), outer


def _naming_parts(element: HtmlElement) -> list[HtmlElement]:
    """The elements of a quotation that by their tag, class or id say whose it is."""
    return [
        part
        for part in element.iter(*_SAYING, *_MAY_SAY)
        if part is not element and (part.tag in _SAYING or _CITE.search(names(part)))
    ]


def _captions_around(holder: HtmlElement) -> list[HtmlElement]:
    """The captions of the figure that holds a quotation, wrapped in any number of boxes."""
    while holder is not None and holder.tag == "div" and len(holder) == 1:
        holder = holder.getparent()
    return list(holder.iter("figcaption")) if holder is not None and holder.tag == "figure" else []


def spoken_tail(text: str) -> tuple[str, str]:
    """Return the words of a quotation and the name after a dash at their end, if there is one."""
    start = text.rfind("\n") + 1
    last = text[start:]
    dash = _DASH.match(last) or _dash_behind_a_sentence(last)
    if dash is None or not 2 < len(last) - dash.end() <= LONGEST_CITE:
        return text, ""
    cite = last[dash.end() :].strip()
    if not cite[:1].isalpha() or cite.endswith(("?", "!")):
        return text, ""
    return (text[:start] + last[: dash.start()]).strip(), cite


def _dash_behind_a_sentence(line: str) -> re.Match[str] | None:
    """The last dash of a line, if what stands before it is at an end."""
    dashes = list(_DASH.finditer(line))
    if dashes and line[: dashes[-1].start()].rstrip()[-1:] in '.!?”"»’…':
        return dashes[-1]
    return None


def _undashed(text: str) -> str:
    return text.lstrip("—–―-~ ").strip()
