"""Furniture as people write it: what it is of, where that goes, what it has."""

import pytest

from specs.extraction import read
from tests.specs.extraction.readings import spec


def materials(prompt: str) -> list[tuple[str, str | None, str | None]]:
    return [(m["type"], m["grade"], m["use"]) for m in spec(prompt)["materials"]]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Console table, top solid walnut, legs black steel", [
            ("wood", "walnut", "top"), ("steel", None, "legs")]),
        ("Desk: top 25 mm bamboo, frame 30 mm steel tube", [
            ("bamboo", None, "top"), ("steel", None, "frame")]),
        ("Stool, seat cork w/ a cotton cover, four star base aluminium", [
            ("cork", None, "seat"), ("cotton", None, "cover"), ("aluminum", None, "base")]),
        ("Sideboard, back panels in oak veneer", [("wood", "oak", "panels")]),
        ("Bench for a chapel: plywood", [("plywood", None, None)]),
        ("Sofa, covers in wool, machine washable", [("wool", None, "covers")]),
        ("Bench, cushion on top in blue linen", [("linen", None, "cushion")]),
        ("Pew, oak, kneeler upholstered in leather", [
            ("wood", "oak", None), ("leather", None, "kneeler")]),
        ("Table, the top solid elm and the legs whatever steel you have", [
            ("wood", "elm", "top"), ("steel", None, "legs")]),
        ("Bench: steel frame powder coat grey", [("steel", None, "frame")]),
        ("Armchair upholstered in mustard-yellow wool", [("wool", None, "upholstery")]),
        ("Headboard bench, upholstered linen", [("linen", None, "upholstery")]),
        ("Cabinet, the sides may be birch", [("wood", "birch", "sides")]),
        ("Worktable. Top 21 mm plywood with linoleum on it", [
            ("plywood", None, "top"), ("linoleum", None, "top")]),
        ("Wardrobe, MDF with melamine outside", [
            ("mdf", None, None), ("melamine", None, "outside")]),
        ("Crates shelf\nBoxes: 6, felt", [("felt", None, "boxes")]),
        ("Settle in velvet - er no, corduroy", [("corduroy", None, None)]),
        ("Chair, oak no wait beech legs", [("wood", "beech", "legs")]),
        ("Deckchair, cotton or linen? Linen.", [("linen", None, None)]),
    ],
)  # fmt: skip
def test_a_material_goes_where_its_part_stands(
    prompt: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    found = [m for m in materials(prompt) if m[0] != "veneer"]
    assert found == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Carver chair with arms, wool cushions", {"armrests"}),
        ("Bookcase, eight shelves, all adjustable", {"adjustable_shelves"}),
        ("Loveseat with covers you can wash", {"washable_covers"}),
        ("Pull-out sofa for a studio", {"sleeper"}),
        ("Nursing chair that rocks", {"rocking"}),
        ("Print cabinet with brass label holders", {"label_holders"}),
        ("Cupboard, anchored against the wall", {"wall_mounted"}),
        ("Desk, cable mgmt, ht adj", {"cable_management", "adjustable_height"}),
        ("Trolley table, it must roll", {"wheels"}),
        ("Camp table with a carry handle", {"carry_handle"}),
        ("Lounger with a hook on the arms", set()),
        ("Display counter, LED strip inside", {"led_strip"}),
        ("Library shelf with a rolling ladder of ash", {"rolling_ladder"}),
        ("Chairs, stackable five high", {"stackable"}),
        ("Bench, cushion on top in blue linen", {"cushioned"}),
    ],
)
def test_furniture_has_what_is_asked_for(prompt: str, expected: set[str]) -> None:
    assert expected <= set(spec(prompt)["features"])
    assert expected or "armrests" not in spec(prompt)["features"]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Console table with a drawer and a low shelf", {"drawers": 1, "shelves": 1}),
        ("Dresser: drawers, seven of them", {"drawers": 7}),
        ("Daybed with drawers - three of 'em", {"drawers": 3}),
        ("Desk, drawer fronts in elm, keep it clear of the shelf above", {}),
        ("Shelf in oak", {}),
        ("Workbench, holds 40 kg on a shelf", {"payload": 40}),
    ],
)
def test_a_part_in_the_singular_counts_one(prompt: str, expected: dict[str, float]) -> None:
    assert {m["metric"]: m["value"] for m in spec(prompt)["performance"]} == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Media unit on a plinth not legs", ["legs"]),
        ("Counter: laminate out, slate top in", ["laminate"]),
        ("Task chair, armrests hit the desk so leave them off", ["armrests"]),
        ("Vanity: krion no, marble yes", ["krion"]),
        ("Shelf not deeper than 30 cm", []),
        ("Pantry cupboard, drawers yes glass no", ["glass"]),
    ],
)
def test_what_loses_against_another_is_ruled_out(prompt: str, expected: list[str]) -> None:
    assert spec(prompt)["exclusions"] == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Wall shelves, set of 4, each 50 cm wide and 12 deep", {"width": 0.5, "depth": 0.12}),
        ("Benches, pair of; each 1.6m x .35 x .45", {"width": 1.6, "depth": 0.35, "height": 0.45}),
        ("Armchair; the seat's 22\" wide and the whole thing 32 wide by 34 deep by 36 tall",
         {"width": 0.8128, "depth": 0.8636, "height": 0.9144}),
        ("Cupboard tall 1,80 m wide 0,80 m deep 0,40 m", {
            "height": 1.8, "width": 0.8, "depth": 0.4}),
        ("Locker, 70 inch ht x 30 w x 18 depth", {
            "height": 1.778, "width": 0.762, "depth": 0.4572}),
        ("Wardrobe, 190 cm high max as the ceiling slopes", {"height": 1.9}),
        ("Desk, 120 cm wide, no deeper than 60 (the niche itself is 130 x 65)", {
            "width": 1.2, "depth": 0.6}),
        ("Sideboard. It was 150 cm with four doors. Now 180 cm wide, 45 deep", {
            "width": 1.8, "depth": 0.45}),
        ("Drafting stool. Adjustable 55-75 cm. 40 x 40 cm", {
            "width": 0.4, "depth": 0.4, "height": 0.65}),
        ("Bench for a bus stop, 2.2 m, larch", {"length": 2.2}),
        ("Dining table 1.8 m, ash", {"length": 1.8}),
        ("Media unit / sideboard: 200w x 40d x 50h cm", {
            "width": 2, "depth": 0.4, "height": 0.5}),
        ("Hat stand, beech, 175 tall, on a base 38 across", {"height": 1.75}),
        ("Parcel lockers, each door 400 W x 500 D x 600 H mm", {
            "width": 0.4, "depth": 0.5, "height": 0.6}),
        ("Bench, 1.4 m long. A plate on the back, 120 x 60 mm", {"length": 1.4}),
        ("Cabinet for a niche that is 92 cm wide, so 88 wide; 40 deep", {
            "width": 0.88, "depth": 0.4}),
        ("Table. Length extends from 160 to 240 cm, 95 wide", {"length": 2, "width": 0.95}),
    ],
)  # fmt: skip
def test_the_sides_of_furniture(prompt: str, expected: dict[str, float]) -> None:
    found = {k: v for k, v in spec(prompt)["dimensions"].items() if v is not None}
    assert found == pytest.approx(expected)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Wall shelf, oak, twelve kilos of cookery books", {"payload": 12}),
        ("Loft bed in pine, 250lb limit", {"payload": 113.398093}),
        ("Side table, steel, 70 kg at least", {"payload": 70}),
        ("Workbenches, 300 kg per bench", {"payload": 300}),
        ("Steel rack unit, 60 kg per shelf, 240 kg in total", {"payload": 240}),
        ("Desk, max 45 kg on it", {"payload": 45}),
        ("Bunk bed in larch, 260 kg", {"payload": 260}),
        ("Open wardrobe with a clothes rail holding 40 kg", {}),
        ("Visitor's chair, seat at 470, mesh back", {}),
    ],
)
def test_what_furniture_bears(prompt: str, expected: dict[str, float]) -> None:
    found = {m["metric"]: m["value"] for m in spec(prompt)["performance"]}
    assert found == pytest.approx(expected)


