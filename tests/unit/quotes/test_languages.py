"""In every language: the cue before, behind and within, a colon, and a source's own word."""

from __future__ import annotations

import pytest

from reader.model.quote import Certainty
from reader.quotes.model_quotes import quotes_in_text

SAID = [
    ("en", "“The tide was early,” said Odo Farley.", "Odo Farley", 1),
    ("en", "Mara Okafor told reporters: “We wait for the tide.”", "Mara Okafor", 1),
    ("en", "“The tide,” said Odo Farley, “is early today.”", "Odo Farley", 2),
    ("en", "Odo Farley: “The tide is early.”", "Odo Farley", 1),
    ("en", "Odo Farley said the bridge was “far too old”.", "Odo Farley", 1),
    ("en", "Rubio recites: “We wait for the tide.”", "Rubio", 1),
    ("de", "„Die Flut kam früh“, sagte Odo Farber.", "Odo Farber", 1),
    ("de", "Die Hafenmeisterin Mara Harms erklärte: „Wir warten auf die Flut.“", "Mara Harms", 1),
    ("de", "„Die Flut“, sagte Odo Farber, „kommt heute früh.“", "Odo Farber", 2),
    ("de", "Odo Farber: „Die Flut kommt heute früh.“", "Odo Farber", 1),
    ("de", "Odo Farber nannte die Brücke „viel zu alt“.", "Odo Farber", 1),
    ("de", "Nach Angaben von Odo Farber kam die Flut „viel zu früh“.", "Odo Farber", 1),
    ("fr", "« La mer monte », a déclaré Odile Farge.", "Odile Farge", 1),
    ("fr", "La maire Odile Farge a expliqué : « Nous attendons la marée. »", "Odile Farge", 1),
    ("fr", "« La mer », dit Odile Farge, « monte vite aujourd'hui. »", "Odile Farge", 2),
    ("fr", "Odile Farge : « La mer monte vite. »", "Odile Farge", 1),
    ("fr", "Selon Odile Farge, le pont est « beaucoup trop vieux ».", "Odile Farge", 1),
    ("fr", "« La mer monte, a expliqué Odile Farge. Nous attendons. »", "Odile Farge", 1),
    ("es", "«La marea llegó temprano», dijo Olga Farías.", "Olga Farías", 1),
    ("es", "La alcaldesa Olga Farías explicó: «Esperamos la marea».", "Olga Farías", 1),
    ("es", "«La marea», dijo Olga Farías, «llega hoy temprano».", "Olga Farías", 2),
    ("es", "Olga Farías: «La marea llega temprano».", "Olga Farías", 1),
    ("es", "Según Olga Farías, el puente es “demasiado viejo”.", "Olga Farías", 1),
    ("es", "—La marea llega temprano —dijo Olga Farías—. Esperamos.", "Olga Farías", 2),
    ("it", "«La marea è arrivata presto», ha detto Olga Farini.", "Olga Farini", 1),
    ("it", "La sindaca Olga Farini ha spiegato: «Aspettiamo la marea».", "Olga Farini", 1),
    ("it", "«La marea», ha detto Olga Farini, «arriva presto oggi».", "Olga Farini", 2),
    ("it", "Olga Farini: «La marea arriva presto».", "Olga Farini", 1),
    ("it", "Secondo Olga Farini il ponte è «troppo vecchio».", "Olga Farini", 1),
    ("pt", "“A maré chegou cedo”, disse Olga Farias.", "Olga Farias", 1),
    ("pt", "A prefeita Olga Farias explicou: “Esperamos pela maré.”", "Olga Farias", 1),
    ("pt", "“A maré”, disse Olga Farias, “chega cedo hoje.”", "Olga Farias", 2),
    ("pt", "Olga Farias: “A maré chega cedo.”", "Olga Farias", 1),
    ("pt", "Segundo Olga Farias, a ponte é “velha demais”.", "Olga Farias", 1),
    ("nl", "‘Het water kwam vroeg’, zei Olga Faber.", "Olga Faber", 1),
    ("nl", "„Het water kwam vroeg”, zei Olga Faber.", "Olga Faber", 1),
    ("nl", "Burgemeester Olga Faber verklaarde: “We wachten op het water.”", "Olga Faber", 1),
    ("nl", "“Het water”, zei Olga Faber, “komt vandaag vroeg.”", "Olga Faber", 2),
    ("nl", "Olga Faber: “Het water komt vroeg.”", "Olga Faber", 1),
    ("nl", "Volgens Olga Faber is de brug “veel te oud”.", "Olga Faber", 1),
    ("sv", "– Vattnet steg, säger Olga Farm.", "Olga Farm", 1),
    ("sv", "”Vattnet steg tidigt”, säger Olga Farm.", "Olga Farm", 1),
    ("sv", "Borgmästaren Olga Farm sade: ”Vi väntar på vattnet.”", "Olga Farm", 1),
    ("sv", "”Vattnet”, sade Olga Farm, ”stiger tidigt i dag.”", "Olga Farm", 2),
    ("sv", "Olga Farm: ”Vattnet stiger tidigt.”", "Olga Farm", 1),
    ("sv", "Enligt Olga Farm är bron ”alldeles för gammal”.", "Olga Farm", 1),
    ("da", "»Vandet steg tidligt«, siger Olga Farm.", "Olga Farm", 1),
    ("da", "Borgmester Olga Farm sagde: »Vi venter på vandet.«", "Olga Farm", 1),
    ("da", "»Vandet«, sagde Olga Farm, »stiger tidligt i dag.«", "Olga Farm", 2),
    ("da", "Olga Farm: »Vandet stiger tidligt.«", "Olga Farm", 1),
    ("da", "Ifølge Olga Farm er broen »alt for gammel«.", "Olga Farm", 1),
    ("no", "«Vannet steg tidlig», sier Olga Farm.", "Olga Farm", 1),
    ("no", "– Vannet steg tidlig, sier Olga Farm.", "Olga Farm", 1),
    ("no", "Ordfører Olga Farm sa: «Vi venter på vannet.»", "Olga Farm", 1),
    ("no", "«Vannet», sa Olga Farm, «stiger tidlig i dag.»", "Olga Farm", 2),
    ("no", "Olga Farm: «Vannet stiger tidlig.»", "Olga Farm", 1),
    ("no", "Ifølge Olga Farm er brua «altfor gammel».", "Olga Farm", 1),
    ("fi", "”Vesi nousi aikaisin”, sanoi Olga Farm.", "Olga Farm", 1),
    ("fi", "Kaupunginjohtaja Olga Farm kertoi: ”Odotamme vettä.”", "Olga Farm", 1),
    ("fi", "”Vesi”, sanoi Olga Farm, ”nousee tänään aikaisin.”", "Olga Farm", 2),
    ("fi", "Olga Farm: ”Vesi nousee aikaisin.”", "Olga Farm", 1),
    ("fi", "Olga Farmin mukaan silta on ”aivan liian vanha”.", "Olga Farmin", 1),
    ("fi", "– Vesi nousi aikaisin, sanoo Olga Farm.", "Olga Farm", 1),
    ("fi", "”Vesi nousi aikaisin”, Olga Farm sanoo.", "Olga Farm", 1),
    ("pl", "„Woda przyszła wcześnie” – powiedziała Olga Farna.", "Olga Farna", 1),
    ("pl", "Burmistrz Olga Farna powiedziała: „Czekamy na wodę”.", "Olga Farna", 1),
    ("pl", "„Woda” – powiedziała Olga Farna – „przyszła dziś wcześnie”.", "Olga Farna", 2),
    ("pl", "Olga Farna: „Woda przyszła wcześnie”.", "Olga Farna", 1),
    ("pl", "Według Olgi Farnej most jest „o wiele za stary”.", "Olgi Farnej", 1),
    ("pl", "– Woda przyszła wcześnie – powiedziała Olga Farna. – Czekamy.", "Olga Farna", 2),
    ("cs", "„Voda přišla brzy,“ řekla Olga Farná.", "Olga Farná", 1),
    ("cs", "Starostka Olga Farná řekla: „Čekáme na vodu.“", "Olga Farná", 1),
    ("cs", "„Voda,“ řekla Olga Farná, „dnes přišla brzy.“", "Olga Farná", 2),
    ("cs", "Olga Farná: „Voda přišla brzy.“", "Olga Farná", 1),
    ("cs", "Podle Olgy Farné je most „příliš starý“.", "Olgy Farné", 1),
    ("ru", "«Вода пришла рано», — сказала Ольга Фарина.", "Ольга Фарина", 1),
    ("ru", "Мэр Ольга Фарина сказала: «Мы ждём воду».", "Ольга Фарина", 1),
    ("ru", "«Вода, — сказала Ольга Фарина, — пришла сегодня рано».", "Ольга Фарина", 1),
    ("ru", "Ольга Фарина: «Вода пришла рано».", "Ольга Фарина", 1),
    ("ru", "По словам Ольги Фариной, мост «слишком старый».", "Ольги Фариной", 1),
    ("ru", "— Вода пришла рано, — сказала Ольга Фарина. — Мы ждём.", "Ольга Фарина", 2),
    ("uk", "«Вода прийшла рано», — сказала Ольга Фаріна.", "Ольга Фаріна", 1),
    ("uk", "Мерка Ольга Фаріна сказала: «Ми чекаємо на воду».", "Ольга Фаріна", 1),
    ("uk", "«Вода, — сказала Ольга Фаріна, — прийшла сьогодні рано».", "Ольга Фаріна", 1),
    ("uk", "Ольга Фаріна: «Вода прийшла рано».", "Ольга Фаріна", 1),
    ("uk", "За словами Ольги Фаріної, міст «занадто старий».", "Ольги Фаріної", 1),
    ("ja", "「潮が早い」と小川花子市長は述べた。", "小川花子市長", 1),
    ("ja", "船長の小川花子は「潮が早い」と述べた。", "船長の小川花子", 1),
    ("ja", "小川花子さんは記者団に「潮を待っている」と話した。", "小川花子さん", 1),
    ("ja", "小川花子：「潮が早い」", "小川花子", 1),
    ("ja", "「潮が早い」と話すのは、小川花子さんだ。", "小川花子さん", 1),
    ("zh", "“潮水来得早。”船长何小舟说。", "船长何小舟", 1),
    ("zh", "船长何小舟说：“我们在等潮水。”", "船长何小舟", 1),
    ("zh", "“潮水，”何小舟说，“今天来得早。”", "何小舟", 2),
    ("zh", "何小舟：“潮水来得早。”", "何小舟", 1),
    ("zh", "何小舟表示，这座桥“太旧了”。", "何小舟", 1),
    ("ko", "“물이 일찍 왔다”고 김하늘 시장은 말했다.", "김하늘 시장", 1),
    ("ko", "김하늘 시장은 “물을 기다리고 있다”고 말했다.", "김하늘 시장", 1),
    ("ko", "김하늘 시장은 “다리가 너무 낡았다”라고 밝혔다.", "김하늘 시장", 1),
    ("ko", "김하늘 시장: “물이 일찍 왔다.”", "김하늘 시장", 1),
    ("ar", "قالت علا فارس: «وصل الماء مبكرا اليوم».", "علا فارس", 1),
    ("ar", "«وصل الماء مبكرا اليوم»، قالت علا فارس.", "علا فارس", 1),
    ("ar", "وأكد الوزير سامر حداد أن الجسر «قديم جدا».", "سامر حداد", 1),
    ("ar", "علا فارس: «وصل الماء مبكرا اليوم».", "علا فارس", 1),
    ("ar", "وبحسب علا فارس فإن الجسر «قديم جدا».", "علا فارس", 1),
    ("tr", "“Su erken geldi” dedi Olcay Fırat.", "Olcay Fırat", 1),
    ("tr", "Belediye Başkanı Olcay Fırat, “Suyu bekliyoruz” dedi.", "Olcay Fırat", 1),
    ("tr", "Olcay Fırat şöyle konuştu: “Su erken geldi.”", "Olcay Fırat", 1),
    ("tr", "Olcay Fırat'a göre köprü “çok eski”.", "Olcay Fırat", 1),
    ("el", "«Το νερό ήρθε νωρίς», είπε η Όλγα Φάρου.", "Όλγα Φάρου", 1),
    ("el", "Η δήμαρχος Όλγα Φάρου δήλωσε: «Περιμένουμε το νερό».", "Όλγα Φάρου", 1),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "speaker", "parts"), SAID)
