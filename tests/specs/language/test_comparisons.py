"""Signs of comparison on either side of a figure, and bounds that head a list."""

import pytest

from specs.language import quantities


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("60 < depth < 65 cm", 0.6, 0.65),
        ("2.1 m ≤ h ≤ 2.4 m", 2.1, 2.4),
        ("90 cm > w > 70 cm", 0.7, 0.9),
        ("1.2 <= overall length <= 1.4 m", 1.2, 1.4),
    ],
)
def test_a_chain_is_a_range(text: str, low: float, high: float) -> None:
    (found,) = quantities(text)
    assert found.bound == "range"
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("60 cm < w", ["min"]),
        ("2 m >= height", ["max"]),
        ("w < 60 cm, d > 40 cm", ["max", "min"]),
        ("min/max 60/80 cm", ["min", "max"]),
        ("weight (min./max.): 8/12 kg", ["min", "max"]),
        ("60/80 cm", ["exact", "exact"]),
    ],
)
def test_signs_bound(text: str, bounds: list[str]) -> None:
    assert [q.bound for q in quantities(text)] == bounds


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("At most: 90 cm wide, 55 cm deep and 40 kg.", ["max"] * 3),
        ("Minimum requirements: 8 GB of RAM, 512 GB of storage", ["min"] * 2),
        ("Minimum, for each: 40 cm deep, 20 kg. 6 of them", ["min", "min", "exact"]),
        ("Not to exceed: 2 m in length, 90 cm in width", ["max"] * 2),
        ("Max weight: 40 kg, height 2 m", ["max", "exact"]),
        ("max: 40 kg, min: 30 kg", ["max", "min"]),
        ("no more than 18 ft in length and 7 ft in width", ["max", "max"]),
    ],
)
def test_a_bound_heads_a_list(text: str, bounds: list[str]) -> None:
    assert [q.bound for q in quantities(text)] == bounds


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("250 km at the very least, 40 seats", ["min", "exact"]),
        ("priced at €499, never above €549", ["exact", "max"]),
        ("1.6 m long and under 30 kg", ["exact", "max"]),
        ("3 m long and up to 2 m wide", ["exact", "max"]),
        ("90 cm or slightly less", ["max"]),
        ("30 kg, or a touch over", ["min"]),
        ("60 km/h, hard ceiling", ["max"]),
        ("18 hours of playback and over", ["min"]),
        ("six of them at least", ["min"]),
        ("not a krona above 4,000 SEK", ["max"]),
        ("not one cent over $300", ["max"]),
        ("phased over 18 months", ["exact"]),
        ("built over about 20 months", ["about"]),
        ("it takes over 18 months", ["min"]),
        ("4 wide shelves over 2 narrow shelves", ["exact", "exact"]),
        ("a bare 30 g", ["about"]),
        ("anything taller than 2 m won't go through the door", ["max"]),
        ("the ceiling is 2.4 m", ["exact"]),
        ("the price ceiling is 300 euros", ["max"]),
        ("10 kg lighter than the 50 kg model", ["exact", "exact"]),
        ("5 cm short of 2 m", ["exact", "exact"]),
        ("it is 2 m wide, lighter than 50 kg", ["exact", "max"]),
        ("40 kg is the target, 45 the limit", ["exact", "max"]),
        ("from 85 cm down", ["max"]),
        ("from 85 cm up", ["min"]),
        ("12 kg, less if possible", ["max"]),
        ("20 seats, the more the better", ["min"]),
        ("2.1 m, no more, no less", ["exact"]),
        ("not one gram more than 900 g", ["max"]),
        ("height restriction: 2.1 m", ["max"]),
        ("as low as 60 cm and as high as 120", ["min", "max"]),
        ("the door is 90 cm, so 85 max", ["exact", "max"]),
        ("seen from 3 m away", ["exact"]),
        ("the limit for the shelf, as it is glass, is 12 kg", ["max"]),
        ("height 38-42 cm, dia. 90 cm", ["range", "exact"]),
        ("80 cm is all the width we have", ["max"]),
        ("no need for more than 80 cm", ["max"]),
        ("more than 30 kg isn't needed", ["max"]),
        ("Wmin = 80 cm", ["min"]),
        ("in the £600 region", ["about"]),
        ("a car with a 400 km range", ["exact"]),
        ("a kilo at most", ["max"]),
        ("within two quarters", ["max"]),
        ("two metres and a bit", ["about"]),
        ("length until 7.8 m", ["max"]),
        ("L <= 2.9 m; W <= 1.5 m", ["max", "max"]),
        ("EUR <= 2 950", ["max"]),
        ("on average 30 km a day", ["about"]),
        ("within a few centimetres of 2 m", ["about"]),
        ("within a centimetre of 2 m", ["range"]),
        ("30 kg, ideally under 25", ["exact", "max"]),
        ("aim for 30 kg, don't exceed 35", ["about", "max"]),
        ("18 mm thick (17 to 19 is fine)", ["exact", "range"]),
        ("10 desks minimum (14 max)", ["min", "max"]),
        ("max. weight (kg): 40", ["max"]),
        ("the price mustn't stretch past £300", ["max"]),
    ],
)
def test_bounds_keep_to_their_figure(text: str, bounds: list[str]) -> None:
    assert [q.bound for q in quantities(text)] == bounds
