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
