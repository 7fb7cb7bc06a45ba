from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import Span, SpanStyle
from reader.typesetting.line import Line, Words
from reader.typesetting.styled_text import Feature, Quoted, Setting, Typeset, number_links

URL = "https://a.example/one"
TEXT = st.text(alphabet="ab \"'-.\xad\u200b…“", max_size=40)


def features(typeset: Typeset) -> list[tuple[str, Feature]]:
    runs = typeset.runs(0, len(typeset.text))
    return [(typeset.text[run.start : run.end], run.features) for run in runs]


def test_runs_say_what_each_stretch_is() -> None:
    text = 'He said "it burns" at noon'
    spans = (Span(12, 17, SpanStyle.EMPHASIS), Span(22, 26, SpanStyle.LINK, URL))
    typeset = Typeset(0, text, Setting(), spans=spans, quotes=[Quoted(8, 18, 0)], numbers={URL: 7})
    assert features(typeset) == [
        ("He said ", Feature.NONE),
        ("“", Feature.QUOTED | Feature.MARK),
        ("it ", Feature.QUOTED),
        ("burns", Feature.QUOTED | Feature.EMPHASIS),
        ("”", Feature.QUOTED | Feature.MARK),
        (" at ", Feature.NONE),
        ("noon", Feature.LINK),
        ("[7]", Feature.NUMBER),
    ]


def test_an_inner_quotation_keeps_the_outer_ones_voice() -> None:
    text = "“I heard ‘no’ twice”"
    typeset = Typeset(0, text, Setting(), quotes=[Quoted(0, 20, 3), Quoted(9, 13, 4, inner=True)])
    inner = next(r for r in typeset.runs(0, 20) if r.features & Feature.INNER)
    assert (inner.quote, typeset.text[inner.start : inner.end]) == (3, "‘no’")


def test_nothing_is_set_in_code() -> None:
    spans = (Span(4, 9, SpanStyle.CODE),)
    assert Typeset(0, 'run "a--" or "b"', Setting(), spans=spans).text == 'run "a--" or “b”'


def test_a_closing_mark_after_a_link_follows_its_number() -> None:
    text = 'the "report"'
    spans = (Span(5, 11, SpanStyle.LINK, URL),)
    assert Typeset(0, text, Setting(), spans=spans, numbers={URL: 1}).text == "the “report[1]”"


def test_one_address_has_one_number() -> None:
    numbers: dict[str, int] = {}
    urls = (URL, "https://b.example", URL)
    number_links([Span(0, 1, SpanStyle.LINK, url) for url in urls], numbers)
    assert numbers == {URL: 1, "https://b.example": 2}


def test_plain_signs_take_the_place_of_typographic_ones() -> None:
    typeset = Typeset(0, "“Wait… it’s – odd”", Setting(smart=False, ascii=True))
    assert typeset.text == "\"Wait... it's - odd\""


@given(
    TEXT,
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(SpanStyle))),
    st.builds(Setting, st.booleans(), st.booleans()),
)
def test_runs_cover_the_text_once_and_offsets_find_their_letters(
    text: str, places: list[tuple[int, int, SpanStyle]], setting: Setting
) -> None:
    spans = [
        Span(start, min(end, len(text)), style, URL if style is SpanStyle.LINK else "")
        for start, end, style in places
        if start < min(end, len(text))
    ]
    typeset = Typeset(0, text, setting, spans=spans, numbers={URL: 1})
    runs = list(typeset.runs(0, len(typeset.text)))
    assert "".join(typeset.text[run.start : run.end] for run in runs) == typeset.text
    for place, letter in enumerate(text):
        if letter in "ab":
            assert typeset.text[typeset.place(place, place + 1)[0]] == letter


def test_tabs_of_code_reach_to_the_next_multiple_of_four() -> None:
    assert Typeset(0, "a\tb\n\tc\nabcd\td", Setting(), code=True).text == "a   b\n    c\nabcd    d"


def test_words_stand_at_cells_not_at_letters() -> None:
    words = Words(4, Typeset(0, "港 ab", Setting()), 0, 4)
    assert Line(0, (words,)).cells(words, 2, 3) == (7, 8)
    assert Line(0, (words,)).cells(words, 0, 9) == (4, 9)
    assert Line(0, (words,)).cells(words, 4, 9) is None
