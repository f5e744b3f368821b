"""What holds for any text: places lie in the text, contents are not empty, and the same text gives the same answer."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rawi.facts import Document, LanguageRun, Quotation
from rawi.name import find_names
from rawi.quote import find_quotations
from rawi.segment.layout import find_layout
from rawi.segment.sentences import find_sentences
from rawi.text import Extent, Span, Text

PERSIAN = [
    "وی",
    "گفت",
    "افزود",
    "که",
    "با",
    "بیان",
    "اینکه",
    "خواست",
    "از",
    "به",
    "گفته",
    "گزارش",
    "نقل",
    "تأکید",
    "کرد",
    "بر",
    "لزوم",
    "رد",
    "را",
    "خواند",
    "دکتر",
    "مینا",
    "فرهمند",
    "رئیس",
    "دانشگاه",
    "ایشان",
    "این",
    "جمله",
    "پرسش",
    "مبنی",
    "متن",
    "نامه",
    "زیر",
    "است",
    "شرح",
    ":",
    ":",
    "«",
    "»",
    "«",
    "»",
    ".",
    ".",
    "،",
    "؛",
    "؟",
    "\n",
    "\n\n",
    "والسلام",
    "خبرنگار",
    "به",
    "خطاب",
]
ARABIC = [
    "قال",
    "وقالت",
    "إنّ",
    "أنّ",
    "مضيفاً",
    "وأضاف",
    "الوزير",
    "رئيس",
    "سامر",
    "الديري",
    "بحسب",
    "وفقاً",
    "لمدير",
    "قوله",
    "نقلاً",
    "عن",
    "صحيفة",
    "دعا",
    "إلى",
    "مخاطباً",
    "الذي",
    "كان",
    "قد",
    "سماحته",
    "هذا",
    "نصّها",
    ":",
    ":",
    "«",
    "»",
    "«",
    "»",
    ".",
    ".",
    "،",
    "؛",
    "؟",
    "\n",
    "\n\n",
    "السلام",
    "عليكم",
    "ودمتم",
    "ما",
    "إذا",
    "وإذ",
    "ثم",
    "مع",
    "سؤال",
    "للصحافيين",
]
TEXTS = st.one_of(
    st.tuples(st.just("fa"), st.lists(st.sampled_from(PERSIAN), max_size=60).map(" ".join)),
    st.tuples(st.just("ar"), st.lists(st.sampled_from(ARABIC), max_size=60).map(" ".join)),
    st.tuples(st.sampled_from(["fa", "ar", "en"]), st.text(max_size=40)),
)


def find(text: Text, language: str) -> tuple[Quotation, ...]:
    """The quotations of a text in one language."""
    document = Document("d", text.original)
    parts = find_layout(document, text)
    runs = (LanguageRun(Extent(0, len(text.original)), language),)
    sentences = find_sentences(text, runs, parts)
    mentions = find_names(text, sentences)
    return find_quotations(document, text, parts, sentences, (), mentions)


@settings(deadline=None, max_examples=300)
@given(TEXTS)
@example(("fa", "« وی \n که گفت به وی وی وی"))
@example(("fa", "هالوران، مرگ نودسن، ینس ساله، پدر سهل\u200cانگاری پیش\u200cتر پذیرفته بود"))
@example(("fa", "مربی تیم برق خطاب به : «وقت «"))
@example(("fa", "معاون شهردار معتقد است بازار قدیم باید بماند: « –"))
@example(("fa", "گفت\u200cوگو با رئیس »\n را"))
@example(("fa", "«راه باز است»؛ گفت\u200cوگو با است و رفت"))
def test_places_lie_in_the_text_and_hold_words(case: tuple[str, str]) -> None:
    language, original = case
    text = Text.untouched(original)
    whole = Span(0, len(original))
    for quotation in find(text, language):
        places = [*quotation.content, *filter(None, (quotation.cue, quotation.source))]
        assert quotation.content
        assert all(
            whole.covers(span) and original[span.start : span.end].strip() for span in places
        )
        assert quotation.speaker != ""
        assert quotation.addressee != ""


@settings(deadline=None, max_examples=50)
@given(TEXTS)
def test_the_same_text_gives_the_same_answer(case: tuple[str, str]) -> None:
    text = Text.untouched(case[1])
    assert find(text, case[0]) == find(text, case[0])


@pytest.mark.parametrize("language", ["en", "ckb", "und"])
def test_other_languages_have_no_quotations(language: str) -> None:
    assert find(Text.untouched("He said: «no».\n\nوی گفت: «آب هست.»"), language) == ()
