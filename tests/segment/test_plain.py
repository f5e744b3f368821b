"""Plain Persian words: what is taken for granted of them when a text is told at one glance."""

from rawi.segment.ngrams import load_model
from rawi.segment.plain import folded_words, is_persian, plain_words


def test_a_plain_word_is_itself_when_cut_and_folded() -> None:
    words_of = folded_words()
    assert [word for word in plain_words() if words_of[word] != (word,)] == []


def test_a_plain_word_is_never_strange_in_a_persian_text() -> None:
    model = load_model()
    strange = model.strange[model.languages.index("fa")]
    assert [word for word in plain_words() if strange[word]] == []


def test_words_beside_marks_tell_of_persian_as_well() -> None:
    bare = {"باران", "دیروز", "شهر", "مردم", "خانه", "کتاب", "آب", "سال", "روز", "کشور", "دولت"}
    assert not is_persian(bare, set())
    assert is_persian({*bare, "«بارید."}, {"«بارید."})
