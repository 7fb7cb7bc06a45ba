from __future__ import annotations

from dataclasses import replace

import pytest

from reader.settings.config import parse_config
from reader.text.citation import FORMS, citation
from tests.unit.typesetting.test_quotes_page import row

QUOTE = replace(row(2, 0, "“One.”"), published=1_790_000_000)


def test_a_citation_names_speaker_role_source_and_address() -> None:
    assert citation(QUOTE) == (
        "“One.” — Piet Arends, inspector (Mellgate Mirror, https://mellgate.example/2)"
    )
    assert citation(replace(QUOTE, text="No marks here.")).startswith("“No marks here.” — ")


def test_in_markdown_it_is_a_quotation_with_a_link() -> None:
    quote = replace(QUOTE, text="“One *two*.\nThree.”", title="A [lamp]")
    assert citation(quote, "markdown") == (
        "> “One \\*two\\*.\n> Three.”\n>\n> — Piet Arends, inspector, Mellgate Mirror, "
        "[A \\[lamp\\]](<https://mellgate.example/2>), 2026-09-21"
    )


def test_in_bibtex_it_is_an_entry_whose_fields_are_safe() -> None:
    quote = replace(QUOTE, title="50% of {all} & more", source="Mellgate Mirror")
    assert citation(quote, "bibtex") == (
        "@misc{mellgatemirror-2026-09-21-2,\n"
        "  title = {50\\% of \\{all\\} \\& more},\n"
        "  howpublished = {Mellgate Mirror},\n"
        "  date = {2026-09-21},\n"
        "  url = {https://mellgate.example/2},\n"
        "  note = {Piet Arends, inspector: “One.”},\n"
        "}"
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_speaker_who_was_worked_out_is_quoted_with_a_question_mark(form: str) -> None:
    assert "Piet Arends?, inspector" in citation(replace(QUOTE, certainty="inferred"), form)


@pytest.mark.parametrize("form", FORMS)
def test_nobody_is_credited_where_nobody_is_known(form: str) -> None:
    quote = replace(QUOTE, speaker="", role="", link="")
    assert "Arends" not in citation(quote, form)
    assert "One." in citation(quote, form)


def test_the_setting_knows_every_form() -> None:
    for form in FORMS:
        assert parse_config(f'copy_format = "{form}"', "config.toml").copy_format == form
