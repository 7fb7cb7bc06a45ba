"""Tie a quotation to the reporting clause of its own sentence: cue, speaker, source."""

from __future__ import annotations

from reader.quotes.lexicon import Lexicon, Word
from reader.quotes.mentions import (
    Mention,
    mention_of,
    pronoun_at,
    quoted_name,
    run_backward,
    run_forward,
)
from reader.quotes.tokens import (
    ANY_POINT,
    CAP,
    COLON,
    COMMA,
    DASH,
    POINT,
    POSSESSIVE,
    QUOTE,
    STOP,
    Frame,
)

THAT = int(Word.THAT)
_REACH = 60
"""Tokens looked at on either side: no reporting clause is longer."""
_ACCORDING = Word.ACCORDING
_LABEL = 2
"""Words in marks that, before a colon, name a subject and are not speech."""
_SKIP = int(Word.AUX | Word.ADV | Word.TIME)
_AS = frozenset(("as", "wie", "comme", "como", "come", "som", "zoals", "kuten", "jak", "как", "як"))
_NO_NOUN = ANY_POINT | int(Word.SAY | Word.MAYBE | Word.VERB | Word.AUX | Word.ADV | Word.PREP)
_HEAD_JOINTS = frozenset(
    ("of", "for", "at", "from", "with", "in", "du", "de", "des", "di", "da", "do", "von", "vom",
     "der", "für", "aus", "bei", "av", "för", "fra", "van", "voor")
)


class Attribution:
    """The evidence found for one quotation."""

    __slots__ = ("cue_end", "cue_start", "reason", "source", "speaker")

    def __init__(
        self, speaker: Mention | None, cue_start: int = -1, cue_end: int = -1, reason: str = "",
        source: Mention | None = None,
    ) -> None:  # fmt: skip
        self.speaker, self.source = speaker, source
        self.cue_start, self.cue_end = cue_start, cue_end
        self.reason = reason


def _opens_aside(flag: int) -> bool:
    """Whether a word opens a clause or phrase that has no reporting verb of its own."""
    return bool(flag & int(Word.JOIN | Word.WHO | Word.PREP | Word.THAT)) and not (
        flag & int(Word.DET | Word.PRON)
    )


