from __future__ import annotations

import pytest

from reader.quotes.model_quotes import quotes_in_text


@pytest.mark.parametrize(
    ("lang", "text", "speaker"),
    [
        ("cs", "„Čekáme na vodu,“ řekl po jednání v Písku starosta Jan Hruška.", "Jan Hruška"),
        ("cs", "Starosta Písku Jan Hruška na schůzi řekl, že „nikdo nepřišel“.", "Jan Hruška"),
        ("cs", "„Nikdo nepřišel,“ postěžovala si Právu Olga Farná.", "Olga Farná"),
        ("cs", "„To není naše vina,“ tvrdí na radnici.", ""),
        ("pl", "„Nikt nie przyszedł” – napisała na Facebooku Olga Farna.", "Olga Farna"),
        ("ru", "«Никто не пришёл», — пожаловалась в понедельник мэр Ольга Фарина.", "Ольга Фарина"),
        ("ru", "Директор порта Иван Грушин вчера сказал, что он «не упадёт».", "Иван Грушин"),
        ("uk", "«Ніхто не прийшов», — написала у фейсбуці Ольга Фаріна.", "Ольга Фаріна"),
    ],
)  # fmt: skip
def test_the_office_and_the_full_name_show_the_subject(lang: str, text: str, speaker: str) -> None:
    (quote,) = quotes_in_text(text, lang)
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Иван Грушин заявил вчера «Новости порта», что не знает ответа."),
        ("ru", "Такая «помощь» никому не нужна."),
        ("cs", "V kině běží film „Odliv“, řekl Jan Hruška."),
        ("pl", "Zespół „Odpływ” zagra w piątek."),
    ],
)
def test_names_in_marks_are_not_said(lang: str, text: str) -> None:
    assert quotes_in_text(text, lang) == ()
