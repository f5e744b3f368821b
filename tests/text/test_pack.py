"""Laws of packed alignments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.text import Alignment
from rawi.text.pack import pack, unpack

gaps = st.tuples(st.integers(0, 300), st.integers(0, 300), st.integers(1, 100_000))


@st.composite
def alignments(draw: st.DrawFn) -> Alignment:
    blocks, old, new = [], 0, 0
    for old_gap, new_gap, size in draw(st.lists(gaps, max_size=8)):
        blocks.append((old + old_gap, new + new_gap, size))
        old, new = old + old_gap + size, new + new_gap + size
    ends = draw(st.tuples(st.integers(0, 300), st.integers(0, 300)))
    return Alignment.from_blocks(blocks, old + ends[0], new + ends[1])


@given(alignments())
def test_unpacking_gives_back_what_was_packed(alignment: Alignment) -> None:
    assert unpack(pack(alignment)) == alignment


@given(st.binary(max_size=40))
def test_foreign_bytes_are_refused_or_are_an_alignment(packed: bytes) -> None:
    try:
        alignment = unpack(packed)
    except ValueError:
        return
    assert all(
        old + size <= alignment.old_length and new + size <= alignment.new_length
        for old, new, size in alignment.blocks()
    )


def test_a_cut_number_is_refused() -> None:
    with pytest.raises(ValueError, match="ends inside a number"):
        unpack(pack(Alignment.identity(1000))[:-1])
