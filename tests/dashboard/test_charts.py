import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.dashboard import charts
from config.dashboard.charts import Series, line_chart


def test_a_line_goes_through_its_values_from_left_to_right() -> None:
    chart = line_chart(
        "Score", x_name="Step", x=["0", "1"], series=[Series("total", [0, 100])], bounds=(0, 100)
    )
    assert chart.lines[0].path == "M0.0 400.0L1000.0 0.0"
    assert chart.summary == "total from 0 to 100 over 2 steps"
    assert chart.y_labels == ("100", "75", "50", "25", "0")
    assert [(row.at, row.cells) for row in chart.rows] == [("0", ("0",)), ("1", ("100",))]


def test_a_missing_value_is_a_gap_in_the_table_and_not_in_the_line() -> None:
    chart = line_chart(
        "Score", x_name="Step", x=["0", "1", "2"], series=[Series("total", [1, None, 3])]
    )
    assert chart.lines[0].path.count("L") == 1
    assert chart.lines[0].dots.count("M") == 2
    assert chart.rows[1].cells == ("–",)


def test_nothing_known_draws_nothing() -> None:
    chart = line_chart("Score", x_name="Step", x=["0"], series=[Series("total", [None])])
    assert not chart.is_drawable
    assert chart.summary == "total: no values"
    assert not line_chart("Score", x_name="Step", x=[], series=[]).is_drawable


def test_a_long_line_has_no_dots() -> None:
    values = [float(index) for index in range(40)]
    chart = line_chart("Gain", x_name="Episode", x=["0"] * 40, series=[Series("gain", values)])
    assert chart.lines[0].dots == ""
    assert chart.lines[0].path.count("L") == 39


def test_one_value_is_a_dot() -> None:
    chart = line_chart("Score", x_name="Step", x=["0"], series=[Series("total", [4])])
    assert chart.is_drawable
    assert chart.summary == "total: 4"


@pytest.mark.parametrize(
    ("values", "bounds"),
    [
        ([0.2, 0.9], (0.2, 1)),
        ([62, 81], (60, 100)),
        ([-3, 5], (-5, 5)),
        ([7, 7], (0, 8)),
        ([0, 0], (0, 1)),
        ([], (0, 1)),
    ],
)
def test_bounds_are_round(values: list[float], bounds: tuple[float, float]) -> None:
    assert charts.even_bounds(values) == pytest.approx(bounds)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20))
def test_bounds_hold_every_value(values: list[float]) -> None:
    low, high = charts.even_bounds(values)
    assert low <= min(values) + 1e-6
    assert high >= max(values) - 1e-6
    assert low < high


def test_a_long_series_is_grouped_and_loses_nothing() -> None:
    groups = charts.grouped(range(1003), 100)
    assert len(groups) <= 100
    assert [point for group in groups for point in group] == list(range(1003))
    assert charts.grouped([1.0, 2.0], 100) == [[1.0], [2.0]]
    assert charts.grouped([], 100) == []