class Clauses:
    """Looks for reporting clauses in one paragraph."""

    def __init__(self, frame: Frame, text: str, lex: Lexicon) -> None:
        self.frame, self.text, self.lex = frame, text, lex
        self.inversion = "inversion" in lex.options

    def attribute(self, at: int, begin: int, end: int) -> Attribution | None:
        """Return the clause for the quotation at token `at` in the sentence [begin, end)."""
        frame = self.frame
        begin, end = max(begin, at - _REACH), min(end, at + _REACH)
        inner = self.text[frame.starts[at] : frame.ends[at]].rstrip("\"'”’»“‘` \u00a0\u202f」』")
        parted = at + 1 < end and bool(frame.flags[at + 1] & (COMMA | DASH))
        closes = inner[-1:] in ",?!…—-，？！" or parted
        found = None
        if closes or at == begin:
            found = self._after(at, end)
        if found is None:
            found = self._final(at, end) or self.before(at, begin)
        if found is None and not closes:
            found = self._after(at, end)
        according = self.according(at, begin, end)
        if found is None:
            return according or self._colon(at, begin)
        if according and found.source is None and according.cue_start != found.cue_start:
            return Attribution(
                found.speaker, found.cue_start, found.cue_end, found.reason, according.speaker
            )
        return found

    def is_cue(self, at: int, begin: int) -> bool:
        """Whether the word at `at` reports what was said, in a sentence from `begin`."""
        flags = self.frame.flags
        flag = flags[at]
        if flag & CAP and at > begin:
            return False
        if flag & Word.SAY:
            if at > begin and flags[at - 1] & Word.BE and not self.frame.lows[at].endswith("ing"):
                return False
            return not (at > begin and flags[at - 1] & Word.DET and not flags[at - 1] & Word.PRON
                        and not self.inversion)
        if flag & Word.MAYBE and at > begin:
            before = flags[at - 1]
            after = flags[at + 1] if at + 1 < len(flags) else 0
            if after & (QUOTE | THAT) and not before & (POSSESSIVE | Word.DET):
                return True
            return bool(before & Word.PRON) or (
                bool(before & (CAP | Word.ADV | Word.AUX)) and not before & (POSSESSIVE | Word.DET)
            )
        return False

    def _after(self, at: int, end: int) -> Attribution | None:
        """Find ``"…," X said`` and ``"…," said X``."""
        flags = self.frame.flags
        first = at + 1
        while first < end and flags[first] & (COMMA | DASH):
            first += 1
        if first < end and flags[first] & Word.ACCORDING:
            return None
        start = first
        if start < end and self.frame.lows[start] in _AS:
            start += 1
        while start < end and flags[start] & _SKIP and not flags[start] & Word.SAY:
            start += 1
        cue = start
        while cue < end and not self.is_cue(cue, first):
            if flags[cue] & (QUOTE | STOP | COLON) and not quoted_name(self.frame, cue, self.text):
                return None
            cue += 1
        if cue >= end:
            return None
        opener = flags[start] if start < end else 0
        subordinate = bool(opener & int(Word.JOIN | Word.PREP | Word.THAT))
        if (
            subordinate
            and cue > start + 1
            and flags[cue - 1] & COMMA
            and cue + 1 < end
            and (flags[cue + 1] & CAP or self.inversion)
        ):
            who = self.following(cue, end)
            if who:
                return self._made(who, cue, "cue")
        if cue > start and _opens_aside(flags[start]):
            return None
        who = self.subject_after_quote(start, cue, end)
        if who is None and cue == start and self.inversion:
            # Where verbs need no subject: „…,“ řekl.
            after = cue + 1
            while after < end and flags[after] & _SKIP:
                after += 1
            if after >= end or flags[after] & STOP:
                return Attribution(None, self.frame.starts[cue], self.frame.ends[cue], "cue")
        return self._made(who, cue, "cue") if who else None

    def subject_after_quote(self, start: int, cue: int, end: int) -> Mention | None:
        """Return the subject of the verb at `cue` in a clause that begins at `start`."""
        who = self.first_mention(start, cue) if cue > start else None
        return who or self.following(cue, end)

    def _final(self, at: int, end: int) -> Attribution | None:
        """Find ``it was "…" and more, X said.`` at the end of the sentence."""
        flags = self.frame.flags
        cue = end - 1
        while cue > at and flags[cue] & (STOP | Word.TIME | Word.ADV) and not flags[cue] & Word.SAY:
            cue -= 1
        if cue <= at + 2 or not self.is_cue(cue, at + 1) or flags[cue - 1] & (QUOTE | COMMA):
            return None
        who = self.subject(cue, at + 1)
        if who is None or who.first - 1 <= at or not flags[who.first - 1] & COMMA:
            return None
        return self._made(who, cue, "cue")

    def _participle(self, cue: int) -> bool:
        return self.frame.lows[cue].endswith("ing")

    def following(self, cue: int, end: int) -> Mention | None:
        """Return who follows a verb as its subject."""
        flags = self.frame.flags
        at = cue + 1
        while at < end and flags[at] & _SKIP and not flags[at] & Word.DET:
            at += 1
        if at < end and flags[at] & Word.PRON and not flags[at] & Word.DET:
            return pronoun_at(self.frame, at)
        return self.first_mention(at, end)

    def first_mention(self, at: int, end: int) -> Mention | None:
        """Return who the noun phrase at `at` names."""
        flags = self.frame.flags
        if at < end and flags[at] & Word.PRON and not (
            flags[at] & Word.DET and at + 1 < end and not flags[at + 1] & _NO_NOUN
        ):
            return pronoun_at(self.frame, at)
        stop = run_forward(self.frame, at, end)
        if stop == at:
            return None
        if (
            stop + 1 < end
            and self.frame.lows[stop] in ("and", "und", "et", "y", "e", "och", "og", "en", "i", "и")
            and flags[stop - 1] & CAP
            and flags[stop + 1] & CAP
        ):
            stop = run_forward(self.frame, stop + 1, end)
        return mention_of(self.frame, at, stop, self.text, self.lex)

    def before(self, at: int, begin: int) -> Attribution | None:
        """Find ``X said "…"`` before the token `at`."""
        flags = self.frame.flags
        tries = 0
        for cue in range(at - 1, begin - 1, -1):
            if flags[cue] & STOP:
                return None
            if not self.is_cue(cue, begin):
                continue
            tries += 1
            who = self.subject_before_quote(cue, begin, at)
            if who:
                found = self._made(who, cue, "cue")
                return self._with_source(found, who, begin)
            if tries == 4:
                break
        return None

    def subject_before_quote(self, cue: int, begin: int, at: int) -> Mention | None:
        """Return the subject of the verb at `cue` before the quotation at `at`."""
        who = self.subject(cue, begin)
        if self.inversion and not (who and (who.name or who.pronoun)):
            behind = self.following(cue, at)
            # „In Genf sagte X“: the verb stands second, its subject behind it.
            if behind and behind.first == cue + 1 and (behind.name or behind.pronoun):
                who = behind
        if who is None and (
            self.inversion
            or (cue + 1 < at and bool(self.frame.flags[cue + 1] & (CAP | Word.PRON)))
        ):
            who = self.following(cue, at)
        return who

    def _with_source(self, found: Attribution, who: Mention, begin: int) -> Attribution:
        """Find ``Y reported that X … saying "…"``: Y passed it on."""
        flags = self.frame.flags
        if who.first - 2 < begin or not flags[who.first - 1] & Word.THAT:
            return found
        cue = who.first - 2
        if not self.is_cue(cue, begin):
            return found
        source = self.subject(cue, begin)
        if source is None or source.pronoun or source.text == who.text:
            return found
        return Attribution(who, found.cue_start, found.cue_end, found.reason, source)

    def subject(self, cue: int, begin: int) -> Mention | None:
        """Return the subject that stands before a verb."""
        flags, lows = self.frame.flags, self.frame.lows
        at = cue - 1
        while at >= begin and flags[at] & _SKIP and not flags[at] & int(Word.PRON):
            at -= 1
        if at < begin:
            return None
        flag = flags[at]
        if flag & Word.PRON and not flag & (Word.WHO | Word.OBJECT) | (flag & Word.DET):
            return pronoun_at(self.frame, at)
        if flag & Word.WHO:
            at -= 1
            if at >= begin and flags[at] & COMMA:
                at -= 1
            return self.ending_at(at, begin)
        if flag & COMMA:
            opening = at - 1
            while opening > begin and not flags[opening] & (COMMA | QUOTE | STOP):
                opening -= 1
            if opening > begin and flags[opening] & COMMA and not self._participle(cue):
                who = self.ending_at(opening - 1, begin)
                if who and not (who.first > begin and flags[who.first - 1] & Word.PREP):
                    return who
            return self.main_subject(at, begin)
        if flag & POINT and lows[at] == ")":
            while at > begin and lows[at] != "(":
                at -= 1
            return self.ending_at(at - 1, begin)
        if flag & int(Word.JOIN) or lows[at] == "to" or flag & int(Word.VERB | Word.SAY):
            return self.main_subject(at, begin)
        if self._participle(cue) and flag & Word.NOUN:
            return self.main_subject(at, begin) or self.ending_at(at, begin)
        return self.ending_at(at, begin) or self.main_subject(at, begin)

    def ending_at(self, last: int, begin: int) -> Mention | None:
        """Return the noun phrase ending at `last`, or the head it hangs from."""
        flags, lows = self.frame.flags, self.frame.lows
        if last < begin:
            return None
        stop = last + 1
        first = run_backward(self.frame, last, begin)
        if first == stop:
            return None
        for _ in range(4):
            joint = first - 1
            if joint < begin or not flags[joint] & Word.PREP:
                break
            head = run_backward(self.frame, joint - 1, begin) if joint > begin else joint
            if head < joint and (
                lows[joint] in _HEAD_JOINTS or flags[joint] & Word.PREP
            ):
                first, stop = head, joint
                continue
            inner = mention_of(self.frame, first, stop, self.text, self.lex)
            # In a leading "In Ohio" nobody speaks; in "In a statement Ms Orrell" somebody does.
            if inner and inner.name and flags[first] & Word.DET and not self.inversion:
                return inner
            return None
        if (
            first - 2 >= begin
            and lows[first - 1] in ("and", "und", "et", "y", "och", "og")
            and flags[first - 2] & CAP
            and flags[first] & CAP
        ):
            first = run_backward(self.frame, first - 2, begin)
        return mention_of(self.frame, first, stop, self.text, self.lex)

    def main_subject(self, at: int, begin: int) -> Mention | None:
        """Return the first noun phrase of the clause before `at` that is no object."""
        flags, lows = self.frame.flags, self.frame.lows
        start = at
        while start > begin and not flags[start - 1] & (QUOTE | STOP | int(Word.THAT)):
            start -= 1
        while start < at:
            flag = flags[start]
            if flag & Word.PREP or (flag & Word.JOIN and start + 1 < at) or (
                start == begin
                and lows[start].endswith("ing")
                and any(flags[i] & COMMA for i in range(start, at))
            ):
                # A leading phrase or clause: on to its comma.
                comma = start
                while comma < at and not flags[comma] & COMMA:
                    comma += 1
                start = comma + 1 if comma < at else run_forward(self.frame, start + 1, at) + 1
                continue
            if flag & Word.PRON and not flag & Word.DET:
                return pronoun_at(self.frame, start)
            stop = run_forward(self.frame, start, at)
            if stop > start:
                who = mention_of(self.frame, start, stop, self.text, self.lex)
                if who:
                    return who
            start = max(start + 1, stop)
        return None

    def _colon(self, at: int, begin: int) -> Attribution | None:
        """Find ``X: "…"`` and ``"…": X``."""
        flags = self.frame.flags
        inner = self.text[self.frame.starts[at] : self.frame.ends[at]]
        if at > begin and flags[at - 1] & COLON:
            who = self.main_subject(at - 1, begin)
            if who and self.may_introduce(who, at - 1, begin):
                start, end = self.frame.starts[at - 1], self.frame.ends[at - 1]
                return Attribution(who, start, end, "colon")
        if (
            at == begin
            and at + 2 < len(flags)
            and flags[at + 1] & COLON
            and len(inner.split()) > _LABEL
        ):
            who = self.first_mention(at + 2, len(flags))
            if who:
                start, end = self.frame.starts[at + 1], self.frame.ends[at + 1]
                return Attribution(who, start, end, "colon")
        return None

    def may_introduce(self, who: Mention, colon: int, begin: int) -> bool:
        """Whether the subject of a sentence that ends in a colon is one who speaks."""
        return True

    def according(self, at: int, begin: int, end: int) -> Attribution | None:
        """Find ``according to X`` in the sentence of the token `at`."""
        flags = self.frame.flags
        for cue in [at for at in range(begin, end) if flags[at] & _ACCORDING]:
            if flags[cue] & ANY_POINT:
                continue
            if flags[cue] & Word.AFTER:
                who = self.ending_at(cue - 1, begin)
            else:
                if self.frame.lows[cue] == "so" and not (
                    cue > begin and flags[cue - 1] & (COMMA | QUOTE)
                ):
                    continue
                start = cue + 1
                while start < end and (
                    flags[start] & Word.ACCORDING or self.frame.lows[start] in ("von", "vom")
                ):
                    start += 1
                who = self.first_mention(start, end)
            if who:
                return self._made(who, cue, "cue")
        return None

    def _made(self, who: Mention, cue: int, reason: str) -> Attribution:
        return Attribution(who, self.frame.starts[cue], self.frame.ends[cue], reason)
