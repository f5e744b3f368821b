"""The quick sums of the models are the sums of the features they were trained with."""

import pytest

from rawi.repair.between_features import between
from rawi.repair.between_model import between_model
from rawi.repair.inside_model import NEVER

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
