"""What is kept with a correction: what the rules had made of a quote, and the words around it.

The text may leave the cache; whoever improves the rules needs it.
"""

from __future__ import annotations

from reader.model.article import BLOCK_BREAK, Article
from reader.model.quote import Place
from reader.model.story import Headline
from reader.text.normal import words_key


def evidence_of(headline: Headline, article: Article, quote: str) -> dict[str, object]:
    """Return, ready for JSON, where the words `quote` stand and what was found of them.

    ``text`` are the paragraphs around, ``start`` and ``end`` count in it; ``found`` is the quote
    as the rules see it, None if they see none.
    """
    evidence: dict[str, object] = {
        "lang": article.lang,
        "outlet": headline.source,
        "title": article.title,
        "link": article.link,
        "published": headline.published,
        "found": None,
    }
    words = words_key(quote)
    same_words = (quoted for quoted in article.quotes if words_key(quoted.text) == words)
    by_rules = next(same_words, None)
    if by_rules is None:
        return evidence
    whole = article.title if by_rules.place is Place.TITLE else article.text
    first, last = _around(whole, by_rules.start, by_rules.end)
    return evidence | {
        "text": whole[first:last],
        "start": by_rules.start - first,
        "end": by_rules.end - first,
        "found": {
            "kind": by_rules.kind.value,
            "speaker": by_rules.speaker,
            "role": by_rules.role,
            "source": by_rules.source,
            "cue": by_rules.cue,
            "certainty": by_rules.certainty.value,
            "reason": by_rules.reason,
        },
    }


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraphs from `start` to `end`, with one before and one behind."""
    first = text.rfind(BLOCK_BREAK, 0, start)
    first = text.rfind(BLOCK_BREAK, 0, max(first, 0))
    last = text.find(BLOCK_BREAK, end)
    last = text.find(BLOCK_BREAK, last + len(BLOCK_BREAK)) if last >= 0 else -1
    return (first + len(BLOCK_BREAK) if first >= 0 else 0), (last if last >= 0 else len(text))
