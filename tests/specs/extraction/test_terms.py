"""Cost and time of the project beside amounts and times that are something else."""

from typing import Any

import pytest

from specs.extraction import read


def said(prompt: str) -> dict[str, Any]:
    return read(prompt).spec.as_json()


@pytest.mark.parametrize(
    ("prompt", "amount"),
    [
        ("A library of brick, two floors. The fund covers €400,000 of the €900,000", 900_000),
        ("A workbench in ash. £300 raised so far of the £450 total", 450),
        ("A hotel, 12 rooms. $3.2M construction; furniture budget $140K separate", 3_200_000),
        ("A garage, 6 x 4 m, brick. Cost below 4.5e4 EUR", 45_000),
    ],
)
def test_the_whole_is_the_cost(prompt: str, amount: float) -> None:
    assert said(prompt)["estimated_cost"]["amount"] == amount


@pytest.mark.parametrize(
    ("prompt", "timeline"),
    [
        ("A kettle, 1.7 l, warranty 2 years", None),
        ("An air purifier, filter change every 6 months, 40 W", None),
        ("120 stacking chairs, £64 each, in 5 weeks", "P5W"),
        ("A clinic of brick, to be built within nine (9) months", "P9M"),
    ],
)
def test_the_time_of_the_project(prompt: str, timeline: str | None) -> None:
    assert said(prompt).get("timeline") == timeline
