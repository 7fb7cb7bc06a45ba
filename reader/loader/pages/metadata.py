"""What a page says about its story: title, authors, date, language, address.

JSON-LD first, because it is written for machines; then ``<meta>``; then what stands on the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.loader.feeds.dates import parse_date
from reader.loader.pages.jsonld import Node, is_article, json_ld, names_of, text_of, types
from reader.loader.pages.live_blog import is_live, live_body
from reader.loader.pages.visible_metadata import (
    date_below_title,
    date_by_htmldate,
    visible_authors,
    visible_date,
)
from reader.markup.html import text_from_html
from reader.text.clean import clean_line, clean_url
from reader.text.normal import fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_AUTHORS = 12
DAY = 86_400
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "parsely-title", "title")
_AUTHOR_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
    "article:author_name", "citation_author", "cxenseparse:author",
)  # fmt: skip
_AUTHOR_META = re.compile(r"[.:]authors?$|written by$|verfasst von$|écrit par$|escrito por$", re.I)
_DATE_METAS = (
    "article:published_time", "og:published_time", "datepublished", "publishdate", "publish_date",
    "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date",
    "date", "article:published", "cxenseparse:recs:publishtime", "publication_date",
    "article.published", "originalpublicationdate", "iso-8601-publish-date",
)  # fmt: skip
_SUFFIX = re.compile(r"\s+[|｜–—·•»:/-]\s+|\s*[|｜]\s*")
_BY = re.compile(
    r"^(?:(?:written|authored|posted) )?"
    r"(?:by|von|par|por|di|da|door|av|af|przez|автор|текст|text|words)\b\s*:?\s+",
    re.I,
)
_PARTS = re.compile(r"\s*(?:;|,|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\boch\b|\bog\b|&|\|)\s*")
_NO_WRITING = frozenset({"ImageObject", "VideoObject", "AudioObject", "MediaObject", "Comment"})
_NOT_AUTHOR = re.compile(r"https?:|@|\.(?:com|org|net|de|fr|co)\b|^\W*$|\d{3}", re.I)
_CODE = re.compile(r"\s*\([\w.]{1,5}\)$")
"""The letters an editor signs with, behind the name."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a page's story apart from its text."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: int | None = None
    lang: str = ""
    link: str = ""
    """The canonical address."""
    description: str = ""
    body: str = ""
    """``articleBody`` of JSON-LD, as plain text or HTML."""
    live: bool = False
    """The page is a live blog."""
    free: bool = True
    """False where the page says that it is not for everybody."""


def page_metadata(html: str, root: HtmlElement, url: str = "") -> Metadata:
    """Return what a page says of itself; `root` is its tree, `html` its text. Never raises."""
    nodes = json_ld(html)
    articles = [node for node in nodes if is_article(node)]
    metas = _metas(root)
    title = _title(root, metas, articles, url)
    return Metadata(
        title=title,
        authors=_authors(root, metas, articles, nodes, url),
        published=_published(root, metas, articles, nodes, title, url),
        lang=_language(root, metas, articles),
        link=_link(root, metas, url),
        description=text_from_html(
            metas.get("og:description")
            or metas.get("description")
            or next((text_of(n["description"]) for n in articles if n.get("description")), "")
        ),
        body=max((*map(_body, articles), live_body(nodes)), key=len),
        live=is_live(html, nodes),
        free=not any(_says_no(node.get("isAccessibleForFree")) for node in articles),
    )


def _body(node: Node) -> str:
    return text_of(node.get("articleBody"))


def agree(one: str, other: str) -> bool:
    """Tell whether two titles name one story: one holds the other, or most words are shared."""
    first, second = fold(one).split(), fold(other).split()
    if not first or not second:
        return False
    short, long = sorted((" ".join(first), " ".join(second)), key=len)
    if short in long:
        return long.startswith(short) or 2 * len(short) >= len(long)
    shared = len(set(first) & set(second))
    return shared >= 0.6 * min(len(set(first)), len(set(second))) and shared > 2


def _metas(root: HtmlElement) -> dict[str, str]:
    """The page's metas by name in lower case; the first of a name counts, authors are joined."""
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = clean_line(element.get("content") or "")
        name = name.strip().lower()
        if not content:
            continue
        if name not in metas:
            metas[name] = content
        elif name in _AUTHOR_METAS and content not in metas[name]:
            metas[name] += "; " + content
    return metas


def _title(root: HtmlElement, metas: dict[str, str], articles: list[Node], url: str) -> str:
    head = next(root.iter("title"), None)
    document = clean_line(head.text_content()) if head is not None else ""
    named = [text_from_html(text_of(node.get("headline"))) for node in articles]
    named = [name for name in named if name][:1]
    heads = [text_from_html(metas.get(name, "")) for name in _TITLE_METAS]
    heads = [_without_site(name, metas, document, url) for name in heads if name]
    marked = [one for one in root.iter("h1", "h2", "h3") if _is_headline(one)]
    ordered = dict.fromkeys((*marked[:1], *root.iter("h1")))
    headings = [clean_line(one.text_content()) for one in ordered]
    headings = [heading for heading in headings if 0 < len(heading) <= 300]
    for heading in headings:
        if any(agree(heading, name) for name in named or (*heads, document)):
            # What stands before the title in the heading is the name of a series or a place.
            said = (*named, *heads)
            return next((n for n in said if n != heading and heading.endswith(n)), heading)
    if named:
        return _without_site(named[0], metas, document, url)
    if len(headings) == 1 and len(headings[0].split()) > 2:
        return headings[0]
    return (
        next(iter(heads), "") or _without_site(document, metas, "", url) or next(iter(headings), "")
    )


