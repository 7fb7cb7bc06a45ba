"""Find the quotations in a story's paragraphs and attribute them to their speakers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reader.model.quote_kinds import Certainty, Place, QuoteKind
from reader.quotes.candidate import Candidate, finish
from reader.quotes.choose_lexicon import lexicon_for, other_lexicon
from reader.quotes.cite_line import begins_with_name
from reader.quotes.clauses_by_language import clauses_of
from reader.quotes.full_names import Names
from reader.quotes.lexicon import BUNDLED, Lexicon, Lexicons, Word
from reader.quotes.mentions import Mention
from reader.quotes.neighbouring_sentences import neighbour_of, paragraph_before, reported
from reader.quotes.paragraphs import Paragraph, Role
from reader.quotes.pronouns import resolve_pronouns
from reader.quotes.pull_quotes import name_pull_quotes
from reader.quotes.quotation_marks import MARKS, Mark, Stretch, find_marks, find_stretches
from reader.quotes.reporting_clauses import Attribution, ReportingClauses
from reader.quotes.roles import Roles
from reader.quotes.speech_or_title import is_speech
from reader.quotes.tokens import COLON, COMMA, DASH, STOP, Frame, cut, sentences

_DASHED = re.compile(r"\s*[—–―-]")
_ITEM = re.compile(r"\s*(?:\d{1,3}[.)]|[•·*])\s")
_COLONS = (":", "：")
_SENTENCE_ENDS = tuple(".!?…:。！？")
_LEAD = 8
"""Most tokens between the cue of a lead-in and its colon, for unmarked words to be speech."""
_SAMPLE = 4000
"""Characters by which the language is guessed."""
_LONGEST = 20_000
"""Most quotations looked at in a paragraph; one with more is no prose."""


def find_quotes(
    text: str, paragraphs: Sequence[Paragraph], lang: str = "", title: str = "",
    lexicons: Lexicons = BUNDLED,
) -> list[Candidate]:  # fmt: skip
    """Return who said what in the `paragraphs` of `text`, in order; quotes in `title` first.

    Offsets count in `text`, those of the title in the title.
    Never raises, whatever the text; its time grows with the text's length.
    """
    if not MARKS.search(title) and not any(map(_may_hold_speech, paragraphs)):
        return []
    sample = text[:_SAMPLE] or title
    lex = lexicon_for(lang, sample, lexicons)
    story = _Story(text, paragraphs, lex)
    candidates = story.run()
    if 2 * _cues(candidates) <= len(candidates) and (other := other_lexicon(lex, sample, lexicons)):
        second = _Story(text, paragraphs, other)
        again = second.run()
        if _cues(again) > _cues(candidates):
            lex, story, candidates = other, second, again
    names, roles = story.names, Roles(story.text, lex)
    name_pull_quotes(candidates, story.text)
    resolve_pronouns(candidates, names)
    candidates.sort(key=lambda quote: quote.start)
    for quote in candidates:
        finish(quote, story.text, names, roles)
    candidates = _in_title(title, lex, names, roles) + candidates
    _give_first_roles(candidates, names)
    return candidates


def _cues(candidates: Sequence[Candidate]) -> int:
    """Return how many quotations have a cue."""
    return sum(quote.cue[0] >= 0 for quote in candidates)


def _give_first_roles(candidates: Sequence[Candidate], names: Names) -> None:
    """Give a person in all quotations the role that the first one with a role gives."""
    given: dict[str, str] = {}
    for quote in candidates:
        if quote.role:
            given.setdefault(quote.name, quote.role)
    for quote in candidates:
        if quote.certainty is not Certainty.NONE and not names.is_shared(quote.name):
            quote.role = given.get(quote.name, quote.role)


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


def _in_title(title: str, lex: Lexicon, names: Names, roles: Roles) -> list[Candidate]:
    if not title or not MARKS.search(title):
        return []
    story = _Story(title, [Paragraph(0, title, Role.HEADING)], lex)
    candidates = [quote for quote in story.run() if quote.speaker]
    for quote in candidates:
        quote.place = Place.TITLE
        finish(quote, title, names, roles)
    return candidates


class _Story:
    """Finds the quotations of a story in one pass, remembering who spoke last."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], lex: Lexicon) -> None:
        self.text, self.paragraphs, self.lex = text, paragraphs, lex
        self.marks = find_marks(self.text)
        self.mark_starts = [start for _, start, _, _ in self.marks]
        self.names = Names(self.text, lex)
        self.candidates: list[Candidate] = []
        self.utterance = 0
        self.open = False  # the last paragraph ended inside a quotation
        self.close = False  # the verb of the last lead-in stands close to its colon
        self.last: Candidate | None = None  # the last quote of the paragraph before
        self.plain: Paragraph | None = None  # the paragraph before, if nobody is quoted in it
        self.waiting: list[Candidate] = []  # parts of an open quote whose speaker is still to come

    def run(self) -> list[Candidate]:
        """Return all quotations; a nested one may come after later ones."""
        lead: Attribution | None = None
        dashes = "dash" in self.lex.options
        for paragraph in self.paragraphs:
            text = paragraph.text
            if paragraph.role is Role.OTHER or not text or text.isspace():
                continue
            if lead and self._furniture(text):
                continue
            if paragraph.role is Role.BLOCK_QUOTE:
                self._take_block(paragraph, lead)
                lead = None
                continue
            if dashes and _DASHED.match(text) and self._take_dash_speech(paragraph):
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
                self._take_block(paragraph, lead)
                lead = None
                continue
            lead_in = (text.rstrip() if text[-1].isspace() else text).endswith(_COLONS)
            before, lead = lead, None
            if first == last and not lead_in:
                self.plain = paragraph
            if first < last or lead_in:
                lead = self._take_paragraph(paragraph, self.marks[first:last], before, lead_in)
            else:
                self.last, self.open = None, False
        return self.candidates

    def _take_dash_speech(self, paragraph: Paragraph) -> bool:
        """Add speech that begins with a dash; return False if there is none."""
        from reader.quotes.dash_speech import dash_speech

        speech = dash_speech(self.text, *paragraph.span, self.lex)
        if speech is None:
            return False
        spans, attribution = speech
        self.utterance += 1
        for start, end in spans:
            quote = Candidate(start, end, QuoteKind.DIRECT)
            quote.utterance = self.utterance
            quote.take(attribution)
            self.candidates.append(quote)
        return True

    def _furniture(self, text: str) -> bool:
        low = text.strip().lower()
        return len(low) < 120 and low.startswith(self.lex.furniture or ("\0",))

    def _take_block(self, paragraph: Paragraph, lead: Attribution | None) -> None:
        start, end = paragraph.start, paragraph.start + len(paragraph.text)
        quote = Candidate(start, end, QuoteKind.BLOCK)
        if paragraph.cite and not (lead and not begins_with_name(paragraph.cite)):
            quote.cite, quote.certainty, quote.reason = paragraph.cite, Certainty.NAMED, "cite"
        elif lead:
            quote.take(lead)
        self._number(quote)
        self.candidates.append(quote)

    def _number(self, quote: Candidate) -> None:
        self.utterance += 1
        quote.utterance = self.utterance

    def _take_paragraph(
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
        in_paragraph: list[Candidate] = []
        number = 0
        for place, (begin, stop) in enumerate(spans):
            while number < len(outer) and frame.quote_at[number] < stop:
                at = frame.quote_at[number]
                quote = self._candidate(
                    outer[number], frame, clauses, at, begin, stop, paragraph, lead,
                    spans[max(0, place - 4) : place], in_paragraph,
                )  # fmt: skip
                if quote:
                    self._inherit(quote, in_paragraph, at, begin, frame)
                    in_paragraph.append(quote)
                number += 1
        self._name_by_the_next(in_paragraph)
        self._name_waiting(in_paragraph, paragraph.start)
        alone = in_paragraph and in_paragraph[0].speaker is None and len(frame.flags) == 1
        plain, self.plain = self.plain, None
        if alone and plain and (
            clause := paragraph_before(self.text, *plain.span, self.lex)
        ):
            in_paragraph[0].take(clause)
        for quote in in_paragraph:
            self.candidates.append(quote)
        if inner and in_paragraph:
            from reader.quotes.nested_quotes import nested

            for quote in nested(in_paragraph, inner, self.text, self.lex):
                self._number(quote)
                self.candidates.append(quote)
        self.last = in_paragraph[-1] if in_paragraph and in_paragraph[-1].speaker else None
        self.open = bool(outer and not outer[-1].closed)
        if self.open and in_paragraph and in_paragraph[-1].speaker is None:
            self.waiting.append(in_paragraph[-1])
        else:
            self.waiting = []
        if lead_in and spans:
            return self._lead_in(frame, clauses, spans[-1])
        return None

    def _lead_in(
        self, frame: Frame, clauses: ReportingClauses, span: tuple[int, int]
    ) -> Attribution | None:
        """Return the speaker of what follows a paragraph that ends in a colon, if it reports."""
        begin, stop = span
        clause = clauses.before(stop - 1, begin)
        if clause is None or clause.speaker is None:
            return None
        # Words without marks are said only where the verb stands close: no list follows then.
        between = [at for at in range(begin, stop) if frame.starts[at] >= clause.cue_end]
        self.close = len(between) <= _LEAD and not any(
            frame.flags[at] & Word.THAT for at in between
        )
        return clause

    def _candidate(
        self, stretch: Stretch, frame: Frame, clauses: ReportingClauses, at: int, begin: int,
        stop: int, paragraph: Paragraph, lead: Attribution | None, before_it: list[tuple[int, int]],
        in_paragraph: list[Candidate],
    ) -> Candidate | None:  # fmt: skip
        clause = clauses.attribute(at, begin, stop)
        if clause is None and "inversion" in self.lex.options:
            from reader.quotes.dash_speech import clause_inside_marks

            inner = stretch.inner_start, stretch.inner_end
            clause = clause_inside_marks(self.text, *inner, self.lex)
        if clause is None and "mood" in self.lex.options:
            near = max(begin, at - 60), min(stop, at + 60)
            if at == begin and stop == at + 1 and before_it:
                near = before_it[-1]  # nothing but a quotation after reported speech
            clause = reported(frame, clauses, before_it, *near)
        if clause is None and at == begin:
            goes_on = bool(in_paragraph and in_paragraph[-1].speaker)
            clause = neighbour_of(frame, clauses, self.names, begin, stop, goes_on)
        flags = frame.flags
        before = flags[at - 1] if at else 0
        inside = self.text[stretch.inner_start : stretch.inner_end].strip()
        alone = at == 0 and at == len(flags) - 1
        follows = flags[at + 1] if at + 1 < len(flags) else 0
        closes = inside[-1:] in ",?!" or bool(follows & (COMMA | DASH))
        introduced = bool(before & (COLON | COMMA)) or (
            bool(follows & Word.SAY) and "verblast" in self.lex.options
        )
        cued = clause is not None and (closes or not _is_nobody(clause.speaker, self.lex))
        # A sentence of nothing but a quotation goes on with what was said, however short.
        whole = at == begin and inside[-1:] in ".!?…" and (at == 0 or stop == at + 1)
        said = bool(in_paragraph and (in_paragraph[-1].speaker or in_paragraph[-1].cue[0] >= 0))
        if said and at == begin and stop == at + 2 and follows & STOP:
            whole = " " in inside  # «…», dice X. «Los demás no».
        if not alone and not whole and not (at == 0 and self.open) and not is_speech(
            inside, frame, at, cued, closes, self.lex, introduced
        ):
            return None
        if alone and stretch.closed and len(inside.split()) < 4 and not (lead or self.last):
            return None
        if not stretch.double and clause is None and not (whole and in_paragraph):
            return None
        if paragraph.role is Role.HEADING and clause is None:
            return None
        kind = QuoteKind.DIRECT
        fragment = inside[:1].islower() and not (at == begin and closes)
        if fragment or (not introduced and at > begin and inside[-1:] not in ".!?,…"):
            kind = QuoteKind.PARTIAL
        quote = Candidate(stretch.start, stretch.end, kind)
        if clause:
            quote.take(clause)
        elif at == 0 and lead:
            quote.take(lead)
        return quote

    def _inherit(
        self, quote: Candidate, in_paragraph: list[Candidate], at: int, begin: int, frame: Frame
    ) -> None:
        """Attribute continued speech to the last speaker, and number its utterance."""
        previous = in_paragraph[-1] if in_paragraph else self.last if at == 0 else None
        if quote.speaker is None and previous and previous.speaker:
            quote.speaker, quote.source = previous.speaker, previous.source
            quote.certainty, quote.reason = Certainty.INFERRED, "inheritance"
            if not in_paragraph and self.open:
                quote.utterance = previous.utterance
        if quote.utterance:
            return
        before = in_paragraph[-1] if in_paragraph else None
        if before and (
            (quote.speaker is before.speaker and quote.reason == "inheritance")
            # Two parts of one speech: “…,” said X, “…”.
            or (quote.cue == before.cue and before.end < quote.cue[0] < quote.start)
        ):
            quote.utterance = before.utterance
        else:
            self._number(quote)

    def _name_waiting(self, in_paragraph: list[Candidate], start: int) -> None:
        """Attribute the parts of a quotation left open over paragraphs as its last part is."""
        last = in_paragraph[0] if in_paragraph else None
        if last is None or not (self.open and last.start == start and last.speaker):
            return
        for quote in self.waiting:
            quote.speaker, quote.source = last.speaker, last.source
            quote.certainty, quote.reason = Certainty.INFERRED, "inheritance"
            quote.utterance = last.utterance

    def _name_by_the_next(self, in_paragraph: list[Candidate]) -> None:
        """Attribute a quotation without a speaker as the next one of its paragraph is."""
        for number in range(len(in_paragraph) - 2, -1, -1):
            quote, following = in_paragraph[number], in_paragraph[number + 1]
            inherited = quote.reason == "inheritance" and number == 0
            if (quote.speaker is None or inherited) and following.reason == "cue":
                quote.speaker, quote.source = following.speaker, following.source
                quote.certainty, quote.reason = Certainty.INFERRED, "inheritance"


def _is_nobody(who: Mention | None, lex: Lexicon) -> bool:
    """Whether nobody in particular speaks: ``so nennt man das`` marks a term."""
    return who is None or (who.pronoun and who.text.lower() in lex.impersonal)
