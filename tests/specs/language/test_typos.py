"""Typing errors are set right only where one word is meant."""

import pytest

from specs.language.typos import correction


@pytest.mark.parametrize(
    ("written", "meant"),
    [("uphosltery", "upholstery"), ("whelchair", "wheelchair"), ("bedrom", "bedroom")],
)
def test_a_slip_is_read(written: str, meant: str) -> None:
    assert correction(written) == meant


@pytest.mark.parametrize("word", ["larger", "sloping", "villages", "recirculating", "planed"])
def test_words_that_exist_stay(word: str) -> None:
    assert correction(word) is None
