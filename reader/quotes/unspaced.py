"""Reporting clauses of languages that mark the subject with a particle, or have no blanks.

Japanese, Korean, Hindi and Chinese.
"""

from __future__ import annotations

import re
from functools import cache

from reader.quotes.attribution import Attribution, Clauses
from reader.quotes.lexicon import Lexicon, Word
from reader.quotes.mentions import Mention
from reader.text.scripts import HAN

_REACH = 60
"""Characters looked at on either side."""
_SHORTEST = 5
"""Characters, marks included, of what is speech where the verb is not known."""
_NEVER = r"(?!)"
_NO_PARTICLE = "".join(
    f"(?<!{end})"
    for end in ("작가", "문가", "론가", "동가", "치가", "업가", "국가", "기도", "아이", "어린이")
)
"""Korean nouns that end like a particle."""
_AGE = r"(?:[（(][^）)]{1,8}[）)])?"
_WHO = r"(?P<who>[^\s、，。：:「」『』“”（）()]{1,24}?)" + _AGE
_WHO_CHINESE = _WHO.replace("(?P<who>", "(?P<who>[他她我]|").replace("{1,", "{2,")
_WHO_TOO = _WHO.replace("who", "too")
_WORD_KOREAN = r"[^\s,.:“”\"'‘’]+?"
_WHO_KOREAN = rf"(?P<who>{_WORD_KOREAN}(?: {_WORD_KOREAN}){{0,3}}?)"
_WORD_HINDI = r"(?!(?:में|को|पर|से|कि|तक|बाद|साथ) )[^\s,।:“”\"'‘’]+"
_WHO_HINDI = rf"(?P<who>{_WORD_HINDI}(?: {_WORD_HINDI}){{0,4}}?)"
_ENDS_HINDI = r"(?=[\s,:।]|\Z)"
_BETWEEN = (
    r"(?:[上下]?周[一二三四五六日天]|[0-9０-９]{1,2}[日号]|[昨今当][天日]|日前|近日|随后|[则也还又并曾]|再次"
    r"|(?:在|赛后|會後|会后)[^，。“”]{0,16}|[对向對][^，。“”]{1,10})*"
)
"""When, where and to whom in Chinese, between the speaker and the verb."""
_NO_VERB_BEFORE = r"(?<![小传傳演解学學据據听聽虽雖名简簡号號职職人俗被])"
"""A novel, a rumour, a title: no verb, though they end like one."""


class _Patterns:
    """Where the speaker stands in one language, with the verb in the group ``cue``.

    ``following`` and ``turned`` begin at the end of the quotation; ``preceding`` and ``source``
    end at its beginning; ``verb`` is what stands behind a quotation whose speaker is before it.
    """

    def __init__(
        self, following: str, preceding: str, source: str, verb: str = _NEVER,
        turned: str = _NEVER, loose: str = _NEVER, passed_on: str = _NEVER, news: str = _NEVER,
    ) -> None:  # fmt: skip
        self.following = re.compile(following)
        self.preceding = re.compile(preceding)
        """``cue`` may be missing."""
        self.source = re.compile(source)
        """``according to X``."""
        self.verb = re.compile(verb)
        self.turned = re.compile(turned)
        """The verb before the speaker."""
        self.loose = re.compile(loose)
        """As `verb`, by its form alone."""
        self.news = re.compile(news)
        """As `source`: ``X reports``."""
        self.passed_on = re.compile(passed_on)
        """Behind the verb, where the first subject of the clause reports what the second said."""


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
    by_language = {"ja": _japanese, "hi": _hindi}
    offices = "|".join(form for form, bits in lex.words.items() if bits & Word.ROLE)
    if lex.lang == "ko":
        return _korean(verbs, offices)
    return by_language.get(lex.lang, _chinese)(verbs)


def _japanese(verbs: str) -> _Patterns:
    that = r"(?:など)?(?:と|って)"
    loose = r"[^。「」、はがを]{1,6}(?:た|る|う|く|す)(?=[。、]|\Z)"
    noun = rf"(?P<who>[^\s、，。：:「」『』（）()]{{1,20}}?(?:さん|[{HAN}ァ-ヶー])){_AGE}"
    return _Patterns(
        rf"(?:{that}(?!書か|呼ば|題|名[付づ])、?{_WHO}(?:は|が|も)|。?{_WHO_TOO}(?:は|が)(?:そう|こう|(?=尋ね|聞い|問い)))"
        rf"[^。「」]{{0,20}}?(?P<cue>{verbs}|{loose})",
        rf"(?:^|[。、」]){_WHO}(?:は|が|も|(?P<cue>[：:]))[^。]*\Z",
        rf"(?:^|[。、」]){_WHO}(?P<cue>によると|によれば)[^。]*\Z",
        rf"{that}[^。]{{0,40}}?(?P<cue>{verbs})",
        rf"(?:{that}(?P<cue>{verbs})のは、?|(?P<and>{that})、?(?![^。]*[はがをにでたるう])){noun}"
        r"(?:だ|です|である|。|$)",
        rf"{that}(?![^。]{{0,3}}(?:呼|名[付づ]|題|称|いう|書かれ))[^。「」]{{0,12}}(?P<cue>{loose})",
        r"と(?:報|伝|発表)",
    )


