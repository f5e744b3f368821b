"""A few words in marks may be taken for a neighbouring language; they are read as those beside them."""

from rawi.facts import Document
from rawi.pipeline import annotate

REPORT = """وصلت الطفلة هدى الأشقر إلى بيت جدها في القرية.

"كم عمرك يا جدي؟" سألت الطفلة.
"""


def test_a_short_question_in_marks_is_arabic_beside_arabic() -> None:
    (quotation,) = annotate(Document("d", REPORT)).quotations
    assert REPORT[slice(*quotation.content[0])] == "كم عمرك يا جدي؟"
    assert quotation.speaker == "هدى الأشقر"


def test_words_in_marks_keep_the_language_their_sentence_opens_in() -> None:
    report = 'وسئل كنعان هل يخاف من صعوبة المباراة، فاجاب: "كلنا نريد الفوز. انا اريد ان انام."\n'
    asked, answered = annotate(
        Document("d", f"وصل المدرب رامي كنعان الى المدينة.\n{report}")
    ).quotations
    assert (asked.rule, answered.rule) == ("ar.clause", "ar.mark")
    assert answered.speaker == "رامي كنعان"
