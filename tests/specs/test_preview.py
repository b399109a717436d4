"""Drawings show the known sides, to scale, for every design type."""

from typing import Any
from xml.etree import ElementTree

import pytest

from specs.design import DESIGN_TYPES, DesignSpec, Dimensions
from specs.preview import draw
from specs.preview.views import views

SVG = "{http://www.w3.org/2000/svg}"


def spec(design_type: str = "building", **parts: Any) -> DesignSpec:
    return DesignSpec(design_type=design_type, category="general", title="A thing", **parts)


def words(drawing: str) -> str:
    return " ".join(ElementTree.fromstring(drawing).itertext())  # noqa: S314 - our own


@pytest.mark.parametrize(
    ("design_type", "sides", "expected"),
    [
        ("building", {"length": 30, "width": 20, "height": 12}, ["Elevation", "Plan"]),
        ("building", {"length": 30, "width": 20}, ["Plan"]),
        ("building", {"width": 20, "height": 12}, ["Elevation"]),
        ("building", {"diameter": 20, "height": 12}, ["Elevation", "Plan"]),
        ("building", {"height": 12}, []),
        ("building", {"floor_area": 1200}, []),
        ("vehicle", {"length": 4.5, "width": 1.8, "height": 1.5}, ["Side", "Plan"]),
        ("furniture", {"width": 0.6, "depth": 0.6, "height": 0.75}, ["Front", "Side", "Plan"]),
        ("furniture", {"length": 2, "width": 0.9, "height": 0.75}, ["Front", "Side", "Plan"]),
        ("furniture", {"diameter": 1.2, "height": 0.75}, ["Front", "Plan"]),
        ("electronics", {"width": 0.07, "height": 0.15}, ["Front"]),
        ("appliance", {"depth": 0.6, "height": 1.8}, ["Side"]),
        ("general", {}, []),
    ],
)
def test_views_need_two_known_sides(
    design_type: str, sides: dict[str, float], expected: list[str]
) -> None:
    found = views(spec(design_type, dimensions=Dimensions(**sides)))
    assert [view.title for view in found] == expected


def test_sides_are_drawn_to_one_scale() -> None:
    drawing = draw(spec(dimensions=Dimensions(length=30, width=20, height=10)))
    shapes = [
        rectangle
        for rectangle in ElementTree.fromstring(drawing).iter(f"{SVG}rect")  # noqa: S314
        if rectangle.get("class") == "shape"
    ]
    elevation, plan = [(float(r.get("width", 0)), float(r.get("height", 0))) for r in shapes]
    assert elevation[0] == pytest.approx(plan[0])
    assert elevation[0] / elevation[1] == pytest.approx(3, rel=0.02)
    assert plan[0] / plan[1] == pytest.approx(1.5, rel=0.02)


def test_what_is_not_known_is_not_drawn() -> None:
    assert "Too few dimensions are known" in words(draw(spec()))
    known = words(draw(spec(dimensions=Dimensions(length=30, width=20), stories=3)))
    assert "length 30 m" in known
    assert "width 20 m" in known
    assert "height" not in known


@pytest.mark.parametrize("design_type", DESIGN_TYPES)
@pytest.mark.parametrize("size", [5e-324, 1e-9, 0.001, 1, 828, 1e9, 1.7e308])
def test_any_size_makes_a_document(design_type: str, size: float) -> None:
    thing = spec(
        design_type,
        dimensions=Dimensions(length=size, width=1, height=size, depth=1, diameter=size),
        stories=300,
    )
    drawing = draw(thing)
    ElementTree.fromstring(drawing)  # noqa: S314 - our own
    assert "nan" not in drawing
    assert "inf" not in drawing
    assert len(drawing) < 20_000


def test_an_assumed_side_is_marked_as_assumed() -> None:
    thing = spec(dimensions=Dimensions(length=30, width=20, height=30))
    drawing = draw(thing, assumed={"/dimensions/height"})
    assert "height 30 m, assumed" in words(drawing)
    assert "length 30 m, assumed" not in words(drawing)
    assert drawing.count("measure assumed") == 1


@pytest.mark.parametrize("title", ["W" * 120, "漢" * 120, "🏠" * 120])
def test_a_long_title_is_cut(title: str) -> None:
    thing = DesignSpec(design_type="general", category="general", title=title)
    drawing = draw(thing)
    assert "…" in drawing
    assert title in drawing  # whole, for readers who listen