def _is_headline(heading: HtmlElement) -> bool:
    """Tell whether a heading is marked as that of a piece of writing, not of the site."""
    kinds = (above.get("itemtype") for above in heading.iterancestors())
    kind = next(filter(None, kinds), "") if heading.get("itemprop") == "headline" else ""
    return is_article({"@type": kind})


def _without_site(title: str, metas: dict[str, str], document: str, url: str) -> str:
    """Cut the site's name off a title: `` | Courier``, `` - News - The Courier``."""
    site = fold(metas.get("og:site_name", ""))
    parts = _SUFFIX.split(title)
    if len(parts) == 1:
        return title
    if _is_host(parts[0], url):
        return title[title.find(parts[1], len(parts[0])) :]
    last = fold(parts[-1])
    if _is_host(last, url) or (site and last in (site, f"the {site}", site.removeprefix("the "))):
        return title[: title.rfind(parts[-1])].rstrip(" |｜–—·•»:/-")
    if document == title or not document:
        last = parts[-1]
        if len(last.split()) <= 4 and len(parts[0].split()) > len(last.split()):
            return title[: title.rfind(last)].rstrip(" |｜–—·•»:/-")
    return title


def _is_host(name: str, url: str) -> bool:
    """Tell whether a part of a title is the site by its address: "Quay Post", thequaypost.com."""
    letters = re.sub(r"\W", "", fold(name))
    labels = (urlsplit(url).hostname or "").removeprefix("www.").replace("-", "").split(".")
    label = max(labels[:-1] or [""], key=len)
    return len(letters) > 3 and letters in (label, label.removeprefix("the"), "".join(labels))


def _authors(
    root: HtmlElement, metas: dict[str, str], articles: list[Node], nodes: list[Node], url: str
) -> tuple[str, ...]:
    named: list[str] = []
    for node in articles:
        for key in ("author", "creator"):
            named += names_of(node.get(key), nodes) if node.get(key) else []
        if named:
            break
    authors = _people(named)
    if not authors:  # a page about something that has an author, as blogs' WebPage
        others = (
            node.get("author")
            for node in nodes
            if node.get("datePublished") and not _NO_WRITING.intersection(types(node))
        )
        authors = _people([name for other in others for name in names_of(other, nodes)])
    persons = _persons(authors, url)
    if not persons:
        written = [metas[name] for name in _AUTHOR_METAS if name in metas]
        written += [text for name, text in metas.items() if _AUTHOR_META.search(name)]
        for number in ("1", "2"):
            if _AUTHOR_META.search(metas.get(f"twitter:label{number}", "")):
                written.append(metas.get(f"twitter:data{number}", ""))
        people = [_people([text]) for text in written]
        persons = next((found for group in people if (found := _persons(group, url))), ())
        authors = authors or next(filter(None, people), ())
    return persons or authors or _people(visible_authors(root))


def _persons(authors: tuple[str, ...], url: str) -> tuple[str, ...]:
    """Without the site itself."""
    host = re.sub(r"\W", "", url.partition("://")[2].partition("/")[0].lower())
    return tuple(name for name in authors if re.sub(r"\W", "", name.lower()) not in host)


def _people(names: list[str]) -> tuple[str, ...]:
    people: dict[str, None] = {}
    for text in names:
        text = _BY.sub("", text_from_html(text))
        if _NOT_AUTHOR.search(text):
            continue
        for part in _PARTS.split(text):
            part = _CODE.sub("", _BY.sub("", clean_line(part)).strip(" .,|-"))
            if 1 < len(part) <= 60 and len(part.split()) <= 6:
                people[part] = None
    return tuple(people)[:MOST_AUTHORS]


def _published(
    root: HtmlElement,
    metas: dict[str, str],
    articles: list[Node],
    nodes: list[Node],
    title: str,
    url: str,
) -> int | None:
    written = [text_of(node.get("datePublished")) for node in articles]
    written += [metas.get(name, "") for name in _DATE_METAS]
    written += [text_of(node.get("dateCreated")) for node in articles]
    written += [text_of(node.get("datePublished")) for node in nodes if "WebPage" in types(node)]
    found = next((moment for text in written if text and (moment := parse_date(text))), None)
    if found is None:
        found = visible_date(root)
    if found is not None:
        return found
    worded, searched = date_below_title(root, title), date_by_htmldate(root, url)
    same = worded is not None and (searched is None or abs(worded - searched) < DAY)
    return worded if same else searched  # of the same day, the words have the hour


def _language(root: HtmlElement, metas: dict[str, str], articles: list[Node]) -> str:
    said = root.get("lang") or root.get("xml:lang") or ""
    said = said or next((text_of(n["inLanguage"]) for n in articles if n.get("inLanguage")), "")
    return said or metas.get("og:locale", "") or metas.get("language", "")


def _link(root: HtmlElement, metas: dict[str, str], url: str) -> str:
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical":
            canonical = clean_url(element.get("href") or "", url)
            if canonical and canonical.rstrip("/").count("/") > 2:
                return canonical
    return clean_url(metas.get("og:url", ""), url) or url


def _says_no(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower() == "false")
