"""Figures whose unit or owner nobody wrote, and answers that rule a thing out."""

import pytest

from specs.extraction import read
from tests.specs.extraction.readings import spec


@pytest.mark.parametrize(
    ("prompt", "area"),
    [
        ("Clinic, three storeys, GFA roughly 4,100, brick walls", 4100),
        ("School, 9 classrooms of 55 m2, GIA: 1,800", 1800),
        ("Hotel, 60 rooms, floor area unknown, 9,000 visitors a year", None),
    ],
)
def test_a_floor_area_without_its_unit(prompt: str, area: float | None) -> None:
    assert spec(prompt)["dimensions"]["floor_area"] == area


@pytest.mark.parametrize(
    ("prompt", "width", "depth"),
    [
        ("Writing desk, ash top 130x65, steel legs", 1.3, 0.65),
        ("Wall shelf, ash top 130x65, steel legs", None, None),
    ],
)
def test_a_desk_is_as_large_as_its_top(
    prompt: str, width: float | None, depth: float | None
) -> None:
    sides = spec(prompt)["dimensions"]
    assert (sides["width"], sides["depth"]) == (width, depth)


@pytest.mark.parametrize(
    "prompt",
    [
        "Workshop, 80 m2. Skylights? No thanks. Timber frame.",
        "Workshop, 80 m2, timber frame; skylights are off limits",
        "Workshop, 80 m2, timber frame, a veto on skylights",
        "Workshop, 80 m2. Skylights shall not be provided.",
    ],
)
def test_what_is_ruled_out(prompt: str) -> None:
    found = spec(prompt)
    assert found["exclusions"] == ["skylight"]
    assert "skylight" not in found["features"]


def test_a_list_that_is_ruled_out_ends_in_and() -> None:
    found = spec("Workshop, 80 m2, timber frame, skylights are not wanted")
    assert found["exclusions"] == ["skylight"]
    assert found["dimensions"]["floor_area"] == 80
    joined = spec("Workshop of 80 m2; gutters, a porch and skylights are not wanted")
    assert set(joined["exclusions"]) == {"gutters", "porch", "skylight"}


def test_nothing_has_no_unit_to_lend() -> None:
    """The fuzzer's find: labelled sides beside a length of 0."""
    spec = read("microwave w/ grill, 53 wide x 43 deep ½x 33 0 high (cm), 15.2 kg").spec
    assert spec.dimensions.weight == 15.2
