"""The one tokeniser of query and index."""

from hypothesis import given
from hypothesis import strategies as st

from rawi.index.forms import spell_phrase, spell_word
from rawi.index.words import cut_words, find_words


@given(st.text(max_size=80))
def test_words_are_the_same_with_and_without_places(text: str) -> None:
    assert [word.form for word in find_words(text)] == cut_words(text)


@given(st.text(max_size=80))
def test_places_are_in_order_and_hold_their_word(text: str) -> None:
    end = 0
    for word in find_words(text):
        assert end <= word.start < word.end <= len(text)
        assert cut_words(text[word.start : word.end]) == [word.form]
        end = word.end


@given(st.text(max_size=80))
def test_a_word_is_one_token_of_the_engine(text: str) -> None:
    # FTS5's `ascii` tokenizer cuts at ASCII characters that are no letters and digits, and lowers A to Z.
    for word in cut_words(text):
        assert all(not c.isascii() or c.isalnum() for c in word)
        assert not any("A" <= c <= "Z" for c in word)


def test_forms_can_be_switched_off() -> None:
    assert spell_word("کتاب", forms=False).forms == ()


def test_forms_of_one_language_only_when_it_is_asked_for() -> None:
    assert [language for language, _ in spell_word("کتاب", language="fa").forms] == ["fa"]


@given(st.lists(st.text("ابپ\N{ZERO WIDTH NON-JOINER}", min_size=1, max_size=4), max_size=4))
def test_every_spelling_of_a_phrase_has_the_same_letters(words: list[str]) -> None:
    letters = "".join(words).replace("\N{ZERO WIDTH NON-JOINER}", "")
    assert all("".join(spelled) == letters for spelled in spell_phrase(tuple(words)))
