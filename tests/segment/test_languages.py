"""Telling languages: whole texts, wrong letter codes, runs of another language."""

import pytest

from rawi.segment.languages import find_languages

TO_ARABIC, TO_PERSIAN = str.maketrans("یک", "يك"), str.maketrans("يىك", "ییک")
TEXTS = {
    "fa": "باران شدید دیروز در شهر بارید و مردم به خانه\u200cهای خود برگشتند.",
    "ar": "هطلت أمطار غزيرة على المدينة يوم أمس وعاد الناس إلى بيوتهم.",
    "ckb": "دوێنێ بارانێکی زۆر لە شارەکە باری و خەڵک گەڕانەوە ماڵەکانیان.",
    "ur": "کل شہر میں تیز بارش ہوئی اور لوگ اپنے گھروں کو واپس چلے گئے۔",
    "ps": "پرون په ښار کې ډېر باران وشو او خلک خپلو کورونو ته ستانه شول.",
    "sd": "ڪالهه شهر ۾ تمام گهڻي برسات پئي ۽ ماڻهو پنهنجن گهرن ڏانهن موٽيا.",
    "ug": "تۈنۈگۈن شەھەردە قاتتىق يامغۇر ياغدى، كىشىلەر ئۆيلىرىگە قايتتى.",
    "en": "It rained hard in the town yesterday and people went back to their houses.",
    "und": "Вчера в городе шёл сильный дождь.",
}


def languages(text: str) -> set[str]:
    """The languages found in a text."""
    return {run.language for run in find_languages(text)}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_is_told_whole(language: str) -> None:
    assert languages(TEXTS[language]) == {language}


@pytest.mark.parametrize(("language", "codes"), [("fa", TO_ARABIC), ("ar", TO_PERSIAN)])
def test_wrong_letter_codes_do_not_mislead(language: str, codes: dict[int, int]) -> None:
    assert languages(TEXTS[language].translate(codes)) == {language}


@pytest.mark.parametrize(
    ("text", "language"),
    [("باران شدید دیروز", "fa"), ("أمطار غزيرة أمس", "ar"), ("امطار غزیرة علی المدینة", "ar")],
)
def test_three_words_are_enough(text: str, language: str) -> None:
    assert languages(text) == {language}


def test_an_arabic_verse_in_a_persian_report_is_a_run() -> None:
    text = "او سپس این آیه را خواند: «إنا أعطيناك الكوثر فصل لربك وانحر» و نشست."
    found = [(run.language, text[slice(*run.extent)].strip()) for run in find_languages(text)]
    assert [language for language, _ in found] == ["fa", "ar", "fa"]
    assert found[1][1] == "«إنا أعطيناك الكوثر فصل لربك وانحر»"


def test_a_persian_saying_in_an_arabic_report_is_a_run() -> None:
    text = (
        "وقال الشاعر في قصيدته باران که می\u200cبارد تو را می\u200cخوانم ثم عاد إلى بيته في المساء."
    )
    found = [(run.language, text[slice(*run.extent)].strip()) for run in find_languages(text)]
    assert found[1] == ("fa", "باران که می\u200cبارد تو را می\u200cخوانم")


@pytest.mark.parametrize("said", ["به عنوان", "به شروع", "شروع با عنوان"])
def test_persian_words_that_are_urdu_too_are_a_run_in_arabic(said: str) -> None:
    # None of these words is a sure witness for Persian: each is Urdu or Pashto as well, and none is Arabic.
    text = f"وقالت المديرة إنّ المتحف سيفتح أبوابه للجمهور غداً « {said} » بعد انتهاء أعمال الترميم."
    found = [(run.language, text[slice(*run.extent)].strip()) for run in find_languages(text)]
    assert found[1] == ("fa", f"{said} »")


def test_a_letter_code_tells_whose_a_shared_word_is() -> None:
    # وزیر (minister) may be of either language; Persian yeh is of the one that has no Arabic yeh here.
    text = (
        "وزیر لقد مرّ عام آخر دانش در نشستی گفت که باران می\u200cبارد و کشتی\u200cها می\u200cآیند."
    )
    runs = find_languages(text)
    assert [(text[slice(*run.extent)].strip(), run.language) for run in runs][:2] == [
        ("وزیر", "fa"),
        ("لقد مرّ عام آخر", "ar"),
    ]


@pytest.mark.parametrize(
    "name", ["مرتضی قاسمی", "علیاصغر کمالی", "علی\u200cاکبر مرادی", "جمیله کمالی"]
)
def test_a_persian_name_in_marks_is_no_arabic(name: str) -> None:
    assert languages(f"نقاشان شهر، به گفتهٔ «{name}»، در باغ کار می\u200cکنند.") == {"fa"}


def test_a_single_loan_is_no_run() -> None:
    assert languages("این کتاب فی\u200cالواقع دربارهٔ باران است و الحمدلله خوب فروخت.") == {"fa"}


def test_foreign_names_stay_in_the_run_around_them() -> None:
    assert languages("شرکت Example Systems امروز محصول Rain 2 را در شهر نشان داد.") == {"fa"}


def test_paragraphs_in_different_languages_are_runs() -> None:
    text = "\n\n".join(TEXTS[language] for language in ("fa", "ar", "en"))
    assert [run.language for run in find_languages(text)] == ["fa", "ar", "en"]


@pytest.mark.parametrize("text", ["", "   ", "12:30", "…", "中文新闻"])
def test_a_text_without_known_words_is_unknown(text: str) -> None:
    assert languages(text) <= {"und"}


def test_shaped_letters_are_read_through() -> None:
    assert languages("ﻧﻤﯽﺗﻮﺍﻥ ﺑﻪ ﺁﻧﺠﺎ ﺭﻓﺖ") == {"fa"}
