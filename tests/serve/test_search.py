"""Search: cards, facets that narrow, chips that widen, and an empty answer that says why."""

import re
from html import unescape
from typing import Any

import pytest

from rawi.index.store import DocumentRow, Line
from rawi.serve.lines import sort_lines
from rawi.text import Extent

ROW = DocumentRow(
    "d1", "d1", None, None, "fa", None, None, None, None, "none", None, None, 1, "",
)  # fmt: skip


def links(page: str) -> list[str]:
    return [unescape(href) for href in re.findall(r'href="([^"]+)"', page)]


def card(page: str, words: str) -> str:
    """The card that holds some words."""
    [found] = [
        c for c in re.findall(r"<article class=\"card.*?</article>", page, re.DOTALL) if words in c
    ]
    return str(found)


def test_a_card_says_who_to_whom_what_when_where(client: Any) -> None:
    page = client.get("/s?q=outlet:%22روزنامهٔ برگ سبز%22", headers={"accept-language": "en"}).text
    shown = card(page, "23")
    for words in ("بهار دانا", "مدیر باغ گیاهان", "خبرنگاران", "روزنامهٔ برگ سبز", "direct speech",
                  "15 Farvardin 1397", "4 April 2018", "Rajab 1439", "خبرگزاری برگ", "2 copies"):  # fmt: skip
        assert words in shown, words


def test_the_words_stand_as_printed_with_their_damage(client: Any) -> None:
    page = client.get("/s?q=outlet:%22روزنامهٔ برگ سبز%22").text
    assert "اين باغ 23 گلخانه دارد" in page
    assert "باز ميشود" in page


def test_a_card_gives_its_reasons_and_a_citation(client: Any) -> None:
    shown = card(client.get("/s", headers={"accept-language": "en"}).text, "باز ميشود")
    assert "hand.quotation" in shown
    assert re.search(r'<span class="fact cue">in the word “<bdi lang="fa">\w+</bdi>”</span>', shown)
    assert "by a pronoun" in shown
    assert "وی" in shown
    assert re.search(r"rawi:[0-9a-f]{12}/[0-9a-f]{8}#char=\d+,\d+", shown)


def test_an_arabic_and_a_persian_card_carry_their_languages(client: Any) -> None:
    page = client.get("/s", headers={"accept-language": "en"}).text
    assert '<blockquote class="words direct" lang="ar" dir="rtl">' in page
    assert re.search(r'class="block body" lang="fa" dir="rtl">اين', page)


def test_a_quotation_in_another_language_than_its_document_is_shown_as_such(client: Any) -> None:
    page = client.get("/s?q=outlet:%22The Leaf%22").text
    assert re.search(r'<p id="c0-0-0" class="block body" lang="ar" dir="rtl">الحديقة مفتوحة', page)


def test_facets_count_the_result_and_narrow_it(client: Any) -> None:
    everything = client.get("/s.json").json()
    languages = dict(everything["facets"]["language"])
    page = client.get("/s", headers={"accept-language": "en"}).text
    [href] = [link for link in links(page) if link == "/s?q=lang%3Aar"]
    narrowed = client.get(href.replace("/s?", "/s.json?")).json()
    assert narrowed["total"] == languages["ar"] == 1


def test_a_chip_takes_its_part_of_the_query_away(client: Any) -> None:
    page = client.get("/s?q=باغ+kind:direct").text
    assert page.count('class="chip"') == 2
    assert "/s?q=kind%3Adirect" in links(page)


