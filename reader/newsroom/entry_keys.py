"""By what an entry is known again: guids first, then links, titles, dates, the text itself.

The rules follow what feeds really do (the same guid on every item, guids that flip between http
and https, addresses mended after publication, entries with no guid and one link for all). Each key
carries the letter of the rule that made it, so that no rule can be taken for another.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple
from urllib.parse import urlsplit

from reader.loader.net.same_page import same_page_key
from reader.model.feed import Entry
from reader.model.story import Candidate, TextKeys
from reader.text.normal import fold

WORDS_THAT_TELL = 40
"""Two texts of one title that begin with so many equal words are the same story."""
SENTENCE_THAT_TELLS = 12
"""Words of the longest sentence by which a text of the same title and day is the same story."""
_SENTENCE_END = re.compile(r"(?<=[.!?…。！？])[\"”’»)]*\s+|\n+")
_READ = 6000
"""Characters of a text among which the longest sentence is looked for."""
DAY = 86400

_TRUSTED = ("g:", "td")
"""How the keys begin by which an entry with a trustworthy guid is known again."""


def candidates_of(
    entries: Sequence[Entry], texts: Sequence[TextKeys], *, rerun: bool = False
) -> tuple[Candidate, ...]:
    """The keys of the entries of one fetch, in their order; `texts` is what their words add.

    A key that two entries of the fetch share says nothing and is left out. An entry with a guid
    of its own that is no address is trusted: another guid is another story, but for one of the
    same title and date. With `rerun` (most of a known feed looks new: its guids were all made
    anew) every key may prove identity.
    """
    guids = Counter(entry.guid for entry in entries if entry.guid)
    links = Counter(same_page_key(entry.link) for entry in entries if entry.link)
    keys_of_entries = [
        _Keys(_firm(entry, text, guids, links), _soft(entry), _shared(entry, text))
        for entry, text in zip(entries, texts, strict=True)
    ]
    seen = Counter(key for keys in keys_of_entries for key in set(chain(*keys)))
    return tuple(
        _candidate(entry, keys, seen, trusted=_has_own_guid(entry, guids) and not rerun)
        for entry, keys in zip(entries, keys_of_entries, strict=True)
    )


class _Keys(NamedTuple):
    """The keys of one entry, before those are left out that others of the fetch have, too."""

    firm: tuple[str, ...]
    soft: tuple[str, ...]
    shared: tuple[str, ...]
    """Those that hold in every feed."""


def _has_own_guid(entry: Entry, guids: Counter[str]) -> bool:
    """Whether an entry has a guid that no other of the fetch has, and that is no address."""
    return guids[entry.guid] == 1 and "://" not in entry.guid


def _candidate(entry: Entry, keys: _Keys, seen: Counter[str], *, trusted: bool) -> Candidate:
    likely = (key for key in keys.soft if seen[key] == 1 and key not in keys.firm)
    own = (*keys.firm, *likely)
    return Candidate(
        lookup=tuple(key for key in own if key[:2] in _TRUSTED) if trusted else own,
        remember=own,
        shared=tuple(key for key in keys.shared if seen[key] == 1),
        stated=entry.published or entry.updated,
        trusted=trusted,
    )


def text_keys(entry: Entry, text: str) -> TextKeys:
    """What the words of an entry add to its keys."""
    title = fold(entry.title)
    link = same_page_key(entry.link) if entry.link else ""
    words = fold(text).split()[:WORDS_THAT_TELL]
    shared = []
    if len(words) == WORDS_THAT_TELL:
        shared.append("tt:" + _digest(f"{title}\n{' '.join(words)}"))
        sentence = fold(max(_SENTENCE_END.split(text[:_READ]), key=len))
        stated = entry.published or entry.updated
        if stated and len(sentence.split()) >= SENTENCE_THAT_TELLS:
            # With the day: a column of every week may have a long sentence that never changes.
            shared.append("ts:" + _digest(f"{title}\n{sentence}\n{stated // DAY}"))
    return TextKeys("b:" + _digest(f"{title}\n{link}\n{text}"), " ".join(shared))


def candidate_for(name: str, published: int | None = None) -> Candidate:
    """The keys of a story of which another reader knew only its guid or link."""
    keys = ("g:" + name, "l:" + same_page_key(name)) if "://" in name else ("g:" + name,)
    return Candidate(keys, keys, stated=published)


def _firm(
    entry: Entry, text: TextKeys, guids: Counter[str], links: Counter[str]
) -> tuple[str, ...]:
    link = same_page_key(entry.link) if entry.link else ""
    title = fold(entry.title)
    if entry.guid and guids[entry.guid] == 1:
        return ("g:" + entry.guid,)
    if entry.guid and link and links[link] == 1:
        return (f"gl:{entry.guid}|{link}",)
    if link and links[link] == 1:
        return ("l:" + link,)
    if link and title:
        return (f"lt:{link}|{title}",)
    if title and entry.published:
        return (f"td:{title}|{entry.published}",)
    return (text.whole,)


def _soft(entry: Entry) -> tuple[str, ...]:
    title, keys = fold(entry.title), []
    if title:
        keys += [
            f"nt:{same_page_key(address)}|{title}"
            for address in (entry.guid, entry.link)
            if "://" in address
        ]
        if entry.published:
            keys.append(f"td:{title}|{entry.published}")
    return tuple(dict.fromkeys(keys))


def _shared(entry: Entry, text: TextKeys) -> tuple[str, ...]:
    keys, parts = [], urlsplit(entry.link)
    if len(parts.path) > 1 and not parts.fragment:
        keys.append("l:" + same_page_key(entry.link))
    return (*keys, *text.shared.split())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
