"""Scales and units that two figures share: 'seven or eight hundred', 'a 10- to 12-inch wheel'."""

import pytest

from specs.language import quantities


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("four or five hundred euros", 400, 500),
        ("twelve to fifteen hundred watts", 1.2, 1.5),
        ("between six and seven thousand dollars", 6000, 7000),
        ("three to four hundred thousand pounds", 300_000, 400_000),
        ("2 or 3 thousand euros", 2000, 3000),
        ("a hall for two to three hundred people", 200, 300),
        ("between fifty and a hundred dollars", 50, 100),
        ("a six- to eight-foot table", 1.8288, 2.4384),
        ("wheels of 10- to 12-inch", 0.254, 0.3048),
        ("between 200 & 210 cm", 2, 2.1),
    ],
)
def test_ends_of_one_scale(text: str, low: float, high: float) -> None:
    (found,) = quantities(text)
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two rooms, three hundred dollars", [2, 300]),
        ("8 or 12 GB of memory", [8, 12]),
        ("three beds & two baths", [3, 2]),
    ],
)
def test_figures_of_their_own(text: str, values: list[float]) -> None:
    assert [q.value for q in quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "value", "unit", "label"),
    [
        ("within nine (9) months", 9, "month", None),
        ("high 10 m", 10, "m", "height"),
        ("oak, wide 60 cm", 0.6, "m", "width"),
        ("a fan for 400 cubic feet of air a minute", 679.6, "m3/h", None),
        ("thirty litres a second", 108, "m3/h", None),
        ("at most 48 kWh in the year", 48, "kWh/year", None),
    ],
)
def test_figures_in_other_words(text: str, value: float, unit: str, label: str | None) -> None:
    (found,) = quantities(text)
    assert (found.value, found.unit) == (pytest.approx(value, rel=1e-3), unit)
    assert found.label == label


@pytest.mark.parametrize(
    "text",
    ["off tower 3", "ref: 4711", "see item 7", "USB-A 3.0", "Office 365", "the TL-500 model",
     "24 hours a day", "a bay at one end",
     "a four-poster", "extended 1962 and 2003",
     "Bluetooth 5.3 headphones", "prints up to A3", "like the ID.3", "sheet 2 of 7",
     "a 4000K strip", "8 ohm speakers", "f/1.8",
     "20 pages a minute", "reference 2025/88", "1.5 sones"],
)  # fmt: skip
def test_names_and_rates_measure_nothing(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("a budget of 80-90k", 80_000, 90_000),
        ("we can spend 1.2-1.4 million", 1_200_000, 1_400_000),
        ("between 3 and 4 thousand", 3_000, 4_000),
        ("25-30k visitors", 25_000, 30_000),
    ],
)
def test_a_scale_behind_the_upper_end_is_the_lower_ones_too(
    text: str, low: float, high: float
) -> None:
    [found] = quantities(text)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("text", ["built 2010-2014", "open 8 a.m. to 6 p.m."])
def test_years_and_hours_are_no_amounts(text: str) -> None:
    assert quantities(text) == []
