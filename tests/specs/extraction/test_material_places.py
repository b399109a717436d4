"""Where materials go in crowded lines, and words that look like materials."""

import pytest

from specs.extraction import read


def places(prompt: str) -> set[tuple[str, str | None, str | None]]:
    return {(m.type, m.grade, m.use) for m in read(prompt).spec.materials}


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Chair, tablet of beech ply folds away", {("plywood", "beech", "tablet")}),
        ("Oven, glass door triple-glazed", {("glass", None, "door")}),
        ("Stove, glass door self-cleaning", {("glass", None, "door")}),
        ("Autoclave, chamber in copper-free 316L stainless",
         {("stainless_steel", "316L", "chamber")}),
        ("Sofa, upholstery 60% wool", {("wool", None, "upholstery")}),
        ("Smartphone, PC back", {("polycarbonate", None, "back")}),
        ("Laptop, aluminum unibody", {("aluminum", None, "body")}),
        ("Vanity unit, cork worktop? too soft: quartz worktop", {("quartz", None, "worktop")}),
        ("Table: oak? let me correct: ash", {("wood", "ash", None)}),
        ("House, timber frame front and back", {("wood", None, "frame")}),
        ("Mosque with a dome in GRP clad with copper",
         {("fiberglass", None, "dome"), ("copper", None, "dome")}),
        ("Rescue station, aluminium standing-seam", {("aluminum", None, "roof")}),
        ("House, fibre cement slates on the roof", {("fiber_cement", None, "roof")}),
        ("Jetty over the lake on oak piles", {("wood", "oak", "piles")}),
        ("Concrete batching plant... scratch that, an office now: steel clad",
         {("steel", None, "facade")}),
        ("Office floor, felt ceilings", {("felt", None, "ceilings")}),
        ("A pet-proof corner sofa", set()),
        ("Sewing table with an iron rest", set()),
    ],
)  # fmt: skip
def test_places_of_materials(
    prompt: str, expected: set[tuple[str, str | None, str | None]]
) -> None:
    assert places(prompt) == expected
