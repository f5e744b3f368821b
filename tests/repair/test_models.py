"""The quick sums of the models are the sums of the features they were trained with."""

import pytest

from rawi.repair.between_features import between
from rawi.repair.between_model import HOPELESS_UNSEEN, between_model
from rawi.repair.inside_model import NEVER, InsideModel, insert_joiners
from rawi.repair.rivals import PLURAL
from rawi.repair.stored_joints import stored_joints
from rawi.repair.vocabulary import load_vocabulary
from rawi.repair.weights import read_weights
from rawi.repair.word_answers import read_answer, written_answers

# Neighbours: seen joined, seen apart, never seen, with joiners of their own.
PAIRS = (
    ("می", "رود"), ("کتاب", "ها"), ("کتاب", "را"), ("در", "این"), ("سبک", "تر"), ("خانه", "ای"), ("بی", "نظیر"),
    ("نمی", "خواهند"), ("کتاب\u200cخانه", "ها"), ("گفته", "اند"), ("پیش", "بینی"), ("هم", "کلاسی\u200cها"),
)  # fmt: skip


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_a_space_weighs_what_its_features_weigh(left: str, right: str) -> None:
    model = between_model()
    score = model[left, right]
    if score > NEVER:
        features = between(left, right, model.vocabulary)
        assert score == pytest.approx(model.bias + model.weights.sum(features))


def test_hopeless_spaces_are_told_without_their_letters() -> None:
    assert between_model()["کتاب", "درختان"] == NEVER


def test_the_answers_of_the_vocabulary_are_those_of_the_models() -> None:
    between, vocabulary = between_model(), load_vocabulary()
    model = InsideModel(vocabulary, read_weights("joints_inside.tsv.xz"), stored_joints())
    different = []
    for word, written in written_answers().items():
        joints = model[word]
        whole = insert_joiners(word, joints)
        says = between.score_left(whole), between.score_right(whole)
        if read_answer(written) != (*says, joints) or word in model.rivals:
            different.append(word)
    assert different == []


def test_every_word_of_the_vocabulary_has_an_answer_but_those_with_rivals() -> None:
    vocabulary, answers = load_vocabulary(), written_answers()
    words = vocabulary.words.keys() | vocabulary.frequency.keys() | vocabulary.variants.keys()
    assert all(word.endswith(PLURAL) for word in words - answers.keys())


def test_two_words_that_say_too_little_are_joined_only_if_ever_seen_so() -> None:
    model = between_model()
    said = model.bias + model.score_left("بین") + model.score_right("شهر")
    assert said < HOPELESS_UNSEEN
    assert not model.may_join("بین", "شهر")
    assert model["بین", "شهر"] == NEVER
    assert model.may_join("خوانده", "اند")