def test_who_said_it(lang: str, text: str, speaker: str, parts: int) -> None:
    quotes = quotes_in_text(text, lang)
    assert [quote.speaker for quote in quotes] == [speaker] * parts
    assert len({quote.utterance for quote in quotes}) == 1


@pytest.mark.parametrize(
    ("lang", "text", "speaker"),
    [
        ("fr", "“The tide was early,” said Odo Farley.", "Odo Farley"),
        ("en", "„Die Flut kam früh“, sagte Odo Farber.", "Odo Farber"),
        ("xx", "“The tide was early,” said Odo Farley.", "Odo Farley"),
        ("", "„Die Flut kam heute früh“, sagte die Ärztin Mara Harms.", "Mara Harms"),
        ("ro", "„Apa a venit devreme”, a spus Olga Farca.", "Olga Farca"),
        ("hu", "„A víz korán jött” – mondta Farkas Olga.", "Farkas Olga"),
    ],
)
def test_a_wrong_or_unknown_language_is_borne(lang: str, text: str, speaker: str) -> None:
    (quote,) = quotes_in_text(text, lang)
    assert quote.speaker == speaker


def test_a_speaker_told_by_the_shape_of_a_clause_alone_is_not_certain() -> None:
    (quote,) = quotes_in_text("„Apa a venit devreme”, a spus Olga Farca.", "ro")
    assert quote.certainty is Certainty.INFERRED
