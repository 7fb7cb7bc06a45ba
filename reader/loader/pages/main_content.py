"""Which words of a page are its story: trafilatura's choice, found again in our own blocks."""

from __future__ import annotations

import itertools
import logging
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.text.clean import clean
from reader.text.scripts import HAN, HANGUL, KANA

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = re.compile(rf"[{KANA}{HAN}{HANGUL}]|[^\W_]+")

_TEXT_HOLDERS = (
    "p", "div", "span", "li", "td", "h1", "h2", "h3", "blockquote", "article", "section", "font",
    "strong", "b", "em", "i",
)  # fmt: skip
_HOLDERS = frozenset({"body", "html", "main", "article", "section", "div"})
LITTLE, LITTLE_OF_PAGE = 1000, 0.2
"""Characters, and part of the page's, below which the quick way may have missed the story."""
LARGE = 300_000
"""Characters of a page that is not read twice."""
SAMPLE = 90
"""Characters of a paragraph by which it is known."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def main_text(root: HtmlElement, url: str = "", page: int = 0) -> str:
    """Return the story's text as trafilatura finds it, empty if it finds none. Never raises.

    `page` is how many characters the whole page has. Nine times in ten the quick way finds the
    same text in half the time; where it finds little, its comparison with other ways is wanted.
    """
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = _extracted(root, url, fast=True)
    if len(text) < max(LITTLE, LITTLE_OF_PAGE * page) and page < LARGE:
        text = _extracted(root, url, fast=False)
    return clean(text)


def _extracted(root: HtmlElement, url: str, *, fast: bool) -> str:
    import trafilatura

    try:
        # Deduplication keeps state from page to page: the fourth reading of one gives nothing.
        found = trafilatura.bare_extraction(
            root,
            url=url or None,
            fast=fast,
            favor_precision=True,
            include_comments=False,
            deduplicate=False,
        )
    except Exception:
        # It raises whatever odd trees make its helpers raise; a page without a choice is read
        # by the other ways.
        return ""
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else ""


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case; CJK characters one by one."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return _WORD.findall(_UNSEEN.sub("", text.casefold()))


def _holder(element: HtmlElement, other: HtmlElement) -> HtmlElement | None:
    """Return the innermost element around both, not one that is only set in a line."""
    above = {element, *element.iterancestors()}
    shared = (
        other
        if other in above
        else next((element for element in other.iterancestors() if element in above), None)
    )
    while shared is not None and shared.tag not in _HOLDERS:
        shared = shared.getparent()
    return shared


def _with_pieces(part: HtmlElement) -> HtmlElement:
    """Return what holds `part` and the elements like it, if it is one of a story's pieces."""
    name, above = part.get("class"), part.getparent()
    if not name or above is None:
        return part
    scope = next(part.iterancestors("article", "main"), above)
    alike = [other for other in scope.iter(part.tag) if other.get("class") == name]
    around = _holder(alike[0], alike[-1]) if len(alike) > 1 else None
    return part if around is None else around


class MainContent:
    """Tells how much of a block's words stand in the chosen text."""

    def __init__(self, text: str) -> None:
        """`text`: what is the story."""
        words = words_of(text)
        self._double = frozenset(itertools.pairwise(words))
        self._triple = frozenset(zip(words, words[1:], words[2:], strict=False))
        self._lines = frozenset(" ".join(words_of(line)) for line in text.split("\n"))

    def share(self, text: str) -> float:
        """Return the part of a block that was chosen, 0 to 1, by runs of three words."""
        words = words_of(text)
        if len(words) > 2:
            runs = list(zip(words, words[1:], words[2:], strict=False))
            return sum(run in self._triple for run in runs) / len(runs)
        if " ".join(words) in self._lines:
            return 1.0
        if len(words) == 2:
            return 0.9 if tuple(words) in self._double else 0.0
        return 0.0

    def region(self, root: HtmlElement, title: str = "") -> HtmlElement:
        """Return the smallest part of a page that holds the chosen paragraphs and the title."""
        first = last = heading = None
        named = " ".join(words_of(title))
        for element in root.iter(*_TEXT_HOLDERS):
            if element.tag == "h1" and named:
                if heading is None and " ".join(words_of(element.text_content())) == named:
                    heading = element
                continue
            text = element.text
            if not text or len(text) < SAMPLE // 2:
                continue
            words = words_of(text[:SAMPLE])[:-1]  # the last may have been cut
            if len(words) > 4 and all(
                run in self._triple for run in zip(words, words[1:], words[2:], strict=False)
            ):
                first = first if first is not None else element
                last = element
        part = _holder(first, last) if first is not None and last is not None else None
        if part is not None and heading is not None:
            part = _holder(part, heading)
        if part is None:
            return root
        return _with_pieces(part)

    def found_in(self, texts: Iterable[str]) -> float:
        """Return the part of the chosen text that stands in some blocks, 0 to 1."""
        if not self._triple:
            return 1.0
        seen: set[tuple[str, ...]] = set()
        for text in texts:
            words = words_of(text)
            seen.update(zip(words, words[1:], words[2:], strict=False))
        return len(self._triple & seen) / len(self._triple)