def test_a_speaker_is_one_value_of_the_facet_and_called_by_name(client: Any) -> None:
    found = client.get("/s.json").json()
    speakers = dict(found["facets"]["speaker"])
    entity, name = next(item for item in found["names"].items() if item[1] == "بهار دانا")
    page = client.get("/s", headers={"accept-language": "en"}).text
    href = f"/s?q=by%3A{entity}"
    row = re.search(
        rf'<a href="{re.escape(href)}"><span>(.*?)</span> <bdi class="count">(\d+)', page
    )
    assert row
    assert name in row[1]
    assert (
        int(row[2])
        == speakers[entity]
        == client.get(href.replace("/s?", "/s.json?")).json()["total"]
    )
    kept = client.get(href, headers={"accept-language": "en"}).text
    assert 'name="q" type="search"' in kept
    assert 'value="by:&#34;بهار دانا&#34;"' in kept
    for query in (f"by:{entity}", 'by:"بهار دانا"'):
        again = client.get("/s", params={"q": query}, headers={"accept-language": "en"}).text
        assert re.search(r'<a href="/s\?q=" class="chosen" aria-current="true"><span><bdi', again)
    chip = re.search(r'<li class="chip">.*?</li>', kept, re.DOTALL)
    assert chip
    assert name in chip[0]
    assert entity not in re.sub(r'href="[^"]*"', "", chip[0])


def test_what_is_unknown_is_a_value_of_a_facet(client: Any) -> None:
    found = client.get("/s.json").json()["unknown"]
    page = client.get("/s", headers={"accept-language": "fa"}).text
    for field, facet in (("by", "speaker"), ("day", "day")):
        href = f"/s?q={field}%3Aunknown"
        assert f'<a href="{href}"><span>نامعلوم</span>' in page
        assert client.get(href.replace("/s?", "/s.json?")).json()["total"] == found[facet] > 0
    kept = client.get("/s?q=by:unknown", headers={"accept-language": "fa"}).text
    assert re.search(r'<li class="chip"><span class="chip-name">گوینده</span>\s*نامعلوم', kept)


def test_chips_show_what_was_typed(client: Any) -> None:
    page = client.get("/s?q=كتابِ+آب", headers={"accept-language": "fa"}).text
    chips = re.findall(r'<li class="chip">.*?</li>', page, re.DOTALL)
    assert ["كتابِ" in chips[0], "آب" in chips[1]] == [True, True]


def test_hits_are_marked_as_whole_words(client: Any) -> None:
    page = client.get("/s?q=گلخانه").text
    assert '<mark class="hit">گلخانه</mark>' in page


def test_nothing_found_says_which_part_may_be_the_reason(client: Any) -> None:
    page = client.get("/s?q=گلخانه+lang:ar", headers={"accept-language": "en"}).text
    assert "Nothing was found" in page
    assert "1 quotation</a>" in page
    without = client.get("/s.json?q=گلخانه+lang:ar").json()["without"]
    assert without == {"words:گلخانه": 1, "language:ar": 1}


def test_nothing_found_points_to_documents_and_unread_files(client: Any) -> None:
    page = client.get("/s?q=افتتاح", headers={"accept-language": "en"}).text
    assert "view=documents" in page
    assert "1 file</a>" in page


def test_documents_are_listed_with_their_day_and_outlet(client: Any) -> None:
    page = client.get("/s?q=باغ&view=documents", headers={"accept-language": "en"}).text
    assert "افتتاح باغ گیاهان" in page
    assert "پایگاه ساقه" in page


def test_the_days_of_a_result_have_a_table_beside_the_bars(client: Any) -> None:
    page = client.get("/s?view=documents", headers={"accept-language": "en"}).text
    assert page.count("<rect ") == page.count('<th scope="row"><a href="/s?q=day%3A') == 2


def test_a_page_beyond_the_last_is_no_error(client: Any) -> None:
    assert client.get("/s?page=99999").status_code == 200
    assert client.get("/s?page=x").status_code == 200


def test_a_card_shows_its_counterpart_in_the_other_language(client: Any) -> None:
    page = client.get("/s?q=outlet:%22روزنامهٔ برگ سبز%22", headers={"accept-language": "en"}).text
    shown = card(page, "اين باغ 23")
    assert re.search(r'<a href="/d/ar1\?char=22,\d+#passage" lang="ar">', shown)
    assert "32 بيتاً" in shown
    assert "differs" in shown
    assert "counterpart" not in card(page, "باز ميشود")


