"""Quantities: the table of examples, the blind corpus of phrases, and another parser beside it."""

import json
from pathlib import Path
from typing import Any

import pytest

from specs.language import quantities
from specs.scoring.phrases import is_right
from specs.scoring.splits import HELD_OUT, TUNED, split_of

FOLDER = Path(__file__).parents[2] / "golden"
GOLDEN = FOLDER / "quantities.jsonl"
NEW = FOLDER / "quantities_new.jsonl"
MORE = FOLDER / "quantities_more.jsonl"
FOUR = FOLDER / "quantities_four.jsonl"
OWN = FOLDER / "quantities_own.jsonl"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("42 x 18 m", [(42, "m"), (18, "m")]),
        ("6'2\" tall", [(1.8796, "m")]),
        ("5 ft 10 in", [(1.778, "m")]),
        ("10-12 m", [(11, "m")]),
        ("between 4,000 and 5,000 m²", [(4500, "m2")]),
        ("W 60 x D 65 x H 185 cm", [(0.6, "m"), (0.65, "m"), (1.85, "m")]),
        ("186 x 60 x 66 (HxWxD, cm)", [(1.86, "m"), (0.6, "m"), (0.66, "m")]),
        ("12 m by 8", [(12, "m"), (8, "m")]),
        ("1.2 crore rupees", [(12_000_000, "INR")]),
        ("£3.2-3.6 million", [(3_400_000, "GBP")]),
        ("1,35 Mio. EUR", [(1_350_000, "EUR")]),
        ("A$210M", [(210_000_000, "AUD")]),
        ("a $95K budget", [(95_000, "USD")]),
        ("CHF 5'200", [(5200, "CHF")]),
        ("52 mpg", [(4.5233574, "L/100km")]),
        ("45 kWh/m2 per year", [(45, "kWh/m2/year")]),
        ("18 months", [(18, "month")]),
        ("within a year and a half", [(1.5, "year")]),
        ("a 2 ton split AC", [(7.0337, "kW")]),
        ("50cmx30cmx20cm", [(0.5, "m"), (0.3, "m"), (0.2, "m")]),
        ("a hundred and twenty by eighty cm", [(1.2, "m"), (0.8, "m")]),
        ("a 12 kg one", [(12, "kg")]),
        ("3 x 120 mm fans", [(3, "1"), (0.12, "m")]),
        ("20 cm wide, 12 deep", [(0.2, "m"), (0.12, "m")]),
        ("12 ft wide, 1,000 cm long", [(3.6576, "m"), (10, "m")]),
        ("on the 14th floor in 2011, off I-65 at 200 Liberty Avenue", []),
        ("IP68 and A36 and 4K", []),
    ],
)
def test_reads(text: str, expected: list[tuple[float, str]]) -> None:
    found = [(q.value, q.unit) for q in quantities(text)]
    assert [unit for _, unit in found] == [unit for _, unit in expected]
    assert [value for value, _ in found] == pytest.approx([v for v, _ in expected], rel=1e-4)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("under 5 kg", "max"),
        ("no thicker than 5 cm", "max"),
        ("at least 3 m", "min"),
        ("about 20 kg", "about"),
        ("20 kg max", "max"),
        ("45 dB or less", "max"),
        ("cannot exceed 7.3 m", "max"),
        ("3 m", "exact"),
        ("20 m ± 0.5 m", "range"),
        ("15 m long, give or take", "about"),
    ],
)
def test_bounds(text: str, bound: str) -> None:
    assert [q.bound for q in quantities(text)] == [bound]


def rows(path: Path, split: str | None) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if split in (None, split_of(row["id"]))]


@pytest.mark.parametrize(
    ("path", "split", "floor"),
    [
        (GOLDEN, TUNED, 0.99),
        (GOLDEN, HELD_OUT, 0.97),
        (NEW, TUNED, 0.99),
        (NEW, HELD_OUT, 0.94),
        (MORE, None, 0.99),
        (FOUR, None, 0.99),
    ],
)
def test_phrases_of_the_corpus(path: Path, split: str | None, floor: float) -> None:
    found = [is_right(row) for row in rows(path, split)]
    assert sum(found) / len(found) >= floor


def test_own_phrases() -> None:
    lines = OWN.read_text(encoding="utf-8").splitlines()
    assert [row["phrase"] for row in map(json.loads, lines) if not is_right(row)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 flats - make that 28 - by the park", [28]),
        ("3 ploughs... scratch that, 4 ploughs", [4]),
        ("for 10 h... no, make that 12 h playback", [12]),
        ("six storeys, no wait, the planner allows seven", [7]),
        ("two floors, no basement, 3 beds", [2, 3]),
    ],
)
def test_second_thoughts(text: str, expected: list[float]) -> None:
    assert [q.value for q in quantities(text)] == expected


def test_a_tolerance_is_smaller_than_its_figure() -> None:
    assert [(q.value, q.low) for q in quantities("20 m ± 0.5 m")] == [(20, 19.5)]
    assert all(q.low is None or q.low > 0 for q in quantities("2.3±5 floors, 3 ± 5 m"))
