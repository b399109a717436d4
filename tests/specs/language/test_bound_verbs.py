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