@pytest.mark.parametrize("calendar", ["jalali", "hijri", "gregorian"])
def test_the_months_of_a_result_are_of_the_chosen_calendar(client: Any, calendar: str) -> None:
    page = client.get(f"/s?calendar={calendar}", headers={"accept-language": "en"}).text
    name = {"jalali": "Farvardin 1397", "hijri": "Rajab 1439", "gregorian": "April 2018"}[calendar]
    [(href, shown)] = re.findall(rf'<th scope="row"><a href="([^"]+)">(<bdi>{name}.*?)</a>', page)
    assert name in shown
    facet = {"jalali": "month_jalali", "hijri": "month_hijri", "gregorian": "month"}[calendar]
    month = {"jalali": "1397-01", "hijri": "hijri:1439-07", "gregorian": "2018-04"}[calendar]
    counted = dict(client.get("/s.json").json()["facets"][facet])
    kept = client.get(unescape(href).replace("/s?", "/s.json?")).json()
    assert kept["total"] == counted[month]


def test_nothing_found_shows_what_comes_near_and_what_may_have_been_meant(client: Any) -> None:
    page = client.get("/s?q=«این باغ 23 استخر دارد»", headers={"accept-language": "en"}).text
    assert "Nearest wording" in page
    assert re.search(r'class="missing"><bdi[^>]*>استخر', page)
    assert '<mark class="hit">باغ</mark>' in page
    twin = client.get("/s.json?q=«این باغ 23 استخر دارد»").json()
    assert (twin["total"], twin["rows"]) == (0, [])
    assert [near["missing"] for near in twin["nearest"]] == [["استخر"]]
    meant = client.get("/s?q=by:داناا", headers={"accept-language": "en"}).text
    assert "/s?q=by%3A%22%D8%A8%D9%87%D8%A7%D8%B1+%D8%AF%D8%A7%D9%86%D8%A7%22" in links(meant)


def test_a_range_of_days_is_said_in_the_readers_calendar(client: Any) -> None:
    page = client.get("/s?q=day:1397/01", headers={"accept-language": "fa"}).text
    assert "۱ فروردین ۱۳۹۷ تا ۳۱ فروردین ۱۳۹۷" in page
    assert (
        "از ۱ فروردین ۱۳۹۷"
        in client.get("/s?q=day:2018-03-21..", headers={"accept-language": "fa"}).text
    )


def test_words_are_shown_in_their_surroundings(client: Any) -> None:
    twin = client.get("/s.json?q=باغ&view=lines").json()
    assert twin["lines"] == len(twin["rows"]) > 2
    assert {row["text"] for row in twin["rows"]} <= {"باغ", "باغ\u200cهای"}
    page = client.get("/s?q=باغ&view=lines").text
    assert page.count('class="line item"') == twin["lines"]
    assert re.search(r'href="/d/fa1\?char=\d+,\d+#passage" lang="fa" dir="rtl"', page)
    nothing = client.get("/s?q=lang:fa&view=lines", headers={"accept-language": "en"}).text
    assert "give a word or a phrase" in nothing


def test_lines_are_sorted_by_their_neighbours_without_regard_to_spelling() -> None:
    def line(before: str, after: str) -> Line:
        return Line(ROW, Extent(0, 1), before, "آب", after, None, "")

    made = [line("در باغ", "هست"), line("از كوه", "است"), line("از آن کوه", "ايست")]
    assert [x.before for x in sort_lines(made, "before")] == ["در باغ", "از كوه", "از آن کوه"]
    assert [x.after for x in sort_lines(made, "after")] == ["است", "ايست", "هست"]
    assert sort_lines(made, "none") == made


@pytest.mark.parametrize(("language", "word"), [("fa", "گوینده:"), ("ar", "قائل:")])
def test_help_names_the_fields_in_the_readers_language_and_they_work(
    client: Any, language: str, word: str
) -> None:
    page = client.get("/about", headers={"accept-language": language}).text
    assert f'<bdi class="example quiet">{word}</bdi>' in page
    assert client.get(f"/s.json?q={word}دانا").json()["total"] > 0


def test_an_outlet_that_is_not_there_leads_to_those_that_are(client: Any) -> None:
    page = client.get("/s?q=outlet:ناپیدا&ui=fa").text
    assert 'رسانه\u200cهای موجود: <a href="/src">' in page
    assert "رسانه\u200cهای موجود" not in client.get("/s?q=ناپیدا&ui=fa").text
