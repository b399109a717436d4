"""Offsets of the original survive every normal form."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specs.language import tokenise
from specs.language.normalise import normalise

WRITTEN = [
    "Café façade, 3½ m × 20 m",
    "Öl-Tank Ø 40 cm, 12\u202f000 L",
    "ａ ｔａｂｌｅ １２０ ｃｍ",
    "table “oak” – 6′2″ long…",
    "٢٤ متر, ४२ m",
    "m² and m³ and ㎡",
    "zero\u200bwidth soft\u00adhyphen",
    "e\u0301 combining, İstanbul, ß",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_every_token_points_at_its_own_characters(text: str) -> None:
    tokens = tokenise(text)
    for at in range(len(tokens)):
        start, end = tokens.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        # One character may spell several tokens: a fraction, an ellipsis.
        assert tokens.words[at] in normalise(text[start:end]).plain


@pytest.mark.parametrize("text", WRITTEN)
def test_composed_and_decomposed_text_reads_the_same(text: str) -> None:
    composed = tokenise(unicodedata.normalize("NFC", text))
    decomposed = tokenise(unicodedata.normalize("NFD", text))
    assert composed.words == decomposed.words


@given(st.text(max_size=200))
def test_spans_are_ordered_and_inside_the_text(text: str) -> None:
    tokens = tokenise(text)
    previous = 0
    for at in range(len(tokens)):
        start, end = tokens.span(at, at + 1)
        assert previous <= end <= len(text)
        assert start < end
        previous = start
