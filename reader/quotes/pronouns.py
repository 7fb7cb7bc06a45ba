"""Coreference of pronouns: resolve those that only one person of the story fits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from reader.model.quote_kinds import Certainty
from reader.quotes.candidate import Candidate
from reader.quotes.full_names import Names
from reader.quotes.lexicon import Lexicon, Word
from reader.quotes.mentions import Mention

_CAP = r"[^ \W\d_a-zà-ÿ]"
"""A capital letter. The blank is no word anyway, but told apart faster than by its class."""
# What stands before is asked behind the first letter: a pattern is looked for four times as fast
# where it begins with a set of letters.
_WORD = rf"{_CAP}(?<![\w.]{_CAP})[\w’'-]+"
_PERSON = re.compile(rf"{_WORD}(?: {_CAP}[\w’'-]+)+")
"""Two capitalised words or more: the name of a person, most often."""
_CAPITAL = re.compile(_WORD)
_BEARER = re.compile(rf"\.? ({_CAP}[\w’'-]+)")
_REACH = 3000
"""Most characters between a pronoun and its antecedent."""


def resolve_pronouns(candidates: Sequence[Candidate], names: Names) -> None:
    """Set the name behind each pronoun for which the story leaves only one person.

    One speaker was named so far, nobody else is named between that name and the pronoun, and no
    two people share the surname. No name is guessed by its sound: else the pronoun stays.
    """
    named: dict[str, None] = {}
    titles = _Titles(names)
    quotes = sorted(candidates, key=lambda quote: quote.start)
    speakers = {
        names.full(quote.speaker.name) for quote in quotes if quote.speaker and quote.speaker.name
    }
    surnames: dict[str, str] = {}
    for speaker in speakers:
        for surname in speaker.split()[-1:]:
            # Two of one surname: the surname alone is neither.
            surnames[surname] = "" if surname in surnames else speaker
    for item in quotes:
        who = item.speaker
        if who is None:
            continue
        if who.name:
            named[names.full(who.name)] = None
        elif who.pronoun:
            item.certainty, item.reason = Certainty.NONE, "pronoun"
            if who.text.lower() in names.lex.unresolved:
                continue
            name = _of_the_paragraph(who.start, names, quotes, speakers, surnames)
            only = next(iter(named)) if len(named) == 1 else ""
            if not name and only and _only_one(only, who.start, names, quotes):
                name = only
            name = titles.agreeing(who, quotes) or name
            if name and titles.agree(name, who.text):
                item.resolved, item.certainty = name, Certainty.INFERRED


class _Titles:
    """The gender that titles give the people of a story: ``Mr Brandt`` is a ``he``."""

    def __init__(self, names: Names) -> None:
        self._names, self._lex = names, names.lex
        self._places: list[tuple[int, str, str]] | None = None
        self._kinds: dict[str, set[frozenset[str]]] | None = None

    def _all(self) -> list[tuple[int, str, str]]:
        """Return where each title of the story stands, the title, and the name behind it."""
        if self._places is None:
            self._places = []
            text = self._names.text
            for title in _titles(self._lex):  # each by itself: a third of the time of a pattern
                at = text.find(title)
                while at >= 0:
                    bearer = _BEARER.match(text, at + len(title))
                    if bearer and not text[max(0, at - 1) : at].isalnum():
                        self._places.append((at, title, bearer[1]))
                    at = text.find(title, at + 1)
            self._places.sort()
        return self._places

    def _kind(self, word: str) -> frozenset[str]:
        low = word.lower()
        for words in (self._lex.masculine, self._lex.feminine):
            if low in words:
                return words
        return frozenset()

    def agree(self, name: str, pronoun: str) -> bool:
        """Whether no title of `name` in the story speaks against `pronoun`."""
        own = self._kind(pronoun)
        if self._kinds is None:
            self._kinds = {}
            for _, title, bearer in self._all():
                self._kinds.setdefault(bearer, set()).add(self._kind(title))
        return not own or self._kinds.get(name.split()[-1], {own}) == {own}

    def agreeing(self, who: Mention, quotes: Sequence[Candidate]) -> str:
        """Return the one person of the paragraph whose title agrees with the pronoun `who`."""
        own = self._kind(who.text)
        if not own or not self._all():
            return ""
        text = self._names.text
        begin = text.rfind("\n", 0, who.start) + 1
        if who.start - begin > _REACH:
            return ""
        near = _within(quotes, begin, who.start)
        titled = [
            (title, bearer)
            for start, title, bearer in self._all()[
                bisect_left(self._all(), (begin,)) : bisect_left(self._all(), (who.start,))
            ]
            if not any(quote.start <= start < quote.end for quote in near)
        ]
        bearers = {bearer for title, bearer in titled if self._kind(title) == own}
        if len(bearers) != 1:
            return ""
        titled_names = {bearer for _, bearer in titled}
        for match in _PERSON.finditer(_outside(text, begin, who.start, quotes)):
            words = match[0].split()
            if _looks_like_a_person(words) and words[-1] not in titled_names:
                return ""
        return self._names.full(bearers.pop())


@cache
def _titles(lex: Lexicon) -> tuple[str, ...]:
    words = (w for w in lex.masculine | lex.feminine if not lex.words.get(w, 0) & Word.PRON)
    return tuple(form for word in words for form in (word, word.capitalize()))


def _of_the_paragraph(
    at: int, names: Names, quotes: Sequence[Candidate], speakers: set[str], surnames: dict[str, str]
) -> str:
    """Return the one person whom the paragraph names before the pronoun; empty if not just one.

    A person is one of `speakers`, or a name before ``, who``. `surnames`: the speakers by surname,
    empty where two share it.
    """
    text = names.text
    begin = text.rfind("\n", 0, at) + 1
    if at - begin > _REACH:
        return ""
    plain = _outside(text, begin, at, quotes)
    relatives = tuple(f", {word} " for word in names.lex.person_relatives)
    people: dict[str, str] = {}
    for match in _PERSON.finditer(plain):
        words = match[0].split()
        if not _looks_like_a_person(words):
            continue
        full = " ".join(words[-2:])
        sure = full in speakers or plain.startswith(relatives, match.end())
        people[full] = full if sure else ""
    told = {full.split()[-1] for full in people}
    for word in _CAPITAL.findall(plain):
        if word in surnames and word not in told:
            people[word] = surnames[word]
    return next(iter(people.values())) if len(people) == 1 else ""


def _outside(text: str, begin: int, at: int, quotes: Sequence[Candidate]) -> str:
    """Return the text from `begin` to `at` without its quotations."""
    between: list[str] = []
    for quote in _within(quotes, begin, at):
        if quote.end <= begin or quote.start < begin:
            continue
        between.append(text[begin : quote.start])
        begin = quote.end
    between.append(text[begin:at])
    return " … ".join(between)


def _within(quotes: Sequence[Candidate], begin: int, end: int) -> Sequence[Candidate]:
    """Return those of `quotes`, which are in order, that begin in ``[begin, end)``."""
    first = bisect_left(quotes, begin, key=_start)
    return quotes[first : bisect_left(quotes, end, first, key=_start)]


def _start(quote: Candidate) -> int:
    return quote.start


def _only_one(name: str, at: int, names: Names, quotes: Sequence[Candidate]) -> bool:
    """Whether nobody else is named, outside quotes, from the last mention of `name` up to `at`."""
    text = names.text
    surname = name.split()[-1]
    first = text.rfind(surname, max(0, at - _REACH), at)
    if first < 0:
        return False
    plain = _outside(text, max(text.rfind("\n", 0, first) + 1, at - 2 * _REACH), at, quotes)
    people = {
        match[0]
        for match in _PERSON.finditer(plain)
        if not _behind_article(plain, match.start(), match[0], names.lex)
    }
    return all(_same(name, person.split()) for person in people)


def _behind_article(text: str, at: int, words: str, lex: Lexicon) -> bool:
    """Whether capitalised words at `at` name a thing: ``the Wrenmouth Post``, not ``the Rev. …``.

    Where common nouns are capitalised, an office may stand between: ``der Senator Karl Huber``.
    """
    if "nouns" in lex.options:
        return False
    before = text[max(0, at - 12) : at].split()[-1:]
    first = lex.words.get(words.split()[0].lower().rstrip("."), 0)
    return bool(
        before
        and lex.words.get(before[0].lower(), 0) & Word.DET
        and not first & (Word.TITLE | Word.ROLE)
    )


def _same(name: str, words: list[str]) -> bool:
    """Whether a run of capitalised words is `name`, with or without an office before it."""
    own = name.split()
    if own[-1] not in words:
        return not _looks_like_a_person(words)
    at = words.index(own[-1])
    return len(own) > 1 and (at == 0 or words[at - 1] == own[-2] or len(own) > 2)


def _looks_like_a_person(words: list[str]) -> bool:
    """Whether there are two or three words, the last no possessive; titles and places have more."""
    return 2 <= len(words) <= 3 and not words[-1].endswith(("’s", "'s"))
