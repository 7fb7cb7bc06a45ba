"""Metadata of a page's story: title, authors, date, language, canonical address, description.

Read from JSON-LD first, because it is written for machines; then from ``<meta>``; then from the
visible page.
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
LONGEST_TITLE = 300
"""Characters of a heading that may be the title."""
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
"""An editor's initials after the name: ``Jo Reed (jr)``."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about its story. Empty or None where it says nothing."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: int | None = None
    """Unix seconds."""
    lang: str = ""
    link: str = ""
    """The canonical address."""
    description: str = ""
    body: str = ""
    """``articleBody`` of JSON-LD, as plain text or HTML."""
    live: bool = False
    """The page is a live blog."""
    free: bool = True
    """False where the page says that it is not (``isAccessibleForFree``)."""


def page_metadata(html: str, root: HtmlElement, url: str = "") -> Metadata:
    """Return the metadata of the page `html` at `url`; `root` is its tree. Never raises."""
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


def agree(title: str, other: str) -> bool:
    """Tell whether two titles name one story: one holds the other, or most words are shared."""
    first, second = fold(title).split(), fold(other).split()
    if not first or not second:
        return False
    short, long = sorted((" ".join(first), " ".join(second)), key=len)
    if short in long:
        return long.startswith(short) or 2 * len(short) >= len(long)
    shared = len(set(first) & set(second))
    return shared >= 0.6 * min(len(set(first)), len(set(second))) and shared > 2


def _metas(root: HtmlElement) -> dict[str, str]:
    """Return the contents of ``<meta>`` by name in lower case.

    The first of a name counts, but several authors are joined by semicolons.
    """
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
    """Return the title: a heading that agrees with another statement of the page, if any does."""
    document = _document_title(root)
    headlines = [text_from_html(text_of(node.get("headline"))) for node in articles]
    headlines = [headline for headline in headlines if headline][:1]
    from_metas = [text_from_html(metas.get(name, "")) for name in _TITLE_METAS]
    from_metas = [_without_site(title, metas, document, url) for title in from_metas if title]
    headings = _headings(root)
    for heading in headings:
        if any(agree(heading, title) for title in headlines or (*from_metas, document)):
            return _without_kicker(heading, (*headlines, *from_metas))
    if headlines:
        return _without_site(headlines[0], metas, document, url)
    if len(headings) == 1 and len(headings[0].split()) > 2:
        return headings[0]
    candidates = (*from_metas[:1], _without_site(document, metas, "", url), *headings[:1], "")
    return next(filter(None, candidates), "")


def _document_title(root: HtmlElement) -> str:
    """Return the text of ``<title>``."""
    element = next(root.iter("title"), None)
    return clean_line(element.text_content()) if element is not None else ""


def _headings(root: HtmlElement) -> list[str]:
    """Return the texts that may be the title's heading: one marked so, then each ``<h1>``."""
    marked = [heading for heading in root.iter("h1", "h2", "h3") if _is_headline(heading)]
    elements = dict.fromkeys((*marked[:1], *root.iter("h1")))
    texts = (clean_line(element.text_content()) for element in elements)
    return [text for text in texts if 0 < len(text) <= LONGEST_TITLE]


def _without_kicker(heading: str, titles: tuple[str, ...]) -> str:
    """Return a heading without a kicker: the series or place before one of the titles."""
    endings = (title for title in titles if title != heading and heading.endswith(title))
    return next(endings, heading)


def _is_headline(heading: HtmlElement) -> bool:
    """Tell whether a heading is marked as an article's (microdata ``headline``)."""
    kinds = (above.get("itemtype") for above in heading.iterancestors())
    kind = next(filter(None, kinds), "") if heading.get("itemprop") == "headline" else ""
    return is_article({"@type": kind})


def _without_site(title: str, metas: dict[str, str], document: str, url: str) -> str:
    """Return a title without the site's name: `` | Courier``, `` - News - The Courier``.

    `document` is the page's ``<title>``, which has the site's name most often.
    """
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
    """Tell whether a part of a title is the site's name by its host: Quay Post, thequaypost.com."""
    letters = re.sub(r"\W", "", fold(name))
    labels = (urlsplit(url).hostname or "").removeprefix("www.").replace("-", "").split(".")
    label = max(labels[:-1] or [""], key=len)
    return len(letters) > 3 and letters in (label, label.removeprefix("the"), "".join(labels))


def _authors(
    root: HtmlElement, metas: dict[str, str], articles: list[Node], nodes: list[Node], url: str
) -> tuple[str, ...]:
    """Return the authors; the site's own name only where no person is named."""
    from_json_ld = _json_ld_authors(articles, nodes)
    if persons := _persons(from_json_ld, url):
        return persons
    from_metas = _meta_authors(metas)
    if persons := next(filter(None, (_persons(names, url) for names in from_metas)), ()):
        return persons
    return from_json_ld or next(filter(None, from_metas), ()) or _people(visible_authors(root))


def _json_ld_authors(articles: list[Node], nodes: list[Node]) -> tuple[str, ...]:
    """Return the authors of the first article that names any, else those of other dated nodes."""
    named: list[str] = []
    for node in articles:
        for key in ("author", "creator"):
            named += names_of(node.get(key), nodes) if node.get(key) else []
        if named:
            break
    # A page about something that has an author, as the WebPage of blogs, counts if none has.
    return _people(named) or _people(
        [
            name
            for node in nodes
            if node.get("datePublished") and not _NO_WRITING.intersection(types(node))
            for name in names_of(node.get("author"), nodes)
        ]
    )


def _meta_authors(metas: dict[str, str]) -> list[tuple[str, ...]]:
    """Return the authors that each ``<meta>`` about authors names."""
    texts = [metas[name] for name in _AUTHOR_METAS if name in metas]
    texts += [text for name, text in metas.items() if _AUTHOR_META.search(name)]
    for number in ("1", "2"):
        if _AUTHOR_META.search(metas.get(f"twitter:label{number}", "")):
            texts.append(metas.get(f"twitter:data{number}", ""))
    return [_people([text]) for text in texts]


def _persons(authors: tuple[str, ...], url: str) -> tuple[str, ...]:
    """Return the authors without the site's own name."""
    host = re.sub(r"\W", "", url.partition("://")[2].partition("/")[0].lower())
    return tuple(name for name in authors if re.sub(r"\W", "", name.lower()) not in host)


def _people(names: list[str]) -> tuple[str, ...]:
    """Return the names of people in texts that name authors, each once, without "by"."""
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
    """Return when the story was published, in Unix seconds."""
    texts = [text_of(node.get("datePublished")) for node in articles]
    texts += [metas.get(name, "") for name in _DATE_METAS]
    texts += [text_of(node.get("dateCreated")) for node in articles]
    texts += [text_of(node.get("datePublished")) for node in nodes if "WebPage" in types(node)]
    stated = next((moment for text in texts if text and (moment := parse_date(text))), None)
    if stated is None:
        stated = visible_date(root)
    if stated is not None:
        return stated
    below_title, searched = date_below_title(root, title), date_by_htmldate(root, url)
    is_same_day = below_title is not None and (
        searched is None or abs(below_title - searched) < DAY
    )
    return below_title if is_same_day else searched  # htmldate finds the day without the hour


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
