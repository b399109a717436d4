"""What estimators and product managers write: running metres, door sizes, years of a plan, sums."""

import pytest

from specs.language import quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("skirting 95 x 18 mm, 64 lin. m", [(0.095, "m"), (0.018, "m"), (64, "m")]),
        ("120 linear feet of shelving", [(36.576, "m")]),
        ("opg. 1010 w x 2110 h", [(1.01, "m"), (2.11, "m")]),
        ("heats 150 W for 8 h", [(0.15, "kW"), (8, "h")]),
        ("5,000 units in year one, 20,000 in year two", [(5000, "1"), (20_000, "1")]),
        ("we budgeted 1.4M but could flex to 1.6M USD", [(1.4e6, "USD"), (1.6e6, "USD")]),
        ("a 1.4M tall door, 1.6M USD", [(1.4, "m"), (1.6e6, "USD")]),
        ("range > 80 NM", [(148_160, "m")]),
        ("a lead time of a fortnight", [(2, "week")]),
        ("twice the work of a week", []),
        ("torque 80 NM", [(80, "N*m")]),
    ],
)
def test_reads(text: str, expected: list[tuple[float, str]]) -> None:
    found = [(pytest.approx(q.value), q.unit) for q in quantities(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "bound"),
    [("my budget tops out round $1500", "max"), ("'bout 40 bucks a pop", "about")],
)
def test_spoken_bounds(text: str, bound: str) -> None:
    assert [q.bound for q in quantities(text)] == [bound]
