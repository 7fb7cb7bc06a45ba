from __future__ import annotations

import pytest

from reader.model.article import Article
from reader.model.quote import Certainty, Place, Quote, QuoteKind
from reader.typesetting.speakers import Speakers, short_name
from tests.app.stories import paragraph, said, story


def labels(article: Article) -> list[tuple[str, str]]:
    speakers = Speakers(article, unattributed="nobody", quoting="quoting")
    return [
        (speech.label.name, speech.label.role)
        for block in range(len(article.blocks))
        for speech in speakers.speeches(block)
    ]


def test_the_full_name_and_role_come_once_then_the_surname() -> None:
    article = story(
        paragraph("“We sail,” said Tessa Vann, the harbour pilot."),
        paragraph("“At dawn,” Vann added."),
    )
    article = said(article, "“We sail,”", "Tessa Vann", "harbour pilot")
    article = said(article, "“At dawn,”", "Tessa Vann", "harbour pilot")
    assert labels(article) == [("Tessa Vann", "harbour pilot"), ("Vann", "")]


def test_neighbouring_quotes_of_one_voice_share_a_label_and_others_do_not() -> None:
    article = story(paragraph("“One,” she said. “Two.” “Three?” he asked. “Four.”"))
    speakers = {"“One,”": "Ann", "“Two.”": "Ann", "“Three?”": "Bo", "“Four.”": "Ann"}
    for words, who in speakers.items():
        article = said(article, words, who)
    assert [name for name, _role in labels(article)] == ["Ann", "Bo", "Ann"]


def test_doubt_is_shown_unless_a_part_of_the_speech_names_the_speaker() -> None:
    article = story(paragraph("“One,” said Ann. “Two.”"), paragraph("“Three,” she said."))
    article = said(article, "“One,”", "Ann")
    article = said(article, "“Two.”", "Ann", certainty=Certainty.INFERRED)
    article = said(article, "“Three,”", "Ann", certainty=Certainty.INFERRED)
    assert [name for name, _role in labels(article)] == ["Ann", "Ann?"]


def test_a_quote_without_speaker_is_nobodys() -> None:
    article = said(
        story(paragraph("A sign read “Mind the step”.")), "“Mind the step”", "A sign",
        certainty=Certainty.NONE,
    )  # fmt: skip
    assert labels(article) == [("nobody", "")]
    assert Speakers(article, unattributed="", quoting="").voices == ()


def test_a_known_speaker_of_an_inner_quotation_is_named() -> None:
    article = story(paragraph("“I heard ‘never’ from her,” said Bo Lang."))
    article = said(article, "“I heard ‘never’ from her,”", "Bo Lang", "a clerk")
    article = said(article, "‘never’", "Eva Moor", kind=QuoteKind.NESTED)
    assert labels(article) == [("Bo Lang", "quoting Eva Moor")]


def test_speech_over_several_blocks_is_labelled_in_each() -> None:
    article = story(paragraph("Ann wrote: “It began"), paragraph("and it ended.” That was all."))
    article = said(article, "“It began\n\nand it ended.”", "Ann")
    speakers = Speakers(article, unattributed="", quoting="")
    assert [(q.start, q.end) for q in speakers.quoted(0)] == [(11, 20)]
    assert [(q.start, q.end) for q in speakers.quoted(1)] == [(0, 14)]


def test_quotes_of_the_title_stand_in_no_block() -> None:
    quote = Quote(0, 4, "Save", QuoteKind.DIRECT, "Ann", place=Place.TITLE)
    article = story(paragraph("Save the harbour."))
    article = Article(article.title, article.blocks, article.provenance, quotes=(quote,))
    assert Speakers(article, unattributed="", quoting="").quoted(0) == []


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Tessa Vann", "Vann"),
        ("Tessa van der Vann", "van der Vann"),
        ("Paul Hall Jr.", "Hall"),
        ("Cher", "Cher"),
        ("a woman in the crowd", "a woman in the crowd"),
        ("Ministry of Works", "Ministry of Works"),
        ("佐伯みなと", "佐伯みなと"),
    ],
)
def test_the_short_form_of_a_person(name: str, short: str) -> None:
    assert short_name(name, "", person=True) == short


def test_whether_it_is_a_person_shows_in_the_text() -> None:
    assert short_name("Harbour Board", "The Harbour Board met.", person=False) == "Harbour Board"
    assert short_name("Tessa Vann", "Tessa Vann left. Vann slept.", person=False) == "Vann"


def test_a_quotation_within_another_is_inner_and_not_counted_also_at_its_end() -> None:
    article = story(paragraph("“He told me ‘no’” she said."))
    article = said(article, "“He told me ‘no’”", "Ann")
    article = said(article, "‘no’”", "Ann", kind=QuoteKind.NESTED)
    speakers = Speakers(article, unattributed="nobody", quoting="quoting")
    assert speakers.inner == {1}
    assert [voice.quotes for voice in speakers.voices] == [1]
