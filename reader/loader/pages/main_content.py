"""The main content of a page: extracts its text by trafilatura, compares blocks with that text."""

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
"""Characters, and part of the page, below which the fast mode may have missed the story."""
LARGE = 300_000
"""Characters of a page for which only the fast mode is used."""
_SENTENCE_END = re.compile(r"[.!?…。！？:][\"”“’»)]*$")
SAMPLE = 90
"""Characters at the beginning of a paragraph by which it is recognised."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def main_text(root: HtmlElement, url: str = "", page: int = 0) -> str:
    """Return the story's text as trafilatura extracts it; empty if it finds none. Never raises.

    `page` is the number of characters of the whole page. Nine times in ten the fast mode gives the
    same text in half the time; where it gives little, the mode that compares extractors is used.
    """
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = _extracted(root, url, fast=True)
    if len(text) < max(LITTLE, LITTLE_OF_PAGE * page) and page < LARGE:
        text = _extracted(root, url, fast=False)
    return clean(text)


def _extracted(root: HtmlElement, url: str, *, fast: bool) -> str:
    import trafilatura

    try:
        # Deduplication keeps state between pages: the fourth reading of one would give nothing.
        document = trafilatura.bare_extraction(
            root,
            url=url or None,
            fast=fast,
            favor_precision=True,
            include_comments=False,
            deduplicate=False,
        )
    except Exception:
        # trafilatura may raise anything on odd trees; the page is read in the other ways then.
        return ""
    text = getattr(document, "text", None)
    return text if isinstance(text, str) else ""


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case; each CJK character is a word."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return _WORD.findall(_UNSEEN.sub("", text.casefold()))


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends with a full stop or the like, perhaps in quotation marks."""
    return _SENTENCE_END.search(text) is not None


def _trigrams(words: list[str]) -> list[tuple[str, str, str]]:
    """Return all runs of three words."""
    return list(zip(words, words[1:], words[2:], strict=False))


def _holder(element: HtmlElement, other: HtmlElement) -> HtmlElement | None:
    """Return the innermost block element around both; None if there is none."""
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
    """Return the element around `part` and all elements of its class, for a story cut in pieces."""
    name, above = part.get("class"), part.getparent()
    if not name or above is None:
        return part
    scope = next(part.iterancestors("article", "main"), above)
    alike = [other for other in scope.iter(part.tag) if other.get("class") == name]
    around = _holder(alike[0], alike[-1]) if len(alike) > 1 else None
    return part if around is None else around


class MainContent:
    """The text of a story, to tell which blocks and elements of its page hold it.

    Texts are compared by trigrams: runs of three words.
    """

    def __init__(self, text: str) -> None:
        """`text` is the story."""
        words = words_of(text)
        self._bigrams = frozenset(itertools.pairwise(words))
        self._trigrams = frozenset(_trigrams(words))
        self._lines = frozenset(" ".join(words_of(line)) for line in text.split("\n"))

    def share(self, text: str) -> float:
        """Return the part of `text` that is in the story, 0 to 1."""
        words = words_of(text)
        if len(words) > 2:
            trigrams = _trigrams(words)
            return sum(trigram in self._trigrams for trigram in trigrams) / len(trigrams)
        if " ".join(words) in self._lines:
            return 1.0
        if len(words) == 2:
            return 0.9 if tuple(words) in self._bigrams else 0.0
        return 0.0

    def region(self, root: HtmlElement, title: str = "") -> HtmlElement:
        """Return the smallest element of a page that holds the story's paragraphs and its title."""
        first = last = heading = None
        title_words = " ".join(words_of(title))
        for element in root.iter(*_TEXT_HOLDERS):
            if element.tag == "h1" and title_words:
                if heading is None and " ".join(words_of(element.text_content())) == title_words:
                    heading = element
            elif self._begins_paragraph(element):
                first = first if first is not None else element
                last = element
        if first is None or last is None:
            return root
        part = _holder(first, last)
        if part is not None and heading is not None:
            part = _holder(part, heading)
        return root if part is None else _with_pieces(part)

    def _begins_paragraph(self, element: HtmlElement) -> bool:
        """Tell whether an element's text begins with words that are a run in the story."""
        text = element.text
        if not text or len(text) < SAMPLE // 2:
            return False
        words = words_of(text[:SAMPLE])[:-1]  # the last one may have been cut
        return len(words) > 4 and self._trigrams.issuperset(_trigrams(words))

    def coverage(self, texts: Iterable[str]) -> float:
        """Return the part of the story that is in `texts` together, 0 to 1."""
        if not self._trigrams:
            return 1.0
        seen: set[tuple[str, ...]] = set()
        for text in texts:
            seen.update(_trigrams(words_of(text)))
        return len(self._trigrams & seen) / len(self._trigrams)