def _korean(verbs: str, offices: str) -> _Patterns:
    start = r"(?:^|[.”\"] |, |['’][^\s]{0,2} )"
    whom = _WHO_KOREAN.replace("who", "too")
    said = r"(?:(?:이?라)?고|(?:이?라)?며|(?:이?라)?면서|다는|라는|는)"
    subject = (
        rf"(?:은|는|이|가|도){_NO_PARTICLE}(?= (?!(?:{offices})(?:은|는|이|가|도|의|에)))"
    )
    that = r"(?:(?:이?라)?고|(?:이?라)?며|면서|는|라는)?,?"
    return _Patterns(
        rf"\.?{that} ?{_WHO_KOREAN}{subject} [^.“”\"]{{0,30}}?(?P<cue>{verbs})",
        rf"{start}{_WHO_KOREAN}(?:{subject}|(?P<cue>:))[^.]*\Z",
        rf"{start}{_WHO_KOREAN}(?P<cue> ?에 따르면| ?에 의하면)[^.]*\Z",
        rf"{said}[^.]{{0,50}}?(?P<cue>{verbs})",
        rf"(?:\.? ?{_WHO_KOREAN}의 (?P<cue>말|설명|주장|지적|얘기|이야기)"
        rf"(?:이다|이었다|였다|입니다)"
        rf"|{said} ?(?P<and>말한|밝힌|주장한|강조한|설명한|전한|한) {whom}{subject})",
        passed_on=r"고 ",
    )


def _hindi(verbs: str) -> _Patterns:
    some = r"(?: [^।“”\"]{0,60}?)??"
    pronoun = r"(?P<too>उन्होंने|उसने|इन्होंने|मैंने|हमने)"
    speaks = r" (?:कह|बता|बोल|चिल्ला|फुसफुसा)"
    following = rf"(?:{pronoun}|{_WHO_HINDI}(?: ने|(?={speaks})))"
    preceding = rf"(?:{pronoun}|{_WHO_HINDI}(?: ने|(?=:|{speaks})))"
    return _Patterns(
        rf",? ?{following}{some} (?P<cue>{verbs}){_ENDS_HINDI}",
        rf"(?:^|[।”\",\s]){preceding}"
        rf"(?:(?: [^।]{{0,60}}?)?? ?(?P<cue>:|{verbs}){_ENDS_HINDI})?[^।]*\Z",
        rf"(?:^|[।”\",\s]){_WHO_HINDI} (?P<cue>के अनुसार|के मुताबिक)[^।]*\Z",
        rf"[^।“”\"]{{0,60}}? (?P<cue>{verbs}){_ENDS_HINDI}",
    )


def _chinese(verbs: str) -> _Patterns:
    start = r"(?:^|[。，！？”」])"
    named = r"[将把將][^，。]{1,12}(?:称为|稱為|称作|形容为|形容為|描述为|比作)\Z"
    verb = rf"(?:{named}|{_NO_VERB_BEFORE}(?:{verbs})(?![为述呼])|[：:]\Z)"
    return _Patterns(
        rf"[，,]?(?![并也还又但而则就便]){_WHO_CHINESE}{_BETWEEN}(?P<cue>{verbs})",
        rf"{start}(?:根?[据據]|按照)?(?:[^，。“”]{{2,12}}援引)?{_WHO_CHINESE}{_BETWEEN}(?P<cue>{verb})[^。]*\Z",
        rf"{start}(?:根?[据據]|按照|依照){_WHO_CHINESE}(?P<cue>(?:的)?(?:说法|說法|消息|介绍|介紹|报道|報道|看法))"
        r"[^。]*\Z",
        news=rf"{start}{_WHO_CHINESE}{_BETWEEN}(?P<cue>报道|報導|報道|消息)(?:称|稱)?，[^。]*\Z",
    )


class UnspacedClauses(Clauses):
    """Looks for reporting clauses in one paragraph of such a language."""

    def attribute(self, at: int, begin: int, end: int) -> Attribution | None:
        """Return the clause for the quotation at token `at`, wherever sentences end."""
        frame = self.frame
        start, after = frame.starts[at], frame.ends[at]
        patterns, text = _patterns(self.lex), self.text
        stop = min(frame.ends[-1], after + _REACH)
        low = max(frame.starts[0], start - _REACH)
        for pattern in (patterns.turned, patterns.following):
            if found := pattern.match(text, after, stop):
                return _made(found, found, 0)
        before = text[low:start]
        source = patterns.source.search(before) or patterns.news.search(before)
        rest = source.end("cue") if source else 0
        found = patterns.preceding.search(before, rest) or patterns.preceding.search(before)
        if found is None:
            return _made(source, source, low) if source else None
        cue = found if found["cue"] else patterns.verb.match(text, after, stop)
        if cue is None and after - start > _SHORTEST:
            cue = patterns.loose.match(text, after, stop)
        if cue is None:
            return _made(source, source, low) if source else None
        if patterns.passed_on.match(text, cue.end(), stop) and (
            inner := patterns.preceding.search(before, found.end(_group(found)) + 1)
        ):
            source, found = found, inner
        made = _made(found, cue, low)
        if source and source.start(_group(source)) != found.start(_group(found)):
            made.source = _who(source, low)
        return made


def _group(found: re.Match[str]) -> str:
    return "who" if found["who"] else "too"


def _who(found: re.Match[str], low: int) -> Mention:
    group = _group(found)
    start, end = found.span(group)
    return Mention(start + low, end + low, found[group], found[group])


def _made(found: re.Match[str], cue: re.Match[str], low: int) -> Attribution:
    shift = low if cue is found else 0
    reason = "colon" if cue["cue"] in (":", "：") else "cue"
    group = "cue" if cue["cue"] is not None else "and"
    start, end = cue.span(group)
    return Attribution(_who(found, low), start + shift, end + shift, reason)
