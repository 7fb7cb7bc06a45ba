"""Reporting clauses of scripts without blanks: Japanese and Chinese."""

from __future__ import annotations

import re
from functools import cache

from reader.quotes.attribution import Attribution
from reader.quotes.lexicon import Lexicon, Word
from reader.quotes.marks import Stretch
from reader.quotes.mentions import Mention

UNSPACED = frozenset(("ja", "zh"))
_REACH = 60
"""Characters looked at on either side."""
_WHO = r"(?P<who>[^\s、，。：:「」『』“”]{2,24}?)"


@cache
def _patterns(lang: str, verbs: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what follows a quote, what precedes it, and a verb that follows at all."""
    if lang == "ja":
        return (
            re.compile(rf"(?:など)?(?:と|って)、?{_WHO}(?:は|が|も)[^。「」]{{0,20}}?(?P<cue>{verbs})"),
            re.compile(rf"(?:^|[。、」]){_WHO}(?:は|が|も|(?P<cue>によると|によれば))[^。「」]*\Z"),
            re.compile(rf"(?:など)?(?:と|って)[^。「」]{{0,20}}?(?P<cue>{verbs})"),
        )
    return (
        re.compile(rf"[，,]?{_WHO}(?P<cue>{verbs})"),
        re.compile(rf"(?:^|[。，！？”]){_WHO}(?P<cue>{verbs})[^。“”]*\Z"),
        re.compile(r"(?!)"),
    )


def attribute_unspaced(
    text: str, span: tuple[int, int], stretch: Stretch, lex: Lexicon
) -> Attribution | None:
    """Return the reporting clause beside a quotation of the paragraph `span`."""
    verbs = [form for form, bits in lex.words.items() if bits & Word.SAY]
    alternation = "|".join(map(re.escape, sorted(verbs, key=lambda form: (-len(form), form))))
    following, preceding, verb = _patterns(lex.lang, alternation)
    stop = min(span[1], stretch.end + _REACH)
    low = max(span[0], stretch.start - _REACH)
    if found := following.match(text, stretch.end, stop):
        return _made(found, found, 0)
    before = text[low : stretch.start]
    if found := preceding.search(before):
        cue = found if found.groupdict().get("cue") else verb.match(text, stretch.end, stop)
        if cue:
            return _made(found, cue, low)
    return None


def _made(found: re.Match[str], cue: re.Match[str], low: int) -> Attribution:
    start, end = found.start("who") + low, found.end("who") + low
    who = Mention(start, end, found["who"], found["who"])
    shift = low if cue is found else 0
    return Attribution(who, cue.start("cue") + shift, cue.end("cue") + shift, "cue")
