"""Typing errors are set right only where one word is meant."""

import pytest

from specs.language import analyse
from specs.language.amounts import Amount, amount_at
from specs.language.tokens import tokenise
from specs.language.typos import correct, correction


@pytest.mark.parametrize(
    ("written", "meant"),
    [("uphosltery", "upholstery"), ("whelchair", "wheelchair"), ("bedrom", "bedroom")],
)
def test_a_slip_is_read(written: str, meant: str) -> None:
    assert correction(written) == meant


@pytest.mark.parametrize("word", ["larger", "sloping", "villages", "recirculating", "planed"])
def test_words_that_exist_stay(word: str) -> None:
    assert correction(word) is None


@pytest.mark.parametrize("word", ["birders", "chainring", "spoked", "stalkless"])
def test_words_made_of_words_stay(word: str) -> None:
    assert correction(word) is None


def test_a_name_is_no_slip() -> None:
    assert [word for _, word in correct(tokenise("A kiosk by the market in Stockport"))] == []
    assert [word for _, word in correct(tokenise("Bedrom for two, Uphosltery in wool"))] == [
        "bedroom",
        "upholstery",
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("a hall 10 meteres long", "m"),
        ("a motor of ten kilowats", "kW"),
        ("12 litters of kittens", "1"),
        ("3 bottels", "1"),
        ("900 SQ. FT. of shop", "m2"),
    ],
)
def test_units_are_mistyped_too(text: str, unit: str) -> None:
    assert [quantity.unit for quantity in analyse(text).quantities] == [unit]


def test_a_corrected_word_is_among_the_words_that_rules_look_for() -> None:
    tokens = tokenise("A whelchair, no bedrom")
    assert tokens.places({"whelchair"}) == [1]
    correct(tokens)
    assert tokens.places({"wheelchair", "bedroom"}) == [1, 4]
    assert not tokens.places({"whelchair"})


def test_what_was_read_of_the_words_before_is_forgotten() -> None:
    tokens = tokenise("4 thuosand m2")
    assert amount_at(tokens, 0, comma_decimals=False, money=False) == Amount(4, 1, 1)
    tokens.words[1] = tokens.lemmas[1] = "thousand"
    tokens.reworded()
    assert amount_at(tokens, 0, comma_decimals=False, money=False) == Amount(4_000, 1_000, 2)
