"""OPML in and out: lists of feeds as other readers write them (opml.org/spec2.opml)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from reader.markup.encoding import decode_markup
from reader.markup.repair_xml import mend
from reader.model.errors import LoadError
from reader.model.feed import Subscription
from reader.text.clean import clean_line, clean_url
from reader.wording.catalogue import say

LONGEST = 32_000_000
"""Bytes of a file that is read; lists of a hundred thousand feeds are smaller."""
DEEPEST = 8
"""Folders in folders; what lies deeper is kept in the last of them."""
DEEPEST_READ = 200
"""Outlines in outlines that are read as such; libxml2 stops reading a file at 256."""

_BARE = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?(/|\Z)")


_EDGE = re.compile(r"(?=<outline\s|</outline|</body|</opml|<!--)", re.IGNORECASE)
_WELL_FORMED = re.compile(
    r"""<outline(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*/?>""", re.IGNORECASE
)
_ATTRIBUTE = re.compile(
    r"(?:^|(?<=[\s\"']))(text|title|type|xmlUrl|htmlUrl|url|category|description)\s*=\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OpmlResult:
    """What an OPML file holds."""

    feeds: tuple[Subscription, ...] = ()
    """In the order of the file, each address once."""
    skipped: tuple[str, ...] = ()
    """A sentence for each feed that was not taken, and why."""


def parse_opml(data: bytes) -> OpmlResult:
    """Return the feeds in an OPML file, however broken; raise `LoadError` if it is none.

    Only http and https addresses come in: an OPML file may not bring commands or files. Folders in
    folders become ``A/B``; a comma-separated ``category`` becomes tags.
    """
    mended = mend(decode_markup(data[:LONGEST]), ("opml",))
    if not mended.text:
        raise LoadError(say("file.no_opml"))
    feeds: dict[str, Subscription] = {}
    skipped: list[str] = []
    for outline, folder in _outlines(mended.text):
        name = clean_line(outline.get("title") or outline.get("text") or "")
        stated = outline["xmlurl"].strip()
        url = clean_url(_with_scheme(stated))
        if not url:
            stated = clean_line(stated)[:200]
            whose = say("file.no_address_of", title=name, url=stated)
            skipped.append(whose if name else say("file.no_address", name=stated))
        elif url in feeds:
            whose = f"{name}: " if name and name != url else ""
            skipped.append(say("file.twice", name=f"{whose}{url}"))
        else:
            tags, filed = _categories(outline.get("category") or "")
            feeds[url] = Subscription(url, "" if name == url else name, folder or filed, tags=tags)
    return OpmlResult(tuple(feeds.values()), tuple(skipped))


def write_opml(subscriptions: Iterable[Subscription], title: str = "Feeds") -> str:
    """Return OPML 2.0 that any reader takes; `parse_opml` reads the same feeds out of it.

    Feeds made by commands are left out: they have no address. User names, headers and the like
    never leave the program.
    """
    top = _Folder()
    for subscription in subscriptions:
        url = clean_url(subscription.url)
        if url:
            place = top
            for part in _path(subscription.folder):
                place = place.folders.setdefault(part, _Folder())
            place.lines.append(_outline(subscription, url))
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<opml version="2.0">',
            f"  <head>\n    <title>{html.escape(clean_line(title))}</title>\n  </head>",
            "  <body>",
            *top.write("    "),
            "  </body>",
            "</opml>",
            "",
        )
    )


@dataclass(slots=True)
class _Folder:
    lines: list[str] = field(default_factory=list)
    folders: dict[str, _Folder] = field(default_factory=dict)

    def write(self, indent: str) -> Iterator[str]:
        """The folder's lines, its own feeds first: folders come to at most a few levels."""
        yield from (f"{indent}{line}" for line in self.lines)
        for name, folder in self.folders.items():
            yield f"{indent}<outline text={_quoted(name)} title={_quoted(name)}>"
            yield from folder.write(f"{indent}  ")
            yield f"{indent}</outline>"


def _outline(subscription: Subscription, url: str) -> str:
    name = _quoted(clean_line(subscription.title) or url)
    tags = ",".join(tag.replace(",", " ") for tag in subscription.tags)
    category = f" category={_quoted(clean_line(tags))}" if tags else ""
    return f'<outline type="rss" text={name} title={name} xmlUrl={_quoted(url)}{category}/>'


def _outlines(text: str) -> Iterator[tuple[dict[str, str], str]]:
    """The attributes of every outline that is a feed, names in lower case, and its folder."""
    # Imported here: it costs 20 ms that only imports need to pay.
    from lxml import etree

    parser = etree.XMLPullParser(
        events=("start", "end"), recover=True, resolve_entities=False, no_network=True
    )
    # Even where closing fails, what came before the damage has been read.
    with suppress(etree.XMLSyntaxError):
        parser.feed(_well_formed(text).encode("utf-8", "replace"))
        parser.close()
    folders: list[str] = []
    events: Iterable[tuple[str, Any]] = parser.read_events()
    for event, element in events:
        if not isinstance(element.tag, str) or element.tag.rpartition("}")[2].lower() != "outline":
            continue
        if event == "end":
            folders.pop()
            continue
        outline = {str(key).lower(): str(value) for key, value in element.attrib.items()}
        if not outline.get("xmlurl") and outline.get("type", "").lower() in ("rss", "atom"):
            outline["xmlurl"] = outline.get("url", "")
        if outline.get("xmlurl", "").strip():
            yield outline, "/".join(_path("/".join(folders)))
            folders.append("")
        else:
            name = clean_line(outline.get("title") or outline.get("text") or "")
            folders.append(name)


def _well_formed(text: str) -> str:
    """The file with the values of all attributes quoted and escaped as XML wants it."""
    parts = _EDGE.split(text)
    return "".join(
        _flat(part if _is_well_formed(part) else _requoted(part) for part in parts)
    )


def _flat(parts: Iterable[str]) -> Iterator[str]:
    """The parts of a file with outlines nested no deeper than the parser follows.

    A deeper outline is made empty, so that its children become its siblings.
    """
    kept: list[bool] = []
    for part in parts:
        tag = _WELL_FORMED.match(part)
        if tag is not None and not tag[0].endswith("/>"):
            kept.append(len(kept) < DEEPEST_READ)
            if not kept[-1]:
                part = f"{tag[0][:-1]}/>{part[tag.end() :]}"
        elif part[:9].lower() == "</outline" and kept and not kept.pop():
            part = part.partition(">")[2]
        yield part


def _is_well_formed(part: str) -> bool:
    """Whether a part of a file, from one edge to the next, needs no mending."""
    return part[:8].lower() != "<outline" or _WELL_FORMED.match(part) is not None


def _requoted(part: str) -> str:
    """An outline with its attributes quoted; empty if it never ends, which is slow to parse."""
    close = part.rfind(">")
    if close < 0:
        return ""
    inside = part[8:close].rstrip()
    end = "/>" if inside.endswith("/") else ">"
    inside = inside.removesuffix("/")
    matches = list(_ATTRIBUTE.finditer(inside))
    ends = [*(following.start() for following in matches[1:]), len(inside)]
    attributes = []
    for attribute, until in zip(matches, ends, strict=True):
        value = inside[attribute.end() : until].strip()
        quote = value[:1]
        if quote and quote in "\"'":
            value = value[1:].removesuffix(quote)
        value = value.replace('"', "&quot;").replace("<", "&lt;")
        attributes.append(f'{attribute[1]}="{value}"')
    return f"<outline {' '.join(attributes)}{end}{part[close + 1 :]}"


def _with_scheme(address: str) -> str:
    """``feed://host``, ``feed:https://host`` and bare ``host/path`` as the address they mean."""
    scheme, colon, rest = address.partition(":")
    if colon and scheme.lower() == "feed":
        return f"http:{rest}" if rest.startswith("//") else rest
    return f"https://{address}" if _BARE.match(address) else address


def _path(folder: str) -> list[str]:
    return [part for part in folder.split("/") if part.strip()][:DEEPEST]


def _categories(category: str) -> tuple[tuple[str, ...], str]:
    """Tags and folder from a ``category``: names, and paths that begin with a slash."""
    parts = [clean_line(part) for part in category.split(",")]
    tags = tuple(dict.fromkeys(part for part in parts if part and not part.startswith("/")))
    return tags, "/".join(_path(next((part for part in parts if part.startswith("/")), "")))


def _quoted(text: str) -> str:
    """Return an attribute's value in quotes.

    Not by ``xml.sax.saxutils``, which loads ``urllib.request`` and costs every start 20 ms.
    """
    return f'"{html.escape(text)}"'
