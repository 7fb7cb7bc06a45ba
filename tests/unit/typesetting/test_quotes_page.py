from __future__ import annotations

from reader.model.quote import Echo, Voice
from reader.model.story import QuoteRow
from reader.typesetting.line import Ground, Ink, Layout
from reader.typesetting.measure import frame
from reader.typesetting.quotes_page import lay_out_quotes
from reader.typesetting.styled_text import Setting
from reader.typesetting.voice_head import Page
from tests.unit.typesetting.test_blocks import flat

PIET = Voice("Piet Arends", "inspector", 3, "Mellgate Mirror", "piet arends")


def row(story: int, index: int, text: str) -> QuoteRow:
    return QuoteRow(
        story=story, index=index, text=text, kind="direct", speaker="Piet Arends",
        role="inspector", voice="piet arends", via="", cue="said", certainty="named", reason="cue",
        place="text", start=0, end=len(text), title=f"Story {story}", source="Mellgate Mirror",
        feed=1, link=f"https://mellgate.example/{story}", published=story, text_hash="",
    )  # fmt: skip


ROWS = [row(2, 0, "“One.”"), row(2, 3, "“Two.”"), row(1, 0, "“Three.”")]


def laid(chosen: int = 1, voice: Voice | None = PIET, page: Page = Page()) -> Layout:  # noqa: B008
    return lay_out_quotes(
        voice, ROWS if voice else [], chosen, frame(60), lambda when: f"day {when}", page=page
    )


def test_quotes_stand_under_their_stories_and_the_chosen_one_says_what_can_be_done() -> None:
    assert [flat(line) for line in laid().lines] == [
        "PIET ARENDS inspector",
        "3 quotes",
        "",
        "Story 2",
        "Mellgate Mirror · day 2",
        "",
        "“One.”",
        "",
        "“Two.”",
        "↵ read it in place" + " " * 17 + "y copy with credit",
        "",
        "─" * 54,
        "",
        "Story 1",
        "Mellgate Mirror · day 1",
        "",
        "“Three.”",
    ]


def test_the_chosen_quote_fills_the_measure_and_every_quote_has_its_rule() -> None:
    lines = [line for line in laid().lines if line.block >= 0]
    assert [line.ground for line in lines] == [
        Ground.PLAIN, Ground.QUOTE, Ground.QUOTE, Ground.PLAIN,
    ]  # fmt: skip
    assert {line.rule for line in lines} == {0}


def test_the_unattributed_are_nobodys() -> None:
    layout = laid(voice=Voice("they", "a clerk", 3, "", ""))
    assert {line.rule for line in layout.lines if line.block >= 0} == {-1}
    assert [flat(line) for line in layout.lines[:2]] == ["UNATTRIBUTED", "3 quotes"]


def test_no_quotes_say_so() -> None:
    assert [flat(line) for line in laid(voice=None).lines] == ["Nobody is quoted in these stories."]


def test_the_same_words_elsewhere_are_named_and_numbered_under_the_chosen_quote() -> None:
    echoes = (
        Echo(7, 1, "“One!”", "Other", "Orrin Gazette", "", 1),
        Echo(8, 0, "“One and two.”", "Third", "Whistle", "", 3),
    )
    page = Page(echoes={(2, 0): echoes})
    lines = [flat(line) for line in laid(0, page=page).lines]
    at = lines.index("“One.”")
    assert lines[at + 2 : at + 6] == [
        "also in",
        "[1] Orrin Gazette · day 1 · first",
        "[2] Whistle · day 3",
        "    “One and two.”",
    ]
    lines = [flat(line) for line in laid(1, page=page).lines]
    assert lines[lines.index("“One.”") + 1] == "also in Orrin Gazette, Whistle"


def test_what_differs_elsewhere_is_set_strong() -> None:
    echoes = (Echo(7, 1, "“One and two.”", "Other", "Orrin Gazette", "", 3),)
    lines = laid(0, page=Page(echoes={(2, 0): echoes})).lines
    [line] = [line for line in lines if "and two" in flat(line)]
    assert [(sign.text, sign.ink) for sign in line.signs] == [
        ("“One ", Ink.MUTED), ("and two.”", Ink.STRONG),
    ]  # fmt: skip
    assert "also in · here first" in "\n".join(map(flat, lines))


def test_words_have_the_marks_of_their_storys_language() -> None:
    rows = [row(1, 0, '"Eins."'), row(2, 0, '"Two."')]
    page = Page(langs={1: "de", 2: "en"})
    made = lay_out_quotes(PIET, rows, 0, frame(60), lambda when: "", page=page)
    lines = [flat(line) for line in made.lines]
    assert "„Eins.“" in lines
    assert "“Two.”" in lines
    plain = lay_out_quotes(
        PIET, rows, 0, frame(60), lambda when: "", page=page, setting=Setting(smart=False)
    )
    assert '"Eins."' in [flat(line) for line in plain.lines]
