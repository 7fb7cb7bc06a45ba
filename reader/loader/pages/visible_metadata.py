"""Author and date as a page shows them to people: bylines and dates in its visible text."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from reader.loader.feeds.dates import parse_date
from reader.markup.figures import names, visible_text
from reader.markup.html_tree import hidden
from reader.text.scripts import HAN, KANA

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST = 120
"""Characters of a line that may be a byline or a date."""
MOST = 6
"""Authors taken from one byline."""
MOST_LINES = 30
"""Lines below the title in which the date is looked for."""
_AUTHOR_CLASS = re.compile(r"author|by-?line|\bautor|auteur|forfatter|skribent|redakt[eø]r", re.I)
_NO_AUTHOR_CLASS = re.compile(
    r"bio|desc|image|img|avatar|comment|social|follow|related|share|date|title|job|more|count", re.I
)
_AUTHOR_LINK = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|contributors?|by|profile)/\w", re.I
)
_BY_LINE = re.compile(
    r"(?:(?i:(?:written|submitted|posted|published|words|story) by|by|von|par|por|di|door|av|af"
    r"|autor|autor:in|author|text|tekst|автор)\s*:?\s+)"
    r"((?:[^\W\d_a-z][\w.'’-]*)(?:,?\s+(?:[^\W\d_a-z][\w.'’-]*|von|van|de|der|den|da|di|la|le|bin"
    r"|al|and|und|et|y|e|og|och)){1,11})"
    r"\s*(?:$|[|·•,–—-]|\s(?=\d)|\s(?:on|am|at|le|el|il|em|op|den)\s)"
)
_BY_LINE_CJK = re.compile(
    r"(?:(?:文|取材|取材・文|執筆|撰文|作者|文字)\s*[・：:／/|｜]\s*"
    r"|(?:本[报報]|新[华華]社)?[记記]者\s*[：:]?\s*)"
    rf"([{HAN}][{KANA}{HAN}· ]{{1,11}}?)\s*(?:$|[／/|｜（(])"
)
_LINES = ("p", "div", "span", "td", "b", "i", "em", "h3", "h4", "h5")
_NAME = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]*)(?:\s+(?:[^\W\d_a-z][\w.'’-]*|von|van|de|der|den|da|di|la|le|bin|al)){1,4}"
)
_LEADING = re.compile(
    r"^(?:written|authored|words|story|posted|published|submitted)?\s*"
    r"(?i:by|von|par|por|di|door|av|af|authors?|autor(?:en|in)?|text)\b\s*:?\s+",
    re.I,
)
_PUBLISHED_CLASS = re.compile(r"(?:^|\s)(?:dt-)?published(?:\s|$)")
"""Class names of the date in the microformats hAtom and h-entry."""
_DATE_LINE = re.compile(
    r"(?:^|[|·•–—-]\s|,\s)(?:[^\W\d_]{1,16}[.:,]?\s+){0,3}"
    r"(?:\d{1,2}(?:\.|st|nd|rd|th)?\s+(?:de\s+)?[^\W\d_]{3,12}\.?,?\s+(?:de\s+)?(?:19|20)\d\d"
    r"|[^\W\d_]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    r"|(?:19|20)\d\d年\s?\d{1,2}月\s?\d{1,2}日|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d)"
    r"(?:,?\s*(?:[|·•–—-]|at|um|à|às|a las|alle|om|kl\.?)?\s*\d{1,2}[:.h]\d\d.{0,12})?"
    r"\s*(?:$|[|·•])",
    re.I,
)
_DATE_CLASS = re.compile(r"date|time|publi|posted|datum|fecha|stand", re.I)


def visible_authors(root: HtmlElement) -> list[str]:
    """Return the names in a page's byline: marked by attribute, link or class, or by its words."""
    for find in (_by_attribute, _by_link, _by_class):
        if authors := find(root):
            return authors
    return _by_words(root)


def _by_attribute(root: HtmlElement) -> list[str]:
    """Return the names marked by ``rel=author``, ``itemprop=author`` or ``property=author``."""
    return [
        text
        for element in root.iter("a", "span", "div", "p", "li", "address", "strong")
        if element.attrib
        and ("author" in (element.get("rel") or "").split() or _property(element) == "author")
        and (text := _line(element))
    ][:MOST]


def _property(element: HtmlElement) -> str:
    """Return the property that an element states, in microdata or RDFa: ``datePublished``."""
    name = element.get("itemprop") or element.get("property") or ""
    return name.rpartition(":")[2]


def _by_link(root: HtmlElement) -> list[str]:
    """Return the names in the first link to an author's page, and in such links beside it."""
    for element in root.iter("a"):
        if _AUTHOR_LINK.search(element.get("href") or "") and _NAME.fullmatch(_line(element)):
            parent = element.getparent()
            return [
                text
                for link in (parent.iter("a") if parent is not None else ())
                if _AUTHOR_LINK.search(link.get("href") or "")
                and _NAME.fullmatch(text := _line(link))
            ][:MOST]
    return []


