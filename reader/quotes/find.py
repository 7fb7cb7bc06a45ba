"""The engine's door: paragraphs in, quotes with their speakers out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reader.model.quote_kinds import Certainty, Place, QuoteKind
from reader.quotes.attribution import Attribution, Clauses
from reader.quotes.candidate import Found, finish
from reader.quotes.cites import begins_with_name
from reader.quotes.clauses import clauses_of
from reader.quotes.echoes import echo
from reader.quotes.languages import lexicon_for, other_lexicon
from reader.quotes.lexicon import BUNDLED, Lexicon, Lexicons, Word
from reader.quotes.mentions import Mention
from reader.quotes.names import Names
from reader.quotes.neighbours import neighbour, paragraph_before, reported
from reader.quotes.paragraphs import Paragraph, Role
from reader.quotes.pronouns import resolve
from reader.quotes.quotation_marks import MARKS, Mark, Stretch, find_marks, find_stretches
from reader.quotes.roles import Roles
from reader.quotes.speech import is_speech
from reader.quotes.tokens import COLON, COMMA, DASH, STOP, Frame, cut, sentences

_DASHED = re.compile(r"\s*[—–―-]")
_ITEM = re.compile(r"\s*(?:\d{1,3}[.)]|[•·*])\s")
_COLONS = (":", "：")
_SENTENCE_ENDS = tuple(".!?…:。！？")
_LEAD = 8
"""Most words between the verb of a lead-in and its colon."""
_SAMPLE = 4000
"""Characters by which the language is told."""
_LONGEST = 20_000
"""Stretches of a paragraph that are looked at closely; more than that is no prose."""


def find_quotes(
    text: str, paragraphs: Sequence[Paragraph], lang: str = "", title: str = "",
    lexicons: Lexicons = BUNDLED,
) -> list[Found]:  # fmt: skip
    """Return who said what in the `paragraphs` of `text`, in order; quotes in `title` first.

    Offsets count in `text`, those of the title in the title.
    Never raises, whatever the text; its time grows with the text's length.
    """
    if not MARKS.search(title) and not any(map(_may_hold_speech, paragraphs)):
        return []
    sample = text[:_SAMPLE] or title
    lex = lexicon_for(lang, sample, lexicons)
    story = _Story(text, paragraphs, lex)
    found = story.run()
    if 2 * _cues(found) <= len(found) and (other := other_lexicon(lex, sample, lexicons)):
        second = _Story(text, paragraphs, other)
        again = second.run()
        if _cues(again) > _cues(found):
            lex, story, found = other, second, again
    names, roles = story.names, Roles(story.text, lex)
    echo(found, story.text)
    resolve(found, names)
    found.sort(key=lambda item: item.start)
    for item in found:
        finish(item, story.text, names, roles)
    found = _in_title(title, lex, names, roles) + found
    _give_first_roles(found, names)
    return found


def _cues(found: Sequence[Found]) -> int:
    return sum(item.cue[0] >= 0 for item in found)


def _give_first_roles(found: Sequence[Found], names: Names) -> None:
    """Give each person everywhere the role the story gives first."""
    given: dict[str, str] = {}
    for item in found:
        if item.role:
            given.setdefault(item.name, item.role)
    for item in found:
        if item.certainty is not Certainty.NONE and not names.is_shared(item.name):
            item.role = given.get(item.name, item.role)


def _may_hold_speech(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        paragraph.role is Role.BLOCK_QUOTE
        or MARKS.search(text) is not None
        or _DASHED.match(text) is not None
        or text.rstrip().endswith(_COLONS)
    )


def _ends_a_sentence(text: str) -> bool:
    """Whether every line ends a sentence: an item of a list does not."""
    return not _ITEM.match(text) and all(
        line.rstrip().rstrip(")]\"'”’»“")[-1:] in _SENTENCE_ENDS
        for line in text.split("\n")
        if line.strip()
    )


def _in_title(title: str, lex: Lexicon, names: Names, roles: Roles) -> list[Found]:
    if not title or not MARKS.search(title):
        return []
    story = _Story(title, [Paragraph(0, title, Role.HEADING)], lex)
    found = [item for item in story.run() if item.speaker]
    for item in found:
        item.place = Place.TITLE
        finish(item, title, names, roles)
    return found


class _Story:
    """One pass over the paragraphs, remembering who spoke last."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], lex: Lexicon) -> None:
        self.text, self.paragraphs, self.lex = text, paragraphs, lex
        self.marks = find_marks(self.text)
        self.mark_starts = [start for _, start, _, _ in self.marks]
        self.names = Names(self.text, lex)
        self.found: list[Found] = []
        self.utterance = 0
        self.open = False  # the last paragraph ended inside a quote
        self.close = False  # the verb of the last lead-in stands close to its colon
        self.last: Found | None = None  # the last quote of the paragraph before
        self.plain: Paragraph | None = None  # the paragraph before, if nobody is quoted in it
        self.waiting: list[Found] = []  # parts of an open quote whose speaker is still to come

    def run(self) -> list[Found]:
        """Return all quotations, unsorted: those within others come after them."""
        lead: Attribution | None = None
        dashes = "dash" in self.lex.options
        for paragraph in self.paragraphs:
            text = paragraph.text
            if paragraph.role is Role.OTHER or not text or text.isspace():
                continue
            if lead and self._furniture(text):
                continue
            if paragraph.role is Role.BLOCK_QUOTE:
                self._block(paragraph, lead)
                lead = None
                continue
            if dashes and _DASHED.match(text) and self._dashed(paragraph):
                lead = None
                continue
            first = bisect_left(self.mark_starts, paragraph.start)
            last = bisect_left(self.mark_starts, paragraph.start + len(text), first)
            if (
                lead
                and self.close
                and paragraph.role is Role.TEXT
                and first == last
                and _ends_a_sentence(text)
            ):
                self._block(paragraph, lead)
                lead = None
                continue
            lead_in = (text.rstrip() if text[-1].isspace() else text).endswith(_COLONS)
            before, lead = lead, None
            if first == last and not lead_in:
                self.plain = paragraph
            if first < last or lead_in:
                lead = self._paragraph(paragraph, self.marks[first:last], before, lead_in)
            else:
                self.last, self.open = None, False
        return self.found

    def _dashed(self, paragraph: Paragraph) -> bool:
        """Take speech that begins with a dash; False if there is none."""
        from reader.quotes.dashes import dash_speech

        found = dash_speech(self.text, *paragraph.span, self.lex)
        if found is None:
            return False
        spans, attribution = found
        self.utterance += 1
        for start, end in spans:
            item = Found(start, end, QuoteKind.DIRECT)
            item.utterance = self.utterance
            item.take(attribution)
            self.found.append(item)
        return True

    def _furniture(self, text: str) -> bool:
        low = text.strip().lower()
        return len(low) < 120 and low.startswith(self.lex.furniture or ("\0",))

    def _block(self, paragraph: Paragraph, lead: Attribution | None) -> None:
        start, end = paragraph.start, paragraph.start + len(paragraph.text)
        item = Found(start, end, QuoteKind.BLOCK)
        if paragraph.cite and not (lead and not begins_with_name(paragraph.cite)):
            item.cite, item.certainty, item.reason = paragraph.cite, Certainty.NAMED, "cite"
        elif lead:
            item.take(lead)
        self._number(item)
        self.found.append(item)

    def _number(self, item: Found) -> None:
        self.utterance += 1
        item.utterance = self.utterance

    def _paragraph(
        self, paragraph: Paragraph, marks: list[Mark], lead: Attribution | None, lead_in: bool
    ) -> Attribution | None:
        start, end = paragraph.span
        stretches = find_stretches(
            self.text, marks, start, end, closes_low="low" in self.lex.options,
            elisions=self.lex.elisions,
        )[:_LONGEST]
        if not stretches and not lead_in:
            self.last, self.open = None, False
            return None
        outer: list[Stretch] = []
        inner: list[Stretch] = []
        for stretch in stretches:
            (inner if stretch.level else outer).append(stretch)
        frame = cut(self.text, start, end, outer, self.lex)
        clauses = clauses_of(frame, self.text, self.lex)
        spans = sentences(frame, self.text)
        heard: list[Found] = []
        number = 0
        for place, (begin, stop) in enumerate(spans):
            while number < len(outer) and frame.quote_at[number] < stop:
                at = frame.quote_at[number]
                item = self._one(
                    outer[number], frame, clauses, at, begin, stop, paragraph, lead,
                    spans[max(0, place - 4) : place], heard,
                )  # fmt: skip
                if item:
                    self._inherit(item, heard, at, begin, frame)
                    heard.append(item)
                number += 1
        self._backward(heard)
        self._go_on(heard, paragraph.start)
        alone = heard and heard[0].speaker is None and len(frame.flags) == 1
        plain, self.plain = self.plain, None
        if alone and plain and (
            clause := paragraph_before(self.text, *plain.span, self.lex)
        ):
            heard[0].take(clause)
        for item in heard:
            self.found.append(item)
        if inner and heard:
            from reader.quotes.nested import nested

            for item in nested(heard, inner, self.text, self.lex):
                self._number(item)
                self.found.append(item)
        self.last = heard[-1] if heard and heard[-1].speaker else None
        self.open = bool(outer and not outer[-1].closed)
        if self.open and heard and heard[-1].speaker is None:
            self.waiting.append(heard[-1])
        else:
            self.waiting = []
        if lead_in and spans:
            return self._lead(frame, clauses, spans[-1])
        return None

    def _lead(
        self, frame: Frame, clauses: Clauses, span: tuple[int, int]
    ) -> Attribution | None:
        """A paragraph that ends in a colon leads in what follows, if it reports."""
        begin, stop = span
        found = clauses.before(stop - 1, begin)
        if found is None or found.speaker is None:
            return None
        # Words without marks are said only where the verb stands close: no list follows then.
        between = [at for at in range(begin, stop) if frame.starts[at] >= found.cue_end]
        self.close = len(between) <= _LEAD and not any(
            frame.flags[at] & Word.THAT for at in between
        )
        return found

    def _one(
        self, stretch: Stretch, frame: Frame, clauses: Clauses, at: int, begin: int, stop: int,
        paragraph: Paragraph, lead: Attribution | None, before_it: list[tuple[int, int]],
        heard: list[Found],
    ) -> Found | None:  # fmt: skip
        found = clauses.attribute(at, begin, stop)
        if found is None and "inversion" in self.lex.options:
            from reader.quotes.dashes import incise_in

            found = incise_in(self.text, stretch.inner_start, stretch.inner_end, self.lex)
        if found is None and "mood" in self.lex.options:
            near = max(begin, at - 60), min(stop, at + 60)
            if at == begin and stop == at + 1 and before_it:
                near = before_it[-1]  # nothing but a quotation after reported speech
            found = reported(frame, clauses, before_it, *near)
        if found is None and at == begin:
            goes_on = bool(heard and heard[-1].speaker)
            found = neighbour(frame, clauses, self.names, begin, stop, goes_on)
        flags = frame.flags
        before = flags[at - 1] if at else 0
        inside = self.text[stretch.inner_start : stretch.inner_end].strip()
        alone = at == 0 and at == len(flags) - 1
        follows = flags[at + 1] if at + 1 < len(flags) else 0
        closes = inside[-1:] in ",?!" or bool(follows & (COMMA | DASH))
        introduced = bool(before & (COLON | COMMA)) or (
            bool(follows & Word.SAY) and "verblast" in self.lex.options
        )
        cued = found is not None and (closes or not _is_nobody(found.speaker, self.lex))
        # A sentence of nothing but a quotation goes on with what was said, however short.
        whole = at == begin and inside[-1:] in ".!?…" and (at == 0 or stop == at + 1)
        said = bool(heard and (heard[-1].speaker or heard[-1].cue[0] >= 0))
        if said and at == begin and stop == at + 2 and follows & STOP:
            whole = " " in inside  # «…», dice X. «Los demás no».
        if not alone and not whole and not (at == 0 and self.open) and not is_speech(
            inside, frame, at, cued, closes, self.lex, introduced
        ):
            return None
        if alone and stretch.closed and len(inside.split()) < 4 and not (lead or self.last):
            return None
        if not stretch.double and found is None and not (whole and heard):
            return None
        if paragraph.role is Role.HEADING and found is None:
            return None
        kind = QuoteKind.DIRECT
        fragment = inside[:1].islower() and not (at == begin and closes)
        if fragment or (not introduced and at > begin and inside[-1:] not in ".!?,…"):
            kind = QuoteKind.PARTIAL
        item = Found(stretch.start, stretch.end, kind)
        if found:
            item.take(found)
        elif at == 0 and lead:
            item.take(lead)
        return item

    def _inherit(
        self, item: Found, heard: list[Found], at: int, begin: int, frame: Frame
    ) -> None:
        """Continued speech: the speaker of this paragraph, or of the quote it continues."""
        previous = heard[-1] if heard else self.last if at == 0 else None
        if item.speaker is None and previous and previous.speaker:
            item.speaker, item.source = previous.speaker, previous.source
            item.certainty, item.reason = Certainty.INFERRED, "inheritance"
            if not heard and self.open:
                item.utterance = previous.utterance
        if item.utterance:
            return
        before = heard[-1] if heard else None
        if before and (
            (item.speaker is before.speaker and item.reason == "inheritance")
            # Two parts of one speech: “…,” said X, “…”.
            or (item.cue == before.cue and item.cue[0] > before.end and item.start > item.cue[0])
        ):
            item.utterance = before.utterance
        else:
            self._number(item)

    def _go_on(self, heard: list[Found], start: int) -> None:
        """A quote left open over paragraphs has the speaker who is named behind its last part."""
        if not (self.open and heard and heard[0].start == start and heard[0].speaker):
            return
        last = heard[0]
        for item in self.waiting:
            item.speaker, item.source = last.speaker, last.source
            item.certainty, item.reason = Certainty.INFERRED, "inheritance"
            item.utterance = last.utterance

    def _backward(self, heard: list[Found]) -> None:
        """A quote that opens a paragraph has the speaker of the next one there."""
        for number in range(len(heard) - 2, -1, -1):
            item, following = heard[number], heard[number + 1]
            inherited = item.reason == "inheritance" and number == 0
            if (item.speaker is None or inherited) and following.reason == "cue":
                item.speaker, item.source = following.speaker, following.source
                item.certainty, item.reason = Certainty.INFERRED, "inheritance"


def _is_nobody(who: Mention | None, lex: Lexicon) -> bool:
    """``So nennt man das``: a term."""
    return who is None or (who.pronoun and who.text.lower() in lex.impersonal)
