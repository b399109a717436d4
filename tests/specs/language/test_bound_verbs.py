"""Bounds that a verb or a sentence of its own sets, with words between it and the figure."""

import pytest

from specs.language import quantities


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("cap the cost of the whole annex at $400k", ["max"]),
        ("we'd like to cap our spend at about 70k euros", ["max"]),
        ("please limit the whole thing to around €3,000", ["max"]),
        ("restrict the depth to 55 cm", ["max"]),
        ("hold the budget to €20,000", ["max"]),
        ("the crate may weigh 20 kg", ["max"]),
        ("each lamp is allowed to cost £90", ["max"]),
        ("headroom has to clear 2.1 m", ["min"]),
        ("the lorry clears the 4.5 m bridge", ["exact"]),
        ("clear 3 m span", ["exact"]),
        ("may weigh around 30 kg", ["about"]),
        ("keep access to 3 bedrooms", ["exact"]),
        ("could cost £3,000", ["exact"]),
    ],
)
def test_verbs(text: str, bounds: list[str]) -> None:
    assert [q.bound for q in quantities(text)] == bounds


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("€2,000 all in is as much as I'd pay", ["max"]),
        ("$40 a head is as much as we can spend", ["max"]),
        ("12 weeks' lead time is the longest we can wait", ["max"]),
        ("14 kg with batteries is the heaviest I can lift", ["max"]),
        ("5 m² per desk is the least we'd accept", ["min"]),
        ("30 cm in depth is as shallow as it gets", ["min"]),
        ("14 kg, that's the heaviest she can carry", ["max"]),
        ("1 m is the longest side", ["exact"]),
        ("the 12 kg model is the heaviest", ["exact"]),
        ("a 40 m tower is as high as a church", ["exact"]),
        ("the bed is 2 m long and it is the longest bed we sell", ["exact"]),
    ],
)
def test_sentences(text: str, bounds: list[str]) -> None:
    assert [q.bound for q in quantities(text)] == bounds


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("a garden 8 m wide, ideally wider", ["min"]),
        ("45 dB, ideally quieter", ["max"]),
        ("a shelf 40 cm deep, ideally a little deeper", ["min"]),
        ("12 m long or a bit longer", ["min"]),
        ("80 cm high or a little under", ["max"]),
        ("£5,000, maybe £6,000 at a push", ["exact", "max"]),
        ("seats six, eight at a squeeze", ["exact", "max"]),
        ("any bid over €2m sinks the project", ["max"]),
        ("about 40 m² or a bit under", ["about"]),
        ("maybe 40 kg or so", ["about"]),
        ("6 seats, better 8", ["exact", "exact"]),
    ],
)
def test_wishes_for_more_or_less(text: str, bounds: list[str]) -> None:
    assert [q.bound for q in quantities(text)] == bounds


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("the wardrobe cannot stand proud of the wall by more than 60 cm", ["max"]),
        ("the beam can't stick out of the wall by over 10 cm", ["max"]),
        ("it can't be moved by fewer than 4 people", ["min"]),
        ("we can't come up with more than $5,000", ["max"]),
        ("the roof mustn't come within 3 m of the boundary", ["min"]),
        ("I wouldn't go a penny past £1,450", ["max"]),
        ("within 2 m of the door", ["max"]),
        ("I don't own a car, I need a shed longer than 4 m", ["min"]),
        ("we don't want oak but need more than 4 m", ["min"]),
        ("I can't lift much so it needs wheels bigger than 20 cm", ["min"]),
    ],
)
def test_denials_some_words_before(text: str, bounds: list[str]) -> None:
    assert [q.bound for q in quantities(text)] == bounds


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("the most I would pay is about £850", ["max"]),
        ("the least it should hold is 200 litres", ["min"]),
        ("the widest it can be is 1.2 m", ["max"]),
        ("the narrowest the aisle may be is 90 cm", ["min"]),
        ("the minimum we'd accept is 30 m²", ["min"]),
        ("the tallest person we have is 1.95 m", ["exact"]),
        ("the widest door we have is 90 cm", ["exact"]),
        ("the most popular size is 2 m", ["exact"]),
    ],
)
def test_superlatives_in_front(text: str, bounds: list[str]) -> None:
    assert [q.bound for q in quantities(text)] == bounds


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("W ≤ 60, D ≤ 55, H ≤ 85 cm", [0.6, 0.55, 0.85]),
        ("width max 60, depth max 55, height max 85 cm", [0.6, 0.55, 0.85]),
        ("seats at least 4, width at least 90 cm", [4, 0.9]),
        ("the doors are 80 cm, 90 for the front one", [0.8, 0.9]),
        ("40 kg tops for the frame, 55 for the lot", [40, 55]),
        ("80 cm wide, 2 for the kids", [0.8, 2]),
        ("the best part of a tonne", [1000]),
    ],
)
def test_units_of_the_neighbour(text: str, values: list[float]) -> None:
    assert [q.value for q in quantities(text)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not so much as a cent over €500", [(500, "max")]),
        ("any less than 40 cm and it's useless", [(0.4, "min")]),
        ("unless it's under 20 kg we can't use it", [(20, "max")]),
        ("if it's over 20 kg we can't use it", [(20, "max")]),
        (">200, <300 m²", [(200, "min"), (300, "max")]),
        ("Depth: max 60. Height: min 85 (cm)", [(0.6, "max"), (0.85, "min")]),
        ("seats: min 4, height: max 85 (cm)", [(4, "min"), (0.85, "max")]),
    ],
)
def test_conditions_and_signs(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(q.value, q.bound) for q in quantities(text)] == expected
