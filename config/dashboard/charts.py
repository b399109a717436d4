"""Line charts as SVG paths that the server makes, each with its numbers as a table.

The drawing stretches with the page while its labels do not, so they are HTML around it: the grid
is evenly spaced, and a row of labels needs no position of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, isclose, log10
from typing import TypeVar

from specs import words

Point = TypeVar("Point")

WIDTH, HEIGHT = 1000, 400
GRID_LINES = 5
# More dots than these would hide the line.
MOST_DOTS = 16


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    values: Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Line:
    """`dots` has a point of no length for every value: round caps make it a dot at any width."""

    name: str
    style: int
    path: str
    dots: str


@dataclass(frozen=True, slots=True)
class TableRow:
    at: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    name: str
    summary: str
    lines: tuple[Line, ...]
    grid: tuple[float, ...]
    y_labels: tuple[str, ...]  # from the top down
    x_name: str
    x_first: str
    x_last: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]

    @property
    def is_drawable(self) -> bool:
        return any(line.path for line in self.lines)

    @property
    def has_legend(self) -> bool:
        return len(self.lines) > 1


def line_chart(
    name: str,
    *,
    x_name: str,
    x: Sequence[str],
    series: Sequence[Series],
    bounds: tuple[float, float] | None = None,
) -> Chart:
    low, high = bounds or even_bounds([v for s in series for v in s.values if v is not None])
    step = (high - low) / (GRID_LINES - 1)
    return Chart(
        name=name,
        summary="; ".join(in_words(one, x_name) for one in series),
        lines=tuple(drawn(one, index, low, high) for index, one in enumerate(series)),
        grid=tuple(HEIGHT * index / (GRID_LINES - 1) for index in range(GRID_LINES)),
        y_labels=tuple(words.number(round(high - step * i, 6)) for i in range(GRID_LINES)),
        x_name=x_name,
        x_first=x[0] if x else "",
        x_last=x[-1] if len(x) > 1 else "",
        columns=(x_name, *(one.name for one in series)),
        rows=tuple(
            TableRow(at, tuple(cell(one.values[index]) for one in series))
            for index, at in enumerate(x)
        ),
    )


def cell(value: float | None) -> str:
    return "–" if value is None else words.number(round(value, 2))


def in_words(series: Series, x_name: str) -> str:
    """What the line says, for who does not see it."""
    known = [value for value in series.values if value is not None]
    if not known:
        return f"{series.name}: no values"
    if len(known) == 1:
        return f"{series.name}: {cell(known[0])}"
    along = words.counted(len(known), x_name.lower())
    return f"{series.name} from {cell(known[0])} to {cell(known[-1])} over {along}"


def drawn(series: Series, index: int, low: float, high: float) -> Line:
    across = WIDTH / max(1, len(series.values) - 1)
    up = HEIGHT / (high - low)
    places = [
        f"{across * at:.1f} {up * (high - min(max(value, low), high)):.1f}"
        for at, value in enumerate(series.values)
        if value is not None
    ]
    # What was measured now and then is joined all the same; the table shows the gaps.
    path = "M" + "L".join(places) if places else ""
    dots = "".join(f"M{place}h0" for place in places) if len(places) <= MOST_DOTS else ""
    return Line(series.name, index + 1, path, dots)


def even_bounds(values: Sequence[float]) -> tuple[float, float]:
    """The narrowest range whose grid lines fall on round numbers."""
    if not values:
        return 0.0, 1.0
    low, high = min(values), max(values)
    if isclose(low, high, abs_tol=1e-9):
        low, high = min(0.0, low), max(0.0, high)
    if isclose(low, high, abs_tol=1e-9):
        return 0.0, 1.0
    for step in round_steps((high - low) / (GRID_LINES - 1)):
        start = floor(low / step) * step
        end = start + step * (GRID_LINES - 1)
        if end >= high:
            return start, end
    return low, high


def round_steps(least: float) -> Iterator[float]:
    """1, 2, 2.5 and 5 times a power of ten, from `least` up."""
    power = floor(log10(least))
    for exponent in range(power, power + 3):
        for factor in (1, 2, 2.5, 5):
            step = factor * 10.0**exponent
            if step >= least * (1 - 1e-9):
                yield step


def grouped(points: Sequence[Point], most: int) -> list[Sequence[Point]]:
    """Neighbours together, in at most `most` groups of one size but for the last one."""
    size = max(1, ceil(len(points) / most))
    return [points[first : first + size] for first in range(0, len(points), size)]
