"""What belongs to a site goes, what belongs to a story stays, in every language with rules."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.loader.pages.boilerplate.lines import (
    LONGEST,
    SHORT,
    ends_story,
    is_boilerplate,
    is_closing_plea,
)

LANGUAGES = (
    "en", "de", "fr", "es", "it", "pt", "nl", "sv", "pl", "ru", "ja", "zh", "da", "no", "ko", "ar",
    "cs", "fi", "uk",
)  # fmt: skip

BOILERPLATE = [
    ("en", "Also read"),
    ("en", "Also read: The goat that ran for mayor"),
    ("en", "OTHERS ARE READING NOW"),
    ("en", "Advertisement"),
    ("en", "Did you find the article interesting? Share it here Share the article:"),
    ("en", "You’ll like this? Share this article"),
    ("en", "6 min read"),
    ("en", "Updated 14:22, 3 March 2026"),
    ("en", "This is a breaking news story. More to follow"),
    (
        "en",
        "This article contains content provided by Warble. We ask before anything is loaded, as"
        " they may be using cookies and other technologies. To see it, choose accept and go on.",
    ),
    (
        "de",
        "An dieser Stelle finden Sie einen Film, den die Redaktion für Sie ausgesucht hat. Er kommt"
        " von einem anderen Anbieter. Mit einem Klick lassen Sie ihn sich zeigen.",
    ),
    ("de", "Ein Klick für den Datenschutz"),
    ("fr", "Pour afficher ce contenu, vous devez accepter les cookies de ce réseau."),
    ("es", "Cerrar sesión"),
    ("nl", "Om deze inhoud te tonen, moet je toestemming geven."),
    ("pl", "Aby zobaczyć tę treść, włącz pliki cookie."),
    ("ja", "カテゴリーをフォローする"),
    ("ja", "【関連】市長のヤギ"),
    ("de", "Auch lesen: Das Schaf im Rathaus"),
    ("zh", "分享到微信"),
    ("en", "1,204 shares"),
    ("en", "12 Comments"),
    ("en", "Comments (3)"),
    ("de", "7 Kommentare"),
    ("de", "Lesen Sie auch: Das Schaf im Rathaus"),
    ("de", "Anzeige"),
    ("de", "Das könnte Sie auch interessieren:"),
    ("fr", "Lire aussi : La chèvre du maire"),
    ("fr", "Publicité"),
    ("es", "Te puede interesar: La cabra del alcalde"),
    ("it", "Leggi anche: La capra del sindaco"),
    ("pt", "Leia também: A cabra do prefeito"),
    ("nl", "Lees ook: De geit van de burgemeester"),
    ("sv", "Läs också: Borgmästarens get"),
    ("pl", "Czytaj także: Koza burmistrza"),
    ("ru", "Читайте также: Коза мэра"),
    ("ja", "【関連記事】市長のヤギ"),
    ("ja", "続きを読む"),
    ("zh", "相关阅读：市长的山羊"),
    ("zh", "延伸閱讀"),
    ("da", "Læs også: Borgmesterens ged"),
    ("no", "Les også: Ordførerens geit"),
    ("ko", "무단전재 및 재배포 금지"),
    ("ar", "اقرأ أيضا: الماعز والعمدة"),
    ("cs", "Čtěte také: Koza a starosta"),
    ("fi", "Juttu jatkuu mainoksen jälkeen"),
    ("uk", "Читайте також: Коза мера"),
    ("en", "View this email in your browser"),
    ("en", "3 / 12"),
    ("en", "Was this forwarded to you? Sign up here"),
    ("de", "Bild 3 von 12"),
    ("de", "Im Browser ansehen"),
    ("de", "Auch spannend: Das Schaf"),
    ("fr", "Soyez le premier à commenter"),
    ("fr", "Vous recevez cet e-mail car vous êtes inscrit à notre liste."),
    ("es", "Sé el primero en comentar"),
    ("it", "Le notizie più lette"),
    ("pt", "Confira também: A cabra do prefeito"),
    ("nl", "Tekst loopt door onder de afbeelding"),
    ("sv", "Du får det här mejlet eftersom du har anmält dig."),
    ("pl", "Ciąg dalszy pod reklamą"),
    ("ru", "Продолжение после рекламы"),
    ("ja", "この記事は約4分で読めます"),
    ("zh", "點擊閱讀全文"),
    ("da", "Se også: Borgmesterens ged"),
    ("no", "Lytt til saken"),
]

STORY = [
    ("ko", "더보기를 누르자 염소가 나타났다고 그는 말했다."),
    ("cs", "Více k tématu řekl starosta až odpoledne, a to málo."),
    ("fi", "Lue lisää kirjoja, hän sanoi kaikille tapaamilleen."),
    ("uk", "За темою наступної виставки стежать усі кози."),
    ("en", "More in hope than in anger, she wrote to the council again."),
    ("en", "Following the vote, three of the nine resigned."),
    ("en", "Like this:"),
    ("de", "Nur für kurze Zeit war er Minister, und das genügte ihm."),
    ("de", "Weiter ging es erst nach dem Mittag."),
    ("fr", "Une erreur de calcul a coûté trois ponts à la ville."),
    ("fr", "Il vous reste trois jours, dit le notaire."),
    ("es", "Más de mil ovejas cruzaron el puente en una noche."),
    ("es", "Con información de la policía no se llega lejos, dijo."),
    ("it", "Sostieni che la capra ti abbia scritto?"),
    ("pt", "Com informações de três vizinhos, abriram a porta."),
    ("nl", "Steun voor de burgemeester kwam alleen van de geit."),
    ("sv", "Stöd för förslaget fanns bara på öarna."),
    ("pl", "Opublikowano w tym roku trzy książki o owcach."),
    ("ru", "Назад пути не было, и все это знали."),
    ("zh", "分享到最后，只剩一块面包。"),
    ("en", "The committee read more than forty letters before it voted."),
    ("en", "Share prices fell in the morning and rose again after lunch."),
    ("en", "Advertisement hoardings were blown down along the whole of the quay."),
    ("en", "Comments from both sides were heard in the afternoon."),
    ("en", "Related to the mayor by marriage, she kept out of the quarrel."),
    ("en", "“Read it again,” she said."),
    ("en", "Most read the letter as a threat."),
    ("en", "Updated rules for ferries come into force in May."),
    ("en", "Published poets are rare on the island, and loud."),
    ("en", "What happens next"),
    ("de", "Mehr lesen als schreiben, das riet sie ihren Schülern schon damals."),
    ("de", "Anzeigen wegen Lärms gab es im ganzen Sommer nicht eine."),
    ("de", "Das Teilen der Beute dauerte länger als der Raub."),
    ("en", "She made no further comments."),
    ("en", "“What do you think this is, a circus?”"),
    ("en", "He had sold all his shares."),
    ("en", "The inn is known for its views."),
    ("en", "Story continues to be told on the island, in three versions."),
    ("de", "Der Trainer sparte sich alle Kommentare."),
    ("de", "Unterstützen will den Plan im Ort niemand mehr."),
    ("fr", "Le maire n'a fait aucun commentaire."),
    ("es", "El alcalde no quiso leer los comentarios."),
    ("it", "Il sindaco non ha letto i commenti."),
    ("nl", "De burgemeester las nooit de reacties."),
    ("zh", "分享到最后一块面包时，他们都笑了。"),
    ("ja", "関連する三つの町が、同じ橋を渡りたがっている。"),
    ("en", "To view the comet, climb the hill behind the school and wait for the clouds to part."),
    ("en", "Copy after copy of the leaflet was found in the drains of the old town."),
    ("de", "An dieser Stelle stand bis zum Herbst ein Kiosk, den alle nur den Eimer nannten."),
    ("de", "Um diesen Streit zu beenden, reichte ein Blick in das Grundbuch."),
    ("fr", "Pour afficher sa colère, le boulanger ferma un samedi matin."),
    ("it", "Per vedere il lago serve una barca, oppure molta pazienza."),
    ("pt", "Para ver o farol de perto, é preciso esperar pela maré baixa."),
    ("fr", "Partager le pain ne suffisait plus, il fallait aussi partager le vin."),
    ("es", "Compartir el barco resultó más barato que comprarlo."),
    ("it", "Leggere tutto il fascicolo le costò tre notti."),
    ("pt", "Ler a carta em voz alta foi ideia do padre."),
    ("nl", "Delen van de dijk waren al in maart verzakt."),
    ("sv", "Dela byn i två ville ingen av dem."),
    ("pl", "Czytaj na głos, powiedziała nauczycielka i usiadła."),
    ("ru", "Читать он научился поздно, но уже не мог остановиться."),
    ("ja", "関連記事を読んだ人は三人しかいなかった、と彼は言った。"),
    ("zh", "他说，阅读更多的书是他冬天唯一的计划。"),
    ("da", "Del af broen blev revet ned i april."),
    ("no", "Del av broen ble revet i april."),
]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_has_rules(lang: str) -> None:
    rules = files("reader.loader.pages.boilerplate").joinpath(f"{lang}.txt").read_text("utf-8")
    lines = [line for line in rules.splitlines() if line and not line.startswith("#")]
    assert len(lines) > 60
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize(("lang", "line"), BOILERPLATE)
def test_boilerplate_is_recognised(lang: str, line: str) -> None:
    assert is_boilerplate(line, lang)


@pytest.mark.parametrize(("lang", "line"), STORY)
def test_sentences_and_headings_stay(lang: str, line: str) -> None:
    assert not is_boilerplate(line, lang)


def test_english_counts_on_every_page_and_other_languages_only_on_their_own() -> None:
    assert is_boilerplate("Share this article", "da")
    assert not is_boilerplate("Lees ook", "en")


def test_a_beginning_is_enough_where_the_rest_is_a_link() -> None:
    line = "Also read the story of the goat"
    assert is_boilerplate(line, "en", linked=0.9)
    assert not is_boilerplate(line, "en", linked=0.0)


def test_first_and_last_words_tell_of_a_short_line_only() -> None:
    short = "Read more about the goat"
    long = f"{short}{' and the goat' * 7} that ran for mayor"
    assert is_boilerplate(short, "en")
    assert SHORT < len(long) <= LONGEST
    assert not is_boilerplate(long, "en")


@given(st.text(min_size=161, max_size=400))
def test_a_long_paragraph_that_begins_like_no_notice_is_never_boilerplate(text: str) -> None:
    assert not is_boilerplate("a" + text.strip() + "a" * 160, "en")


@given(st.text(max_size=200), st.sampled_from(["", "xx", *LANGUAGES]), st.floats(0, 1))
def test_any_line_has_an_answer(line: str, lang: str, linked: float) -> None:
    assert is_boilerplate(line, lang, linked) in (True, False)


def test_a_plea_counts_at_the_end_of_a_story_only() -> None:
    plea = "Every Friday the best of the week: sign up for our newsletter and miss nothing."
    assert is_closing_plea(plea, "en")
    assert not is_boilerplate(plea, "en")
    assert not is_closing_plea("The bridge will open in May, she said.", "en")


@pytest.mark.parametrize(
    ("heading", "lang"),
    [("Comments", "en"), ("12 comments", "en"), ("Comments (3)", "de"), ("7 Kommentare", "de"),
     ("3 thoughts on “Sheep”", "en"), ("Laisser un commentaire", "fr"), ("留言", "zh")],
)  # fmt: skip
def test_a_heading_above_what_readers_say_ends_the_story(heading: str, lang: str) -> None:
    assert ends_story(heading, lang)


def test_other_headings_do_not_end_it() -> None:
    for heading in ("Comments from the mayor", "Two responses to a goat", "Kommentare", "Related"):
        assert not ends_story(heading, "en")
