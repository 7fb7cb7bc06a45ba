"""Reporting clauses of languages that mark the subject with a particle, or have no blanks.

Japanese, Korean, Hindi and Chinese.
"""

from __future__ import annotations

import re
from functools import cache

from reader.quotes.attribution import Attribution
from reader.quotes.lexicon import Lexicon, Word
from reader.quotes.marks import Stretch
from reader.quotes.mentions import Mention

_REACH = 60
"""Characters looked at on either side."""
_WHO = r"(?P<who>[^\s、，。：:「」『』“”]{2,24}?)"
_WHO_TOO = _WHO.replace("who", "too")
_WHO_KOREAN = r"(?P<who>[^\s,.:“”\"'‘’]+(?: [^\s,.:“”\"'‘’]+){0,3}?)"
_HINDI_WORD = r"(?!(?:में|को|पर|से|कि|तक|बाद|साथ) )[^\s,।:“”\"'‘’]+"
_WHO_HINDI = rf"(?P<who>{_HINDI_WORD}(?: {_HINDI_WORD}){{0,4}}?)"
_ENDS_HINDI = r"(?=[\s,:।]|\Z)"
_BETWEEN = (
    r"(?:[上下]?周[一二三四五六日天]|[0-9０-９]{1,2}[日号]|[昨今当][天日]|日前|近日|随后|[则也还又并曾]|再次"
    r"|在[^，。“”]{1,16}|[对向][^，。“”]{1,10})*"
)
"""When, where and to whom in Chinese, between the speaker and the verb."""
_NEVER = r"(?!)"


class _Patterns:
    """Where the speaker stands in one language, with the verb in the group ``cue``."""

    def __init__(
        self, following: str, preceding: str, verb: str = _NEVER, turned: str = _NEVER
    ) -> None:
        self.following = re.compile(following)
        """Behind the quotation."""
        self.preceding = re.compile(preceding)
        """Before it; ``cue`` may be missing."""
        self.verb = re.compile(verb)
        """The verb behind a quotation whose speaker stands before it."""
        self.turned = re.compile(turned)
        """Behind it, the verb before the speaker."""


@cache
def _patterns(lex: Lexicon) -> _Patterns:
    forms = [form for form, bits in lex.words.items() if bits & Word.SAY]
    forms += [
        " ".join((first, *rest))
        for first, phrases in lex.phrases.items()
        for rest, bits in phrases
        if bits & Word.SAY
    ]
    verbs = "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))
    if lex.lang == "ja":
        that = r"(?:など)?(?:と|って)"
        return _Patterns(
            rf"(?:{that}、?{_WHO}(?:は|が|も)|。?{_WHO_TOO}(?:は|が)(?:そう|こう))"
            rf"[^。「」]{{0,20}}?(?P<cue>{verbs})",
            rf"(?:^|[。、」]){_WHO}(?:は|が|も|(?P<cue>によると|によれば|[：:]))[^。]*\Z",
            rf"{that}[^。]{{0,40}}?(?P<cue>{verbs})",
            rf"{that}(?P<cue>{verbs})のは、?{_WHO}(?:だ|です|である|。|$)",
        )
    if lex.lang == "ko":
        that = r"(?:(?:이?라)?고|(?:이?라)?며|면서|는|라는)?,?"
        return _Patterns(
            rf"{that} ?{_WHO_KOREAN}(?:은|는|이|가|도) [^.“”\"]{{0,30}}?(?P<cue>{verbs})",
            rf"(?:^|[.”\"] |, ){_WHO_KOREAN}"
            r"(?:(?:은|는|이|가|도)(?= )|(?P<cue> ?에 따르면| ?에 의하면|:))[^.]*\Z",
            rf"{that}[^.]{{0,50}}?(?P<cue>{verbs})",
            rf" ?{_WHO_KOREAN}의 (?P<cue>말|설명|주장|지적|얘기|이야기)(?:이다|이었다|였다|입니다)",
        )
    if lex.lang == "hi":
        some = r"(?: [^।“”\"]{0,60}?)??"
        pronoun = r"(?P<too>उन्होंने|उसने|इन्होंने|मैंने|हमने)"
        speaks = r" (?:कह|बता|बोल)"
        following = rf"(?:{pronoun}|{_WHO_HINDI}(?: ने|(?={speaks})))"
        preceding = rf"(?:{pronoun}|{_WHO_HINDI}(?: ने|(?=:| के (?:अनु|मुता)|{speaks})))"
        cue = rf"(?P<cue>:|{verbs}|के अनुसार|के मुताबिक){_ENDS_HINDI}"
        return _Patterns(
            rf",? ?{following}{some} (?P<cue>{verbs}){_ENDS_HINDI}",
            rf"(?:^|[।”\",\s]){preceding}(?:{some} ?{cue})?[^।]*\Z",
            rf"[^।“”\"]{{0,60}}? (?P<cue>{verbs}){_ENDS_HINDI}",
        )
    return _Patterns(
        rf"[，,]?{_WHO}{_BETWEEN}(?P<cue>{verbs})",
        rf"(?:^|[。，！？”])(?:[根]?据|按照)?{_WHO}{_BETWEEN}(?P<cue>(?:{verbs})(?![为述呼])|[：:]\Z)[^。]*\Z",
    )


def attribute_unspaced(
    text: str, span: tuple[int, int], stretch: Stretch, lex: Lexicon
) -> Attribution | None:
    """Return the reporting clause beside a quotation of the paragraph `span`."""
    patterns = _patterns(lex)
    stop = min(span[1], stretch.end + _REACH)
    low = max(span[0], stretch.start - _REACH)
    for pattern in (patterns.turned, patterns.following):
        if found := pattern.match(text, stretch.end, stop):
            return _made(found, found, 0)
    before = text[low : stretch.start]
    if found := patterns.preceding.search(before):
        cue = found if found["cue"] else patterns.verb.match(text, stretch.end, stop)
        if cue:
            return _made(found, cue, low)
    return None


def _made(found: re.Match[str], cue: re.Match[str], low: int) -> Attribution:
    group = "who" if found["who"] else "too"
    start, end = found.start(group) + low, found.end(group) + low
    who = Mention(start, end, found[group], found[group])
    shift = low if cue is found else 0
    reason = "colon" if cue["cue"] in (":", "：") else "cue"
    return Attribution(who, cue.start("cue") + shift, cue.end("cue") + shift, reason)
