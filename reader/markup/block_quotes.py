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
_DASH = re.compile(r"(?:^|\n|\s)[—–―]\s?(?=\S)|(?:^|\n)(?:--|-|~)\s?(?=[^\W\d_])")
LONGEST_QUOTE = 3000
"""Characters; a longer quotation is one that lays out the page."""
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
    """Return who a quotation is by, and the elements that say so.

    `holder` is what the quotation stands in: a figure's caption belongs to its only quotation.
    """
    parts = [
        part
        for part in element.iter(
            "cite", "footer", "figcaption", "p", "span", "div", "small", "strong", "b", "a"
        )
        if part is not element
        and (part.tag in ("cite", "footer", "figcaption") or _CITE.search(names(part)))
    ]
    while holder is not None and holder.tag == "div" and len(holder) == 1:
        holder = holder.getparent()
    if holder is not None and holder.tag == "figure":
        parts += [part for part in holder.iter("figcaption") if part not in parts]
    whole = sum(map(len, element.itertext()))
    outer = [part for part in parts if not any(above in parts for above in part.iterancestors())]
    text = " ".join(filter(None, (visible_text(part) for part in outer)))
    inside = sum(len(visible_text(part)) for part in outer if element in part.iterancestors())
    if not text or len(text) > LONGEST_CITE or inside * 2 > whole:
        return "", []
    return _undashed(text), outer


def spoken_tail(text: str) -> tuple[str, str]:
    """Return the words of a quotation and the name after a dash at their end, if there is one."""
    start = text.rfind("\n") + 1
    last = text[start:]
    match = _DASH.match(last)
    if match is None:
        found = list(_DASH.finditer(last))
        match = (
            found[-1] if found and last[: found[-1].start()].rstrip()[-1:] in '.!?”"»’…' else None
        )
    if match is None or not 2 < len(last) - match.end() <= LONGEST_CITE:
        return text, ""
    cite = last[match.end() :].strip()
    if (not cite[:1].isupper() and not cite[:1].isalpha()) or cite.endswith(("?", "!")):
        return text, ""
    return (text[:start] + last[: match.start()]).strip(), cite


def _undashed(text: str) -> str:
    return text.lstrip("—–―-~ ").strip()