def _by_class(root: HtmlElement) -> list[str]:
    """Return the names in the first element whose class is that of an author."""
    for element in root.iter("a", "span", "div", "p", "li", "strong", "em", "i", "h3", "h4", "h5"):
        label = element.get("class") or ""
        if _AUTHOR_CLASS.search(label) and not _NO_AUTHOR_CLASS.search(label):
            text = _LEADING.sub("", _line(element))
            if len(several := _several(element, text)) > 1:
                return several
            if _NAME.fullmatch(text):
                return [text]
            if byline := _BY_LINE.match(_line(element)):
                return [byline[1]]
    return []


def _several(element: HtmlElement, text: str) -> list[str]:
    """Return the names of a byline, each in an element of its own, if they are most of it."""
    parts = [
        part
        for leaf in element.iter("a", "span", "li", "address", "strong", "p", "div")
        if not len(leaf) and _NAME.fullmatch(part := _line(leaf))
    ]
    named = list(dict.fromkeys(parts))[:MOST]
    return named if sum(map(len, named)) > 0.7 * len(text) else []


def _line(element: HtmlElement) -> str:
    """Return the text of an element if it is visible and as short as a line; else nothing."""
    if hidden(element) or sum(map(len, element.itertext())) > 4 * LONGEST:
        return ""
    text = visible_text(element)
    return text if 3 < len(text) <= LONGEST else ""


def visible_date(root: HtmlElement) -> int | None:
    """Return the date that a page's markup marks as that of publication, in Unix seconds.

    Else the first one in an element that is a ``<time>`` or has the class of a date.
    """
    published = _marked_as_published(root)
    return published if published is not None else _first_marked(root)


def _marked_as_published(root: HtmlElement) -> int | None:
    """Return the date of microdata (``datePublished``) or of a microformat (``published``)."""
    for element in root.iter("time", "abbr", "span", "div", "p"):
        if _property(element) == "datePublished" or _PUBLISHED_CLASS.search(names(element)):
            for name in ("datetime", "content", "title"):
                if (moment := parse_date(element.get(name) or "")) is not None:
                    return moment
    return None


def _first_marked(root: HtmlElement) -> int | None:
    """Return the first date in a ``<time>`` or in an element with the class of a date."""
    for element in root.iter("time", "span", "div", "p", "li", "small", "i", "td"):
        if element.tag != "time" and not _DATE_CLASS.search(names(element)):
            continue
        for text in (element.get("datetime") or "", element.get("content") or ""):
            if text and (moment := parse_date(text)) is not None:
                return moment
        text = visible_text(element)
        if 6 <= len(text) <= LONGEST and (moment := _date_in(text)) is not None:
            return moment
    return None


def date_below_title(root: HtmlElement, title: str) -> int | None:
    """Return the date in a line of its own below the title, in Unix seconds.

    Above the title many pages show the day on which they are read.
    """
    lines = (" ".join(text.split()) for text in root.itertext())
    below = itertools.dropwhile(lambda line: line != title, filter(None, lines))
    moments = map(dated_line, itertools.islice(below, MOST_LINES))
    return next((moment for moment in moments if moment is not None), None)


def dated_line(line: str) -> int | None:
    """Return the date that a short line ends with, in Unix seconds; None if it ends otherwise."""
    date = _DATE_LINE.search(line) if len(line) <= LONGEST else None
    return parse_date(date[0].strip(" |·•–—-,")) if date else None


def date_by_htmldate(root: HtmlElement, url: str) -> int | None:
    """Return the day that the library htmldate finds, in Unix seconds; the last resort."""
    import logging

    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        date = find_date(root, url=url or None, original_date=True, extensive_search=False)
    except Exception:
        # htmldate may raise anything on odd pages; there is no date then.
        return None
    return parse_date(date) if isinstance(date, str) else None


def _by_words(root: HtmlElement) -> list[str]:
    """Return the name in the first line that begins with "By" or the like, the innermost one."""
    for element in root.iter(*_LINES):
        if len(element) <= 3 and (name := _name_after_by(element)):
            inner = element.iterdescendants(*_LINES)
            return [next(filter(None, map(_name_after_by, inner)), name)]
    return []


def _name_after_by(element: HtmlElement) -> str:
    """Return the name in an element whose text is a byline; empty if it is none."""
    line = _line(element)
    byline = _BY_LINE.match(line) or _BY_LINE_CJK.match(line)
    return byline[1].strip() if byline else ""


def _date_in(text: str) -> int | None:
    if not re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text):
        return None
    return parse_date(text)