@pytest.mark.parametrize(
    ("prompt", "category"),
    [
        ("Bunk bed, 2 m long. Each mattress is 190 x 80.", "bed"),
        ("Bookcase cum room divider for a hostel", "bookshelf"),
        ("I want a stout bench to work at (a table really), 1.6 m", "table"),
        ("Filing drawers? Already have. What I need is a plan press in steel", "cabinet"),
        ("Steel almirah, 78 in high", "wardrobe"),
    ],
)
def test_which_piece_is_asked_for(prompt: str, category: str) -> None:
    assert spec(prompt)["category"] == category


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Stools, £45 each; the order total must not exceed £900", ("GBP", 45)),
        ("Desk. The dealer wants $2,900 for the original; budget for ours: $1,700", ("USD", 1700)),
        ("Bench, $410 each NZD", ("NZD", 410)),
        ("Chairs, $350 the pair, Aussie dollars", ("AUD", 350)),
    ],
)
def test_the_cost_of_furniture(prompt: str, expected: tuple[str, float]) -> None:
    cost = spec(prompt)["estimated_cost"]
    assert (cost["currency"], cost["amount"]) == expected


@pytest.mark.parametrize(
    ("prompt", "sides"),
    [
        # Who changes to centimetres does not always say so.
        ("Bookcase in ash, 2.2 m high, 90 wide, 32 deep",
         {"height": 2.2, "width": 0.9, "depth": 0.32}),
        ("Cupboard, 1.9 m tall, 45 deep", {"height": 1.9, "depth": 0.45}),
        ("Locker bank, 1.8 m high, 120 w, 50 d", {"height": 1.8, "width": 1.2, "depth": 0.5}),
        ("Desk 1.6 m wide, 0.8 deep", {"width": 1.6, "depth": 0.8}),
    ],
)  # fmt: skip
def test_sides_in_another_unit_than_the_first(prompt: str, sides: dict[str, float]) -> None:
    found = read(prompt).spec.as_json()["dimensions"]
    assert {name: value for name, value in found.items() if value is not None} == sides


@pytest.mark.parametrize(
    ("prompt", "drawers"),
    [
        ("Sideboard with three wide and two narrow drawers, oak", 5),
        ("Secretaire, 8 small drawers, 2 big ones", 10),
        ("Dresser, 4 small drawers and 3 large drawers", 7),
        ("Executive desk; file drawer + 2 box drawers", 3),
        # The first is the sum of the others; doors are no drawers.
        ("Dresser with 6 drawers, 4 small and 2 large ones", 6),
        ("Sideboard, six doors and two drawers", 2),
    ],
)
def test_drawers_by_their_sort(prompt: str, drawers: int) -> None:
    found = read(prompt).spec.as_json()["performance"]
    assert [m["value"] for m in found if m["metric"] == "drawers"] == [drawers]
